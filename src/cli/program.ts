/** From words to an exit code: 0 all worked, 1 something failed, 64 the command line was wrong, 130 interrupted. */
import { readCommandLine, UsageError, type CommandLine } from './command-line.js';

export const EXIT = { ok: 0, failed: 1, usage: 64, interrupted: 130 } as const;

const helpWidth = (): number => Math.min(process.stdout.columns ?? 100, 120);

export async function runProgram(words: readonly string[], version: string): Promise<number> {
  exitQuietlyOnBrokenPipe();
  let line: CommandLine;
  try {
    line = readCommandLine(words);
    return await run(line, version);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`pssession: ${error.message}\n`);
    if (error.hint !== undefined) process.stderr.write(`${error.hint}\n`);
    return EXIT.usage;
  }
}

async function run(line: CommandLine, version: string): Promise<number> {
  switch (line.type) {
    case 'version':
      process.stdout.write(`pssession ${version}\n`);
      return EXIT.ok;
    case 'help': {
      const { programHelp, topicHelp } = await import('./help.js');
      const text = line.topic === undefined ? programHelp(helpWidth()) : topicHelp(line.topic, helpWidth());
      if (text === undefined)
        throw new UsageError(`There is no help for '${line.topic ?? ''}'.`, "Try 'pssession --help'.");
      process.stdout.write(text);
      return EXIT.ok;
    }
    case 'command': {
      const { runCommandLine } = await import('./run-command.js');
      return await runCommandLine(line);
    }
    case 'shell': {
      const { runShell } = await import('./shell/shell.js');
      return await runShell(line, version);
    }
    case 'program':
      switch (line.program) {
        case 'completion': {
          const { completionScript } = await import('./completion.js');
          process.stdout.write(completionScript(line.arguments[0]));
          return EXIT.ok;
        }
        case 'serve': {
          const { runServe } = await import('./serve.js');
          return await runServe(line.arguments, version);
        }
        case 'user': {
          const { runUser } = await import('./user.js');
          return await runUser(line.arguments);
        }
        case 'agent': {
          const { runAgent } = await import('./agent/agent-process.js');
          return await runAgent();
        }
        case 'config':
        case 'status': {
          const { runStatus } = await import('./status.js');
          return await runStatus(line.arguments);
        }
      }
  }
}

/** `pssession get … | head`: the reader went away, and that is no failure of ours. */
function exitQuietlyOnBrokenPipe(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(EXIT.ok);
    process.stderr.write(`pssession: The output cannot be written: ${error.message}.\n`);
    process.exit(EXIT.failed);
  });
  // What cannot be said (nobody reads it, its disk is full) is no reason to end.
  process.stderr.on('error', () => undefined);
}
