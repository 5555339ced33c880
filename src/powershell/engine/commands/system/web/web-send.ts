/** Redirects, sign-in, retries and limits of time around one exchange: a whole request of the web commands. */
import { PSObject, PSSecureString, type PSValue } from '../../../../../protocol/objects/index.js';
import { toText } from '../../../conversion.js';
import { secureOf } from '../../../net/security.js';
import { unwrap } from '../../../values/live.js';
import type { EngineCommandContext } from '../../engine-services.js';
import { text, texts, whole } from '../../support/arguments.js';
import {
  environmentProxy,
  exchange,
  type ExchangeAnswer,
  type ExchangeOptions,
  type ExchangeRequest,
  headerOf,
} from './http-exchange.js';
import { entriesOf, requestBody } from './web-body.js';
import { connectionFailure, misuse, WebFailure } from './web-failure.js';
import type { WebSession } from './web-session.js';

/** HttpClientHandler's own limit, for a session that says nothing. */
const DEFAULT_REDIRECTIONS = 50;
const REDIRECTS: ReadonlySet<number> = new Set([300, 301, 302, 303, 307, 308]);
const ETAGS = /^\s*(?:\*|(?:W\/)?"[^"]*"(?:\s*,\s*(?:W\/)?"[^"]*")*)\s*$/;
/** Headers whose form .NET looks at. */
const HEADER_FORMS: ReadonlyMap<string, RegExp> = new Map([
  ['if-match', ETAGS],
  ['if-none-match', ETAGS],
  ['max-forwards', /^\s*\d+\s*$/],
  ['range', /^\s*[\w-]+\s*=\s*[\d\s,-]+$/],
]);
const MEDIA_TYPE = /^\s*[\w!#$&^.+*-]+\/[\w!#$&^.+*-]+\s*(?:;.*)?$/;

function userOf(value: PSValue | undefined): string | undefined {
  const given = unwrap(value ?? null);
  if (!(given instanceof PSObject)) return undefined;
  const user = given.get('UserName');
  const password = given.get('Password');
  return typeof user === 'string' && password instanceof PSSecureString
    ? `${user}:${password.plainText ?? ''}`
    : undefined;
}
const UNENCRYPTED =
  'The cmdlet cannot protect plain text secrets sent over unencrypted connections. To suppress this warning and send plain text secrets over unencrypted networks, reissue the command specifying the AllowUnencryptedAuthentication parameter.';
const conflict = (a: string, b: string, rest: string): string =>
  `The cmdlet cannot run because the following conflicting parameters are specified: ${a} and ${b}. ${rest}`;

/** What does not go together is told before anything is sent. Texts measured with pwsh 7.6.9 */
export function checkParameters(context: EngineCommandContext, url: URL): void {
  const has = (name: string): boolean => context.isBound(name);
  const kind = text(context, 'Authentication')?.toLowerCase() ?? 'none';
  if (has('WebSession') && has('SessionVariable'))
    throw misuse(
      'SessionConflict',
      conflict('Session', 'SessionVariable', 'Specify either Session or SessionVariable, then retry.'),
    );
  if (kind !== 'none') {
    if (context.flag('UseDefaultCredentials'))
      throw misuse(
        'AuthenticationConflict',
        conflict(
          'Authentication',
          'UseDefaultCredentials',
          'Authentication does not support Default Credentials. Specify either Authentication or UseDefaultCredentials, then retry.',
        ),
      );
    const wanted = kind === 'basic' ? 'Credential' : 'Token';
    if (!has(wanted))
      throw misuse(
        `Authentication${wanted}NotSupplied`,
        `The cmdlet cannot run because the following parameter is not specified: ${wanted}. The supplied Authentication type requires a ${wanted}. Specify ${wanted}, then retry.`,
      );
  }
  const secrets = kind !== 'none' || has('Credential') || context.flag('UseDefaultCredentials');
  if (secrets && url.protocol !== 'https:' && !context.flag('AllowUnencryptedAuthentication'))
    throw misuse('AllowUnencryptedAuthenticationRequired', UNENCRYPTED);
  if (has('Credential') && context.flag('UseDefaultCredentials'))
    throw misuse(
      'CredentialConflict',
      conflict(
        'Credential',
        'UseDefaultCredentials',
        'Specify either Credential or UseDefaultCredentials, then retry.',
      ),
    );
  if (has('ProxyUseDefaultCredentials') || has('ProxyCredential')) {
    if (!has('Proxy'))
      throw misuse(
        'ProxyUriNotSupplied',
        'The cmdlet cannot run because the following parameter is missing: Proxy. Provide a valid proxy URI for the Proxy parameter when using the ProxyCredential or ProxyUseDefaultCredentials parameters, then retry.',
      );
    if (has('ProxyUseDefaultCredentials') && has('ProxyCredential'))
      throw misuse(
        'ProxyCredentialConflict',
        conflict(
          'ProxyCredential',
          'ProxyUseDefaultCredentials',
          'Specify either ProxyCredential or ProxyUseDefaultCredentials, then retry.',
        ),
      );
  }
  if (has('Body') && has('InFile'))
    throw misuse('BodyConflict', conflict('Body', 'InFile', 'Specify either Body or Infile, then retry.  '));
  if (has('Body') && has('Form'))
    throw misuse('BodyFormConflict', conflict('Body', 'Form', 'Specify either Body or Form, then retry.  '));
  if (has('InFile') && has('Form'))
    throw misuse('FormInFileConflict', conflict('InFile', 'Form', 'Specify either InFile or Form, then retry.  '));
  for (const name of ['PassThru', 'Resume'])
    if (context.flag(name) && !has('OutFile'))
      throw misuse(
        'OutFileMissing',
        `The cmdlet cannot run because the following parameter is missing: OutFile. Provide a valid OutFile parameter value when using the ${name} parameter, then retry.`,
      );
  const type = text(context, 'ContentType');
  if (type !== undefined && !context.flag('SkipHeaderValidation') && !MEDIA_TYPE.test(type)) {
    const wrong = misuse(
      'ContentType',
      'The cmdlet cannot run because the -ContentType parameter is not a valid Content-Type header. Specify a valid Content-Type for -ContentType, then retry. To suppress header validation, supply the -SkipHeaderValidation parameter.',
    );
    wrong.target = type;
    throw wrong;
  }
  for (const name of ['Certificate', 'CertificateThumbprint'])
    if (has(name))
      throw new WebFailure(
        `The parameter ${name} is not supported by this engine: it has no store of certificates. Use a program like curl with --cert.`,
        'NotSupported',
        'System.NotSupportedException',
        'NotImplemented',
      );
}

const TLS_VERSIONS = [
  ['tls', 'TLSv1'],
  ['tls11', 'TLSv1.1'],
  ['tls12', 'TLSv1.2'],
  ['tls13', 'TLSv1.3'],
] as const;
function optionsFor(context: EngineCommandContext, url: URL, session: WebSession): ExchangeOptions {
  const named = (texts(context, 'SslProtocol') ?? []).flatMap((word) => word.toLowerCase().split(/\s*,\s*/));
  const versions = TLS_VERSIONS.filter(([name]) => named.includes(name)).map(([, version]) => version);
  const given = text(context, 'Proxy') ?? (session.proxy === null ? undefined : toText(session.proxy));
  const proxy = context.flag('NoProxy')
    ? undefined
    : given !== undefined
      ? new URL(given)
      : environmentProxy(url, (name) => context.services.environment?.get(name) ?? process.env[name]);
  const own =
    proxy !== undefined && proxy.username !== ''
      ? `${decodeURIComponent(proxy.username)}:${decodeURIComponent(proxy.password)}`
      : undefined;
  return {
    proxy,
    proxyUser: userOf(context.arg('ProxyCredential')) ?? own,
    unixSocket: text(context, 'UnixSocket'),
    skipCertificateCheck: context.flag('SkipCertificateCheck'),
    minVersion: versions[0],
    maxVersion: versions.at(-1),
  };
}

/** The address as given, with a scheme. */
export function addressOf(given: string): URL {
  const address = /^[a-z][a-z\d+.-]*:\/\//i.test(given) ? given : `http://${given}`;
  if (!URL.canParse(address))
    throw new WebFailure(
      'Invalid URI: The hostname could not be parsed.',
      'System.UriFormatException',
      'System.UriFormatException',
      'NotSpecified',
    );
  const url = new URL(address);
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw new WebFailure(
      `The '${url.protocol.slice(0, -1)}' scheme is not supported.`,
      'WebCmdletIEDomNotSupportedException',
      'System.NotSupportedException',
      'NotImplemented',
    );
  return url;
}

interface Sent {
  readonly answer: ExchangeAnswer;
  readonly request: ExchangeRequest;
}
const setHeader = (headers: Map<string, string>, name: string, value: string): void => {
  for (const key of headers.keys()) if (key.toLowerCase() === name.toLowerCase()) headers.delete(key);
  headers.set(name, value);
};
const dropHeader = (headers: Map<string, string>, pattern: RegExp): void => {
  for (const key of headers.keys()) if (pattern.test(key)) headers.delete(key);
};

/** Sends the command's request to an address and follows where it is sent on to. `range`: the first byte wanted. */
export async function send(
  context: EngineCommandContext,
  target: URL,
  session: WebSession,
  range: number | undefined,
): Promise<Sent> {
  let url = new URL(target);
  let method = (text(context, 'CustomMethod') ?? text(context, 'Method') ?? 'Get').toUpperCase();
  if (method === 'DEFAULT') method = 'GET';
  const { bytes, type } = await requestBody(context, method, url);
  let body = bytes;
  const headers = new Map<string, string>();
  for (const [name, value] of [...entriesOf(session.headers), ...entriesOf(context.arg('Headers'))]) {
    const words = toText(value);
    if (/[\r\n\0]/.test(name + words))
      throw new WebFailure(
        `New-line or NUL characters are not allowed in header '${name.replace(/[\r\n\0]/g, '?')}'.`,
        'System.FormatException',
        'System.FormatException',
        'NotSpecified',
      );
    const pattern = context.flag('SkipHeaderValidation') ? undefined : HEADER_FORMS.get(name.toLowerCase());
    if (pattern?.test(words) === false)
      throw new WebFailure(
        `The format of value '${words}' is invalid.`,
        'System.FormatException',
        'System.FormatException',
        'NotSpecified',
      );
    setHeader(headers, name, words);
  }
  if (context.flag('DisableKeepAlive')) setHeader(headers, 'Connection', 'Close');
  const given = (name: string): boolean => [...headers.keys()].some((key) => key.toLowerCase() === name);
  if (!given('user-agent')) headers.set('User-Agent', text(context, 'UserAgent') ?? session.userAgent);
  if (!given('accept-encoding')) headers.set('Accept-Encoding', 'gzip, deflate, br');
  const ownType = text(context, 'ContentType') ?? type;
  if (body !== undefined && ownType !== undefined && (context.isBound('ContentType') || !given('content-type')))
    setHeader(headers, 'Content-Type', ownType);
  if (body === undefined) dropHeader(headers, /^content-type$/i);
  if (range !== undefined) setHeader(headers, 'Range', `bytes=${range}-`);
  const kind = text(context, 'Authentication')?.toLowerCase() ?? 'none';
  const user = userOf(context.arg('Credential') ?? session.credentials);
  const token = secureOf(context.arg('Token') ?? null);
  if (kind === 'basic' && user !== undefined)
    setHeader(headers, 'Authorization', `Basic ${Buffer.from(user).toString('base64')}`);
  if ((kind === 'bearer' || kind === 'oauth') && token !== undefined)
    setHeader(headers, 'Authorization', `Bearer ${token.plainText ?? ''}`);
  const wanted = context.isBound('MaximumRedirection')
    ? (whole(context, 'MaximumRedirection') ?? 0)
    : session.maximumRedirection;
  let left = wanted < 0 ? DEFAULT_REDIRECTIONS : wanted;
  const seconds = whole(context, 'ConnectionTimeoutSeconds') ?? 0;
  let answeredChallenge = false;
  for (;;) {
    const sentHeaders = new Map(headers);
    const cookies = session.jar.header(url);
    if (cookies !== '' && !given('cookie')) sentHeaders.set('Cookie', cookies);
    const request: ExchangeRequest = {
      url,
      method,
      headers: sentHeaders,
      body,
      chunked: /^chunked$/i.test(text(context, 'TransferEncoding') ?? ''),
    };
    const answer = await limited(context, seconds, request, session);
    for (const [name, value] of answer.headers)
      if (name.toLowerCase() === 'set-cookie') session.jar.receive(url, value);
    if (answer.status === 401 && kind === 'none' && user !== undefined && !answeredChallenge) {
      const challenge = headerOf(answer, 'www-authenticate') ?? '';
      if (/\bbasic\b/i.test(challenge)) {
        answeredChallenge = true;
        answer.body.resume();
        headers.set('Authorization', `Basic ${Buffer.from(user).toString('base64')}`);
        continue;
      }
    }
    const location = headerOf(answer, 'location');
    if (!REDIRECTS.has(answer.status) || location === undefined || left === 0 || !URL.canParse(location, url.href))
      return { answer, request };
    const next = new URL(location, url);
    if (url.protocol === 'https:' && next.protocol === 'http:' && !context.flag('AllowInsecureRedirect')) {
      answer.body.destroy();
      const failure = new WebFailure(
        'Cannot follow an insecure redirection by default. Reissue the command specifying the -AllowInsecureRedirect switch.',
        'InsecureRedirection',
        'System.InvalidOperationException',
      );
      failure.request = request;
      throw failure;
    }
    left -= 1;
    answer.body.resume();
    // A secret goes to whom it was given for.
    if (!context.flag('PreserveAuthorizationOnRedirect')) dropHeader(headers, /^authorization$/i);
    const changes = answer.status === 303 ? method !== 'HEAD' : answer.status <= 302 && method === 'POST';
    if (changes) {
      if (!context.flag('PreserveHttpMethodOnRedirect')) method = 'GET';
      body = method === 'GET' ? undefined : new Uint8Array(0);
      dropHeader(headers, /^(?:content-.*|transfer-encoding)$/i);
    }
    url = next;
  }
}

async function limited(
  context: EngineCommandContext,
  seconds: number,
  request: ExchangeRequest,
  session: WebSession,
): Promise<ExchangeAnswer> {
  const stop = new AbortController();
  const timer = seconds > 0 ? setTimeout(() => stop.abort(), seconds * 1000) : undefined;
  try {
    return await exchange(
      request,
      optionsFor(context, request.url, session),
      AbortSignal.any([context.signal, stop.signal]),
    );
  } catch (error) {
    context.signal.throwIfAborted();
    if (stop.signal.aborted)
      throw new WebFailure(
        `The request was canceled due to the configured HttpClient.Timeout of ${seconds} seconds elapsing.`,
        'ConnectionTimeoutReached',
        'System.Threading.Tasks.TaskCanceledException',
        'OperationTimeout',
      );
    const failure = connectionFailure(error, request.url);
    failure.request = request;
    throw failure;
  } finally {
    clearTimeout(timer);
  }
}
