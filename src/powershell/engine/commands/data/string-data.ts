/** ConvertFrom-StringData, ConvertTo-Html, ConvertTo-Xml. */
import { pushOne } from '../../room.js';
import {
  PSDictionary,
  PSObject,
  PSPrimitive,
  PSXmlDocument,
  type PSValue,
} from '../../../../protocol/objects/index.js';
import type { CommandRegistration } from '../../command-api.js';
import { toText } from '../../conversion.js';
import { type Pending, settle, type Steps } from '../../pending.js';
import { textByPieces, WHOLE_CHARACTERS } from '../../slices.js';
import { netText } from '../../net/string.js';
import { patternProblem } from '../../operators/text.js';
import { BETWEEN_ESCAPES, RegexSyntaxError, unescaped } from '../../text/regex/index.js';
import { unwrap } from '../../values/live.js';
import { clrText, CUSTOM, typeOf, XMLDOCUMENT } from '../../values/types.js';
import type { EngineCommandContext } from '../engine-services.js';
import { text, texts, whole } from '../support/arguments.js';
import { defineCommand, flag, oneOf, parameter, range, NOT_EMPTY, pattern } from '../support/command-spec.js';
import { inputOf, itemsOf, listOf } from '../support/objects.js';
import { evaluate, type PropertyExpression, propertyExpressions } from '../support/property-expression.js';

const UTILITY = 'Microsoft.PowerShell.Utility' as const;

/** Regular-expression escapes of a value: `\\` and `\n` and `\u0041`. */
const unescape = (context: EngineCommandContext, value: string): Pending<string> =>
  textByPieces(
    value,
    BETWEEN_ESCAPES,
    (piece, from) => unescapePiece(context, value, piece, from),
    () => context.tick(),
  );
function unescapePiece(context: EngineCommandContext, value: string, piece: string, from: number): string {
  try {
    return unescaped(piece, from);
  } catch (error) {
    if (!(error instanceof RegexSyntaxError)) throw error;
    return context.fail(patternProblem(value, error), {
      errorId: 'System.Text.RegularExpressions.RegexParseException',
      category: 'NotSpecified',
      exceptionType: 'System.Text.RegularExpressions.RegexParseException',
    });
  }
}

const convertFromStringData = defineCommand(
  'ConvertFrom-StringData',
  {
    module: UTILITY,
    output: 'System.Collections.Hashtable',
    synopsis: 'Converts a string containing one or more key and value pairs to a hash table.',
  },
  [parameter('StringData', 'String', 'M 0 V', { allow: 'EmptyString' }), parameter('Delimiter', 'Char', '1')],
  (context) => ({
    *process(): Steps<void> {
      const table = new PSDictionary();
      const delimiter = toText(context.arg('Delimiter') ?? '=') || '=';
      for (const given of (text(context, 'StringData') ?? '').split('\n')) {
        const tick = context.tick();
        if (tick !== undefined) yield tick;
        const line = given.trim();
        if (line === '' || line.startsWith('#')) continue;
        const at = line.indexOf(delimiter);
        if (at <= 0)
          context.fail(`Data line '${line}' is not in 'name=value' format. `, {
            errorId: 'InvalidOperation',
            category: 'InvalidOperation',
            exceptionType: 'System.Management.Automation.PSInvalidOperationException',
          });
        const key = line.slice(0, at).trim();
        if (table.hasEntry(key))
          context.fail(`Data item '${key}' in line '${line}' is already defined. `, {
            errorId: 'InvalidOperation',
            category: 'InvalidOperation',
            exceptionType: 'System.Management.Automation.PSInvalidOperationException',
          });
        table.append(key, yield* settle(unescape(context, line.slice(at + 1).trim())));
      }
      yield* settle(context.write(table));
    },
  }),
);

const html = (value: string): string =>
  value
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
    .replaceAll(/[\u00a0-\u00ff]|[\ud800-\udbff][\udc00-\udfff]/g, (found) => `&#${found.codePointAt(0) ?? 0};`);
const HTML_KEYS = ['Label', 'Name', 'Expression', 'Alignment', 'Width'];

