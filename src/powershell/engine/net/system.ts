/** Environment, Console, GC, Stopwatch, threads, RuntimeInformation: the process and its machine. */
import { currentCulture, currentUICulture } from '../culture/culture.js';
import { osDescription } from '../os-description.js';
import type { Pending } from '../pending.js';
import type { Runtime } from '../runtime/runtime.js';
import { ByteStream } from './streams/byte-stream.js';
import { consoleReader, readLine, readUnit } from './streams/text-reader.js';
import { consoleWriter } from './streams/text-writer.js';
import { held } from './tasks.js';
import { arch, hostname, homedir, userInfo, release, cpus } from 'node:os';
import { PSDictionary, PSObject, PSTimeSpan, PSVersion, type PSValue } from '../../../protocol/objects/index.js';
import { convertTo, toBoolean, toNumber, toText } from '../conversion.js';
import { implement } from '../values/bodies.js';
import { ExitException, NetThrow } from '../values/exceptions.js';
import { PSReference } from '../values/live.js';
import { requireType } from '../values/net-type.js';
import { netEquals } from './equality.js';
import { tuple } from './numbers.js';
import { netFormat, netText } from './string.js';
import { defaultEncoding } from './text.js';
import { millisecondsOf } from './time-span.js';
import { add } from '../operators/arithmetic.js';
import {
  argumentError,
  argumentNull,
  big,
  dataOf,
  enumOf,
  long,
  nameOf,
  net,
  num,
  outOfRange,
  runtime,
  strings,
  text,
  currentFolder,
  setCurrentFolder,
} from './support.js';
import { cultureObject, setCulture, setUICulture } from './culture.js';

