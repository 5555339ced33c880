/** Custom views: texts, new lines, frames and values, from format data or by walking through the object. */
import { PSDictionary, type PSValue } from '../../../protocol/objects/index.js';
import type { Steps } from '../pending.js';
import { dictionaryEntries } from './dictionary-entries.js';
import type { CustomControl, CustomItem, CustomView, FormatView } from './format-data.js';
import { DEFAULT_CUSTOM_DEPTH } from './format-parameters.js';
import { isScalarType } from './scalars.js';
import { type Association, expressionName, selectEntry, Shaper, type ShapeContext } from './shaper.js';
import type { Entry, ShapeInfo, TextNode } from './messages.js';
import { ELLIPSIS } from './cells.js';

const MAX_DEPTH = 50;
const INDENT = 2;

/** The nodes that a control gives for an object. */
export function* controlNodes(
  context: ShapeContext,
  control: CustomControl,
  value: PSValue,
  view: FormatView | undefined,
  depth = 0,
): Steps<TextNode[]> {
  const entry = yield* selectEntry(control.entries, value, context.expressions);
  return entry === undefined ? [] : [yield* itemNodes(context, entry.items, value, view, depth)];
}

function* itemNodes(
  context: ShapeContext,
  items: readonly CustomItem[],
  value: PSValue,
  view: FormatView | undefined,
  depth: number,
): Steps<TextNode> {
  const nodes: TextNode[] = [];
  const made: TextNode = { type: 'entry', frame: undefined, nodes };
  if (depth >= MAX_DEPTH) return made;
  for (const item of items) {
    if ('newLines' in item) for (let at = 0; at < item.newLines; at += 1) nodes.push({ type: 'newLine' });
    else if ('frame' in item) {
      const inner = yield* itemNodes(context, item.items, value, view, depth);
      const { left = 0, right = 0, firstLine = 0 } = item.frame;
      nodes.push({ type: 'entry', frame: { left, right, firstLine }, nodes: [inner] });
    } else if ('text' in item) nodes.push({ type: 'text', text: item.text });
    else yield* valueNodes(context, item, value, view, depth, nodes);
  }
  return made;
}

function* valueNodes(
  context: ShapeContext,
  item: Exclude<CustomItem, { readonly text: string } | { readonly newLines: number } | { readonly frame: unknown }>,
  value: PSValue,
  view: FormatView | undefined,
  depth: number,
  nodes: TextNode[],
): Steps<void> {
  const { expressions, parameters, database } = context;
  if (!(yield* expressions.holds(item.when, value))) return;
  const self = item.property === undefined && item.script === undefined && item.native === undefined;
  const found = self ? { name: '', value } : yield* expressions.data(item, value);
  const inner = found?.value ?? null;
  const items = item.enumerate === true && inner !== null ? elements(context, inner) : undefined;
  const control = typeof item.control === 'string' ? database.control(item.control, view) : item.control;
  if (control === undefined) {
    if (item.control !== undefined) return;
    const style = { format: item.format };
    if (item.paragraphs === true && typeof inner === 'string') nodes.push(...paragraphs(inner));
    else if (items === undefined)
      nodes.push({
        type: 'value',
        text: expressions.text(found ?? { name: '', value: '' }, style, value, parameters),
      });
    else
      for (const one of items)
        if (one !== null)
          nodes.push({ type: 'value', text: expressions.text({ name: '', value: one }, style, value, parameters) });
    return;
  }
  if (inner === null) return;
  for (const one of items ?? [inner])
    if (one !== null) nodes.push(...(yield* controlNodes(context, control, one, view, depth + 1)));
}
function paragraphs(text: string): TextNode[] {
  const lines = text.split('\n');
  return lines.map((line, index): TextNode => {
    const left = line.length - line.trimStart().length;
    const shown: TextNode = { type: 'text', text: line.slice(left) };
    // The whole ends the last line, outside of any frame.
    if (index === lines.length - 1) return { type: 'text', text: line };
    const nodes: TextNode[] = [shown, { type: 'newLine' }];
    return {
      type: 'entry',
      frame: undefined,
      nodes: [{ type: 'entry', frame: { left, right: 0, firstLine: 0 }, nodes }],
    };
  });
}
function elements(context: ShapeContext, value: PSValue): readonly PSValue[] | undefined {
  if (value instanceof PSDictionary) return dictionaryEntries(value);
  const items = context.expressions.access.items(value);
  return items === undefined ? undefined : [...items];
}

