/** Escape sequences of $PSStyle.Formatting. */
export interface FormatStyles {
  readonly tableHeader: string;
  /** Labels of table columns that are no property. */
  readonly customTableHeader: string;
  /** Labels of lists. */
  readonly accent: string;
  readonly error: string;
  readonly errorAccent: string;
  readonly warning: string;
  readonly verbose: string;
  readonly debug: string;
  readonly reset: string;
}
const ESC = '\u001B[';
/** As PowerShell 7.6 has them. */
export const DEFAULT_STYLES: FormatStyles = {
  tableHeader: `${ESC}32;1m`,
  customTableHeader: `${ESC}32;1;3m`,
  accent: `${ESC}32;1m`,
  error: `${ESC}31;1m`,
  errorAccent: `${ESC}36;1m`,
  warning: `${ESC}33;1m`,
  verbose: `${ESC}33;1m`,
  debug: `${ESC}33;1m`,
  reset: `${ESC}0m`,
};
export const NO_STYLES: FormatStyles = {
  tableHeader: '',
  customTableHeader: '',
  accent: '',
  error: '',
  errorAccent: '',
  warning: '',
  verbose: '',
  debug: '',
  reset: '',
};
/** $PSStyle.FileInfo, as PowerShell 7.6 has it. */
export const FILE_STYLES: Readonly<Record<string, string>> = {
  Directory: `${ESC}44;1m`,
  SymbolicLink: `${ESC}36;1m`,
  Executable: `${ESC}32;1m`,
};
const styled = (style: string, extensions: string): [string, string][] =>
  extensions.split(' ').map((extension) => [extension, style]);
export const EXTENSION_STYLES: Readonly<Record<string, string>> = Object.fromEntries([
  ...styled(`${ESC}31;1m`, '.zip .tgz .gz .tar .nupkg .cab .7z'),
  ...styled(`${ESC}33;1m`, '.ps1 .psd1 .psm1 .ps1xml'),
]);
