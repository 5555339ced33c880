/** What Get-Member tells of an object: names, kinds and definitions. */
import { PSList, PSObject, type PSValue } from '../../../protocol/objects/index.js';
import type { MemberDescription } from '../commands/index.js';
import { shownText } from '../conversion.js';
import { eventsOf } from '../net/events.js';
import { TypeObject } from '../values/live.js';
import { type MethodOverload, type NetProperty, type NetType, sameParameters } from '../values/net-type.js';
import { clrText, CUSTOM, resolveTypeText, typeDisplayName, typeNamesOf, typeOf } from '../values/types.js';
import { type DeclaredMember, declaredMembersOf } from './declared-members.js';
import {
  adaptedDefinition,
  type ExtraMember,
  extraMembers,
  hidden,
  listedNames,
  MemberSetObject,
  type SetView,
  shownKind,
  typeDataMembers,
} from './members.js';
import { active } from './overloads.js';
import { shortType } from './parameter-metadata.js';

export const describedNote = (name: string, value: PSValue): MemberDescription => ({
  name,
  kind: 'NoteProperty',
  definition: `${noteType(value)} ${name}=${noteText(value)}`,
});
/** A member beside those of the type, as Get-Member shows it. */
export const describedExtra = (extra: ExtraMember): MemberDescription => ({
  name: extra.name,
  kind: shownKind(extra),
  definition: definitionOf(extra),
  hidden: extra.isHidden === true,
});
function definitionOf(extra: ExtraMember): string {
  switch (extra.kind) {
    case 'AliasProperty':
      return `${extra.name} = ${extra.type === undefined ? '' : `(${extra.type.fullName})`}${extra.target}`;
    case 'ScriptMethod':
      return `System.Object ${extra.name}();`;
    case 'PropertySet':
      return `${extra.name} {${extra.properties.join(', ')}}`;
    case 'MemberSet':
      return `${extra.name} {${extra.members.map(({ name }) => name).join(', ')}}`;
    case 'ScriptProperty': {
      const get = extra.getter === undefined ? '' : `get=${extra.getter.toString()};`;
      const set = extra.setter === undefined ? '' : `set=${extra.setter.toString()};`;
      return `System.Object ${extra.name} {${get}${set}}`;
    }
    case 'NativeProperty':
      return `System.Object ${extra.name} {get=;}`;
  }
}
export const describedProperty = ({ type, name, set }: NetProperty): string =>
  `${propertyType(type)} ${name} {get;${set === undefined ? '' : 'set;'}}`;
/** Of a member set, its members. */
function describeSet({ name, target, part }: SetView): readonly MemberDescription[] {
  if (typeof part !== 'string') return part.map((extra) => describedNow(extra, target));
  const all = [...describeMembers(target, false)];
  const isOfClass = ({ kind }: MemberDescription): boolean => OF_CLASS.has(kind);
  return all.filter((member) => member.name !== name && isOfClass(member) === (part !== 'extended'));
}
const OF_CLASS: ReadonlySet<string> = new Set(['Property', 'ParameterizedProperty', 'Method', 'Event']);
const describedNow = (extra: ExtraMember, target: PSValue): MemberDescription =>
  extra.kind === 'NativeProperty' && extra.isNote === true
    ? describedNote(extra.name, extra.get(target))
    : describedExtra(extra);
