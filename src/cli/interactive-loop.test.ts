import type { ReadStream, WriteStream } from 'node:tty';
import { describe, expect, it } from 'vitest';
import { Console } from './editor/console.js';
import { History } from './editor/history.js';
import { TestTty } from './editor/test-screen.js';
import { promptLoop, type PromptTarget } from './interactive-loop.js';

class Target implements PromptTarget {
  isOpen = true;
  readonly lines: string[] = [];
  /** Settles the line that runs. */
  finish: (() => void) | undefined;
  stopped = 0;
  /** What the prompt function does before it gives its text. */
  beforePrompt: (signal: AbortSignal) => Promise<void> = () => Promise.resolve();
  left: string | undefined;
  readonly escapes: NonNullable<PromptTarget['escapes']> = {
    leave: (): Promise<void> => this.#leave('left'),
    detach: (): Promise<void> => this.#leave('detached'),
  };
  #leave(how: string): Promise<void> {
    this.left = how;
    this.isOpen = false;
    return Promise.resolve();
  }
  async prompt(signal: AbortSignal): Promise<string> {
    await this.beforePrompt(signal);
    return signal.aborted ? 'PS>' : '[there]: PS> ';
  }
  resume?: NonNullable<PromptTarget['resume']>;
  async run(line: string, signal: AbortSignal): Promise<'stopped' | void> {
    this.lines.push(line);
    if (line === 'quick') return;
    await new Promise<void>((resolve) => {
      this.finish = resolve;
      signal.addEventListener('abort', () => {
        this.stopped += 1;
        resolve();
      });
    });
  }
  complete(): ReturnType<PromptTarget['complete']> {
    return Promise.resolve({ start: 0, length: 0, choices: [] });
  }
}

interface Running {
  readonly tty: TestTty;
  readonly target: Target;
  readonly console: Console;
  readonly ended: Promise<void>;
  readonly type: (text: string) => Promise<void>;
}
const turns = async (): Promise<void> => {
  for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
};

async function start(): Promise<Running> {
  const tty = new TestTty();
  const target = new Target();
  const console = new Console(tty.keys as unknown as ReadStream, tty as unknown as WriteStream);
  const ended = promptLoop({
    console,
    history: new History(),
    target: () => (target.isOpen ? target : undefined),
    print: (text) => tty.write(text.replaceAll('\n', '\r\n')),
    suggest: false,
  });
  await turns();
  return {
    tty,
    target,
    console,
    ended,
    type: async (text) => {
      tty.keys.write(text);
      await turns();
    },
  };
}

