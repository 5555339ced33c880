/** Objects as PowerShell shows them, by the engine's own formatter. Loaded when the first object comes. */
import { formatValues } from '../powershell/engine/index.js';
import type { PSValue } from '../protocol/objects/index.js';

/** The text that Out-String gives for these values. */
export function formatForText(values: readonly PSValue[], width: number): string {
  return formatValues(values, { width });
}
