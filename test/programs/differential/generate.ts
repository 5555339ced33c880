/** Snippets made from a seed: every operator and cast over values of every kind, indexes, formats, small programs. */

import { pick, type Random } from './random.js';

const VALUES = [
  '0',
  '1',
  '-1',
  '2',
  '7',
  '-8',
  '2147483647',
  '-2147483648',
  '2147483648',
  '5L',
  '-3L',
  '9223372036854775807',
  '1.5',
  '-2.5',
  '0.0',
  '1e20',
  '1e-7',
  '[double]::NaN',
  '[double]::PositiveInfinity',
  '3d',
  '-1.50d',
  '0.1d',
  '[byte]3',
  '[byte]255',
  '[sbyte]-4',
  '[int16]300',
  '[uint16]9',
  '[uint32]6',
  '[uint64]8',
  '[single]1.25',
  '12n',
  "''",
  "'a'",
  "'A'",
  "'abc'",
  "'5'",
  "'-2'",
  "'1.5'",
  "'0x1F'",
  "' 7 '",
  "'1e2'",
  "'true'",
  "'b c'",
  "'2024-01-02'",
  '$true',
  '$false',
  '$null',
  "[char]'a'",
  "[char]'5'",
  '@()',
  '@(1)',
  '@(1, 2)',
  "@('a', 'b')",
  '@(1, $null)',
  '@(3, 1, 2)',
  '@(, @(1, 2))',
  '[int[]](4, 5)',
  '@{}',
  '@{ a = 1 }',
  '[ordered]@{ x = 1; y = 2 }',
  '[pscustomobject]@{ a = 1 }',
  '{ 1 }',
  '[int]',
  "[datetime]'2024-01-02'",
  "[timespan]'01:00:00'",
  "[version]'1.2'",
  "[guid]'6d2e9dd7-3d52-4a2f-9b5b-6c0a1d2f3e4a'",
  '[System.DayOfWeek]::Monday',
  "[System.IO.FileAttributes]'ReadOnly'",
  '[System.Collections.ArrayList]@(1, 2)',
  "[uri]'http://a/b'",
  '[switch]$true',
  '(1..3)',
  '[string[]](1, 2)',
  '[char[]]"ab"',
  '[byte[]](1, 2)',
]; // prettier-ignore
const BINARY = [
  '+',
  '-',
  '*',
  '/',
  '%',
  '-eq',
  '-ne',
  '-lt',
  '-le',
  '-gt',
  '-ge',
  '-ceq',
  '-band',
  '-bor',
  '-bxor',
  '-shl',
  '-shr',
  '-and',
  '-or',
  '-xor',
  '-like',
  '-notlike',
  '-match',
  '-contains',
  '-in',
  '-notin',
  '-replace',
  '-split',
  '-join',
  '-f',
  '..',
  '-is',
  '-as',
  '??',
  ',',
]; // prettier-ignore
const UNARY = ['-', '+', '!', '-not ', '-bnot ', '-join ', '-split ', ', '];
const TYPES = [
  'int',
  'long',
  'byte',
  'sbyte',
  'int16',
  'uint16',
  'uint32',
  'uint64',
  'double',
  'single',
  'decimal',
  'bigint',
  'string',
  'char',
  'bool',
  'datetime',
  'timespan',
  'guid',
  'version',
  'uri',
  'array',
  'object[]',
  'int[]',
  'string[]',
  'char[]',
  'byte[]',
  'bool[]',
  'double[]',
  'hashtable',
  'pscustomobject',
  'psobject',
  'object',
  'scriptblock',
  'switch',
  'type',
  'regex',
  'System.DayOfWeek',
  'System.IO.FileAttributes',
  'nullable[int]',
  'System.Collections.ArrayList',
  'System.Collections.Generic.List[int]',
  'System.Collections.Generic.List[string]',
]; // prettier-ignore
const FORMATS = [
  'N0',
  'N2',
  'F1',
  'D3',
  'X',
  'x4',
  'P',
  'P1',
  'C',
  'E',
  'e3',
  'G',
  'G3',
  'R',
  '0',
  '00.00',
  '#,##0.0',
  '0.###',
  '#',
  "'a'0",
  'yyyy-MM-dd',
  'd',
  'o',
  's',
  'u',
  'HH:mm:ss',
  'dddd',
  'B8',
  '0%',
  '+0;-0;zero',
  'c',
  'g',
  'hh\\:mm',
]; // prettier-ignore
const INDEXES = ['0', '1', '-1', '-2', '5', '0, 1', '1..2', "'a'", "'x'", '$null', '1.6', "'1'", '-3..-1', '@()'];
const CONDITIONS = ['$i -gt 2', '$i % 2', "$s -eq 'a'", '$null', '@()', '$i -and $s', '$h.k', "$s -match '^a'"];

