/** The words that a program gets, as `$PSNativeCommandArgumentPassing` wants them. */
import nodePath from 'node:path';
import { WildcardPatternError } from '../../../protocol/errors/index.js';
import { PSDictionary, type PSValue } from '../../../protocol/objects/index.js';
import { globFiles } from '../commands/items/places.js';
import { toText } from '../conversion.js';
import { needsQuotes, quoteWord, splitArguments } from '../text/argument-line.js';
import { hasWildcard } from '../text/wildcard.js';
import { unwrap } from '../values/live.js';
import type { Argument } from './binder.js';
import { enumerate } from './members.js';
import type { Runtime } from './runtime.js';

/**
 * `Legacy` writes one line of all arguments, where quotes in a word mean what they mean in such a line, and has it split;
 * the other styles hand on each word as it is.
 */
export function nativeArguments(rt: Runtime, args: readonly Argument[], style: string): string[] {
  const words = new Words(rt, style === 'Legacy');
  let verbatim = false;
  for (const argument of args) {
    words.next();
    if (verbatim) words.addVerbatim(toText(argument.value ?? null));
    else if (argument.bare === true && argument.value === '--%') verbatim = true;
    else words.add(argument);
  }
  return words.taken();
}

class Words {
  readonly #rt: Runtime;
  readonly #legacy: boolean;
  readonly #list: string[] = [];
  #line = '';
  #first = true;
  /** `-Name:`, which goes before each word of its value. */
  #name = '';
  #nameApart = false;

  constructor(rt: Runtime, legacy: boolean) {
    this.#rt = rt;
    this.#legacy = legacy;
  }
  taken(): string[] {
    return this.#legacy ? splitArguments(this.#line) : this.#list;
  }
  next(): void {
    if (!this.#first) this.#line += ' ';
    this.#first = false;
  }
  addVerbatim(text: string): void {
    const expanded = text.replace(/%(\w+)%/g, (all: string, name: string) => this.#rt.environment.get(name) ?? all);
    this.#line += expanded;
    this.#list.push(...expanded.split(' ').filter((word) => word !== ''));
  }
  add(argument: Argument): void {
    if (argument.name === undefined) {
      this.#addValue(argument);
      return;
    }
    const isSwitch = argument.splatted === true && argument.value === true;
    if (argument.value === undefined || isSwitch) {
      this.#addWord(isSwitch ? `-${argument.name}` : argument.text, false);
      return;
    }
    this.#name = argument.splatted === true ? `-${argument.name}:` : (/^-[^:\s]*:?/.exec(argument.text)?.[0] ?? '');
    this.#nameApart = argument.splatted !== true && /^-[^:]*:\s/.test(argument.text);
    this.#line += this.#nameApart ? `${this.#name} ` : this.#name;
    this.#addValue(argument);
    this.#name = '';
    this.#nameApart = false;
  }
  #addValue(argument: Argument): void {
    const value = unwrap(argument.value ?? null);
    const items = value instanceof PSDictionary ? undefined : enumerate(value);
    if (items === undefined) this.#addItem(value, argument, '');
    else
      for (const [index, item] of items.entries()) {
        const separator = index === 0 ? '' : (argument.written?.separators[index - 1] ?? ' ');
        if (!this.#addItem(item, argument, separator)) break;
      }
  }
  /** @returns false: the argument is all said. */
  #addItem(item: PSValue, argument: Argument, separator: string): boolean {
    const word = argument.literal === true ? argument.text : toText(item);
    if (word === '') {
      if (item !== null) this.#push('');
      return true;
    }
    this.#line += separator;
    if (needsQuotes(word)) {
      this.#line += quoteWord(word);
      this.#push(word);
    } else if (argument.written !== undefined && !this.#legacy) {
      // An array that was written goes as it was written, cut at its blanks.
      for (const part of argument.written.text.split(' ')) if (part !== '') this.#addWord(part, false);
      return false;
    } else this.#addWord(word, argument.quoted === true);
    return true;
  }
  #addWord(word: string, quoted: boolean): void {
    const found = expandWord(this.#rt, word, quoted);
    this.#line += found.map((one) => (one !== word && needsQuotes(one) ? `"${one}"` : one)).join(' ');
    for (const one of found) this.#push(one);
  }
  #push(word: string): void {
    if (this.#nameApart) this.#list.push(this.#name, word);
    else this.#list.push(this.#name + word);
  }
}

/** `~` and wildcards of a word that stood in no quotes: the files, or the word where there are none. */
function expandWord(rt: Runtime, word: string, quoted: boolean): string[] {
  if (process.platform === 'win32' || quoted) return [word];
  const path = /^~(?:$|\/)/.test(word) ? (rt.environment.get('HOME') ?? '~') + word.slice(1) : word;
  if (!hasWildcard(word)) return [path];
  const found = shownFiles(rt.fileOnDrive(path) ?? nodePath.resolve(rt.location, path));
  if (found.length === 0) return [word];
  // A path from the root stays one; all others are told from here.
  return path.startsWith('/') ? found : found.map((file) => nodePath.relative(rt.location, file));
}
/** Files that an absolute pattern names, without those that a dot hides. */
function shownFiles(pattern: string): string[] {
  try {
    return globFiles(pattern).filter((file) => !nodePath.basename(file).startsWith('.'));
  } catch (error) {
    // A set without end names no file.
    if (error instanceof WildcardPatternError) return [];
    throw error;
  }
}
