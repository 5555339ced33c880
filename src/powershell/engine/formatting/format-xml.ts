/**
 * Reads `.format.ps1xml` files: the XML form of format data. about_Format.ps1xml
 * Layout: Configuration / SelectionSets, Controls, ViewDefinitions / View / (Name, ViewSelectedBy, GroupBy, one control).
 */
import { ArgumentError } from '../../../protocol/errors/index.js';
import { encodeUtf8 } from '../../../protocol/bytes/index.js';
import { parseXml, type XmlElement } from '../../../protocol/xml/index.js';
import type {
  ColumnData,
  CustomControl,
  CustomEntryData,
  CustomItem,
  EntrySelection,
  ExpressionData,
  FormatView,
  GroupByData,
  HeaderData,
  ListItemData,
  RowData,
  WideEntryData,
} from './format-data.js';
import type { FormatDatabase } from './format-database.js';
import type { Alignment } from './messages.js';

/** Longest file that is read, in characters. */
export const MAX_FORMAT_FILE = 16 * 1024 * 1024;
const MAX_FRAMES = 64;

const child = (element: XmlElement, name: string): XmlElement | undefined =>
  element.children.find(({ localName }) => localName === name);
const named = (element: XmlElement | undefined, name: string): readonly XmlElement[] =>
  element?.children.filter(({ localName }) => localName === name) ?? [];
const textOf = (element: XmlElement, name: string): string | undefined => child(element, name)?.deepText.trim();

class FileReader {
  readonly #path: string;
  readonly #sets = new Map<string, readonly string[]>();
  constructor(path: string) {
    this.#path = path;
  }
  fail(message: string): never {
    throw new ArgumentError('Path', `Error in file ${this.#path}: ${message}`);
  }
  read(root: XmlElement): { readonly views: FormatView[]; readonly controls: [string, CustomControl][] } {
    if (root.localName !== 'Configuration') this.fail(`the root is ${root.localName}, and must be Configuration.`);
    for (const set of named(child(root, 'SelectionSets'), 'SelectionSet')) {
      const name = textOf(set, 'Name');
      if (name === undefined || name === '') this.fail('a SelectionSet has no Name.');
      this.#sets.set(name.toLowerCase(), this.#typeNames(child(set, 'Types')));
    }
    return {
      controls: this.#controls(child(root, 'Controls')),
      views: named(child(root, 'ViewDefinitions'), 'View').map((view) => this.#view(view)),
    };
  }
  #controls(element: XmlElement | undefined): [string, CustomControl][] {
    return named(element, 'Control').map((control) => {
      const name = textOf(control, 'Name');
      const body = child(control, 'CustomControl');
      if (name === undefined || body === undefined) this.fail('a Control needs a Name and a CustomControl.');
      return [name.toLowerCase(), this.#customControl(body)];
    });
  }
  #typeNames(element: XmlElement | undefined): string[] {
    const names: string[] = [];
    for (const item of element?.children ?? []) {
      const name = item.deepText.trim();
      if (item.localName === 'TypeName') names.push(name);
      else if (item.localName === 'SelectionSetName') {
        const set = this.#sets.get(name.toLowerCase());
        if (set === undefined) this.fail(`there is no SelectionSet named ${name}.`);
        names.push(...set);
      }
    }
    return names;
  }

  // --------------------------------------------------------------- views

