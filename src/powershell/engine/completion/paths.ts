/**
 * Paths as a word that is being written means them: of files and folders, and of the drives that are tables. What comes
 * before the last separator may have wildcards and leads to folders; what comes behind it begins the names that are offered.
 */
import { readdirSync } from 'node:fs';
import nodePath from 'node:path';
import type { Token } from '../../lang/index.js';
import type { EngineServices } from '../commands/index.js';
import { isNamed, pathByDrive, PROVIDER_PATH } from '../commands/items/drives.js';
import { homeFolder, type Place, placeOf, resolvePlaces, separator } from '../commands/items/places.js';
import { isFolderAt } from '../file-kinds.js';
import { compareText } from '../operators/comparison.js';
import { placeRegex, unescapeWildcard } from '../text/wildcard.js';
import { MAX_ITEMS, type CompletionItem } from './completion-result.js';
import { readName } from './variable-sources.js';

export interface WrittenWord {
  readonly text: string;
  /** The quote that the person began with. */
  readonly quote: string;
  /** Variables stand in it. */
  readonly expands?: boolean;
}
export function wordOf(token: Token | undefined): WrittenWord {
  if (token === undefined || token.kind === 'Comma') return { text: '', quote: '' };
  const quote = /^['"]/.exec(token.text)?.[0] ?? '';
  const expands = token.data?.type === 'expandable' && token.data.nestedTokens.length > 0;
  return { text: quote === '' ? token.value || token.text : token.value, quote, expands };
}

export interface FileOptions {
  readonly onlyFolders?: boolean;
  /** The name is taken as it stands: no wildcard characters are escaped. */
  readonly plain?: boolean;
  /** Folders, and files of these kinds only. */
  readonly extensions?: readonly string[];
}

export function files(word: WrittenWord, services: EngineServices, options: FileOptions = {}): CompletionItem[] {
  const text = word.expands === true ? expanded(word.text, services) : word.text;
  if (text === undefined) return [];
  const end = /[^\\/:]*$/.exec(text)?.index ?? 0;
  const [before, name] = [text.slice(0, end), text.slice(end)];
  const places = resolved(before === '' ? '.' : before, services, options.plain === true);
  const items: PathItem[] = [];
  const matches = nameTest(name, options.plain === true);
  for (const place of places) {
    const base = baseText(before, place, services);
    const add = (own: string, isFolder: boolean, tip: string): void => {
      items.push({ base, name: own, isFolder, tip });
    };
    if (place.kind === 'flat') {
      if (place.name !== '' || options.onlyFolders === true) continue;
      for (const own of place.provider.names())
        if (matches(own)) add(own, false, (before.includes('::') ? before : base) + own);
      continue;
    }
    for (const entry of entriesOf(place.path)) {
      if (!matches(entry.name)) continue;
      const path = nodePath.join(place.path, entry.name);
      const isFolder = entry.isDirectory() || (entry.isSymbolicLink() && isFolderAt(path));
      if (options.onlyFolders === true && !isFolder) continue;
      if (!isFolder && options.extensions?.includes(nodePath.extname(entry.name).toLowerCase()) === false) continue;
      add(entry.name, isFolder, path);
    }
  }
  return sorted(items, places.length === 1)
    .slice(0, MAX_ITEMS)
    .map((item) => ({
      text: pathText(item.base, item.name, word.quote, options.plain === true),
      label: item.name,
      kind: item.isFolder ? 'ProviderContainer' : 'ProviderItem',
      tip: item.tip,
      ordered: true,
    }));
}

interface PathItem {
  readonly base: string;
  readonly name: string;
  readonly isFolder: boolean;
  readonly tip: string;
}
/** By their whole paths: of one folder the names say as much. */
function sorted(items: readonly PathItem[], isOneFolder: boolean): readonly PathItem[] {
  return items.toSorted((a, b) => (isOneFolder ? compareText(a.name, b.name, true) : compareText(a.tip, b.tip, true)));
}

/** The text with what its variables hold, or undefined: of one that holds no text nothing is known. */
export function expanded(text: string, services: EngineServices): string | undefined {
  let isKnown = !/\$\(/.test(text);
  const out = text.replaceAll(/\$(?:\{([^}]*)\}|((?:\w+:)?\w+))/g, (_written, braced?: string, plain?: string) => {
    const name = braced ?? plain ?? '';
    const environment = /^env:(.*)$/i.exec(name)?.[1];
    const value =
      environment === undefined
        ? services.variables.find(readName(name))?.value
        : (services.environment?.get(environment) ?? process.env[environment]);
    if (typeof value === 'string') return value;
    isKnown = false;
    return '';
  });
  return isKnown ? out : undefined;
}

/** The folders that the beginning of a path means, or tables. A name with brackets that is there is meant as it stands. */
function resolved(before: string, services: EngineServices, plain: boolean): readonly Place[] {
  const found = (literal: boolean): readonly Place[] =>
    resolvePlaces({ services }, before, literal).filter((place): place is Place => !(place instanceof Error));
  const asWritten = plain ? found(true) : [];
  return asWritten.length > 0 ? asWritten : found(false);
}

function nameTest(written: string, plain: boolean): (name: string) => boolean {
  const isPattern = /[*?]|\[[^\]]+\]/.test(written.replaceAll(/`./g, ''));
  const pattern = isPattern ? placeRegex(`${written}*`) : undefined;
  const beginnings = [written, plain ? written : unescapeWildcard(written)].map((one) => one.toLowerCase());
  return (name) => {
    const lower = name.toLowerCase();
    return pattern?.test(name) === true || beginnings.some((one) => lower.startsWith(one));
  };
}

function entriesOf(path: string): ReturnType<typeof readEntries> {
  try {
    return readEntries(path);
  } catch {
    return [];
  }
}
const readEntries = (path: string) => readdirSync(path, { withFileTypes: true });

/** How a found folder is written, with the separator behind it: as the person began, without detours. */
function baseText(before: string, place: Place, services: EngineServices): string {
  const withEnd = (path: string): string => (/[\\/:]$/.test(path) ? path : path + separator);
  const provider = PROVIDER_PATH.exec(before);
  if (place.kind === 'flat') {
    if (provider !== null) return `${prefixOf(provider, place.provider.name)}`;
    return isRelative(before, services) ? `.${separator}` : withEnd(`${place.provider.drive}:${separator}`);
  }
  if (provider !== null) return prefixOf(provider, 'FileSystem') + withEnd(place.path);
  const home = homeFolder({ services });
  if (/^~[\\/]/.test(before) && withEnd(place.path).startsWith(withEnd(home)))
    return `~${separator}${withEnd(place.path).slice(withEnd(home).length)}`;
  if (isRelative(before, services)) {
    const relative = nodePath.relative(services.location.path, place.path);
    if (relative === '') return `.${separator}`;
    return withEnd(/^\.\.(?:$|[\\/])/.test(relative) ? relative : `.${separator}${relative}`);
  }
  return withEnd(place.drive !== undefined && isNamed(place.drive) ? pathByDrive(place.drive, place.path) : place.path);
}
const prefixOf = ([, prefix = '']: RegExpExecArray, name: string): string =>
  prefix.includes('\\') ? `Microsoft.PowerShell.Core\\${name}::` : `${name}::`;
function isRelative(before: string, services: EngineServices): boolean {
  if (/^(?:[\\/]|~[\\/])/.test(before)) return false;
  const place = placeOf({ services }, before === '' ? '.' : before);
  if (place instanceof Error) return true;
  if (!before.includes(':')) return true;
  return place.kind === 'file' && place.drive === undefined;
}

/** What needs neither quotes nor escapes, by far the most. */
const PLAIN = /^[\w./~][\w./~+=:%-]*$/;
const SINGLE = /['\u2018-\u201b]/;
const DOUBLE = /["\u201c-\u201e]/;
/** A path as an argument: in quotes where it needs them, with escapes before what would mean something else. */
function pathText(base: string, name: string, quote: string, plain: boolean): string {
  if (quote === '' && PLAIN.test(base) && PLAIN.test(name)) return base + name;
  let needsQuotes = quote !== '';
  const escaped = (text: string): string => {
    let out = '';
    for (let at = 0; at < text.length; at += 1) {
      const char = text[at] ?? '';
      if (quote === '') {
        if (/[\s,;(){}|&<>`$]/.test(char) || (at === 0 && /[#@-]/.test(char)) || DOUBLE.test(char) || SINGLE.test(char))
          needsQuotes = true;
      }
      if (/[[\]]/.test(char) && !plain) {
        needsQuotes = true;
        out += '`'.repeat(quote === '"' ? (out.endsWith('`') ? 4 : 2) : 1);
      } else if (char === '`') {
        if (quote === '"') out += '`'.repeat(!plain && out.endsWith('`') ? 3 : 1);
        else if (!plain) out += '`';
      } else if (quote === '"') {
        if (char === '$' || DOUBLE.test(char)) out += '`';
      } else if (SINGLE.test(char)) out += "'";
      out += char;
    }
    return out;
  };
  const text = escaped(base) + escaped(name);
  const mark = quote === '"' ? '"' : "'";
  return needsQuotes ? mark + text + mark : text;
}
