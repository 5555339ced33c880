/** Pipes of running PowerShell processes, both sides: a Unix socket, or a named pipe on Windows. protocol.md 6.5 */
import { chmod, lstat, unlink } from 'node:fs/promises';
import { connect, createServer, type Server, type Socket } from 'node:net';
import path from 'node:path';
import { ArgumentError, OperationTimeoutError, TransportError } from '../../protocol/errors/index.js';
import { delay, linkSignals, systemClock, makeFolders } from '../runtime/index.js';
import { StreamCarrier, type ByteCarrier } from './byte-carrier.js';
import { listProcessPipes, pipePath } from './pipe-names.js';

const POLL_MS = 100;

export type PipeTarget = { readonly pipeName: string } | { readonly processId: number; readonly appDomain?: string };

class PipeCarrier extends StreamCarrier {
  readonly #socket: Socket;

  constructor(address: string, socket: Socket) {
    super('NamedPipe', address, socket, socket);
    this.#socket = socket;
  }

  /** What was written reaches the peer before the end; a peer that does not take it is left after half a second. */
  override async close(): Promise<void> {
    if (!this.#socket.destroyed && !this.#socket.writableEnded) {
      const gone = new Promise<void>((resolve) => this.#socket.once('finish', resolve).once('close', resolve));
      this.#socket.end();
      await Promise.race([gone, delay(500)]);
    }
    await super.close();
  }
}

function connectOnce(address: string, signal: AbortSignal): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(address);
    const onAbort = (): void => {
      socket.destroy();
      reject(new Error('aborted'));
    };
    signal.addEventListener('abort', onAbort, { once: true });
    socket.once('connect', () => {
      signal.removeEventListener('abort', onAbort);
      socket.removeAllListeners('error');
      resolve(socket);
    });
    socket.once('error', (error) => {
      signal.removeEventListener('abort', onAbort);
      reject(error);
    });
  });
}

async function addressOf(target: PipeTarget): Promise<string | undefined> {
  if ('pipeName' in target) return pipePath(target.pipeName);
  const pipes = await listProcessPipes();
  const domain = target.appDomain?.replaceAll(/[: ]/g, '').toLowerCase();
  return pipes.find(
    (pipe) => pipe.processId === target.processId && (domain === undefined || pipe.appDomain.toLowerCase() === domain),
  )?.path;
}

/**
 * Connects to a pipe, trying every 100 ms until it is there or the limit is reached.
 * @param openTimeoutMs milliseconds; PowerShell's default for processes is 5,000. Negative: no limit.
 * @throws {OperationTimeoutError} nobody listened in time. {TransportError} the pipe is there and refuses us.
 */
export async function openPipe(target: PipeTarget, openTimeoutMs = 5000, signal?: AbortSignal): Promise<ByteCarrier> {
  const shown = 'pipeName' in target ? `the pipe '${target.pipeName}'` : `the process ${target.processId}`;
  const started = systemClock.now();
  using linked = linkSignals(signal);
  let last: unknown;
  for (;;) {
    linked.signal.throwIfAborted();
    const address = await addressOf(target);
    try {
      if (address !== undefined) return new PipeCarrier(address, await connectOnce(address, linked.signal));
    } catch (error) {
      linked.signal.throwIfAborted();
      last = error;
      const code = error instanceof Error && 'code' in error ? String(error.code) : '';
      if (code === 'EACCES' || code === 'EPERM')
        throw new TransportError('NamedPipe', `${shown} refuses this user: only its owner may connect.`, {
          code,
          address: address ?? shown,
          category: 'PermissionDenied',
          cause: error,
        });
    }
    const left = openTimeoutMs < 0 ? POLL_MS : openTimeoutMs - (systemClock.now() - started);
    if (left <= 0)
      throw new OperationTimeoutError(`connect to ${shown} (does a PowerShell process listen there?)`, openTimeoutMs, {
        errorId: 'PSSessionStateBroken',
        category: 'OpenError',
        cause: last,
      });
    await delay(Math.min(POLL_MS, left), linked.signal);
  }
}

export interface PipeListener extends AsyncDisposable {
  readonly path: string;
  /** Takes no new connection, ends those that are open, and takes the socket file away. */
  close(): Promise<void>;
}

/**
 * Serves a pipe: each connection becomes a carrier. On Unix the socket has mode 0600 and its folder must not let others
 * write into it, unless it is sticky as /tmp is; a socket that a dead server left is replaced, a living one is not.
 * @throws {TransportError} EADDRINUSE: somebody listens there. {ArgumentError} the folder is open to others.
 */
export async function listenPipe(name: string, onConnection: (carrier: ByteCarrier) => void): Promise<PipeListener> {
  const address = pipePath(name);
  const windows = process.platform === 'win32';
  if (!windows) {
    await checkFolder(path.dirname(address));
    await removeStale(address);
  }
  const open = new Set<PipeCarrier>();
  const server: Server = createServer((socket) => {
    const carrier = new PipeCarrier(address, socket);
    open.add(carrier);
    socket.once('close', () => open.delete(carrier));
    onConnection(carrier);
  });
  // The file is made with the mask, so there is no moment in which others may connect.
  const mask = windows ? undefined : process.umask(0o177);
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(address, resolve);
    });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
    throw new TransportError('NamedPipe', `Nobody can listen on ${address}: ${String(error)}`, {
      address,
      cause: error,
      ...(code === undefined ? {} : { code }),
    });
  } finally {
    if (mask !== undefined) process.umask(mask);
  }
  if (!windows) await chmod(address, 0o600);
  const close = async (): Promise<void> => {
    const closed = new Promise<void>((resolve) => {
      server.close(() => resolve());
    });
    await Promise.all([...open].map((carrier) => carrier.close()));
    await closed;
  };
  return { path: address, close, [Symbol.asyncDispose]: close };
}

async function checkFolder(folder: string): Promise<void> {
  makeFolders(folder, 0o700);
  const { mode } = await lstat(folder);
  if ((mode & 0o022) !== 0 && (mode & 0o1000) === 0)
    throw new ArgumentError(
      'CustomPipeName',
      `The folder ${folder} lets other users write into it; no pipe is served there.`,
    );
}

async function removeStale(address: string): Promise<void> {
  const stat = await lstat(address).catch(() => undefined);
  if (stat === undefined) return;
  const busy = (why: string): TransportError =>
    new TransportError('NamedPipe', `Nobody can listen on ${address}: ${why}.`, { code: 'EADDRINUSE', address });
  if (!stat.isSocket()) throw busy('a file that is no socket stands there');
  const socket = await connectOnce(address, AbortSignal.timeout(1000)).catch(() => undefined);
  if (socket !== undefined) {
    socket.destroy();
    throw busy('another process listens there');
  }
  await unlink(address);
}
