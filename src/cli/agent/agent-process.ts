/**
 * The agent: holds the current session of one user, so that `pssession new` in one call and `pssession get` in the next
 * see the same sessions. It is started on demand, and gone when it holds nothing.
 */
import { scriptReader } from '../script-reader.js';
import { chmodSync, rmSync } from 'node:fs';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { SessionContext } from '../../client/session/index.js';
import { agentAddress } from './agent-paths.js';
import { serveClient } from './agent-connection.js';

/** How long an agent that holds nothing waits for the next command. */
const IDLE_MS = 3000;
const IDLE_CHECK_MS = 500;

export async function runAgent(): Promise<number> {
  const address = agentAddress();
  const server = await listen(address);
  if (server === undefined) return 0; // another one was faster
  const context = new SessionContext({ scriptReader });
  const clients = new Set<Socket>();
  let lastBusy = Date.now();
  server.on('connection', (socket) => {
    clients.add(socket);
    socket.on('close', () => {
      clients.delete(socket);
      lastBusy = Date.now();
    });
    socket.on('error', () => socket.destroy());
    serveClient(socket, context);
  });
  const holdsSomething = (): boolean =>
    clients.size > 0 ||
    context.repository.list().some(({ state }) => state !== 'Closed' && state !== 'Broken') ||
    context.jobs.list().some((job) => !job.isFinished || job.hasMoreData);
  await new Promise<void>((resolve) => {
    const timer = setInterval(() => {
      if (holdsSomething()) lastBusy = Date.now();
      else if (Date.now() - lastBusy > IDLE_MS) {
        clearInterval(timer);
        resolve();
      }
    }, IDLE_CHECK_MS);
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
      process.once(signal, () => {
        clearInterval(timer);
        resolve();
      });
    }
  });
  server.close();
  for (const client of clients) client.destroy();
  if (process.platform !== 'win32') rmSync(address, { force: true });
  await context.close();
  return 0;
}

/** Listens, taking the place of an agent that died without cleaning up. Undefined when one is alive. */
async function listen(address: string): Promise<Server | undefined> {
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const server = createServer();
    const previous = process.umask(0o177);
    try {
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject);
        server.listen(address, resolve);
      });
      if (process.platform !== 'win32') chmodSync(address, 0o600);
      return server;
    } catch (error) {
      if (!(error instanceof Error) || !('code' in error) || error.code !== 'EADDRINUSE') throw error;
      if (await isAlive(address)) return undefined;
      rmSync(address, { force: true });
    } finally {
      process.umask(previous);
    }
  }
  return undefined;
}

export async function isAlive(address: string): Promise<boolean> {
  return await new Promise((resolve) => {
    const socket = connect(address);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