const isWindows = process.platform === 'win32';
const newLine = isWindows ? '\r\n' : '\n';
const user = (): string => {
  try {
    return userInfo().username;
  } catch {
    return '';
  }
};
function folder(name: string): string {
  const home = runtime().environment.get('HOME') ?? homedir();
  const config = runtime().environment.get('XDG_CONFIG_HOME') ?? `${home}/.config`;
  const data = runtime().environment.get('XDG_DATA_HOME') ?? `${home}/.local/share`;
  const places: Readonly<Record<string, string>> = {
    UserProfile: home,
    Personal: home,
    MyDocuments: home,
    ApplicationData: config,
    LocalApplicationData: data,
    CommonApplicationData: '/usr/share',
    Desktop: `${home}/Desktop`,
    DesktopDirectory: `${home}/Desktop`,
    MyMusic: `${home}/Music`,
    MyPictures: `${home}/Pictures`,
    MyVideos: `${home}/Videos`,
    Templates: `${home}/Templates`,
  };
  return places[name] ?? '';
}
implement('System.Environment', () => ({
  'static NewLine': () => newLine,
  'static MachineName': () => hostname(),
  'static UserName': () => user(),
  'static UserDomainName': () => hostname(),
  'static UserInteractive': () => true,
  'static ProcessorCount': () => cpus().length,
  'static ProcessId': () => process.pid,
  'static ProcessPath': () => process.execPath,
  'static CurrentDirectory': () => currentFolder(),
  'static set CurrentDirectory': (_self, path) => {
    setCurrentFolder(text(path));
    return undefined;
  },
  'static SystemDirectory': () => '',
  'static CommandLine': () => process.argv.join(' '),
  'static Is64BitOperatingSystem': () => /64/.test(arch()),
  'static Is64BitProcess': () => /64/.test(process.arch),
  'static SystemPageSize': () => 4096,
  'static TickCount': () => Math.trunc(performance.now()) | 0,
  'static TickCount64': () => long(Math.trunc(performance.now())),
  'static HasShutdownStarted': () => false,
  'static CurrentManagedThreadId': () => 1,
  'static ExitCode': () => 0,
  'static StackTrace': () => '',
  'static WorkingSet': () => long(process.memoryUsage().rss),
  'static Version': () => new PSVersion(10, 0, 0),
  'static OSVersion': () => net('System.OperatingSystem', undefined),
  'static Exit': (_self, code) => {
    throw new ExitException(toNumber(code ?? 0), code ?? 0, true);
  },
  'static GetEnvironmentVariable': (_self, name) => runtime().environment.get(text(name)) ?? null,
  'static SetEnvironmentVariable': (_self, name, value) => {
    const rt = runtime();
    if (text(name) === '') throw argumentError('String cannot be of zero length.', 'variable');
    // `$null` comes as an empty text; only NullString takes it away.
    if (value === null) rt.environment.delete(text(name));
    else rt.environment.set(text(name), text(value ?? ''));
    return undefined;
  },
  'static GetEnvironmentVariables': () =>
    new PSDictionary([...runtime().environment].map(([name, value]) => [name, value] as const)),
  'static ExpandEnvironmentVariables': (_self, source) =>
    text(source).replace(/%([^%]+)%/g, (all, name: string) => runtime().environment.get(name) ?? all),
  'static GetFolderPath': (_self, name) => folder(nameOf(name)),
  'static GetCommandLineArgs': () => strings([...process.argv]),
  'static GetLogicalDrives': () => strings(['/']),
}));
implement('System.OperatingSystem', () => ({
  Platform: () => enumOf('System.PlatformID', isWindows ? 'Win32NT' : 'Unix'),
  Version: () => {
    const [major = 0, minor = 0, build = 0] = release().split(/[.-]/).map(Number);
    return new PSVersion(major, minor, Number.isNaN(build) ? 0 : build, 0);
  },
  VersionString: () => `${isWindows ? 'Microsoft Windows NT' : 'Unix'} ${release().split('-')[0] ?? ''}.0`,
  ServicePack: () => '',
  ToString: () => `${isWindows ? 'Microsoft Windows NT' : 'Unix'} ${release().split('-')[0] ?? ''}.0`,
  'static IsWindows': () => isWindows,
  'static IsLinux': () => process.platform === 'linux',
  'static IsMacOS': () => process.platform === 'darwin',
}));
implement('System.Runtime.InteropServices.RuntimeInformation', () => ({
  'static IsOSPlatform': (_self, platform) =>
    toText(platform).toLowerCase() ===
    { win32: 'windows', linux: 'linux', darwin: 'osx', freebsd: 'freebsd' }[process.platform as string],
  'static OSDescription': () => osDescription(),
  'static FrameworkDescription': () => `Node.js ${process.version}`,
  'static OSArchitecture': () =>
    enumOf('System.Runtime.InteropServices.Architecture', process.arch === 'arm64' ? 'Arm64' : 'X64'),
  'static ProcessArchitecture': () =>
    enumOf('System.Runtime.InteropServices.Architecture', process.arch === 'arm64' ? 'Arm64' : 'X64'),
  'static RuntimeIdentifier': () => `${process.platform}-${process.arch}`,
}));
implement('System.Runtime.InteropServices.OSPlatform', () => ({
  ToString: (self) => dataOf<string>(self),
  Equals: (self, other) => toText(other) === dataOf<string>(self),
  'static Windows': () => net('System.Runtime.InteropServices.OSPlatform', 'WINDOWS'),
  'static Linux': () => net('System.Runtime.InteropServices.OSPlatform', 'LINUX'),
  'static OSX': () => net('System.Runtime.InteropServices.OSPlatform', 'OSX'),
  'static FreeBSD': () => net('System.Runtime.InteropServices.OSPlatform', 'FREEBSD'),
  'static Create': (_self, name) => net('System.Runtime.InteropServices.OSPlatform', text(name)),
}));

/** What Console.Write gives the host: its own words when it has a screen, nothing otherwise. */
async function write(value: string): Promise<undefined> {
  const rt = runtime();
  if (rt.host.hasUI) await rt.callHost('Write1', [value]);
  return undefined;
}
/** The host's error lines end by themselves. */
async function writeError(value: string): Promise<undefined> {
  const rt = runtime();
  const line = value.endsWith(newLine) ? value.slice(0, -newLine.length) : value;
  if (rt.host.hasUI && value !== '') await rt.callHost('WriteErrorLine', [line]);
  return undefined;
}
const shown = (args: readonly PSValue[]): string =>
  args.length > 1 && typeof args[0] === 'string'
    ? netFormat(args[0], args.length === 2 && Array.isArray(args[1]) ? (args[1] as PSValue[]) : args.slice(1))
    : args.map((arg) => (arg === null ? '' : netText(arg))).join('');
const notHere = (): NetThrow =>
  new NetThrow('System.PlatformNotSupportedException', 'Operation is not supported on this platform.');
