/**
 * What PowerShell calls a connection's failure. A WinRM fault has a code; failures of sockets, HTTP and TLS are given
 * the code that a WinRM client gives them, so that scripts see the ids they know. cmdlets.md 20, protocol.md 7.12, 8.11
 */
import {
  AuthenticationError,
  catalogued,
  OperationTimeoutError,
  PSSessionError,
  RemoteProtocolError,
  TRANSPORT_ERRORS,
  TransportError,
  WsmanFaultError,
  type CatalogueId,
  type ErrorOptions,
} from '../../../protocol/errors/index.js';
import type { ConnectionInfo } from '../model/connection-info.js';
import { asSessionError, RemoteError } from './records.js';

export const TransportCode = {
  AccessDenied: 5,
  ImproperResponse: 1722,
  SecureChannelFailed: 12175,
  CannotConnect: 0x80338012,
  SessionDoesNotExist: 0x8033805b,
  ServiceUnavailable: 0x80338112,
  UrlNotAvailable: 0x80338113,
  Timeout: 0x80338126,
  HttpError: 0x80338170,
  RedirectRequested: 0x80338199,
  ComputerNotFound: 0x803381b9,
  MismatchSessions: 0x803381c6,
  AlreadyConnected: 0x803381cd,
} as const;

const SOCKET_CODES: ReadonlyMap<string, number> = new Map([
  ['ECONNREFUSED', TransportCode.CannotConnect],
  ['EHOSTUNREACH', TransportCode.CannotConnect],
  ['ENETUNREACH', TransportCode.CannotConnect],
  ['ECONNRESET', TransportCode.CannotConnect],
  ['EPIPE', TransportCode.CannotConnect],
  ['UND_ERR_SOCKET', TransportCode.CannotConnect],
  ['ETIMEDOUT', TransportCode.CannotConnect],
  ['UND_ERR_CONNECT_TIMEOUT', TransportCode.CannotConnect],
  ['ENOTFOUND', TransportCode.ComputerNotFound],
  ['EAI_AGAIN', TransportCode.ComputerNotFound],
]);

/** The WinRM code of a failure; undefined where it has none. */
export function transportCodeOf(error: unknown): number | undefined {
  if (error instanceof WsmanFaultError) return error.code;
  if (error instanceof AuthenticationError) return TransportCode.AccessDenied;
  if (error instanceof OperationTimeoutError) return TransportCode.Timeout;
  if (error instanceof TransportError) {
    const code = error.code ?? '';
    const socket = SOCKET_CODES.get(code);
    if (socket !== undefined) return socket;
    if (/CERT|TLS|SSL|ERR_TLS|UNABLE_TO|SELF_SIGNED|DEPTH_ZERO/.test(code)) return TransportCode.SecureChannelFailed;
    const status = /^(?:HTTP_?)?(\d{3})$/.exec(code)?.[1];
    if (status !== undefined) return httpStatusCode(Number(status));
  }
  if (error instanceof PSSessionError && error.errorId === 'RedirectInformationRequired') {
    return TransportCode.RedirectRequested;
  }
  if (error instanceof RemoteProtocolError) return TransportCode.ImproperResponse;
  return undefined;
}

function httpStatusCode(status: number): number {
  switch (status) {
    case 401:
    case 403:
      return TransportCode.AccessDenied;
    case 404:
      return TransportCode.UrlNotAvailable;
    case 503:
      return TransportCode.ServiceUnavailable;
    case 301:
    case 302:
    case 307:
    case 308:
      return TransportCode.RedirectRequested;
    default:
      return TransportCode.HttpError;
  }
}

/** True when opening may be tried again (MaxConnectionRetryCount). */
export function isRetriedOpen(error: unknown): boolean {
  const code = transportCodeOf(error);
  return code !== undefined && TRANSPORT_ERRORS.get(code)?.retried === true;
}

/**
 * The server says that another client took this session since: it holds it, or it left it again and what this client
 * knows of the session is of no use any more. A fresh object of the same session can tell.
 */
export function isTakenByAnother(error: unknown): boolean {
  const code = transportCodeOf(error);
  return code === TransportCode.AlreadyConnected || code === TransportCode.MismatchSessions;
}

