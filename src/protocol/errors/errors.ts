import type { ErrorCategoryName } from './category.js';

export interface ErrorOptions {
  /** PowerShell's error id without the command's suffix; from `catalogue.ts` where the catalogue has one. */
  readonly errorId?: string;
  readonly category?: ErrorCategoryName;
  readonly targetObject?: unknown;
  readonly cause?: unknown;
  /** The id is whole as it is: the command boundary adds no class to it. cmdlets.md 20.1 */
  readonly completeId?: boolean;
}

/**
 * The base of every error that this package throws or reports on purpose. `errorId`, `category` and `targetObject` are
 * what PowerShell shows of an error; the command boundary makes `FullyQualifiedErrorId` of `errorId`. cmdlets.md 20
 */
export class PSSessionError extends Error {
  readonly errorId: string;
  readonly category: ErrorCategoryName;
  readonly targetObject: unknown;
  readonly completeId: boolean;
  #commandClass: string | undefined;

  constructor(message: string, options: ErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = new.target.name;
    this.errorId = options.errorId ?? new.target.name;
    this.category = options.category ?? 'NotSpecified';
    this.targetObject = options.targetObject ?? null;
    this.completeId = options.completeId ?? false;
  }

  /** The id that PowerShell shows: with the class of the command, once the error has left one. cmdlets.md 20.1 */
  get fullyQualifiedErrorId(): string {
    if (this.completeId || this.#commandClass === undefined) return this.errorId;
    return `${this.errorId},Microsoft.PowerShell.Commands.${this.#commandClass}`;
  }

  /** Called by the command boundary, once: which command the error leaves. The first command that says so wins. */
  leftCommand(commandClass: string): this {
    this.#commandClass ??= commandClass;
    return this;
  }
}

/** A wildcard pattern whose set is not closed, is empty or goes backwards. */
export class WildcardPatternError extends PSSessionError {
  readonly pattern: string;

  constructor(pattern: string) {
    super(`The specified wildcard character pattern is not valid: ${pattern}`, { errorId: 'RuntimeException' });
    this.pattern = pattern;
  }
}

/** The caller did something that the object's state does not allow. */
export class InvalidStateError extends PSSessionError {
  readonly action: string;
  readonly state: string;
  readonly expected: readonly string[];

  constructor(action: string, state: string, expected: readonly string[], options: ErrorOptions = {}) {
    super(`Cannot ${action}: the state is ${state}, and has to be ${expected.join(' or ')}.`, {
      errorId: 'InvalidState',
      category: 'InvalidOperation',
      ...options,
    });
    this.action = action;
    this.state = state;
    this.expected = expected;
  }
}

/** A value given by the caller is not usable. */
export class ArgumentError extends PSSessionError {
  readonly parameter: string;

  constructor(parameter: string, message: string, options: ErrorOptions = {}) {
    super(message, { errorId: 'Argument', category: 'InvalidArgument', ...options });
    this.parameter = parameter;
  }
}

/** The peer broke a rule of the protocol. `rule` names the source, `where` the place in the input. */
export class RemoteProtocolError extends PSSessionError {
  readonly where: string | undefined;
  readonly rule: string | undefined;

  constructor(message: string, options: ErrorOptions & { readonly where?: string; readonly rule?: string } = {}) {
    super(message, { errorId: 'RemoteProtocolError', category: 'ProtocolError', ...options });
    this.where = options.where;
    this.rule = options.rule;
  }
}

/** A document or a value cannot be read or written. `path` names the element. */
export class SerializationError extends PSSessionError {
  readonly path: string | undefined;

  constructor(message: string, options: ErrorOptions & { readonly path?: string } = {}) {
    super(message, { errorId: 'SerializationError', category: 'InvalidData', ...options });
    this.path = options.path;
  }
}

/** A WSMan fault of the peer, or one that the endpoint answers with. `code` is the unsigned 32-bit number. */
export class WsmanFaultError extends PSSessionError {
  readonly code: number;
  readonly subcode: string | undefined;
  /** The text inside `ProviderFault`, where the peer sent one. */
  readonly providerText: string | undefined;

  constructor(
    code: number,
    message: string,
    options: ErrorOptions & { readonly subcode?: string; readonly providerText?: string } = {},
  ) {
    super(message, { errorId: String(code >>> 0), category: 'InvalidOperation', ...options });
    this.code = code >>> 0;
    this.subcode = options.subcode;
    this.providerText = options.providerText;
  }
}

/** The carrier failed: a socket, a process, a pipe. */
export class TransportError extends PSSessionError {
  readonly transportName: string;
  /** The operating system's or the transport's code, `ECONNREFUSED` for one. */
  readonly code: string | undefined;
  readonly address: string | undefined;

  constructor(
    transportName: string,
    message: string,
    options: ErrorOptions & { readonly code?: string; readonly address?: string } = {},
  ) {
    super(message, { errorId: 'PSSessionStateBroken', category: 'OpenError', ...options });
    this.transportName = transportName;
    this.code = options.code;
    this.address = options.address;
  }
}

/** The peer does not accept who we are, or we do not accept who the peer is. */
export class AuthenticationError extends PSSessionError {
  readonly mechanism: string;
  readonly status: number | undefined;

  constructor(mechanism: string, message: string, options: ErrorOptions & { readonly status?: number } = {}) {
    super(message, { errorId: 'AccessDenied', category: 'AuthenticationError', ...options });
    this.mechanism = mechanism;
    this.status = options.status;
  }
}

/** A wait reached its limit. `limitMs` in milliseconds. */
export class OperationTimeoutError extends PSSessionError {
  readonly operation: string;
  readonly limitMs: number | undefined;

  constructor(operation: string, limitMs?: number, options: ErrorOptions = {}) {
    super(
      limitMs === undefined
        ? `The operation '${operation}' did not finish in time.`
        : `The operation '${operation}' did not finish within its limit of ${limitMs} ms.`,
      { errorId: 'OperationTimeout', category: 'OperationTimeout', ...options },
    );
    this.operation = operation;
    this.limitMs = limitMs;
  }
}

/** A limit on size, count or depth was met. `limit` is its name, `value` its value in the limit's own unit. */
export class QuotaError extends PSSessionError {
  readonly limit: string;
  readonly value: number;

  constructor(limit: string, value: number, message: string, options: ErrorOptions = {}) {
    super(message, { errorId: limit, category: 'LimitsExceeded', ...options });
    this.limit = limit;
    this.value = value;
  }
}
