/** `pssession serve`: an endpoint in this process, until it is told to stop. */
import { storePaths } from '../io/store/index.js';
import path from 'node:path';
import { existsSync } from 'node:fs';
import { PSSessionError } from '../protocol/errors/index.js';
import {
  accountSources,
  DEFAULT_CONFIGURATION_NAME,
  defaultEndpointConfiguration,
  Endpoint,
  loadEndpointConfiguration,
  otlpFromEnvironment,
  servePipe,
  sessionConfiguration,
  type AuditRecord,
  type DurabilityOptions,
  type EndpointConfiguration,
  type EndpointOptions,
  type ListenerConfiguration,
  type ReloadOptions,
  type SessionConfiguration,
  hideSecretVariables,
} from '../server/index.js';
import { AuditLog } from './audit-log.js';
import { UsageError } from './command-line.js';
import { runServeStdio } from './serve-stdio.js';
import { notifySystemd, passedSockets } from './systemd.js';
import { readProgramArguments, wholeNumber } from './program-arguments.js';
import { defaultUsersFile } from './user.js';
import { splitWords } from './words.js';

/** A second Ctrl+C does not wait any more. */
const DRAIN_MS = 5000;
const LOCAL_CHECK_MS = 5000;
const LOCAL_IDLE_CHECKS = 6;

export async function runServe(words: readonly string[], version: string): Promise<number> {
  const { values, positionals } = readProgramArguments('serve', words, {
    stdio: { type: 'boolean' },
    pipe: { type: 'string' },
    address: { type: 'string' },
    port: { type: 'string' },
    path: { type: 'string' },
    'tls-cert': { type: 'string' },
    'tls-key': { type: 'string' },
    users: { type: 'string' },
    config: { type: 'string' },
    runspace: { type: 'string' },
    state: { type: 'string' },
    'in-process': { type: 'boolean' },
    attach: { type: 'boolean' },
    local: { type: 'boolean' },
    configuration: { type: 'string' },
    'allow-unencrypted': { type: 'boolean' },
    'ready-json': { type: 'boolean' },
    quiet: { type: 'boolean' },
    // What sshd and other programs write behind `pwsh`; they have no meaning here.
    nologo: { type: 'boolean' },
    noprofile: { type: 'boolean' },
  });
  if (positionals.length > 0)
    throw new UsageError(`serve: '${positionals.join(' ')}' is too much.`, "Try 'pssession serve --help'.");
  try {
    const configuration = await readConfiguration(values.config);
    const configurations = sessionConfigurations(configuration, values.runspace);
    if (values.stdio === true || values.pipe !== undefined) {
      const name = (values.configuration ?? configuration.defaultConfiguration).toLowerCase();
      const chosen = configurations.find((candidate) => candidate.name.toLowerCase() === name);
      if (chosen === undefined)
        throw new UsageError(`serve: there is no session configuration '${values.configuration ?? name}'.`);
      if (values.pipe === undefined) {
        const inProcess = values['in-process'] === true || configuration.sessions.keep === 'process';
        const endpointArguments = (['config', 'runspace', 'state'] as const).flatMap((name) =>
          values[name] === undefined
            ? []
            : [`--${name}`, name === 'runspace' ? values[name] : path.resolve(values[name])],
        );
        const { runtimeFolder } = foldersOf(configuration, values);
        const attach = values.attach === true;
        return await runServeStdio({ configuration: chosen, runtimeFolder, attach, inProcess, endpointArguments });
      }
      await using pipe = await servePipe(values.pipe, { configuration: chosen });
      process.stdout.write(
        values['ready-json'] === true
          ? `${JSON.stringify({ pipe: pipe.path })}\n`
          : `pssession ${version} serves ${pipe.path}\n`,
      );
      await stopped();
      return 0;
    }
    const local = values.local === true;
    const ownLog = local ? path.join(foldersOf(configuration, values).stateFolder, 'endpoint.log') : undefined;
    const log = new AuditLog(configuration.auditFile ?? ownLog, values.quiet === true);
    const audit = (record: AuditRecord): void => log.write(record);
    /** What can be read again while the endpoint runs. */
    const settings = (now: EndpointConfiguration): ReloadOptions & Pick<EndpointOptions, 'users'> => ({
      listeners: local ? [] : withPassedSockets(withoutSecretsShown(listenersOf(now, values))),
      users: accountSources(values.users ?? now.usersFile ?? defaultUsersFile(), now.authentication, (reason) =>
        audit({ event: 'internalError', reason }),
      ),
      configurations: sessionConfigurations(now, values.runspace),
      defaultConfiguration: now.defaultConfiguration,
      cmdShell: now.cmdShell,
      authentication: now.authentication,
      quotas: now.quotas,
      failedLoginDelayMs: now.failedLoginDelayMs,
    });
    const durability = durabilityOf(configuration, values);
    const telemetry = otlpFromEnvironment(process.env);
    hideSecretVariables(['OTEL_EXPORTER_OTLP_HEADERS']);
    const endpoint = await startEndpoint({
      ...settings(configuration),
      audit,
      ...(configuration.metrics === undefined || local ? {} : { metrics: configuration.metrics }),
      ...(telemetry === undefined ? {} : { telemetry }),
      ...(durability === undefined ? {} : { durability }),
    });
    reloadOnHangup(endpoint, log, ownLog, async () => {
      const now = await readConfiguration(values.config);
      return { configuration: now, options: settings(now), keeps: sameSessions(now, configuration) };
    });
    if (local) {
      await Promise.race([stopped(), notNeeded(endpoint)]);
      await endpoint.close({ drainMs: DRAIN_MS });
      return 0;
    }
    const [first] = endpoint.addresses;
    if (values['ready-json'] === true)
      process.stdout.write(`${JSON.stringify({ ...first, addresses: endpoint.addresses })}\n`);
    else {
      process.stdout.write(`pssession ${version} serves\n`);
      for (const address of endpoint.addresses) process.stdout.write(`  ${address.url}\n`);
      const kinds = configurations.map(
        (item) =>
          `${item.name} (${item.runspace.kind === 'embedded' ? 'embedded engine' : item.runspace.command.join(' ')})`,
      );
      process.stdout.write(`  session configurations: ${kinds.join(', ')}\n`);
      process.stdout.write(`Ctrl+C stops it.\n`);
    }
    notifySystemd('ready', process.env);
    await stopped();
    notifySystemd('stopping', process.env);
    await endpoint.close({ drainMs: DRAIN_MS });
    return 0;
  } catch (error) {
    if (!(error instanceof PSSessionError)) throw error;
    process.stderr.write(`pssession serve: ${error.message}\n`);
    return 1;
  }
}

