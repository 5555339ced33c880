/** Tables: columns from a view's rows, or from properties. */
import type { PSValue } from '../../../protocol/objects/index.js';
import type { Steps } from '../pending.js';
import type { ColumnData, RowData, TableView } from './format-data.js';
import { COMPUTER_NAME_PROPERTY } from './expressions.js';
import { isScalarType } from './scalars.js';
import { type Association, expressionName, selectEntry, Shaper } from './shaper.js';
import type { Alignment, Entry, ShapeInfo, TableColumn } from './messages.js';

/** Properties that a table shows of an object when nobody chose any. */
const MAX_COLUMNS = 10;

export class TableShaper extends Shaper<TableView> {
  #columns: readonly Association[] = [];
  /** Objects of other computers get a column that names theirs. */
  #computer = false;

  *start(first: PSValue): Steps<ShapeInfo> {
    const { parameters, expressions } = this.context;
    this.#computer = parameters.properties === undefined && expressions.showsComputer(first);
    const columns = this.view === undefined ? yield* this.#fromProperties(first) : yield* this.#fromView(first);
    return {
      type: 'table',
      columns,
      hideHeader: parameters.hideHeaders ?? this.view?.hideHeader ?? false,
      repeatHeader: parameters.repeatHeader ?? false,
    };
  }
  *#fromView(first: PSValue): Steps<TableColumn[]> {
    const headers = this.view?.headers ?? [];
    const { columns } = yield* this.#row(first);
    const { access } = this.context.expressions;
    return columns.map((column, index): TableColumn => {
      const header = headers[index];
      const label = header?.label ?? column.label ?? column.property ?? column.text ?? scriptText(column) ?? '';
      const named =
        header?.label === undefined ||
        header.label === '' ||
        access.properties(first).some((name) => name.toLowerCase() === header.label?.toLowerCase());
      return {
        label,
        width: header?.width ?? 0,
        align: header?.align ?? column.align,
        ...(named ? {} : { named: false }),
      };
    });
  }
  *#row(value: PSValue): Steps<{ readonly row: RowData | undefined; readonly columns: readonly ColumnData[] }> {
    // PowerShell asks no condition for a row of a table: one that has nothing else is never chosen.
    const rows = (this.view?.rows ?? []).filter((one) => one.conditions === undefined || one.types !== undefined);
    const row = yield* selectEntry(rows, value, this.context.expressions);
    const fallback = rows.find((one) => one.types === undefined && one.conditions === undefined);
    // A column that says nothing is as the default row has it.
    const columns = (row?.columns ?? []).map((column, index) =>
      row !== fallback && isEmpty(column) ? (fallback?.columns[index] ?? column) : column,
    );
    return { row, columns: this.#computer ? [...columns, { property: COMPUTER_NAME_PROPERTY }] : columns };
  }

  *#fromProperties(first: PSValue): Steps<TableColumn[]> {
    const { parameters } = this.context;
    let list = this.associations(first, true);
    const chosen = parameters.properties !== undefined && parameters.properties.length > 0;
    if (!chosen && (this.context.expressions.access.defaultProperties?.(first)?.length ?? 0) === 0)
      list = list.slice(0, MAX_COLUMNS);
    this.#columns = list;
    const out: TableColumn[] = [];
    for (const { expression, parameter } of list) {
      out.push({
        label: parameter?.label ?? expressionName(expression),
        width: parameter?.width ?? 0,
        align: parameter?.align ?? (yield* this.#alignment(expression, first)),
        property: true,
      });
    }
    return out;
  }
  *#alignment(expression: Association['expression'], first: PSValue): Steps<Alignment> {
    const { expressions } = this.context;
    const found = yield* expressions.value(expression, first);
    if (found === undefined || found.error !== undefined || found.value === null) return 'left';
    const typeNames = expressions.access.typeNames(found.value);
    if (typeNames[0]?.toLowerCase() === 'system.string') return 'left';
    return isScalarType(typeNames) ? 'right' : 'left';
  }

  *entry(value: PSValue): Steps<Entry> {
    const { parameters, expressions } = this.context;
    const cells: string[] = [];
    if (this.view !== undefined) {
      const { row, columns } = yield* this.#row(value);
      for (const column of columns) cells.push((yield* this.itemText(column, value)).text);
      const aligns = columns.map(({ align }) => align);
      return {
        type: 'row',
        cells,
        aligns: aligns.every((align) => align === undefined) ? undefined : aligns,
        wrap: parameters.wrap ?? row?.wrap ?? false,
      };
    }
    for (const { expression, parameter } of this.#columns) {
      const found = yield* expressions.value(expression, value);
      const style = parameter?.format === undefined ? { table: true } : { format: parameter.format };
      cells.push(this.textOf(found, style, value));
    }
    return { type: 'row', cells, aligns: undefined, wrap: parameters.wrap ?? false };
  }
}
const isEmpty = (column: ColumnData): boolean =>
  column.property === undefined &&
  column.script === undefined &&
  column.native === undefined &&
  column.text === undefined;
const scriptText = (column: ColumnData): string | undefined =>
  typeof column.script === 'string' ? column.script : undefined;
