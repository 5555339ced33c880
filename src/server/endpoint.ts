/**
 * The endpoint: listeners, gate and shell layer put together.
 *
 *     await using endpoint = await Endpoint.start({ users: new UsersFile(file) });
 *     console.log(endpoint.address.url);
 */
import { delay, systemClock, systemRandom, type Clock } from '../io/runtime/index.js';
import { ArgumentError } from '../protocol/errors/index.js';
import { readRequest, WsmanShellService, type ShellSummary } from '../protocol/wsman/index.js';
import type { Caller, ConnectionClosed, EnvelopeHandler } from './caller.js';
import {
  DEFAULT_FAILED_LOGIN_DELAY_MS,
  defaultListener,
  type ListenerConfiguration,
} from './configuration/endpoint-configuration.js';
import type { AccountDirectory } from './accounts/account.js';
import type { ConnectionFacts } from './gate/mechanism.js';
import { DEFAULT_SERVICE_QUOTAS } from './configuration/quotas.js';
import type {
  CloseOptions,
  EndpointAddress,
  EndpointOptions,
  ReloadAtStart,
  ReloadOptions,
} from './endpoint-options.js';
import type { AuditSink } from './gate/audit.js';
import { environmentWithSecrets } from './configuration/secret-variables.js';
import { Gate, offersOf } from './gate/gate.js';
import { LoginDelay } from './gate/login-delay.js';
import { standardMechanisms } from './gate/standard-mechanisms.js';
import { needsCallersProcess } from './hosts/run-as.js';
import { HttpListener, refuseUnencrypted } from './http/http-listener.js';
import { HttpRouter } from './http/http-router.js';
import { EndpointMetrics } from './telemetry/endpoint-metrics.js';
import { MetricsListener } from './telemetry/metrics-listener.js';
import { observed, type Telemetry } from './telemetry/observed.js';
import type { OtlpExporter } from './telemetry/otlp-exporter.js';
import { shellLayerOptions } from './layer-options.js';
import { atNextStart, pickListeners } from './reload-rules.js';
import { ShellLayer } from './shells/shell-layer.js';
import type { ShellLayerOptions } from './shells/shell-layer-api.js';

const DEFAULT_DRAIN_MS = 2000;

/** Who holds the sessions: this process, or hosts of their own. */
interface Sessions {
  readonly handle: EnvelopeHandler;
  readonly connectionClosed: ConnectionClosed;
  shells(): Promise<readonly ShellSummary[]>;
  removeShell(shellId: ShellSummary['shellId']): void;
  configure(layer: ShellLayerOptions): void;
  /** Programs of this account that are connected by the local door. */
  readonly localConnections: number;
  /** Size of the files that sessions are written down in; undefined: there are none. */
  spoolBytes(): Promise<number | undefined>;
  close(): Promise<void>;
}

interface Parts {
  readonly shells: Sessions;
  readonly gate: Gate;
  readonly listeners: { readonly http: HttpListener; readonly router: HttpRouter }[];
  readonly audit: AuditSink;
  readonly state: { closing: boolean };
}

export class Endpoint implements AsyncDisposable {
  /** The server seam without HTTP: for tests, and for carriers that know their caller. */
  readonly handle: EnvelopeHandler;
  readonly #parts: Parts;
  #options: EndpointOptions;
  #metrics: MetricsListener | undefined;
  #exporter: OtlpExporter | undefined;
  #closed: Promise<void> | undefined;

  private constructor(parts: Parts, options: EndpointOptions) {
    this.#parts = parts;
    this.#options = options;
    this.handle = parts.shells.handle;
  }

