/** What the program prints for a script: output through the formatter, records of the other streams as it shows them. */
import * as formatting from '../../../src/powershell/engine/formatting/index.js';
import type { PSErrorRecord, PSInformationRecord, PSValue } from '../../../src/protocol/objects/index.js';

export type TextEvent =
  | { readonly type: 'output'; readonly value: PSValue }
  | { readonly type: 'error'; readonly record: PSErrorRecord }
  | { readonly type: 'Warning' | 'Verbose' | 'Debug'; readonly message: string }
  | { readonly type: 'information'; readonly record: PSInformationRecord };

/** Undefined while the engine has no formatter. */
export async function renderText(events: readonly TextEvent[]): Promise<string | undefined> {
  void formatting;
  void events;
  return await Promise.resolve(undefined);
}
