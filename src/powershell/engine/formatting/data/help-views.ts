/** Views of help: its objects are shown as the text that they carry, and lists of it as a table. */
import type { PSValue } from '../../../../protocol/objects/index.js';
import { toText } from '../../conversion.js';
import type { ColumnData, FormatView } from '../format-data.js';

/** What is shown of the parts of help. They are no properties: help that travels is data. */
const texts = new WeakMap<object, string>();
/** The object, which shows itself as the text of its section. */
export function showAs<T extends object>(part: T, text: string): T {
  texts.set(part, text);
  return part;
}
/** The blank lines around it are those of the view. */
const shownText = (value: PSValue): string =>
  ((typeof value === 'object' && value !== null ? texts.get(value) : undefined) ?? toText(value)).replace(
    /^\n|\n$/g,
    '',
  );

const HELP = 'MamlCommandHelpInfo';
const SHOWN_AS_TEXT: readonly string[] = [
  ...['', '#FullView', '#DetailedView', '#ExamplesView'].flatMap((view) => [
    HELP + view,
    `ExtendedCmdletHelpInfo${view}`,
  ]),
  ...['details', 'syntax', 'syntaxItem', 'parameters', 'parameter', 'examples', 'example', 'alertSet', 'relatedLinks']
    .concat(['inputTypes', 'returnValues'])
    .map((part) => `${HELP}#${part}`),
];

export const HELP_VIEWS: readonly FormatView[] = [
  {
    shape: 'custom',
    name: 'HelpText',
    types: SHOWN_AS_TEXT,
    entries: [{ items: [{ native: shownText, paragraphs: true }] }],
  },
  {
    shape: 'custom',
    name: 'MamlParaTextItem',
    types: ['MamlParaTextItem'],
    entries: [{ items: [{ property: 'Text' }, { newLines: 1 }] }],
  },
  {
    shape: 'table',
    name: 'HelpInfoShort',
    types: ['HelpInfoShort'],
    headers: [
      { label: 'Name', width: 33 },
      { label: 'Category', width: 9 },
      { label: 'Module', width: 25 },
      { label: 'Synopsis' },
    ],
    rows: [{ columns: ['Name', 'Category', 'ModuleName', 'Synopsis'].map((property): ColumnData => ({ property })) }],
  },
];
