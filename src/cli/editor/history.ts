/**
 * The lines typed before, in a file that is the user's alone. One entry a line; a line break within an entry is written
 * as a backtick before it, as PSReadLine does. Lines that look like secrets stay out of the file.
 */
import { appendFileSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { makeFolders } from '../../io/runtime/index.js';

export const HISTORY_ENTRIES = 4096;
const SENSITIVE = /password|asplaintext|token|apikey|secret/i;

export class History {
  readonly #file: string | undefined;
  #entries: string[] | undefined;

  /** @param file undefined: nothing is kept beyond this process. */
  constructor(file?: string) {
    this.#file = file;
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
    if (entries.length > HISTORY_ENTRIES) entries.shift();
    if (this.#file === undefined || SENSITIVE.test(text)) return;
    try {
      makeFolders(path.dirname(this.#file), 0o700);
      appendFileSync(this.#file, `${encode(text)}\n`, { mode: 0o600 });
    } catch {
      // A session does not fail because its history cannot be kept.
    }
  }
  #load(): string[] {
    if (this.#file === undefined) return [];
    let text: string;
    try {
      text = readFileSync(this.#file, 'utf8');
    } catch {
      return [];
    }
    const entries = decode(text);
    if (entries.length > 2 * HISTORY_ENTRIES) this.#shorten(entries.slice(-HISTORY_ENTRIES));
    return entries.slice(-HISTORY_ENTRIES);
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
