/** Runspaces of the embedded engine for one session: who called is told, and the start-up script has run. */
import { statSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { PSGuid, PSObject, PropertyBag, type PSValue } from '../../protocol/objects/index.js';
import { NO_HOST, type InitRunspacePool } from '../../protocol/psrp/index.js';
import type { EngineHost, EngineRunspace, PipelineOutcome } from '../../powershell/engine/index.js';
import { NEVER_ABORTED } from '../../io/runtime/index.js';
import { EMPTY_GUID } from '../../protocol/bytes/index.js';
import type { RunspaceContext } from '../shells/shell-layer-api.js';
import { configuredSetup, modulePath } from './configured-setup.js';
import { cmdletsPart, enginePart } from './engine-parts.js';
import { StartupFailure, type RunspaceFactory } from './embedded-host.js';
import { HostCalls } from './remote-host.js';
import { scriptDefinition } from './script-definition.js';

/** @throws {PSSessionError} `ProgramReplaced`: what it needs is not there any more. Known before there is a session. */
export async function runspaceFactory(context: RunspaceContext): Promise<RunspaceFactory> {
  const [{ createRunspace }, { hostedFamily, loadFamily }] = await Promise.all([enginePart(), cmdletsPart()]);
  await loadFamily();
  return async (init) => {
    const family = await hostedFamily();
    const { startupScript, configurationFile, runspace: kind } = context.configuration;
    const own = kind.kind === 'embedded' ? (kind.commands ?? []) : [];
    const engine = createRunspace({
      ...(configurationFile === undefined
        ? {}
        : { environment: { ...process.env, PSModulePath: modulePath().join(path.delimiter) } }),
      location: context.location ?? homeFolder(),
      commands: [...family.commands, ...own],
      variables: family.variables,
      laterVariables: { PSSenderInfo: () => senderInfo(context, init) },
    });
    const runspace = withFamily(engine, () => family.close());
    if (configurationFile !== undefined) {
      // Nothing of the caller's has run yet: whatever fails here ends the session.
      const setup = await configuredSetup({ ...context.configuration, configurationFile }, context.caller);
      await finished(runspace, engine.configure({ ...setup, startupScript }, quietHost()));
    } else if (startupScript !== undefined) await runStartup(runspace, startupScript);
    return runspace;
  };
}

/** A process of sessions stands in the root folder, so that it holds no file system in use; its sessions do not. */
function homeFolder(): string {
  try {
    const home = process.env['HOME'] ?? homedir();
    if (statSync(home).isDirectory()) return home;
  } catch {
    // An account without a home, or one that it may not enter.
  }
  return process.cwd();
}

/** The runspace, which takes its own sessions and jobs along when it goes. */
function withFamily(engine: EngineRunspace, close: () => Promise<void>): EngineRunspace {
  const dispose = engine.dispose.bind(engine);
  return Object.assign(engine, {
    async dispose(): Promise<void> {
      await close();
      await dispose();
    },
  });
}

const quietHost = (): EngineHost => new HostCalls(() => undefined).hostFor(EMPTY_GUID, NO_HOST);

async function runStartup(runspace: EngineRunspace, script: string): Promise<void> {
  const nothing = (): void => undefined;
  const run = runspace.run({
    definition: scriptDefinition(script, false),
    input: undefined,
    host: quietHost(),
    sink: { output: nothing, error: nothing, informational: nothing, progress: nothing, information: nothing },
    addToHistory: false,
    signal: NEVER_ABORTED,
  });
  await finished(runspace, run);
}
/** @throws {StartupFailure} it did not complete; the runspace is gone then. */
async function finished(runspace: EngineRunspace, run: Promise<PipelineOutcome>): Promise<void> {
  const outcome = await run;
  if (outcome.state === 'Completed') return;
  await runspace.dispose();
  throw new StartupFailure(outcome.error);
}

const SENDER_INFO = ['System.Management.Automation.Remoting.PSSenderInfo', 'System.Object'];
const PRINCIPAL = ['System.Management.Automation.Remoting.PSPrincipal', 'System.Object'];
const IDENTITY = ['System.Management.Automation.Remoting.PSIdentity', 'System.Object'];

/** `$PSSenderInfo` of the session. protocol.md 9.3 */
export function senderInfo({ caller, shellId, configuration }: RunspaceContext, init: InitRunspacePool): PSObject {
  const make = (typeNames: readonly string[], toStringText: string, properties: Record<string, PSValue>): PSObject =>
    new PSObject({ typeNames, toStringText, adapted: PropertyBag.of(properties) });
  const identity = make(IDENTITY, IDENTITY[0] ?? '', {
    AuthenticationType: caller.mechanism,
    CertificateDetails: null,
    IsAuthenticated: true,
    Name: caller.user,
  });
  const user = make(PRINCIPAL, PRINCIPAL[0] ?? '', { Identity: identity, WindowsIdentity: null });
  return make(SENDER_INFO, caller.user, {
    // PowerShell's type data adds these two.
    ConnectedUser: caller.user,
    RunAsUser: null,
    UserInfo: user,
    ClientTimeZone: null,
    ConnectionString: caller.connectionString,
    ApplicationArguments: init.applicationArguments,
    ConfigurationName: configuration.name,
    RunspacePoolId: new PSGuid(shellId),
  });
}
