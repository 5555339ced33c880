/**
 * .NET types as the engine knows them: a name, a base, interfaces and members. What .NET has comes from the surface
 * (net/surface: PowerShell's own definition texts) with bodies from the files of net/; it is read on first use. What the
 * engine itself declares has C#-like signatures (`'string Substring(int startIndex)'`) with a JavaScript body. The
 * signature is what binds arguments, what overload errors quote and what Get-Member prints.
 */
import { PSObject } from '../../../protocol/objects/index.js';
import { surfaceOf, type SurfaceType } from '../net/surface/index.js';
import { bodiesOf, type MemberBody } from './bodies.js';
import { methodHead, type ParameterSignature, parseMethod, splitList } from './signature.js';

export interface MethodOverload {
  /** As Get-Member prints it. */
  readonly signature: string;
  readonly returnType: string;
  readonly parameters: readonly ParameterSignature[];
  /** Names of a generic method's type parameters. */
  readonly generic?: readonly string[];
  /** An explicit implementation of an interface: listed, but called only when nothing else has the name. */
  readonly through?: string | undefined;
  /** The generic form of that interface has one of this name too, which the surface does not list: neither is called. */
  readonly isOneOfTwo?: boolean;
  /** The generic arguments of the type that it belongs to, by the names that its parameters have for them. */
  readonly named?: ReadonlyMap<string, NetType> | undefined;
  readonly isStatic?: boolean;
  /** False: known to .NET, not done by this engine; the body says so. */
  readonly implemented?: boolean;
  readonly body: MemberBody;
}
export interface NetMethod {
  readonly name: string;
  readonly overloads: MethodOverload[];
}
export interface NetProperty {
  readonly name: string;
  /** As the definition writes it: `int`, `System.IO.DirectoryInfo`. */
  readonly type: string;
  readonly get: MemberBody;
  set: MemberBody | undefined;
  readonly implemented?: boolean;
}

export interface NetTypeInit {
  readonly base?: string;
  readonly interfaces?: readonly string[];
  readonly kind?: 'class' | 'struct' | 'enum' | 'interface';
  readonly enumValues?: Readonly<Record<string, number | bigint>>;
  readonly enumBase?: string;
  readonly flags?: boolean;
  readonly abstract?: boolean;
  readonly staticClass?: boolean;
  /** `A=0,B=1`. */
  readonly enumText?: string;
}
interface Members {
  readonly properties: Map<string, NetProperty>;
  readonly methods: Map<string, NetMethod>;
  readonly staticProperties: Map<string, NetProperty>;
  readonly staticMethods: Map<string, NetMethod>;
  readonly constructors: MethodOverload[];
}

/** Grows whenever a type gets members, or is there at last: what was found by name before is looked for anew. */
let generation = 0;
/** To be said by who gives members to a type that has been looked at. */
export const membersChanged = (): void => void (generation += 1);
/** Names may come from data: a type remembers so many of them. */
const MOST_FOUND = 256;

