/** What is said about types, PowerShell's own among them: TypeData objects, and what a session changed. */
import { PSDictionary, PSList, PSObject, type PSValue, PSUInt32 } from '../../../../protocol/objects/index.js';
import { convertTo, toText } from '../../conversion.js';
import { requireGeneric } from '../../net/support.js';
import { type OwnType, ownTypes } from '../../runtime/own-type-data.js';
import { type Bodies, implement } from '../../values/bodies.js';
import { NetObject, TypeObject, typeObject, unwrap } from '../../values/live.js';
import { requireType } from '../../values/net-type.js';
import { resolveTypeText } from '../../values/types.js';
import type { EngineServices, MemberDefinition } from '../engine-services.js';
import { listOf } from '../support/objects.js';

const SPACE = 'System.Management.Automation.Runspaces';
const KEY = Symbol('type records');

/** Everything of a type beside its members, by the names of Update-TypeData's parameters. */
export type TypeSettings = ReadonlyMap<string, PSValue>;
export interface TypeRecord {
  readonly name: string;
  readonly members: Map<string, MemberDefinition>;
  readonly settings: Map<string, PSValue>;
}

// ----------------------------------------------------------------- objects

/** The properties of these objects are no more than values. */
type Values = Map<string, PSValue>;
const valuesOf = (self: PSValue): Values => (unwrap(self) as NetObject<Values>).data;
function plainBodies(type: string, given: Readonly<Record<string, PSValue>>, constructed: readonly string[]): void {
  implement(`${SPACE}.${type}`, () => {
    const bodies: Record<string, Bodies[string]> = {
      new: (_self, ...args) =>
        dataObject(type, Object.fromEntries(constructed.map((name, at) => [name, args[at] ?? null]))),
    };
    for (const name of Object.keys(given)) {
      bodies[name] = (self) => valuesOf(self).get(name) ?? null;
      bodies[`set ${name}`] = (self, value) => void valuesOf(self).set(name, value ?? null);
    }
    return bodies;
  });
  defaults.set(type, given);
}
const defaults = new Map<string, Readonly<Record<string, PSValue>>>();
const stringCollection = (value: PSValue): PSValue =>
  new PSList(
    listOf(value).map((item) => toText(item)),
    'LST',
    {
      typeNames: requireGeneric('System.Collections.ObjectModel.Collection', [requireType('System.String')]).typeNames,
    },
  );
function dataObject(type: string, properties: Readonly<Record<string, PSValue>>): PSObject {
  const values: Values = new Map(Object.entries({ ...defaults.get(type), ...properties }));
  if (type === 'PropertySetData')
    values.set('ReferencedProperties', stringCollection(values.get('ReferencedProperties') ?? null));
  return new NetObject<Values>(requireType(`${SPACE}.${type}`), values);
}
plainBodies('NotePropertyData', { Name: null, Value: null, IsHidden: false }, ['Name', 'Value']);
plainBodies('AliasPropertyData', { Name: null, ReferencedMemberName: null, MemberType: null, IsHidden: false }, [
  'Name',
  'ReferencedMemberName',
  'MemberType',
]);
plainBodies('ScriptPropertyData', { Name: null, GetScriptBlock: null, SetScriptBlock: null, IsHidden: false }, [
  'Name',
  'GetScriptBlock',
  'SetScriptBlock',
]);
plainBodies('CodePropertyData', { Name: null, GetCodeReference: null, SetCodeReference: null, IsHidden: false }, [
  'Name',
]);
plainBodies('ScriptMethodData', { Name: null, Script: null }, ['Name', 'Script']);
plainBodies('CodeMethodData', { Name: null, CodeReference: null }, ['Name']);
plainBodies('PropertySetData', { Name: '', ReferencedProperties: null, IsHidden: false }, ['ReferencedProperties']);
plainBodies('MemberSetData', { Name: null, Members: null, IsHidden: false, InheritMembers: true }, ['Name', 'Members']);

