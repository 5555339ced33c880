/** The short form in which the built-in commands declare their parameters. */
import type { PSValue } from '../../../../protocol/objects/index.js';
import type {
  CommandContext,
  CommandImplementation,
  CommandRegistration,
  CommandSpec,
  ParameterSetSpec,
  ParameterSpec,
  ValidationSpec,
} from '../../command-api.js';
import type { EngineCommandContext } from '../engine-services.js';

/** Types of parameters whose commands look at the objects themselves. */
export const PS_SESSION = 'System.Management.Automation.Runspaces.PSSession';
export const PROCESSES = 'System.Diagnostics.Process[]';

export const ALL_SETS = '__AllParameterSets';

/** What a parameter has besides name, type and sets. */
export interface ParameterInit {
  /** Aliases, separated by blanks. */
  readonly alias?: string;
  readonly check?: readonly ValidationSpec[];
  /** What a mandatory parameter takes all the same, separated by blanks: `Null`, `EmptyString`, `EmptyCollection`. */
  readonly allow?: string;
  /** It comes of the provider of the current location. */
  readonly dynamic?: true | 'flat' | 'absent';
  /** Attributes beside those of validation, separated by blanks. */
  readonly attributes?: string;
  /** For an enum's parameter: its .NET type. The values follow from it. */
  readonly enumType?: string;
  readonly enumValues?: Readonly<Record<string, number>>;
  /** The type that Get-Command tells, where the command looks at the value itself. */
  readonly shown?: string;
  /** What the prompt for it says on `!?`. */
  readonly help?: string;
}

/** `M` mandatory, a digit the position, `P` by property name, `V` by value, `R` the remaining arguments, `D` not shown. */
function membership(text: string): ParameterSetSpec {
  const words = text.split(' ').filter((word) => word !== '');
  const position = words.find((word) => /^\d+$/.test(word));
  return {
    mandatory: words.includes('M'),
    position: position === undefined ? undefined : Number(position),
    byPropertyName: words.includes('P'),
    byValue: words.includes('V'),
    ...(words.includes('R') ? { remaining: true } : {}),
    ...(words.includes('D') ? { hidden: true } : {}),
  };
}

type Memberships = Readonly<Record<string, ParameterSetSpec>>;
/** Thousands of parameters share some hundred texts. */
const memberships = new Map<string, Memberships>();
function membershipsOf(where: string): Memberships {
  let sets = memberships.get(where);
  if (sets === undefined) memberships.set(where, (sets = readMemberships(where)));
  return sets;
}
function readMemberships(where: string): Memberships {
  if (!where.includes(':')) return { [ALL_SETS]: membership(where) };
  const sets: Record<string, ParameterSetSpec> = {};
  for (const part of where.split(';')) {
    const [names = '', flags = ''] = part.split(':');
    for (const set of names.split(',')) sets[set.trim()] = membership(flags);
  }
  return sets;
}

/**
 * One parameter. `where` is `'flags'` for every set, or `'SetA,SetB: flags; SetC: flags'`; the flags are the letters of
 * `membership`.
 */
export function parameter(name: string, type: string, where = '', init: ParameterInit = {}): ParameterSpec {
  const { help: helpMessage } = init;
  const sets =
    helpMessage === undefined
      ? membershipsOf(where)
      : Object.fromEntries(
          Object.entries(membershipsOf(where)).map(([set, spec]) => [set, { ...spec, helpMessage }] as const),
        );
  const allow = init.allow?.split(' ') ?? [];
  return {
    name,
    type: init.enumType === undefined ? type : 'Enum',
    ...(init.enumType === undefined ? {} : { enumType: init.enumType, enumValues: init.enumValues ?? {} }),
    ...(init.shown === undefined ? {} : { shown: init.shown }),
    aliases: init.alias?.split(' ') ?? [],
    sets,
    validation: init.check ?? [],
    ...(allow.includes('Null') ? { allowNull: true } : {}),
    ...(allow.includes('EmptyString') ? { allowEmptyString: true } : {}),
    ...(allow.includes('EmptyCollection') ? { allowEmptyCollection: true } : {}),
    ...(init.dynamic === undefined ? {} : { dynamic: init.dynamic }),
    ...(init.attributes === undefined ? {} : { attributes: init.attributes.split(' ') }),
  };
}
export const flag = (name: string, where = '', init: ParameterInit = {}): ParameterSpec =>
  parameter(name, 'SwitchParameter', where, init);

export const NOT_NULL: readonly ValidationSpec[] = [{ rule: 'NotNull' }];
export const NOT_EMPTY: readonly ValidationSpec[] = [{ rule: 'NotNullOrEmpty' }];
export const range = (min: PSValue, max: PSValue): readonly ValidationSpec[] => [{ rule: 'Range', min, max }];
export const rangeKind = (kind: 'Positive' | 'NonNegative'): readonly ValidationSpec[] => [{ rule: 'RangeKind', kind }];
export const count = (min: number, max: number): readonly ValidationSpec[] => [{ rule: 'Count', min, max }];
export const pattern = (text: string): readonly ValidationSpec[] => [{ rule: 'Pattern', pattern: text }];
export const oneOf = (...values: string[]): readonly ValidationSpec[] => [{ rule: 'Set', values }];

export interface CommandInit {
  /** Last part of the error ids; `SelectObjectCommand` for `Select-Object` when not given. */
  readonly className?: string;
  /** Aliases, separated by blanks. */
  readonly alias?: string;
  readonly module:
    | 'Microsoft.PowerShell.Core'
    | 'Microsoft.PowerShell.Host'
    | 'Microsoft.PowerShell.Utility'
    | 'Microsoft.PowerShell.Management'
    | 'Microsoft.PowerShell.Security'
    | 'Microsoft.PowerShell.Archive'
    | 'PSReadLine';
  /** The first set when not given; `''`: the command declares none. */
  readonly defaultSet?: string;
  /** Output types, separated by commas. */
  readonly output?: string;
  readonly shouldProcess?: boolean;
  /** Its output are items that a provider wrote. */
  readonly writesItems?: true;
  readonly synopsis: string;
}

/** Declares a command. Its parameter sets are those that its parameters name, in their order. */
export function defineCommand(
  name: string,
  init: CommandInit,
  parameters: readonly ParameterSpec[],
  create: (context: EngineCommandContext) => CommandImplementation,
): CommandRegistration {
  const sets: string[] = [];
  for (const one of parameters)
    for (const set of Object.keys(one.sets)) if (set !== ALL_SETS && !sets.includes(set)) sets.push(set);
  if (sets.length === 0) sets.push(ALL_SETS);
  const spec: CommandSpec = {
    name,
    aliases: init.alias?.split(' ') ?? [],
    className: init.className ?? `${name.replace('-', '')}Command`,
    module: init.module,
    sets,
    defaultSet: init.defaultSet ?? sets[0] ?? ALL_SETS,
    parameters,
    supportsShouldProcess: init.shouldProcess ?? false,
    ...(init.writesItems === undefined ? {} : { writesItems: init.writesItems }),
    outputType: init.output,
    synopsis: init.synopsis,
  };
  return { spec, create: (context: CommandContext) => create(context as EngineCommandContext) };
}
