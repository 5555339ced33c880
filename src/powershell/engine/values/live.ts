/** Values that live in a runspace only: script blocks, type objects, enum values, .NET objects, references. */
import { PSObject, type PSValue } from '../../../protocol/objects/index.js';
import { pushOne } from '../room.js';
import { type NetType, requireType } from './net-type.js';

/** What a live object is found by as a key. `net/equality.ts`, which knows what is equal, says it when it is loaded. */
let identify: (value: PSObject) => unknown = (value) => value;
export const identifyKeysBy = (rule: (value: PSObject) => unknown): void => void (identify = rule);

/** An instance of a .NET class that has no form of its own in the value model. `data` belongs to its type's members. */
export class NetObject<T = unknown> extends PSObject {
  readonly type: NetType;
  data: T;
  constructor(type: NetType, data: T) {
    super({ typeNames: type.typeNames });
    this.type = type;
    this.data = data;
  }
  override get keyIdentity(): unknown {
    return identify(this);
  }
}

/** The `data` of a NetObject that has a text of its own, as .NET's ToString() gives it. */
export abstract class WithText {
  abstract toString(): string;
}

/** An enum's value. On the wire: its number with its type names and its text. */
export class EnumValue extends PSObject {
  readonly type: NetType;
  readonly value: bigint;
  constructor(type: NetType, value: bigint, text: string, base: PSValue) {
    super({ typeNames: type.typeNames, toStringText: text, base });
    this.type = type;
    this.value = value;
  }
  get text(): string {
    return this.toStringText ?? '';
  }
}

/** A `[type]`. */
export class TypeObject extends PSObject {
  readonly type: NetType;
  constructor(type: NetType) {
    super({
      typeNames: [
        'System.RuntimeType',
        'System.Reflection.TypeInfo',
        'System.Type',
        'System.Reflection.MemberInfo',
        'System.Object',
      ],
    });
    this.type = type;
  }
}
const typeObjects = new WeakMap<NetType, TypeObject>();
/** The one type object of a type. */
export function typeObject(type: NetType): TypeObject {
  let found = typeObjects.get(type);
  if (found === undefined) {
    found = new TypeObject(type);
    typeObjects.set(type, found);
  }
  return found;
}

/** `[ref]`: something with a value that can be set. */
export class PSReference extends NetObject<undefined> {
  readonly read: () => PSValue;
  readonly put: (value: PSValue) => void;
  constructor(type: NetType, read: () => PSValue, put: (value: PSValue) => void) {
    super(type, undefined);
    this.read = read;
    this.put = put;
  }
}

/** An instance of a script's class. Fields are kept in order of declaration, base class first. */
export class ClassInstance extends PSObject {
  readonly type: NetType;
  readonly fields = new Map<string, PSValue>();
  /** For a class over a .NET type: the instance of that type. */
  inner: PSValue | undefined;
  constructor(type: NetType) {
    super({ typeNames: type.typeNames });
    this.type = type;
  }
  override get keyIdentity(): unknown {
    return identify(this);
  }
}

/** AutomationNull: what a command without output gives. Only ever seen inside the engine, where unwrapped it is null. */
export class AutomationNullValue extends PSObject {}
export const AutomationNull = new AutomationNullValue({ typeNames: [], base: null });
/** `$null` where a value left a pipeline without output. */
export const plain = (value: PSValue): PSValue => (value === AutomationNull ? null : value);

/** An IEnumerator over items: `$foreach`, `$switch`, `.GetEnumerator()` of an array. */
export interface EnumeratorData {
  readonly items: readonly PSValue[];
  /** -1 before the first. */
  at: number;
}
/** What the element type of a typed array is. Arrays that are not listed are `object[]`. */
const elementTypes = new WeakMap<readonly PSValue[], NetType>();
export function typedArray(items: PSValue[], element: NetType): PSValue[] {
  if (element.fullName !== 'System.Object') elementTypes.set(items, element);
  return items;
}
export function elementTypeOf(array: readonly PSValue[]): NetType {
  return elementTypes.get(array) ?? requireType('System.Object');
}
/** A rectangular array, row by row. */
export class MultiArray extends PSObject {
  readonly type: NetType;
  readonly lengths: readonly number[];
  readonly items: PSValue[];
  /** The first index of each dimension, where not all are 0. */
  readonly starts: readonly number[];
  constructor(type: NetType, lengths: readonly number[], items: PSValue[], starts: readonly number[] = []) {
    super({ typeNames: type.typeNames });
    this.type = type;
    this.lengths = lengths;
    this.items = items;
    this.starts = starts;
  }
  offset(indexes: readonly number[]): number {
    let at = 0;
    for (let dimension = 0; dimension < this.lengths.length; dimension += 1) {
      const index = (indexes[dimension] ?? 0) - (this.starts[dimension] ?? 0);
      const length = this.lengths[dimension] ?? 0;
      if (index < 0 || index >= length) return -1;
      at = at * length + index;
    }
    return at;
  }
}

/** Is it a wrapper whose meaning is the value inside? */
export function unwrap(value: PSValue): PSValue {
  return value instanceof PSObject && value.base !== undefined && !(value instanceof EnumValue) ? value.base : value;
}

/** Adds all of them. A call with each as an argument would end the stack where there are very many. */
export function pushAll<T>(into: T[], items: Iterable<T>): void {
  for (const item of items) pushOne(into, item);
}
