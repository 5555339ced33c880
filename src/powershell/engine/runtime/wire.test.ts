/** What leaves a runspace for another process. Expectations were measured with PowerShell 7.6.9. */
import { describe, expect, it } from 'vitest';
import { PSDictionary, PSList, PSObject, type PSValue } from '../../../protocol/objects/index.js';
import { runAlone } from '../test-support/run-script.js';

async function sent(script: string): Promise<PSValue> {
  const output: PSValue[] = [];
  await runAlone(script, { output: (value) => void output.push(value) });
  return output[0] ?? null;
}

describe('types and type names on their way to a client', () => {
  it('are said in full where nothing deeper travels', async () => {
    const parameter = await sent("(Get-Command Get-Date).Parameters['Format']");
    expect(parameter instanceof PSObject && parameter.get('ParameterType')).toBe('System.String');
    const parameters = await sent('@{ all = (Get-Command Get-Content).Parameters }');
    if (!(parameters instanceof PSDictionary)) throw new Error('no dictionary came');
    const table = parameters.getEntry('all');
    const raw = table instanceof PSDictionary ? table.getEntry('Raw') : null;
    expect(raw instanceof PSObject && raw.get('ParameterType')).toBe('System.Management.Automation.SwitchParameter');
  });
  it('of output are texts at any depth', async () => {
    const types = await sent('Get-Command Get-Verb | Select-Object OutputType');
    const list = types instanceof PSObject ? types.get('OutputType') : null;
    expect(list instanceof PSList ? list.items : list).toEqual(['System.Management.Automation.VerbInfo']);
    const single = await sent("[pscustomobject]@{ b = [System.Management.Automation.PSTypeName]'int' }");
    expect(single instanceof PSObject && single.get('b')).toBe('int');
  });
});

describe('what Tab offers on its way to a client', () => {
  it('is not cut off by the depth of what leaves a session', async () => {
    const found = await sent("TabExpansion2 'Get-Dat' 7");
    const matches = found instanceof PSObject ? found.get('CompletionMatches') : null;
    const [first] = Array.isArray(matches) ? (matches as PSValue[]) : matches instanceof PSList ? matches.items : [];
    expect(first instanceof PSObject && first.get('CompletionText')).toBe('Get-Date');
  });
});
