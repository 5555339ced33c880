/** Errors of text that does not parse. Measured with PowerShell 7.6.9. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { runAlone } from '../test-support/run-script.js';

it('names the file and the place when a script file ends too early', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'pssession-parse-'));
  const file = path.join(folder, 'short.ps1');
  writeFileSync(file, '"a"\nif (1) {\n');
  const output: unknown[] = [];
  try {
    const show = '"$($e.Exception.GetType().Name) $($e.FullyQualifiedErrorId) $($e.InvocationInfo.ScriptLineNumber)"';
    await runAlone(
      `foreach ($run in { . '${file}' }, { & '${file}' }) { try { & $run } catch { $e = $_; ${show}; $e.InvocationInfo.ScriptName } }`,
      { output: (value) => void output.push(value) },
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const each = ['ParseException MissingEndCurlyBrace 2', file];
  expect(output).toEqual([...each, ...each]);
});
