/** What scripts and files of a session said about types, for Get-TypeData to tell and Remove-TypeData to take back. */
import { PSDictionary, PSObject, PropertyBag, type PSValue } from '../../../../protocol/objects/index.js';
import type { EngineServices, MemberDefinition } from '../engine-services.js';
import { netObject } from '../support/objects.js';

const SPACE = 'System.Management.Automation.Runspaces';
const KEY = Symbol('type records');

/** Everything of a type beside its members, by the names of Update-TypeData's parameters. */
export type TypeSettings = ReadonlyMap<string, PSValue>;
export interface TypeRecord {
  readonly name: string;
  readonly members: Map<string, MemberDefinition>;
  readonly settings: Map<string, PSValue>;
}

const DATA_TYPES = {
  NoteProperty: 'NotePropertyData',
  AliasProperty: 'AliasPropertyData',
  ScriptProperty: 'ScriptPropertyData',
  ScriptMethod: 'ScriptMethodData',
  PropertySet: 'PropertySetData',
  MemberSet: 'MemberSetData',
  Given: 'NotePropertyData',
} as const satisfies Readonly<Record<MemberDefinition['kind'], string>>;
const dataObject = (type: string, properties: Readonly<Record<string, PSValue>>): PSObject =>
  netObject([`${SPACE}.${type}`, `${SPACE}.TypeMemberData`, 'System.Object'], properties);
function detailsOf(member: MemberDefinition): Readonly<Record<string, PSValue>> {
  switch (member.kind) {
    case 'NoteProperty':
      return { Value: member.value, IsHidden: false };
    case 'AliasProperty':
      return { ReferencedMemberName: member.target, MemberType: member.type ?? null, IsHidden: false };
    case 'ScriptProperty':
      return { GetScriptBlock: member.get, SetScriptBlock: member.set ?? null, IsHidden: false };
    case 'ScriptMethod':
      return { Script: member.block };
    case 'PropertySet':
      return { ReferencedProperties: [...member.properties], IsHidden: false };
    case 'MemberSet':
      return { Members: member.members.map(memberData), IsHidden: false, InheritMembers: true };
    case 'Given':
      return {};
  }
}
const memberData = (member: MemberDefinition): PSObject =>
  dataObject(DATA_TYPES[member.kind], { ...detailsOf(member), Name: member.name });
/** Settings that are lists of property names. */
export const PROPERTY_SETS: readonly string[] = [
  'DefaultDisplayPropertySet',
  'DefaultKeyPropertySet',
  'PropertySerializationSet',
];
const shown = (name: string, value: PSValue | undefined): PSValue =>
  value === undefined || value === null
    ? null
    : PROPERTY_SETS.includes(name)
      ? dataObject('PropertySetData', { ReferencedProperties: value, IsHidden: false, Name: '' })
      : value;

/** The record of a TypeData object; what else has the name is no key of it. */
const records = new WeakMap<PSObject, TypeRecord>();
export const recordOf = (value: PSValue): TypeRecord | undefined =>
  value instanceof PSObject ? records.get(value) : undefined;
/** What Get-TypeData writes: as the type is now, later changes do not show. */
export function typeDataObject(record: TypeRecord): PSObject {
  const { name, settings } = record;
  const members = [...record.members.values()].map((member) => [member.name, memberData(member)] as const);
  const setting = (key: string): PSValue => shown(key, settings.get(key));
  const object = new PSObject({
    typeNames: [`${SPACE}.TypeData`, 'System.Object'],
    toStringText: `${SPACE}.TypeData`,
    adapted: PropertyBag.of({
      TypeName: name,
      Members: new PSDictionary(members, {
        typeNames: ['System.Collections.Generic.Dictionary`2', 'System.Object'],
      }),
      TypeConverter: setting('TypeConverter'),
      TypeAdapter: setting('TypeAdapter'),
      IsOverride: false,
      SerializationMethod: setting('SerializationMethod'),
      TargetTypeForDeserialization: setting('TargetTypeForDeserialization'),
      SerializationDepth: setting('SerializationDepth') ?? 0,
      DefaultDisplayProperty: setting('DefaultDisplayProperty'),
      InheritPropertySerializationSet: setting('InheritPropertySerializationSet') ?? false,
      StringSerializationSource: setting('StringSerializationSource'),
      StringSerializationSourceProperty: null,
      DefaultDisplayPropertySet: setting('DefaultDisplayPropertySet'),
      DefaultKeyPropertySet: setting('DefaultKeyPropertySet'),
      PropertySerializationSet: setting('PropertySerializationSet'),
    }),
  });
  records.set(object, { name, members: new Map(record.members), settings: new Map(settings) });
  return object;
}

export class TypeRecords {
  readonly #byType = new Map<string, TypeRecord>();
  readonly #files = new Map<string, readonly string[]>();
  list(): readonly TypeRecord[] {
    return [...this.#byType.values()];
  }
  find(name: string): TypeRecord | undefined {
    return this.#byType.get(name.toLowerCase());
  }
  /** The record to write to, made when there is none. */
  open(name: string): TypeRecord {
    let found = this.find(name);
    if (found === undefined)
      this.#byType.set(name.toLowerCase(), (found = { name, members: new Map(), settings: new Map() }));
    return found;
  }
  remove(name: string): boolean {
    return this.#byType.delete(name.toLowerCase());
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
export const typeRecords = (services: EngineServices): TypeRecords => services.state(KEY, () => new TypeRecords());
