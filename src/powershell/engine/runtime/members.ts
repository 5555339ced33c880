/** Members of any value: reading and setting properties, calling methods, indexing, making objects. */
import {
  PSDateTime,
  PSGuid,
  PSChar,
  PSDictionary,
  PSList,
  PSObject,
  PSPrimitive,
  PSXmlDocument,
  PropertyBag,
  type PSValue,
} from '../../../protocol/objects/index.js';
import { convertTo, integerOf, integerRange, makeInteger, toText, tryConvert } from '../conversion.js';
import { andThen, done, drive, type Pending, settle, type Steps, type Tick } from '../pending.js';
import { filled, filledLong, filterLong, mapLong } from '../slices.js';
import { equals } from '../operators/comparison.js';
import { byteItem, byteItems } from '../values/byte-items.js';
import { MAX_ARRAY } from '../room.js';
import { changing, type Walk, walkItems } from '../values/changes.js';
import { asMember } from '../values/escaping.js';
import { addedTo, isAnythingKept, keep, keepsAdded } from '../values/kept.js';
import { ErrorRecordObject, ExceptionObject, fail, NetThrow, PSError } from '../values/exceptions.js';
import {
  AutomationNull,
  ClassInstance,
  elementTypeOf,
  EnumValue,
  MultiArray,
  NetObject,
  typeObject,
  TypeObject,
  typedArray,
  unwrap,
  pushAll,
} from '../values/live.js';
import {
  expandTypeWord,
  type MethodOverload,
  type NetMethod,
  type NetType,
  requireType,
  resolver,
} from '../values/net-type.js';
import { ScriptBlock } from '../values/script-block.js';
import { BIGINT, BYTE, clrText, CUSTOM, INT32, OBJECT, STRING, SWITCH, typeNamesOf, typeOf } from '../values/types.js';
import { declaredMember } from './declared-members.js';
import { active, callOverloads, wrapErrors } from './overloads.js';
import { scriptItems } from './script-enumerator.js';
import type { BlockOptions, Runtime } from './runtime.js';

/** Added members that are more than a value. */
export type ExtraMember =
  | {
      readonly kind: 'ScriptProperty';
      readonly name: string;
      /** Undefined: there is only a setter. */
      readonly getter: ScriptBlock | undefined;
      readonly setter: ScriptBlock | undefined;
      /** It is there for whoever names it, and in no list. */
      readonly isHidden?: boolean;
    }
  /** A script property of PowerShell's own type data, without the script. */
  | {
      readonly kind: 'NativeProperty';
      readonly name: string;
      /** It is shown as a NoteProperty: a variable of a module, a value that a type is given. */
      readonly isNote?: true;
      readonly get: (self: PSValue) => PSValue;
      readonly set?: (self: PSValue, value: PSValue) => void;
      readonly isHidden?: boolean;
    }
  | { readonly kind: 'ScriptMethod'; readonly name: string; readonly script: ScriptBlock; readonly isHidden?: boolean }
  | {
      readonly kind: 'AliasProperty';
      readonly name: string;
      readonly target: string;
      /** What its value is converted to. */
      readonly type?: NetType;
      readonly isHidden?: boolean;
    }
  | {
      readonly kind: 'PropertySet';
      readonly name: string;
      readonly properties: readonly string[];
      readonly isHidden?: boolean;
    }
  | {
      readonly kind: 'MemberSet';
      readonly name: string;
      readonly members: readonly ExtraMember[];
      readonly isHidden?: boolean;
    };
/** The PSMemberTypes that a user is shown. */
export const shownKind = (extra: ExtraMember): Exclude<ExtraMember['kind'], 'NativeProperty'> | 'NoteProperty' =>
  extra.kind === 'NativeProperty' ? (extra.isNote === true ? 'NoteProperty' : 'ScriptProperty') : extra.kind;
const OTHERS: ReadonlySet<string> = new Set(['ScriptMethod', 'PropertySet', 'MemberSet']);
/** Is it a property, and no method or set? */
export const isProperty = ({ kind }: { readonly kind: string }): boolean => !OTHERS.has(kind);
const extras = new WeakMap<PSObject, Map<string, ExtraMember>>();
export const extraMembers = (value: PSValue): Map<string, ExtraMember> | undefined =>
  value instanceof PSObject ? extras.get(value) : undefined;
export function addExtraMember(target: PSObject, member: ExtraMember): void {
  let table = extras.get(target);
  if (table === undefined) extras.set(target, (table = new Map()));
  table.set(member.name.toLowerCase(), member);
  notesBefore.set(member, target.extended?.size ?? 0);
}
/** How many notes an object had when a member of another kind was added. */
const notesBefore = new WeakMap<ExtraMember, number>();
export interface AddedMember {
  readonly name: string;
  readonly kind: ReturnType<typeof shownKind>;
}
const isListed = (extra: ExtraMember): boolean => extra.isHidden !== true;
/** What was added to an object, in that order: notes, and members of other kinds. */
export function addedMembers(target: PSObject): readonly AddedMember[] {
  const notes = (target.extended?.names ?? []).map((name): AddedMember => ({ name, kind: 'NoteProperty' }));
  // Each stands behind the notes that were there, and behind its likes before it.
  for (const [before, extra] of [...(extras.get(target)?.values() ?? [])].filter(isListed).entries())
    notes.splice((notesBefore.get(extra) ?? notes.length) + before, 0, { name: extra.name, kind: shownKind(extra) });
  return notes;
}
/** The names of those that are no methods. */
export const addedNames = (target: PSObject): readonly string[] =>
  extras.has(target)
    ? addedMembers(target).flatMap((member) => (isProperty(member) ? [member.name] : []))
    : (target.extended?.names ?? []);
/** Members given to types: by type name, then by member name, both in lower case. */
export type TypeData = Map<string, Map<string, ExtraMember>>;
/** The names of all that the engine gives to types; undefined: to be looked up. */
let ownNames: ReadonlySet<string> | undefined;
/** Whether a name, as it was written, is among them. */
const ownByName = new Map<string, boolean>();
const MOST_NAMES = 4096;
class OwnTypeData extends Map<string, Map<string, ExtraMember>> {
  override set(typeName: string, members: Map<string, ExtraMember>): this {
    ownNames = undefined;
    ownByName.clear();
    return super.set(typeName, members);
  }
}
/** Those of the engine's own type data, the same in every runspace. What Update-TypeData gives is the runspace's. */
export const builtInTypeData: TypeData = new OwnTypeData();
/** As that; members that are there for whoever names them, and in no list. */
export const hiddenTypeData: TypeData = new OwnTypeData();
/** A member that a session, or else the engine, gives to one of the types of a value. */
function typeMember(rt: Runtime, target: PSValue, lower: string): ExtraMember | undefined {
  const { typeData, removedTypes } = rt;
  if (typeData.size === 0 && !isOwnName(lower)) return undefined;
  for (const key of lowerNames(typeNamesOf(target))) {
    const isRemoved = removedTypes.size > 0 && removedTypes.has(key);
    const found =
      typeData.get(key)?.get(lower) ??
      (isRemoved ? undefined : (builtInTypeData.get(key)?.get(lower) ?? hiddenTypeData.get(key)?.get(lower)));
    if (found !== undefined) return found;
  }
  return undefined;
}
/** Most members have none of these names. */
const isOwnName = (lower: string): boolean =>
  (ownNames ??= new Set(
    [builtInTypeData, hiddenTypeData].flatMap((data) => [...data.values()].flatMap((table) => [...table.keys()])),
  )).has(lower);
function isOwnInAnyCase(name: string): boolean {
  let known = ownByName.get(name);
  if (known !== undefined) return known;
  if (ownByName.size >= MOST_NAMES) ownByName.clear();
  known = isOwnName(name.toLowerCase());
  ownByName.set(name, known);
  return known;
}
const lowered = new WeakMap<readonly string[], readonly string[]>();
/** Lists of type names are shared between objects and never changed. */
function lowerNames(names: readonly string[]): readonly string[] {
  let lower = lowered.get(names);
  if (lower === undefined) lowered.set(names, (lower = names.map((name) => name.toLowerCase())));
  return lower;
}

/** What type data says of a value, the nearest type first; a name may come again. */
function* typeDataEntries(rt: Runtime | undefined, target: PSValue): Generator<readonly [string, ExtraMember]> {
  for (const key of lowerNames(typeNamesOf(target)))
    for (const table of [
      rt?.typeData.get(key),
      rt?.removedTypes.has(key) === true ? undefined : builtInTypeData.get(key),
    ])
      for (const entry of table ?? []) if (isListed(entry[1])) yield entry;
}
/** Properties that type data adds to a value. */
export function typeDataProperties(rt: Runtime, target: PSValue): string[] {
  const names = new Map<string, string>();
  for (const [lower, extra] of typeDataEntries(rt, target))
    if (isProperty(extra) && !names.has(lower)) names.set(lower, extra.name);
  return [...names.values()];
}
/** Members that type data gives to a value, the nearest type's first, each name once. */
export function typeDataMembers(rt: Runtime | undefined, target: PSValue): readonly ExtraMember[] {
  const found = new Map<string, ExtraMember>();
  for (const [lower, extra] of typeDataEntries(rt, target)) if (!found.has(lower)) found.set(lower, extra);
  return [...found.values()];
}

