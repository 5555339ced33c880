/** Objects as PowerShell shows them, by the engine's own formatter. Loaded when the first object comes. */
import { formatErrorRecord, formatValues } from '../powershell/engine/index.js';
import type { PSErrorRecord, PSValue } from '../protocol/objects/index.js';

/** The text that Out-String gives for these values. */
export function formatForText(values: readonly PSValue[], width: number): string {
  return formatValues(values, { width });
}

/** An error as PowerShell's prompt shows it. */
export function errorForText(record: PSErrorRecord, width: number, color: boolean): string {
  return formatErrorRecord(record, { width, color });
}
