/** Process.Start and what it starts: programs with their streams in the script's hands. */
import { spawn } from 'node:child_process';
import nodePath from 'node:path';
import type { Readable } from 'node:stream';
import { PSDictionary, PSList, PSObject, type PSValue } from '../../../protocol/objects/index.js';
import { processById, processTable, type ProcessFacts, waitForExit } from '../commands/system/process-table.js';
import { splitArguments } from '../text/argument-line.js';
import { toText } from '../conversion.js';
import { implement } from '../values/bodies.js';
import { typedArray, unwrap } from '../values/live.js';
import { requireType } from '../values/net-type.js';
import { collectionOf, STRING } from '../values/types.js';
import { NetDictionary } from './dictionaries.js';
import { keyRule } from './comparers.js';
import { NOT_ASSOCIATED, processFacts, processObject, ProcessState } from './process.js';
import { declareEvents, raise } from './events.js';
import { empty, no, none, plainProperties, Settings } from './plain-properties.js';
import { NodeStream } from './streams/node-stream.js';
import { newReader } from './streams/text-reader.js';
import { newWriter } from './streams/text-writer.js';
import {
  argumentError,
  argumentNull,
  dataOf,
  enumOf,
  flag,
  invalidOperation,
  items,
  net,
  num,
  requireGeneric,
  runtime,
  text,
  throwNet,
  currentFolder,
} from './support.js';
import { held } from './tasks.js';
import { millisecondsOf } from './time-span.js';

const PROCESS = 'System.Diagnostics.Process';
const START_INFO = 'System.Diagnostics.ProcessStartInfo';
const PIPE = 'System.IO.Pipes.PipeStream';

// ------------------------------------------------------------------ start info

const newArguments = (list: PSValue[] = []): PSValue => collectionOf(list, STRING);
const newEnvironment = (typeNames: readonly string[]): PSValue => {
  const made = new NetDictionary(keyRule(undefined), undefined, typeNames);
  for (const [name, value] of runtime().environment) made.setEntry(name, value);
  return made;
};
const infoBodies = plainProperties({
  FileName: empty,
  Arguments: empty,
  ArgumentList: () => newArguments(),
  WorkingDirectory: empty,
  UserName: empty,
  Domain: empty,
  Password: none,
  PasswordInClearText: none,
  LoadUserProfile: no,
  UseCredentialsForNetworkingOnly: no,
  CreateNoWindow: no,
  CreateNewProcessGroup: no,
  ErrorDialog: no,
  RedirectStandardInput: no,
  RedirectStandardOutput: no,
  RedirectStandardError: no,
  StandardInputEncoding: none,
  StandardOutputEncoding: none,
  StandardErrorEncoding: none,
  UseShellExecute: no,
  Verb: empty,
  WindowStyle: () => enumOf('System.Diagnostics.ProcessWindowStyle', 'Normal'),
  Environment: () =>
    newEnvironment(requireGeneric('System.Collections.Generic.Dictionary', [STRING, STRING]).typeNames),
});
/** Arguments are a text, or a list of them. */
function newInfo(file: PSValue | undefined, args: PSValue | undefined): PSValue {
  const made = new Settings();
  if (file !== undefined) made.values.set('FileName', text(file));
  if (typeof args === 'string') made.values.set('Arguments', args);
  else if (args !== undefined && args !== null)
    made.values.set('ArgumentList', newArguments(items(args).map((one) => toText(one))));
  return net(START_INFO, made);
}
implement(START_INFO, () => ({
  ...infoBodies,
  EnvironmentVariables: infoBodies['Environment'] ?? none,
  Verbs: () => typedArray([], STRING),
  new: (_self, file, args) => newInfo(file === null ? '' : file, args),
}));

// ------------------------------------------------------------------ processes