/** Settings that are lists of property names. */
export const PROPERTY_SETS: readonly string[] = [
  'DefaultDisplayPropertySet',
  'DefaultKeyPropertySet',
  'PropertySerializationSet',
];
const SETTINGS = {
  TypeConverter: null,
  TypeAdapter: null,
  IsOverride: false,
  SerializationMethod: null,
  TargetTypeForDeserialization: null,
  SerializationDepth: new PSUInt32(0),
  DefaultDisplayProperty: null,
  InheritPropertySerializationSet: false,
  StringSerializationSource: null,
  StringSerializationSourceProperty: null,
  DefaultDisplayPropertySet: null,
  DefaultKeyPropertySet: null,
  PropertySerializationSet: null,
} as const satisfies Readonly<Record<string, PSValue>>;
plainBodies('TypeData', { TypeName: null, Members: null, ...SETTINGS }, ['TypeName']);
implement(`${SPACE}.TypeData`, () => ({
  new: (_self, given) => {
    const type = unwrap(given ?? null);
    return typeDataObject({
      name: type instanceof TypeObject ? type.type.fullName : toText(type),
      members: new Map(),
      settings: new Map(),
    });
  },
  Copy: (self) => new NetObject(requireType(`${SPACE}.TypeData`), new Map(valuesOf(self))),
}));

// ------------------------------------------------------------- definitions

function memberData(member: MemberDefinition): PSObject {
  const { name: Name } = member;
  switch (member.kind) {
    case 'NoteProperty':
      return dataObject('NotePropertyData', { Name, Value: member.value });
    case 'AliasProperty': {
      const type = member.type === undefined ? undefined : resolveTypeText(member.type);
      return dataObject('AliasPropertyData', {
        Name,
        ReferencedMemberName: member.target,
        MemberType: type === undefined ? null : typeObject(type),
      });
    }
    case 'ScriptProperty':
      return dataObject('ScriptPropertyData', { Name, GetScriptBlock: member.get, SetScriptBlock: member.set ?? null });
    case 'ScriptMethod':
      return dataObject('ScriptMethodData', { Name, Script: member.block });
    case 'PropertySet':
      return dataObject('PropertySetData', { Name, ReferencedProperties: [...member.properties] });
    case 'MemberSet':
      return dataObject('MemberSetData', { Name, Members: member.members.map(memberData) });
    case 'Code':
      return dataObject(member.isMethod ? 'CodeMethodData' : 'CodePropertyData', { Name });
    case 'Given':
      return dataObject('NotePropertyData', { Name });
  }
}
/** The member that an object tells of; undefined: it is none that a script can give. */
function definitionOf(value: PSValue): MemberDefinition | undefined {
  const object = unwrap(value);
  if (!(object instanceof NetObject)) return undefined;
  const values = valuesOf(object);
  const get = (key: string): PSValue => values.get(key) ?? null;
  const name = toText(get('Name'));
  switch (object.type.name) {
    case 'NotePropertyData':
      return { kind: 'NoteProperty', name, value: get('Value') };
    case 'AliasPropertyData': {
      const type = unwrap(get('MemberType'));
      return {
        kind: 'AliasProperty',
        name,
        target: toText(get('ReferencedMemberName')),
        ...(type instanceof TypeObject ? { type: type.type.fullName } : {}),
      };
    }
    case 'ScriptPropertyData': {
      const set = get('SetScriptBlock');
      return { kind: 'ScriptProperty', name, get: get('GetScriptBlock'), ...(set === null ? {} : { set }) };
    }
    case 'ScriptMethodData':
      return { kind: 'ScriptMethod', name, block: get('Script') };
    case 'PropertySetData':
      return { kind: 'PropertySet', name, properties: listOf(get('ReferencedProperties')).map((item) => toText(item)) };
    case 'MemberSetData':
      return { kind: 'MemberSet', name, members: listOf(get('Members')).flatMap((one) => definitionOf(one) ?? []) };
    case 'CodePropertyData':
    case 'CodeMethodData':
      return { kind: 'Code', name, isMethod: object.type.name === 'CodeMethodData' };
    default:
      return undefined;
  }
}
/** The record of a TypeData object; undefined: it is another object. */
export function recordOf(value: PSValue): TypeRecord | undefined {
  const object = unwrap(value);
  if (!(object instanceof NetObject) || object.type.fullName !== `${SPACE}.TypeData`) return undefined;
  const values = valuesOf(object);
  const table = unwrap(values.get('Members') ?? null);
  const members = new Map<string, MemberDefinition>();
  for (const [key, item] of table instanceof PSDictionary ? table.entries() : []) {
    const member = definitionOf(item);
    if (member !== undefined) members.set(toText(key).toLowerCase(), member);
  }
  const settings = new Map<string, PSValue>();
  for (const [key, blank] of Object.entries(SETTINGS)) {
    const set = values.get(key) ?? null;
    if (set === null || set === blank || key === 'IsOverride' || key === 'StringSerializationSourceProperty') continue;
    const inner = unwrap(set);
    settings.set(
      key,
      inner instanceof NetObject && PROPERTY_SETS.includes(key)
        ? (valuesOf(inner).get('ReferencedProperties') ?? null)
        : set,
    );
  }
  return { name: toText(values.get('TypeName') ?? null), members, settings };
}
/** What Get-TypeData writes: as the type is now, later changes do not show. */
export function typeDataObject({ name, members, settings }: TypeRecord): PSObject {
  const shown = (key: string, value: PSValue): PSValue =>
    PROPERTY_SETS.includes(key)
      ? dataObject('PropertySetData', { ReferencedProperties: value })
      : key === 'SerializationDepth'
        ? convertTo(value, requireType('System.UInt32'))
        : value;
  const member = requireType(`${SPACE}.TypeMemberData`);
  return dataObject('TypeData', {
    TypeName: name,
    Members: new PSDictionary(
      [...members.values()].map((one) => [one.name, memberData(one)] as const),
      {
        typeNames: requireGeneric('System.Collections.Generic.Dictionary', [requireType('System.String'), member])
          .typeNames,
      },
    ),
    ...Object.fromEntries([...settings].map(([key, value]) => [key, shown(key, value)])),
  });
}

