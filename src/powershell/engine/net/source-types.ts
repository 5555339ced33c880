/**
 * Types that are declared in C# and hold data alone: enumerations, and classes of public fields and automatic properties.
 * Whatever has code in it (methods, constructors, a base) is none of these: there is no compiler here.
 */
import type { PSValue } from '../../../protocol/objects/index.js';
import { findType, type NetType, defineType } from '../values/net-type.js';
import { resolveTypeText } from '../values/types.js';
import { convertTo, runtime } from './support.js';
import { construct } from '../runtime/members.js';
import { defineRecord } from './stand-ins/records.js';

interface EnumDeclaration {
  readonly kind: 'enum';
  readonly name: string;
  readonly base: string;
  readonly flags: boolean;
  readonly members: Map<string, bigint>;
}
interface Member {
  readonly type: string;
  readonly name: string;
  readonly readOnly: boolean;
  readonly isProperty: boolean;
  /** A literal, or `new` and a type. */
  readonly initial: string | undefined;
}
interface ClassDeclaration {
  readonly kind: 'class';
  readonly name: string;
  readonly members: readonly Member[];
}
type Declaration = EnumDeclaration | ClassDeclaration;
interface Source {
  readonly usings: readonly string[];
  readonly declarations: readonly Declaration[];
}

const isProperty = (one: Member): boolean => one.isProperty;
/** Not of that kind. */
class Beyond extends Error {}
const TOKEN =
  /\s+|\/\/[^\n]*|\/\*[\s\S]*?\*\/|#[^\n]*|("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)'|[A-Za-z_@][\w]*|0[xX][0-9A-Fa-f_]+[uUlL]*|\d[\d_]*(?:\.\d+)?[uUlLfFdDmM]*|<<|>>|.)/gsy;
function tokensOf(source: string): string[] {
  const found: string[] = [];
  for (const [, token] of source.matchAll(TOKEN)) if (token !== undefined) found.push(token);
  return found;
}
const WORDS: Readonly<Record<string, string>> = {
  bool: 'bool',
  byte: 'byte',
  sbyte: 'sbyte',
  short: 'int16',
  ushort: 'uint16',
  int: 'int',
  uint: 'uint32',
  long: 'long',
  ulong: 'uint64',
  float: 'float',
  double: 'double',
  decimal: 'decimal',
  char: 'char',
  string: 'string',
  object: 'object',
};
/** Of brackets, of types in types, of namespaces. */
const MAX_DEPTH = 100;
const NAME = /^[A-Za-z_]\w*$/;

