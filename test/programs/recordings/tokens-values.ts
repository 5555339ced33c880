/**
 * Values of the token vectors, and how they compare. A structure of the source's library is a `Structure`: its name, its
 * properties by the source's names, and the bytes it packs to where a vector asks for them.
 */
import { isDeepStrictEqual } from 'node:util';

export type Value =
  | null
  | boolean
  | number
  | string
  | Uint8Array
  | Structure
  | readonly Value[]
  | { readonly [name: string]: Value };

export class Structure {
  readonly type: string;
  readonly properties: Readonly<Record<string, Value>>;
  readonly pack: (() => Uint8Array) | undefined;
  readonly text: string | undefined;
  readonly length: number | undefined;

  constructor(
    type: string,
    properties: Readonly<Record<string, Value>>,
    more: { readonly pack?: () => Uint8Array; readonly text?: string; readonly length?: number } = {},
  ) {
    this.type = type;
    this.properties = properties;
    this.pack = more.pack;
    this.text = more.text;
    this.length = more.length;
  }
}

/** What the source's vectors leave open is told by nothing at all. */
export const orNull = <T extends Value>(value: T | undefined): T | null => value ?? null;
export const hex = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'hex'));
export const upperHex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex').toUpperCase();
export const ascii = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');
/** Seconds as the vectors write a time: `$datetime`. */
export const dateTime = (seconds: number): string => `datetime:${new Date(seconds * 1000).toISOString().slice(0, 19)}`;

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Uint8Array);

/** Follows a path of a check. `undefined`: there is nothing. */
export function follow(from: Value, path: readonly (string | number)[]): Value | undefined {
  let value: Value | undefined = from;
  for (const step of path) {
    if (value === undefined || value === null) return undefined;
    value = next(value, step);
  }
  return value;
}

function next(value: NonNullable<Value>, step: string | number): Value | undefined {
  if (step === '@length') return lengthOf(value);
  if (step === '@toString') return value instanceof Structure ? value.text : undefined;
  if (step === '@pack') return value instanceof Structure ? value.pack?.() : undefined;
  if (value instanceof Structure) return value.properties[String(step)];
  if (Array.isArray(value)) return typeof step === 'number' ? (value as readonly Value[])[step] : undefined;
  if (value instanceof Uint8Array) return typeof step === 'number' ? value[step] : undefined;
  return typeof value === 'object' ? (value as Readonly<Record<string, Value>>)[String(step)] : undefined;
}

function lengthOf(value: NonNullable<Value>): number | undefined {
  if (value instanceof Structure) return value.length;
  if (Array.isArray(value) || value instanceof Uint8Array || typeof value === 'string') return value.length;
  return undefined;
}

/** As plain data, so that two values compare by what they mean. */
export function plain(value: unknown): unknown {
  if (value instanceof Uint8Array) return `bytes:${Buffer.from(value).toString('hex')}`;
  if (value instanceof Structure) return { type: value.type, ...(plain(value.properties) as object) };
  if (Array.isArray(value)) return value.map(plain);
  if (isRecord(value)) return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, plain(item)]));
  return value;
}

export const same = (left: unknown, right: unknown): boolean => isDeepStrictEqual(plain(left), plain(right));
