/**
 * Format data: how values of which types are shown. The built-in tables (data/) and what a `.format.ps1xml` file says
 * (format-xml.ts) are the same structures.
 */
import type { PSValue } from '../../../protocol/objects/index.js';
import type { Alignment } from './messages.js';

/** What a native expression may ask. Values that are not there at once count as null. */
export interface Look {
  /** A property, or one behind another: `get(value, 'Provider', 'Name')`. Null where there is none. */
  get(value: PSValue, ...path: readonly string[]): PSValue;
  text(value: PSValue): string;
  items(value: PSValue): readonly PSValue[];
  /** Keys of a dictionary, as texts. */
  keys(value: PSValue): readonly string[];
  typeNames(value: PSValue): readonly string[];
}
/** What PowerShell's own format data says as a script, said in JavaScript. */
export type NativeExpression = (value: PSValue, look: Look) => PSValue;

/** Exactly one of the three is there. */
export interface ExpressionData {
  /** A property's name or a wildcard pattern. */
  readonly property?: string;
  /** A script block, or its text. */
  readonly script?: PSValue;
  readonly native?: NativeExpression;
}

export interface GroupByData extends ExpressionData {
  readonly label?: string;
  readonly control?: CustomControl;
}

export interface HeaderData {
  readonly label?: string;
  readonly width?: number;
  readonly align?: Alignment;
}
export interface ColumnData extends ExpressionData {
  readonly text?: string;
  readonly label?: string;
  readonly align?: Alignment;
  readonly format?: string;
}
/** For which objects an entry is meant. */
export interface EntrySelection {
  readonly types?: readonly string[];
  /** Types that count only where a condition holds. */
  readonly conditions?: readonly { readonly types: readonly string[]; readonly condition: ExpressionData }[];
}
export interface RowData extends EntrySelection {
  readonly wrap?: boolean;
  readonly columns: readonly ColumnData[];
}
export interface ListItemData extends ExpressionData {
  readonly text?: string;
  readonly label?: string;
  readonly format?: string;
  readonly when?: ExpressionData;
}
export interface ListEntryData extends EntrySelection {
  readonly items: readonly ListItemData[];
}
export interface WideEntryData extends EntrySelection, ExpressionData {
  readonly text?: string;
  readonly format?: string;
}
export type CustomItem =
  | { readonly text: string }
  | { readonly newLines: number }
  | {
      readonly frame: { readonly left?: number; readonly right?: number; readonly firstLine?: number };
      readonly items: readonly CustomItem[];
    }
  | (ExpressionData & {
      readonly format?: string;
      readonly enumerate?: boolean;
      /** Each line of the text is a paragraph, as far to the right as it begins. */
      readonly paragraphs?: boolean;
      /** A control, or the name of one of the view's or the database's. */
      readonly control?: CustomControl | string;
      readonly when?: ExpressionData;
    });
export interface CustomEntryData extends EntrySelection {
  readonly items: readonly CustomItem[];
}
export interface CustomControl {
  readonly entries: readonly CustomEntryData[];
}

interface ViewBase {
  readonly name: string;
  /** .NET type names this view is for. */
  readonly types: readonly string[];
  readonly groupBy?: GroupByData;
  /** Shown by itself, outside of the table or list that is under way. */
  readonly outOfBand?: boolean;
  /** Controls that the view's items name. */
  readonly controls?: ReadonlyMap<string, CustomControl>;
}
export interface TableView extends ViewBase {
  readonly shape: 'table';
  readonly autoSize?: boolean;
  readonly hideHeader?: boolean;
  readonly headers: readonly HeaderData[];
  /** The first row without a selection is the default. */
  readonly rows: readonly RowData[];
}
export interface ListView extends ViewBase {
  readonly shape: 'list';
  readonly entries: readonly ListEntryData[];
}
export interface WideView extends ViewBase {
  readonly shape: 'wide';
  readonly columns?: number;
  readonly autoSize?: boolean;
  readonly entries: readonly WideEntryData[];
}
export interface CustomView extends ViewBase, CustomControl {
  readonly shape: 'custom';
}
export type FormatView = TableView | ListView | WideView | CustomView;
export type ViewShape = FormatView['shape'];
