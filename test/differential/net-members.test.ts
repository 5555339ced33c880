/**
 * Members of .NET types, casts and overloads: the lines of net/*.txt through the real engine and ours, a sample from a
 * seed each time (NET_SAMPLE=all runs every line). What is known to differ stands in net/known-differences.txt.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { canonicalDocument } from '../programs/golden/compare.js';
import { runScript } from '../programs/golden/run.js';
import { peerAvailable, startPeer } from '../support/peer.js';
import { randomFrom } from './parser-mutations.js';

const FOLDER = path.join(path.dirname(fileURLToPath(import.meta.url)), 'net');
const SEED = Number(process.env['NET_SEED'] ?? 20261126);
const SAMPLE = process.env['NET_SAMPLE'] ?? '250';

const linesOf = (file: string): string[] =>
  readFileSync(path.join(FOLDER, file), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');
const known = new Set(linesOf('known-differences.txt'));
const snippets = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.txt') && file !== 'known-differences.txt')
  .sort()
  .flatMap(linesOf)
  .filter((line) => !known.has(line));

function sample(): readonly string[] {
  if (SAMPLE === 'all') return snippets;
  const random = randomFrom(SEED);
  return Array.from({ length: Number(SAMPLE) }, () => snippets[random(snippets.length)] ?? '');
}

/** Assemblies' names and reference numbers are no part of a value. */
const value = (xml: string): string =>
  canonicalDocument(xml)
    .replace(/, (?:System|Microsoft)[^[\]]*?, Version=[^[\]]*?PublicKeyToken=\w+/g, '')
    .replace(/ RefId="\d+"/g, '');
const list = (of: unknown): readonly Readonly<Record<string, unknown>>[] =>
  Array.isArray(of) ? (of as readonly Readonly<Record<string, unknown>>[]) : [];
const errorText = (error: Readonly<Record<string, unknown>>): string =>
  `${String(error['fqid'])}: ${String(error['message'])} (${String(error['reason'])})`;

describe.skipIf(!peerAvailable)('.NET members against System.Management.Automation', () => {
  it(`give the same values, types and errors: ${SAMPLE} of ${snippets.length} calls, seed ${SEED}`, {
    timeout: 240_000,
  }, async () => {
    process.env['TZ'] = 'UTC';
    await using peer = await startPeer('eval');
    const differences: string[] = [];
    for (const script of sample()) {
      const real = await peer.ask({ script, depth: 2, timeoutMs: 10_000 });
      const mine = await runScript(script, { depth: 2, timeoutMs: 10_000, text: false });
      const terminating = real['terminating'];
      const wantErrors = [...list(real['errors']), ...(terminating === null ? [] : list([terminating]))].map(errorText);
      const output: unknown = real['output'];
      const texts = Array.isArray(output)
        ? output.map((one: unknown) => value(typeof one === 'string' ? one : ''))
        : [];
      const want = { output: texts, errors: wantErrors };
      const got = {
        output: mine.output.map(value),
        errors: mine.errors.map(({ fqid, message, reason }) => errorText({ fqid, message, reason })),
      };
      if (JSON.stringify(want) !== JSON.stringify(got))
        differences.push(`${script}\n  want ${JSON.stringify(want)}\n  got  ${JSON.stringify(got)}`);
    }
    expect(differences).toEqual([]);
  });
});
