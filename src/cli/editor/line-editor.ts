/**
 * Reads one command from a terminal: keys go in, the text is drawn, and a line, a cancellation or the end comes out.
 * Keys are those of a Unix shell and of PowerShell's prompt. What the text means is asked of the owner: whether it is
 * complete, what colours it has, what could stand at the cursor.
 */
import { type CompletionChoice, CompletionMenu, type Completions } from './completion-menu.js';
import type { KeyBlock, TypedText } from '../../powershell/engine/index.js';
import { EditBuffer } from './edit-buffer.js';
import { EditorSettings } from './editor-settings.js';
import type { History } from './history.js';
import { HistorySearch } from './history-search.js';
import type { Key } from './keys.js';
import { layOut, Screen, type ScreenOutput } from './screen.js';
import { type Colorize, SpanCache } from './span-cache.js';

export type ReadResult =
  | { readonly type: 'line'; readonly text: string }
  /** Ctrl+C */
  | { readonly type: 'cancelled' }
  /** Ctrl+D in an empty text, or the terminal is gone. */
  | { readonly type: 'end' };

export interface LineEditorOptions {
  readonly output: ScreenOutput;
  readonly history: History;
  /** False: Enter begins another line. */
  readonly isComplete?: (text: string) => boolean;
  readonly colorize?: Colorize;
  readonly complete?: (text: string, cursor: number, signal: AbortSignal) => Promise<Completions>;
  /** What the person set; without it everything is as it begins. */
  readonly settings?: EditorSettings;
  /** Runs a block that a key is bound to. */
  readonly runBlock?: (block: KeyBlock, key: Key, signal: AbortSignal) => Promise<void>;
  /** Lines of the history may be offered while typing. */
  readonly suggest?: boolean;
}

/** What ends the text: a block that does it goes on first. */
const ENDING: ReadonlySet<string> = new Set(['AcceptLine', 'CancelLine', 'CopyOrCancelLine', 'DeleteCharOrExit']);
const NEXT_CHOICE: ReadonlySet<string> = new Set(['MenuComplete', 'TabCompleteNext', 'Complete']);

/** What a prompt needs of an editor. */
export interface PromptEditor {
  readonly isReading: boolean;
  read(prompt: string, text?: string): Promise<ReadResult>;
  key(key: Key): void;
  /** The terminal is gone. */
  end(): void;
  resized(): void;
  redraw(): void;
  above(print: () => void): void;
}

export class LineEditor implements PromptEditor {
  readonly buffer = new EditBuffer();
  readonly #options: LineEditorOptions;
  readonly #screen: Screen;
  readonly #spans: SpanCache;
  readonly #settings: EditorSettings;
  /** Keys of a chord that has not ended. */
  #chord = '';
  #prompt = '';
  #finish: ((result: ReadResult) => void) | undefined;
  #menu: CompletionMenu | undefined;
  #search: HistorySearch | undefined;
  #completing: AbortController | undefined;
  readonly #waiting: Key[] = [];
  /** Entry of the history that is shown; its length is the line being typed. */
  #at = 0;
  #draft = '';
  /** What a walk through the history that keeps to a beginning looks for. */
  #prefix: string | undefined;
  #lastArgument: { readonly start: number; length: number; entry: number } | undefined;

