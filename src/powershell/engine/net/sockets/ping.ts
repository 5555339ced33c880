/** Ping, by the system's own program. */
import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import type { PSValue } from '../../../../protocol/objects/index.js';
import { ping } from '../../commands/system/test-connection.js';
import { toText } from '../../conversion.js';
import { implement } from '../../values/bodies.js';
import { NetThrow } from '../../values/exceptions.js';
import { newEndPoint } from '../network.js';
import { asTask } from '../streams/byte-stream.js';
import { held } from '../tasks.js';
import { argumentNull, bytesOf, dataOf, enumOf, long, net, outOfRange, runtime, throwNet } from '../support.js';
import { millisecondsOf } from '../time-span.js';

const SPACE = 'System.Net.NetworkInformation';
const USUAL_MS = 5000;
const USUAL_BYTES = 32;
interface Reply {
  readonly ok: boolean;
  readonly ms: number;
  readonly address: PSValue;
  readonly bytes: Uint8Array;
}
/** The text that .NET sends. */
const usualBytes = (): Uint8Array => Uint8Array.from({ length: USUAL_BYTES }, (_, at) => 97 + (at % 23));
const addressObject = (address: string): PSValue => dataOf<{ address: PSValue }>(newEndPoint(address, 0)).address;
async function send(target: PSValue, limit: PSValue | undefined, buffer: PSValue | undefined): Promise<PSValue> {
  if (target === null) throw argumentNull('hostNameOrAddress');
  const milliseconds = millisecondsOf(limit, USUAL_MS);
  if (milliseconds < 0) throw outOfRange('timeout');
  const bytes = buffer === undefined || buffer === null ? usualBytes() : bytesOf(buffer);
  const host = toText(target);
  let found: { address: string; family: number };
  try {
    found = isIP(host) === 0 ? await lookup(host) : { address: host, family: isIP(host) };
  } catch {
    const inside = new NetThrow('System.Net.Sockets.SocketException', 'Name or service not known');
    throw new NetThrow(`${SPACE}.PingException`, 'An exception occurred during a Ping request.', inside.exception);
  }
  const { ok, ms, missing } = await ping(
    found,
    Math.max(1, Math.ceil(milliseconds / 1000)),
    bytes.length,
    runtime().signal,
  );
  if (missing) throw throwNet('System.PlatformNotSupportedException', "The system's ping utility could not be found.");
  return net<Reply>(`${SPACE}.PingReply`, {
    ok,
    ms,
    address: addressObject(ok ? found.address : '0.0.0.0'),
    bytes: ok ? bytes : new Uint8Array(0),
  });
}
implement(`${SPACE}.Ping`, () => ({
  Send: (_self, target, limit, buffer) => held(send(target, limit, buffer)),
  SendPingAsync: (_self, target, limit, buffer) => asTask(() => send(target, limit, buffer), `${SPACE}.PingReply`),
  Dispose: () => undefined,
  new: () => net(`${SPACE}.Ping`, undefined),
}));
const reply = (self: PSValue): Reply => dataOf<Reply>(self);
implement(`${SPACE}.PingReply`, () => ({
  Status: (self) => enumOf(`${SPACE}.IPStatus`, reply(self).ok ? 'Success' : 'TimedOut'),
  Address: (self) => reply(self).address,
  RoundtripTime: (self) => long(reply(self).ok ? reply(self).ms : 0),
  Buffer: (self) => reply(self).bytes.slice(),
  Options: () => null,
}));
