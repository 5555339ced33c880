/** Breakpoints, Set-PSDebug and Wait-Debugger: what is asked of running code. */
import { existsSync } from 'node:fs';
import nodePath from 'node:path';
import type { CommandRegistration } from '../../command-api.js';
import { integerOf, toText } from '../../conversion.js';
import { drive, settle, type Steps } from '../../pending.js';
import { debuggerOf } from '../../runtime/debugger.js';
import { type Breakpoint, breakpointOf, pointText, Watcher } from '../../runtime/watcher.js';
import { unwrap } from '../../values/live.js';
import { ScriptBlock } from '../../values/script-block.js';
import type { EngineCommandContext } from '../engine-services.js';
import { resolvePlaces } from '../items/places.js';
import { text, texts } from '../support/arguments.js';
import { defineCommand, flag, NOT_EMPTY, NOT_NULL, parameter, range } from '../support/command-spec.js';
import { BREAKPOINT_TYPES, enumParameter } from '../support/enums.js';
import { stop } from '../support/files.js';
import { listOf } from '../support/objects.js';

const UTILITY = 'Microsoft.PowerShell.Utility' as const;
const CORE = 'Microsoft.PowerShell.Core' as const;
const AUTOMATION = 'System.Management.Automation';
const RUNSPACE = 'System.Management.Automation.Runspaces.RunspaceAttribute';
const ARGUMENT = 'System.ArgumentException';

const runtimeOf = (context: EngineCommandContext) => context.services.modules.frame.rt;
const watcherOf = (context: EngineCommandContext): Watcher => (runtimeOf(context).watcher ??= new Watcher());
/** Code runs as ever once nothing is asked of it. */
function tidy(context: EngineCommandContext): void {
  const rt = runtimeOf(context);
  if (rt.watcher?.isIdle === true) rt.watcher = undefined;
}
const pointsOf = (context: EngineCommandContext): readonly Breakpoint[] => [
  ...(runtimeOf(context).watcher?.points.values() ?? []),
];
const LONGEST = 2_147_483_647;

/** The scripts that breakpoints are to be in, by their whole paths. A path that leads nowhere ends the command. */
function* scriptsOf(context: EngineCommandContext): Steps<string[]> {
  const found: string[] = [];
  for (const given of texts(context, 'Script') ?? [])
    for (const place of resolvePlaces(context, given, false)) {
      if (place instanceof Error) stop(context, place, given);
      const path = place.kind === 'file' ? place.path : given;
      const isFile = place.kind === 'file' && existsSync(path);
      const isScript = /^\.psm?1$/i.test(nodePath.extname(path));
      if (isFile && isScript) found.push(nodePath.resolve(path));
      else
        yield* settle(
          context.writeError(
            isFile
              ? `Cannot set breakpoint on file '${path}'; only *.ps1 and *.psm1 files are valid.`
              : `File '${path}' does not exist.`,
            {
              errorId: isFile ? 'NewPSBreakpoint:WrongExtension' : 'NewPSBreakpoint:FileDoesNotExist',
              category: 'InvalidArgument',
              exceptionType: ARGUMENT,
            },
          ),
        );
    }
  return found;
}

