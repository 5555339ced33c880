export { currentUserName, storePaths, type StorePaths } from './paths.js';
export {
  readPrivateFile,
  systemErrorCode,
  withFileLock,
  writePrivateFile,
  type PrivateFileOptions,
  type PrivateFileText,
} from './private-file.js';
export { FileRecordLog, systemErrorText, MemoryRecordLog, type LogRecord, type RecordLog } from './record-log.js';
