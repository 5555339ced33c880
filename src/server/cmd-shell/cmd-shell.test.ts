/** WinRS shells over the endpoint, with real programs; PowerShell lines with a scripted engine. protocol.md 9.4 */
import { randomBytes } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { systemClock, systemRandom } from '../../io/runtime/index.js';
import { createSocketlessEndpoint, type TestEndpoint } from '../../testing/index.js';
import { SignalCode, WsmanClient, ResourceUri, type ShellRef } from '../../protocol/wsman/index.js';
import { EmbeddedRunspaceHost } from '../hosts/embedded-host.js';
import { ScriptedRunspace } from '../test-support/scripted-engine.js';
import { directPost, eventually, operate, type Post } from '../test-support/wsman-probe.js';
import { guidFromRandom, type Guid } from '../../protocol/bytes/index.js';

const open: AsyncDisposable[] = [];
afterEach(async () => {
  for (const each of open.splice(0)) await each[Symbol.asyncDispose]();
});

async function server(options: Parameters<typeof createSocketlessEndpoint>[0] = {}): Promise<TestEndpoint> {
  const endpoint = await createSocketlessEndpoint({
    createHost: () =>
      Promise.resolve(
        new EmbeddedRunspaceHost({
          random: systemRandom,
          clock: systemClock,
          createRunspace: () => Promise.resolve(new ScriptedRunspace()),
        }),
      ),
    ...options,
  });
  open.push(endpoint);
  return endpoint;
}

interface Result {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number | undefined;
}

