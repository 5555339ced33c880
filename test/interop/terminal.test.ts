/** The prompt under a pseudo-terminal, with programs of the operating system in its lines. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { removeFolder } from '../support/endpoint-end.js';
import { hasScript, openTerminal, type PseudoTerminal } from '../support/pseudo-terminal.js';

vi.setConfig({ testTimeout: 60_000 });

const NODE = process.execPath;
/** Tells which of its streams are the terminal. */
const TELL = `& '${NODE}' -e 'console.log("tty", process.stdin.isTTY === true, process.stdout.isTTY === true, process.stderr.isTTY === true)'`;
let folder: string;
const terminals: PseudoTerminal[] = [];

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'pst-'));
});
afterEach(async () => {
  for (const terminal of terminals.splice(0)) terminal.process.kill('SIGKILL');
  await removeFolder(folder);
});
function open(words: string, environment: NodeJS.ProcessEnv = {}): PseudoTerminal {
  const terminal = openTerminal(words, {
    HOME: folder,
    XDG_STATE_HOME: folder,
    XDG_CONFIG_HOME: folder,
    ...environment,
  });
  terminals.push(terminal);
  return terminal;
}
async function prompt(): Promise<PseudoTerminal> {
  const screen = open('-NoProfile -NoLogo');
  await screen.shows('PS ');
  // The first line is slow: what it needs is loaded.
  screen.type('"rea" + "dy"\r');
  await screen.shows('ready');
  return screen;
}

describe.runIf(hasScript)('programs in a line of the prompt', () => {
  it.each([
    ['alone', TELL, 'tty true true true'],
    ['after a command, so that a pager can page', `1..3 | ${TELL}`, 'tty false true true'],
    ['before a command', `${TELL} | ForEach-Object { $_ }`, 'tty true false true'],
    ['as a value, so that it can ask', `$x = ${TELL}; $x`, 'tty true false true'],
    ['with its errors taken', `${TELL} 2>&1`, 'tty true true false'],
    ['in a function', `function tell { ${TELL} }; tell`, 'tty true true true'],
    ['while a transcript is written', `$null = Start-Transcript; ${TELL}`, 'tty true false false'],
  ])('have the streams that nobody takes: %s', async (_name, line, shown) => {
    const screen = await prompt();
    screen.type(`${line}; "do" + "ne"\r`);
    expect(await screen.shows('done')).toContain(shown);
  });

  it('end with their line at Ctrl+C, also in a loop', async () => {
    const screen = await prompt();
    screen.type('while ($true) { sh -c "echo beg""""un; exec sleep 30"; "ag" + "ain" }\r');
    await screen.shows('begun');
    screen.type('\u0003');
    await screen.shows('PS ');
    screen.type('"af" + "ter"\r');
    expect(await screen.shows('after')).not.toContain('again');
  });

  it('that hear Ctrl+C themselves go on until they end', async () => {
    const screen = await prompt();
    screen.type(`sh -c 'trap "echo he""ard" INT; echo be""gun; sleep 3; echo go""ing; exit 3'; "ag" + "ain"\r`);
    await screen.shows('begun');
    screen.type('\u0003');
    await screen.shows('heard');
    await screen.shows('going');
    await screen.shows('PS ');
    screen.type('"code $LASTEXITCODE"\r');
    expect(await screen.shows('code 3')).not.toContain('again');
  });

  it('stop with the command that feeds them', async () => {
    const screen = await prompt();
    screen.type('1..300 | ForEach-Object { "t$_" + "t"; Start-Sleep 1 } | cat\r');
    await screen.shows('t1t');
    screen.type('\u0003');
    await screen.shows('PS ');
  });

  it('have the terminal in a script too', async () => {
    const screen = open(
      `-NoProfile -Command "& '${NODE}' -e 'console.log(process.stdin.isTTY, process.stdout.isTTY)'"`,
    );
    await screen.shows('true true');
    await screen.ended;
  });
});

describe.runIf(hasScript)('Ctrl+C', () => {
  it('at a question ends the line without an error', async () => {
    const screen = await prompt();
    for (const question of ['Read-Host name', 'Read-Host -AsSecureString name', 'Get-Credential']) {
      screen.type(`${question}; "ag" + "ain"\r`);
      await screen.shows(/: \r*$/);
      screen.type('\u0003');
      const shown = await screen.shows('PS ');
      expect(shown).not.toMatch(/again|nobody to ask/);
    }
  });
});

describe.runIf(hasScript)('events at the prompt', () => {
  it('runs what listens for PowerShell.OnIdle while nobody types, and shows what it writes above the line', async () => {
    const screen = await prompt();
    screen.type(
      '$null = Register-EngineEvent PowerShell.OnIdle -MaxTriggerCount 1 -Action { Write-Host ("id" + "led") }\r',
    );
    await screen.shows('idled');
    screen.type('"af" + "ter"\r');
    await screen.shows('after');
  });
});

describe.runIf(hasScript)('a terminal that shows text only', () => {
  it('is given no escape sequences, and reads lines by itself', async () => {
    const screen = open('-NoProfile -NoLogo', { TERM: 'dumb', NO_COLOR: undefined });
    await screen.shows('> ');
    screen.type('if (1) {\r');
    await screen.shows('>> ');
    screen.type("'in' + 'side'\r}\r");
    await screen.shows('inside');
    screen.type(
      'Write-Warning wa; Write-Host -ForegroundColor Red r; Write-Error e; [pscustomobject]@{ a = 1 }; clear\r',
    );
    await screen.shows('Write-Error: e');
    await screen.shows('> ');
    screen.type('$x = Read-Host q\r');
    await screen.shows('q: ');
    screen.type('answer\r');
    await screen.shows('> ');
    screen.type('$s = Read-Host -AsSecureString pw\r');
    await screen.shows('pw: ');
    // Read-Host writes its prompt before it asks: only then the terminal stops showing what is typed.
    await new Promise((resolve) => setTimeout(resolve, 500));
    screen.type('hidden\r');
    await screen.shows('> ');
    screen.type('"<$x $($s.Length)>"\r');
    await screen.shows('<answer 6>');
    screen.type('while ($true) { }\r');
    await screen.shows('{ }');
    await new Promise((resolve) => setTimeout(resolve, 500));
    screen.type('\u0003');
    await screen.shows('> ');
    screen.type('exit 3\r');
    await screen.ended;
    expect(screen.written()).not.toContain('\u001b');
    expect(screen.written()).not.toContain('hidden');
    expect(screen.process.exitCode).toBe(3);
  });
});