/** A property set of a value, among its properties. */
export interface PropertySet {
  readonly name: string;
  readonly properties: readonly string[];
  /** The property that stands before it; undefined: it is first. */
  readonly after: string | undefined;
}
const NO_SETS: readonly PropertySet[] = [];
/** The property sets of a value, in the order of its members. */
export function propertySetsOf(rt: Runtime, target: PSValue): readonly PropertySet[] {
  let found: Map<string, PropertySet> | undefined;
  let after = target instanceof PSObject ? target.extended?.names.at(-1) : undefined;
  const take = (lower: string, extra: ExtraMember): void => {
    if (extra.kind === 'PropertySet') {
      if (found?.has(lower) !== true)
        (found ??= new Map()).set(lower, { name: extra.name, properties: extra.properties, after });
    } else if (isProperty(extra)) after = extra.name;
  };
  for (const [lower, extra] of extraMembers(target) ?? []) take(lower, extra);
  for (const [lower, extra] of typeDataEntries(rt, target)) take(lower, extra);
  return found === undefined ? NO_SETS : [...found.values()];
}
/** What PSStandardMembers says of a value: a set of property names by its name. */
export function standardSet(rt: Runtime, target: PSValue, name: string): readonly string[] | undefined {
  const set = standardMember(rt, target, name);
  return set?.kind === 'PropertySet' ? set.properties : undefined;
}
/** As that, a single name: that of the property that stands for the value. */
export function standardName(rt: Runtime, target: PSValue, name: string): string | undefined {
  const note = standardMember(rt, target, name);
  return note?.kind === 'NativeProperty' ? toText(note.get(target)) : undefined;
}
function standardMember(rt: Runtime, target: PSValue, name: string): ExtraMember | undefined {
  const own = extraMembers(target)?.get('psstandardmembers') ?? typeMember(rt, target, 'psstandardmembers');
  return own?.kind === 'MemberSet' ? ofSet(own.members, name) : undefined;
}

/** Items of something that the engine takes apart; undefined for a single value. */
export function enumerate(value: PSValue): readonly PSValue[] | undefined {
  if (Array.isArray(value)) return value as readonly PSValue[];
  if (typeof value !== 'object' || value === null) return undefined;
  if (value instanceof PSList) return value.items;
  if (value instanceof ClassInstance) {
    const own = scriptItems(value, enumerate);
    if (own !== undefined) return [...own];
    return value.inner === undefined ? undefined : enumerate(value.inner);
  }
  if (value instanceof Uint8Array) return byteItems(value);
  if (value instanceof MultiArray) return value.items;
  if (value instanceof NetObject) return enumerators.get(value.type.definition?.name ?? value.type.fullName)?.(value);
  if (value instanceof PSObject && value.base !== undefined && !(value instanceof EnumValue))
    return enumerate(value.base);
  return undefined;
}
/** Items of a value for a loop that may end before the last one: those of a script's enumerator are made one by one. */
export function batchesOf(value: PSValue, walk?: Walk): Iterable<readonly PSValue[]> {
  const own = value instanceof ClassInstance ? scriptItems(value, enumerate) : undefined;
  if (own !== undefined) return single(own);
  const made = value instanceof NetObject ? batchEnumerators.get(value.type.fullName)?.(value) : undefined;
  return made ?? [walkItems(walk, enumerate(value) ?? [value])];
}
/** Those of `enumerators` whose items are made when they are asked for, and which may have very many. */
export const batchEnumerators = new Map<string, (value: NetObject) => Iterable<readonly PSValue[]>>();
function* single(items: Iterable<PSValue>): Iterable<readonly PSValue[]> {
  for (const item of items) yield [item];
}
/** Objects that the pipeline takes apart, by type: MatchCollection, an IEnumerator, XmlNodeList … */
export const enumerators = new Map<string, (value: NetObject) => readonly PSValue[]>();

const isDictionary = (value: PSValue): value is PSDictionary => value instanceof PSDictionary;

// -------------------------------------------------------------- properties

/** What a member set is about: `.psbase`, `.psadapted` and `.psextended` of any object, or a set with members of its own. */
export interface SetView {
  readonly name: string;
  readonly target: PSValue;
  readonly part: 'base' | 'adapted' | 'extended' | readonly ExtraMember[];
}
/** An object that has the members of a set, and none else. */
export class MemberSetObject extends NetObject<SetView> {
  constructor(view: SetView) {
    super(requireType('System.Management.Automation.PSMemberSet'), view);
    this.typeNames = ['System.Management.Automation.PSMemberSet'];
  }
}
const ofSet = (part: readonly ExtraMember[], name: string): ExtraMember | undefined =>
  part.find((member) => member.name.toLowerCase() === name.toLowerCase());
function findInSet(rt: Runtime, { target, part }: SetView, name: string): Pending<PSValue> | undefined {
  if (typeof part !== 'string') {
    const own = ofSet(part, name);
    return own === undefined ? undefined : readExtra(rt, target, own);
  }
  const lower = name.toLowerCase();
  if (part === 'extended') {
    if (target instanceof PSObject) {
      const note = target.extended?.get(name);
      if (note !== undefined) return note;
      const own = extras.get(target)?.get(lower);
      if (own !== undefined) return readExtra(rt, target, own);
    }
    const given = typeMember(rt, target, lower);
    return given === undefined ? undefined : readExtra(rt, target, given);
  }
  const adapted = target instanceof PSObject ? target.adapted?.get(name) : undefined;
  if (adapted !== undefined) return adapted;
  if (target instanceof ClassInstance) {
    const own = target.fields.get(lower);
    if (own !== undefined) return own;
  }
  return typeProperty(rt, unwrap(target), name);
}
/** A property of the value's class. */
function typeProperty(rt: Runtime, target: PSValue, name: string, failed?: Set<string>): Pending<PSValue> | undefined {
  const property = typeOf(target)?.findProperty(name);
  if (property === undefined) return undefined;
  active.runtime = rt;
  try {
    const value = property.get(target);
    return value === undefined ? null : (value as Pending<PSValue>);
  } catch (error) {
    // A getter that throws gives nothing, as PowerShell has it.
    if (!(error instanceof NetThrow)) throw error;
    failed?.add(name);
    return null;
  }
}
const VIEWS: ReadonlyMap<string, SetView['part']> = new Map([
  ['psbase', 'base'],
  ['psadapted', 'adapted'],
  ['psextended', 'extended'],
]);
/** The object that has what is added to a value: the value itself, the one of an array or the like, or a new one. */
export function wrapperOf(target: PSValue): PSObject {
  if (target instanceof PSObject) return target;
  const keeps = keepsAdded(target);
  const known = keeps ? addedTo(target) : undefined;
  if (known !== undefined) return known;
  const made = new PSObject({ base: target, typeNames: typeOf(target)?.typeNames ?? [] });
  if (keeps) keep(target, made);
  return made;
}
/** What was added to an array or the like. */
function ofKept(rt: Runtime, target: PSValue, name: string): Pending<PSValue> | undefined {
  const wrapper = typeof target === 'object' && target !== null ? addedTo(target) : undefined;
  if (wrapper === undefined) return undefined;
  const note = wrapper.extended?.get(name);
  const extra = note === undefined ? extras.get(wrapper)?.get(name.toLowerCase()) : undefined;
  return extra === undefined ? note : readExtra(rt, target, extra);
}
/** Whether an object around another has type names of its own. */
const isNamedAnew = ({ base, typeNames }: PSObject): boolean =>
  base !== undefined && typeNames.length > 0 && typeNames[0] !== typeNamesOf(base)[0];
