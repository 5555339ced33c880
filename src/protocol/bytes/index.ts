export { ChunkQueue } from './chunk-queue.js';
export { EMPTY_GUID, guidFromRandom, parseGuid, readGuid, tryParseGuid, writeGuid, type Guid } from './guid.js';
export { base64Length, decodeBase64, encodeBase64 } from './base64.js';
export { decodeUtf16, decodeUtf8, decodeUtf8Strict, encodeUtf8, utf8Length } from './utf8.js';
export { formatDayTimeDuration, formatSecondsDuration, parseDuration } from './duration.js';
