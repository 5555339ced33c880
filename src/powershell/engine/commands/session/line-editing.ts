/**
 * What is set of the host's line editor: Get- and Set-PSReadLineOption, Get-, Set- and Remove-PSReadLineKeyHandler. Where
 * the host has none, as in a session on another computer, there is nothing to get, and nothing changes.
 */
import { PSDictionary, PSObject, PropertyBag, type PSValue } from '../../../../protocol/objects/index.js';
import type { CommandRegistration } from '../../command-api.js';
import { integerOf, toText } from '../../conversion.js';
import { settle, type Steps } from '../../pending.js';
import type { KeyBlock, LineEditing, LineOptions } from '../../runspace-api.js';
import { defineType } from '../../values/net-type.js';
import type { EngineCommandContext } from '../engine-services.js';
import { text, texts } from '../support/arguments.js';
import { defineCommand, flag, NOT_EMPTY, parameter, range } from '../support/command-spec.js';
import { declareEnum, enumMember, enumParameter } from '../support/enums.js';

const MODULE = 'PSReadLine' as const;
const SPACE = 'Microsoft.PowerShell';
const EDIT_MODE = declareEnum(`${SPACE}.EditMode`, { Windows: 0, Emacs: 1, Vi: 2 });
const BELL_STYLE = declareEnum(`${SPACE}.BellStyle`, { None: 0, Visual: 1, Audible: 2 });
const SAVE_STYLE = declareEnum(`${SPACE}.HistorySaveStyle`, { SaveIncrementally: 0, SaveAtExit: 1, SaveNothing: 2 });
const SOURCE = declareEnum(`${SPACE}.PredictionSource`, { None: 1, History: 2, Plugin: 3, HistoryAndPlugin: 4 });
const VIEW_STYLE = declareEnum(`${SPACE}.PredictionViewStyle`, { InlineView: 0, ListView: 1 });
const VI_STYLE = declareEnum(`${SPACE}.ViModeStyle`, { None: 0, Prompt: 1, Cursor: 2, Script: 3 });
const VI_MODE = declareEnum(`${SPACE}.ViMode`, { Insert: 0, Command: 1 });
const OPTIONS = `${SPACE}.PSConsoleReadLineOptions`;
const HANDLER = `${SPACE}.KeyHandler`;
defineType(OPTIONS);
defineType(HANDLER);
const ENUMS: Partial<Record<keyof LineOptions, string>> = {
  EditMode: EDIT_MODE,
  HistorySaveStyle: SAVE_STYLE,
  PredictionSource: SOURCE,
  PredictionViewStyle: VIEW_STYLE,
};

// ------------------------------------------------------------------ options

type Name = keyof LineOptions;
const isColor = (name: string): boolean => name.endsWith('Color');
/** As PowerShell shows them: an escape sequence by what one would type. */
const shownColor = (sequence: string): string => `"${sequence.replaceAll('\u001b', '`e')}"`;

function optionsObject({ options }: LineEditing): PSObject {
  const shown = Object.entries(options).map(([name, value]): [string, PSValue] => {
    const enumType = ENUMS[name as Name];
    if (enumType !== undefined) return [name, enumMember(enumType, String(value))];
    return [name, isColor(name) ? shownColor(String(value)) : (value as PSValue)];
  });
  return new PSObject({
    typeNames: [OPTIONS, 'System.Object'],
    toStringText: OPTIONS,
    adapted: PropertyBag.of(Object.fromEntries(shown)),
  });
}

/** Of System.ConsoleColor, in its order: the numbers that a terminal has for them. */
const CONSOLE_COLORS = (
  'Black:30 DarkBlue:34 DarkGreen:32 DarkCyan:36 DarkRed:31 DarkMagenta:35 DarkYellow:33 Gray:37 DarkGray:90 Blue:94 ' +
  'Green:92 Cyan:96 Red:91 Magenta:95 Yellow:93 White:97'
)
  .split(' ')
  .map((one) => one.split(':') as [string, string]);
