/** Commands of modules that are not imported yet, as completion offers them. */
import type { EngineServices } from '../commands/index.js';
import { mayAutoload } from '../runtime/command-table.js';
import { waitingModules } from '../runtime/waiting-commands.js';

export interface ModuleCommand {
  readonly name: string;
  readonly module: string;
}
/** Modules are read from files: what is there now is so for a while. */
const KNOWN_MS = 30_000;
let known: { readonly path: string; readonly at: number; readonly commands: readonly ModuleCommand[] } | undefined;

export function moduleCommands(services: EngineServices): readonly ModuleCommand[] {
  const { rt } = services.modules.frame;
  if (services.restricted || !mayAutoload(rt)) return [];
  const path = services.environment?.get('PSModulePath') ?? process.env['PSModulePath'] ?? '';
  const now = performance.now();
  if (known?.path !== path || now - known.at > KNOWN_MS) {
    const found = new Map<string, ModuleCommand>();
    for (const { name: module, contents } of waitingModules(rt))
      for (const name of [...contents.functions, ...contents.aliases])
        found.set(`${module}\\${name}`.toLowerCase(), { name, module });
    known = { path, at: now, commands: [...found.values()] };
  }
  const loaded = new Set(services.modules.list().map(({ name }) => name.toLowerCase()));
  return known.commands.filter(({ module }) => !loaded.has(module.toLowerCase()));
}
