/**
 * What sessions show, taken from the fragments on their way to the client: whole messages that a person would see, for
 * watchers and for whoever enters the session again, and the question that a command waits with.
 *
 * Nothing is kept of a session before it is worked in at a prompt (a command that goes into the history), or its owner
 * lets it be watched: most sessions are never looked at. Answers are not kept, so a password that is typed is in no
 * screen; progress is not either.
 */
import type { Guid } from '../../protocol/bytes/index.js';
import { FRAGMENT_HEADER_BYTES, firstFragment, MessageType, readFragmentHeader } from '../../protocol/psrp/index.js';
import { MAX_SCREEN_MESSAGE_BYTES, type ScreenPlace } from '../../protocol/wsman/index.js';

interface Channel {
  /** Fragments' blobs of the message under way; undefined: it is not kept. */
  parts: Uint8Array[] | undefined;
  bytes: number;
}

interface Recorder {
  isOn: boolean;
  readonly channels: Map<Guid | undefined, Channel>;
  /** The fragments of questions that wait for their answers. */
  readonly questions: Map<Guid, Uint8Array>;
}

const SHOWN: ReadonlySet<number> = new Set([
  MessageType.CREATE_PIPELINE,
  MessageType.GET_COMMAND_METADATA,
  MessageType.PIPELINE_OUTPUT,
  MessageType.ERROR_RECORD,
  MessageType.WARNING_RECORD,
  MessageType.VERBOSE_RECORD,
  MessageType.DEBUG_RECORD,
  MessageType.INFORMATION_RECORD,
  MessageType.PIPELINE_HOST_CALL,
  MessageType.RUNSPACEPOOL_HOST_CALL,
  MessageType.PIPELINE_STATE,
]);
const IN_HISTORY = Buffer.from('<B N="AddToHistory">true</B>');

export class SessionScreens {
  readonly #shown: (shellId: Guid, message: Uint8Array | undefined, place?: ScreenPlace) => void;
  readonly #recorders = new Map<Guid, Recorder>();

  /** @param shown is given each message; undefined: one that is too large to be kept. */
  constructor(shown: (shellId: Guid, message: Uint8Array | undefined, place?: ScreenPlace) => void) {
    this.#shown = shown;
  }

  /** From now on this session's screen is kept. */
  keep(shellId: Guid): void {
    this.#recorder(shellId).isOn = true;
  }

  /** The client starts a pipeline. Its first bytes hold the whole of a typed line; a long script is not kept. */
  started(shellId: Guid, commandId: Guid, data: Uint8Array): void {
    const recorder = this.#recorders.get(shellId);
    if (recorder?.isOn !== true && !Buffer.from(data.buffer, data.byteOffset, data.length).includes(IN_HISTORY)) return;
    this.keep(shellId);
    this.#take(shellId, { parts: undefined, bytes: 0 }, data);
    this.#recorder(shellId).channels.set(commandId, { parts: undefined, bytes: 0 });
  }

  poolOutput(shellId: Guid, fragment: Uint8Array): void {
    this.#output(shellId, undefined, fragment);
  }

  /**
   * @param asks the fragments end with a host call that waits for its answer.
   * @param end position behind them in the command's output.
   */
  pipelineOutput(shellId: Guid, commandId: Guid, fragments: Uint8Array, asks: boolean, end?: number): void {
    if (asks) this.#recorder(shellId).questions.set(commandId, lastMessage(fragments));
    const begin = end === undefined ? undefined : { commandId, end: end - fragments.length };
    this.#output(shellId, commandId, fragments, begin);
  }

  answered(shellId: Guid, commandId: Guid): void {
    this.#recorders.get(shellId)?.questions.delete(commandId);
  }

  /** The fragments of the question that this command waits with. */
  questionOf(shellId: Guid, commandId: Guid): Uint8Array | undefined {
    return this.#recorders.get(shellId)?.questions.get(commandId);
  }

  done(shellId: Guid, commandId: Guid): void {
    const recorder = this.#recorders.get(shellId);
    recorder?.questions.delete(commandId);
    recorder?.channels.delete(commandId);
  }

  removed(shellId: Guid): void {
    this.#recorders.delete(shellId);
  }

  #recorder(shellId: Guid): Recorder {
    const known = this.#recorders.get(shellId);
    if (known !== undefined) return known;
    const made: Recorder = { isOn: false, channels: new Map(), questions: new Map() };
    this.#recorders.set(shellId, made);
    return made;
  }

  #output(shellId: Guid, commandId: Guid | undefined, fragments: Uint8Array, begin?: ScreenPlace): void {
    const recorder = this.#recorders.get(shellId);
    if (recorder?.isOn !== true) return;
    let channel = recorder.channels.get(commandId);
    if (channel === undefined) {
      channel = { parts: undefined, bytes: 0 };
      recorder.channels.set(commandId, channel);
    }
    this.#take(shellId, channel, fragments, begin);
  }

  #take(shellId: Guid, channel: Channel, fragments: Uint8Array, begin?: ScreenPlace): void {
    for (const { start, end, blob, at } of fragmentsOf(fragments)) {
      if (start) {
        channel.parts = SHOWN.has(typeOf(blob)) ? [] : undefined;
        channel.bytes = 0;
      }
      if (channel.parts === undefined) continue;
      channel.bytes += blob.length;
      if (channel.bytes <= MAX_SCREEN_MESSAGE_BYTES) channel.parts.push(blob);
      if (!end) continue;
      const isWhole = channel.bytes <= MAX_SCREEN_MESSAGE_BYTES;
      // Copied: a small message must not hold the large piece of memory that it came in.
      const message = isWhole ? Uint8Array.from(Buffer.concat(channel.parts)) : undefined;
      channel.parts = undefined;
      const place =
        begin === undefined
          ? undefined
          : { commandId: begin.commandId, end: begin.end + at + FRAGMENT_HEADER_BYTES + blob.length };
      this.#shown(shellId, message, place);
    }
  }
}

function* fragmentsOf(
  bytes: Uint8Array,
): Generator<{ readonly start: boolean; readonly end: boolean; readonly blob: Uint8Array; readonly at: number }> {
  for (let at = 0; ; ) {
    const fragment = firstFragment(bytes.subarray(at));
    if (fragment === undefined) return;
    const { start, end } = readFragmentHeader(fragment);
    yield { start, end, blob: fragment.subarray(FRAGMENT_HEADER_BYTES), at };
    at += fragment.length;
  }
}

/** What comes after the last message's start: a question is small, and comes in one piece. */
function lastMessage(fragments: Uint8Array): Uint8Array {
  let from = 0;
  for (const { start, at } of fragmentsOf(fragments)) if (start) from = at;
  return fragments.slice(from);
}

/** The message's type stands behind its destination. */
function typeOf(blob: Uint8Array): number {
  return blob.length < 8 ? -1 : new DataView(blob.buffer, blob.byteOffset).getUint32(4, true);
}
