import fc from 'fast-check';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { QuotaError, RemoteProtocolError } from '../errors/index.js';
import { recordingsRoot } from '../../../test/support/psrp-recordings.js';
import {
  Defragmenter,
  FRAGMENT_HEADER_BYTES,
  Fragmenter,
  ObjectIdSource,
  firstFragment,
  MAX_PIECE_BYTES,
  readFragmentHeader,
} from './fragment.js';

const bytes = (length: number, seed = 1): Uint8Array =>
  Uint8Array.from({ length }, (_, index) => (index * 31 + seed * 7) & 0xff);
const hex = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'hex'));
const toHex = (data: Uint8Array): string => Buffer.from(data).toString('hex');

interface FragmentFile {
  readonly name: string;
  readonly maxFragmentBytes?: number;
  readonly fragments?: readonly {
    readonly hex: string;
    readonly decoded: readonly {
      readonly objectId: number;
      readonly fragmentId: number;
      readonly start: boolean;
      readonly end: boolean;
      readonly length: number;
    }[];
  }[];
  readonly messages: readonly { readonly hex?: string; readonly base64?: string }[];
  readonly expected?: { readonly error?: boolean };
}

const root = recordingsRoot();
const own = path.resolve('test/vectors/psrp-fragments.json');
const files: FragmentFile[] = JSON.parse(readFileSync(own, 'utf8')) as FragmentFile[];
if (root !== undefined) {
  for (const name of readdirSync(path.join(root, 'psrp'))) {
    const file = JSON.parse(readFileSync(path.join(root, 'psrp', name), 'utf8')) as FragmentFile;
    if (file.fragments !== undefined) files.push(file);
  }
}

describe.each(files.map((file) => [file.name, file] as const))('fragments of %s [MS-PSRP 2.2.4]', (_, file) => {
  const packets = (file.fragments ?? []).map((fragment) => hex(fragment.hex));
  const stream = Buffer.concat(packets);
  const messages = file.messages.map((message) => message.hex ?? '').filter((text) => text !== '');

  it('have the headers that are stated', () => {
    for (const [index, fragment] of (file.fragments ?? []).entries()) {
      let rest: Uint8Array = packets[index] ?? new Uint8Array(0);
      for (const expected of fragment.decoded) {
        const header = readFragmentHeader(rest);
        expect({
          objectId: Number(header.objectId),
          fragmentId: Number(header.fragmentId),
          start: header.start,
          end: header.end,
          length: header.blobLength,
        }).toEqual(expected);
        rest = rest.subarray(firstFragment(rest)?.length ?? 0);
      }
      expect(rest.length).toBe(0);
    }
  });

  if (file.expected?.error === true) {
    it('are refused', () => {
      expect(() => new Defragmenter().push(stream)).toThrow(RemoteProtocolError);
      const byByte = new Defragmenter();
      expect(() => stream.forEach((byte) => byByte.push(Uint8Array.of(byte)))).toThrow(RemoteProtocolError);
    });
    return;
  }

  it('join to the messages: whole, byte by byte, and at every split', () => {
    expect(new Defragmenter().push(stream).map(toHex)).toEqual(messages);
    const byByte = new Defragmenter();
    expect([...stream].flatMap((byte) => byByte.push(Uint8Array.of(byte))).map(toHex)).toEqual(messages);
    expect(byByte.heldBytes).toBe(0);
    for (let split = 1; split < stream.length; split += 1) {
      const twoParts = new Defragmenter();
      const all = [...twoParts.push(stream.subarray(0, split)), ...twoParts.push(stream.subarray(split))];
      expect(all.map(toHex)).toEqual(messages);
    }
  });

  it('give only whole messages when they are cut short anywhere', () => {
    for (let length = 0; length < stream.length; length += 1) {
      const got = new Defragmenter().push(stream.subarray(0, length)).map(toHex);
      expect(messages.slice(0, got.length)).toEqual(got);
      expect(got.length).toBeLessThan(messages.length);
    }
  });

  it('come out of the fragmenter as they were recorded', () => {
    if (file.maxFragmentBytes === undefined) return;
    const fragmenter = new Fragmenter({ maxFragmentBytes: file.maxFragmentBytes });
    for (const message of messages) fragmenter.push(hex(message));
    const all: Uint8Array[] = [];
    for (let part = fragmenter.takeFragment(); part !== undefined; part = fragmenter.takeFragment()) all.push(part);
    // How many bytes each fragment takes is the sender's choice: the first one is filled here.
    expect(new Defragmenter().push(Buffer.concat(all)).map(toHex)).toEqual(messages);
    for (const fragment of all) expect(fragment.length).toBeLessThanOrEqual(file.maxFragmentBytes);
  });
});

