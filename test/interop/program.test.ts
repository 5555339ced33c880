/** The program from outside, as a person or a script starts it. `npm test` builds it first. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fileURLToPath } from 'node:url';

const MAIN = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../dist/cli/main.js');
const built = existsSync(MAIN);
if (!built) console.warn('the program: SKIPPED, dist/ is not built (npm run build)');

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}
let folder: string;
const environment = (): NodeJS.ProcessEnv => ({
  PATH: process.env['PATH'],
  HOME: folder,
  XDG_CONFIG_HOME: path.join(folder, 'config'),
  XDG_STATE_HOME: path.join(folder, 'state'),
  XDG_RUNTIME_DIR: path.join(folder, 'run'),
  PSSESSION_TEST_PASSWORD: 'A good one 1',
});

async function run(words: readonly string[], input = '', shell?: string): Promise<Ended> {
  const child =
    shell === undefined
      ? spawn(process.execPath, [MAIN, ...words], { env: environment() })
      : spawn('bash', ['-c', shell], { env: environment() });
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, out, err };
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'pssession-program-'));
  await mkdir(path.join(folder, 'run'), { mode: 0o700 });
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true, maxRetries: 3 });
});

describe.skipIf(!built)('the program as a shell', () => {
  it.each([
    ['1 + 1', 0, '2\n'],
    ['exit 5', 5, ''],
    ['throw "no"', 1, ''],
    ['"a"; Write-Error b', 1, 'a\n'],
    ['Write-Error b; "a"', 0, 'a\n'],
    ['nosuchcommand', 1, ''],
    ['Write-Warning w', 0, 'WARNING: w\n'],
  ])('gives the exit code of pwsh for -Command %j', async (script, code, out) => {
    const ended = await run(['-NoProfile', '-Command', script]);
    expect({ code: ended.code, out: ended.out }).toEqual({ code, out });
  });

  it('writes errors to standard error in ConciseView, without colours where nobody sees them', async () => {
    const { err } = await run(['-nop', '-c', 'Write-Error "not so"']);
    expect(err).toBe('Write-Error: not so\n');
  });

  it.each([
    ['try { 1 / 0 } catch { $_ }', /^RuntimeException: /, /^$/],
    ['Get-Item nope; $Error[0]', /^Get-Item: Cannot find path/, /^Get-Item: Cannot find path/],
    ['$x = Write-Error a 2>&1; $x', /^$/, /^Write-Error: a/],
    ['/bin/sh -c "echo a >&2" 2>&1', /^a\n$/, /^$/],
    ['1 / 0', /^$/, /^RuntimeException: /],
  ])('writes to standard error what comes from the error stream, and nothing else: %j', async (script, out, err) => {
    const ended = await run(['-nop', '-c', script]);
    expect(ended.out).toMatch(out);
    expect(ended.err).toMatch(err);
  });

  it('names the command that ended a script file, not the file', async () => {
    const file = path.join(folder, 'ends.ps1');
    await writeFile(file, "Write-Error 'oops' -ErrorAction Stop\n");
    expect((await run(['-nop', '-File', file])).err).toMatch(/^Write-Error: /);
    await writeFile(file, '#requires -Version 99.0\n1\n');
    expect((await run(['-nop', '-File', file])).err).toMatch(
      /^ResourceUnavailable: The script 'ends.ps1' cannot be run/,
    );
  });

  it('shows no prompt where nobody is to be asked', async () => {
    const ended = await run(['-nop', '-NonInteractive', '-c', 'Read-Host prompt']);
    expect(ended.out).toBe('');
    expect(ended.err).toContain('NonInteractive mode');
  });

  it('runs a file with arguments, and gives the number of its exit', async () => {
    const file = path.join(folder, 'script.ps1');
    await writeFile(file, 'param($Name, [switch] $Loud)\n"$Name $Loud $($args.Count)"\nexit 3\n');
    expect(await run(['-NoProfile', file, '-Name', "it's", '-Loud'])).toMatchObject({ code: 3, out: "it's True 0\n" });
    const missing = await run(['-File', path.join(folder, 'none.ps1')]);
    expect(missing).toMatchObject({ code: 64 });
    expect(missing.err).toContain('not recognized as the name of a script file');
  });

  it('gives 1 for a file that its arguments do not fit, and for what ends the process', async () => {
    const file = path.join(folder, 'number.ps1');
    await writeFile(file, 'param([int] $n) "n=$n"; 1/0; "end"\n');
    expect(await run(['-nop', '-File', file, '-n', 'zz'])).toMatchObject({ code: 1, out: '' });
    expect(await run(['-nop', '-File', file, '-n', '5'])).toMatchObject({ code: 0, out: 'n=5\nend\n' });
    await writeFile(file, '"a"; [Environment]::Exit(7); "b"\n');
    expect(await run(['-nop', '-c', `& '${file}'; "c"`])).toMatchObject({ code: 7, out: 'a\n', err: '' });
  });

  it('runs what listens for PowerShell.Exiting when it ends', async () => {
    const script = '$null = Register-EngineEvent PowerShell.Exiting -Action { Write-Host bye }; "run"';
    expect(await run(['-nop', '-c', script])).toMatchObject({ code: 0, out: 'run\nbye\n' });
    expect(await run(['-nop', '-c', `${script}; exit 4`])).toMatchObject({ code: 4, out: 'run\nbye\n' });
  });

  it('runs a file by its first line, whatever its name', async () => {
    const bin = path.join(folder, 'bin');
    await mkdir(bin, { recursive: true });
    await writeFile(path.join(bin, 'pssession'), `#!/bin/sh\nexec "${process.execPath}" "${MAIN}" "$@"\n`, {
      mode: 0o755,
    });
    const file = path.join(folder, 'tool');
    await writeFile(file, '#!/usr/bin/env pssession\nparam($Name)\n"hello $Name $($args.Count)"; exit 4\n', {
      mode: 0o755,
    });
    expect(await run([], '', `PATH="${bin}:$PATH" "${file}" -Name you x y`)).toEqual({
      code: 4,
      out: 'hello you 2\n',
      err: '',
    });
    expect((await run(['-NoProfile', '-File', file, 'me'])).out).toBe('hello me 0\n');
  });
  it('gives and takes objects as CLIXML', async () => {
    const given = await run([
      '-NoProfile',
      '-OutputFormat',
      'XML',
      '-Command',
      "1; 'a'; Write-Host h; Write-Warning w",
    ]);
    expect(given.out).toMatch(
      /^#< CLIXML\r?\n<Objs [^>]*><I32 S="Output">1<\/I32><S S="Output">a<\/S><S S="Output">h<\/S><S S="Output">_x000A_<\/S><\/Objs>$/,
    );
    expect(given.err).toContain('<S S="warning">w</S>');
    const taken = await run(['-NoProfile', '-if', 'xml', '-c', '$input | % { "$($_.GetType().Name) $_" }'], given.out);
    expect(taken).toEqual({ code: 0, out: 'Int32 1\nString a\nString h\nString \n\n', err: '' });
    const failed = await run(['-NoProfile', '-of', 'xml', '-c', "throw 'x'"]);
    expect(failed.code).toBe(1);
    expect(failed.err).toMatch(/^#< CLIXML\r?\n<Objs .*<Obj S="Error"/);
    expect((await run(['-NoProfile', '-if', 'xml', '-c', '$input'], 'no xml')).code).toBe(64);
    expect((await run(['-NoProfile', '-of', 'none', '-c', '1'])).out).toBe('');
  });
  it('shows numbers and dates in the culture of the environment', async () => {
    const script = `"${process.execPath}" "${MAIN}" -NoProfile -c '1.5; [datetime]"2026-01-02" | Format-List Date; "$(1.5)"; $PSCulture'`;
    const shown = async (culture: string): Promise<string[]> =>
      (await run([], '', `${culture} ${script}`)).out.split('\n').filter((line) => line !== '');
    expect(await shown('LANG=de_DE.UTF-8')).toEqual(['1,5', 'Date : 02.01.2026 00:00:00', '1.5', 'de-DE']);
    expect(await shown('LC_ALL=C LANG=de_DE.UTF-8')).toEqual(['1.5', 'Date : 01/02/2026 00:00:00', '1.5']);
  });
  it('has the words behind -CommandWithArgs in $args', async () => {
    expect((await run(['-nop', '-CommandWithArgs', '"$($args.Count): $args"', 'a', '-b', 'c d'])).out).toBe(
      '3: a -b c d\n',
    );
    expect((await run(['-nop', '-cwa', '$args.Count'])).out).toBe('0\n');
  });

  it('leaves standard input and output to its programs', async () => {
    expect(await run(['-nop', '-c', 'printf abc; cat; "after"'], 'in\n')).toMatchObject({ out: 'abcin\nafter\n' });
    expect(await run(['-nop', '-c', 'sh -c "echo e >&2"; $Error.Count'])).toMatchObject({ out: '0\n', err: 'e\n' });
    // A script that comes on standard input is not read by its programs.
    expect((await run(['-nop', '-c', '-'], 'cat\n"next"\n')).out).toBe('next\n');
  });

  it('runs what comes on standard input, block by block', async () => {
    const script = 'if ($false) {\n  1\n}\nelse {\n  "other"\n}\n$x = 20\n$x + 1\n';
    expect(await run(['-nop'], script)).toMatchObject({ code: 0, out: 'other\n21\n' });
    expect(await run(['-nop', '-Command', '-'], 'exit 9\n"never"\n')).toMatchObject({ code: 9, out: '' });
  });

  it('takes what a profile sets of the line editor, and says what it cannot', async () => {
    const script = [
      "Set-PSReadLineOption -Colors @{ Command = 'Green'; String = '#010203' } -PredictionSource None",
      'Set-PSReadLineKeyHandler -Key UpArrow, F9 -Function historysearchbackward',
      'Set-PSReadLineKeyHandler -Chord Ctrl+b -BriefDescription Build -ScriptBlock { }',
      'Get-PSReadLineOption | ForEach-Object { $_.CommandColor, $_.StringColor, "$($_.PredictionSource)" }',
      "Get-PSReadLineKeyHandler UpArrow, F9, Ctrl+b | ForEach-Object { $_.Key, $_.Function -join ' ' }",
      'Remove-PSReadLineKeyHandler F9; @(Get-PSReadLineKeyHandler F9).Count',
      "try { Set-PSReadLineOption -Colors @{ Command = 'Red'; Nope = 'Red' } } catch { $_.FullyQualifiedErrorId }",
      '(Get-PSReadLineOption).CommandColor',
      'try { Set-PSReadLineKeyHandler F9 -Function Nope } catch { "$_" }',
      'Set-PSReadLineOption -EditMode Vi -ErrorVariable refused -ErrorAction SilentlyContinue; "$refused"',
    ];
    const ended = await run(['-NoProfile', '-Command', script.join('\n')]);
    expect(ended.out.trimEnd().split('\n')).toEqual([
      '"`e[92m"',
      '"`e[38;2;1;2;3m"',
      'None',
      'Ctrl+b Build',
      'UpArrow HistorySearchBackward',
      'F9 HistorySearchBackward',
      '0',
      'InvalidColorParameter,Microsoft.PowerShell.Commands.SetPSReadLineOption',
      '"`e[92m"',
      "Unable to find function 'Nope'. Get-PSReadLineKeyHandler -Bound -Unbound tells what there is.",
      'The edit mode Vi is not supported by this line editor. Its keys are those of Emacs and of Windows.',
    ]);
  });

  it('stands in the folder for temporary files where its own is gone', async () => {
    const gone = path.join(folder, 'gone');
    const command = `mkdir '${gone}' && cd '${gone}' && rmdir '${gone}' && TMPDIR='${folder}' ${process.execPath} '${MAIN}' -NoProfile -Command '"$PWD"; 1 + 1'`;
    const ended = await run([], '', command);
    expect({ code: ended.code, out: ended.out }).toEqual({ code: 0, out: `${folder}\n2\n` });
  });

  it('gives standard input to $input and to Read-Host of a command', async () => {
    expect(await run(['-nop', '-c', '$input | ForEach-Object { "<$_>" }'], 'a\nb\n')).toMatchObject({
      out: '<a>\n<b>\n',
    });
    expect((await run(['-nop', '-c', '$n = Read-Host; "hi $n"'], 'Ann\n')).out).toBe('Ann\nhi Ann\n');
    expect((await run(['-nop', '-c', '(Read-Host -AsSecureString p).Length'], 'pass\n')).out).toBe('p: \n4\n');
    const refused = await run(['-nop', '-NonInteractive', '-c', 'Read-Host'], 'Ann\n');
    expect(refused.code).toBe(1);
    expect(refused.err).toContain('NonInteractive');
  });

  it('enters sessions without a prompt: a file goes on here, lines of standard input go there', async () => {
    const bin = path.join(folder, 'bin');
    await mkdir(bin, { recursive: true });
    const ssh = path.join(bin, 'ssh');
    await writeFile(
      ssh,
      `#!/bin/sh\nexport WHERE=there\nexec '${process.execPath}' '${MAIN}' serve --stdio --in-process\n`,
      {
        mode: 0o755,
      },
    );
    const lines = [
      'Exit-PSSession; "nothing was entered: $?"',
      '$s = New-PSSession -HostName elsewhere',
      'Enter-PSSession $s; "entered: $?"',
      '"[$env:WHERE]"',
      'Exit-PSSession',
      '"[$env:WHERE] $($s.State)"',
    ];
    const file = path.join(folder, 'enters.ps1');
    await writeFile(file, lines.join('\n'));
    const start = `PATH='${bin}':"$PATH" '${process.execPath}' '${MAIN}' -NoProfile`;
    const here = await run([], '', `${start} -File '${file}'`);
    expect(here).toEqual({
      code: 0,
      out: 'nothing was entered: True\nentered: True\n[]\n[] Opened\n',
      err: '',
    });
    const there = await run([], '', `${start} -Command - < '${file}'`);
    expect(there).toEqual({
      code: 0,
      out: 'nothing was entered: True\nentered: True\n[there]\n[] Opened\n',
      err: '',
    });
  });

  it('starts a job as a process of its own in the current folder, also where somebody came over SSH', async () => {
    const secret = '$c = [pscredential]::new("a", (ConvertTo-SecureString -AsPlainText -Force pw))';
    const given = await run([
      '-nop',
      '-c',
      `${secret}; Start-Job { ($using:c).GetNetworkCredential().Password } | Receive-Job -Wait`,
    ]);
    expect(given).toMatchObject({ out: 'pw\n', err: '' });
    const words = '(Get-Process -Id $PID).Parent.Id -eq (Get-Process -Id $args[0]).Id; "$pwd"';
    const script = `cd /usr; Start-Job { ${words} } -ArgumentList $PID | Receive-Job -Wait`;
    const line = `SSH_CONNECTION='192.0.2.1 1 192.0.2.2 22' '${process.execPath}' '${MAIN}' -nop -c '${script}'`;
    expect(await run([], '', line)).toMatchObject({ code: 0, out: 'True\n/usr\n', err: '' });
  });

  it('serves nothing, and ends, where its accounts cannot be read', { timeout: 30_000 }, async () => {
    const users = path.join(folder, 'broken-users.json');
    await writeFile(users, 'no accounts', { mode: 0o600 });
    const words = ['serve', '--port', '0', '--users', users, '--state', path.join(folder, 'unserved')];
    const ended = await run(words);
    expect(ended.code).toBe(1);
    expect(ended.err).toMatch(/broken-users\.json: this is no valid JSON/);
  });

  it('runs the profile first, unless it is told not to', async () => {
    const config = path.join(folder, 'config', 'pssession');
    await mkdir(config, { recursive: true });
    await writeFile(path.join(config, 'profile.ps1'), 'function Get-Greeting { "hello from the profile" }\n');
    expect((await run(['-c', 'Get-Greeting; $PROFILE'])).out).toBe(
      `hello from the profile\n${path.join(config, 'profile.ps1')}\n`,
    );
    expect((await run(['-NoProfile', '-c', 'Get-Greeting'])).code).toBe(1);
    await rm(path.join(config, 'profile.ps1'));
  });

  it('ends quietly when its reader goes away', async () => {
    const ended = await run([], '', `set -o pipefail; '${process.execPath}' '${MAIN}' -nop -c '1..20000' | head -1`);
    expect(ended).toMatchObject({ out: '1\n', err: '' });
  });
  it.skipIf(process.platform !== 'linux')(
    'says that its output finds no room, and goes on without its errors',
    async () => {
      const full = await run([], '', `'${process.execPath}' '${MAIN}' -nop -c '1' > /dev/full`);
      expect(full).toMatchObject({
        code: 1,
        err: expect.stringMatching(/^pssession: The output cannot be written: ENOSPC.*\n$/),
      });
      const silent = await run([], '', `'${process.execPath}' '${MAIN}' -nop -c 'Write-Error e; 5' 2> /dev/full`);
      expect(silent).toMatchObject({ out: '5\n' });
    },
  );
});

describe.skipIf(!built)('one-shot commands', () => {
  let port = 0;
  let endpoint: ReturnType<typeof spawn> | undefined;
  const target = (): string[] => [
    'localhost',
    '--port',
    String(port),
    '--credential',
    'ann',
    '--authentication',
    'basic',
    '--password-env',
    'PSSESSION_TEST_PASSWORD',
  ];
  beforeAll(async () => {
    const added = await run(['user', 'add', 'ann', '--password-env', 'PSSESSION_TEST_PASSWORD']);
    expect(added.code).toBe(0);
    const child = spawn(process.execPath, [MAIN, 'serve', '--port', '0', '--ready-json', '--quiet'], {
      env: environment(),
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    endpoint = child;
    port = await new Promise<number>((resolve, reject) => {
      child.on('exit', () => reject(new Error('the endpoint ended')));
      child.stdout
        .setEncoding('utf8')
        .once('data', (text: string) => resolve((JSON.parse(text) as { port: number }).port));
    });
  });
  afterAll(() => {
    endpoint?.kill('SIGTERM');
  });

  it("share a current session through an agent that is the user's alone, and gone when it holds nothing", async () => {
    expect((await run(['new', ...target(), '--name', 'build', '--json'])).code).toBe(0);
    const socket = path.join(folder, 'run', 'pssession', 'agent.sock');
    expect((await stat(socket)).mode & 0o777).toBe(0o600);
    expect((await stat(path.dirname(socket))).mode & 0o777).toBe(0o700);
    expect((await run(['invoke', '--session', 'build', '{ $a = 1; 1..3 }'])).out).toBe('1\n2\n3\n');
    expect((await run(['invoke', '--session', 'build', '{ $a }'])).out).toBe('1\n');

    const table = (await run(['get'])).out;
    expect(table).toBe(
      '\n Id Name            ComputerName    State         ConfigurationName     Availability\n' +
        ' -- ----            ------------    -----         -----------------     ------------\n' +
        '  1 build           localhost       Opened        Microsoft.PowerShell     Available\n\n',
    );
    const [record] = JSON.parse((await run(['get', '--output', 'json'])).out) as Record<string, unknown>[];
    expect(record).toMatchObject({ Id: 1, Name: 'build', State: 'Opened', Availability: 'Available' });
    expect(JSON.parse((await run(['get', '-o', 'ndjson'])).out)).toEqual(record);
    const [names, values] = (await run(['get', '--output', 'csv'])).out.split('\n');
    expect(names?.split(',')).toContain('Availability');
    expect(values).toContain('build');
    expect((await run(['get', '--output', 'list'])).out).toMatch(/^Availability +: Available$/m);
    expect((await run(['get', '--output', 'clixml'])).out).toMatch(/^<Objs .*<S N="Name">build<\/S>/);

    expect((await run(['remove', '--name', 'build'])).code).toBe(0);
    expect((await run(['get', ...target(), '--json'])).out).toBe('[]\n');
    for (let waited = 0; existsSync(socket) && waited < 15_000; waited += 200)
      await new Promise((resolve) => setTimeout(resolve, 200));
    expect(existsSync(socket)).toBe(false);
  }, 60_000);

  it('stop at Ctrl+C, with 130, and leave nothing behind at the server', async () => {
    const child = spawn(process.execPath, [MAIN, 'invoke', ...target(), '{ "begun"; Start-Sleep 60 }'], {
      env: environment(),
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
    await new Promise((resolve) => child.stdout.once('data', resolve));
    child.kill('SIGINT');
    expect(await ended).toBe(130);
    expect((await run(['get', ...target(), '--json', '--no-agent'])).out).toBe('[]\n');
  });

  it('end at SIGTERM with 143, and leave nothing behind at the server either: one command, and a script', async () => {
    const session = `-Credential ([pscredential]::new('ann', (ConvertTo-SecureString -AsPlainText -Force $env:PSSESSION_TEST_PASSWORD)))`;
    const script = `$s = New-PSSession localhost -Port ${port} -Authentication Basic ${session}; Invoke-Command $s { "begun"; Start-Sleep 60 }`;
    for (const words of [
      ['invoke', ...target(), '{ "begun"; Start-Sleep 60 }'],
      ['-NoProfile', '-Command', script],
    ]) {
      const child = spawn(process.execPath, [MAIN, ...words], {
        env: environment(),
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
      await new Promise((resolve) => child.stdout.once('data', resolve));
      child.kill('SIGTERM');
      expect(await ended).toBe(143);
      expect((await run(['get', ...target(), '--json'])).out).toBe('[]\n');
    }
  }, 60_000);

  it('stop at Ctrl+C without a word while a server does not answer', { timeout: 120_000 }, async () => {
    const sockets: Socket[] = [];
    await using silent = createServer((socket) => void sockets.push(socket));
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const words = target().with(2, String((silent.address() as AddressInfo).port));
    for (const command of [['get'], ['enter'], ['receive', '--name', 'x'], ['watch', '--name', 'x']]) {
      const [verb = '', ...more] = command;
      const connected = new Promise((resolve) => silent.once('connection', resolve));
      const child = spawn(process.execPath, [MAIN, verb, ...words, ...more, '--no-agent'], {
        env: environment(),
        stdio: ['pipe', 'pipe', 'pipe'],
      });
      let said = '';
      for (const stream of [child.stdout, child.stderr])
        stream.on('data', (text: Buffer) => void (said += String(text)));
      const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
      await connected;
      child.kill('SIGINT');
      expect([verb, await ended, said]).toEqual([verb, 130, '']);
    }
    for (const socket of sockets) socket.destroy();
  });

  it('pass piped lines on to the command', async () => {
    expect((await run(['invoke', ...target(), '{ $input | ForEach-Object { "<$_>" } }'], 'a\nb\n')).out).toBe(
      '<a>\n<b>\n',
    );
  });

  it('say of a folder that is not there that it is not there, and begin where they are', async () => {
    const { code, out, err } = await run(['-NoProfile', '-WorkingDirectory', '/nosuch-folder', '-c', '"here"']);
    expect([code, out, err.includes("Cannot find path '/nosuch-folder'")]).toEqual([0, 'here\n', true]);
  });
  it('exit with 1 for a failure that is told, and 64 for a command line that is wrong', async () => {
    const failed = await run(['get', '--name', 'nosuch', '--no-agent']);
    expect(failed.code).toBe(1);
    expect(failed.err).toContain('RemoteRunspaceNotAvailableForSpecifiedName');
    expect(await run(['gett'])).toMatchObject({ code: 64, out: '' });
    const wrong = await run(['get', ...target().map((word) => (word === 'ann' ? 'bob' : word)), '--json']);
    expect(wrong.code).toBe(1);
    expect(wrong.err).toContain('AccessDenied');
  });

  it('have no colours where NO_COLOR is set or nobody sees them', async () => {
    const { err } = await run(['get', '--name', 'nosuch', '--no-agent']);
    expect(err).not.toContain('\u001b');
    expect((await run(['get', '--name', 'nosuch', '--no-agent', '--color=always'])).err).toContain('\u001b[31;1m');
  });
});

describe.skipIf(!built)('completion scripts', () => {
  it('complete verbs, options and values in bash', async () => {
    const script = `
      source <('${process.execPath}' '${MAIN}' completion bash)
      try() { COMP_WORDS=("$@"); COMP_CWORD=$(( $# - 1 )); _pssession; echo "\${COMPREPLY[@]}"; }
      try pssession disc
      try pssession get --sta
      try pssession get --state dis
      try pssession get --output = nd
      try pssession Get-PSSession -State Op
      try pssession Get-PSSession -Comp
      try pssession completion z
    `;
    expect((await run([], '', script)).out.split('\n')).toEqual([
      'disconnect',
      '--state',
      'Disconnected',
      'ndjson',
      'Opened',
      '-ComputerName',
      'zsh',
      '',
    ]);
  });

  it.skipIf(spawnSync('fish', ['--version']).status !== 0)('complete the same in fish', async () => {
    const script = `'${process.execPath}' '${MAIN}' completion fish > '${folder}/p.fish'
      fish --no-config -c "source '${folder}/p.fish'; complete -C 'pssession get --sta'; complete -C 'pssession get --state op'; complete -C 'pssession Get-PSSession -Stat'"`;
    const words = (await run([], '', script)).out.split('\n').map((line) => line.split('\t')[0]);
    expect(words).toEqual(['--state', 'Opened', '-State', '']);
  });

  it.skipIf(spawnSync('zsh', ['--version']).status !== 0)('is a script that zsh can read', async () => {
    const script = `'${process.execPath}' '${MAIN}' completion zsh > '${folder}/_pssession' && zsh -n '${folder}/_pssession' && echo fine`;
    expect((await run([], '', script)).out).toBe('fine\n');
  });
});
