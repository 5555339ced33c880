/** Invoke-WebRequest and Invoke-RestMethod: HTTP by the platform's client, with headers, bodies, forms and credentials. */
import { createWriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import {
  PropertyBag,
  PSDictionary,
  PSList,
  PSObject,
  PSSecureString,
  PSXmlDocument,
  type PSValue,
} from '../../../../protocol/objects/index.js';
import type { CommandRegistration, ParameterSpec } from '../../command-api.js';
import { convertTo, toNumber, toText } from '../../conversion.js';
import { unwrap } from '../../values/live.js';
import { XMLDOCUMENT } from '../../values/types.js';
import type { EngineCommandContext } from '../engine-services.js';
import { text, whole } from '../support/arguments.js';
import { defineCommand, flag, parameter } from '../support/command-spec.js';
import { targetFile } from '../support/files.js';
import { listOf } from '../support/objects.js';

/** Bytes of an answer that are kept in memory. Larger ones go to a file with -OutFile. */
const MAX_ANSWER_BYTES = 256 * 1024 * 1024;
const USER_AGENT = 'Mozilla/5.0 (pssession) PowerShell/7.6.9';

class WebFailure extends Error {
  readonly errorId: string;
  readonly type: string;
  constructor(message: string, errorId: string, type: string) {
    super(message);
    this.errorId = errorId;
    this.type = type;
  }
}

interface WebAnswer {
  readonly response: Response;
  readonly bytes: Uint8Array;
  readonly saved: boolean;
}

function dictionary(value: PSValue | undefined): readonly (readonly [string, PSValue])[] {
  const inner = unwrap(value ?? null);
  return inner instanceof PSDictionary ? [...inner.entries()].map(([key, item]) => [toText(key), item] as const) : [];
}
function credentialHeader(context: EngineCommandContext, url: URL): string | undefined {
  const kind = text(context, 'Authentication')?.toLowerCase() ?? 'none';
  const secure = url.protocol === 'https:' || context.flag('AllowUnencryptedAuthentication');
  const given = unwrap(context.arg('Credential') ?? null);
  if (kind !== 'none' && !secure)
    throw new WebFailure(
      'The cmdlet cannot protect plain text secrets sent over unencrypted connections. To suppress this warning and send plain text secrets over unencrypted networks, reissue the command specifying the AllowUnencryptedAuthentication parameter.',
      'WebCmdletAllowUnencryptedAuthenticationRequiredException',
      'System.InvalidOperationException',
    );
  if (kind === 'bearer' || kind === 'oauth') {
    const token = unwrap(context.arg('Token') ?? null);
    return token instanceof PSSecureString ? `Bearer ${token.plainText ?? ''}` : undefined;
  }
  if (!(given instanceof PSObject)) return undefined;
  const user = given.get('UserName');
  const password = given.get('Password');
  if (typeof user !== 'string' || !(password instanceof PSSecureString)) return undefined;
  // Without -Authentication PowerShell answers a server's challenge only; over plain HTTP we never send it unasked.
  if (kind !== 'basic' && !secure) return undefined;
  return `Basic ${Buffer.from(`${user}:${password.plainText ?? ''}`).toString('base64')}`;
}

type Body = string | Uint8Array | FormData;
async function requestBody(
  context: EngineCommandContext,
  method: string,
  url: URL,
): Promise<{ readonly body: Body | undefined; readonly type: string | undefined }> {
  const form = context.arg('Form');
  if (form !== undefined) {
    const data = new FormData();
    for (const [name, value] of dictionary(form))
      for (const item of listOf(value)) {
        const file =
          item instanceof PSObject && item.typeNames[0] === 'System.IO.FileInfo' ? item.get('FullName') : undefined;
        if (file === undefined) data.append(name, toText(item));
        else data.append(name, new Blob([await readFile(toText(file))]), toText(item));
      }
    return { body: data, type: undefined };
  }
  const file = text(context, 'InFile');
  if (file !== undefined) return { body: await readFile(targetFile(context, file)), type: undefined };
  if (!context.isBound('Body')) return { body: undefined, type: undefined };
  const body = unwrap(context.arg('Body') ?? null);
  if (body instanceof PSDictionary) {
    const pairs = new URLSearchParams(dictionary(body).map(([key, value]): [string, string] => [key, toText(value)]));
    if (method === 'GET' || method === 'HEAD') {
      for (const [key, value] of pairs) url.searchParams.append(key, value);
      return { body: undefined, type: undefined };
    }
    return { body: pairs.toString(), type: 'application/x-www-form-urlencoded' };
  }
  if (body instanceof Uint8Array) return { body, type: undefined };
  if (body instanceof PSXmlDocument) return { body: body.outerXml, type: 'application/xml' };
  return { body: toText(body), type: undefined };
}

function failureText(error: unknown): WebFailure {
  if (error instanceof WebFailure) return error;
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  const known: Readonly<Record<string, string>> = {
    ECONNREFUSED: 'Connection refused',
    ENOTFOUND: 'Name or service not known',
    EAI_AGAIN: 'Resource temporarily unavailable',
    ECONNRESET: 'The response ended prematurely.',
    ETIMEDOUT: 'Connection timed out',
  };
  const tls = code.includes('CERT') || code.startsWith('ERR_TLS') || code.includes('SELF_SIGNED');
  return new WebFailure(
    tls
      ? `The SSL connection could not be established: ${cause instanceof Error ? cause.message : ''}`
      : (known[code] ?? (cause instanceof Error ? cause.message : 'The request failed.')),
    'WebCmdletWebResponseException',
    'System.Net.Http.HttpRequestException',
  );
}

async function send(context: EngineCommandContext): Promise<WebAnswer> {
  const given = text(context, 'Uri') ?? '';
  const address = /^[a-z][a-z\d+.-]*:/i.test(given) ? given : `http://${given}`;
  if (!URL.canParse(address))
    throw new WebFailure(
      'Invalid URI: The hostname could not be parsed.',
      'UriFormatException',
      'System.UriFormatException',
    );
  const url = new URL(address);
  const custom = text(context, 'CustomMethod');
  const wanted = custom ?? text(context, 'Method') ?? 'GET';
  const method = /^default$/i.test(wanted) ? 'GET' : wanted.toUpperCase();
  const { body, type } = await requestBody(context, method, url);
  const headers = new Headers({ 'User-Agent': text(context, 'UserAgent') ?? USER_AGENT });
  const contentType = text(context, 'ContentType') ?? type;
  if (contentType !== undefined) headers.set('Content-Type', contentType);
  const authorization = credentialHeader(context, url);
  if (authorization !== undefined) headers.set('Authorization', authorization);
  for (const [name, value] of dictionary(context.arg('Headers'))) headers.set(name, toText(value));
  const seconds = whole(context, 'OperationTimeoutSeconds') ?? whole(context, 'ConnectionTimeoutSeconds') ?? 0;
  const limit = seconds > 0 ? AbortSignal.timeout(seconds * 1000) : undefined;
  const redirects = whole(context, 'MaximumRedirection');
  let response: Response;
  try {
    response = await fetch(url, {
      method,
      headers,
      redirect: redirects === 0 ? 'manual' : 'follow',
      signal: limit === undefined ? context.signal : AbortSignal.any([context.signal, limit]),
      ...(body === undefined || method === 'GET' || method === 'HEAD' ? {} : { body }),
    } as RequestInit);
  } catch (error) {
    context.signal.throwIfAborted();
    if (limit?.aborted === true)
      throw new WebFailure(
        `The request was canceled due to the configured HttpClient.Timeout of ${seconds} seconds elapsing.`,
        'OperationTimeout',
        'System.Threading.Tasks.TaskCanceledException',
      );
    throw failureText(error);
  }
  if (!response.ok && !context.flag('SkipHttpErrorCheck') && redirects !== 0)
    throw new WebFailure(
      `Response status code does not indicate success: ${response.status} (${response.statusText}).`,
      'WebCmdletWebResponseException',
      'Microsoft.PowerShell.Commands.HttpResponseException',
    );
  const file = text(context, 'OutFile');
  if (file !== undefined) {
    const path = targetFile(context, file);
    if (response.body === null) await pipeline(Readable.from([]), createWriteStream(path));
    else
      await pipeline(
        Readable.fromWeb(response.body as Parameters<typeof Readable.fromWeb>[0]),
        createWriteStream(path),
      );
    return { response, bytes: new Uint8Array(0), saved: true };
  }
  return { response, bytes: await bounded(response), saved: false };
}
async function bounded(response: Response): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    size += part.length;
    if (size > MAX_ANSWER_BYTES)
      throw new WebFailure(
        `The answer is larger than ${MAX_ANSWER_BYTES} bytes. Use -OutFile.`,
        'AnswerTooLarge',
        'System.InvalidOperationException',
      );
    parts.push(part);
  }
  return Buffer.concat(parts);
}

