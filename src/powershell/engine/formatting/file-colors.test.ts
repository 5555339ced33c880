import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { runEngine } from '../test-support/run-script.js';

it('shows folders in the colour that the session has chosen', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'colours-'));
  try {
    const script = `$null = New-Item -ItemType Directory '${folder}/sub'; $PSStyle.OutputRendering = 'Ansi'; $PSStyle.FileInfo.Directory = "\`e[34m"; Get-ChildItem '${folder}' | Out-String`;
    expect((await runEngine(script)).output.join('')).toContain('\u001B[34msub\u001B[0m');
  } finally {
    rmSync(folder, { recursive: true });
  }
});
