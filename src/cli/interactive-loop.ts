/**
 * A prompt, for whatever stands behind it: the engine in this process, or a session on another computer. It reads lines,
 * hands them on, lets Ctrl+C stop them, and knows the escapes out of a session that does not answer.
 */
import { delay } from '../io/runtime/index.js';
import type { Completions } from './editor/completion-menu.js';
import type { Console } from './editor/console.js';
import type { EditorSettings } from './editor/editor-settings.js';
import type { History } from './editor/history.js';
import type { LineEditorOptions } from './editor/line-editor.js';
import type { Colorize } from './editor/span-cache.js';

/** What lines go to. */
export interface PromptTarget {
  /** False: the prompt goes back to where it came from. */
  readonly isOpen: boolean;
  /** Its text; when it is stopped, the plain one. What it prints without ending the line stands before it. */
  prompt(signal: AbortSignal): Promise<string>;
  /** `stopped`: the signal has ended it. */
  run(line: string, signal: AbortSignal): Promise<'stopped' | void>;
  complete(text: string, cursor: number, signal: AbortSignal): Promise<Completions>;
  /** A command that runs there already, to be taken up before the first line. Undefined: none does. */
  readonly resume?: (signal: AbortSignal) => Promise<void> | undefined;
  /** Of a session on another computer: `~.`, `~d` and `~w`. `watch` gives what there is to tell. */
  readonly escapes?: {
    leave(): Promise<void>;
    detach(): Promise<void>;
    watch?(names: readonly string[]): Promise<string>;
  };
}

/** As often as PowerShell's line editor looks up while it waits for a key. */
const IDLE_MS = 300;
/** So long a server may take to let somebody go. */
const LEAVE_MS = 2000;

export interface PromptLoopOptions {
  readonly console: Console;
  readonly history: History;
  /** Where the next line goes; undefined ends the loop. */
  readonly target: () => PromptTarget | undefined;
  readonly colorize?: Colorize;
  readonly isComplete?: (text: string) => boolean;
  readonly print: (text: string) => void;
  readonly suggest: boolean;
  /** What the person set of the line editor. */
  readonly settings?: EditorSettings;
  readonly runBlock?: LineEditorOptions['runBlock'];
  /** The prompt stands on the screen already, with the cursor at its beginning. */
  readonly isDrawn?: boolean;
  /** Nobody has typed for a while, and nothing runs. */
  readonly onIdle?: () => void;
  /** A line is over: progress bars go. */
  readonly afterLine?: () => void;
}

export const ESCAPES = `Escapes at the start of a line:
  ~.   leave at once; a session of its own is closed, a PSSession stays open
  ~d   leave the session alive at its server; what runs goes on
  ~w   lets nobody watch the session; ~w ann,ops lets these accounts and groups watch it
  ~?   this text
  ~~   a line that begins with ~
~. and ~d work while a command runs, too: type them blind, with Enter.
`;

export async function promptLoop(options: PromptLoopOptions): Promise<void> {
  const { console, history } = options;
  let running: AbortController | undefined;
  console.onInterrupt = () => running?.abort();
  const editor = console.editor({
    history,
    ...(options.settings === undefined ? {} : { settings: options.settings }),
    ...(options.runBlock === undefined ? {} : { runBlock: options.runBlock }),
    suggest: options.suggest,
    complete: async (text, cursor, signal) =>
      (await options.target()?.complete(text, cursor, signal)) ?? { start: 0, length: 0, choices: [] },
    ...(options.colorize === undefined ? {} : { colorize: options.colorize }),
    ...(options.isComplete === undefined ? {} : { isComplete: options.isComplete }),
  });
  let isDrawn = options.isDrawn === true;
  /** Ctrl+C came when the line was over: what the prompt moved to meanwhile is meant. */
  let isMeantForNext = false;
  for (;;) {
    const target = options.target();
    if (target === undefined) return;
    running = new AbortController();
    if (isMeantForNext) running.abort();
    isMeantForNext = false;
    const resumed = target.resume?.(running.signal);
    if (resumed !== undefined) {
      await carryOut(resumed, target, options);
      continue;
    }
    if (running.signal.aborted) running = new AbortController();
    if (!isDrawn) freshLine(console);
    isDrawn = false;
    console.takeUnfinished();
    const returned = await target.prompt(running.signal);
    running = undefined;
    if (!target.isOpen) continue;
    const unfinished = console.takeUnfinished();
    const prompt = console.isPlain ? returned : unfinished + returned;
    if (!console.isPlain) console.write('\r\u001b[K');
    const idle = setInterval(() => options.onIdle?.(), IDLE_MS);
    idle.unref();
    const result = await console.readLine(editor, prompt).finally(() => clearInterval(idle));
    if (result.type === 'end') {
      if (target.escapes === undefined) return;
      // Ctrl+D ends the session; a terminal that is closed leaves it alive.
      await leave(console.hasEnded ? 'detach' : 'leave', target, options);
      continue;
    }
    if (result.type === 'cancelled') continue;
    const line = escaped(result.text, target, options);
    if (line === undefined) continue;
    if (line.type === 'watch') {
      options.print(`${(await target.escapes?.watch?.(line.names)) ?? 'This session cannot be watched.'}\n`);
      continue;
    }
    if (line.type === 'leave') {
      await leave(line.how, target, options);
      continue;
    }
    history.add(line.text);
    running = new AbortController();
    const { signal } = running;
    let isStopped = false;
    const work = target.run(line.text, signal).then((how) => {
      isStopped = how === 'stopped';
    });
    await carryOut(work, target, options);
    isMeantForNext = signal.aborted && !isStopped;
    running = undefined;
  }
}

