/** Update-FormatData, Get-FormatData and Export-FormatData: the session's views. */
import { writeFileSync } from 'node:fs';
import { newGuid } from '../../../io/runtime/index.js';
import { ArgumentError } from '../../../protocol/errors/index.js';
import { escapeXmlText } from '../../../protocol/xml/index.js';
import { PropertyBag, PSGuid, PSList, PSObject, type PSValue } from '../../../protocol/objects/index.js';
import { text, texts } from '../commands/support/arguments.js';
import { defineCommand, flag, parameter, NOT_EMPTY, NOT_NULL } from '../commands/support/command-spec.js';
import { ps1xmlFiles, readText, targetFile } from '../commands/support/files.js';
import { listOf, netObject } from '../commands/support/objects.js';
import type { EngineCommandContext } from '../commands/engine-services.js';
import { toText } from '../conversion.js';
import { settle, type Steps } from '../pending.js';
import { wildcardRegex } from '../text/wildcard.js';
import type { CustomControl, CustomItem, EntrySelection, ExpressionData, FormatView } from './format-data.js';
import { loadFormatXml } from './format-xml.js';
import { sessionDatabase } from './session-formatting.js';

const UTILITY = 'Microsoft.PowerShell.Utility' as const;
const NAMESPACE = 'System.Management.Automation.';

/** Loads files in their order; those to prepend so that the first of them is looked at first. */
export const updateFormatData = defineCommand(
  'Update-FormatData',
  {
    className: 'UpdateFormatDataCommand',
    module: UTILITY,
    defaultSet: 'FileSet',
    shouldProcess: true,
    synopsis: 'Updates the formatting data in the current session.',
  },
  [
    parameter('AppendPath', 'String[]', 'FileSet: 0 V P', { alias: 'PSPath Path', check: NOT_NULL }),
    parameter('PrependPath', 'String[]', 'FileSet: ', { check: NOT_NULL }),
  ],
  (context) => {
    function* load(paths: readonly string[], prepend: boolean): Steps<void> {
      // What a view holds runs for whoever shows something: nothing for a restricted caller to say.
      if (paths.length > 0 && context.services.restricted)
        context.fail(
          "Updating format data is not allowed in this runspace. The 'DisableFormatUpdates' property is set to True when creating the runspace.",
          {
            errorId: 'InvalidOperation',
            category: 'InvalidOperation',
            exceptionType: 'System.Management.Automation.PSInvalidOperationException',
          },
        );
      const session = sessionDatabase(context.services);
      for (const path of paths) {
        if (!(yield* settle(context.shouldProcess(path, 'Update FormatData')))) continue;
        try {
          loadFormatXml(readText(context, path), session.writable(), { prepend, path });
        } catch (error) {
          if (!(error instanceof ArgumentError)) throw error;
          yield* settle(
            context.writeError(
              `There were errors in loading the format data file: \n${path}, , ${path} : ${error.message}`,
              {
                errorId: 'FormatXmlUpdateException',
                category: 'NotSpecified',
                exceptionType: 'System.Management.Automation.RuntimeException',
              },
            ),
          );
        }
      }
    }
    return {
      *process(): Steps<void> {
        const prepended = texts(context, 'PrependPath') ?? [];
        yield* load((yield* ps1xmlFiles(context, prepended, 'FormatPrependPathException')).toReversed(), true);
        const appended = texts(context, 'AppendPath') ?? [];
        yield* load(yield* ps1xmlFiles(context, appended, 'FormatAppendPathException'), false);
      },
    };
  },
);

// ------------------------------------------------------- views as objects

const listOfType = (type: string, items: PSValue[]): PSList =>
  new PSList(items, 'LST', { typeNames: [`System.Collections.Generic.List\`1[[${type}]]`, 'System.Object'] });
const list = (element: string, items: PSValue[]): PSList =>
  listOfType(
    `${NAMESPACE}${element}, System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35`,
    items,
  );
const textList = (items: readonly string[]): PSList =>
  listOfType(
    'System.String, System.Private.CoreLib, Version=10.0.0.0, Culture=neutral, PublicKeyToken=7cec85d7bea7798e',
    [...items],
  );
