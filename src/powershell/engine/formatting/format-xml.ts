import type { FormatDatabase } from './format-database.js';
/** Reads the text of a .format.ps1xml into `database`; throws ArgumentError for a file that is not one. */
export declare function loadFormatXml(
  text: string,
  database: FormatDatabase,
  options?: { readonly prepend?: boolean; readonly path?: string },
): void;
