/** UTF-7 [RFC 2152] as .NET writes it: what is not plain ASCII goes as base64 of UTF-16 between `+` and `-`. */
const DIRECT = /[A-Za-z0-9'(),\-./:? \t\r\n]/;

export function encodeUtf7(text: string): Uint8Array {
  let out = '';
  for (let at = 0; at < text.length; ) {
    const char = text.charAt(at);
    if (char === '+') {
      out += '+-';
      at += 1;
    } else if (DIRECT.test(char)) {
      out += char;
      at += 1;
    } else {
      let end = at;
      while (end < text.length && text[end] !== '+' && !DIRECT.test(text.charAt(end))) end += 1;
      const units = Buffer.from(text.slice(at, end), 'utf16le').swap16();
      out += `+${units.toString('base64').replace(/=+$/, '')}-`;
      at = end;
    }
  }
  return Buffer.from(out, 'latin1');
}
export function decodeUtf7(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('latin1')
    .replace(/\+(-|([A-Za-z0-9+/]+)-?)/g, (_whole, rest: string, code: string | undefined) => {
      if (rest === '-') return '+';
      const units = Buffer.from(code ?? '', 'base64');
      return Buffer.from(units.subarray(0, units.length - (units.length % 2)))
        .swap16()
        .toString('utf16le');
    });
}
