/** Script members that take longer than a slice of time, read by those who cannot wait for them. */
import { expect, it } from 'vitest';
import { runEngine } from '../test-support/run-script.js';

/** Takes longer than a script may hold the thread, and then is there. */
const SLOW = '$w = [Diagnostics.Stopwatch]::StartNew(); while ($w.ElapsedMilliseconds -lt 60) { }';
const OBJECT = `Update-TypeData -TypeName My.Slow -MemberType ScriptProperty -MemberName S -Value { ${SLOW}; 5 } -Force
$o = [pscustomobject]@{ PSTypeName = 'My.Slow'; a = 1 }`;

it.each([
  ['a format', '($o | Format-Table S | Out-String -Stream)[3].Trim()', '5'],
  ['JSON', '$o | ConvertTo-Json -Compress', '{"a":1,"S":5}'],
  ['CLIXML', '[Management.Automation.PSSerializer]::Serialize($o) -match ">5<"', 'True'],
  [
    'a parameter by property name',
    'function f { param([Parameter(ValueFromPipelineByPropertyName)]$S) process { "S=$S" } } $o | f',
    'S=5',
  ],
  ['what tells of the property', '$o.PSObject.Properties["S"].Value', '5'],
  [
    'a default value of a parameter',
    `function g { [CmdletBinding()] param($P) "P=$P" } $PSDefaultParameterValues['g:P'] = { ${SLOW}; 7 }; g`,
    'P=7',
  ],
  ['the text of an instance', `class T { [string] ToString() { ${SLOW}; return 'text' } } "$([T]::new())"`, 'text'],
])('gives it to %s', async (_name, script, shown) => {
  expect((await runEngine(`${OBJECT}\n${script}`)).output).toEqual([shown]);
});

it('goes on where it was behind work that nobody could wait for, however that ends', async () => {
  const { output } = await runEngine(`class A { A([string]$s) { Start-Sleep -Milliseconds 40; throw 'too late' } }
function f([A]$a) { 'never' }
f 'x' 2>$null; "$? one"
Start-Sleep -Milliseconds 120
try { f 'y' } catch { "caught $($_.CategoryInfo.Category)" }
'two'`);
  expect(output).toEqual(['False one', 'caught InvalidData', 'two']);
});
