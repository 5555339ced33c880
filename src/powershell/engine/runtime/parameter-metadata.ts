/** A command's parameters as scripts see them: ParameterMetadata, parameter sets with their syntax, attributes. */
import { PSDictionary, PSList, type PSValue } from '../../../protocol/objects/index.js';
import type { ParameterSetSpec } from '../command-api.js';
import { toBoolean, toText } from '../conversion.js';
import { NetObject, TypeObject, typeObject, unwrap } from '../values/live.js';
import { addMembers, defineType, type NetType, requireType } from '../values/net-type.js';
import { collectionOf, genericType, OBJECT, STRING, SWITCH, typeDisplayName } from '../values/types.js';
import { attributeObject } from './attribute-objects.js';
import { ALL_SETS, type AttributeFact, type ParameterInfo, type Signature } from './command-signature.js';

/** Position of a parameter that is named only: Int32's smallest number. */
const NAMED = -2_147_483_648;

const type = (name: string, base?: string): NetType =>
  defineType(`System.Management.Automation.${name}`, base === undefined ? {} : { base });
const PARAMETER = type('ParameterMetadata');
const SET_MEMBERSHIP = type('ParameterSetMetadata');
const SET_INFO = type('CommandParameterSetInfo');
const PARAMETER_INFO = type('CommandParameterInfo');

/** A `Dictionary<string, T>`. */
export function dictionaryOf(valueType: NetType, entries: Iterable<readonly [PSValue, PSValue]>): PSDictionary {
  return new PSDictionary([...entries], {
    typeNames: genericType('System.Collections.Generic.Dictionary', [STRING, valueType])?.typeNames ?? [],
  });
}
export function readOnly(element: NetType, items: readonly PSValue[]): PSValue {
  const of = genericType('System.Collections.ObjectModel.ReadOnlyCollection', [element]);
  const list = new PSList([...items]);
  if (of !== undefined) list.typeNames = of.typeNames;
  return list;
}

function parameterAttribute(set: string, spec: ParameterSetSpec): AttributeFact {
  return {
    name: 'Parameter',
    properties: {
      ExperimentName: null,
      ExperimentAction: 'None',
      Position: spec.position ?? NAMED,
      ParameterSetName: set,
      Mandatory: spec.mandatory,
      ValueFromPipeline: spec.byValue,
      ValueFromPipelineByPropertyName: spec.byPropertyName,
      ValueFromRemainingArguments: spec.remaining ?? false,
      HelpMessage: spec.helpMessage ?? null,
      HelpMessageBaseName: null,
      HelpMessageResourceId: null,
      DontShow: spec.hidden ?? false,
    },
  };
}
function attributesOf(info: ParameterInfo): PSValue[] {
  const own = info.attributes?.() ?? [];
  const parameters = [...info.sets].map(([set, spec]) => parameterAttribute(set, spec));
  const alias = info.aliases.length === 0 ? [] : [{ name: 'Alias', properties: { AliasNames: [...info.aliases] } }];
  const isWritten = (wanted: string): boolean => own.some(({ name }) => name === wanted);
  // What a script writes is listed from its end, and so are the sets that its Parameter attributes name.
  const rest = [...parameters].reverse();
  const facts = [
    ...(isWritten('Parameter') ? [] : parameters),
    ...(isWritten('Alias') ? [] : alias),
    ...own.flatMap((fact) =>
      fact.name === 'Parameter' ? rest.splice(0, 1) : fact.name === 'Alias' ? alias.splice(0, 1) : [fact],
    ),
  ];
  return facts.map(({ name, properties }) => attributeObject(name, properties));
}

export const typeShown = (info: ParameterInfo): NetType => info.shownType ?? info.type ?? OBJECT;