export class NetType {
  readonly fullName: string;
  readonly name: string;
  readonly namespace: string;
  readonly baseName: string | undefined;
  interfaces: readonly string[];
  /** The same as types, where their names may be of a script's own types, which are not found by them. */
  interfaceTypes: readonly NetType[] | undefined;
  readonly kind: 'class' | 'struct' | 'enum' | 'interface';
  enumValues: Map<string, bigint> | undefined;
  readonly enumBase: string;
  readonly flags: boolean;
  /** Element type of an array. */
  elementType: NetType | undefined;
  /** Its array of one dimension, once somebody asked for it. */
  vector: NetType | undefined;
  rank = 1;
  genericArguments: readonly NetType[] = [];
  /** A closed generic type's definition: `System.Collections.Generic.List\`1`. */
  definition: SurfaceType | undefined;
  readonly #members: Members = {
    properties: new Map(),
    methods: new Map(),
    staticProperties: new Map(),
    staticMethods: new Map(),
    constructors: [],
  };
  #loaded = false;
  /** A class of a script. */
  scriptClass = false;
  /** The types that a script defines together with this class, by name in lower case: its methods mean these. */
  together: ReadonlyMap<string, NetType> | undefined;
  readonly isAbstract: boolean;
  readonly staticClass: boolean;
  #chain: readonly string[] | undefined;
  #interfaces: ReadonlySet<NetType> | undefined;
  /** Set for script classes, whose base is looked up by object. */
  baseType: NetType | undefined;

  constructor(fullName: string, init: NetTypeInit = {}) {
    this.fullName = fullName;
    const bare = /^[^[`]*/.exec(fullName)?.[0] ?? fullName;
    const dot = bare.lastIndexOf('.');
    this.namespace = dot < 0 ? '' : fullName.slice(0, dot);
    this.name = shortTypeName(fullName);
    this.kind = init.kind ?? 'class';
    this.baseName =
      fullName === 'System.Object'
        ? undefined
        : (init.base ??
          (this.kind === 'struct' ? 'System.ValueType' : this.kind === 'enum' ? 'System.Enum' : 'System.Object'));
    this.interfaces = init.interfaces ?? [];
    this.enumBase = init.enumBase ?? 'System.Int32';
    this.flags = init.flags ?? false;
    this.isAbstract = init.abstract ?? false;
    this.staticClass = init.staticClass ?? false;
    if (init.enumValues !== undefined)
      this.enumValues = new Map(Object.entries(init.enumValues).map(([name, value]) => [name, BigInt(value)]));
    else if (init.enumText !== undefined)
      this.enumValues = new Map(
        init.enumText.split(',').map((pair) => {
          const at = pair.indexOf('=');
          return [pair.slice(0, at), BigInt(pair.slice(at + 1))];
        }),
      );
  }
  /** The members, those of the surface read on first use. */
  #all(): Members {
    const members = this.declared;
    if (!this.#loaded) {
      this.#loaded = true;
      readSurface(this, members);
      membersChanged();
    }
    return members;
  }
  get properties(): Map<string, NetProperty> {
    return this.#all().properties;
  }
  get methods(): Map<string, NetMethod> {
    return this.#all().methods;
  }
  get staticProperties(): Map<string, NetProperty> {
    return this.#all().staticProperties;
  }
  get staticMethods(): Map<string, NetMethod> {
    return this.#all().staticMethods;
  }
  get constructors(): MethodOverload[] {
    return this.#all().constructors;
  }
  /** For declaring members without reading the surface. */
  get declared(): Members {
    const waiting = this.#waiting;
    if (waiting !== undefined) {
      this.#waiting = undefined;
      for (const members of waiting) readMembers(this, members);
      membersChanged();
    }
    return this.#members;
  }
  #waiting: MemberBodies[] | undefined;
  /** Takes members, read when they are asked for: a start declares thousands and uses few. */
  declare(members: MemberBodies): void {
    (this.#waiting ??= []).push(members);
    membersChanged();
  }
  get isEnum(): boolean {
    return this.kind === 'enum';
  }
  get isValueType(): boolean {
    return this.kind === 'struct' || this.kind === 'enum';
  }
  get isArray(): boolean {
    return this.elementType !== undefined;
  }
  /** Base types, this one first. */
  chainTypes(): readonly NetType[] {
    const list: NetType[] = [];
    for (let at: NetType | undefined = this; at !== undefined; at = at.base) list.push(at);
    return list;
  }
  #base: NetType | undefined;
  get base(): NetType | undefined {
    if (this.baseType !== undefined || this.baseName === undefined) return this.baseType;
    this.#base ??= findType(this.baseName);
    // A base that nobody declared has only what every object has.
    return this.#base ?? resolver.resolve(this.baseName) ?? findType('System.Object');
  }
  /** Names of this type and its bases, as `PSTypeNames` has them. */
  get typeNames(): readonly string[] {
    this.#chain ??= this.chainTypes().map((type) => type.fullName);
    return this.#chain;
  }
  /** Every interface of this type and its bases. */
  get allInterfaces(): ReadonlySet<NetType> {
    if (this.#interfaces === undefined) {
      const found = new Set<NetType>();
      const visit = (type: NetType): void => {
        for (const one of type.interfaceTypes ?? type.interfaces.map((text) => resolver.resolve(text))) {
          if (one === undefined || found.has(one)) continue;
          found.add(one);
          visit(one);
        }
      };
      for (const type of this.chainTypes()) visit(type);
      if (this.elementType !== undefined && this.rank === 1)
        for (const name of ARRAY_INTERFACES) {
          const one = resolver.generic(name, [this.elementType]);
          if (one !== undefined) found.add(one);
        }
      this.#interfaces = found;
    }
    return this.#interfaces;
  }
  isAssignableTo(other: NetType): boolean {
    if (other === this || other.fullName === 'System.Object') return true;
    if (other.kind === 'interface') {
      const all = this.allInterfaces;
      if (all.has(other)) return true;
      const [wanted] = other.genericArguments;
      if (wanted === undefined || wanted.isValueType || other.genericArguments.length > 1) return false;
      for (const one of [...all, this]) {
        const [own] = one.genericArguments;
        if (own !== undefined && one.definition?.name === other.definition?.name && !own.isValueType)
          if (
            (COVARIANT.has(other.definition?.name ?? '') && own.isAssignableTo(wanted)) ||
            (CONTRAVARIANT.has(other.definition?.name ?? '') && wanted.isAssignableTo(own))
          )
            return true;
      }
      if (this.elementType !== undefined && !this.elementType.isValueType && this.rank === 1)
        return ARRAY_INTERFACES.includes(other.definition?.name ?? '') && this.elementType.isAssignableTo(wanted);
      return false;
    }
    for (let at: NetType | undefined = this.base; at !== undefined; at = at.base) if (at === other) return true;
    if (this.elementType !== undefined && other.elementType !== undefined && this.rank === other.rank)
      return !this.elementType.isValueType && this.elementType.isAssignableTo(other.elementType);
    return false;
  }
  /** Methods by the names that were asked for, as long as no type gets other members. */
  #found: Map<string, NetMethod | undefined> | undefined;
  #foundAt = 0;
  findMethod(name: string): NetMethod | undefined {
    if (this.#foundAt === generation) {
      const known = this.#found?.get(name);
      if (known !== undefined || this.#found?.has(name) === true) return known;
    }
    const found = this.#lookForMethod(name.toLowerCase());
    // To look may have read members that were waiting.
    if (this.#foundAt !== generation || this.#found === undefined || this.#found.size >= MOST_FOUND) {
      this.#found = new Map();
      this.#foundAt = generation;
    }
    this.#found.set(name, found);
    return found;
  }
  #lookForMethod(lower: string): NetMethod | undefined {
    let found: NetMethod | undefined;
    let merged = false;
    for (let at: NetType | undefined = this; at !== undefined; at = at.base) {
      const method = at.methods.get(lower);
      if (method === undefined) continue;
      if (found === undefined) found = method;
      else {
        const fresh = method.overloads.filter(
          (overload) => found?.overloads.every((other) => !sameParameters(other, overload)) === true,
        );
        if (fresh.length === 0) continue;
        if (!merged) found = { name: found.name, overloads: [...found.overloads] };
        merged = true;
        found.overloads.push(...fresh);
      }
    }
    return found;
  }
  findProperty(name: string): NetProperty | undefined {
    const lower = name.toLowerCase();
    for (let at: NetType | undefined = this; at !== undefined; at = at.base) {
      const property = at.properties.get(lower);
      if (property !== undefined) return property;
    }
    return undefined;
  }
  findStaticMethod(name: string): NetMethod | undefined {
    const lower = name.toLowerCase();
    for (let at: NetType | undefined = this; at !== undefined; at = at.base) {
      const method = at.staticMethods.get(lower);
      if (method !== undefined) return method;
    }
    return undefined;
  }
  findStaticProperty(name: string): NetProperty | undefined {
    const lower = name.toLowerCase();
    for (let at: NetType | undefined = this; at !== undefined; at = at.base) {
      const property = at.staticProperties.get(lower);
      if (property !== undefined) return property;
    }
    return undefined;
  }
  /** Properties of this type and its bases, own first, each name once. */
  allProperties(): NetProperty[] {
    const seen = new Set<string>();
    const list: NetProperty[] = [];
    for (const type of this.chainTypes())
      for (const [key, property] of type.properties)
        if (!seen.has(key)) {
          seen.add(key);
          list.push(property);
        }
    return list;
  }
}

export const sameParameters = (left: MethodOverload, right: MethodOverload): boolean =>
  left.parameters.length === right.parameters.length &&
  left.parameters.every((parameter, index) => parameter.type === right.parameters[index]?.type);

const ARRAY_INTERFACES = [
  'System.Collections.Generic.IEnumerable`1',
  'System.Collections.Generic.ICollection`1',
  'System.Collections.Generic.IList`1',
  'System.Collections.Generic.IReadOnlyCollection`1',
  'System.Collections.Generic.IReadOnlyList`1',
];
const CONTRAVARIANT = new Set([
  'System.Collections.Generic.IComparer`1',
  'System.Collections.Generic.IEqualityComparer`1',
  'System.IComparable`1',
]);
const COVARIANT = new Set([
  'System.Collections.Generic.IEnumerable`1',
  'System.Collections.Generic.IEnumerator`1',
  'System.Collections.Generic.IReadOnlyCollection`1',
  'System.Collections.Generic.IReadOnlyList`1',
]);

/** Filled in by types.ts: what a type's text means. */
export const resolver: {
  resolve(text: string): NetType | undefined;
  generic(name: string, args: readonly NetType[]): NetType | undefined;
  display(type: NetType): string;
  /** The error for a member of .NET that the engine does not have. */
  unavailable(what: string): Error;
} = {
  resolve: (text) => findType(text),
  generic: () => undefined,
  display: (type) => type.fullName,
  unavailable: (what) => new Error(what),
};

export function shortTypeName(fullName: string): string {
  const cut = fullName.indexOf('[[');
  if (cut >= 0) {
    const rest = fullName.slice(fullName.lastIndexOf(']]') + 2);
    return shortTypeName(fullName.slice(0, cut)) + rest;
  }
  const bracket = fullName.indexOf('[');
  const bare = bracket < 0 ? fullName : fullName.slice(0, bracket);
  const name = bare.slice(Math.max(bare.lastIndexOf('.'), bare.lastIndexOf('+')) + 1);
  return bracket < 0 ? name : name + fullName.slice(bracket);
}

const TYPES = new Map<string, NetType>();

/** A type by its full name, letter case ignored; .NET's are made when they are first asked for. */
export function findType(fullName: string): NetType | undefined {
  const known = TYPES.get(fullName) ?? TYPES.get(fullName.toLowerCase());
  if (known !== undefined) return known;
  const surface = surfaceOf(fullName);
  if (surface === undefined) return undefined;
  const type = new NetType(surface.name, initOf(surface));
  type.definition = surface;
  return registerType(type);
}
/** What a surface says of a type's kind and relations. */
export function initOf(surface: SurfaceType): NetTypeInit {
  const { kind } = surface;
  let init: NetTypeInit = {
    kind: kind === 'static' || kind === 'abstract' ? 'class' : kind,
    interfaces: surface.interfaces,
    ...(surface.base === '' ? {} : { base: surface.base }),
    abstract: kind === 'abstract' || kind === 'static' || kind === 'interface',
    staticClass: kind === 'static',
  };
  if (kind === 'enum') {
    const [flags, enumBase = 'System.Int32', values = ''] = (surface.lines[0] ?? '').split('|');
    init = { ...init, flags: flags === 'eflags', enumBase, enumText: values };
  }
  return init;
}
export function registeredTypes(): Iterable<NetType> {
  return new Set(TYPES.values());
}
export function registerType(type: NetType): NetType {
  TYPES.set(type.fullName, type);
  TYPES.set(type.fullName.toLowerCase(), type);
  membersChanged();
  return type;
}
/** A type that must exist: the engine's own names. */
export function requireType(fullName: string): NetType {
  const type = findType(fullName);
  if (type !== undefined) return type;
  return registerType(new NetType(fullName));
}

/** C# words for types, as signatures use them. */
const WORDS: Readonly<Record<string, string>> = {
  int: 'System.Int32',
  long: 'System.Int64',
  short: 'System.Int16',
  ushort: 'System.UInt16',
  uint: 'System.UInt32',
  ulong: 'System.UInt64',
  byte: 'System.Byte',
  sbyte: 'System.SByte',
  double: 'System.Double',
  float: 'System.Single',
  decimal: 'System.Decimal',
  string: 'System.String',
  bool: 'System.Boolean',
  char: 'System.Char',
  object: 'System.Object',
  void: 'System.Void',
  type: 'System.Type',
  datetime: 'System.DateTime',
  timespan: 'System.TimeSpan',
  guid: 'System.Guid',
  bigint: 'System.Numerics.BigInteger',
};
export function expandTypeWord(word: string): string {
  const array = /^(.*?)((?:\[,*\])+)$/.exec(word);
  if (array !== null) return expandTypeWord(array[1] ?? '') + (array[2] ?? '');
  return WORDS[word] ?? word;
}

/** A definition text with a closed generic type's arguments in place of its parameters. */
function substitution(type: NetType): (text: string) => string {
  const names = type.definition?.parameters ?? [];
  if (names.length === 0 || type.genericArguments.length !== names.length) return (text) => text;
  const pattern = new RegExp(`(?<![\\w.])(?:${names.join('|')})(?![\\w.])(?= |\\]|\\[|,|$)`, 'g');
  const shown = new Map(names.map((name, index) => [name, resolver.display(type.genericArguments[index] ?? type)]));
  return (text) => text.replace(pattern, (name) => shown.get(name) ?? name);
}

/** A body from the tables of the type or of its bases. */
function bodyFor(chain: readonly string[], ...keys: readonly string[]): MemberBody | undefined {
  for (const name of chain) {
    const bodies = bodiesOf(name);
    if (bodies === undefined) continue;
    for (const key of keys) {
      const body = bodies.get(key);
      if (body !== undefined) return body;
    }
    const any = bodies.get('*');
    if (any !== undefined) return any;
  }
  return undefined;
}
const missing =
  (what: string): MemberBody =>
  () => {
    throw resolver.unavailable(what);
  };

/** `IList` and `IDictionary` of a type that is an `IList<T>` or an `IDictionary<K,V>` as well. */
const hasGenericForm = (type: NetType, through: string | undefined): boolean =>
  (through === 'IList' || through === 'IDictionary') &&
  type.interfaces.some((name) => name.startsWith(`System.Collections.Generic.${through}\``));

/** Methods that a generic interface of a collection declares once more: such a method is never the only candidate. */
const GENERIC_TWINS: Readonly<Record<string, RegExp>> = {
  ICollection: /^(?:Add|Clear|Contains|CopyTo|Remove)$/,
  IList: /^(?:IndexOf|Insert|RemoveAt)$/,
  ISet: /^(?:Add|UnionWith|IntersectWith|ExceptWith|SymmetricExceptWith|IsSubsetOf|IsSupersetOf|IsProper(?:Sub|Super)setOf|Overlaps|SetEquals)$/,
  IDictionary: /^(?:Add|ContainsKey|Remove|TryGetValue)$/,
};
const hasTwin = (type: NetType, signature: string): boolean => {
  if (type.genericArguments.length === 0) return false;
  const name = /([\w.]+)\(/.exec(signature)?.[1] ?? '';
  return type.interfaces.some((one) => {
    const through = /^System\.Collections\.Generic\.(\w+)`/.exec(one)?.[1];
    return through !== undefined && GENERIC_TWINS[through]?.test(name) === true;
  });
};

class SurfaceOverload implements MethodOverload {
  readonly signature: string;
  readonly isStatic: boolean;
  readonly body: MemberBody;
  readonly implemented: boolean;
  readonly through: string | undefined;
  readonly isOneOfTwo: boolean;
  readonly named: ReadonlyMap<string, NetType> | undefined;
  readonly generic: readonly string[];
  readonly #text: string;
  #parsed: ReturnType<typeof parseMethod> | undefined;
  constructor(
    text: string,
    signature: string,
    isStatic: boolean,
    head: ReturnType<typeof methodHead>,
    found: MemberBody | undefined,
    owner: NetType,
  ) {
    this.#text = text;
    this.signature = signature;
    this.isStatic = isStatic;
    this.through = head.through;
    this.isOneOfTwo = hasGenericForm(owner, head.through) || hasTwin(owner, signature);
    this.named =
      owner.genericArguments.length === 0
        ? undefined
        : new Map(owner.genericArguments.map((one) => [resolver.display(one), one]));
    this.generic = head.generic;
    this.implemented = found !== undefined;
    this.body = found ?? missing(`The overload '${signature}' of [${owner.fullName}]`);
  }
  get parameters(): readonly ParameterSignature[] {
    return (this.#parsed ??= parseMethod(this.#text)).parameters;
  }
  get returnType(): string {
    return (this.#parsed ??= parseMethod(this.#text)).returnType;
  }
}

/** What PowerShell prints after a pointer's type. */
const CORE_LIBRARY = ', System.Private.CoreLib, Version=10.0.0.0, Culture=neutral, PublicKeyToken=7cec85d7bea7798e';

/** Reads a type's members from the surface. What is declared already stays. */
function readSurface(type: NetType, members: Members): void {
  if (type.isEnum)
    members.properties.set('value__', {
      name: 'value__',
      type: type.enumBase,
      get: (self) => (self instanceof PSObject ? (self.base ?? null) : null),
      set: undefined,
      implemented: false,
    });
  const surface = type.definition;
  if (surface === undefined || surface.kind === 'enum') return;
  const substitute = substitution(type);
  const close = (line: string): string => substitute(line).replaceAll('~', CORE_LIBRARY);
  const chain = type.chainTypes().map((one) => one.definition?.name ?? one.fullName);
  const declared = {
    methods: new Set(members.methods.keys()),
    staticMethods: new Set(members.staticMethods.keys()),
    constructors: members.constructors.length > 0,
  };
  for (const line of surface.lines) {
    const mark = line[0];
    const raw = line.slice(1);
    const text = close(raw);
    if (mark === 'p' || mark === 'q') {
      const match = /^(.*) (\S+) \{(get;)?(set;)?\}$/.exec(text);
      if (match === null) continue;
      const [, propertyType = '', name = '', , settable] = match;
      const table = mark === 'p' ? members.properties : members.staticProperties;
      const known = table.get(name.toLowerCase());
      if (known !== undefined) {
        // In the order of the surface, whoever declared it.
        table.delete(name.toLowerCase());
        table.set(name.toLowerCase(), known);
        continue;
      }
      const prefix = mark === 'p' ? '' : 'static ';
      const what = `The property '${name}' of [${type.fullName}]`;
      const get = bodyFor(chain, prefix + name);
      // An override of what the base does by itself.
      const inherited = get === undefined && mark === 'p' ? type.base?.findProperty(name) : undefined;
      if (inherited?.implemented === true) {
        table.set(name.toLowerCase(), inherited);
        continue;
      }
      table.set(name.toLowerCase(), {
        name,
        type: propertyType,
        get: get ?? missing(what),
        set:
          settable === undefined ? undefined : (bodyFor(chain, `${prefix}set ${name}`) ?? missing(`Setting ${what}`)),
        implemented: get !== undefined,
      });
      continue;
    }
    const head = methodHead(text);
    const types = (): string =>
      parseMethod(raw)
        .parameters.map(({ type: one }) => one)
        .join(', ');
    if (mark === 'c') {
      if (declared.constructors) continue;
      const own = [chain[0] ?? ''];
      const body =
        bodyFor(own, `new(${types()})`) ??
        bodyFor(own, 'new') ??
        (isException(chain) ? bodyFor(['System.Exception'], 'new') : undefined);
      const signature = `${resolver.display(type)} ${text}`;
      members.constructors.push(new SurfaceOverload(text, signature, true, head, body, type));
      continue;
    }
    const isStatic = mark === 's';
    const lower = head.name.toLowerCase();
    if ((isStatic ? declared.staticMethods : declared.methods).has(lower)) continue;
    const table = isStatic ? members.staticMethods : members.methods;
    const prefix = isStatic ? 'static ' : '';
    const body = bodyFor(chain, `${prefix}${head.name}(${types()})`, prefix + head.name);
    const overload = new SurfaceOverload(text, prefix + text, isStatic, head, body, type);
    const method = table.get(lower);
    if (method === undefined) table.set(lower, { name: head.name, overloads: [overload] });
    else method.overloads.push(overload);
  }
  readOverrides(type, members, chain[0] ?? '');
}
/** What a type does its own way although its definition texts are its base's: `ToString()` for nearly every one. */
function readOverrides(type: NetType, members: Members, name: string): void {
  const { base } = type;
  for (const [key, body] of bodiesOf(name) ?? []) {
    if (base === undefined || key === 'new' || key.includes('(')) continue;
    const isStatic = key.startsWith('static ');
    if (isStatic || key.startsWith('set ')) continue;
    const lower = key.toLowerCase();
    if (members.properties.has(lower)) continue;
    const property = base.findProperty(key);
    if (property !== undefined) {
      const set = property.set === undefined ? undefined : (bodiesOf(name)?.get(`set ${key}`) ?? property.set);
      members.properties.set(lower, { ...property, get: body, set, implemented: true });
      continue;
    }
    const method = base.findMethod(key);
    if (method === undefined) continue;
    const overloads = method.overloads.map(
      (one): MethodOverload => ({
        signature: one.signature,
        returnType: one.returnType,
        parameters: one.parameters,
        generic: one.generic ?? [],
        through: one.through,
        isStatic: false,
        implemented: true,
        body,
      }),
    );
    // Beside overloads of its own, what it has from its base runs its own body too.
    const own = members.methods.get(lower);
    if (own === undefined) members.methods.set(lower, { name: method.name, overloads });
    else
      for (const one of overloads)
        if (own.overloads.every((other) => !sameParameters(one, other))) own.overloads.push(one);
  }
}
const isException = (chain: readonly string[]): boolean => chain.includes('System.Exception');

/**
 * Adds members to a type. Keys: `'int Length'` a property, `'string Trim()'` a method, `'static …'` static ones,
 * `'new(int capacity)'` a constructor, `'set int Capacity'` a property's setter.
 */
export function addMembers(type: NetType, members: MemberBodies): NetType {
  type.declare(members);
  return type;
}
export type MemberBodies = Readonly<Record<string, MemberBody>>;
function readMembers(type: NetType, members: MemberBodies): void {
  for (const [key, body] of Object.entries(members)) {
    const { declared } = type;
    const isStatic = key.startsWith('static ');
    const isSetter = key.startsWith('set ');
    const text = isStatic ? key.slice(7) : isSetter ? key.slice(4) : key;
    const open = text.indexOf('(');
    if (open < 0) {
      const at = text.lastIndexOf(' ');
      const name = text.slice(at + 1);
      const table = isStatic ? declared.staticProperties : declared.properties;
      const existing = table.get(name.toLowerCase());
      if (isSetter && existing !== undefined) existing.set = body;
      else if (!isSetter)
        table.set(name.toLowerCase(), { name, type: expandTypeWord(text.slice(0, at)), get: body, set: undefined });
      continue;
    }
    const { name, returnType, parameters, generic } = parseMethod(text);
    if (name === 'new') {
      declared.constructors.push({ signature: text, returnType: type.fullName, parameters, body });
      continue;
    }
    const overload = { signature: key, returnType: expandTypeWord(returnType), parameters, generic, isStatic, body };
    const table = isStatic ? declared.staticMethods : declared.methods;
    const method = table.get(name.toLowerCase());
    if (method === undefined) table.set(name.toLowerCase(), { name, overloads: [overload] });
    else method.overloads.push(overload);
  }
}

/** Declares a type with its members in one go. Of a type that the surface has, only the members are taken. */
export function defineType(fullName: string, init: NetTypeInit = {}, members: MemberBodies = {}): NetType {
  return addMembers(findType(fullName) ?? registerType(new NetType(fullName, init)), members);
}
export { splitList };
export type { MemberBody, ParameterSignature };
