/**
 * The endpoint's configuration file: listeners, accounts, limits and session configurations.
 * docs/configuration.md explains every key; `EXAMPLE_CONFIGURATION` is what `pssession serve --example` prints.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { PSSessionError } from '../../protocol/errors/index.js';
import { systemErrorCode } from '../../io/store/index.js';
import {
  ConfigurationError,
  Expectation,
  oneOf,
  parseDocument,
  text,
  wholeNumber,
  type ObjectReader,
} from './document-reader.js';
import { readConfigurationFile } from './session-configuration-file.js';
import { DEFAULT_SERVICE_QUOTAS, readServiceQuotas, type ServiceQuotas } from './quotas.js';
import {
  DEFAULT_AUTHENTICATION,
  readAuthentication,
  readSchemes,
  type AuthenticationConfiguration,
} from './authentication-configuration.js';
import {
  DEFAULT_CONFIGURATION_NAME,
  readSessionConfiguration,
  sessionConfiguration,
  type SessionConfiguration,
} from './session-configuration.js';

export interface ListenerTls {
  /** PEM: the certificate and its chain, and the key. */
  readonly certificateFile?: string;
  readonly keyFile?: string;
  /** PKCS#12 instead of the two. */
  readonly pfxFile?: string;
  /** Name of the environment variable that holds the passphrase of the key or of the PKCS#12 file. */
  readonly passphraseVariable?: string;
  readonly minVersion?: 'TLSv1.2' | 'TLSv1.3';
  /** PEM of the authorities that client certificates have to come from. With it, clients are asked for one. */
  readonly clientCertificateAuthority?: string;
}

export interface ListenerConfiguration {
  /** Default 127.0.0.1. */
  readonly address: string;
  /** Default 5985, with TLS 5986; 0 = any free one. */
  readonly port: number;
  /** Default `/wsman`. */
  readonly path: string;
  readonly tls: ListenerTls | undefined;
  /** In plain words: passwords and scripts cross the network readable. Needed for plain HTTP beyond loopback. */
  readonly allowUnencrypted: boolean;
  /** A listening socket that this process was started with, in the place of address and port. */
  readonly descriptor?: number;
  /** Schemes that are offered here, lower case; undefined: all that the endpoint has. */
  readonly authentication?: readonly string[];
}

export interface CmdShellConfiguration {
  /** Whether WinRS shells are offered. */
  readonly enabled: boolean;
  readonly allowedUsers: readonly string[];
  readonly allowedGroups: readonly string[];
  /** As whom commands run: `endpoint` (default), or the operating system user of the caller's name. */
  readonly runAs?: 'endpoint' | 'caller';
}

/** Where sessions live. */
export interface SessionsConfiguration {
  /** `durable`: in processes of their own, with their output on the disk; `process`: in the endpoint's, and end with it. */
  readonly keep: 'durable' | 'process';
  /** Undefined: `endpoint` in the state folder. */
  readonly stateFolder: string | undefined;
  /** How long output may be lost to a power cut. Milliseconds. */
  readonly syncMs: number;
  /** How long a session host may not answer before it is ended; 0: for ever. Milliseconds. */
  readonly unresponsiveMs: number;
  readonly spool: EndpointSpoolBounds;
}

/** Bounds of all output of all sessions that waits on the disk. */
export interface EndpointSpoolBounds {
  /** Size of all files. Undefined: the disk's. Bytes. */
  readonly maxBytes?: number;
  /** For configurations that have no bound of their own. Milliseconds. */
  readonly maxAgeMs?: number;
}

export const DEFAULT_SESSIONS: SessionsConfiguration = {
  keep: 'durable',
  stateFolder: undefined,
  syncMs: 1000,
  unresponsiveMs: 60_000,
  spool: {},
};

/** Where `GET /metrics` is answered, without a login. */
export interface MetricsConfiguration {
  readonly address: string;
  /** 0 = any free one. */
  readonly port: number;
  /** In plain words: others on the network may read them. */
  readonly allowUnencrypted: boolean;
}

export interface EndpointConfiguration {
  /** Undefined: nowhere. */
  readonly metrics: MetricsConfiguration | undefined;
  readonly sessions: SessionsConfiguration;
  readonly listeners: readonly ListenerConfiguration[];
  /** Undefined: `users.json` in the configuration folder. */
  readonly usersFile: string | undefined;
  readonly defaultConfiguration: string;
  readonly quotas: ServiceQuotas;
  readonly cmdShell: CmdShellConfiguration;
  /** Answer to a wrong password waits this long, and twice as long each time after, up to 16 times. Milliseconds. */
  readonly failedLoginDelayMs: number;
  /** Audit lines as JSON, appended. Undefined: standard error. */
  readonly auditFile: string | undefined;
  /** What callers may authenticate by, beside Basic. */
  readonly authentication: AuthenticationConfiguration;
  /** By lower-case name. */
  readonly configurations: ReadonlyMap<string, SessionConfiguration>;
}

