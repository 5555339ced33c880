/** Operators with what PowerShell says of them, and what `switch` takes. */
import type { CompletionItem } from './completion-result.js';

/** They come in three forms, which differ in case alone: what they are, and what they do. */
const COMPARING: Readonly<Record<string, readonly [string, string]>> = {
  contains: [
    'Containment operator',
    'Returns TRUE when the test value (right operand) exactly matches at least one of the values in the left operand.',
  ],
  eq: [
    'Equal to',
    'When the left operand is a collection, returns values from the collection that equal the right operand, otherwise returns TRUE if the left operand equals the right operand.',
  ],
  ge: [
    'Greater than or equal to',
    'When the left operand is a collection, returns values from the collection that are greater than or equal to the right operand, otherwise returns TRUE if the left operand is greater than or equal to the right operand.',
  ],
  gt: [
    'Greater than',
    'When the left operand is a collection, returns values from the collection that are greater than the right operand, otherwise returns TRUE if the left operand is greater than the right operand.',
  ],
  in: [
    'Containment operator',
    'Returns TRUE when the test value (left operand) exactly matches at least one of the values in the right operand.',
  ],
  le: [
    'Less than or equal to',
    'When the left operand is a collection, returns values from the collection that are less than or equal to the right operand, otherwise returns TRUE if the left operand is less than or equal to the right operand.',
  ],
  like: [
    'Wildcard matching operator',
    'When the left operand is a collection, returns values from the collection that match the right hand operand, otherwise returns TRUE if the left operand matches the right operand.',
  ],
  lt: [
    'Less than',
    'When the left operand is a collection, returns values from the collection that are less than the right operand, otherwise returns TRUE if the left operand is less than the right operand.',
  ],
  match: [
    'Regular expression matching operator',
    'When the left operand is a collection, returns values from the collection that match the right hand operand, otherwise returns TRUE if the left operand matches the right operand.',
  ],
  ne: [
    'Not equal to',
    'When the left operand is a collection, returns values from the collection that do not equal the right operand, otherwise returns TRUE if the left operand does not equal the right operand.',
  ],
  notcontains: [
    'Containment operator',
    'Returns TRUE when the test value (right operand) exactly matches none of the values in the left operand.',
  ],
  notin: [
    'Containment operator',
    'Returns TRUE when the test value (left operand) exactly matches none of the values in the right operand.',
  ],
  notlike: [
    'Wildcard matching operator',
    'When the left operand is a collection, returns values from the collection that do not match the right hand operand, otherwise returns TRUE if the left operand does not match the right operand.',
  ],
  notmatch: [
    'Regular expression matching operator',
    'When the left operand is a collection, returns values from the collection that do not match the right hand operand, otherwise returns TRUE if the left operand does not match the right operand.',
  ],
  replace: ['Replace operator', "Changes the left operand. Example: (dir *.ps1).FullName -replace '.ps1$','.ps1.bak'"],
  split: [
    'Split',
    'Split one or more strings into substrings.\n-Split <String>\n\n<String> -Split <Delimiter>[,<Max-substrings>[,"<Options>"]]\n\n<String> -Split {<ScriptBlock>} [,<Max-substrings>]',
  ],
};
const OTHER: Readonly<Record<string, string>> = {
  and: 'Logical and. Returns TRUE when both statements are TRUE.',
  as: 'Converts the left operand to the specified .NET Framework type (right operand).',
  band: 'Bitwise AND',
  bnot: 'Bitwise NOT',
  bor: 'Bitwise OR (inclusive)',
  bxor: 'Bitwise OR (exclusive)',
  f: 'Formats strings by using the format method of string objects.',
  is: 'Returns TRUE when the left operand is an instance of the specified .NET Framework type (right operand).',
  isnot: 'Returns TRUE when the left operand is not an instance of the specified .NET Framework type (right operand).',
  join: 'Join - combine multiple strings into a single string.\n-Join <String[]>\n<String[]> -Join <Delimiter>',
  not: 'Logical not. Negates the statement that follows it.',
  or: 'Logical or. TRUE when either or both statements are TRUE.',
  shl: 'Shift Left bit operator. Inserts zero in right-most bit position.',
  shr: 'Shift Right bit operator. Inserts zero in the left-most bit position. For signed values, sign bit is preserved.',
  xor: 'Logical exclusive or. Returns TRUE when one of the statements is TRUE and the other is FALSE.',
};
/** PowerShell's own texts of these do not follow the others. */
const APART: Readonly<Record<string, string>> = {
  ccontains:
    'Containment operator - case sensitive. Returns TRUE only when the test value (right operand) exactly matches at least one of the values in the left operand.',
  notin:
    'Containment operator - case sensitive. Returns TRUE when the test value (left operand) exactly matches none of the values in the right operand.',
};
const OPERATORS: ReadonlyMap<string, string> = new Map(
  [
    ...Object.entries(COMPARING).flatMap(([name, [kind, told]]) =>
      [name, `c${name}`, `i${name}`].map((form): readonly [string, string] => {
        const sensitivity = form === `c${name}` ? 'sensitive' : 'insensitive';
        return [form, APART[form] ?? `${kind} - case ${sensitivity}. ${told}`];
      }),
    ),
    ...Object.entries(OTHER),
  ].sort(([a], [b]) => (a < b ? -1 : 1)),
);
const SWITCHES = ['CaseSensitive', 'Exact', 'File', 'Parallel', 'Regex', 'Wildcard'];

export function operatorItems(written: string): CompletionItem[] {
  const lower = written.slice(1).toLowerCase();
  return [...OPERATORS]
    .filter(([name]) => name.startsWith(lower))
    .map(([name, tip]) => ({ text: `-${name}`, label: name, kind: 'ParameterName', tip }));
}
export const switchItems = (written: string): CompletionItem[] =>
  SWITCHES.filter((name) => name.toLowerCase().startsWith(written.slice(1).toLowerCase())).map((name) => ({
    text: `-${name}`,
    label: name,
    kind: 'ParameterName',
    tip: name,
  }));
