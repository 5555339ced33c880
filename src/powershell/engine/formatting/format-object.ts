/**
 * Format messages as objects of a pipeline: what Format-Table and its kin write. Out-* and Format-* recognise them; sent
 * to another computer they are the objects of the types that PowerShell sends, and what PowerShell sent is read here.
 * Layout: Microsoft.PowerShell.Commands.Internal.Format, each class with a fixed id.
 */
import { PropertyBag, PSList, PSObject, stripDeserialized, type PSValue } from '../../../protocol/objects/index.js';
import type {
  Alignment,
  Entry,
  Field,
  FormatMessage,
  Frame,
  LineStream,
  ShapeInfo,
  TableColumn,
  TextNode,
} from './messages.js';

const NAMESPACE = 'Microsoft.PowerShell.Commands.Internal.Format.';
const CLASS_ID = 'ClassId2e4f51ef21dd47e99d3c952918aff9cd';
/** Class ids by class name. */
const IDS: Readonly<Record<string, string>> = {
  FormatStartData: '033ecb2bc07a4d43b5ef94ed5a35d280',
  FormatEndData: 'cf522b78d86c486691226b40aa69e95c',
  GroupStartData: '9e210fe47d09416682b841769c78b8a3',
  GroupEndData: '4ec4f0187cb04f4cb6973460dfe252df',
  FormatEntryData: '27c87ef9bbda4f709f6b4002fa4af63c',
  WideViewHeaderInfo: 'b2e2775d33d544c794d0081f27021b5c',
  TableHeaderInfo: 'e3b7a39c089845d388b2e84c5d38f5dd',
  TableColumnInfo: '7572aa4155ec4558817a615acf7dd92e',
  ListViewHeaderInfo: '830bdcb24c1642258724e441512233a4',
  ComplexViewHeaderInfo: '5197dd85ca6f4cce9ae9e6fd6ded9d76',
  RawTextFormatEntry: '29ED81BA914544d4BC430F027EE053E9',
  ListViewEntry: 'cf58f450baa848ef8eb3504008be6978',
  ListViewField: 'b761477330ce4fb2a665999879324d73',
  TableRowEntry: '0e59526e2dd441aa91e7fc952caf4a36',
  WideViewEntry: '59bf79de63354a7b9e4d1697940ff188',
  ComplexViewEntry: '22e7ef3c896449d4a6f2dedea05dd737',
  GroupingEntry: '919820b7eadb48be8e202c5afa5c2716',
  AutosizeInfo: 'a27f094f0eec4d64845801a4c06a32ae',
  FormatNewLine: 'de7e8b96fbd84db5a43aa82eb34580ec',
  FormatTextField: 'b8d9e369024a43a580b9e0c9279e3354',
  FormatPropertyField: '78b102e894f742aca8c1d6737b6ff86a',
  FormatEntry: 'fba029a113a5458d932a2ed4871fadf2',
  FrameInfo: '091C9E762E33499eBE318901B6EFB733',
};
const VALUE = ['FormatValue', 'FormatInfoData'];
const ENTRY = ['FormatEntryInfo', 'FormatInfoData'];
const SHAPE = ['ShapeInfo', 'FormatInfoData'];
const BASES: Readonly<Record<string, readonly string[]>> = {
  FormatStartData: ['StartData', 'ControlInfoData', 'PacketInfoData', 'FormatInfoData'],
  GroupStartData: ['StartData', 'ControlInfoData', 'PacketInfoData', 'FormatInfoData'],
  FormatEndData: ['ControlInfoData', 'PacketInfoData', 'FormatInfoData'],
  GroupEndData: ['ControlInfoData', 'PacketInfoData', 'FormatInfoData'],
  FormatEntryData: ['PacketInfoData', 'FormatInfoData'],
  TableHeaderInfo: SHAPE,
  ListViewHeaderInfo: SHAPE,
  WideViewHeaderInfo: SHAPE,
  ComplexViewHeaderInfo: SHAPE,
  TableRowEntry: ENTRY,
  ListViewEntry: ENTRY,
  WideViewEntry: ENTRY,
  RawTextFormatEntry: ENTRY,
  ComplexViewEntry: ['FreeFormatEntry', ...ENTRY],
  GroupingEntry: ['FreeFormatEntry', ...ENTRY],
  FormatNewLine: VALUE,
  FormatTextField: VALUE,
  FormatPropertyField: VALUE,
  FormatEntry: VALUE,
};
const ALIGNMENTS: readonly (Alignment | undefined)[] = [undefined, 'left', 'center', 'right'];
const alignmentNumber = (align: Alignment | undefined): number => ALIGNMENTS.indexOf(align);