/** Waits for what runs there, or for an escape out of it. */
async function carryOut(work: Promise<void>, target: PromptTarget, options: PromptLoopOptions): Promise<void> {
  const left = blindEscape(options.console, target);
  await Promise.race([work, left.asked]);
  left.forget();
  options.afterLine?.();
  const how = left.how();
  if (how !== undefined) await leave(how, target, options);
}

/** A server that does not answer holds nobody up: what is left to do there goes on behind the next prompt. */
async function leave(how: 'leave' | 'detach', target: PromptTarget, options: PromptLoopOptions): Promise<void> {
  const leaving = target.escapes?.[how]() ?? Promise.resolve();
  const limit = new AbortController();
  const isLate = await Promise.race([
    leaving.then(() => false).finally(() => limit.abort()),
    delay(LEAVE_MS, limit.signal).then(
      () => true,
      () => false,
    ),
  ]);
  if (!isLate) return;
  leaving.catch(() => undefined);
  options.print('The server does not answer. You have left; it is told when it does.\n');
}

type Line =
  | { readonly type: 'line'; readonly text: string }
  | { readonly type: 'leave'; readonly how: 'leave' | 'detach' }
  | { readonly type: 'watch'; readonly names: readonly string[] };

/** Undefined: nothing to do. */
function escaped(text: string, target: PromptTarget, options: PromptLoopOptions): Line | undefined {
  if (text.trim() === '') return undefined;
  if (target.escapes === undefined || !text.startsWith('~')) return { type: 'line', text };
  if (text === '~.') return { type: 'leave', how: 'leave' };
  if (text === '~d') return { type: 'leave', how: 'detach' };
  if (/^~w(?:\s|$)/.test(text))
    return {
      type: 'watch',
      names: text
        .slice(2)
        .split(/[\s,]+/)
        .filter(Boolean),
    };
  if (text === '~?') {
    options.print(ESCAPES);
    return undefined;
  }
  return { type: 'line', text: text.startsWith('~~') ? text.slice(1) : text };
}

/** While a command runs, `~.` and `~d` typed blind leave too: that is what they are for. `~d` lets the command go on. */
function blindEscape(
  console: Console,
  target: PromptTarget,
): { readonly asked: Promise<void>; how(): 'leave' | 'detach' | undefined; forget(): void } {
  let how: 'leave' | 'detach' | undefined;
  const promise = new Promise<void>((resolve) => {
    if (target.escapes === undefined) return;
    console.onBlindLine = (text) => {
      if (text !== '~.' && text !== '~d') return false;
      how = text === '~d' ? 'detach' : 'leave';
      resolve();
      return true;
    };
  });
  return {
    asked: promise,
    how: () => how,
    forget: () => {
      console.onBlindLine = undefined;
    },
  };
}

/**
 * What was printed last may not have ended its line. A mark and a row of blanks fill the line up exactly: at the start of
 * a line the prompt is drawn over them, else they have wrapped, and the prompt stands below.
 */
function freshLine(console: Console): void {
  if (console.isPlain) return;
  console.write(`\u001b[2m⏎\u001b[0m${' '.repeat(Math.max(0, console.columns - 1))}\r\u001b[K`);
}
