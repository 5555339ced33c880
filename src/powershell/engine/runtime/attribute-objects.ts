/**
 * Attributes as objects: what a script makes for dynamic parameters, `[Parameter]::new()`, `[ValidateSet]::new('a')`,
 * and the base classes that script attributes derive from.
 */
import type { PSValue } from '../../../protocol/objects/index.js';
import { convertTo } from '../conversion.js';
import { type MemberBody, addMembers, defineType, findType, type NetType, requireType } from '../values/net-type.js';
import { NetObject, TypeObject, typedArray, unwrap } from '../values/live.js';
import { resolveTypeText } from '../values/types.js';
import { enumerate } from './members.js';
import { RANGE_KINDS } from './validation-rules.js';
import type { VariableAttributeFact } from './scope.js';

/** An attribute that was written at a parameter, or made as an object. */
export interface AttributeSpec {
  /** In small letters, without namespace and `attribute`. */
  readonly name: string;
  readonly positional: readonly PSValue[];
  option(name: string): PSValue | undefined;
}
class AttributeData {
  readonly name: string;
  readonly positional: readonly PSValue[];
  readonly named = new Map<string, PSValue>();
  constructor(name: string, positional: readonly PSValue[]) {
    this.name = name;
    this.positional = positional;
  }
}
/** What an attribute object says; undefined for any other value. */
export function attributeSpecOf(value: PSValue): AttributeSpec | undefined {
  const inner = unwrap(value);
  if (!(inner instanceof NetObject) || !(inner.data instanceof AttributeData)) return undefined;
  const { name, positional, named } = inner.data;
  return { name, positional, option: (wanted) => named.get(wanted.toLowerCase()) };
}
/** The object of an attribute that a script wrote before a variable. */
export function writtenAttribute(fact: VariableAttributeFact): PSValue {
  const type = findType(`${SPACE}${fact.name}Attribute`) ?? resolveTypeText(fact.name);
  const data = new AttributeData(fact.name.toLowerCase(), fact.positional);
  for (const [name, value] of fact.named) data.named.set(name.toLowerCase(), value);
  return new NetObject(type ?? ATTRIBUTE, data);
}
/** What a type before a variable is: the attribute that converts. */
export const argumentTypeConverter = (): PSValue =>
  new NetObject(
    defineType(`${SPACE}ArgumentTypeConverterAttribute`, { base: `${SPACE}ArgumentTransformationAttribute` }),
    new AttributeData('argumenttypeconverter', []),
  );
const dataOf = (self: PSValue): AttributeData => (unwrap(self) as NetObject<AttributeData>).data;

const SPACE = 'System.Management.Automation.';
const ATTRIBUTE = defineType('System.Attribute', { abstract: true });
addMembers(ATTRIBUTE, {
  'object TypeId': (self) => {
    const inner = unwrap(self);
    return inner instanceof NetObject ? new TypeObject(inner.type) : null;
  },
});
defineType(`${SPACE}Internal.CmdletMetadataAttribute`, { base: 'System.Attribute', abstract: true });
defineType(`${SPACE}Internal.ParsingBaseAttribute`, {
  base: `${SPACE}Internal.CmdletMetadataAttribute`,
  abstract: true,
});
export const VALIDATE_ARGUMENTS = defineType(`${SPACE}ValidateArgumentsAttribute`, {
  base: `${SPACE}Internal.CmdletMetadataAttribute`,
});
export const VALIDATE_ENUMERATED = defineType(`${SPACE}ValidateEnumeratedArgumentsAttribute`, {
  base: `${SPACE}ValidateArgumentsAttribute`,
});
export const TRANSFORMATION = defineType(`${SPACE}ArgumentTransformationAttribute`, {
  base: `${SPACE}Internal.CmdletMetadataAttribute`,
});
addMembers(TRANSFORMATION, { 'bool TransformNullOptionalParameters': () => true });
defineType(`${SPACE}IValidateSetValuesGenerator`, { kind: 'interface' });
defineType(`${SPACE}IArgumentCompleter`, { kind: 'interface' });
defineType(`${SPACE}IArgumentCompleterFactory`, { kind: 'interface' });
for (const base of [VALIDATE_ARGUMENTS, VALIDATE_ENUMERATED, TRANSFORMATION])
  if (base.declared.constructors.length === 0)
    base.declared.constructors.push({
      signature: 'new()',
      returnType: base.fullName,
      parameters: [],
      body: () => new NetObject(base, new AttributeData('', [])),
    });

