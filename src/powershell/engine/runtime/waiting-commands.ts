/** Commands of modules that nobody has imported yet: calling one loads its module. */
import nodePath from 'node:path';
import { mayAutoload } from './command-table.js';
import { contentsOf, type ModuleContents } from './module-contents.js';
import { availableModules, BUILT_IN } from './module-files.js';
import type { Runtime } from './runtime.js';

export interface WaitingModule {
  readonly name: string;
  readonly file: string;
  readonly contents: ModuleContents;
}
/** Of several versions the newest. */
export function* waitingModules(rt: Runtime): Iterable<WaitingModule> {
  if (!mayAutoload(rt)) return;
  const seen = new Set(rt.modules.loaded.map(({ name }) => name.toLowerCase()));
  for (const file of availableModules(rt, (name) => !seen.has(name.toLowerCase()) && !BUILT_IN.test(name))) {
    const name = nodePath.basename(file).replace(/\.ps[dm]?1$/i, '');
    if (seen.has(name.toLowerCase())) continue;
    seen.add(name.toLowerCase());
    yield { name, file, contents: contentsOf(rt, file) };
  }
}