/**
 * Two endpoints of one account cannot hold the same sessions. The second one that nobody gave folders of its own keeps
 * its sessions to itself rather than not to start.
 */
async function startEndpoint(options: EndpointOptions): Promise<Endpoint> {
  try {
    return await Endpoint.start(options);
  } catch (error) {
    const taken = error instanceof PSSessionError && error.errorId === 'EndpointRunsAlready';
    // An endpoint without a port has nothing else to do.
    if (!taken || options.listeners?.length === 0) throw error;
    process.stderr.write(`pssession serve: ${error.message}\nThe sessions of this one end with it.\n`);
    const { durability: _, ...rest } = options;
    return await Endpoint.start(rest);
  }
}

/** No session finds a listener's passphrase in its environment. */
function withoutSecretsShown(
  listeners: readonly Partial<ListenerConfiguration>[],
): readonly Partial<ListenerConfiguration>[] {
  hideSecretVariables(listeners.flatMap(({ tls }) => tls?.passphraseVariable ?? []));
  return listeners;
}

/** Undefined: sessions live in this process. */
function durabilityOf(
  configuration: EndpointConfiguration,
  options: { readonly state?: string | undefined; readonly 'in-process'?: boolean | undefined },
): DurabilityOptions | undefined {
  if (options['in-process'] === true || configuration.sessions.keep === 'process') return undefined;
  const { syncMs, spool, unresponsiveMs } = configuration.sessions;
  return { ...foldersOf(configuration, options), syncMs, spool, unresponsiveMs };
}

function foldersOf(
  configuration: EndpointConfiguration,
  options: { readonly state?: string | undefined },
): Pick<DurabilityOptions, 'stateFolder' | 'runtimeFolder'> {
  const { state, runtime } = storePaths(process.env);
  const own = options.state ?? configuration.sessions.stateFolder;
  if (own === undefined) return { stateFolder: path.join(state, 'endpoint'), runtimeFolder: runtime };
  const folder = path.resolve(own);
  return { stateFolder: folder, runtimeFolder: path.join(folder, 'run') };
}

/** An endpoint that was started in the background leaves when nobody has used it for a while and it holds nothing. */
async function notNeeded(endpoint: Endpoint): Promise<void> {
  for (let idle = 0; idle < LOCAL_IDLE_CHECKS; ) {
    await new Promise((resolve) => setTimeout(resolve, LOCAL_CHECK_MS));
    const needed = endpoint.localConnections > 0 || (await endpoint.shells()).length > 0;
    idle = needed ? 0 : idle + 1;
  }
}

async function readConfiguration(file: string | undefined): Promise<EndpointConfiguration> {
  const standard = path.join(storePaths(process.env).configuration, 'config.json');
  if (file !== undefined) return await loadEndpointConfiguration(file);
  return existsSync(standard) ? await loadEndpointConfiguration(standard) : defaultEndpointConfiguration();
}

