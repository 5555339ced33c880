/**
 * What Copy-Item has the other end do, for sessions that take scripts. The names, the parameters and the answers are
 * those of the helper functions that PowerShell's client and a configuration with a `User:` drive agree on, so that one
 * caller serves both. They run on Windows PowerShell 3 and later, and say every command with its module: the session may
 * have commands of its own by these names.
 */

export const COPY_UTILS = 'PSCopyRemoteUtils';
export const COPY_TO = 'PSCopyToSessionHelper';
export const COPY_FROM = 'PSCopyFromSessionHelper';
export type HelperName = typeof COPY_UTILS | typeof COPY_TO | typeof COPY_FROM;

const UTILS = String.raw`
param([string]$dirPathExists, [string]$pathToValidate, [switch]$sourceIsRemote)
if ($dirPathExists) {
  return @{ Exists = Microsoft.PowerShell.Management\Test-Path -LiteralPath $dirPathExists -PathType Container }
}
$answer = @{ Exists = $null; Root = $null; IsAbsolute = Microsoft.PowerShell.Management\Split-Path -Path $pathToValidate -IsAbsolute }
if (-not $answer.IsAbsolute) { return $answer }
$answer.Exists = Microsoft.PowerShell.Management\Test-Path -Path $pathToValidate
if ($sourceIsRemote -and -not $answer.Exists) { return $answer }
$known = $pathToValidate
while ($known -and -not (Microsoft.PowerShell.Management\Test-Path -Path $known)) {
  $known = Microsoft.PowerShell.Management\Split-Path -Path $known -Parent
}
if ($known) {
  $item = @(Microsoft.PowerShell.Management\Get-Item -Path $known -Force -ErrorAction SilentlyContinue)[0]
  if ($null -ne $item -and $item.PSProvider.Name -eq 'FileSystem') { $answer.Root = [string]$item.PSDrive.Root }
}
$answer
`;

const TO = String.raw`
param([string]$copyToFilePath, [string]$b64Fragment, [switch]$createFile, [switch]$emptyFile, [string]$metaDataFilePath,
  [hashtable]$metaDataToSet, [string]$isFilePath, [string]$remotePath, [string]$createDirectoryPath, [switch]$force)
if ($isFilePath) {
  return @{ IsFileInfo = Microsoft.PowerShell.Management\Test-Path -LiteralPath $isFilePath -PathType Leaf }
}
if ($remotePath) {
  $parent = Microsoft.PowerShell.Management\Split-Path -Path $remotePath -Parent
  return @{
    IsFileInfo = Microsoft.PowerShell.Management\Test-Path -LiteralPath $remotePath -PathType Leaf
    IsDirectoryInfo = Microsoft.PowerShell.Management\Test-Path -LiteralPath $remotePath -PathType Container
    ParentIsDirectoryInfo = [bool]$parent -and (Microsoft.PowerShell.Management\Test-Path -LiteralPath $parent -PathType Container)
  }
}
if ($createDirectoryPath) {
  $answer = @{ DirectoryPath = $null; PathExists = $false }
  if (-not $force -and (Microsoft.PowerShell.Management\Test-Path -LiteralPath $createDirectoryPath)) { $answer.PathExists = $true; return $answer }
  $null = Microsoft.PowerShell.Management\New-Item -Path $createDirectoryPath -ItemType Directory -Force
  if ($?) { $answer.DirectoryPath = $createDirectoryPath }
  return $answer
}
if ($metaDataFilePath) {
  $path = (Microsoft.PowerShell.Management\Resolve-Path -LiteralPath $metaDataFilePath).ProviderPath
  if ($metaDataToSet.LastWriteTimeUtc) { [System.IO.File]::SetLastWriteTimeUtc($path, $metaDataToSet.LastWriteTimeUtc) }
  if ([string]$metaDataToSet.Attributes -match 'ReadOnly') {
    [System.IO.File]::SetAttributes($path, [System.IO.File]::GetAttributes($path) -bor [System.IO.FileAttributes]::ReadOnly)
  }
  return
}
$answer = @{ BytesWritten = $null }
$stream = $null
try {
  $exists = Microsoft.PowerShell.Management\Test-Path -LiteralPath $copyToFilePath
  if ($createFile -or -not $exists) {
    if ($exists) { Microsoft.PowerShell.Management\Remove-Item -LiteralPath $copyToFilePath -Force -ErrorAction Stop }
    $null = Microsoft.PowerShell.Management\New-Item -Path $copyToFilePath -ItemType File -Force -ErrorAction Stop
    if ($emptyFile) { $answer.BytesWritten = 0; return $answer }
  }
  $path = (Microsoft.PowerShell.Management\Resolve-Path -LiteralPath $copyToFilePath -ErrorAction Stop).ProviderPath
  $bytes = [System.Convert]::FromBase64String($b64Fragment)
  $stream = Microsoft.PowerShell.Utility\New-Object -TypeName System.IO.FileStream -ArgumentList $path, ([System.IO.FileMode]::Append)
  $stream.Write($bytes, 0, $bytes.Length)
  $answer.BytesWritten = $bytes.Length
} catch {
  Microsoft.PowerShell.Utility\Write-Error -ErrorRecord $_
} finally {
  if ($null -ne $stream) { $stream.Dispose() }
}
$answer
`;

