/** Format-Table, Format-List, Format-Wide and Format-Custom. */
import type { PSValue } from '../../../protocol/objects/index.js';
import type { CommandRegistration, ParameterSpec } from '../command-api.js';
import type { EngineCommandContext } from '../commands/engine-services.js';
import { given, text, texts, whole } from '../commands/support/arguments.js';
import { defineCommand, flag, oneOf, parameter, range } from '../commands/support/command-spec.js';
import { inputOf } from '../commands/support/objects.js';
import { settle, type Steps } from '../pending.js';
import { wildcardRegex } from '../text/wildcard.js';
import { formatErrorValue } from './error-view.js';
import { Expressions } from './expressions.js';
import type { ViewShape } from './format-data.js';
import { viewOf } from './formatter.js';
import { FormatObject } from './format-object.js';
import { type Expansion, type FormatParameters, type PropertyParameter } from './format-parameters.js';
import { FormatPipeline } from './format-pipeline.js';
import type { FormatMessage } from './messages.js';
import {
  CUSTOM_KEYS,
  GROUP_KEYS,
  LIST_KEYS,
  readProperties,
  readProperty,
  TABLE_KEYS,
  WIDE_KEYS,
} from './read-properties.js';
import { formatOptions } from './session-formatting.js';

const UTILITY = 'Microsoft.PowerShell.Utility' as const;
const EXPANSIONS: readonly Expansion[] = ['CoreOnly', 'EnumOnly', 'Both'];
const OUTPUT = ['FormatStartData', 'FormatEntryData', 'FormatEndData', 'GroupStartData', 'GroupEndData']
  .map((name) => `Microsoft.PowerShell.Commands.Internal.Format.${name}`)
  .join(',');

const property = (type: string): ParameterSpec => parameter('Property', type, '0');
const SHARED: readonly ParameterSpec[] = [
  parameter('ExcludeProperty', 'String[]'),
  parameter('GroupBy', 'Object'),
  parameter('View', 'String'),
  flag('ShowError'),
  flag('DisplayError'),
  flag('Force'),
  parameter('Expand', 'String', '', { check: oneOf('CoreOnly', 'EnumOnly', 'Both') }),
  parameter('InputObject', 'PSObject', 'V'),
];

function sharedParameters(
  context: EngineCommandContext,
  shape: ViewShape,
  properties: readonly PropertyParameter[] | undefined,
): FormatParameters {
  const view = text(context, 'View');
  const excluded = texts(context, 'ExcludeProperty');
  if (view !== undefined && view !== '' && ((properties?.length ?? 0) > 0 || (excluded?.length ?? 0) > 0))
    context.fail('Cmdlet parameters View and Property are mutually exclusive.', {
      errorId: 'FormatCannotSpecifyViewAndProperty',
      category: 'InvalidArgument',
      exceptionType: 'System.IO.InvalidDataException',
    });
  const groupBy = context.arg('GroupBy');
  const expand = text(context, 'Expand')?.toLowerCase();
  const expansion = EXPANSIONS.find((name) => name.toLowerCase() === expand);
  // What is left out is left out of everything.
  const chosen =
    excluded !== undefined && (properties === undefined || properties.length === 0)
      ? [{ expression: { kind: 'pattern' as const, name: '*', regex: /(?:)/ } }]
      : properties;
  const displayErrors = given(context, 'DisplayError');
  const showErrors = given(context, 'ShowError');
  return {
    shape,
    ...(chosen === undefined ? {} : { properties: chosen }),
    ...(excluded === undefined ? {} : { exclude: excluded.map((pattern) => wildcardRegex(pattern)) }),
    ...(groupBy === undefined || groupBy === null ? {} : { groupBy: readProperty(context, groupBy, GROUP_KEYS) }),
    ...(view === undefined ? {} : { view }),
    ...(expansion === undefined ? {} : { expand: expansion }),
    force: context.flag('Force'),
    ...(displayErrors === undefined ? {} : { displayErrors }),
    ...(showErrors === undefined ? {} : { showErrors }),
  };
}

