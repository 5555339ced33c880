/**
 * DER [X.690], as much as SPNEGO, CredSSP and Kerberos' framing need: definite lengths, tags below 31 and the long form.
 * A reader is bounded by the bytes it was given; a wrong length or tag is a RemoteProtocolError that says where.
 */
import { RemoteProtocolError } from '../errors/index.js';
import { concatBytes } from './digests.js';

export const DerTag = {
  Boolean: 0x01,
  Integer: 0x02,
  BitString: 0x03,
  OctetString: 0x04,
  ObjectIdentifier: 0x06,
  Enumerated: 0x0a,
  GeneralString: 0x1b,
  Sequence: 0x30,
} as const;

/** A context tag, constructed: `[n]`. */
export const contextTag = (number: number): number => 0xa0 | number;

export interface DerValue {
  /** The identifier octet; for long-form tags the first octet, with `number` telling the rest. */
  readonly tag: number;
  readonly number: number;
  readonly content: Uint8Array;
  /** The whole value: identifier, length and content. */
  readonly whole: Uint8Array;
}

export class DerReader {
  readonly #bytes: Uint8Array;
  #at = 0;
  readonly #what: string;

  /** @param what names the structure in errors. */
  constructor(bytes: Uint8Array, what: string) {
    this.#bytes = bytes;
    this.#what = what;
  }
  /** Bytes that were not read yet. */
  get left(): number {
    return this.#bytes.length - this.#at;
  }
  get done(): boolean {
    return this.#at >= this.#bytes.length;
  }
  get rest(): Uint8Array {
    return this.#bytes.subarray(this.#at);
  }
  /** The identifier octet of the next value, without reading it; undefined at the end. */
  peek(): number | undefined {
    return this.#bytes[this.#at];
  }
  /** Reads the next value, whatever it is. */
  next(): DerValue {
    const start = this.#at;
    const tag = this.#octet();
    let number = tag & 0x1f;
    if (number === 0x1f) {
      number = 0;
      let octet: number;
      do {
        octet = this.#octet();
        number = number * 128 + (octet & 0x7f);
        if (number > 0xff_ffff) throw this.#wrong('a tag number is too large');
      } while ((octet & 0x80) !== 0);
    }
    let length = this.#octet();
    if (length === 0x80) throw this.#wrong('an indefinite length, which DER forbids');
    if (length > 0x80) {
      const octets = length & 0x7f;
      if (octets > 4) throw this.#wrong('a length of more than four octets');
      length = 0;
      for (let index = 0; index < octets; index += 1) length = length * 256 + this.#octet();
    }
    const end = this.#at + length;
    if (end > this.#bytes.length)
      throw this.#wrong(`a value of ${length} bytes where ${this.#bytes.length - this.#at} are left`);
    const content = this.#bytes.subarray(this.#at, end);
    this.#at = end;
    return { tag, number, content, whole: this.#bytes.subarray(start, end) };
  }
  /** Reads the next value, which has to have this identifier octet. */
  expect(tag: number): DerValue {
    const value = this.next();
    if (value.tag !== tag) throw this.#wrong(`tag 0x${value.tag.toString(16)} where 0x${tag.toString(16)} belongs`);
    return value;
  }
  /** A reader of the next value's content. */
  enter(tag: number): DerReader {
    return new DerReader(this.expect(tag).content, this.#what);
  }
  /** As `enter`, when the next value has this tag; undefined otherwise, with nothing read. */
  enterOptional(tag: number): DerReader | undefined {
    return this.peek() === tag ? this.enter(tag) : undefined;
  }
  integer(): number {
    return derInteger(this.expect(DerTag.Integer).content);
  }
  octets(): Uint8Array {
    return this.expect(DerTag.OctetString).content;
  }
  objectIdentifier(): string {
    return readObjectIdentifier(this.expect(DerTag.ObjectIdentifier).content);
  }
  #octet(): number {
    const octet = this.#bytes[this.#at];
    if (octet === undefined) throw this.#wrong('the end of the bytes in the middle of a value');
    this.#at += 1;
    return octet;
  }
  #wrong(found: string): RemoteProtocolError {
    return new RemoteProtocolError(`The ${this.#what} is no valid DER: found ${found}.`, {
      where: `byte ${this.#at}`,
      rule: 'X.690',
    });
  }
}

/** A signed integer of up to 6 bytes. */
export function derInteger(content: Uint8Array): number {
  let value = (content[0] ?? 0) >= 0x80 ? -1 : 0;
  for (const octet of content) value = value * 256 + octet;
  return value;
}

export function readObjectIdentifier(content: Uint8Array): string {
  const parts: number[] = [];
  let value = 0;
  for (const octet of content) {
    value = value * 128 + (octet & 0x7f);
    if ((octet & 0x80) !== 0) continue;
    if (parts.length === 0) {
      const first = Math.min(2, Math.floor(value / 40));
      parts.push(first, value - first * 40);
    } else parts.push(value);
    value = 0;
  }
  return parts.join('.');
}

/** A tag in its parts, for numbers that do not fit into the identifier octet. */
export interface DerIdentifier {
  /** 0 universal, 1 application, 2 context, 3 private. */
  readonly tagClass: number;
  readonly constructed: boolean;
  readonly number: number;
}

function identifierOctets({ tagClass, constructed, number }: DerIdentifier): number[] {
  const first = (tagClass << 6) | (constructed ? 0x20 : 0);
  if (number < 0x1f) return [first | number];
  const octets = [number & 0x7f];
  for (let rest = Math.floor(number / 128); rest > 0; rest = Math.floor(rest / 128))
    octets.unshift((rest & 0x7f) | 0x80);
  return [first | 0x1f, ...octets];
}

/** Writes one value. @param tag the identifier octet, or the tag in its parts. */
export function der(tag: number | DerIdentifier, ...content: readonly Uint8Array[]): Uint8Array {
  const length = content.reduce((sum, part) => sum + part.length, 0);
  const header = typeof tag === 'number' ? [tag] : identifierOctets(tag);
  if (length < 0x80) header.push(length);
  else {
    const octets: number[] = [];
    for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) octets.unshift(rest & 0xff);
    header.push(0x80 | octets.length, ...octets);
  }
  return concatBytes(Uint8Array.from(header), ...content);
}

export function derIntegerValue(value: number, tag: number = DerTag.Integer): Uint8Array {
  const octets: number[] = [];
  let rest = value;
  do {
    octets.unshift(rest & 0xff);
    rest = Math.floor(rest / 256);
  } while (rest !== 0 && rest !== -1);
  if (value >= 0 && (octets[0] ?? 0) >= 0x80) octets.unshift(0);
  if (value < 0 && (octets[0] ?? 0) < 0x80) octets.unshift(0xff);
  return der(tag, Uint8Array.from(octets));
}

export function derObjectIdentifier(text: string): Uint8Array {
  const [first = 0, second, ...rest] = text.split('.').map(Number);
  if (second === undefined) throw new RangeError(`'${text}' is no object identifier: it has two numbers at least`);
  const out: number[] = [];
  for (const value of [first * 40 + second, ...rest]) {
    const octets = [value & 0x7f];
    for (let left = Math.floor(value / 128); left > 0; left = Math.floor(left / 128))
      octets.unshift((left & 0x7f) | 0x80);
    out.push(...octets);
  }
  return der(DerTag.ObjectIdentifier, Uint8Array.from(out));
}