export const DEFAULT_CMD_SHELL: CmdShellConfiguration = { enabled: true, allowedUsers: [], allowedGroups: [] };
export const DEFAULT_FAILED_LOGIN_DELAY_MS = 250;

export function defaultListener(given: Partial<ListenerConfiguration> = {}): ListenerConfiguration {
  return {
    address: '127.0.0.1',
    port: given.tls === undefined ? 5985 : 5986,
    path: '/wsman',
    tls: undefined,
    allowUnencrypted: false,
    ...given,
  };
}

/** What an endpoint does that nobody configured: the embedded engine on loopback. */
export function defaultEndpointConfiguration(): EndpointConfiguration {
  return {
    metrics: undefined,
    sessions: DEFAULT_SESSIONS,
    listeners: [defaultListener()],
    usersFile: undefined,
    defaultConfiguration: DEFAULT_CONFIGURATION_NAME,
    quotas: DEFAULT_SERVICE_QUOTAS,
    cmdShell: DEFAULT_CMD_SHELL,
    failedLoginDelayMs: DEFAULT_FAILED_LOGIN_DELAY_MS,
    auditFile: undefined,
    authentication: DEFAULT_AUTHENTICATION,
    configurations: configurationMap([sessionConfiguration({ name: DEFAULT_CONFIGURATION_NAME })]),
  };
}

export function configurationMap(list: readonly SessionConfiguration[]): ReadonlyMap<string, SessionConfiguration> {
  return new Map(list.map((configuration) => [configuration.name.toLowerCase(), configuration]));
}

/**
 * @param file read as UTF-8; relative file names in it count from its folder.
 * @throws {ConfigurationError} with the file, the path in it, what was found and what would be right.
 */
export async function loadEndpointConfiguration(file: string): Promise<EndpointConfiguration> {
  let source: string;
  try {
    source = await readFile(file, 'utf8');
  } catch (error) {
    const reason = systemErrorCode(error) === 'ENOENT' ? 'the file does not exist' : String(error);
    throw new ConfigurationError(file, '', `${reason}.`, error);
  }
  const configuration = parseEndpointConfiguration(file, source);
  for (const { name, configurationFile } of configuration.configurations.values())
    if (configurationFile !== undefined) await checkConfigurationFile(file, name, configurationFile);
  return configuration;
}

/** A session configuration file that is wrong is better found now than by the first caller. */
async function checkConfigurationFile(file: string, name: string, configurationFile: string): Promise<void> {
  try {
    await readConfigurationFile(configurationFile);
  } catch (error) {
    if (!(error instanceof PSSessionError)) throw error;
    throw new ConfigurationError(file, `configurations.${name}.configurationFile`, error.message, error);
  }
}

export function parseEndpointConfiguration(file: string, source: string): EndpointConfiguration {
  const folder = path.dirname(path.resolve(file));
  return parseDocument(file, source, (root) => readEndpoint(root, folder));
}

function readEndpoint(root: ObjectReader, folder: string): EndpointConfiguration {
  const fileName = new Expectation('the name of a file', (value) =>
    typeof value === 'string' && value !== '' ? path.resolve(folder, value) : undefined,
  );
  const defaults = defaultEndpointConfiguration();
  const named = root.optionalObject('configurations')?.entries() ?? [];
  const configurations = new Map<string, SessionConfiguration>();
  for (const [name, reader] of named) {
    if (configurations.has(name.toLowerCase()))
      reader.fail('a name that no other configuration has, case ignored', name);
    configurations.set(name.toLowerCase(), readSessionConfiguration(name, reader, fileName));
  }
  const known = configurations.size === 0 ? defaults.configurations : configurations;
  const listed = [...known.values()].map((configuration) => configuration.name).join(', ');
  const defaultName = new Expectation(`the name of a configuration: ${listed}`, (value) =>
    typeof value === 'string' ? known.get(value.toLowerCase())?.name : undefined,
  );
  const first = known.get(DEFAULT_CONFIGURATION_NAME.toLowerCase()) ?? [...known.values()][0];
  const listeners = root.objects('listeners')?.map((reader) => readListener(reader, fileName));
  return {
    metrics: readMetrics(root.optionalObject('metrics')),
    sessions: readSessions(root.optionalObject('sessions'), fileName),
    listeners: listeners ?? defaults.listeners,
    usersFile: root.optional('usersFile', fileName),
    defaultConfiguration:
      root.optional('defaultConfiguration', defaultName) ?? first?.name ?? DEFAULT_CONFIGURATION_NAME,
    quotas: readServiceQuotas(root.optionalObject('quotas')),
    cmdShell: readCmdShell(root.optionalObject('cmdShell')),
    failedLoginDelayMs:
      root.optional('failedLoginDelayMs', wholeNumber(0, 60_000, 'milliseconds')) ?? defaults.failedLoginDelayMs,
    auditFile: root.optional('auditFile', fileName),
    authentication: readAuthentication(root.optionalObject('authentication'), fileName),
    configurations: known,
  };
}

