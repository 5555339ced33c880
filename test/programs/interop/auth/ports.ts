/** Ports of loopback, and a relay that remembers what went through it. */
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

export async function untilListening(port: number, limitMs = 10_000): Promise<void> {
  const deadline = Date.now() + limitMs;
  for (;;) {
    const open = await new Promise<boolean>((resolve) => {
      const socket = connect({ port, host: '127.0.0.1' });
      socket.once('connect', () => {
        socket.destroy();
        resolve(true);
      });
      socket.once('error', () => resolve(false));
    });
    if (open) return;
    if (Date.now() > deadline) throw new Error(`nothing listens on port ${port}`);
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}

/** A TCP relay to one port: the wire of a cell, recorded in both directions. */
export class Relay implements AsyncDisposable {
  readonly port: number;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  #bytes: Buffer[] = [];
  /** Changes bytes on their way, for the tests of what must be found. */
  alter: ((chunk: Buffer, direction: 'request' | 'answer') => Buffer) | undefined;

  private constructor(server: Server, target: number) {
    this.#server = server;
    this.port = (server.address() as AddressInfo).port;
    server.on('connection', (client) => this.#relay(client, target));
  }
  static start(target: number): Promise<Relay> {
    return new Promise((resolve) => {
      const server = createServer();
      server.listen(0, '127.0.0.1', () => resolve(new Relay(server, target)));
    });
  }

  /** What went through since the last call. */
  take(): Buffer {
    const all = Buffer.concat(this.#bytes);
    this.#bytes = [];
    return all;
  }

  #relay(client: Socket, target: number): void {
    const server = connect({ port: target, host: '127.0.0.1', noDelay: true });
    client.setNoDelay(true);
    const join = (from: Socket, to: Socket, direction: 'request' | 'answer'): void => {
      this.#sockets.add(from);
      from.on('data', (chunk: Buffer) => {
        this.#bytes.push(chunk);
        to.write(this.alter === undefined ? chunk : this.alter(chunk, direction));
      });
      from.on('end', () => to.end());
      from.on('error', () => to.destroy());
      from.on('close', () => {
        this.#sockets.delete(from);
        to.destroy();
      });
    };
    join(client, server, 'request');
    join(server, client, 'answer');
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }
}

/**
 * What of the secrets and of the plain messages can be read in recorded bytes; empty: nothing.
 * @param secrets by name; searched as UTF-8, UTF-16LE, base64 and hexadecimal.
 */
export function readable(bytes: Buffer, secrets: Readonly<Record<string, string | Buffer>>): readonly string[] {
  const text = bytes.toString('latin1');
  // Tokens travel as base64: what they hold is searched too.
  const tokens = [...text.matchAll(/[A-Za-z0-9+/]{16,}={0,2}/g)].map(([token]) => Buffer.from(token, 'base64'));
  const everything = [bytes, ...tokens];
  const found: string[] = [];
  for (const [name, secret] of Object.entries(secrets)) {
    const raw = typeof secret === 'string' ? Buffer.from(secret, 'utf8') : secret;
    const forms = [raw, Buffer.from(raw.toString('hex')), Buffer.from(raw.toString('base64').replace(/=+$/, ''))];
    if (typeof secret === 'string') forms.push(Buffer.from(secret, 'utf16le'));
    if (everything.some((part) => forms.some((form) => part.includes(form)))) found.push(name);
  }
  if (/<[A-Za-z]*:?Envelope/.test(text)) found.push('a plain envelope');
  return found;
}
