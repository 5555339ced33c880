/** What a .NET regular expression is made of. */
import type { CharSet } from './char-set.js';

export interface RegexOptions {
  readonly ignoreCase?: boolean;
  readonly multiline?: boolean;
  readonly singleline?: boolean;
  readonly explicitCapture?: boolean;
  readonly ignoreWhitespace?: boolean;
  readonly rightToLeft?: boolean;
  readonly ecmaScript?: boolean;
  /** All options as .NET counts them, with those that change nothing here. */
  readonly flags?: number;
}
/** A pattern that .NET refuses, with the place where its parser stops. */
export class RegexSyntaxError extends SyntaxError {
  readonly offset: number;
  constructor(message: string, offset: number) {
    super(message);
    this.offset = offset;
  }
}
/** A group of a pattern: its number, and its name (the number as text for one that has none). */
export interface NetGroup {
  readonly number: number;
  readonly name: string;
}

/**
 * Where nothing is read: `^` and `$` of lines, `\A`, `\G`, `$` and `\Z` (before a last line feed, too), `\z`, `\b`, `\B`,
 * and the last two as ECMAScript has them.
 */
export type AnchorKind =
  | 'lineStart'
  | 'lineEnd'
  | 'start'
  | 'previousEnd'
  | 'lastLine'
  | 'end'
  | 'word'
  | 'notWord'
  | 'asciiWord'
  | 'notAsciiWord';

export type RegexNode =
  | { readonly type: 'empty' }
  /** One UTF-16 unit: .NET knows no characters beyond. */
  | { readonly type: 'unit'; readonly unit: number; readonly fold: boolean }
  | { readonly type: 'set'; readonly set: CharSet }
  | { readonly type: 'sequence'; readonly items: readonly RegexNode[] }
  | { readonly type: 'choice'; readonly items: readonly RegexNode[] }
  | {
      readonly type: 'loop';
      readonly body: RegexNode;
      readonly least: number;
      readonly most: number;
      readonly lazy: boolean;
    }
  /** `group` undefined for `(?<-b>…)`; `takes` is the group whose last capture a balancing group takes away. */
  | {
      readonly type: 'capture';
      readonly body: RegexNode;
      readonly group: number | undefined;
      readonly takes: number | undefined;
    }
  | { readonly type: 'look'; readonly body: RegexNode; readonly behind: boolean; readonly negated: boolean }
  | { readonly type: 'atomic'; readonly body: RegexNode }
  | { readonly type: 'reference'; readonly group: number; readonly fold: boolean }
  | { readonly type: 'anchor'; readonly kind: AnchorKind }
  | { readonly type: 'ifGroup'; readonly group: number; readonly yes: RegexNode; readonly no: RegexNode }
  | { readonly type: 'ifLook'; readonly look: RegexNode; readonly yes: RegexNode; readonly no: RegexNode };

export interface RegexTree {
  readonly root: RegexNode;
  /** By number, the whole match first. */
  readonly groups: readonly NetGroup[];
}

/** May the node match an empty text? */
export function isNullable(node: RegexNode): boolean {
  switch (node.type) {
    case 'unit':
    case 'set':
      return false;
    case 'sequence':
      return node.items.every(isNullable);
    case 'choice':
      return node.items.some(isNullable);
    case 'loop':
      return node.least === 0 || isNullable(node.body);
    case 'capture':
    case 'atomic':
      return isNullable(node.body);
    case 'ifGroup':
    case 'ifLook':
      return isNullable(node.yes) || isNullable(node.no);
    default:
      return true;
  }
}
/** The parts of a node. */
export function partsOf(node: RegexNode): readonly RegexNode[] {
  switch (node.type) {
    case 'sequence':
    case 'choice':
      return node.items;
    case 'loop':
    case 'capture':
    case 'look':
    case 'atomic':
      return [node.body];
    case 'ifGroup':
      return [node.yes, node.no];
    case 'ifLook':
      return [node.look, node.yes, node.no];
    default:
      return [];
  }
}
