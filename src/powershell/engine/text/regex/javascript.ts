/**
 * .NET patterns as JavaScript ones, where JavaScript does exactly the same: it is by far the fastest. It forgets what a group
 * took in an earlier turn of a loop, lets a reference to a group that took no part match, and refuses a turn that takes
 * nothing; patterns in which that shows are left to the engine in `search.ts`.
 */
import { ASCII_WORD, caseKin, CharSet, hex, WORD } from './char-set.js';
import { type AnchorKind, isNullable, partsOf, type RegexNode, type RegexTree } from './syntax.js';

/** `narrow`: for texts without a unit beyond U+00FF; `wide`: for texts without surrogates. */
export type Width = 'narrow' | 'wide';
export interface JavaScriptPattern {
  readonly regex: RegExp;
  /** The JavaScript capture of each group, in the order of the groups. */
  readonly captures: readonly number[];
}

class NotPlain extends Error {}

function groupsIn(node: RegexNode): readonly number[] {
  const own = node.type === 'capture' && node.group !== undefined ? [node.group] : [];
  return [...own, ...partsOf(node).flatMap(groupsIn)];
}
/** The groups that have surely taken part when the node has matched; `before` are those known already. */
function certain(node: RegexNode, before: ReadonlySet<number>, behind: boolean): ReadonlySet<number> {
  switch (node.type) {
    case 'sequence': {
      let known = before;
      for (const item of node.items) known = certain(item, known, behind);
      return known;
    }
    case 'choice': {
      const [first, ...others] = node.items.map((item) => certain(item, before, behind));
      return new Set([...(first ?? before)].filter((group) => others.every((other) => other.has(group))));
    }
    case 'loop': {
      const known = certain(node.body, before, behind);
      const groups = groupsIn(node.body);
      if (isNullable(node.body) && (node.most > 1 || groups.length > 0)) throw new NotPlain();
      if (node.most > 1 && groups.some((group) => !known.has(group))) throw new NotPlain();
      return node.least > 0 ? known : before;
    }
    case 'capture': {
      if (node.group === undefined || node.takes !== undefined) throw new NotPlain();
      return new Set([...certain(node.body, before, behind), node.group]);
    }
    case 'look': {
      const known = certain(node.body, before, node.behind);
      return node.negated ? before : known;
    }
    case 'atomic':
      if (behind) throw new NotPlain();
      return certain(node.body, before, behind);
    case 'reference':
      if (behind || node.fold || !before.has(node.group)) throw new NotPlain();
      return before;
    case 'anchor':
      if (node.kind === 'previousEnd') throw new NotPlain();
      return before;
    case 'ifGroup':
    case 'ifLook':
      throw new NotPlain();
    default:
      return before;
  }
}
/** Can JavaScript match it as .NET does? */
export function isPlain(tree: RegexTree): boolean {
  const groups = groupsIn(tree.root);
  if (new Set(groups).size < groups.length) return false;
  try {
    certain(tree.root, new Set(), false);
    return true;
  } catch (error) {
    if (error instanceof NotPlain) return false;
    throw error;
  }
}

const isSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdfff;
const letter = (unit: number): string =>
  /\w/.test(String.fromCharCode(unit)) && unit < 128 ? String.fromCharCode(unit) : hex(unit);

class Writer {
  readonly #width: Width;
  /** By number of the group. */
  readonly captures = new Map<number, number>();
  #count = 0;
  constructor(width: Width) {
    this.#width = width;
  }
  write(node: RegexNode): string {
    switch (node.type) {
      case 'empty':
        return '';
      case 'unit':
        return this.#unit(node.unit, node.fold);
      case 'set':
        return this.#set(node.set);
      case 'sequence':
        return node.items.map((item) => (item.type === 'choice' ? this.#wrapped(item) : this.write(item))).join('');
      case 'choice':
        return node.items.map((item) => this.write(item)).join('|');
      case 'loop':
        return this.#loop(node);
      case 'capture': {
        this.#count += 1;
        if (node.group !== undefined) this.captures.set(node.group, this.#count);
        return `(${this.write(node.body)})`;
      }
      case 'look':
        return `(?${node.behind ? '<' : ''}${node.negated ? '!' : '='}${this.write(node.body)})`;
      case 'atomic': {
        // JavaScript has no atomic groups, but what a look ahead found is not tried again.
        this.#count += 1;
        const own = this.#count;
        return `(?:(?=(${this.write(node.body)}))\\${own})`;
      }
      case 'reference':
        return `(?:\\${this.captures.get(node.group) ?? 0})`;
      case 'anchor':
        return this.#anchor(node.kind);
      default:
        throw new NotPlain();
    }
  }
  #wrapped(node: RegexNode): string {
    return `(?:${this.write(node)})`;
  }
  #loop({ body, least, most, lazy }: RegexNode & { type: 'loop' }): string {
    const text =
      body.type === 'unit' || body.type === 'set' || body.type === 'capture' ? this.write(body) : this.#wrapped(body);
    const endless = most >= 2147483647;
    const count =
      endless && least < 2
        ? least === 0
          ? '*'
          : '+'
        : least === 0 && most === 1
          ? '?'
          : `{${least}${endless ? ',' : most === least ? '' : `,${most}`}}`;
    return `${text}${count}${lazy ? '?' : ''}`;
  }
  #unit(unit: number, fold: boolean): string {
    const units = (fold ? caseKin(unit) : [unit]).filter((one) => this.#width === 'wide' || one < 256);
    if (units.some(isSurrogate)) throw new NotPlain();
    if (units.length === 0) return '[]';
    return units.length === 1 ? letter(units[0] ?? 0) : `[${units.map(letter).join('')}]`;
  }
  #set(set: CharSet): string {
    const text = this.#width === 'narrow' ? set.narrow() : set.wide();
    if (text === undefined) throw new NotPlain();
    return text;
  }
  #anchor(kind: AnchorKind): string {
    switch (kind) {
      case 'start':
        return '^';
      case 'end':
        return '$';
      case 'lastLine':
        return '(?=\\n?$)';
      case 'lineStart':
        return '(?:^|(?<=\\n))';
      case 'lineEnd':
        return '(?=\\n|$)';
      default: {
        const ascii = kind === 'asciiWord' || kind === 'notAsciiWord';
        const joiners = ascii ? [] : [0x200c, 0x200d];
        const word = this.#set(new CharSet(joiners, [ascii ? ASCII_WORD : WORD]));
        return kind === 'word' || kind === 'asciiWord'
          ? `(?:(?<=${word})(?!${word})|(?<!${word})(?=${word}))`
          : `(?:(?<=${word})(?=${word})|(?<!${word})(?!${word}))`;
      }
    }
  }
}

/** Undefined when JavaScript has no way to say it. The tree `isPlain`. */
export function javaScriptPattern(tree: RegexTree, width: Width): JavaScriptPattern | undefined {
  const writer = new Writer(width);
  try {
    const source = writer.write(tree.root);
    return {
      regex: new RegExp(source, width === 'narrow' ? 'g' : 'gv'),
      captures: tree.groups.map(({ number }) => writer.captures.get(number) ?? 0),
    };
  } catch (error) {
    if (error instanceof NotPlain) return undefined;
    throw error;
  }
}
