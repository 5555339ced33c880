/** Everything that reads what came from outside, with good inputs to begin from. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { decodeUtf8, EMPTY_GUID, encodeUtf8, guidFromRandom, type Guid } from '../../../src/protocol/bytes/index.js';
import { decodeClixml, encodeClixmlText } from '../../../src/protocol/clixml/index.js';
import { generateRsaKeyPair } from '../../../src/protocol/crypto/index.js';
import { PSSessionError } from '../../../src/protocol/errors/index.js';
import {
  ClientPool,
  Defragmenter,
  encodeMessage,
  Fragmenter,
  MessageType,
  type MessageDestinationName,
  ServerPool,
} from '../../../src/protocol/psrp/index.js';
import { encodeFrame, FrameReader, FrameType, readRequest, readResponse } from '../../../src/protocol/wsman/index.js';
import { OutOfProcClient, OutOfProcServer } from '../../../src/protocol/outofproc/index.js';
import { decodeEntry } from '../../../src/server/spool/log-format.js';
import { scriptDefinition } from '../../../src/client/session/index.js';
import { anyValue } from '../../support/value-generator.js';
import type { SeededRandom } from '../soak/random.js';
import { engineParsers } from './engine-parsers.js';
import { Disagreement, type Parser } from './parser.js';
import { scriptParser } from './script-parser.js';
import { securityParsers } from './security-parsers.js';
import { wsmanExamples } from './wsman-examples.js';

export function makeParsers(random: SeededRandom): readonly Parser[] {
  const bytes = (count: number): Uint8Array => Uint8Array.from({ length: count }, () => random.between(0, 255));
  const values = fc.sample(anyValue, { seed: random.between(1, 1_000_000), numRuns: 100 });
  const clixml = values.map((value) => encodeUtf8(encodeClixmlText(value)));
  const pool = new ClientPool({ random: bytes, poolId: guidFromRandom(bytes(16)), maxRunspaces: 1 });
  pool.open();
  const opening = pool.poolBytesToSend(100_000) ?? new Uint8Array(0);
  return [
    {
      name: 'CLIXML',
      rooms: ['protocol/clixml', 'protocol/xml'],
      examples: clixml,
      // What was read can be written, and read again.
      parse: (input) => {
        decodeClixml(encodeClixmlText(decodeClixml(decodeUtf8(input))));
      },
    },
    {
      name: 'fragments',
      rooms: ['protocol/psrp'],
      examples: [opening, ...clixml.slice(0, 20).map((body) => fragmentsOf(body, 30))],
      parse: inAnyCuts(() => {
        const reader = new Defragmenter();
        return (piece) => [...reader.push(piece)];
      }),
    },
    {
      name: 'runspace pool',
      rooms: ['protocol/psrp', 'protocol/clixml'],
      examples: [opening],
      parse: inAnyCuts(() => {
        const server = new ServerPool({ random: (count) => new Uint8Array(count) });
        return (piece) => [...server.receivePoolData(piece, 'Default')];
      }),
    },
    ...messageParsers(opening, clixml, bytes),
    ...wsmanParsers(wsmanExamples(opening, bytes)),
    ...lineParsers(opening, bytes),
    {
      name: 'envelope frames',
      rooms: ['protocol/wsman'],
      examples: [
        encodeFrame(FrameType.hello, 1, { a: [1, 2, 3] }),
        encodeFrame(FrameType.request, 2, null, opening),
        encodeFrame(FrameType.written, 2, true),
      ].map((parts) => Buffer.concat(parts)),
      parse: inAnyCuts(() => {
        const reader = new FrameReader();
        return (piece) => reader.push(piece);
      }),
    },
    scriptParser(snippets()),
    {
      name: 'records of a log',
      rooms: ['server/spool'],
      examples: [
        encodeUtf8(`D\u0003aaaaaaaa${guidFromRandom(bytes(16))}abc`),
        encodeUtf8(`P{"command":null,"facts":{"keptFrom":0}}`),
        encodeUtf8(`F{"shellId":"${guidFromRandom(bytes(16))}"}`),
      ],
      parse: (input) => void decodeEntry(input),
      // A record whose checksum is right is ours: JSON that is none cannot get here but in this program.
      refusals: [SyntaxError],
    },
    ...securityParsers(bytes),
    ...engineParsers(),
  ];
}

/** The statements of the differential test's scripts. */
function snippets(): readonly Uint8Array[] {
  const folder = path.resolve('test/differential/snippets');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.ps1'))
    .flatMap((name) => readFileSync(path.join(folder, name), 'utf8').split(/\n(?=\S)/))
    .map((text) => encodeUtf8(text));
}

function fragmentsOf(message: Uint8Array, maxFragmentBytes: number): Uint8Array {
  const fragmenter = new Fragmenter({ maxFragmentBytes });
  fragmenter.push(message);
  return fragmenter.take(1_000_000) ?? new Uint8Array(0);
}

