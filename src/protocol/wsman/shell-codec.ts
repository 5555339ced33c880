/** `rsp:Shell` and `rsp:Command` as servers tell them: elements in fixed order. protocol.md 7.4, 7.7 */
import { formatDayTimeDuration, formatSecondsDuration, parseDuration } from '../bytes/index.js';
import type { XmlElement, XmlWriter } from '../xml/index.js';
import type { BufferMode, CommandListing, ShellDetails, ShellListing } from './messages.js';
import { Namespace, wireId } from './names.js';

const SHELL = Namespace.shell;
const STATUS = Namespace.status;
type Draft = { -readonly [K in keyof ShellListing]: ShellListing[K] };

/** Words separated by any white space: some servers break the line between two stream names. */
export function words(text: string | undefined): readonly string[] {
  return (text ?? '').split(/\s+/).filter((word) => word !== '');
}

export function readBufferMode(text: string | undefined): BufferMode | undefined {
  const word = text?.trim().toLowerCase();
  return word === 'drop' ? 'Drop' : word === 'block' ? 'Block' : undefined;
}

export function readEnvironment(shell: XmlElement): ReadonlyMap<string, string> | undefined {
  const element = shell.child(SHELL, 'Environment');
  if (element === undefined) return undefined;
  const variables = new Map<string, string>();
  for (const variable of element.childrenNamed(SHELL, 'Variable')) {
    const name = variable.attribute('Name');
    if (name !== undefined && name !== '') variables.set(name, variable.text);
  }
  return variables;
}

/** Reads a shell of an answer. ShellId and Name are elements there, attributes in requests: both are read. */
export function readShellListing(shell: XmlElement): ShellListing {
  const text = (name: string): string | undefined => shell.child(SHELL, name)?.text.trim();
  const listing: Draft = { shellId: text('ShellId') ?? shell.attribute('ShellId') ?? '' };
  const set = <K extends keyof Draft>(key: K, value: Draft[K] | undefined): void => {
    if (value !== undefined) listing[key] = value;
  };
  set('name', text('Name') ?? shell.attribute('Name'));
  set('resourceUri', text('ResourceUri'));
  set('owner', text('Owner'));
  set('clientIp', text('ClientIP'));
  set('processId', integer(text('ProcessId')));
  set('idleTimeoutMs', duration(text('IdleTimeOut')));
  set('maxIdleTimeoutMs', duration(text('MaxIdleTimeOut')));
  set('inputStreams', list(text('InputStreams')));
  set('outputStreams', list(text('OutputStreams')));
  set('locale', text('Locale'));
  set('dataLocale', text('DataLocale'));
  set('compressionMode', text('CompressionMode'));
  set('profileLoaded', yes(text('ProfileLoaded')));
  set('encoding', text('Encoding'));
  set('bufferMode', readBufferMode(text('BufferMode')));
  set('state', text('State'));
  set('shellRunTimeMs', duration(text('ShellRunTime')));
  set('shellInactivityMs', duration(text('ShellInactivity')));
  set('memoryUsedMb', integer(text('MemoryUsed')?.replace(/\s*MB$/i, '')));
  set('childProcesses', integer(text('ChildProcesses')));
  set('workingDirectory', text('WorkingDirectory'));
  set('environment', readEnvironment(shell));
  set('details', readDetails(shell));
  return listing;
}

function readDetails(shell: XmlElement): ShellDetails | undefined {
  const element = shell.child(STATUS, 'Status');
  if (element === undefined) return undefined;
  const brokenReason = element.child(STATUS, 'BrokenReason')?.text;
  return {
    outputWaitingBytes: integer(element.child(STATUS, 'OutputWaiting')?.text.trim()) ?? 0,
    running: element.childrenNamed(STATUS, 'Running').map(({ text }) => text),
    mayWatch: element.childrenNamed(STATUS, 'MayWatch').map(({ text }) => text),
    watchers: element.childrenNamed(STATUS, 'Watcher').map(({ text }) => text),
    ...(brokenReason === undefined ? {} : { brokenReason }),
  };
}

const duration = (text: string | undefined): number | undefined =>
  text === undefined ? undefined : parseDuration(text);
const list = (text: string | undefined): readonly string[] | undefined =>
  text === undefined ? undefined : words(text);