  #view(element: XmlElement): FormatView {
    const name = textOf(element, 'Name');
    if (name === undefined || name === '') this.fail('a View has no Name.');
    const types = this.#typeNames(child(element, 'ViewSelectedBy'));
    if (types.length === 0) this.fail(`the view ${name} is for no type: ViewSelectedBy is missing or empty.`);
    const groupBy = child(element, 'GroupBy');
    const controls = new Map(this.#controls(child(element, 'Controls')));
    const base = {
      name,
      types,
      ...(groupBy === undefined ? {} : { groupBy: this.#groupBy(groupBy) }),
      ...(isTrue(element, 'OutOfBand') ? { outOfBand: true } : {}),
      ...(controls.size === 0 ? {} : { controls }),
    };
    for (const body of element.children) {
      switch (body.localName) {
        case 'TableControl':
          return { ...base, ...this.#table(body, name) };
        case 'ListControl':
          return { ...base, shape: 'list', entries: this.#listEntries(body, name) };
        case 'WideControl': {
          const columns = this.#whole(body, 'ColumnNumber');
          return {
            ...base,
            shape: 'wide',
            ...(columns === undefined ? {} : { columns }),
            ...(isTrue(body, 'AutoSize') ? { autoSize: true } : {}),
            entries: this.#wideEntries(body, name),
          };
        }
        case 'CustomControl':
          return { ...base, shape: 'custom', ...this.#customControl(body) };
        default:
      }
    }
    return this.fail(`the view ${name} has no TableControl, ListControl, WideControl or CustomControl.`);
  }
  #groupBy(element: XmlElement): GroupByData {
    const body = child(element, 'CustomControl');
    const label = textOf(element, 'Label');
    const control = textOf(element, 'CustomControlName');
    return {
      ...this.#expression(element),
      ...(label === undefined ? {} : { label }),
      ...(body === undefined ? {} : { control: this.#customControl(body) }),
      ...(body === undefined && control !== undefined
        ? { control: { entries: [{ items: [{ control: control.toLowerCase() }] }] } }
        : {}),
    };
  }
  #table(
    element: XmlElement,
    name: string,
  ): Pick<Extract<FormatView, { shape: 'table' }>, 'shape' | 'headers' | 'rows'> {
    const headers = named(child(element, 'TableHeaders'), 'TableColumnHeader').map((header): HeaderData => {
      const label = textOf(header, 'Label');
      const width = this.#whole(header, 'Width');
      return {
        ...(label === undefined ? {} : { label }),
        ...(width === undefined ? {} : { width }),
        ...this.#align(header),
      };
    });
    const rows = named(child(element, 'TableRowEntries'), 'TableRowEntry').map(
      (row): RowData => ({
        ...this.#selection(row),
        ...(isTrue(row, 'Wrap') ? { wrap: true } : {}),
        columns: named(child(row, 'TableColumnItems'), 'TableColumnItem').map(
          (item): ColumnData => ({ ...this.#item(item), ...this.#align(item) }),
        ),
      }),
    );
    const [first] = rows;
    if (first === undefined) this.fail(`the table view ${name} has no TableRowEntry.`);
    if (headers.length > 0 && headers.length !== first.columns.length)
      this.fail(`the table view ${name} has ${headers.length} headers and ${first.columns.length} columns.`);
    return {
      shape: 'table',
      headers,
      rows,
      ...(isTrue(element, 'AutoSize') ? { autoSize: true } : {}),
      ...(isTrue(element, 'HideTableHeaders') ? { hideHeader: true } : {}),
    };
  }
  #listEntries(element: XmlElement, name: string): Extract<FormatView, { shape: 'list' }>['entries'] {
    const entries = named(child(element, 'ListEntries'), 'ListEntry').map((entry) => ({
      ...this.#selection(entry),
      items: named(child(entry, 'ListItems'), 'ListItem').map((item): ListItemData => {
        const when = child(item, 'ItemSelectionCondition');
        return { ...this.#item(item), ...(when === undefined ? {} : { when: this.#expression(when) }) };
      }),
    }));
    if (entries.length === 0) this.fail(`the list view ${name} has no ListEntry.`);
    return entries;
  }
  #wideEntries(element: XmlElement, name: string): WideEntryData[] {
    const entries = named(child(element, 'WideEntries'), 'WideEntry').map((entry): WideEntryData => {
      const item = child(entry, 'WideItem');
      if (item === undefined) this.fail(`an entry of the wide view ${name} has no WideItem.`);
      return { ...this.#selection(entry), ...this.#item(item) };
    });
    if (entries.length === 0) this.fail(`the wide view ${name} has no WideEntry.`);
    return entries;
  }
  #customControl(element: XmlElement): CustomControl {
    const entries = named(child(element, 'CustomEntries'), 'CustomEntry').map((entry): CustomEntryData => {
      const item = child(entry, 'CustomItem');
      return { ...this.#selection(entry), items: item === undefined ? [] : this.#customItems(item, 0) };
    });
    if (entries.length === 0) this.fail('a CustomControl has no CustomEntry.');
    return { entries };
  }
  #customItems(element: XmlElement, depth: number): CustomItem[] {
    if (depth > MAX_FRAMES) this.fail(`frames stand more than ${MAX_FRAMES} deep in one another.`);
    const items: CustomItem[] = [];
    for (const item of element.children) {
      switch (item.localName) {
        case 'Text':
          items.push({ text: item.deepText });
          break;
        case 'NewLine':
          items.push({ newLines: this.#whole(item, 'Count') ?? 1 });
          break;
        case 'Frame': {
          const inner = child(item, 'CustomItem');
          const hanging = this.#whole(item, 'FirstLineHanging');
          items.push({
            frame: {
              left: this.#whole(item, 'LeftIndent') ?? 0,
              right: this.#whole(item, 'RightIndent') ?? 0,
              firstLine: hanging === undefined ? (this.#whole(item, 'FirstLineIndent') ?? 0) : -hanging,
            },
            items: inner === undefined ? [] : this.#customItems(inner, depth + 1),
          });
          break;
        }
        case 'ExpressionBinding': {
          const when = child(item, 'ItemSelectionCondition');
          const body = child(item, 'CustomControl');
          const control = textOf(item, 'CustomControlName')?.toLowerCase();
          const field = child(item, 'FieldControl') ?? item;
          const format = textOf(field, 'FormatString');
          items.push({
            ...this.#expression(item),
            ...(child(item, 'EnumerateCollection') === undefined ? {} : { enumerate: true }),
            ...(when === undefined ? {} : { when: this.#expression(when) }),
            ...(body === undefined ? {} : { control: this.#customControl(body) }),
            ...(body === undefined && control !== undefined ? { control } : {}),
            ...(format === undefined ? {} : { format }),
          });
          break;
        }
        default:
          this.fail(`${item.localName} is not known inside a CustomItem.`);
      }
    }
    return items;
  }

  // --------------------------------------------------------------- parts

  #selection(entry: XmlElement): EntrySelection {
    const selected = child(entry, 'EntrySelectedBy');
    if (selected === undefined) return {};
    const types = this.#typeNames(selected);
    const conditions = named(selected, 'SelectionCondition').map((condition) => ({
      types: this.#typeNames(condition),
      condition: this.#expression(condition),
    }));
    return {
      ...(types.length === 0 ? {} : { types }),
      ...(conditions.length === 0 ? {} : { conditions }),
    };
  }
  #expression(element: XmlElement): ExpressionData {
    const property = textOf(element, 'PropertyName');
    if (property !== undefined) return { property };
    const script = child(element, 'ScriptBlock')?.deepText;
    return script === undefined ? {} : { script };
  }
  #item(element: XmlElement): ExpressionData & { text?: string; label?: string; format?: string } {
    const text = child(element, 'Text')?.deepText;
    const label = textOf(element, 'Label');
    const format = textOf(element, 'FormatString');
    return {
      ...this.#expression(element),
      ...(text === undefined ? {} : { text }),
      ...(label === undefined ? {} : { label }),
      ...(format === undefined ? {} : { format }),
    };
  }
  #align(element: XmlElement): { align?: Alignment } {
    const text = textOf(element, 'Alignment')?.toLowerCase();
    switch (text) {
      case undefined:
        return {};
      case 'left':
      case 'right':
      case 'center':
        return { align: text };
      default:
        return this.fail(`the alignment ${text} is not known; it is Left, Right or Center.`);
    }
  }
  #whole(element: XmlElement, name: string): number | undefined {
    const text = textOf(element, name);
    if (text === undefined) return undefined;
    if (!/^\d{1,6}$/.test(text)) this.fail(`${name} is '${text}', and must be a whole number.`);
    return Number(text);
  }
}
function isTrue(element: XmlElement, name: string): boolean {
  const found = child(element, name);
  return found !== undefined && !/^false$/i.test(found.deepText.trim());
}

/**
 * Reads the text of a .format.ps1xml into `database`, all of it or, when it is faulty, nothing.
 * @throws {ArgumentError} for a file that is not one; the message names the file and the fault.
 */
export function loadFormatXml(
  text: string,
  database: FormatDatabase,
  options: { readonly prepend?: boolean; readonly path?: string } = {},
): void {
  const reader = new FileReader(options.path ?? 'format data');
  if (text.length > MAX_FORMAT_FILE) reader.fail(`it is longer than ${MAX_FORMAT_FILE} characters.`);
  const { views, controls } = reader.read(parsed(text, reader));
  database.add(views, controls, options.prepend === true);
}
function parsed(text: string, reader: FileReader): XmlElement {
  try {
    return parseXml(encodeUtf8(text.replace(/^\uFEFF/, '')));
  } catch (error) {
    return reader.fail(error instanceof Error ? error.message : 'it is no XML.');
  }
}
