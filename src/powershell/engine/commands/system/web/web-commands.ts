/** Invoke-WebRequest and Invoke-RestMethod. */
import { createWriteStream, statSync } from 'node:fs';
import nodePath from 'node:path';
import { PassThrough, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { PSValue } from '../../../../../protocol/objects/index.js';
import type { CommandRegistration, ParameterSpec } from '../../../command-api.js';
import { enumerate } from '../../../runtime/members.js';
import { convertTo, hooks, toText } from '../../../conversion.js';
import { drive } from '../../../pending.js';
import { findType } from '../../../values/net-type.js';
import type { EngineCommandContext } from '../../engine-services.js';
import { text, whole } from '../../support/arguments.js';
import { defineCommand, flag, NOT_EMPTY, oneOf, parameter, range, NOT_NULL } from '../../support/command-spec.js';
import { declareEnum, enumParameter } from '../../support/enums.js';
import { targetFile } from '../../support/files.js';
import { type ExchangeAnswer, type ExchangeRequest, headerOf } from './http-exchange.js';
import {
  contentType,
  decode,
  headerDictionary,
  messageObject,
  readAll,
  relationLinks,
  responseObject,
} from './web-answer.js';
import { connectionFailure, failWith, WebFailure } from './web-failure.js';
import { addressOf, checkParameters, send } from './web-send.js';
import { newWebSession, webSessionOf, type WebSession } from './web-session.js';

const UTILITY = 'Microsoft.PowerShell.Utility' as const;
const ENUMS = 'Microsoft.PowerShell.Commands';
const MAX_INT = 2_147_483_647;
const sequence = (words: string): Record<string, number> =>
  Object.fromEntries(words.split(' ').map((name, index) => [name, index]));
const METHOD = declareEnum(
  `${ENUMS}.WebRequestMethod`,
  sequence('Default Get Head Post Put Delete Trace Options Merge Patch'),
);
const AUTHENTICATION = declareEnum(`${ENUMS}.WebAuthenticationType`, sequence('None Basic Bearer OAuth'));
const SSL = declareEnum(
  `${ENUMS}.WebSslProtocol`,
  { Default: 0, Tls: 192, Tls11: 768, Tls12: 3072, Tls13: 12288 },
  true,
);

interface Fetched {
  readonly answer: ExchangeAnswer;
  readonly request: ExchangeRequest;
  /** Empty when the body went to a file. */
  readonly bytes: Uint8Array;
  readonly saved: boolean;
}

/** A body that fails when the server is silent for too long. */
function watched(body: Readable, seconds: number): Readable {
  if (seconds <= 0) return body;
  const through = new PassThrough();
  let timer: NodeJS.Timeout | undefined;
  const arm = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      body.destroy();
      through.destroy(
        new WebFailure(
          `The operation was canceled because the server sent nothing for ${seconds} seconds.`,
          'OperationTimeoutReached',
          'System.TimeoutException',
          'OperationTimeout',
        ),
      );
    }, seconds * 1000);
  };
  arm();
  body.on('data', arm);
  body.once('error', (error) => through.destroy(error));
  through.once('close', () => clearTimeout(timer));
  return body.pipe(through);
}

/** Where -OutFile goes: into a folder under the address' last name. */
function outFile(context: EngineCommandContext, url: URL): string | undefined {
  const given = text(context, 'OutFile');
  if (given === undefined) return undefined;
  const path = targetFile(context, given);
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true) return path;
  const name = decodeURIComponent(nodePath.posix.basename(url.pathname)).replaceAll(/[\\/]/g, '');
  return nodePath.join(path, name === '' || name === '..' ? url.hostname : name);
}

async function fetchOnce(context: EngineCommandContext, url: URL, session: WebSession): Promise<Fetched> {
  const path = outFile(context, url);
  const resume = context.flag('Resume') && path !== undefined;
  const have = resume ? (statSync(path, { throwIfNoEntry: false })?.size ?? 0) : 0;
  const from = resume && have > 0 ? have : undefined;
  let { answer, request } = await send(context, url, session, from);
  let complete = false;
  if (from !== undefined && answer.status === 416) {
    // All is there already when the server's length is the file's; else the file is another one.
    complete = headerOf(answer, 'content-range') === `bytes */${from}`;
    answer.body.resume();
    if (!complete) ({ answer, request } = await send(context, url, session, undefined));
  }
  const seconds = whole(context, 'OperationTimeoutSeconds') ?? 0;
  const good = (answer.status >= 200 && answer.status < 300) || complete;
  if (!good && !context.flag('SkipHttpErrorCheck')) {
    const failure = new WebFailure(
      `Response status code does not indicate success: ${answer.status} (${answer.reason}).`,
      'WebCmdletWebResponseException',
      'Microsoft.PowerShell.Commands.HttpResponseException',
    );
    failure.request = request;
    failure.status = answer.status;
    failure.response = messageObject(answer);
    failure.body = decode(answer, await readAll(watched(answer.body, seconds)));
    throw failure;
  }
  try {
    if (path === undefined)
      return { answer, request, bytes: await readAll(watched(answer.body, seconds)), saved: false };
    if (!complete)
      await pipeline(
        watched(answer.body, seconds),
        createWriteStream(path, { flags: from !== undefined && answer.status === 206 ? 'a' : 'w' }),
      );
    return { answer, request, bytes: new Uint8Array(0), saved: true };
  } catch (error) {
    context.signal.throwIfAborted();
    // What the file system says is told as it is; what the connection says, as a failed request.
    if (error instanceof Error && 'syscall' in error && error.syscall === 'open') throw error;
    const failure = connectionFailure(error, answer.url);
    failure.request ??= request;
    throw failure;
  }
}