const urlPath = new Expectation('a path that begins with "/", such as "/wsman"', (value) =>
  typeof value === 'string' && /^\/[A-Za-z0-9._~/-]*$/.test(value) ? value : undefined,
);

function readListener(reader: ObjectReader, fileName: Expectation<string>): ListenerConfiguration {
  const tlsReader = reader.optionalObject('tls');
  const tls = tlsReader === undefined ? undefined : readTls(tlsReader, fileName);
  const port = reader.optional('port', wholeNumber(0, 65_535));
  const listener = defaultListener({
    address: reader.optional('address', text) ?? '127.0.0.1',
    ...(port === undefined ? {} : { port }),
    path: reader.optional('path', urlPath) ?? '/wsman',
    ...(tls === undefined ? {} : { tls }),
    allowUnencrypted: reader.boolean('allowUnencrypted') ?? false,
    ...readSchemes(reader),
  });
  reader.finish();
  return listener;
}

function readTls(reader: ObjectReader, fileName: Expectation<string>): ListenerTls {
  const certificateFile = reader.optional('certificateFile', fileName);
  const keyFile = reader.optional('keyFile', fileName);
  const pfxFile = reader.optional('pfxFile', fileName);
  const passphraseVariable = reader.optional('passphraseVariable', text);
  const version = new Expectation('"TLSv1.2" or "TLSv1.3"', (value) =>
    value === 'TLSv1.2' || value === 'TLSv1.3' ? value : undefined,
  );
  const minVersion = reader.optional('minVersion', version);
  const clientCertificateAuthority = reader.optional('clientCertificateAuthority', fileName);
  const pem = certificateFile !== undefined && keyFile !== undefined;
  if (pem === (pfxFile !== undefined)) {
    reader.fail('either "certificateFile" and "keyFile" (PEM), or "pfxFile"', undefined);
  }
  reader.finish();
  return {
    ...(certificateFile === undefined ? {} : { certificateFile }),
    ...(keyFile === undefined ? {} : { keyFile }),
    ...(pfxFile === undefined ? {} : { pfxFile }),
    ...(passphraseVariable === undefined ? {} : { passphraseVariable }),
    ...(minVersion === undefined ? {} : { minVersion }),
    ...(clientCertificateAuthority === undefined ? {} : { clientCertificateAuthority }),
  };
}

function readSessions(reader: ObjectReader | undefined, fileName: Expectation<string>): SessionsConfiguration {
  if (reader === undefined) return DEFAULT_SESSIONS;
  const seconds = reader.optional('unresponsiveSeconds', wholeNumber(0, 86_400, 'seconds'));
  const configuration = {
    keep: reader.optional('keep', oneOf('durable', 'process')) ?? DEFAULT_SESSIONS.keep,
    stateFolder: reader.optional('stateFolder', fileName),
    syncMs: reader.optional('syncMs', wholeNumber(10, 600_000, 'milliseconds')) ?? DEFAULT_SESSIONS.syncMs,
    unresponsiveMs: seconds === undefined ? DEFAULT_SESSIONS.unresponsiveMs : seconds * 1000,
    spool: readEndpointSpool(reader.optionalObject('spool')),
  };
  reader.finish();
  return configuration;
}

function readEndpointSpool(reader: ObjectReader | undefined): EndpointSpoolBounds {
  if (reader === undefined) return {};
  const megabytes = reader.optional('maxMb', wholeNumber(16, 1_048_576, 'MiB'));
  const seconds = reader.optional('maxAgeSeconds', wholeNumber(1, 315_360_000, 'seconds'));
  reader.finish();
  return {
    ...(megabytes === undefined ? {} : { maxBytes: megabytes * 1_048_576 }),
    ...(seconds === undefined ? {} : { maxAgeMs: seconds * 1000 }),
  };
}

function readMetrics(reader: ObjectReader | undefined): MetricsConfiguration | undefined {
  if (reader === undefined) return undefined;
  const configuration = {
    address: reader.optional('address', text) ?? '127.0.0.1',
    port: reader.required('port', wholeNumber(0, 65_535)),
    allowUnencrypted: reader.boolean('allowUnencrypted') ?? false,
  };
  reader.finish();
  return configuration;
}

function readCmdShell(reader: ObjectReader | undefined): CmdShellConfiguration {
  if (reader === undefined) return DEFAULT_CMD_SHELL;
  const runAs = reader.optional('runAs', oneOf('endpoint', 'caller'));
  const configuration = {
    enabled: reader.boolean('enabled') ?? true,
    allowedUsers: reader.list('allowedUsers', text) ?? [],
    allowedGroups: reader.list('allowedGroups', text) ?? [],
    ...(runAs === undefined ? {} : { runAs }),
  };
  reader.finish();
  return configuration;
}
