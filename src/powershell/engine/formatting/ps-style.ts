/** `$PSStyle`: escape sequences by name, as PowerShell 7.6 has them, for scripts and for the formatter. */
import { PropertyBag, PSObject, type PSValue } from '../../../protocol/objects/index.js';
import { convertTo, toBoolean, toNumber, toText } from '../conversion.js';
import { writtenThrough } from '../runtime/members.js';
import { NetThrow } from '../values/exceptions.js';
import { EnumValue, NetObject } from '../values/live.js';
import { defineType, type MemberBody, requireType } from '../values/net-type.js';
import { INT32 } from '../values/types.js';
import { plainText } from './cells.js';
import { DEFAULT_STYLES, EXTENSION_STYLES, FILE_STYLES } from './styles.js';

const RENDERING = 'System.Management.Automation.OutputRendering';
const PROGRESS_VIEW = 'System.Management.Automation.ProgressView';
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
const colorCode = (color: PSValue | undefined, place: number): string => {
  const named = convertTo(color ?? 0, requireType('System.ConsoleColor'));
  const code = CONSOLE_COLORS[named instanceof EnumValue ? Number(named.value) : 0] ?? 39;
  return String(code + (place - 38));
};
for (const [name, place] of [
  ['ForegroundColor', 38],
  ['BackgroundColor', 48],
] as const) {
  // Their colours cannot be set.
  writtenThrough.add(`System.Management.Automation.PSStyle+${name}`);
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
      'string FromConsoleColor(System.ConsoleColor color)': (_self, color) => sequence(colorCode(color, place)),
    },
  );
}
defineType(
  'System.Management.Automation.PSStyle',
  {},
  {
    'static string MapForegroundColorToEscapeSequence(System.ConsoleColor foregroundColor)': (_self, color) =>
      sequence(colorCode(color, 38)),
    'static string MapBackgroundColorToEscapeSequence(System.ConsoleColor backgroundColor)': (_self, color) =>
      sequence(colorCode(color, 48)),
    'static string MapColorPairToEscapeSequence(System.ConsoleColor foregroundColor, System.ConsoleColor backgroundColor)':
      (_self, fore, back) => sequence(`${colorCode(fore, 38)};${colorCode(back, 48)}`),
    'string FormatHyperlink(string text, uri link)': (_self, shown, link) =>
      `\u001B]8;;${toText(link ?? null)}\u001B\\${toText(shown ?? null)}\u001B]8;;\u001B\\`,
  },
);

const FORMATTING = 'FormatAccent ErrorAccent Error Warning Verbose Debug TableHeader CustomTableHeaderLabel';
const FEEDBACK = 'FeedbackName FeedbackText FeedbackAction';
/** What colours a text must be nothing else. */
function onlySequences(value: PSValue | undefined): string {
  const text = toText(value ?? null);
  const printed = plainText(text);
  if (printed !== '')
    throw new NetThrow(
      'System.ArgumentException',
      `The specified string contains printable content when it should only contain ANSI escape sequences: ${printed}`,
    );
  return text;
}
const withPeriod = (extension: PSValue | undefined): string => {
  const text = toText(extension ?? null);
  if (!text.startsWith('.'))
    throw new NetThrow(
      'System.ArgumentException',
      'When adding or removing extensions, the extension must start with a period.',
    );
  return text;
};
defineType(PROGRESS_VIEW, { kind: 'enum', enumValues: { Minimal: 0, Classic: 1 } });
const bagOf = (self: PSValue): PropertyBag =>
  (self instanceof PSObject ? self.adapted : undefined) ?? new PropertyBag();
/** Properties that can be set, each with what it takes. The object keeps the values as its properties. */
function settable(name: string, takes: Readonly<Record<string, (value: PSValue | undefined) => PSValue>>): void {
  const fullName = `System.Management.Automation.PSStyle${name}`;
  const members: Record<string, MemberBody> = {};
  for (const [key, take] of Object.entries(takes)) {
    const [type = 'string', property = ''] = key.includes(' ') ? key.split(' ') : ['string', key];
    members[`${type} ${property}`] = (self) => bagOf(self).get(property) ?? null;
    members[`set ${type} ${property}`] = (self, value) => {
      bagOf(self).set(property, take(value));
      return undefined;
    };
  }
  defineType(fullName, {}, members);
  writtenThrough.add(fullName);
}
const sequences = (names: string): Record<string, (value: PSValue | undefined) => PSValue> =>
  Object.fromEntries(names.split(' ').map((name) => [name, onlySequences]));
const enumerated =
  (type: string) =>
  (value: PSValue | undefined): PSValue =>
    convertTo(value ?? null, requireType(type));
settable('', {
  [`${RENDERING} OutputRendering`]: enumerated(RENDERING),
  'bool AutoSizeDefaultFormatting': (value) => toBoolean(value ?? null),
});
settable('+FormattingData', sequences(`${FORMATTING} ${FEEDBACK}`));
settable('+FileInfoFormatting', sequences('Directory SymbolicLink Executable'));
settable('+ProgressConfiguration', {
  ...sequences('Style'),
  'int MaxWidth': (value) => {
    const width = convertTo(value ?? null, INT32);
    if (typeof width === 'number' && width < 18)
      throw new NetThrow(
        'System.ArgumentOutOfRangeException',
        "The MaxWidth for the Progress rendering must be at least 18 to render correctly. (Parameter 'MaxWidth')",
      );
    return width;
  },
  [`${PROGRESS_VIEW} View`]: enumerated(PROGRESS_VIEW),
  'bool UseOSCIndicator': (value) => toBoolean(value ?? null),
});
const extensions = (self: PSValue): Map<string, string> => (self as NetObject<Map<string, string>>).data;
const EXTENSION_TABLE = defineType(
  'System.Management.Automation.PSStyle+FileInfoFormatting+FileExtensionDictionary',
  {},
  {
    'System.Collections.Generic.IEnumerable[string] Keys': (self) => [...extensions(self).keys()],
    'void Add(string extension, string decoration)': (self, extension, decoration) => {
      const key = withPeriod(extension);
      extensions(self).set(key.toLowerCase(), onlySequences(decoration));
      return undefined;
    },
    'void Remove(string extension)': (self, extension) => {
      extensions(self).delete(withPeriod(extension).toLowerCase());
      return undefined;
    },
    'bool ContainsKey(string extension)': (self, extension) =>
      extensions(self).has(withPeriod(extension).toLowerCase()),
    'void Clear()': (self) => {
      extensions(self).clear();
      return undefined;
    },
    'string get_Item(string extension)': (self, extension) =>
      extensions(self).get(toText(extension ?? null).toLowerCase()) ?? null,
    'void set_Item(string extension, string value)': (self, extension, value) => {
      extensions(self).set(withPeriod(extension).toLowerCase(), onlySequences(value));
      return undefined;
    },
  },
);
const extensionTable = (): PSValue => new NetObject(EXTENSION_TABLE, new Map(Object.entries(EXTENSION_STYLES)));

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
    OutputRendering: enumerated(RENDERING)(plain ? 'PlainText' : 'Host'),
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
      View: enumerated(PROGRESS_VIEW)('Minimal'),
      UseOSCIndicator: false,
    }),
    FileInfo: part('+FileInfoFormatting', {
      ...FILE_STYLES,
      Extension: extensionTable(),
    }),
    Foreground: part('+ForegroundColor', colors(30, 90)),
    Background: part('+BackgroundColor', colors(40, 100)),
  });
}
