/**
 * The prompts of one console: the person's own, and those within what runs (`$Host.EnterNestedPrompt()`, `Suspend` at a
 * question). The innermost one has the keys; `exit` leaves it.
 */
import type { DebugPrompt } from '../console-host.js';
import type { Console } from '../editor/console.js';
import { EditorSettings } from '../editor/editor-settings.js';
import { History, historyFile } from '../editor/history.js';
import type { LineEditorOptions } from '../editor/line-editor.js';
import { promptLoop, type PromptLoopOptions, type PromptTarget } from '../interactive-loop.js';
import { LocalTarget } from './local-target.js';
import type { ShellSession } from './shell-session.js';

export interface PromptsInit {
  readonly console: Console;
  readonly session: () => ShellSession;
  /** A session on another computer that was entered. */
  readonly entered: () => PromptTarget | undefined;
  readonly print: (text: string) => void;
  readonly afterLine: () => void;
  readonly color: boolean;
}

type Editing = Omit<LineEditorOptions, 'output' | 'complete' | 'suggest'> & { readonly suggest: boolean };

export class Prompts {
  readonly #init: PromptsInit;
  readonly settings = new EditorSettings(historyFile());
  readonly #history = new History(this.settings);
  /** The innermost last. */
  readonly #open: { isOpen: boolean }[] = [];
  /** `exit` at the debugger's prompt: the script goes on. */
  #leavesDebugger = false;
  /** Set by `exit` outside of every nested prompt. */
  exitCode: number | undefined;

  constructor(init: PromptsInit) {
    this.#init = init;
  }

  /** `exit`: the innermost prompt is left; where there is none, the program ends. */
  exit(code: number): void {
    const innermost = this.#open.at(-1);
    if (innermost === undefined) this.exitCode = code;
    else innermost.isOpen = false;
  }
  get isNested(): boolean {
    return this.#open.length > 0;
  }
  /** The person's own prompt, until it is left. */
  async run(options: Pick<PromptLoopOptions, 'isDrawn' | 'onIdle'>): Promise<void> {
    const local = new LocalTarget(this.#init.session(), this.#init);
    await this.#loop(() => (this.exitCode === undefined ? local : undefined), options);
  }
  /** A prompt within what runs. */
  async nest(): Promise<void> {
    const { console, session } = this.#init;
    const target = new LocalTarget(session(), this.#init);
    const interrupt = console.onInterrupt;
    this.#open.push(target);
    try {
      await this.#loop(() => (target.isOpen ? target : undefined));
    } finally {
      this.#open.pop();
      console.onInterrupt = interrupt;
    }
    // Without a terminal nobody is there whom what runs could wait for.
    if (console.hasEnded) interrupt?.();
  }

  readonly debug: DebugPrompt = {
    line: (prompt, signal) => this.#debugLine(prompt, signal),
    run: async (work) => {
      const { console } = this.#init;
      const interrupt = console.onInterrupt;
      const stop = new AbortController();
      const level = { isOpen: true };
      this.#open.push(level);
      console.onInterrupt = () => stop.abort();
      try {
        await work(stop.signal);
      } finally {
        console.onInterrupt = interrupt;
        this.#open.pop();
        this.#leavesDebugger = !level.isOpen;
      }
    },
  };
  /** Completed where the script has stopped. */
  async #debugLine(prompt: string, signal: AbortSignal): Promise<string | undefined> {
    if (this.#leavesDebugger) {
      this.#leavesDebugger = false;
      return undefined;
    }
    const { console, session } = this.#init;
    const target = new LocalTarget(session(), this.#init);
    const editor = console.editor({
      ...(await this.#editing()),
      complete: (text, cursor, stop) => target.complete(text, cursor, stop),
    });
    const end = (): void => editor.end();
    signal.addEventListener('abort', end, { once: true });
    try {
      for (;;) {
        if (signal.aborted) return undefined;
        const before = console.takeUnfinished();
        const result = await console.readLine(editor, console.isPlain ? prompt : before + prompt);
        if (result.type === 'end') return undefined;
        if (result.type === 'cancelled') continue;
        this.#history.add(result.text);
        return result.text;
      }
    } finally {
      signal.removeEventListener('abort', end);
    }
  }

  /** What every editor of these prompts has. */
  async #editing(): Promise<Editing> {
    const { color } = this.#init;
    const { colorsOf, isCompleteText } = await import('../colors.js');
    return {
      history: this.#history,
      isComplete: isCompleteText,
      suggest: color,
      settings: this.settings,
      runBlock: async ({ block }, key, signal) => {
        const { keyInfo } = await import('./key-info.js');
        await this.#init
          .session()
          .call('Invoke-Command', { ScriptBlock: block, ArgumentList: [keyInfo(key), null] }, { signal });
      },
      ...(color ? { colorize: colorsOf(this.settings) } : {}),
    };
  }
  async #loop(
    target: () => PromptTarget | undefined,
    options: Pick<PromptLoopOptions, 'isDrawn' | 'onIdle'> = {},
  ): Promise<void> {
    const { console, print, afterLine, entered } = this.#init;
    await promptLoop({
      ...(await this.#editing()),
      console,
      target: () => entered() ?? target(),
      print,
      afterLine,
      ...options,
    });
  }
}
