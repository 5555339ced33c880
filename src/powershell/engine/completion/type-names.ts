/** Names of .NET types and namespaces for completion. */
import { surfaceNames } from '../net/surface/index.js';
import { ACCELERATORS } from '../values/types.js';
import { registeredTypes } from '../values/net-type.js';
import type { CompletionItem } from './completion-result.js';

interface KnownType {
  readonly name: string;
  readonly short: string;
}
/** Types by full name, nested and compiler-made ones left out; script classes among them. */
export function completableTypes(): readonly KnownType[] {
  const names = new Set<string>();
  for (const name of surfaceNames()) names.add(name);
  for (const { fullName } of registeredTypes()) names.add(fullName);
  return [...names].flatMap((full) => {
    if (/[+[\]<>,]/.test(full)) return [];
    const name = full.replace(/`\d+$/, '');
    return [{ name, short: name.slice(name.lastIndexOf('.') + 1) }];
  });
}

/**
 * `[Sys`: accelerators, types whose own name begins so, and namespaces; `[System.IO.`: what is in a namespace.
 * @param namespacesOnly for `using namespace`.
 */
export function typeItems(word: string, namespacesOnly = false): CompletionItem[] {
  const lower = word.toLowerCase();
  const items = new Map<string, CompletionItem>();
  const dot = word.lastIndexOf('.');
  const add = (text: string, label: string, tip: string): void => {
    if (!items.has(text.toLowerCase())) items.set(text.toLowerCase(), { text, label, kind: 'Type', tip });
  };
  if (dot < 0 && !namespacesOnly)
    for (const [name, full] of Object.entries(ACCELERATORS)) if (name.startsWith(lower)) add(name, name, full);
  for (const { name, short } of completableTypes()) {
    const depth = name.toLowerCase().startsWith(lower) ? name.indexOf('.', word.length) : -2;
    if (depth >= 0) {
      const space = name.slice(0, depth);
      items.set(space.toLowerCase(), {
        text: space,
        label: space.slice(space.lastIndexOf('.') + 1),
        kind: namespacesOnly ? 'Namespace' : 'Type',
        tip: `Namespace ${space}`,
      });
    } else if (depth === -1 && !namespacesOnly && !Object.values(ACCELERATORS).includes(name)) add(name, short, name);
    else if (depth === -1 && !namespacesOnly && dot >= 0) add(name, short, name);
    if (dot < 0 && !namespacesOnly && depth === -2 && short.toLowerCase().startsWith(lower)) add(name, short, name);
  }
  return [...items.values()];
}