// -------------------------------------------------------------------- own

const TYPES = new Set(['TypeConverter', 'TypeAdapter', 'TargetTypeForDeserialization']);
function ownRecord([name, settings, members]: OwnType, parse: (script: string) => PSValue): TypeRecord {
  const definition = ([kind, member, first = '', second]: OwnType[2][number]): MemberDefinition => {
    switch (kind) {
      case 'AliasProperty':
        return { kind, name: member, target: first, ...(second === undefined ? {} : { type: second }) };
      case 'ScriptProperty':
        return { kind, name: member, get: parse(first), ...(second === undefined ? {} : { set: parse(second) }) };
      case 'ScriptMethod':
        return { kind, name: member, block: parse(first) };
      case 'NoteProperty':
        return { kind, name: member, value: first };
      default:
        return { kind: 'Code', name: member, isMethod: kind === 'CodeMethod' };
    }
  };
  const value = (key: string, given: OwnType[1][string]): PSValue => {
    const type = TYPES.has(key) && typeof given === 'string' ? resolveTypeText(given) : undefined;
    return type === undefined ? (Array.isArray(given) ? [...given] : (given as PSValue)) : typeObject(type);
  };
  return {
    name,
    members: new Map(members.map((one) => [one[1].toLowerCase(), definition(one)])),
    settings: new Map(Object.entries(settings).map(([key, given]) => [key, value(key, given)])),
  };
}

// ---------------------------------------------------------------- records

export class TypeRecords {
  readonly #parse: (script: string) => PSValue;
  readonly #byType = new Map<string, TypeRecord>();
  /** PowerShell's own types that were removed. */
  readonly #removed = new Set<string>();
  readonly #files = new Map<string, readonly string[]>();
  constructor(parse: (script: string) => PSValue) {
    this.#parse = parse;
  }
  names(): readonly string[] {
    const keys = new Set([...ownTypes().keys()].filter((key) => !this.#removed.has(key)));
    for (const key of this.#byType.keys()) keys.add(key);
    return [...keys].map((key) => this.#byType.get(key)?.name ?? ownTypes().get(key)?.[0] ?? key);
  }
  find(name: string): TypeRecord | undefined {
    const key = name.toLowerCase();
    const known = this.#byType.get(key);
    if (known !== undefined) return known;
    const line = this.#removed.has(key) ? undefined : ownTypes().get(key);
    return line === undefined ? undefined : ownRecord(line, this.#parse);
  }
  /** The record to write to, made when there is none. */
  open(name: string): TypeRecord {
    const found = this.find(name) ?? { name, members: new Map(), settings: new Map() };
    this.#byType.set(name.toLowerCase(), found);
    return found;
  }
  remove(name: string): boolean {
    const key = name.toLowerCase();
    const isOwn = ownTypes().has(key) && !this.#removed.has(key);
    if (isOwn) this.#removed.add(key);
    return this.#byType.delete(key) || isOwn;
  }
  addFile(path: string, types: readonly string[]): void {
    this.#files.set(path, types);
  }
  /** @returns the types that a file gave members to; undefined: the session did not load it. */
  removeFile(path: string): readonly string[] | undefined {
    const types = this.#files.get(path);
    this.#files.delete(path);
    return types;
  }
}
export const typeRecords = (services: EngineServices): TypeRecords =>
  services.state(KEY, () => new TypeRecords((script) => services.parse(script)));