const setBreakpoint = defineCommand(
  'Set-PSBreakpoint',
  {
    alias: 'sbp',
    module: UTILITY,
    defaultSet: 'Line',
    output: `${AUTOMATION}.VariableBreakpoint,${AUTOMATION}.CommandBreakpoint,${AUTOMATION}.LineBreakpoint`,
    synopsis: 'Sets a breakpoint on a line, command, or variable.',
  },
  [
    parameter('Script', 'String[]', 'Line: M 0; Command,Variable: 0', { check: NOT_NULL }),
    parameter('Line', 'Int32[]', 'Line: M 1'),
    parameter('Column', 'Int32', 'Line: 2', { check: range(1, LONGEST) }),
    parameter('Command', 'String[]', 'Command: M', { alias: 'C' }),
    parameter('Variable', 'String[]', 'Variable: M', { alias: 'V' }),
    enumParameter('Mode', `${AUTOMATION}.VariableAccessMode`, 'Variable: '),
    parameter('Action', 'ScriptBlock', 'Line,Command,Variable: '),
    parameter('Runspace', 'Object', '', { shown: 'runspace', check: NOT_NULL, attributes: RUNSPACE }),
  ],
  (context) => ({
    *process(): Steps<void> {
      const scripts = yield* scriptsOf(context);
      const given = unwrap(context.arg('Action') ?? null);
      const action = given instanceof ScriptBlock ? given : undefined;
      const places: readonly (string | undefined)[] = scripts.length > 0 ? scripts : [undefined];
      const made: Breakpoint[] = [];
      const add = (point: Parameters<Watcher['add']>[0]): void => {
        made.push(watcherOf(context).add(point));
      };
      for (const command of texts(context, 'Command') ?? [])
        for (const script of places) add({ kind: 'Command', command, script, action });
      const mode = text(context, 'Mode') ?? 'Write';
      for (const variable of texts(context, 'Variable') ?? [])
        for (const script of places)
          add({
            kind: 'Variable',
            variable,
            mode: mode === 'Read' || mode === 'ReadWrite' ? mode : 'Write',
            script,
            action,
          });
      for (const line of listOf(context.arg('Line') ?? null).map((one) => Number(integerOf(one) ?? 0n))) {
        if (line < 1) {
          yield* settle(
            context.writeError('Line cannot be less than 1.', {
              errorId: 'SetPSBreakpoint:LineLessThanOne',
              category: 'InvalidArgument',
              exceptionType: ARGUMENT,
            }),
          );
          continue;
        }
        const column = Number(integerOf(context.arg('Column') ?? 0) ?? 0n);
        for (const script of scripts) add({ kind: 'Line', line, column, script, action });
      }
      if (action === undefined && made.length > 0 && !debuggerOf(runtimeOf(context)).hears(runtimeOf(context)))
        yield* settle(
          context.writeWarning('Nobody can be talked to here: a breakpoint without an action only counts.'),
        );
      for (const point of made) yield* settle(context.write(point.self));
    },
  }),
);

const getBreakpoint = defineCommand(
  'Get-PSBreakpoint',
  {
    alias: 'gbp',
    module: UTILITY,
    defaultSet: 'Line',
    output: `${AUTOMATION}.CommandBreakpoint,${AUTOMATION}.LineBreakpoint,${AUTOMATION}.VariableBreakpoint,${AUTOMATION}.Breakpoint`,
    synopsis: 'Gets the breakpoints that are set in the current session.',
  },
  [
    parameter('Script', 'String[]', 'Line: 0 V; Command,Variable,Type: ', { check: NOT_EMPTY }),
    parameter('Id', 'Int32[]', 'Id: M 0 V', { check: NOT_NULL }),
    parameter('Variable', 'String[]', 'Variable: M', { check: NOT_NULL }),
    parameter('Command', 'String[]', 'Command: M', { check: NOT_NULL }),
    parameter('Type', `${BREAKPOINT_TYPES}[]`, 'Type: M 0 V', { check: NOT_NULL }),
    parameter('Runspace', 'Object', '', { shown: 'runspace', check: NOT_NULL, attributes: RUNSPACE }),
  ],
  (context) => ({
    *process(): Steps<void> {
      const lower = (name: string): readonly string[] | undefined =>
        context.isBound(name) ? listOf(context.arg(name) ?? null).map((one) => toText(one).toLowerCase()) : undefined;
      const scripts = texts(context, 'Script')?.map((one) =>
        nodePath.resolve(context.services.location.path, one).toLowerCase(),
      );
      const [ids, commands, variables, types] = [lower('Id'), lower('Command'), lower('Variable'), lower('Type')];
      const isAmong = (list: readonly string[] | undefined, value: string | undefined): boolean =>
        list === undefined || (value !== undefined && list.includes(value.toLowerCase()));
      for (const point of pointsOf(context))
        if (
          isAmong(ids, String(point.id)) &&
          isAmong(types, point.kind) &&
          isAmong(commands, point.kind === 'Command' ? point.command : undefined) &&
          isAmong(variables, point.kind === 'Variable' ? point.variable : undefined) &&
          isAmong(scripts, point.script)
        )
          yield* settle(context.write(point.self));
    },
  }),
);

