/** Commands of modules that are not imported yet, as Get-Command tells of them. */
import { settle, type Steps } from '../../pending.js';
import { commandInfo } from '../../runtime/command-data.js';
import { mayAutoload } from '../../runtime/command-table.js';
import { BUILT_IN } from '../../runtime/module-files.js';
import { waitingModules } from '../../runtime/waiting-commands.js';
import { PSError } from '../../values/exceptions.js';
import type { CommandEntry, EngineServices } from '../engine-services.js';
import { moduleOfFile } from '../modules/manifest-commands.js';

export function* waitingEntries(services: EngineServices, matches: (name: string) => boolean): Iterable<CommandEntry> {
  const { frame } = services.modules;
  if (services.restricted) return;
  for (const { name: module, file, contents } of waitingModules(frame.rt)) {
    const all = (['Function', 'Alias'] as const).flatMap((type) =>
      (type === 'Function' ? contents.functions : contents.aliases).filter(matches).map((name) => ({ name, type })),
    );
    if (all.length === 0) continue;
    const owner = moduleOfFile(frame.rt, file);
    for (const { name, type } of all) {
      const object = commandInfo({ kind: type, name, frame, module, owner });
      yield { name, type, module, object, spec: undefined, definition: '' };
    }
  }
}
/** Who asks for the commands of one module gets it imported. What cannot be is none of the commands' business. */
export function* importAsked(services: EngineServices, name: string): Steps<void> {
  const { table, frame } = services.modules;
  const isFree = !services.restricted && mayAutoload(frame.rt) && !/[\\/]/.test(name) && !BUILT_IN.test(name);
  if (!isFree || table.find(name) !== undefined) return;
  try {
    yield* settle(table.import(frame, name, { global: true }));
  } catch (error) {
    if (!(error instanceof PSError)) throw error;
  }
}