interface Membership {
  readonly info: ParameterInfo;
  readonly spec: ParameterSetSpec;
}
const membershipOf = (self: PSValue): Membership => (self as NetObject<Membership>).data;
const specOf = (self: PSValue): ParameterSetSpec => membershipOf(self).spec;
addMembers(SET_MEMBERSHIP, {
  'bool IsMandatory': (self) => specOf(self).mandatory,
  'int Position': (self) => specOf(self).position ?? NAMED,
  'bool ValueFromPipeline': (self) => specOf(self).byValue,
  'bool ValueFromPipelineByPropertyName': (self) => specOf(self).byPropertyName,
  'bool ValueFromRemainingArguments': (self) => specOf(self).remaining ?? false,
  'string HelpMessage': (self) => specOf(self).helpMessage ?? null,
  'string HelpMessageBaseName': () => null,
  'string HelpMessageResourceId': () => null,
});
const infoOf = (self: PSValue): ParameterInfo => (self as NetObject<ParameterInfo>).data;
/** What scripts may change of a ParameterMetadata, once somebody has asked. */
interface Described {
  name: string;
  type: NetType;
  dynamic: boolean;
  readonly sets: PSDictionary;
  readonly aliases: PSList;
  readonly attributes: PSList;
}
const described = new WeakMap<object, Described>();
function describedBy(self: PSValue): Described {
  const known = described.get(self as object);
  if (known !== undefined) return known;
  const info = infoOf(self);
  const made: Described = {
    name: info.name,
    type: typeShown(info),
    dynamic: info.dynamic ?? false,
    sets: dictionaryOf(
      SET_MEMBERSHIP,
      [...info.sets].map(([name, spec]) => [name, new NetObject(SET_MEMBERSHIP, { info, spec })]),
    ),
    aliases: collectionOf([...info.aliases], STRING),
    attributes: collectionOf(attributesOf(info), requireType('System.Attribute')),
  };
  described.set(self as object, made);
  return made;
}
/** A parameter that a script describes by itself. */
function newParameter(name: string, type: NetType | undefined): PSValue {
  const nothing = { allowNull: false, allowEmptyString: false, allowEmptyCollection: false };
  return new NetObject(PARAMETER, { name, type, aliases: [], sets: new Map(), rules: [], ...nothing });
}
addMembers(PARAMETER, {
  'System.Management.Automation.ParameterMetadata new(string name)': (_self, name = null) =>
    newParameter(toText(name), undefined),
  'System.Management.Automation.ParameterMetadata new(string name, type parameterType)': (
    _self,
    name = null,
    type = null,
  ) => newParameter(toText(name), type instanceof TypeObject ? type.type : undefined),
  'string Name': (self) => describedBy(self).name,
  'set string Name': (self, value = null) => {
    describedBy(self).name = toText(value);
    return undefined;
  },
  'type ParameterType': (self) => typeObject(describedBy(self).type),
  'set type ParameterType': (self, value = null) => {
    const type = unwrap(value);
    if (type instanceof TypeObject) describedBy(self).type = type.type;
    return undefined;
  },
  'object ParameterSets': (self) => describedBy(self).sets,
  'bool IsDynamic': (self) => describedBy(self).dynamic,
  'set bool IsDynamic': (self, value = null) => {
    describedBy(self).dynamic = toBoolean(value);
    return undefined;
  },
  'object Aliases': (self) => describedBy(self).aliases,
  'object Attributes': (self) => describedBy(self).attributes,
  'bool SwitchParameter': (self) => describedBy(self).type === SWITCH,
});
addMembers(PARAMETER_INFO, {
  'string Name': (self) => membershipOf(self).info.name,
  'type ParameterType': (self) => typeObject(typeShown(membershipOf(self).info)),
  'bool IsMandatory': (self) => specOf(self).mandatory,
  'bool IsDynamic': (self) => membershipOf(self).info.dynamic ?? false,
  'int Position': (self) => specOf(self).position ?? NAMED,
  'bool ValueFromPipeline': (self) => specOf(self).byValue,
  'bool ValueFromPipelineByPropertyName': (self) => specOf(self).byPropertyName,
  'bool ValueFromRemainingArguments': (self) => specOf(self).remaining ?? false,
  'string HelpMessage': (self) => specOf(self).helpMessage ?? '',
  'object Aliases': (self) => readOnly(STRING, membershipOf(self).info.aliases),
  'object Attributes': (self) => readOnly(OBJECT, attributesOf(membershipOf(self).info)),
});

export function metadataOf(info: ParameterInfo): NetObject<ParameterInfo> {
  return new NetObject(PARAMETER, info);
}
export function parameterMetadata(signature: Signature): PSDictionary {
  return dictionaryOf(
    PARAMETER,
    signature.parameters.map((info) => [info.name, metadataOf(info)]),
  );
}

const SHOULD_PROCESS: ReadonlySet<string> = new Set(['WhatIf', 'Confirm']);
const membersOf = (signature: Signature, set: string): Membership[] =>
  signature.parameters.flatMap((info) => {
    const spec = info.sets.get(set) ?? info.sets.get(ALL_SETS);
    return spec === undefined ? [] : [{ info, spec }];
  });

