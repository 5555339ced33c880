/** What a script file gets from the command line and from standard input. */
import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const MAIN = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../dist/cli/main.js');
let folder = '';

async function run(words: readonly string[], input: string): Promise<{ readonly out: string }> {
  const child = spawn(process.execPath, [MAIN, ...words]);
  let out = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  await new Promise<void>((resolve) => child.on('close', () => resolve()));
  return { out };
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'pssession-script-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe('the program with a script', () => {
  it('gives a file the words behind it, truths of its switches, and standard input where it takes some', async () => {
    const file = path.join(folder, 'taking.ps1');
    await writeFile(
      file,
      'param([string] $o, [switch] $S, [Parameter(ValueFromPipeline)] $In)\nprocess { "$o $S $In" }\n',
    );
    expect((await run(['-nop', '-File', file, '-o', 'x', '-S:False'], 'one\ntwo\n')).out).toBe(
      'x False one\nx False two\n',
    );
    expect((await run(['-nop', file.replaceAll('/', '\\'), '-S:true'], 'one\n')).out).toBe(' True one\n');
  });
});
