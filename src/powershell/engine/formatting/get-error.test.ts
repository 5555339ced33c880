import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { runEngine } from '../test-support/run-script.js';

it('Get-Error tells the file of a script and its folder', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'pssession-get-error-'));
  try {
    const file = path.join(folder, 'fails.ps1');
    writeFileSync(file, "try { throw 'x' } catch { }\n");
    const { output } = await runEngine(
      `& '${file}'; (Get-Error | Out-String -Width 400) -split '\\n' -match 'PSScriptRoot|PSCommandPath'`,
    );
    expect(output.map((line) => String(line).trim())).toEqual([
      `PSScriptRoot     : ${folder}`,
      `PSCommandPath    : ${file}`,
    ]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