describe('a prompt', () => {
  it('hands lines on, and stops what runs at Ctrl+C', async () => {
    const { tty, target, type } = await start();
    await type('quick\r');
    await type('slow\r');
    expect(target.stopped).toBe(0);
    await type('\u0003');
    expect(target.stopped).toBe(1);
    expect(target.lines).toEqual(['quick', 'slow']);
    expect(tty.screen.lines.at(-1)).toBe('[there]: PS>');
  });

  it('draws what the prompt function printed on the line of the prompt', async () => {
    const { tty, target, console, type } = await start();
    target.beforePrompt = async () => {
      const text = 'above\r\n\u001b[32mmain\u001b[0m\u001b[1A ';
      console.printed(text);
      console.write('above\r\nmain ');
      await Promise.resolve();
    };
    await type('quick\r');
    expect(tty.screen.lines.slice(-2)).toEqual(['above', 'main [there]: PS>']);
    await type('abc');
    expect(tty.screen.lines.slice(-2)).toEqual(['above', 'main [there]: PS> abc']);
  });

  it('stops a prompt function that hangs at Ctrl+C', async () => {
    const { tty, target, type } = await start();
    target.beforePrompt = (signal) => new Promise((resolve) => signal.addEventListener('abort', () => resolve()));
    await type('quick\r');
    await type('\u0003');
    expect(tty.screen.lines.at(-1)).toBe('PS>');
  });

  it('takes progress away before it shows ^C', async () => {
    const { console, type } = await start();
    const shown: string[] = [];
    console.beforeEcho = () => void shown.push('cleared');
    await type('slow\r');
    await type('\u0003');
    expect(shown).toEqual(['cleared']);
  });

  it('keeps what is typed while a command runs for the next line', async () => {
    const { tty, target, type } = await start();
    await type('slow\r');
    await type('qui');
    expect(tty.screen.text).not.toContain('qui');
    target.finish?.();
    await turns();
    expect(tty.screen.lines.at(-1)).toBe('[there]: PS> qui');
    await type('ck\r');
    expect(target.lines).toEqual(['slow', 'quick']);
  });

  it('runs lines that were typed ahead one after the other, and leaves them to the questions between', async () => {
    const { tty, target, console, type } = await start();
    await type('slow\r');
    await type('quick\rslow\rAnn\rs3cret\rquick\r');
    target.finish?.();
    await turns();
    expect(target.lines).toEqual(['slow', 'quick', 'slow']);
    expect(await console.question('Name: ', new AbortController().signal)).toBe('Ann');
    expect(await console.secret('Password: ', new AbortController().signal)).toBe('s3cret');
    target.finish?.();
    await turns();
    await turns();
    expect(target.lines).toEqual(['slow', 'quick', 'slow', 'quick']);
    expect(tty.screen.lines.at(-1)).toBe('[there]: PS>');
  });

  it('leaves by ~. even while a command hangs, and leaves the session alive by ~d', async () => {
    const hanging = await start();
    await hanging.type('slow\r');
    await hanging.type('~.\r');
    await hanging.ended;
    expect(hanging.target.left).toBe('left');
    const other = await start();
    await other.type('~?\r');
    expect(other.tty.screen.text).toContain('leave the session alive at its server');
    await other.type('~~x quick\r');
    expect(other.target.lines).toEqual(['~x quick']);
    other.target.finish?.();
    await turns();
    await other.type('~d\r');
    await other.ended;
    expect(other.target.left).toBe('detached');
  });

  it.each([
    [undefined, true],
    ['stopped' as const, false],
  ])('means the command that it moves to by a Ctrl+C that has stopped nothing (%s)', async (how, isMeant) => {
    const { target, type } = await start();
    let taken: AbortSignal | undefined;
    target.run = async (_line, signal) => {
      await new Promise((resolve) => signal.addEventListener('abort', resolve));
      target.resume = (resumed) => {
        if (taken !== undefined) return undefined;
        taken = resumed;
        return Promise.resolve();
      };
      return how;
    };
    await type('enter\r');
    await type('\u0003');
    expect(taken?.aborted).toBe(isMeant);
  });

  it('waits for no server that does not answer when it leaves', async () => {
    const { tty, target, type, ended } = await start();
    target.escapes.leave = () => {
      target.isOpen = false;
      return new Promise(() => undefined);
    };
    await type('slow\r');
    await type('~.\r');
    await ended;
    expect(tty.screen.text).toContain('The server does not answer.');
  });

  it('leaves the session alive by ~d typed blind, and lets the command that runs go on', async () => {
    const { target, type, ended } = await start();
    await type('slow\r');
    await type('~d\r');
    await ended;
    expect(target.left).toBe('detached');
    expect(target.stopped).toBe(0);
    expect(target.lines).toEqual(['slow']);
  });

  it('asks the questions of a command, with what the command wrote before, and hides secrets', async () => {
    const { tty, console, type } = await start();
    await type('slow\r');
    const name = console.question('Name: ', new AbortController().signal);
    await type('Ann\u007fn\r');
    expect(await name).toBe('Ann');
    const secret = console.secret('Password: ', new AbortController().signal);
    await type('s3cret\r');
    expect(await secret).toBe('s3cret');
    expect(tty.screen.text).toContain('Password: ******');
    expect(tty.screen.text).not.toContain('s3cret');
    const stop = new AbortController();
    const given = console.question('More? ', stop.signal);
    stop.abort();
    expect(await given).toBeUndefined();
  });
});
