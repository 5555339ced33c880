/** The type data that PowerShell has of its own, as it is told of: read when somebody asks. */
import { TYPE_DATA } from '../net/surface/typedata.js';

/** A member's parts: what an alias names and its type, a getter and a setter, a method's script, a note's value. */
export type OwnMember = readonly [kind: string, name: string, ...parts: string[]];
export type OwnType = readonly [
  name: string,
  settings: Readonly<Record<string, string | number | boolean | readonly string[]>>,
  members: readonly OwnMember[],
];
let own: ReadonlyMap<string, OwnType> | undefined;
/** By the names of types in lower case. */
export function ownTypes(): ReadonlyMap<string, OwnType> {
  own ??= new Map(
    TYPE_DATA.trim()
      .split('\n')
      .map((line) => JSON.parse(line) as OwnType)
      .map((line) => [line[0].toLowerCase(), line]),
  );
  return own;
}
/** A member that type data gives to the nearest of these types. */
export function ownMember(typeNames: readonly string[], name: string): OwnMember | undefined {
  const lower = name.toLowerCase();
  for (const typeName of typeNames) {
    const found = ownTypes()
      .get(typeName.toLowerCase())?.[2]
      .find((member) => member[1].toLowerCase() === lower);
    if (found !== undefined) return found;
  }
  return undefined;
}
