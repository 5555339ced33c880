/** Lists and wide views. */
import type { PSValue } from '../../../protocol/objects/index.js';
import type { Steps } from '../pending.js';
import type { ListItemData, ListView, WideView } from './format-data.js';
import { COMPUTER_NAME_PROPERTY } from './expressions.js';
import { expressionName, selectEntry, Shaper } from './shaper.js';
import type { Entry, Field, ShapeInfo } from './messages.js';
import { displayProperty } from './value-text.js';

export class ListShaper extends Shaper<ListView> {
  // oxlint-disable-next-line require-yield
  *start(): Steps<ShapeInfo> {
    return { type: 'list' };
  }
  *entry(value: PSValue): Steps<Entry> {
    const fields: Field[] = [];
    const { expressions } = this.context;
    if (this.view !== undefined) {
      const entry = yield* selectEntry(this.view.entries, value, expressions);
      for (const item of entry?.items ?? []) {
        if (!(yield* expressions.holds(item.when, value))) continue;
        const { text, found } = yield* this.itemText(item, value);
        fields.push({ label: item.label ?? label(item, found?.name), text, fromView: true });
      }
      if (expressions.showsComputer(value)) {
        const found = yield* expressions.value({ kind: 'name', name: COMPUTER_NAME_PROPERTY }, value);
        fields.push({ label: COMPUTER_NAME_PROPERTY, text: this.textOf(found, {}, value), fromView: true });
      }
      return { type: 'fields', fields };
    }
    for (const { expression, parameter } of this.associations(value, false)) {
      const found = yield* expressions.value(expression, value);
      fields.push({
        label: parameter?.label ?? expressionName(expression),
        text: this.textOf(found, { format: parameter?.format }, value),
      });
    }
    return { type: 'fields', fields };
  }
}
const label = (item: ListItemData, name: string | undefined): string =>
  name !== undefined && name !== '' ? name : (item.property ?? item.text ?? '');

export class WideShaper extends Shaper<WideView> {
  // oxlint-disable-next-line require-yield
  *start(): Steps<ShapeInfo> {
    const columns = this.autoSize ? 0 : (this.context.parameters.columns ?? this.view?.columns ?? 0);
    return { type: 'wide', columns };
  }
  *entry(value: PSValue): Steps<Entry> {
    const { expressions, parameters } = this.context;
    if (this.view !== undefined) {
      const entry = yield* selectEntry(this.view.entries, value, expressions);
      return { type: 'wideItem', text: entry === undefined ? '' : (yield* this.itemText(entry, value)).text };
    }
    const named = parameters.properties === undefined ? displayProperty(value, expressions.access) : undefined;
    const [first] =
      named === undefined
        ? this.associations(value, false)
        : this.withoutExcluded([{ expression: { kind: 'name', name: named }, parameter: undefined }]);
    if (first === undefined) return { type: 'wideItem', text: '' };
    const found = yield* expressions.value(first.expression, value);
    return { type: 'wideItem', text: this.textOf(found, { format: first.parameter?.format }, value) };
  }
}