const META_HTTP = new Set(['content-type', 'default-style', 'x-ua-compatible']);
const META_NAMES = new Set(['application-name', 'author', 'description', 'generator', 'keywords', 'viewport']);
function columnTag({ options }: PropertyExpression): string {
  const width = options.get('width');
  const align = options.get('alignment');
  return `<col${width === undefined ? '' : ` width = "${toText(width)}"`}${align === undefined ? '' : ` align = "${toText(align)}"`}/>`;
}

function* htmlValue(context: EngineCommandContext, expression: PropertyExpression, input: PSValue): Steps<string> {
  const [result] = yield* evaluate(context, expression, input);
  const value = result?.value ?? null;
  if (value === null) return '';
  return yield* settle(textByPieces(netText(value).trim(), WHOLE_CHARACTERS, html, () => context.tick()));
}
const convertToHtml = defineCommand(
  'ConvertTo-Html',
  {
    module: UTILITY,
    defaultSet: 'Page',
    output: 'System.String',
    synopsis: 'Converts .NET objects into HTML that can be displayed in a Web browser.',
  },
  [
    parameter('InputObject', 'PSObject', 'V'),
    parameter('Property', 'Object[]', '0'),
    parameter('Body', 'String[]', 'Page: 3'),
    parameter('Head', 'String[]', 'Page: 1'),
    parameter('Title', 'String', 'Page: 2', { check: NOT_EMPTY }),
    parameter('As', 'String', '', { check: [...NOT_EMPTY, ...oneOf('Table', 'List')] }),
    parameter('CssUri', 'Uri', 'Page: ', { alias: 'cu uri', check: NOT_EMPTY }),
    flag('Fragment', 'Fragment: ', { check: NOT_EMPTY }),
    parameter('PostContent', 'String[]', '', { check: NOT_EMPTY }),
    parameter('PreContent', 'String[]', '', { check: NOT_EMPTY }),
    parameter('Meta', 'Hashtable', 'Page: ', { check: NOT_EMPTY }),
    parameter('Charset', 'String', 'Page: ', { check: [...NOT_EMPTY, ...pattern('^[A-Za-z0-9]\\w+\\S+[A-Za-z0-9]$')] }),
    flag('Transitional', 'Page: ', { check: NOT_EMPTY }),
  ],
  (context) => {
    let columns: PropertyExpression[] | undefined;
    const asList = (text(context, 'As') ?? 'Table').toLowerCase() === 'list';
    const nameOf = (expression: PropertyExpression): string =>
      toText(expression.options.get('name') ?? expression.text);
    const given = unwrap(context.arg('Meta') ?? null);
    const meta = (given instanceof PSDictionary ? [...given.entries()] : []).map(([key, value]) => ({
      name: toText(key).toLowerCase(),
      line: `"${toText(key)}" content="${toText(value)}"`,
      pair: `${toText(key)} and ${toText(value)}`,
    }));
    const head = (): string[] => {
      const lines = context.flag('Transitional')
        ? [
            '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN"  "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">',
          ]
        : [
            '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN"  "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">',
          ];
      lines.push('<html xmlns="http://www.w3.org/1999/xhtml">', '<head>');
      const charset = text(context, 'Charset');
      if (charset !== undefined) lines.push(`<meta charset="${charset}">`);
      lines.push(...meta.map(({ name, line }) => `<meta ${META_HTTP.has(name) ? 'http-equiv' : 'name'}=${line}>`));
      lines.push(...(texts(context, 'Head') ?? [`<title>${html(text(context, 'Title') ?? 'HTML TABLE')}</title>`]));
      const css = text(context, 'CssUri');
      if (css !== undefined) lines.push(`<link rel="stylesheet" type="text/css" href="${css}" />`);
      lines.push('</head><body>', ...(texts(context, 'Body') ?? []));
      return lines;
    };
    /** The columns that the first object has; without any, the next object is asked. */
    function* start(input: PSValue): Steps<void> {
      const inner = unwrap(input);
      const isTable = inner instanceof PSDictionary && typeOf(inner)?.fullName === 'System.Collections.Hashtable';
      const names = isTable ? inner.keys.map((key) => toText(key)) : undefined;
      const own = names ?? context.services.members.names(input);
      const has = (name: string): boolean => own.some((one) => one.toLowerCase() === name.toLowerCase());
      const given = listOf(context.arg('Property'));
      const found = propertyExpressions(context, given.length === 0 ? ['*'] : given, HTML_KEYS).flatMap((expression) =>
        expression.wildcard !== undefined
          ? own
              .filter((name) => expression.wildcard?.test(name) === true)
              .map((name): PropertyExpression => ({ ...expression, text: name, wildcard: undefined }))
          : expression.block !== undefined || has(expression.text)
            ? [expression]
            : [],
      );
      if (found.length === 0) return;
      columns = found;
      if (asList) return;
      yield* settle(
        context.writeAll([
          `<colgroup>${found.map(columnTag).join('')}</colgroup>`,
          `<tr>${found.map((column) => `<th>${html(nameOf(column))}</th>`).join('')}</tr>`,
        ]),
      );
    }
    let count = 0;
    return {
      *begin(): Steps<void> {
        for (const { name, pair } of meta)
          if (!META_HTTP.has(name) && !META_NAMES.has(name))
            yield* settle(
              context.writeWarning(
                `Accepted meta properties are content-type, default-style, application-name, author, description, generator, keywords, x-ua-compatible, and viewport. The meta pair: ${pair} may not function correctly.`,
              ),
            );
        if (!context.flag('Fragment')) yield* settle(context.writeAll(head()));
        yield* settle(context.writeAll([...(texts(context, 'PreContent') ?? []), '<table>']));
      },
      *process(): Steps<void> {
        const input = inputOf(context);
        if (input === undefined || input === null) return;
        if (columns === undefined) yield* start(input);
        if (columns === undefined) return;
        const cells: string[] = [];
        for (const column of columns) cells.push(yield* htmlValue(context, column, input));
        if (asList) {
          if (count > 0) yield* settle(context.write('<tr><td><hr></td></tr>'));
          for (const [at, column] of columns.entries())
            yield* settle(context.write(`<tr><td>${html(nameOf(column))}:</td><td>${cells[at] ?? ''}</td></tr>`));
        } else yield* settle(context.write(`<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`));
        count += 1;
      },
      *end(): Steps<void> {
        yield* settle(context.writeAll(['</table>', ...(texts(context, 'PostContent') ?? [])]));
        if (!context.flag('Fragment')) yield* settle(context.write('</body></html>'));
      },
    };
  },
);

