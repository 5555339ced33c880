/** WebRequestSession with its cookies: what -SessionVariable makes and -WebSession takes. */
import { PSDictionary, PSDateTime, type PSValue } from '../../../../../protocol/objects/index.js';
import { toBoolean, toNumber, toText } from '../../../conversion.js';
import { UNIX_TICKS } from '../../../text/date-format.js';
import { NetObject, typedArray, unwrap } from '../../../values/live.js';
import { defineType, NetType, requireType } from '../../../values/net-type.js';

interface Cookie {
  name: string;
  value: string;
  domain: string;
  path: string;
  secure: boolean;
  httpOnly: boolean;
  /** Milliseconds of Unix; undefined for a cookie of the session. */
  expires: number | undefined;
  /** For the host alone, not for those under it. */
  hostOnly: boolean;
}

/** Cookies by domain, path and name. RFC 6265 */
export class CookieJar {
  readonly #cookies = new Map<string, Cookie>();
  get all(): readonly Cookie[] {
    return [...this.#cookies.values()].filter(({ expires }) => expires === undefined || expires > Date.now());
  }
  add(cookie: Cookie): void {
    const key = `${cookie.domain.toLowerCase()}|${cookie.path}|${cookie.name}`;
    if (cookie.expires !== undefined && cookie.expires <= Date.now()) this.#cookies.delete(key);
    else this.#cookies.set(key, cookie);
  }
  /** Takes a Set-Cookie header of an answer. */
  receive(url: URL, header: string): void {
    const [pair = '', ...attributes] = header.split(';').map((part) => part.trim());
    const equals = pair.indexOf('=');
    if (equals <= 0) return;
    const folder = url.pathname.slice(0, Math.max(1, url.pathname.lastIndexOf('/')));
    const cookie: Cookie = {
      name: pair.slice(0, equals).trim(),
      value: pair.slice(equals + 1).trim(),
      domain: url.hostname,
      path: folder,
      secure: false,
      httpOnly: false,
      expires: undefined,
      hostOnly: true,
    };
    let age: number | undefined;
    for (const attribute of attributes) {
      const [key = '', ...rest] = attribute.split('=');
      const value = rest.join('=').trim();
      switch (key.trim().toLowerCase()) {
        case 'domain': {
          const domain = value.replace(/^\./, '').toLowerCase();
          const host = url.hostname.toLowerCase();
          // A host speaks for itself and for domains that it lies in, never for a stranger or a whole top level.
          if (domain === '' || (host !== domain && !(host.endsWith(`.${domain}`) && domain.includes('.')))) return;
          cookie.domain = domain;
          cookie.hostOnly = false;
          break;
        }
        case 'path':
          if (value.startsWith('/')) cookie.path = value;
          break;
        case 'secure':
          cookie.secure = true;
          break;
        case 'httponly':
          cookie.httpOnly = true;
          break;
        case 'expires': {
          const at = Date.parse(value);
          if (!Number.isNaN(at)) cookie.expires = at;
          break;
        }
        case 'max-age':
          if (/^-?\d+$/.test(value)) age = Number(value);
          break;
      }
    }
    if (age !== undefined) cookie.expires = Date.now() + age * 1000;
    this.add(cookie);
  }
  for(url: URL): readonly Cookie[] {
    const host = url.hostname.toLowerCase();
    return this.all.filter(
      ({ domain, hostOnly, path, secure }) =>
        (host === domain.toLowerCase() || (!hostOnly && host.endsWith(`.${domain.toLowerCase()}`))) &&
        (url.pathname === path || url.pathname.startsWith(path.endsWith('/') ? path : `${path}/`)) &&
        (!secure || url.protocol === 'https:'),
    );
  }
  header(url: URL): string {
    return this.for(url)
      .toSorted((a, b) => b.path.length - a.path.length)
      .map(({ name, value }) => `${name}=${value}`)
      .join('; ');
  }
}

export interface WebSession {
  headers: PSValue;
  cookies: PSValue;
  readonly jar: CookieJar;
  userAgent: string;
  credentials: PSValue;
  certificates: PSValue;
  proxy: PSValue;
  useDefaultCredentials: boolean;
  maximumRedirection: number;
  maximumRetryCount: number;
  retryIntervalSeconds: number;
}
export const USER_AGENT = 'Mozilla/5.0 (pssession) PowerShell/7.6.9';

const COOKIE = 'System.Net.Cookie';
const CONTAINER = 'System.Net.CookieContainer';
const SESSION = 'Microsoft.PowerShell.Commands.WebRequestSession';

const dataOf = <T>(self: PSValue): T => (self as NetObject<T>).data;
const cookieOf = (self: PSValue): Cookie => dataOf<Cookie>(self);
const jarOf = (self: PSValue): CookieJar => dataOf<CookieJar>(self);
const sessionOf = (self: PSValue): WebSession => dataOf<WebSession>(self);
const wrap = (cookie: Cookie): PSValue => new NetObject(requireType(COOKIE), cookie);
const wrapAll = (cookies: readonly Cookie[]): PSValue => typedArray(cookies.map(wrap), requireType(COOKIE));
const urlOf = (value: PSValue | undefined): URL => new URL(toText(value ?? ''));
const words = (value: PSValue | undefined): string => toText(value ?? '');

function newCookie(name?: PSValue, value?: PSValue, path?: PSValue, domain?: PSValue): PSValue {
  return wrap({
    name: words(name),
    value: words(value),
    path: words(path),
    domain: words(domain),
    secure: false,
    httpOnly: false,
    expires: undefined,
    hostOnly: false,
  });
}
defineType(
  COOKIE,
  { base: 'System.Object' },
  {
    'new()': () => newCookie(),
    'new(string name, string value)': (_self, name, value) => newCookie(name, value),
    'new(string name, string value, string path)': (_self, name, value, path) => newCookie(name, value, path),
    'new(string name, string value, string path, string domain)': (_self, name, value, path, domain) =>
      newCookie(name, value, path, domain),
    'string Name': (self) => cookieOf(self).name,
    'set string Name': (self, value) => {
      cookieOf(self).name = words(value);
    },
    'string Value': (self) => cookieOf(self).value,
    'set string Value': (self, value) => {
      cookieOf(self).value = words(value);
    },
    'string Domain': (self) => cookieOf(self).domain,
    'set string Domain': (self, value) => {
      cookieOf(self).domain = words(value);
    },
    'string Path': (self) => cookieOf(self).path,
    'set string Path': (self, value) => {
      cookieOf(self).path = words(value);
    },
    'bool Secure': (self) => cookieOf(self).secure,
    'set bool Secure': (self, value) => {
      cookieOf(self).secure = toBoolean(value ?? false);
    },
    'bool HttpOnly': (self) => cookieOf(self).httpOnly,
    'set bool HttpOnly': (self, value) => {
      cookieOf(self).httpOnly = toBoolean(value ?? false);
    },
    'bool Expired': (self) => (cookieOf(self).expires ?? Number.POSITIVE_INFINITY) <= Date.now(),
    'datetime Expires': (self) => {
      const { expires } = cookieOf(self);
      return new PSDateTime(expires === undefined ? 0n : UNIX_TICKS + BigInt(Math.trunc(expires)) * 10_000n, 'Utc');
    },
    'string ToString()': (self) => `${cookieOf(self).name}=${cookieOf(self).value}`,
  },
);
defineType(
  CONTAINER,
  { base: 'System.Object' },
  {
    'new()': () => new NetObject(requireType(CONTAINER), new CookieJar()),
    'int Count': (self) => jarOf(self).all.length,
    'System.Net.Cookie[] GetCookies(uri uri)': (self, uri) => wrapAll(jarOf(self).for(urlOf(uri))),
    'System.Net.Cookie[] GetAllCookies()': (self) => wrapAll(jarOf(self).all),
    'string GetCookieHeader(uri uri)': (self, uri) => jarOf(self).header(urlOf(uri)),
    'void SetCookies(uri uri, string cookieHeader)': (self, uri, header) => {
      jarOf(self).receive(urlOf(uri), words(header));
    },
    'void Add(System.Net.Cookie cookie)': (self, cookie) => {
      const made = cookieOf(cookie ?? null);
      jarOf(self).add({ ...made, path: made.path === '' ? '/' : made.path, domain: made.domain.replace(/^\./, '') });
    },
    'void Add(uri uri, System.Net.Cookie cookie)': (self, uri, cookie) => {
      const made = cookieOf(cookie ?? null);
      jarOf(self).add({
        ...made,
        path: made.path === '' ? '/' : made.path,
        domain: made.domain === '' ? urlOf(uri).hostname : made.domain.replace(/^\./, ''),
        hostOnly: made.domain === '',
      });
    },
  },
);

/** A new session, as the object that scripts hold. */
export function newWebSession(): NetObject<WebSession> {
  const jar = new CookieJar();
  return new NetObject<WebSession>(requireType(SESSION), {
    headers: new PSDictionary([]),
    cookies: new NetObject(requireType(CONTAINER), jar),
    jar,
    userAgent: USER_AGENT,
    credentials: null,
    certificates: null,
    proxy: null,
    useDefaultCredentials: false,
    maximumRedirection: -1,
    maximumRetryCount: 0,
    retryIntervalSeconds: 0,
  });
}
defineType(
  SESSION,
  { base: 'System.Object' },
  {
    'new()': () => newWebSession(),
    'System.Collections.Generic.Dictionary[string,string] Headers': (self) => sessionOf(self).headers,
    'set System.Collections.Generic.Dictionary[string,string] Headers': (self, value) => {
      sessionOf(self).headers = value ?? null;
    },
    'System.Net.CookieContainer Cookies': (self) => sessionOf(self).cookies,
    'bool UseDefaultCredentials': (self) => sessionOf(self).useDefaultCredentials,
    'set bool UseDefaultCredentials': (self, value) => {
      sessionOf(self).useDefaultCredentials = toBoolean(value ?? false);
    },
    'System.Object Credentials': (self) => sessionOf(self).credentials,
    'set System.Object Credentials': (self, value) => {
      sessionOf(self).credentials = value ?? null;
    },
    'System.Object Certificates': (self) => sessionOf(self).certificates,
    'string UserAgent': (self) => sessionOf(self).userAgent,
    'set string UserAgent': (self, value) => {
      sessionOf(self).userAgent = words(value);
    },
    'System.Object Proxy': (self) => sessionOf(self).proxy,
    'set System.Object Proxy': (self, value) => {
      sessionOf(self).proxy = value ?? null;
    },
    'int MaximumRedirection': (self) => sessionOf(self).maximumRedirection,
    'set int MaximumRedirection': (self, value) => {
      sessionOf(self).maximumRedirection = toNumber(value ?? 0);
    },
    'int MaximumRetryCount': (self) => sessionOf(self).maximumRetryCount,
    'set int MaximumRetryCount': (self, value) => {
      sessionOf(self).maximumRetryCount = toNumber(value ?? 0);
    },
    'int RetryIntervalInSeconds': (self) => sessionOf(self).retryIntervalSeconds,
    'set int RetryIntervalInSeconds': (self, value) => {
      sessionOf(self).retryIntervalSeconds = toNumber(value ?? 0);
    },
  },
);

/** The session behind an argument; undefined for anything else. */
export function webSessionOf(value: PSValue | undefined): WebSession | undefined {
  const inner = unwrap(value ?? null);
  return inner instanceof NetObject && inner.type instanceof NetType && inner.type.fullName === SESSION
    ? (inner.data as WebSession)
    : undefined;
}