/** The connection went while a request was under way: its server may have done what it asked for. */
export const answerWasLost = (error: unknown): boolean =>
  error instanceof TransportError && /^(?:ECONNRESET|EPIPE|UND_ERR_SOCKET)$/.test(error.code ?? '');

/** The server has a shell of this id. */
export const isThereAlready = (error: unknown): boolean =>
  error instanceof WsmanFaultError && error.code === SHELL_EXISTS;
const SHELL_EXISTS = 0x803381d7;

const GONE_CODES: readonly number[] = [0x8033805b, 0x803381cb, 0x8033814a, 0x8033814f];

/** The server does not know the shell or the command any more. */
export function isGone(error: unknown): boolean {
  return error instanceof WsmanFaultError && GONE_CODES.includes(error.code);
}

/** The server broke the request off: the command, or the session, is at its end. */
export const isBrokenOff = (error: unknown): boolean => error instanceof WsmanFaultError && error.code === ABORTED;
const ABORTED = 995;

export interface FailureOptions {
  readonly targetObject: unknown;
  readonly completeId?: boolean;
  /** What the text is about; default the computer. */
  readonly subject?: string;
  /** It happened while a session was being opened for the command. */
  readonly opening?: boolean;
}

/**
 * A failure as a command reports it: id `<name or code>,<defaultId>`, the reason in words, and what can be done.
 */
export function connectionFailure(
  error: unknown,
  defaultId: CatalogueId,
  info: ConnectionInfo,
  options: FailureOptions,
): PSSessionError {
  const cause = asSessionError(error);
  if (made.has(cause)) return cause;
  const code = transportCodeOf(cause);
  const known = code === undefined ? undefined : TRANSPORT_ERRORS.get(code);
  const prefix = code === undefined || code === 0 ? '' : `${known?.name ?? String(code)},`;
  const reason = cause.message.trim();
  const advice = known === undefined || ADVISES.test(reason) ? '' : ` ${known.advice}`;
  const more: ErrorOptions = {
    errorId: `${prefix}${defaultId}`,
    targetObject: options.targetObject,
    cause,
    ...(options.completeId === true ? { completeId: true } : {}),
  };
  const end = /[.!?]$/.test(reason) ? '' : '.';
  const subject = options.subject ?? info.computerName;
  const text = `${reason}${end}${advice}`;
  const failure =
    OF_A_CONNECTION.has(defaultId) && SAYS_IT_ALL.test(reason)
      ? new PSSessionError(`[${subject}] ${text}`, { category: 'OpenError', ...more })
      : catalogued(options.opening === true ? 'PSSessionOpenFailed' : defaultId, [subject, text], more);
  made.add(failure);
  return failure;
}

/** A failure's text without the computer that it begins with. */
export const withoutComputer = (text: string): string => text.replace(/^\[[^\] ]*\]* /, '');

/** Ids whose text only says which connection it was. */
const OF_A_CONNECTION: ReadonlySet<CatalogueId> = new Set(['PSSessionOpenFailed', 'PSSessionStateBroken']);
/** PowerShell's own words for the end of a connection through a program: they need no other before them. */
const SAYS_IT_ALL = /^(?:The SSH client session has ended|There is an error processing data from the background) /;

/** A reason that says already what to do needs no second advice. */
const ADVISES = /\b(?:Check|Use|use) (?:the|that|whether|-)|\bChoose one with -/;

/** What `connectionFailure` made passes through it again unchanged. */
const made = new WeakSet<PSSessionError>();

/** A pool that the server declared Broken carries the server's own words. */
export function poolFailure(error: unknown, text: string): PSSessionError {
  if (error instanceof RemoteError) return error;
  return error instanceof PSSessionError
    ? error
    : new PSSessionError(text, { errorId: 'PSSessionStateBroken', category: 'OpenError', cause: error });
}

/** What a redirection that is not followed says: it was not allowed, or it was one too many. cmdlets.md 3.3 */
export function redirectionAdvice(allowed: number): string {
  return allowed === 0
    ? '. To follow it, use -AllowRedirection; MaximumConnectionRedirectionCount of the session option (or of $PSSessionOption) limits how often'
    : `, after ${allowed} ${allowed === 1 ? 'redirection' : 'redirections'} already: MaximumConnectionRedirectionCount of the session option (or of $PSSessionOption) allows no more. Check whether the servers redirect in a circle`;
}