function sessionConfigurations(
  configuration: EndpointConfiguration,
  runspace: string | undefined,
): readonly SessionConfiguration[] {
  const list = [...configuration.configurations.values()];
  if (runspace === undefined) return list;
  const [file, ...rest] = splitWords(runspace);
  if (file === undefined)
    throw new UsageError("--runspace needs a command line, for instance 'pwsh -NoLogo -NoProfile -s'.");
  const command = { kind: 'command', command: [file, ...rest] } as const;
  const named = (item: SessionConfiguration): boolean =>
    item.name.toLowerCase() === configuration.defaultConfiguration.toLowerCase();
  if (!list.some(named))
    return [...list, sessionConfiguration({ name: DEFAULT_CONFIGURATION_NAME, runspace: command })];
  return list.map((item) => (named(item) ? { ...item, runspace: command } : item));
}

/** Sockets that systemd opened belong to the listeners in their order. */
function withPassedSockets(
  listeners: readonly Partial<ListenerConfiguration>[],
): readonly Partial<ListenerConfiguration>[] {
  const passed = passedSockets(process.env, process.pid);
  return listeners.map((listener, index) => {
    const descriptor = passed[index];
    return descriptor === undefined ? listener : { ...listener, descriptor };
  });
}

interface ListenerOptions {
  readonly address?: string | undefined;
  readonly port?: string | undefined;
  readonly path?: string | undefined;
  readonly 'tls-cert'?: string | undefined;
  readonly 'tls-key'?: string | undefined;
  readonly 'allow-unencrypted'?: boolean | undefined;
}

/** Options on the command line make one listener of their own; without any, the file's listeners are used. */
function listenersOf(
  configuration: EndpointConfiguration,
  options: ListenerOptions,
): readonly Partial<ListenerConfiguration>[] {
  const cert = options['tls-cert'];
  const key = options['tls-key'];
  if ((cert === undefined) !== (key === undefined)) throw new UsageError('--tls-cert and --tls-key belong together.');
  const given = options.address ?? options.port ?? options.path ?? cert ?? options['allow-unencrypted'];
  if (given === undefined) return configuration.listeners;
  return [
    {
      ...(options.address === undefined ? {} : { address: options.address }),
      ...(options.port === undefined
        ? cert === undefined
          ? {}
          : { port: 5986 }
        : { port: wholeNumber('port', options.port, 0, 65_535) }),
      ...(options.path === undefined ? {} : { path: options.path }),
      ...(cert === undefined || key === undefined ? {} : { tls: { certificateFile: cert, keyFile: key } }),
      allowUnencrypted: options['allow-unencrypted'] ?? false,
    },
  ];
}

/** Where sessions live, and where metrics are, is decided at the start. */
const sameSessions = (left: EndpointConfiguration, right: EndpointConfiguration): boolean =>
  JSON.stringify([left.sessions, left.metrics]) === JSON.stringify([right.sessions, right.metrics]);

interface Reading {
  readonly configuration: EndpointConfiguration;
  readonly options: ReloadOptions;
  readonly keeps: boolean;
}

/**
 * SIGHUP reads the configuration again; a wrong one is refused with its reason, and the old one stays. A program that a
 * terminal started ends with that terminal instead.
 */
function reloadOnHangup(
  endpoint: Endpoint,
  log: AuditLog,
  ownLog: string | undefined,
  read: () => Promise<Reading>,
): void {
  if (process.platform === 'win32' || process.stdin.isTTY === true) return;
  let work = Promise.resolve();
  const reload = async (): Promise<void> => {
    notifySystemd('reloading', process.env);
    try {
      const { configuration, options, keeps } = await read();
      const later = [...(await endpoint.reload(options)), ...(keeps ? [] : ['sessions or metrics'])];
      log.moveTo(configuration.auditFile ?? ownLog);
      const waits = later.length === 0 ? '' : ` At the next start: ${later.join(', ')}.`;
      process.stderr.write(`pssession serve: the configuration was read again.${waits}\n`);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      log.write({ event: 'reloadRefused', reason });
      process.stderr.write(`pssession serve: the configuration stays as it was: ${reason}\n`);
    }
    notifySystemd('ready', process.env);
  };
  process.on('SIGHUP', () => {
    work = work.then(reload);
  });
}

/** Resolves at the first SIGINT or SIGTERM (from a terminal SIGHUP too); a second one ends the process at once. */
async function stopped(): Promise<void> {
  const signals = ['SIGINT', 'SIGTERM', ...(process.stdin.isTTY === true ? ['SIGHUP' as const] : [])] as const;
  await new Promise<void>((resolve) => {
    let asked = false;
    for (const signal of signals) {
      process.on(signal, () => {
        if (asked) process.exit(130);
        asked = true;
        resolve();
      });
    }
  });
}
