/** `help`: all of a page, by the pager if there is one. A list, and the line about an alias, are short: they come as they are. */
const HELP = `<#
.FORWARDHELPTARGETNAME Get-Help
.FORWARDHELPCATEGORY Cmdlet
#>
[CmdletBinding(DefaultParameterSetName = 'AllUsersView')]
param(
    [Parameter(Position = 0, ValueFromPipelineByPropertyName)] [string] $Name,
    [string] $Path,
    [ValidateSet('Alias', 'Cmdlet', 'Provider', 'General', 'FAQ', 'Glossary', 'HelpFile', 'ScriptCommand', 'Function', 'Filter', 'ExternalScript', 'All', 'DefaultHelp', 'DscResource', 'Class', 'Configuration')]
    [string[]] $Category,
    [Parameter(ParameterSetName = 'DetailedView', Mandatory)] [switch] $Detailed,
    [Parameter(ParameterSetName = 'AllUsersView')] [switch] $Full,
    [Parameter(ParameterSetName = 'Examples', Mandatory)] [switch] $Examples,
    [Parameter(ParameterSetName = 'Parameters', Mandatory)] [string[]] $Parameter,
    [string[]] $Component,
    [string[]] $Functionality,
    [string[]] $Role,
    [Parameter(ParameterSetName = 'Online', Mandatory)] [switch] $Online
)
if ($PSCmdlet.ParameterSetName -eq 'AllUsersView') { $PSBoundParameters['Full'] = $true }
$page = Get-Help @PSBoundParameters
if ($null -eq $page) { return }
$kinds = @($page)[0].PSTypeNames
if ($kinds -contains 'HelpInfoShort' -or $kinds -contains 'AliasHelpInfo') { return $page }

# $env:PAGER is a command with its arguments; a command of PowerShell gets the objects, a program gets text.
$words = @(
    if ([string]::IsNullOrWhiteSpace($env:PAGER)) { 'less', '-s', '-P', 'Page %db?B of %D:.\\. Press h for help or q to quit\\.' }
    elseif (Get-Command $env:PAGER -ErrorAction Ignore) { $env:PAGER }
    else { ([Management.Automation.PSParser]::Tokenize($env:PAGER, [ref] $null)).Content }
)
$pager, $options = $words
$found = Get-Command $pager -ErrorAction Ignore | Select-Object -First 1
if ($null -eq $found) {
    if (![string]::IsNullOrWhiteSpace($env:PAGER)) {
        Write-Warning ('Custom-paging utility command not found. Ignoring command specified in $env:PAGER: ' + $env:PAGER)
    }
    $page
}
elseif ($found.CommandType -ne 'Application') { $page | & $found @options }
else {
    $width = [Math]::Max([Console]::WindowWidth, 20) - 1
    $page | Out-String -Stream -Width $width | & $found @options
}`;

/** `oss`: Out-String line by line. */
const OUT_STRING_STREAM = `<#
.FORWARDHELPTARGETNAME Out-String
.FORWARDHELPCATEGORY Cmdlet
#>
[CmdletBinding()]
param(
    [ValidateRange(2, 2147483647)] [int] $Width,
    [Parameter(ValueFromPipeline)] [psobject] $InputObject
)
begin {
    $null = $PSBoundParameters.Remove('InputObject')
    $lines = { Out-String -Stream @PSBoundParameters }.GetSteppablePipeline($MyInvocation.CommandOrigin)
    $lines.Begin($PSCmdlet)
}
process { $lines.Process($_) }
end { $lines.End() }`;

/**
 * The functions that a session begins with, as PowerShell text. They are parsed when they are first called.
 */
export const INITIAL_FUNCTIONS: Readonly<Record<string, string>> = {
  prompt: `"PS $($PWD)$('>' * ($NestedPromptLevel + 1)) "`,
  'cd..': 'Set-Location ..',
  'cd\\': 'Set-Location /',
  'cd~': 'Set-Location ~',
  exec: 'Switch-Process -WithCommand $args',
  help: HELP,
  oss: OUT_STRING_STREAM,
  Pause: "$null = Read-Host 'Press Enter to continue...'",
};
/** And aliases for them. */
export const INITIAL_ALIASES: Readonly<Record<string, string>> = {
  cls: 'Clear-Host',
  clear: 'Clear-Host',
  md: 'mkdir',
};
