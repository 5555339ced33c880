/** This program's own stdin and stdout as a carrier: `pssession serve --stdio`, an sshd subsystem. protocol.md 6.4 */
import { Writable } from 'node:stream';
import { StreamCarrier, type ByteCarrier } from './byte-carrier.js';

/**
 * Takes stdin and stdout for the framing. From now on nothing else may reach stdout: `console` and stray writes to
 * `process.stdout` are dropped, as PowerShell does with its console streams.
 */
export function takeOwnStdio(): ByteCarrier {
  const stdout = process.stdout;
  const write = stdout.write.bind(stdout);
  const wire = new Writable({
    highWaterMark: 65_536,
    write: (chunk: Uint8Array, _encoding, done) => void write(chunk, (error) => done(error ?? null)),
  });
  stdout.on('error', (error) => wire.destroy(error));
  const dropped = (
    _chunk: string | Uint8Array,
    encodingOrDone?: BufferEncoding | ((error?: Error | null) => void),
    done?: (error?: Error | null) => void,
  ): boolean => {
    const callback = typeof encodingOrDone === 'function' ? encodingOrDone : done;
    if (callback !== undefined) process.nextTick(callback);
    return true;
  };
  stdout.write = dropped;
  return new StreamCarrier('Process', 'stdio', process.stdin, wire);
}