export class CustomShaper extends Shaper<CustomView> {
  // oxlint-disable-next-line require-yield
  *start(): Steps<ShapeInfo> {
    return { type: 'custom' };
  }
  *entry(value: PSValue): Steps<Entry> {
    if (this.view !== undefined)
      return { type: 'custom', nodes: yield* controlNodes(this.context, this.view, value, this.view) };
    const nodes: TextNode[] = [];
    const depth = this.context.parameters.depth ?? DEFAULT_CUSTOM_DEPTH;
    const { access } = this.context.expressions;
    const items = elements(this.context, value);
    if (isScalarType(access.typeNames(value))) {
      const inner: TextNode[] = [{ type: 'value', text: this.#leafText(value) }, { type: 'newLine' }];
      nodes.push({ type: 'entry', frame: undefined, nodes: inner });
    } else if (items !== undefined) {
      const inner: TextNode[] = [];
      nodes.push({ type: 'entry', frame: undefined, nodes: inner });
      yield* this.#enumeration(items, 0, depth, inner);
    } else yield* this.#object(value, 0, depth, this.associations(value, false), nodes);
    return { type: 'custom', nodes };
  }
  #leafText(value: PSValue): string {
    return this.context.expressions.texts.smart(value);
  }
  #leaf(value: PSValue, nodes: TextNode[]): void {
    nodes.push({ type: 'value', text: this.#leafText(value) }, { type: 'newLine' });
  }
  #isLeaf(value: PSValue, level: number, max: number): boolean {
    return level >= max || value === null || isScalarType(this.context.expressions.access.typeNames(value));
  }
  *#object(value: PSValue, level: number, max: number, list: readonly Association[], into: TextNode[]): Steps<void> {
    const nodes: TextNode[] = [];
    into.push({ type: 'entry', frame: undefined, nodes });
    const [type] = this.context.expressions.access.typeNames(value);
    const name = type === undefined ? 'PSObject' : (type.split('.').at(-1) ?? type);
    nodes.push({ type: 'text', text: `class ${name}` }, { type: 'newLine' });
    nodes.push({ type: 'text', text: '{' }, { type: 'newLine' });
    yield* this.#properties(value, level, max, list, indented(nodes));
    nodes.push({ type: 'text', text: '}' }, { type: 'newLine' });
  }
  *#properties(
    source: PSValue,
    level: number,
    max: number,
    list: readonly Association[],
    nodes: TextNode[],
  ): Steps<void> {
    const { expressions, parameters } = this.context;
    for (const { expression, parameter } of list) {
      nodes.push({ type: 'text', text: `${expressionName(expression)} = ` });
      const found = yield* expressions.value(expression, source);
      const value: PSValue =
        found?.error === undefined ? (found?.value ?? null) : parameters.displayErrors === true ? '#ERR' : '';
      const limit = parameter?.depth ?? max;
      const items = value === null ? undefined : elements(this.context, value);
      if (items !== undefined) {
        nodes.push({ type: 'newLine' });
        yield* this.#enumeration(items, level + 1, limit, indented(nodes));
      } else if (this.#isLeaf(value, level, limit)) this.#leaf(value, nodes);
      else {
        nodes.push({ type: 'newLine' });
        yield* this.#object(value, level + 1, limit, this.#own(value), indented(nodes));
      }
    }
  }
  #own(value: PSValue): Association[] {
    return this.withoutExcluded(
      this.context.expressions
        .defaultNames(value)
        .map((name) => ({ expression: { kind: 'name', name }, parameter: undefined })),
    );
  }
  *#enumeration(items: readonly PSValue[], level: number, max: number, nodes: TextNode[]): Steps<void> {
    nodes.push({ type: 'text', text: '[' }, { type: 'newLine' });
    const inner = indented(nodes);
    let count = 0;
    for (const item of items) {
      if (this.context.expressions.texts.limit >= 0) {
        if (count === this.context.expressions.texts.limit) {
          this.#leaf(ELLIPSIS, inner);
          break;
        }
        count += 1;
      }
      if (this.#isLeaf(item, level, max)) this.#leaf(item, inner);
      else {
        const more = elements(this.context, item);
        if (more === undefined) yield* this.#object(item, level + 1, max, this.#own(item), inner);
        else {
          inner.push({ type: 'newLine' });
          yield* this.#enumeration(more, level + 1, max, indented(inner));
        }
      }
    }
    nodes.push({ type: 'text', text: ']' }, { type: 'newLine' }, { type: 'newLine' });
  }
}
function indented(nodes: TextNode[]): TextNode[] {
  const inner: TextNode[] = [];
  nodes.push({ type: 'entry', frame: { left: INDENT, right: 0, firstLine: 0 }, nodes: inner });
  return inner;
}
