/**
 * The log of one session: what was written of it, what of its output is still wanted, and where that stands.
 *
 * The log grows by appending. When most of it is not wanted any more it is written anew with the facts, the memory and
 * the wanted output alone; it happens so rarely that most of what is written is written once.
 */
import type { RecordLog } from '../../io/store/index.js';
import type { Guid } from '../../protocol/bytes/index.js';
import type { ChannelFacts, OutputChunk, OutputData, RestoredShell, ShellFacts } from '../../protocol/wsman/index.js';
import type { SessionMemorySnapshot } from '../hosts/session-memory.js';
import { KeptOutput } from './kept-output.js';
import {
  decodeEntry,
  encodeFacts,
  encodeMemory,
  encodeOutput,
  encodePosition,
  OUTPUT_HEADER_BYTES,
} from './log-format.js';

/** A log smaller than this is left as it is. Bytes. */
const SMALL_BYTES = 512 * 1024;
/** A log is written anew when it is so many times as large as what is wanted of it. */
const WASTE = 4;
/** The same where room is dear. */
const TIGHT_BYTES = 64 * 1024;
const TIGHT_WASTE = 2;
/** What one channel keeps in memory of output that nobody has taken yet. Bytes. */
const HOT_BYTES = 256 * 1024;

/** What an earlier process left of a session. */
export interface RecoveredLog {
  readonly shell: RestoredShell;
  readonly memory: SessionMemorySnapshot | undefined;
}

const POOL = '';
const keyOf = (commandId: Guid | undefined): Guid | '' => commandId ?? POOL;

export class ShellLog {
  readonly #log: RecordLog;
  readonly #isTight: () => boolean;
  readonly #kept = new Map<Guid | '', KeptOutput[]>();
  #facts: ShellFacts | undefined;
  /** Where its memory stands in the log. */
  #memory: { readonly position: number; readonly length: number } | undefined;
  #hotBytes = 0;
  #keptBytes = 0;

  /** @param isTight whether room is dear: then it is written anew sooner. */
  constructor(log: RecordLog, isTight: () => boolean = () => false) {
    this.#log = log;
    this.#isTight = isTight;
  }

  /** Of output that is still wanted. */
  get keptBytes(): number {
    return this.#keptBytes;
  }
  /** Times in it are UTC milliseconds. */
  get facts(): ShellFacts | undefined {
    return this.#facts;
  }

