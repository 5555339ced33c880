/** What a person set of the line editor, by the names of PSReadLine. One for all prompts of a process. */
import type { KeyBlock, LineEditing, LineOptions, TypedText } from '../../powershell/engine/index.js';
import type { TokenColor } from '../../powershell/lang/index.js';
import { chordOfKeys, DEFAULT_KEYS, FUNCTIONS, keysOfChord } from './editor-functions.js';

const sgr = (codes: string): string => `\u001b[${codes}m`;
const DEFAULT_TOKEN_COLOR = sgr('37');

export class EditorSettings implements LineEditing {
  readonly functions = FUNCTIONS;
  readonly options: LineOptions;
  readonly #keys = new Map<string, string | KeyBlock>(DEFAULT_KEYS);
  typed: TypedText | undefined;

  /** @param historyFile where the history is kept; empty: nowhere. */
  constructor(historyFile = '') {
    this.options = {
      EditMode: 'Emacs',
      HistoryNoDuplicates: true,
      HistorySavePath: historyFile,
      HistorySaveStyle: 'SaveIncrementally',
      HistorySearchCaseSensitive: false,
      HistorySearchCursorMovesToEnd: false,
      MaximumHistoryCount: 4096,
      ContinuationPrompt: '>> ',
      ShowToolTips: true,
      PredictionSource: 'History',
      PredictionViewStyle: 'InlineView',
      CommandColor: sgr('93'),
      CommentColor: sgr('32'),
      DefaultTokenColor: DEFAULT_TOKEN_COLOR,
      ErrorColor: sgr('91'),
      InlinePredictionColor: sgr('2'),
      KeywordColor: sgr('92'),
      MemberColor: sgr('37'),
      NumberColor: sgr('97'),
      OperatorColor: sgr('90'),
      ParameterColor: sgr('90'),
      StringColor: sgr('36'),
      TypeColor: sgr('37'),
      VariableColor: sgr('92'),
    };
  }

  /** The numbers of a colour, as the screen puts them. A text that has the terminal's own colour has none. */
  style(color: TokenColor | 'inlinePrediction'): string {
    const { options } = this;
    const name = color === 'none' ? 'DefaultToken' : (`${color.charAt(0).toUpperCase()}${color.slice(1)}` as const);
    const sequence = options[`${name}Color` as keyof LineOptions] as string;
    if (color === 'none' && sequence === DEFAULT_TOKEN_COLOR) return '';
    return sequence.replaceAll('m\u001b[', ';').replace('\u001b[', '').replace(/m$/, '');
  }

  /** What keys do. */
  bound(keys: string): string | KeyBlock | undefined {
    return this.#keys.get(keys);
  }
  /** Its name, where that is no block. */
  functionOf(keys: string): string | undefined {
    const does = this.#keys.get(keys);
    return typeof does === 'string' ? does : undefined;
  }
  /** Whether keys that do something begin with these. */
  begins(keys: string): boolean {
    const start = `${keys} `;
    for (const one of this.#keys.keys()) if (one.startsWith(start)) return true;
    return false;
  }
  get bindings(): LineEditing['bindings'] {
    return [...this.#keys].map(([keys, does]) => ({ key: chordOfKeys(keys), does }));
  }
  bind(chord: string, does: string | KeyBlock | undefined): string | undefined {
    const keys = keysOfChord(chord);
    if (keys === undefined) return undefined;
    if (does === undefined) this.#keys.delete(keys);
    else this.#keys.set(keys, does);
    return chordOfKeys(keys);
  }
  bindDefaults(): void {
    this.#keys.clear();
    for (const [keys, name] of DEFAULT_KEYS) this.#keys.set(keys, name);
  }
}
