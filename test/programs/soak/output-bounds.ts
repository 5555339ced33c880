/** One session with more output than anybody takes: Block holds it, Drop loses the oldest, a full disk is said. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Endpoint } from '../../../src/server/index.js';
import { directPost, SessionProbe } from '../../../src/server/test-support/wsman-probe.js';
import { pause } from './random.js';
import { residentMb } from './served-endpoint.js';
import { OrphanGuard } from './orphan-guard.js';

export interface Finding {
  readonly what: string;
  readonly holds: boolean;
}

const HOST_PROGRAM = [process.execPath, path.resolve('dist/server/hosting/host-main.js')];
const MIB = 1024 * 1024;

interface Rig extends AsyncDisposable {
  readonly endpoint: Endpoint;
  readonly folder: string;
  readonly host: () => number;
}

async function start(folder = mkdtempSync(path.join(tmpdir(), 'pso-'))): Promise<Rig> {
  const guard = OrphanGuard.over(folder, path.join(folder, 'hosts'));
  const endpoint = await Endpoint.start({
    listeners: [],
    users: { verify: () => Promise.resolve({ ok: false, reason: 'unknownUser' }) },
    durability: { stateFolder: folder, runtimeFolder: path.join(folder, 'r'), hostProgram: HOST_PROGRAM },
  });
  let pid = 0;
  return {
    endpoint,
    folder,
    host: () => pid || (pid = hostPid(folder)),
    async [Symbol.asyncDispose]() {
      await endpoint.close({ drainMs: 0 });
      await guard.done();
    },
  };
}

function hostPid(folder: string): number {
  try {
    const [line = ''] = execFileSync('ls', [path.join(folder, 'hosts')], { encoding: 'utf8' }).split('\n');
    const text = readFileSync(path.join(folder, 'hosts', line), 'utf8');
    return (JSON.parse(text) as { readonly processId: number }).processId;
  } catch {
    return 0;
  }
}

/** Lines of 1 KiB, numbered at their front. */
const script = (lines: number): string => `$pad = 'x' * 1000; foreach ($i in 1..${lines}) { "$i $pad" }`;

export async function outputBounds(short: boolean, note: (text: string) => void): Promise<readonly Finding[]> {
  return [await slowReader(short, note), await dropped(short, note), ...(await fullDisk(note))];
}

async function slowReader(short: boolean, note: (text: string) => void): Promise<Finding> {
  const lines = short ? 30_000 : 1_000_000;
  await using rig = await start();
  const session = await new SessionProbe(directPost(rig.endpoint.handle, { user: 'soak' })).open();
  const id = await session.start(script(lines));
  const channel = session.wsman.receive(session.ref, id);
  let next = 1;
  let wrong = '';
  let peakMb = 0;
  let peakDiskMb = 0;
  let envelopes = 0;
  const started = performance.now();
  while (channel.request !== undefined) {
    const { status, body } = await session.send(channel.request);
    for (const event of channel.receiveAnswer(status, body)) {
      if (event.type !== 'data') continue;
      for (const made of session.pool.receivePipelineData(id, event.data)) {
        if (made.type !== 'output') continue;
        const number = Number.parseInt(String(made.value), 10);
        if (number !== next && wrong === '') wrong = `line ${next} is ${number}`;
        next = number + 1;
      }
    }
    envelopes += 1;
    if (envelopes % 50 === 0) {
      peakMb = Math.max(peakMb, Math.round(residentMb(rig.host())));
      peakDiskMb = Math.max(peakDiskMb, diskMb(path.join(rig.folder, 'spool')));
      if (short) await pause(5);
    }
  }
  const seconds = (performance.now() - started) / 1000;
  await session.close();
  const mb = Math.round((lines * 1000) / MIB);
  note(`${mb} MiB in ${seconds.toFixed(0)} s; host at most ${peakMb} MiB, its files at most ${peakDiskMb} MiB`);
  return {
    what: `Block: ${mb} MiB through one session, in order, with the host at ${peakMb} MiB of memory and ${peakDiskMb} MiB of disk${wrong}`,
    holds: wrong === '' && next === lines + 1 && peakMb < 400 && peakDiskMb < 64,
  };
}

const diskMb = (folder: string): number =>
  Math.round(Number(execFileSync('du', ['-sk', folder], { encoding: 'utf8' }).split('\t')[0]) / 1024);

async function dropped(short: boolean, note: (text: string) => void): Promise<Finding> {
  const lines = short ? 20_000 : 100_000;
  await using rig = await start();
  const post = directPost(rig.endpoint.handle, { user: 'soak' });
  const session = await new SessionProbe(post).open({ bufferMode: 'Drop' });
  const id = await session.start(`Start-Sleep -Milliseconds 300; ${script(lines)}`);
  await session.disconnect();
  for (let attempt = 0; attempt < 6000; attempt += 1) {
    if ((await rig.endpoint.shells())[0]?.commands[0]?.state === 'Done') break;
    await pause(50);
  }
  const other = new SessionProbe(post, { poolId: session.poolId });
  await other.connect([id]);
  const { output, state } = await other.receive(id);
  await other.close();
  const numbers = output.map((line) => Number.parseInt(String(line), 10));
  const inOrder = numbers.every((number, index) => index === 0 || number === (numbers[index - 1] ?? 0) + 1);
  note(`${lines} lines, the last ${numbers.length} of them came`);
  return {
    what: `Drop: of ${lines} lines only the oldest are lost, ${lines - numbers.length} of them; the rest is whole and in order`,
    holds:
      inOrder && numbers.at(-1) === lines && numbers.length > 1000 && numbers.length < lines && state === 'Completed',
  };
}

/** A file system of 8 MiB. Only where this account may make one. */
async function fullDisk(note: (text: string) => void): Promise<readonly Finding[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'psf-'));
  const spool = path.join(folder, 'spool');
  mkdirSync(spool, { mode: 0o700 });
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=3m,mode=0700', 'tmpfs', spool], { stdio: 'ignore' });
  } catch {
    note('SKIPPED: a full disk; this account may not mount a small file system');
    rmSync(folder, { recursive: true, force: true });
    return [];
  }
  try {
    await using rig = await start(folder);
    const post = directPost(rig.endpoint.handle, { user: 'soak' });
    const session = await new SessionProbe(post).open();
    const id = await session.start(script(20_000));
    for (let attempt = 0; attempt < 600; attempt += 1) {
      if ((await rig.endpoint.shells())[0]?.brokenReason !== undefined) break;
      await pause(50);
    }
    const reason = (await rig.endpoint.shells())[0]?.brokenReason ?? '';
    const { output, state } = await session.receive(id);
    const numbers = output.map((line) => Number.parseInt(String(line), 10));
    await session.close();
    note(`${numbers.length} lines were kept; the reason: ${reason}`);
    return [
      {
        what: `A full disk ends the session with the reason, and the ${numbers.length} lines before it are received in order`,
        holds:
          /disk is full/.test(reason) &&
          state === 'Failed' &&
          numbers.length > 1000 &&
          numbers.every((number, index) => number === index + 1),
      },
    ];
  } finally {
    execFileSync('umount', ['-l', spool], { stdio: 'ignore' });
    rmSync(folder, { recursive: true, force: true });
  }
}
