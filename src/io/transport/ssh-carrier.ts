/**
 * The system's `ssh` as a carrier, as PowerShell's -HostName uses it: the user's configuration, agent and known hosts
 * keep working. protocol.md 6.5, cmdlets.md 6.1
 */
import { existsSync } from 'node:fs';
import { ArgumentError } from '../../protocol/errors/index.js';
import { openProcess } from './process-carrier.js';
import { startAskpass } from './ssh-askpass.js';
import type { StreamCarrier } from './byte-carrier.js';

export interface SshTarget {
  /** `host`, `user@host`, `host:port`, `user@host:port`, `ssh://user@host:port`, `[v6]:port`. */
  readonly hostName: string;
  readonly userName?: string;
  readonly port?: number;
  readonly keyFilePath?: string;
  /** Case-sensitive in sshd. Default `powershell`. */
  readonly subsystem?: string;
  /** ssh's own `-o` options, `{ ProxyJump: 'gate', ... }`. What the other fields say wins. */
  readonly options?: Readonly<Record<string, string>>;
}

export interface SshCommand {
  readonly argv: readonly string[];
  /** `user@host:port`, for texts. */
  readonly address: string;
  readonly host: string;
  readonly user: string | undefined;
  readonly port: number | undefined;
}

const OPTION_NAME = /^[A-Za-z][A-Za-z0-9]*$/;

function refuse(parameter: string, value: string, why: string): never {
  throw new ArgumentError(parameter, `'${value.slice(0, 100)}' cannot be used for ${parameter}: ${why}.`);
}

/** Nothing that ssh or a terminal could take for something else. */
function checkWord(parameter: string, value: string): void {
  if (value === '') refuse(parameter, value, 'it is empty');
  if (value.startsWith('-')) refuse(parameter, value, 'it begins with a hyphen, which ssh would read as an option');
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  if (/[\u0000-\u001f\u007f]/.test(value)) refuse(parameter, value, 'it holds a control character');
}

/** Takes a host form apart. @throws {ArgumentError} it is none. */
export function parseHostName(text: string): { readonly host: string; readonly user?: string; readonly port?: number } {
  let rest = text.trim();
  if (/^ssh:\/\//i.test(rest)) rest = rest.slice(6).replace(/\/$/, '');
  let user: string | undefined;
  const at = rest.lastIndexOf('@');
  if (at >= 0) {
    user = rest.slice(0, at);
    rest = rest.slice(at + 1);
  }
  let host = rest;
  let portText: string | undefined;
  const bracketed = /^\[([^\]]+)\](?::(.+))?$/.exec(rest);
  if (bracketed !== null) {
    host = bracketed[1] ?? '';
    portText = bracketed[2];
  } else if (rest.indexOf(':') === rest.lastIndexOf(':') && rest.includes(':')) {
    // One colon is a port; several are an IPv6 address without brackets.
    host = rest.slice(0, rest.indexOf(':'));
    portText = rest.slice(rest.indexOf(':') + 1);
  }
  if (host === '') refuse('HostName', text, 'it names no host');
  if (/\s/.test(host)) refuse('HostName', text, 'a host name holds no blanks');
  let port: number | undefined;
  if (portText !== undefined) port = checkPort(/^\d{1,5}$/.test(portText) ? Number(portText) : Number.NaN, text);
  return { host, ...(user === undefined ? {} : { user }), ...(port === undefined ? {} : { port }) };
}

function checkPort(port: number, text: string): number {
  if (!Number.isInteger(port) || port < 1 || port > 65_535) refuse('Port', text, 'a port is a number from 1 to 65535');
  return port;
}

/**
 * The command line: `ssh [-i key] [-l user] [-p port] [-o k=v]... -s host subsystem`. `DOMAIN\user` becomes
 * `user@DOMAIN`, and brackets of an IPv6 address go. protocol.md 6.5
 * @throws {ArgumentError} a value that ssh would take for an option, or that is no host, user, port or option name.
 */
export function sshCommand(target: SshTarget, program = 'ssh'): SshCommand {
  const parsed = parseHostName(target.hostName);
  let user = target.userName ?? parsed.user;
  const port = target.port === undefined ? parsed.port : checkPort(target.port, String(target.port));
  checkWord('HostName', parsed.host);
  if (user !== undefined) {
    checkWord('UserName', user);
    const backslash = user.indexOf('\\');
    if (backslash >= 0) user = `${user.slice(backslash + 1)}@${user.slice(0, backslash)}`;
    checkWord('UserName', user);
  }
  const subsystem = target.subsystem ?? 'powershell';
  checkWord('Subsystem', subsystem);
  const argv: string[] = [program];
  if (target.keyFilePath !== undefined) {
    checkWord('KeyFilePath', target.keyFilePath);
    argv.push('-i', target.keyFilePath);
  }
  if (user !== undefined) argv.push('-l', user);
  if (port !== undefined) argv.push('-p', String(port));
  // ssh takes the first value it hears of an option: explicit parameters come before.
  for (const [name, value] of Object.entries(target.options ?? {})) {
    if (!OPTION_NAME.test(name)) refuse('Options', name, "it is not the name of one of ssh's options");
    // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
    if (/[\u0000-\u001f\u007f]/.test(value)) refuse('Options', `${name}=…`, 'its value holds a control character');
    argv.push('-o', `${name}=${value}`);
  }
  argv.push('-s', parsed.host, subsystem);
  const shownHost = parsed.host.includes(':') ? `[${parsed.host}]` : parsed.host;
  const address = `${user === undefined ? '' : `${user}@`}${shownHost}${port === undefined ? '' : `:${port}`}`;
  return { argv, address, host: parsed.host, user, port };
}

export interface SshCarrierOptions extends SshTarget {
  /** Another program in ssh's place, and arguments before ours. Default `ssh` of PATH. */
  readonly sshProgram?: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** A password, where ssh has no terminal to ask on. Undefined: there is none; ssh uses keys or fails. */
  readonly password?: (question: string) => Promise<string | undefined>;
  /** What ssh says on stderr (banners, warnings, its own errors), for the user's console. Not fatal. protocol.md 6.4 */
  readonly onStderrLine?: (line: string) => void;
}

/** Starts ssh. That it connected shows in the first line from the server: `ConnectingTimeout` is the caller's. */
export async function openSsh(options: SshCarrierOptions, signal?: AbortSignal): Promise<StreamCarrier> {
  const command = sshCommand(options, options.sshProgram);
  // ssh itself says so and goes on with other keys.
  if (options.keyFilePath !== undefined && !existsSync(options.keyFilePath))
    refuse('KeyFilePath', options.keyFilePath, 'there is no such file');
  const askpass =
    options.password === undefined || process.platform === 'win32' ? undefined : await startAskpass(options.password);
  try {
    return await openProcess(
      {
        argv: command.argv,
        transportName: 'SSH',
        address: command.address,
        stderr: 'collect',
        env: { ...options.env, ...askpass?.environment },
        // ssh asks until it is logged in; what it asked with is needed no longer than it lives.
        onExit: () => void askpass?.[Symbol.asyncDispose](),
        ...(options.onStderrLine === undefined ? {} : { onStderrLine: options.onStderrLine }),
      },
      signal,
    );
  } catch (error) {
    await askpass?.[Symbol.asyncDispose]();
    throw error;
  }
}
