export {
  decodeClixml,
  decodeClixmlDocument,
  decodeDocumentInPieces,
  type DecodeOptions,
  type DocumentValue,
  type SecureStringCodec,
} from './decode.js';
export {
  encodeClixml,
  encodeClixmlDocument,
  encodeClixmlText,
  encodeDocumentInPieces,
  type EncodeDocumentOptions,
  type EncodeOptions,
} from './encode.js';
export { customObject, dateTimeOfUnixMs, fromPlain, toPlain, unixMs } from './plain.js';
export { formatDouble, formatSingle, parseDecimal, parseFloating } from './number-text.js';
export { formatDateTime, formatTimeSpan, parseDateTime, parseTimeSpan } from './time-text.js';
