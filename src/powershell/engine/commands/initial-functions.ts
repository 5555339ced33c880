/**
 * The functions that a session begins with, as PowerShell text. They are parsed when they are first called.
 */
export const INITIAL_FUNCTIONS: Readonly<Record<string, string>> = {
  prompt: `"PS $($PWD)$('>' * ($NestedPromptLevel + 1)) "`,
  'cd..': 'Set-Location ..',
  'cd\\': 'Set-Location /',
  'cd~': 'Set-Location ~',
  Pause: "$null = Read-Host 'Press Enter to continue...'",
  exec: 'Switch-Process -WithCommand $args',
  oss: `[CmdletBinding()]
param(
    [ValidateRange(2, 2147483647)]
    [int]
    $Width,

    [Parameter(ValueFromPipeline = $true)]
    [psobject]
    $InputObject
)
begin {
    $options = if ($Width -gt 0) { @{ Width = $Width } } else { @{} }
    $lines = { Out-String -Stream @options }.GetSteppablePipeline($MyInvocation.CommandOrigin)
    $lines.Begin($PSCmdlet)
}
process { $lines.Process($_) }
end { $lines.End() }
`,
  help: `<#
.FORWARDHELPTARGETNAME Get-Help
.FORWARDHELPCATEGORY Cmdlet
#>
[CmdletBinding(DefaultParameterSetName = 'AllUsersView')]
param(
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = $true)]
    [string]
    $Name,

    [string]
    $Path,

    [ValidateSet('Alias', 'Cmdlet', 'Provider', 'General', 'FAQ', 'Glossary', 'HelpFile', 'ScriptCommand', 'Function', 'Filter', 'ExternalScript', 'All', 'DefaultHelp', 'DscResource', 'Class', 'Configuration')]
    [string[]]
    $Category,

    [Parameter(ParameterSetName = 'DetailedView', Mandatory = $true)]
    [switch]
    $Detailed,

    [Parameter(ParameterSetName = 'AllUsersView')]
    [switch]
    $Full,

    [Parameter(ParameterSetName = 'Examples', Mandatory = $true)]
    [switch]
    $Examples,

    [Parameter(ParameterSetName = 'Parameters', Mandatory = $true)]
    [string[]]
    $Parameter,

    [string[]]
    $Component,

    [string[]]
    $Functionality,

    [string[]]
    $Role,

    [Parameter(ParameterSetName = 'Online', Mandatory = $true)]
    [switch]
    $Online
)
if ($PSCmdlet.ParameterSetName -eq 'AllUsersView') { $PSBoundParameters['Full'] = $true }
Get-Help @PSBoundParameters
`,
};
/** And aliases for them. */
export const INITIAL_ALIASES: Readonly<Record<string, string>> = {
  cls: 'Clear-Host',
  clear: 'Clear-Host',
};