/** What only this program's code can say is said to be a script: a view that has one stays where it is. */
function entryValue(data: ExpressionData, label = '$_'): PSObject {
  const isScript = data.property === undefined;
  const value = data.property ?? (data.script === undefined ? `<# ${label} #>` : toText(data.script));
  return new PSObject({
    typeNames: [`${NAMESPACE}DisplayEntry`, 'System.Object'],
    toStringText: `${isScript ? 'script' : 'property'}: ${value}`,
    adapted: PropertyBag.of({ ValueType: isScript ? 'ScriptBlock' : 'Property', Value: value }),
  });
}
const part = (name: string, properties: Readonly<Record<string, PSValue>>, base: readonly string[] = []): PSObject =>
  netObject([...[name, ...base].map((type) => NAMESPACE + type), 'System.Object'], properties);
const condition = (data: ExpressionData | undefined): PSObject | null => (data === undefined ? null : entryValue(data));
function selection({ types = [], conditions = [] }: EntrySelection): PSObject | null {
  if (types.length === 0 && conditions.length === 0) return null;
  return part('EntrySelectedBy', {
    TypeNames: textList(types),
    SelectionCondition: list(
      'DisplayEntry',
      conditions.map((each) => entryValue(each.condition)),
    ),
  });
}
type Controls = ReadonlyMap<string, CustomControl>;
const EXPRESSION: readonly string[] = ['CustomItemBase'];
function customItem(item: CustomItem, controls: Controls): PSObject {
  if ('newLines' in item) return part('CustomItemNewline', { Count: item.newLines }, EXPRESSION);
  if ('frame' in item) {
    const { left = 0, right = 0, firstLine = 0 } = item.frame;
    return part(
      'CustomItemFrame',
      {
        LeftIndent: left,
        RightIndent: right,
        FirstLineHanging: Math.max(0, -firstLine),
        FirstLineIndent: Math.max(0, firstLine),
        CustomItems: customItems(item.items, controls),
      },
      EXPRESSION,
    );
  }
  if ('text' in item) return part('CustomItemText', { Text: item.text }, EXPRESSION);
  const { control, when } = item;
  return part(
    'CustomItemExpression',
    {
      EnumerateCollection: item.enumerate === true,
      // A control that is named may name itself; its name is looked up once.
      CustomControl:
        control === undefined
          ? null
          : typeof control !== 'string'
            ? customControl(control, controls)
            : customControl(
                controls.get(control) ?? { entries: [] },
                new Map([...controls].filter(([name]) => name !== control)),
              ),
      Expression: (item.property ?? item.script ?? item.native) ? entryValue(item) : null,
      ItemSelectionCondition: condition(when),
    },
    EXPRESSION,
  );
}
const customItems = (items: readonly CustomItem[], controls: Controls): PSList =>
  list(
    'CustomItemBase',
    items.map((item) => customItem(item, controls)),
  );
const customEntries = (control: CustomControl, controls: Controls): PSList =>
  list(
    'CustomControlEntry',
    control.entries.map((entry) =>
      part('CustomControlEntry', { CustomItems: customItems(entry.items, controls), SelectedBy: selection(entry) }),
    ),
  );
const customControl = (control: CustomControl, controls: Controls): PSObject =>
  part('CustomControl', { Entries: customEntries(control, controls), GroupBy: null, OutOfBand: false }, ['PSControl']);