  /**
   * Starts all listeners, or none.
   * @throws {ArgumentError} `runAs` without session hosts; a listener beyond loopback without TLS that was not asked for in plain words; a default
   * configuration that is not there.
   * @throws {TransportError} an address that cannot be listened on, a certificate that cannot be read.
   */
  static async start(options: EndpointOptions): Promise<Endpoint> {
    const clock = options.clock ?? systemClock;
    const isCounted = options.metrics !== undefined || options.telemetry !== undefined;
    const metrics = isCounted ? new EndpointMetrics() : undefined;
    const audit = counted(options.audit, metrics);
    const families = async (): Promise<ReturnType<EndpointMetrics['families']>> =>
      metrics?.families(await shells.shells(), await shells.spoolBytes()) ?? [];
    const exporter = await openExporter(options, clock, families, audit);
    const telemetry = metrics === undefined ? undefined : { metrics, exporter, clock };
    const quotas = { ...DEFAULT_SERVICE_QUOTAS, ...options.quotas };
    const state = { closing: false };
    const shells = await openSessions(options, shellLayerOptions(options, quotas, clock, audit), telemetry).catch(
      async (error: unknown) => {
        await exporter?.close();
        throw error;
      },
    );
    // Accounts or certificates that cannot be read: the hosts of sessions must not keep the process alive.
    const standard = await standardMechanisms(options).catch(async (error: unknown) => {
      await shells.close();
      await exporter?.close();
      throw error;
    });
    const gate = new Gate({
      mechanisms: [...(options.mechanisms ?? []), ...standard],
      delay: new LoginDelay({
        baseMs: options.failedLoginDelayMs ?? DEFAULT_FAILED_LOGIN_DELAY_MS,
        now: () => clock.now(),
        ...(options.authentication?.lockout === undefined ? {} : { lockout: options.authentication.lockout }),
      }),
      audit,
      ...accountsOf(options),
    });
    const parts: Parts = { shells, gate, listeners: [], audit, state };
    const endpoint = new Endpoint(parts, options);
    endpoint.#exporter = exporter;
    try {
      for (const given of options.listeners ?? [{}]) {
        const listener = defaultListener(given);
        const router = new HttpRouter({
          path: listener.path,
          scheme: listener.tls === undefined ? 'http' : 'https',
          gate,
          handle: observed(shells.handle, 'http', telemetry),
          identify: anonymousIdentify(clock),
          maxEnvelopeBytes: quotas.MaxEnvelopeSizekb * 1024,
          audit,
          sleep: async (ms, signal) => {
            if (ms > 0) await delay(ms, signal, clock).catch(() => undefined);
          },
          closing: () => state.closing,
        });
        const http = await HttpListener.start({
          listener,
          sealing: gate.offers(strangerOf(listener)).length > 0,
          answer: (request) => router.answer(request),
          connection: (facts) => gate.connection(facts),
          closed: (connection, byClient) => {
            gate.closed(connection);
            shells.connectionClosed(connection.name, byClient);
          },
          maxConnections: quotas.MaxConnections,
          requestTimeoutMs: quotas.MaxPacketRetrievalTimeSeconds * 1000,
          environment: environmentWithSecrets(),
        });
        parts.listeners.push({ http, router });
      }
      if (options.metrics !== undefined && metrics !== undefined) {
        const text = async (): Promise<string> => metrics.text(await shells.shells(), await shells.spoolBytes());
        endpoint.#metrics = await MetricsListener.start(options.metrics, text);
      }
    } catch (error) {
      await endpoint.close({ drainMs: 0 });
      throw error;
    }
    for (const { url } of endpoint.addresses) audit({ event: 'endpointStarted', reason: url });
    return endpoint;
  }

  /** Where it listens, in the order of the listeners. */
  get addresses(): readonly EndpointAddress[] {
    return this.#parts.listeners.map(({ http }) => http.address);
  }

  /** The first address. @throws {ArgumentError} the endpoint has no listener. */
  get address(): EndpointAddress {
    const [first] = this.addresses;
    if (first === undefined) throw new ArgumentError('Listener', 'This endpoint has no listener.');
    return first;
  }

  /** Of `GET /metrics`; undefined where it is not served. */
  get metricsPort(): number | undefined {
    return this.#metrics?.port;
  }

  /** All shells, for a console or a status command. */
  async shells(): Promise<readonly ShellSummary[]> {
    return await this.#parts.shells.shells();
  }

  /** Programs of the endpoint's own account that are connected by its local door (durable sessions only). */
  get localConnections(): number {
    return this.#parts.shells.localConnections;
  }

  /** Ends a shell from this side, as an administrator's Remove would. */
  removeShell(shellId: ShellSummary['shellId']): void {
    this.#parts.shells.removeShell(shellId);
  }

