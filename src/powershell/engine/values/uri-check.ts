/** Hosts of URIs and their kinds. */

/** A name of the DNS, or of a computer of Windows' network. */
const NAME = /^[\p{L}\p{M}\p{N}_-]+(?:\.[\p{L}\p{M}\p{N}_-]+)*\.?$/u;

function isHost(host: string): boolean {
  return host.startsWith('[')
    ? host.endsWith(']') && URL.canParse(`http://${host.replace(/%.*(?=\]$)/s, '')}/`)
    : NAME.test(host);
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
