/** System.Data's tables in memory: columns with types and rules, rows with their states, sets and views. */
import { PSError } from '../../values/exceptions.js';
import type { PSValue } from '../../../../protocol/objects/index.js';
import { convertTo, toText } from '../../conversion.js';
import { adapters, enumerators } from '../../runtime/members.js';
import { implement } from '../../values/bodies.js';
import { NetObject, TypeObject, typedArray, typeObject, unwrap } from '../../values/live.js';
import { type MemberBody, type NetType, requireType } from '../../values/net-type.js';
import { STRING } from '../../values/types.js';
import { no, none, plainProperties } from '../plain-properties.js';
import {
  argumentError,
  argumentNull,
  dataOf,
  enumOf,
  flag,
  indexRange,
  items,
  long,
  net,
  num,
  text,
  throwNet,
} from '../support.js';
import { DB_NULL } from '../system.js';
import { aggregate, filterOf, orderOf, type RowView, valueFrom } from './expressions.js';
import { compareValues } from './values.js';

const DATA = 'System.Data';
const failure = (name: string, message: string): Error => throwNet(`${DATA}.${name}`, message);

class Column {
  name: string;
  caption: string | undefined;
  type: NetType;
  allowNull = true;
  unique = false;
  readOnly = false;
  autoIncrement = false;
  seed = 0n;
  step = 1n;
  next: bigint | undefined;
  initial: PSValue = null;
  #expression = '';
  /** What the expression gives for a row. */
  compute: ((row: RowView) => PSValue) | undefined;
  maxLength = -1;
  table: Table | undefined;
  readonly self: PSValue;
  constructor(name: string, type: NetType) {
    this.name = name;
    this.type = type;
    this.self = net(`${DATA}.DataColumn`, this);
  }
  get expression(): string {
    return this.#expression;
  }
  set expression(source: string) {
    this.compute = source.trim() === '' ? undefined : valueFrom(source);
    this.#expression = source;
    this.readOnly = this.compute !== undefined;
  }
  /** A value as the column holds it. */
  take(value: PSValue): PSValue {
    const inner = unwrap(value);
    if (inner === null || inner === DB_NULL) return null;
    try {
      return convertTo(value, this.type);
    } catch (error) {
      if (!(error instanceof PSError)) throw error;
      const reason = error.record.exception.inner?.message ?? error.message;
      throw argumentError(
        `${reason}Couldn't store <${toText(value)}> in ${this.name} Column.  Expected type is ${this.type.name}.`,
      );
    }
  }
  generate(): PSValue {
    if (!this.autoIncrement) return this.initial;
    const value = this.next ?? this.seed;
    this.next = value + this.step;
    return convertTo(value, this.type);
  }
}
type RowState = 'Detached' | 'Unchanged' | 'Added' | 'Deleted' | 'Modified';
class Row implements RowView {
  readonly table: Table;
  values: PSValue[];
  original: PSValue[] | undefined;
  state: RowState = 'Detached';
  readonly self: PSValue;
  constructor(table: Table, values: PSValue[]) {
    this.table = table;
    this.values = values;
    this.self = net(`${DATA}.DataRow`, this);
  }
  get(name: string): PSValue {
    const at = this.table.find(name);
    if (at < 0) throw failure('EvaluateException', `Cannot find column [${name}].`);
    return this.at(at);
  }
  /** The value in a column. @throws EvaluateException: its expression cannot be worked out. */
  at(place: number): PSValue {
    const column = this.table.columns[place];
    return column?.compute === undefined ? (this.values[place] ?? null) : column.take(column.compute(this));
  }
  get all(): PSValue[] {
    return this.values.map((_value, place) => shown(this.at(place)));
  }
  put(at: number, value: PSValue): void {
    const column = this.table.columns[at];
    if (column === undefined) throw indexRange();
    if (this.state === 'Deleted')
      throw failure('DeletedRowInaccessibleException', 'Deleted row information cannot be accessed through the row.');
    if (column.readOnly && this.state !== 'Detached')
      throw failure('ReadOnlyException', `Column '${column.name}' is read only.`);
    const taken = column.take(value);
    if (this.state !== 'Detached')
      this.table.check(this, [...this.values.slice(0, at), taken, ...this.values.slice(at + 1)]);
    if (this.state === 'Unchanged') {
      this.original = [...this.values];
      this.state = 'Modified';
    }
    this.values[at] = taken;
  }
}
class Table {
  name: string;
  readonly columns: Column[] = [];
  rows: Row[] = [];
  key: Column[] = [];
  set: DataSet | undefined;
  readonly self: PSValue;
  #view: View | undefined;
  constructor(name: string) {
    this.name = name;
    this.self = net(`${DATA}.DataTable`, this);
  }
  get view(): View {
    return (this.#view ??= new View(this));
  }
  get shown(): readonly Row[] {
    return this.rows.filter(({ state }) => state !== 'Deleted');
  }
  find(name: string): number {
    const exact = this.columns.findIndex((column) => column.name === name);
    return exact >= 0 ? exact : this.columns.findIndex((column) => column.name.toLowerCase() === name.toLowerCase());
  }
  /** A column by name, number or itself. */
  place(key: PSValue): number {
    const inner = unwrap(key);
    if (inner instanceof NetObject && inner.data instanceof Column) return this.columns.indexOf(inner.data);
    if (typeof inner === 'number') {
      if (inner < 0 || inner >= this.columns.length)
        throw throwNet('System.IndexOutOfRangeException', `Cannot find column ${inner}.`);
      return inner;
    }
    const at = this.find(text(inner));
    if (at < 0) throw argumentError(`Column '${text(inner)}' does not belong to table ${this.name}.`);
    return at;
  }
  addColumn(column: Column): void {
    if (column.name === '') column.name = this.#freeName();
    if (this.columns.some(({ name }) => name === column.name))
      throw failure('DuplicateNameException', `A column named '${column.name}' already belongs to this DataTable.`);
    if (column.table !== undefined)
      throw argumentError(
        `Column '${column.name}' already belongs to ${column.table === this ? 'this' : 'another'} DataTable.`,
      );
    column.table = this;
    this.columns.push(column);
    for (const row of this.rows) row.values.push(column.generate());
  }
  #freeName(): string {
    for (let number = 1; ; number += 1) if (this.find(`Column${number}`) < 0) return `Column${number}`;
  }
  newRow(): Row {
    return new Row(
      this,
      this.columns.map((column) => column.generate()),
    );
  }
  /** The rules of the columns, for a row with these values. */
  check(row: Row, values: readonly PSValue[]): void {
    for (const [at, column] of this.columns.entries()) {
      const value = values[at] ?? null;
      if (value === null && !column.allowNull)
        throw failure('NoNullAllowedException', `Column '${column.name}' does not allow nulls.`);
      if (column.unique && this.#has(row, [at], values))
        throw failure(
          'ConstraintException',
          `Column '${column.name}' is constrained to be unique.  Value '${toText(value)}' is already present.`,
        );
    }
    if (this.key.length > 1) {
      const places = this.key.map((column) => this.columns.indexOf(column));
      if (this.#has(row, places, values))
        throw failure(
          'ConstraintException',
          `Column '${this.key.map(({ name }) => name).join(', ')}' is constrained to be unique.  Value '${places.map((at) => toText(values[at] ?? null)).join(', ')}' is already present.`,
        );
    }
  }
  #has(row: Row, places: readonly number[], values: readonly PSValue[]): boolean {
    return this.shown.some(
      (other) =>
        other !== row && places.every((at) => compareValues(other.values[at] ?? null, values[at] ?? null) === 0),
    );
  }
  insert(row: Row, at = this.rows.length): void {
    if (row.table !== this) throw argumentError('This row already belongs to another table.');
    if (row.state !== 'Detached') throw argumentError('This row already belongs to this table.');
    this.check(row, row.values);
    row.state = 'Added';
    this.rows.splice(at, 0, row);
  }
  fill(values: readonly PSValue[]): Row {
    if (values.length > this.columns.length)
      throw argumentError('Input array is longer than the number of columns in this table.');
    const row = this.newRow();
    for (const [at, value] of values.entries())
      if (value !== null || !this.columns[at]?.autoIncrement) row.put(at, value);
    return row;
  }
  accept(row: Row): void {
    if (row.state === 'Deleted') this.remove(row);
    else if (row.state !== 'Detached') row.state = 'Unchanged';
    row.original = undefined;
  }
  remove(row: Row): void {
    const at = this.rows.indexOf(row);
    if (at >= 0) this.rows.splice(at, 1);
    row.state = 'Detached';
  }
  clone(): Table {
    const made = new Table(this.name);
    for (const column of this.columns) {
      const copy = new Column(column.name, column.type);
      const { caption, allowNull, unique, readOnly, autoIncrement, seed, step, next, initial, maxLength } = column;
      Object.assign(copy, {
        caption,
        allowNull,
        unique,
        readOnly,
        autoIncrement,
        seed,
        step,
        next,
        initial,
        maxLength,
      });
      copy.expression = column.expression;
      made.addColumn(copy);
    }
    made.key = this.key.map((column) => made.columns[this.columns.indexOf(column)]).filter((one) => one !== undefined);
    return made;
  }
  import(row: Row): void {
    // What is in no table has nothing that could be taken over.
    if (row.state === 'Detached') return;
    const made = new Row(
      this,
      this.columns.map(({ name }) => (row.table.find(name) < 0 ? null : row.get(name))),
    );
    this.check(made, made.values);
    made.state = row.state;
    this.rows.push(made);
  }
}
class DataSet {
  name: string;
  readonly tables: Table[] = [];
  readonly values = new Map<string, PSValue>();
  readonly self: PSValue;
  constructor(name: string) {
    this.name = name;
    this.self = net(`${DATA}.DataSet`, this);
  }
}
class View {
  readonly table: Table;
  sort = '';
  filter = '';
  readonly self: PSValue;
  constructor(table: Table) {
    this.table = table;
    this.self = net(`${DATA}.DataView`, this);
  }
  get rows(): readonly Row[] {
    return select(this.table, this.filter, this.sort);
  }
}
function select(table: Table, filter: string, sort: string): Row[] {
  const keeps = filterOf(filter);
  const rows = table.shown.filter((row) => keeps(row));
  return sort.trim() === '' ? rows : rows.toSorted(orderOf(sort));
}
const column = (self: PSValue): Column => dataOf<Column>(self);
const row = (self: PSValue): Row => dataOf<Row>(self);
const table = (self: PSValue): Table => dataOf<Table>(self);
const shown = (value: PSValue | undefined): PSValue => value ?? DB_NULL;
const rowsOf = (rows: readonly Row[]): PSValue =>
  typedArray(
    rows.map(({ self }) => self),
    requireType(`${DATA}.DataRow`),
  );
const typeIn = (value: PSValue | undefined): NetType => {
  const inner = unwrap(value ?? null);
  return inner instanceof TypeObject ? inner.type : STRING;
};

// ------------------------------------------------------------------ columns

type ColumnKey = { [K in keyof Column]: Column[K] extends boolean ? K : never }[keyof Column];
const switchOf = (member: string, key: ColumnKey) => ({
  [member]: (self: PSValue): PSValue => column(self)[key],
  [`set ${member}`]: (self: PSValue, value: PSValue): undefined => {
    column(self)[key] = flag(value);
  },
});
implement(`${DATA}.DataColumn`, () => ({
  ...switchOf('AllowDBNull', 'allowNull'),
  ...switchOf('Unique', 'unique'),
  ...switchOf('ReadOnly', 'readOnly'),
  ...switchOf('AutoIncrement', 'autoIncrement'),
  ColumnName: (self) => column(self).name,
  'set ColumnName': (self, value) => {
    column(self).name = text(value);
    return undefined;
  },
  Caption: (self) => column(self).caption ?? column(self).name,
  'set Caption': (self, value) => {
    column(self).caption = text(value);
    return undefined;
  },
  DataType: (self) => typeObject(column(self).type),
  'set DataType': (self, value) => {
    if ((column(self).table?.rows.length ?? 0) > 0)
      throw argumentError('Cannot change DataType of a column once it has data.');
    column(self).type = typeIn(value);
    return undefined;
  },
  DefaultValue: (self) => shown(column(self).initial),
  'set DefaultValue': (self, value) => {
    column(self).initial = column(self).take(value);
    return undefined;
  },
  AutoIncrementSeed: (self) => long(column(self).seed),
  'set AutoIncrementSeed': (self, value) => {
    column(self).seed = BigInt(text(value));
    return undefined;
  },
  AutoIncrementStep: (self) => long(column(self).step),
  'set AutoIncrementStep': (self, value) => {
    column(self).step = BigInt(text(value));
    return undefined;
  },
  MaxLength: (self) => column(self).maxLength,
  'set MaxLength': (self, value) => {
    column(self).maxLength = num(value);
    return undefined;
  },
  Expression: (self) => column(self).expression,
  'set Expression': (self, value) => {
    column(self).expression = nameOr(value);
    return undefined;
  },
  Ordinal: (self) => column(self).table?.columns.indexOf(column(self)) ?? -1,
  SetOrdinal: (self, at) => {
    const of = column(self);
    const owner = of.table;
    if (owner === undefined) throw argumentError('Column must belong to a table.');
    const from = owner.columns.indexOf(of);
    for (const list of [owner.columns, ...owner.rows.map(({ values }) => values)] as unknown[][])
      list.splice(num(at), 0, ...list.splice(from, 1));
    return undefined;
  },
  Table: (self) => column(self).table?.self ?? null,
  ToString: (self) => column(self).name,
  'new()': () => new Column('', STRING).self,
  'new(string)': (_self, name) => new Column(text(name), STRING).self,
  'new(string, type)': (_self, name, type) => new Column(text(name), typeIn(type)).self,
  'new(string, type, string)': (_self, name, type, expression) => {
    const made = new Column(text(name), typeIn(type));
    made.expression = nameOr(expression);
    return made.self;
  },
}));
const COLUMNS = `${DATA}.DataColumnCollection`;
const inTable = (value: PSValue): Column => {
  const inner = unwrap(value);
  if (inner instanceof NetObject && inner.data instanceof Column) return inner.data;
  throw argumentNull('column');
};
implement(COLUMNS, () => ({
  Count: (self) => table(self).columns.length,
  get_Item: (self, key) => {
    if (typeof key === 'number') return table(self).columns[table(self).place(key)]?.self ?? null;
    return table(self).columns[table(self).find(text(key))]?.self ?? null;
  },
  'Add()': (self) => {
    const made = new Column('', STRING);
    table(self).addColumn(made);
    return made.self;
  },
  'Add(System.Data.DataColumn)': (self, value) => {
    table(self).addColumn(inTable(value));
    return undefined;
  },
  Add: (self, name, type, expression) => {
    const made = new Column(text(name), typeIn(type));
    made.expression = nameOr(expression);
    table(self).addColumn(made);
    return made.self;
  },
  AddRange: (self, list) => {
    for (const one of items(list)) table(self).addColumn(inTable(one));
    return undefined;
  },
  Contains: (self, name) => table(self).find(text(name)) >= 0,
  IndexOf: (self, key) => {
    const inner = unwrap(key);
    return inner instanceof NetObject && inner.data instanceof Column
      ? table(self).columns.indexOf(inner.data)
      : table(self).find(text(key));
  },
  Remove: (self, key) => removeColumn(table(self), table(self).place(key)),
  RemoveAt: (self, at) => removeColumn(table(self), table(self).place(at)),
  Clear: (self) => {
    while (table(self).columns.length > 0) removeColumn(table(self), 0);
    return undefined;
  },
}));
function removeColumn(of: Table, at: number): undefined {
  const [gone] = of.columns.splice(at, 1);
  if (gone !== undefined) gone.table = undefined;
  for (const one of of.rows) one.values.splice(at, 1);
}
enumerators.set(COLUMNS, (value) => table(value).columns.map(({ self }) => self));

// ------------------------------------------------------------------ rows

implement(`${DATA}.DataRow`, () => ({
  get_Item: (self, key) => shown(row(self).at(row(self).table.place(key))),
  set_Item: (self, key, value) => {
    row(self).put(row(self).table.place(key), value);
    return undefined;
  },
  ItemArray: (self) => row(self).all,
  'set ItemArray': (self, list) => {
    for (const [at, value] of items(list).entries()) row(self).put(at, value);
    return undefined;
  },
  Table: (self) => row(self).table.self,
  RowState: (self) => enumOf(`${DATA}.DataRowState`, row(self).state),
  HasErrors: no,
  IsNull: (self, key) => row(self).at(row(self).table.place(key)) === null,
  SetField: (self, key, value) => {
    row(self).put(row(self).table.place(key), value);
    return undefined;
  },
  Delete: (self) => {
    const of = row(self);
    if (of.state === 'Added') of.table.remove(of);
    else if (of.state !== 'Detached') of.state = 'Deleted';
    return undefined;
  },
  AcceptChanges: (self) => {
    row(self).table.accept(row(self));
    return undefined;
  },
  RejectChanges: (self) => {
    reject(row(self));
    return undefined;
  },
  BeginEdit: () => undefined,
  EndEdit: () => undefined,
  CancelEdit: () => undefined,
}));
function reject(of: Row): void {
  if (of.state === 'Added') of.table.remove(of);
  else if (of.state !== 'Detached') {
    if (of.original !== undefined) of.values = of.original;
    of.original = undefined;
    of.state = 'Unchanged';
  }
}
const ROWS = `${DATA}.DataRowCollection`;
const asRow = (value: PSValue | undefined): Row | undefined => {
  const inner = unwrap(value ?? null);
  return inner instanceof NetObject && inner.data instanceof Row ? inner.data : undefined;
};
function findRow(of: Table, key: PSValue): Row | undefined {
  if (of.key.length === 0) throw failure('MissingPrimaryKeyException', "Table doesn't have a primary key.");
  const inner = unwrap(key);
  const wanted = Array.isArray(inner) ? (inner as PSValue[]) : [key];
  return of.shown.find((one) =>
    of.key.every((column_, at) => compareValues(one.get(column_.name), column_.take(wanted[at] ?? null)) === 0),
  );
}
function rowAt(of: Table, at: number): Row {
  const found = of.rows[at];
  if (found === undefined) throw throwNet('System.IndexOutOfRangeException', `There is no row at position ${at}.`);
  return found;
}
const addValues: MemberBody = (self, values) => {
  const made = table(self).fill(items(values));
  table(self).insert(made);
  return made.self;
};
implement(ROWS, () => ({
  Count: (self) => table(self).rows.length,
  get_Item: (self, at) => {
    return rowAt(table(self), num(at)).self;
  },
  'Add(System.Data.DataRow)': (self, value) => {
    const given = asRow(value);
    if (given === undefined) throw argumentNull('row');
    table(self).insert(given);
    return undefined;
  },
  Add: addValues,
  InsertAt: (self, value, at) => {
    const given = asRow(value);
    if (given === undefined) throw argumentNull('row');
    table(self).insert(given, num(at));
    return undefined;
  },
  Find: (self, key) => findRow(table(self), key)?.self ?? null,
  Contains: (self, key) => findRow(table(self), key) !== undefined,
  IndexOf: (self, value) => table(self).rows.findIndex((one) => one === asRow(value)),
  Remove: (self, value) => {
    const given = asRow(value);
    if (given !== undefined) table(self).remove(given);
    return undefined;
  },
  RemoveAt: (self, at) => {
    table(self).remove(rowAt(table(self), num(at)));
    return undefined;
  },
  Clear: (self) => {
    table(self).rows = [];
    return undefined;
  },
}));
enumerators.set(ROWS, (value) => table(value).rows.map(({ self }) => self));

// ------------------------------------------------------------------ tables

const nameOr = (value: PSValue | undefined): string => (value === undefined || value === null ? '' : text(value));
implement(`${DATA}.DataTable`, () => ({
  TableName: (self) => table(self).name,
  'set TableName': (self, value) => {
    table(self).name = nameOr(value);
    return undefined;
  },
  Columns: (self) => net(COLUMNS, table(self)),
  Rows: (self) => net(ROWS, table(self)),
  DataSet: (self) => table(self).set?.self ?? null,
  DefaultView: (self) => table(self).view.self,
  CaseSensitive: no,
  HasErrors: no,
  Namespace: () => '',
  Prefix: () => '',
  PrimaryKey: (self) =>
    typedArray(
      table(self).key.map((one) => one.self),
      requireType(`${DATA}.DataColumn`),
    ),
  'set PrimaryKey': (self, list) => {
    const key = unwrap(list) === null ? [] : items(list).map(inTable);
    table(self).key = key;
    for (const one of key) {
      one.allowNull = false;
      if (key.length === 1) one.unique = true;
    }
    return undefined;
  },
  NewRow: (self) => table(self).newRow().self,
  ImportRow: (self, value) => {
    const given = asRow(value);
    if (given !== undefined) table(self).import(given);
    return undefined;
  },
  LoadDataRow: addValues,
  Select: (self, filter, sort) => rowsOf(select(table(self), nameOr(filter), nameOr(sort))),
  Compute: (self, expression, filter) => shown(aggregate(text(expression), select(table(self), nameOr(filter), ''))),
  AcceptChanges: (self) => {
    for (const one of table(self).rows.slice()) table(self).accept(one);
    return undefined;
  },
  RejectChanges: (self) => {
    for (const one of table(self).rows.slice()) reject(one);
    return undefined;
  },
  GetChanges: (self) => {
    const changed = table(self).rows.filter(({ state }) => state !== 'Unchanged');
    if (changed.length === 0) return null;
    const made = table(self).clone();
    for (const one of changed) made.import(one);
    return made.self;
  },
  Clear: (self) => {
    table(self).rows = [];
    return undefined;
  },
  Clone: (self) => table(self).clone().self,
  Copy: (self) => {
    const made = table(self).clone();
    for (const one of table(self).rows) made.import(one);
    return made.self;
  },
  Merge: (self, other) => {
    for (const one of table(other).rows) table(self).import(one);
    return undefined;
  },
  Dispose: () => undefined,
  ToString: (self) => table(self).name,
  'new()': () => new Table('').self,
  'new(string)': (_self, name) => new Table(nameOr(name)).self,
}));
enumerators.set(`${DATA}.DataTable`, (value) => table(value).rows.map(({ self }) => self));

const set = (self: PSValue): DataSet => dataOf<DataSet>(self);
const TABLES = `${DATA}.DataTableCollection`;
function addTable(of: DataSet, made: Table): PSValue {
  if (made.name === '') made.name = `Table${of.tables.length + 1}`;
  if (of.tables.some(({ name }) => name === made.name))
    throw failure('DuplicateNameException', `A DataTable named '${made.name}' already belongs to this DataSet.`);
  made.set = of;
  of.tables.push(made);
  return made.self;
}
const tableAt = (of: DataSet, key: PSValue): Table | undefined =>
  typeof key === 'number'
    ? of.tables[key]
    : of.tables.find(({ name }) => name.toLowerCase() === text(key).toLowerCase());
implement(`${DATA}.DataSet`, () => ({
  ...plainProperties({ EnforceConstraints: no, Locale: none }),
  DataSetName: (self) => set(self).name,
  'set DataSetName': (self, value) => {
    set(self).name = text(value);
    return undefined;
  },
  Tables: (self) => net(TABLES, set(self)),
  AcceptChanges: (self) => {
    for (const one of set(self).tables) for (const each of one.rows.slice()) one.accept(each);
    return undefined;
  },
  Clear: (self) => {
    for (const one of set(self).tables) one.rows = [];
    return undefined;
  },
  Dispose: () => undefined,
  'new()': () => new DataSet('NewDataSet').self,
  'new(string)': (_self, name) => new DataSet(text(name)).self,
}));
implement(TABLES, () => ({
  Count: (self) => set(self).tables.length,
  get_Item: (self, key) => tableAt(set(self), key)?.self ?? null,
  'Add()': (self) => addTable(set(self), new Table('')),
  'Add(string)': (self, name) => addTable(set(self), new Table(text(name))),
  'Add(System.Data.DataTable)': (self, value) => {
    addTable(set(self), table(value));
    return undefined;
  },
  AddRange: (self, list) => {
    for (const one of items(list)) addTable(set(self), table(one));
    return undefined;
  },
  Contains: (self, name) => tableAt(set(self), name) !== undefined,
  Remove: (self, key) => {
    const inner = unwrap(key);
    const gone = inner instanceof NetObject && inner.data instanceof Table ? inner.data : tableAt(set(self), key);
    const at = gone === undefined ? -1 : set(self).tables.indexOf(gone);
    if (at >= 0) set(self).tables.splice(at, 1);
    return undefined;
  },
  Clear: (self) => {
    set(self).tables.length = 0;
    return undefined;
  },
}));
enumerators.set(TABLES, (value) => set(value).tables.map(({ self }) => self));

const view = (self: PSValue): View => dataOf<View>(self);
implement(`${DATA}.DataView`, () => ({
  Table: (self) => view(self).table.self,
  Count: (self) => view(self).rows.length,
  Sort: (self) => view(self).sort,
  'set Sort': (self, value) => {
    view(self).sort = nameOr(value);
    return undefined;
  },
  RowFilter: (self) => view(self).filter,
  'set RowFilter': (self, value) => {
    filterOf(nameOr(value));
    view(self).filter = nameOr(value);
    return undefined;
  },
  get_Item: (self, at) => {
    const found = view(self).rows[num(at)];
    if (found === undefined)
      throw throwNet('System.IndexOutOfRangeException', `Index ${num(at)} is either negative or above rows count.`);
    return net(`${DATA}.DataRowView`, found);
  },
  'ToTable()': (self) => {
    const made = view(self).table.clone();
    for (const one of view(self).rows) made.import(one);
    return made.self;
  },
  'new(System.Data.DataTable)': (_self, value) => new View(table(value)).self,
}));
enumerators.set(`${DATA}.DataView`, (value) => view(value).rows.map((one) => net(`${DATA}.DataRowView`, one)));
implement(`${DATA}.DataRowView`, () => ({
  Row: (self) => row(self).self,
  get_Item: (self, key) => shown(row(self).at(row(self).table.place(key))),
  set_Item: (self, key, value) => {
    row(self).put(row(self).table.place(key), value);
    return undefined;
  },
}));

// ------------------------------------------------------------------ columns as properties

const rowIn = (value: PSValue): Row | undefined => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return asRow(value);
};
adapters.push({
  read: (target, name) => {
    const of = rowIn(target);
    const at = of?.table.find(name) ?? -1;
    return of === undefined || at < 0 ? undefined : of.state === 'Deleted' ? null : shown(of.at(at));
  },
  names: (target) => rowIn(target)?.table.columns.map(({ name }) => name),
  write: (target, name, value) => {
    const of = rowIn(target);
    const at = of?.table.find(name) ?? -1;
    if (of === undefined || at < 0) return false;
    of.put(at, value);
    return true;
  },
});
