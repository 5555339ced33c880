/**
 * The prompts of one console: the person's own, and those within what runs (`$Host.EnterNestedPrompt()`, `Suspend` at a
 * question). The innermost one has the keys; `exit` leaves it.
 */
import type { Console } from '../editor/console.js';
import { EditorSettings } from '../editor/editor-settings.js';
import { History, historyFile } from '../editor/history.js';
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

export class Prompts {
  readonly #init: PromptsInit;
  readonly settings = new EditorSettings(historyFile());
  readonly #history = new History(this.settings);
  /** The innermost last. */
  readonly #open: LocalTarget[] = [];
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

  async #loop(
    target: () => PromptTarget | undefined,
    options: Pick<PromptLoopOptions, 'isDrawn' | 'onIdle'> = {},
  ): Promise<void> {
    const { console, print, afterLine, color, entered } = this.#init;
    const { colorsOf, isCompleteText } = await import('../colors.js');
    await promptLoop({
      console,
      history: this.#history,
      target: () => entered() ?? target(),
      isComplete: isCompleteText,
      print,
      suggest: color,
      settings: this.settings,
      runBlock: async ({ block }, key, signal) => {
        const { keyInfo } = await import('./key-info.js');
        await this.#init
          .session()
          .call('Invoke-Command', { ScriptBlock: block, ArgumentList: [keyInfo(key), null] }, { signal });
      },
      afterLine,
      ...(color ? { colorize: colorsOf(this.settings) } : {}),
      ...options,
    });
  }
}
