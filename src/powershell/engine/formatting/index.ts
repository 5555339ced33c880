/**
 * PowerShell's output formatting: values in, text out. Knows values through `FormatAccess` only.
 * The Format-* and Out-* commands are in `FORMATTING_COMMANDS`.
 */
export type { FormatAccess } from './access.js';
export { plainAccess } from './plain-access.js';
export { Formatter, formatValues, type FormatOptions } from './formatter.js';
export { formatErrorRecord, type ErrorViewOptions } from './error-view.js';
export { FORMATTING_COMMANDS, formattingCommands, type FormattingServices } from './commands.js';
export { FormatDatabase, defaultFormatDatabase } from './format-database.js';
export { loadFormatXml } from './format-xml.js';
