/**
 * What Format-* commands write and what the Out-* commands turn into lines: a start with the shape, groups, entries, an
 * end. Texts are final here; only widths and line breaks are decided later, when the screen is known.
 */
export type Alignment = 'left' | 'right' | 'center';

export interface TableColumn {
  readonly label: string;
  /** 0: to be computed. */
  readonly width: number;
  /** Undefined: what a view does not say. */
  readonly align: Alignment | undefined;
  /** False for a label that is no property of the object: it is shown in another style. */
  readonly named?: boolean;
  /** The label is a property's name, or one that the user gave; views say theirs. */
  readonly property?: boolean;
}
export type ShapeInfo =
  | {
      readonly type: 'table';
      readonly columns: readonly TableColumn[];
      readonly hideHeader: boolean;
      readonly repeatHeader: boolean;
    }
  | { readonly type: 'list' }
  /** 0 columns: as many as fit. */
  | { readonly type: 'wide'; readonly columns: number }
  | { readonly type: 'custom' };

/** A piece of a custom view. */
export type TextNode =
  | { readonly type: 'text'; readonly text: string }
  /** The value of a property, where `text` is what the view itself says. */
  | { readonly type: 'value'; readonly text: string }
  | { readonly type: 'newLine' }
  | { readonly type: 'entry'; readonly frame: Frame | undefined; readonly nodes: TextNode[] };
/** Indentation in cells. `firstLine` is relative to `left` and may be negative. */
export interface Frame {
  readonly left: number;
  readonly right: number;
  readonly firstLine: number;
}

export interface Field {
  readonly label: string;
  readonly text: string;
  /** Its name is the label of a view, and no property's. */
  readonly fromView?: boolean;
}
export type Entry =
  | {
      readonly type: 'row';
      readonly cells: readonly string[];
      /** Alignments of single cells; undefined for the column's. */
      readonly aligns: readonly (Alignment | undefined)[] | undefined;
      readonly wrap: boolean;
    }
  | { readonly type: 'fields'; readonly fields: readonly Field[] }
  | { readonly type: 'wideItem'; readonly text: string }
  | { readonly type: 'custom'; readonly nodes: readonly TextNode[] }
  | { readonly type: 'raw'; readonly text: string };

/** The stream whose lines these are; a host gives each its own looks. */
export type LineStream = 'output' | 'error' | 'warning' | 'verbose' | 'debug';

export type FormatMessage =
  | { readonly type: 'formatStart'; readonly shape: ShapeInfo; readonly autoSize: boolean }
  | { readonly type: 'groupStart'; readonly title: readonly TextNode[] | undefined }
  | { readonly type: 'entry'; readonly entry: Entry; readonly outOfBand: boolean; readonly stream?: LineStream }
  | { readonly type: 'groupEnd' }
  | { readonly type: 'formatEnd' };
