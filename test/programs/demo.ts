/**
 * `npm run demo [-- --runspace "pwsh -NoLogo -NoProfile -s" | --real-engine]`: the main job, seen to work. With
 * `--real-engine` the sessions run on the PowerShell of the tests (test/peer), where it can be built. An endpoint in its own
 * process, three clients in theirs; each line that begins with `$` is what a user would type, what follows is its real
 * output. Ends with `N passed, N failed`; every expectation that did not hold is a failure.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { capture, MAIN, type Captured } from './interop/endpoint-process.js';

const LAST = 100;
const PAUSE_MS = 20;
/**
 * The job rests once, and in that rest its client is killed: what a client that dies has been given and has not confirmed
 * yet comes again to the next one, and what it took and had not printed is gone with it. In the rest it is neither.
 */
const RESTS_AFTER = 20;
const REST_MS = 1000;
const started = performance.now();
let passed = 0;
let failed = 0;

function expect(what: string, holds: boolean, found?: string): void {
  if (holds) passed += 1;
  else failed += 1;
  console.log(`   ${holds ? 'ok' : 'FAILED'}: ${what}${holds || found === undefined ? '' : `\n   found: ${found}`}`);
}
const say = (text: string): void => console.log(`\n# ${text}`);

async function realEngine(): Promise<string> {
  const { peerRunspaceCommand } = await import('./interop/real-engine.js');
  const { command, reason } = await peerRunspaceCommand();
  if (command !== undefined) return command;
  console.log(`skipped: the real engine cannot run here (${reason})`);
  console.log('0 passed, 0 failed');
  process.exit(0);
}
const runspaceAt = process.argv.indexOf('--runspace');
const runspace = process.argv.includes('--real-engine')
  ? await realEngine()
  : runspaceAt < 0
    ? undefined
    : process.argv[runspaceAt + 1];
const folder = await mkdtemp(path.join(tmpdir(), 'pssession-demo-'));
const running = new Set<ChildProcess>();
/** Agents are processes of their own; each client of the demo has one, known by its socket. */
const clients = ['1', '2', '3'].map((name) => ({ name, socket: path.join(folder, `client-${name}.sock`) }));

const environment = (client: number): NodeJS.ProcessEnv => ({
  ...process.env,
  DEMO_PASSWORD: 'correct horse',
  PSSESSION_AGENT_SOCKET: clients[client - 1]?.socket,
  XDG_STATE_HOME: folder,
  XDG_CONFIG_HOME: folder,
  NO_COLOR: '1',
});
const shellWord = (word: string): string =>
  /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;

/** Runs the program as a user would, and prints command and output. */
async function type(client: number, ...words: string[]): Promise<Captured> {
  console.log(`$ pssession ${words.map(shellWord).join(' ')}`);
  const result = await capture(process.execPath, [MAIN, ...words], { env: environment(client), limitMs: 30_000 });
  const text = result.stdout.trimEnd() + (result.stderr === '' ? '' : `\n${result.stderr.trimEnd()}`);
  if (text.trim() !== '') console.log(text.replace(/^\n/, ''));
  return result;
}

interface Row {
  readonly Name: string;
  readonly State: string;
  readonly Availability: string;
  readonly Id: number;
}
/** The same question for the program's own eyes. */
async function rows(client: number, ...words: string[]): Promise<readonly Row[]> {
  const result = await capture(process.execPath, [MAIN, ...words, '--output', 'json'], {
    env: environment(client),
    limitMs: 30_000,
  });
  return JSON.parse(result.stdout === '' ? '[]' : result.stdout) as readonly Row[];
}
/** Both at once: the table for whoever watches, the rows for the program. */
async function shown(client: number, ...words: string[]): Promise<readonly Row[]> {
  const [list] = await Promise.all([rows(client, ...words), type(client, ...words)]);
  return list;
}
const summary = (list: readonly Row[]): string =>
  list
    .map((row) => `${row.Name} ${row.State}/${row.Availability}`)
    .sort()
    .join(', ');
