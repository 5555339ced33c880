/**
 * Writes XML with correct escaping. Names are given with the prefix that the writer's caller declared; the writer
 * keeps no table of namespaces, since whoever writes a protocol knows its prefixes. Base64 goes out as bytes.
 */
import { encodeBase64, encodeUtf8 } from '../bytes/index.js';

export type XmlAttributes = Readonly<Record<string, string | undefined>>;

export class XmlWriter {
  readonly #parts: (string | Uint8Array)[] = [];
  #buffer = '';
  readonly #open: string[] = [];
  #tagOpen = false;

  /** `name` with its prefix. Attributes whose value is undefined are left out. */
  start(name: string, attributes?: XmlAttributes): this {
    this.#endTag();
    this.#buffer += `<${name}`;
    if (attributes !== undefined) this.#attributes(attributes);
    this.#open.push(name);
    this.#tagOpen = true;
    return this;
  }
  end(): this {
    const name = this.#open.pop() ?? '';
    if (this.#tagOpen) {
      this.#buffer += '/>';
      this.#tagOpen = false;
    } else {
      this.#buffer += `</${name}>`;
    }
    return this;
  }
  text(value: string): this {
    this.#endTag();
    this.#buffer += escapeXmlText(value);
    return this;
  }
  base64(bytes: Uint8Array): this {
    this.#endTag();
    if (bytes.length > 0) {
      this.#flush();
      this.#parts.push(encodeBase64(bytes));
    }
    return this;
  }
  /** An element with text, or an empty one. */
  element(name: string, value = '', attributes?: XmlAttributes): this {
    this.start(name, attributes);
    if (value !== '') this.text(value);
    return this.end();
  }
  /** Writes `<name></name>` even when nothing is inside: some readers of fixed text want it so. */
  emptyPair(name: string, attributes?: XmlAttributes): this {
    this.start(name, attributes);
    this.#endTag();
    return this.end();
  }
  /** An element with text; without text still a pair of tags. */
  emptyOrText(name: string, value: string, attributes?: XmlAttributes): this {
    return value === '' ? this.emptyPair(name, attributes) : this.element(name, value, attributes);
  }
  /** Markup that is already XML. */
  raw(markup: string): this {
    this.#endTag();
    this.#buffer += markup;
    return this;
  }

  /** What was written, which holds no base64. */
  toText(): string {
    return this.#buffer;
  }
  toBytes(): Uint8Array {
    this.#flush();
    const encoded = this.#parts.map((part) => (typeof part === 'string' ? encodeUtf8(part) : part));
    const only = encoded.length === 1 ? encoded[0] : undefined;
    if (only !== undefined) return only;
    const bytes = new Uint8Array(encoded.reduce((sum, part) => sum + part.length, 0));
    let at = 0;
    for (const part of encoded) {
      bytes.set(part, at);
      at += part.length;
    }
    return bytes;
  }

  #attributes(attributes: XmlAttributes): void {
    for (const name in attributes) {
      const value = attributes[name];
      if (value !== undefined) this.#buffer += ` ${name}="${escapeXmlAttribute(value)}"`;
    }
  }
  #endTag(): void {
    if (!this.#tagOpen) return;
    this.#buffer += '>';
    this.#tagOpen = false;
  }
  #flush(): void {
    if (this.#buffer === '') return;
    this.#parts.push(this.#buffer);
    this.#buffer = '';
  }
}

/** Escapes `& < >` and a carriage return; what XML cannot hold at all becomes U+FFFD. */
export function escapeXmlText(value: string): string {
  return escape(value, false);
}
/** As text, and `"`, tab and line feed besides, so that a reader's normalization gives the same value back. */
export function escapeXmlAttribute(value: string): string {
  return escape(value, true);
}

function escape(value: string, attribute: boolean): string {
  let out = '';
  let kept = 0;
  for (let at = 0; at < value.length; at += 1) {
    const replacement = replacementOf(value, at, attribute);
    if (replacement === undefined) continue;
    out += value.slice(kept, at) + replacement;
    kept = at + 1;
  }
  return kept === 0 ? value : out + value.slice(kept);
}

function replacementOf(value: string, at: number, attribute: boolean): string | undefined {
  const code = value.charCodeAt(at);
  if (code > 0x3e) {
    if (code < 0xd800) return undefined;
    if (code >= 0xfffe) return '\ufffd';
    if (code > 0xdfff) return undefined;
    // A surrogate is fine beside its other half only.
    const neighbour = value.charCodeAt(code < 0xdc00 ? at + 1 : at - 1);
    const paired =
      code < 0xdc00 ? neighbour >= 0xdc00 && neighbour <= 0xdfff : neighbour >= 0xd800 && neighbour < 0xdc00;
    return paired ? undefined : '\ufffd';
  }
  switch (code) {
    case 0x26:
      return '&amp;';
    case 0x3c:
      return '&lt;';
    case 0x3e:
      return '&gt;';
    case 0x0d:
      return '&#xD;';
    case 0x22:
      return attribute ? '&quot;' : undefined;
    case 0x09:
      return attribute ? '&#x9;' : undefined;
    case 0x0a:
      return attribute ? '&#xA;' : undefined;
    default:
      return code < 0x20 ? '\ufffd' : undefined;
  }
}