/** Bodies of messages, in an envelope that is right: the first byte says which message, and to whom. */
function messageParsers(
  opening: Uint8Array,
  clixml: readonly Uint8Array[],
  bytes: (count: number) => Uint8Array,
): readonly Parser[] {
  const types = Object.values(MessageType);
  // One for all: to make one costs as much as thousands of inputs.
  const keyPair = generateRsaKeyPair();
  const zero = (count: number): Uint8Array => new Uint8Array(count);
  const otherId = guidFromRandom(bytes(16));
  const host = new ServerPool({ random: zero });
  host.receivePoolData(opening, 'Default');
  host.acceptPool();
  const welcome = host.poolBytesToSend(1_000_000) ?? zero(0);
  const bodies = [...new Defragmenter().push(opening)].map((message) => message.subarray(40));
  const examples = [...bodies, ...clixml.slice(0, 30)].flatMap((body, index) =>
    types.slice(index % 3, (index % 3) + 12).map((_, type) => Buffer.concat([Buffer.of(type * 2 + (index % 2)), body])),
  );
  const message = (input: Uint8Array, destination: MessageDestinationName, pipelineId: Guid): Uint8Array => {
    const type = types[((input[0] ?? 0) >> 1) % types.length] ?? 0;
    const ids = {
      runspacePoolId: host.runspacePoolId,
      pipelineId: ((input[0] ?? 0) & 1) === 1 ? pipelineId : EMPTY_GUID,
    };
    return fragmentsOf(encodeMessage({ destination, type, ...ids, body: input.subarray(1) }), 32_768);
  };
  return [
    {
      name: 'messages to a server',
      rooms: ['protocol/psrp', 'protocol/clixml'],
      examples,
      parse: (input) => {
        const server = new ServerPool({ random: zero });
        server.receivePoolData(opening, 'Default');
        if (server.state === 'Opening') server.acceptPool();
        if (((input[0] ?? 0) & 1) === 1)
          server.receivePipelineData(otherId, message(input, 'Server', otherId), 'Default');
        else server.receivePoolData(message(input, 'Server', otherId), 'Default');
      },
    },
    {
      name: 'messages to a client',
      rooms: ['protocol/psrp', 'protocol/clixml'],
      examples,
      parse: (input) => {
        const client = new ClientPool({ random: zero, poolId: host.runspacePoolId, generateKeyPair: () => keyPair });
        client.open();
        client.receivePoolData(welcome);
        const pipelineId = client.createPipeline(scriptDefinition('x'), { noInput: false });
        const sent = message(input, 'Client', pipelineId);
        if (((input[0] ?? 0) & 1) === 1) client.receivePipelineData(pipelineId, sent);
        else client.receivePoolData(sent);
      },
    },
  ];
}

function wsmanParsers(examples: ReturnType<typeof wsmanExamples>): readonly Parser[] {
  const rooms = ['protocol/wsman', 'protocol/xml'];
  return [
    { name: 'WSMan requests', rooms, examples: examples.requests, parse: (input) => void readRequest(input) },
    {
      name: 'WSMan responses',
      rooms,
      examples: [...examples.responses, ...examples.requests],
      parse: (input) => void readResponse(input),
    },
  ];
}

function lineParsers(opening: Uint8Array, bytes: (count: number) => Uint8Array): readonly Parser[] {
  const base64 = Buffer.from(opening).toString('base64');
  const id = guidFromRandom(bytes(16));
  const rooms = ['protocol/outofproc', 'protocol/xml'];
  const examples = [
    `<Data Stream='Default' PSGuid='${EMPTY_GUID}'>${base64}</Data>\n`,
    `<Data Stream='PromptResponse' PSGuid='${id}'>AAAA</Data>\n<DataAck PSGuid='${id}' />\n`,
    `<Command PSGuid='${id}' />\n<Close PSGuid='${EMPTY_GUID}' />\n`,
    `<CommandAck PSGuid='${id}' />\n<CloseAck PSGuid='${EMPTY_GUID}' />\n<SignalAck PSGuid='${id}' />\n`,
    `<Signal PSGuid='${id}' />\n`,
  ].map((text) => encodeUtf8(text));
  return [
    {
      name: 'lines of the stdio framing, server',
      rooms,
      examples,
      parse: inAnyCuts(() => {
        const server = new OutOfProcServer();
        return (piece) => server.receive(piece);
      }),
    },
    {
      name: 'lines of the stdio framing, client',
      rooms,
      examples,
      parse: inAnyCuts(() => {
        const client = new OutOfProcClient();
        return (piece) => client.receive(piece);
      }),
    },
  ];
}

/** Cut anywhere, an input has to give what the whole gives. Only what is short is given twice. */
function inAnyCuts(make: () => (piece: Uint8Array) => readonly unknown[]): (input: Uint8Array) => void {
  const MAX_TWICE = 1000;
  return (input) => {
    let whole: readonly unknown[] | undefined;
    let refused: unknown;
    try {
      whole = make()(input);
    } catch (error) {
      if (!(error instanceof PSSessionError)) throw error;
      refused = error;
    }
    if (input.length > 1 && input.length <= MAX_TWICE) {
      // Where it is cut is the input's own: the run is the same from the same seed.
      const cut = 1 + (input.reduce((sum, byte) => sum * 31 + byte, input.length) % (input.length - 1));
      const push = make();
      let parts: readonly unknown[] | undefined;
      try {
        parts = [...push(input.subarray(0, cut)), ...push(input.subarray(cut))];
      } catch (error) {
        if (!(error instanceof PSSessionError)) throw error;
      }
      if (shown(whole) !== shown(parts)) throw new Disagreement(`cut at ${cut} it gives something else`);
    }
    if (refused !== undefined) throw refused;
  };
}

function shown(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => {
    if (typeof part === 'bigint') return `${part}n`;
    if (part instanceof Uint8Array) return Buffer.from(part).toString('latin1');
    if (part instanceof Map) return [...part];
    return part instanceof Error ? `${part.name}: ${part.message}` : part;
  });
}