/** With the repetitions that -MaximumRetryCount allows. */
async function fetchAnswer(context: EngineCommandContext, url: URL, session: WebSession): Promise<Fetched> {
  const tries = context.isBound('MaximumRetryCount')
    ? (whole(context, 'MaximumRetryCount') ?? 0)
    : session.maximumRetryCount;
  const interval = whole(context, 'RetryIntervalSec') ?? (session.retryIntervalSeconds || 5);
  for (let left = tries; ; left -= 1)
    try {
      return await fetchOnce(context, url, session);
    } catch (error) {
      const retried = error instanceof WebFailure && (error.status ?? 0) >= 400 && left > 0;
      if (!retried) throw error;
      await context.writeVerbose(
        `Retrying after interval of ${interval} seconds. Status code for previous attempt: ${error.status ?? 0}`,
      );
      await context.sleep(interval * 1000);
    }
}

/** A bare number is a version too: `2` is 2.0. */
const versionOf = (value: PSValue): PSValue => {
  const words = toText(value);
  const type = findType('System.Version');
  return type === undefined ? value : convertTo(/^\d+$/.test(words) ? `${words}.0` : words, type);
};
const PARAMETERS: readonly ParameterSpec[] = [
  flag('UseBasicParsing', 'D'),
  parameter('Uri', 'Uri', 'M 0', { check: NOT_EMPTY }),
  { ...parameter('HttpVersion', 'Version'), convert: versionOf },
  parameter('WebSession', 'Object', '', { shown: 'Microsoft.PowerShell.Commands.WebRequestSession' }),
  parameter('SessionVariable', 'String', '', { alias: 'SV' }),
  flag('AllowUnencryptedAuthentication'),
  enumParameter('Authentication', AUTHENTICATION),
  parameter('Credential', 'PSCredential', '', { attributes: 'Credential' }),
  flag('UseDefaultCredentials'),
  parameter('CertificateThumbprint', 'String', '', { check: NOT_EMPTY }),
  parameter('Certificate', 'Object', '', { check: NOT_NULL, shown: 'X509Certificate' }),
  flag('SkipCertificateCheck'),
  enumParameter('SslProtocol', SSL),
  parameter('Token', 'SecureString'),
  parameter('UserAgent', 'String'),
  flag('DisableKeepAlive'),
  parameter('ConnectionTimeoutSeconds', 'Int32', '', { alias: 'TimeoutSec', check: range(0, 2147483647) }),
  parameter('OperationTimeoutSeconds', 'Int32', '', { check: range(0, 2147483647) }),
  parameter('Headers', 'System.Collections.IDictionary'),
  flag('SkipHeaderValidation'),
  flag('AllowInsecureRedirect'),
  parameter('MaximumRedirection', 'Int32', '', { check: range(0, 2147483647) }),
  parameter('MaximumRetryCount', 'Int32', '', { check: range(0, 2147483647) }),
  flag('PreserveAuthorizationOnRedirect'),
  parameter('RetryIntervalSec', 'Int32', '', { check: range(1, 2147483647) }),
  enumParameter('Method', METHOD, 'StandardMethod: ; StandardMethodNoProxy: '),
  parameter('CustomMethod', 'String', 'CustomMethod: M; CustomMethodNoProxy: M', { alias: 'CM', check: NOT_EMPTY }),
  flag('PreserveHttpMethodOnRedirect'),
  parameter('UnixSocket', 'Object', '', {
    check: NOT_EMPTY,
    shown: 'System.Net.Sockets.UnixDomainSocketEndPoint',
  }),
  flag('NoProxy', 'StandardMethodNoProxy,CustomMethodNoProxy: M'),
  parameter('Proxy', 'Uri', 'StandardMethod: ; CustomMethod: '),
  parameter('ProxyCredential', 'PSCredential', 'StandardMethod: ; CustomMethod: ', { attributes: 'Credential' }),
  flag('ProxyUseDefaultCredentials', 'StandardMethod: ; CustomMethod: '),
  parameter('Body', 'Object', 'V'),
  parameter('Form', 'System.Collections.IDictionary'),
  parameter('ContentType', 'String'),
  parameter('TransferEncoding', 'String', '', { check: oneOf('chunked', 'compress', 'deflate', 'gzip', 'identity') }),
  parameter('InFile', 'String', '', { check: NOT_EMPTY }),
  parameter('OutFile', 'String', '', { check: NOT_EMPTY }),
  flag('PassThru'),
  flag('Resume'),
  flag('SkipHttpErrorCheck'),
];

