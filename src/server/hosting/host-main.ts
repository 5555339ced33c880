/**
 * The program of a session host. Started by a listener, and not its child for long: it outlives it.
 * Arguments: state folder, runtime folder, id, key; then, for a host that shall become another user: name, uid, gid,
 * home. What it shall offer comes over its socket.
 */
import { fileURLToPath } from 'node:url';
import { become, readIdentity } from './become.js';
import { HostFolders } from './host-folders.js';
import { HostServer } from './host-server.js';
import { canSpoolAsUser, openUserSpool } from './user-spool.js';
import { preloadHost } from './preload.js';

const [state = '', runtime = '', id = '', key = '', ...as] = process.argv.slice(2);
if (!/^[0-9a-f]{8}$/.test(id)) {
  process.stderr.write('A session host is started by `pssession serve`, not by hand.\n');
  process.exit(2);
}
process.title = `pssession-host ${id}`;

const identity = readIdentity(as);
const folders = new HostFolders(state, runtime);
// While we are root yet. The rest of the arguments are hosts that died: their sessions are ours.
const adopted = as.slice(4).filter((each) => /^[0-9a-f]{8}$/.test(each));
const spools =
  identity === undefined || !canSpoolAsUser
    ? []
    : [id, ...adopted].map((each) => openUserSpool(folders.spoolOf(each), identity));
const server = await HostServer.start({
  folders,
  id,
  key,
  ...(identity === undefined
    ? {}
    : { user: identity.user, adopted, spools, listening: () => become(identity, fileURLToPath(import.meta.url)) }),
  onSession: () => void preloadHost().then((isWhole) => (isWhole ? server.loaded() : server.outdated())),
  onDone: () => process.exit(0),
});
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void server.end());
// The terminal that the listener was started from does not end sessions.
process.on('SIGHUP', () => undefined);
// Its log may stand on a disk that is full: what cannot be said ends no session.
process.stderr.on('error', () => undefined);
process.on('unhandledRejection', (error) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
});
