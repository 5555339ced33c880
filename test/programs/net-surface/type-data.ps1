# PowerShell's own type data, a line of JSON for each type: [name, settings, members of kind, name and what they are].
foreach ($data in Get-TypeData | Sort-Object TypeName) {
  $settings = [ordered]@{}
  foreach ($key in 'TypeConverter', 'TypeAdapter', 'TargetTypeForDeserialization') {
    if ($data.$key) { $settings[$key] = $data.$key.FullName }
  }
  foreach ($key in 'SerializationMethod', 'DefaultDisplayProperty', 'StringSerializationSource') {
    if ($data.$key) { $settings[$key] = $data.$key }
  }
  if ($data.SerializationDepth) { $settings['SerializationDepth'] = [int]$data.SerializationDepth }
  if ($data.InheritPropertySerializationSet) { $settings['InheritPropertySerializationSet'] = $true }
  foreach ($key in 'DefaultDisplayPropertySet', 'DefaultKeyPropertySet', 'PropertySerializationSet') {
    if ($data.$key) { $settings[$key] = @($data.$key.ReferencedProperties) }
  }
  $members = @(foreach ($member in $data.Members.Values) {
    $kind = $member.GetType().Name -replace 'Data$'
    $parts = @(switch ($kind) {
      NoteProperty { [string]$member.Value }
      AliasProperty { $member.ReferencedMemberName; if ($member.MemberType) { $member.MemberType.FullName } }
      ScriptProperty { [string]$member.GetScriptBlock; if ($member.SetScriptBlock) { [string]$member.SetScriptBlock } }
      ScriptMethod { [string]$member.Script }
    })
    , (@($kind, $member.Name) + $parts)
  })
  ConvertTo-Json -Compress -Depth 4 @($data.TypeName, $settings, $members)
}
