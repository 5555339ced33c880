/** A program of the endpoint's own account at its local door: finds the endpoint, or starts one that has no other door. */
import { spawn } from 'node:child_process';
import { delay, systemClock } from '../../io/runtime/index.js';
import { openPipe, type ByteCarrier } from '../../io/transport/index.js';
import { OperationTimeoutError, PSSessionError } from '../../protocol/errors/index.js';
import { FrameType, type ShellSummary } from '../../protocol/wsman/index.js';
import { EnvelopeClient } from './envelope-client.js';
import { pipeName } from './host-connection.js';
import { localDoorPath } from './local-door.js';

export interface LocalEndpointOptions {
  readonly runtimeFolder: string;
  /** Command line that starts an endpoint with this runtime folder, in the background. */
  readonly start: readonly string[];
}

const START_MS = 20_000;

/** @throws {PSSessionError} `EndpointNotStarted` */
export async function openLocalDoor(options: LocalEndpointOptions): Promise<ByteCarrier> {
  const door = { pipeName: pipeName(localDoorPath(options.runtimeFolder)) };
  const attempt = (): Promise<ByteCarrier | undefined> =>
    openPipe(door, 0).catch((error: unknown) => {
      if (error instanceof OperationTimeoutError) return undefined;
      throw error;
    });
  const there = await attempt();
  if (there !== undefined) return there;
  const [program = '', ...rest] = options.start;
  let failed = false;
  const child = spawn(program, rest, { detached: true, stdio: 'ignore', cwd: '/', windowsHide: true });
  child.once('error', () => {
    failed = true;
  });
  child.unref();
  const deadline = systemClock.now() + START_MS;
  // One that another program started meanwhile will do as well: then ours has left again.
  while (systemClock.now() < deadline && !failed) {
    await delay(20);
    const carrier = await attempt();
    if (carrier !== undefined) return carrier;
  }
  throw new PSSessionError(
    `The endpoint that keeps sessions of this account did not start within ${START_MS / 1000} s. Try 'pssession serve --local' to see why.`,
    { errorId: 'EndpointNotStarted', category: 'ResourceUnavailable' },
  );
}

/** All sessions of the account's endpoint, times in UTC milliseconds. Undefined: no endpoint runs with this folder. */
export async function listLocalSessions(runtimeFolder: string): Promise<readonly ShellSummary[] | undefined> {
  let carrier: ByteCarrier;
  try {
    carrier = await openPipe({ pipeName: pipeName(localDoorPath(runtimeFolder)) }, 0);
  } catch (error) {
    if (error instanceof OperationTimeoutError) return undefined;
    throw error;
  }
  const client = new EnvelopeClient(carrier);
  try {
    await client.ask(FrameType.hello, null);
    return (await client.ask(FrameType.list, null)).head as readonly ShellSummary[];
  } finally {
    await client.close();
  }
}
