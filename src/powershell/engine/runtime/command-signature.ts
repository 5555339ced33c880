/** What a command takes: its parameters with their sets, types and checks, and the errors that tell of them. */
import type { PSValue } from '../../../protocol/objects/index.js';
import type { ParameterSetSpec, ParameterSpec } from '../command-api.js';
import { ErrorRecordObject, ExceptionObject, exceptionType, PSError } from '../values/exceptions.js';
import type { NetType } from '../values/net-type.js';
import { OBJECT, typeObject, typeOf } from '../values/types.js';

/** Attributes of parameters beside Parameter and Alias. */
export const ATTRIBUTE_NAMES = [
  'Parameter',
  'Alias',
  'ValidateSet',
  'ValidateRange',
  'ValidatePattern',
  'ValidateLength',
  'ValidateCount',
  'ValidateScript',
  'ValidateDrive',
  'ValidateUserDrive',
  'ValidateNotNull',
  'ValidateNotNullOrEmpty',
  'ValidateNotNullOrWhiteSpace',
  'AllowNull',
  'AllowEmptyString',
  'AllowEmptyCollection',
  'ArgumentCompleter',
  'ArgumentCompletions',
  'SupportsWildcards',
  'PSDefaultValue',
  'PSTypeName',
  'AssemblyMetadata',
] as const;
/** An attribute as Get-Command shows it: `ValidateSet` and its properties. */
export interface AttributeFact {
  readonly name: string;
  readonly properties: Readonly<Record<string, PSValue>>;
}
export interface ParameterInfo {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly type: NetType | undefined;
  /** See ParameterSpec. */
  readonly shownType?: NetType;
  readonly sets: ReadonlyMap<string, ParameterSetSpec>;
  /** Checks after conversion; throw PSError or NetThrow. */
  readonly rules: readonly ((value: PSValue) => PSValue)[];
  readonly allowNull: boolean;
  readonly allowEmptyString: boolean;
  readonly allowEmptyCollection: boolean;
  readonly common?: boolean;
  /**
   * Its attributes, made when somebody asks. Parameter and Alias need not be among them; where they are, they only show
   * their places: what they say is in `sets` and `aliases`.
   */
  readonly attributes?: () => readonly AttributeFact[];
  /** Made by a `dynamicparam` block. */
  readonly dynamic?: boolean;
  /** Of a provider: it is there for paths of files only, or for all but those. */
  readonly ofFiles?: boolean;
  /** It is there for paths of drives that are not, too: a session may have them. */
  readonly ofAbsent?: boolean;
  /** See ParameterSpec: instead of the type's conversion, and before it. */
  readonly convert?: ((value: PSValue) => PSValue) | undefined;
  readonly transform?: ((value: PSValue) => PSValue) | undefined;
  /** `[PSTypeName()]`: a name that the argument has to bear. */
  readonly psTypeName?: string | undefined;
  readonly accept?: ParameterSpec['accept'];
}
export const ALL_SETS = '__AllParameterSets';

export interface Signature {
  readonly commandName: string;
  /** `Microsoft.PowerShell.Commands.GetDateCommand`, or the function's name. */
  readonly errorName: string;
  readonly parameters: readonly ParameterInfo[];
  readonly byName: ReadonlyMap<string, ParameterInfo>;
  readonly setNames: readonly string[];
  readonly defaultSet: string | undefined;
  /** Functions without [CmdletBinding()]: what fits nowhere goes to `$args`. */
  readonly simple: boolean;
  readonly isFunction: boolean;
  /** More parameters may come: what fits nowhere yet is left out. */
  readonly partial?: boolean;
}
export function makeSignature(init: Omit<Signature, 'byName' | 'setNames'>): Signature {
  const byName = new Map<string, ParameterInfo>();
  // The default set comes first, the others as parameters name them.
  const setNames = new Set<string>(init.defaultSet === undefined ? [] : [init.defaultSet]);
  for (const parameter of init.parameters) {
    byName.set(parameter.name.toLowerCase(), parameter);
    for (const set of parameter.sets.keys()) if (set !== ALL_SETS) setNames.add(set);
  }
  for (const parameter of init.parameters)
    for (const alias of parameter.aliases)
      if (!byName.has(alias.toLowerCase())) byName.set(alias.toLowerCase(), parameter);
  return { ...init, byName, setNames: setNames.size === 0 ? [ALL_SETS] : [...setNames] };
}

export function bindingError(
  signature: Signature,
  errorId: string,
  message: string,
  category: 'InvalidArgument' | 'InvalidData' | 'WriteError' = 'InvalidArgument',
  type = 'ParameterBindingException',
  inner?: ExceptionObject,
): PSError {
  const exception = new ExceptionObject(exceptionType(`System.Management.Automation.${type}`), message, inner);
  const record = new ErrorRecordObject(exception, errorId, category);
  if (signature.errorName !== '') record.commandId = signature.errorName;
  record.activity = signature.commandName;
  exception.errorRecord = record;
  return new PSError(record);
}
/** What `ParameterBindingException` tells of the parameter beside its message. */
export function noteParameter({ record: { exception } }: PSError, info: ParameterInfo, given: PSValue): void {
  exception.details.set('ParameterType', typeObject(info.type ?? OBJECT));
  noteGiven(exception, given);
}
function noteGiven(exception: ExceptionObject, given: PSValue): void {
  const type = typeOf(given);
  if (type !== undefined) exception.details.set('TypeSpecified', typeObject(type));
}
const inputError = (signature: Signature, input: PSValue, errorId: string, message: string): PSError => {
  const error = bindingError(signature, errorId, message);
  error.record.targetObject = input;
  noteGiven(error.record.exception, input);
  return error;
};
/** An object of the pipeline that no parameter takes. */
export const notTaken = (signature: Signature, input: PSValue): PSError =>
  inputError(
    signature,
    input,
    'InputObjectNotBound',
    'The input object cannot be bound to any parameters for the command either because the command does not take pipeline input or the input and its properties do not match any of the parameters that take pipeline input.',
  );
/** An object of the pipeline that does not have all that the command needs. */
export const missesMandatory = (signature: Signature, input: PSValue, missing: readonly ParameterInfo[]): PSError =>
  inputError(
    signature,
    input,
    'InputObjectMissingMandatory',
    `The input object cannot be bound because it did not contain the information required to bind all mandatory parameters: ${missing.map(({ name }) => ` ${name}`).join('')}`,
  );