const contentTypeOf = (response: Response): string => response.headers.get('content-type') ?? '';
function decode(answer: WebAnswer): string {
  const charset = /charset="?([\w-]+)/i.exec(contentTypeOf(answer.response))?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(charset).decode(answer.bytes);
  } catch {
    return new TextDecoder().decode(answer.bytes);
  }
}
const isText = (type: string): boolean =>
  /^text\/|json|xml|javascript|x-www-form-urlencoded/i.test(type) || type === '';

function headerDictionary(response: Response): PSDictionary {
  const values = new Map<string, string[]>();
  for (const [name, value] of response.headers) values.set(name, [...(values.get(name) ?? []), value]);
  return new PSDictionary([...values].map(([name, list]) => [titled(name), new PSList(list)] as const));
}
const titled = (name: string): string =>
  name.replace(/(^|-)([a-z])/g, (_, dash: string, c: string) => dash + c.toUpperCase());

function responseObject(answer: WebAnswer): PSObject {
  const { response, bytes } = answer;
  const type = contentTypeOf(response);
  const plain = isText(type);
  const content: PSValue = plain ? decode(answer) : bytes;
  const head = `HTTP/1.1 ${response.status} ${response.statusText}\r\n${[...response.headers].map(([name, value]) => `${titled(name)}: ${value}\r\n`).join('')}\r\n`;
  const properties: Record<string, PSValue> = {
    StatusCode: response.status,
    StatusDescription: response.statusText,
    Content: content,
    RawContent: head + (typeof content === 'string' ? content : ''),
    Headers: headerDictionary(response),
    ...(plain
      ? {
          Images: new PSList([]),
          InputFields: new PSList([]),
          Links: new PSList([]),
          OuterHtml: null,
          Encoding: 'utf-8',
        }
      : {}),
    RawContentLength: BigInt(bytes.length),
    BaseResponse: null,
    RelationLink: new PSDictionary([]),
  };
  const base = 'Microsoft.PowerShell.Commands.WebResponseObject';
  return new PSObject({
    typeNames: plain
      ? ['Microsoft.PowerShell.Commands.BasicHtmlWebResponseObject', base, 'System.Object']
      : [base, 'System.Object'],
    toStringText: head + (typeof content === 'string' ? content : ''),
    adapted: PropertyBag.of(properties),
  });
}

