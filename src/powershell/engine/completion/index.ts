/** Completion: TabExpansion2 for prompts here and on other computers, and Register-ArgumentCompleter. */
import type { PSValue } from '../../../protocol/objects/index.js';
import type { CommandRegistration } from '../command-api.js';
import { defineCommand, flag, parameter } from '../commands/support/command-spec.js';
import { toNumber, toText } from '../conversion.js';
import { settle, type Steps } from '../pending.js';
import { COMPLETERS, completeInput, NATIVE_FALLBACK } from './complete-input.js';
import { offsetOf, wholeText } from './command-completion.js';
import './completers.js';
import { completionObject } from './result-types.js';

const CORE = 'Microsoft.PowerShell.Core';
const LANGUAGE = 'System.Management.Automation.Language';

const tabExpansion = defineCommand(
  'TabExpansion2',
  {
    module: CORE,
    className: '',
    defaultSet: 'ScriptInputSet',
    synopsis: 'Gives what could stand at a place in a line.',
  },
  [
    parameter('inputScript', 'String', 'ScriptInputSet: M 0', { allow: 'EmptyString' }),
    parameter('cursorColumn', 'Int32', 'ScriptInputSet: 1'),
    parameter('ast', 'Object', 'AstInputSet: M 0', { shown: `${LANGUAGE}.Ast` }),
    parameter('tokens', 'Object', 'AstInputSet: M 1', { shown: `${LANGUAGE}.Token[]`, allow: 'EmptyCollection' }),
    parameter('positionOfCursor', 'Object', 'AstInputSet: M 2', { shown: `${LANGUAGE}.IScriptPosition` }),
    parameter('options', 'Hashtable', 'ScriptInputSet: 2; AstInputSet: 3'),
  ],
  (context) => ({
    *process(): Steps<void> {
      const ast = context.arg('ast') ?? null;
      const text = ast === null ? toText(context.arg('inputScript') ?? '') : wholeText(ast);
      const given = ast === null ? context.arg('cursorColumn') : offsetOf(context.arg('positionOfCursor') ?? null);
      const cursor = given === undefined || given === null ? text.length : toNumber(given);
      const found = yield* completeInput(text, Math.max(0, cursor), context.services, (block, args) =>
        context.invoke(block, args),
      );
      yield* settle(context.write(completionObject(found)));
    },
  }),
);

const registerArgumentCompleter = defineCommand(
  'Register-ArgumentCompleter',
  {
    module: CORE,
    defaultSet: '',
    className: 'System.Management.Automation.RegisterArgumentCompleterCommand',
    synopsis: 'Registers a custom argument completer.',
  },
  [
    parameter('CommandName', 'String[]', 'NativeCommandSet: M; PowerShellSet: '),
    parameter('ParameterName', 'String', 'PowerShellSet: M'),
    parameter('ScriptBlock', 'ScriptBlock', 'M', { allow: 'Null' }),
    flag('Native', 'NativeCommandSet: '),
    flag('NativeFallback', 'NativeFallbackSet: '),
  ],
  (context) => ({
    end() {
      const table = context.services.state(COMPLETERS, () => new Map<string, PSValue>());
      // Without a block the one that was there is taken away.
      const put = (key: string): void => {
        const block = context.arg('ScriptBlock') ?? null;
        if (block === null) table.delete(key);
        else table.set(key, block);
      };
      if (context.flag('NativeFallback')) {
        put(NATIVE_FALLBACK);
        return;
      }
      const names = context.arg('CommandName');
      const commands = Array.isArray(names)
        ? (names as readonly PSValue[]).map((name) => toText(name))
        : [toText(names ?? '')];
      const name = context.flag('Native') ? '' : toText(context.arg('ParameterName') ?? '').toLowerCase();
      for (const command of commands) put(`${command.toLowerCase()}:${name}`);
    },
  }),
);

export const COMPLETION_COMMANDS: readonly CommandRegistration[] = [tabExpansion, registerArgumentCompleter];