const FROM = String.raw`
param([string]$copyFromFilePath, [long]$copyFromStart, [long]$copyFromNumBytes, [switch]$force, [string]$getMetaFilePath,
  [string]$getPathItems, [string]$getPathDir)
if ($getPathItems) {
  $answer = @{ Exists = Microsoft.PowerShell.Management\Test-Path -Path $getPathItems; Items = $null }
  if ($answer.Exists) {
    $answer.Items = @(Microsoft.PowerShell.Management\Get-Item -Path $getPathItems -Force | Microsoft.PowerShell.Core\ForEach-Object {
      @{ FullName = $_.FullName; Name = $_.Name; FileSize = $_.Length; IsDirectory = $_.PSIsContainer }
    })
  }
  return $answer
}
if ($getPathDir) {
  $answer = @{ Files = $null; Directories = $null }
  $files = @()
  $folders = @()
  foreach ($item in @(Microsoft.PowerShell.Management\Get-ChildItem -LiteralPath $getPathDir -Force)) {
    if ($item.PSIsContainer) { $folders += @{ Name = $item.Name; FullName = $item.FullName } }
    else { $files += @{ FileName = $item.Name; FilePath = $item.FullName; FileSize = $item.Length } }
  }
  if ($files.Count -gt 0) { $answer.Files = $files }
  if ($folders.Count -gt 0) { $answer.Directories = $folders }
  return $answer
}
if ($getMetaFilePath) {
  $item = Microsoft.PowerShell.Management\Get-Item -LiteralPath $getMetaFilePath -Force -ErrorAction SilentlyContinue
  if ($null -eq $item) { return }
  return @{
    Attributes = @($item.Attributes.ToString().Split(',') | Microsoft.PowerShell.Core\ForEach-Object { $_.Trim() })
    LastWriteTime = $item.LastWriteTime
    LastWriteTimeUtc = $item.LastWriteTimeUtc
  }
}
$answer = @{ b64Fragment = $null; moreAvailable = $false; ExceptionThrown = $false }
$stream = $null
try {
  $path = (Microsoft.PowerShell.Management\Resolve-Path -LiteralPath $copyFromFilePath -ErrorAction Stop).ProviderPath
  $stream = [System.IO.File]::OpenRead($path)
  if ($copyFromStart -lt $stream.Length) {
    $null = $stream.Seek($copyFromStart, [System.IO.SeekOrigin]::Begin)
    $bytes = Microsoft.PowerShell.Utility\New-Object -TypeName byte[] -ArgumentList ([Math]::Min($copyFromNumBytes, $stream.Length - $copyFromStart))
    $read = 0
    while ($read -lt $bytes.Length) {
      $got = $stream.Read($bytes, $read, $bytes.Length - $read)
      if ($got -eq 0) { break }
      $read += $got
    }
    $answer.b64Fragment = [System.Convert]::ToBase64String($bytes, 0, $read)
    $answer.moreAvailable = ($copyFromStart + $read) -lt $stream.Length
  }
} catch {
  $answer.ExceptionThrown = $true
  Microsoft.PowerShell.Utility\Write-Error -ErrorRecord $_
} finally {
  if ($null -ne $stream) { $stream.Dispose() }
}
$answer
`;

export const HELPER_SCRIPTS: Readonly<Record<HelperName, string>> = {
  [COPY_UTILS]: UTILS,
  [COPY_TO]: TO,
  [COPY_FROM]: FROM,
};