/** A property's value; undefined when there is none. */
export function findProperty(
  rt: Runtime,
  target: PSValue,
  name: string,
  failed?: Set<string>,
  mayWait = false,
): Pending<PSValue> | undefined {
  if (target === null) return undefined;
  if (isAnythingKept() && !(target instanceof PSObject)) {
    const added = ofKept(rt, target, name);
    if (added !== undefined) return added;
  }
  if (target instanceof MemberSetObject) return findInSet(rt, target.data, name);
  if (target instanceof PSObject) {
    const extended = target.added(name);
    if (extended !== undefined) return extended;
    const extra = extras.get(target)?.get(name.toLowerCase());
    if (extra !== undefined) return readExtra(rt, target, extra);
    if (target instanceof PSDictionary) {
      const entry = target.getEntry(name);
      if (entry !== undefined) return entry;
      if (integerKey(name) !== undefined) {
        const numbered = target.getEntry(Number(name));
        if (numbered !== undefined) return numbered;
      }
    }
    const adapted = target.adapted?.get(name);
    if (adapted !== undefined) return adapted;
    if (target instanceof ClassInstance) {
      const own = target.fields.get(name.toLowerCase());
      if (own !== undefined) return own;
      if (target.inner !== undefined) {
        const inner = findProperty(rt, target.inner, name, failed);
        if (inner !== undefined) return inner;
      }
    }
  }
  const lower = name.toLowerCase();
  const given = typeMember(rt, target, lower);
  if (given !== undefined) return readExtra(rt, target, given);
  // What was added to a wrapped value is the wrapper's.
  const ofWrapper =
    target instanceof PSObject &&
    (lower === 'pstypenames' ||
      ((lower === 'psobject' || VIEWS.has(lower)) &&
        (extras.has(target) || target.extended !== undefined || isNamedAnew(target))));
  if (target instanceof PSObject && target.base !== undefined && !(target instanceof EnumValue) && !ofWrapper)
    return findProperty(rt, target.base, name, failed, mayWait);
  for (const adapter of adapters) {
    const seen = adapter.read(target, name, mayWait);
    if (seen !== undefined) return seen;
  }
  const property = typeProperty(rt, target, name, failed);
  if (property !== undefined) return property;
  if (lower === 'psobject') return hooks2.psObject(target);
  if (lower === 'pstypenames') return hooks2.typeNames(target);
  const part = VIEWS.get(lower);
  return part === undefined ? undefined : new MemberSetObject({ name: lower, target, part });
}
const integerKey = (name: string): number | undefined => (/^-?\d{1,9}$/.test(name) ? Number(name) : undefined);
/** Properties that are not of a type but of what an object holds: an XML node's children, a row's columns. */
export interface Adapter {
  /**
   * Undefined, and false from `write`: it is no object of this kind, or has no such property. With `mayWait` a long list
   * is worked on some elements at a time.
   */
  read(target: PSValue, name: string, mayWait: boolean): Pending<PSValue> | undefined;
  names(target: PSValue): readonly string[] | undefined;
  write(target: PSValue, name: string, value: PSValue): boolean;
  /** What an object of this kind is called where it is shown, when it has a name. */
  nodeName?(target: PSValue): string | undefined;
  definition?(target: PSValue, name: string): string | undefined;
}
/** One for each kind of object: no two answer for the same. */
export const adapters: Adapter[] = [];
function firstAnswer<T>(ask: (adapter: Adapter) => T | undefined): T | undefined {
  for (const adapter of adapters) {
    const answer = ask(adapter);
    if (answer !== undefined) return answer;
  }
  return undefined;
}
export const adaptedNames = (target: PSValue): readonly string[] | undefined => firstAnswer((one) => one.names(target));
/** Those that are listed: what has the name of the indexer of nodes is reached by its name only, and written to CLIXML. */
export const listedNames = (target: PSValue): readonly string[] | undefined =>
  adaptedNames(target)?.filter((name) => name.toLowerCase() !== 'item');
/** As a pattern finds them: a node or a row has what is in it, and behind that what its class has. */
export function wildcardNames(names: readonly string[], target: PSValue): readonly string[] {
  const listed = target instanceof NetObject ? listedNames(target) : undefined;
  if (listed === undefined) return names;
  return withClassNames([...new Set([...listed, ...names])], target);
}
/** Names of what is in a node or a row, and behind them those of its class. */
export function withClassNames(names: readonly string[], target: PSValue): readonly string[] {
  const seen = new Set(names.map((name) => name.toLowerCase()));
  return [...names, ...propertyNames(target).filter((name) => !seen.has(name.toLowerCase()))];
}
/** What Get-Member says of one of those names. */
export const adaptedDefinition = (target: PSValue, name: string): string | undefined =>
  firstAnswer((one) => one.definition?.(target, name));
export const adaptedNodeName = (target: PSValue): string | undefined => firstAnswer((one) => one.nodeName?.(target));
/** Filled in by the type tables. */
export const hooks2 = {
  psObject: (target: PSValue): PSValue => target,
  typeNames: (target: PSValue): PSValue => [...typeNamesOf(target)],
  xmlProperty: (_target: PSXmlDocument, _name: string): PSValue | undefined => undefined,
  propertySet: (_target: PSValue, _set: ExtraMember): PSValue => null,
};

/** Runs the script of a member: it ends at the first statement that fails. */
const callMember = (
  rt: Runtime,
  script: ScriptBlock,
  args: readonly PSValue[],
  options: BlockOptions,
): Pending<PSValue> => rt.insideTry(() => rt.callBlock(script, args, options));
/** A property whose script fails has no value; only `$Error` tells of it. */
function quietly(rt: Runtime, work: () => Pending<PSValue>): Pending<PSValue> {
  const nothing = (error: unknown): null => {
    if (!(error instanceof PSError)) throw error;
    rt.addError(error.record);
    return null;
  };
  try {
    const done = work();
    return done instanceof Promise ? done.catch(nothing) : done;
  } catch (error) {
    return nothing(error);
  }
}
export function readExtra(rt: Runtime, target: PSValue, member: ExtraMember): Pending<PSValue> | undefined {
  switch (member.kind) {
    case 'ScriptProperty': {
      const { getter } = member;
      // What its commands write to the error stream is dropped.
      const frame = { ...rt.current, streams: { ...rt.current.streams, error: () => undefined } };
      return getter === undefined ? null : quietly(rt, () => callMember(rt, getter, [], { self: target, frame }));
    }
    case 'NativeProperty':
      return member.get(target);
    case 'AliasProperty':
      return readAlias(rt, target, member);
    case 'PropertySet':
      return hooks2.propertySet(target, member);
    case 'MemberSet':
      return new MemberSetObject({ name: member.name, target, part: member.members });
    case 'ScriptMethod':
      return undefined;
  }
}

/** Aliases that are being read: one that leads to itself has no value. */
const followed = new Set<ExtraMember>();
function readAlias(
  rt: Runtime,
  target: PSValue,
  alias: ExtraMember & { readonly kind: 'AliasProperty' },
): Pending<PSValue> | undefined {
  if (followed.has(alias)) return null;
  followed.add(alias);
  try {
    const { type } = alias;
    const found = findProperty(rt, target, alias.target);
    if (found === undefined || type === undefined) return found;
    return quietly(rt, () => andThen(found, (value) => convertTo(value, type)));
  } finally {
    followed.delete(alias);
  }
}

/** `$x.Name`, with member enumeration over collections and StrictMode. */
export function getProperty(rt: Runtime, target: PSValue, name: string, strict = false): Pending<PSValue> {
  if (target === null || target === AutomationNull) {
    const lower = name.toLowerCase();
    // Even StrictMode lets `psobject` of nothing be asked.
    if (strict && lower !== 'psobject') throw notFound(name);
    if (lower === 'count' || lower === 'length') return 0;
    return null;
  }
  const found = findProperty(rt, target, name, undefined, true);
  if (found !== undefined) return found;
  const lower = name.toLowerCase();
  const items = enumerate(target);
  if (items !== undefined) {
    const own = typeOf(unwrap(target))?.findMethod(name);
    const found = enumerateMember(rt, items, name, strict && own === undefined);
    return found === null && own !== undefined ? methodObject(target, own) : found;
  }
  if (lower === 'count' || lower === 'length') {
    if (strict && typeOf(target) !== CUSTOM) throw notFound(name);
    return 1;
  }
  const method = typeOf(unwrap(target))?.findMethod(name) ?? undefined;
  if (method !== undefined) return methodObject(target, method);
  const script = scriptMethodOf(rt, target, name);
  if (script !== undefined)
    return new NetObject(requireType('System.Management.Automation.PSScriptMethod'), {
      target,
      name: script.name,
      kind: script.kind,
      extra: script,
    });
  if (strict && !isDictionary(target)) throw notFound(name);
  if (strict && isDictionary(target)) throw notFound(name);
  return null;
}
/** A method that was named without being called. */
export interface BoundMethod {
  readonly target: PSValue;
  readonly method: NetMethod;
}
function methodObject(target: PSValue, method: NetMethod): PSValue {
  return new NetObject<BoundMethod>(requireType('System.Management.Automation.PSMethod'), { target, method });
}
const notFound = (name: string): PSError =>
  fail(
    'PropertyNotFoundStrict',
    `The property '${name}' cannot be found on this object. Verify that the property exists.`,
    {
      category: 'NotSpecified',
      type: 'System.Management.Automation.PropertyNotFoundException',
    },
  );

/** There is nothing that could have it. */
const notFoundAnywhere = (name: string): PSError =>
  fail(
    'PropertyNotFoundStrict',
    `The property '${name}' cannot be found on this object. Verify that the property exists.`,
    { category: 'InvalidOperation' },
  );

const enumerateMember = (rt: Runtime, items: readonly PSValue[], name: string, strict: boolean): Pending<PSValue> =>
  drive(memberSteps(rt, items, name, strict));
function* memberSteps(rt: Runtime, items: readonly PSValue[], name: string, strict: boolean): Steps<PSValue> {
  const out: PSValue[] = [];
  let any = false;
  for (const item of items) {
    if (item === null) {
      if (strict) throw notFound(name);
      continue;
    }
    const found = findProperty(rt, item, name);
    const value = found instanceof Promise ? ((yield found) as PSValue) : found;
    const tick = rt.tick();
    if (tick !== undefined) yield tick;
    if (value === undefined) {
      const isCount = /^(?:count|length)$/i.test(name);
      // In strict mode each element has to have it, and none is looked into.
      if (strict && !isCount) throw notFound(name);
      const inner = enumerate(item);
      if (!strict && inner === undefined && typeOf(item) === CUSTOM && !isCount) {
        // A custom object that has no such property answers with nothing, but it answers.
        any = true;
        out.push(null);
        continue;
      }
      if (inner === undefined && isCount) {
        // A single value counts as one.
        any = true;
        out.push(1);
        continue;
      }
      if (inner !== undefined && typeOf(item)?.findMethod(name) === undefined) {
        const deep = yield* memberSteps(rt, inner, name, false);
        if (deep !== null) {
          any = true;
          pushAll(out, enumerate(deep) ?? [deep]);
        }
      }
      continue;
    }
    any = true;
    const several = enumerate(value);
    if (several === undefined) out.push(value);
    else pushAll(out, several);
  }
  if (!any && strict) throw items.length === 0 ? notFoundAnywhere(name) : notFound(name);
  if (out.length === 0) return any ? AutomationNull : null;
  return out.length === 1 ? (out[0] ?? null) : out;
}