const PARAMETERS: readonly ParameterSpec[] = [
  flag('UseBasicParsing'),
  parameter('Uri', 'String', 'M 0'),
  flag('AllowUnencryptedAuthentication'),
  parameter('Authentication', 'String'),
  parameter('Credential', 'Object'),
  flag('SkipCertificateCheck'),
  parameter('Token', 'SecureString'),
  parameter('UserAgent', 'String'),
  flag('DisableKeepAlive'),
  parameter('ConnectionTimeoutSeconds', 'Int32', '', { alias: 'TimeoutSec' }),
  parameter('OperationTimeoutSeconds', 'Int32'),
  parameter('Headers', 'Object'),
  flag('SkipHeaderValidation'),
  parameter('MaximumRedirection', 'Int32'),
  parameter('MaximumRetryCount', 'Int32'),
  parameter('RetryIntervalSec', 'Int32'),
  parameter('Method', 'String', 'StandardMethod: '),
  parameter('CustomMethod', 'String', 'CustomMethod: M', { alias: 'CM' }),
  parameter('Body', 'Object', 'V'),
  parameter('Form', 'Object'),
  parameter('ContentType', 'String'),
  parameter('InFile', 'String'),
  parameter('OutFile', 'String'),
  flag('PassThru'),
  flag('SkipHttpErrorCheck'),
];