/** Where the host's cursor stands; at the beginning where there is no screen. */
async function cursorPlace(): Promise<{ readonly left: number; readonly top: number }> {
  const rt = runtime();
  // A host that cannot tell has no place of its own either.
  const place = rt.host.hasUI ? await rt.callHost('GetCursorPosition', []).catch(() => null) : null;
  const part = (name: string): number => (place instanceof PSObject ? num(place.get(name) ?? 0) : 0);
  return { left: part('x'), top: part('y') };
}
async function moveCursor(left: number, top: number): Promise<undefined> {
  for (const [name, value] of [
    ['left', left],
    ['top', top],
  ] as const)
    if (value < 0 || value >= 32767)
      throw outOfRange(
        name,
        "The value must be greater than or equal to zero and less than the console's buffer size in that dimension.",
        value,
      );
  const rt = runtime();
  if (rt.host.hasUI) await rt.callHost('SetCursorPosition', [PSObject.bag({ x: left, y: top })]);
  return undefined;
}
/** To a terminal only, as .NET's console does. */
const writeSequence = (sequence: string): Promise<undefined> =>
  process.stdout.isTTY === true ? write(`\u001b[${sequence}`) : Promise.resolve(undefined);
const titles = new WeakMap<object, string>();
/** What scripts set of the colours of their console. */
const colors = new WeakMap<object, { foreground?: PSValue; background?: PSValue }>();
const NO_COLOR = -1;
const colorOf = (ground: 'foreground' | 'background'): PSValue =>
  colors.get(runtime())?.[ground] ?? enumOf('System.ConsoleColor', NO_COLOR);
