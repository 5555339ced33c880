/** What a request carries: -Body, -Form and -InFile as bytes with their content type. */
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import nodePath from 'node:path';
import { PSDictionary, PSObject, PSXmlDocument, type PSValue } from '../../../../../protocol/objects/index.js';
import { toText } from '../../../conversion.js';
import { unwrap } from '../../../values/live.js';
import type { EngineCommandContext } from '../../engine-services.js';
import { text } from '../../support/arguments.js';
import { encodingOf } from '../../support/encoding.js';
import { targetFile } from '../../support/files.js';
import { listOf } from '../../support/objects.js';

export interface RequestBody {
  readonly bytes: Uint8Array | undefined;
  /** Of the body itself; -ContentType and -Headers win. */
  readonly type: string | undefined;
}
const FORM_TYPE = 'application/x-www-form-urlencoded';

/** The entries of a hashtable argument, keys as text. */
export function entriesOf(value: PSValue | undefined): readonly (readonly [string, PSValue])[] {
  const inner = unwrap(value ?? null);
  return inner instanceof PSDictionary ? [...inner.entries()].map(([key, item]) => [toText(key), item] as const) : [];
}
const encoded = (value: PSValue): string =>
  encodeURIComponent(value === null ? '' : toText(value))
    .replaceAll('%20', '+')
    .replaceAll("'", '%27')
    .replaceAll('~', '%7E');
/** `a=1&b=2`, as WebUtility.UrlEncode writes it. */
export const formText = (entries: readonly (readonly [string, PSValue])[]): string =>
  entries.map(([key, value]) => `${encoded(key)}=${encoded(value)}`).join('&');

const pathOf = (item: PSValue): string | undefined => {
  const inner = unwrap(item);
  if (!(inner instanceof PSObject) || inner.typeNames[0] !== 'System.IO.FileInfo') return undefined;
  const path = inner.get('FullName');
  return typeof path === 'string' ? path : undefined;
};
/** A header word; in quotes when it is no token. */
const word = (value: string): string =>
  /^[\w!#$%&'*+.^`|~-]+$/.test(value) ? value : `"${value.replaceAll('"', '%22')}"`;

async function multipart(form: PSValue): Promise<RequestBody> {
  const boundary = randomUUID();
  const parts: Uint8Array[] = [];
  const add = (line: string): void => void parts.push(Buffer.from(line));
  for (const [name, value] of entriesOf(form))
    for (const item of listOf(value)) {
      add(`--${boundary}\r\n`);
      const path = pathOf(item);
      if (path === undefined) {
        add(`Content-Type: text/plain; charset=utf-8\r\nContent-Disposition: form-data; name=${word(name)}\r\n\r\n`);
        add(`${toText(item)}\r\n`);
        continue;
      }
      const file = nodePath.basename(path);
      add(
        `Content-Disposition: form-data; name=${word(name)}; filename=${word(file)}; filename*=utf-8''${encodeURIComponent(file)}\r\nContent-Type: application/octet-stream\r\n\r\n`,
      );
      parts.push(await readFile(path));
      add('\r\n');
    }
  add(`--${boundary}--\r\n`);
  return { bytes: Buffer.concat(parts), type: `multipart/form-data; boundary="${boundary}"` };
}

/** -Body, -Form or -InFile. A hashtable of a GET becomes part of the address. */
export async function requestBody(context: EngineCommandContext, method: string, url: URL): Promise<RequestBody> {
  const form = context.arg('Form');
  if (form !== undefined && form !== null) return multipart(form);
  const type = method === 'POST' ? FORM_TYPE : undefined;
  const file = text(context, 'InFile');
  if (file !== undefined) return { bytes: await readFile(targetFile(context, file)), type };
  const body = unwrap(context.arg('Body') ?? null);
  if (body === null) return { bytes: method === 'POST' || method === 'PUT' ? new Uint8Array(0) : undefined, type };
  if (body instanceof PSDictionary) {
    const pairs = formText(entriesOf(body));
    if (method !== 'GET') return { bytes: Buffer.from(pairs), type };
    if (pairs !== '') url.search = `${url.search === '' ? '?' : `${url.search}&`}${pairs}`;
    return { bytes: undefined, type: undefined };
  }
  if (body instanceof Uint8Array) return { bytes: body, type };
  const xml = body instanceof PSObject && body.typeNames[0] === 'System.Xml.XmlDocument';
  const outer = xml ? await context.services.members.get(body, 'OuterXml') : undefined;
  const charset = /charset\s*=\s*"?([\w-]+)/i.exec(text(context, 'ContentType') ?? '')?.[1];
  const encoding = charset === undefined ? undefined : encodingOf(charset);
  const content = typeof outer === 'string' ? outer : body instanceof PSXmlDocument ? body.outerXml : toText(body);
  return { bytes: encoding === undefined ? Buffer.from(content) : encoding.encode(content), type };
}
