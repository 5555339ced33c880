/** The real carriers: WSMan over HTTP, programs, ssh and pipes; and what the caller brought. */
import { newGuid, systemRandom } from '../../../io/runtime/index.js';
import { askCredentialHelper, openPipe, openProcess, openSsh } from '../../../io/transport/index.js';
import type { Guid } from '../../../protocol/bytes/index.js';
import { ArgumentError } from '../../../protocol/errors/index.js';
import { WsmanClient } from '../../../protocol/wsman/index.js';
import type { ConnectionInfo, SSHConnectionInfo, WSManConnectionInfo } from '../model/connection-info.js';
import type { RunspaceTransport } from '../runspace-transport.js';
import type { CarrierFactory, ShellDirectory } from './carrier-factory.js';
import { httpPosterFor } from './http-carrier.js';
import type { HttpPoster } from './http-poster.js';
import { SshPoster } from './ssh-poster.js';
import { OutOfProcRunspaceTransport } from './outofproc-transport.js';
import { WsmanShellDirectory } from './wsman-directory.js';
import { WsmanExchange } from './wsman-exchange.js';
import { WsmanRunspaceTransport } from './wsman-transport.js';

/** What servers are told of us in the URL. protocol.md 7.2 */
const PS_VERSION = '7.4.0';

/** Makes what POSTs to `url` for a connection. */
export type PosterMaker = (info: WSManConnectionInfo, url: string) => HttpPoster;

export interface DefaultCarriersOptions {
  /** The client application instance that shells remember. Default: a new one for each factory. protocol.md 7.10 */
  readonly sessionId?: Guid;
  /** Another way to POST: an endpoint in the same process, a proxy of a test. Default: HTTP and HTTPS. */
  readonly poster?: PosterMaker;
  /**
   * A password for ssh where it has no terminal. Default: what PSSESSION_CREDENTIAL_HELPER says; without one ssh asks as
   * it always does.
   */
  readonly sshPassword?: (target: { readonly host: string; readonly user?: string }) => Promise<string | undefined>;
  /** Each line that ssh writes to its stderr: banners, prompts' texts, its own errors. */
  readonly onSSHMessage?: (line: string) => void;
}

export function defaultCarriers(options: DefaultCarriersOptions = {}): CarrierFactory {
  const sessionId = options.sessionId ?? newGuid();
  const http = options.poster ?? httpPosterFor;
  const poster: PosterMaker = (info, url) =>
    info.ssh === undefined ? http(info, url) : sshPosterFor(info.ssh, options);
  return {
    transport: (info) => transportFor(info, sessionId, poster, options),
    directory: (info) => directoryFor(info, sessionId, poster),
  };
}

function transportFor(
  info: ConnectionInfo,
  sessionId: Guid,
  poster: PosterMaker,
  options: DefaultCarriersOptions,
): RunspaceTransport {
  switch (info.transport) {
    case 'WSMan': {
      const client = wsmanClient(info, sessionId);
      return new WsmanRunspaceTransport({
        client,
        exchange: (onRetry) =>
          new WsmanExchange({
            poster: poster(info, client.requestUrl),
            address: info.wireUrl,
            maxRetryMs: info.option.maxConnectionRetryMs,
            onRetry,
          }),
        resourceUri: info.shellUri,
        compressed: info.shellCompressed,
      });
    }
    case 'SSH':
      return new OutOfProcRunspaceTransport({
        transportName: 'SSH',
        ackTimeoutMs: info.cancelTimeoutMs,
        connectingTimeoutMs: info.connectingTimeoutMs,
        open: (signal) =>
          openSsh(
            {
              ...sshTarget(info),
              ...sshPassword(info, options),
              ...(options.onSSHMessage === undefined ? {} : { onStderrLine: options.onSSHMessage }),
            },
            signal,
          ),
      });
    case 'Process':
      return new OutOfProcRunspaceTransport({
        transportName: 'Process',
        ackTimeoutMs: info.cancelTimeoutMs,
        open: (signal) =>
          openProcess(
            {
              argv: [info.file, ...info.args],
              stderr: 'collect',
              ...(info.cwd === undefined ? {} : { cwd: info.cwd }),
              ...(info.env === undefined ? {} : { env: info.env }),
            },
            signal,
          ),
      });
    case 'NamedPipe':
      return new OutOfProcRunspaceTransport({
        transportName: 'NamedPipe',
        ackTimeoutMs: info.cancelTimeoutMs,
        open: (signal) =>
          openPipe(
            info.pipeName === undefined ? { processId: info.processId ?? 0 } : { pipeName: info.pipeName },
            Math.min(info.openTimeoutMs === 0 ? PIPE_WAIT_MS : info.openTimeoutMs, PIPE_WAIT_MS),
            signal,
          ),
      });
    case 'Custom':
      if (!isMaker(info.carrier)) {
        throw new ArgumentError('connectionInfo', 'A custom connection needs a function that makes its carrier.');
      }
      return info.carrier();
    default:
      return info satisfies never;
  }
}

