/**
 * What a session has shown, from its messages: the same that its own client's host and streams were given. Whoever looks
 * answers nothing: questions are shown as text, and what would change this program (its title, its end, its prompt) is
 * left out.
 */
import { PSSessionError } from '../../../protocol/errors/index.js';
import type { Guid } from '../../../protocol/bytes/index.js';
import type { PSPowerShellDefinition, PSValue } from '../../../protocol/objects/index.js';
import {
  BodyCodec,
  decodeCreatePipeline,
  decodeErrorRecord,
  decodeHostCall,
  decodeInformation,
  decodeInformational,
  decodeMessage,
  decodePipelineState,
  MessageType,
  type HostCall,
} from '../../../protocol/psrp/index.js';
import type { SessionHost } from '../model/host.js';
import { commandTextOf } from './definition.js';
import { writeHostCall } from './host-calls.js';
import { RemoteError, SessionErrorRecord, textOf, type OriginInfo, type StreamRecord } from './records.js';

export interface ScreenReaderInit {
  /** Only its writes are used. */
  readonly host: SessionHost;
  /** What is shown beside the host's lines: objects, errors and the other streams. */
  readonly record: (record: StreamRecord<PSValue>) => void;
  readonly origin: OriginInfo;
}

/** Commands that prompts run behind the person's back. */
const UNSEEN: ReadonlySet<string> = new Set(['tabexpansion2', 'get-command']);
const MAX_PIPELINES = 256;

const NO_MESSAGES = {
  writeWarningLine: () => undefined,
  writeVerboseLine: () => undefined,
  writeDebugLine: () => undefined,
} as const;

type Kind = 'shown' | 'prompt' | 'unseen';

export class ScreenReader {
  readonly #init: ScreenReaderInit;
  readonly #codec = new BodyCodec();
  readonly #kinds = new Map<Guid, Kind>();
  #prompt = '';
  /** The prompt waits for a line, or stands there already. */
  #promptState: 'none' | 'waits' | 'shown' = 'none';

  constructor(init: ScreenReaderInit) {
    this.#init = init;
  }

  /** One whole message, as the endpoint kept it. What cannot be read is left out. */
  message(bytes: Uint8Array): void {
    try {
      this.#take(bytes);
    } catch (error) {
      if (!(error instanceof PSSessionError)) throw error;
    }
  }

  /** All that there is was read: a prompt that waits for its line is shown. */
  settled(): void {
    if (this.#promptState !== 'waits') return;
    this.#promptState = 'shown';
    this.#init.host.write?.(this.#prompt);
  }

  #take(bytes: Uint8Array): void {
    const { type, pipelineId, body } = decodeMessage(bytes);
    const value = this.#codec.decode(body);
    if (type === MessageType.CREATE_PIPELINE) {
      if (value !== undefined) this.#started(pipelineId, value);
      return;
    }
    if (type === MessageType.GET_COMMAND_METADATA) {
      this.#kinds.set(pipelineId, 'unseen');
      return;
    }
    const kind = this.#kinds.get(pipelineId) ?? 'shown';
    if (kind !== 'shown') {
      this.#behind(kind, pipelineId, type, value);
      return;
    }
    // A SecureString, whose key only the client has.
    if (value === undefined) this.#init.host.writeLine?.('(something secret)');
    else this.#show(type, value);
  }

  #started(pipelineId: Guid, value: PSValue): void {
    const { powerShell, addToHistory } = decodeCreatePipeline(value);
    const text = textOfDefinition(powerShell);
    const kind = kindOf(text, addToHistory);
    this.#kinds.set(pipelineId, kind);
    for (const oldest of this.#kinds.keys()) {
      if (this.#kinds.size <= MAX_PIPELINES) break;
      this.#kinds.delete(oldest);
    }
    if (kind === 'prompt') this.#prompt = '';
    if (!addToHistory) return;
    this.settled();
    const prompt = this.#promptState === 'shown' ? '' : 'PS> ';
    this.#init.host.writeLine?.(`${prompt}${text}`);
    this.#promptState = 'none';
  }

  #behind(kind: Kind, pipelineId: Guid, type: number, value: PSValue | undefined): void {
    if (kind === 'prompt' && type === MessageType.PIPELINE_OUTPUT && value !== undefined) this.#prompt += textOf(value);
    if (type !== MessageType.PIPELINE_STATE) return;
    this.#kinds.delete(pipelineId);
    if (kind !== 'prompt') return;
    // The same prompt again, as after Tab or Ctrl+C, stands there already.
    if (this.#promptState === 'shown') this.#init.host.writeLine?.('');
    const { computerName } = this.#init.origin;
    this.#prompt = `[${computerName}]: ${this.#prompt === '' ? 'PS>' : this.#prompt}`;
    this.#promptState = 'waits';
  }

  #show(type: number, value: PSValue): void {
    const { record, origin } = this.#init;
    switch (type) {
      case MessageType.PIPELINE_OUTPUT:
        record({ stream: 'output', value, origin });
        return;
      case MessageType.ERROR_RECORD:
        this.#error(new RemoteError(decodeErrorRecord(value), origin));
        return;
      case MessageType.WARNING_RECORD:
        record({ stream: 'warning', value: decodeInformational('Warning', value), origin });
        return;
      case MessageType.VERBOSE_RECORD:
        record({ stream: 'verbose', value: decodeInformational('Verbose', value), origin });
        return;
      case MessageType.DEBUG_RECORD:
        record({ stream: 'debug', value: decodeInformational('Debug', value), origin });
        return;
      case MessageType.INFORMATION_RECORD:
        record({ stream: 'information', value: decodeInformation(value), origin });
        return;
      case MessageType.PIPELINE_HOST_CALL:
        // Warnings and their kin come as records too.
        showHostCall(decodeHostCall(value), { ...this.#init.host, ...NO_MESSAGES });
        return;
      case MessageType.RUNSPACEPOOL_HOST_CALL:
        showHostCall(decodeHostCall(value), this.#init.host);
        return;
      case MessageType.PIPELINE_STATE: {
        const { state, error } = decodePipelineState(value);
        if (state === 'Failed' && error !== undefined) this.#error(new RemoteError(error, origin));
        return;
      }
      default: // a later version shows more
    }
  }

  #error(error: RemoteError): void {
    const { record, origin } = this.#init;
    record({ stream: 'error', value: new SessionErrorRecord(error, origin), origin });
  }
}

function textOfDefinition(definition: PSPowerShellDefinition): string {
  return definition.history ?? commandTextOf(definition);
}

function kindOf(text: string, addToHistory: boolean): Kind {
  if (addToHistory) return 'shown';
  const word = text.trim().toLowerCase();
  return word === 'prompt' ? 'prompt' : UNSEEN.has(word) ? 'unseen' : 'shown';
}

/** Writes are shown, questions told; all else is the owner's business. */
function showHostCall(call: HostCall, host: SessionHost): void {
  switch (call.method) {
    case 'SetBufferContents1':
      host.clearScreen?.();
      return;
    case 'Prompt':
    case 'PromptForChoice':
    case 'PromptForChoiceMultipleSelection':
    case 'PromptForCredential1':
    case 'PromptForCredential2':
      for (const text of [call.parameters[0], call.parameters[1]]) if (text !== '') host.writeLine?.(text);
      return;
    default:
      writeHostCall(call, host);
  }
}