/** By ConsoleColor, whose bits are blue, green, red and bright: the terminal's are red, green, blue. [ECMA-48, SGR] */
async function setColor(ground: 'foreground' | 'background', value: PSValue | undefined): Promise<undefined> {
  const color = Number(big(convertTo(value ?? null, requireType('System.ConsoleColor'))));
  const rt = runtime();
  colors.set(rt, { ...colors.get(rt), [ground]: enumOf('System.ConsoleColor', color) });
  const base = ((color & 8) === 0 ? 30 : 90) + (ground === 'background' ? 10 : 0);
  const code = ((color & 4) >> 2) | (color & 2) | ((color & 1) << 2);
  return await writeSequence(color < 0 ? (ground === 'background' ? '49m' : '39m') : `${base + code}m`);
}
const READ_KEY = 4;
const READ_KEY_UNSEEN = 6;
const KEY_INFO = 'System.ConsoleKeyInfo';
/** Bits of ControlKeyStates for each of ConsoleModifiers: Alt, Shift, Control. */
const MODIFIERS = [3, 16, 12] as const;
interface ConsoleKey {
  readonly character: PSValue;
  readonly key: number;
  readonly modifiers: number;
}
async function readKey(unseen: boolean): Promise<PSValue> {
  const info = await runtime().callHost('ReadKey', [unseen ? READ_KEY_UNSEEN : READ_KEY]);
  const part = (name: string): PSValue => (info instanceof PSObject ? (info.get(name) ?? 0) : 0);
  const state = num(part('controlKeyState'));
  return net(KEY_INFO, {
    character: part('character'),
    key: num(part('virtualKeyCode')),
    modifiers: MODIFIERS.reduce((sum, bits, at) => ((state & bits) === 0 ? sum : sum | (1 << at)), 0),
  } satisfies ConsoleKey);
}
implement(KEY_INFO, () => ({
  KeyChar: (self) => dataOf<ConsoleKey>(self).character,
  Key: (self) => enumOf('System.ConsoleKey', dataOf<ConsoleKey>(self).key),
  Modifiers: (self) => enumOf('System.ConsoleModifiers', dataOf<ConsoleKey>(self).modifiers),
}));
export const DB_NULL = net('System.DBNull', null);
implement('System.DBNull', () => ({ 'static Value': () => DB_NULL, ToString: () => '' }));
const readers = new WeakMap<Runtime, PSValue>();
/** The one reader of a runspace: standard input of this process, or lines that the host asks for. */
function consoleInput(): PSValue {
  const rt = runtime();
  let reader = readers.get(rt);
  if (reader !== undefined) return reader;
  reader = consoleReader(async () => {
    const { standardInput, hasUI } = rt.host;
    if (standardInput !== undefined) return await held(standardInput.text(rt.signal));
    return hasUI ? `${text(await rt.callHost('ReadLine', []))}\n` : undefined;
  });
  readers.set(rt, reader);
  return reader;
}
/** Standard input as bytes; none where there is only a host that is asked for lines. */
class ConsoleInputStream extends ByteStream {
  readonly readable = true;
  readonly writable = false;
  override read(count: number): Pending<Uint8Array> {
    const rt = runtime();
    const { standardInput } = rt.host;
    return standardInput === undefined ? new Uint8Array(0) : held(standardInput.bytes(count, rt.signal));
  }
}
const consoleInputStream = (): PSValue => net('System.IO.Stream', new ConsoleInputStream());
implement('System.Console', () => ({
  'static Write': (_self, ...args) => write(shown(args)),
  'static WriteLine': (_self, ...args) => write(shown(args) + newLine),
  'static In': () => consoleInput(),
  'static ReadLine': () => readLine(consoleInput()),
  'static Read': () => readUnit(consoleInput()),
  'static OpenStandardInput': () => consoleInputStream(),
  'static Out': () => consoleWriter(write),
  'static Error': () => consoleWriter(writeError),
  'static Beep()': () => undefined,
  'static Beep(int, int)': () => {
    throw notHere();
  },
  'static SetCursorPosition': (_self, left, top) => moveCursor(num(left), num(top)),
  'static GetCursorPosition': async () => {
    const { left, top } = await cursorPlace();
    return tuple([left, top]);
  },
  'static CursorLeft': async () => (await cursorPlace()).left,
  'static CursorTop': async () => (await cursorPlace()).top,
  'static set CursorLeft': async (_self, left) => moveCursor(num(left), (await cursorPlace()).top),
  'static set CursorTop': async (_self, top) => moveCursor((await cursorPlace()).left, num(top)),
  'static CursorSize': () => 100,
  'static WindowLeft': () => 0,
  'static WindowTop': () => 0,
  'static SetWindowSize': () => {
    throw notHere();
  },
  'static Clear': () => writeSequence('2J\u001b[3J\u001b[H'),
  'static ResetColor': () => {
    colors.delete(runtime());
    return writeSequence('0m');
  },
  'static WindowWidth': () => process.stdout.columns ?? 120,
  'static WindowHeight': () => process.stdout.rows ?? 30,
  'static BufferWidth': () => process.stdout.columns ?? 120,
  'static BufferHeight': () => process.stdout.rows ?? 30,
  'static Title': () => titles.get(runtime()) ?? '',
  'static set Title': async (_self, value) => {
    const rt = runtime();
    titles.set(rt, text(value));
    if (rt.host.hasUI) await rt.callHost('SetWindowTitle', [text(value)]);
    return undefined;
  },
  'static ForegroundColor': () => colorOf('foreground'),
  'static BackgroundColor': () => colorOf('background'),
  'static set ForegroundColor': (_self, value) => setColor('foreground', value),
  'static set BackgroundColor': (_self, value) => setColor('background', value),
  'static KeyAvailable': () => {
    const rt = runtime();
    if (process.stdin.isTTY) return rt.host.hasUI ? rt.callHost('GetKeyAvailable', []) : false;
    throw new NetThrow(
      'System.InvalidOperationException',
      'Cannot see if a key has been pressed when either application does not have a console or when console input has been redirected from a file. Try Console.In.Peek.',
    );
  },
  'static ReadKey': async (_self, intercept) => {
    if (process.stdin.isTTY && runtime().host.hasUI) return await readKey(toBoolean(intercept ?? false));
    throw new NetThrow(
      'System.InvalidOperationException',
      'Cannot read keys when either application does not have a console or when console input has been redirected. Try Console.Read.',
    );
  },
  'static IsInputRedirected': () => process.stdin.isTTY !== true,
  'static IsOutputRedirected': () => process.stdout.isTTY !== true,
  'static IsErrorRedirected': () => process.stderr.isTTY !== true,
  'static TreatControlCAsInput': () => false,
  'static CursorVisible': () => true,
  'static set CursorVisible': (_self, value) => writeSequence(toBoolean(value) ? '?25h' : '?25l'),
  'static OutputEncoding': () => runtime().consoleEncodings.output ?? defaultEncoding(),
  'static InputEncoding': () => runtime().consoleEncodings.input ?? defaultEncoding(),
  'static set OutputEncoding': (_self, value) => {
    if (value === null) throw argumentNull('value');
    runtime().consoleEncodings.output = value;
    return undefined;
  },
  'static set InputEncoding': (_self, value) => {
    if (value === null) throw argumentNull('value');
    runtime().consoleEncodings.input = value;
    return undefined;
  },
}));
implement('System.GC', () => ({
  'static Collect': () => undefined,
  'static WaitForPendingFinalizers': () => undefined,
  'static GetTotalMemory': () => long(process.memoryUsage().heapUsed),
  'static CollectionCount': () => 0,
  'static MaxGeneration': () => 2,
  'static KeepAlive': () => undefined,
  'static SuppressFinalize': () => undefined,
}));

