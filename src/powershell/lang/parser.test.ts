import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type Ast, type ExpressionAst, findAll, parseInput, pureExpression } from './index.js';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');
const SNIPPETS = path.join(ROOT, 'test/differential/snippets');

interface Vector {
  readonly name: string;
  readonly errors: readonly unknown[];
  readonly nodes: string;
  readonly tokens: string;
}
/** Errors, nodes and tokens of the real parser for our own snippets. */
const vectors: { readonly cases: readonly Vector[] } = JSON.parse(
  readFileSync(path.join(ROOT, 'test/vectors/lang/parser.json'), 'utf8'),
);
const texts = new Map<string, string>();
for (const file of readdirSync(SNIPPETS)) {
  const parts = readFileSync(path.join(SNIPPETS, file), 'utf8').split(/^#---.*\r?\n/m);
  parts.forEach((text, i) => texts.set(`${file.replace('.ps1', '')} ${i + 1}`, text));
}

function only(text: string): ExpressionAst {
  const { ast, errors } = parseInput(text);
  expect(errors).toEqual([]);
  const statement = ast.endBlock?.statements[0];
  const expression = statement === undefined ? undefined : pureExpression(statement);
  if (expression === undefined) throw new Error(`not one expression: ${text}`);
  return expression;
}
function ids(text: string): readonly string[] {
  return parseInput(text).errors.map((error) => error.errorId);
}
function command(text: string): Extract<Ast, { kind: 'CommandAst' }> {
  const found = findAll(parseInput(text).ast, (ast) => ast.kind === 'CommandAst')[0];
  if (found?.kind !== 'CommandAst') throw new Error(`no command: ${text}`);
  return found;
}

describe('a long word where statements are expected', () => {
  const unit = '$a${b c}$$@e';
  it('is quoted from where each statement begins', () => {
    const text = unit.repeat(20);
    const { errors } = parseInput(text);
    const said = errors.filter(({ errorId }) => errorId === 'UnexpectedToken');
    expect(said.length).toBeGreaterThanOrEqual(20);
    for (const { message, extent } of said)
      expect(message).toBe(`Unexpected token '${extent.text}' in expression or statement.`);
  });
});

describe('parser, recorded from System.Management.Automation 7.6.9', () => {
  it.each(vectors.cases)('$name', ({ name, errors, nodes, tokens }) => {
    const our = parseInput(texts.get(name) ?? 'missing snippet');
    expect(
      our.errors.map(({ errorId, message, incompleteInput, extent }) => ({
        errorId,
        start: extent.startOffset,
        end: extent.endOffset,
        incompleteInput,
        message,
      })),
    ).toEqual(errors);
    const ours = findAll(our.ast, (ast) => ast.kind !== 'BaseCtorInvokeMemberExpressionAst')
      .map((ast) => `${ast.kind} ${ast.extent.startOffset}-${ast.extent.endOffset}`)
      .sort();
    expect(ours.join('; ')).toBe(nodes);
    expect(our.tokens.map((t) => `${t.kind} ${t.startOffset}-${t.endOffset}`).join('; ')).toBe(tokens);
  });
});

describe('commands', () => {
  it('take a list as one argument: Format-Table -Property ComputerName, InstanceID', () => {
    const { commandElements } = command('Format-Table -Property ComputerName, InstanceID');
    expect(commandElements.map((e) => e.kind)).toEqual([
      'StringConstantExpressionAst',
      'CommandParameterAst',
      'ArrayLiteralAst',
    ]);
  });
  it('bind -name:value and keep a word with a variable in it expandable', () => {
    const [, parameter, word] = command('foo -a:1 x$y.txt').commandElements;
    expect(parameter).toMatchObject({ parameterName: 'a', argument: { value: { type: 'int', value: 1 } } });
    expect(word).toMatchObject({
      kind: 'ExpandableStringExpressionAst',
      stringConstantType: 'BareWord',
      value: 'x$y.txt',
    });
    if (word?.kind !== 'ExpandableStringExpressionAst') return;
    expect(word.parts.map((part) => (typeof part === 'string' ? part : part.extent.text))).toEqual(['x', '$y', '.txt']);
  });
  it('give the rest of the line after --% as it stands, up to a pipe', () => {
    const [name, stop, rest] = command('icacls --% a /g "x|y":(F) | foo').commandElements;
    expect([name, stop, rest]).toMatchObject([{ value: 'icacls' }, { value: '--%' }, { value: 'a /g "x|y":(F) ' }]);
  });
  it('know redirections by stream', () => {
    expect(command('foo 2>&1 >> a.txt').redirections).toMatchObject([
      { kind: 'FileRedirectionAst', fromStream: 'Output', append: true },
      { kind: 'MergingRedirectionAst', fromStream: 'Error', toStream: 'Output' },
    ]);
  });
  it('chain with && and ||, and run in the background with &', () => {
    const chain = parseInput('a && b || c &').ast.endBlock?.statements[0];
    expect(chain).toMatchObject({ operator: 'OrOr', background: true, lhsPipelineChain: { operator: 'AndAnd' } });
  });
});

describe('expressions', () => {
  it('bind by precedence, left first', () => {
    expect(only('1 + 2 * 3 - 4')).toMatchObject({
      operator: 'Minus',
      left: { operator: 'Plus', right: { operator: 'Multiply' } },
    });
    expect(only('-not $a -eq $b')).toMatchObject({ operator: 'Ieq', left: { tokenKind: 'Not' } });
    expect(only('1,2+3,4')).toMatchObject({ operator: 'Plus', left: { kind: 'ArrayLiteralAst' } });
  });
  it('tell the ternary, the null operators and the ? alias apart', () => {
    expect(only('$a ? 1 : 2').kind).toBe('TernaryExpressionAst');
    expect(only('$a ?? 1')).toMatchObject({ operator: 'QuestionQuestion' });
    expect(only('${a}?.b')).toMatchObject({ kind: 'MemberExpressionAst', nullConditional: true });
    expect(only('${a}?[0]')).toMatchObject({ kind: 'IndexExpressionAst', nullConditional: true });
    expect(only('$a?.b')).toMatchObject({ expression: { variablePath: { userPath: 'a?' } } });
    expect(command('? { $_ }').commandElements[0]).toMatchObject({ value: '?' });
  });
  it('read generic, array and assembly-qualified type names', () => {
    expect(only('[Dictionary[string,List[int[]]]]')).toMatchObject({
      typeName: { kind: 'GenericTypeName', fullName: 'Dictionary[string,List[int[]]]' },
    });
    expect(only('[T[,], mscorlib, Version=1.0]')).toMatchObject({
      typeName: { kind: 'ArrayTypeName', rank: 2, assemblyName: 'mscorlib, Version=1.0' },
    });
  });
  it('resolve escapes in strings and doubled quotes in their subexpressions', () => {
    expect(only('"a`tb`u{1F600}`$c""d"')).toMatchObject({
      kind: 'StringConstantExpressionAst',
      value: 'a\tb\u{1F600}$c"d',
    });
    const [call] = findAll(parseInput('"$(f ""x y"")"').ast, (ast) => ast.kind === 'CommandAst');
    expect(call).toMatchObject({ commandElements: [{ value: 'f' }, { value: 'x y', extent: { text: '""x y""' } }] });
  });
  it('rethrow only inside catch', () => {
    const throws = findAll(
      parseInput('throw; try { throw } catch { throw; throw 1 }').ast,
      (a) => a.kind === 'ThrowStatementAst',
    );
    expect(throws.map((ast) => ast.kind === 'ThrowStatementAst' && ast.isRethrow)).toEqual([false, false, true, false]);
  });
});

describe('limits and manners', () => {
  it('refuses nesting that no person writes, and says so as PowerShell does', () => {
    for (const open of ['(', '{', '$(', '@{a=', '[a[', '-not ', 'if(1){', '"$(', 'x{']) {
      expect(ids(open.repeat(20_000)), open).toEqual(expect.arrayContaining(['ScriptTooComplicated']));
    }
  });
  it('takes a sum of 5,000 terms', () => {
    expect(ids(`${'1+'.repeat(5000)}1`)).toEqual([]);
  });
  it('gives lines and columns from 1, for every kind of line end', () => {
    const { extent } = parseInput('1\r\n2\r3\n  $x').ast.endBlock?.statements[3] ?? parseInput('').ast;
    expect([extent.startLineNumber, extent.startColumnNumber, extent.endColumnNumber]).toEqual([4, 3, 5]);
  });
  it('ends on any text', () => {
    let state = 7;
    const letters = '(){}[]$@"\'`#<>|&;,.:?!-+=*/% \n\r\tabif0x1e\u201c\u2019\u2014\0\ud800';
    for (let round = 0; round < 3000; round++) {
      let text = '';
      for (let i = 0; i < 30; i++) {
        state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
        text += letters.charAt((state >>> 8) % letters.length);
      }
      const { tokens, errors } = parseInput(text);
      for (const { extent } of errors) expect(extent.startOffset).toBeLessThanOrEqual(extent.endOffset);
      expect(tokens.at(-1)?.kind).toBe('EndOfInput');
    }
  });
});

describe('what the world has to say', () => {
  it('finds no module and no assembly unless told', () => {
    expect(ids('using module Foo')).toEqual(['ModuleNotFoundDuringParse']);
    expect(parseInput('using module Foo', undefined, { moduleExists: () => true }).errors).toEqual([]);
    expect(ids('using assembly Foo')).toEqual(['ErrorLoadingAssembly']);
    expect(parseInput('using assembly Foo', undefined, { resolveAssembly: () => '/x/Foo.dll' }).errors).toEqual([]);
  });
  it('finds types inside classes by accelerator, name, namespace and the script itself', () => {
    const text =
      'using namespace System.Text\nclass A { [int]$a; [System.Version]$b; [StringBuilder]$c; [B]$d; [Nope]$e } class B {}';
    expect(parseInput(text).errors.map((e) => e.message)).toEqual(['Unable to find type [Nope].']);
    expect(parseInput(text, undefined, { typeExists: (name) => name === 'Nope' }).errors).toEqual([]);
  });
  it('reads #requires', () => {
    const text = "#requires -Version 7.2 -Modules A, @{ ModuleName = 'B'; ModuleVersion = '1.2' } -RunAsAdministrator";
    expect(parseInput(text).ast.scriptRequirements).toMatchObject({
      requiredPSVersion: '7.2',
      requiredModules: [{ name: 'A' }, { name: 'B', version: '1.2' }],
      isElevationRequired: true,
    });
  });
});