const numbers = (text: string): number[] =>
  text.split('\n').flatMap((line) => (/^\d+$/.test(line.trim()) ? [Number(line)] : []));
const sleep = async (ms: number): Promise<void> => await new Promise((resolve) => setTimeout(resolve, ms));

/** The process that holds a client's current session. */
async function agentPid(client: number): Promise<number> {
  return await new Promise((resolve, reject) => {
    const socket = connect(clients[client - 1]?.socket ?? '');
    let text = '';
    socket.once('error', reject);
    socket.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
      if (!text.includes('\n')) return;
      socket.destroy();
      resolve((JSON.parse(text.slice(0, text.indexOf('\n'))) as { pid: number }).pid);
    });
    socket.write(`${JSON.stringify({ type: 'hello', version: '1' })}\n`);
  });
}

async function main(): Promise<void> {
  say('An endpoint on this computer, in a process of its own, on a free port');
  const users = path.join(folder, 'users.json');
  await type(1, 'user', 'add', 'demo', '--users', users, '--password-env', 'DEMO_PASSWORD');
  const serve = ['serve', '--port', '0', '--users', users, ...(runspace === undefined ? [] : ['--runspace', runspace])];
  console.log(`$ pssession ${serve.map(shellWord).join(' ')} &`);
  const endpoint = spawn(process.execPath, [MAIN, ...serve, '--ready-json'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: environment(1),
  });
  running.add(endpoint);
  let log = '';
  endpoint.stderr.setEncoding('utf8').on('data', (text: string) => {
    log += text;
  });
  const { port, url } = await new Promise<{ port: number; url: string }>((resolve, reject) => {
    endpoint.once('exit', (code) => reject(new Error(`the endpoint ended with ${String(code)}: ${log}`)));
    createInterface({ input: endpoint.stdout }).once('line', (line) =>
      resolve(JSON.parse(line) as { port: number; url: string }),
    );
  });
  console.log(`  serves ${url}`);
  const target = ['-ComputerName', 'localhost', '-Port', String(port)];
  const account = ['-Credential', 'demo', '-Authentication', 'Basic', '--password-env', 'DEMO_PASSWORD'];

  say('Client 1 creates three sessions');
  await type(
    1,
    'New-PSSession',
    '-ComputerName',
    'localhost,localhost,localhost',
    '-Name',
    'build,backup,report',
    '-Port',
    String(port),
    ...account,
  );
  const own = await rows(1, 'Get-PSSession');
  expect(
    'three sessions, Opened and Available',
    summary(own) === 'backup Opened/Available, build Opened/Available, report Opened/Available',
    summary(own),
  );

  say(`Client 1 starts a job in one of them that goes on producing output, and is killed (SIGKILL) in the middle`);
  const script = `{ foreach ($n in 1..${LAST}) { $n; Start-Sleep -Milliseconds ${PAUSE_MS}; if ($n -eq ${RESTS_AFTER}) { Start-Sleep -Milliseconds ${REST_MS} } } }`;
  // The real engine's package has no Start-Sleep; any PowerShell has .NET's.
  const job =
    runspace === undefined
      ? script
      : script.replaceAll(/Start-Sleep -Milliseconds (\d+)/g, '[Threading.Thread]::Sleep($1)');
  console.log(`$ pssession Invoke-Command -Session build -ScriptBlock ${shellWord(job)}`);
  const invoke = spawn(process.execPath, [MAIN, 'Invoke-Command', '-Session', 'build', '-ScriptBlock', job], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: environment(1),
  });
  running.add(invoke);
  let seen = '';
  invoke.stdout.setEncoding('utf8').on('data', (text: string) => {
    seen += text;
  });
  let invokeError = '';
  invoke.stderr.setEncoding('utf8').on('data', (text: string) => {
    invokeError += text;
  });
  const deadline = performance.now() + 15_000;
  const ended = new Promise((resolve) => invoke.once('close', resolve));
  const pid = await agentPid(1);
  while (numbers(seen).length < RESTS_AFTER && performance.now() < deadline && invoke.exitCode === null) await sleep(5);
  await sleep(REST_MS / 2);
  process.kill(pid, 'SIGKILL');
  invoke.kill('SIGKILL');
  await ended;
  const before = numbers(seen);
  console.log(
    `  ${before.slice(0, 5).join(' ')} … ${before.slice(-3).join(' ')}   (killed after ${before.length} of ${LAST})`,
  );
  expect(
    'the client had received some of it, in order',
    before.length >= RESTS_AFTER && before.length < LAST && before.every((number, at) => number === at + 1),
    `${before.length} numbers; ${invokeError}`,
  );

  say('Client 2, another process, finds the sessions at the endpoint: nobody is connected to them any more');
  let found: readonly Row[] = [];
  for (let attempt = 0; attempt < 60; attempt += 1) {
    found = await rows(2, 'Get-PSSession', ...target, ...account);
    if (found.length === 3 && found.every(({ Availability }) => Availability === 'None')) break;
    await sleep(100);
  }
  await type(2, 'Get-PSSession', ...target, ...account);
  expect(
    'three sessions, Disconnected and None',
    summary(found) === 'backup Disconnected/None, build Disconnected/None, report Disconnected/None',
    summary(found),
  );

  say('Client 2 takes one up by a wildcard; for client 3 it is Busy now');
  await type(2, 'Connect-PSSession', ...target, '-Name', 'bui*', ...account);
  const third = await shown(3, 'Get-PSSession', ...target, ...account);
  expect(
    'the connected one is Busy for another client',
    summary(third) === 'backup Disconnected/None, build Disconnected/Busy, report Disconnected/None',
    summary(third),
  );

  say('Client 2 receives what the job produced meanwhile, and the rest as it comes');
  console.log('$ pssession Receive-PSSession -Name build');
  const received = await capture(process.execPath, [MAIN, 'Receive-PSSession', '-Name', 'build'], {
    env: environment(2),
    limitMs: 30_000,
  });
  const after = numbers(received.stdout);
  console.log(
    `  ${after.slice(0, 3).join(' ')} … ${after.slice(-3).join(' ')}   (${after.length} numbers)${received.stderr === '' ? '' : `\n${received.stderr.trimEnd()}`}`,
  );
  const all = [...before, ...after];
  expect(
    `together exactly 1 to ${LAST}: in order, nothing missing, nothing twice`,
    all.length === LAST && all.every((number, at) => number === at + 1),
    `1..${before.at(-1) ?? 0} and then ${after.slice(0, 5).join(' ')} … ${after.at(-1) ?? ''} (${after.length})`,
  );

  say('Client 2 leaves it; client 3 takes it up, with its own number for it');
  await type(2, 'Disconnect-PSSession', '-Name', 'build');
  await type(3, 'Connect-PSSession', ...target, '-Name', 'build', ...account);
  const taken = await rows(3, 'Get-PSSession');
  expect('client 3 holds it, Opened and Available', summary(taken) === 'build Opened/Available', summary(taken));
  const kept = await type(3, 'Invoke-Command', '-Session', 'build', '-ScriptBlock', '{ "the last number was $n" }');
  expect(
    'its variables are still there',
    kept.stdout.includes(`the last number was ${LAST}`),
    kept.stdout + kept.stderr,
  );

  say('Client 3 removes them all');
  await type(3, 'Connect-PSSession', ...target, '-Name', '*', ...account);
  await type(3, 'Remove-PSSession', '-Name', '*');
  const left = await shown(3, 'Get-PSSession', ...target, ...account);
  expect('the list is empty', left.length === 0, summary(left));
}

try {
  await main();
} catch (error) {
  failed += 1;
  console.log(`   FAILED: ${error instanceof Error ? error.message : String(error)}`);
} finally {
  for (const client of [1, 2, 3]) {
    try {
      process.kill(await agentPid(client), 'SIGTERM');
    } catch {
      // It is gone already.
    }
  }
  for (const child of running) child.kill('SIGTERM');
  await sleep(100);
  await rm(folder, { recursive: true, force: true }).catch(() => undefined);
}
console.log(`\n${((performance.now() - started) / 1000).toFixed(1)} s`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
