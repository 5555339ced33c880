import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ReadStream, WriteStream } from 'node:tty';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { consoleHost } from '../console-host.js';
import { Console } from '../editor/console.js';
import { TestTty } from '../editor/test-screen.js';
import { onConsole } from '../enter-terminal.js';
import { Prompts } from './prompts.js';
import { ShellSession } from './shell-session.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'prompts-'));
  vi.stubEnv('XDG_STATE_HOME', folder);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

/** A person at a terminal, whose script runs. */
async function started(script: string): Promise<{
  readonly type: (keys: string, shown: string) => Promise<void>;
  readonly ended: Promise<string>;
  readonly exitCode: () => number | undefined;
}> {
  const tty = new TestTty();
  const console = new Console(tty.keys as unknown as ReadStream, tty as unknown as WriteStream);
  const write = (text: string): void => void tty.write(text.replaceAll('\n', '\r\n'));
  const nobody = (): Promise<undefined> => Promise.resolve(undefined);
  const terminal = onConsole(
    {
      out: write,
      err: write,
      width: 60,
      height: 20,
      isTerminal: true,
      color: false,
      drawsProgress: false,
      interactive: true,
      readLine: nobody,
      readSecret: nobody,
      password: nobody,
    },
    console,
  );
  const prompts = new Prompts({
    console,
    session: () => session,
    entered: () => undefined,
    print: write,
    afterLine: () => undefined,
    color: false,
  });
  const host = consoleHost(terminal, {
    version: '1',
    messagesTo: 'out',
    onExit: (code) => prompts.exit(code),
    debug: {
      line: (prompt, signal) => session.nested(() => prompts.debug.line(prompt, signal)),
      run: prompts.debug.run,
    },
  });
  const session = await ShellSession.open({ host, color: false, width: () => 60 });
  const abort = new AbortController();
  console.onInterrupt = () => abort.abort();
  const ended = session.run(script, { signal: abort.signal }).then(({ state }) => {
    console.close();
    return state;
  });
  const shows = (text: string): Promise<void> =>
    vi.waitFor(() => expect(tty.screen.text).toContain(text), { timeout: 5000, interval: 5 });
  await shows('[DBG]: ');
  return {
    type: async (keys, shown) => {
      tty.keys.write(keys);
      await shows(shown);
    },
    ended,
    exitCode: () => prompts.exitCode,
  };
}

describe("the debugger's prompt", () => {
  const script = 'function f { $localThing = 5; Wait-Debugger; "after $localThing" }; function prompt { "> " }; f';
  it('completes names of where the script has stopped, and has the lines that were typed before', async () => {
    const { type, ended } = await started(script);
    await type('$localTh\t', '[DBG]: > $localThing');
    await type(' + 1\r', '$localThing + 1\n6\n[DBG]: >');
    await type('\u001b[A', '6\n[DBG]: > $localThing + 1');
    await type('\u0003', '^C\n[DBG]: >');
    await type('if ($true) {\r"in it"\r}\r', '}\nin it\n[DBG]: >');
    await type('c\r', 'after 5');
    expect(await ended).toBe('Completed');
  });
  it('stops what a line does at Ctrl+C, and not the script', async () => {
    const { type, ended } = await started(script);
    await type('"runs"; while ($true) { Start-Sleep 0.01 }\r', '\nruns');
    await type('\u0003', '^C\n[DBG]: >');
    await type('$localThing = 7\rc\r', 'after 7');
    expect(await ended).toBe('Completed');
  });
  it('is left by exit, and the script goes on', async () => {
    const { type, ended, exitCode } = await started(script);
    await type('exit 3\r', 'after 5');
    expect(await ended).toBe('Completed');
    expect(exitCode()).toBeUndefined();
  });
});
