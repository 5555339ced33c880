<#
.SYNOPSIS
  A module of the shape people write.
#>
[CmdletBinding(SupportsShouldProcess, DefaultParameterSetName = 'Name')]
param(
  [Parameter(Mandatory, Position = 0, ValueFromPipeline, ParameterSetName = 'Name')]
  [ValidateNotNullOrEmpty()]
  [string[]] $ComputerName,
  [ValidateSet('Low', 'High')] [string] $Level = 'Low',
  [ValidateScript({ $_ -gt 0 })] [int] $Count = 3,
  [switch] $Force
)
begin {
  Set-StrictMode -Version Latest
  $ErrorActionPreference = 'Stop'
  $results = [System.Collections.Generic.List[object]]::new()
}
process {
  foreach ($name in $ComputerName) {
    try {
      $session = New-PSSession -ComputerName $name -ErrorAction Stop
      $job = Invoke-Command -Session $session -ScriptBlock {
        param($n) Get-Process | Where-Object { $_.CPU -gt $n -and $_.Name -notmatch '^(Idle|System)$' }
      } -ArgumentList $Count -AsJob
      $null = $results.Add([pscustomobject]@{ Name = $name; Job = $job; When = (Get-Date) })
    }
    catch [System.Management.Automation.Remoting.PSRemotingTransportException], [TimeoutException] {
      Write-Warning "cannot reach ${name}: $($_.Exception.Message)"
      continue
    }
    catch { throw }
    finally { if ($Force) { $session | Remove-PSSession } }
  }
}
end { $results | Sort-Object -Property Name -Descending | Format-Table -Property ComputerName, InstanceID -AutoSize }
#---
Get-PSSession -ComputerName Server01, Server02 -State Disconnected |
  Where-Object Name -Like 'Backup*' |
  ForEach-Object { Connect-PSSession -Session $_ } > sessions.txt 2>&1
#---
$text = @"
Dear $($user.Name),
  your total is {0:N2} and $(if ($paid) { 'paid' } else { "not ""paid""" }).
"@ -f $total
switch -Regex -CaseSensitive ($text) {
  '^Dear (?<who>\w+)' { $Matches['who']; break }
  { $_.Length -gt 100 } { 'long' }
  default { 'short' }
}
#---
class Shape {
  [string] $Name
  hidden [int] $sides = 0
  static [int] $Count
  Shape([string] $name) { $this.Name = $name; [Shape]::Count++ }
  [double] Area() { throw [NotImplementedException]::new('Area') }
  [string] ToString() { return '{0} of {1}' -f $this.Name, $this.sides }
}
class Square : Shape {
  [double] $Edge
  Square([double] $edge) : base('square') { $this.Edge = $edge; $this.sides = 4 }
  [double] Area() { return [Math]::Pow($this.Edge, 2) }
}
[Flags()] enum Access { None = 0; Read = 1; Write = 2; All = 3 }
[Square]::new(2).Area(); [Access]'Read, Write'
#---
function Get-Thing {
  param([int] $Depth = 2)
  dynamicparam { $d = [System.Management.Automation.RuntimeDefinedParameterDictionary]::new(); $d }
  process {
    :outer for ($i = 0; $i -lt 10; $i++) {
      while ($true) { if ($i % 2) { continue outer } else { break outer } }
    }
    do { $i-- } until ($i -le 0)
    $a, $null, $b = 1, 2, 3
    $h = [ordered]@{ 'a b' = 1; c = { 2 }; 3 = @(4, 5); nested = @{ x = $a } }
    $h.nested.x += $h['a b'] -shl 2
    $x = $a ? $b : $h?.c ?? 'none'
    trap { "trapped $_"; continue }
    return $x
  }
  clean { Remove-Variable d -ErrorAction Ignore }
}
data Strings { ConvertFrom-StringData -StringData 'a = b' }
git commit -m "msg" --amend && git push || exit 1
cmd --% /c echo %PATH% | more
Start-Sleep 1 &
