/** The engine in this process, as what a prompt's lines go to. */
import { PSObject, type PSValue } from '../../protocol/objects/index.js';
import type { Completions } from '../editor/completion-menu.js';
import type { PromptTarget } from '../interactive-loop.js';
import { valueText } from '../value-text.js';
import { feedbackOf } from './feedback.js';
import type { ShellSession } from './shell-session.js';

export interface LocalTargetOptions {
  readonly color: boolean;
  readonly print: (text: string) => void;
}
export class LocalTarget implements PromptTarget {
  readonly #session: ShellSession;
  readonly #options: LocalTargetOptions;
  isOpen = true;
  constructor(session: ShellSession, options: LocalTargetOptions) {
    this.#session = session;
    this.#options = options;
  }
  async prompt(signal: AbortSignal): Promise<string> {
    try {
      // Of several values the first is the prompt.
      const [value = null] = await this.#session.ask('prompt', { show: true, signal });
      const text = valueText(value);
      return text === '' ? 'PS>' : text;
    } catch {
      return 'PS>'; // a prompt function that fails gives the plain prompt
    }
  }
  async run(line: string, signal: AbortSignal): Promise<'stopped' | void> {
    await this.#session.loadFamily();
    const { state } = await this.#session.run(line, { signal, history: true });
    if (state === 'Stopped') return 'stopped';
    const feedback = this.isOpen ? await feedbackOf(this.#session, { color: this.#options.color, signal }) : undefined;
    if (feedback !== undefined) this.#options.print(feedback);
  }
  async complete(text: string, cursor: number, signal: AbortSignal): Promise<Completions> {
    const [found] = await this.#session.call('TabExpansion2', { inputScript: text, cursorColumn: cursor }, { signal });
    if (!(found instanceof PSObject)) return { start: 0, length: 0, choices: [] };
    return {
      start: numberOf(found.get('ReplacementIndex')),
      length: numberOf(found.get('ReplacementLength')),
      choices: listOf(found.get('CompletionMatches')).map((match) => ({
        text: valueText(match.get('CompletionText')),
        label: valueText(match.get('ListItemText')),
        hint: valueText(match.get('ToolTip')),
      })),
    };
  }
}

const numberOf = (value: PSValue | undefined): number => (typeof value === 'number' ? value : 0);
const listOf = (value: PSValue | undefined): readonly PSObject[] => {
  const items = Array.isArray(value)
    ? (value as readonly PSValue[])
    : value instanceof PSObject && 'items' in value
      ? (value.items as readonly PSValue[])
      : [];
  return items.filter((item) => item instanceof PSObject);
};
