/** `$x.PSObject`, its collections of members, and the members: PSNoteProperty, PSScriptProperty, PSPropertySet and kin. */
import { PSList, PSObject, PropertyBag, type PSValue } from '../../../protocol/objects/index.js';
import { toText } from '../conversion.js';
import { andThen, atOnce, drive, look, NO_TICK, type Pending, type Steps, type Tick, ticking } from '../pending.js';
import { compare } from '../operators/comparison.js';
import { declaredMember, declaredMembersOf } from '../runtime/declared-members.js';
import {
  adaptedDefinition,
  adaptedNames,
  addedMembers,
  addExtraMember,
  type BoundMethod,
  type ExtraMember,
  extraMembers,
  findProperty,
  hidden,
  invokeMethod,
  isProperty,
  MemberSetObject,
  readExtra,
  setExtra,
  setProperty,
  shownKind,
  typeDataMembers,
  visibleProperties,
  withClassNames,
} from '../runtime/members.js';
import { describedExtra, describedNote, describedProperty } from '../runtime/member-descriptions.js';
import { Variable } from '../runtime/scope.js';
import { wildcardRegex } from '../text/wildcard.js';
import { type Bodies, implement, type MemberBody } from '../values/bodies.js';
import { fail, type NetThrow } from '../values/exceptions.js';
import { ClassInstance, NetObject, typeObject, unwrap } from '../values/live.js';
import type { NetMethod, NetType } from '../values/net-type.js';
import { ScriptBlock } from '../values/script-block.js';
import {
  collectionOf,
  isCustom,
  NO_TYPE_NAMES,
  resolveTypeText,
  STRING,
  typeNamesOf,
  typeOf,
} from '../values/types.js';
import { netEquals } from './equality.js';
import { enumerator } from './lists.js';
import {
  dataOf,
  enumOf,
  flagsOf,
  items,
  net,
  requireGeneric,
  requireType,
  runtime,
  text,
  nullArgument,
  throwNet,
  typeArgument,
} from './support.js';

const AUTOMATION = 'System.Management.Automation';
const MEMBER_TYPES = `${AUTOMATION}.PSMemberTypes`;

const stringList = (list: readonly string[]): PSValue => collectionOf([...list], STRING);

