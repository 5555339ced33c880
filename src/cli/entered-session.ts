/** A session on another computer as something that a prompt's lines go to. */
import { asSessionError, type InteractiveSession, type SessionContext } from '../client/session/index.js';
import type { Completions } from './editor/completion-menu.js';
import type { PromptTarget } from './interactive-loop.js';
import { printLineOutput } from './interactive-output.js';
import type { Terminal } from './terminal.js';

/** `~w`. @returns what the owner is told. */
export async function setWatchers(session: InteractiveSession, names: readonly string[]): Promise<string> {
  try {
    await session.setWatchers(names);
  } catch (error) {
    return asSessionError(error).message;
  }
  return names.length === 0 ? 'Nobody may watch this session.' : `These may watch this session: ${names.join(', ')}`;
}

export class EnteredSession implements PromptTarget {
  readonly #session: InteractiveSession;
  readonly #context: SessionContext;
  readonly #terminal: Terminal;
  readonly #closesContext: boolean;
  readonly escapes = {
    leave: (): Promise<void> => this.close(),
    detach: (): Promise<void> => this.#detach(),
    watch: (names: readonly string[]): Promise<string> => setWatchers(this.#session, names),
  };

  constructor(
    session: InteractiveSession,
    context: SessionContext,
    terminal: Terminal,
    /** The context was made for this session alone. */
    options: { readonly closesContext: boolean },
  ) {
    this.#session = session;
    this.#context = context;
    this.#terminal = terminal;
    this.#closesContext = options.closesContext;
    for (const warning of session.warnings) terminal.err(`WARNING: ${warning}\n`);
  }
  get isOpen(): boolean {
    return this.#session.isOpen;
  }
  async prompt(signal: AbortSignal): Promise<string> {
    try {
      return await this.#session.prompt(signal);
    } catch (error) {
      if (signal.aborted) return 'PS>';
      throw error;
    }
  }
  resume(signal: AbortSignal): Promise<void> | undefined {
    const run = this.#session.takeUp({ signal });
    return run === undefined ? undefined : printLineOutput(run, this.#terminal);
  }
  async run(line: string, signal: AbortSignal): Promise<void> {
    await printLineOutput(this.#session.runLine(line, { signal }), this.#terminal);
  }
  async complete(text: string, cursor: number, signal: AbortSignal): Promise<Completions> {
    const found = await this.#session.complete(text, cursor, signal);
    return {
      start: found.replacementIndex,
      length: found.replacementLength,
      choices: found.matches.map((match) => ({
        text: match.completionText,
        label: match.listItemText === '' ? match.completionText : match.listItemText,
        ...(match.toolTip === match.completionText ? {} : { hint: match.toolTip }),
      })),
    };
  }
  async close(): Promise<void> {
    await this.#session.leave();
    if (this.#closesContext) await this.#context.close();
  }
  async #detach(): Promise<void> {
    const { session } = this.#session;
    await this.#session.detach(this.#context);
    this.#terminal.err(`The session '${session.name}' is left at ${session.computerName}.\n`);
    if (this.#closesContext) await this.#context.close();
  }
}
