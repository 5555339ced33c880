/** XPath 1.0 as scripts use it: paths with axes, predicates, the core functions, namespaces by prefix. */
import type { Steps, Tick } from '../pending.js';
import type { XmlNode } from './xml-dom.js';
import {
  axis,
  compare,
  type Context,
  FUNCTIONS,
  isNodes,
  type Namespaces,
  nodesOf,
  numberOf,
  order,
  sumOf,
  top,
  truth,
  type XPathValue,
  XPathError,
} from './xpath-values.js';

export { XPathError, type XPathValue };
/** Steps, so that the search of a large document lets others have their turn. */
type Expression = (context: Context) => Steps<XPathValue>;
type Step = (nodes: readonly XmlNode[], context: Context) => Steps<readonly XmlNode[]>;
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
    make: (
      left: XPathValue,
      right: () => Steps<XPathValue>,
      operator: string,
      context: Context,
    ) => Generator<Promise<unknown>, XPathValue, unknown>,
  ): Expression {
    let left = next();
    for (let row = 1; operators.includes(this.#next); row += 1) {
      if (row >= MAX_ROW) throw tooComplex();
      const operator = this.#next;
      this.#at += 1;
      const [before, right] = [left, next()];
      left = function* (context) {
        return yield* make(yield* before(context), () => right(context), operator, context);
      };
    }
    return left;
  }
  #or(): Expression {
    if (this.#depth >= MAX_DEPTH) throw tooComplex();
    this.#depth += 1;
    const made = this.#binary(
      () => this.#and(),
      ['or'],
      function* (a, b) {
        return truth(a) || truth(yield* b());
      },
    );
    this.#depth -= 1;
    return made;
  }
  #and(): Expression {
    return this.#binary(
      () => this.#equality(),
      ['and'],
      function* (a, b) {
        return truth(a) && truth(yield* b());
      },
    );
  }
  #equality(): Expression {
    return this.#binary(
      () => this.#relation(),
      ['=', '!='],
      function* (a, b, operator, context) {
        return yield* compare(a, yield* b(), operator, context);
      },
    );
  }
  #relation(): Expression {
    return this.#binary(
      () => this.#sum(),
      ['<', '>', '<=', '>='],
      function* (a, b, operator, context) {
        return yield* compare(a, yield* b(), operator, context);
      },
    );
  }
  #sum(): Expression {
    return this.#binary(
      () => this.#product(),
      ['+', '-'],
      function* (a, b, operator) {
        const other = numberOf(yield* b());
        return operator === '+' ? numberOf(a) + other : numberOf(a) - other;
      },
    );
  }
  #product(): Expression {
    return this.#binary(
      () => this.#unary(),
      ['*', 'div', 'mod'],
      function* (a, b, operator) {
        const [one, other] = [numberOf(a), numberOf(yield* b())];
        return operator === '*' ? one * other : operator === 'div' ? one / other : one % other;
      },
    );
  }
  #unary(): Expression {
    let minus = 0;
    while (this.#take('-')) minus += 1;
    const inner = this.#union();
    if (minus === 0) return inner;
    return function* (context) {
      const value = numberOf(yield* inner(context));
      return minus % 2 === 1 ? -value : value;
    };
  }
  #union(): Expression {
    const bad = (): XPathError => this.#bad();
    return this.#binary(
      () => this.#path(),
      ['|'],
      function* (a, b, _operator, context) {
        const right = yield* b();
        if (!isNodes(a) || !isNodes(right)) throw bad();
        return yield* order([...a, ...right], context);
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
        base = constant(token.slice(1, -1));
      } else if (/^\d/.test(token)) {
        this.#at += 1;
        base = constant(Number(token));
      } else if (token === '(') {
        this.#at += 1;
        base = this.#or();
        if (!this.#take(')')) throw this.#bad();
      } else base = this.#call();
      const filters = this.#predicates();
      const filtered: Expression =
        filters.length === 0
          ? base
          : function* (context) {
              return yield* filter(nodesOf(yield* base(context)), filters, context);
            };
      return this.#next === '/' || this.#next === '//'
        ? this.#steps(function* (context) {
            return nodesOf(yield* filtered(context));
          })
        : filtered;
    }
    if (token === '/') {
      if (/^(?:[\w@.*]|$)/.test(following ?? '') && following !== undefined) return this.#steps(root);
      this.#at += 1;
      return root;
    }
    if (token === '//') return this.#steps(root);
    return this.#steps(self, true);
  }
  #steps(start: (context: Context) => Steps<readonly XmlNode[]>, first = false): Expression {
    const list: Step[] = [];
    let leading = first;
    for (;;) {
      if (!leading) {
        if (this.#take('//')) list.push(along('descendant-or-self'));
        else if (!this.#take('/')) break;
      }
      leading = false;
      if (list.length >= MAX_ROW) throw tooComplex();
      list.push(this.#step());
    }
    return function* (context) {
      let nodes = yield* start(context);
      for (const step of list) nodes = yield* step(nodes, context);
      return nodes;
    };
  }
  #step(): Step {
    if (this.#take('.')) return along('self');
    if (this.#take('..')) return along('parent');
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
    return along(name, matches, this.#predicates());
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
    return function* (context) {
      const values: XPathValue[] = [];
      for (const arg of args) values.push(yield* arg(context));
      return name === 'sum' ? yield* sumOf(values[0] ?? [], context) : known(context, values);
    };
  }
}
/** What needs no search. */
const direct = <T>(find: (context: Context) => T): ((context: Context) => Steps<T>) =>
  // oxlint-disable-next-line require-yield
  function* (context) {
    return find(context);
  };
const constant = (value: string | number): Expression => direct(() => value);
const root = direct(({ node }): readonly XmlNode[] => [top(node)]);
const self = direct(({ node }): readonly XmlNode[] => [node]);
/** The nodes on an axis of each node that match and pass, each once. */
function along(
  name: string,
  matches: (node: XmlNode, context: Context) => boolean = () => true,
  filters: readonly Expression[] = [],
): Step {
  return function* (nodes, context) {
    const found = new Set<XmlNode>();
    for (const node of nodes) {
      const list: XmlNode[] = [];
      for (const one of axis(name, node)) {
        if (matches(one, context)) list.push(one);
        const tick = context.tick();
        if (tick !== undefined) yield tick;
      }
      for (const one of yield* filter(list, filters, context)) found.add(one);
      const tick = context.tick();
      if (tick !== undefined) yield tick;
    }
    return [...found];
  };
}
function* filter(
  nodes: readonly XmlNode[],
  predicates: readonly Expression[],
  { namespaces, tick }: Context,
): Steps<readonly XmlNode[]> {
  let list = nodes;
  for (const predicate of predicates) {
    const passed: XmlNode[] = [];
    for (const [index, node] of list.entries()) {
      const value = yield* predicate({ node, position: index + 1, size: list.length, namespaces, tick });
      if (typeof value === 'number' ? value === index + 1 : truth(value)) passed.push(node);
      const wait = tick();
      if (wait !== undefined) yield wait;
    }
    list = passed;
  }
  return list;
}

const parsed = new Map<string, Expression>();
/** Evaluates at a node. Throws XPathError. */
export function* xpath(
  source: string,
  node: XmlNode,
  tick: Tick,
  namespaces: Namespaces = () => undefined,
): Steps<XPathValue> {
  let expression = parsed.get(source);
  if (expression === undefined) {
    expression = new Parser(source).parse();
    if (parsed.size > 200) parsed.clear();
    parsed.set(source, expression);
  }
  const context = { node, position: 1, size: 1, namespaces, tick };
  const value = yield* expression(context);
  return isNodes(value) ? yield* order(value, context) : value;
}