function sessionFor(context: EngineCommandContext): WebSession {
  const given = webSessionOf(context.arg('WebSession'));
  if (given !== undefined) return given;
  if (context.isBound('WebSession'))
    throw new WebFailure(
      `Cannot bind parameter 'WebSession'. It takes a Microsoft.PowerShell.Commands.WebRequestSession.`,
      'CannotConvertArgumentNoMessage',
      'System.Management.Automation.ParameterBindingException',
      'InvalidArgument',
    );
  const made = newWebSession();
  const name = text(context, 'SessionVariable');
  if (name === undefined) return made.data;
  // What a session's first request said is said by the next ones too.
  made.data.headers = context.arg('Headers') ?? made.data.headers;
  made.data.userAgent = text(context, 'UserAgent') ?? made.data.userAgent;
  made.data.credentials = context.arg('Credential') ?? null;
  made.data.proxy = context.arg('Proxy') ?? null;
  if (context.isBound('MaximumRedirection')) made.data.maximumRedirection = whole(context, 'MaximumRedirection') ?? -1;
  if (context.isBound('MaximumRetryCount')) made.data.maximumRetryCount = whole(context, 'MaximumRetryCount') ?? 0;
  if (context.isBound('RetryIntervalSec')) made.data.retryIntervalSeconds = whole(context, 'RetryIntervalSec') ?? 0;
  context.services.variables.set(name, made, {});
  return made.data;
}

function webCommand(
  name: 'Invoke-WebRequest' | 'Invoke-RestMethod',
  alias: string,
  synopsis: string,
  more: readonly ParameterSpec[],
  show: (context: EngineCommandContext, fetched: Fetched) => Promise<void>,
): CommandRegistration {
  const className = `${name.replace('-', '')}Command`;
  return defineCommand(
    name,
    { alias, module: UTILITY, defaultSet: 'StandardMethod', synopsis },
    [...more, ...PARAMETERS],
    (context) => ({
      async process() {
        try {
          let url = addressOf(text(context, 'Uri') ?? '');
          checkParameters(context, url);
          const session = sessionFor(context);
          const most = context.flag('FollowRelLink') ? (whole(context, 'MaximumFollowRelLink') ?? MAX_INT) : 1;
          for (let page = 1; ; page += 1) {
            const fetched = await fetchAnswer(context, url, session);
            if (!fetched.saved || context.flag('PassThru')) await show(context, fetched);
            const next = relationLinks(fetched.answer).get('next');
            if (page >= most || next === undefined || !URL.canParse(next)) return;
            url = new URL(next);
          }
        } catch (error) {
          if (error instanceof WebFailure) failWith(context, error, className);
          throw error;
        }
      },
    }),
  );
}

async function writeRest(context: EngineCommandContext, { answer, bytes }: Fetched): Promise<void> {
  const { variables } = context.services;
  const headers = text(context, 'ResponseHeadersVariable');
  if (headers !== undefined) variables.set(headers, headerDictionary(answer), {});
  const status = text(context, 'StatusCodeVariable');
  if (status !== undefined) variables.set(status, answer.status, {});
  const body = decode(answer, bytes);
  const type = contentType(answer);
  const isXml = /[/+]xml\b|\/(?:rss|atom)/i.test(type);
  const isJson = !isXml && (/json|javascript/i.test(type) || /^\s*(?:[[{]|null\s*$)/.test(body));
  if (isJson) {
    try {
      JSON.parse(body);
      const made = await context.services.call('ConvertFrom-Json', { InputObject: body, NoEnumerate: true }, []);
      for (const value of made.length === 0 ? [null] : made) await context.write(value);
      return;
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
    }
  }
  if (!isXml) {
    await context.write(body);
    return;
  }
  const document = await drive(hooks.parseXml(body, () => context.tick()));
  // A feed is given item by item.
  const root = await context.services.members.get(document, 'DocumentElement');
  const name = root === undefined || root === null ? undefined : await context.services.members.get(root, 'LocalName');
  if (name !== 'rss' && name !== 'feed') {
    await context.write(document);
    return;
  }
  const nodes = await context.services.members.invoke(document, 'GetElementsByTagName', [
    name === 'rss' ? 'item' : 'entry',
  ]);
  for (const item of enumerate(nodes) ?? []) await context.write(item);
}

export const WEB_COMMANDS: readonly CommandRegistration[] = [
  webCommand(
    'Invoke-WebRequest',
    'iwr',
    'Gets content from a web page on the internet.',
    [],
    async (context, fetched) => {
      await context.write(responseObject(fetched.answer, fetched.bytes));
    },
  ),
  webCommand(
    'Invoke-RestMethod',
    'irm',
    'Sends an HTTP or HTTPS request to a RESTful web service.',
    [
      flag('FollowRelLink', '', { alias: 'FL' }),
      parameter('MaximumFollowRelLink', 'Int32', '', { alias: 'ML', check: range(1, 2147483647) }),
      parameter('ResponseHeadersVariable', 'String', '', { alias: 'RHV' }),
      parameter('StatusCodeVariable', 'String'),
    ],
    writeRest,
  ),
];
