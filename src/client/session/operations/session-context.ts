/**
 * The current session: what all commands of one user of this process share. It owns the repository, the jobs, the
 * preferences (`$PSSessionOption` …) and the host. Most programs have one, `defaultSessionContext()`.
 */
import { newGuid } from '../../../io/runtime/index.js';
import type { Guid } from '../../../protocol/bytes/index.js';
import { catalogued } from '../../../protocol/errors/index.js';
import type { CarrierFactory } from '../carriers/carrier-factory.js';
import { defaultCarriers } from '../carriers/default-carriers.js';
import { NON_INTERACTIVE_HOST, type SessionHost } from '../model/host.js';
import { DEFAULT_NAME_PREFIX } from '../model/ps-session.js';
import { nextSessionId, SessionRepository } from '../model/repository.js';
import { PSSessionOption } from '../model/session-option.js';
import { JobRepository } from './jobs.js';
import type { ScriptReader } from './plain-commands.js';
import { closeLocalSession } from './local-exit.js';

export interface SessionContextInit {
  readonly host?: SessionHost;
  readonly carriers?: CarrierFactory;
  /** Before the number in generated names. Default `Runspace` (7.x); `WinRM` as in 5.1. */
  readonly namePrefix?: string;
  /** `$PSSessionOption` */
  readonly sessionOption?: PSSessionOption;
  /** `$PSSessionConfigurationName` */
  readonly configurationName?: string;
  /** `$PSSessionApplicationName` */
  readonly applicationName?: string;
  /** Draws the ids of sessions. Default: one counter for the whole process. */
  readonly nextSessionId?: () => number;
  /** Draws the instance ids of new sessions. Default: random ones, as they have to be. */
  readonly newInstanceId?: () => Guid;
  /** D4: true lets Get-, Connect- and Receive-PSSession take defaults from `$PSSessionOption`, as their help says. */
  readonly querySessionOption?: boolean;
  /** Reads scripts into commands, for sessions that take no scripts. Default: their refusal is the answer. */
  readonly scriptReader?: ScriptReader;
}

export class SessionContext implements AsyncDisposable {
  readonly repository = new SessionRepository();
  readonly jobs = new JobRepository();
  readonly carriers: CarrierFactory;
  readonly namePrefix: string;
  readonly querySessionOption: boolean;
  readonly nextSessionId: () => number;
  readonly newInstanceId: () => Guid;
  scriptReader: ScriptReader | undefined;
  host: SessionHost;
  sessionOption: PSSessionOption;
  /** Undefined: the variable was removed, and the built-in value applies. */
  configurationName: string | undefined;
  applicationName: string | undefined;
  /** `$env:` of whoever runs the commands, for the programs that connections start. Undefined: this process' own. */
  environment: ReadonlyMap<string, string> | undefined;
  #closing: Promise<void> | undefined;

  constructor(init: SessionContextInit = {}) {
    this.host = init.host ?? NON_INTERACTIVE_HOST;
    this.scriptReader = init.scriptReader;
    this.carriers = init.carriers ?? defaultCarriers();
    this.namePrefix = init.namePrefix ?? DEFAULT_NAME_PREFIX;
    this.sessionOption = init.sessionOption ?? new PSSessionOption();
    this.configurationName = init.configurationName;
    this.applicationName = init.applicationName;
    this.querySessionOption = init.querySessionOption ?? true;
    this.nextSessionId = init.nextSessionId ?? nextSessionId;
    this.newInstanceId = init.newInstanceId ?? newGuid;
  }

  /**
   * Leaves the current session by the rule of cmdlets.md 2.2: a session that runs a command and can be disconnected is
   * disconnected, so that its command goes on at the server; every other live one is closed. Waits for all of them.
   */
  async close(): Promise<void> {
    this.#closing ??= closeLocalSession(this);
    await this.#closing;
  }
  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }
  /** @throws when the context was closed. */
  assertOpen(): void {
    if (this.#closing !== undefined) throw catalogued('PSSessionArgumentNull', [], { errorId: 'LocalSessionClosed' });
  }
}

let shared: SessionContext | undefined;

/** The context of commands that are given none. */
export function defaultSessionContext(): SessionContext {
  shared ??= new SessionContext();
  return shared;
}
