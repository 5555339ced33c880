/**
 * Text that is written straight as UTF-8 into a growing buffer, with CLIXML's escapes on the way. For an encoder whose
 * output is nearly all short ASCII pieces this is several times faster than building a string first.
 */
const FIRST_BYTES = 4096;
/** A buffer up to this size is used again for the next text. Bytes. */
const KEPT_BYTES = 65_536;
const AMP = 38;
const LT = 60;
const GT = 62;
const UNDERSCORE = 95;
const HEX = '0123456789ABCDEF';

/** 1 for ASCII units that need a look: controls, `&`, `<`, `>`, `_`, DEL. */
const SPECIAL = new Uint8Array(128);
for (let unit = 0; unit < 32; unit += 1) SPECIAL[unit] = 1;
for (const unit of [AMP, LT, GT, UNDERSCORE, 127]) SPECIAL[unit] = 1;

const NOTHING = new Uint8Array(0);
/** The buffer of the text before: most texts are short, and a new buffer costs more than writing one. */
let spare: Uint8Array<ArrayBuffer> | undefined;

export class ByteText {
  #buffer: Uint8Array<ArrayBuffer> = NOTHING;
  #length = 0;

  /** What was written, and an empty text afterwards. */
  take(): Uint8Array {
    const buffer = this.#buffer;
    const length = this.#length;
    this.#buffer = NOTHING;
    this.#length = 0;
    if (length * 2 >= buffer.length) return buffer.subarray(0, length);
    // A small message does not hold a large buffer.
    const result = buffer.slice(0, length);
    if (buffer.length <= KEPT_BYTES) spare = buffer;
    return result;
  }

  byte(value: number): void {
    if (this.#length === this.#buffer.length) this.#room(1);
    this.#buffer[this.#length] = value;
    this.#length += 1;
  }

  bytes(value: Uint8Array): void {
    this.#room(value.length);
    this.#buffer.set(value, this.#length);
    this.#length += value.length;
  }

  /** Text of which the caller knows that it is ASCII. */
  ascii(text: string): void {
    const { length } = text;
    this.#room(length);
    const buffer = this.#buffer;
    let to = this.#length;
    for (let at = 0; at < length; at += 1) {
      buffer[to] = text.charCodeAt(at);
      to += 1;
    }
    this.#length = to;
  }

  /** Text without surrogates that is written as it is. */
  text(text: string): void {
    const { length } = text;
    this.#room(length * 3);
    const buffer = this.#buffer;
    let to = this.#length;
    for (let at = 0; at < length; at += 1) {
      const unit = text.charCodeAt(at);
      if (unit < 128) {
        buffer[to] = unit;
        to += 1;
      } else to = wide(buffer, to, unit);
    }
    this.#length = to;
  }

  /** Element text with both layers of escapes. protocol.md 2.4 */
  escaped(text: string): void {
    const { length } = text;
    this.#room(length * 7); // `_xHHHH_` is the longest form of one unit
    const buffer = this.#buffer;
    let to = this.#length;
    for (let at = 0; at < length; at += 1) {
      const unit = text.charCodeAt(at);
      if (unit < 128) {
        if (SPECIAL[unit] === 0) {
          buffer[to] = unit;
          to += 1;
        } else to = this.#special(text, at, unit, to);
      } else if (unit < 160 || (unit >= 0xd800 && unit <= 0xdfff)) to = escapeUnit(buffer, to, unit);
      else to = wide(buffer, to, unit);
    }
    this.#length = to;
  }

  #special(text: string, at: number, unit: number, to: number): number {
    const buffer = this.#buffer;
    switch (unit) {
      case AMP:
        return put(buffer, to, '&amp;');
      case LT:
        return put(buffer, to, '&lt;');
      case GT:
        return put(buffer, to, '&gt;');
      case UNDERSCORE: {
        const next = text.charCodeAt(at + 1);
        if (next === 120 || next === 88) return put(buffer, to, '_x005F_');
        buffer[to] = unit;
        return to + 1;
      }
      default:
        return escapeUnit(buffer, to, unit);
    }
  }

  #room(more: number): void {
    const needed = this.#length + more;
    if (needed <= this.#buffer.length) return;
    if (this.#length === 0 && spare !== undefined && needed <= spare.length) {
      this.#buffer = spare;
      spare = undefined;
      return;
    }
    const larger = new Uint8Array(Math.max(needed, this.#buffer.length * 2, FIRST_BYTES));
    larger.set(this.#buffer.subarray(0, this.#length));
    this.#buffer = larger;
  }
}

function put(buffer: Uint8Array, to: number, text: string): number {
  for (let at = 0; at < text.length; at += 1) buffer[to + at] = text.charCodeAt(at);
  return to + text.length;
}

function escapeUnit(buffer: Uint8Array, to: number, unit: number): number {
  const digit = (shift: number): string => HEX[(unit >> shift) & 15] ?? '0';
  return put(buffer, to, `_x${digit(12)}${digit(8)}${digit(4)}${digit(0)}_`);
}

/** A unit from U+0080 up that is no surrogate: two or three bytes. */
function wide(buffer: Uint8Array, to: number, unit: number): number {
  if (unit < 0x800) {
    buffer[to] = 0xc0 | (unit >> 6);
    buffer[to + 1] = 0x80 | (unit & 63);
    return to + 2;
  }
  buffer[to] = 0xe0 | (unit >> 12);
  buffer[to + 1] = 0x80 | ((unit >> 6) & 63);
  buffer[to + 2] = 0x80 | (unit & 63);
  return to + 3;
}
