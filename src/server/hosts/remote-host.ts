/**
 * The host that scripts of a remote session see: `ServerRemoteHost`. Its methods travel to the client as host calls;
 * getters are answered from what the client told when it opened the pool. protocol.md 3.8, 3.9
 */
import { PSSessionError } from '../../protocol/errors/index.js';
import type { Guid } from '../../protocol/bytes/index.js';
import type { PSErrorRecord, PSValue } from '../../protocol/objects/index.js';
import {
  decodeHostValue,
  encodeHostValue,
  HOST_DEFAULT_DATA,
  hostMethodByName,
  type HostInfo,
  type HostMethodName,
  type HostValue,
} from '../../protocol/psrp/index.js';
import type { EngineHost } from '../../powershell/engine/index.js';

/** Sends one call; undefined: void, no answer comes; false: nobody hears it any more. */
export type SendHostCall = (
  method: HostMethodName,
  parameters: readonly HostValue[],
  pipelineId: Guid | undefined,
) => bigint | undefined | false;

interface Pending {
  resolve(value: PSValue): void;
  reject(error: Error): void;
}

/** Matches host calls with their answers, for all pipelines of one pool. */
export class HostCalls {
  readonly #send: SendHostCall;
  readonly #pending = new Map<bigint, Pending>();
  readonly #defaults = new WeakMap<HostInfo, ReadonlyMap<number, PSValue>>();

  constructor(send: SendHostCall) {
    this.#send = send;
  }

  /** The host of one pipeline; `undefined`: the host of the pool. */
  hostFor(pipelineId: Guid | undefined, info: HostInfo): EngineHost {
    const hasUI = !info.isHostNull && !info.isHostUINull;
    return {
      name: 'ServerRemoteHost',
      version: '1.0.0.0',
      defaults: this.#defaultsOf(info),
      hasUI,
      call: (method, parameters, signal) => this.#call(pipelineId, info, method, parameters, signal),
    };
  }

  answered(callId: bigint, result: PSValue, error: PSErrorRecord | undefined): void {
    const pending = this.#pending.get(callId);
    this.#pending.delete(callId);
    if (error === undefined) pending?.resolve(result);
    else pending?.reject(callFailed(error.exception.message));
  }

  cancelled(callId: bigint): void {
    const pending = this.#pending.get(callId);
    this.#pending.delete(callId);
    pending?.reject(callFailed('A host call was cancelled, because the pipeline is stopped or its client is gone.'));
  }

  /** One map for each HostInfo: what scripts change of it belongs to all pipelines that use the pool's host. */
  #defaultsOf(info: HostInfo): ReadonlyMap<number, PSValue> {
    let found = this.#defaults.get(info);
    if (found === undefined) this.#defaults.set(info, (found = defaultsOf(info)));
    return found;
  }

  #call(
    pipelineId: Guid | undefined,
    info: HostInfo,
    name: string,
    values: readonly PSValue[],
    signal: AbortSignal,
  ): Promise<PSValue> {
    const method = hostMethodByName(name);
    if (method === undefined) return Promise.reject(callFailed(`There is no host method '${name}'.`));
    if (REFUSED.has(method.name))
      return Promise.reject(callFailed(`Remote host method ${method.name} is not implemented.`));
    const reachable = UI_FREE.has(method.name) ? !info.isHostNull : !info.isHostNull && !info.isHostUINull;
    if (!reachable) {
      return method.result === 'void'
        ? Promise.resolve(null)
        : Promise.reject(callFailed(`The method '${name}' needs a host with a user interface; this client has none.`));
    }
    let callId: bigint | undefined | false;
    try {
      const parameters = method.parameters.map((kind, index) => decodeHostValue(kind, values[index] ?? null));
      callId = this.#send(method.name, parameters, pipelineId);
    } catch (error) {
      return Promise.reject(error instanceof Error ? error : callFailed(String(error)));
    }
    if (callId === undefined) return Promise.resolve(null);
    if (callId === false) return Promise.reject(callFailed('The pipeline is over; its client hears nothing any more.'));
    return this.#wait(callId, signal);
  }

  #wait(callId: bigint, signal: AbortSignal): Promise<PSValue> {
    return new Promise((resolve, reject) => {
      const aborted = (): void => this.cancelled(callId);
      const done = (): void => signal.removeEventListener('abort', aborted);
      this.#pending.set(callId, {
        resolve: (value) => {
          done();
          resolve(value);
        },
        reject: (error) => {
          done();
          reject(error);
        },
      });
      if (signal.aborted) aborted();
      else signal.addEventListener('abort', aborted, { once: true });
    });
  }
}

/** Methods of the host itself, which a client without UI has too. */
const UI_FREE: ReadonlySet<HostMethodName> = new Set<HostMethodName>([
  'SetShouldExit',
  'NotifyBeginApplication',
  'NotifyEndApplication',
  'PopRunspace',
  'GetName',
  'GetVersion',
  'GetInstanceId',
]);

/** What PowerShell's own remote host does not ask of a client: it would let a server read the user's screen and keys. */
const REFUSED: ReadonlySet<HostMethodName> = new Set<HostMethodName>(['GetKeyAvailable', 'GetBufferContents']);

function callFailed(message: string): PSSessionError {
  return new PSSessionError(message, { errorId: 'HostCallFailed', category: 'InvalidOperation' });
}

function defaultsOf(info: HostInfo): ReadonlyMap<number, PSValue> {
  const result = new Map<number, PSValue>();
  const data: Readonly<Partial<Record<string, HostValue>>> = { ...info.defaultData };
  HOST_DEFAULT_DATA.forEach(({ name, kind }, index) => {
    const value = data[name];
    if (value !== undefined) result.set(index, encodeHostValue(kind, value));
  });
  return result;
}
