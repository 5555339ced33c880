/** The formatter as a whole: objects in, text out, as Out-Default prints them. */
import type { PSValue } from '../../../protocol/objects/index.js';
import type { FormatAccess } from './access.js';
import type { FormatDatabase } from './format-database.js';
import type { Pending } from '../pending.js';

export interface FormatOptions {
  /** Columns of the screen. Default 120. */
  readonly width?: number;
  /** Default `plainAccess`. */
  readonly access?: FormatAccess;
  /** Default `defaultFormatDatabase()`. */
  readonly database?: FormatDatabase;
  /** $FormatEnumerationLimit; default 4, -1 for all. */
  readonly enumerationLimit?: number;
  /** Line end; default `\n`. */
  readonly newLine?: string;
  /** Escape sequences of $PSStyle.Formatting; default false (plain text). */
  readonly color?: boolean;
}

/** Text of a whole sequence. */
export declare function formatValues(values: Iterable<PSValue>, options?: FormatOptions): string;

/** Streaming form: text comes as soon as it can be shown. */
export declare class Formatter {
  constructor(options?: FormatOptions);
  /** The text that this object made printable; empty when it waits for more (a table's first batch). */
  push(value: PSValue): Pending<string>;
  end(): Pending<string>;
}
