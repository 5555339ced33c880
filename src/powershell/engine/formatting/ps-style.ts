/** `$PSStyle`: escape sequences by name, as PowerShell 7.6 has them, for scripts and for the formatter. */
import { PropertyBag, PSObject, type PSValue } from '../../../protocol/objects/index.js';
import { integerOf, toNumber, toText } from '../conversion.js';
import { defineType } from '../values/net-type.js';
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

const rgb = (place: number, red: number, green: number, blue: number): string =>
  sequence(`${place};2;${red};${green};${blue}`);
const CONSOLE_COLORS = '30 34 32 36 31 35 33 37 90 94 92 96 91 95 93 97'.split(' ').map(Number);
for (const [name, place] of [
  ['ForegroundColor', 38],
  ['BackgroundColor', 48],
] as const)
  defineType(
    `System.Management.Automation.PSStyle+${name}`,
    {},
    {
      'string FromRgb(byte red, byte green, byte blue)': (_self, red, green, blue) =>
        rgb(place, toNumber(red ?? 0), toNumber(green ?? 0), toNumber(blue ?? 0)),
      'string FromRgb(int rgb)': (_self, value) => {
        const all = toNumber(value ?? 0);
        return rgb(place, (all >> 16) & 255, (all >> 8) & 255, all & 255);
      },
      'string FromConsoleColor(System.ConsoleColor color)': (_self, color) =>
        sequence(String((CONSOLE_COLORS[Number(integerOf(color ?? 0) ?? 0n)] ?? 39) + (place - 38))),
    },
  );
defineType(
  'System.Management.Automation.PSStyle',
  {},
  {
    'string FormatHyperlink(string text, uri link)': (_self, shown, link) =>
      `\u001B]8;;${toText(link ?? null)}\u001B\\${toText(shown ?? null)}\u001B]8;;\u001B\\`,
  },
);

/** A fresh one for each runspace: scripts change it. @param plain the environment wants no colours. */
export function psStyle(plain = false): PSObject {
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
    OutputRendering: plain ? 'PlainText' : 'Host',
    AutoSizeDefaultFormatting: false,
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
