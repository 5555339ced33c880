/** Whether a function or an alias may be found by whom a session keeps commands from. */
import type { CommandVisibility } from './command-visibility.js';
import type { AliasEntry, FunctionEntry } from './scope.js';

/** What the caller made himself is his to use; what the configuration made, when it says so. */
export const maySeeFunction = (
  visible: CommandVisibility | undefined,
  { name, block, module }: FunctionEntry,
): boolean =>
  visible === undefined || block.trust !== 'internal' || visible.functions.matches(name, module?.name ?? '');
export const maySeeAlias = (visible: CommandVisibility | undefined, { name, own }: AliasEntry): boolean =>
  visible === undefined || own !== true || visible.aliases.matches(name, '');
