/** What a completion is made of. */
import { compareText } from '../operators/comparison.js';

export type CompletionKind =
  | 'Text'
  | 'History'
  | 'Command'
  | 'ProviderItem'
  | 'ProviderContainer'
  | 'Property'
  | 'Method'
  | 'ParameterName'
  | 'ParameterValue'
  | 'Variable'
  | 'Type'
  | 'Keyword'
  | 'Namespace';

export interface CompletionItem {
  /** What is put into the text. */
  readonly text: string;
  readonly label?: string;
  readonly kind: CompletionKind;
  readonly tip?: string;
  /** Stays where it is: the list is not sorted. */
  readonly ordered?: boolean;
}

/** Items that stand in place of `length` UTF-16 units from `start`. */
export interface Completion {
  readonly start: number;
  readonly length: number;
  readonly items: readonly CompletionItem[];
}

export const MAX_ITEMS = 50_000;

/** Sorted by what the list shows, each text once. */
export function arranged(items: Iterable<CompletionItem>): readonly CompletionItem[] {
  const seen = new Map<string, CompletionItem>();
  for (const item of items) {
    // Names of files may differ in case alone.
    const key = item.kind.startsWith('Provider') ? item.text : item.text.toLowerCase();
    if (!seen.has(key)) seen.set(key, item);
    if (seen.size >= MAX_ITEMS) break;
  }
  if ([...seen.values()].some(({ ordered }) => ordered === true)) return [...seen.values()];
  return [...seen.values()].toSorted((a, b) => compareText(a.label ?? a.text, b.label ?? b.text, false));
}

const NEEDS_QUOTES = /[\s'"`$&|;(){}@,<>]|^[#-]/;

/** A value as an argument: in quotes where it needs them, or where the person began with one. */
export function quoted(text: string, quote: string): string {
  if (quote === '"') return `"${text.replaceAll(/["`$]/g, '`$&')}"`;
  return quote === "'" || NEEDS_QUOTES.test(text) ? `'${text.replaceAll("'", "''")}'` : text;
}
