/** A definition as the engine's binder takes it: the same list, with .NET's type names and the conversions of the family. */
import type { PSValue } from '../../../protocol/objects/index.js';
import { checkCredentialRules, type AuthenticationMechanismName } from '../../../client/session/index.js';
import { NetThrow, toText } from '../../engine/index.js';
import type { CommandHelp, CommandSpec, ParameterSpec, ValidationSpec } from '../../engine/index.js';
import type { CommandDefinition, ParameterDefinition, ParameterType, ValidationRule } from '../definition.js';
import { credentialTransformation, cultureName, toSessionOption } from './values.js';

/** The full names of types that are ours to know; all others are known by the name in the definition. */
const TYPE_NAMES: Readonly<Partial<Record<string, string>>> = {
  PSSession: 'System.Management.Automation.Runspaces.PSSession',
  PSCredential: 'System.Management.Automation.PSCredential',
  PSSessionOption: 'System.Management.Automation.Remoting.PSSessionOption',
  PSTransportOption: 'Microsoft.PowerShell.Commands.PSTransportOption',
  Job: 'System.Management.Automation.Job',
  Process: 'System.Diagnostics.Process',
  PSHostProcessInfo: 'Microsoft.PowerShell.Commands.PSHostProcessInfo',
  PSPrimitiveDictionary: 'System.Management.Automation.PSPrimitiveDictionary',
  CultureInfo: 'System.Globalization.CultureInfo',
};

/** `PSSession[]` -> `System.Management.Automation.Runspaces.PSSession[]` */
export function fullTypeName(type: ParameterType): string {
  const array = type.endsWith('[]');
  const element = array ? type.slice(0, -2) : type;
  const full = TYPE_NAMES[element] ?? element;
  return array ? `${full}[]` : full;
}

function validation(rule: ValidationRule): ValidationSpec {
  return rule;
}

function conversions(definition: ParameterDefinition): Pick<ParameterSpec, 'convert' | 'transform'> {
  switch (definition.type) {
    case 'PSCredential':
      return { transform: credentialTransformation, convert: (value: PSValue) => value };
    case 'PSSessionOption':
      return { convert: toSessionOption };
    case 'CultureInfo':
      return { convert: cultureName };
    default:
      return {};
  }
}

function shownType({ type, shown }: ParameterDefinition): Pick<ParameterSpec, 'shown'> {
  const known = type === 'Enum' ? undefined : TYPE_NAMES[type.replace('[]', '')];
  const name = shown ?? (known === undefined ? undefined : fullTypeName(type));
  return name === undefined ? {} : { shown: name };
}
function parameterSpec(definition: ParameterDefinition): ParameterSpec {
  return {
    name: definition.name,
    type: fullTypeName(definition.type),
    ...shownType(definition),
    ...(definition.enumType === undefined ? {} : { enumType: definition.enumType }),
    ...(definition.enumValues === undefined ? {} : { enumValues: definition.enumValues }),
    aliases: definition.aliases,
    sets: definition.sets,
    validation: definition.validation.map(validation),
    ...(definition.allowNull ? { allowNull: true } : {}),
    ...conversions(definition),
    ...(WHO.has(definition.name) ? { accept: checkWho(definition.name) } : {}),
  };
}

/** Parameters that say who asks: some of them exclude each other. cmdlets.md 3.6 */
const WHO: ReadonlySet<string> = new Set(['Credential', 'Authentication', 'CertificateThumbprint']);
function checkWho(parameter: string): NonNullable<ParameterSpec['accept']> {
  return (value, before) => {
    const given = (name: string): PSValue => (name === parameter ? value : before(name)) ?? null;
    const [credential, authentication, thumbprint] = [...WHO].map(given);
    try {
      checkCredentialRules({
        ...(credential !== null && { credential: 'given' }),
        ...(authentication !== null && {
          authentication: toText(authentication ?? null) as AuthenticationMechanismName,
        }),
        ...(thumbprint !== null && { certificateThumbprint: toText(thumbprint ?? null) }),
      });
    } catch (error) {
      throw new NetThrow('System.InvalidOperationException', (error as Error).message);
    }
  };
}

/** WhatIf and Confirm are the engine's own for commands that support ShouldProcess. */
const ENGINE_OWNED: ReadonlySet<string> = new Set(['WhatIf', 'Confirm']);

const specs = new WeakMap<CommandDefinition, CommandSpec>();

/** One spec for each definition, shared by all runspaces. */
export function commandSpec(definition: CommandDefinition): CommandSpec {
  let found = specs.get(definition);
  if (found === undefined) {
    found = makeSpec(definition);
    specs.set(definition, found);
  }
  return found;
}

function makeSpec(definition: CommandDefinition): CommandSpec {
  return {
    name: definition.name,
    aliases: definition.aliases,
    className: definition.className,
    module: definition.module ?? 'Microsoft.PowerShell.Core',
    sets: definition.sets,
    defaultSet: definition.defaultSet,
    parameters: definition.parameters.filter(({ name }) => !ENGINE_OWNED.has(name)).map(parameterSpec),
    supportsShouldProcess: definition.supportsShouldProcess,
    outputType: definition.outputType,
    synopsis: definition.synopsis,
    help: commandHelp(definition),
  };
}

function commandHelp(definition: CommandDefinition): CommandHelp {
  return {
    description: definition.description,
    parameters: Object.fromEntries(
      definition.parameters.map(({ name, help, remarks, defaultValue, wildcards }) => [
        name,
        { text: remarks === undefined ? help : `${help}\n${remarks}`, defaultValue, wildcards },
      ]),
    ),
    examples: definition.examples,
    ...(definition.notes === undefined ? {} : { notes: definition.notes }),
    ...(definition.relatedLinks === undefined
      ? {}
      : { relatedLinks: definition.relatedLinks.filter((link) => link !== definition.name) }),
  };
}
