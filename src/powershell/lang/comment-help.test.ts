import { describe, expect, it } from 'vitest';
import { commentHelp, parseInput } from './index.js';

function helpOf(text: string) {
  const { ast, tokens } = parseInput(text);
  const statement = ast.endBlock?.statements[0];
  return commentHelp(statement?.kind === 'FunctionDefinitionAst' ? statement : ast, tokens);
}

describe('comment-based help', () => {
  const block =
    '<#\n.SYNOPSIS\n  Does it.\n\n  Really.\n.PARAMETER Name\n  Whose.\n.EXAMPLE\n  PS> f\n.LINK\n  about_f\n#>';
  it.each([
    ['before the function', `${block}\nfunction f($name) { }`],
    ['at its beginning', `function f($name) {\n${block}\n1 }`],
    ['at its end', `function f($name) { 1\n${block}\n}`],
  ])('is found %s', (_, text) => {
    const found = helpOf(text);
    expect(found).toMatchObject({ synopsis: 'Does it.\n\nReally.\n', examples: ['PS> f\n'], links: ['about_f'] });
    expect(found?.parameters.get('NAME')).toBe('Whose.\n');
  });
  it('takes line comments, and comments on parameters', () => {
    const found = helpOf('# .SYNOPSIS\n#  One\nfunction f {\n param(\n # The first.\n $a,\n\n\n $b)\n}');
    expect(found?.synopsis).toBe('One\n');
    expect([...(found?.parameters ?? [])]).toEqual([['A', 'The first.\n']]);
  });
  it('is not a comment without sections, with an unknown one, or three lines away', () => {
    expect(helpOf('# plain\nfunction f { }')).toBeUndefined();
    expect(helpOf('# .NONSENSE\nfunction f { }')).toBeUndefined();
    expect(helpOf('# .SYNOPSIS\n# x\n\n\n\nfunction f { }')).toBeUndefined();
  });
});
