/**
 * The lines typed before, in a file that is the user's alone. One entry a line; a line break within an entry is written
 * as a backtick before it, as PSReadLine does. Lines that look like secrets stay out of the file.
 */
import { appendFileSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { makeFolders } from '../../io/runtime/index.js';
import { storePaths } from '../../io/store/index.js';
import type { EditorSettings } from './editor-settings.js';

export const HISTORY_ENTRIES = 4096;
const SENSITIVE = /password|asplaintext|token|apikey|secret/i;

/** Where the lines of the shell's prompt are kept. */
export const historyFile = (): string => path.join(storePaths(process.env).state, 'history');

export class History {
  readonly #settings: EditorSettings | undefined;
  readonly #givenFile: string | undefined;
  #entries: string[] | undefined;
  readonly #unsaved: string[] = [];

  /** @param kept a file, or settings that name one; undefined: nothing is kept beyond this process. */
  constructor(kept?: string | EditorSettings) {
    if (typeof kept === 'string') this.#givenFile = kept;
    else this.#settings = kept;
  }
  get #file(): string | undefined {
    const options = this.#settings?.options;
    if (options === undefined) return this.#givenFile;
    return options.HistorySavePath === '' ? undefined : options.HistorySavePath;
  }
  get #most(): number {
    return this.#settings?.options.MaximumHistoryCount ?? HISTORY_ENTRIES;
  }
  /** Oldest first. */
  get entries(): readonly string[] {
    this.#entries ??= this.#load();
    return this.#entries;
  }
  add(text: string): void {
    const entries = (this.#entries ??= this.#load());
    if (text.trim() === '' || entries.at(-1) === text) return;
    entries.push(text);
    if (entries.length > this.#most) entries.splice(0, entries.length - this.#most);
    if (SENSITIVE.test(text)) return;
    const style = this.#settings?.options.HistorySaveStyle;
    if (style === 'SaveAtExit') this.#saveLater(text);
    else if (style !== 'SaveNothing') this.#save([text]);
  }
  #saveLater(text: string): void {
    if (this.#unsaved.length === 0) process.once('exit', () => this.#save(this.#unsaved.splice(0)));
    this.#unsaved.push(text);
  }
  #save(texts: readonly string[]): void {
    const file = this.#file;
    if (file === undefined) return;
    try {
      makeFolders(path.dirname(file), 0o700);
      appendFileSync(file, texts.map((text) => `${encode(text)}\n`).join(''), { mode: 0o600 });
    } catch {
      // A session does not fail because its history cannot be kept.
    }
  }
  #load(): string[] {
    const file = this.#file;
    if (file === undefined) return [];
    let text: string;
    try {
      text = readFileSync(file, 'utf8');
    } catch {
      return [];
    }
    const entries = decode(text);
    if (entries.length > 2 * HISTORY_ENTRIES) this.#shorten(entries.slice(-HISTORY_ENTRIES));
    return entries.slice(-this.#most);
  }
  #shorten(entries: readonly string[]): void {
    const file = this.#file;
    if (file === undefined) return;
    try {
      const next = `${file}.${process.pid}`;
      writeFileSync(next, entries.map((entry) => `${encode(entry)}\n`).join(''), { mode: 0o600 });
      renameSync(next, file);
    } catch {
      // The next program tries again.
    }
  }
}

const encode = (text: string): string => text.replaceAll('\r', '').replaceAll('\n', '`\n');

function decode(text: string): string[] {
  const entries: string[] = [];
  let open: string | undefined;
  for (const line of text.split('\n')) {
    const whole = open === undefined ? line : `${open}\n${line}`;
    if (line.endsWith('`')) open = whole.slice(0, -1);
    else {
      open = undefined;
      if (whole !== '') entries.push(whole);
    }
  }
  return entries;
}
