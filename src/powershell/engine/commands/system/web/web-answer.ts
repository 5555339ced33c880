/** Answers as objects: the response of Invoke-WebRequest with its links, the headers, the text by its character set. */
import { EOL } from 'node:os';
import type { Readable } from 'node:stream';
import { TextDecoder } from 'node:util';
import { PropertyBag, PSDictionary, PSObject, type PSValue } from '../../../../../protocol/objects/index.js';
import { typedArray } from '../../../values/live.js';
import { statusOf, WebFailure } from './web-failure.js';
import { newMemory } from '../../../net/streams/memory-stream.js';
import { requireGeneric } from '../../../net/support.js';
import { dictionaryOf } from '../../../runtime/parameter-metadata.js';
import { STRING } from '../../../values/types.js';
import { customObject } from '../../support/objects.js';
import { type ExchangeAnswer, headerOf } from './http-exchange.js';

/** Bytes of an answer that are kept in memory. Larger ones go to a file with -OutFile. */
const MAX_ANSWER_BYTES = 256 * 1024 * 1024;

export async function readAll(body: Readable): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of body as AsyncIterable<Uint8Array>) {
    size += part.length;
    if (size > MAX_ANSWER_BYTES) {
      body.destroy();
      throw new WebFailure(
        `The answer is larger than ${MAX_ANSWER_BYTES} bytes. Use -OutFile.`,
        'AnswerTooLarge',
        'System.InvalidOperationException',
        'LimitsExceeded',
      );
    }
    parts.push(part);
  }
  return Buffer.concat(parts);
}

export const contentType = (answer: ExchangeAnswer): string => headerOf(answer, 'content-type') ?? '';
function decoderOf(answer: ExchangeAnswer, bytes: Uint8Array): TextDecoder {
  const named =
    /charset\s*=\s*"?([\w-]+)/i.exec(contentType(answer))?.[1] ??
    // A page or a document may name its own character set.
    /(?:<meta\s[^>]*charset\s*=\s*["']?|<\?xml\s[^>]*encoding\s*=\s*["'])([\w-]+)/i.exec(
      Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4096)).toString('latin1'),
    )?.[1];
  try {
    return new TextDecoder(named ?? 'utf-8');
  } catch {
    return new TextDecoder();
  }
}
export const decode = (answer: ExchangeAnswer, bytes: Uint8Array): string => decoderOf(answer, bytes).decode(bytes);
export const isText = (type: string): boolean =>
  type === '' || /^text\/|[/+](?:json|xml)\b|javascript|x-www-form-urlencoded/i.test(type);

/** .NET keeps what describes the content after the rest. */
const CONTENT_HEADERS = /^(?:allow|content-.*|expires|last-modified)$/i;
function orderedHeaders(answer: ExchangeAnswer): readonly (readonly [string, string])[] {
  const unpacked = headerOf(answer, 'content-encoding') !== undefined;
  const kept = answer.headers.filter(([name]) => !unpacked || !/^content-(?:encoding|length)$/i.test(name));
  return [
    ...kept.filter(([name]) => !CONTENT_HEADERS.test(name)),
    ...kept.filter(([name]) => CONTENT_HEADERS.test(name)),
  ];
}
export function headerDictionary(answer: ExchangeAnswer): PSDictionary {
  const values = new Map<string, { readonly name: string; readonly list: PSValue[] }>();
  for (const [name, value] of orderedHeaders(answer)) {
    const known = values.get(name.toLowerCase());
    if (known === undefined) values.set(name.toLowerCase(), { name, list: [value] });
    else known.list.push(value);
  }
  return dictionaryOf(
    requireGeneric('System.Collections.Generic.IEnumerable', [STRING]),
    [...values.values()].map(({ name, list }) => [name, typedArray(list, STRING)] as const),
  );
}

/** The `rel` links of an answer's Link headers, addresses complete. RFC 8288 */
export function relationLinks(answer: ExchangeAnswer): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [name, value] of answer.headers) {
    if (name.toLowerCase() !== 'link') continue;
    for (const match of value.matchAll(/<([^>]*)>\s*;[^,]*?\brel\s*=\s*"?([^",;]+)"?/gi)) {
      const [, address = '', relation = ''] = match;
      if (!found.has(relation) && URL.canParse(address, answer.url.href))
        found.set(relation, new URL(address, answer.url).href);
    }
  }
  return found;
}