const ACTS: Readonly<Record<'Remove' | 'Enable' | 'Disable', (watcher: Watcher, point: Breakpoint) => void>> = {
  Remove: ({ points }, point) => void points.delete(point.id),
  Enable: (_watcher, point) => {
    point.isEnabled = true;
  },
  Disable: (_watcher, point) => {
    point.isEnabled = false;
  },
};
function breakpointCommand(verb: keyof typeof ACTS, alias: string, synopsis: string): CommandRegistration {
  return defineCommand(
    `${verb}-PSBreakpoint`,
    { alias, module: UTILITY, defaultSet: 'Breakpoint', shouldProcess: true, synopsis },
    [
      ...(verb === 'Remove' ? [] : [flag('PassThru')]),
      parameter('Breakpoint', `${AUTOMATION}.Breakpoint[]`, 'Breakpoint: M 0 V', { check: NOT_NULL }),
      parameter('Id', 'Int32[]', 'Id: M 0 P', { check: NOT_NULL }),
      parameter('Runspace', 'Object', 'Id: P', { shown: 'runspace', alias: 'RunspaceId', attributes: RUNSPACE }),
    ],
    (context) => ({
      *process(): Steps<void> {
        for (const given of listOf(context.arg('Breakpoint') ?? context.arg('Id') ?? null)) {
          const id = Number(integerOf(unwrap(given)) ?? 0n);
          const point = breakpointOf(given) ?? pointsOf(context).find((one) => one.id === id);
          if (point === undefined) {
            yield* settle(
              context.writeError(`There is no breakpoint with ID '${id}'.`, {
                errorId: 'PSBreakpoint:BreakpointIdNotFound',
                category: 'InvalidArgument',
                exceptionType: ARGUMENT,
              }),
            );
            continue;
          }
          const asks = context.isBound('WhatIf') || context.isBound('Confirm');
          if (asks && !(yield* settle(context.shouldProcess(pointText(point))))) continue;
          ACTS[verb](watcherOf(context), point);
          if (verb !== 'Remove' && context.flag('PassThru')) yield* settle(context.write(point.self));
        }
        tidy(context);
      },
    }),
  );
}

const setPSDebug = defineCommand(
  'Set-PSDebug',
  {
    module: CORE,
    defaultSet: '',
    synopsis: 'Turns script debugging features on and off, sets the trace level, and toggles strict mode.',
  },
  [
    parameter('Trace', 'Int32', 'on: ', { check: range(0, 2) }),
    flag('Step', 'on: '),
    flag('Strict', 'on: '),
    flag('Off', 'off: '),
  ],
  (context) => ({
    end(): void {
      if (context.flag('Strict')) context.services.setStrictMode('1.0');
      if (context.flag('Off')) context.services.setStrictMode(undefined);
      const trace = context.flag('Off') ? 0 : context.arg('Trace');
      const asks = context.flag('Step');
      if (trace !== undefined || asks) {
        const watcher = watcherOf(context);
        watcher.trace = trace === undefined ? Math.max(watcher.trace, 1) : Number(integerOf(trace) ?? 0n);
        watcher.asks = asks;
      }
      tidy(context);
    },
  }),
);

const waitDebugger = defineCommand(
  'Wait-Debugger',
  { module: UTILITY, synopsis: 'Stops a script in the debugger before running the next statement in the script.' },
  [],
  (context) => ({
    end: () => drive(context.services.waitDebugger(context)),
  }),
);

export const BREAKPOINT_COMMANDS: readonly CommandRegistration[] = [
  setBreakpoint,
  getBreakpoint,
  breakpointCommand('Remove', 'rbp', 'Deletes breakpoints from the current console.'),
  breakpointCommand('Enable', 'ebp', 'Enables the breakpoints in the current console.'),
  breakpointCommand('Disable', 'dbp', 'Disables the breakpoints in the current console.'),
  setPSDebug,
  waitDebugger,
];