describe('Defragmenter', () => {
  const cut = (message: Uint8Array, max: number, ids = new ObjectIdSource()): Uint8Array[] => {
    const fragmenter = new Fragmenter({ objectIds: ids, maxFragmentBytes: max });
    fragmenter.push(message);
    const all: Uint8Array[] = [];
    for (let part = fragmenter.takeFragment(); part !== undefined; part = fragmenter.takeFragment()) all.push(part);
    return all;
  };
  const part = (all: readonly Uint8Array[], index: number): Uint8Array => all[index] ?? new Uint8Array(0);

  it('gives small messages together, and a large one by itself, fragment for fragment', () => {
    const sizes = [5, 20, 30, 90, 7, 400, 8, 9];
    const messages = sizes.map((size, index) => bytes(size, index));
    const fragmenter = new Fragmenter({ maxFragmentBytes: 121 });
    for (const message of messages) fragmenter.push(message);
    const packets: Uint8Array[] = [];
    for (let part = fragmenter.takeTogether(130); part !== undefined; part = fragmenter.takeTogether(130))
      packets.push(part);
    const pieces = packets.map((packet) => {
      const ends: boolean[] = [];
      for (let rest = packet; rest.length > 0; rest = rest.subarray(firstFragment(rest)?.length ?? rest.length))
        ends.push(readFragmentHeader(rest).end);
      return ends;
    });
    // 5 + 20 + 30 and 90 do not fit together; 400 is four fragments; what is part of a message stands alone.
    expect(pieces).toEqual([[true, true, true], [true], [true], [false], [false], [false], [true], [true, true]]);
    const joined = new Defragmenter();
    expect(packets.flatMap((packet) => joined.push(packet)).map(toHex)).toEqual(messages.map(toHex));
  });

  it('hands a large message on in pieces, also where fragments have no limit', () => {
    const message = new Uint8Array(3_000_000).fill(7);
    const fragmenter = new Fragmenter({ maxFragmentBytes: 0x7fff_ffff });
    fragmenter.push(message);
    const pieces: Uint8Array[] = [];
    for (let part = fragmenter.takeTogether(3072); part !== undefined; part = fragmenter.takeTogether(3072))
      pieces.push(part);
    expect(pieces.map(({ length }) => length)).toEqual([MAX_PIECE_BYTES, MAX_PIECE_BYTES, 902_911]);
    const joined = new Defragmenter();
    expect(Buffer.compare(pieces.flatMap((piece) => joined.push(piece))[0] ?? new Uint8Array(), message)).toBe(0);
  });

  it('refuses object id 0, a negative one, and a blob above 2 GiB', () => {
    const good = part(cut(bytes(50), 100), 0);
    for (const [offset, value] of [
      [7, 0],
      [0, 0x80],
      [17, 0x80],
    ] as const) {
      const bad = good.slice();
      bad[offset] = value;
      expect(() => new Defragmenter().push(bad)).toThrow(RemoteProtocolError);
    }
  });

  it('refuses two messages that interleave on one stream', () => {
    const ids = new ObjectIdSource();
    const a = cut(bytes(100), 60, ids);
    const b = cut(bytes(100, 2), 60, ids);
    const defragmenter = new Defragmenter();
    defragmenter.push(part(a, 0));
    defragmenter.push(part(b, 0)); // a start drops the half-built object, as PowerShell has it
    expect(() => defragmenter.push(part(a, 1))).toThrow(/not begun/);
  });

  it('refuses a fragment that is missing or comes twice', () => {
    const all = cut(bytes(200), 60);
    const missing = new Defragmenter();
    missing.push(part(all, 0));
    expect(() => missing.push(part(all, 2))).toThrow(/sequence/);
    const twice = new Defragmenter();
    twice.push(part(all, 0));
    twice.push(part(all, 1));
    expect(() => twice.push(part(all, 1))).toThrow(/sequence/);
    expect(() => new Defragmenter().push(part(all, 1))).toThrow(/not begun/);
  });

  it('skips the tail of a message whose head went to another client, until the next start', () => {
    const ids = new ObjectIdSource();
    const tail = cut(bytes(200), 60, ids).slice(2);
    const next = cut(bytes(80, 3), 60, ids);
    const defragmenter = new Defragmenter();
    defragmenter.skipOrphans();
    const all = [...tail, ...next].flatMap((fragment) => [...fragment]);
    const messages = all.flatMap((byte) => defragmenter.push(Uint8Array.of(byte)));
    expect(messages.map(toHex)).toEqual([toHex(bytes(80, 3))]);
    expect(() => defragmenter.push(part(tail, 0))).toThrow(RemoteProtocolError);
  });

  it('goes on with a half-received message after a reconnect of the same client', () => {
    const all = cut(bytes(300), 60);
    const defragmenter = new Defragmenter();
    for (const fragment of all.slice(0, 3)) defragmenter.push(fragment);
    defragmenter.skipOrphans();
    const messages = all.slice(3).flatMap((fragment) => defragmenter.push(fragment));
    expect(messages.map(toHex)).toEqual([toHex(bytes(300))]);
  });

  it('bounds one object, headers counted, before its blob has come', () => {
    const header = part(cut(bytes(100), 400), 0).slice(0, FRAGMENT_HEADER_BYTES + 1);
    expect(() => new Defragmenter({ maxObjectBytes: 120 }).push(header)).toThrow(QuotaError);
    expect(new Defragmenter({ maxObjectBytes: 121 }).push(part(cut(bytes(100), 400), 0)).length).toBe(1);
    const several = cut(bytes(100), 60);
    const limit = several.reduce((sum, fragment) => sum + fragment.length, 0);
    expect(new Defragmenter({ maxObjectBytes: limit }).push(Buffer.concat(several)).length).toBe(1);
    expect(() => new Defragmenter({ maxObjectBytes: limit - 1 }).push(Buffer.concat(several))).toThrow(QuotaError);
  });

  it('bounds the sum of all bytes', () => {
    const defragmenter = new Defragmenter({ maxTotalBytes: 200 });
    const message = part(cut(bytes(79), 400), 0);
    expect(defragmenter.push(message).length).toBe(1);
    expect(defragmenter.push(message).length).toBe(1);
    expect(() => defragmenter.push(message)).toThrow(QuotaError);
  });

  it('keeps what was complete before a fault', () => {
    const good = part(cut(bytes(50), 100), 0);
    const messages: Uint8Array[] = [];
    const wrong = Buffer.concat([good, new Uint8Array(30)]);
    expect(() => new Defragmenter().pushInto(wrong, messages)).toThrow(RemoteProtocolError);
    expect(messages.map(toHex)).toEqual([toHex(bytes(50))]);
  });

  it('gives a message of one fragment as a view, without a copy', () => {
    const packet = part(cut(bytes(50), 100), 0);
    const [message] = new Defragmenter().push(packet);
    expect(message?.buffer).toBe(packet.buffer);
  });

  it('takes any garbage with messages or a typed error, holding no more than it was given', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 80 }), { maxLength: 20 }), (slices) => {
        const defragmenter = new Defragmenter({ maxObjectBytes: 1000 });
        let given = 0;
        try {
          for (const slice of slices) {
            given += slice.length;
            defragmenter.push(slice);
            expect(defragmenter.heldBytes).toBeLessThanOrEqual(given);
          }
        } catch (error) {
          expect(error instanceof RemoteProtocolError || error instanceof QuotaError).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('Fragmenter and Defragmenter', () => {
  it('give back every message, whatever the sizes of fragments, packets and slices', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 4 }), { maxLength: 12 }),
        fc.integer({ min: 22, max: 200 }),
        fc.integer({ min: 22, max: 300 }),
        fc.integer({ min: 1, max: 64 }),
        (sizes, maxFragmentBytes, packetBytes, sliceBytes) => {
          const fragmenter = new Fragmenter({ maxFragmentBytes });
          const expected: string[] = [];
          for (const [index, parts] of sizes.entries()) {
            const pieces = parts.map((size, at) => bytes(size, index * 5 + at));
            fragmenter.push(...pieces);
            expected.push(toHex(Buffer.concat(pieces)));
          }
          const defragmenter = new Defragmenter();
          const got: string[] = [];
          for (let packet = fragmenter.take(packetBytes); packet !== undefined; packet = fragmenter.take(packetBytes)) {
            expect(packet.length).toBeLessThanOrEqual(packetBytes);
            for (let at = 0; at < packet.length; at += sliceBytes) {
              got.push(...defragmenter.push(packet.subarray(at, at + sliceBytes)).map(toHex));
            }
          }
          expect(got).toEqual(expected);
          expect(fragmenter.waitingBytes).toBe(0);
          expect(defragmenter.heldBytes).toBe(0);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('carry 64 MB in linear time', () => {
    const message = new Uint8Array(64 * 1024 * 1024).fill(7);
    const start = performance.now();
    const fragmenter = new Fragmenter();
    fragmenter.push(message);
    const defragmenter = new Defragmenter({ maxObjectBytes: Number.POSITIVE_INFINITY });
    let count = 0;
    for (let packet = fragmenter.take(32_768); packet !== undefined; packet = fragmenter.take(32_768)) {
      for (const got of defragmenter.push(packet)) count += got.length;
    }
    expect(count).toBe(message.length);
    expect(performance.now() - start).toBeLessThan(5_000);
  });

  it('number objects from 1, across fragmenters of one sender', () => {
    const objectIds = new ObjectIdSource();
    const [a, b] = [new Fragmenter({ objectIds }), new Fragmenter({ objectIds })];
    a.push(bytes(5));
    b.push(bytes(5));
    a.push(bytes(5));
    const ids = [a, b, a].map(
      (fragmenter) => readFragmentHeader(fragmenter.takeFragment() ?? new Uint8Array(0)).objectId,
    );
    expect(ids).toEqual([1n, 2n, 3n]);
  });

  it('refuse sizes without room for a byte', () => {
    expect(() => new Fragmenter({ maxFragmentBytes: 21 })).toThrow(/no room/);
    expect(() => new Fragmenter().take(21)).toThrow(/no room/);
    expect(() => new Fragmenter().push(new Uint8Array(0))).toThrow(/empty/);
  });
});
