/**
 * What a client says of itself as it opens a pool (its version table, mostly), as text until a script asks for it. Thousands
 * of sessions have the same, and share the text; the values they do not share, since scripts may change them.
 */
import { decodeClixml, encodeClixmlText } from '../clixml/index.js';
import { PSDictionary } from '../objects/index.js';
import type { InitRunspacePool } from './pool-messages.js';

/** Texts in all; characters of one that is kept for others. */
const MAX_SHARED = 64;
const MAX_LENGTH = 16_384;
const shared = new Map<string, string>();

/** The same, with arguments that are made anew each time they are read. */
export function packed(init: InitRunspacePool): InitRunspacePool {
  if (init.applicationArguments === null) return init;
  const text = share(encodeClixmlText(init.applicationArguments));
  return {
    ...init,
    get applicationArguments(): PSDictionary | null {
      const value = decodeClixml(text, { keepTypeNames: true });
      return value instanceof PSDictionary ? value : null;
    },
  };
}

function share(text: string): string {
  const known = shared.get(text);
  if (known !== undefined) return known;
  if (text.length <= MAX_LENGTH && shared.size < MAX_SHARED) shared.set(text, text);
  return text;
}