/** Sets a property that is not of the object's class. */
export function setExtra(rt: Runtime, target: PSValue, extra: ExtraMember, value: PSValue): Pending<void> {
  if (extra.kind === 'AliasProperty') return setProperty(rt, target, extra.target, value);
  if (extra.kind === 'NativeProperty' && extra.set !== undefined) return extra.set(target, value);
  if (extra.kind === 'NativeProperty' && extra.isNote === true) throw readOnly(extra.name);
  const setter = extra.kind === 'ScriptProperty' ? extra.setter : undefined;
  if (setter === undefined)
    throw fail('SetWithoutSetterFromScriptProperty', `Set accessor for property "${extra.name}" is unavailable.`, {
      type: 'System.Management.Automation.SetValueException',
      category: 'NotSpecified',
    });
  const done = asMember(
    () => callMember(rt, setter, [value], { self: target }),
    'ScriptSetValueRuntimeException',
    'SetValueInvocationException',
    `Exception setting "${extra.name}"`,
  );
  return done instanceof Promise ? done.then(() => undefined) : undefined;
}
/** `$x.Name = value`. Throws PSError when it cannot be set. */
export function setProperty(rt: Runtime, target: PSValue, name: string, value: PSValue): Pending<void> {
  if (target === null || target === AutomationNull)
    throw fail(
      'PropertyNotFound',
      `The property '${name}' cannot be found on this object. Verify that the property exists and can be set.`,
      { category: 'InvalidOperation' },
    );
  if (target instanceof MemberSetObject) {
    const { target: owner, part } = target.data;
    const own = typeof part === 'string' ? undefined : ofSet(part, name);
    if (own !== undefined && isProperty(own)) return setExtra(rt, owner, own, value);
    const type = part === 'base' || part === 'adapted' ? typeOf(unwrap(owner)) : undefined;
    if (type?.findProperty(name) !== undefined) return setDeclared(rt, unwrap(owner), type, name, value);
    return part === 'extended' ? setProperty(rt, owner, name, value) : undefined;
  }
  if (target instanceof PSObject) {
    if (target.extended?.has(name) === true) {
      if (target.adapted !== undefined) refuseReadOnly(target, name);
      target.extended.set(name, value);
      return undefined;
    }
    const extra = extras.get(target)?.get(name.toLowerCase());
    if (extra !== undefined && isProperty(extra)) return setExtra(rt, target, extra, value);
    if (target instanceof PSDictionary) {
      changing(target, 'set_Item', () => {
        putEntry(target, name, value);
      });
      return undefined;
    }
    const { adapted } = target;
    if (adapted?.has(name) === true) {
      refuseReadOnly(target, name);
      const type = writtenThrough.has(target.typeNames[0] ?? '') ? typeOf(target) : undefined;
      if (type === undefined) {
        adapted.set(name, value);
        return undefined;
      }
      return andThen(setDeclared(rt, target, type, name, value), () => readAgain(target, type, adapted));
    }
    if (target instanceof ClassInstance) {
      const property = target.type.findProperty(name);
      if (property !== undefined) {
        const { set } = property;
        if (set === undefined) {
          target.fields.set(name.toLowerCase(), value);
          return undefined;
        }
        active.runtime = rt;
        return setting(property.name, () => {
          const done = set(target, value);
          return done instanceof Promise ? done.then(() => undefined) : undefined;
        });
      }
    }
    if (target instanceof ClassInstance && target.inner !== undefined)
      return setProperty(rt, target.inner, name, value);
    if (target.base !== undefined && !(target instanceof EnumValue)) return setProperty(rt, target.base, name, value);
  }
  if (writtenByAdapter(target, name, value)) return undefined;
  const given = typeMember(rt, target, name.toLowerCase());
  if (given !== undefined && isProperty(given)) return setExtra(rt, target, given, value);
  const type = typeOf(target);
  if (type?.findProperty(name) !== undefined) return setDeclared(rt, target, type, name, value);
  const missing = `The property '${name}' cannot be found on this object. Verify that the property exists and can be set.`;
  if (target instanceof PSObject && (typeOf(target) === CUSTOM || adaptedNames(target) !== undefined))
    throw fail('ExceptionWhenSetting', `Exception setting "${name}": "${missing}"`, {
      type: 'System.Management.Automation.SetValueInvocationException',
      category: 'NotSpecified',
    });
  throw fail('PropertyAssignmentException', missing, { category: 'InvalidOperation' });
}

/** Types whose objects are bags of what was read: what is set goes to the thing itself, and the bag is read again. */
export const writtenThrough = new Set<string>();
/** Reads anew what a bag keeps of its object. */
export function readAgain(target: PSObject, type: NetType, bag: PropertyBag): undefined {
  for (const [name] of bag) {
    const value = type.findProperty(name)?.get(target);
    if (value !== undefined && !(value instanceof Promise)) bag.set(name, value);
  }
  return undefined;
}
const readOnly = (name: string): PSError =>
  fail('PropertyAssignmentException', `'${name}' is a ReadOnly property.`, { category: 'InvalidOperation' });
