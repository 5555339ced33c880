/** What XPath expressions are made of: values and their conversions, axes, the order of the document, functions. */
import type { Steps, Tick } from '../pending.js';
import { type XmlNode } from './xml-dom.js';

export type XPathValue = readonly XmlNode[] | string | number | boolean;
export type Namespaces = (prefix: string) => string | undefined;
export interface Context {
  readonly node: XmlNode;
  readonly position: number;
  readonly size: number;
  readonly namespaces: Namespaces;
  /** Asked after each node: a promise when others are due. */
  readonly tick: Tick;
}
export class XPathError extends Error {}

const nodeText = (node: XmlNode): string => node.text;
export const isNodes = (value: XPathValue): value is readonly XmlNode[] => Array.isArray(value);
const textOf = (value: XPathValue): string =>
  isNodes(value)
    ? value[0] === undefined
      ? ''
      : nodeText(value[0])
    : typeof value === 'number'
      ? Number.isInteger(value)
        ? value.toFixed(0)
        : String(value)
      : String(value);
export const numberOf = (value: XPathValue): number =>
  typeof value === 'number'
    ? value
    : typeof value === 'boolean'
      ? Number(value)
      : textOf(value).trim() === ''
        ? Number.NaN
        : Number(textOf(value));
export const truth = (value: XPathValue): boolean =>
  isNodes(value)
    ? value.length > 0
    : typeof value === 'string'
      ? value !== ''
      : typeof value === 'number'
        ? value !== 0 && !Number.isNaN(value)
        : value;

function compareOne(left: string | number | boolean, right: string | number | boolean, operator: string): boolean {
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
/** A node as the other side wants it. */
function valueBeside(node: XmlNode, other: XPathValue): string | number | boolean {
  if (typeof other === 'boolean') return true;
  return typeof other === 'number' ? numberOf(nodeText(node)) : nodeText(node);
}
export function* compare(left: XPathValue, right: XPathValue, operator: string, context: Context): Steps<boolean> {
  for (const a of isNodes(left) ? left : [left]) {
    for (const b of isNodes(right) ? right : [right]) {
      const one = typeof a === 'object' ? valueBeside(a, right) : a;
      const other = typeof b === 'object' ? valueBeside(b, one) : b;
      if (compareOne(one, other, operator)) return true;
      const tick = context.tick();
      if (tick !== undefined) yield tick;
    }
  }
  return false;
}

/** Everything below a node, in the order of the document. */
function* descendants(node: XmlNode): Generator<XmlNode, void, undefined> {
  // The next child of each node on the way down.
  const way: { readonly children: readonly XmlNode[]; next: number }[] = [{ children: node.children, next: 0 }];
  for (let at = way.at(-1); at !== undefined; at = way.at(-1)) {
    const child = at.children[at.next];
    at.next += 1;
    if (child === undefined) way.pop();
    else {
      yield child;
      if (child.children.length > 0) way.push({ children: child.children, next: 0 });
    }
  }
}
function* ancestors(node: XmlNode): Generator<XmlNode, void, undefined> {
  for (let at = node.parent; at !== undefined; at = at.parent) yield at;
}
function siblings(node: XmlNode): readonly [list: readonly XmlNode[], at: number] {
  const list = node.parent?.children ?? [];
  return [list, list.indexOf(node)];
}
function* withDescendants(nodes: Iterable<XmlNode>): Generator<XmlNode, void, undefined> {
  for (const node of nodes) {
    yield node;
    yield* descendants(node);
  }
}
function* following(node: XmlNode): Generator<XmlNode, void, undefined> {
  for (const one of [node, ...ancestors(node)]) {
    const [list, at] = siblings(one);
    yield* withDescendants(list.slice(at + 1));
  }
}
/** The nodes on an axis, the nearest first. */
export function axis(name: string, node: XmlNode): Iterable<XmlNode> {
  switch (name) {
    case 'child':
      return node.children;
    case 'descendant':
      return descendants(node);
    case 'descendant-or-self':
      return withDescendants([node]);
    case 'parent':
      return node.parent === undefined ? [] : [node.parent];
    case 'ancestor':
      return ancestors(node);
    case 'ancestor-or-self':
      return [node, ...ancestors(node)];
    case 'self':
      return [node];
    case 'attribute':
      return node.attributes.filter(({ name: own }) => own !== 'xmlns' && !own.startsWith('xmlns:'));
    case 'following-sibling': {
      const [list, at] = siblings(node);
      return at < 0 ? [] : list.slice(at + 1);
    }
    case 'preceding-sibling': {
      const [list, at] = siblings(node);
      return list.slice(0, Math.max(0, at)).reverse();
    }
    case 'following':
      return following(node);
    default:
      throw new XPathError(`The axis '${name}' is not supported by this engine.`);
  }
}
export const top = (node: XmlNode): XmlNode => {
  let at = node;
  while (at.parent !== undefined) at = at.parent;
  return at;
};
/** Each node once, in the order of the document. */
export function* order(nodes: readonly XmlNode[], context: Context): Steps<readonly XmlNode[]> {
  const [first] = nodes;
  const left = new Set(nodes);
  if (first === undefined || left.size < 2) return [...left];
  const out: XmlNode[] = [];
  const take = (node: XmlNode): void => {
    if (left.delete(node)) out.push(node);
  };
  for (const node of withDescendants([top(first)])) {
    take(node);
    for (const attribute of node.attributes) take(attribute);
    if (left.size === 0) break;
    const tick = context.tick();
    if (tick !== undefined) yield tick;
  }
  // Nodes of no document's tree keep their places before the others.
  return [...left, ...out];
}
export function nodesOf(value: XPathValue): readonly XmlNode[] {
  if (!isNodes(value)) throw new XPathError('Expression must evaluate to a node-set.');
  return value;
}
export function* sumOf(value: XPathValue, context: Context): Steps<number> {
  let total = 0;
  for (const node of nodesOf(value)) {
    total += numberOf(nodeText(node));
    const tick = context.tick();
    if (tick !== undefined) yield tick;
  }
  return total;
}
const first = (args: readonly XPathValue[], context: Context): XPathValue => args[0] ?? [context.node];
export const FUNCTIONS: Readonly<Record<string, (context: Context, args: readonly XPathValue[]) => XPathValue>> = {
  position: ({ position }) => position,
  last: ({ size }) => size,
  /** Added up in steps by whoever calls it. */
  sum: () => 0,
  count: (_context, [nodes]) => nodesOf(nodes ?? []).length,
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