function webCommand(
  name: 'Invoke-WebRequest' | 'Invoke-RestMethod',
  alias: string,
  synopsis: string,
  more: readonly ParameterSpec[],
  show: (context: EngineCommandContext, answer: WebAnswer) => Promise<void>,
): CommandRegistration {
  return defineCommand(
    name,
    { alias, module: 'Microsoft.PowerShell.Utility', defaultSet: 'StandardMethod', synopsis },
    [...PARAMETERS, ...more],
    (context) => ({
      async process() {
        if (context.flag('SkipCertificateCheck'))
          context.fail(
            `${name} -SkipCertificateCheck is not supported by this engine. Trust the certificate with NODE_EXTRA_CA_CERTS.`,
            {
              errorId: 'NotSupported',
              category: 'NotImplemented',
              exceptionType: 'System.NotSupportedException',
            },
          );
        const tries = 1 + (whole(context, 'MaximumRetryCount') ?? 0);
        for (let attempt = 1; ; attempt += 1) {
          try {
            const answer = await send(context);
            if (!answer.saved || context.flag('PassThru')) await show(context, answer);
            return;
          } catch (error) {
            if (!(error instanceof WebFailure)) throw error;
            if (attempt < tries) {
              await context.sleep(toNumber(context.arg('RetryIntervalSec') ?? 5) * 1000);
              continue;
            }
            // PowerShell writes this error and ends the command with it.
            context.fail(error.message, {
              errorId: error.errorId,
              category: 'InvalidOperation',
              target: text(context, 'Uri') ?? null,
              exceptionType: error.type,
            });
          }
        }
      },
    }),
  );
}

export const WEB_COMMANDS: readonly CommandRegistration[] = [
  webCommand(
    'Invoke-WebRequest',
    'iwr',
    'Gets content from a web page on the internet.',
    [],
    async (context, answer) => {
      await context.write(responseObject(answer));
    },
  ),
  webCommand(
    'Invoke-RestMethod',
    'irm',
    'Sends an HTTP or HTTPS request to a RESTful web service.',
    [parameter('ResponseHeadersVariable', 'String', '', { alias: 'RHV' }), parameter('StatusCodeVariable', 'String')],
    async (context, answer) => {
      const headers = text(context, 'ResponseHeadersVariable');
      if (headers !== undefined) context.services.variables.set(headers, headerDictionary(answer.response), {});
      const status = text(context, 'StatusCodeVariable');
      if (status !== undefined) context.services.variables.set(status, answer.response.status, {});
      const body = decode(answer);
      const type = contentTypeOf(answer.response);
      if (/json/i.test(type) || /^\s*[[{]/.test(body)) {
        try {
          JSON.parse(body);
          for (const value of await context.services.call('ConvertFrom-Json', { InputObject: body }, []))
            for (const item of listOf(value)) await context.write(item);
          return;
        } catch (error) {
          if (!(error instanceof SyntaxError)) throw error;
        }
      }
      await context.write(/xml/i.test(type) ? convertTo(body, XMLDOCUMENT) : body);
    },
  ),
];
