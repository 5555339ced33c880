/** Get-PSHostProcessInfo, Enter- and Exit-PSHostProcess. cmdlets.md 16 */
import { existsSync } from 'node:fs';
import { listProcessPipes, pipePath, WildcardPattern, type PowerShellPipe } from '../../../client/session/index.js';
import { PSObject, type PSValue } from '../../../protocol/objects/index.js';
import {
  defineType,
  NetObject,
  processTable,
  settle,
  toText,
  type CommandRegistration,
  type EngineCommandContext,
  type Steps,
} from '../../engine/index.js';
import { ENTER_HOST_PROCESS, EXIT_HOST_PROCESS, GET_HOST_PROCESS } from '../host-family.js';
import { enter, interactiveHost } from './enter.js';
import { commonOptions, type Family } from './family-context.js';
import { register } from './register.js';
import { itemsOf, reading } from './values.js';

const COMMAND_CLASS = `Microsoft.PowerShell.Commands.${ENTER_HOST_PROCESS.className}`;

const NO_PROMPT = 'The current host does not support the Enter-PSHostProcess cmdlet.';

class HostProcessInfo {
  readonly pipe: PowerShellPipe;
  constructor(pipe: PowerShellPipe) {
    this.pipe = pipe;
  }
}
const pipeOf = (self: PSValue): PowerShellPipe => info(self).pipe;
const info = reading('PSHostProcessInfo', HostProcessInfo);

const HOST_PROCESS_INFO = defineType(
  'Microsoft.PowerShell.Commands.PSHostProcessInfo',
  {},
  {
    'string ProcessName': (self) => pipeOf(self).processName,
    'int ProcessId': (self) => pipeOf(self).processId,
    'string AppDomainName': (self) => pipeOf(self).appDomain,
    'string MainWindowTitle': () => '',
    'string GetPipeNameFilePath()': (self) => pipeOf(self).path,
  },
);

export const hostCommands = (family: Family): readonly CommandRegistration[] => [
  ...sessionHostCommands(family),
  exitHostProcess(family),
];

/** Those of a session, which has its own Exit-PSHostProcess. */
export const sessionHostCommands = (family: Family): readonly CommandRegistration[] => [
  getHostProcess(),
  enterHostProcess(family),
];

const infoObject = (pipe: PowerShellPipe): PSValue => new NetObject(HOST_PROCESS_INFO, new HostProcessInfo(pipe));

function* processIdOf(context: EngineCommandContext, value: PSValue): Steps<number> {
  return Number(toText((yield* settle(context.services.members.get(value, 'Id'))) ?? null));
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
        const ids: number[] = [];
        for (const item of itemsOf(context.arg('Process') ?? null)) ids.push(yield* processIdOf(context, item));
        wanted = pipes.filter(({ processId }) => ids.includes(processId));
      }
      for (const pipe of wanted) yield* settle(context.write(infoObject(pipe)));
    },
  }));

const enterHostProcess = (family: Family): CommandRegistration =>
  register(ENTER_HOST_PROCESS, (context) => ({
    *process(): Steps<void> {
      const host = yield* interactiveHost(family, context, 'EnterPSHostProcessHostDoesNotSupportIASession', NO_PROMPT);
      if (host === undefined) return;
      const options = commonOptions(family, context);
      if (context.isBound('CustomPipeName')) {
        const pipeName = toText(context.arg('CustomPipeName') ?? null);
        if (!existsSync(pipePath(pipeName)))
          refuse(
            context,
            'EnterPSHostProcessNoNamedPipeFound',
            `No named pipe was found with CustomPipeName: ${pipeName}.`,
          );
        yield* enter(context, ENTER_HOST_PROCESS, host, { ...options, pipeName });
        return;
      }
      const pipe = yield* findProcess(context);
      yield* enter(context, ENTER_HOST_PROCESS, host, { ...options, processId: pipe.processId });
    },
  }));

function refuse(
  context: EngineCommandContext,
  errorId: string,
  message: string,
  kind: 'Argument' | 'InvalidOperation' = 'Argument',
): never {
  return context.fail(message, {
    errorId,
    category: kind === 'Argument' ? 'InvalidArgument' : kind,
    exceptionType: `System.Management.Automation.PS${kind}Exception`,
    target: new PSObject({ typeNames: [COMMAND_CLASS, 'System.Object'], toStringText: COMMAND_CLASS }),
  });
}

/** The process that goes by this name, whether or not it runs PowerShell. */
function processNamed(context: EngineCommandContext, name: string): number {
  const pattern = new WildcardPattern(name);
  const [found, ...others] = processTable(Date.now()).filter((facts) => pattern.isMatch(facts.name));
  if (found === undefined)
    return refuse(context, 'EnterPSHostProcessNoProcessFoundWithName', `No process was found with Name: ${name}.`);
  if (others.length > 0)
    return refuse(
      context,
      'EnterPSHostProcessMultipleProcessesFoundWithName',
      `Multiple processes were found with this name ${name}. Use the process Id to specify a single process to enter.`,
    );
  return found.id;
}

function* wantedProcess(context: EngineCommandContext): Steps<number> {
  if (context.isBound('Name')) return processNamed(context, toText(context.arg('Name') ?? null));
  if (context.isBound('Id')) return Number(toText(context.arg('Id') ?? null));
  if (context.isBound('Process')) return yield* processIdOf(context, context.arg('Process') ?? null);
  return pipeOf(context.arg('HostProcessInfo') ?? null).processId;
}

/** The pipe of the process that the parameters name. Every way in which there is none ends the command. */
function* findProcess(context: EngineCommandContext): Steps<PowerShellPipe> {
  const processId = yield* wantedProcess(context);
  if (processId === process.pid)
    return refuse(
      context,
      'EnterPSHostProcessCantEnterSameProcess',
      'Enter-PSHostProcess does not support entering the same PowerShell session it is running in.',
      'InvalidOperation',
    );
  const own = (yield* settle(listProcessPipes())).filter((pipe) => pipe.processId === processId);
  if (own.length === 0 && isRunning(processId))
    return refuse(
      context,
      'EnterPSHostProcessNoPowerShell',
      `Cannot enter process with Id '${processId}' because it has not loaded the PowerShell engine or the named-pipe listener was disabled.`,
      'InvalidOperation',
    );
  // Application domains exist on Windows only: elsewhere the name is not looked at.
  const domain =
    process.platform !== 'win32'
      ? undefined
      : context.isBound('AppDomainName')
        ? toText(context.arg('AppDomainName') ?? null).toLowerCase()
        : 'defaultappdomain';
  const pipe = own.find(({ appDomain }) => domain === undefined || appDomain.toLowerCase() === domain);
  if (pipe !== undefined) return pipe;
  return own.length === 0
    ? refuse(context, 'EnterPSHostProcessNoProcessFoundWithId', `No process was found with Id: ${processId}.`)
    : refuse(
        context,
        'EnterPSHostProcessNoNamedPipeFound',
        `The process ${processId} has no application domain '${domain}' that listens.`,
      );
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
      const host = yield* interactiveHost(family, context, 'ExitPSHostProcessHostDoesNotSupportIASession', NO_PROMPT);
      if (host?.isPushed === true) yield* settle(host.pop());
    },
  }));
