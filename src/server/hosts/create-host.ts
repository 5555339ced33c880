/** Makes the host that a session configuration asks for. */
import { systemClock, systemRandom } from '../../io/runtime/index.js';
import { openProcess } from '../../io/transport/index.js';
import { withDeadline } from '../../io/runtime/index.js';
import type { RunspaceHost } from '../runspace-host.js';
import type { RunspaceContext } from '../shells/shell-layer.js';
import { CommandRunspaceHost } from './command-host.js';
import { EmbeddedRunspaceHost } from './embedded-host.js';
import { runspaceFactory } from './engine-runspace.js';

const START_TIMEOUT_MS = 30_000;

/**
 * @throws {TransportError} the configuration's program cannot be started.
 */
export async function createRunspaceHost(context: RunspaceContext): Promise<RunspaceHost> {
  const { configuration } = context;
  const { runspace } = configuration;
  if (runspace.kind === 'embedded') {
    return new EmbeddedRunspaceHost({
      createRunspace: runspaceFactory(context),
      random: systemRandom,
      clock: systemClock,
    });
  }
  const carrier = await withDeadline(`start '${runspace.command[0]}'`, START_TIMEOUT_MS, undefined, (signal) =>
    openProcess(
      {
        argv: runspace.command,
        stderr: 'collect',
        ...(runspace.environment === undefined ? {} : { env: Object.fromEntries(runspace.environment) }),
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
