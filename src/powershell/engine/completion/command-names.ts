/** Names of commands and programs. The language's own words are not offered. */
import type { CommandEntry, EngineServices } from '../commands/index.js';
import { separator } from '../commands/items/places.js';
import { settle, type Steps } from '../pending.js';
import { commandDataOf } from '../runtime/command-data.js';
import { commandSyntax } from '../runtime/command-info.js';
import { declaredOutput } from '../runtime/declared-output.js';
import type { CompletionItem } from './completion-result.js';
import { moduleCommands } from './module-commands.js';
import { programs } from './programs.js';
import { hasWildcard, placeRegex } from '../text/wildcard.js';
import type { KnownCommand } from './inference.js';

const escaped = (word: string): string => word.replaceAll(/[[\]`]/g, '`$&');

/** Kinds of commands that are offered; `Application` stands for the programs of the search path. */
export type OfferedKind = 'Alias' | 'Function' | 'Filter' | 'Cmdlet' | 'Application';
const OFFERED: readonly OfferedKind[] = ['Alias', 'Function', 'Filter', 'Cmdlet', 'Application'];
/** Commands whose names begin with the word, or match it: `Get-*Item`, `Module\Get-`, `g-ci`. */
export function* commandItems(
  word: string,
  services: EngineServices,
  kinds: readonly OfferedKind[] = OFFERED,
): Steps<CompletionItem[]> {
  const slash = word.lastIndexOf('\\');
  const module = slash < 0 ? '' : word.slice(0, slash);
  const name = word.slice(slash + 1);
  const types = kinds.filter((kind) => kind !== 'Application');
  const found: readonly CommandEntry[] = yield* settle(services.commands(`${escaped(name)}*`, types));
  const itemOf = (entry: CommandEntry): CompletionItem => ({
    text: module === '' ? entry.name : `${entry.module}\\${entry.name}`,
    label: entry.name,
    kind: 'Command',
    tip: commandTip(entry),
  });
  const isInside = (entry: CommandEntry): boolean =>
    module === '' || entry.module.toLowerCase() === module.toLowerCase();
  const items = found.filter(isInside).map(itemOf);
  if (kinds.includes('Function') && name !== '') items.push(...waitingItems(name, module, items, services));
  if (module === '' && word !== '' && kinds.includes('Application')) {
    for (const text of programs(services.environment?.get('PATH') ?? process.env['PATH'] ?? '')) {
      const label = text.slice(text.lastIndexOf('/') + 1);
      if (label.startsWith(word)) items.push({ text, label, kind: 'Command', tip: text });
    }
  }
  if (items.length === 0 && /^[a-z]+-[a-z]+$/i.test(name)) {
    // The capitals of a name stand for it.
    const all: readonly CommandEntry[] = yield* settle(services.commands(`${name.slice(0, 1)}*`, types));
    const wanted = name.toUpperCase();
    const short = all.filter((entry) => isInside(entry) && entry.name.replaceAll(/[^A-Z-]/g, '') === wanted);
    return inOrder(short.map(itemOf));
  }
  return inOrder(items);
}
/** Commands of modules that are not imported. Those of several modules are told apart by the module. */
function waitingItems(
  name: string,
  module: string,
  before: readonly CompletionItem[],
  services: EngineServices,
): readonly CompletionItem[] {
  const known = new Set(before.map(({ label, text }) => (label ?? text).toLowerCase()));
  const pattern = hasWildcard(name) ? placeRegex(`${name}*`) : undefined;
  const fitting = moduleCommands(services).filter(
    (one) =>
      (pattern?.test(one.name) ?? one.name.toLowerCase().startsWith(name.toLowerCase())) &&
      (module === '' || one.module.toLowerCase() === module.toLowerCase()) &&
      !known.has(one.name.toLowerCase()),
  );
  const counted = new Map<string, number>();
  for (const one of fitting) counted.set(one.name.toLowerCase(), (counted.get(one.name.toLowerCase()) ?? 0) + 1);
  return fitting.map((one) => {
    const isTold = module !== '' || counted.get(one.name.toLowerCase()) !== 1;
    const text = isTold ? `${one.module}\\${one.name}` : one.name;
    return { text, label: isTold && module === '' ? text : one.name, kind: 'Command', tip: one.name };
  });
}
/** By name; those that a program of the same name hides behind it. */
function inOrder(items: readonly CompletionItem[]): CompletionItem[] {
  const shown = ({ text }: CompletionItem): string => {
    const own = text.startsWith('/') ? text.slice(text.lastIndexOf('/') + 1) : text;
    return `${own.toLowerCase()}\0${text.startsWith('/') ? 1 : 0}`;
  };
  return items.toSorted((a, b) => (shown(a) < shown(b) ? -1 : shown(a) > shown(b) ? 1 : 0));
}
/** How a command is written; what an alias stands for. */
export function commandTip(entry: CommandEntry): string {
  if (entry.type === 'Alias') return entry.definition;
  const data = commandDataOf(entry.object);
  return data === undefined ? entry.name : commandSyntax(data);
}
/** The command that a name means, aliases followed. */
export function* entryOf(name: string, services: EngineServices): Steps<CommandEntry | undefined> {
  const isPath = /^(?:\.{1,2}|~)?[\\/]/.test(name);
  let wanted = isPath ? name.replaceAll('\\', separator) : name.slice(name.lastIndexOf('\\') + 1);
  for (let hop = 0; hop < 8; hop += 1) {
    const found: readonly CommandEntry[] = yield* settle(
      services.commands(wanted.replaceAll(/[[\]*?`]/g, '`$&'), ['Alias', 'Function', 'Filter', 'Cmdlet']),
    );
    const [first] = found;
    if (first === undefined) return services.files(wanted).find(({ type }) => type === 'ExternalScript');
    if (first.type !== 'Alias') return first;
    wanted = first.definition;
  }
  return undefined;
}
export function knownCommand(entry: CommandEntry | undefined): KnownCommand | undefined {
  if (entry === undefined) return undefined;
  const isFunction = entry.type === 'Function' || entry.type === 'Filter';
  return {
    name: entry.name,
    output: entry.spec?.outputType ?? declaredOutput(entry.name),
    body: isFunction ? entry.definition : undefined,
  };
}