const NO_PROPERTIES = new PropertyBag();
/** A format message on its way through a pipeline. */
export class FormatObject extends PSObject {
  readonly message: FormatMessage;
  constructor(message: FormatMessage) {
    const name = CLASS_NAMES[message.type];
    super({ typeNames: typeNamesOf(name), toStringText: NAMESPACE + name, adapted: NO_PROPERTIES });
    this.message = message;
  }
  /** The object as it travels: all of its parts as data. */
  data(): PSObject {
    return new PSObject({
      typeNames: this.typeNames,
      toStringText: this.toStringText ?? '',
      adapted: bagOf(this.message),
    });
  }
}
const STREAMS: Readonly<Record<LineStream, string>> = {
  output: 'None',
  error: 'Error',
  warning: 'Warning',
  verbose: 'Verbose',
  debug: 'Debug',
};
const CLASS_NAMES: Readonly<Record<FormatMessage['type'], string>> = {
  formatStart: 'FormatStartData',
  groupStart: 'GroupStartData',
  entry: 'FormatEntryData',
  groupEnd: 'GroupEndData',
  formatEnd: 'FormatEndData',
};
const typeNamesOf = (name: string): string[] => [
  ...[name, ...(BASES[name] ?? ['FormatInfoData'])].map((one) => NAMESPACE + one),
  'System.Object',
];

// ---------------------------------------------------------------- to data

function part(name: string, properties: Readonly<Record<string, PSValue>>): PSObject {
  return new PSObject({
    typeNames: typeNamesOf(name),
    toStringText: NAMESPACE + name,
    adapted: PropertyBag.of({ [CLASS_ID]: IDS[name] ?? '', ...properties }),
  });
}
/** A `List<T>` of one of these classes. */
const list = (element: string, items: PSValue[]): PSList =>
  new PSList(items, 'LST', {
    typeNames: [
      `System.Collections.Generic.List\`1[[${NAMESPACE}${element}, System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35]]`,
      'System.Object',
    ],
  });

function bagOf(message: FormatMessage): PropertyBag {
  const id = { [CLASS_ID]: IDS[CLASS_NAMES[message.type]] ?? '' };
  switch (message.type) {
    case 'formatStart':
      return PropertyBag.of({
        ...id,
        pageHeaderEntry: null,
        pageFooterEntry: null,
        autosizeInfo: message.autoSize ? part('AutosizeInfo', { objectCount: 0 }) : null,
        shapeInfo: shapeData(message.shape),
        groupingEntry: null,
      });
    case 'groupStart':
      return PropertyBag.of({
        ...id,
        shapeInfo: null,
        groupingEntry:
          message.title === undefined
            ? null
            : part('GroupingEntry', { formatValueList: list('FormatValue', message.title.map(nodeData)) }),
      });
    case 'entry':
      return PropertyBag.of({
        ...id,
        formatEntryInfo: entryData(message.entry),
        outOfBand: message.outOfBand,
        writeStream: STREAMS[message.stream ?? 'output'],
      });
    case 'groupEnd':
    case 'formatEnd':
      return PropertyBag.of({ ...id, groupingEntry: null });
  }
}
function shapeData(shape: ShapeInfo): PSValue {
  switch (shape.type) {
    case 'table':
      return part('TableHeaderInfo', {
        hideHeader: shape.hideHeader,
        repeatHeader: shape.repeatHeader,
        tableColumnInfoList: list(
          'TableColumnInfo',
          shape.columns.map((column) =>
            part('TableColumnInfo', {
              width: column.width,
              alignment: alignmentNumber(column.align),
              label: column.property === true ? null : column.label,
              propertyName: column.property === true ? column.label : null,
              HeaderMatchesProperty: column.named !== false,
            }),
          ),
        ),
      });
    case 'list':
      return part('ListViewHeaderInfo', {});
    case 'wide':
      return part('WideViewHeaderInfo', { columns: shape.columns });
    case 'custom':
      return part('ComplexViewHeaderInfo', {});
  }
}
const property = (text: string, align?: Alignment): PSObject =>
  part('FormatPropertyField', { propertyValue: text, alignment: alignmentNumber(align) });
