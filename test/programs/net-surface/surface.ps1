# Describes .NET types as PowerShell sees them: what its .NET adapter lists, with its own definition texts.
# $args[0]: type names; a trailing '-' asks for the head line only, a '+' for inherited properties too, in the type's own order.
# One line a fact; the format is in net-surface.ts.
$wanted = $args[0]
# What pwsh finds in its own folder counts, also before anything has loaded it.
foreach ($path in [AppContext]::GetData('TRUSTED_PLATFORM_ASSEMBLIES') -split [IO.Path]::PathSeparator) {
  try { [void][Reflection.Assembly]::Load([IO.Path]::GetFileNameWithoutExtension($path)) } catch { continue }
}
$flags = [Reflection.BindingFlags]'NonPublic,Public,Static,Instance'
$assembly = [psobject].Assembly
$adapter = $assembly.GetType('System.Management.Automation.DotNetAdapter')
$instanceMethods = $adapter.GetMethod('GetInstanceMethodReflectionTable', $flags)
$staticMethods = $adapter.GetMethod('GetStaticMethodReflectionTable', $flags)
$instanceProperties = $adapter.GetMethod('GetInstancePropertyReflectionTable', $flags)
$staticProperties = $adapter.GetMethod('GetStaticPropertyReflectionTable', $flags)
$definition = $adapter.GetMethod('GetMethodInfoOverloadDefinition', $flags)
$memberList = $assembly.GetType('System.Management.Automation.CacheTable').GetField('memberCollection', $flags)
$overloads = $assembly.GetType('System.Management.Automation.DotNetAdapter+MethodCacheEntry').GetField('methodInformationStructures', $flags)
$methodOf = $assembly.GetType('System.Management.Automation.MethodInformation').GetField('method', $flags)
$entryType = $assembly.GetType('System.Management.Automation.DotNetAdapter+PropertyCacheEntry')
$propertyType = $entryType.GetField('propertyType', $flags)
$readOnly = $entryType.GetField('readOnly', $flags)
$writeOnly = $entryType.GetField('writeOnly', $flags)
$memberOf = $entryType.GetField('member', $flags)
$typeText = $assembly.GetType('Microsoft.PowerShell.ToStringCodeMethods').GetMethods($flags) |
  . { process { if ($_.Name -eq 'Type' -and $_.GetParameters().Count -eq 3) { $_ } } }

