/** Makes the host that a session configuration asks for. */
import { systemClock, systemRandom } from '../../io/runtime/index.js';
import { openProcess } from '../../io/transport/index.js';
import { withDeadline } from '../../io/runtime/index.js';
import type { SessionConfiguration } from '../configuration/session-configuration.js';
import type { RunspaceHost } from '../runspace-host.js';
import type { RunspaceContext } from '../shells/shell-layer.js';
import { CommandRunspaceHost } from './command-host.js';
import { EmbeddedRunspaceHost } from './embedded-host.js';
import { runspaceFactory } from './engine-runspace.js';
import { requireOwnProcess, startAs, type StartAs } from './run-as.js';

const START_TIMEOUT_MS = 30_000;

/**
 * @throws {TransportError} the configuration's program cannot be started.
 * @throws {PSSessionError} it shall run as the caller, and cannot.
 */
export async function createRunspaceHost(context: RunspaceContext): Promise<RunspaceHost> {
  const { configuration } = context;
  const { runspace } = configuration;
  if (runspace.kind === 'embedded') {
    if (runspace.runAs === 'caller') await requireOwnProcess(context.caller.user);
    return new EmbeddedRunspaceHost({
      createRunspace: runspaceFactory(context),
      random: systemRandom,
      clock: systemClock,
    });
  }
  const command = withConfigurationFile(configuration);
  const environment = runspace.environment === undefined ? {} : Object.fromEntries(runspace.environment);
  const start: StartAs | undefined =
    runspace.runAs === 'caller' ? await startAs(context.caller.user, command, environment) : undefined;
  const carrier = await withDeadline(`start '${runspace.command[0]}'`, START_TIMEOUT_MS, undefined, (signal) =>
    openProcess(
      {
        argv: command,
        stderr: 'collect',
        env: environment,
        ...start,
        ...(runspace.workingDirectory === undefined ? {} : { cwd: runspace.workingDirectory }),
      },
      signal,
    ),
  );
  return new CommandRunspaceHost({
    carrier,
    clock: systemClock,
    startupScript: configuration.startupScript,
    limits: {
      maxMemoryMb: configuration.quotas.MaxMemoryPerShellMB,
      maxProcesses: configuration.quotas.MaxProcessesPerShell,
    },
    ...(context.reportUsage === undefined ? {} : { onUsage: context.reportUsage }),
    ...(runspace.openTimeoutMs === undefined ? {} : { openTimeoutMs: runspace.openTimeoutMs }),
  });
}

/**
 * `pwsh -s -ConfigurationFile file`: PowerShell applies the file itself. It looks at no roles there, so that a session
 * has what the file gives to everybody.
 */
function withConfigurationFile({ runspace, configurationFile }: SessionConfiguration): readonly string[] {
  if (runspace.kind !== 'command') return [];
  return configurationFile === undefined
    ? runspace.command
    : [...runspace.command, '-ConfigurationFile', configurationFile];
}