/** Of what commands give, what is kept in a bag and cannot be set in PowerShell. */
function refuseReadOnly(target: PSObject, name: string): void {
  const declared = declaredMember(target, name)?.definition;
  if (declared === undefined || /[{;]\s*set[;=]/.test(declared)) return;
  if (declared.includes('{')) throw readOnly(name);
  // An alias is what it names.
  const other = / = (?:\(.*\))?(\S+)$/.exec(declared)?.[1];
  if (other !== undefined && declaredMember(target, other)?.definition?.includes('set;') === false)
    throw readOnly(name);
}
const SET_VALUE = 'System.Management.Automation.SetValueException';
function setDeclared(rt: Runtime, target: PSValue, type: NetType, name: string, value: PSValue): Pending<void> {
  const property = type.findProperty(name);
  if (property?.set === undefined) throw readOnly(property?.name ?? name);
  active.runtime = rt;
  const failed = (error: unknown): never => {
    const exception =
      error instanceof NetThrow ? error.exception : error instanceof PSError ? error.record.exception : undefined;
    // A member of an object that cannot be set says so itself.
    if (exception === undefined || exception.type.fullName === SET_VALUE) throw error;
    throw notSet(property.name, exception);
  };
  try {
    const declared = resolver.resolve(property.type);
    const done = property.set(target, declared === undefined ? value : convertTo(value, declared));
    return done instanceof Promise ? done.then(() => undefined, failed) : undefined;
  } catch (error) {
    return failed(error);
  }
}
function writtenByAdapter(target: PSValue, name: string, value: PSValue): boolean {
  try {
    return adapters.some((one) => one.write(target, name, value));
  } catch (error) {
    if (!(error instanceof NetThrow)) throw error;
    throw notSet(name, error.exception, 'CatchFromBaseAdapterSetValue');
  }
}
const notSet = (name: string, exception: ExceptionObject, errorId = 'ExceptionWhenSetting'): PSError =>
  fail(errorId, `Exception setting "${name}": "${exception.message}"`, {
    type: 'System.Management.Automation.SetValueInvocationException',
    category: 'NotSpecified',
    inner: exception,
  });
/** What a setter throws, as PowerShell says it. */
function setting(name: string, work: () => Pending<void>): Pending<void> {
  const told = (error: unknown): unknown => {
    const failed =
      error instanceof NetThrow
        ? error.exception
        : error instanceof PSError && error.record.errorId !== 'ExceptionWhenSetting'
          ? error.record.exception
          : undefined;
    return failed === undefined ? error : notSet(name, failed);
  };
  try {
    const done = work();
    return done instanceof Promise
      ? done.catch((error: unknown) => {
          throw told(error);
        })
      : done;
  } catch (error) {
    throw told(error);
  }
}

// ----------------------------------------------------------------- methods

const noTarget = (): PSError =>
  fail('InvokeMethodOnNull', 'You cannot call a method on a null-valued expression.', {
    category: 'InvalidOperation',
  });
const noMethod = (target: PSValue, name: string): PSError => {
  const type = typeOf(target);
  return fail(
    'MethodNotFound',
    `Method invocation failed because [${type?.fullName ?? 'null'}] does not contain a method named '${name}'.`,
    // Objects whose members are their own tell which one was looked for.
    { category: 'InvalidOperation', ...(type === CUSTOM || target instanceof MemberSetObject ? { target: name } : {}) },
  );
};

/** The methods that every value has, by either of their names. */
export function magicMethod(name: string): 'foreach' | 'where' | undefined {
  // Every call of a method asks.
  if (name.length !== 5 && name.length !== 7 && name.length !== 9) return undefined;
  switch (name.toLowerCase()) {
    case 'foreach':
    case 'psforeach':
      return 'foreach';
    case 'where':
    case 'pswhere':
      return 'where';
    default:
      return undefined;
  }
}
/** `$x.Name(args)`. */
export function invokeMethod(rt: Runtime, target: PSValue, name: string, args: readonly PSValue[]): Pending<PSValue> {
  const magic = magicMethod(name);
  if (magic !== undefined && (target === null || target === AutomationNull))
    return rt.collectionMethod(magic, [], args);
  if (target === null || target === AutomationNull) throw noTarget();
  const found = tryInvoke(rt, target, name, args);
  if (found !== undefined) return found;
  const items = enumerate(target);
  if (items !== undefined) return invokeEach(rt, items, target, name, args);
  throw noMethod(unwrap(target), name);
}
/** Is the method a class's own, rather than its .NET base's? */
function scriptMethod(type: NetType, lower: string): boolean {
  for (let at: NetType | undefined = type; at?.scriptClass === true; at = at.base)
    if (at.methods.has(lower)) return true;
  return /^(?:gettype|tostring|equals|gethashcode)$/.test(lower);
}
/** Whether this name is a script method of the value: its own, or of its type. */
export const isScriptMethod = (rt: Runtime, target: PSValue, name: string): boolean =>
  scriptMethodOf(rt, target, name) !== undefined;
function scriptMethodOf(rt: Runtime, target: PSValue, name: string): ExtraMember | undefined {
  const lower = name.toLowerCase();
  for (const found of [extraMembers(target)?.get(lower), typeMember(rt, target, lower)])
    if (found?.kind === 'ScriptMethod') return found;
  return undefined;
}
const callScriptMethod = (
  rt: Runtime,
  target: PSValue,
  { name, script }: { readonly name: string; readonly script: ScriptBlock },
  args: readonly PSValue[],
): Pending<PSValue> =>
  asMember(
    () => callMember(rt, script, args, { self: target }),
    'ScriptMethodRuntimeException',
    'MethodInvocationException',
    `Exception calling "${name}" with "${args.length}" argument(s)`,
  );
/** Calls a method if the value has it. */
export function tryInvoke(
  rt: Runtime,
  target: PSValue,
  name: string,
  args: readonly PSValue[],
): Pending<PSValue> | undefined {
  if (target === null) return undefined;
  if (target instanceof PSObject) {
    if (target instanceof MemberSetObject) return invokeInSet(rt, target.data, name, args);
    if (target instanceof ClassInstance && target.inner !== undefined && !scriptMethod(target.type, name.toLowerCase()))
      return tryInvoke(rt, target.inner, name, args);
    const extra = extras.get(target)?.get(name.toLowerCase());
    if (extra?.kind === 'ScriptMethod') return callScriptMethod(rt, target, extra, args);
    const property = target.added(name) ?? (target instanceof PSDictionary ? undefined : target.adapted?.get(name));
    if (property instanceof ScriptBlock && typeOf(property)?.findMethod(name) === undefined) return undefined;
  }
  if (rt.typeData.size > 0 || isOwnInAnyCase(name)) {
    const given = typeMember(rt, target, name.toLowerCase());
    if (given?.kind === 'ScriptMethod') return callScriptMethod(rt, target, given, args);
  }
  if (target instanceof TypeObject) {
    const own = typeOf(target)?.findMethod(name);
    if (own !== undefined) return callOverloads(rt, own.name, own.overloads, target, args);
  }
  const inner =
    target instanceof PSObject && target.base !== undefined && !(target instanceof EnumValue) ? target.base : target;
  const type = typeOf(inner);
  const method = type?.findMethod(name);
  if (method !== undefined) return callOverloads(rt, method.name, method.overloads, inner, args);
  const indexed = type?.findMethod(`get_${name}`);
  if (indexed !== undefined && args.length > 0) return getIndexed(rt, inner, name, indexed, args);
  if (target instanceof ClassInstance && target.inner !== undefined) return tryInvoke(rt, target.inner, name, args);
  const magic = magicMethod(name);
  if (magic !== undefined) return rt.collectionMethod(magic, target, args);
  return callAccessor(rt, inner, name.toLowerCase(), args);
}
function invokeInSet(
  rt: Runtime,
  { target, part }: SetView,
  name: string,
  args: readonly PSValue[],
): Pending<PSValue> | undefined {
  if (part === 'base' || part === 'adapted') {
    const inner = unwrap(target);
    const method = typeOf(inner)?.findMethod(name);
    return method === undefined
      ? callAccessor(rt, inner, name.toLowerCase(), args)
      : callOverloads(rt, method.name, method.overloads, inner, args);
  }
  const own = part === 'extended' ? scriptMethodOf(rt, target, name) : ofSet(part, name);
  return own?.kind === 'ScriptMethod' ? callScriptMethod(rt, target, own, args) : undefined;
}
/** The methods behind a property: `get_Count()`, `set_Name('x')`. */
function callAccessor(
  rt: Runtime,
  target: PSValue,
  lower: string,
  args: readonly PSValue[],
): Pending<PSValue> | undefined {
  const name = lower.slice(4);
  const type = typeOf(target);
  const property = type?.findProperty(name);
  if (property === undefined) return undefined;
  if (lower.startsWith('get_') && args.length === 0) {
    // Keys of a dictionary do not hide what it has itself.
    if (!(target instanceof NetObject) && !(target instanceof PSDictionary)) return findProperty(rt, target, name);
    // Unlike a property that is read, a method that fails says so.
    const signature = `${property.type} get_${property.name}()`;
    const overload = { signature, returnType: property.type, parameters: [], body: property.get };
    return callOverloads(rt, `get_${property.name}`, [overload], target, args);
  }
  const [value] = args;
  if (!lower.startsWith('set_') || args.length !== 1 || value === undefined) return undefined;
  return andThen(setProperty(rt, target, name, value), () => AutomationNull);
}
/** A parameterized property: `'abc'.Chars(0)`, `$list.Item(0)`. */
function getIndexed(
  rt: Runtime,
  target: PSValue,
  name: string,
  method: NetMethod,
  args: readonly PSValue[],
): Pending<PSValue> {
  try {
    return callOverloads(rt, method.name, method.overloads, target, args);
  } catch (error) {
    const inner = error instanceof PSError ? error.record.exception.inner : undefined;
    if (!(error instanceof PSError) || inner === undefined) throw error;
    throw fail('ExceptionWhenGetting', `Exception getting "${name}": "${inner.message}"`, {
      type: 'System.Management.Automation.GetValueInvocationException',
      category: 'NotSpecified',
      inner,
    });
  }
}
function invokeEach(
  rt: Runtime,
  items: readonly PSValue[],
  target: PSValue,
  name: string,
  args: readonly PSValue[],
): Pending<PSValue> {
  if (items.length === 0) throw noMethod(target, name);
  return drive(invokeEachStep(rt, items, name, args));
}
function* invokeEachStep(
  rt: Runtime,
  items: readonly PSValue[],
  name: string,
  args: readonly PSValue[],
): Steps<PSValue> {
  const out: PSValue[] = [];
  for (const item of items) {
    if (item === null || item === AutomationNull) throw noTarget();
    const called = tryInvoke(rt, item, name, args);
    if (called === undefined) throw noMethod(item, name);
    const result = yield* settle(called);
    if (result !== AutomationNull) pushAll(out, enumerate(result) ?? [result]);
    const tick = rt.tick();
    if (tick !== undefined) yield tick;
  }
  return out.length === 0 ? AutomationNull : out.length === 1 ? (out[0] ?? null) : out;
}

/** `[type]::Name` */
export function getStatic(rt: Runtime, type: NetType, name: string, strict = false): Pending<PSValue> {
  if (type.isEnum) {
    const lower = name.toLowerCase();
    for (const key of type.enumValues?.keys() ?? []) if (key.toLowerCase() === lower) return convertTo(key, type);
  }
  const property = type.findStaticProperty(name);
  if (property !== undefined) {
    active.runtime = rt;
    const value = property.get(typeObject(type));
    return value === undefined ? null : (value as Pending<PSValue>);
  }
  const method = type.findStaticMethod(name);
  if (method !== undefined) return methodObject(typeObject(type), method);
  if (name.toLowerCase() === 'new')
    return methodObject(typeObject(type), { name: 'new', overloads: type.constructors });
  if (strict) throw notFound(name);
  return null;
}
export function setStatic(rt: Runtime, type: NetType, name: string, value: PSValue): Pending<void> {
  const property = type.findStaticProperty(name);
  if (property?.set === undefined)
    throw fail(
      'PropertyAssignmentException',
      property === undefined
        ? `The property '${name}' cannot be found on this object. Verify that the property exists and can be set.`
        : `'${property.name}' is a ReadOnly property.`,
      { category: 'InvalidOperation' },
    );
  active.runtime = rt;
  const declared = resolver.resolve(property.type);
  const { set } = property;
  return setting(property.name, () => {
    const done = set(typeObject(type), declared === undefined ? value : convertTo(value, declared));
    return done instanceof Promise ? done.then(() => undefined) : undefined;
  });
}
/** `[type]::Name(args)`, `new` included. */
/** @param typeArguments of a generic method, where the call writes them: `[array]::Empty[int]()`. */
export function invokeStatic(
  rt: Runtime,
  type: NetType,
  name: string,
  args: readonly PSValue[],
  typeArguments?: readonly NetType[],
): Pending<PSValue> {
  if (name.length === 3 && name.toLowerCase() === 'new') {
    // New-Object makes a structure of zeros; a call is that of a constructor, if it has any.
    if (args.length === 0 && type.isValueType && type.constructors.length > 0 && !type.constructors.some(takesNothing))
      throw noOverload(0);
    return construct(rt, type, args);
  }
  const method = type.findStaticMethod(name);
  if (method === undefined) {
    if (type.isEnum) {
      const general = requireType('System.Enum').findStaticMethod(name);
      if (general !== undefined) return callOverloads(rt, general.name, general.overloads, null, args, typeArguments);
    }
    if (/^get_/i.test(name) && args.length === 0 && type.findStaticProperty(name.slice(4)) !== undefined)
      return getStatic(rt, type, name.slice(4));
    throw fail(
      'MethodNotFound',
      `Method invocation failed because [${type.fullName}] does not contain a method named '${name}'.`,
      { category: 'InvalidOperation' },
    );
  }
  return callOverloads(rt, method.name, method.overloads, typeObject(type), args, typeArguments);
}
/** A generic method of an object, with the types that the call writes. */
export function invokeGeneric(
  rt: Runtime,
  target: PSValue,
  name: string,
  args: readonly PSValue[],
  typeArguments: readonly NetType[],
): Pending<PSValue> {
  const inner = unwrap(target);
  const method = typeOf(inner)?.findMethod(name);
  if (method === undefined) return invokeMethod(rt, target, name, args);
  return callOverloads(rt, method.name, method.overloads, inner, args, typeArguments);
}
const takesNothing = ({ parameters }: MethodOverload): boolean => parameters.length === 0;
const noOverload = (count: number): PSError =>
  fail('MethodCountCouldNotFindBest', `Cannot find an overload for "new" and the argument count: "${count}".`, {
    type: 'System.Management.Automation.MethodException',
    category: 'NotSpecified',
  });
export function construct(rt: Runtime, type: NetType, args: readonly PSValue[]): Pending<PSValue> {
  if (type.elementType !== undefined) {
    let most = type.rank > 1 ? type.rank * 2 : 1;
    for (let inner = type.elementType; inner.elementType !== undefined && type.rank === 1; inner = inner.elementType)
      most += 1;
    if (args.length < type.rank || args.length > most) throw noOverload(args.length);
    const lengths = args.map((arg) => Number(integerOf(convertTo(arg, INT32)) ?? 0n));
    return wrapErrors('.ctor', args.length, () => newArrayLong(type, lengths, rt.stepper));
  }
  if (type.constructors.length === 0) {
    if (type.isValueType && args.length === 0) return defaultOf(type);
    if (
      type.chainTypes().some(({ fullName }) => fullName === 'System.Exception') &&
      !type.scriptClass &&
      type.definition === undefined
    )
      return callOverloads(rt, '.ctor', requireType('System.Exception').constructors, typeObject(type), args);
    throw noOverload(args.length);
  }
  if (type.isValueType && args.length === 0 && !type.constructors.some(takesNothing)) return defaultOf(type);
  return callOverloads(rt, '.ctor', type.constructors, typeObject(type), args);
}
/** An array of defaults; of millions of elements without holding the thread. */
export function newArrayLong(type: NetType, lengths: readonly number[], tick: Tick): Pending<PSValue> {
  const [length = 0] = lengths;
  const element = type.elementType ?? OBJECT;
  if (lengths.length > 1 || length < 0 || length > MAX_ARRAY || element === BYTE) return newArray(type, lengths);
  return andThen(filledLong(defaultOf(element), length, tick), (items) => typedArray(items, element));
}
function newArray(type: NetType, lengths: readonly number[]): PSValue {
  const [first = 0, ...inner] = lengths;
  if (inner.length > 0 && type.elementType?.elementType !== undefined && type.rank === 1)
    return typedArray(
      Array.from({ length: first }, () => newArray(type.elementType ?? OBJECT, inner)),
      type.elementType,
    );
  const total = lengths.reduce((product, length) => product * length, 1);
  if (lengths.some((length) => length < 0))
    throw new NetThrow('System.OverflowException', 'Arithmetic operation resulted in an overflow.');
  if (total > MAX_ARRAY)
    throw fail(
      'OutOfMemoryException',
      `An array of ${total} elements is larger than this engine allows (${MAX_ARRAY}).`,
      { category: 'LimitsExceeded' },
    );
  done.steps += total >> 8;
  const element = type.elementType ?? OBJECT;
  if (element === BYTE && lengths.length === 1) return new Uint8Array(total);
  const blank = defaultOf(element);
  const items = filled(blank, total);
  return lengths.length === 1 ? typedArray(items, element) : new MultiArray(type, lengths, items);
}
/** What a field of this type holds before it is set. */
export function defaultOf(type: NetType): PSValue {
  if (!type.isValueType) return null;
  if (type.fullName === 'System.Boolean') return false;
  if (type.fullName.startsWith('System.Nullable')) return null;
  switch (type.fullName) {
    case 'System.DateTime':
    case 'System.TimeSpan':
    case 'System.Double':
    case 'System.Single':
    case 'System.Decimal':
    case 'System.Char':
      return convertTo(0, type);
    case 'System.Guid':
      return convertTo('00000000-0000-0000-0000-000000000000', type);
    default:
  }
  if (type.isEnum) return convertTo(0, type);
  if (integerRange(type) !== undefined || type.fullName === 'System.Numerics.BigInteger') return makeInteger(type, 0n);
  return zeroOf(type) ?? new NetObject(type, undefined);
}
/** What a cast makes of what gave nothing: no conversion is asked for it. */
export const nothingAs = (type: NetType): PSValue => (type === OBJECT ? AutomationNull : defaultOf(type));
/** A structure of nothing but zeros, by the constructor that says most of it and takes them. */
function zeroOf(type: NetType): PSValue | undefined {
  const isKnown = (kind: NetType): boolean => kind === OBJECT || kind === STRING || (kind.isValueType && kind !== type);
  for (const { parameters, body } of type.constructors.toSorted(
    (one, other) => other.parameters.length - one.parameters.length,
  )) {
    const kinds = parameters.map((parameter) => requireType(expandTypeWord(parameter.type)));
    if (!kinds.every(isKnown)) continue;
    try {
      const made = body(typeObject(type), ...kinds.map((kind) => defaultOf(kind)));
      if (!(made instanceof Promise)) return made;
    } catch (error) {
      if (!(error instanceof NetThrow || error instanceof PSError)) throw error;
    }
  }
  return undefined;
}

// ---------------------------------------------------------------- indexing

/** The property that a class has for `[ ]`: it is not called `Item` everywhere. */
function indexerOf(target: PSValue): NetMethod | undefined {
  const type = typeOf(target);
  return type?.findMethod('get_Item') ?? type?.findMethod('get_ItemOf') ?? type?.findMethod('get_Chars');
}
/** Whether something that is a list too is asked by a name, or by a name and its namespace. */
function isByName(target: PSValue, key: PSValue): boolean {
  const names = Array.isArray(key) ? (key as readonly PSValue[]) : [key];
  if (!(target instanceof NetObject) || names.some((one) => typeof one !== 'string')) return false;
  const method = indexerOf(target);
  return (
    method?.name === 'get_ItemOf' &&
    method.overloads.some(({ parameters }) => parameters[0]?.type === 'string' && parameters.length === names.length)
  );
}

const indexNull = (): PSError => fail('NullArray', 'Cannot index into a null array.', { category: 'InvalidOperation' });

/** `$x[index]`. */
/** One index for each dimension. */
function placeIn(array: MultiArray, key: PSValue, target: PSValue): number[] {
  const indexes = (enumerate(key) ?? [key]).map(toIndex);
  const { length } = array.lengths;
  if (indexes.length !== length)
    throw fail(
      'NeedMultidimensionalIndex',
      `You cannot index into a ${length} dimensional array with index [${indexes.join(',')}].`,
      { category: 'InvalidOperation', target },
    );
  return indexes.map((index, at) => (index < 0 ? index + (array.starts[at] ?? 0) + (array.lengths[at] ?? 0) : index));
}
export function getIndex(rt: Runtime, target: PSValue, index: PSValue, strict = false): Pending<PSValue> {
  if (target === null || target === AutomationNull) throw indexNull();
  if (typeof index === 'number' && Array.isArray(target)) {
    const at = index < 0 ? index + target.length : index;
    if (at >= 0 && at < target.length) return (target as readonly PSValue[])[at] ?? null;
    if (strict) throw outOfRange();
    return null;
  }
  if (typeof index === 'number' && target instanceof Uint8Array) {
    const byte = target[index < 0 ? index + target.length : index];
    if (byte !== undefined) return byteItem(byte);
    if (strict) throw outOfRange();
    return null;
  }
  if (target instanceof ClassInstance && target.inner !== undefined) return getIndex(rt, target.inner, index, strict);
  const inner = unwrap(target);
  const key = unwrap(index);
  if (inner instanceof PSDictionary) {
    // A table whose keys are of any kind is asked for several by every collection, one with a key type by arrays.
    const isTyped = (typeOf(inner)?.genericArguments.length ?? 0) > 0;
    const several = isTyped ? (Array.isArray(key) ? (key as readonly PSValue[]) : undefined) : enumerate(key);
    if (several !== undefined)
      return several
        .map((item) => keyFor(inner, item))
        .filter((item) => !isOutside(inner, item))
        .map((item) => dictionaryItem(inner, item));
    if (key === null)
      throw fail('NullArrayIndex', 'Index operation failed; the array index evaluated to null.', {
        category: 'InvalidOperation',
      });
    return dictionaryItem(inner, keyFor(inner, key));
  }
  if (inner instanceof MultiArray) {
    const several = enumerate(key);
    // Lists of places, one for each item that is asked for.
    if (several?.some((item) => enumerate(item) !== undefined) === true)
      return drive(
        (function* (): Steps<PSValue> {
          const items: PSValue[] = [];
          for (const place of several) items.push(yield* settle(getIndex(rt, target, place, strict)));
          return items;
        })(),
      );
    const at = inner.offset(placeIn(inner, key, several === undefined ? null : key));
    return at < 0 ? null : (inner.items[at] ?? null);
  }
  const list = typeof inner === 'string' || isByName(inner, key) ? undefined : indexable(inner);
  if (typeof inner === 'string' || list !== undefined) {
    const several = enumerate(key);
    const length = list?.length ?? (inner as string).length;
    const item = (at: number): PSValue | undefined => {
      const real = at < 0 ? at + length : at;
      if (real < 0 || real >= length) return undefined;
      if (list === undefined) return new PSChar((inner as string).charCodeAt(real));
      return list instanceof Uint8Array ? byteItem(list[real] ?? 0) : (list[real] ?? null);
    };
    if (several !== undefined) {
      return andThen(
        mapLong(rt, several, (one) => item(toIndex(one))),
        (values) => filterLong(rt, values, (value): value is PSValue => value !== undefined),
      );
    }
    if (key === null)
      throw fail('NullArrayIndex', 'Index operation failed; the array index evaluated to null.', {
        category: 'InvalidOperation',
      });
    const at = tryConvert(key, INT32);
    // What is no index finds nothing.
    if (typeof at !== 'number') {
      if (strict) throw outOfRange();
      return null;
    }
    const value = item(at);
    if (value === undefined) {
      if (strict) throw typeof inner === 'string' || Array.isArray(inner) ? outOfRange() : outOfList();
      return null;
    }
    return value;
  }
  const method = indexerOf(inner);
  if (method !== undefined) {
    const keys = enumerate(key) ?? [key];
    const call = (given: readonly PSValue[]): Pending<PSValue> => indexed(rt, method, inner, given, strict);
    // Of a list several keys ask for several items.
    const isSlice = keys.length > 1 && !method.overloads.some(({ parameters }) => parameters.length === keys.length);
    if (!isSlice || !(inner instanceof NetObject) || enumerate(inner) === undefined) return call(keys);
    return drive(
      (function* (): Steps<PSValue[]> {
        const items: PSValue[] = [];
        for (const one of keys) {
          const item = call([one]);
          items.push(item instanceof Promise ? ((yield item) as PSValue) : item);
        }
        return items;
      })(),
    );
  }
  if (key === null)
    throw fail('NullArrayIndex', 'Index operation failed; the array index evaluated to null.', {
      category: 'InvalidOperation',
    });
  // A single value is a list of one; what is no index of it finds nothing.
  if (key === 0 || key === -1) return target;
  if (isSingle(inner)) return AutomationNull;
  throw cannotIndex(inner);
}
/** What a class's indexer gives: what it throws is nothing found, but for who is strict. */
const indexed = (
  rt: Runtime,
  method: NetMethod,
  target: PSValue,
  keys: readonly PSValue[],
  strict: boolean,
): Pending<PSValue> =>
  atIndexer(
    () =>
      callOverloads(rt, 'get_Item', method.overloads, target, [
        fromEnd(method, target, keys[0] ?? null),
        ...keys.slice(1),
      ]),
    (error) => {
      if (strict) throw error;
      return null;
    },
  );
/** An index below zero counts from the end, where a class has positions and says how many. */
function fromEnd({ overloads }: NetMethod, target: PSValue, key: PSValue): PSValue {
  if (typeof key !== 'number' || key >= 0 || target instanceof PSDictionary) return key;
  const byPlace = overloads.some(({ parameters: [only, other] }) => only?.type === 'int' && other === undefined);
  const type = byPlace ? typeOf(target) : undefined;
  const count = (type?.findProperty('Count') ?? type?.findProperty('Length'))?.get(target);
  return typeof count === 'number' ? key + count : key;
}
const INVOCATION_EXCEPTION = 'System.Management.Automation.MethodInvocationException';
/** Works at an indexer, where no call stands around what a class throws: its own name is the error's id. */
function atIndexer(work: () => Pending<PSValue>, missed: (error: PSError) => PSValue): Pending<PSValue> {
  const report = (error: unknown): PSValue => {
    const exception = error instanceof PSError ? error.record.exception : undefined;
    if (exception?.inner === undefined || exception.type.fullName !== INVOCATION_EXCEPTION) throw error;
    const { inner } = exception;
    return missed(new PSError(new ErrorRecordObject(inner, inner.type.fullName, 'OperationStopped')));
  };
  try {
    const done = work();
    return done instanceof Promise ? done.catch(report) : done;
  } catch (error) {
    return report(error);
  }
}
const cannotIndex = (value: PSValue): PSError =>
  fail('CannotIndex', `Unable to index into an object of type "${clrText(typeOf(value) ?? OBJECT)}".`, {
    category: 'InvalidOperation',
  });
/** Numbers, dates and the like: everything that has no indexer of its own. */
const isSingle = (value: PSValue): boolean =>
  typeof value !== 'object' ||
  value instanceof PSPrimitive ||
  value instanceof EnumValue ||
  value instanceof TypeObject ||
  value instanceof ScriptBlock ||
  typeOf(value) === CUSTOM ||
  (value instanceof NetObject && (value.type === SWITCH || value.type === BIGINT));
/** A tuple is counted like an array, and is no list. */
const TUPLE = /^System\.(?:Value)?Tuple`/;
function indexable(value: PSValue): readonly PSValue[] | Uint8Array | undefined {
  // A list of all its items for the one that is asked for would make a loop over a file's bytes quadratic.
  if (value instanceof Uint8Array) return value;
  if (value instanceof NetObject && TUPLE.test(value.type.fullName))
    return (value.data as { readonly items: readonly PSValue[] }).items;
  if (value instanceof PSList && value.kind !== 'LST') return undefined;
  if (value instanceof NetObject && value.type.findMethod('get_Item') !== undefined) return undefined;
  return value instanceof PSList || Array.isArray(value) || value instanceof NetObject ? enumerate(value) : undefined;
}
const outOfRange = (): PSError =>
  fail('System.IndexOutOfRangeException', 'Index was outside the bounds of the array.', {
    category: 'OperationStopped',
    type: 'System.IndexOutOfRangeException',
  });
const outOfList = (): PSError =>
  fail(
    'System.ArgumentOutOfRangeException',
    "Index was out of range. Must be non-negative and less than the size of the collection. (Parameter 'index')",
    { category: 'OperationStopped', type: 'System.ArgumentOutOfRangeException' },
  );
function toIndex(value: PSValue): number {
  if (typeof value === 'number') return value;
  return Number(integerOf(convertTo(value, INT32)) ?? 0n);
}
const isOrdered = (table: PSDictionary): boolean =>
  table.typeNames[0] === 'System.Collections.Specialized.OrderedDictionary';
/** Is it a position that an ordered dictionary does not have? Several are asked for as of an array: it is left out. */
function isOutside(table: PSDictionary, key: PSValue): boolean {
  if (typeof key !== 'number' || !isOrdered(table)) return false;
  return key >= table.count || key < -table.count;
}
function dictionaryItem(table: PSDictionary, key: PSValue): PSValue {
  // A whole number is a position there, even where it is a key too.
  if (typeof key === 'number' && isOrdered(table)) {
    return table.entryValues[key < 0 ? key + table.count : key] ?? null;
  }
  const found = table.getEntry(key);
  if (found !== undefined) return found;
  const loose = looseKey(table, key);
  return loose === undefined ? null : (table.getEntry(loose) ?? null);
}
function looseKey(table: PSDictionary, key: PSValue): PSValue | undefined {
  if (key instanceof PSObject)
    for (const candidate of table.keys) if (candidate instanceof EnumValue && equals(candidate, key)) return candidate;
  return undefined;
}

const orderedTable = (target: PSValue): PSDictionary | undefined => {
  const inner = unwrap(target);
  return inner instanceof PSDictionary && isOrdered(inner) ? inner : undefined;
};
/** `$x[[object]5]`: of an ordered dictionary the key 5, and not the place. */
export function getByKey(rt: Runtime, target: PSValue, key: PSValue, strict = false): Pending<PSValue> {
  const table = orderedTable(target);
  const inner = unwrap(key);
  return table === undefined || inner === null ? getIndex(rt, target, key, strict) : (table.getEntry(inner) ?? null);
}
/** `$x[[object]5] = value`. */
export function setByKey(rt: Runtime, target: PSValue, key: PSValue, value: PSValue): Pending<void> {
  const table = orderedTable(target);
  const inner = unwrap(key);
  if (table === undefined || inner === null) return setIndex(rt, target, key, value);
  return changing(target, 'set_Item', () => {
    putEntry(table, inner, value);
    return undefined;
  });
}
/** `$x[index] = value`. */
export function setIndex(rt: Runtime, target: PSValue, index: PSValue, value: PSValue): Pending<void> {
  return changing(target, 'set_Item', () => putIndex(rt, target, index, value));
}
/** Sets a property that takes arguments, as `Item` of a dictionary or a list does. */
export function setWithArguments(
  rt: Runtime,
  target: PSValue,
  name: string,
  args: readonly PSValue[],
  value: PSValue,
): Pending<void> {
  if (name.toLowerCase() !== 'item' || args.length === 0) throw noMethod(unwrap(target), name);
  return setIndex(rt, target, args.length === 1 ? (args[0] ?? null) : args, value);
}
const noSuchPlace = (): PSError =>
  fail(
    'System.ArgumentOutOfRangeException',
    "Specified argument was out of the range of valid values. (Parameter 'index')",
    { category: 'OperationStopped', type: 'System.ArgumentOutOfRangeException' },
  );
/** The key in the type that the dictionary has for its keys. */
function keyFor(dictionary: PSDictionary, key: PSValue): PSValue {
  const keyType = typeOf(dictionary)?.genericArguments[0] ?? OBJECT;
  return keyType === OBJECT || (keyType === STRING && typeof key === 'string') ? key : convertTo(key, keyType);
}
function putEntry(dictionary: PSDictionary, key: PSValue, value: PSValue): void {
  const valueType = typeOf(dictionary)?.genericArguments[1] ?? OBJECT;
  const at = keyFor(dictionary, key);
  dictionary.setEntry(looseKey(dictionary, at) ?? at, valueType === OBJECT ? value : convertTo(value, valueType));
}
/** Collections that keep no items of their own: their own `set_Item`, where they have one, knows where the items are. */
const SHOWS_OTHERS =
  /^System\.(?:ArraySegment`1|Collections\.(?:ObjectModel\.ReadOnly(?:Collection`1|Dictionary`2)|.*\+(?:OrderedDictionaryKeyValueCollection|KeyList|ValueList)))$/;
