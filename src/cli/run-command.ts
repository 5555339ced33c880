/**
 * One command from the operating system's shell. Sessions that a command makes live on in the agent; commands that only
 * ask, or that clean up after themselves, run in this process.
 */
import { scriptReader } from './script-reader.js';
import { SessionContext } from '../client/session/index.js';
import { PSSessionError } from '../protocol/errors/index.js';
import type { CommandDefinition } from '../powershell/cmdlets/index.js';
import { connectAgent, runInAgent, startAgent } from './agent/agent-client.js';
import { UsageError, type BoundArgument, type CommandLine } from './command-line.js';
import { onEndSignals } from './end-signals.js';
import { executeCommand } from './execute.js';
import { StandardInput } from './standard-input.js';
import { localTerminal } from './local-terminal.js';

type CommandRequest = Extract<CommandLine, { type: 'command' }>;

/** Commands whose sessions outlive the call: they start the agent. The others use it when it is there. */
const MAKES_SESSIONS: ReadonlySet<string> = new Set(['New-PSSession', 'Connect-PSSession', 'Receive-PSSession']);

export async function runCommandLine(line: CommandRequest): Promise<number> {
  const terminal = localTerminal(line.options);
  const abort = new AbortController();
  const ending = onEndSignals(abort);
  const { definition } = line;
  let input: StandardInput | undefined;
  const takesInput = definition.parameters.some(({ name }) => name === 'InputObject');
  try {
    if (definition.name === 'Enter-PSSession') {
      const { runEnter } = await import('./enter.js');
      return await runEnter(line, terminal, abort.signal);
    }
    const agent = await agentFor(line);
    if (agent !== undefined) {
      const code = await runInAgent(
        agent,
        { command: definition.name, arguments: line.arguments, output: line.options.output, takesInput },
        terminal,
        abort.signal,
      );
      return ending.exitCode ?? code;
    }
    if (takesInput && process.stdin.isTTY !== true && hasInput()) input = new StandardInput(process.stdin);
    await using context = new SessionContext({ scriptReader });
    const code = await executeCommand(
      {
        definition,
        arguments: line.arguments,
        output: line.options.output,
        version: '1.0',
        ...(input === undefined ? {} : { input: input.lines() }),
      },
      context,
      terminal,
      abort.signal,
    );
    return ending.exitCode ?? code;
  } catch (error) {
    if (error instanceof UsageError || !(error instanceof PSSessionError)) throw error;
    terminal.err(`${error.message}\n    + FullyQualifiedErrorId : ${error.fullyQualifiedErrorId}\n`);
    return 1;
  } finally {
    input?.close();
  }
}

/** Standard input that nobody opened for us (cron, a service) is no input. */
const hasInput = (): boolean => process.stdin.readable && !process.stdin.closed;

async function agentFor(line: CommandRequest): Promise<Awaited<ReturnType<typeof connectAgent>>> {
  if (line.options.noAgent) return undefined;
  if (MAKES_SESSIONS.has(line.definition.name)) return await startAgent();
  return wantsCurrentSession(line.definition, line.arguments) ? await connectAgent() : undefined;
}

/** Invoke-Command on computers has sessions of its own; everything else may meet what the agent holds. */
function wantsCurrentSession(definition: CommandDefinition, words: readonly BoundArgument[]): boolean {
  if (definition.name === 'New-PSSessionOption' || definition.name === 'Watch-PSSession') return false;
  if (definition.name !== 'Invoke-Command') return true;
  return words.some(({ name }) => name === 'Session' || name === 'AsJob' || name === 'InDisconnectedSession');
}