class CmdProbe {
  readonly #post: Post;
  readonly #wsman = new WsmanClient({
    connectionUri: 'http://testhost:5985/wsman',
    random: (count) => new Uint8Array(randomBytes(count)),
    resourceUri: ResourceUri.cmd,
  });
  ref: ShellRef = { shellId: '' };

  constructor(endpoint: TestEndpoint) {
    this.#post = directPost(endpoint.endpoint.handle, { user: 'tester' });
  }

  async open(
    shell: { environment?: ReadonlyMap<string, string>; workingDirectory?: string; codePage?: number } = {},
  ): Promise<this> {
    const created = await operate(this.#post, this.#wsman.createShell({ resourceUri: ResourceUri.cmd, ...shell }));
    this.ref = { shellId: created.shellId, resourceUri: ResourceUri.cmd };
    return this;
  }

  async start(commandText: string, args: readonly string[] = [], skipCmdShell = false): Promise<Guid> {
    const commandId = guidFromRandom(randomBytes(16));
    const command = { commandId, commandText, arguments: args, skipCmdShell };
    await operate(this.#post, this.#wsman.startCommand(this.ref, command));
    return commandId;
  }

  async send(commandId: Guid, text: string, end: boolean): Promise<void> {
    await operate(this.#post, this.#wsman.send(this.ref, { commandId, data: new TextEncoder().encode(text), end }));
  }

  async signal(commandId: Guid, code: string): Promise<void> {
    await operate(this.#post, this.#wsman.signal(this.ref, commandId, code));
  }

  async receive(commandId: Guid): Promise<Result> {
    const channel = this.#wsman.receive(this.ref, commandId, ['stdout', 'stderr']);
    const text: Record<string, string> = { stdout: '', stderr: '' };
    let exitCode: number | undefined;
    while (channel.request !== undefined) {
      const { status, body } = await this.#post(channel.request);
      for (const event of channel.receiveAnswer(status, body)) {
        if (event.type === 'data') text[event.stream] += Buffer.from(event.data).toString('utf8');
        if (event.type === 'done') ({ exitCode } = event);
      }
    }
    return { stdout: text['stdout'] ?? '', stderr: text['stderr'] ?? '', exitCode };
  }

  async run(command: string, ...args: readonly string[]): Promise<Result> {
    const id = await this.start(command, args);
    const result = await this.receive(id);
    await this.signal(id, SignalCode.terminate);
    return result;
  }
}

describe.skipIf(process.platform === 'win32')('a cmd shell', () => {
  it('runs commands through the platform’s shell, with both streams and the exit code', async () => {
    const shell = await new CmdProbe(await server()).open();
    expect(await shell.run('echo', 'one', '&&', 'echo two >&2; exit 3')).toEqual({
      stdout: 'one\n',
      stderr: 'two\n',
      exitCode: 3,
    });
    expect(await shell.run('"echo "quoted"  twice"')).toMatchObject({ stdout: 'quoted twice\n', exitCode: 0 });
    const missing = await shell.run('no-such-program');
    expect(missing.exitCode).toBe(127);
    expect(missing.stderr).toMatch(/not found/);
  });

  it('gives environment and working directory to its programs, and nothing of the endpoint’s secrets', async () => {
    process.env['PSSESSION_TEST_SECRET'] = 'x';
    const environment = new Map([['COLOUR', 'light blue']]);
    const shell = await new CmdProbe(await server()).open({ environment, workingDirectory: '/' });
    expect((await shell.run('echo "$COLOUR"; pwd; echo "[$PSSESSION_TEST_SECRET]"')).stdout).toBe(
      'light blue\n/\n[]\n',
    );
    delete process.env['PSSESSION_TEST_SECRET'];
  });

  it('starts a program itself when asked to, and says that it is not there', async () => {
    const shell = await new CmdProbe(await server()).open();
    const id = await shell.start('/bin/echo', ['$HOME', '"a  b"'], true);
    expect(await shell.receive(id)).toMatchObject({ stdout: '$HOME a  b\n', exitCode: 0 });
    await expect(shell.start('/no/such', [], true)).rejects.toMatchObject({ code: 2_147_942_402 });
  });

  it('feeds standard input in order, and its end', async () => {
    const shell = await new CmdProbe(await server()).open();
    const id = await shell.start('cat; echo done');
    for (let part = 0; part < 20; part += 1) await shell.send(id, `${part}\n`, false);
    await shell.send(id, 'last\n', true);
    const lines = (await shell.receive(id)).stdout.split('\n');
    expect(lines).toEqual([...Array.from({ length: 20 }, (_, part) => String(part)), 'last', 'done', '']);
  });

  it('interrupts with Windows’ exit code, and kills what a command started', async () => {
    const shell = await new CmdProbe(await server()).open();
    const id = await shell.start('sh -c "sleep 300" & echo $!; wait');
    const waiting = shell.receive(id);
    await new Promise((resolve) => setTimeout(resolve, 300));
    await shell.signal(id, SignalCode.ctrlC);
    const { stdout, exitCode } = await waiting;
    expect((exitCode ?? 0) >>> 0).toBe(0xc000_013a);
    const other = await shell.start('sleep 300');
    await shell.signal(other, SignalCode.terminate);
    await shell.signal(id, SignalCode.terminate);
    await eventually('what it started is gone', () => {
      try {
        process.kill(Number(stdout), 0);
        return false;
      } catch {
        return true;
      }
    });
  });

  it('carries megabytes without losing a byte', async () => {
    const shell = await new CmdProbe(await server({ service: { outputBufferBytes: 100_000 } })).open();
    const { stdout } = await shell.run('seq 1 200000');
    expect(stdout.split('\n')).toHaveLength(200_001);
    expect(stdout.endsWith('\n200000\n')).toBe(true);
  });

  it('refuses a code page that nobody has, and shells where they are not allowed', async () => {
    await expect(new CmdProbe(await server()).open({ codePage: 12_345 })).rejects.toMatchObject({
      code: 2_150_859_072,
    });
    const closed = await server({ cmdShell: { enabled: false, allowedUsers: [], allowedGroups: [] } });
    await expect(new CmdProbe(closed).open()).rejects.toMatchObject({ name: 'WsmanFaultError' });
    const others = await server({ cmdShell: { enabled: true, allowedUsers: ['bob'], allowedGroups: [] } });
    await expect(new CmdProbe(others).open()).rejects.toMatchObject({ code: 2_150_859_180 });
  });
});

describe('a powershell line', () => {
  const encoded = (script: string): string =>
    `powershell -EncodedCommand ${Buffer.from(script, 'utf16le').toString('base64')}`;

  it('runs in a session of the default configuration', async () => {
    const shell = await new CmdProbe(await server()).open();
    expect(await shell.run(encoded('emit 3'))).toEqual({ stdout: '1\n2\n3\n', stderr: '', exitCode: 0 });
  });

  it('shows a terminating error on stderr, as CLIXML behind -EncodedCommand, and exits with 1', async () => {
    const shell = await new CmdProbe(await server()).open();
    const failed = await shell.run(encoded('fail boom'));
    expect(failed.exitCode).toBe(1);
    expect(failed.stderr).toMatch(/^#< CLIXML\r\n<Objs .*<S S="Error">boom_x000D__x000A_<\/S><\/Objs>$/);
    expect(await shell.run('powershell -Command "fail boom"')).toMatchObject({ stderr: 'boom\n', exitCode: 1 });
  });

  it('takes its script from standard input, as Ansible sends it', async () => {
    const shell = await new CmdProbe(await server()).open();
    const id = await shell.start('PowerShell -NoProfile -NonInteractive -ExecutionPolicy Unrestricted -');
    await shell.send(id, 'emit', false);
    await shell.send(id, ' 2', true);
    expect(await shell.receive(id)).toMatchObject({ stdout: '1\n2\n', exitCode: 0 });
  });

  it('ends with its session when the client signals', async () => {
    const shell = await new CmdProbe(await server()).open();
    const id = await shell.start(encoded('wait'));
    const waiting = shell.receive(id);
    await new Promise((resolve) => setTimeout(resolve, 100));
    await shell.signal(id, SignalCode.ctrlC);
    expect(((await waiting).exitCode ?? 0) >>> 0).toBe(0xc000_013a);
  });

  it('is refused for whom the default configuration is not', async () => {
    const { sessionConfiguration } = await import('../configuration/session-configuration.js');
    const configurations = [sessionConfiguration({ name: 'Microsoft.PowerShell', allowedUsers: ['root'] })];
    const shell = await new CmdProbe(await server({ configurations })).open();
    expect(await shell.run('powershell -c 1')).toMatchObject({
      exitCode: 1,
      stderr: expect.stringMatching(/not for this account/),
    });
  });
});