const othersShown = new WeakMap<NetType, boolean>();
function showsOthers(collection: PSList | PSDictionary): boolean {
  const type = typeOf(collection) ?? OBJECT;
  let known = othersShown.get(type);
  if (known === undefined) othersShown.set(type, (known = SHOWS_OTHERS.test(type.definition?.name ?? type.fullName)));
  return known;
}
function putIndex(rt: Runtime, target: PSValue, index: PSValue, value: PSValue): Pending<void> {
  if (target === null || target === AutomationNull) throw indexNull();
  if (target instanceof ClassInstance && target.inner !== undefined) return setIndex(rt, target.inner, index, value);
  const inner = unwrap(target);
  const key = unwrap(index);
  if (inner instanceof PSDictionary) {
    if (key === null)
      throw fail('NullArrayIndex', 'Index operation failed; the array index evaluated to null.', {
        category: 'InvalidOperation',
      });
    if (typeof key === 'number' && isOrdered(inner)) {
      if (key < 0 || key >= inner.count) throw noSuchPlace();
      inner.setAt(key, value);
    } else if (showsOthers(inner)) throw cannotIndex(inner);
    else putEntry(inner, key, value);
    return undefined;
  }
  if (inner instanceof MultiArray) {
    const at = inner.offset(placeIn(inner, key, key));
    if (at < 0) throw outOfRange();
    inner.items[at] = convertTo(value, inner.type.elementType ?? OBJECT);
    return undefined;
  }
  if (Array.isArray(inner)) {
    const at = toIndex(key);
    const real = at < 0 ? at + inner.length : at;
    if (real < 0 || real >= inner.length) throw outOfRange();
    const element = elementTypeOf(inner as readonly PSValue[]);
    (inner as PSValue[])[real] = element === OBJECT ? value : convertTo(value, element);
    return undefined;
  }
  if (inner instanceof Uint8Array) {
    const at = toIndex(key);
    const real = at < 0 ? at + inner.length : at;
    if (real < 0 || real >= inner.length) throw outOfRange();
    inner[real] = Number(integerOf(convertTo(value, BYTE)) ?? 0n);
    return undefined;
  }
  if (inner instanceof PSList && inner.kind === 'LST' && !showsOthers(inner)) {
    const at = toIndex(key);
    const real = at < 0 ? at + inner.items.length : at;
    if (real < 0 || real >= inner.items.length)
      throw fail(
        'System.ArgumentOutOfRangeException',
        "Index was out of range. Must be non-negative and less than the size of the collection. (Parameter 'index')",
        { category: 'OperationStopped', type: 'System.ArgumentOutOfRangeException' },
      );
    const [element] = typeOf(inner)?.genericArguments ?? [];
    inner.items[real] = element === undefined ? value : convertTo(value, element);
    return undefined;
  }
  const method = typeOf(inner)?.findMethod('set_Item') ?? typeOf(inner)?.findMethod('set_Chars');
  if (method?.overloads.some(({ through }) => through === undefined) === true) {
    const { overloads } = method;
    const done = atIndexer(
      () => {
        const [first = null, ...others] = enumerate(key) ?? [key];
        return callOverloads(rt, 'set_Item', overloads, inner, [fromEnd(method, inner, first), ...others, value]);
      },
      (error) => {
        throw error;
      },
    );
    return done instanceof Promise ? done.then(() => undefined) : undefined;
  }
  throw cannotIndex(inner);
}

