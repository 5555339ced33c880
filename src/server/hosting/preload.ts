/**
 * A host outlives the files that it was started from: an upgrade in place replaces them. So what it could want later is
 * loaded while they are there, piece by piece, when it has a session.
 */
import { delay, loadLazyParts } from '../../io/runtime/index.js';

/** After the first session came: its own start goes first. Milliseconds. */
const WAIT_MS = 500;
/** Between two pieces. Milliseconds. */
const PAUSE_MS = 20;

let loading: Promise<boolean> | undefined;

/** Once per process. @returns whether all is there; false: the files went before. */
export function preloadHost(): Promise<boolean> {
  loading ??= delay(WAIT_MS).then(() => loadLazyParts(() => delay(PAUSE_MS)));
  return loading;
}
