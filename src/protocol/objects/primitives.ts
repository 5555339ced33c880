/**
 * The primitive types of CLIXML that JavaScript has no type of its own for. protocol.md 2.2
 *
 * | .NET | here |
 * |---|---|
 * | null, String, Boolean | `null`, `string`, `boolean` |
 * | Int32 | `number` (always an integer in range; the commonest number gets the fastest form) |
 * | Int64 | `bigint` |
 * | Byte[] | `Uint8Array` |
 * | every other primitive | a class below, immutable |
 */
import { invariantDateText, spanText } from './calendar.js';
import type { Guid } from '../bytes/index.js';

/** The element names of the primitives. */
export type PrimitiveTag =
  | 'C'
  | 'DT'
  | 'TS'
  | 'By'
  | 'SB'
  | 'I16'
  | 'U16'
  | 'U32'
  | 'U64'
  | 'Sg'
  | 'Db'
  | 'D'
  | 'G'
  | 'URI'
  | 'Version'
  | 'XD'
  | 'SBK'
  | 'SS'
  | 'PR';

/** Base of the wrapped primitives; `tag` is the CLIXML element name and stands on the prototype. */
export abstract class PSPrimitive {
  abstract get tag(): PrimitiveTag;
  /** A short text that a person can read; .NET's invariant one. */
  abstract toString(): string;
}

/** The numeric wrappers whose value fits a JavaScript number exactly. */
export abstract class PSNumber extends PSPrimitive {
  readonly value: number;
  constructor(value: number) {
    super();
    this.value = value;
  }
  override toString(): string {
    return String(this.value);
  }
}

export class PSDouble extends PSNumber {
  override get tag(): 'Db' {
    return 'Db';
  }
}
export class PSSingle extends PSNumber {
  constructor(value: number) {
    super(Math.fround(value));
  }
  override get tag(): 'Sg' {
    return 'Sg';
  }
}
export class PSByte extends PSNumber {
  override get tag(): 'By' {
    return 'By';
  }
}
export class PSSByte extends PSNumber {
  override get tag(): 'SB' {
    return 'SB';
  }
}
export class PSInt16 extends PSNumber {
  override get tag(): 'I16' {
    return 'I16';
  }
}
export class PSUInt16 extends PSNumber {
  override get tag(): 'U16' {
    return 'U16';
  }
}
export class PSUInt32 extends PSNumber {
  override get tag(): 'U32' {
    return 'U32';
  }
}
export class PSUInt64 extends PSPrimitive {
  readonly value: bigint;
  constructor(value: bigint) {
    super();
    this.value = value;
  }
  override get tag(): 'U64' {
    return 'U64';
  }
  override toString(): string {
    return this.value.toString();
  }
}
/** One UTF-16 code unit; half of a surrogate pair is legal. */
export class PSChar extends PSPrimitive {
  readonly code: number;
  constructor(code: number) {
    super();
    this.code = code;
  }
  override get tag(): 'C' {
    return 'C';
  }
  override toString(): string {
    return String.fromCharCode(this.code);
  }
}
/** `unscaled` × 10^-`scale`; the scale (0..28) is part of the value's text: 1.50 has scale 2. */
export class PSDecimal extends PSPrimitive {
  readonly unscaled: bigint;
  readonly scale: number;
  constructor(unscaled: bigint, scale: number) {
    super();
    this.unscaled = unscaled;
    this.scale = scale;
  }
  override get tag(): 'D' {
    return 'D';
  }
  override toString(): string {
    const negative = this.unscaled < 0n;
    const digits = (negative ? -this.unscaled : this.unscaled).toString().padStart(this.scale + 1, '0');
    const whole = digits.slice(0, digits.length - this.scale);
    const text = this.scale === 0 ? whole : `${whole}.${digits.slice(digits.length - this.scale)}`;
    return negative ? `-${text}` : text;
  }
}
export type DateTimeKind = 'Unspecified' | 'Utc' | 'Local';
/**
 * A .NET DateTime: `ticks` of 100 ns since 0001-01-01T00:00:00 on the clock that `kind` names. A Local value keeps the
 * offset it was written with (`offsetMinutes`), so that re-encoding gives the same text.
 */
