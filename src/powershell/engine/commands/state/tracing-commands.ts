/** Trace-Command, of which this engine has only the quiet part, and Get-Runspace. */
import { pushOne } from '../../room.js';
import type { PSValue } from '../../../../protocol/objects/index.js';
import type { CommandRegistration } from '../../command-api.js';
import { toText } from '../../conversion.js';
import { localRunspace, runspaceName } from '../../net/host/local-runspace.js';
import { runspacesFrom } from '../../net/host/runspace-objects.js';
import { settle, type Steps } from '../../pending.js';
import { text, texts } from '../support/arguments.js';
import { wildcardRegex } from '../../text/wildcard.js';
import { enumParameter } from '../support/enums.js';
import { defineCommand, flag, parameter, NOT_EMPTY } from '../support/command-spec.js';
import { inputOf, listOf } from '../support/objects.js';

/** Parts of PowerShell that tell what they do; of a name that is none nothing is expected. */
const TRACED =
  'CmdletProviderClasses CommandDiscovery CommandSearch ConsoleHost ConsoleHostRunspaceInit ConsoleHostUserInterface ConsoleLineOutput ETS FileSystemProvider FormatFileLoading FormatViewBinding InternalDeserializer LocationGlobber MemberResolution MethodInvocation Modules MshSnapinLoadUnload ParameterBinderBase ParameterBinderController ParameterBinding PathResolution PSDriveInfo PSSnapInLoadUnload RunspaceInit SessionState TypeConversion'.split(
    ' ',
  );

const UTILITY = 'Microsoft.PowerShell.Utility' as const;

/** Runs what is to be traced; this engine writes no trace, and says so where one was to be written. */
const traceCommand = defineCommand(
  'Trace-Command',
  {
    module: UTILITY,
    defaultSet: 'expressionSet',
    synopsis: 'Configures and starts a trace of the specified expression or command.',
  },
  [
    parameter('InputObject', 'PSObject', 'V'),
    parameter('Name', 'String[]', 'M 0'),
    enumParameter('Option', 'System.Management.Automation.PSTraceSourceOptions', '2'),
    parameter('Expression', 'ScriptBlock', 'expressionSet: M 1'),
    parameter('Command', 'String', 'commandSet: M 1'),
    parameter('ArgumentList', 'Object[]', 'commandSet: R', { alias: 'Args' }),
    enumParameter('ListenerOption', 'System.Diagnostics.TraceOptions'),
    parameter('FilePath', 'String', '', { alias: 'PSPath Path' }),
    flag('Force'),
    flag('Debugger'),
    flag('PSHost'),
  ],
  (context) => {
    const inputs: PSValue[] = [];
    return {
      *begin(): Steps<void> {
        const asked = texts(context, 'Name') ?? [];
        const isTraced = asked.some((name) => TRACED.some((source) => wildcardRegex(name).test(source)));
        if (isTraced && (context.flag('PSHost') || context.flag('Debugger') || context.isBound('FilePath')))
          yield* settle(context.writeWarning('This engine writes no traces of its parts; the command only runs.'));
      },
      process() {
        const input = inputOf(context);
        if (input !== undefined) pushOne(inputs, input);
      },
      *end(): Steps<void> {
        const block = context.arg('Expression');
        if (block !== undefined)
          yield* settle(
            context.services.stream(
              context,
              block,
              inputs.length === 0 ? undefined : inputs.length === 1 ? (inputs[0] ?? null) : inputs,
              [],
            ),
          );
        else {
          const args = listOf(context.arg('ArgumentList'));
          const call = context.services.parseFor(context, `& $args[0] @($args[1])`);
          yield* settle(context.services.stream(context, call, undefined, [text(context, 'Command') ?? '', args]));
        }
      },
    };
  },
);

const getRunspace = defineCommand(
  'Get-Runspace',
  {
    module: UTILITY,
    defaultSet: 'NameParameterSet',
    output: 'System.Management.Automation.Runspaces.Runspace',
    synopsis: 'Gets active runspaces within a PowerShell host process.',
  },
  [
    parameter('Name', 'String[]', 'NameParameterSet: 0', { check: NOT_EMPTY }),
    parameter('Id', 'Int32[]', 'IdParameterSet: M 0'),
    parameter('InstanceId', 'Guid[]', 'InstanceIdParameterSet: M 0'),
  ],
  (context) => ({
    *end(): Steps<void> {
      const { rt } = context.services.modules.frame;
      const names = texts(context, 'Name')?.map((name) => wildcardRegex(name));
      const ids = listOf(context.arg('Id') ?? null);
      const instances = listOf(context.arg('InstanceId') ?? null).map((id) => toText(id));
      for (const one of runspacesFrom(rt)) {
        const isWanted =
          (names === undefined || names.some((name) => name.test(runspaceName(one)))) &&
          (ids.length === 0 || ids.includes(one.number)) &&
          (instances.length === 0 || instances.includes(one.id));
        if (isWanted) yield* settle(context.write(localRunspace(one)));
      }
    },
  }),
);

export const TRACING_COMMANDS: readonly CommandRegistration[] = [traceCommand, getRunspace];
