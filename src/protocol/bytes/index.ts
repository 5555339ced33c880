export { ChunkQueue } from './chunk-queue.js';
export { EMPTY_GUID, guidFromRandom, parseGuid, readGuid, tryParseGuid, writeGuid, type Guid } from './guid.js';
