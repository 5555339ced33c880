/** Experimental features, trace sources and subsystems: there are none here, and the commands say so. */
import type { CommandRegistration } from '../../command-api.js';
import { settle, type Steps } from '../../pending.js';
import { hasWildcard } from '../../text/wildcard.js';
import { TypeObject, unwrap } from '../../values/live.js';
import { defineType } from '../../values/net-type.js';
import { PropertyBag, PSList, PSObject } from '../../../../protocol/objects/index.js';
import { text, texts } from '../support/arguments.js';
import { defineCommand, parameter, NOT_EMPTY } from '../support/command-spec.js';
import { CONFIG_SCOPES, enumParameter } from '../support/enums.js';

const UTILITY = 'Microsoft.PowerShell.Utility' as const;
const CORE = 'Microsoft.PowerShell.Core' as const;

const getFeature = defineCommand(
  'Get-ExperimentalFeature',
  {
    module: CORE,
    output: 'System.Management.Automation.ExperimentalFeature',
    synopsis: 'Gets experimental features.',
  },
  [parameter('Name', 'String[]', '0 V', { check: NOT_EMPTY, attributes: 'ArgumentCompleter' })],
  // Names that match nothing are no error in PowerShell.
  () => ({}),
);
function featureCommand(verb: 'Enable' | 'Disable'): CommandRegistration {
  return defineCommand(
    `${verb}-ExperimentalFeature`,
    { module: CORE, shouldProcess: true, synopsis: `${verb}s experimental features.` },
    [
      parameter('Name', 'String[]', 'M 0 P', { attributes: 'ArgumentCompleter' }),
      enumParameter('Scope', CONFIG_SCOPES),
    ],
    (context) => ({
      *process(): Steps<void> {
        const names = texts(context, 'Name') ?? [];
        for (const name of names)
          yield* settle(
            context.writeError(`No experimental feature was found that matched the name '${name}'.`, {
              errorId: 'ItemNotFoundException',
              category: 'ObjectNotFound',
              target: context.arg('Name') ?? null,
              exceptionType: 'System.Management.Automation.ItemNotFoundException',
            }),
          );
      },
      end: () =>
        context.writeWarning(
          'Enabling and disabling experimental features do not take effect until next start of PowerShell.',
        ),
    }),
  );
}

const getTraceSource = defineCommand(
  'Get-TraceSource',
  {
    module: UTILITY,
    output: 'System.Management.Automation.PSTraceSource',
    synopsis: 'Gets PowerShell components that are instrumented for tracing.',
  },
  [parameter('Name', 'String[]', '0 V P', { check: NOT_EMPTY })],
  (context) => ({
    *process(): Steps<void> {
      for (const name of texts(context, 'Name') ?? [])
        if (!hasWildcard(name))
          yield* settle(
            context.writeError(`Cannot find a trace source with the name '${name}'.`, {
              errorId: 'TraceSourceNotFound',
              category: 'ObjectNotFound',
              target: name,
              exceptionType: 'System.Management.Automation.ItemNotFoundException',
            }),
          );
    },
  }),
);