/** A type in syntax: accelerators by name, other types without their namespace. */
export function shortType(of: NetType): string {
  if (of.fullName.startsWith('System.Nullable`1')) return shortType(of.genericArguments[0] ?? of);
  if (of.elementType !== undefined) return `${shortType(of.elementType)}[${','.repeat(of.rank - 1)}]`;
  const shown = typeDisplayName(of);
  const bracket = shown.indexOf('[');
  const head = bracket < 0 ? shown : shown.slice(0, bracket);
  const bare = head.slice(head.lastIndexOf('.') + 1);
  return of.genericArguments.length === 0 ? bare : `${bare}[${of.genericArguments.map(shortType).join(',')}]`;
}

/** `[PSTypeName()]` stands for the type: its last part, with the brackets of an array. */
function typeInSyntax(info: ParameterInfo): string {
  const shown = typeShown(info);
  const { psTypeName } = info;
  if (psTypeName === undefined) return shortType(shown);
  const last = psTypeName.slice(psTypeName.lastIndexOf('.') + 1) || psTypeName;
  let brackets = '';
  for (let at: NetType | undefined = shown.elementType; at !== undefined; at = at.elementType) brackets += '[]';
  return last.includes('[]') ? last : last + brackets;
}

/** The words of `[ValidateSet()]`, or an enumeration's names. */
function validValues(info: ParameterInfo): readonly string[] | undefined {
  const set = info.attributes?.().find(({ name }) => name === 'ValidateSet')?.properties['ValidValues'];
  if (Array.isArray(set)) return (set as readonly PSValue[]).map((value) => String(value));
  const of = info.type?.elementType ?? info.type;
  return of?.kind === 'enum' ? [...(of.enumValues?.keys() ?? [])] : undefined;
}

/**
 * `[[-Name] <string>] -Id <int> [-Force] [<CommonParameters>]`: what has a position comes first, then what is
 * mandatory, then the rest.
 * @param choices for help: `-Kind {a | b}` instead of the type, where the values are few and named.
 */
export function setSyntax(signature: Signature, set: string, choices = false): string {
  // WhatIf and Confirm have their place: before what comes of a provider.
  const members = membersOf(signature, set).filter(({ info }) => info.common !== true || SHOULD_PROCESS.has(info.name));
  const rank = ({ spec: { position, mandatory } }: Membership): number =>
    position ?? (mandatory ? Number.MAX_SAFE_INTEGER - 1 : Number.MAX_SAFE_INTEGER);
  const words = members
    .toSorted((a, b) => rank(a) - rank(b))
    .map(({ info, spec }) => {
      if (info.type === SWITCH) return spec.mandatory ? `-${info.name}` : `[-${info.name}]`;
      const name = spec.position === undefined ? `-${info.name}` : `[-${info.name}]`;
      const words = choices ? validValues(info) : undefined;
      const text = words === undefined ? `${name} <${typeInSyntax(info)}>` : `${name} {${words.join(' | ')}}`;
      return spec.mandatory ? text : `[${text}]`;
    });
  const has = (name: string): boolean =>
    signature.parameters.some((info) => info.common === true && info.name === name);
  if (has('Verbose')) words.push('[<CommonParameters>]');
  return words.join(' ');
}

interface SetData {
  readonly signature: Signature;
  readonly name: string;
}
const setOf = (self: PSValue): SetData => (self as NetObject<SetData>).data;
addMembers(SET_INFO, {
  'string Name': (self) => setOf(self).name,
  'bool IsDefault': (self) => setOf(self).name.toLowerCase() === (setOf(self).signature.defaultSet ?? '').toLowerCase(),
  'object Parameters': (self) =>
    readOnly(
      PARAMETER_INFO,
      membersOf(setOf(self).signature, setOf(self).name).map((member) => new NetObject(PARAMETER_INFO, member)),
    ),
  'string ToString()': (self) => setSyntax(setOf(self).signature, setOf(self).name),
});
export function parameterSets(signature: Signature): PSValue {
  return readOnly(
    SET_INFO,
    signature.setNames.map((name) => new NetObject(SET_INFO, { signature, name } satisfies SetData)),
  );
}
/** A line for each parameter set, as `Definition` of a cmdlet and `Get-Command -Syntax` have them. */
export const syntaxText = (signature: Signature, name: string): string =>
  signature.setNames.map((set) => `\n${name} ${setSyntax(signature, set)}\n`).join('');
