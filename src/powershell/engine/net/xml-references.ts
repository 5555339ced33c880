/** What `&…;` stands for in text and attributes, and .NET's words for one that stands for nothing. Measured. */
import type { Steps, Tick } from '../pending.js';

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const NAME = /[A-Za-z_\u00c0-\uffff][\w.\-\u00b7-\uffff]*/y;
const INT_MAX = 0x7fff_ffff;

type Problem = (message: string, index: number) => Error;

/** What a document declares itself, and how much of it was put in. */
export class DeclaredEntities {
  readonly #texts: ReadonlyMap<string, string>;
  #taken = 0;
  constructor(texts: Iterable<readonly [string, string]>) {
    this.#texts = new Map(texts);
  }
  take(name: string, at: number, problem: Problem): string | undefined {
    const found = this.#texts.get(name);
    if (found === undefined) return undefined;
    if (/[<&]/.test(found)) throw problem(`The entity '${name}' has markup, which this engine does not read.`, at);
    this.#taken += found.length;
    if (this.#taken > MOST_FROM_ENTITIES)
      throw problem('The input document has exceeded a limit set by MaxCharactersFromEntities.', at);
    return found;
  }
}
const MOST_FROM_ENTITIES = 10_000_000;

/**
 * The characters of `source` from `from` until `to`: references resolved, line ends made one. What is refused may stand
 * behind `to`: a reference that is cut there.
 */
export function* decodeText(
  source: string,
  from: number,
  to: number,
  problem: Problem,
  tick: Tick,
  declared?: DeclaredEntities,
): Steps<string> {
  let text = '';
  let chunk = from;
  for (let at = from; at < to; at += 1) {
    const unit = source.charCodeAt(at);
    if (unit !== 13 && unit !== 38) continue;
    text += source.slice(chunk, at);
    if (unit === 13) {
      text += '\n';
      if (source.charCodeAt(at + 1) === 10) at += 1;
    } else {
      const reference = readReference(source, at, problem, declared);
      text += reference.text;
      at = reference.end - 1;
    }
    chunk = at + 1;
    const wait = tick();
    if (wait !== undefined) yield wait;
  }
  return text + source.slice(chunk, to);
}

function readReference(
  source: string,
  at: number,
  problem: Problem,
  declared: DeclaredEntities | undefined,
): { readonly text: string; readonly end: number } {
  if (source[at + 1] === '#') return readNumber(source, at, problem);
  if (at + 1 >= source.length) throw problem('Unexpected end of file has occurred.', at);
  NAME.lastIndex = at + 1;
  const name = NAME.exec(source)?.[0] ?? '';
  const end = at + 1 + name.length;
  const after = source[end];
  if (name === '' || after === undefined || after === ':')
    throw problem('An error occurred while parsing EntityName.', at + 1);
  if (after !== ';') throw problem(`'${after}' is an unexpected token. The expected token is ';'.`, end);
  const known = ENTITIES[name] ?? declared?.take(name, at, problem);
  if (known === undefined) throw problem(`Reference to undeclared entity '${name}'.`, at + 1);
  return { text: known, end: end + 1 };
}

function readNumber(source: string, at: number, problem: Problem): { readonly text: string; readonly end: number } {
  const isHex = source[at + 2] === 'x';
  const digits = isHex ? /[0-9a-fA-F]/ : /\d/;
  const base = isHex ? 16 : 10;
  const first = at + (isHex ? 3 : 2);
  let value = 0;
  let end = first;
  for (; digits.test(source[end] ?? ''); end += 1) {
    value = value * base + Number.parseInt(source[end] ?? '', base);
    if (value > INT_MAX) throw problem('Invalid value of a character entity reference.', end);
  }
  if (end >= source.length) throw problem('Unexpected end of file while parsing  has occurred.', at);
  if (end === first || source[end] !== ';')
    throw problem(`Invalid syntax for a ${isHex ? 'hexadecimal' : 'decimal'} numeric entity reference.`, end);
  end += 1;
  if (value <= 0xffff) return { text: String.fromCharCode(value), end };
  // .NET keeps 16 bits of what it computes: numbers beyond Unicode become halves that are none, or ones by chance.
  const high = (0xd800 + ((value - 0x10000) >>> 10)) & 0xffff;
  if (high < 0xd800 || high > 0xdbff)
    throw problem(
      `'${String.fromCharCode(high)}', hexadecimal value 0x${high.toString(16).toUpperCase()}, is an invalid character.`,
      first,
    );
  return { text: String.fromCharCode(high, 0xdc00 + ((value - 0x10000) & 0x3ff)), end };
}
