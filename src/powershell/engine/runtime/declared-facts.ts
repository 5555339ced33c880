/**
 * What PowerShell 7.6's cmdlets declare of themselves beside their parameters: facts for Get-Command, CommandMetadata
 * and ShouldProcess. Confirmation has the impact Medium, remoting is PowerShell, unless they are named here.
 */
const LOW_IMPACT: ReadonlySet<string> = new Set(
  `ForEach-Object New-Alias New-ModuleManifest New-PSDrive New-TemporaryFile New-Variable Update-FormatData
   Update-TypeData`.split(/\s+/),
);
/** How grave a step of this command is, for `$ConfirmPreference`. */
export const confirmImpact = (command: string): 'Low' | 'Medium' => (LOW_IMPACT.has(command) ? 'Low' : 'Medium');

const REMOTING: Readonly<Record<string, string>> = {
  None: `Add-Member Compare-Object Convert-Path ConvertFrom-Csv ConvertFrom-Json ConvertFrom-StringData ConvertTo-Csv
    ConvertTo-Html ConvertTo-Json ConvertTo-Xml ForEach-Object Get-Host Get-Member Get-Random Get-SecureRandom
    Get-Unique Group-Object Import-PowerShellDataFile Join-String Measure-Command Measure-Object New-PSSessionOption
    New-PSTransportOption New-TimeSpan Out-Default Out-Host Out-Null Out-String Select-Object Sort-Object Update-List
    Where-Object Write-Debug Write-Error Write-Host Write-Information Write-Output Write-Progress Write-Verbose
    Write-Warning`,
  SupportedByCommand: 'Get-Process Receive-Job Restart-Computer Stop-Computer',
  OwnedByCommand:
    'Connect-PSSession Disconnect-PSSession Enter-PSSession Get-PSSession Invoke-Command New-PSSession Receive-PSSession Remove-PSSession',
};
/** @returns a name of RemotingCapability. */
export const remotingCapability = (command: string): string =>
  Object.keys(REMOTING).find((name) => REMOTING[name]?.split(/\s+/).includes(command)) ?? 'PowerShell';