/** A property of an attribute: its type and what it is when nobody set it, or which argument of the constructor it shows. */
type Property = readonly [
  type: string,
  initial:
    | PSValue
    | { readonly argument: number | 'all'; readonly otherwise?: PSValue }
    | { readonly enumeration: string; readonly value: string },
  access?: 'read',
];
/** Where the attributes are that are defined here. */
const SPACES = new Map<string, string>();
function define(
  name: string,
  constructors: readonly string[],
  properties: Readonly<Record<string, Property>>,
  base = 'Internal.ParsingBaseAttribute',
  space = SPACE,
): NetType {
  const fullName = `${space}${name}Attribute`;
  SPACES.set(name, space);
  const type = defineType(fullName, { base: base.startsWith('System.') ? base : SPACE + base });
  const members: Record<string, MemberBody> = {};
  for (const text of constructors)
    members[text] = (_self, ...args) => {
      const flat = /Params /.test(text) ? [...(enumerate(args[0] ?? null) ?? [args[0] ?? null])] : args;
      return new NetObject(type, new AttributeData(name.toLowerCase(), flat));
    };
  for (const [property, [kind, initial, access]] of Object.entries(properties)) {
    const shown = typeof initial === 'object' && initial !== null && 'argument' in initial ? initial : undefined;
    const before = (): PSValue =>
      typeof initial === 'object' && initial !== null && 'enumeration' in initial
        ? convertTo(initial.value, requireType(initial.enumeration))
        : (initial as PSValue);
    members[`${kind} ${property}`] = (self) => {
      const data = dataOf(self);
      if (shown?.argument === 'all') return [...data.positional];
      if (shown !== undefined) return data.positional[shown.argument] ?? shown.otherwise ?? null;
      return data.named.get(property.toLowerCase()) ?? before();
    };
    if (shown === undefined && access !== 'read')
      members[`set ${kind} ${property}`] = (self, value) => {
        dataOf(self).named.set(property.toLowerCase(), value);
        return undefined;
      };
  }
  return addMembers(type, members);
}
const REGEX_OPTIONS = 'System.Text.RegularExpressions.RegexOptions';
const VALIDATION = 'ValidateArgumentsAttribute';
const EACH = 'ValidateEnumeratedArgumentsAttribute';
const MESSAGE: Property = ['string', null];
const PARAMETER = define('Parameter', ['ParameterAttribute new()'], {
  ExperimentName: ['string', null, 'read'],
  ExperimentAction: [
    'System.Management.Automation.ExperimentAction',
    { enumeration: `${SPACE}ExperimentAction`, value: 'None' },
    'read',
  ],
  Position: ['int', -2_147_483_648],
  ParameterSetName: ['string', '__AllParameterSets'],
  Mandatory: ['bool', false],
  ValueFromPipeline: ['bool', false],
  ValueFromPipelineByPropertyName: ['bool', false],
  ValueFromRemainingArguments: ['bool', false],
  HelpMessage: MESSAGE,
  HelpMessageBaseName: MESSAGE,
  HelpMessageResourceId: MESSAGE,
  DontShow: ['bool', false],
});
addMembers(PARAMETER, { 'static string AllParameterSets': () => '__AllParameterSets' });
define('Alias', ['AliasAttribute new(Params string[] aliasNames)'], { AliasNames: ['object', { argument: 'all' }] });
define(
  'ValidateSet',
  ['ValidateSetAttribute new(Params string[] validValues)'],
  { ErrorMessage: MESSAGE, IgnoreCase: ['bool', true], ValidValues: ['object', { argument: 'all' }] },
  EACH,
);
defineType(`${SPACE}ValidateRangeKind`, {
  kind: 'enum',
  enumValues: Object.fromEntries(Object.keys(RANGE_KINDS).map((name, value) => [name, value])),
});
define(
  'ValidateRange',
  ['ValidateRangeAttribute new(object minRange, object maxRange)', 'ValidateRangeAttribute new(string kind)'],
  { MinRange: ['object', { argument: 0 }], MaxRange: ['object', { argument: 1 }] },
  EACH,
);
define(
  'ValidateLength',
  ['ValidateLengthAttribute new(int minLength, int maxLength)'],
  { MinLength: ['int', { argument: 0 }], MaxLength: ['int', { argument: 1 }] },
  EACH,
);
define(
  'ValidateCount',
  ['ValidateCountAttribute new(int minLength, int maxLength)'],
  { MinLength: ['int', { argument: 0 }], MaxLength: ['int', { argument: 1 }] },
  VALIDATION,
);
define(
  'ValidatePattern',
  ['ValidatePatternAttribute new(string regexPattern)'],
  {
    RegexPattern: ['string', { argument: 0 }],
    Options: [REGEX_OPTIONS, { enumeration: REGEX_OPTIONS, value: 'IgnoreCase' }],
    ErrorMessage: MESSAGE,
  },
  EACH,
);
define(
  'ValidateScript',
  ['ValidateScriptAttribute new(scriptblock scriptBlock)'],
  { ScriptBlock: ['object', { argument: 0 }], ErrorMessage: MESSAGE },
  EACH,
);
define(
  'ValidateDrive',
  ['ValidateDriveAttribute new(Params string[] validRootDrives)'],
  { ValidRootDrives: ['object', { argument: 'all' }] },
  VALIDATION,
);
define(
  'ValidateUserDrive',
  ['ValidateUserDriveAttribute new()'],
  { ValidRootDrives: ['object', ['User']] },
  'ValidateDriveAttribute',
);
for (const name of ['ValidateNotNull', 'ValidateNotNullOrEmpty', 'ValidateNotNullOrWhiteSpace'])
  define(name, [`${name}Attribute new()`], {}, VALIDATION);