/** How long ssh may take to reach a subsystem, where nobody says so: a person may have to type. Milliseconds. */
const SSH_WAIT_MS = 60_000;

/** How long a pipe that is not there is waited for. Milliseconds; PowerShell's own value for processes. */
const PIPE_WAIT_MS = 5_000;

function directoryFor(info: WSManConnectionInfo, sessionId: Guid, poster: PosterMaker): ShellDirectory {
  const client = wsmanClient(info, sessionId);
  const exchange = new WsmanExchange({
    poster: poster(info, client.requestUrl),
    address: info.wireUrl,
    maxRetryMs: 0,
    onRetry: () => undefined,
  });
  return new WsmanShellDirectory(client, exchange);
}

function wsmanClient(info: WSManConnectionInfo, sessionId: Guid): WsmanClient {
  return new WsmanClient({
    connectionUri: info.wireUrl,
    random: systemRandom,
    resourceUri: info.shellUri,
    sessionId,
    psVersion: PS_VERSION,
    locale: info.uiCulture ?? systemLocale(),
    dataLocale: info.culture ?? systemLocale(),
    ...(info.operationTimeoutMs === 0 ? {} : { operationTimeoutMs: info.operationTimeoutMs }),
    ...(info.openTimeoutMs === 0 ? {} : { openTimeoutMs: info.openTimeoutMs }),
    ...(info.cancelTimeoutMs === 0 ? {} : { closeTimeoutMs: info.cancelTimeoutMs }),
  });
}

function sshPosterFor(info: SSHConnectionInfo, options: DefaultCarriersOptions): HttpPoster {
  return new SshPoster({
    ssh: {
      ...sshTarget(info),
      ...(options.onSSHMessage === undefined ? {} : { onStderrLine: options.onSSHMessage }),
    },
    connectingTimeoutMs: info.connectingTimeoutMs ?? SSH_WAIT_MS,
  });
}

function sshTarget(info: SSHConnectionInfo) {
  return {
    hostName: info.computerName.includes(':') ? `[${info.computerName}]` : info.computerName,
    subsystem: info.subsystem,
    options: info.options,
    ...(info.userName === undefined ? {} : { userName: info.userName }),
    ...(info.port === undefined ? {} : { port: info.port }),
    ...(info.keyFilePath === undefined ? {} : { keyFilePath: info.keyFilePath }),
    ...(info.executable === undefined ? {} : { sshProgram: info.executable }),
    ...(info.environment === undefined ? {} : { env: { ...withoutOurs(), ...info.environment } }),
  };
}

/** Takes away what this process has: the environment that is given is all there is. */
const withoutOurs = (): Record<string, undefined> =>
  Object.fromEntries(Object.keys(process.env).map((name) => [name, undefined]));

function sshPassword(
  info: SSHConnectionInfo,
  options: DefaultCarriersOptions,
): { readonly password?: () => Promise<string | undefined> } {
  const { sshPassword: given } = options;
  const helper = (process.env['PSSESSION_CREDENTIAL_HELPER'] ?? '') !== '';
  if (given === undefined && !helper) return {};
  const { computerName: host, userName: user } = info;
  const named = user === undefined ? {} : { user };
  return {
    password: () =>
      given === undefined
        ? askCredentialHelper({ protocol: 'ssh', host, ...(user === undefined ? {} : { username: user }) })
        : given({ host, ...named }),
  };
}

let locale: string | undefined;
function systemLocale(): string {
  locale ??= Intl.DateTimeFormat().resolvedOptions().locale;
  return locale;
}

function isMaker(value: unknown): value is () => RunspaceTransport {
  return typeof value === 'function';
}
