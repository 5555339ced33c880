/**
 * The host of the engine in this process: what a script calls by the method table's names (protocol.md 3.9) is carried
 * out by a SessionHost. Writes, the bulk of it, take the short way; what asks the person goes through the codec that
 * remote host calls go through too.
 */
import type { HostScreen, SessionHost } from '../../client/session/index.js';
import { PSSessionError } from '../../protocol/errors/index.js';
import { PSObject, type PSValue } from '../../protocol/objects/index.js';
import { valueText } from '../value-text.js';
import {
  type ConsoleInput,
  type EngineHost,
  type LineEditing,
  POWERSHELL_VERSION,
} from '../../powershell/engine/index.js';

/** HostDefaultData by number. protocol.md 3.8 */
function defaultsOf(screen: HostScreen | undefined): ReadonlyMap<number, PSValue> {
  if (screen === undefined) return new Map();
  const point = ({ x, y }: { readonly x: number; readonly y: number }): PSObject => PSObject.bag({ x, y });
  const size = ({ width, height }: { readonly width: number; readonly height: number }): PSObject =>
    PSObject.bag({ width, height });
  return new Map<number, PSValue>([
    [0, screen.foregroundColor],
    [1, screen.backgroundColor],
    [2, point(screen.cursorPosition)],
    [3, point(screen.windowPosition)],
    [4, screen.cursorSize],
    [5, size(screen.bufferSize)],
    [6, size(screen.windowSize)],
    [7, size(screen.maxWindowSize)],
    [8, size(screen.maxPhysicalWindowSize)],
    [9, screen.windowTitle],
  ]);
}

const text = valueText;
const color = (value: PSValue | undefined): number | undefined =>
  typeof value === 'number'
    ? value
    : value instanceof PSObject && typeof value.base === 'number'
      ? value.base
      : undefined;

export interface LocalHostOptions {
  /** `$Host.Name` */
  readonly name?: string;
  /** `-NonInteractive`: nobody is to be asked. */
  readonly asksNobody?: boolean;
  /** The editor of its prompt. */
  readonly lineEditing?: LineEditing | undefined;
  /** Standard input of this process, where it is no terminal. */
  readonly standardInput?: ConsoleInput | undefined;
  /** Colours may be written. */
  readonly color?: boolean;
  /** Whoever writes waits for it: undefined where there is nothing to wait for. */
  readonly drained?: (() => Promise<void> | undefined) | undefined;
}

const NOTHING = Promise.resolve();
const NOBODY = Promise.resolve(undefined);

export function localEngineHost(host: SessionHost, options: LocalHostOptions = {}): EngineHost {
  return {
    name: options.name ?? 'pssession',
    // Scripts ask it for PowerShell's own, as in pwsh: `$Host.Version.Major -gt 2`.
    version: POWERSHELL_VERSION,
    get defaults() {
      return defaultsOf(host.screen);
    },
    hasUI: host.hasUI,
    asksNobody: options.asksNobody === true,
    supportsVirtualTerminal: options.color === true,
    ...(options.lineEditing === undefined ? {} : { lineEditing: options.lineEditing }),
    ...(options.standardInput === undefined ? {} : { standardInput: options.standardInput }),
    ...(host.debugLine === undefined || options.asksNobody === true
      ? {}
      : { debugLine: (prompt: string, signal: AbortSignal) => host.debugLine?.(prompt, signal) ?? NOBODY }),
    ...(host.interruptible === undefined ? {} : { interruptible: host.interruptible }),
    asksCursor: host.cursorPosition !== undefined,
    nestsPrompts: host.enterNestedPrompt !== undefined,
    call(method, parameters, signal): Promise<PSValue> {
      const done = Promise.resolve(null);
      const written = (): Promise<PSValue> => (options.drained?.() ?? NOTHING).then(() => null);
      switch (method) {
        case 'Write1':
          host.write?.(text(parameters[0]));
          return written();
        case 'Write2':
          host.write?.(text(parameters[2]), color(parameters[0]), color(parameters[1]));
          return written();
        case 'WriteLine1':
          host.writeLine?.('');
          return written();
        case 'WriteLine2':
          host.writeLine?.(text(parameters[0]));
          return written();
        case 'WriteLine3':
          host.writeLine?.(text(parameters[2]), color(parameters[0]), color(parameters[1]));
          return written();
        case 'WriteErrorLine':
          host.writeErrorLine?.(text(parameters[0]));
          return written();
        case 'WriteWarningLine':
          host.writeWarningLine?.(text(parameters[0]));
          return written();
        case 'WriteVerboseLine':
          host.writeVerboseLine?.(text(parameters[0]));
          return written();
        case 'WriteDebugLine':
          host.writeDebugLine?.(text(parameters[0]));
          return written();
        case 'SetShouldExit':
          host.setShouldExit?.(typeof parameters[0] === 'number' ? parameters[0] : 0);
          return done;
        case 'NotifyBeginApplication':
          host.notifyBeginApplication?.();
          return done;
        case 'NotifyEndApplication':
          host.notifyEndApplication?.();
          return done;
        case 'PopRunspace':
          host.popRunspace?.();
          return done;
        case 'EnterNestedPrompt':
          if (host.enterNestedPrompt !== undefined) return host.enterNestedPrompt(signal).then(() => null);
          break;
        case 'ReadLine':
          if (host.readLine !== undefined) return host.readLine(signal);
          break;
      }
      return import('./local-host-questions.js').then(({ askHost }) => askHost(host, method, parameters, signal));
    },
  };
}

/** The refusal of a question where nobody is to be asked. */
export const nonInteractive = (): PSSessionError =>
  new PSSessionError('PowerShell is in NonInteractive mode. Read and Prompt functionality is not available.', {
    errorId: 'InvalidOperation',
    category: 'InvalidOperation',
  });