interface View {
  readonly target: PSValue;
}
/** Members that are looked at in one go. */
const AT_ONCE = 1024;
/** A member of an object, or one that is not anybody's yet: its `target` is undefined. */
interface MemberView {
  readonly target: PSValue | undefined;
  readonly name: string;
  /** Of PSMemberTypes. */
  readonly kind: string;
  /** What is not of the object's class, and no note in its bag. */
  readonly extra?: ExtraMember | undefined;
  /** It comes from type data, not from the object or its class. */
  readonly isOfType?: boolean;
}
/** The class's property, its definition or what type data says of it: what is known of a property that has no `extra`. */
const classProperty = ({
  target,
  name,
}: MemberView): { readonly definition: string; readonly canSet: boolean } | undefined => {
  const declared = declaredMember(target ?? null, name)?.definition ?? adaptedDefinition(target ?? null, name);
  if (declared !== undefined) return { definition: declared, canSet: /[{;]\s*set[;=]/.test(declared) };
  const property = typeOf(unwrap(target ?? null))?.findProperty(name);
  return property === undefined
    ? undefined
    : { definition: describedProperty(property), canSet: property.set !== undefined };
};
const propertiesOf = (target: PSValue): MemberView[] => atOnce(propertySteps(target, NO_TICK));
function* propertySteps(target: PSValue, tick: Tick): Steps<MemberView[]> {
  const out: MemberView[] = [];
  const seen = new Set<string>();
  const push = (member: MemberView): void => {
    const key = member.name.toLowerCase();
    if (seen.has(key)) return;
    seen.add(key);
    out.push(member);
  };
  const declaredAs = declaredMembersOf(target);
  if (target instanceof MemberSetObject) {
    for (const extra of typeof target.data.part === 'string' ? [] : target.data.part)
      push({ target: target.data.target, name: extra.name, kind: shownKind(extra), extra });
    return out;
  }
  if (target instanceof PSObject) {
    const extras = extraMembers(target);
    for (const { name, kind } of addedMembers(target)) {
      const extra = extras?.get(name.toLowerCase());
      const declared = kind === 'NoteProperty' ? declaredAs?.(name)?.kind : undefined;
      push({ target, name, kind: declared ?? kind, extra, isOfType: declared !== undefined });
      if (out.length % AT_ONCE === 0) yield* look(tick);
    }
  }
  for (const extra of typeDataMembers(runtime(), target))
    push({
      target,
      name: extra.name,
      kind: declaredAs?.(extra.name)?.kind ?? shownKind(extra),
      extra,
      isOfType: true,
    });
  const adapted = adaptedNames(target);
  const onlyAdded = isCustom(target) && target instanceof PSObject && target.adapted === undefined;
  const names =
    adapted !== undefined
      ? withClassNames(adapted, target)
      : onlyAdded
        ? []
        : visibleProperties(runtime(), target).map(([name]) => name);
  for (const name of names) {
    const kind = declaredAs?.(name)?.kind ?? 'Property';
    push({ target, name, kind, isOfType: kind !== 'Property' });
  }
  // What type data adds is told before what the class has.
  const first = out.findIndex(({ kind }) => kind === 'Property');
  if (first < 0) return out;
  const rest = out.slice(first);
  return [
    ...out.slice(0, first),
    ...rest.filter(({ kind }) => kind !== 'Property'),
    ...rest.filter(({ kind }) => kind === 'Property'),
  ];
}
/** Members that are in no list and found by their name. */
function hiddenMember(target: PSValue, name: string): PSValue {
  const property = target instanceof ClassInstance ? target.type.findProperty(name) : undefined;
  return property !== undefined && hidden.has(property)
    ? memberObject({ target, name: property.name, kind: 'Property' })
    : null;
}
const memberTypes = new Map<string, NetType>();
function memberObject(view: MemberView): PSValue {
  let type = memberTypes.get(view.kind);
  if (type === undefined) memberTypes.set(view.kind, (type = requireType(`${AUTOMATION}.PS${view.kind}`)));
  return new NetObject(type, view);
}

const COLLECTION = (item: string): string =>
  `${AUTOMATION}.PSMemberInfoIntegratingCollection\`1[[${AUTOMATION}.${item}, ${AUTOMATION}]]`;
/** `$x.PSObject.Properties`: enumerable, indexed by name, with Add and Remove. */
export class PropertyCollection extends PSList {
  readonly target: PSValue;
  constructor(list: PSValue[], target: PSValue, item = 'PSPropertyInfo') {
    super(list, 'IE', { typeNames: [COLLECTION(item), 'System.Object'] });
    this.target = target;
  }
}
export function psObjectOf(target: PSValue): PSValue {
  return new NetObject<View>(requireType(`${AUTOMATION}.PSObject`), { target });
}
/** What the name of a property set gives. */
export const propertySetOf = (target: PSValue, extra: ExtraMember): PSValue =>
  memberObject({
    target,
    name: extra.name,
    kind: 'PropertySet',
    extra,
    isOfType: extraMembers(target)?.get(extra.name.toLowerCase()) !== extra,
  });

/** Methods that every object has are told in this order behind the object's own. */
const CUSTOM_METHODS = ['tostring', 'gettype', 'equals', 'gethashcode'];
function methods(target: PSValue): PSValue[] {
  if (target instanceof MemberSetObject) return [];
  const inner = unwrap(target);
  const type = typeOf(inner);
  const seen = new Map<string, NetMethod>();
  for (const one of type?.chainTypes() ?? [])
    for (const { name } of one.methods.values()) {
      const method = type?.findMethod(name);
      if (method !== undefined && !seen.has(name.toLowerCase())) seen.set(name.toLowerCase(), method);
    }
  const indexers = (name: string): PSValue[] => {
    const method = type?.findMethod(name);
    return method === undefined
      ? []
      : [
          net<BoundMethod>(`${AUTOMATION}.PSParameterizedProperty`, {
            target: inner,
            method: { ...method, name: method.name.slice('get_'.length) },
          }),
        ];
  };
  const names = isCustom(inner) ? CUSTOM_METHODS.filter((name) => seen.has(name)) : [...seen.keys()];
  return [
    ...['get_chars', 'get_item'].flatMap(indexers),
    ...names.flatMap((name) => {
      const method = seen.get(name);
      return method === undefined ? [] : [net<BoundMethod>(`${AUTOMATION}.PSMethod`, { target: inner, method })];
    }),
  ];
}
implement(`${AUTOMATION}.PSParameterizedProperty`, () => ({
  MemberType: () => enumOf(MEMBER_TYPES, 'ParameterizedProperty'),
  IsSettable: (self) => {
    const { target, method } = dataOf<BoundMethod>(self);
    return typeOf(target)?.findMethod(`set_${method.name}`) !== undefined;
  },
  IsGettable: () => true,
}));
implement(`${AUTOMATION}.PSObject`, () => {
  const target = (self: PSValue): PSValue => {
    const inner = unwrap(self);
    return inner instanceof NetObject && inner.type.fullName.endsWith('.PSObject') ? (inner.data as View).target : self;
  };
  const of = (
    self: PSValue,
    wanted: (view: MemberView) => boolean,
    item: string,
    also: readonly PSValue[] = [],
  ): Pending<PSValue> => drive(ofSteps(target(self), wanted, item, also));
  function* ofSteps(
    whole: PSValue,
    wanted: (view: MemberView) => boolean,
    item: string,
    also: readonly PSValue[],
  ): Steps<PSValue> {
    const tick = ticking();
    const list: PSValue[] = [];
    for (const view of yield* propertySteps(whole, tick)) {
      if (wanted(view)) list.push(memberObject(view));
      if (list.length % AT_ONCE === AT_ONCE - 1) yield* look(tick);
    }
    return new PropertyCollection(list.concat(also), whole, item);
  }
  // A custom object has nothing inside that it could show.
  const base = (self: PSValue): PSValue => unwrap(target(self));
  return {
    Properties: (self) => of(self, isProperty, 'PSPropertyInfo'),
    Members: (self) => of(self, () => true, 'PSMemberInfo', methods(target(self))),
    Methods: (self) =>
      of(
        self,
        ({ kind }) => kind === 'ScriptMethod',
        'PSMethodInfo',
        methods(target(self)).filter((one) => kindName(one) === 'Method'),
      ),
    BaseObject: base,
    ImmediateBaseObject: base,
    TypeNames: (self) => new TypeNameList(target(self)),
    ToString: (self) => toText(target(self)),
    Equals: (self, other) => netEquals(target(self), other ?? null),
    CompareTo: (self, other) => (target(self) === unwrap(other ?? null) ? 0 : compare(target(self), other ?? null)),
    Copy: (self) => drive(copySteps(target(self), ticking())),
    'static AsPSObject': (_self, value) => {
      if (value === null || value === undefined) throw nullArgument('obj');
      return value;
    },
    new: (_self, value) =>
      value === undefined || typeof value === 'number'
        ? PSObject.custom({})
        : value instanceof PSObject
          ? value
          : new PSObject({ base: value, typeNames: typeNamesOf(value) }),
  };
});
function* copySteps(value: PSValue, tick: Tick): Steps<PSValue> {
  if (!isCustom(value) || !(value instanceof PSObject)) return value;
  const extended = new PropertyBag();
  for (const [name, item] of value.extended ?? []) {
    extended.append(name, item);
    if (extended.size % AT_ONCE === 0) yield* look(tick);
  }
  const made = new PSObject({ typeNames: value.typeNames, extended });
  for (const extra of extraMembers(value)?.values() ?? []) addExtraMember(made, extra);
  return made;
}
/** `$x.PSTypeNames`, through which type names are added. */
class TypeNameList extends PSList {
  constructor(target: PSValue) {
    const type = requireGeneric('System.Collections.ObjectModel.Collection', [requireType('System.String')]);
    super([...typeNamesOf(target)], 'LST', { typeNames: type.typeNames });
    if (!(target instanceof PSObject)) return;
    const items_ = this.items;
    // Changes of the list are changes of the object.
    this.items = new Proxy(items_, {
      set: (list, key, value) => {
        const done = Reflect.set(list, key, value);
        target.typeNames = list.length === 0 ? NO_TYPE_NAMES : list.map((item) => toText(item));
        return done;
      },
    });
  }
}
export const typeNameList = (target: PSValue): PSValue => new TypeNameList(target);

// ----------------------------------------------------------------- members

const view = (self: PSValue): MemberView => dataOf<MemberView>(self);
function valueOf({ target, name, extra }: MemberView): Pending<PSValue> {
  const found =
    extra === undefined || target !== undefined
      ? findProperty(runtime(), target ?? null, name)
      : readExtra(runtime(), null, extra);
  return found ?? null;
}
/** Null where it has to be waited for. */
function now(read: () => Pending<PSValue>): PSValue {
  const value = runtime().atOnce(read);
  return value instanceof Promise ? null : value;
}
function kindOf(target: PSValue, name: string): MemberView | undefined {
  return propertiesOf(target).find((one) => one.name.toLowerCase() === name.toLowerCase());
}
function isSettable(member: MemberView): boolean {
  const { extra, target, kind } = member;
  if (extra?.kind === 'ScriptProperty') return extra.setter !== undefined;
  if (extra?.kind === 'AliasProperty') {
    const other = target === undefined ? undefined : kindOf(target, extra.target);
    return other !== undefined && isSettable(other);
  }
  if (kind === 'NoteProperty') return true;
  const known = classProperty(member);
  const alias = kind === 'AliasProperty' ? / = (?:\(.*\))?(\S+)$/.exec(known?.definition ?? '')?.[1] : undefined;
  const other = alias === undefined ? undefined : kindOf(target ?? null, alias);
  return other === undefined ? (known?.canSet ?? false) : isSettable(other);
}
/** The other property that an alias names. */
function referencedName({ extra, target, name }: MemberView): string {
  if (extra?.kind === 'AliasProperty') return extra.target;
  return / = (?:\(.*\))?(\S+)$/.exec(declaredMember(target ?? null, name)?.definition ?? '')?.[1] ?? '';
}
function typeOfValue(member: MemberView): string {
  const { extra, kind, target } = member;
  if (kind === 'PropertySet') return `${AUTOMATION}.PSPropertySet`;
  if (kind === 'ScriptProperty' || kind === 'ScriptMethod') return 'System.Object';
  if (kind === 'AliasProperty') {
    if (extra?.kind === 'AliasProperty' && extra.type !== undefined) return extra.type.fullName;
    const other = target === undefined ? undefined : kindOf(target, referencedName(member));
    if (other !== undefined && other.kind !== 'AliasProperty') return typeOfValue(other);
  }
  const declared =
    kind === 'Property' && extra === undefined
      ? typeOf(unwrap(target ?? null))?.findProperty(member.name)?.type
      : undefined;
  if (declared !== undefined && adaptedDefinition(target ?? null, member.name) === undefined)
    return resolveTypeText(declared)?.fullName ?? declared;
  const value = now(() => valueOf(member));
  return value === null ? 'System.Object' : (typeOf(value)?.fullName ?? 'System.Object');
}
function definitionOf(member: MemberView): string {
  const { extra, name, target } = member;
  if (extra !== undefined && shownKind(extra) !== 'NoteProperty')
    return declaredMember(target ?? null, name)?.definition ?? describedExtra(extra).definition;
  if (member.kind === 'NoteProperty')
    return describedNote(
      name,
      now(() => valueOf(member)),
    ).definition;
  return (
    classProperty(member)?.definition ??
    describedNote(
      name,
      now(() => valueOf(member)),
    ).definition
  );
}
const wrongArgument = (name: string): NetThrow =>
  throwNet(
    `${AUTOMATION}.PSArgumentException`,
    `Cannot process argument because the value of argument "${name}" is not valid. Change the value of the "${name}" argument and run the operation again.`,
  );
/** A name that was given as this parameter. */
function named(value: PSValue | undefined, parameter = 'name'): string {
  const given = text(value);
  if (given === '') throw wrongArgument(parameter);
  return given;
}
function blockGiven(value: PSValue | undefined, parameter: string): ScriptBlock {
  const inner = unwrap(value ?? null);
  if (inner instanceof ScriptBlock) return inner;
  throw nullArgument(parameter);
}
const detached = (kind: string, extra: ExtraMember): PSValue =>
  memberObject({ target: undefined, name: extra.name, kind, extra });

const memberBodies: Bodies = {
  Name: (self) => view(self).name,
  Value: (self) => valueOf(view(self)),
  'set Value': (self, value) => {
    const member = view(self);
    const { extra, target, name } = member;
    if (extra?.kind !== 'ScriptProperty' && !isSettable(member))
      throw fail('ReadOnlyProperty', `"${name}" is a ReadOnly property.`, {
        type: `${AUTOMATION}.SetValueException`,
        category: 'NotSpecified',
      });
    const done =
      target === undefined && extra !== undefined
        ? setExtra(runtime(), null, extra, value ?? null)
        : setProperty(runtime(), target ?? null, name, value ?? null);
    return andThen(done, () => undefined);
  },
  MemberType: (self) => enumOf(MEMBER_TYPES, view(self).kind),
  TypeNameOfValue: (self) => typeOfValue(view(self)),
  IsInstance: (self) => view(self).isOfType !== true,
  IsSettable: (self) => isSettable(view(self)),
  IsGettable: (self) => {
    const { extra } = view(self);
    return extra?.kind !== 'ScriptProperty' || extra.getter !== undefined;
  },
  ToString: (self) => definitionOf(view(self)),
  Copy: (self) => self,
};
implement(`${AUTOMATION}.PSMemberInfo`, () => memberBodies);
implement(`${AUTOMATION}.PSNoteProperty`, () => ({
  new: (_self, name, given) => {
    let value = given ?? null;
    return detached('NoteProperty', {
      kind: 'NativeProperty',
      isNote: true,
      name: named(name),
      get: () => value,
      set: (_owner, other) => {
        value = other;
      },
    });
  },
}));
implement(`${AUTOMATION}.PSVariableProperty`, () => ({
  new: (_self, given) => {
    const variable = dataOf<Variable>(given ?? null);
    if (!(variable instanceof Variable)) throw nullArgument('variable');
    return net(`${AUTOMATION}.PSVariableProperty`, {
      target: undefined,
      name: variable.name,
      kind: 'NoteProperty',
      extra: {
        kind: 'NativeProperty',
        isNote: true,
        name: variable.name,
        get: () => variable.read(),
        set: (_owner: PSValue, value: PSValue) => {
          variable.assign(value);
        },
      },
    });
  },
}));
implement(`${AUTOMATION}.PSAliasProperty`, () => ({
  new: (_self, name, other, type) =>
    detached('AliasProperty', {
      kind: 'AliasProperty',
      name: named(name),
      target: named(other, 'referencedMemberName'),
      ...(type === undefined || type === null ? {} : { type: typeArgument(type) }),
    }),
  ReferencedMemberName: (self) => referencedName(view(self)),
  ConversionType: (self) => {
    const { extra } = view(self);
    return extra?.kind === 'AliasProperty' && extra.type !== undefined ? typeObject(extra.type) : null;
  },
}));
implement(`${AUTOMATION}.PSScriptProperty`, () => {
  const scriptOf =
    (part: 'getter' | 'setter'): MemberBody =>
    (self) => {
      const { extra, target, name } = view(self);
      if (extra?.kind === 'ScriptProperty') return extra[part] ?? null;
      // Of PowerShell's own the text is known.
      const definition = declaredMember(target ?? null, name)?.definition ?? '';
      const script = part === 'getter' ? /\{get=(.*?);(?:set=.*;)?\}$/s.exec(definition)?.[1] : undefined;
      return script === undefined ? null : runtime().parse(script, undefined, { trust: 'internal' });
    };
  return {
    new: (_self, name, getter, setter) => {
      const get = unwrap(getter ?? null);
      const set = unwrap(setter ?? null);
      if (!(get instanceof ScriptBlock) && !(set instanceof ScriptBlock)) throw nullArgument('getterScript');
      return detached('ScriptProperty', {
        kind: 'ScriptProperty',
        name: named(name),
        getter: get instanceof ScriptBlock ? get : undefined,
        setter: set instanceof ScriptBlock ? set : undefined,
      });
    },
    GetterScript: scriptOf('getter'),
    SetterScript: scriptOf('setter'),
  };
});
implement(`${AUTOMATION}.PSCodeProperty`, () => ({
  GetterCodeReference: () => null,
  SetterCodeReference: () => null,
}));
implement(`${AUTOMATION}.PSScriptMethod`, () => ({
  ...memberBodies,
  Script: (self) => {
    const { extra } = view(self);
    return extra?.kind === 'ScriptMethod' ? extra.script : null;
  },
  Value: (self) => self,
  OverloadDefinitions: (self) => stringList([definitionOf(view(self))]),
  Invoke: (self, args) => {
    const { target, name, extra } = view(self);
    const given = args === undefined || args === null ? [] : items(args);
    if (target === undefined && extra?.kind === 'ScriptMethod') return runtime().callBlock(extra.script, given);
    return invokeMethod(runtime(), target ?? null, name, given);
  },
  new: (_self, name, script) =>
    detached('ScriptMethod', { kind: 'ScriptMethod', name: named(name), script: blockGiven(script, 'script') }),
}));
implement(`${AUTOMATION}.PSPropertySet`, () => ({
  ReferencedPropertyNames: (self) => {
    const { extra } = view(self);
    return stringList(extra?.kind === 'PropertySet' ? extra.properties : []);
  },
  Value: (self) => self,
  new: (_self, name, properties) => {
    if (properties === undefined || properties === null) throw nullArgument('referencedPropertyNames');
    return detached('PropertySet', {
      kind: 'PropertySet',
      name: named(name),
      properties: items(properties).map((item) => toText(item)),
    });
  },
}));
implement(`${AUTOMATION}.PSMemberSet`, () => ({
  ToString: (self) => setText(self as MemberSetObject),
  new: (_self, name, members) =>
    new MemberSetObject({
      name: named(name),
      target: null,
      part: members === undefined || members === null ? [] : items(members).flatMap((one) => memberGiven(one) ?? []),
    }),
}));
function setText({ data: { name, target, part } }: MemberSetObject): string {
  const names =
    typeof part === 'string'
      ? part === 'extended'
        ? propertiesOf(target)
            .filter(({ kind }) => kind !== 'Property')
            .map((one) => one.name)
        : [
            ...propertiesOf(target)
              .filter(({ kind }) => kind === 'Property')
              .map((one) => one.name),
            ...methods(target).map(nameOf),
          ]
      : part.map((one) => one.name);
  return `${name} {${names.join(', ')}}`;
}
/** The member that an object of a script is; undefined: it is none. */
export function memberGiven(value: PSValue): ExtraMember | undefined {
  const inner = unwrap(value);
  if (inner instanceof MemberSetObject)
    return {
      kind: 'MemberSet',
      name: inner.data.name,
      members: typeof inner.data.part === 'string' ? [] : inner.data.part,
    };
  if (!(inner instanceof NetObject) || !inner.type.isAssignableTo(requireType(`${AUTOMATION}.PSMemberInfo`)))
    return undefined;
  const data = inner.data as MemberView | BoundMethod;
  if ('method' in data) return undefined;
  if (data.extra !== undefined) return data.extra;
  // A note of another object: its value, as it is now.
  const value_ = now(() => valueOf(data));
  return { kind: 'NativeProperty', isNote: true, name: data.name, get: () => value_ };
}

/** The kind of a member that type data gives to an object, of one that nothing was added in the place of. */
export function typeDataKind(target: PSValue, name: string): string | undefined {
  if (isCustom(target) && typeDataMembers(runtime(), target).length === 0) return undefined;
  const found = kindOf(target, name);
  return found?.isOfType === true ? found.kind : undefined;
}

/** Members of `$x.PSObject.Properties` and kin, which no surface has. */
export function declarePSObject(): void {
  for (const item of ['PSPropertyInfo', 'PSMemberInfo', 'PSMethodInfo']) declareCollection(item);
}
function declareCollection(item: string): void {
  const type = requireType(COLLECTION(item));
  const parameter = (
    kind: string,
    name: string,
  ): { type: string; name: string; params: boolean; optional: boolean; byRef: boolean } => ({
    type: kind,
    name,
    params: false,
    optional: false,
    byRef: false,
  });
  const method = (name: string, returnType: string, ...overloads: [string, [string, string][], MemberBody][]): void => {
    type.methods.set(name.toLowerCase(), {
      name,
      overloads: overloads.map(([signature, parameters, body]) => ({
        signature,
        returnType,
        parameters: parameters.map(([kind, word]) => parameter(kind, word)),
        body,
      })),
    });
  };
  const find = (self: PSValue, name: string): PSValue => {
    const list = self as PropertyCollection;
    return (
      list.items.find((one) => nameOf(one).toLowerCase() === name.toLowerCase()) ?? hiddenMember(list.target, name)
    );
  };
  const match: MemberBody = (self, name, kinds) => {
    const regex = wildcardRegex(text(name));
    const mask = kinds === undefined ? -1 : flagsOf(kinds);
    const found = (self as PropertyCollection).items.filter(
      (one) => regex.test(nameOf(one)) && (flagsOf(enumOf(MEMBER_TYPES, kindName(one))) & mask) !== 0,
    );
    const module = `${AUTOMATION}, Version=7, Culture=neutral, PublicKeyToken=31bf3856ad364e35`;
    return new PSList(found, 'IE', {
      typeNames: [
        `${AUTOMATION}.ReadOnlyPSMemberInfoCollection\`1[[${AUTOMATION}.${item}, ${module}]]`,
        'System.Object',
      ],
    });
  };
  const text1: [string, string] = ['System.String', 'name'];
  const kinds: [string, string] = [MEMBER_TYPES, 'memberTypes'];
  const string_ = `${AUTOMATION}.ReadOnlyPSMemberInfoCollection[${AUTOMATION}.${item}]`;
  method('GetEnumerator', 'System.Collections.IEnumerator', [
    `System.Collections.Generic.IEnumerator[${AUTOMATION}.${item}] GetEnumerator()`,
    [],
    (self) => enumerator((self as PropertyCollection).items),
  ]);
  method('get_Item', 'System.Object', [`get_Item(string name)`, [text1], (self, name) => find(self, text(name))]);
  method(
    'Match',
    'System.Object',
    [`${string_} Match(string name)`, [text1], match],
    [`${string_} Match(string name, ${MEMBER_TYPES} memberTypes)`, [text1, kinds], match],
  );
  const add: MemberBody = (self, member) => {
    addMember((self as PropertyCollection).target, member ?? null);
    return undefined;
  };
  const given: [string, string] = [`${AUTOMATION}.PSMemberInfo`, 'member'];
  method(
    'Add',
    'System.Void',
    [`void Add(${AUTOMATION}.${item} member)`, [given], add],
    [`void Add(${AUTOMATION}.${item} member, bool preValidated)`, [given, ['System.Boolean', 'preValidated']], add],
  );
  method('Remove', 'System.Void', [
    'void Remove(string name)',
    [text1],
    (self, name) => {
      const { target } = self as PropertyCollection;
      if (target instanceof PSObject) {
        target.extended?.delete(text(name));
        extraMembers(target)?.delete(text(name).toLowerCase());
      }
      return undefined;
    },
  ]);
}
const kindName = (item: PSValue): string =>
  item instanceof NetObject
    ? 'method' in (item.data as object)
      ? item.type.name.slice('PS'.length)
      : (item.data as MemberView).kind
    : '';
const nameOf = (item: PSValue): string =>
  item instanceof NetObject
    ? 'method' in (item.data as object)
      ? (item.data as BoundMethod).method.name
      : (item.data as MemberView).name
    : '';
function addMember(target: PSValue, member: PSValue): void {
  const extra = memberGiven(member);
  if (!(target instanceof PSObject) || extra === undefined) return;
  const isPlainNote =
    unwrap(member) instanceof NetObject && (unwrap(member) as NetObject).type.name === 'PSNoteProperty';
  // A property put there before, or the object's own, gives way to the new one.
  if (!isPlainNote && target.has(extra.name))
    throw fail('ExtendedTypeSystemException', `The member "${extra.name}" is already present.`, {
      category: 'NotSpecified',
      type: `${AUTOMATION}.ExtendedTypeSystemException`,
    });
  if (isPlainNote)
    (target.extended ??= new PropertyBag()).set(
      extra.name,
      now(() => readExtra(runtime(), null, extra) ?? null),
    );
  else addExtraMember(target, extra);
}