function entryData(entry: Entry): PSValue {
  switch (entry.type) {
    case 'row':
      return part('TableRowEntry', {
        formatPropertyFieldList: list(
          'FormatPropertyField',
          entry.cells.map((cell, index) => property(cell, entry.aligns?.[index])),
        ),
        multiLine: entry.wrap,
      });
    case 'fields':
      return part('ListViewEntry', {
        listViewFieldList: list(
          'ListViewField',
          entry.fields.map((field) =>
            part('ListViewField', {
              label: field.fromView === true ? field.label : null,
              propertyName: field.fromView === true ? null : field.label,
              formatPropertyField: property(field.text),
            }),
          ),
        ),
      });
    case 'wideItem':
      return part('WideViewEntry', { formatPropertyField: property(entry.text) });
    case 'custom':
      return part('ComplexViewEntry', { formatValueList: list('FormatValue', entry.nodes.map(nodeData)) });
    case 'raw':
      return part('RawTextFormatEntry', { text: entry.text });
  }
}
function nodeData(node: TextNode): PSValue {
  switch (node.type) {
    case 'text':
      return part('FormatTextField', { text: node.text });
    case 'value':
      return property(node.text);
    case 'newLine':
      return part('FormatNewLine', {});
    case 'entry':
      return part('FormatEntry', {
        formatValueList: list('FormatValue', node.nodes.map(nodeData)),
        frameInfo:
          node.frame === undefined
            ? null
            : part('FrameInfo', {
                leftIndentation: node.frame.left,
                rightIndentation: node.frame.right,
                firstLine: node.frame.firstLine,
              }),
      });
  }
}

// -------------------------------------------------------------- from data

/** Nodes and columns that one message may hold; a peer that sends more is cut off. */
const MAX_PARTS = 100_000;
const MAX_DEPTH = 60;

/** The message that an object carries: ours, or one that came over the wire. Undefined for any other object. */
export function formatMessageOf(value: PSValue): FormatMessage | undefined {
  if (value instanceof FormatObject) return value.message;
  if (!(value instanceof PSObject)) return undefined;
  const type = stripDeserialized(value.typeNames[0] ?? '');
  if (!type.startsWith(NAMESPACE)) return undefined;
  switch (type.slice(NAMESPACE.length)) {
    case 'FormatStartData': {
      const shape = readShape(value.get('shapeInfo') ?? null);
      return shape && { type: 'formatStart', shape, autoSize: value.get('autosizeInfo') instanceof PSObject };
    }
    case 'GroupStartData': {
      const grouping = value.get('groupingEntry');
      return {
        type: 'groupStart',
        title: grouping instanceof PSObject ? readNodes(grouping.get('formatValueList') ?? null, 0) : undefined,
      };
    }
    case 'FormatEntryData': {
      const entry = readEntry(value.get('formatEntryInfo') ?? null);
      const stream = text(value.get('writeStream')).toLowerCase();
      return (
        entry && {
          type: 'entry',
          entry,
          outOfBand: value.get('outOfBand') === true,
          ...(isStream(stream) ? { stream } : {}),
        }
      );
    }
    case 'GroupEndData':
      return { type: 'groupEnd' };
    case 'FormatEndData':
      return { type: 'formatEnd' };
    default:
      return undefined;
  }
}
const isStream = (name: string): name is Exclude<LineStream, 'output'> =>
  name === 'error' || name === 'warning' || name === 'verbose' || name === 'debug';
const classOf = (value: PSValue): string =>
  value instanceof PSObject ? stripDeserialized(value.typeNames[0] ?? '').slice(NAMESPACE.length) : '';