/** Numbers of the pages that Get-Help -Online opens, by how the link is written. */
const LINKS: Readonly<Record<string, string>> = {
  linkid: `Add-Content 2096489 ConvertFrom-Markdown 2006503 Get-Error 2241804 Get-ExperimentalFeature 2096786
    Get-MarkdownOption 2006371 Get-Uptime 834862 Remove-Alias 2097127 Set-MarkdownOption 2006265 Show-Markdown 2102329
    Switch-Process 2181448`,
  LinkID: `Add-History 2096479 Add-Member 2097109 Add-Type 2096601 Clear-Content 2096807 Clear-History 2096691
    Clear-Item 2096491 Clear-ItemProperty 2096903 Clear-Variable 2096923 Compare-Object 2096605 Convert-Path 2096588
    ConvertFrom-CliXml 2280770 ConvertFrom-Csv 2096830 ConvertFrom-Json 2096606 ConvertFrom-SecureString 2096497
    ConvertFrom-StringData 2096602 ConvertTo-CliXml 2280866 ConvertTo-Csv 2096832 ConvertTo-Html 2096595
    ConvertTo-Json 2096925 ConvertTo-SecureString 2096916 ConvertTo-Xml 2096603 Copy-Item 2096990
    Copy-ItemProperty 2096589 Debug-Process 2096809 Disable-ExperimentalFeature 2046963 Disable-PSBreakpoint 2096498
    Enable-ExperimentalFeature 2046964 Enable-PSBreakpoint 2096700 Enter-PSSession 2096695 Exit-PSSession 2096787
    Export-Alias 2096597 Export-Clixml 2096926 Export-Csv 2096608 Export-FormatData 2096834
    Export-ModuleMember 2096578 Export-PSSession 2096604 ForEach-Object 2096867 Format-Custom 2096929
    Format-List 2096928 Format-Table 2096703 Format-Wide 2096930 Get-Alias 2096702 Get-ChildItem 2096492
    Get-CmsMessage 2096598 Get-Command 2096579 Get-Content 2096490 Get-Credential 2096824 Get-Culture 2097017
    Get-Date 2096615 Get-Event 2097014 Get-EventSubscriber 2096607 Get-ExecutionPolicy 2096594 Get-FormatData 2096614
    Get-Help 2096483 Get-History 2096788 Get-Host 2097110 Get-Item 2096812 Get-ItemProperty 2096493 Get-Job 2096582
    Get-Location 2096495 Get-Member 2096704 Get-Module 2096696 Get-PfxCertificate 2096918 Get-Process 2096814
    Get-PSBreakpoint 2097108 Get-PSCallStack 2096705 Get-PSDrive 2096494 Get-PSProvider 2096816 Get-PSSession 2096697
    Get-Random 2097016 Get-Runspace 2096616 Get-SecureRandom 2235055 Get-TraceSource 2096707 Get-TypeData 2097018
    Get-UICulture 2096613 Get-Unique 2097028 Get-Variable 2096711 Get-Verb 2097026 Group-Object 2096619
    Import-Alias 2097125 Import-Clixml 2096618 Import-Csv 2097020 Import-LocalizedData 2096710 Import-Module 2096585
    Import-PowerShellDataFile 623621 Import-PSSession 2096712 Invoke-Command 2096789 Invoke-Expression 2097030
    Invoke-History 2096586 Invoke-Item 2096590 Invoke-RestMethod 2096706 Invoke-WebRequest 2097126 Join-Path 2096811
    Measure-Command 2097029 Measure-Object 2096617 Move-Item 2096591 Move-ItemProperty 2096817 New-Alias 2097022
    New-Event 2096708 New-Item 2096592 New-ItemProperty 2096813 New-Module 2096698 New-ModuleManifest 2096487
    New-Object 2096620 New-PSDrive 2096815 New-PSSession 2096484 New-PSSessionConfigurationFile 2096791
    New-PSSessionOption 2096488 New-PSTransportOption 210608 New-TimeSpan 2096709 New-Variable 2097121
    Out-Default 2096486 Out-File 2096621 Out-Host 2096863 Out-Null 2096792 Out-String 2097024 Pop-Location 2096907
    Push-Location 2097105 Read-Host 2096610 Receive-Job 2096965 Register-EngineEvent 2097128
    Register-ObjectEvent 2096714 Remove-Event 2096715 Remove-Item 2097103 Remove-ItemProperty 2097013
    Remove-Job 2096868 Remove-Module 2096802 Remove-PSBreakpoint 2097134 Remove-PSDrive 2097050
    Remove-PSSession 2096963 Remove-TypeData 2096622 Remove-Variable 2097123 Rename-Item 2097153
    Rename-ItemProperty 2097152 Resolve-Path 2097143 Restart-Computer 2097060 Save-Help 2096794 Select-Object 2096716
    Select-String 2097119 Select-Xml 2097031 Send-MailMessage 2097115 Set-Alias 2096625 Set-Content 2097142
    Set-Date 2097133 Set-ExecutionPolicy 2096612 Set-Item 2097055 Set-ItemProperty 2097147 Set-Location 2097049
    Set-PSBreakpoint 2096623 Set-PSDebug 2096959 Set-StrictMode 2096804 Set-TraceSource 2097129 Set-Variable 2096624
    Sort-Object 2097038 Split-Path 2097149 Start-Job 2096796 Start-Process 2097141 Start-Sleep 2097041
    Start-Transcript 2096485 Stop-Computer 2097151 Stop-Job 2096795 Stop-Process 2097058 Stop-Transcript 2096798
    Tee-Object 2097034 Test-Connection 2097144 Test-Json 2096609 Test-ModuleManifest 2096900 Test-Path 2097057
    Trace-Command 2097136 Unblock-File 2097033 Unregister-Event 2097037 Update-FormatData 2097135 Update-Help 2096805
    Update-List 2109383 Update-TypeData 2097131 Wait-Event 2097042 Wait-Job 2096902 Wait-Process 2097146
    Where-Object 2096806 Write-Debug 2097132 Write-Error 2097039 Write-Host 2097137 Write-Output 2097117
    Write-Progress 2097036 Write-Verbose 2097043 Write-Warning 2097044`,
  LinkId: `Debug-Job 330208 Debug-Runspace 2096917 Disable-RunspaceDebug 2096924 Enable-RunspaceDebug 2096831
    Enter-PSHostProcess 2096580 Exit-PSHostProcess 2096583 Format-Hex 2096611 Get-Clipboard 2109905
    Get-FileHash 517145 Get-ItemPropertyValue 2096906 Get-PSHostProcessInfo 517012 Get-RunspaceDebug 2097015
    Get-TimeZone 2096904 New-Guid 2097130 New-PSRoleCapabilityFile 623708 New-TemporaryFile 2097032
    Protect-CmsMessage 2096826 Register-ArgumentCompleter 528576 Set-Clipboard 2109826 Unprotect-CmsMessage 2096701
    Wait-Debugger 2097035 Write-Information 2097040`,
};
let uris: Map<string, string> | undefined;
/** @returns an empty text for commands that declare none. */
export function helpUri(command: string): string {
  uris ??= new Map(
    Object.entries(LINKS).flatMap(([query, list]) =>
      [...list.matchAll(/(\S+)\s+(\d+)/g)].map(
        ([, name = '', id = '']) => [name, `https://go.microsoft.com/fwlink/?${query}=${id}`] as const,
      ),
    ),
  );
  return uris.get(command) ?? '';
}