class Started extends ProcessState {
  info: PSValue = net(START_INFO, new Settings());
  ended: Promise<number> | undefined;
  raises = false;
  output: PSValue = null;
  error: PSValue = null;
  input: PSValue = null;
  setting(name: string): PSValue {
    return dataOf<Settings>(this.info).values.get(name) ?? null;
  }
}
/** The state of a process that a script made; undefined for one of Get-Process. */
const stateOf = (self: PSValue): Started | undefined => {
  const state = dataOf<ProcessState>(self);
  return state instanceof Started ? state : undefined;
};
const idOf = (self: PSValue): number => dataOf<ProcessState>(self).mustId;

function commandOf(state: Started): { file: string; args: readonly string[]; cwd: string } {
  const file = toText(state.setting('FileName'));
  if (file === '') throw invalidOperation('Cannot start process because a file name has not been provided.');
  const list = unwrap(state.setting('ArgumentList'));
  const line = toText(state.setting('Arguments'));
  const listed = list instanceof PSList ? list.items.map((one) => toText(one)) : [];
  if (listed.length > 0 && line !== '') throw invalidOperation('Only one of Arguments or ArgumentList may be used.');
  const folder = toText(state.setting('WorkingDirectory'));
  return {
    file,
    args: listed.length > 0 ? listed : splitArguments(line),
    cwd: folder === '' ? currentFolder() : folder,
  };
}
const redirected = (state: Started, name: string): boolean => state.setting(`RedirectStandard${name}`) === true;
const reader = (source: Readable | null | undefined, encoding: PSValue): PSValue =>
  source === null || source === undefined
    ? null
    : newReader(net(PIPE, new NodeStream(source, undefined)), encoding ?? undefined);