for (const name of ['AllowNull', 'AllowEmptyString', 'AllowEmptyCollection', 'SupportsWildcards'])
  define(name, [`${name}Attribute new()`], {});
define('ArgumentCompleter', [
  'ArgumentCompleterAttribute new()',
  'ArgumentCompleterAttribute new(scriptblock scriptBlock)',
], {
  ScriptBlock: ['object', { argument: 0 }],
});
define('ArgumentCompletions', ['ArgumentCompletionsAttribute new(Params string[] completions)'], {});

const METADATA = 'Internal.CmdletMetadataAttribute';
const COMMAND: Readonly<Record<string, Property>> = {
  DefaultParameterSetName: MESSAGE,
  SupportsShouldProcess: ['bool', false],
  SupportsPaging: ['bool', false],
  SupportsTransactions: ['bool', false],
  ConfirmImpact: [
    'System.Management.Automation.ConfirmImpact',
    { enumeration: `${SPACE}ConfirmImpact`, value: 'Medium' },
  ],
  HelpUri: ['string', ''],
  RemotingCapability: [
    'System.Management.Automation.RemotingCapability',
    { enumeration: `${SPACE}RemotingCapability`, value: 'PowerShell' },
  ],
};
defineType(`${SPACE}CmdletCommonMetadataAttribute`, { base: `${SPACE}${METADATA}`, abstract: true });
define(
  'Cmdlet',
  ['CmdletAttribute new(string verbName, string nounName)'],
  { NounName: ['string', { argument: 1 }], VerbName: ['string', { argument: 0 }], ...COMMAND },
  'CmdletCommonMetadataAttribute',
);
define(
  'CmdletBinding',
  ['CmdletBindingAttribute new()'],
  { PositionalBinding: ['bool', true], ...COMMAND },
  'CmdletCommonMetadataAttribute',
);
define(
  'OutputType',
  ['OutputTypeAttribute new(Params type[] type)', 'OutputTypeAttribute new(Params string[] type)'],
  {
    ProviderCmdlet: MESSAGE,
    ParameterSetName: ['object', ['__AllParameterSets']],
  },
  METADATA,
);
const PS_TYPE_NAME = `${SPACE}PSTypeName`;
addMembers(requireType(`${SPACE}OutputTypeAttribute`), {
  'object Type': (self) =>
    typedArray(
      dataOf(self).positional.map((one) => {
        const inner = unwrap(one);
        return new NetObject(requireType(PS_TYPE_NAME), inner instanceof TypeObject ? inner.type.fullName : inner);
      }),
      requireType(PS_TYPE_NAME),
    ),
});
define('Experimental', ['ExperimentalAttribute new(string experimentName, object experimentAction)'], {
  ExperimentName: ['string', { argument: 0 }],
  ExperimentAction: ['object', { argument: 1 }],
});
define('PSDefaultValue', ['PSDefaultValueAttribute new()'], { Value: ['object', null], Help: MESSAGE });
define(
  'PSTypeName',
  ['PSTypeNameAttribute new(string psTypeName)'],
  { PSTypeName: ['string', { argument: 0 }] },
  'System.Attribute',
);
define(
  'AssemblyMetadata',
  ['AssemblyMetadataAttribute new(string key, string value)'],
  { Key: ['string', { argument: 0 }], Value: ['string', { argument: 1 }] },
  'System.Attribute',
  'System.Reflection.',
);
define(
  'SuppressMessage',
  ['SuppressMessageAttribute new(string category, string checkId)'],
  {
    Category: ['string', { argument: 0 }],
    CheckId: ['string', { argument: 1 }],
    Scope: MESSAGE,
    Target: MESSAGE,
    MessageId: MESSAGE,
    Justification: MESSAGE,
  },
  'System.Attribute',
  'System.Diagnostics.CodeAnalysis.',
);
define('DscResource', ['DscResourceAttribute new()'], { RunAsCredential: ['object', null] }, METADATA);
define(
  'DscProperty',
  ['DscPropertyAttribute new()'],
  { Key: ['bool', false], Mandatory: ['bool', false], NotConfigurable: ['bool', false] },
  METADATA,
);
for (const name of ['DscLocalConfigurationManager', 'Hidden'])
  define(name, [`${name}Attribute new()`], {}, name === 'Hidden' ? 'Internal.ParsingBaseAttribute' : METADATA);
