/** Command lines that a script feeds itself. Measured with pwsh 7.6.9. */
import { expect, it } from 'vitest';
import { linesOf } from '../language/run-script.js';

const PROXY = `
  function Inner { [CmdletBinding()]param([Parameter(ValueFromPipeline)]$InputObject, [string]$Prefix) begin { 'begin' } process { "$Prefix$InputObject" } end { 'end' } }
  function Proxy { [CmdletBinding()]param([Parameter(ValueFromPipeline)]$InputObject, [string]$Prefix)
    begin { $w = $ExecutionContext.InvokeCommand.GetCommand('Inner', [System.Management.Automation.CommandTypes]::Function)
      $sp = { & $w @PSBoundParameters }.GetSteppablePipeline($MyInvocation.CommandOrigin); $sp.Begin($PSCmdlet) }
    process { $sp.Process($_) } end { $sp.End() } clean { if ($sp) { $sp.Clean() } } }
`;
it('a proxy function hands on what it gets', async () => {
  expect(await linesOf(`${PROXY} 1, 2 | Proxy -Prefix 'x'; Proxy -InputObject 9 -Prefix 'y'`)).toEqual([
    'begin',
    'x1',
    'x2',
    'end',
    'begin',
    'y9',
    'end',
  ]);
  expect(await linesOf(`${PROXY} 1, 2, 3 | Proxy | Select-Object -First 2`)).toEqual(['begin', '1']);
});
it('without a command to write to, each step gives back what came of it', async () => {
  expect(
    await linesOf(`
      $sp = { ForEach-Object { $_ * 2 } | Where-Object { $_ -gt 2 } }.GetSteppablePipeline(); $sp.Begin($true)
      $r = $sp.Process(1); "[$r]"; $r = $sp.Process(5); "[$r] $($r.GetType().Name)"; $sp.End(); $sp.Dispose()
      function Sorted { param([Parameter(ValueFromPipeline)]$i) begin { $sp = { Sort-Object }.GetSteppablePipeline(); $sp.Begin($true) } process { $sp.Process($i) } end { $sp.End() } }
      3, 1, 2 | Sorted
    `),
  ).toEqual(['[]', '[10] Object[]', '1', '2', '3']);
});
it('takes one pipeline of commands', async () => {
  expect(
    await linesOf(`
      try { { 1; 2 }.GetSteppablePipeline() } catch { $_.FullyQualifiedErrorId }
      try { { 1 }.GetSteppablePipeline() } catch { "$_" }
      try { { }.GetSteppablePipeline() } catch { "$_" }
    `),
  ).toEqual([
    'PSInvalidOperationException',
    expect.stringContaining('"GetSteppablePipeline" with "0" argument(s): "An empty script block cannot be converted.'),
    expect.stringContaining('"An empty script block cannot be converted.'),
  ]);
});

it('ProxyCommand writes a function that calls the command', async () => {
  const proxy = (name: string): string =>
    `Set-Item function:made ([scriptblock]::Create([System.Management.Automation.ProxyCommand]::Create((Get-Command ${name}))))`;
  expect(await linesOf(`${proxy('Sort-Object')}; 3, 1, 2 | made -Descending`)).toEqual(['3', '2', '1']);
  expect(await linesOf(`${proxy('Where-Object')}; 1..5 | made { $_ -gt 3 }`)).toEqual(['4', '5']);
  expect(await linesOf(`function plain($a) { "plain $a $args" }; ${proxy('plain')}; made 5; made 5 6 7`)).toEqual([
    'plain 5 ',
    'plain 5 6 7',
  ]);
  expect(
    await linesOf(`
      function f { [CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'High')]param([Parameter(Mandatory, Position = 0)][Alias('n')][string[]]$Name) }
      $text = [System.Management.Automation.ProxyCommand]::Create((Get-Command f)) -split "\n"
      $text[0..5]; $text[-9..-1]; [System.Management.Automation.ProxyCommand]::GetEnd((Get-Command f))
    `),
  ).toEqual([
    "[CmdletBinding(SupportsShouldProcess=$true, ConfirmImpact='High')]",
    'param(',
    '    [Parameter(Mandatory=$true, Position=0)]',
    "    [Alias('n')]",
    '    [string[]]',
    '    ${Name})',
    '    }',
    '}',
    '<#',
    '',
    '.ForwardHelpTargetName f',
    '.ForwardHelpCategory Function',
    '',
    '#>',
    '',
    '\n    try {\n        $steppablePipeline.End()\n    } catch {\n        throw\n    }\n',
  ]);
});