class Reader {
  readonly #tokens: readonly string[];
  #at = 0;
  #depth = 0;
  readonly usings: string[] = [];
  readonly declarations: Declaration[] = [];
  constructor(source: string) {
    this.#tokens = tokensOf(source);
  }
  #peek(): string | undefined {
    return this.#tokens[this.#at];
  }
  #next(): string {
    const token = this.#tokens[this.#at];
    if (token === undefined) throw new Beyond();
    this.#at += 1;
    return token;
  }
  #take(token: string): boolean {
    if (this.#peek() !== token) return false;
    this.#at += 1;
    return true;
  }
  #expect(token: string): void {
    if (!this.#take(token)) throw new Beyond();
  }
  #name(): string {
    const token = this.#next();
    if (!NAME.test(token)) throw new Beyond();
    return token;
  }
  #dotted(): string {
    let name = this.#name();
    while (this.#take('.')) name += `.${this.#name()}`;
    return name;
  }

  read(): Source {
    while (this.#take('using')) {
      this.usings.push(this.#dotted());
      this.#expect(';');
    }
    this.#space('');
    if (this.#peek() !== undefined) throw new Beyond();
    return this;
  }
  /** What stands in a namespace. */
  #space(prefix: string): void {
    for (let token = this.#peek(); token !== undefined && token !== '}'; token = this.#peek()) {
      if (this.#take('namespace')) {
        const inner = `${prefix}${this.#dotted()}.`;
        if (this.#take(';')) this.#space(inner);
        else {
          this.#expect('{');
          this.#inner(() => this.#space(inner));
          this.#expect('}');
        }
      } else this.#type(prefix);
    }
  }
  #type(prefix: string): void {
    let flags = false;
    while (this.#take('[')) {
      const attribute = this.#dotted();
      if (/^(?:System\.)?Flags(?:Attribute)?$/.test(attribute)) flags = true;
      else if (!/^(?:System\.)?Serializable(?:Attribute)?$/.test(attribute)) throw new Beyond();
      if (this.#take('(')) this.#expect(')');
      this.#expect(']');
    }
    // Only what is public is seen.
    this.#expect('public');
    this.#take('sealed');
    if (this.#take('enum')) this.declarations.push(this.#enum(prefix, flags));
    else {
      this.#expect('class');
      this.declarations.push(this.#class(prefix));
    }
    this.#take(';');
  }

  #enum(prefix: string, flags: boolean): EnumDeclaration {
    const name = prefix + this.#name();
    const base = this.#take(':') ? (WORDS[this.#next()] ?? '') : 'int';
    if (!/^u?int(?:16|32|64)?$|^s?byte$|^long$/.test(base)) throw new Beyond();
    const members = new Map<string, bigint>();
    let next = 0n;
    this.#expect('{');
    while (!this.#take('}')) {
      const member = this.#name();
      if (this.#take('=')) next = this.#or(members);
      members.set(member, next);
      next += 1n;
      if (this.#peek() !== '}') this.#expect(',');
    }
    return { kind: 'enum', name, base, flags, members };
  }
  #or(known: ReadonlyMap<string, bigint>): bigint {
    let value = this.#and(known);
    while (this.#take('|')) value |= this.#and(known);
    return value;
  }
  #and(known: ReadonlyMap<string, bigint>): bigint {
    let value = this.#shift(known);
    while (this.#take('&')) value &= this.#shift(known);
    return value;
  }
  #shift(known: ReadonlyMap<string, bigint>): bigint {
    let value = this.#sum(known);
    while (this.#take('<<')) value <<= BigInt.asUintN(6, this.#sum(known));
    return value;
  }
  #sum(known: ReadonlyMap<string, bigint>): bigint {
    let value = this.#one(known);
    for (;;) {
      if (this.#take('+')) value += this.#one(known);
      else if (this.#take('-')) value -= this.#one(known);
      else return value;
    }
  }
  #one(known: ReadonlyMap<string, bigint>): bigint {
    if (this.#take('-')) return -this.#inner(() => this.#one(known));
    if (this.#take('~')) return ~this.#inner(() => this.#one(known));
    if (this.#take('(')) {
      const value = this.#inner(() => this.#or(known));
      this.#expect(')');
      return value;
    }
    const token = this.#next();
    const number = /^(0[xX][0-9A-Fa-f_]+|\d[\d_]*)[uUlL]*$/.exec(token)?.[1];
    const value = number === undefined ? known.get(token) : BigInt(number.replaceAll('_', ''));
    if (value === undefined) throw new Beyond();
    return value;
  }

  #inner<T>(read: () => T): T {
    if ((this.#depth += 1) > MAX_DEPTH) throw new Beyond();
    const value = read();
    this.#depth -= 1;
    return value;
  }

  #class(prefix: string): ClassDeclaration {
    const name = prefix + this.#name();
    const members: Member[] = [];
    this.#expect('{');
    while (!this.#take('}')) {
      this.#expect('public');
      const type = this.#typeText();
      do members.push(this.#member(type));
      while (this.#take(','));
    }
    // Reflection tells the properties first.
    return {
      kind: 'class',
      name,
      members: [...members.filter(isProperty), ...members.filter((one) => !isProperty(one))],
    };
  }
  /** A field to its semicolon, or a property to its brace. */
  #member(type: string): Member {
    const name = this.#name();
    let readOnly = false;
    if (this.#take('{')) {
      this.#expect('get');
      this.#expect(';');
      if (this.#take('private') || this.#peek() === '}') readOnly = true;
      if (this.#take('set')) this.#expect(';');
      this.#expect('}');
      if (!this.#take('=')) return { type, name, readOnly, isProperty: true, initial: undefined };
      const initial = this.#initial();
      this.#expect(';');
      return { type, name, readOnly, isProperty: true, initial };
    }
    const initial = this.#take('=') ? this.#initial() : undefined;
    if (this.#peek() !== ',') this.#expect(';');
    return { type, name, readOnly, isProperty: false, initial };
  }
  #initial(): string {
    if (this.#take('new')) {
      const type = this.#typeText();
      this.#expect('(');
      this.#expect(')');
      return `new ${type}`;
    }
    const sign = this.#take('-') ? '-' : '';
    const token = this.#next();
    if (!/^["'\d]|^(?:true|false|null)$/.test(token)) throw new Beyond();
    return sign + token;
  }
  /** A type as PowerShell writes it. */
  #typeText(): string {
    const first = this.#next();
    let text = WORDS[first];
    if (text === undefined) {
      this.#at -= 1;
      text = this.#dotted();
      if (this.#take('<')) {
        const argument = (): string => this.#inner(() => this.#typeText());
        const inner = [argument()];
        while (this.#take(',')) inner.push(argument());
        this.#expect('>');
        text += `[${inner.join(',')}]`;
      }
    }
    if (this.#take('?')) text = `System.Nullable[${text}]`;
    while (this.#take('[')) {
      this.#expect(']');
      text += '[]';
    }
    return text;
  }
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '0': '\0' };
const unescaped = (text: string): string => text.replace(/\\(.)/gs, (_all, sign: string) => ESCAPES[sign] ?? sign);
function valueOf(initial: string, type: NetType): () => PSValue {
  if (initial.startsWith('"')) return () => unescaped(initial.slice(1, -1));
  if (initial.startsWith("'")) return () => convertTo(unescaped(initial.slice(1, -1)), type);
  if (initial === 'true' || initial === 'false') return () => initial === 'true';
  if (initial === 'null') return () => null;
  return () => convertTo(initial.replace(/[uUlLfFdDmM]+$/, '').replaceAll('_', ''), type);
}

/** What sources declared already, by the whole text: .NET takes the same source once more. */
const seen = new Map<string, readonly NetType[]>();

export type Declared =
  | { readonly types: readonly NetType[] }
  /** Types of these names are there already. */
  | { readonly taken: readonly string[] }
  /** There is code in it, or what this reader does not know. */
  | undefined;

/** Makes the types that a C# source declares. All of them are made, or none. */
export function declareTypes(source: string): Declared {
  const before = seen.get(source);
  if (before !== undefined) return { types: before };
  let read: Source;
  try {
    read = new Reader(source).read();
  } catch (error) {
    if (error instanceof Beyond) return undefined;
    throw error;
  }
  const { usings, declarations } = read;
  if (declarations.length === 0) return undefined;
  const taken = declarations.map(({ name }) => name).filter((name) => findType(name) !== undefined);
  if (taken.length > 0) return { taken };
  const own = new Map(declarations.map(({ name }) => [name, name] as const));
  /** The full text of a type; undefined: there is none here. */
  const resolved = (text: string): string | undefined => {
    const plain = text.replace(/(?:\[\])+$/, '');
    const spaces = [
      '',
      ...usings.map((one) => `${one}.`),
      ...declarations.map(({ name }) => name.replace(/[^.]*$/, '')),
    ];
    for (const space of spaces) {
      if (own.has(space + plain)) return space + text;
      if (resolveTypeText(space + plain) !== undefined) return space + text;
    }
    return undefined;
  };
  const classes = declarations.filter((one) => one.kind === 'class');
  const made = new Map<ClassDeclaration, readonly (Member & { readonly full: string })[]>();
  for (const one of classes) {
    const members = one.members.map((member) => ({ ...member, full: resolved(member.type) ?? '' }));
    if (members.some(({ full }) => full === '')) return undefined;
    made.set(one, members);
  }
  const types = declarations.map((one) => {
    if (one.kind === 'class') return defineType(one.name);
    const enumValues = Object.fromEntries(one.members);
    return defineType(one.name, { kind: 'enum', flags: one.flags, enumBase: nameOfBase(one.base), enumValues });
  });
  for (const [{ name }, members] of made)
    defineRecord(
      name,
      members.map(({ full, name: member, readOnly }) => `${readOnly ? '!' : ''}${full} ${member}`).join('; '),
      {
        values: Object.fromEntries(
          members.flatMap(({ initial, name: member, full }) =>
            initial === undefined ? [] : [[member, initialOf(initial, full, resolved)] as const],
          ),
        ),
      },
    );
  seen.set(source, types);
  return { types };
}
const nameOfBase = (base: string): string => resolveTypeText(base)?.fullName ?? 'System.Int32';
function initialOf(initial: string, full: string, resolved: (text: string) => string | undefined): () => PSValue {
  const type = resolveTypeText(initial.startsWith('new ') ? (resolved(initial.slice(4)) ?? full) : full);
  if (type === undefined) return () => null;
  return initial.startsWith('new ') ? () => construct(runtime(), type, []) as PSValue : valueOf(initial, type);
}
