/**
 * `pssession serve --stdio` behind sshd: one stream, and sessions that outlive it in the endpoint of the account.
 *
 * Two kinds of clients are told apart by their first byte: PowerShell's framing begins with `<`; ours says
 * `PSSESSION/1` and then speaks WSMan's envelopes, so that it can list sessions, connect to them and leave them.
 */
import { bytesOf, type ByteCarrier } from '../../io/transport/index.js';
import { RemoteProtocolError } from '../../protocol/errors/index.js';
import { encodeFrame, ENVELOPE_STREAM_GREETING, FrameType } from '../../protocol/wsman/index.js';
import { serveAttached } from './attached-session.js';
import { EnvelopeClient } from './envelope-client.js';
import type { LocalHello } from './local-door.js';

export interface AttachedStdioOptions {
  /** Our end of the stream. */
  readonly carrier: ByteCarrier;
  /** Opens the local door of the endpoint. */
  readonly endpoint: () => Promise<ByteCarrier>;
  /** Where the person is: `SSH_CONNECTION` knows. */
  readonly clientAddress: string | undefined;
  readonly resourceUri: string;
}

const GREETING = Buffer.from(ENVELOPE_STREAM_GREETING);

/** Serves the stream until it ends. @returns the exit code. */
export async function serveAttachedStdio(options: AttachedStdioOptions): Promise<number> {
  const { carrier } = options;
  const input = bytesOf(carrier)[Symbol.asyncIterator]();
  const first = await firstBytes(input);
  const rest = (from: Uint8Array): AsyncIterable<Uint8Array> => joined(from, input);
  const door = await options.endpoint();
  const hello: LocalHello = options.clientAddress === undefined ? {} : { clientAddress: options.clientAddress };
  if (!Buffer.from(first.subarray(0, GREETING.length)).equals(GREETING)) {
    const endpoint = new EnvelopeClient(door);
    await endpoint.ask(FrameType.hello, hello);
    try {
      return await serveAttached(carrier, rest(first), { endpoint, resourceUri: options.resourceUri });
    } finally {
      await endpoint.close();
    }
  }
  await carrier.write(GREETING);
  // The client's own hello follows; the answer to this one has the id of no question, and is passed over.
  for (const part of encodeFrame(FrameType.hello, 0, hello)) await door.write(part);
  await Promise.race([pump(rest(first.subarray(GREETING.length)), door), pump(bytesOf(door), carrier)]);
  await Promise.all([door.close(), carrier.close()]);
  return 0;
}

/** As many bytes as say which client this is. */
async function firstBytes(input: AsyncIterator<Uint8Array>): Promise<Uint8Array> {
  let bytes = Buffer.alloc(0);
  while (bytes.length < GREETING.length && (bytes.length === 0 || bytes[0] === GREETING[0])) {
    const next = await input.next();
    if (next.done === true) break;
    bytes = Buffer.concat([bytes, next.value]);
  }
  if (bytes.length > 0 && bytes[0] !== 0x3c && bytes[0] !== GREETING[0]) {
    throw new RemoteProtocolError("The other side speaks neither PowerShell's framing nor that of pssession.");
  }
  return bytes;
}

async function* joined(first: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncIterable<Uint8Array> {
  if (first.length > 0) yield first;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
}

async function pump(from: AsyncIterable<Uint8Array>, to: ByteCarrier): Promise<void> {
  try {
    for await (const bytes of from) await to.write(bytes);
  } catch {
    // One of the two is gone: the other is closed too.
  }
}
