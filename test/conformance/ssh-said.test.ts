/** What is said of sessions over SSH that end, in PowerShell's words. A script stands in for ssh, found by `$env:PATH`. */
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Lab, type LabClient } from './support/lab.js';

describe.skipIf(process.platform === 'win32')('sessions over SSH that end', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'pss-ssh-'));
  let lab: Lab;
  let me: LabClient;
  const ssh = (script: string): void => {
    writeFileSync(path.join(folder, 'ssh'), `#!/bin/sh\n${script}\n`);
    chmodSync(path.join(folder, 'ssh'), 0o755);
  };

  beforeAll(async () => {
    lab = new Lab();
    me = await lab.client();
    await me.values(`$env:PATH = "${folder}$([IO.Path]::PathSeparator)$env:PATH"; $env:SAID = 'no route'`);
  });
  afterAll(async () => {
    await lab[Symbol.asyncDispose]();
    rmSync(folder, { recursive: true, force: true });
  });

  it('ssh is looked for, and runs, with the environment of the script', async () => {
    ssh('echo "ssh: $SAID" >&2; exit 255');
    const { detailsMessage, exception, fullyQualifiedErrorId } = await me.error('New-PSSession -HostName zork');
    const text = 'The SSH client session has ended with error message: ssh: no route.';
    expect([detailsMessage, exception.message]).toEqual([`[zork] ${text}`, text]);
    expect(fullyQualifiedErrorId).toBe('PSSessionOpenFailed');
  });
  it('every command says why', async () => {
    ssh('exit 255');
    const text =
      'The SSH client session has ended with error message: The SSH transport process has abruptly terminated causing this remote session to break.';
    const invoked = await me.error('Invoke-Command -HostName zork { 1 }');
    expect([invoked.detailsMessage, invoked.fullyQualifiedErrorId]).toEqual([`[zork] ${text}`, 'PSSessionStateBroken']);
    const job = await me.error('Invoke-Command -HostName zork { 1 } -AsJob | Wait-Job | Receive-Job');
    expect([job.detailsMessage, job.fullyQualifiedErrorId, job.targetObject]).toEqual([
      `[zork] ${text}`,
      'PSSessionStateBroken',
      'zork',
    ]);
  });
});
