/**
 * The records of a session's log. First byte: what it is.
 *
 *     F  facts of the shell, JSON; times are UTC milliseconds
 *     P  how far one channel is, JSON: { "command": id | null, "facts": … }
 *     M  what the endpoint has to remember to answer Connect, JSON
 *     D  output: flags u8 (1 a host call waits, 2 ends its message, 4 stderr), start f64 LE, command id (36 ASCII
 *        characters, blanks for the pool), bytes
 */
import { tryParseGuid, type Guid } from '../../protocol/bytes/index.js';
import type { ChannelFacts, OutputChunk, ShellFacts } from '../../protocol/wsman/index.js';
import type { SessionMemorySnapshot } from '../hosts/session-memory.js';

const FACTS = 0x46;
const POSITION = 0x50;
const MEMORY = 0x4d;
const OUTPUT = 0x44;
const ID_BYTES = 36;
export const OUTPUT_HEADER_BYTES = 2 + 8 + ID_BYTES;

export type LogEntry =
  | { readonly type: 'facts'; readonly facts: ShellFacts }
  | { readonly type: 'position'; readonly commandId: Guid | undefined; readonly facts: ChannelFacts }
  | { readonly type: 'memory'; readonly memory: SessionMemorySnapshot }
  | {
      readonly type: 'output';
      readonly commandId: Guid | undefined;
      readonly chunk: Omit<OutputChunk, 'data'> & { readonly length: number };
    };

const json = (kind: number, value: unknown): Uint8Array[] => [Buffer.of(kind), Buffer.from(JSON.stringify(value))];

export const encodeFacts = (facts: ShellFacts): Uint8Array[] => json(FACTS, facts);
export const encodeMemory = (memory: SessionMemorySnapshot): Uint8Array[] => json(MEMORY, memory);
export const encodePosition = (commandId: Guid | undefined, facts: ChannelFacts): Uint8Array[] =>
  json(POSITION, { command: commandId ?? null, facts });

export function encodeOutput(
  commandId: Guid | undefined,
  chunk: Omit<OutputChunk, 'data'>,
  bytes: Uint8Array,
): Uint8Array[] {
  const header = Buffer.alloc(OUTPUT_HEADER_BYTES, 0x20);
  header[0] = OUTPUT;
  header[1] = (chunk.pending ? 1 : 0) | (chunk.endsMessage ? 2 : 0) | (chunk.stream === 'stderr' ? 4 : 0);
  header.writeDoubleLE(chunk.start, 2);
  if (commandId !== undefined) header.write(commandId, 10, 'latin1');
  return [header, bytes];
}

/** Undefined: a record of a later version, or none of ours; it is passed over. */
export function decodeEntry(payload: Uint8Array): LogEntry | undefined {
  const bytes = Buffer.from(payload.buffer, payload.byteOffset, payload.byteLength);
  switch (bytes[0]) {
    case FACTS:
      return { type: 'facts', facts: parsed(bytes) as ShellFacts };
    case MEMORY:
      return { type: 'memory', memory: parsed(bytes) as SessionMemorySnapshot };
    case POSITION: {
      const { command, facts } = parsed(bytes) as { readonly command: Guid | null; readonly facts: ChannelFacts };
      return { type: 'position', commandId: command ?? undefined, facts };
    }
    case OUTPUT: {
      if (bytes.length < OUTPUT_HEADER_BYTES) return undefined;
      const flags = bytes[1] ?? 0;
      const chunk = {
        start: bytes.readDoubleLE(2),
        length: bytes.length - OUTPUT_HEADER_BYTES,
        pending: (flags & 1) !== 0,
        endsMessage: (flags & 2) !== 0,
        stream: (flags & 4) === 0 ? 'stdout' : 'stderr',
      };
      return { type: 'output', commandId: tryParseGuid(bytes.toString('latin1', 10, 10 + ID_BYTES).trim()), chunk };
    }
    default:
      return undefined;
  }
}

/** The checksum of the record was right: what is in it is what this program wrote. */
function parsed(bytes: Buffer): unknown {
  return JSON.parse(bytes.toString('utf8', 1));
}
