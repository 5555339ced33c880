import { describe, expect, it } from 'vitest';
import { BUILT_IN_COMMANDS } from '../index.js';
import { commandsWithHelp, withBuiltInHelp } from './built-in-help.js';
import { commandHelpText, parameterHelp } from './help-text.js';

/** The prompt's and the remote session's own helpers need no example. */
const WITHOUT_EXAMPLE = new Set(['Exit-PSSession']);

describe('help of the built-in commands', () => {
  it('has a description and an example for every command', () => {
    const known = commandsWithHelp();
    const missing = BUILT_IN_COMMANDS.map(({ spec }) => spec)
      .filter(({ name, help }) => !known.has(name.toLowerCase()) && help === undefined && !WITHOUT_EXAMPLE.has(name))
      .map(({ name }) => name);
    expect(missing).toEqual([]);
  });

  it('describes parameters that there are, and no others', () => {
    const specs = new Map(BUILT_IN_COMMANDS.map(({ spec }) => [spec.name, spec]));
    const spec = specs.get('Get-Content');
    expect(spec).toBeDefined();
    if (spec === undefined) return;
    const tail = spec.parameters.find(({ name }) => name === 'Tail');
    expect(tail).toBeDefined();
    if (tail === undefined) return;
    const helped = withBuiltInHelp(spec);
    expect(parameterHelp(helped, tail)).toMatch(/-Tail <Int32>\n +How many lines from the end\./);
    const full = commandHelpText(helped, 'full');
    for (const title of ['NAME', 'SYNOPSIS', 'SYNTAX', 'ALIASES', 'DESCRIPTION', 'PARAMETERS', 'INPUTS', 'OUTPUTS'])
      expect(full).toContain(`${title}\n`);
    expect(full).toContain('PS> Get-Content ./log.txt -Tail 20 -Wait');
  });
});
