/** Types whose values are shown as their text alone. */
import { stripDeserialized } from '../../../protocol/objects/index.js';

const SCALARS = new Set(
  [
    'System.String',
    'System.SByte',
    'System.Byte',
    'System.Int16',
    'System.UInt16',
    'System.Int32',
    'System.UInt32',
    'System.Int64',
    'System.UInt64',
    'System.Char',
    'System.Single',
    'System.Double',
    'System.Boolean',
    'System.Decimal',
    'System.IntPtr',
    'System.Security.SecureString',
    'System.Numerics.BigInteger',
  ].map((name) => name.toLowerCase()),
);

/** Numbers, text, booleans and enum values, by type names, most derived first. */
export function isScalarType(typeNames: readonly string[]): boolean {
  const first = typeNames[0];
  if (first === undefined) return false;
  return typeNames[1] === 'System.Enum' || SCALARS.has(stripDeserialized(first).toLowerCase());
}
