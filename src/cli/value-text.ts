import type { PSValue } from '../protocol/objects/index.js';

/** A value as one line of text, for what the program shows by itself. */
export function valueText(value: PSValue | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return (value as readonly PSValue[]).map(valueText).join(' ');
  // oxlint-disable-next-line typescript/no-base-to-string -- every object of the value model has a text of its own
  return String(value);
}
