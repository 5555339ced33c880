#!/usr/bin/env node
/**
 * The program's entrance. Everything is loaded when it is needed: `--version` loads nothing, all else the bundle of the
 * program, whose parts run when a command needs them: a session command those of sessions, a script the engine, `serve`
 * the endpoint.
 */

import path from 'node:path';

const VERSION = process.env['PSSESSION_BUILD_VERSION'] ?? 'unbuilt';
/** The file of the bundle, beside the folder of this one. */
const PROGRAM = process.env['PSSESSION_BUILD_PROGRAM'] ?? '';
/** When a program that goes on (a shell, an endpoint) keeps the code that it runs. Milliseconds. */
const KEPT_AFTER_MS = 3000;

/** What is started, roughly: starts of one kind run the same code. */
function kindOf(words: readonly string[]): string {
  if (/^[a-z]+$/.test(words[0] ?? '')) return 'command';
  return words.some((word) => /^--?[cef]/i.test(word)) ? 'script' : 'shell';
}

/** A folder can be gone while somebody stands in it. PowerShell goes to the one for temporary files then. */
function standSomewhere(): void {
  try {
    process.cwd();
  } catch {
    process.chdir(process.env['TMPDIR'] ?? '/tmp');
  }
}

async function main(words: readonly string[]): Promise<number> {
  const [first = ''] = words;
  if (words.length === 1 && (first === '--version' || first === '-V' || first === '-v')) {
    process.stdout.write(`pssession ${VERSION}\n`);
    return 0;
  }
  standSomewhere();
  const { loadProgram } = await import('./program-loader.js');
  const { run, keep } = loadProgram(path.join(import.meta.dirname, '..', PROGRAM), kindOf(words));
  const later = setTimeout(keep, KEPT_AFTER_MS).unref();
  const code = await run(words, VERSION);
  clearTimeout(later);
  keep();
  return code;
}

/** Ends the process when all that was written has gone out: Node itself would take its heap apart first. */
function leave(code: number): void {
  process.exitCode = code;
  process.stdout.write('', (failure) => {
    // Whoever listens for that has something to say, and ends the process.
    if (failure === null || failure === undefined) process.stderr.write('', () => process.exit());
  });
}

main(process.argv.slice(2)).then(leave, (error: unknown) => {
  process.stderr.write(`pssession: ${error instanceof Error ? error.message : String(error)}\n`);
  if (process.env['PSSESSION_TRACE'] !== undefined && error instanceof Error)
    process.stderr.write(`${error.stack ?? ''}\n`);
  process.exitCode = 1;
});
