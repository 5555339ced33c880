/**
 * PSSession: one remote runspace as the user holds it. Everything but its id and name is read from the runspace, so the
 * object is always as true as the link behind it. cmdlets.md 2.1
 */
import { inspect } from 'node:util';
import type { Guid } from '../../../protocol/bytes/index.js';
import { PSSessionError } from '../../../protocol/errors/index.js';
import type { PSDictionary } from '../../../protocol/objects/index.js';
import type { RemoteRunspace } from '../runspace/remote-runspace.js';
import { configurationNameOf } from './connection-info.js';
import { generatedSessionName } from './repository.js';
import type { OutputBufferingModeName, RunspaceAvailabilityName, RunspaceStateName } from './states.js';

export interface PSSessionInit {
  readonly runspace: RemoteRunspace;
  readonly id: number;
  /** Empty: one is made of the id. */
  readonly name?: string | undefined;
  readonly namePrefix?: string | undefined;
}

export class PSSession implements AsyncDisposable {
  readonly id: number;
  /** Changing it changes this object only; the server keeps the name that the session was made with. */
  name: string;
  readonly configurationName: string;
  #runspace: RemoteRunspace;

  constructor(init: PSSessionInit) {
    this.#runspace = init.runspace;
    this.id = init.id;
    this.name =
      init.name === undefined || init.name === ''
        ? generatedSessionName(init.id, init.namePrefix ?? DEFAULT_NAME_PREFIX)
        : init.name;
    const info = init.runspace.connectionInfo;
    this.configurationName = info.transport === 'WSMan' ? configurationNameOf(info.shellUri) : 'DefaultShell';
  }

  get runspace(): RemoteRunspace {
    return this.#runspace;
  }
  get state(): RunspaceStateName {
    return this.#runspace.state;
  }
  get availability(): RunspaceAvailabilityName {
    return this.#runspace.availability;
  }
  get instanceId(): Guid {
    return this.#runspace.instanceId;
  }
  /** Milliseconds: what the server granted, or what was asked for before it answered; -1: the server's choice. */
  get idleTimeout(): number {
    return this.#runspace.connectionInfo.idleTimeoutMs;
  }
  get outputBufferingMode(): OutputBufferingModeName {
    return this.#runspace.connectionInfo.outputBufferingMode;
  }
  get disconnectedOn(): Date | null {
    return this.#runspace.disconnectedOn;
  }
  get expiresOn(): Date | null {
    return this.#runspace.expiresOn;
  }
  get computerType(): 'RemoteMachine' | 'VirtualMachine' | 'Container' {
    return this.#runspace.connectionInfo.computerType;
  }
  get computerName(): string {
    return this.#runspace.connectionInfo.computerName;
  }
  get containerId(): string {
    return '';
  }
  get vmName(): string {
    return '';
  }
  get vmId(): Guid | null {
    return null;
  }
  /** WSMan, SSH, NamedPipe, Process, or the name of a carrier that the caller brought. */
  get transport(): string {
    const info = this.#runspace.connectionInfo;
    if (info.transport === 'WSMan' && info.ssh !== undefined) return 'SSH';
    return info.transport === 'Custom' ? info.transportName : info.transport;
  }
  /** Sent by the server while opening; null before. Holds at least PSVersionTable. */
  get applicationPrivateData(): PSDictionary | null {
    return this.#runspace.applicationPrivateData;
  }

  /** Puts a fresh runspace of the same id into this object, so that the caller's variable works again. cmdlets.md 7.2 */
  async adoptRunspace(runspace: RemoteRunspace): Promise<void> {
    const before = this.#runspace;
    this.#runspace = runspace;
    await before.abandon(
      new PSSessionError(`Another client has taken the session '${this.name}' up since it was left here.`, {
        errorId: 'PSSessionTakenUpElsewhere',
        category: 'InvalidOperation',
        targetObject: this,
      }),
    );
  }

  toString(): string {
    return `[PSSession]${this.name}`;
  }
  /** The properties under PowerShell's names, in PowerShell's order. cmdlets.md 2.1 */
  toJSON(): Readonly<Record<string, unknown>> {
    return {
      State: this.state,
      IdleTimeout: this.idleTimeout,
      OutputBufferingMode: this.outputBufferingMode,
      DisconnectedOn: this.disconnectedOn,
      ExpiresOn: this.expiresOn,
      ComputerType: this.computerType,
      ComputerName: this.computerName,
      ContainerId: this.containerId,
      VMName: this.vmName,
      VMId: this.vmId,
      ConfigurationName: this.configurationName,
      InstanceId: this.instanceId,
      Id: this.id,
      Name: this.name,
      Transport: this.transport,
      Availability: this.availability,
    };
  }
  [inspect.custom](): string {
    return `PSSession { id: ${this.id}, name: '${this.name}', computerName: '${this.computerName}', state: '${this.state}', availability: '${this.availability}' }`;
  }
  /** Closes the session at the server: `await using session = …`. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.#runspace.close();
  }
}

/** D10: names are `Runspace1` as in PowerShell 7; a context may say `WinRM` for 5.1's. */
export const DEFAULT_NAME_PREFIX = 'Runspace';
