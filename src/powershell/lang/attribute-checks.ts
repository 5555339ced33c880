/** Where an attribute may stand in a class, and which of its members can be set. */
import type { AttributeAst } from './ast.js';
import { displayTypeName } from './known-types.js';
import type { TokenizerErrors } from './text-scanner.js';
import { ATTRIBUTE_TYPES } from './type-data.js';

/** `System.AttributeTargets`, in the order of its bits. */
export const ATTRIBUTE_TARGETS = {
  Assembly: 1,
  Module: 2,
  Class: 4,
  Struct: 8,
  Enum: 16,
  Constructor: 32,
  Method: 64,
  Property: 128,
  Field: 256,
  Event: 512,
  Interface: 1024,
  Parameter: 2048,
  Delegate: 4096,
  ReturnValue: 8192,
  GenericParameter: 16384,
} as const;
const ALL_TARGETS = 32767;

/** Where an attribute may stand, as text, if that is not `target`; undefined when all is well or it is not known. */
export function attributeTargetsText(type: string, target: number): string | undefined {
  const validOn = ATTRIBUTE_TYPES[type]?.[0] ?? ALL_TARGETS;
  if ((validOn & target) !== 0) return undefined;
  return Object.entries(ATTRIBUTE_TARGETS)
    .filter(([, bit]) => (validOn & bit) !== 0)
    .map(([name]) => name)
    .join(', ');
}

export function checkAttributeMembers(ast: AttributeAst, type: string, errors: TokenizerErrors): void {
  const data = ATTRIBUTE_TYPES[type];
  if (data === undefined) return;
  const settable = data[1].split(' ').filter((name) => name !== '');
  const has = (names: readonly string[], name: string): boolean =>
    names.some((candidate) => candidate.toLowerCase() === name.toLowerCase());
  for (const { argumentName, extent } of ast.namedArguments) {
    if (has(settable, argumentName)) continue;
    if (has(data[2].split(' '), argumentName)) errors.error(extent, 'ReadOnlyProperty', argumentName);
    else errors.error(extent, 'PropertyNotFoundForAttribute', argumentName, displayTypeName(type), settable.join(', '));
  }
}
