/**
 * What the members of .NET types do. A family's file registers a table for each type it knows; the table is made when
 * the type's members are first asked for, so that registering costs next to nothing.
 *
 * Keys of a table: `Length` (a property, or a method with all its overloads), `set Capacity`, `static Join`,
 * `static set X`, `new`; with parameter types in brackets one overload only: `Equals(string, System.StringComparison)`.
 * `*` is every member that the table does not name.
 */
import type { PSValue } from '../../../protocol/objects/index.js';
import type { Pending } from '../pending.js';

/** A member's body. Arguments arrive converted to the declared types, `Params` arrays as one array. */
export type MemberBody = {
  body(self: PSValue, ...args: PSValue[]): Pending<PSValue | undefined>;
}['body'];
export type Bodies = Readonly<Record<string, MemberBody>>;

const makers = new Map<string, (() => Bodies)[]>();
const made = new Map<string, ReadonlyMap<string, MemberBody>>();

/** Says what members of a type do; `typeName` as .NET has it, `` `1 `` for generic definitions. */
export function implement(typeName: string, make: () => Bodies): void {
  const list = makers.get(typeName);
  if (list === undefined) makers.set(typeName, [make]);
  else list.push(make);
  made.delete(typeName);
}
export function bodiesOf(typeName: string): ReadonlyMap<string, MemberBody> | undefined {
  const known = made.get(typeName);
  if (known !== undefined) return known;
  const list = makers.get(typeName);
  if (list === undefined) return undefined;
  const table = new Map<string, MemberBody>();
  for (const make of list) for (const [key, body] of Object.entries(make())) table.set(key, body);
  made.set(typeName, table);
  return table;
}