  /** @throws {PSSessionError} `StoreFull`, `StoreNotWritable`; nothing of the output is in the log then. */
  output(commandId: Guid | undefined, chunk: Omit<OutputChunk, 'data'>, bytes: Uint8Array): OutputData {
    const [position = 0] = this.#log.append([encodeOutput(commandId, chunk, bytes)]);
    const hot = this.#hotBytes + bytes.length <= HOT_BYTES;
    if (hot) this.#hotBytes += bytes.length;
    return this.#keep(
      commandId,
      position + OUTPUT_HEADER_BYTES,
      { ...chunk, length: bytes.length },
      hot ? bytes : undefined,
    );
  }

  /** Makes its file, before anybody is told of the session. @throws as `output` */
  begin(): void {
    this.#log.append([[]]);
  }

  writeFacts(facts: ShellFacts): void {
    this.#log.append([encodeFacts(facts)]);
    this.#takeFacts(facts);
    this.#tidy();
  }

  writePosition(commandId: Guid | undefined, facts: ChannelFacts): void {
    this.#log.append([encodePosition(commandId, facts)]);
    this.#takePosition(commandId, facts);
    this.#tidy();
  }

  writeMemory(memory: SessionMemorySnapshot): void {
    const parts = encodeMemory(memory);
    const [position = 0] = this.#log.append([parts]);
    this.#memory = { position, length: parts.reduce((sum, part) => sum + part.length, 0) };
  }

  /** Nobody is there to take output: all of it rests in the log alone. */
  cool(): void {
    for (const list of this.#kept.values()) for (const kept of list) kept.cool();
    this.#hotBytes = 0;
    this.#log.rest();
  }
  rest(): void {
    this.#log.rest();
  }
  sync(): Promise<void> {
    return this.#log.sync();
  }
  remove(): void {
    this.#log.remove();
    this.#kept.clear();
    this.#keptBytes = 0;
  }

  /** Reads what an earlier process wrote. Undefined: it never got so far that anybody was told of the session. */
  recover(): RecoveredLog | undefined {
    let memory: SessionMemorySnapshot | undefined;
    for (const { position, payload } of this.#log.records()) {
      const entry = decodeEntry(payload);
      switch (entry?.type) {
        case 'facts':
          this.#takeFacts(entry.facts);
          break;
        case 'position':
          this.#takePosition(entry.commandId, entry.facts);
          break;
        case 'memory':
          memory = entry.memory;
          this.#memory = { position, length: payload.length };
          break;
        case 'output':
          this.#keep(entry.commandId, position + OUTPUT_HEADER_BYTES, entry.chunk, undefined);
          break;
        case undefined:
          break;
      }
    }
    this.#log.rest();
    const facts = this.#facts;
    if (facts === undefined) return undefined;
    const chunks = (key: Guid | ''): OutputChunk[] => (this.#kept.get(key) ?? []).map((kept) => kept.asChunk());
    const commands = new Map(facts.commands.map(({ commandId }) => [commandId, chunks(commandId)]));
    return { shell: { facts, pool: chunks(POOL), commands }, memory };
  }

  #keep(
    commandId: Guid | undefined,
    position: number,
    chunk: Omit<OutputChunk, 'data'> & { readonly length: number },
    bytes: Uint8Array | undefined,
  ): KeptOutput {
    const kept = new KeptOutput(this.#log, position, chunk, bytes);
    const key = keyOf(commandId);
    const list = this.#kept.get(key);
    if (list === undefined) this.#kept.set(key, [kept]);
    else list.push(kept);
    this.#keptBytes += kept.length;
    return kept;
  }

  #takeFacts(facts: ShellFacts): void {
    this.#facts = facts;
    const wanted = new Map<Guid | '', ChannelFacts>([[POOL, facts.pool]]);
    for (const { commandId, channel } of facts.commands) wanted.set(commandId, channel);
    for (const key of this.#kept.keys()) {
      const channel = wanted.get(key);
      this.#forget(key, channel);
    }
  }

  #takePosition(commandId: Guid | undefined, channel: ChannelFacts): void {
    const facts = this.#facts;
    if (facts === undefined) return;
    this.#facts =
      commandId === undefined
        ? { ...facts, pool: channel }
        : {
            ...facts,
            commands: facts.commands.map((each) => (each.commandId === commandId ? { ...each, channel } : each)),
          };
    this.#forget(keyOf(commandId), channel);
  }

  /** What the channel does not want any more. Undefined: the channel is gone. */
  #forget(key: Guid | '', channel: ChannelFacts | undefined): void {
    const list = this.#kept.get(key);
    if (list === undefined) return;
    const unwanted = (kept: KeptOutput): boolean =>
      channel === undefined ||
      kept.end <= channel.keptFrom ||
      channel.dropped.some(([from, to]) => kept.start >= from && kept.start < to);
    const first = list[0];
    if (channel !== undefined && channel.dropped.length === 0 && (first === undefined || !unwanted(first))) return;
    const rest = list.filter((kept) => {
      if (!unwanted(kept)) return true;
      this.#keptBytes -= kept.length;
      if (kept.inMemory) this.#hotBytes -= kept.length;
      return false;
    });
    if (rest.length === 0) this.#kept.delete(key);
    else this.#kept.set(key, rest);
  }

  #tidy(): void {
    const { bytes } = this.#log;
    if (bytes < TIGHT_BYTES || bytes < this.#keptBytes * TIGHT_WASTE) return;
    if ((bytes < SMALL_BYTES || bytes < this.#keptBytes * WASTE) && !this.#isTight()) return;
    const facts = this.#facts;
    if (facts === undefined) return;
    const moved: KeptOutput[] = [];
    const { position, length } = this.#memory ?? {};
    const memory = position === undefined || length === undefined ? undefined : this.#log.read(position, length);
    const kept = this.#kept;
    function* records(): Iterable<Uint8Array[]> {
      yield encodeFacts(facts as ShellFacts);
      yield memory === undefined ? encodeFacts(facts as ShellFacts) : [memory];
      for (const [key, list] of kept) {
        for (const each of list) {
          moved.push(each);
          yield encodeOutput(key === POOL ? undefined : key, each, each.load());
        }
      }
    }
    const [, second = 0, ...positions] = this.#log.replace(records());
    if (memory !== undefined) this.#memory = { position: second, length: memory.length };
    for (const [index, each] of moved.entries()) each.moved((positions[index] ?? 0) + OUTPUT_HEADER_BYTES);
  }
}
