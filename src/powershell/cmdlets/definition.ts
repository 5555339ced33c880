/**
 * Commands as data. One list of parameters serves the engine's binder, the program's POSIX options, completion and
 * help: there is never a second list.
 */

/** The types that parameters of these commands have, by PowerShell's names. */
export type ParameterType =
  | 'String'
  | 'String[]'
  | 'Int32'
  | 'Int32[]'
  | 'Guid'
  | 'Guid[]'
  | 'Uri'
  | 'Uri[]'
  | 'SwitchParameter'
  | 'PSCredential'
  | 'PSSession'
  | 'PSSession[]'
  | 'PSSessionOption'
  | 'ScriptBlock'
  | 'Object[]'
  | 'PSObject'
  | 'Hashtable'
  | 'Hashtable[]'
  | 'PSPrimitiveDictionary'
  | 'CultureInfo'
  | 'TimeSpan'
  | 'DateTime'
  | 'Version'
  | 'Boolean'
  | 'Double'
  | 'Object'
  | 'Job'
  | 'Job[]'
  | 'Process'
  | 'Process[]'
  | 'PSHostProcessInfo'
  | 'PSTransportOption'
  | 'Enum';

/** How a parameter takes part in one parameter set. */
export interface ParameterSetMembership {
  readonly mandatory: boolean;
  /** Zero-based; undefined when the parameter is named only. */
  readonly position: number | undefined;
  readonly byPropertyName: boolean;
  readonly byValue: boolean;
}

export type ValidationRule =
  | { readonly rule: 'NotNullOrEmpty' }
  | { readonly rule: 'NotNull' }
  | { readonly rule: 'Set'; readonly values: readonly string[] }
  | { readonly rule: 'Range'; readonly min: number; readonly max: number };

export interface ParameterDefinition {
  readonly name: string;
  readonly type: ParameterType;
  /** The type that Get-Command tells, where it is another. */
  readonly shown?: string;
  /** For `Enum`: its .NET type name and its values with their numbers. */
  readonly enumType?: string;
  readonly enumValues?: Readonly<Record<string, number>>;
  readonly aliases: readonly string[];
  readonly sets: Readonly<Record<string, ParameterSetMembership>>;
  readonly validation: readonly ValidationRule[];
  readonly wildcards: boolean;
  /** A mandatory parameter that takes null and what is empty. */
  readonly allowNull: boolean;
  /** As the help shows it; not used for binding. */
  readonly defaultValue: string | undefined;
  /** One line: what the program's help shows. */
  readonly help: string;
  /** What Get-Help adds to it. */
  readonly remarks: string | undefined;
}

export interface CommandExample {
  readonly title: string;
  readonly code: string;
  readonly remarks: string;
}

export interface CommandDefinition {
  readonly name: string;
  readonly aliases: readonly string[];
  /** Last part of FullyQualifiedErrorId: `Microsoft.PowerShell.Commands.<className>`. */
  readonly className: string;
  /** Default `Microsoft.PowerShell.Core`. */
  readonly module?: string;
  readonly synopsis: string;
  readonly description: string;
  /** Short verb of the program, `get` for one. */
  readonly verb: string | undefined;
  readonly sets: readonly string[];
  readonly defaultSet: string;
  readonly parameters: readonly ParameterDefinition[];
  readonly supportsShouldProcess: boolean;
  readonly outputType: string | undefined;
  readonly notes?: readonly string[];
  readonly relatedLinks?: readonly string[];
  readonly examples: readonly CommandExample[];
}

/**
 * Reads the short form of a membership: `M` mandatory, a digit the position, `P` by property name, `V` by value;
 * `'M 0 P V'`, `''`.
 */
export function membership(text: string): ParameterSetMembership {
  const words = text.split(' ').filter((word) => word !== '');
  const position = words.find((word) => /^\d+$/.test(word));
  return {
    mandatory: words.includes('M'),
    position: position === undefined ? undefined : Number(position),
    byPropertyName: words.includes('P'),
    byValue: words.includes('V'),
  };
}

export interface ParameterInit {
  readonly alias?: readonly string[];
  readonly check?: readonly ValidationRule[];
  readonly wildcards?: boolean;
  readonly allowNull?: boolean;
  readonly remarks?: string;
  readonly defaultValue?: string;
  readonly shown?: string;
  readonly enumType?: string;
  readonly enumValues?: Readonly<Record<string, number>>;
}

/** Builds a parameter; `sets` maps set names (several joined by blanks) to the short form of `membership`. */
export function parameter(
  name: string,
  type: ParameterType,
  sets: Readonly<Record<string, string>>,
  help: string,
  init: ParameterInit = {},
): ParameterDefinition {
  const memberships: Record<string, ParameterSetMembership> = {};
  for (const [names, text] of Object.entries(sets)) {
    for (const set of names.split(' ')) memberships[set] = membership(text);
  }
  return {
    name,
    type,
    ...(init.shown === undefined ? {} : { shown: init.shown }),
    ...(init.enumType === undefined ? {} : { enumType: init.enumType }),
    ...(init.enumValues === undefined ? {} : { enumValues: init.enumValues }),
    aliases: init.alias ?? [],
    sets: memberships,
    validation: init.check ?? [],
    wildcards: init.wildcards ?? false,
    allowNull: init.allowNull ?? false,
    defaultValue: init.defaultValue,
    help,
    remarks: init.remarks,
  };
}

export const NOT_NULL_OR_EMPTY: readonly ValidationRule[] = [{ rule: 'NotNullOrEmpty' }];
export const NOT_NULL: readonly ValidationRule[] = [{ rule: 'NotNull' }];
export const oneOf = (...values: string[]): readonly ValidationRule[] => [{ rule: 'Set', values }];
export const range = (min: number, max: number): readonly ValidationRule[] => [{ rule: 'Range', min, max }];
