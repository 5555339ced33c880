/** Names of .NET types that a script may use without loading anything, in lower case. */
export const KNOWN_TYPES: ReadonlySet<string> = new Set([
  'int',
  'byte',
  'long',
  'uint32',
  'sbyte',
  'int16',
  'uint16',
  'uint64',
  'int32',
  'int64',
  'double',
  'single',
  'char',
  'bool',
]);
