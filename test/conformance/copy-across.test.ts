/** Copy-Item with -ToSession and -FromSession. */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Lab, type LabClient } from './support/lab.js';

describe('Copy-Item between computers', () => {
  let lab: Lab;
  let me: LabClient;
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'copy-across-'));
    mkdirSync(path.join(folder, 'src', 'sub'), { recursive: true });
    writeFileSync(path.join(folder, 'src', 'a.txt'), 'a');
    writeFileSync(path.join(folder, 'src', 'sub', 'b.log'), 'b');
    lab = new Lab();
    await lab.add(['Server01']);
    me = await lab.client();
    await me.values(`$f = '${folder}'; $s = New-PSSession -ComputerName Server01`);
  });
  afterAll(async () => {
    await lab[Symbol.asyncDispose]();
    rmSync(folder, { recursive: true, force: true });
  });
  const there = (name: string): string[] =>
    readdirSync(path.join(folder, name), { recursive: true }).map(String).sort();

  it('asks for names of what is in a folder, not of the folder that was named', async () => {
    expect(
      await me.texts('Copy-Item $f/src -ToSession $s -Destination $f/filtered -Recurse -Filter *.txt; "done"'),
    ).toEqual(['done']);
    expect(there('filtered')).toEqual(['a.txt', 'sub']);
    await me.values('Copy-Item $f/src -ToSession $s -Destination $f/rest -Recurse -Exclude *.log');
    expect(there('rest')).toEqual(['a.txt', 'sub']);
  });

  it('says which path here could not be written', async () => {
    const refused = await me.error('Copy-Item $f/src/a.txt -FromSession $s -Destination $f/no/such/a.txt');
    expect([refused.fullyQualifiedErrorId, refused.exception.message]).toEqual([
      'CopyItemRemotelyIOError,Microsoft.PowerShell.Commands.CopyItemCommand',
      `Could not find a part of the path '${folder}/no/such/a.txt'.`,
    ]);
  });

  it('takes one session', async () => {
    const refused = await me.error('Copy-Item $f/src/a.txt -ToSession $s, $s -Destination $f');
    expect(refused.fullyQualifiedErrorId).toBe('CannotConvertArgument,Microsoft.PowerShell.Commands.CopyItemCommand');
  });
});
