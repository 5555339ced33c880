/**
 * The types that PowerShell 7.6's cmdlets declare with `[OutputType()]`: facts for Get-Command and completion. What a
 * command's own definition says comes first.
 */
const DECLARED: readonly (readonly [commands: string, types: string])[] = [
  ['Clear-Variable Get-Variable New-Variable Set-Variable', 'System.Management.Automation.PSVariable'],
  ['Export-Alias', 'System.Management.Automation.AliasInfo'],
  ['Get-ChildItem', 'System.IO.FileInfo,System.IO.DirectoryInfo'],
  ['Get-Content', 'System.Byte,System.String'],
  ['Get-History', 'Microsoft.PowerShell.Commands.HistoryInfo'],
  ['Get-Host', 'System.Management.Automation.Host.PSHost'],
  ['Get-Item', 'System.IO.FileInfo,System.Boolean,System.String,System.IO.FileInfo,System.IO.DirectoryInfo'],
  ['Get-ItemProperty', 'System.Boolean,System.String,System.DateTime,System.IO.FileInfo,System.IO.DirectoryInfo'],
  ['Enable-PSBreakpoint Disable-PSBreakpoint', 'System.Management.Automation.Breakpoint'],
  ['Get-Random Get-SecureRandom', 'System.Int32,System.Int64,System.Double'],
  ['Invoke-WebRequest', 'Microsoft.PowerShell.Commands.BasicHtmlWebResponseObject'],
  ['Measure-Command', 'System.TimeSpan'],
  ['New-Guid', 'System.Guid'],
  ['New-Item', 'System.String,System.IO.FileInfo,System.IO.DirectoryInfo'],
  ['Pop-Location Push-Location', 'System.Management.Automation.PathInfo'],
  ['Read-Host', 'System.String,System.Security.SecureString'],
  ['Register-EngineEvent Register-ObjectEvent', 'System.Management.Automation.PSEventJob'],
  ['Remove-Job', 'System.Management.Automation.Job'],
  [
    'Set-PSBreakpoint',
    'System.Management.Automation.CommandBreakpoint,System.Management.Automation.LineBreakpoint,System.Management.Automation.VariableBreakpoint',
  ],
];
let known: Map<string, string> | undefined;

/** @returns names separated by commas; undefined when the command declares none. */
export function declaredOutput(command: string): string | undefined {
  known ??= new Map(DECLARED.flatMap(([commands, types]) => commands.split(' ').map((name) => [name, types] as const)));
  return known.get(command);
}
