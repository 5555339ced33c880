/** System.Xml.XmlConvert: values as XML writes them, and names. */
import {
  PSChar,
  PSDateTime,
  PSDecimal,
  PSDouble,
  PSSingle,
  PSTimeSpan,
  type PSValue,
} from '../../../protocol/objects/index.js';
import {
  formatDateTime,
  formatDouble,
  formatSingle,
  formatTimeSpan,
  parseDateTime,
  parseDecimal,
  parseFloating,
  parseTimeSpan,
} from '../../../protocol/clixml/index.js';
import { convertTo, toNumber, toText } from '../conversion.js';
import { implement, type MemberBody } from '../values/bodies.js';
import { NetObject, unwrap } from '../values/live.js';
import { DATETIME } from '../values/types.js';
import { PSError } from '../values/exceptions.js';
import { parseOffset } from './date-kin.js';
import { netFormat } from './string.js';
import { argumentNull, charText, double, formatError, nameOf, requireType, single, text, throwNet } from './support.js';
import { invalidCharacter } from './xml-dom.js';

/** A value as XmlConvert.ToString, and as LINQ to XML, writes it. */
export function xmlValueText(value: PSValue): string {
  const inner = unwrap(value);
  if (typeof inner === 'boolean') return inner ? 'true' : 'false';
  if (inner instanceof PSDouble) return formatDouble(toNumber(inner));
  if (inner instanceof PSSingle) return formatSingle(toNumber(inner));
  if (inner instanceof PSTimeSpan) return formatTimeSpan(inner);
  if (inner instanceof PSDateTime) return formatDateTime(inner);
  if (inner instanceof NetObject && inner.type.fullName === OFFSET)
    return netFormat('{0:yyyy-MM-ddTHH:mm:ss.FFFFFFFzzz}', [inner]);
  return toText(inner);
}
const OFFSET = 'System.DateTimeOffset';

// --------------------------------------------------------------------- names

const START =
  /[A-Za-z_\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c-\u200d\u2070-\u218f\u2c00-\u2fef\u3001-\udfff\uf900-\ufdcf\ufdf0-\ufffd]/;