  /**
   * Takes up another configuration while it runs: accounts, mechanisms, session configurations, limits, the cmd shell,
   * and the listeners' certificates, which are read again. Everything is checked first: when something is wrong, nothing
   * has changed. Sessions go on with what they were made with; connections stay open.
   * @returns what differs and is taken up at the next start only.
   * @throws {ArgumentError} as `start` does. {TransportError} a certificate cannot be used.
   */
  async reload(options: ReloadOptions): Promise<readonly ReloadAtStart[]> {
    const { shells, gate, listeners, audit } = this.#parts;
    const next: EndpointOptions = { ...this.#kept(), ...options };
    const quotas = { ...DEFAULT_SERVICE_QUOTAS, ...next.quotas };
    const layer = shellLayerOptions(next, quotas, next.clock ?? systemClock, audit);
    (next.durability === undefined ? refuseRunAs : refuseOwnCommands)(layer);
    const mechanisms = [...(next.mechanisms ?? []), ...(await standardMechanisms(next))];
    const later = atNextStart(this.#options, next);
    const renewals: (() => void)[] = [];
    for (const given of (later.includes('listeners') ? this.#options : next).listeners ?? [{}]) {
      const listener = defaultListener(given);
      refuseUnencrypted(listener, offersOf(mechanisms, strangerOf(listener)).length > 0);
    }
    if (!later.includes('listeners')) {
      for (const [at, given] of (next.listeners ?? [{}]).entries()) {
        const renew = await listeners[at]?.http.renewCertificate(defaultListener(given), environmentWithSecrets());
        if (renew !== undefined) renewals.push(renew);
      }
    }
    for (const renew of renewals) renew();
    gate.configure({ mechanisms, ...accountsOf(next) });
    shells.configure(layer);
    for (const { http, router } of listeners) {
      http.maxConnections = quotas.MaxConnections;
      router.configure({ maxEnvelopeBytes: quotas.MaxEnvelopeSizekb * 1024 });
    }
    this.#options = { ...next, ...(later.includes('listeners') ? pickListeners(this.#options) : {}) };
    audit({
      event: 'endpointReloaded',
      ...(later.length === 0 ? {} : { reason: `at the next start: ${later.join(', ')}` }),
    });
    return later;
  }

  /** What a reload cannot change. */
  #kept(): Omit<EndpointOptions, keyof ReloadOptions> & Pick<EndpointOptions, 'users'> {
    const { users, audit, machineName, clock, createHost, durability, service, metrics, telemetry } = this.#options;
    return {
      users,
      ...(audit === undefined ? {} : { audit }),
      ...(machineName === undefined ? {} : { machineName }),
      ...(clock === undefined ? {} : { clock }),
      ...(createHost === undefined ? {} : { createHost }),
      ...(durability === undefined ? {} : { durability }),
      ...(service === undefined ? {} : { service }),
      ...(metrics === undefined ? {} : { metrics }),
      ...(telemetry === undefined ? {} : { telemetry }),
    };
  }

  /**
   * Takes no new requests, ends all shells (durable ones go on, for the next endpoint), waits for the answers under
   * way, closes the sockets. Twice is once.
   */
  close(options: CloseOptions = {}): Promise<void> {
    this.#closed ??= this.#close(options.drainMs ?? DEFAULT_DRAIN_MS);
    return this.#closed;
  }

  async #close(drainMs: number): Promise<void> {
    const { state, shells, listeners, audit } = this.#parts;
    state.closing = true;
    await this.#metrics?.close();
    await this.#exporter?.close();
    await shells.close();
    await Promise.all(listeners.map(({ http }) => http.close(drainMs)));
    audit({ event: 'endpointStopped' });
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }
}

/** A sink that counts, too. */
function counted(audit: AuditSink | undefined, metrics: EndpointMetrics | undefined): AuditSink {
  return (record) => {
    metrics?.event(record);
    audit?.(record);
  };
}

/** Loaded only where it is wanted. */
async function openExporter(
  { telemetry, exportTelemetry }: EndpointOptions,
  clock: Clock,
  families: () => Promise<ReturnType<EndpointMetrics['families']>>,
  audit: AuditSink,
): Promise<OtlpExporter | undefined> {
  if (telemetry === undefined) return undefined;
  const { OtlpExporter } = await import('./telemetry/otlp-exporter.js');
  return new OtlpExporter({
    otlp: telemetry,
    clock,
    random: systemRandom,
    families,
    onTrouble: (reason) => audit({ event: 'telemetry', reason }),
    ...(exportTelemetry === undefined ? {} : { fetch: exportTelemetry }),
  });
}

async function openSessions(
  options: EndpointOptions,
  layerOptions: ShellLayerOptions,
  telemetry: Telemetry | undefined,
): Promise<Sessions> {
  if (options.durability !== undefined) {
    refuseOwnCommands(layerOptions);
    const { DurableSessions } = await import('./hosting/durable-sessions.js');
    const sessions = await DurableSessions.start(options.durability, layerOptions, (handle) =>
      observed(handle, 'local', telemetry),
    );
    const { router } = sessions;
    return {
      handle: sessions.handle,
      connectionClosed: router.connectionClosed,
      shells: () => router.shells(),
      removeShell: (shellId) => router.removeShell(shellId),
      configure: (layer) => sessions.configure(layer),
      get localConnections() {
        return sessions.localConnections;
      },
      spoolBytes: () => sessions.spoolBytes(),
      close: () => sessions.leave(),
    };
  }
  refuseRunAs(layerOptions);
  const layer = new ShellLayer(layerOptions);
  return {
    handle: (envelope, caller) => layer.handle(envelope, caller),
    connectionClosed: layer.connectionClosed,
    shells: () => Promise.resolve(layer.shells()),
    removeShell: (shellId) => layer.removeShell(shellId),
    configure: (settings) => layer.configure(settings),
    localConnections: 0,
    spoolBytes: () => Promise.resolve(undefined),
    close: () => layer.close(),
  };
}

const accountsOf = ({ users: { directory } }: EndpointOptions): { readonly accounts?: AccountDirectory } =>
  directory === undefined ? {} : { accounts: directory };

/** One process cannot be several users. @throws {ArgumentError} `RunAsNeedsHosts` */
function refuseRunAs({ configurations, cmdShell }: ShellLayerOptions): void {
  const found = [...configurations.values()].find(needsCallersProcess);
  const what =
    found !== undefined
      ? `The session configuration '${found.name}' says`
      : cmdShell.runAs === 'caller'
        ? 'The cmd shell says'
        : undefined;
  if (what === undefined) return;
  throw new ArgumentError(
    'runAs',
    `${what} "runAs": "caller", and sessions live in the process of the endpoint, which is one user. Let sessions have processes of their own: without --in-process, and with "keep": "durable".`,
    { errorId: 'RunAsNeedsHosts' },
  );
}

/** A function of this program is in no other process. @throws {ArgumentError} `OwnCommandsNeedThisProcess` */
function refuseOwnCommands({ configurations }: ShellLayerOptions): void {
  for (const { name, runspace } of configurations.values())
    if (runspace.kind === 'embedded' && runspace.commands !== undefined)
      throw new ArgumentError(
        'commands',
        `The session configuration '${name}' has commands of this program, and sessions have processes of their own. Start the endpoint without durability.`,
        { errorId: 'OwnCommandsNeedThisProcess' },
      );
}

/** A caller from elsewhere, over plain HTTP: only mechanisms that seal messages are offered to him. */
const strangerOf = (listener: ListenerConfiguration): ConnectionFacts => ({
  secure: false,
  loopback: false,
  allowUnencrypted: false,
  remoteAddress: '',
  localPort: listener.port,
  ...(listener.authentication === undefined ? {} : { schemes: listener.authentication }),
});

/**
 * Identify for callers who did not log in. Any other request is not even passed on; and the service that answers has no
 * shells and no configurations.
 */
function anonymousIdentify(clock: Clock): (envelope: Uint8Array) => Uint8Array | undefined {
  const nobody: Caller = {
    user: '',
    mechanism: 'Anonymous',
    groups: [],
    administrator: false,
    clientAddress: '',
    connectionString: '',
    connectionLost: new AbortController().signal,
  };
  const service = new WsmanShellService<Caller>({ random: systemRandom, configurations: [], allowCmdShells: false });
  return (envelope) => {
    const reading = readRequest(envelope);
    if (!reading.ok || reading.request.body.type !== 'identify') return undefined;
    for (const event of service.receiveRequest(1, envelope, nobody, clock.now())) {
      if (event.type !== 'answer') continue;
      service.answerWritten(1, true, clock.now());
      return event.envelope;
    }
    return undefined;
  };
}