defineType('System.Management.Automation.Subsystem.SubsystemKind', {
  kind: 'enum',
  enumValues: { CommandPredictor: 1, CrossPlatformDsc: 2, FeedbackProvider: 4 },
});
const SUBSYSTEMS = [
  ['CommandPredictor', 'ICommandPredictor'],
  ['CrossPlatformDsc', 'ICrossPlatformDsc'],
  ['FeedbackProvider', 'IFeedbackProvider'],
] as const;
const getSubsystem = defineCommand(
  'Get-PSSubsystem',
  {
    className: 'System.Management.Automation.Subsystem.GetPSSubsystemCommand',
    module: CORE,
    defaultSet: 'GetAllSet',
    output: 'System.Management.Automation.Subsystem.SubsystemInfo',
    synopsis: 'Retrieves information about the subsystems registered in PowerShell.',
  },
  [
    enumParameter('Kind', 'System.Management.Automation.Subsystem.SubsystemKind', 'GetByKindSet: M V'),
    parameter('SubsystemType', 'Type', 'GetByTypeSet: M V'),
  ],
  (context) => ({
    *process(): Steps<void> {
      const kind = text(context, 'Kind')?.toLowerCase();
      const asked = unwrap(context.arg('SubsystemType') ?? null);
      const typeName = asked instanceof TypeObject ? asked.type.fullName : undefined;
      const type = typeName?.split('.').at(-1)?.toLowerCase();
      if (typeName !== undefined && !SUBSYSTEMS.some(([, known]) => known.toLowerCase() === type))
        context.fail(`The specified subsystem type '${typeName}' is unknown. (Parameter 'subsystemType')`, {
          errorId: 'System.ArgumentException',
          category: 'NotSpecified',
          exceptionType: 'System.ArgumentException',
        });
      for (const [name, interfaceName] of SUBSYSTEMS) {
        if (kind !== undefined && kind !== name.toLowerCase()) continue;
        if (type !== undefined && type !== interfaceName.toLowerCase()) continue;
        yield* settle(
          context.write(
            new PSObject({
              typeNames: ['System.Management.Automation.Subsystem.SubsystemInfo', 'System.Object'],
              toStringText: 'System.Management.Automation.Subsystem.SubsystemInfo',
              adapted: PropertyBag.of({
                Kind: name,
                SubsystemType: interfaceName,
                IsRegistered: false,
                Implementations: new PSList([]),
              }),
            }),
          ),
        );
      }
    },
  }),
);

const getRunspaceDebug = defineCommand(
  'Get-RunspaceDebug',
  {
    module: UTILITY,
    defaultSet: 'RunspaceNameParameterSet',
    output: 'Microsoft.PowerShell.Commands.PSRunspaceDebug',
    synopsis: 'Shows runspace debugging options.',
  },
  [
    parameter('RunspaceName', 'String[]', 'RunspaceNameParameterSet: 0', { check: NOT_EMPTY }),
    parameter('Runspace', 'Object[]', 'RunspaceParameterSet: M 0 V P', { check: NOT_EMPTY, shown: 'runspace[]' }),
    parameter('RunspaceId', 'Int32[]', 'RunspaceIdParameterSet: M 0', { check: NOT_EMPTY }),
    parameter('RunspaceInstanceId', 'Guid[]', 'RunspaceInstanceIdParameterSet: M 0', { check: NOT_EMPTY }),
    parameter('ProcessName', 'String', 'ProcessNameParameterSet: 0', { check: NOT_EMPTY }),
    parameter('AppDomainName', 'String[]', 'ProcessNameParameterSet: 1', { check: NOT_EMPTY }),
  ],
  (context) => ({
    *process(): Steps<void> {
      const names = texts(context, 'RunspaceName');
      for (const runspace of yield* settle(
        context.services.call('Get-Runspace', names === undefined ? {} : { Name: [...names] }, []),
      )) {
        if (!(runspace instanceof PSObject)) continue;
        yield* settle(
          context.write(
            new PSObject({
              typeNames: ['Microsoft.PowerShell.Commands.PSRunspaceDebug', 'System.Object'],
              toStringText: 'Microsoft.PowerShell.Commands.PSRunspaceDebug',
              adapted: PropertyBag.of({
                RunspaceName: (yield* settle(context.services.members.get(runspace, 'Name'))) ?? '',
                RunspaceId: (yield* settle(context.services.members.get(runspace, 'Id'))) ?? 0,
                Enabled: false,
                BreakAll: false,
              }),
            }),
          ),
        );
      }
    },
  }),
);

export const QUIET_COMMANDS: readonly CommandRegistration[] = [
  getFeature,
  featureCommand('Enable'),
  featureCommand('Disable'),
  getTraceSource,
  getSubsystem,
  getRunspaceDebug,
];
