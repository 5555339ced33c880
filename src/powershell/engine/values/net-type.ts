/**
 * .NET types as the engine knows them: a name, a base, interfaces, and members that are declared by a C#-like signature
 * (`'string Substring(int startIndex)'`) with a JavaScript body. The signature is what binds arguments, what overload
 * errors quote and what Get-Member prints.
 */
import type { PSValue } from '../../../protocol/objects/index.js';
import type { Pending } from '../pending.js';

/** A member's body. Arguments arrive converted to the declared types, `Params` arrays as one array. */
export type MemberBody = {
  body(self: PSValue, ...args: PSValue[]): Pending<PSValue | undefined>;
}['body'];

export interface ParameterSignature {
  readonly type: string;
  readonly name: string;
  readonly params: boolean;
  readonly optional: boolean;
  readonly byRef: boolean;
}
export interface MethodOverload {
  readonly signature: string;
  readonly returnType: string;
  readonly parameters: readonly ParameterSignature[];
  readonly body: MemberBody;
}
export interface NetMethod {
  readonly name: string;
  readonly overloads: MethodOverload[];
}
export interface NetProperty {
  readonly name: string;
  readonly type: string;
  readonly get: MemberBody;
  set: MemberBody | undefined;
}

export interface NetTypeInit {
  readonly base?: string;
  readonly interfaces?: readonly string[];
  readonly kind?: 'class' | 'struct' | 'enum' | 'interface';
  readonly enumValues?: Readonly<Record<string, number>>;
  readonly enumBase?: string;
  readonly flags?: boolean;
  readonly abstract?: boolean;
  readonly staticClass?: boolean;
}

export class NetType {
  readonly fullName: string;
  readonly name: string;
  readonly namespace: string;
  readonly baseName: string | undefined;
  readonly interfaces: readonly string[];
  readonly kind: 'class' | 'struct' | 'enum' | 'interface';
  enumValues: Map<string, bigint> | undefined;
  readonly enumBase: string;
  readonly flags: boolean;
  /** Element type of an array. */
  elementType: NetType | undefined;
  rank = 1;
  genericArguments: readonly NetType[] = [];
  readonly properties = new Map<string, NetProperty>();
  readonly methods = new Map<string, NetMethod>();
  readonly staticProperties = new Map<string, NetProperty>();
  readonly staticMethods = new Map<string, NetMethod>();
  readonly constructors: MethodOverload[] = [];
  /** A class of a script. */
  scriptClass = false;
  readonly isAbstract: boolean;
  readonly staticClass: boolean;
  #chain: readonly string[] | undefined;
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
  get base(): NetType | undefined {
    return this.baseType ?? (this.baseName === undefined ? undefined : findType(this.baseName));
  }
  /** Names of this type and its bases, as `PSTypeNames` has them. */
  get typeNames(): readonly string[] {
    this.#chain ??= this.chainTypes().map((type) => type.fullName);
    return this.#chain;
  }
  isAssignableTo(other: NetType): boolean {
    if (other === this || other.fullName === 'System.Object') return true;
    for (const type of this.chainTypes()) {
      if (type === other) return true;
      for (const name of type.interfaces) if (implementsInterface(name, other)) return true;
    }
    if (this.elementType !== undefined && other.elementType !== undefined)
      return !this.elementType.isValueType && this.elementType.isAssignableTo(other.elementType);
    return false;
  }
  findMethod(name: string): NetMethod | undefined {
    const lower = name.toLowerCase();
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

const sameParameters = (left: MethodOverload, right: MethodOverload): boolean =>
  left.parameters.length === right.parameters.length &&
  left.parameters.every((parameter, index) => parameter.type === right.parameters[index]?.type);

function implementsInterface(name: string, other: NetType): boolean {
  if (name === other.fullName) return true;
  const own = findType(name);
  return own !== undefined && own.interfaces.some((inner) => implementsInterface(inner, other));
}

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

export function findType(fullName: string): NetType | undefined {
  return TYPES.get(fullName) ?? TYPES.get(fullName.toLowerCase());
}
export function registeredTypes(): Iterable<NetType> {
  return new Set(TYPES.values());
}
export function registerType(type: NetType): NetType {
  TYPES.set(type.fullName, type);
  TYPES.set(type.fullName.toLowerCase(), type);
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

function splitParameters(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let index = 0; index < text.length; index += 1) {
    const c = text[index];
    if (c === '[' || c === '<') depth += 1;
    else if (c === ']' || c === '>') depth -= 1;
    else if (c === ',' && depth === 0) {
      parts.push(text.slice(start, index));
      start = index + 1;
    }
  }
  if (text.slice(start).trim() !== '') parts.push(text.slice(start));
  return parts.map((part) => part.trim());
}

function parseParameter(text: string): ParameterSignature {
  const optional = text.startsWith('[');
  let rest = optional ? text.slice(1, -1) : text;
  const params = /^params /i.test(rest);
  if (params) rest = rest.slice(7);
  const byRef = /^(?:ref|out) /.test(rest);
  if (byRef) rest = rest.slice(4);
  const at = rest.lastIndexOf(' ');
  return { type: expandTypeWord(rest.slice(0, at)), name: rest.slice(at + 1), params, optional, byRef };
}

/**
 * Adds members to a type. Keys: `'int Length'` a property, `'string Trim()'` a method, `'static …'` static ones,
 * `'new(int capacity)'` a constructor, `'set int Capacity'` a property's setter.
 */
export function addMembers(type: NetType, members: Readonly<Record<string, MemberBody>>): NetType {
  for (const [key, body] of Object.entries(members)) {
    const isStatic = key.startsWith('static ');
    const isSetter = key.startsWith('set ');
    const text = isStatic ? key.slice(7) : isSetter ? key.slice(4) : key;
    const open = text.indexOf('(');
    if (open < 0) {
      const at = text.lastIndexOf(' ');
      const name = text.slice(at + 1);
      const table = isStatic ? type.staticProperties : type.properties;
      const existing = table.get(name.toLowerCase());
      if (isSetter && existing !== undefined) existing.set = body;
      else if (!isSetter)
        table.set(name.toLowerCase(), { name, type: expandTypeWord(text.slice(0, at)), get: body, set: undefined });
      continue;
    }
    const head = text.slice(0, open);
    const parameters = splitParameters(text.slice(open + 1, text.lastIndexOf(')'))).map(parseParameter);
    if (head === 'new') {
      type.constructors.push({ signature: text, returnType: type.fullName, parameters, body });
      continue;
    }
    const at = head.lastIndexOf(' ');
    const name = head.slice(at + 1);
    const overload = { signature: text, returnType: expandTypeWord(head.slice(0, at)), parameters, body };
    const table = isStatic ? type.staticMethods : type.methods;
    const method = table.get(name.toLowerCase());
    if (method === undefined) table.set(name.toLowerCase(), { name, overloads: [overload] });
    else method.overloads.push(overload);
  }
  return type;
}

/** Declares a type with its members in one go. */
export function defineType(
  fullName: string,
  init: NetTypeInit = {},
  members: Readonly<Record<string, MemberBody>> = {},
): NetType {
  return addMembers(registerType(new NetType(fullName, init)), members);
}
