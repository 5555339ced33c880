/** The records that commands hand out, and the one shape all errors take in the error stream. */
import { PSSessionError, type ErrorCategoryName, type ErrorOptions } from '../../../protocol/errors/index.js';
import type { Guid } from '../../../protocol/bytes/index.js';
import {
  PSObject,
  TYPE_NAMES,
  type PSErrorRecord,
  type PSInformationRecord,
  type PSInformationalRecord,
  type PSProgressRecord,
  type PSValue,
} from '../../../protocol/objects/index.js';

/** Which connection a record came through. cmdlets.md 19 */
export interface OriginInfo {
  readonly computerName: string;
  readonly runspaceId: Guid;
}

/** An error that the other side raised; `record` is its ErrorRecord, unchanged. */
export class RemoteError extends PSSessionError {
  readonly record: PSErrorRecord;
  readonly origin: OriginInfo | undefined;

  constructor(record: PSErrorRecord, origin?: OriginInfo, options: ErrorOptions = {}) {
    super(messageOf(record), {
      errorId: record.fullyQualifiedErrorId,
      category: record.category,
      targetObject: record.targetObject,
      completeId: true,
      ...options,
    });
    this.record = record;
    this.origin = origin;
  }
}

function messageOf(record: PSErrorRecord): string {
  if (record.detailsMessage !== undefined && record.detailsMessage !== '') return record.detailsMessage;
  return record.exception.message !== '' ? record.exception.message : record.categoryMessage;
}

/** What stands in an error stream: our own error or the other side's, read in one way. */
export class SessionErrorRecord {
  readonly exception: PSSessionError;
  readonly origin: OriginInfo | undefined;

  constructor(exception: PSSessionError, origin?: OriginInfo) {
    this.exception = exception;
    this.origin = origin ?? (exception instanceof RemoteError ? exception.origin : undefined);
  }
  get message(): string {
    return this.exception.message;
  }
  get fullyQualifiedErrorId(): string {
    return this.exception.fullyQualifiedErrorId;
  }
  get category(): ErrorCategoryName {
    return this.exception.category;
  }
  get targetObject(): unknown {
    return this.exception.targetObject;
  }
  toString(): string {
    return this.message;
  }
  /** As PSRP and the engine know error records. `target` stands for a target that is no PSValue (a PSSession). */
  toErrorRecord(target?: PSValue): PSErrorRecord {
    if (this.exception instanceof RemoteError) return this.exception.record;
    return errorRecordOf(this.exception, target);
  }
}

/** A value's text as PowerShell would show it in short. */
export function textOf(value: PSValue | undefined): string {
  if (value === undefined || value === null) return '';
  if (typeof value !== 'object') return String(value);
  if (value instanceof PSObject) return value.toString();
  // Every primitive class has a text of its own; arrays join theirs.
  return Array.isArray(value) ? (value as readonly PSValue[]).map(textOf).join(' ') : primitiveText(value);
}

function primitiveText(value: { toString(): string }): string {
  return value.toString();
}

/** An error of ours as a record. */
export function errorRecordOf(error: PSSessionError, target?: PSValue): PSErrorRecord {
  const targetText = target === undefined || target === null ? targetName(error.targetObject) : textOf(target);
  return {
    exception: {
      typeNames: ['System.Management.Automation.Remoting.PSRemotingTransportException', ...TYPE_NAMES.exception],
      message: error.message,
    },
    targetObject: target ?? (isPlainValue(error.targetObject) ? error.targetObject : targetText),
    fullyQualifiedErrorId: error.fullyQualifiedErrorId,
    category: error.category,
    categoryActivity: '',
    categoryReason: error.name,
    categoryTargetName: targetText,
    categoryTargetType: typeof error.targetObject === 'string' ? 'String' : '',
    categoryMessage: '',
  };
}

function isPlainValue(value: unknown): value is string | number | boolean | null {
  return value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

function targetName(target: unknown): string {
  if (target === null || target === undefined) return '';
  if (Array.isArray(target)) return target.map(targetName).join(', ');
  return isPlainValue(target) ? String(target) : ((target as { name?: unknown }).name?.toString() ?? '');
}

/** Any thrown thing as an error of ours, so that nothing unnamed reaches an error stream. */
export function asSessionError(error: unknown, errorId = 'System.Exception'): PSSessionError {
  if (error instanceof PSSessionError) return error;
  if (error instanceof Error && error.name === 'AbortError') {
    return new PSSessionError('The operation was cancelled.', {
      errorId: 'PipelineStopped',
      category: 'OperationStopped',
      cause: error,
    });
  }
  return new PSSessionError(error instanceof Error ? error.message : String(error), { errorId, cause: error });
}

/** One record of any stream, in the order it came. */
export type StreamRecord<T> =
  | { readonly stream: 'output'; readonly value: T; readonly origin: OriginInfo | undefined }
  | { readonly stream: 'error'; readonly value: SessionErrorRecord; readonly origin: OriginInfo | undefined }
  | {
      readonly stream: 'warning' | 'verbose' | 'debug';
      readonly value: PSInformationalRecord;
      readonly origin: OriginInfo | undefined;
    }
  | { readonly stream: 'information'; readonly value: PSInformationRecord; readonly origin: OriginInfo | undefined }
  | { readonly stream: 'progress'; readonly value: PSProgressRecord; readonly origin: OriginInfo | undefined };

export type StreamName = StreamRecord<unknown>['stream'];
