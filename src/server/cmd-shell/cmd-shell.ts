/**
 * The WinRS shell: several commands, each a program of this machine, or a PowerShell line that runs in a session of the
 * endpoint's default configuration. protocol.md 9.4
 *
 * Input is kept in order per command: a write that has to wait for room in the pipe holds the ones after it.
 */
import type { Guid } from '../../protocol/bytes/index.js';
import type { CmdSignal } from '../../protocol/wsman/index.js';
import type { RunspaceHost } from '../runspace-host.js';
import { planCommand, type CommandPlan } from './command-line.js';
import { CmdProcess, isProgram } from './cmd-process.js';
import { PowerShellLine } from './powershell-line.js';

export interface CmdShellSink {
  output(commandId: Guid, stream: 'stdout' | 'stderr', bytes: Uint8Array): Promise<void> | void;
  exited(commandId: Guid, exitCode: number): void;
}

export interface CmdShellContext {
  readonly workingDirectory: string | undefined;
  readonly environment: ReadonlyMap<string, string>;
  readonly openRunspace: () => Promise<RunspaceHost>;
  readonly sink: CmdShellSink;
}

export interface CmdCommand {
  readonly commandId: Guid;
  readonly command: string;
  readonly arguments: readonly string[];
  readonly skipCmdShell: boolean;
}

/** What runs for one command. */
interface Runner {
  write(bytes: Uint8Array): Promise<void>;
  closeInput(): void;
  interrupt(): void;
  terminate(): void;
}

interface Command {
  readonly runner: Runner;
  input: Promise<void>;
}

/** Code pages that a client may ask for. Output is passed on as written: UTF-8 on Unix, whatever was asked. */
const CODE_PAGES = new Set([437, 850, 852, 858, 1250, 1251, 1252, 20_127, 28_591, 65_001]);

export class CmdShell {
  static knowsCodePage(codePage: number): boolean {
    return CODE_PAGES.has(codePage);
  }

  readonly #context: CmdShellContext;
  readonly #commands = new Map<Guid, Command>();

  constructor(context: CmdShellContext) {
    this.#context = context;
  }

  /** @throws {NodeJS.ErrnoException} the program cannot be started. */
  async start(request: CmdCommand): Promise<void> {
    const { commandId, command, skipCmdShell } = request;
    const plan = planCommand({ command, args: request.arguments, skipCmdShell, isProgram });
    const runner = await this.#run(commandId, plan);
    if (runner !== undefined) this.#commands.set(commandId, { runner, input: Promise.resolve() });
  }

  async #run(commandId: Guid, plan: CommandPlan): Promise<Runner | undefined> {
    const { sink, environment, workingDirectory } = this.#context;
    const mine = {
      output: (stream: 'stdout' | 'stderr', bytes: Uint8Array) => sink.output(commandId, stream, bytes),
      exited: (exitCode: number) => {
        this.#commands.delete(commandId);
        sink.exited(commandId, exitCode);
      },
    };
    switch (plan.kind) {
      case 'shell':
      case 'program':
        return await CmdProcess.start(plan, { environment, workingDirectory }, mine);
      case 'powershell':
        return new PowerShellLine(plan, this.#context.openRunspace, mine);
      case 'refused':
        // After the command exists for its client.
        setImmediate(() => {
          void mine.output('stderr', new TextEncoder().encode(plan.text));
          mine.exited(plan.exitCode);
        });
        return undefined;
    }
  }

  input(commandId: Guid, bytes: Uint8Array, end: boolean): void {
    const command = this.#commands.get(commandId);
    if (command === undefined) return; // ended meanwhile: as a write into a closed pipe
    command.input = command.input
      .then(() => command.runner.write(bytes))
      .then(() => {
        if (end) command.runner.closeInput();
      })
      .catch(() => undefined);
  }

  signal(commandId: Guid, signal: CmdSignal): void {
    const runner = this.#commands.get(commandId)?.runner;
    if (signal === 'terminate') runner?.terminate();
    else runner?.interrupt();
  }

  /** The client wants no more of this command. */
  closeCommand(commandId: Guid): void {
    this.#commands.get(commandId)?.runner.terminate();
    this.#commands.delete(commandId);
  }

  close(): Promise<void> {
    for (const { runner } of this.#commands.values()) runner.terminate();
    this.#commands.clear();
    return Promise.resolve();
  }
}
