/** A request that failed, with all that its error record says. */
import { EOL } from 'node:os';
import type { ErrorCategoryName } from '../../../../../protocol/errors/index.js';
import { PropertyBag, PSObject, type PSValue } from '../../../../../protocol/objects/index.js';
import { PSError } from '../../../values/exceptions.js';
import { NetObject } from '../../../values/live.js';
import { defineType, findType } from '../../../values/net-type.js';
import { enumFromNumber } from '../../../values/types.js';
import type { EngineCommandContext } from '../../engine-services.js';
import type { ExchangeRequest } from './http-exchange.js';

const RESPONSE_EXCEPTION = 'Microsoft.PowerShell.Commands.HttpResponseException';
const details = (self: PSValue, name: string): PSValue =>
  self instanceof PSObject && 'details' in self && self.details instanceof Map
    ? ((self.details as Map<string, PSValue>).get(name) ?? null)
    : null;
defineType(
  RESPONSE_EXCEPTION,
  { base: 'System.Net.Http.HttpRequestException' },
  {
    'System.Object Response': (self) => details(self, 'Response'),
    'System.Net.HttpStatusCode StatusCode': (self) => details(self, 'StatusCode'),
  },
);

export class WebFailure extends Error {
  readonly errorId: string;
  readonly type: string;
  readonly category: ErrorCategoryName;
  request: ExchangeRequest | undefined;
  /** What the server said of it. */
  body: string | undefined;
  status: number | undefined;
  /** The record's target, when it is not the request or the command. */
  target: PSValue = null;
  response: PSValue = null;
  constructor(message: string, errorId: string, type: string, category: ErrorCategoryName = 'InvalidOperation') {
    super(message);
    this.errorId = errorId;
    this.type = type;
    this.category = category;
  }
}
/** HttpStatusCode. */
export function statusOf(status: number): PSValue {
  const type = findType('System.Net.HttpStatusCode');
  return type === undefined ? status : enumFromNumber(type, BigInt(status));
}
/** Two parameters that do not go together, or one that lacks another. */
export const misuse = (id: string, message: string): WebFailure =>
  new WebFailure(
    message,
    `WebCmdlet${id}Exception`,
    'System.Management.Automation.ValidationMetadataException',
    'InvalidArgument',
  );

const KNOWN: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'Connection refused',
  ENOTFOUND: 'Name or service not known',
  EAI_AGAIN: 'Resource temporarily unavailable',
  ECONNRESET: 'The response ended prematurely.',
  ETIMEDOUT: 'Connection timed out',
};
/** What Node says of a connection, as .NET says it. */
export function connectionFailure(error: unknown, url: URL): WebFailure {
  if (error instanceof WebFailure) return error;
  if (!(error instanceof Error)) throw error;
  const code = 'code' in error ? String(error.code) : '';
  if (code === '' && !/proxy tunnel/.test(error.message)) throw error;
  const tls = /CERT|^ERR_TLS|^ERR_SSL|SELF_SIGNED|EPROTO/.test(code);
  const port = url.port === '' ? (url.protocol === 'https:' ? '443' : '80') : url.port;
  const known = KNOWN[code];
  return new WebFailure(
    tls
      ? `The SSL connection could not be established, see inner exception. ${error.message}`
      : known === undefined
        ? error.message
        : code === 'ECONNRESET'
          ? known
          : `${known} (${url.hostname}:${port})`,
    'WebCmdletWebResponseException',
    'System.Net.Http.HttpRequestException',
  );
}

/** HttpRequestMessage, as the error's target. */
function requestObject(request: ExchangeRequest): PSObject {
  const headers = [...request.headers].map(
    ([name, value]) => `  ${name}: ${/^(?:proxy-)?authorization$/i.test(name) ? '***' : value}\n`,
  );
  return new PSObject({
    typeNames: ['System.Net.Http.HttpRequestMessage', 'System.Object'],
    toStringText: `Method: ${request.method}, RequestUri: '${request.url.href}', Version: 1.1, Content: ${request.body === undefined ? '<null>' : 'System.Net.Http.StreamContent'}, Headers:\n{\n${headers.join('')}${request.body === undefined ? '' : `  Content-Length: ${request.body.length}\n`}}`,
    adapted: PropertyBag.of({ Method: request.method, RequestUri: request.url.href }),
  });
}

/** A server's page as the error's text: JSON laid out, tags left out. */
function detailsOf(body: string): string | undefined {
  try {
    const value: unknown = JSON.parse(body);
    if (typeof value === 'object' && value !== null) return `${EOL}${JSON.stringify(value, undefined, 2)}`;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  const bare = body.replace(/<[^>]*>/g, '').trim();
  return bare === '' ? undefined : bare;
}

/** Ends the command with the failure's record. */
export function failWith(context: EngineCommandContext, failure: WebFailure, className: string): never {
  const target =
    failure.target ??
    (failure.request !== undefined
      ? requestObject(failure.request)
      : failure.category === 'InvalidArgument'
        ? new NetObject(defineType(`Microsoft.PowerShell.Commands.${className}`), null)
        : null);
  try {
    context.fail(failure.message, {
      errorId: failure.errorId,
      category: failure.category,
      target,
      exceptionType: failure.type,
    });
  } catch (error) {
    if (error instanceof PSError) {
      const { exception } = error.record;
      if (failure.response !== null) exception.details.set('Response', failure.response);
      if (failure.status !== undefined) exception.details.set('StatusCode', statusOf(failure.status));
      const shown = failure.body === undefined ? undefined : detailsOf(failure.body);
      if (shown !== undefined) error.record.detailsMessage = shown;
      // .NET's own text tells where; the record's shorter one is what PowerShell shows.
      else if (failure.type === 'System.Net.Http.HttpRequestException' && / \([^ ()]+:\d+\)$/.test(failure.message))
        error.record.detailsMessage = failure.message.replace(/ \([^ ()]+:\d+\)$/, '');
    }
    throw error;
  }
}
