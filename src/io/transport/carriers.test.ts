import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { peerAvailable, peerCommand, startPipeServer } from '../../../test/support/peer.js';
import { startSshd, sshdAvailable } from '../../../test/support/sshd.js';
import {
  bytesOf,
  listenPipe,
  listProcessPipes,
  memoryCarriers,
  openPipe,
  openProcess,
  openSsh,
  parseProcessPipe,
  pipePath,
  sshCommand,
  type ByteCarrier,
} from './index.js';

const node = (script: string): readonly string[] => [process.execPath, '-e', script];
const text = async (carrier: ByteCarrier): Promise<string> => {
  let all = '';
  for await (const bytes of bytesOf(carrier)) all += Buffer.from(bytes).toString();
  return all;
};
const SESSION = '00000000-0000-0000-0000-000000000000';
/** An unknown pipeline's data: the real server acknowledges it, so one line shows that both directions work. */
const CLOSE = Buffer.from(`<Close PSGuid='${SESSION}' />\n`);
/** Ends with the first line that the peer sends. */
async function firstLine(carrier: ByteCarrier): Promise<string> {
  let all = '';
  for await (const bytes of bytesOf(carrier)) {
    all += Buffer.from(bytes).toString();
    if (all.includes('\n')) break;
  }
  return all;
}

describe('a process as a carrier', () => {
  it('carries bytes both ways and passes its arguments on without a shell', async () => {
    const argv = [...node('process.stdout.write(process.argv[1]); process.stdin.pipe(process.stdout)'), '$(id); "x"'];
    await using carrier = await openProcess({ argv });
    await carrier.write(Buffer.from('|hello'));
    const seen: string[] = [];
    await new Promise<void>((resolve) => {
      carrier.attach({
        data: (bytes) => {
          seen.push(Buffer.from(bytes).toString());
          if (seen.join('').endsWith('hello')) resolve();
        },
        closed: () => resolve(),
      });
    });
    expect(seen.join('')).toBe('$(id); "x"|hello');
    expect(carrier.processId).toBeGreaterThan(0);
  });
  it('tells why it ended, with its last words', async () => {
    await using carrier = await openProcess({ argv: node('console.error("no such thing"); process.exit(7)') });
    await expect(text(carrier)).rejects.toThrow(/exit code 7.*no such thing/);
  });
  it('ends at a line on stderr where that is fatal', async () => {
    const argv = node('console.error("bad"); setInterval(() => {}, 1000)');
    await using carrier = await openProcess({ argv, stderr: 'fatal', graceMs: 100 });
    await expect(text(carrier)).rejects.toMatchObject({ errorId: 'IPCServerProcessReportedError' });
  });
  it('is killed when it does not leave, within its grace', async () => {
    const argv = node('process.on("SIGTERM", () => {}); console.log(1); setInterval(() => {}, 1000)');
    const carrier = await openProcess({ argv, graceMs: 100 });
    await firstLine(carrier);
    await carrier.close();
    await expect.poll(() => isGone(carrier.processId ?? 0), { timeout: 3000 }).toBe(true);
    await expect(carrier.write(Buffer.from('x'))).rejects.toMatchObject({ code: 'EPIPE' });
  });
  it('says what cannot be started', async () => {
    await expect(openProcess({ argv: ['no-such-program-here'] })).rejects.toThrow(/not found in PATH/);
    await expect(openProcess({ argv: [] })).rejects.toMatchObject({ parameter: 'argv' });
  });
  it.skipIf(process.platform === 'win32')('ends with what the program said, not with its closed stdin', async () => {
    const argv = ['sh', '-c', 'exec 0<&-; echo ready; sleep 0.2; echo "no such host" >&2; exit 255'];
    await using carrier = await openProcess({ argv });
    const closed = new Promise((resolve) =>
      carrier.attach({
        data: () =>
          void carrier
            .write(Buffer.from('x'))
            .then(() => carrier.write(Buffer.from('y')))
            .catch(() => {}),
        closed: resolve,
      }),
    );
    expect(String(await closed)).toMatch(/ended with exit code 255\. It said: no such host/);
    await expect(carrier.write(Buffer.from('z'))).rejects.toMatchObject({ code: 'EXIT255' });
  });
  it('carries 1 GB in flat memory, and is slowed down by a slow reader', async () => {
    const total = 1_000_000_000;
    const argv = node(`const b = Buffer.alloc(1e5, 120); let n = 0;
      const go = () => { while (n < ${total}) { n += b.length; if (!process.stdout.write(b)) return; } process.stdout.end(); };
      process.stdout.on('drain', go); go();`);
    await using carrier = await openProcess({ argv });
    let received = 0;
    let peak = 0;
    const before = process.memoryUsage().rss;
    for await (const bytes of bytesOf(carrier)) {
      if (received === 0) await new Promise((resolve) => setTimeout(resolve, 200));
      received += bytes.length;
      if (received % 16_777_216 < bytes.length) peak = Math.max(peak, process.memoryUsage().rss - before);
      if (received === total) break;
    }
    expect(received).toBe(total);
    expect(peak).toBeLessThan(120_000_000);
  });
});

function isGone(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return false;
  } catch {
    return true;
  }
}