const INNER = new RegExp(`${START.source.slice(0, -1)}\\d.\\-\\u00b7\\u0300-\\u036f\\u203f\\u2040]`);
const isStart = (c: string): boolean => START.test(c);
const isInner = (c: string): boolean => INNER.test(c);
const isEscape = (name: string, at: number): boolean => /^_x[0-9A-Fa-f]{4}_/.test(name.slice(at, at + 7));
/** What cannot stand in a name as `_xHHHH_`. */
function encode(name: PSValue, first: (c: string) => boolean, allowed: (c: string) => boolean): PSValue {
  if (name === null) return null;
  const source = text(name);
  let made = '';
  for (let at = 0; at < source.length; at += 1) {
    const unit = source[at] ?? '';
    const isFine = (at === 0 ? first : allowed)(unit) && !isEscape(source, at);
    made += isFine ? unit : `_x${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
  }
  return made;
}
const withColon =
  (test: (c: string) => boolean) =>
  (c: string): boolean =>
    c === ':' || test(c);
const notAName = (c: string): Error =>
  throwNet(
    'System.Xml.XmlException',
    `The '${c}' character, hexadecimal value 0x${c.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}, cannot be included in a name.`,
  );
/** Throws where a name is none. */
export function checkName(name: string, isAllowed: (c: string) => boolean = isInner): string {
  if (name === '')
    throw throwNet('System.ArgumentNullException', "The empty string '' is not a valid name. (Parameter 'name')");
  const [first = ''] = name;
  if (!(isStart(first) || (first === ':' && isAllowed(':'))))
    throw isInner(first)
      ? throwNet(
          'System.Xml.XmlException',
          `Name cannot begin with the '${first}' character, hexadecimal value 0x${first.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}.`,
        )
      : notAName(first);
  for (const c of name) if (!isAllowed(c)) throw notAName(c);
  return name;
}

// --------------------------------------------------------------------- values

const trimmed = (value: PSValue | undefined): string => {
  if (value === undefined || value === null) throw argumentNull('s');
  return text(value).replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '');
};
const WHOLE = /^[-+]?\d+$/;
const integer =
  (typeName: string): MemberBody =>
  (_self, value) => {
    const source = trimmed(value);
    if (!WHOLE.test(source)) throw formatError(`The input string '${text(value)}' was not in a correct format.`);
    try {
      return convertTo(source, requireType(typeName));
    } catch (error) {
      if (!(error instanceof PSError)) throw error;
      const { name } = requireType(typeName);
      throw throwNet(
        'System.OverflowException',
        `Value was either too large or too small for ${TOO_LARGE[name] ?? name}.`,
      );
    }
  };
const TOO_LARGE: Readonly<Record<string, string>> = {
  Byte: 'an unsigned byte',
  SByte: 'a signed byte',
  Int16: 'an Int16',
  Int32: 'an Int32',
  Int64: 'an Int64',
  UInt16: 'a UInt16',
  UInt32: 'a UInt32',
  UInt64: 'a UInt64',
};
const floating =
  (make: (value: number) => PSValue): MemberBody =>
  (_self, value) => {
    const found = parseFloating(trimmed(value));
    if (found === undefined) throw formatError(`The input string '${trimmed(value)}' was not in a correct format.`);
    return make(found);
  };
const noDate = (value: PSValue | undefined): Error =>
  formatError(`String '${value === undefined ? '' : text(value)}' was not recognized as a valid DateTime.`);
const LOCAL: (value: PSDateTime) => PSDateTime = (value) => {
  const made = convertTo(formatDateTime(value), DATETIME);
  return made instanceof PSDateTime ? made : value;
};
function dateTime(value: PSValue | undefined, mode: string): PSValue {
  const found = parseDateTime(trimmed(value));
  if (found === undefined) throw formatError(`The string '${trimmed(value)}' is not a valid AllXsd value.`);
  switch (mode) {
    case 'Unspecified':
      return new PSDateTime(found.ticks);
    case 'Utc': {
      const minutes = found.kind === 'Local' ? (found.offsetMinutes ?? 0) : 0;
      return new PSDateTime(found.ticks - BigInt(minutes) * 600_000_000n, 'Utc');
    }
    case 'Local':
      return found.kind === 'Unspecified' ? new PSDateTime(found.ticks, 'Local') : LOCAL(found);
    default:
      return found.kind === 'Local' ? LOCAL(found) : found;
  }
}
const whole: MemberBody = (_self, value) => xmlValueText(value ?? null);
implement('System.Xml.XmlConvert', () => ({
  'static EncodeName': (_self, name) => encode(name ?? null, isStart, withColon(isInner)),
  'static EncodeLocalName': (_self, name) => encode(name ?? null, isStart, isInner),
  'static EncodeNmToken': (_self, name) => encode(name ?? null, withColon(isInner), withColon(isInner)),
  'static DecodeName': (_self, name) =>
    name === null || name === undefined
      ? null
      : text(name).replace(/_x([0-9A-Fa-f]{4})_/g, (_whole, code: string) =>
          String.fromCharCode(Number.parseInt(code, 16)),
        ),
  'static VerifyName': (_self, name) => checkName(text(name), withColon(isInner)),
  'static VerifyNCName': (_self, name) => checkName(text(name)),
  'static VerifyXmlChars': (_self, content) => {
    const bad = invalidCharacter(text(content));
    if (bad !== undefined) throw throwNet('System.Xml.XmlException', bad.message);
    return content;
  },
  'static IsXmlChar': (_self, c) => invalidCharacter(charText(c)) === undefined && !/[\ud800-\udfff]/.test(charText(c)),
  'static IsNCNameChar': (_self, c) => isInner(charText(c)),
  'static IsStartNCNameChar': (_self, c) => isStart(charText(c)),
  'static IsWhitespaceChar': (_self, c) => /[ \t\r\n]/.test(charText(c)),
  'static ToString': whole,
  'static ToString(datetime)': (_self, value) => netFormat('{0:yyyy-MM-ddTHH:mm:ss.fffffffzzz}', [value ?? null]),
  'static ToString(datetime, string)': (_self, value, format) => netFormat(`{0:${text(format)}}`, [value ?? null]),
  'static ToString(System.DateTimeOffset, string)': (_self, value, format) =>
    netFormat(`{0:${text(format)}}`, [value ?? null]),
  'static ToString(datetime, System.Xml.XmlDateTimeSerializationMode)': (_self, value, mode) =>
    formatDateTime(dateTime(formatDateTime(unwrap(value ?? null) as PSDateTime), nameOf(mode)) as PSDateTime),
  'static ToBoolean': (_self, value) => {
    const source = trimmed(value);
    if (source === '1' || source === 'true') return true;
    if (source === '0' || source === 'false') return false;
    throw formatError(`The string '${source}' is not a valid Boolean value.`);
  },
  'static ToChar': (_self, value) => {
    if (text(value).length !== 1) throw formatError('String must be exactly one character long.');
    return new PSChar(text(value).charCodeAt(0));
  },
  'static ToByte': integer('System.Byte'),
  'static ToSByte': integer('System.SByte'),
  'static ToInt16': integer('System.Int16'),
  'static ToInt32': integer('System.Int32'),
  'static ToInt64': integer('System.Int64'),
  'static ToUInt16': integer('System.UInt16'),
  'static ToUInt32': integer('System.UInt32'),
  'static ToUInt64': integer('System.UInt64'),
  'static ToSingle': floating(single),
  'static ToDouble': floating(double),
  'static ToDecimal': (_self, value) => {
    const found = parseDecimal(trimmed(value));
    if (found === undefined) throw formatError(`The input string '${trimmed(value)}' was not in a correct format.`);
    return new PSDecimal(found.unscaled, found.scale);
  },
  'static ToTimeSpan': (_self, value) => {
    const found = parseTimeSpan(text(value));
    if (found === undefined) throw formatError(`The string '${text(value)}' is not a valid TimeSpan value.`);
    return found;
  },
  'static ToGuid': (_self, value) => convertTo(text(value), requireType('System.Guid')),
  'static ToDateTime(string)': (_self, value) => dateTime(value, 'Local'),
  'static ToDateTime(string, System.Xml.XmlDateTimeSerializationMode)': (_self, value, mode) =>
    dateTime(value, nameOf(mode)),
  'static ToDateTime(string, string)': (_self, value, format) => exactly(value, format),
  'static ToDateTimeOffset(string)': (_self, value) => {
    const found = parseOffset(trimmed(value));
    if (found === undefined) throw noDate(value);
    return found;
  },
}));
/** A date as one format writes it. */
function exactly(value: PSValue | undefined, format: PSValue | undefined): PSValue {
  const found = parseDateTime(trimmed(value));
  if (found === undefined || netFormat(`{0:${text(format)}}`, [found]) !== text(value)) throw noDate(value);
  return found;
}
