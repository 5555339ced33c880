import { describe, expect, it } from 'vitest';
import { createRunspace } from '../engine/index.js';
import { SessionContext } from '../../client/session/index.js';
import { scriptRun } from '../engine/test-support/run-script.js';
import { ENGINE_FAMILY } from './family.js';
import { familyRunspaceOptions } from './index.js';

describe('the help of the session commands', () => {
  it('has an example, a text for each parameter, and leads on to what there is', async () => {
    const context = new SessionContext();
    const runspace = createRunspace(await familyRunspaceOptions(context));
    const found: string[] = [];
    const script = `
      foreach ($link in '${[...new Set(ENGINE_FAMILY.flatMap(({ relatedLinks = [] }) => relatedLinks))].join("','")}') {
        if ($null -eq (Get-Help $link -ErrorAction Ignore)) { $link }
      }`;
    await runspace.run(scriptRun(script, { output: (value) => void found.push(String(value)) }));
    expect(found).toEqual([]);
    for (const { name, examples, relatedLinks = [], parameters } of ENGINE_FAMILY) {
      expect(examples.length, name).toBeGreaterThan(0);
      expect(relatedLinks.length, name).toBeGreaterThan(1);
      for (const parameter of parameters) expect(parameter.help, `${name} -${parameter.name}`).not.toBe('');
    }
    await runspace.dispose();
    await context.close();
  });
});
