/**
 * `pssession` as PowerShell: an interactive prompt, a command, a file, or what comes on standard input. Exit codes are
 * those of `pwsh`: 0 or 1, or the number that a script gave to `exit`. The engine is loaded by what runs; here it is not
 * needed yet.
 */
import type { CommandLine } from '../command-line.js';
import { localTerminal } from '../local-terminal.js';
import { terminalWith } from '../terminal.js';
import { readShellOptions } from './shell-options.js';

type ShellRequest = Extract<CommandLine, { type: 'shell' }>;

export async function runShell(line: ShellRequest, version: string): Promise<number> {
  const options = readShellOptions(line.arguments);
  if (options.version) {
    process.stdout.write(`pssession ${version}\n`);
    return 0;
  }
  if (options.help) {
    const { programHelp } = await import('../help.js');
    process.stdout.write(programHelp(Math.min(process.stdout.columns ?? 100, 120)));
    return 0;
  }
  if (options.server === 'ssh') {
    const { runServe } = await import('../serve.js');
    return await runServe(['--stdio'], version);
  }
  if (options.server === 'child') {
    const { serveChild } = await import('../serve-stdio.js');
    return await serveChild(options.workingDirectory);
  }
  const { workingDirectory } = options;
  const notThere = workingDirectory === undefined || enterFolder(workingDirectory) ? undefined : workingDirectory;
  const nobody = options.nonInteractive || line.options.nonInteractive;
  const local = localTerminal({ ...line.options, nonInteractive: nobody });
  // What is kept in a file, or read by another program, has no colours.
  const plain =
    process.stdout.isTTY === true || line.options.color === 'always' ? local : terminalWith(local, { color: false });
  await openPipes(options.customPipeName);
  const prompts = options.script === undefined || options.noExit;
  if (prompts && !nobody && process.stdin.isTTY === true && process.stdout.isTTY === true) {
    const { runInteractive } = await import('./interactive-shell.js');
    return await runInteractive({ options, plain, version, notThere });
  }
  const { runScript } = await import('./run-script.js');
  return await runScript(options, plain, version, nobody, notThere);
}

/** Milliseconds after which a shell can be entered by other processes: what ends before never opens its pipe. */
const ENTERED_AFTER_MS = 1000;
async function openPipes(customPipeName: string | undefined): Promise<void> {
  setTimeout(
    () => void import('./own-pipes.js').then(({ listenAsProcess }) => listenAsProcess()),
    ENTERED_AFTER_MS,
  ).unref();
  if (customPipeName === undefined) return;
  const { listenOn } = await import('./own-pipes.js');
  await listenOn(customPipeName);
}

/** False: there is no such folder, or it is not to be entered. */
function enterFolder(folder: string): boolean {
  const target = folder === '~' ? (process.env['HOME'] ?? folder) : folder;
  try {
    process.chdir(target);
    return true;
  } catch {
    return false;
  }
}