async function start(self: PSValue): Promise<boolean> {
  const state = stateOf(self);
  if (state === undefined) throw invalidOperation(NOT_ASSOCIATED);
  const { file, args, cwd } = commandOf(state);
  const pipes = ['Input', 'Output', 'Error'].map((name) => redirected(state, name));
  if (state.setting('UseShellExecute') === true && pipes.some(Boolean))
    throw invalidOperation(
      'The Process object must have the UseShellExecute property set to false in order to redirect IO streams.',
    );
  const given = unwrap(state.setting('Environment'));
  const env =
    given instanceof PSDictionary
      ? Object.fromEntries([...given.entries()].map(([name, value]) => [toText(name), toText(value)]))
      : Object.fromEntries(runtime().environment);
  // In a session of a server the program must not write into the carrier of that session.
  const free = runtime().host.hasUI ? 'inherit' : 'ignore';
  const child = spawn(
    nodePath.isAbsolute(file) || !file.includes('/') ? file : nodePath.resolve(cwd, file),
    [...args],
    {
      cwd,
      env,
      stdio: pipes.map((one) => (one ? 'pipe' : free)) as ('pipe' | 'inherit' | 'ignore')[],
      windowsHide: true,
    },
  );
  // Node throws away, when the program ends, what nobody has begun to read; here it may be read later.
  for (const source of [child.stdout, child.stderr]) source?.on('readable', () => undefined);
  state.ended = new Promise((resolve) => {
    state.follow(child, (code) => {
      resolve(code);
      const source = unwrap(self);
      if (state.raises && source instanceof PSObject) raise(source, 'Exited', net('System.EventArgs', undefined));
    });
  });
  try {
    await held(
      new Promise<void>((resolve, reject) => {
        child.once('spawn', resolve);
        child.once('error', reject);
      }),
    );
  } catch (error) {
    const reason =
      error instanceof Error && 'code' in error
        ? error.code === 'ENOENT'
          ? 'No such file or directory'
          : error.code === 'EACCES'
            ? 'Permission denied'
            : error.message
        : undefined;
    if (reason === undefined) throw error;
    throw throwNet(
      'System.ComponentModel.Win32Exception',
      `An error occurred trying to start process '${file}' with working directory '${cwd}'. ${reason}`,
    );
  }
  child.on('error', () => undefined);
  child.unref();
  state.output = reader(child.stdout, state.setting('StandardOutputEncoding'));
  state.error = reader(child.stderr, state.setting('StandardErrorEncoding'));
  if (child.stdin !== null) {
    child.stdin.on('error', () => undefined);
    const encoding = state.setting('StandardInputEncoding');
    state.input = newWriter(net(PIPE, new NodeStream(undefined, child.stdin)), encoding === null ? {} : { encoding });
  }
  return true;
}
const newProcess = (info?: PSValue): PSValue => {
  const state = new Started();
  if (info !== undefined) state.info = info;
  return net(PROCESS, state);
};
const begin = async (info: PSValue): Promise<PSValue> => {
  const made = newProcess(info);
  await start(made);
  return made;
};
function infoFor(file: PSValue, args: PSValue | undefined): PSValue {
  if (file === null) throw argumentNull('fileName');
  return newInfo(file, args);
}
async function waitFor(self: PSValue, limit: PSValue | undefined): Promise<PSValue | undefined> {
  const milliseconds = millisecondsOf(limit);
  const state = stateOf(self);
  const most = milliseconds < 0 ? Number.POSITIVE_INFINITY : milliseconds;
  if (state === undefined) {
    const done = await waitForExit(idOf(self), most, runtime().signal);
    return limit === undefined ? undefined : done;
  }
  if (state.ended === undefined) throw invalidOperation(NOT_ASSOCIATED);
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    if (most !== Number.POSITIVE_INFINITY) timer = setTimeout(() => resolve(false), most);
  });
  try {
    const done = await held(Promise.race([state.ended.then(() => true), late]));
    // Lines that are still in the pipe come before the end.
    if (done && limit === undefined) await Promise.all(reading.get(state) ?? []);
    return limit === undefined ? undefined : done;
  } finally {
    clearTimeout(timer);
  }
}
/** Readers of BeginOutputReadLine and its kin that are under way. */
const reading = new WeakMap<Started, Promise<void>[]>();
const DATA = 'System.Diagnostics.DataReceivedEventArgs';
implement(DATA, () => ({ Data: (self) => dataOf<PSValue>(self) }));
function beginReading(self: PSValue, source: PSValue, stream: Readable | null | undefined, name: string): undefined {
  const state = stateOf(self);
  const from = unwrap(self);
  if (state === undefined || source === null || !stream || !(from instanceof PSObject))
    throw invalidOperation(
      `Standard${name} has not been redirected or the process hasn't started yet.`.replace(
        'StandardOutput',
        'StandardOut',
      ),
    );
  const done = (async () => {
    let kept = '';
    stream.setEncoding('utf8');
    for await (const part of stream) {
      const lines = (kept + String(part)).split(/\r\n|\n|\r(?!$)/);
      kept = lines.pop() ?? '';
      for (const line of lines) raise(from, `${name}DataReceived`, net(DATA, line));
    }
    if (kept !== '') raise(from, `${name}DataReceived`, net(DATA, kept.replace(/\r$/, '')));
    raise(from, `${name}DataReceived`, net(DATA, null));
  })().catch(() => undefined);
  reading.set(state, [...(reading.get(state) ?? []), done]);
  return undefined;
}
const mustHave = (self: PSValue, kind: 'output' | 'error' | 'input', message: string): PSValue => {
  const value = stateOf(self)?.[kind] ?? null;
  if (value === null) throw invalidOperation(message);
  return value;
};
function kill(id: number, tree: boolean): void {
  if (tree)
    for (const facts of processTable(Date.now()))
      if (facts.parentId === id && facts.id !== process.pid) kill(facts.id, true);
  try {
    process.kill(id, 'SIGKILL');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ESRCH') return;
    throw throwNet('System.ComponentModel.Win32Exception', 'Operation not permitted');
  }
}
/** The state of a process that has ended, and was started by its object. */
const mustHaveEnded = (self: PSValue): ProcessState => {
  const state = dataOf<ProcessState>(self);
  if (state.exitCode !== undefined) return state;
  throw invalidOperation(
    state.hasExited
      ? 'Process was not started by this object, so requested information cannot be determined.'
      : 'Process must exit before requested information can be determined.',
  );
};
const table = (facts: readonly ProcessFacts[]): PSValue =>
  typedArray(
    facts.map((one) => processObject(one)),
    requireType(PROCESS),
  );
