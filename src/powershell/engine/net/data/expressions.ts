/** The filters and sort orders of DataTable.Select, RowFilter and Compute. */
import type { PSValue } from '../../../../protocol/objects/index.js';
import { PSDouble } from '../../../../protocol/objects/index.js';
import { convertTo, toNumber, toText } from '../../conversion.js';
import { requireType } from '../../values/net-type.js';
import { addition, compareValues } from './values.js';
import { long, throwNet } from '../support.js';

export interface RowView {
  get(column: string): PSValue;
}
type Value = PSValue;
type Node = (row: RowView) => Value;

interface Token {
  readonly kind: 'name' | 'text' | 'number' | 'sign' | 'end';
  readonly text: string;
}
const syntax = (message: string): Error => throwNet('System.Data.SyntaxErrorException', `Syntax error: ${message}`);

function tokens(source: string): Token[] {
  const list: Token[] = [];
  const pattern =
    /\s*(?:'((?:[^']|'')*)'|#([^#]*)#|\[((?:\\.|[^\]])*)\]|`([^`]*)`|(\d+(?:\.\d*)?(?:[eE][+-]?\d+)?)|([A-Za-z_\u0080-\uffff][\w.\u0080-\uffff]*)|(<>|<=|>=|!=|[<>=()+\-*/%,]))/y;
  while (source.slice(pattern.lastIndex).trim() !== '') {
    const at = pattern.lastIndex;
    const match = pattern.exec(source);
    if (match === null)
      throw throwNet(
        'System.Data.EvaluateException',
        `The expression contains an invalid string constant or sign: ${source.slice(at).trim()}.`,
      );
    const [, quoted, date, bracket, tick, number, name, sign] = match;
    if (quoted !== undefined) list.push({ kind: 'text', text: quoted.replaceAll("''", "'") });
    else if (date !== undefined) list.push({ kind: 'text', text: date });
    else if (bracket !== undefined || tick !== undefined)
      list.push({ kind: 'name', text: `[${(bracket ?? tick ?? '').replace(/\\(.)/g, '$1')}` });
    else if (number !== undefined) list.push({ kind: 'number', text: number });
    else if (name !== undefined) list.push({ kind: 'name', text: name });
    else list.push({ kind: 'sign', text: sign ?? '' });
  }
  list.push({ kind: 'end', text: '' });
  return list;
}
/** `*` and `%` at the ends stand for anything. */
function like(value: Value, pattern: Value): boolean {
  const escaped = toText(pattern).replace(/\[([*%[\]])\]|[*%]|[.+?^${}()|\\[\]]/g, (one, inside: string | undefined) =>
    inside !== undefined ? `\\${inside}` : one === '*' || one === '%' ? '.*' : `\\${one}`,
  );
  return new RegExp(`^${escaped}$`, 'is').test(toText(value));
}
const truth = (value: Value): boolean => value === true;