export class PSDateTime extends PSPrimitive {
  readonly ticks: bigint;
  readonly kind: DateTimeKind;
  readonly offsetMinutes: number | undefined;
  constructor(ticks: bigint, kind: DateTimeKind = 'Unspecified', offsetMinutes?: number) {
    super();
    this.ticks = ticks;
    this.kind = kind;
    this.offsetMinutes = offsetMinutes;
  }
  override get tag(): 'DT' {
    return 'DT';
  }
  override toString(): string {
    return invariantDateText(this.ticks);
  }
}
/** `ticks` of 100 ns. */
export class PSTimeSpan extends PSPrimitive {
  readonly ticks: bigint;
  constructor(ticks: bigint) {
    super();
    this.ticks = ticks;
  }
  override get tag(): 'TS' {
    return 'TS';
  }
  override toString(): string {
    return spanText(this.ticks);
  }
}
export class PSGuid extends PSPrimitive {
  readonly value: Guid;
  constructor(value: Guid) {
    super();
    this.value = value;
  }
  override get tag(): 'G' {
    return 'G';
  }
  override toString(): string {
    return this.value;
  }
}
/** A System.Uri by its original string; it may be relative. */
export class PSUri extends PSPrimitive {
  readonly value: string;
  constructor(value: string) {
    super();
    this.value = value;
  }
  override get tag(): 'URI' {
    return 'URI';
  }
  override toString(): string {
    return this.value;
  }
}
/** A System.Version; `build` and `revision` are -1 where they are absent, as in .NET. */
export class PSVersion extends PSPrimitive {
  readonly major: number;
  readonly minor: number;
  readonly build: number;
  readonly revision: number;
  constructor(major: number, minor: number, build = -1, revision = -1) {
    super();
    this.major = major;
    this.minor = minor;
    this.build = build;
    this.revision = revision;
  }
  override get tag(): 'Version' {
    return 'Version';
  }
  override toString(): string {
    let text = `${this.major}.${this.minor}`;
    if (this.build >= 0) text += `.${this.build}`;
    if (this.build >= 0 && this.revision >= 0) text += `.${this.revision}`;
    return text;
  }
}
/** An XmlDocument by its outer XML; never parsed here. */
export class PSXmlDocument extends PSPrimitive {
  readonly outerXml: string;
  constructor(outerXml: string) {
    super();
    this.outerXml = outerXml;
  }
  override get tag(): 'XD' {
    return 'XD';
  }
  override toString(): string {
    return this.outerXml;
  }
}
/** A script block as data: its source text. The engine has a live form of its own. */
export class PSScriptBlockText extends PSPrimitive {
  readonly text: string;
  constructor(text: string) {
    super();
    this.text = text;
  }
  override get tag(): 'SBK' {
    return 'SBK';
  }
  override toString(): string {
    return this.text;
  }
}
/** A file-dialect `<PR>`. protocol.md 2.8. `records.ts` has the type that PSRP and the engine use. */
export class PSProgressPrimitive extends PSPrimitive {
  readonly activity: string;
  readonly activityId: number;
  readonly currentOperation: string | null;
  readonly parentActivityId: number;
  readonly percentComplete: number;
  readonly recordType: 'Processing' | 'Completed';
  readonly secondsRemaining: number;
  readonly statusDescription: string;
  constructor(fields: Omit<PSProgressPrimitive, 'tag' | 'toString'>) {
    super();
    this.activity = fields.activity;
    this.activityId = fields.activityId;
    this.currentOperation = fields.currentOperation;
    this.parentActivityId = fields.parentActivityId;
    this.percentComplete = fields.percentComplete;
    this.recordType = fields.recordType;
    this.secondsRemaining = fields.secondsRemaining;
    this.statusDescription = fields.statusDescription;
  }
  override get tag(): 'PR' {
    return 'PR';
  }
  override toString(): string {
    return this.statusDescription === '' ? this.activity : `${this.activity}: ${this.statusDescription}`;
  }
}
/**
 * A SecureString. Either the plain text is known in this process (`plainText`), or only the bytes that travelled
 * (`cipherText`), until someone with the session key opens them. `toString` never shows either. protocol.md 5.5
 */
export class PSSecureString extends PSPrimitive {
  readonly #plainText: string | undefined;
  readonly #cipherText: Uint8Array | undefined;
  private constructor(plainText: string | undefined, cipherText: Uint8Array | undefined) {
    super();
    this.#plainText = plainText;
    this.#cipherText = cipherText;
  }
  static fromPlainText(text: string): PSSecureString {
    return new PSSecureString(text, undefined);
  }
  static fromCipherText(bytes: Uint8Array): PSSecureString {
    return new PSSecureString(undefined, bytes);
  }
  override get tag(): 'SS' {
    return 'SS';
  }
  get plainText(): string | undefined {
    return this.#plainText;
  }
  get cipherText(): Uint8Array | undefined {
    return this.#cipherText;
  }
  override toString(): string {
    return 'System.Security.SecureString';
  }
  toJSON(): string {
    return 'System.Security.SecureString';
  }
}