/** A property as Select-Object, Format-* and serialization see it: null where it cannot be read at once. */
export function readProperty(rt: Runtime, value: PSValue, name: string, failed?: Set<string>): PSValue {
  try {
    const item = rt.atOnce(() => findProperty(rt, value, name, failed));
    // One that has to wait is not shown.
    return item === undefined || item instanceof Promise ? null : item;
  } catch (error) {
    if (!(error instanceof PSError)) throw error;
    failed?.add(name);
    return null;
  }
}
/**
 * Names and values of the properties (with `all`, hidden ones too) that Select-Object, Format-* and serialization see.
 * @param failed takes the names of those that could not be read
 */
export function visibleProperties(rt: Runtime, value: PSValue, all = false, failed?: Set<string>): [string, PSValue][] {
  const out: [string, PSValue][] = [];
  const seen = new Set<string>();
  const push = (name: string, item: PSValue): void => {
    const lower = name.toLowerCase();
    if (seen.has(lower)) return;
    seen.add(lower);
    out.push([name, item]);
  };
  const read = (name: string): void => {
    push(name, readProperty(rt, value, name, failed));
  };
  if (value instanceof MemberSetObject) return out;
  const adapted = adaptedNames(value);
  if (adapted !== undefined) {
    for (const name of adapted) read(name);
    return out;
  }
  // What was added comes before what the object has.
  if (value instanceof PSObject) {
    const others = extras.has(value);
    if (others) for (const name of addedNames(value)) read(name);
    else if (value.extended !== undefined) for (const [name, item] of value.extended) push(name, item);
  }
  const base = unwrap(value);
  if (base instanceof PSDateTime) read('DateTime');
  else if (base instanceof PSGuid) read('Guid');
  if (value instanceof PSObject) {
    if (value instanceof ClassInstance) {
      for (const type of value.type.chainTypes())
        for (const property of type.properties.values())
          if (all || !hidden.has(property)) push(property.name, value.fields.get(property.name.toLowerCase()) ?? null);
    } else if (!(value instanceof PSDictionary) || value.extended === undefined) {
      if (value.adapted === undefined)
        for (const property of typeOf(value)?.allProperties() ?? [])
          if (!hidden.has(property) && property.implemented !== false) read(property.name);
    } else for (const property of typeOf(value)?.allProperties() ?? []) read(property.name);
    if (value.adapted !== undefined) for (const [name, item] of value.adapted) push(name, item);
  } else
    for (const property of typeOf(value)?.allProperties() ?? [])
      if (!hidden.has(property) && property.implemented !== false) read(property.name);
  return out;
}
/** As `propertyNames`, in the order of members: those of the object, those of type data, those of its class. */
export function memberNames(value: PSValue): string[] {
  if (!(value instanceof PSObject)) return propertyNames(value);
  const own = addedNames(value);
  if (own.length === 0) return propertyNames(value);
  const lower = new Set(own.map((name) => name.toLowerCase()));
  return [...own, ...propertyNames(value).filter((name) => !lower.has(name.toLowerCase()))];
}
/** The names of `visibleProperties`, and of what type data adds, without reading any. */
export function propertyNames(value: PSValue, rt: Runtime | undefined = active.runtime): string[] {
  const names: string[] = [];
  const seen = new Set<string>();
  const push = (name: string): void => {
    const lower = name.toLowerCase();
    if (seen.has(lower)) return;
    seen.add(lower);
    names.push(name);
  };
  const type = typeOf(value);
  if (value instanceof ClassInstance)
    for (const one of value.type.chainTypes())
      for (const property of one.properties.values()) if (!hidden.has(property)) push(property.name);
  if (type !== CUSTOM && !(value instanceof ClassInstance))
    for (const property of type?.allProperties() ?? []) if (!hidden.has(property)) push(property.name);
  if (value instanceof PSObject) {
    if (value.adapted !== undefined) for (const name of value.adapted.names) push(name);
    for (const name of addedNames(value)) push(name);
  }
  for (const typeName of typeNamesOf(value))
    for (const table of [rt?.typeData, builtInTypeData])
      for (const extra of table?.get(typeName.toLowerCase())?.values() ?? [])
        if (isProperty(extra) && extra.isHidden !== true) push(extra.name);
  return names;
}
/** Properties marked `hidden`. */
export const hidden = new WeakSet<object>();
export { ErrorRecordObject, ExceptionObject, PropertyBag };
export { active, callOverloads };