function expression(random: Random, depth: number): string {
  const kind = depth <= 0 ? 0 : random(12);
  const inner = (): string => expression(random, depth - 1);
  if (kind < 4) return pick(random, VALUES);
  if (kind < 8) return `(${inner()} ${pick(random, BINARY)} ${inner()})`;
  if (kind === 8) return `(${pick(random, UNARY)}${inner()})`;
  if (kind === 9) return `([${pick(random, TYPES)}]${inner()})`;
  if (kind === 10) return `(${inner()})[${pick(random, INDEXES)}]`;
  return `"<$(${inner()})>"`;
}

function statement(random: Random, depth: number): string {
  const value = (): string => expression(random, 1);
  const body = (): string => block(random, depth - 1);
  if (depth <= 0) {
    switch (random(8)) {
      case 0:
        return '$i';
      case 1:
        return '"$i $s"';
      case 2:
        return `$x = ${value()}; $x`;
      case 3:
        return '$i++';
      case 4:
        return `$x += ${value()}`;
      case 5:
        return `$h['k'] = ${value()}; $h.k`;
      case 6:
        return `$s = ${value()}; $s`;
      default:
        return value();
    }
  }
  switch (random(12)) {
    case 0:
      return `if (${pick(random, CONDITIONS)}) { ${body()} } else { ${body()} }`;
    case 1:
      return `foreach ($i in ${value()}) { ${body()} }`;
    case 2:
      return `for ($n = 0; $n -lt 3; $n++) { ${body()}; if (${pick(random, CONDITIONS)}) { ${pick(random, ['break', 'continue'])} } }`;
    case 3:
      return `switch (${value()}) { ${pick(random, VALUES)} { ${body()} } { $_ -eq $i } { 'block' } default { "def $_" } }`;
    case 4:
      return `try { ${body()}; ${pick(random, ["throw 'e'", '1 / 0', "[int]'x'", 'throw 5', "'ok'"])} } catch { "$_"; $_.FullyQualifiedErrorId } finally { 'fin' }`;
    case 5:
      return `& { ${body()} } ${value()}`;
    case 6:
      return `${value()} | ForEach-Object { ${body()}; $_ }`;
    case 7:
      return `${value()} | Where-Object { ${pick(random, CONDITIONS)} }`;
    case 8:
      return `function f($a, $b = 3) { ${body()}; "$a|$b" }; f ${value()}`;
    case 9:
      return `$r = $(${body()}); $r`;
    case 10:
      return `$x = @(${body()}); $x.Count`;
    default:
      return `. { param($i) ${body()} } ${value()}`;
  }
}
function block(random: Random, depth: number): string {
  return Array.from({ length: 1 + random(2) }, () => statement(random, depth)).join('; ');
}

/** One snippet. */
export function generate(random: Random): string {
  const value = (): string => pick(random, VALUES);
  switch (random(10)) {
    case 0:
    case 1:
    case 2:
      return `${value()} ${pick(random, BINARY)} ${value()}`;
    case 3:
      return `[${pick(random, TYPES)}](${value()})`;
    case 4:
      return `${value()} -as [${pick(random, TYPES)}]; ${value()} -is [${pick(random, TYPES)}]`;
    case 5:
      return `'{0:${pick(random, FORMATS).replaceAll("'", "''")}}' -f ${value()}`;
    case 6:
      return `$v = ${value()}; $v[${pick(random, INDEXES)}]; "$v"; $v.Count`;
    case 7:
      return expression(random, 3);
    default:
      return `$i = 1; $s = 'a'; $h = @{}; ${block(random, 2)}`;
  }
}
