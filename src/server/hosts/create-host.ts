/** Makes the host that a session configuration asks for. */
import { systemClock, systemRandom } from '../../io/runtime/index.js';
import { openProcess, type ByteCarrier } from '../../io/transport/index.js';
import { withDeadline } from '../../io/runtime/index.js';
import { isMeasured } from '../configuration/session-configuration.js';
import type { RunspaceHost } from '../runspace-host.js';
import type { RunspaceContext } from '../shells/shell-layer-api.js';
import { callerFile } from './caller-file.js';
import { CommandRunspaceHost } from './command-host.js';
import { EmbeddedRunspaceHost } from './embedded-host.js';
import { runspaceFactory } from './engine-runspace.js';
import { limitsOf } from './process-meter.js';
import { ownCgroupRoot, SessionCgroup } from './session-cgroup.js';
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
      createRunspace: await runspaceFactory(context),
      random: systemRandom,
      clock: systemClock,
    });
  }
  // PowerShell applies the file itself; of roles it knows nothing there, so that a file of the caller's own is made.
  const file = await callerFile(configuration, context.caller);
  const command = file === undefined ? runspace.command : [...runspace.command, '-ConfigurationFile', file.path];
  const environment = { ...Object.fromEntries(runspace.environment ?? []), ...file?.environment };
  const limits = limitsOf(configuration);
  const open = async (): Promise<ByteCarrier> => {
    const start: StartAs | undefined =
      runspace.runAs === 'caller' ? await startAs(context.caller.user, command, environment) : undefined;
    return await withDeadline(`start '${runspace.command[0]}'`, START_TIMEOUT_MS, undefined, (signal) =>
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
  };
  const carrier = await open().catch(async (error: unknown) => {
    await file?.done();
    throw error;
  });
  const cgroup = isMeasured(configuration) ? SessionCgroup.create(ownCgroupRoot(), context.shellId, limits) : undefined;
  return new CommandRunspaceHost({
    carrier,
    clock: systemClock,
    startupScript: configuration.startupScript,
    limits,
    ...(cgroup?.add(carrier.processId ?? 0) === true ? { cgroup } : {}),
    ...(file === undefined ? {} : { onStarted: () => void file.done() }),
    ...(context.reportUsage === undefined ? {} : { onUsage: context.reportUsage }),
    ...(runspace.openTimeoutMs === undefined ? {} : { openTimeoutMs: runspace.openTimeoutMs }),
  });
}