/** The members as Get-Member shows them: made one by one, for there may be thousands. */
export function* describeMembers(target: PSValue, statics: boolean): Iterable<MemberDescription> {
  if (target instanceof MemberSetObject && !statics) {
    yield* describeSet(target.data);
    return;
  }
  const declaredAs = statics ? undefined : declaredMembersOf(target);
  for (const member of writtenMembers(target, statics))
    yield declaredAs === undefined ? member : asDeclared(member, declaredAs(member.name));
}
/** Of an object that came over the wire the methods of what holds it are shown. */
const TEXTS_OF_PSOBJECT = [
  'string ToString()',
  'string ToString(string format, System.IFormatProvider formatProvider)',
  'string IFormattable.ToString(string format, System.IFormatProvider formatProvider)',
];
function* writtenMembers(target: PSValue, statics: boolean): Iterable<MemberDescription> {
  const type = typeOf(target);
  const seen = new Set<string>();
  const told = (member: MemberDescription): MemberDescription => {
    seen.add(member.name.toLowerCase());
    return member;
  };
  const isDead = !statics && target instanceof PSObject && typeNamesOf(target)[0]?.startsWith('Deserialized.') === true;
  const hasFewMethods = isDead && target.adapted !== undefined && target.base === undefined && type === CUSTOM;
  if (target instanceof PSObject && !statics) {
    for (const [name, value] of target.extended ?? []) yield told(describedNote(name, value));
    for (const extra of extraMembers(target)?.values() ?? []) yield told(describedNow(extra, target));
    // What came over the wire is told with full names of types, and without its own.
    const typed = (full: string, name: string): string => (isDead ? full : `${propertyType(full)} ${name}`);
    for (const [name, value] of target.adapted ?? [])
      yield told({
        name,
        kind: 'Property',
        definition: `${typed(typeOf(value)?.fullName ?? 'System.Object', name)} {get;set;}`,
      });
  }
  if (!statics)
    for (const extra of typeDataMembers(active.runtime, target))
      if (!seen.has(extra.name.toLowerCase())) yield told(describedNow(extra, target));
  const shown = statics && target instanceof TypeObject ? target.type : type;
  const mark = statics ? 'static ' : '';
  // Of a node of a document what is in it is shown, for the properties of its class.
  const nodes = statics ? undefined : listedNames(target);
  for (const name of nodes ?? []) yield { name, kind: 'Property', definition: adaptedDefinition(target, name) ?? '' };
  for (const one of nodes === undefined ? (shown?.chainTypes() ?? []) : [])
    for (const property of (statics ? one.staticProperties : one.properties).values())
      if (!seen.has(property.name.toLowerCase())) {
        seen.add(property.name.toLowerCase());
        yield {
          name: property.name,
          kind: 'Property',
          definition: `${mark}${describedProperty(property)}`,
          hidden: hidden.has(property),
        };
      }
  const add = function* (name: string, overloads: readonly MethodOverload[]): Iterable<MemberDescription> {
    const lower = name.toLowerCase();
    if (seen.has(lower) || (hasFewMethods && /^(?:equals|gethashcode)$/.test(lower))) return;
    seen.add(lower);
    const texts =
      hasFewMethods && lower === 'tostring'
        ? TEXTS_OF_PSOBJECT
        : ownFirst(overloads).map(({ signature }) =>
            statics && lower !== 'new' && !signature.startsWith(mark) ? mark + signature : signature,
          );
    if (/^[gs]et_item$/.test(lower) && !statics) {
      if (seen.has('item')) return;
      seen.add('item');
      const all = shown?.findMethod('get_Item')?.overloads ?? [];
      const own = all.filter((overload) => !isExplicit(overload));
      const getters = own.length > 0 ? own : all;
      const settable = shown?.findMethod('set_Item') !== undefined;
      yield {
        name: 'Item',
        kind: 'ParameterizedProperty',
        definition: getters
          .map(
            ({ signature }) => `${signature.replace(/ (\S*)get_Item\(/, ' $1Item(')} {get;${settable ? 'set;' : ''}}`,
          )
          .join(', '),
      };
      return;
    }
    if (lower.startsWith('op_')) return;
    if (lower === 'get_chars' && !statics)
      yield { name: 'Chars', kind: 'ParameterizedProperty', definition: 'char Chars(int index) {get;}' };
    yield {
      name,
      kind: 'Method',
      definition: texts.join(', '),
      hidden: overloads.every((overload) => hidden.has(overload)),
    };
  };
  if (!statics)
    for (const { name, handler, args } of eventsOf(target))
      yield { name, kind: 'Event', definition: `${handler} ${name}(System.Object, ${args})` };
  if (!statics && shown?.elementType !== undefined && shown.isArray) yield* arrayMembers(shown.elementType, shown.rank);
  const names = new Map<string, string>();
  for (const one of shown?.chainTypes() ?? [])
    for (const method of (statics ? one.staticMethods : one.methods).values())
      if (!names.has(method.name.toLowerCase())) names.set(method.name.toLowerCase(), method.name);
  for (const name of names.values())
    yield* add(
      name,
      statics ? staticOverloads(shown, name.toLowerCase()) : shown === undefined ? [] : overloadsOf(shown, name),
    );
  if (statics && shown !== undefined && shown.constructors.length > 0) yield* add('new', shown.constructors);
  if (statics && shown?.isEnum === true)
    for (const name of shown.enumValues?.keys() ?? [])
      yield { name, kind: 'Property', definition: `static ${shown.fullName} ${name} {get;}` };
}
/** A method that a class has for an interface alone. */
const isExplicit = ({ signature }: MethodOverload): boolean => /^\S+ I\w+\.\w+\(/.test(signature);
const ownFirst = (overloads: readonly MethodOverload[]): readonly MethodOverload[] =>
  overloads.some(isExplicit)
    ? [...overloads.filter((one) => !isExplicit(one)), ...overloads.filter(isExplicit)]
    : overloads;
/** What the runtime gives to every array. */
function* arrayMembers(element: NetType, rank: number): Iterable<MemberDescription> {
  const at = Array.from({ length: rank }, () => 'int ').join(', ');
  const name = propertyType(element.fullName);
  const methods: [string, string][] = [
    ['Get', `${name} Get(${at})`],
    ['Set', `void Set(${at}, ${name} )`],
  ];
  if (element.fullName.startsWith('System.'))
    methods.push([
      'Address',
      `${element.fullName}&, System.Private.CoreLib, Version=10.0.0.0, Culture=neutral, PublicKeyToken=7cec85d7bea7798e Address(${at})`,
    ]);
  for (const [method, definition] of methods) yield { name: method, kind: 'Method', definition };
}
/** Those of a type and of what it derives from, each once. */
function staticOverloads(type: NetType | undefined, lower: string): readonly MethodOverload[] {
  const all = (type?.chainTypes() ?? []).flatMap((one) => one.staticMethods.get(lower)?.overloads ?? []);
  return all.filter(({ signature }, index) => all.findIndex((one) => one.signature === signature) === index);
}
const KINDS: ReadonlySet<string> = new Set([
  'AliasProperty',
  'CodeProperty',
  'ScriptProperty',
  'Property',
  'ParameterizedProperty',
  'PropertySet',
  'CodeMethod',
  'ScriptMethod',
  'Event',
]);
function asDeclared(member: MemberDescription, declared: DeclaredMember | undefined): MemberDescription {
  if (declared === undefined || !KINDS.has(declared.kind)) return member;
  const kind = declared.kind as MemberDescription['kind'];
  return { ...member, kind, definition: declared.definition ?? `System.Object ${member.name} {get;}` };
}
/** Lists tell their type, not what is in them. */
function noteText(value: PSValue): string {
  if (value === null) return 'null';
  const type = Array.isArray(value) || value instanceof PSList ? typeOf(value) : undefined;
  return type === undefined ? shownText(value) : clrText(type);
}
/** A note's value by its type without namespace; custom objects by their full name. */
function noteType(value: PSValue): string {
  if (value === null) return 'object';
  const type = typeOf(value);
  if (type === undefined || type === CUSTOM) {
    const [first = 'object'] = typeNamesOf(value);
    return first === CUSTOM.fullName ? first : first.slice(first.lastIndexOf('.') + 1);
  }
  return shortType(type);
}
/** Accelerators by name, but `System.Object`. */
const propertyType = (full: string): string => {
  const type = resolveTypeText(full);
  return type === undefined ? full : typeDisplayName(type);
};
/** What a type overrides is told first, as .NET has it, then its new overloads. */
function overloadsOf(type: NetType, name: string): readonly MethodOverload[] {
  const all = type.findMethod(name)?.overloads ?? [];
  const inherited = type.base?.findMethod(name)?.overloads ?? [];
  if (inherited.length === 0 || inherited.length === all.length) return all;
  const isOverride = (one: MethodOverload): boolean => inherited.some((other) => sameParameters(one, other));
  return [...all.filter(isOverride), ...all.filter((one) => !isOverride(one))];
}
