/** The parameters of Get-PSSession as the engine has them registered: what the binder, Get-Command and help work with. */
import { familyCommands } from '../../../src/powershell/cmdlets/index.js';
import { SessionContext } from '../../../src/client/session/index.js';
import type { CommandSpec } from '../../../src/powershell/engine/index.js';

export interface Attributes {
  readonly type: string;
  readonly aliases: readonly string[];
  /** Sets by name: `M` mandatory, the position, `P` by property name, `V` by value. */
  readonly sets: Readonly<Record<string, string>>;
}

export async function commandSpec(name: string): Promise<CommandSpec> {
  const found = (await familyCommands(new SessionContext())).find(({ spec }) => spec.name === name);
  if (found === undefined) throw new Error(`${name} is not registered`);
  return found.spec;
}

export function attributesOf(spec: CommandSpec, parameter: string): Attributes {
  const found = spec.parameters.find(({ name }) => name === parameter);
  if (found === undefined) throw new Error(`${spec.name} has no -${parameter}`);
  const sets = Object.entries(found.sets).map(([set, { mandatory, position, byPropertyName, byValue }]) => [
    set,
    [
      mandatory ? 'M' : '',
      position === undefined ? '' : String(position),
      byPropertyName ? 'P' : '',
      byValue ? 'V' : '',
    ]
      .filter((word) => word !== '')
      .join(' '),
  ]);
  return {
    type: found.enumType ?? found.type,
    aliases: found.aliases,
    sets: Object.fromEntries(sets) as Record<string, string>,
  };
}

/** The sets of the page (those into virtual machines and containers came with 5.1 and are not on it). */
export const PAGE_SETS = [
  'Name',
  'ComputerName',
  'ComputerInstanceId',
  'ConnectionUri',
  'ConnectionUriInstanceId',
  'InstanceId',
  'Id',
] as const;

/** The attributes in the sets of the page only. */
export function onPage({ sets, ...rest }: Attributes): Attributes {
  return {
    ...rest,
    sets: Object.fromEntries(Object.entries(sets).filter(([set]) => (PAGE_SETS as readonly string[]).includes(set))),
  };
}

/** The parameters of one set, mandatory ones first. */
export function membersOf(
  spec: CommandSpec,
  set: string,
): { readonly mandatory: string[]; readonly optional: string[] } {
  const members = spec.parameters.filter(({ sets }) => sets[set] !== undefined);
  const names = (mandatory: boolean): string[] =>
    members
      .filter(({ sets }) => sets[set]?.mandatory === mandatory)
      .map(({ name }) => name)
      .sort();
  return { mandatory: names(true), optional: names(false) };
}