// ----------------------------------------------------------------- stopwatch

interface Watch {
  started: number | undefined;
  elapsed: number;
}
const WATCH = 'System.Diagnostics.Stopwatch';
const watch = (self: PSValue): Watch => dataOf<Watch>(self);
/** Milliseconds so far. */
const elapsed = (self: PSValue): number =>
  watch(self).elapsed + (watch(self).started === undefined ? 0 : performance.now() - (watch(self).started ?? 0));
const start = (self: PSValue): undefined => {
  watch(self).started ??= performance.now();
};
implement(WATCH, () => ({
  Elapsed: (self) => new PSTimeSpan(BigInt(Math.round(elapsed(self) * 10_000))),
  ElapsedMilliseconds: (self) => long(Math.trunc(elapsed(self))),
  ElapsedTicks: (self) => long(Math.trunc(elapsed(self) * 1_000_000)),
  IsRunning: (self) => watch(self).started !== undefined,
  Start: start,
  Stop: (self) => {
    watch(self).elapsed = elapsed(self);
    watch(self).started = undefined;
    return undefined;
  },
  Reset: (self) => {
    watch(self).elapsed = 0;
    watch(self).started = undefined;
    return undefined;
  },
  Restart: (self) => {
    watch(self).elapsed = 0;
    watch(self).started = performance.now();
    return undefined;
  },
  ToString: (self) => toText(new PSTimeSpan(BigInt(Math.round(elapsed(self) * 10_000)))),
  'static StartNew': () => net<Watch>(WATCH, { started: performance.now(), elapsed: 0 }),
  'static GetTimestamp': () => long(Math.trunc(performance.now() * 1_000_000)),
  'static GetElapsedTime': (_self, from) =>
    new PSTimeSpan(BigInt(Math.trunc(performance.now() * 10_000)) - big(from) / 100n),
  'static Frequency': () => 1_000_000_000n,
  'static IsHighResolution': () => true,
  new: () => net<Watch>(WATCH, { started: undefined, elapsed: 0 }),
}));

// ------------------------------------------------------------------- threads

const THREAD = 'System.Threading.Thread';
implement(THREAD, () => ({
  'static Sleep': (_self, time) =>
    runtime()
      .sleep(millisecondsOf(time))
      .then(() => undefined),
  'static CurrentThread': () => net(THREAD, undefined),
  'static Yield': () => false,
  'static SpinWait': () => undefined,
  ManagedThreadId: () => 1,
  Name: () => 'Pipeline Execution Thread',
  IsAlive: () => true,
  IsBackground: () => false,
  IsThreadPoolThread: () => false,
  CurrentCulture: () => cultureObject(currentCulture()),
  'set CurrentCulture': (_self, value) => setCulture(value),
  CurrentUICulture: () => cultureObject(currentUICulture()),
  'set CurrentUICulture': (_self, value) => setUICulture(value),
  ThreadState: () => enumOf('System.Threading.ThreadState', 0),
  Priority: () => enumOf('System.Threading.ThreadPriority', 'Normal'),
  ApartmentState: () => enumOf('System.Threading.ApartmentState', 'MTA'),
  GetApartmentState: () => enumOf('System.Threading.ApartmentState', 'MTA'),
}));
const cell = (value: PSValue): PSReference => {
  if (value instanceof PSReference) return value;
  throw argumentNull('location');
};
implement('System.Threading.Timeout', () => ({
  'static Infinite': () => -1,
  'static InfiniteTimeSpan': () => new PSTimeSpan(-10_000n),
}));
implement('System.Threading.Interlocked', () => ({
  'static Increment': (_self, target) => change(target, 1),
  'static Decrement': (_self, target) => change(target, -1),
  'static Add': (_self, target, value) => change(target, value),
  'static Exchange': (_self, target, value) => {
    const before = cell(target).read();
    cell(target).put(value);
    return before;
  },
  'static CompareExchange': (_self, target, value, comparand) => {
    const before = cell(target).read();
    if (netEquals(before, comparand)) cell(target).put(value);
    return before;
  },
  'static Read': (_self, target) => cell(target).read(),
}));
function change(target: PSValue, by: PSValue): PSValue {
  const next = add(cell(target).read(), by);
  cell(target).put(next);
  return next;
}