function formatCommand(
  init: { readonly name: string; readonly alias: string; readonly className?: string; readonly synopsis: string },
  parameters: readonly ParameterSpec[],
  read: (context: EngineCommandContext) => FormatParameters,
): CommandRegistration {
  return defineCommand(
    init.name,
    {
      alias: init.alias,
      module: UTILITY,
      output: OUTPUT,
      synopsis: init.synopsis,
      ...(init.className === undefined ? {} : { className: init.className }),
    },
    parameters,
    (context) => {
      let pipeline: FormatPipeline | undefined;
      function* writeAll(messages: readonly FormatMessage[]): Steps<void> {
        for (const message of messages) yield* settle(context.write(new FormatObject(message)));
      }
      return {
        begin() {
          const options = formatOptions(context);
          const { access, database } = options;
          if (access === undefined || database === undefined) return;
          pipeline = new FormatPipeline({
            expressions: new Expressions(access, options.enumerationLimit ?? 4),
            database,
            parameters: read(context),
            errorText: (value) =>
              formatErrorValue(value, {
                ...viewOf(options.errorView),
                ...(options.windowWidth === undefined ? {} : { width: options.windowWidth }),
                ...(options.knowsCommand === undefined ? {} : { knowsCommand: options.knowsCommand }),
              }) ?? '',
            unknownView: (view, message) =>
              context.fail(message, {
                errorId: 'FormatViewNotFound',
                category: 'ObjectNotFound',
                target: view,
                exceptionType: 'System.Management.Automation.PipelineStoppedException',
              }),
          });
        },
        *process(): Steps<void> {
          const value: PSValue | undefined = inputOf(context);
          if (value === undefined || pipeline === undefined) return;
          yield* writeAll(yield* pipeline.push(value));
        },
        *end(): Steps<void> {
          if (pipeline !== undefined) yield* writeAll(pipeline.end());
        },
      };
    },
  );
}

export const formatTable = formatCommand(
  { name: 'Format-Table', alias: 'ft', synopsis: 'Formats the output as a table.' },
  [property('Object[]'), flag('AutoSize'), flag('RepeatHeader'), flag('HideTableHeaders'), flag('Wrap'), ...SHARED],
  (context) => {
    const autoSize = given(context, 'AutoSize');
    const hideHeaders = given(context, 'HideTableHeaders');
    const wrap = given(context, 'Wrap');
    return {
      ...sharedParameters(context, 'table', readProperties(context, context.arg('Property'), TABLE_KEYS)),
      ...(autoSize === undefined ? {} : { autoSize }),
      ...(hideHeaders === undefined ? {} : { hideHeaders }),
      ...(wrap === undefined ? {} : { wrap }),
      repeatHeader: context.flag('RepeatHeader'),
    };
  },
);

export const formatList = formatCommand(
  {
    name: 'Format-List',
    alias: 'fl',
    synopsis: 'Formats the output as a list of properties in which each property appears on a new line.',
  },
  [property('Object[]'), ...SHARED],
  (context) => sharedParameters(context, 'list', readProperties(context, context.arg('Property'), LIST_KEYS)),
);

export const formatWide = formatCommand(
  {
    name: 'Format-Wide',
    alias: 'fw',
    synopsis: 'Formats objects as a wide table that displays only one property of each object.',
  },
  [
    parameter('Property', 'Object', '0'),
    flag('AutoSize'),
    parameter('Column', 'Int32', '', { check: range(1, 2147483647) }),
    ...SHARED,
  ],
  (context) => {
    const value = context.arg('Property');
    const autoSize = given(context, 'AutoSize');
    const columns = whole(context, 'Column');
    const parameters = sharedParameters(
      context,
      'wide',
      value === undefined || value === null ? undefined : [readProperty(context, value, WIDE_KEYS)],
    );
    if (autoSize === true && columns !== undefined)
      context.fail('Cmdlet parameters AutoSize and Column are mutually exclusive.', {
        errorId: 'FormatCannotSpecifyAutosizeAndColumns',
        category: 'InvalidArgument',
        exceptionType: 'System.IO.InvalidDataException',
      });
    return {
      ...parameters,
      ...(autoSize === undefined ? {} : { autoSize }),
      ...(columns === undefined ? {} : { columns }),
    };
  },
);

export const formatCustom = formatCommand(
  { name: 'Format-Custom', alias: 'fc', synopsis: 'Uses a customized view to format the output.' },
  [property('Object[]'), parameter('Depth', 'Int32', '', { check: range(1, 2147483647) }), ...SHARED],
  (context) => {
    const depth = whole(context, 'Depth');
    return {
      ...sharedParameters(context, 'custom', readProperties(context, context.arg('Property'), CUSTOM_KEYS)),
      ...(depth === undefined ? {} : { depth }),
    };
  },
);
