/** `$PSStyle`: escape sequences by name, as PowerShell 7.6 has them, for scripts and for the formatter. */
import { PropertyBag, PSObject, type PSValue } from '../../../protocol/objects/index.js';
import { DEFAULT_STYLES } from './styles.js';

const ESC = '\u001B[';
const sequence = (code: string): string => `${ESC}${code}m`;
const COLORS = ['Black', 'Red', 'Green', 'Yellow', 'Blue', 'Magenta', 'Cyan', 'White'];

function colors(base: number, bright: number): Record<string, PSValue> {
  const out: Record<string, PSValue> = {};
  for (const [at, name] of COLORS.entries()) {
    out[name] = sequence(String(base + at));
    out[`Bright${name}`] = sequence(String(bright + at));
  }
  const order = ['Black', 'BrightBlack', 'White', 'BrightWhite', 'Red', 'BrightRed', 'Magenta', 'BrightMagenta'];
  const rest = ['Blue', 'BrightBlue', 'Cyan', 'BrightCyan', 'Green', 'BrightGreen', 'Yellow', 'BrightYellow'];
  return Object.fromEntries([...order, ...rest].map((name) => [name, out[name] ?? '']));
}
const part = (name: string, properties: Readonly<Record<string, PSValue>>): PSObject =>
  new PSObject({
    typeNames: [`System.Management.Automation.PSStyle${name}`, 'System.Object'],
    toStringText: `System.Management.Automation.PSStyle${name}`,
    adapted: PropertyBag.of(properties),
  });

/** A fresh one for each runspace: scripts change it. */
export function psStyle(): PSObject {
  return part('', {
    Reset: DEFAULT_STYLES.reset,
    BlinkOff: sequence('25'),
    Blink: sequence('5'),
    BoldOff: sequence('22'),
    Bold: sequence('1'),
    DimOff: sequence('22'),
    Dim: sequence('2'),
    Hidden: sequence('8'),
    HiddenOff: sequence('28'),
    Reverse: sequence('7'),
    ReverseOff: sequence('27'),
    ItalicOff: sequence('23'),
    Italic: sequence('3'),
    UnderlineOff: sequence('24'),
    Underline: sequence('4'),
    StrikethroughOff: sequence('29'),
    Strikethrough: sequence('9'),
    OutputRendering: 'Host',
    Formatting: part('+FormattingData', {
      FormatAccent: DEFAULT_STYLES.accent,
      ErrorAccent: DEFAULT_STYLES.errorAccent,
      Error: DEFAULT_STYLES.error,
      Warning: DEFAULT_STYLES.warning,
      Verbose: DEFAULT_STYLES.verbose,
      Debug: DEFAULT_STYLES.debug,
      TableHeader: DEFAULT_STYLES.tableHeader,
      CustomTableHeaderLabel: DEFAULT_STYLES.customTableHeader,
      FeedbackName: sequence('33'),
      FeedbackText: sequence('96'),
      FeedbackAction: sequence('97'),
    }),
    Progress: part('+ProgressConfiguration', {
      Style: sequence('33;1'),
      MaxWidth: 120,
      View: 'Minimal',
      UseOSCIndicator: false,
    }),
    FileInfo: part('+FileInfoFormatting', {
      Directory: sequence('44;1'),
      SymbolicLink: sequence('36;1'),
      Executable: sequence('32;1'),
    }),
    Foreground: part('+ForegroundColor', colors(30, 90)),
    Background: part('+BackgroundColor', colors(40, 100)),
  });
}
