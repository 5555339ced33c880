/** XPath 1.0 as scripts use it: paths with axes, predicates, the core functions, namespaces by prefix. */
import { XmlNode } from './xml-dom.js';

export type XPathValue = readonly XmlNode[] | string | number | boolean;
type Namespaces = (prefix: string) => string | undefined;
interface Context {
  readonly node: XmlNode;
  readonly position: number;
  readonly size: number;
  readonly namespaces: Namespaces;
}
type Expression = (context: Context) => XPathValue;
export class XPathError extends Error {}
/** As .NET bounds an expression: inside each other, and in a row. Measured. */
const MAX_DEPTH = 200;
const MAX_ROW = 1024;
const tooComplex = (): XPathError => new XPathError('The xpath query is too complex.');

const TOKEN =
  /\s*(\/\/|\/|\.\.|\.|::|@|\||\[|\]|\(|\)|,|!=|<=|>=|=|<|>|\+|-|\*|"[^"]*"|'[^']*'|\d+(?:\.\d+)?|\$?[\w\u00c0-\uffff][\w.\-\u00b7-\uffff]*(?::(?!:)(?:\*|[\w\u00c0-\uffff][\w.\-\u00b7-\uffff]*))?)/gy;

function tokens(source: string): string[] {
  const out: string[] = [];
  TOKEN.lastIndex = 0;
  let at = 0;
  while (at < source.length && source.slice(at).trim() !== '') {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(source);
    if (match === null) throw new XPathError(`'${source}' has an invalid token.`);
    out.push(match[1] ?? '');
    at = TOKEN.lastIndex;
  }
  return out;
}

const nodeText = (node: XmlNode): string => node.text;
const isNodes = (value: XPathValue): value is readonly XmlNode[] => Array.isArray(value);
export const textOf = (value: XPathValue): string =>
  isNodes(value)
    ? value[0] === undefined
      ? ''
      : nodeText(value[0])
    : typeof value === 'number'
      ? Number.isInteger(value)
        ? value.toFixed(0)
        : String(value)
      : String(value);
const numberOf = (value: XPathValue): number =>
  typeof value === 'number'
    ? value
    : typeof value === 'boolean'
      ? Number(value)
      : textOf(value).trim() === ''
        ? Number.NaN
        : Number(textOf(value));
const truth = (value: XPathValue): boolean =>
  isNodes(value)
    ? value.length > 0
    : typeof value === 'string'
      ? value !== ''
      : typeof value === 'number'
        ? value !== 0 && !Number.isNaN(value)
        : value;

function compare(left: XPathValue, right: XPathValue, operator: string): boolean {
  if (isNodes(left))
    return left.some((node) =>
      compare(
        isNodes(right) || typeof right === 'string'
          ? nodeText(node)
          : typeof right === 'number'
            ? numberOf(nodeText(node))
            : true,
        right,
        operator,
      ),
    );
  if (isNodes(right))
    return right.some((node) =>
      compare(left, typeof left === 'number' ? numberOf(nodeText(node)) : nodeText(node), operator),
    );
  if (operator === '=' || operator === '!=') {
    const same =
      typeof left === 'boolean' || typeof right === 'boolean'
        ? truth(left) === truth(right)
        : typeof left === 'number' || typeof right === 'number'
          ? numberOf(left) === numberOf(right)
          : left === right;
    return same === (operator === '=');
  }
  const [a, b] = [numberOf(left), numberOf(right)];
  return operator === '<' ? a < b : operator === '>' ? a > b : operator === '<=' ? a <= b : a >= b;
}

function descendants(node: XmlNode): XmlNode[] {
  return node.children.flatMap((child) => [child, ...descendants(child)]);
}
function axis(name: string, node: XmlNode): XmlNode[] {
  const up: XmlNode[] = [];
  for (let at = node.parent; at !== undefined; at = at.parent) up.push(at);
  const siblings = node.parent?.children ?? [];
  const at = siblings.indexOf(node);
  switch (name) {
    case 'child':
      return node.children;
    case 'descendant':
      return descendants(node);
    case 'descendant-or-self':
      return [node, ...descendants(node)];
    case 'parent':
      return node.parent === undefined ? [] : [node.parent];
    case 'ancestor':
      return up;
    case 'ancestor-or-self':
      return [node, ...up];
    case 'self':
      return [node];
    case 'attribute':
      return node.attributes.filter(({ name: own }) => own !== 'xmlns' && !own.startsWith('xmlns:'));
    case 'following-sibling':
      return at < 0 ? [] : siblings.slice(at + 1);
    case 'preceding-sibling':
      return at < 0 ? [] : siblings.slice(0, at).reverse();
    case 'following':
      return [node, ...up].flatMap((one) => {
        const list = one.parent?.children ?? [];
        return list.slice(list.indexOf(one) + 1).flatMap((other) => [other, ...descendants(other)]);
      });
    default:
      throw new XPathError(`The axis '${name}' is not supported by this engine.`);
  }
}

