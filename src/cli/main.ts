#!/usr/bin/env node
/**
 * The program's entrance. Everything is loaded when it is needed: `--version` loads nothing, a session command loads the
 * session room, a script the engine, `serve` the endpoint.
 */
import * as nodeModule from 'node:module';

const VERSION = process.env['PSSESSION_BUILD_VERSION'] ?? 'unbuilt';

/** Node 22 and later keep what they compiled; the second start is faster. */
if ('enableCompileCache' in nodeModule && typeof nodeModule.enableCompileCache === 'function')
  nodeModule.enableCompileCache();

async function main(words: readonly string[]): Promise<number> {
  if (words.length === 1 && (words[0] === '--version' || words[0] === '-V' || words[0] === '-v')) {
    process.stdout.write(`pssession ${VERSION}\n`);
    return 0;
  }
  const { runProgram } = await import('./program.js');
  return await runProgram(words, VERSION);
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`pssession: ${error instanceof Error ? error.message : String(error)}\n`);
    if (process.env['PSSESSION_TRACE'] !== undefined && error instanceof Error)
      process.stderr.write(`${error.stack ?? ''}\n`);
    process.exitCode = 1;
  },
);