  constructor(options: LineEditorOptions) {
    this.#options = options;
    this.#settings = options.settings ?? new EditorSettings();
    this.#screen = new Screen(options.output);
    this.#spans = new SpanCache(options.colorize, () => {
      if (this.isReading) this.#draw();
    });
  }

  get isReading(): boolean {
    return this.#finish !== undefined;
  }

  /** One at a time. `text` stands there to begin with. */
  async read(prompt: string, text = ''): Promise<ReadResult> {
    this.#prompt = prompt;
    this.buffer.reset(text);
    this.#at = this.#options.history.entries.length;
    this.#draft = '';
    this.#prefix = undefined;
    this.#lastArgument = undefined;
    return await new Promise((resolve) => {
      this.#finish = resolve;
      this.#draw();
    });
  }

  key(key: Key): void {
    if (this.#finish === undefined) return;
    if (this.#completing !== undefined) {
      if (key.name === 'C-c' || key.name === 'C-g' || key.name === 'escape') this.#completing.abort();
      else this.#waiting.push(key);
      return;
    }
    if (this.#search !== undefined && this.#searchKey(this.#search, key)) return;
    if (this.#menu !== undefined && this.#menuKey(this.#menu, key)) return;
    this.#edit(key);
    if (this.isReading) this.#draw();
  }
  /** The terminal is gone. */
  end(): void {
    this.#completing?.abort();
    this.#done({ type: 'end' });
  }
  resized(): void {
    if (!this.isReading) return;
    this.#screen.resized();
    this.#draw();
  }
  /** Something else wrote on the terminal. */
  redraw(): void {
    if (!this.isReading) return;
    this.#screen.lost();
    this.#draw();
  }
  /** Lets something be printed above the text. */
  above(print: () => void): void {
    if (!this.isReading) {
      print();
      return;
    }
    this.#screen.erase();
    print();
    this.#draw();
  }

  #done(result: ReadResult): void {
    const finish = this.#finish;
    if (finish === undefined) return;
    this.#menu = undefined;
    this.#search = undefined;
    // What stays on the screen is the text alone: no choices, no suggestion.
    this.buffer.textEnd();
    this.#finish = undefined;
    this.#draw();
    if (result.type === 'cancelled') this.#options.output.write('^C');
    this.#screen.finish();
    finish(result);
  }

  #edit(key: Key): void {
    const keys = this.#chord === '' ? key.name : `${this.#chord} ${key.name}`;
    this.#chord = '';
    const does = this.#settings.bound(keys);
    if (does === undefined && this.#settings.begins(keys)) this.#chord = keys;
    // What ends no chord is typed.
    else if (does !== undefined) this.#do(does, key);
    else if (key.name === 'text') this.#typed(key);
    else if (key.name === 'paste') this.#act('SelfInsert', key);
  }
  /** A sign may be bound as any other key. */
  #typed(key: Key): void {
    this.#do(this.#settings.bound(key.text === ' ' ? 'space' : key.text) ?? 'SelfInsert', key);
  }
  #do(does: string | KeyBlock, key: Key): void {
    if (typeof does === 'string') this.#act(does, key);
    else this.#runBlock(does, key);
  }

  /** What is typed while a block runs comes after it, and so does what ends the text. */
  #runBlock(does: KeyBlock, key: Key): void {
    const { runBlock } = this.#options;
    if (runBlock === undefined) return;
    const { buffer } = this;
    let last: string | undefined;
    const typed: TypedText = {
      get text() {
        return buffer.text;
      },
      get cursor() {
        return buffer.cursor;
      },
      insert: (text) => buffer.insert(text),
      replace: (start, length, text) => buffer.replace(start, length, text),
      moveTo: (cursor) => buffer.moveTo(cursor),
      act: (name) => {
        if (ENDING.has(name)) last = name;
        else this.#act(name, { name: '', text: '' });
      },
    };
    this.#settings.typed = typed;
    void this.#wait((signal) => runBlock(does, key, signal)).finally(() => {
      if (this.#settings.typed === typed) this.#settings.typed = undefined;
      if (last !== undefined && this.isReading) this.#act(last, key);
      this.#resume();
    });
  }
  /** Keys wait until this is done, or given up. It never fails. */
  async #wait(work: (signal: AbortSignal) => Promise<unknown>): Promise<void> {
    const abort = new AbortController();
    this.#completing = abort;
    await Promise.race([
      work(abort.signal).catch(() => undefined),
      new Promise<void>((resolve) => abort.signal.addEventListener('abort', () => resolve(), { once: true })),
    ]);
    this.#completing = undefined;
  }
  #resume(): void {
    if (this.isReading) this.#draw();
    for (const key of this.#waiting.splice(0)) this.key(key);
  }

  #act(name: string, key: Key): void {
    const { buffer } = this;
    if (name !== 'YankLastArg' && name !== 'Redo') this.#lastArgument = undefined;
    if (name !== 'HistorySearchBackward' && name !== 'HistorySearchForward') this.#prefix = undefined;
    switch (name) {
      case 'SelfInsert':
        buffer.insert(key.text);
        break;
      case 'AcceptLine':
        if (this.#options.isComplete?.(buffer.text) === false) {
          buffer.textEnd();
          buffer.insert('\n');
        } else this.#done({ type: 'line', text: buffer.text });
        break;
      case 'AddLine':
        buffer.insert('\n');
        break;
      case 'InsertLineAbove':
        buffer.lineStart();
        buffer.insert('\n');
        buffer.left();
        break;
      case 'InsertLineBelow':
        buffer.lineEnd();
        buffer.insert('\n');
        break;
      case 'CancelLine':
      case 'CopyOrCancelLine':
        this.#done({ type: 'cancelled' });
        break;
      case 'DeleteCharOrExit':
        if (buffer.text === '') this.#done({ type: 'end' });
        else buffer.deleteRight();
        break;
      case 'BackwardDeleteChar':
        buffer.deleteLeft();
        break;
      case 'DeleteChar':
        buffer.deleteRight();
        break;
      case 'DeleteLine':
        buffer.replace(0, buffer.text.length, '');
        break;
      case 'BackwardDeleteInput':
        buffer.replace(0, buffer.cursor, '');
        break;
      case 'ForwardDeleteInput':
        buffer.replace(buffer.cursor, buffer.text.length, '');
        break;
      case 'BackwardChar':
        buffer.left();
        break;
      case 'ForwardChar':
        if (!this.#takeSuggestion()) buffer.right();
        break;
      case 'BackwardWord':
        buffer.wordLeft();
        break;
      case 'ForwardWord':
      case 'NextWord':
        if (!this.#takeSuggestion(true)) buffer.wordRight();
        break;
      case 'AcceptSuggestion':
        this.#takeSuggestion();
        break;
      case 'AcceptNextSuggestionWord':
        this.#takeSuggestion(true);
        break;
      case 'BeginningOfLine':
        buffer.lineStart();
        break;
      case 'EndOfLine':
        if (!this.#takeSuggestion()) buffer.lineEnd();
        break;
      case 'MoveToFirstLine':
        buffer.textStart();
        break;
      case 'MoveToLastLine':
        buffer.textEnd();
        break;
      case 'PreviousLine':
        if (!buffer.up()) this.#recall(-1);
        break;
      case 'NextLine':
        if (!buffer.down()) this.#recall(1);
        break;
      case 'PreviousHistory':
        this.#recall(-1);
        break;
      case 'NextHistory':
        this.#recall(1);
        break;
      case 'BeginningOfHistory':
        this.#recallAt(0);
        break;
      case 'EndOfHistory':
        this.#recallAt(this.#options.history.entries.length);
        break;
      case 'HistorySearchBackward':
        this.#recall(-1, true);
        break;
      case 'HistorySearchForward':
        this.#recall(1, true);
        break;
      case 'UnixWordRubout':
      case 'ShellBackwardKillWord':
        buffer.cutBlankWordLeft();
        break;
      case 'BackwardKillWord':
      case 'BackwardDeleteWord':
        buffer.cutWordLeft();
        break;
      case 'KillWord':
      case 'DeleteWord':
        buffer.cutWordRight();
        break;
      case 'BackwardKillInput':
      case 'BackwardKillLine':
        buffer.cutToLineStart();
        break;
      case 'KillLine':
      case 'DeleteToEnd':
      case 'ForwardDeleteLine':
        buffer.cutToLineEnd();
        break;
      case 'Yank':
        buffer.paste();
        break;
      case 'YankPop':
        buffer.pasteOlder();
        break;
      case 'RevertLine':
        buffer.revert();
        break;
      case 'UpcaseWord':
        buffer.changeWord((word) => word.toUpperCase());
        break;
      case 'DowncaseWord':
        buffer.changeWord((word) => word.toLowerCase());
        break;
      case 'CapitalizeWord':
        buffer.changeWord((word) => word.toLowerCase().replace(/\p{L}/u, (letter) => letter.toUpperCase()));
        break;
      case 'SwapCharacters':
        buffer.swap();
        break;
      case 'Undo':
        buffer.undo();
        break;
      case 'Redo':
        buffer.redo();
        break;
      case 'YankLastArg':
        this.#insertLastArgument();
        break;
      case 'ClearScreen':
        this.#screen.clear();
        break;
      case 'ReverseSearchHistory':
      case 'ForwardSearchHistory':
        this.#search = new HistorySearch(this.#options.history.entries, buffer.text, buffer.cursor);
        if (name === 'ForwardSearchHistory') this.#search.newer();
        break;
      case 'Complete':
        this.#startCompletion();
        break;
      case 'MenuComplete':
      case 'TabCompleteNext':
        this.#startCompletion(1);
        break;
      case 'TabCompletePrevious':
        this.#startCompletion(-1);
        break;
    }
  }

  // ------------------------------------------------------------------ history

  #recall(by: 1 | -1, byPrefix = false): void {
    const { entries } = this.#options.history;
    const { HistoryNoDuplicates, HistorySearchCaseSensitive, HistorySearchCursorMovesToEnd } = this.#settings.options;
    if (byPrefix) this.#prefix ??= this.buffer.text.slice(0, this.buffer.cursor);
    const alike = (text: string): string => (HistorySearchCaseSensitive ? text : text.toLowerCase());
    const prefix = byPrefix ? alike(this.#prefix ?? '') : '';
    const isOlder = (at: number): boolean => HistoryNoDuplicates && entries.lastIndexOf(entries[at] ?? '') > at;
    let at = this.#at + by;
    while (at >= 0 && at < entries.length) {
      const entry = entries[at] ?? '';
      if (alike(entry).startsWith(prefix) && entry !== this.buffer.text && !isOlder(at)) break;
      at += by;
    }
    if (at < 0 || at > entries.length) return;
    const kept = this.#prefix;
    this.#recallAt(at, byPrefix && kept !== undefined && !HistorySearchCursorMovesToEnd ? kept.length : undefined);
  }
  #recallAt(at: number, cursor?: number): void {
    const { entries } = this.#options.history;
    if (this.#at >= entries.length) this.#draft = this.buffer.text;
    this.#at = at;
    this.buffer.set(entries[at] ?? this.#draft, cursor);
  }

  #suggestion(): string {
    const { text, cursor } = this.buffer;
    const { PredictionSource: source } = this.#settings.options;
    if (
      this.#options.suggest !== true ||
      source === 'None' ||
      source === 'Plugin' ||
      text === '' ||
      cursor !== text.length ||
      !this.isReading
    )
      return '';
    if (this.#menu !== undefined || this.#search !== undefined || text.includes('\n')) return '';
    const { entries } = this.#options.history;
    for (let at = entries.length - 1; at >= 0; at -= 1) {
      const entry = entries[at] ?? '';
      if (entry.length > text.length && entry.startsWith(text) && !entry.includes('\n'))
        return entry.slice(text.length);
    }
    return '';
  }
  #takeSuggestion(word = false): boolean {
    const suggestion = this.#suggestion();
    if (suggestion === '') return false;
    this.buffer.insert(word ? (/^\s*\S+/.exec(suggestion)?.[0] ?? suggestion) : suggestion);
    return true;
  }

  /** The last word of the line before; again: of the one before that. */
  #insertLastArgument(): void {
    const { entries } = this.#options.history;
    const before = this.#lastArgument;
    for (let at = (before?.entry ?? entries.length) - 1; at >= 0; at -= 1) {
      const word = /("[^"]*"|'[^']*'|\S+)\s*$/.exec(entries[at] ?? '')?.[1];
      if (word === undefined) continue;
      const start = before?.start ?? this.buffer.cursor;
      this.buffer.replace(start, before?.length ?? 0, word);
      this.#lastArgument = { start, length: word.length, entry: at };
      return;
    }
  }

  /** True when the key was meant for the search. */
  #searchKey(search: HistorySearch, key: Key): boolean {
    switch (key.name) {
      case 'text':
      case 'paste':
        search.type(key.text);
        break;
      case 'backspace':
      case 'C-h':
        search.erase();
        break;
      case 'C-g':
      case 'C-c':
        this.#search = undefined;
        this.buffer.set(search.originalText, search.originalCursor);
        this.#draw();
        return true;
      case 'escape':
        this.#search = undefined;
        this.#draw();
        return true;
      default:
        switch (this.#settings.functionOf(key.name)) {
          case 'ReverseSearchHistory':
            search.older();
            break;
          case 'ForwardSearchHistory':
            search.newer();
            break;
          default:
            this.#search = undefined;
            return false;
        }
    }
    this.buffer.set(search.text, search.cursor);
    this.#draw();
    return true;
  }

  // --------------------------------------------------------------- completion

  /** @param by takes the first choice, or the last, at once. */
  #startCompletion(by?: 1 | -1): void {
    const { complete } = this.#options;
    const { text, cursor } = this.buffer;
    if (complete === undefined) {
      this.buffer.insert('\t');
      return;
    }
    let found: Completions | undefined;
    // What cannot be completed is no error of the person who types.
    void this.#wait(async (signal) => {
      const choices = await complete(text, cursor, signal);
      if (!signal.aborted) found = choices;
    }).then(() => {
      if (!this.isReading) return;
      if (found !== undefined && found.choices.length > 0) this.#offer(found, by);
      this.#resume();
    });
  }
  #offer(found: Completions, by: 1 | -1 | undefined): void {
    const { text, cursor } = this.buffer;
    const [only] = found.choices;
    if (found.choices.length === 1 && only !== undefined) {
      this.buffer.replace(found.start, found.length, only.text);
      return;
    }
    const menu = new CompletionMenu(found, text, cursor);
    if (by !== undefined) {
      this.#menu = menu;
      this.#choose(menu, menu.step(by));
      return;
    }
    const typed = text.slice(found.start, found.start + found.length);
    const common = menu.common();
    if (common.length > typed.length) {
      this.buffer.replace(found.start, found.length, common);
      menu.length = common.length;
    }
    this.#menu = menu;
  }
  #choose(menu: CompletionMenu, choice: CompletionChoice | undefined): void {
    if (choice === undefined) return;
    this.buffer.replace(menu.start, menu.length, choice.text);
    menu.length = choice.text.length;
  }
  /** True when the key was meant for the choices. */
  #menuKey(menu: CompletionMenu, key: Key): boolean {
    const chosen = menu.chosen !== undefined;
    const name = this.#settings.functionOf(key.name) ?? '';
    if (NEXT_CHOICE.has(name) || (chosen && key.name === 'down')) this.#choose(menu, menu.step(1));
    else if (name === 'TabCompletePrevious' || (chosen && key.name === 'up')) this.#choose(menu, menu.step(-1));
    else if (chosen && (key.name === 'left' || key.name === 'right'))
      this.#choose(menu, menu.aside(key.name === 'right' ? 1 : -1));
    else if (key.name === 'escape' || key.name === 'C-g') {
      this.#menu = undefined;
      if (chosen) this.buffer.set(menu.original, menu.originalCursor);
    } else if (key.name === 'enter' && chosen) this.#menu = undefined;
    else {
      this.#menu = undefined;
      return false;
    }
    this.#draw();
    return true;
  }

  #draw(): void {
    const { buffer } = this;
    const width = Math.max(10, this.#options.output.columns);
    this.#screen.draw(
      layOut({
        prompt: this.#prompt,
        continuation: this.#settings.options.ContinuationPrompt,
        text: buffer.text,
        cursor: buffer.cursor,
        spans: this.#search?.span(this.#spans.of(buffer.text)) ?? this.#spans.of(buffer.text),
        suggestion: this.#suggestion(),
        suggestionStyle: this.#settings.style('inlinePrediction'),
        below:
          this.#search !== undefined
            ? [this.#search.line()]
            : (this.#menu?.lines(width, this.#settings.options.ShowToolTips) ?? []),
        width,
      }),
    );
  }
}
