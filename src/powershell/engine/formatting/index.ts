/**
 * PowerShell's output formatting: values in, text out. Knows values through `FormatAccess` only.
 * The Format-* and Out-* commands are in `FORMATTING_COMMANDS`.
 */
export type { FormatAccess } from './access.js';
export { plainAccess } from './plain-access.js';
export { Formatter, formatValues, LineFormatter, type FormatOptions, type LineSink } from './formatter.js';
export { formatErrorRecord, formatErrorValue, type ErrorViewOptions } from './error-view.js';
export { FORMATTING_COMMANDS } from './commands.js';
export { FormatDatabase, defaultFormatDatabase } from './format-database.js';
export { FormatObject, formatMessageOf } from './format-object.js';
export { loadFormatXml } from './format-xml.js';
export { DEFAULT_STYLES, NO_STYLES, type FormatStyles } from './styles.js';
export type { LineStream } from './messages.js';