function Name($type) {
  if ($type.IsGenericParameter) { $type.Name }
  elseif ($type.IsArray) { (Name $type.GetElementType()) + '[]' }
  elseif ($type.IsGenericType -and -not $type.IsGenericTypeDefinition) {
    $type.GetGenericTypeDefinition().FullName + '[' + (($type.GetGenericArguments() | . { process { Name $_ } }) -join ',') + ']'
  } else { $type.FullName }
}
function Methods($reader, $type) {
  $list = [System.Collections.Generic.List[string]]::new()
  foreach ($entry in $memberList.GetValue($reader.Invoke($null, @($type)))) {
    foreach ($information in $overloads.GetValue($entry)) {
      $method = $methodOf.GetValue($information)
      if (-not $method) { continue }
      $name = $method.Name.Substring($method.Name.LastIndexOf('.') + 1)
      if ($method.Name -ne '.ctor' -and $method.IsStatic -and $method.Name.Contains('.')) { continue }
      $isNew = $method -is [System.Reflection.ConstructorInfo]
      if ($isNew) { $name = 'new' }
      $text = [string]$definition.Invoke($null, @($name, $method, 0))
      if ($isNew) { $text = 'new' + $text.Substring($text.IndexOf(' new(') + 4) }
      $list.Add($text)
    }
  }
  , $list
}
# What the type overrides counts as its own: its properties stand before those of its base.
function Properties($reader, $type, [switch]$Overridden) {
  $list = [System.Collections.Generic.List[string]]::new()
  foreach ($entry in $memberList.GetValue($reader.Invoke($null, @($type)))) {
    if ($entry.GetType() -ne $entryType) { continue }
    if ($Overridden -and $memberOf.GetValue($entry).DeclaringType -ne $type) { continue }
    $access = '{'
    if (-not $writeOnly.GetValue($entry)) { $access += 'get;' }
    if (-not $readOnly.GetValue($entry)) { $access += 'set;' }
    $list.Add([string]$typeText.Invoke($null, @($propertyType.GetValue($entry), $false, $null)) + ' ' + $memberOf.GetValue($entry).Name + ' ' + $access + '}')
  }
  , $list
}
foreach ($item in $wanted) {
  $headOnly = $item.EndsWith('-')
  $type = $item.TrimEnd('-') -as [type]
  # Types that are not public have no name for scripts, but objects of them reach scripts.
  if (-not $type) { $type = $assembly.GetType($item.TrimEnd('-')) }
  if (-not $type) {
    foreach ($one in [AppDomain]::CurrentDomain.GetAssemblies()) {
      $type = $one.GetType($item.TrimEnd('-'))
      if ($type) { break }
    }
  }
  if (-not $type) { "?$item"; continue }
  $kind = if ($type.IsEnum) { 'enum' } elseif ($type.IsValueType) { 'struct' } elseif ($type.IsInterface) { 'interface' }
  elseif ($type.IsAbstract -and $type.IsSealed) { 'static' } elseif ($type.IsAbstract) { 'abstract' } else { 'class' }
  $base = if ($type.BaseType) { Name $type.BaseType } else { '' }
  $interfaces = @($type.GetInterfaces() | . { process { if ($_.IsPublic -and $_.FullName -notmatch 'Span|^System\.Numerics|IUtf8') { Name $_ } } }) -join ' '
  $home_ = $type.Assembly.GetName().FullName
  if ($home_.StartsWith('System.Private.CoreLib,')) { $home_ = '' }
  $parameters = @($type.GetGenericArguments() | . { process { $_.Name } }) -join ' '
  # A constant has a `=` before its name, what is only read a `!`.
  $fields = @(if (-not $type.IsEnum) { $type.GetFields() | . { process {
    if ($_.IsLiteral) { "=$($_.Name)" } elseif ($_.IsInitOnly) { "!$($_.Name)" } else { $_.Name }
  } } }) -join ' '
  "#$(Name $type)|$kind|$base|$interfaces|$home_|$parameters|$('{0:x}' -f [int]$type.Attributes)|$fields"
  if ($type.IsEnum) {
    $names = @($type.GetFields('Public,Static') | . { process { $_.Name + '=' + [Convert]::ChangeType($_.GetRawConstantValue(), [decimal]) } }) -join ','
    "e$(if ($type.IsDefined([FlagsAttribute], $false)) { 'flags' })|$([Enum]::GetUnderlyingType($type).FullName)|$names"
    continue
  }
  if ($type.IsInterface -or $headOnly) { continue }
  $inherited = [System.Collections.Generic.HashSet[string]]::new()
  $bases = @(if ($type.BaseType) { $type.BaseType }; if ($type -ne [object]) { [object] })
  foreach ($one in $bases) {
    foreach ($text in (Methods $instanceMethods $one)) { [void]$inherited.Add("m$text") }
    foreach ($text in (Methods $staticMethods $one)) { [void]$inherited.Add("s$text") }
    foreach ($text in (Properties $instanceProperties $one)) { [void]$inherited.Add("p$text") }
    foreach ($text in (Properties $staticProperties $one)) { [void]$inherited.Add("q$text") }
  }
  foreach ($text in (Properties $instanceProperties $type -Overridden)) { [void]$inherited.Remove("p$text") }
  foreach ($text in (Properties $instanceProperties $type)) { if (-not $inherited.Contains("p$text")) { "p$text" } }
  foreach ($text in (Properties $staticProperties $type)) { if (-not $inherited.Contains("q$text")) { "q$text" } }
  foreach ($text in (Methods $staticMethods $type)) {
    if ($text.StartsWith('new(')) { "c$text" } elseif (-not $inherited.Contains("s$text")) { "s$text" }
  }
  foreach ($text in (Methods $instanceMethods $type)) { if (-not $inherited.Contains("m$text")) { "m$text" } }
}