const SEQUENCES = /^(?:\u001b\[[\d;:]*m)+$/;
/** @returns undefined for what is no colour. */
function sequenceOf(value: PSValue): string | undefined {
  const given = toText(value);
  if (SEQUENCES.test(given)) return given;
  const [, red, green, blue] = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(given) ?? [];
  if (red !== undefined && green !== undefined && blue !== undefined)
    return `\u001b[38;2;${[red, green, blue].map((part) => parseInt(part, 16)).join(';')}m`;
  const found = CONSOLE_COLORS.find(
    ([name], index) => name.toLowerCase() === given.toLowerCase() || given === `${index}`,
  );
  return found === undefined ? undefined : `\u001b[${found[1]}m`;
}
/** Colours of PSReadLine that nothing here has: a selection, a list of predictions. */
const NOT_HERE = /^(?:ContinuationPrompt|Emphasis|Selection|ListPrediction(?:Selected|Tooltip)?)(?:Color)?$/i;
const invalid = (context: EngineCommandContext, message: string, errorId: string): never =>
  context.fail(message, { errorId, category: 'InvalidArgument', exceptionType: 'System.ArgumentException' });
function setColors(context: EngineCommandContext, options: LineOptions, given: PSDictionary): void {
  const changes: [Name, string][] = [];
  for (const [key, value] of given.entries()) {
    const word = toText(key);
    const wanted =
      `${/^default(?:color)?$/i.test(word) ? 'DefaultToken' : word.replace(/color$/i, '')}color`.toLowerCase();
    const name = Object.keys(options).find((one) => isColor(one) && one.toLowerCase() === wanted);
    const sequence = sequenceOf(value);
    if (sequence === undefined)
      invalid(
        context,
        `'${toText(value)}' is not a valid color value. It can be either a ConsoleColor, an escape sequence, or #RRGGBB.`,
        'InvalidColorValue',
      );
    else if (name !== undefined) changes.push([name as Name, sequence]);
    else if (!NOT_HERE.test(word))
      invalid(context, `'${word}' is not a valid color property.`, 'InvalidColorParameter');
  }
  // None is set where one is wrong.
  Object.assign(options, Object.fromEntries(changes));
}

/** Of PSReadLine, and with no counterpart in this editor. */
const NOT_SUPPORTED: Readonly<Record<string, string>> = {
  AddToHistoryHandler: 'Lines that hold words such as password, secret or token stay out of the file by themselves.',
  CommandValidationHandler: 'A line is checked when it runs.',
  ViModeIndicator: 'There is no Vi mode.',
  ViModeChangeHandler: 'There is no Vi mode.',
};
function* refuse(context: EngineCommandContext, what: string, instead: string): Steps<void> {
  yield* settle(
    context.writeError(`${what} is not supported by this line editor. ${instead}`, {
      errorId: 'NotSupported',
      category: 'NotImplemented',
      target: what,
      exceptionType: 'System.NotSupportedException',
    }),
  );
}
const FLAGS = [
  'HistoryNoDuplicates',
  'HistorySearchCaseSensitive',
  'HistorySearchCursorMovesToEnd',
  'ShowToolTips',
] as const;

const getOption = defineCommand(
  'Get-PSReadLineOption',
  {
    module: MODULE,
    output: OPTIONS,
    className: 'GetPSReadLineOption',
    synopsis: 'Gets what is set of the line editor.',
  },
  [],
  (context) => ({
    process: () =>
      context.host.lineEditing === undefined ? undefined : context.write(optionsObject(context.host.lineEditing)),
  }),
);
const setOption = defineCommand(
  'Set-PSReadLineOption',
  { module: MODULE, className: 'SetPSReadLineOption', synopsis: 'Sets how the line editor behaves.' },
  [
    enumParameter('EditMode', EDIT_MODE),
    parameter('ContinuationPrompt', 'String', '', { allow: 'EmptyString' }),
    flag('HistoryNoDuplicates'),
    parameter('AddToHistoryHandler', 'ScriptBlock', '', { allow: 'Null' }),
    parameter('CommandValidationHandler', 'ScriptBlock', '', { allow: 'Null' }),
    flag('HistorySearchCursorMovesToEnd'),
    parameter('MaximumHistoryCount', 'Int32', '', { check: range(1, 2147483647) }),
    parameter('MaximumKillRingCount', 'Int32', '', { check: range(0, 2147483647) }),
    flag('ShowToolTips'),
    parameter('ExtraPromptLineCount', 'Int32', '', { check: range(0, 2147483647) }),
    parameter('DingTone', 'Int32'),
    parameter('DingDuration', 'Int32'),
    enumParameter('BellStyle', BELL_STYLE),
    parameter('CompletionQueryItems', 'Int32', '', { check: range(0, 2147483647) }),
    parameter('WordDelimiters', 'String'),
    flag('HistorySearchCaseSensitive'),
    enumParameter('HistorySaveStyle', SAVE_STYLE),
    parameter('HistorySavePath', 'String', '', { check: NOT_EMPTY }),
    parameter('AnsiEscapeTimeout', 'Int32', '', { check: range(25, 1000) }),
    parameter('PromptText', 'String[]'),
    enumParameter('ViModeIndicator', VI_STYLE),
    parameter('ViModeChangeHandler', 'ScriptBlock', '', { allow: 'Null' }),
    enumParameter('PredictionSource', SOURCE),
    enumParameter('PredictionViewStyle', VIEW_STYLE),
    parameter('Colors', 'Hashtable'),
    flag('TerminateOrphanedConsoleApps'),
  ],
  (context) => ({
    *process(): Steps<void> {
      const editing = context.host.lineEditing;
      if (editing === undefined) return;
      const { options } = editing;
      const colors = context.arg('Colors');
      if (colors instanceof PSDictionary) setColors(context, options, colors);
      for (const name of FLAGS) if (context.isBound(name)) options[name] = context.flag(name);
      const one = <T extends string>(name: string): T | undefined => text(context, name) as T | undefined;
      options.ContinuationPrompt = one('ContinuationPrompt') ?? options.ContinuationPrompt;
      options.HistorySavePath = one('HistorySavePath') ?? options.HistorySavePath;
      options.HistorySaveStyle = one<LineOptions['HistorySaveStyle']>('HistorySaveStyle') ?? options.HistorySaveStyle;
      options.PredictionSource = one<LineOptions['PredictionSource']>('PredictionSource') ?? options.PredictionSource;
      const most = context.arg('MaximumHistoryCount');
      if (most !== undefined) options.MaximumHistoryCount = Number(integerOf(most) ?? options.MaximumHistoryCount);
      const mode = one<'Windows' | 'Emacs' | 'Vi'>('EditMode');
      if (mode === 'Vi') yield* refuse(context, 'The edit mode Vi', 'Its keys are those of Emacs and of Windows.');
      else if (mode !== undefined) {
        options.EditMode = mode;
        editing.bindDefaults();
      }
      if (one('PredictionViewStyle') === 'ListView')
        yield* refuse(context, 'The prediction view ListView', 'What is offered stands behind the text.');
      for (const [name, instead] of Object.entries(NOT_SUPPORTED))
        if (context.isBound(name) && context.arg(name) !== null) yield* refuse(context, `-${name}`, instead);
    },
  }),
);

// --------------------------------------------------------------------- keys

const nameOf = (does: string | KeyBlock): string => (typeof does === 'string' ? does : does.name);
const handlerObject = (editing: LineEditing, key: string, does: string | KeyBlock): PSObject => {
  const name = nameOf(does);
  const known = typeof does === 'string' ? editing.functions.get(does) : does;
  const group = known !== undefined && 'group' in known ? known.group : 'Custom';
  return new PSObject({
    typeNames: [HANDLER, 'System.Object'],
    toStringText: HANDLER,
    adapted: PropertyBag.of({ Key: key, Function: name, Description: known?.description ?? '', Group: group }),
  });
};
const getHandler = defineCommand(
  'Get-PSReadLineKeyHandler',
  {
    module: MODULE,
    output: HANDLER,
    className: 'GetKeyHandlerCommand',
    defaultSet: 'FullListing',
    synopsis: 'Gets which keys do what at the prompt.',
  },
  [
    flag('Bound', 'FullListing:'),
    flag('Unbound', 'FullListing:'),
    parameter('Chord', 'String[]', 'SpecificBindings: M 0', { alias: 'Key', check: NOT_EMPTY }),
  ],
  (context) => ({
    *process(): Steps<void> {
      const editing = context.host.lineEditing;
      if (editing === undefined) return;
      const { bindings } = editing;
      const chords = texts(context, 'Chord');
      const isAll = !context.isBound('Bound') && !context.isBound('Unbound');
      if (chords !== undefined || isAll || context.flag('Bound')) {
        const shown = (one: string): string => one.toLowerCase();
        const wanted = chords?.map(shown);
        for (const { key, does } of bindings)
          if (wanted === undefined || wanted.includes(shown(key)))
            yield* settle(context.write(handlerObject(editing, key, does)));
      }
      if (chords !== undefined || !context.flag('Unbound')) return;
      const bound = new Set(bindings.map(({ does }) => nameOf(does)));
      for (const name of editing.functions.keys())
        if (!bound.has(name)) yield* settle(context.write(handlerObject(editing, 'Unbound', name)));
    },
  }),
);
const noKey = (context: EngineCommandContext, chord: string): never =>
  invalid(
    context,
    `Unable to translate '${chord}' to a key. Write it as in Ctrl+w, Alt+UpArrow or Ctrl+x,Ctrl+e.`,
    'InvalidKey',
  );
const setHandler = defineCommand(
  'Set-PSReadLineKeyHandler',
  {
    module: MODULE,
    className: 'SetPSReadLineKeyHandlerCommand',
    defaultSet: 'ScriptBlock',
    synopsis: 'Sets what keys do at the prompt.',
  },
  [
    parameter('Chord', 'String[]', 'M 0', { alias: 'Key', check: NOT_EMPTY }),
    parameter('ScriptBlock', 'ScriptBlock', 'ScriptBlock: M 1', { check: NOT_EMPTY }),
    parameter('BriefDescription', 'String', 'ScriptBlock:'),
    parameter('Description', 'String', 'ScriptBlock:', { alias: 'LongDescription' }),
    parameter('Function', 'String', 'Function: M 1', { check: NOT_EMPTY }),
    enumParameter('ViMode', VI_MODE),
  ],
  (context) => ({
    process() {
      const editing = context.host.lineEditing;
      if (editing === undefined) return;
      const chords = texts(context, 'Chord') ?? [];
      const bindAll = (does: string | KeyBlock): void => {
        for (const chord of chords) if (editing.bind(chord, does) === undefined) noKey(context, chord);
      };
      if (context.parameterSetName === 'ScriptBlock') {
        const description = text(context, 'Description') ?? text(context, 'BriefDescription') ?? '';
        bindAll({
          block: context.arg('ScriptBlock') ?? null,
          name: text(context, 'BriefDescription') ?? 'CustomAction',
          description: description === '' ? 'User defined action' : description,
        });
        return;
      }
      const wanted = (text(context, 'Function') ?? '').toLowerCase();
      const name = [...editing.functions.keys()].find((one) => one.toLowerCase() === wanted);
      if (name === undefined)
        invalid(
          context,
          `Unable to find function '${text(context, 'Function') ?? ''}'. Get-PSReadLineKeyHandler -Bound -Unbound tells what there is.`,
          'FunctionNotFound',
        );
      else bindAll(name);
    },
  }),
);
const removeHandler = defineCommand(
  'Remove-PSReadLineKeyHandler',
  {
    module: MODULE,
    className: 'RemoveKeyHandlerCommand',
    synopsis: 'Takes from keys what they do at the prompt.',
  },
  [parameter('Chord', 'String[]', 'M 0', { alias: 'Key', check: NOT_EMPTY }), enumParameter('ViMode', VI_MODE)],
  (context) => ({
    process() {
      const editing = context.host.lineEditing;
      if (editing === undefined) return;
      for (const chord of texts(context, 'Chord') ?? [])
        if (editing.bind(chord, undefined) === undefined) noKey(context, chord);
    },
  }),
);

export const LINE_EDITING_COMMANDS: readonly CommandRegistration[] = [
  getOption,
  setOption,
  getHandler,
  setHandler,
  removeHandler,
];
