/** MailMessage and SmtpClient: a message is put together here and given to a server by SMTP. [RFC 5321, RFC 5322] */
import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import nodeNet from 'node:net';
import nodePath from 'node:path';
import tls from 'node:tls';
import { PSList, type PSValue } from '../../../protocol/objects/index.js';
import { toText } from '../conversion.js';
import { implement } from '../values/bodies.js';
import { NetThrow } from '../values/exceptions.js';
import { NetObject, unwrap } from '../values/live.js';
import { requireType } from '../values/net-type.js';
import { full, io } from './files.js';
import { userOf } from './http/http-client.js';
import { HeaderTable } from './http/http-message.js';
import { newMail } from './network.js';
import { no, none, plainProperties, Settings } from './plain-properties.js';
import { asTask, readAll, streamIn } from './streams/byte-stream.js';
import { MemoryData } from './streams/memory-stream.js';
import { held } from './tasks.js';
import { argumentNull, dataOf, enumOf, invalidOperation, items, net, num, outOfRange, text } from './support.js';

const SPACE = 'System.Net.Mail';
const addresses = (source: string): PSValue[] =>
  source
    .split(/[,;](?=(?:[^"]*"[^"]*")*[^"]*$)/)
    .filter((part) => part.trim() !== '')
    .map((part) => newMail(part.trim()));
const list = (type: string, initial: PSValue[] = []): PSList =>
  new PSList(initial, 'LST', { typeNames: requireType(`${SPACE}.${type}`).typeNames });
const itemsOf = (self: PSValue): PSValue[] => {
  const inner = unwrap(self);
  if (inner instanceof PSList) return inner.items;
  throw argumentNull('addresses');
};
implement(`${SPACE}.MailAddressCollection`, () => ({
  'Add(string)': (self, value) => {
    if (value === null) throw argumentNull('addresses');
    itemsOf(self).push(...addresses(text(value)));
    return undefined;
  },
  ToString: (self) =>
    itemsOf(self)
      .map((one) => toText(one))
      .join(', '),
}));

// ------------------------------------------------------------------ attachments

interface Attachment extends Settings {
  stream: PSValue;
}
const ATTACHMENT = `${SPACE}.Attachment`;
const TYPES: Readonly<Record<string, string>> = {
  '.txt': 'text/plain',
  '.htm': 'text/html',
  '.html': 'text/html',
  '.csv': 'text/csv',
  '.xml': 'text/xml',
  '.json': 'application/json',
  '.pdf': 'application/pdf',
  '.zip': 'application/zip',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.png': 'image/png',
};
const MEDIA = 'System.Net.Mime.ContentType';
implement(MEDIA, () => ({
  ...plainProperties({ MediaType: () => 'application/octet-stream', Name: none, CharSet: none, Boundary: none }),
  ToString: (self) => text(dataOf<Settings>(self).values.get('MediaType') ?? 'application/octet-stream'),
  new: (_self, value) => {
    const made = new Settings();
    if (value !== undefined) made.values.set('MediaType', (text(value).split(';')[0] ?? '').trim());
    return net(MEDIA, made);
  },
}));
function newAttachment(stream: PSValue, name: PSValue | undefined, media: PSValue | undefined): PSValue {
  const made = Object.assign(new Settings(), { stream });
  const given = name === undefined || name === null ? '' : text(name);
  const type = new Settings();
  const chosen = media === undefined || media === null ? undefined : text(media);
  type.values.set('MediaType', chosen ?? TYPES[nodePath.extname(given).toLowerCase()] ?? 'application/octet-stream');
  if (given !== '') type.values.set('Name', given);
  made.values.set('ContentType', net(MEDIA, type));
  made.values.set('Name', given === '' ? null : given);
  made.values.set('ContentId', randomUUID());
  return net(ATTACHMENT, made);
}
const fromFile = (path: PSValue, media: PSValue | undefined): PSValue => {
  const place = full(path);
  const bytes = io(place, () => fs.readFileSync(place));
  return newAttachment(
    net('System.IO.MemoryStream', new MemoryData(Uint8Array.from(bytes), { writable: false, fixed: true })),
    nodePath.basename(place),
    media,
  );
};
implement(ATTACHMENT, () => ({
  ...plainProperties({ Name: none, ContentType: none, ContentId: none, NameEncoding: none, ContentDisposition: none }),
  ContentStream: (self) => dataOf<Attachment>(self).stream,
  Dispose: () => undefined,
  'static CreateAttachmentFromString(string, string)': (_self, content, name) =>
    newAttachment(
      net('System.IO.MemoryStream', new MemoryData(new TextEncoder().encode(text(content)))),
      name,
      'text/plain',
    ),
  'new(string)': (_self, path) => fromFile(path, undefined),
  'new(string, string)': (_self, path, media) => fromFile(path, media),
  'new(System.IO.Stream, string)': (_self, stream, name) => newAttachment(stream, name, undefined),
  'new(System.IO.Stream, string, string)': (_self, stream, name, media) => newAttachment(stream, name, media),
}));

// ------------------------------------------------------------------ messages

const MESSAGE = `${SPACE}.MailMessage`;
const bodies = plainProperties({
  From: none,
  Sender: none,
  ReplyTo: none,
  To: () => list('MailAddressCollection'),
  CC: () => list('MailAddressCollection'),
  Bcc: () => list('MailAddressCollection'),
  ReplyToList: () => list('MailAddressCollection'),
  Subject: () => '',
  Body: () => '',
  IsBodyHtml: no,
  BodyEncoding: none,
  SubjectEncoding: none,
  HeadersEncoding: none,
  Priority: () => enumOf(`${SPACE}.MailPriority`, 0),
  DeliveryNotificationOptions: () => enumOf(`${SPACE}.DeliveryNotificationOptions`, 0),
  Attachments: () => list('AttachmentCollection'),
  AlternateViews: () => list('AlternateViewCollection'),
  Headers: () => net('System.Net.WebHeaderCollection', new HeaderTable()),
});
implement(MESSAGE, () => ({
  ...bodies,
  Dispose: () => undefined,
  'new()': () => net(MESSAGE, new Settings()),
  new: (_self, from, to, subject, body) => {
    const made = new Settings();
    made.values.set('From', typeof unwrap(from) === 'string' ? newMail(text(from)) : from);
    const inner = unwrap(to);
    made.values.set('To', list('MailAddressCollection', typeof inner === 'string' ? addresses(inner) : [to]));
    if (subject !== undefined) made.values.set('Subject', subject ?? '');
    if (body !== undefined) made.values.set('Body', body ?? '');
    return net(MESSAGE, made);
  },
}));

interface Envelope {
  readonly from: string;
  readonly to: readonly string[];
  readonly data: string;
}
interface Address {
  readonly user: string;
  readonly host: string;
  readonly display: string;
}
const addressOf = (value: PSValue): string => {
  const { user, host } = dataOf<Address>(value);
  return `${user}@${host}`;
};
const setting = (message: PSValue, name: string): PSValue => dataOf<Settings>(message).values.get(name) ?? null;
const listed = (message: PSValue, name: string): readonly PSValue[] => {
  const value = setting(message, name);
  return value === null ? [] : items(value);
};
/** Words outside ASCII as encoded words. No line of a header can be added by its text. */
const word = (value: string): string => {
  const single = value.replace(/[\r\n]+/g, ' ');
  return /^[\x20-\x7e]*$/.test(single) ? single : `=?utf-8?B?${Buffer.from(single).toString('base64')}?=`;
};
const shownAddress = (value: PSValue): string => {
  const { display } = dataOf<Address>(value);
  return display === ''
    ? addressOf(value)
    : `${/^[\x20-\x7e]*$/.test(display) ? `"${display}"` : word(display)} <${addressOf(value)}>`;
};
const base64 = (bytes: Uint8Array): string =>
  (
    Buffer.from(bytes)
      .toString('base64')
      .match(/.{1,76}/g) ?? []
  ).join('\r\n');
async function envelopeOf(message: PSValue): Promise<Envelope> {
  const from = setting(message, 'From');
  if (from === null) throw invalidOperation('A from address must be specified.');
  const [to, copies, hidden] = ['To', 'CC', 'Bcc'].map((name) => listed(message, name));
  const all = [...(to ?? []), ...(copies ?? []), ...(hidden ?? [])];
  if (all.length === 0) throw invalidOperation('A recipient must be specified.');
  const head: string[] = ['MIME-Version: 1.0', `From: ${shownAddress(from)}`];
  const header = (name: string, values: readonly PSValue[] | undefined): void => {
    if (values !== undefined && values.length > 0) head.push(`${name}: ${values.map(shownAddress).join(', ')}`);
  };
  header('To', to);
  header('Cc', copies);
  header('Reply-To', listed(message, 'ReplyToList'));
  const priority = toText(setting(message, 'Priority') ?? '');
  if (priority === 'High') head.push('X-Priority: 1', 'Priority: urgent', 'Importance: high');
  if (priority === 'Low') head.push('X-Priority: 5', 'Priority: non-urgent', 'Importance: low');
  head.push(
    `Date: ${new Date().toUTCString().replace('GMT', '+0000')}`,
    `Subject: ${word(toText(setting(message, 'Subject')))}`,
  );
  const extra = unwrap(setting(message, 'Headers'));
  if (extra instanceof NetObject && extra.data instanceof HeaderTable)
    for (const { name, values } of extra.data.entries()) head.push(`${name}: ${word(values.join(', '))}`);
  const kind = setting(message, 'IsBodyHtml') === true ? 'text/html' : 'text/plain';
  const body = [
    `Content-Type: ${kind}; charset=utf-8`,
    'Content-Transfer-Encoding: base64',
    '',
    base64(new TextEncoder().encode(toText(setting(message, 'Body')))),
  ].join('\r\n');
  const attachments = listed(message, 'Attachments');
  let content = body;
  if (attachments.length > 0) {
    const boundary = `--boundary_0_${randomUUID()}`;
    head.push(`Content-Type: multipart/mixed; boundary=${boundary}`, '');
    const parts = [body];
    for (const one of attachments) {
      const { stream, values } = dataOf<Attachment>(one);
      const from_ = streamIn(stream);
      if (from_?.seekable === true) from_.position = 0;
      const bytes = from_ === undefined ? new Uint8Array(0) : await readAll(from_);
      const name = word(toText(values.get('Name') ?? 'attachment')).replaceAll('"', "'");
      parts.push(
        [
          `Content-Type: ${toText(values.get('ContentType') ?? null)}; name="${name}"`,
          'Content-Transfer-Encoding: base64',
          `Content-Disposition: attachment; filename="${name}"`,
          '',
          base64(bytes),
        ].join('\r\n'),
      );
    }
    content = `${parts.map((part) => `--${boundary}\r\n${part}\r\n`).join('')}--${boundary}--`;
  }
  // A line of a single dot would end the message.
  const data = `${head.join('\r\n')}\r\n${content}`.replace(/^\./gm, '..');
  return { from: addressOf(from), to: all.map(addressOf), data };
}

// ------------------------------------------------------------------ SMTP

/** A conversation with a server: a line is said, an answer of one or more lines comes. */
class Conversation {
  #socket: nodeNet.Socket;
  #buffer = '';
  #failure: Error | undefined;
  #wake: (() => void) | undefined;
  readonly #limitMs: number;
  constructor(socket: nodeNet.Socket, limitMs: number) {
    this.#socket = socket;
    this.#limitMs = limitMs;
    this.#listen();
  }
  #listen(): void {
    const wake = (): void => {
      this.#wake?.();
    };
    this.#socket.setEncoding('latin1');
    this.#socket.setTimeout(this.#limitMs);
    this.#socket.on('data', (part: string) => {
      this.#buffer += part;
      wake();
    });
    this.#socket.on('error', (error) => {
      this.#failure = error;
      wake();
    });
    this.#socket.on('timeout', () => {
      this.#failure = new Error('The operation has timed out.');
      wake();
    });
    this.#socket.on('close', () => {
      this.#failure ??= new Error('The server closed the connection.');
      wake();
    });
  }
  async answer(): Promise<{ code: number; text: string }> {
    for (;;) {
      const match = /^(?:\d{3}-[^\n]*\n)*(\d{3})(?: ([^\r\n]*))?\r?\n/.exec(this.#buffer);
      if (match !== null) {
        this.#buffer = this.#buffer.slice(match[0].length);
        return { code: Number(match[1]), text: match[0].trim() };
      }
      if (this.#failure !== undefined) throw this.#failure;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }
  async say(line: string, ...codes: readonly number[]): Promise<string> {
    this.#socket.write(`${line}\r\n`);
    const { code, text: answer } = await this.answer();
    if (!codes.includes(code)) throw new Error(answer.replace(/^\d{3}[- ]/, ''));
    return answer;
  }
  async secure(host: string): Promise<void> {
    const plain = this.#socket;
    plain.removeAllListeners();
    this.#socket = tls.connect({ socket: plain, servername: nodeNet.isIP(host) === 0 ? host : '' });
    await new Promise<void>((resolve, reject) => {
      this.#socket.once('secureConnect', resolve);
      this.#socket.once('error', reject);
    });
    this.#listen();
  }
  end(): void {
    this.#socket.end();
    this.#socket.destroySoon();
  }
}
interface Server {
  readonly host: string;
  readonly port: number;
  readonly secure: boolean;
  readonly user: string | undefined;
  readonly limitMs: number;
}
async function deliver({ host, port, secure, user, limitMs }: Server, { from, to, data }: Envelope): Promise<void> {
  const socket = nodeNet.connect({ host, port });
  const talk = new Conversation(socket, limitMs);
  try {
    await talk.answer();
    const hello = 'EHLO localhost';
    let offers = await talk.say(hello, 250);
    if (secure) {
      if (!/STARTTLS/i.test(offers)) throw new Error('Server does not support secure connections.');
      await talk.say('STARTTLS', 220);
      await talk.secure(host);
      offers = await talk.say(hello, 250);
    }
    if (user !== undefined && /AUTH/i.test(offers)) {
      const at = user.indexOf(':');
      const [name, password] = [user.slice(0, at), user.slice(at + 1)].map((one) =>
        Buffer.from(one).toString('base64'),
      );
      await talk.say('AUTH LOGIN', 334);
      await talk.say(name ?? '', 334);
      await talk.say(password ?? '', 235);
    }
    await talk.say(`MAIL FROM:<${from}>`, 250);
    for (const one of to) await talk.say(`RCPT TO:<${one}>`, 250, 251);
    await talk.say('DATA', 354);
    await talk.say(`${data}\r\n.`, 250);
    await talk.say('QUIT', 221);
  } finally {
    talk.end();
  }
}
const CLIENT = `${SPACE}.SmtpClient`;
async function send(self: PSValue, message: PSValue): Promise<undefined> {
  const { values } = dataOf<Settings>(self);
  const host = text(values.get('Host') ?? '');
  if (host === '') throw invalidOperation('The SMTP host was not specified.');
  const envelope = await envelopeOf(message);
  const credentials = values.get('Credentials') ?? null;
  try {
    await deliver(
      {
        host,
        port: num(values.get('Port') ?? 25),
        secure: values.get('EnableSsl') === true,
        user: credentials === null ? undefined : userOf(credentials, new URL(`smtp://${host}`)),
        limitMs: num(values.get('Timeout') ?? 100_000),
      },
      envelope,
    );
  } catch (error) {
    if (error instanceof NetThrow || !(error instanceof Error)) throw error;
    const refused = 'code' in error;
    const inner = new NetThrow('System.Net.Sockets.SocketException', error.message);
    throw new NetThrow(
      `${SPACE}.SmtpException`,
      refused ? 'Failure sending mail.' : `Transaction failed. The server response was: ${error.message}`,
      inner.exception,
    );
  }
  return undefined;
}
const composed = (args: readonly PSValue[]): PSValue => {
  if (args.length === 1) {
    if (args[0] === null || args[0] === undefined) throw argumentNull('message');
    return args[0];
  }
  const [from = null, to = null, subject = null, body = null] = args;
  const made = new Settings();
  made.values.set('From', newMail(text(from)));
  made.values.set('To', list('MailAddressCollection', addresses(text(to))));
  made.values.set('Subject', subject ?? '').set('Body', body ?? '');
  return net(MESSAGE, made);
};
implement(CLIENT, () => ({
  ...plainProperties({
    Host: none,
    Port: () => 25,
    EnableSsl: no,
    Timeout: () => 100_000,
    Credentials: none,
    UseDefaultCredentials: no,
    DeliveryMethod: () => enumOf(`${SPACE}.SmtpDeliveryMethod`, 0),
    PickupDirectoryLocation: none,
    TargetName: none,
  }),
  'set Port': (self, value) => {
    if (num(value) <= 0) throw outOfRange('value');
    dataOf<Settings>(self).values.set('Port', value);
    return undefined;
  },
  Send: (self, ...args) => held(send(self, composed(args))),
  SendMailAsync: (self, ...args) => asTask(() => send(self, composed(args))),
  Dispose: () => undefined,
  new: (_self, host, port) => {
    const made = new Settings();
    if (host !== undefined) made.values.set('Host', host);
    if (port !== undefined) made.values.set('Port', port);
    return net(CLIENT, made);
  },
}));