const yes = (text: string | undefined): boolean | undefined =>
  text === undefined ? undefined : text.toLowerCase() === 'yes';
function integer(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}

/** Writes a shell the way Windows does: same elements, same order. Ids go out in upper case. */
export function writeShellListing(writer: XmlWriter, shell: ShellListing): void {
  const element = (name: string, value: string | undefined): void => {
    if (value !== undefined) writer.element(`rsp:${name}`, value);
  };
  const number = (value: number | undefined): string | undefined => (value === undefined ? undefined : String(value));
  const seconds = (ms: number | undefined): string | undefined =>
    ms === undefined ? undefined : formatSecondsDuration(ms);
  writer.start('rsp:Shell', { 'xmlns:rsp': SHELL });
  element('ShellId', wireId(shell.shellId));
  element('Name', shell.name);
  element('ResourceUri', shell.resourceUri);
  element('Owner', shell.owner);
  element('ClientIP', shell.clientIp);
  element('ProcessId', number(shell.processId));
  element('WorkingDirectory', shell.workingDirectory);
  if (shell.environment !== undefined && shell.environment.size > 0) {
    writer.start('rsp:Environment');
    for (const [name, value] of shell.environment) writer.element('rsp:Variable', value, { Name: name });
    writer.end();
  }
  element('IdleTimeOut', seconds(shell.idleTimeoutMs));
  element('InputStreams', shell.inputStreams?.join(' '));
  element('OutputStreams', shell.outputStreams?.join(' '));
  element('MaxIdleTimeOut', seconds(shell.maxIdleTimeoutMs));
  element('Locale', shell.locale);
  element('DataLocale', shell.dataLocale);
  element('CompressionMode', shell.compressionMode);
  element('ProfileLoaded', shell.profileLoaded === undefined ? undefined : shell.profileLoaded ? 'Yes' : 'No');
  element('Encoding', shell.encoding);
  element('BufferMode', shell.bufferMode);
  element('State', shell.state);
  element('ShellRunTime', shell.shellRunTimeMs === undefined ? undefined : formatDayTimeDuration(shell.shellRunTimeMs));
  element(
    'ShellInactivity',
    shell.shellInactivityMs === undefined ? undefined : formatDayTimeDuration(shell.shellInactivityMs),
  );
  element('MemoryUsed', shell.memoryUsedMb === undefined ? undefined : `${shell.memoryUsedMb}MB`);
  element('ChildProcesses', number(shell.childProcesses));
  if (shell.details !== undefined) {
    const { outputWaitingBytes, running, mayWatch = [], watchers = [], brokenReason } = shell.details;
    writer.start('ps:Status', { 'xmlns:ps': STATUS });
    writer.element('ps:OutputWaiting', String(outputWaitingBytes));
    for (const text of running) writer.element('ps:Running', text);
    for (const name of mayWatch) writer.element('ps:MayWatch', name);
    for (const name of watchers) writer.element('ps:Watcher', name);
    if (brokenReason !== undefined) writer.element('ps:BrokenReason', brokenReason);
    writer.end();
  }
  writer.end();
}

export function readCommandListing(command: XmlElement): CommandListing | undefined {
  const text = (name: string): string | undefined => command.child(SHELL, name)?.text;
  const commandId = text('CommandId')?.trim();
  if (commandId === undefined || commandId === '') return undefined;
  const shellId = text('ShellId')?.trim();
  const commandLine = text('CommandLine');
  const state = text('CommandState')?.trim();
  return {
    ...(shellId === undefined ? {} : { shellId }),
    commandId,
    ...(commandLine === undefined ? {} : { commandLine }),
    ...(state === undefined ? {} : { state: state.slice(state.lastIndexOf('/') + 1) }),
  };
}

export function writeCommandListing(writer: XmlWriter, command: CommandListing): void {
  writer.start('rsp:Command', { 'xmlns:rsp': SHELL });
  if (command.shellId !== undefined) writer.element('rsp:ShellId', wireId(command.shellId));
  writer.element('rsp:CommandId', wireId(command.commandId));
  writer.element('rsp:CommandLine', command.commandLine ?? '');
  writer.element('rsp:CommandState', command.state ?? 'Running');
  writer.end();
}
