/**
 * Compares our parse of a text with the real parser's (test/peer, mode `parse`): acceptance, errors with ids, places and
 * words, tokens, and every field of every node of our tree with the property of the same name of the real tree.
 */
import type { Ast, ParseResult } from '../../src/powershell/lang/index.js';

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
interface JsonObject {
  readonly [key: string]: Json;
}

/** What the real parser said, as the peer writes it. */
export type RealParse = Readonly<Record<string, unknown>>;

/** Fields of ours that the real nodes do not have, or have in another form that is compared below. */
const SKIPPED = new Set([
  'kind',
  'extent',
  'errorPosition',
  'nameExtent',
  'parts',
  'typeKind',
  'flags',
  'parallel',
  'conditions',
  'bodies',
  'errorKind',
  'scriptRequirements',
  'nestedAst',
]);
const NUMBER_TYPES: Readonly<Record<string, string>> = {
  sbyte: 'System.SByte',
  byte: 'System.Byte',
  short: 'System.Int16',
  ushort: 'System.UInt16',
  int: 'System.Int32',
  uint: 'System.UInt32',
  long: 'System.Int64',
  ulong: 'System.UInt64',
  bigint: 'System.Numerics.BigInteger',
  decimal: 'System.Decimal',
  double: 'System.Double',
};

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function isList(value: unknown): value is readonly Json[] {
  return Array.isArray(value);
}
function scalar(value: Json | undefined): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
function pascal(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
function short(value: unknown): string {
  return JSON.stringify(value)?.slice(0, 120) ?? 'nothing';
}

/** At most `limit` differences, as sentences; empty when both say the same. */
export function compareParse(our: ParseResult, real: RealParse, limit = 5): readonly string[] {
  const found: string[] = [];
  const ourErrors = our.errors.map((e) =>
    short([e.errorId, e.extent.startOffset, e.extent.endOffset, e.incompleteInput, e.message]),
  );
  const realErrors = (isList(real['errors']) ? real['errors'] : [])
    .filter(isObject)
    .map((e) => short([e['errorId'], e['start'], e['end'], e['incompleteInput'], e['message']]));
  for (let i = 0; i < Math.max(ourErrors.length, realErrors.length); i++) {
    if (ourErrors[i] !== realErrors[i])
      found.push(`error ${i}: ours ${ourErrors[i] ?? '-'}, real ${realErrors[i] ?? '-'}`);
  }
  if (isObject(real['tree'])) compareNode(our.ast, real['tree'], 'tree', found);
  if (isList(real['tokens'])) compareTokens(our, real['tokens'], found);
  return found.slice(0, limit);
}

function compareTokens(our: ParseResult, real: readonly Json[], found: string[]): void {
  const ours = our.tokens.map((t) => `${t.kind} ${t.startOffset}-${t.endOffset}`);
  const theirs = real.filter(isObject).map((t) => `${scalar(t['kind'])} ${scalar(t['start'])}-${scalar(t['end'])}`);
  for (let i = 0; i < Math.max(ours.length, theirs.length); i++) {
    if (ours[i] === theirs[i]) continue;
    found.push(`token ${i}: ours ${ours[i] ?? '-'}, real ${theirs[i] ?? '-'}`);
    return;
  }
}

function compareNode(our: Ast, real: JsonObject, where: string, found: string[]): void {
  const at = `${where}/${our.kind}`;
  if (real['type'] !== our.kind) {
    found.push(`${at}: the real node is ${short(real['type'])}`);
    return;
  }
  const { startOffset, endOffset } = our.extent;
  if (real['start'] !== startOffset || real['end'] !== endOffset) {
    found.push(`${at}: ours at ${startOffset}-${endOffset}, real at ${short(real['start'])}-${short(real['end'])}`);
  }
  const { startLineNumber, startColumnNumber, endLineNumber, endColumnNumber } = our.extent;
  const lines = [startLineNumber, startColumnNumber, endLineNumber, endColumnNumber];
  const realLines = [real['line'], real['column'], real['endLine'], real['endColumn']];
  if (endOffset > 0 && short(lines) !== short(realLines))
    found.push(`${at}: ours ${short(lines)}, real ${short(realLines)}`);
  for (const [field, value] of Object.entries(our)) {
    if (!SKIPPED.has(field)) compareField(our, field, value, real, `${at}.${field}`, found);
  }
  compareFlags(our, real, at, found);
}

function compareField(our: Ast, field: string, value: unknown, real: JsonObject, at: string, found: string[]): void {
  // The block of `parallel { }` is a token in both.
  if (our.kind === 'BlockStatementAst' && field === 'blockKind') return;
  compareValue(value, real[pascal(field)], at, found);
}

/** Flags are sets of names there and fields here. */
function compareFlags(our: Ast, real: JsonObject, at: string, found: string[]): void {
  const flags = scalar(real['Flags'])
    .split(', ')
    .filter((name) => name !== '' && name !== 'None');
  let ours: string[] = [];
  if (our.kind === 'SwitchStatementAst') {
    ours = Object.entries(our.flags)
      .filter(([, set]) => set === true)
      .map(([name]) => pascal(name));
  } else if (our.kind === 'ForEachStatementAst') ours = our.parallel ? ['Parallel'] : [];
  else return;
  if (ours.toSorted().join() !== flags.toSorted().join())
    found.push(`${at}: flags ours ${ours.join()}, real ${flags.join()}`);
}

function compareValue(our: unknown, real: Json | undefined, at: string, found: string[]): void {
  if (our === undefined || our === null) {
    if (real !== undefined && real !== null && !(isList(real) && real.length === 0))
      found.push(`${at}: ours nothing, real ${short(real)}`);
  } else if (Array.isArray(our)) {
    const list = isList(real) ? real : [];
    if (list.length !== our.length) found.push(`${at}: ours ${our.length} items, real ${list.length}`);
    else our.forEach((item, i) => compareValue(item, list[i], `${at}[${i}]`, found));
  } else if (typeof our !== 'object') {
    if (our !== real) found.push(`${at}: ours ${short(our)}, real ${short(real)}`);
  } else compareObject(our, real, at, found);
}

function isAst(value: object): value is Ast {
  return 'kind' in value && typeof value.kind === 'string' && value.kind.endsWith('Ast');
}

function compareObject(our: object, real: Json | undefined, at: string, found: string[]): void {
  if (isAst(our)) {
    if (isObject(real)) compareNode(our, real, at, found);
    else found.push(`${at}: ours ${our.kind}, real ${short(real)}`);
    return;
  }
  const fields: JsonObject = isObject(real) ? real : {};
  if ('fullName' in our) {
    const name = [our.fullName, 'assemblyName' in our ? (our.assemblyName ?? null) : null];
    const theirs = [fields['fullName'], fields['assembly'] ?? null];
    if (short(name) !== short(theirs)) found.push(`${at}: ours ${short(name)}, real ${short(theirs)}`);
  } else if ('userPath' in our) {
    const path = [
      our.userPath,
      'isVariable' in our && our.isVariable,
      ('driveName' in our ? our.driveName : null) ?? null,
    ];
    const theirs = [fields['userPath'], fields['isVariable'], fields['drive'] ?? null];
    if (short(path) !== short(theirs)) found.push(`${at}: ours ${short(path)}, real ${short(theirs)}`);
  } else if ('type' in our && 'value' in our) {
    const type = NUMBER_TYPES[String(our.type)];
    const same = our.type === 'double' ? Number(fields['value']) === our.value : fields['value'] === String(our.value);
    const infinite = our.value === Number.POSITIVE_INFINITY || our.value === Number.NEGATIVE_INFINITY;
    if (fields['number'] !== type || !(same || infinite)) {
      found.push(`${at}: ours ${String(our.type)} ${String(our.value)}, real ${short(real)}`);
    }
  } else if ('key' in our && 'value' in our) {
    compareValue([our.key, our.value], real, at, found);
  } else if ('condition' in our && 'body' in our) {
    compareValue([our.condition, our.body], real, at, found);
  } else found.push(`${at}: nothing to compare ${short(Object.keys(our))} with`);
}