class Parser {
  readonly #tokens: readonly string[];
  readonly #source: string;
  #at = 0;
  #depth = 0;
  constructor(source: string) {
    this.#source = source;
    this.#tokens = tokens(source);
  }
  parse(): Expression {
    const made = this.#or();
    if (this.#at < this.#tokens.length) throw this.#bad();
    return made;
  }
  #bad(): XPathError {
    return new XPathError(`'${this.#source}' has an invalid token.`);
  }
  get #next(): string {
    return this.#tokens[this.#at] ?? '';
  }
  #take(token: string): boolean {
    if (this.#next !== token) return false;
    this.#at += 1;
    return true;
  }
  #binary(
    next: () => Expression,
    operators: readonly string[],
    make: (left: XPathValue, right: () => XPathValue, operator: string) => XPathValue,
  ): Expression {
    let left = next();
    for (let row = 1; operators.includes(this.#next); row += 1) {
      if (row >= MAX_ROW) throw tooComplex();
      const operator = this.#next;
      this.#at += 1;
      const [before, right] = [left, next()];
      left = (context) => make(before(context), () => right(context), operator);
    }
    return left;
  }
  #or(): Expression {
    if (this.#depth >= MAX_DEPTH) throw tooComplex();
    this.#depth += 1;
    const made = this.#binary(
      () => this.#and(),
      ['or'],
      (a, b) => truth(a) || truth(b()),
    );
    this.#depth -= 1;
    return made;
  }
  #and(): Expression {
    return this.#binary(
      () => this.#equality(),
      ['and'],
      (a, b) => truth(a) && truth(b()),
    );
  }
  #equality(): Expression {
    return this.#binary(
      () => this.#relation(),
      ['=', '!='],
      (a, b, operator) => compare(a, b(), operator),
    );
  }
  #relation(): Expression {
    return this.#binary(
      () => this.#sum(),
      ['<', '>', '<=', '>='],
      (a, b, operator) => compare(a, b(), operator),
    );
  }
  #sum(): Expression {
    return this.#binary(
      () => this.#product(),
      ['+', '-'],
      (a, b, operator) => (operator === '+' ? numberOf(a) + numberOf(b()) : numberOf(a) - numberOf(b())),
    );
  }
  #product(): Expression {
    return this.#binary(
      () => this.#unary(),
      ['*', 'div', 'mod'],
      (a, b, operator) =>
        operator === '*'
          ? numberOf(a) * numberOf(b())
          : operator === 'div'
            ? numberOf(a) / numberOf(b())
            : numberOf(a) % numberOf(b()),
    );
  }
  #unary(): Expression {
    let minus = 0;
    while (this.#take('-')) minus += 1;
    const inner = this.#union();
    if (minus === 0) return inner;
    return minus % 2 === 1 ? (context) => -numberOf(inner(context)) : (context) => numberOf(inner(context));
  }
  #union(): Expression {
    return this.#binary(
      () => this.#path(),
      ['|'],
      (a, b) => {
        const right = b();
        if (!isNodes(a) || !isNodes(right)) throw this.#bad();
        return order([...a, ...right]);
      },
    );
  }
  #path(): Expression {
    const token = this.#next;
    const following = this.#tokens[this.#at + 1];
    const isFunction =
      following === '(' &&
      /^[a-z]/.test(token) &&
      !['text', 'node', 'comment', 'processing-instruction'].includes(token);
    if (/^["'\d(]/.test(token) || isFunction) {
      let base: Expression;
      if (/^["']/.test(token)) {
        this.#at += 1;
        base = () => token.slice(1, -1);
      } else if (/^\d/.test(token)) {
        this.#at += 1;
        base = () => Number(token);
      } else if (token === '(') {
        this.#at += 1;
        base = this.#or();
        if (!this.#take(')')) throw this.#bad();
      } else base = this.#call();
      const filters = this.#predicates();
      const filtered: Expression =
        filters.length === 0 ? base : (context) => filter(nodesOf(base(context)), filters, context);
      return this.#next === '/' || this.#next === '//'
        ? this.#steps((context) => nodesOf(filtered(context)))
        : filtered;
    }
    if (token === '/') {
      const root = (context: Context): readonly XmlNode[] => [top(context.node)];
      if (/^(?:[\w@.*]|$)/.test(following ?? '') && following !== undefined) return this.#steps(root);
      this.#at += 1;
      return root;
    }
    if (token === '//') return this.#steps((context) => [top(context.node)]);
    return this.#steps((context) => [context.node], true);
  }
  #steps(start: (context: Context) => readonly XmlNode[], first = false): Expression {
    const list: ((nodes: readonly XmlNode[], context: Context) => readonly XmlNode[])[] = [];
    let leading = first;
    for (;;) {
      if (!leading) {
        if (this.#take('//')) list.push((nodes) => unique(nodes.flatMap((node) => axis('descendant-or-self', node))));
        else if (!this.#take('/')) break;
      }
      leading = false;
      if (list.length >= MAX_ROW) throw tooComplex();
      list.push(this.#step());
    }
    return (context) => list.reduce<readonly XmlNode[]>((nodes, step) => step(nodes, context), start(context));
  }
  #step(): (nodes: readonly XmlNode[], context: Context) => readonly XmlNode[] {
    if (this.#take('.')) return (nodes) => nodes;
    if (this.#take('..')) return (nodes) => unique(nodes.flatMap((node) => axis('parent', node)));
    let name = 'child';
    if (this.#take('@')) name = 'attribute';
    else if (this.#tokens[this.#at + 1] === '::') {
      name = this.#next;
      this.#at += 2;
    }
    const test = this.#next;
    if (test === '' || !/^(?:\*|[\w\u00c0-\uffff])/.test(test)) throw this.#bad();
    this.#at += 1;
    let matches: (node: XmlNode, context: Context) => boolean;
    if (this.#take('(')) {
      if (!this.#take(')')) throw this.#bad();
      matches = (node) =>
        test === 'node' ||
        (test === 'text' && (node.kind === 'text' || node.kind === 'cdata' || node.kind === 'whitespace')) ||
        (test === 'comment' && node.kind === 'comment') ||
        (test === 'processing-instruction' && node.kind === 'instruction');
    } else {
      const kind = name === 'attribute' ? 'attribute' : 'element';
      const colon = test.indexOf(':');
      const prefix = colon < 0 ? '' : test.slice(0, colon);
      const local = test.slice(colon + 1);
      matches = (node, context) => {
        if (node.kind !== kind || (local !== '*' && node.localName !== local)) return false;
        if (test === '*') return true;
        if (prefix === '') return node.namespace === '';
        const uri = context.namespaces(prefix);
        if (uri === undefined)
          throw new XPathError(
            `Namespace Manager or XsltContext needed. This query has a prefix, variable, or user-defined function.`,
          );
        return node.namespace === uri;
      };
    }
    const filters = this.#predicates();
    return (nodes, context) =>
      unique(
        nodes.flatMap((node) =>
          filter(
            axis(name, node).filter((one) => matches(one, context)),
            filters,
            context,
          ),
        ),
      );
  }
  #predicates(): Expression[] {
    const out: Expression[] = [];
    while (this.#take('[')) {
      out.push(this.#or());
      if (!this.#take(']')) throw this.#bad();
    }
    return out;
  }
  #call(): Expression {
    const name = this.#next;
    this.#at += 2;
    const args: Expression[] = [];
    if (!this.#take(')')) {
      do args.push(this.#or());
      while (this.#take(','));
      if (!this.#take(')')) throw this.#bad();
    }
    const known = FUNCTIONS[name];
    if (known === undefined) throw new XPathError(`'${this.#source}' has an invalid token.`);
    return (context) =>
      known(
        context,
        args.map((arg) => arg(context)),
      );
  }
}
const top = (node: XmlNode): XmlNode => {
  let at = node;
  while (at.parent !== undefined) at = at.parent;
  return at;
};
const unique = (nodes: readonly XmlNode[]): XmlNode[] => [...new Set(nodes)];
function order(nodes: readonly XmlNode[]): XmlNode[] {
  const [first] = nodes;
  if (first === undefined) return [];
  const places = new Map(
    [top(first), ...descendants(top(first)).flatMap((node) => [node, ...node.attributes])].map((node, index) => [
      node,
      index,
    ]),
  );
  return unique(nodes).sort((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0));
}
function nodesOf(value: XPathValue): readonly XmlNode[] {
  if (!isNodes(value)) throw new XPathError('Expression must evaluate to a node-set.');
  return value;
}
function filter(nodes: readonly XmlNode[], predicates: readonly Expression[], context: Context): XmlNode[] {
  let list = [...nodes];
  for (const predicate of predicates)
    list = list.filter((node, index) => {
      const value = predicate({ node, position: index + 1, size: list.length, namespaces: context.namespaces });
      return typeof value === 'number' ? value === index + 1 : truth(value);
    });
  return list;
}
const first = (args: readonly XPathValue[], context: Context): XPathValue => args[0] ?? [context.node];
const FUNCTIONS: Readonly<Record<string, (context: Context, args: readonly XPathValue[]) => XPathValue>> = {
  position: ({ position }) => position,
  last: ({ size }) => size,
  count: (_context, [nodes]) => nodesOf(nodes ?? []).length,
  sum: (_context, [nodes]) => nodesOf(nodes ?? []).reduce((total, node) => total + numberOf(nodeText(node)), 0),
  name: (context, args) => nodesOf(first(args, context))[0]?.name ?? '',
  'local-name': (context, args) => nodesOf(first(args, context))[0]?.localName ?? '',
  'namespace-uri': (context, args) => nodesOf(first(args, context))[0]?.namespace ?? '',
  string: (context, args) => textOf(first(args, context)),
  number: (context, args) => numberOf(first(args, context)),
  boolean: (_context, [value]) => truth(value ?? false),
  not: (_context, [value]) => !truth(value ?? false),
  true: () => true,
  false: () => false,
  concat: (_context, args) => args.map(textOf).join(''),
  contains: (_context, [a, b]) => textOf(a ?? '').includes(textOf(b ?? '')),
  'starts-with': (_context, [a, b]) => textOf(a ?? '').startsWith(textOf(b ?? '')),
  'substring-before': (_context, [a, b]) => textOf(a ?? '').split(textOf(b ?? ''))[0] ?? '',
  'substring-after': (_context, [a, b]) => {
    const at = textOf(a ?? '').indexOf(textOf(b ?? ''));
    return at < 0 ? '' : textOf(a ?? '').slice(at + textOf(b ?? '').length);
  },
  substring: (_context, [a, from, length]) => {
    const start = Math.round(numberOf(from ?? 1)) - 1;
    return textOf(a ?? '').slice(
      Math.max(0, start),
      length === undefined ? undefined : Math.max(0, start + Math.round(numberOf(length))),
    );
  },
  'string-length': (context, args) => textOf(first(args, context)).length,
  'normalize-space': (context, args) => textOf(first(args, context)).trim().replace(/\s+/g, ' '),
  translate: (_context, [a, from, to]) =>
    Array.from(textOf(a ?? ''), (unit) => {
      const at = textOf(from ?? '').indexOf(unit);
      return at < 0 ? unit : (textOf(to ?? '')[at] ?? '');
    }).join(''),
  floor: (_context, [value]) => Math.floor(numberOf(value ?? 0)),
  ceiling: (_context, [value]) => Math.ceil(numberOf(value ?? 0)),
  round: (_context, [value]) => Math.round(numberOf(value ?? 0)),
};

const parsed = new Map<string, Expression>();
/** Evaluates at a node. Throws XPathError. */
export function xpath(source: string, node: XmlNode, namespaces: Namespaces = () => undefined): XPathValue {
  let expression = parsed.get(source);
  if (expression === undefined) {
    expression = new Parser(source).parse();
    if (parsed.size > 200) parsed.clear();
    parsed.set(source, expression);
  }
  const value = expression({ node, position: 1, size: 1, namespaces });
  return isNodes(value) ? order(value) : value;
}