const ATTRIBUTE = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };
const unescapeHtml = (source: string): string =>
  source.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex?: string, digits?: string, name?: string) => {
    if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? whole;
    const point = hex === undefined ? Number(digits) : Number.parseInt(hex, 16);
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
/** Elements as PowerShell shows them: the whole text, the tag's name, and a property for each attribute. */
function elements(html: string, pattern: RegExp, tagName: string): PSValue[] {
  return Array.from(html.matchAll(pattern), (match): PSValue => {
    const [outer] = match;
    const inside = /^<[a-z][a-z\d]*([^>]*)>/i.exec(outer)?.[1] ?? '';
    const properties: (readonly [string, PSValue])[] = [
      ['outerHTML', outer],
      ['tagName', tagName],
    ];
    for (const [, name = '', double, single, bare] of inside.matchAll(ATTRIBUTE))
      properties.push([name, unescapeHtml(double ?? single ?? bare ?? '')]);
    return customObject(properties);
  });
}

/** The bytes of an answer as ASCII: what that cannot say is a question mark, or a point. */
const printable = (bytes: Uint8Array): string =>
  Buffer.from(bytes)
    .toString('latin1')
    // oxlint-disable-next-line no-control-regex
    .replace(/[\x80-\xff]/g, '?')
    .replace(/[\x00-\x08\x0e-\x1f\x7f]/g, '.');
/** What Invoke-WebRequest writes. */
export function responseObject(answer: ExchangeAnswer, bytes: Uint8Array): PSObject {
  const plain = isText(contentType(answer));
  const decoder = decoderOf(answer, bytes);
  const content: PSValue = plain ? decoder.decode(bytes) : bytes;
  const head = `HTTP/${answer.version} ${answer.status} ${answer.reason}${EOL}${orderedHeaders(answer)
    .map(([name, value]) => `${name}: ${value}${EOL}`)
    .join('')}${EOL}`;
  const raw = head + decoder.decode(bytes);
  const html = typeof content === 'string' ? content : '';
  // In the order of .NET: those of the class of pages, then those of its base class, which has the bytes as content.
  const properties: Record<string, PSValue> = {
    ...(plain
      ? {
          Content: content,
          Encoding: new PSObject({
            typeNames: ['System.Text.Encoding', 'System.Object'],
            toStringText: decoder.encoding,
            adapted: PropertyBag.of({ WebName: decoder.encoding }),
          }),
          InputFields: elements(html, /<input\b[^>]*>/gi, 'INPUT'),
          Links: elements(html, /<a\b[^>]*>[\s\S]*?<\/a>/gi, 'A'),
          Images: elements(html, /<img\b[^>]*>/gi, 'IMG'),
          BaseResponse: messageObject(answer),
        }
      : { BaseResponse: messageObject(answer), Content: content }),
    Headers: headerDictionary(answer),
    RawContent: raw,
    RawContentLength: BigInt(bytes.length),
    RawContentStream: newMemory(bytes),
    RelationLink: dictionaryOf(STRING, relationLinks(answer)),
    StatusCode: answer.status,
    StatusDescription: answer.reason,
    OutFile: null,
  };
  const base = 'Microsoft.PowerShell.Commands.WebResponseObject';
  return new PSObject({
    typeNames: plain
      ? ['Microsoft.PowerShell.Commands.BasicHtmlWebResponseObject', base, 'System.Object']
      : [base, 'System.Object'],
    toStringText: plain ? printable(bytes) : raw,
    adapted: PropertyBag.of(properties),
  });
}

/** HttpResponseMessage: what an error's Response and an answer's BaseResponse are. */
export function messageObject(answer: ExchangeAnswer): PSObject {
  return new PSObject({
    typeNames: ['System.Net.Http.HttpResponseMessage', 'System.Object'],
    toStringText: `StatusCode: ${answer.status}, ReasonPhrase: '${answer.reason}', Version: ${answer.version}`,
    adapted: PropertyBag.of({
      Version: answer.version,
      StatusCode: statusOf(answer.status),
      ReasonPhrase: answer.reason,
      Headers: headerDictionary(answer),
      RequestMessage: null,
      IsSuccessStatusCode: answer.status >= 200 && answer.status < 300,
    }),
  });
}
