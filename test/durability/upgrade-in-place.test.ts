/** An upgrade in place removes the files that a host was started from, while its sessions go on. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { removeFolder, removeSessions } from '../support/endpoint-end.js';
import { bundleHostProgram } from '../support/host-program.js';
import { Endpoint } from '../../src/server/index.js';
import { directPost, eventually, SessionProbe } from '../../src/server/test-support/wsman-probe.js';

vi.setConfig({ testTimeout: 120_000 });

let folder: string;
let endpoint: Endpoint;
let program: Awaited<ReturnType<typeof bundleHostProgram>>;
beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'psu-'));
  program = await bundleHostProgram();
  endpoint = await Endpoint.start({
    listeners: [],
    users: { verify: () => Promise.resolve({ ok: false, reason: 'unknownUser' }) },
    durability: { stateFolder: folder, runtimeFolder: path.join(folder, 'run'), hostProgram: program.command },
  });
});
afterEach(async () => {
  await removeSessions(endpoint);
  await endpoint.close({ drainMs: 0 });
  rmSync(program.folder, { recursive: true, force: true });
  await removeFolder(folder);
});

interface Entry {
  readonly processId: number;
  readonly loaded?: boolean;
}
const hosts = (): readonly Entry[] =>
  readdirSync(path.join(folder, 'hosts'))
    .filter((name) => name.endsWith('.json'))
    .map((name) => JSON.parse(readFileSync(path.join(folder, 'hosts', name), 'utf8')) as Entry);
const open = (): Promise<SessionProbe> => new SessionProbe(directPost(endpoint.handle, { user: 'ada' })).open();
async function upgraded(): Promise<void> {
  await eventually('the host has loaded all of itself', () => hosts().every(({ loaded }) => loaded === true));
  rmSync(program.folder, { recursive: true });
  expect(existsSync(program.folder)).toBe(false);
}

describe('a host whose files are gone', () => {
  it('does what no session of it has asked for before', async () => {
    const session = await open();
    await upgraded();
    const said = async (script: string): Promise<string> => {
      const { output, errors, error } = await session.invoke(script);
      return [...output, ...errors.map((one) => one.exception.message), error?.exception.message]
        .map((one) => String(one ?? ''))
        .join('\n');
    };
    // Each of these is a part of the program that was not needed until now.
    const uses: Readonly<Record<string, RegExp>> = {
      '(Get-Help Get-Process).Synopsis': /process/i,
      'Get-Help about_PSSessions | Out-String': /session/i,
      'Start-Job { 6 * 7 } | Receive-Job -Wait': /^42/,
      '1..3 | ForEach-Object -Parallel { $_ * 2 } | Measure-Object -Sum | ForEach-Object Sum': /12/,
      "New-PSSession -ConnectionUri http://127.0.0.1:1/wsman -Authentication Basic -Credential ([pscredential]::new('a', (ConvertTo-SecureString b -AsPlainText -Force)))":
        /127\.0\.0\.1/,
      'Invoke-WebRequest http://127.0.0.1:1/ -TimeoutSec 5': /refused|connect/i,
      'New-PSSession -HostName 127.0.0.1 -Port 1 -UserName nobody -KeyFilePath /none': /./,
      "(TabExpansion2 'Get-Proc' 8).CompletionMatches[0].CompletionText": /^Get-Process/,
      'Get-Process -Id $PID | Format-Table Id | Out-String': /Id/,
      "[xml]'<a><b>1</b></a>' | Select-Xml //b | ForEach-Object { $_.Node.InnerText }": /^1/,
      "@{ a = [System.Text.StringBuilder]::new('x').Append('y').ToString() } | ConvertTo-Json -Compress":
        /\{"a":"xy"\}/,
      "[System.Collections.Immutable.ImmutableArray] | Out-Null; [System.Net.IPAddress]::Parse('::1').AddressFamily":
        /InterNetworkV6/,
      '(Get-Command).Count -gt 100': /true/i,
      'Get-PSSessionOption -ErrorAction SilentlyContinue; (New-PSSessionOption).IdleTimeout': /./,
    };
    for (const [script, expected] of Object.entries(uses)) {
      const text = await said(script);
      expect(text, script).toMatch(expected);
      expect(text, script).not.toMatch(/Cannot find (?:module|package)|ERR_MODULE_NOT_FOUND|ENOENT|own fault|\.mjs/);
    }
  });

  it('takes a further session, and is left, taken up and removed', async () => {
    const session = await open();
    await upgraded();
    const next = await open();
    expect(hosts()).toHaveLength(1);
    expect((await next.invoke('1 + 1')).output).toEqual([2]);
    await session.disconnect();
    await session.reconnect();
    expect((await session.invoke("'there'")).output).toEqual(['there']);
    await session.close();
    await next.close();
    expect(await endpoint.shells()).toEqual([]);
  });
});

/** What no session has loaded within its first half second. */
const LATE = ['Get-Help Get-Process', 'Get-PSSession -HostName 127.0.0.1 -Port 1'];

describe('a host that is started while the files are replaced', () => {
  /** As `npm install -g` does it: the old files go, and after a while the new ones are there. */
  const away = (): { readonly back: () => void } => {
    const aside = `${program.folder}-aside`;
    renameSync(program.folder, aside);
    return { back: () => renameSync(aside, program.folder) };
  };

  it('is started again until they are there, and its client waits no longer than that', async () => {
    const { back } = away();
    const opening = open();
    await new Promise((resolve) => setTimeout(resolve, 1500));
    back();
    const session = await opening;
    expect((await session.invoke('1 + 1')).output).toEqual([2]);
  });

  it('is given up for another one when they go before it can make the session', async () => {
    const opening = open();
    await eventually('its socket is there', () => hosts().length > 0);
    const { back } = away();
    await new Promise((resolve) => setTimeout(resolve, 1500));
    back();
    expect((await (await opening).invoke('1 + 1')).output).toEqual([2]);
  });

  it('is not there with a reason when they do not come back', async () => {
    rmSync(program.folder, { recursive: true });
    await expect(open()).rejects.toThrow(/process for the session did not start/);
  });

  it('says what it lacks when they go before it has loaded itself, and gets no further session', async () => {
    const session = new SessionProbe(directPost(endpoint.handle, { user: 'ada' }));
    await session.create();
    // Within the time that its own start has before the rest is loaded.
    const { back } = away();
    await session.opened();
    let said = '';
    for (const script of LATE) {
      const { errors, error } = await session.invoke(script);
      said += [...errors.map(({ exception }) => exception.message), error?.exception.message].join('\n');
    }
    expect(said).toMatch(/part of this program is not there any more: it was replaced/);
    expect(said).not.toMatch(/\.mjs|own fault/);
    // It goes on with what it has.
    expect((await session.invoke('6 * 7')).output).toEqual([42]);
    await new Promise((resolve) => setTimeout(resolve, 3000));
    back();
    expect(hosts().map(({ loaded }) => loaded)).toEqual([undefined]);
    const next = await open();
    expect(hosts()).toHaveLength(2);
    expect((await next.invoke('(Get-Help Get-Process).Synopsis')).errors).toEqual([]);
    expect((await session.invoke('6 * 7')).output).toEqual([42]);
  });
});
