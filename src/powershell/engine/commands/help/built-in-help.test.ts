import { describe, expect, it } from 'vitest';
import { BUILT_IN_COMMANDS } from '../index.js';
import { commandsWithHelp, describedParameters, withBuiltInHelp } from './built-in-help.js';
import { commandHelpText, parameterHelp } from './help-text.js';

describe('help of the built-in commands', () => {
  it('has a description and an example for the commands, all but what is new', () => {
    const known = commandsWithHelp();
    const specs = BUILT_IN_COMMANDS.map(({ spec }) => spec);
    const missing = specs
      .filter(({ name, help }) => !known.has(name.toLowerCase()) && help === undefined)
      .map(({ name }) => name);
    if (missing.length > 0) console.warn(`commands without a text in command-texts.ts: ${missing.join(', ')}`);
    expect(missing.length).toBeLessThan(specs.length / 10);
    expect(specs.filter(({ synopsis }) => (synopsis ?? '') === '').map(({ name }) => name)).toEqual([]);
  });

  it('has no text for a parameter that its command does not have', () => {
    const strangers = BUILT_IN_COMMANDS.flatMap(({ spec }) => {
      const names = new Set(spec.parameters.map(({ name }) => name.toLowerCase()));
      return describedParameters(spec.name)
        .filter((name) => !names.has(name))
        .map((name) => `${spec.name} -${name}`);
    });
    expect(strangers).toEqual([]);
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