const forget = (self: PSValue): undefined => {
  const state = stateOf(self);
  state?.child?.stdin?.end();
  return undefined;
};

implement(PROCESS, () => ({
  ...processFacts,
  'new()': () => newProcess(),
  StartInfo: (self) => {
    const state = stateOf(self);
    if (state === undefined)
      throw invalidOperation('Process was not started by this object, so requested information cannot be determined.');
    return state.info;
  },
  'set StartInfo': (self, value) => {
    const state = stateOf(self);
    if (value === null) throw argumentNull('value');
    if (state !== undefined) state.info = value;
    return undefined;
  },
  'Start()': (self) => start(self),
  'static Start(System.Diagnostics.ProcessStartInfo)': (_self, info) => {
    if (info === null) throw argumentNull('startInfo');
    return begin(info);
  },
  'static Start(string)': (_self, file) => begin(infoFor(file, undefined)),
  'static Start(string, string)': (_self, file, args) => begin(infoFor(file, args)),
  'static Start(string, System.Collections.Generic.IEnumerable[string])': (_self, file, args) =>
    begin(infoFor(file, args)),
  'static GetProcesses()': () => table(processTable(Date.now())),
  'static GetProcessesByName(string)': (_self, name) =>
    table(processTable(Date.now()).filter((facts) => facts.name === text(name))),
  'static GetCurrentProcess': () => processObject(mustRun(process.pid)),
  'static GetProcessById': (_self, id) => processObject(mustRun(num(id))),
  ExitCode: (self) => mustHaveEnded(self).exitCode ?? null,
  ExitTime: (self) => mustHaveEnded(self).exitTime,
  EnableRaisingEvents: (self) => stateOf(self)?.raises ?? false,
  'set EnableRaisingEvents': (self, value) => {
    const state = stateOf(self);
    if (state !== undefined) state.raises = flag(value);
    return undefined;
  },
  StandardOutput: (self) =>
    mustHave(self, 'output', "StandardOut has not been redirected or the process hasn't started yet."),
  StandardError: (self) => mustHave(self, 'error', 'StandardError has not been redirected.'),
  StandardInput: (self) => {
    const made = mustHave(self, 'input', 'StandardIn has not been redirected.');
    dataOf<{ autoFlush: boolean }>(made).autoFlush = true;
    return made;
  },
  BeginOutputReadLine: (self) =>
    beginReading(self, stateOf(self)?.output ?? null, stateOf(self)?.child?.stdout, 'Output'),
  BeginErrorReadLine: (self) => beginReading(self, stateOf(self)?.error ?? null, stateOf(self)?.child?.stderr, 'Error'),
  CancelOutputRead: () => undefined,
  CancelErrorRead: () => undefined,
  Kill: (self, tree) => {
    if (stateOf(self)?.exitCode === undefined) kill(idOf(self), flag(tree));
    return undefined;
  },
  CloseMainWindow: () => false,
  WaitForExit: (self, limit) => waitFor(self, limit),
  WaitForInputIdle: () => {
    throw invalidOperation(
      'WaitForInputIdle failed.  This could be because the process does not have a graphical interface.',
    );
  },
  Dispose: forget,
  Close: forget,
}));
function mustRun(id: number): ProcessFacts {
  const facts = processById(id, Date.now());
  if (facts === undefined) throw argumentError(`Process with an Id of ${id} is not running.`);
  return facts;
}
const handler = 'System.Diagnostics.DataReceivedEventHandler';
declareEvents(PROCESS, [
  { name: 'Disposed', handler: 'System.EventHandler', args: 'System.EventArgs' },
  { name: 'ErrorDataReceived', handler, args: DATA },
  { name: 'Exited', handler: 'System.EventHandler', args: 'System.EventArgs' },
  { name: 'OutputDataReceived', handler, args: DATA },
]);
