import { ArgumentError } from '../errors/index.js';

/** A GUID as lower-case text of 36 characters. Byte order and upper case are the codecs' business. */
export type Guid = string & { readonly __guid: unique symbol };

const PATTERN = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const HEX: readonly string[] = Array.from({ length: 256 }, (_, value) => value.toString(16).padStart(2, '0'));
/** Where each byte of .NET's layout (Data1 u32 LE, Data2 u16 LE, Data3 u16 LE, Data4) stands in the printed order. */
const DOTNET_ORDER: readonly number[] = [3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15];

export const EMPTY_GUID = '00000000-0000-0000-0000-000000000000' as Guid;

/**
 * Reads the forms that .NET reads: 32 digits, with hyphens, in braces or parentheses, any case, blanks around.
 * @throws {ArgumentError} the text is no GUID.
 */
export function parseGuid(text: string): Guid {
  const guid = tryParseGuid(text);
  if (guid === undefined) throw new ArgumentError('guid', `'${text.slice(0, 64)}' is not a GUID.`);
  return guid;
}

/** Whether the text is a GUID as we keep it: what nearly all texts are, told without a pattern. */
function isCanonical(text: string): boolean {
  for (let at = 0; at < 36; at += 1) {
    const unit = text.charCodeAt(at);
    if (at === 8 || at === 13 || at === 18 || at === 23) {
      if (unit !== 45) return false;
    } else if (!((unit >= 48 && unit <= 57) || (unit >= 97 && unit <= 102))) return false;
  }
  return true;
}

export function tryParseGuid(text: string): Guid | undefined {
  if (text.length === 36 && isCanonical(text)) return text as Guid;
  let value = text.trim().toLowerCase();
  if ((value.startsWith('{') && value.endsWith('}')) || (value.startsWith('(') && value.endsWith(')'))) {
    value = value.slice(1, -1);
  }
  if (/^[0-9a-f]{32}$/.test(value)) {
    value = `${value.slice(0, 8)}-${value.slice(8, 12)}-${value.slice(12, 16)}-${value.slice(16, 20)}-${value.slice(20)}`;
  }
  return PATTERN.test(value) ? (value as Guid) : undefined;
}

/** Reads 16 bytes in .NET's order at `offset`. protocol.md 3.1 */
export function readGuid(bytes: Uint8Array, offset = 0): Guid {
  let text = '';
  for (let index = 0; index < 16; index += 1) {
    if (index === 4 || index === 6 || index === 8 || index === 10) text += '-';
    text += HEX[bytes[offset + (DOTNET_ORDER[index] ?? 0)] ?? 0] ?? '00';
  }
  return text as Guid;
}

/** Writes 16 bytes in .NET's order at `offset`. protocol.md 3.1 */
export function writeGuid(guid: Guid, target: Uint8Array, offset = 0): void {
  const digits = guid.replaceAll('-', '');
  for (let index = 0; index < 16; index += 1) {
    target[offset + (DOTNET_ORDER[index] ?? 0)] = Number.parseInt(digits.slice(index * 2, index * 2 + 2), 16);
  }
}

/** Makes a version 4 GUID of 16 random bytes given by the caller. */
export function guidFromRandom(random: Uint8Array): Guid {
  const bytes = random.slice(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => HEX[byte] ?? '00').join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}` as Guid;
}