const ALIGNMENTS = { left: 'Left', right: 'Right', center: 'Center' } as const;
function controlObject(view: FormatView): PSObject {
  const made = (name: string, properties: Readonly<Record<string, PSValue>>): PSObject => {
    const object = netObject([`${NAMESPACE}${name}`, `${NAMESPACE}PSControl`, 'System.Object'], {
      ...properties,
      GroupBy:
        view.groupBy === undefined
          ? null
          : netObject([`${NAMESPACE}PSControlGroupBy`, 'System.Object'], {
              Expression: entryValue(view.groupBy, view.groupBy.label),
              Label: view.groupBy.label ?? null,
              CustomControl: null,
            }),
      OutOfBand: view.outOfBand === true,
    });
    object.toStringText = `${NAMESPACE}${name}`;
    return object;
  };
  switch (view.shape) {
    case 'table':
      return made('TableControl', {
        Headers: list(
          'TableControlColumnHeader',
          view.headers.map((header) =>
            netObject([`${NAMESPACE}TableControlColumnHeader`, 'System.Object'], {
              Label: header.label ?? null,
              Alignment: header.align === undefined ? 'Undefined' : ALIGNMENTS[header.align],
              Width: header.width ?? 0,
            }),
          ),
        ),
        Rows: list(
          'TableControlRow',
          view.rows.map((row) =>
            netObject([`${NAMESPACE}TableControlRow`, 'System.Object'], {
              Columns: list(
                'TableControlColumn',
                row.columns.map((column, index) =>
                  netObject([`${NAMESPACE}TableControlColumn`, 'System.Object'], {
                    Alignment: column.align === undefined ? 'Undefined' : ALIGNMENTS[column.align],
                    DisplayEntry: entryValue(column, view.headers[index]?.label),
                    FormatString: column.format ?? null,
                  }),
                ),
              ),
              SelectedBy: selection(row),
              Wrap: row.wrap === true,
            }),
          ),
        ),
        AutoSize: view.autoSize === true,
        HideTableHeaders: view.hideHeader === true,
      });
    case 'list':
      return made('ListControl', {
        Entries: list(
          'ListControlEntry',
          view.entries.map((entry) =>
            netObject([`${NAMESPACE}ListControlEntry`, 'System.Object'], {
              Items: list(
                'ListControlEntryItem',
                entry.items.map((item) =>
                  netObject([`${NAMESPACE}ListControlEntryItem`, 'System.Object'], {
                    Label: item.label ?? null,
                    DisplayEntry: entryValue(item, item.label),
                    ItemSelectionCondition: condition(item.when),
                    FormatString: item.format ?? null,
                  }),
                ),
              ),
              EntrySelectedBy: selection(entry),
            }),
          ),
        ),
      });
    case 'wide':
      return made('WideControl', {
        Entries: list(
          'WideControlEntryItem',
          view.entries.map((entry) =>
            netObject([`${NAMESPACE}WideControlEntryItem`, 'System.Object'], {
              DisplayEntry: entryValue(entry),
              EntrySelectedBy: selection(entry),
              FormatString: entry.format ?? null,
            }),
          ),
        ),
        Columns: view.columns ?? 0,
        AutoSize: view.autoSize === true,
      });
    case 'custom':
      return made('CustomControl', { Entries: customEntries(view, view.controls ?? new Map()) });
  }
}
const definitions = new WeakMap<PSObject, readonly FormatView[]>();

export const getFormatData = defineCommand(
  'Get-FormatData',
  {
    className: 'GetFormatDataCommand',
    module: UTILITY,
    output: `${NAMESPACE}ExtendedTypeDefinition`,
    synopsis: 'Gets the formatting data in the current session.',
  },
  [parameter('TypeName', 'String[]', '0', { check: NOT_EMPTY }), parameter('PowerShellVersion', 'Version')],
  (context) => ({
    *process(): Steps<void> {
      const wanted = (texts(context, 'TypeName') ?? ['*']).map((name) => wildcardRegex(name));
      const groups = new Map<string, { readonly types: readonly string[]; readonly views: FormatView[] }>();
      for (const view of sessionDatabase(context.services).database.views) {
        if (!view.types.some((type) => wanted.some((regex) => regex.test(type)))) continue;
        const key = view.types.join('\n');
        const group = groups.get(key);
        if (group === undefined) groups.set(key, { types: view.types, views: [view] });
        else group.views.push(view);
      }
      for (const { types, views } of groups.values()) {
        const object = netObject([`${NAMESPACE}ExtendedTypeDefinition`, 'System.Object'], {
          TypeNames: textList(types),
          FormatViewDefinition: list(
            'FormatViewDefinition',
            views.map((view) => {
              const definition = netObject([`${NAMESPACE}FormatViewDefinition`, 'System.Object'], {
                Name: view.name,
                Control: controlObject(view),
                InstanceId: new PSGuid(newGuid()),
              });
              definition.toStringText = view.name;
              return definition;
            }),
          ),
          TypeName: types[0] ?? '',
        });
        object.toStringText = types[0] ?? '';
        definitions.set(object, views);
        yield* settle(context.write(object));
      }
    },
  }),
);

// ------------------------------------------------------- views as a file

const element = (name: string, inner: string): string => `<${name}>${inner}</${name}>`;
const textElement = (name: string, value: string | undefined): string =>
  value === undefined ? '' : element(name, escapeXmlText(value));
