/** CLIXML encode and decode of the same document of 10,000 objects, in turn with the real serializer. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseGuid } from '../../../src/protocol/bytes/index.js';
import { decodeClixmlDocument, encodeClixmlDocument } from '../../../src/protocol/clixml/index.js';
import {
  PSDateTime,
  PSDouble,
  PSGuid,
  PSObject,
  PropertyBag,
  type PSValue,
} from '../../../src/protocol/objects/index.js';
import { peerAvailable, peerCommand } from '../../support/peer.js';
import { runProcess } from '../../support/processes.js';
import { median, type BenchRow, type BenchSection } from './table.js';

const OBJECTS = 10_000;
const ROUNDS = 7;

interface PeerFigures {
  readonly encodeMBps: number;
  readonly decodeMBps: number;
}

async function peerFigures(file: string): Promise<PeerFigures> {
  const argv = await peerCommand('clixml-bench', '--count', String(OBJECTS), '--rounds', String(ROUNDS), '--out', file);
  const result = await runProcess(argv, { timeoutMs: 120_000 });
  if (result.code !== 0) throw new Error(`the peer's benchmark failed: ${result.stderr}`);
  return JSON.parse(result.stdout.trim().split('\n').at(-1) ?? '') as PeerFigures;
}

/** The objects that the peer makes, for a machine without one. */
function ownObjects(): PSValue[] {
  const names = ['Id', 'Name', 'Path', 'WorkingSet', 'Cpu', 'StartTime', 'Responding', 'InstanceId'];
  const start = 638_396_640_000_000_000n;
  return Array.from({ length: OBJECTS }, (_, index) => {
    const values: PSValue[] = [
      index,
      `process-${index}`,
      `/usr/lib/some/folder/program-${index % 100} <&> "x"`,
      4096n * BigInt(index) * 1000n,
      new PSDouble(index * 0.125),
      new PSDateTime(start + BigInt(index) * 10_000_000n, 'Utc'),
      index % 2 === 0,
      new PSGuid(parseGuid(`${index.toString(16).padStart(8, '0')}-0001-0002-0304-05060708090a`)),
    ];
    return new PSObject({
      typeNames: ['System.Management.Automation.PSCustomObject', 'System.Object'],
      extended: PropertyBag.withShape(names, values),
    });
  });
}

function time(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

async function run(): Promise<readonly BenchRow[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'pssession-bench-'));
  try {
    const file = path.join(folder, 'document.clixml');
    const theirs = peerAvailable ? [await peerFigures(file)] : [];
    const bytes = peerAvailable ? new Uint8Array(await readFile(file)) : encodeClixmlDocument(ownObjects());
    const megabytes = bytes.length / 1e6;
    const document = decodeClixmlDocument(bytes);
    const encode: number[] = [];
    const decode: number[] = [];
    for (let round = 0; round < ROUNDS + 4; round += 1) {
      const encoded = time(() => encodeClixmlDocument(document));
      const decoded = time(() => decodeClixmlDocument(bytes));
      if (round < 4) continue; // the first rounds warm the compiler
      encode.push(encoded);
      decode.push(decoded);
    }
    // Before and after ours, so that a machine that slows down meanwhile slows both.
    if (peerAvailable) theirs.push(await peerFigures(file));
    const peer = (pick: (figures: PeerFigures) => number): { theirs?: number } =>
      theirs.length === 0 ? {} : { theirs: median(theirs.map(pick)) };
    const rate = (times: readonly number[]): number => megabytes / (median(times) / 1000);
    return [
      {
        name: 'CLIXML encode, 10,000 objects',
        unit: 'MB/s',
        ours: rate(encode),
        ...peer(({ encodeMBps }) => encodeMBps),
        better: 'more',
        goal: { of: 'ratio', value: 4 },
      },
      {
        name: 'CLIXML decode, 10,000 objects',
        unit: 'MB/s',
        ours: rate(decode),
        ...peer(({ decodeMBps }) => decodeMBps),
        better: 'more',
        goal: { of: 'ratio', value: 2.5 },
      },
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export const clixmlSection: BenchSection = { name: 'clixml', run };