define(
  'NoRunspaceAffinity',
  ['NoRunspaceAffinityAttribute new()'],
  {},
  'Internal.ParsingBaseAttribute',
  `${SPACE}Language.`,
);
define('ValidateTrustedData', ['ValidateTrustedDataAttribute new()'], {}, VALIDATION);
define('Flags', ['FlagsAttribute new()'], {}, 'System.Attribute', 'System.');
define(
  'Obsolete',
  [
    'ObsoleteAttribute new()',
    'ObsoleteAttribute new(string message)',
    'ObsoleteAttribute new(string message, bool error)',
  ],
  {
    Message: ['string', { argument: 0 }],
    IsError: ['bool', { argument: 1, otherwise: false }],
    DiagnosticId: MESSAGE,
    UrlFormat: MESSAGE,
  },
  'System.Attribute',
  'System.',
);

/** What is written at a class of a script, or at a member of one. Made anew when asked for, as .NET does. */
export const writtenAt = new WeakMap<object, () => PSValue[]>();

/** `[Parameter]@{ Mandatory = $true }` is the object, its properties set. */
export const isAttributeType = (type: NetType): boolean =>
  type.isAssignableTo(requireType('System.Attribute')) && !type.scriptClass;

/** Properties that are arguments of the attribute's constructor, in their order. */
const POSITIONAL: Readonly<Record<string, readonly string[]>> = {
  ValidateRange: ['MinRange', 'MaxRange'],
  PSTypeName: ['PSTypeName'],
  AssemblyMetadata: ['Key', 'Value'],
  ValidateLength: ['MinLength', 'MaxLength'],
  ValidateCount: ['MinLength', 'MaxLength'],
  ValidatePattern: ['RegexPattern'],
  ValidateScript: ['ScriptBlock'],
  ArgumentCompleter: ['ScriptBlock'],
};
/**
 * An attribute that a command has, as its object.
 * @param name without namespace and `Attribute`, or a full name. A name that has no class here gets one.
 */
export function attributeObject(name: string, properties: Readonly<Record<string, PSValue>>, space = SPACE): NetObject {
  const listed =
    name === 'Alias' ? properties['AliasNames'] : name === 'ValidateSet' ? properties['ValidValues'] : undefined;
  const positional =
    listed === undefined
      ? (POSITIONAL[name] ?? []).map((property) => properties[property] ?? null)
      : [...(enumerate(listed) ?? [listed])];
  const data = new AttributeData(name.toLowerCase(), positional);
  for (const [property, value] of Object.entries(properties)) data.named.set(property.toLowerCase(), value);
  const known = space === SPACE ? SPACES.get(name) : undefined;
  const type = defineType(name.includes('.') ? name : `${known ?? space}${name}Attribute`, {
    base: `${SPACE}Internal.CmdletMetadataAttribute`,
  });
  return new NetObject(type, data);
}