/** One expression. Words are told in any letter case. */
class Parser {
  readonly #tokens: readonly Token[];
  #at = 0;
  constructor(source: string) {
    this.#tokens = tokens(source);
  }
  get #now(): Token {
    return this.#tokens[this.#at] ?? { kind: 'end', text: '' };
  }
  #word(...words: readonly string[]): boolean {
    const { kind, text } = this.#now;
    if (kind !== 'name' || !words.includes(text.toUpperCase())) return false;
    this.#at += 1;
    return true;
  }
  #sign(...signs: readonly string[]): string | undefined {
    const { kind, text } = this.#now;
    if (kind !== 'sign' || !signs.includes(text)) return undefined;
    this.#at += 1;
    return text;
  }
  whole(): Node {
    const made = this.#or();
    if (this.#now.kind !== 'end') throw syntax(`Missing operand before '${this.#now.text}' operator.`);
    return made;
  }
  #or(): Node {
    let left = this.#and();
    while (this.#word('OR')) {
      const [one, two] = [left, this.#and()];
      left = (row) => truth(one(row)) || truth(two(row));
    }
    return left;
  }
  #and(): Node {
    let left = this.#not();
    while (this.#word('AND')) {
      const [one, two] = [left, this.#not()];
      left = (row) => truth(one(row)) && truth(two(row));
    }
    return left;
  }
  #not(): Node {
    if (!this.#word('NOT')) return this.#comparison();
    const inner = this.#not();
    return (row) => !truth(inner(row));
  }
  #comparison(): Node {
    const left = this.#sum();
    if (this.#word('IS')) {
      const not = this.#word('NOT');
      if (!this.#word('NULL')) throw syntax("The items following the IS keyword must be 'Null' or 'Not Null'.");
      return (row) => (left(row) === null) !== not;
    }
    const not = this.#word('NOT');
    if (this.#word('LIKE')) {
      const pattern = this.#sum();
      return (row) => left(row) !== null && like(left(row), pattern(row)) !== not;
    }
    if (this.#word('IN')) {
      if (this.#sign('(') === undefined)
        throw syntax('The items following the IN keyword must be separated by commas and be enclosed in parentheses.');
      const list = [this.#sum()];
      while (this.#sign(',') !== undefined) list.push(this.#sum());
      this.#close();
      return (row) => list.some((one) => compareValues(left(row), one(row)) === 0) !== not;
    }
    const sign = this.#sign('=', '<>', '!=', '<', '>', '<=', '>=');
    if (sign === undefined) return left;
    if (this.#now.kind === 'end') throw syntax(`Missing operand after '${sign}' operator.`);
    const right = this.#sum();
    return (row) => {
      const [one, two] = [left(row), right(row)];
      if (one === null || two === null) return null;
      const order = compareValues(one, two);
      switch (sign) {
        case '=':
          return order === 0;
        case '<':
          return order < 0;
        case '>':
          return order > 0;
        case '<=':
          return order <= 0;
        case '>=':
          return order >= 0;
        default:
          return order !== 0;
      }
    };
  }
  #close(): void {
    if (this.#sign(')') === undefined) throw syntax('The expression is missing the closing parenthesis.');
  }
  #sum(): Node {
    let left = this.#product();
    for (let sign = this.#sign('+', '-'); sign !== undefined; sign = this.#sign('+', '-')) {
      const [one, two, minus] = [left, this.#product(), sign === '-'];
      left = (row) => (minus ? number(toNumber(one(row)) - toNumber(two(row))) : addition(one(row), two(row)));
    }
    return left;
  }
  #product(): Node {
    let left = this.#factor();
    for (let sign = this.#sign('*', '/', '%'); sign !== undefined; sign = this.#sign('*', '/', '%')) {
      const [one, two, kind] = [left, this.#factor(), sign];
      left = (row) => {
        const [a, b] = [toNumber(one(row)), toNumber(two(row))];
        return number(kind === '*' ? a * b : kind === '/' ? a / b : a % b);
      };
    }
    return left;
  }
  #factor(): Node {
    if (this.#sign('-') !== undefined) {
      const inner = this.#factor();
      return (row) => number(-toNumber(inner(row)));
    }
    if (this.#sign('(') !== undefined) {
      const inner = this.#or();
      this.#close();
      return inner;
    }
    const { kind, text } = this.#now;
    this.#at += 1;
    if (kind === 'text') return () => text;
    if (kind === 'number') return () => number(Number(text));
    if (kind !== 'name') throw syntax(`Missing operand before '${text}' operator.`);
    const bare = text.startsWith('[') ? text.slice(1) : text;
    if (!text.startsWith('[')) {
      const word = text.toUpperCase();
      if (word === 'TRUE' || word === 'FALSE') return () => word === 'TRUE';
      if (word === 'NULL') return () => null;
      if (this.#sign('(') !== undefined) return this.#call(word);
    }
    return (row) => row.get(bare);
  }
  #call(name: string): Node {
    const args = [this.#or()];
    while (this.#sign(',') !== undefined) args.push(this.#or());
    this.#close();
    const [first = () => null, second = () => null, third = () => null] = args;
    switch (name) {
      case 'LEN':
        return (row) => toText(first(row)).length;
      case 'TRIM':
        return (row) => toText(first(row)).trim();
      case 'CONVERT':
        return (row) => convertTo(first(row), requireType(toText(second(row))));
      case 'ISNULL':
        return (row) => first(row) ?? second(row);
      case 'IIF':
        return (row) => (truth(first(row)) ? second(row) : third(row));
      case 'SUBSTRING':
        return (row) =>
          toText(first(row))
            .slice(toNumber(second(row)) - 1)
            .slice(0, toNumber(third(row)));
      default:
        throw throwNet('System.Data.EvaluateException', `The expression contains undefined function call ${name}().`);
    }
  }
}
const number = (value: number): Value =>
  Number.isInteger(value) && Math.abs(value) <= 2_147_483_647
    ? value
    : Number.isInteger(value)
      ? long(value)
      : new PSDouble(value);

export function filterOf(source: string): (row: RowView) => boolean {
  if (source.trim() === '') return () => true;
  const node = new Parser(source).whole();
  return (row) => truth(node(row));
}
/**
 * What an expression gives for a row, as a column shows it.
 * @throws SyntaxErrorException, EvaluateException: it is no expression
 */
export const valueFrom = (source: string): ((row: RowView) => PSValue) => new Parser(source).whole();
/** `A DESC, B`. */
export function orderOf(source: string): (left: RowView, right: RowView) => number {
  const keys = source
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const match = /^\[?(.*?)\]?(?:\s+(ASC|DESC))?$/i.exec(part);
      return { name: match?.[1] ?? part, sign: match?.[2]?.toUpperCase() === 'DESC' ? -1 : 1 };
    });
  return (left, right) => {
    for (const { name, sign } of keys) {
      const order = compareValues(left.get(name), right.get(name)) * sign;
      if (order !== 0) return order;
    }
    return 0;
  };
}
/** `SUM(A)` and kin over rows. */
export function aggregate(source: string, rows: readonly RowView[]): Value {
  const match = /^\s*(sum|avg|min|max|count|var|stdev)\s*\(\s*\[?(.*?)\]?\s*\)\s*$/i.exec(source);
  if (match === null) throw syntax('The expression must be an aggregate of one column.');
  const [, name = '', column = ''] = match;
  const values = rows.map((row) => row.get(column)).filter((value) => value !== null);
  switch (name.toLowerCase()) {
    case 'count':
      return values.length;
    case 'min':
    case 'max': {
      const sign = name.toLowerCase() === 'min' ? 1 : -1;
      return values.toSorted((a, b) => compareValues(a, b) * sign)[0] ?? null;
    }
    case 'sum':
    case 'avg': {
      if (values.length === 0) return null;
      const total = values.reduce<number>((sum, value) => sum + toNumber(value), 0);
      const whole = values.every((value) => typeof value === 'number' || typeof value === 'bigint');
      if (name.toLowerCase() === 'sum') return whole ? long(total) : new PSDouble(total);
      return whole ? Math.trunc(total / values.length) : new PSDouble(total / values.length);
    }
    default:
      throw throwNet('System.NotSupportedException', `${name.toUpperCase()} is not available in this engine.`);
  }
}