const xmlText = (value: string): string =>
  value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const xmlAttribute = (value: string): string => xmlText(value).replaceAll('"', '&quot;');
/** ConvertTo-Xml's elements: Object, and Property by name and type. */
function* xmlNode(
  context: EngineCommandContext,
  value: PSValue,
  element: string,
  name: string | undefined,
  depth: number,
  indent: string,
): Steps<string> {
  const tick = context.tick(4);
  if (tick !== undefined) yield tick;
  const inner = unwrap(value);
  const type = inner === null ? undefined : typeOf(value);
  const typeName = inner === null ? undefined : type === undefined ? '' : clrText(type);
  const attributes =
    (name === undefined ? '' : ` Name="${xmlAttribute(name)}"`) +
    (typeName === undefined || context.flag('NoTypeInformation') ? '' : ` Type="${xmlAttribute(typeName)}"`);
  if (inner === null) {
    // A property of no value still has a type: that of a note is System.Object.
    const declared = name === undefined || context.flag('NoTypeInformation') ? '' : ' Type="System.Object"';
    return `${indent}<${element}${attributes}${declared} />`;
  }
  const items = itemsOf(inner);
  const names =
    items !== undefined ||
    typeof inner !== 'object' ||
    !(value instanceof PSObject) ||
    inner instanceof PSDictionary ||
    inner instanceof PSPrimitive ||
    type === XMLDOCUMENT
      ? []
      : context.services.members.names(value);
  if (depth < 0 && items === undefined && names.length > 0 && typeOf(inner) === CUSTOM) {
    const typed = (type: string): string => (context.flag('NoTypeInformation') ? '' : ` Type="${type}"`);
    const notes: string[] = [];
    for (const one of names) {
      const note = toText((yield* settle(context.services.members.get(value, one))) ?? null);
      notes.push(
        `${indent}  <Property Name="${xmlAttribute(one)}"${typed('System.Management.Automation.PSNoteProperty')}>${xmlText(note)}</Property>`,
      );
    }
    return `${indent}<${element}${attributes}>\n${indent}  <Property${typed('System.String')}>${xmlText(toText(value))}</Property>\n${notes.join('\n')}\n${indent}</${element}>`;
  }
  if (
    (depth < 0 && items === undefined) ||
    (items === undefined && !(inner instanceof PSDictionary) && names.length === 0)
  ) {
    const shown = xmlText(netText(value));
    return shown === ''
      ? `${indent}<${element}${attributes}></${element}>`
      : `${indent}<${element}${attributes}>${shown}</${element}>`;
  }
  const parts: string[] = [];
  const next = `${indent}  `;
  if (items !== undefined)
    for (const item of items) parts.push(yield* xmlNode(context, item, 'Property', undefined, depth - 1, next));
  else if (inner instanceof PSDictionary) {
    for (const [key, item] of inner.entries()) {
      parts.push(
        yield* xmlNode(context, key, 'Property', 'Key', depth - 1, next),
        yield* xmlNode(context, item, 'Property', 'Value', depth - 1, next),
      );
    }
  } else
    for (const one of names)
      parts.push(
        yield* xmlNode(
          context,
          (yield* settle(context.services.members.get(value, one))) ?? null,
          'Property',
          one,
          depth - 1,
          next,
        ),
      );
  return parts.length === 0
    ? `${indent}<${element}${attributes} />`
    : `${indent}<${element}${attributes}>\n${parts.join('\n')}\n${indent}</${element}>`;
}
const convertToXml = defineCommand(
  'ConvertTo-Xml',
  {
    module: UTILITY,
    output: 'System.Xml.XmlDocument,System.String',
    synopsis: 'Creates an XML-based representation of an object.',
  },
  [
    parameter('Depth', 'Int32', '', {
      check: range(1, 2147483647),
      help: 'Specifies how many levels of contained objects should be included in the XML representation',
    }),
    parameter('InputObject', 'PSObject', 'M 0 V', { allow: 'Null' }),
    flag('NoTypeInformation', '', {
      help: 'Specifies not to include the Type information in the XML representation',
    }),
    parameter('As', 'String', '', { check: [...NOT_EMPTY, ...oneOf('Stream', 'String', 'Document')] }),
  ],
  (context) => {
    const values: PSValue[] = [];
    return {
      process() {
        const input = inputOf(context);
        if (input !== undefined) pushOne(values, input);
      },
      *end(): Steps<void> {
        const depth = whole(context, 'Depth') ?? 1;
        const nodes: string[] = [];
        const as = (text(context, 'As') ?? 'Document').toLowerCase();
        const indent = as === 'stream' ? '' : '  ';
        for (const value of values) nodes.push(yield* xmlNode(context, value, 'Object', undefined, depth - 1, indent));
        const declaration = '<?xml version="1.0" encoding="utf-8"?>';
        if (as === 'stream') {
          yield* settle(context.writeAll([declaration, '<Objects>', ...nodes, '</Objects>']));
          return;
        }
        const body = nodes.length === 0 ? '<Objects />' : `<Objects>\n${nodes.join('\n')}\n</Objects>`;
        if (as === 'string') {
          yield* settle(context.write(`${declaration}\n${body}`));
          return;
        }
        // A document keeps no blanks between its elements.
        const bare = body.replaceAll(/>\n *</g, '><');
        yield* settle(context.write(new PSXmlDocument(declaration + bare)));
      },
    };
  },
);
export const STRING_DATA_COMMANDS: readonly CommandRegistration[] = [
  convertFromStringData,
  convertToHtml,
  convertToXml,
];
