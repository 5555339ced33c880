/** Files and folders of any size, copied and removed in pieces, so that a stop is heard. Errors are the system's own. */
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  readdirSync,
  readlinkSync,
  rmdirSync,
  rmSync,
  symlinkSync,
  unlinkSync,
} from 'node:fs';
import nodePath from 'node:path';
import { copyFileSteps } from '../../file-copies.js';
import type { Steps } from '../../pending.js';
import type { EngineCommandContext } from '../engine-services.js';
import { makeFolders } from '../../../../io/runtime/index.js';

export const copyFile = (context: EngineCommandContext, from: string, to: string): Steps<void> =>
  copyFileSteps(from, to, () => context.tick());

/**
 * A folder with all below it: into a folder that is there, over files that are there; links stay links.
 * @param takes which files to copy, by their names.
 */
export function* copyTree(
  context: EngineCommandContext,
  from: string,
  to: string,
  takes: (name: string) => boolean,
): Steps<void> {
  const facts = lstatSync(from);
  if (facts.isSymbolicLink()) {
    rmSync(to, { force: true });
    symlinkSync(readlinkSync(from), to);
  } else if (facts.isFile()) yield* copyFile(context, from, to);
  else if (!facts.isDirectory() || `${to}${nodePath.sep}`.startsWith(`${from}${nodePath.sep}`))
    // Pipes, devices, and a folder into itself: Node says why not.
    cpSync(from, to, { recursive: true, force: true, verbatimSymlinks: true });
  else {
    if (!existsSync(to)) makeFolders(to);
    for (const entry of readdirSync(from, { withFileTypes: true })) {
      const { name } = entry;
      if (entry.isDirectory() || takes(name))
        yield* copyTree(context, nodePath.join(from, name), nodePath.join(to, name), takes);
    }
    chmodSync(to, facts.mode);
  }
}

/** A folder with all below it. */
export function* removeTree(context: EngineCommandContext, path: string): Steps<void> {
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const place = nodePath.join(path, entry.name);
    if (entry.isDirectory()) yield* removeTree(context, place);
    else unlinkSync(place);
    const tick = context.tick();
    if (tick !== undefined) yield tick;
  }
  rmdirSync(path);
}
