/** Get-PSHostProcessInfo, Enter- and Exit-PSHostProcess. cmdlets.md 16 */
import { listProcessPipes, WildcardPattern, type PowerShellPipe } from '../../../client/session/index.js';
import { PropertyBag, PSObject, type PSValue } from '../../../protocol/objects/index.js';
import {
  settle,
  toText,
  unwrap,
  type CommandRegistration,
  type EngineCommandContext,
  type Steps,
} from '../../engine/index.js';
import { ENTER_HOST_PROCESS, EXIT_HOST_PROCESS, GET_HOST_PROCESS } from '../host-family.js';
import { enter, interactiveHost } from './enter.js';
import { commonOptions, type Family } from './family-context.js';
import { register } from './register.js';
import { itemsOf } from './values.js';

const COMMAND_CLASS = `Microsoft.PowerShell.Commands.${ENTER_HOST_PROCESS.className}`;
const DEFAULT_DOMAIN = 'DefaultAppDomain';

export function hostCommands(family: Family): readonly CommandRegistration[] {
  return [getHostProcess(), enterHostProcess(family), exitHostProcess(family)];
}

const infoObject = ({ processName, processId, appDomain, name }: PowerShellPipe): PSObject =>
  new PSObject({
    typeNames: ['Microsoft.PowerShell.Commands.PSHostProcessInfo', 'System.Object'],
    toStringText: 'Microsoft.PowerShell.Commands.PSHostProcessInfo',
    adapted: PropertyBag.of({
      ProcessName: processName,
      ProcessId: processId,
      AppDomainName: appDomain,
      MainWindowTitle: '',
      PipeName: name,
    }),
  });

/** A property of a process object or of a PSHostProcessInfo, whatever its kind. */
function* property(context: EngineCommandContext, value: PSValue, name: string): Steps<PSValue> {
  return (yield* settle(context.services.members.get(value, name))) ?? null;
}

const getHostProcess = (): CommandRegistration =>
  register(GET_HOST_PROCESS, (context) => ({
    *process(): Steps<void> {
      const pipes = yield* settle(listProcessPipes());
      let wanted = pipes;
      if (context.isBound('Name')) {
        const patterns = itemsOf(context.arg('Name') ?? null).map((item) => new WildcardPattern(toText(item)));
        wanted = pipes.filter(({ processName }) => patterns.some((pattern) => pattern.isMatch(processName)));
      } else if (context.isBound('Id')) {
        const ids = itemsOf(context.arg('Id') ?? null);
        wanted = pipes.filter(({ processId }) => ids.includes(processId));
      } else if (context.isBound('Process')) {
        const ids: PSValue[] = [];
        for (const item of itemsOf(context.arg('Process') ?? null))
          ids.push(unwrap(yield* property(context, item, 'Id')));
        wanted = pipes.filter(({ processId }) => ids.includes(processId));
      }
      for (const pipe of wanted) yield* settle(context.write(infoObject(pipe)));
    },
  }));

const enterHostProcess = (family: Family): CommandRegistration =>
  register(ENTER_HOST_PROCESS, (context) => ({
    *process(): Steps<void> {
      const host = yield* interactiveHost(family, context, 'EnterPSHostProcessHostDoesNotSupportIASession');
      if (host === undefined) return;
      const options = commonOptions(family, context);
      if (context.isBound('CustomPipeName')) {
        yield* enter(context, ENTER_HOST_PROCESS, host, {
          ...options,
          pipeName: toText(context.arg('CustomPipeName') ?? null),
        });
        return;
      }
      const pipe = yield* findProcess(context);
      if (pipe === undefined) return;
      yield* enter(context, ENTER_HOST_PROCESS, host, { ...options, processId: pipe.processId });
    },
  }));

/** The pipe of the process that the parameters name. Every way in which there is none ends the command. */
function* findProcess(context: EngineCommandContext): Steps<PowerShellPipe | undefined> {
  const refuse = (errorId: string, message: string, kind: 'Argument' | 'InvalidOperation' = 'Argument'): never =>
    context.fail(message, {
      errorId,
      category: kind === 'Argument' ? 'InvalidArgument' : kind,
      exceptionType: `System.Management.Automation.PS${kind}Exception`,
      target: new PSObject({ typeNames: [COMMAND_CLASS, 'System.Object'], toStringText: COMMAND_CLASS }),
    });
  const pipes = yield* settle(listProcessPipes());
  const domain = context.isBound('AppDomainName') ? toText(context.arg('AppDomainName') ?? null) : DEFAULT_DOMAIN;
  let processId: number | undefined;
  if (context.isBound('Name')) {
    const name = toText(context.arg('Name') ?? null);
    const found = [
      ...new Set(
        pipes.filter((pipe) => pipe.processName.toLowerCase() === name.toLowerCase()).map((pipe) => pipe.processId),
      ),
    ];
    if (found.length === 0)
      refuse('EnterPSHostProcessNoProcessFoundWithName', `No process was found with Name: ${name}.`);
    if (found.length > 1)
      refuse(
        'EnterPSHostProcessMultipleProcessesFoundWithName',
        `Multiple processes were found with this name ${name}. Use the process Id to specify a single process to enter.`,
      );
    [processId] = found;
  } else if (context.isBound('Id')) processId = Number(toText(context.arg('Id') ?? null));
  else if (context.isBound('Process'))
    processId = Number(toText(yield* property(context, context.arg('Process') ?? null, 'Id')));
  else processId = Number(toText(yield* property(context, context.arg('HostProcessInfo') ?? null, 'ProcessId')));
  if (processId === process.pid)
    refuse(
      'EnterPSHostProcessCantEnterSameProcess',
      'Enter-PSHostProcess does not support entering the same PowerShell session it is running in.',
      'InvalidOperation',
    );
  const own = pipes.filter((pipe) => pipe.processId === processId);
  if (own.length === 0) {
    if (isRunning(processId ?? 0))
      refuse(
        'EnterPSHostProcessNoPowerShell',
        `Cannot enter process with Id '${processId}' because it has not loaded the PowerShell engine or the named-pipe listener was disabled.`,
        'InvalidOperation',
      );
    refuse('EnterPSHostProcessNoProcessFoundWithId', `No process was found with Id: ${processId}.`);
  }
  const pipe = own.find(({ appDomain }) => appDomain.toLowerCase() === domain.toLowerCase());
  if (pipe === undefined)
    refuse(
      'EnterPSHostProcessNoNamedPipeFound',
      `The process ${processId} has no application domain '${domain}' that listens.`,
    );
  return pipe;
}

function isRunning(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

const exitHostProcess = (family: Family): CommandRegistration =>
  register(EXIT_HOST_PROCESS, (context) => ({
    *process(): Steps<void> {
      const host = yield* interactiveHost(family, context, 'ExitPSHostProcessHostDoesNotSupportIASession');
      if (host?.isPushed === true) yield* settle(host.pop());
    },
  }));