const text = (value: PSValue | undefined): string =>
  typeof value === 'string'
    ? value
    : typeof value === 'number' || typeof value === 'boolean' || value instanceof PSObject
      ? value.toString()
      : '';
const whole = (value: PSValue | undefined): number => (typeof value === 'number' ? value : 0);
function parts(value: PSValue | undefined): readonly PSObject[] {
  const items: readonly PSValue[] =
    value instanceof PSList ? value.items : Array.isArray(value) ? (value as readonly PSValue[]) : [];
  return items.slice(0, MAX_PARTS).filter((item) => item instanceof PSObject);
}
function readShape(value: PSValue): ShapeInfo | undefined {
  if (!(value instanceof PSObject)) return undefined;
  switch (classOf(value)) {
    case 'TableHeaderInfo':
      return {
        type: 'table',
        hideHeader: value.get('hideHeader') === true,
        repeatHeader: value.get('repeatHeader') === true,
        columns: parts(value.get('tableColumnInfoList')).map(
          (column): TableColumn => ({
            label: text(column.get('label') ?? column.get('propertyName')),
            width: whole(column.get('width')),
            align: ALIGNMENTS[whole(column.get('alignment'))] ?? 'left',
            ...(column.get('HeaderMatchesProperty') === false ? { named: false } : {}),
          }),
        ),
      };
    case 'ListViewHeaderInfo':
      return { type: 'list' };
    case 'WideViewHeaderInfo':
      return { type: 'wide', columns: whole(value.get('columns')) };
    case 'ComplexViewHeaderInfo':
      return { type: 'custom' };
    default:
      return undefined;
  }
}
const propertyText = (value: PSValue | undefined): string =>
  value instanceof PSObject ? text(value.get('propertyValue')) : '';
function readEntry(value: PSValue): Entry | undefined {
  if (!(value instanceof PSObject)) return undefined;
  switch (classOf(value)) {
    case 'TableRowEntry': {
      const fields = parts(value.get('formatPropertyFieldList'));
      const aligns = fields.map((field) => ALIGNMENTS[whole(field.get('alignment'))]);
      return {
        type: 'row',
        cells: fields.map(propertyText),
        aligns: aligns.every((align) => align === undefined) ? undefined : aligns,
        wrap: value.get('multiLine') === true,
      };
    }
    case 'ListViewEntry':
      return {
        type: 'fields',
        fields: parts(value.get('listViewFieldList')).map(
          (field): Field => ({
            label: text(field.get('label') ?? field.get('propertyName')),
            text: propertyText(field.get('formatPropertyField')),
          }),
        ),
      };
    case 'WideViewEntry':
      return { type: 'wideItem', text: propertyText(value.get('formatPropertyField')) };
    case 'ComplexViewEntry':
      return { type: 'custom', nodes: readNodes(value.get('formatValueList') ?? null, 0) };
    case 'RawTextFormatEntry':
      return { type: 'raw', text: text(value.get('text')) };
    default:
      return undefined;
  }
}
function readNodes(value: PSValue, depth: number): TextNode[] {
  if (depth > MAX_DEPTH) return [];
  const nodes: TextNode[] = [];
  for (const node of parts(value)) {
    switch (classOf(node)) {
      case 'FormatNewLine':
        nodes.push({ type: 'newLine' });
        break;
      case 'FormatTextField':
        nodes.push({ type: 'text', text: text(node.get('text')) });
        break;
      case 'FormatPropertyField':
        nodes.push({ type: 'value', text: propertyText(node) });
        break;
      case 'FormatEntry':
        nodes.push({
          type: 'entry',
          frame: readFrame(node.get('frameInfo') ?? null),
          nodes: readNodes(node.get('formatValueList') ?? null, depth + 1),
        });
        break;
      default:
    }
  }
  return nodes;
}
function readFrame(value: PSValue): Frame | undefined {
  return value instanceof PSObject
    ? {
        left: whole(value.get('leftIndentation')),
        right: whole(value.get('rightIndentation')),
        firstLine: whole(value.get('firstLine')),
      }
    : undefined;
}
