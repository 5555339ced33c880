/**
 * The program of a session host. Started by a listener, and not its child for long: it outlives it.
 * Arguments: state folder, runtime folder, id, key; then, for a host that shall become another user: name, uid, gid,
 * home. What it shall offer comes over its socket.
 */
import { fileURLToPath } from 'node:url';
import { become, readIdentity } from './become.js';
import { HostFolders } from './host-folders.js';
import { HostServer } from './host-server.js';
import { preloadHost } from './preload.js';

const [state = '', runtime = '', id = '', key = '', ...as] = process.argv.slice(2);
if (!/^[0-9a-f]{8}$/.test(id)) {
  process.stderr.write('A session host is started by `pssession serve`, not by hand.\n');
  process.exit(2);
}
process.title = `pssession-host ${id}`;

const identity = readIdentity(as);
const server = await HostServer.start({
  folders: new HostFolders(state, runtime),
  id,
  key,
  ...(identity === undefined
    ? {}
    : { user: identity.user, listening: () => become(identity, fileURLToPath(import.meta.url)) }),
  onSession: () => void preloadHost(),
  onDone: () => process.exit(0),
});
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void server.end());
// The terminal that the listener was started from does not end sessions.
process.on('SIGHUP', () => undefined);
process.on('unhandledRejection', (error) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
});