describe('pipes', () => {
  it('serves and connects, with a socket that is its owner’s alone', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'pssession-pipe-'));
    const name = path.join(folder, 'one');
    const serve = (): ReturnType<typeof listenPipe> =>
      listenPipe(name, (carrier) =>
        carrier.attach({ data: (bytes) => void carrier.write(bytes).catch(() => {}), closed: () => {} }),
      );
    const listener = await serve();
    expect(statSync(name).mode & 0o777).toBe(0o600);
    await expect(serve()).rejects.toMatchObject({ code: 'EADDRINUSE' });
    const carrier = await openPipe({ pipeName: name });
    await carrier.write(Buffer.from('there and back\n'));
    expect(await firstLine(carrier)).toBe('there and back\n');
    await listener.close();
    const late = openPipe({ pipeName: name }, 3000);
    await using again = await serve();
    await using second = await late;
    expect([again.path, second.address]).toEqual([name, name]);
    rmSync(folder, { recursive: true, force: true });
  });
  it('gives up at its limit and names it', async () => {
    await expect(openPipe({ pipeName: 'pssession-nobody' }, 250)).rejects.toMatchObject({
      name: 'OperationTimeoutError',
      limitMs: 250,
    });
  });
  it('knows the names of PowerShell', () => {
    expect(parseProcessPipe('PSHost.DD7BCACF.15069.None.my.program')).toMatchObject({
      processId: 15_069,
      processName: 'my.program',
    });
    expect(pipePath('x', 'win32')).toBe('\\\\.\\pipe\\x');
    expect(() => pipePath('x'.repeat(120), 'linux')).toThrow(/too long/);
    expect(() => pipePath('../x', 'linux')).toThrow(/slash/);
  });
  it('join two ends in memory', async () => {
    const [a, b] = memoryCarriers(16);
    const all = text(b);
    for (const word of ['one ', 'a longer second ', 'three']) await a.write(Buffer.from(word));
    await a.close();
    expect(await all).toBe('one a longer second three');
    await expect(b.write(Buffer.from('x'))).rejects.toMatchObject({ code: 'EPIPE' });
  });
});

describe('the command line of ssh', () => {
  it('is what -HostName makes of its forms', () => {
    const line = (target: Parameters<typeof sshCommand>[0]): string => sshCommand(target).argv.join(' ');
    expect(line({ hostName: 'server' })).toBe('ssh -s server powershell');
    expect(line({ hostName: 'me@server:2222', keyFilePath: '/k' })).toBe(
      'ssh -i /k -l me -p 2222 -s server powershell',
    );
    expect(line({ hostName: 'DOM\\me@server' })).toBe('ssh -l me@DOM -s server powershell');
    expect(line({ hostName: '[fe80::1%eth0]:22', subsystem: 'x' })).toBe('ssh -p 22 -s fe80::1%eth0 x');
    expect(line({ hostName: '::1' })).toBe('ssh -s ::1 powershell');
    expect(line({ hostName: 'a', options: { ProxyJump: 'gate' } })).toBe('ssh -o ProxyJump=gate -s a powershell');
    expect(sshCommand({ hostName: 'ssh://u@h:3/' })).toMatchObject({ address: 'u@h:3' });
  });
  it.each([
    [{ hostName: '-oProxyCommand=id' }],
    [{ hostName: 'me@-oProxyCommand=id' }],
    [{ hostName: 'h', userName: '-x' }],
    [{ hostName: 'h', userName: 'D\\-x' }],
    [{ hostName: 'h', userName: '-x\\u' }],
    [{ hostName: 'h', subsystem: '-x' }],
    [{ hostName: 'h', keyFilePath: '-x' }],
    [{ hostName: 'h:99999' }],
    [{ hostName: 'h x' }],
    [{ hostName: 'h', options: { 'Proxy Command': 'x' } }],
    [{ hostName: 'h', options: { User: 'a\nProxyCommand id' } }],
  ])('refuses %j', (target) => {
    expect(() => sshCommand(target)).toThrow(/cannot be used/);
  });
  it('gives what ssh said as the reason', async () => {
    await using carrier = await openSsh({ hostName: '127.0.0.1:1', options: { BatchMode: 'yes' } });
    await expect(text(carrier)).rejects.toThrow(
      /^The SSH client session has ended with error message: .*Connection refused/,
    );
  });
});

describe.skipIf(!peerAvailable)('the real engine behind each carrier', () => {
  it('answers over stdio', async () => {
    await using carrier = await openProcess({ argv: await peerCommand('-NoLogo', '-s') });
    await carrier.write(CLOSE);
    expect(await firstLine(carrier)).toMatch(/^<CloseAck /);
  });
  it('answers over its pipe, by name and by process id', async () => {
    const name = `pssession-carriers-${process.pid}`;
    for (const byProcess of [false, true]) {
      // A server of its own each: the engine serves one pipe client at a time, whatever pipe it comes by.
      await using server = await startPipeServer(name);
      expect((await listProcessPipes()).map((pipe) => pipe.processId)).toContain(server.pid);
      await using carrier = await openPipe(byProcess ? { processId: server.pid } : { pipeName: name });
      await carrier.write(CLOSE);
      expect(await firstLine(carrier)).toMatch(/^<CloseAck /);
    }
  });
  it.skipIf(!sshdAvailable)('answers as a subsystem of sshd', async () => {
    await using sshd = await startSshd(['/usr/bin/env', ...(await peerCommand('-NoLogo', '-s'))]);
    const { port, user, keyFilePath, options } = sshd;
    await using carrier = await openSsh({ hostName: '127.0.0.1', port, userName: user, keyFilePath, options });
    await carrier.write(CLOSE);
    expect(await firstLine(carrier)).toMatch(/^<CloseAck /);
  });
});
