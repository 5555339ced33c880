/** What .NET refuses to make a System.Uri of, absolute or relative. */

/** Schemes whose authority, if it looks like one, is no host. */
const WITHOUT_HOST: ReadonlySet<string> = new Set(['news', 'mailto', 'urn', 'uuid']);
/** Schemes that name no host without one. */
const NEED_HOST = /^(?:https?|ftp|wss?|net\.tcp|net\.pipe|telnet|nntp|gopher)$/;
/** A name of the DNS, or of a computer of Windows' network. */
const NAME = /^[\p{L}\p{M}\p{N}_-]+(?:\.[\p{L}\p{M}\p{N}_-]+)*\.?$/u;
const NO_HOST = 'Invalid URI: The hostname could not be parsed.';

function isHost(host: string): boolean {
  return host.startsWith('[')
    ? host.endsWith(']') && URL.canParse(`http://${host.replace(/%.*(?=\]$)/s, '')}/`)
    : NAME.test(host);
}

/** Why there is no such URI, in .NET's words; undefined where there is one. */
export function uriProblem(source: string): string | undefined {
  const [, given = '', authority = ''] = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)/i.exec(source.trim()) ?? [];
  const scheme = given.toLowerCase();
  if (scheme === '' || WITHOUT_HOST.has(scheme)) return undefined;
  if (authority === '') return NEED_HOST.test(scheme) ? NO_HOST : undefined;
  const [, host = '', port = ''] = /^(\[[^\]]*\]?|[^:]*)(?::(.*))?$/s.exec(authority.replace(/^[^@]*@/, '')) ?? [];
  if (scheme === 'file' && /^[a-z]:/i.test(authority))
    return "Invalid URI: A Dos path must be rooted, for example, 'c:\\\\'.";
  if (!isHost(host)) return NO_HOST;
  return /^\d*$/.test(port) && Number(port) <= 65_535 ? undefined : 'Invalid URI: Invalid port specified.';
}

/** What kind of host that is: a name of `System.UriHostNameType`. */
export function hostKind(host: string): 'Basic' | 'Dns' | 'IPv4' | 'IPv6' {
  if (host.startsWith('[')) return 'IPv6';
  const bytes = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(host)?.slice(1);
  if (bytes?.every((byte) => Number(byte) <= 255) === true) return 'IPv4';
  // Names that only Windows' network has begin with another letter, or are too long for the DNS.
  return /^(?:[\p{L}\p{N}][^.]{0,62}\.?)+$/u.test(host) ? 'Dns' : 'Basic';
}

/** The same of a text that may be no host at all. */
export function checkedHostKind(text: string): 'Unknown' | 'Dns' | 'IPv4' | 'IPv6' {
  if (text.includes(':')) return isHost(text.startsWith('[') ? text : `[${text}]`) ? 'IPv6' : 'Unknown';
  const kind = isHost(text) ? hostKind(text) : 'Basic';
  return kind === 'Basic' ? 'Unknown' : kind;
}