/** A view's item as XML; undefined for one that only this program can say (JavaScript). */
function itemXml(data: ExpressionData): string {
  if (data.property !== undefined) return textElement('PropertyName', data.property);
  return data.script === undefined ? textElement('PropertyName', '') : textElement('ScriptBlock', toText(data.script));
}
function viewXml(view: FormatView): string | undefined {
  const head =
    textElement('Name', view.name) +
    element('ViewSelectedBy', view.types.map((type) => textElement('TypeName', type)).join(''));
  switch (view.shape) {
    case 'table':
      return element(
        'View',
        head +
          element(
            'TableControl',
            (view.autoSize === true ? '<AutoSize />' : '') +
              element(
                'TableHeaders',
                view.headers
                  .map((header) =>
                    element(
                      'TableColumnHeader',
                      textElement('Label', header.label) +
                        textElement('Width', header.width === undefined ? undefined : String(header.width)) +
                        textElement('Alignment', header.align),
                    ),
                  )
                  .join(''),
              ) +
              element(
                'TableRowEntries',
                view.rows
                  .map((row) =>
                    element(
                      'TableRowEntry',
                      (row.wrap === true ? '<Wrap />' : '') +
                        element(
                          'TableColumnItems',
                          row.columns
                            .map((column) =>
                              element('TableColumnItem', textElement('Alignment', column.align) + itemXml(column)),
                            )
                            .join(''),
                        ),
                    ),
                  )
                  .join(''),
              ),
          ),
      );
    case 'list':
      return element(
        'View',
        head +
          element(
            'ListControl',
            element(
              'ListEntries',
              view.entries
                .map((entry) =>
                  element(
                    'ListEntry',
                    element(
                      'ListItems',
                      entry.items
                        .map((item) =>
                          element(
                            'ListItem',
                            textElement('Label', item.label) + itemXml(item) + textElement('FormatString', item.format),
                          ),
                        )
                        .join(''),
                    ),
                  ),
                )
                .join(''),
            ),
          ),
      );
    case 'wide':
      return element(
        'View',
        head +
          element(
            'WideControl',
            element(
              'WideEntries',
              view.entries.map((entry) => element('WideEntry', element('WideItem', itemXml(entry)))).join(''),
            ),
          ),
      );
    case 'custom':
      return undefined;
  }
}
const isNative = (view: FormatView): boolean =>
  view.shape === 'custom' ||
  (view.shape === 'table' && view.rows.some((row) => row.columns.some(({ native }) => native !== undefined))) ||
  (view.shape === 'list' && view.entries.some((entry) => entry.items.some(({ native }) => native !== undefined))) ||
  (view.shape === 'wide' && view.entries.some(({ native }) => native !== undefined));

export const exportFormatData = defineCommand(
  'Export-FormatData',
  {
    className: 'ExportFormatDataCommand',
    module: UTILITY,
    defaultSet: 'ByPath',
    synopsis: 'Saves formatting data from the current session in a formatting file.',
  },
  [
    parameter('InputObject', 'Object[]', 'M V', { shown: 'System.Management.Automation.ExtendedTypeDefinition[]' }),
    parameter('Path', 'String', 'ByPath: M', { alias: 'FilePath' }),
    parameter('LiteralPath', 'String', 'ByLiteralPath: M', { alias: 'PSPath LP' }),
    flag('Force'),
    flag('NoClobber', '', { alias: 'NoOverwrite' }),
    flag('IncludeScriptBlock'),
  ],
  (context: EngineCommandContext) => {
    const views: FormatView[] = [];
    return {
      process() {
        for (const input of listOf(context.arg('InputObject')))
          views.push(...((input instanceof PSObject ? definitions.get(input) : undefined) ?? []));
      },
      *end(): Steps<void> {
        const left = views.filter(isNative);
        if (left.length > 0)
          yield* settle(
            context.writeWarning(
              `${left.length} views of this program's own are made by its code and are left out: ${left.map(({ name }) => name).join(', ')}.`,
            ),
          );
        const xml = element(
          'Configuration',
          element(
            'ViewDefinitions',
            views
              .filter((view) => !isNative(view))
              .map((view) => viewXml(view) ?? '')
              .join('\n'),
          ),
        );
        const path = targetFile(context, text(context, 'Path') ?? text(context, 'LiteralPath') ?? '');
        writeFileSync(path, `<?xml version="1.0" encoding="utf-8"?>\n${xml}\n`, {
          flag: context.flag('NoClobber') ? 'wx' : 'w',
        });
      },
    };
  },
);
