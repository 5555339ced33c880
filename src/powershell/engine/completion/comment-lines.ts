/** Lines that begin with `#`: the history, and what `#requires` names. */
import { toText } from '../conversion.js';
import { settle, type Steps } from '../pending.js';
import type { CompletionItem } from './completion-result.js';
import type { Session } from './inference.js';

/** `#word`: lines of the history that have the word, the latest first; `#12`: the one of this number. */
export function* historyItems(comment: string, { services, invoke }: Session): Steps<CompletionItem[] | undefined> {
  const word = /^#([\w-]*)$/.exec(comment)?.[1];
  if (word === undefined || services.restricted) return undefined;
  const entries = yield* settle(invoke(services.parse('Microsoft.PowerShell.Core\\Get-History'), []));
  const lines: string[] = [];
  for (const entry of entries.toReversed()) {
    const line = toText((yield* settle(services.members.get(entry, 'CommandLine'))) ?? '');
    const fits = /^\d+$/.test(word)
      ? toText((yield* settle(services.members.get(entry, 'Id'))) ?? '') === String(Number(word))
      : line.toLowerCase().includes(word.toLowerCase());
    if (line !== '' && fits) lines.push(line);
  }
  return lines.map((text) => ({ text, kind: 'History', tip: text, ordered: true }));
}
/** `#requires -Modules `: the begun name of a module, or a begun key of a table that describes one, and the keys before. */
export function requiresModules(
  comment: string,
): { readonly word: string; readonly keys?: ReadonlySet<string> } | undefined {
  const modules = /^#requires\s+(?:.*\s)?-Modules\s+([^-].*)?$/i.exec(comment);
  if (modules === null) return undefined;
  const written = modules[1] ?? '';
  const table = /@\{([^}]*)$/.exec(written)?.[1];
  if (table === undefined)
    return /[,}]\s*$/.test(written) && /\}\s*$/.test(written)
      ? undefined
      : { word: /[\w.]*$/.exec(written)?.[0] ?? '' };
  const value = /ModuleName\s*=\s*['"]?([\w.]*)$/i.exec(table)?.[1];
  if (value !== undefined) return { word: value };
  const word = /(?:^|;)\s*(\w*)$/.exec(table)?.[1];
  if (word === undefined) return undefined;
  return { word, keys: new Set([...table.matchAll(/(\w+)\s*=/g)].map(([, key = '']) => key.toLowerCase())) };
}
