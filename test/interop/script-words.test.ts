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
  it('reads standard input by the console, by the host and as a stream, each where the one before ended', async () => {
    const file = path.join(folder, 'reading.ps1');
    await writeFile(
      file,
      `[Console]::ReadLine(); [Console]::In.ReadLine(); Read-Host
[Console]::In.Peek(); [char][Console]::Read(); [Console]::In.ReadLine()
[IO.StreamReader]::new([Console]::OpenStandardInput()).ReadToEnd() -replace '\n', '|'
$null -eq [Console]::In.ReadLine()`,
    );
    expect((await run(['-nop', '-File', file], 'one\ntwo\r\nhost\nABC\nrest\nlast')).out).toBe(
      'one\ntwo\nhost\nhost\n65\nA\nBC\nrest|last\nTrue\n',
    );
  });
  it('goes on behind a script that does not parse', async () => {
    await writeFile(path.join(folder, 'wrong.ps1'), '1 +\n');
    const file = path.join(folder, 'calling.ps1');
    await writeFile(
      file,
      `& "$PSScriptRoot/wrong.ps1"\n"after $?"\ntry { . "$PSScriptRoot/wrong.ps1" } catch { $_.FullyQualifiedErrorId }\n`,
    );
    expect((await run(['-nop', '-File', file], '')).out).toBe('after False\nExpectedValueExpression\n');
  });
});
