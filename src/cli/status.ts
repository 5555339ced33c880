/** `pssession status`: all sessions at this account's endpoint; where none runs, those that the user's agent holds. */
import path from 'node:path';
import { storePaths } from '../io/store/index.js';
import { listLocalSessions } from '../server/index.js';
import { connectAgent, runInAgent } from './agent/agent-client.js';
import { statusOf, statusTable } from './endpoint-status.js';
import { UsageError, type OutputFormat, OUTPUT_FORMATS } from './command-line.js';
import { localTerminal } from './local-terminal.js';
import { readProgramArguments } from './program-arguments.js';

export async function runStatus(words: readonly string[]): Promise<number> {
  const { values } = readProgramArguments('status', words, {
    output: { type: 'string', short: 'o' },
    json: { type: 'boolean' },
    state: { type: 'string' },
  });
  const output = values.json === true ? 'json' : values.output;
  if (output !== undefined && !(OUTPUT_FORMATS as readonly string[]).includes(output)) {
    throw new UsageError(`status: --output has to be one of ${OUTPUT_FORMATS.join(', ')}.`);
  }
  const terminal = localTerminal({
    output: undefined,
    color: 'auto',
    passwordSource: undefined,
    nonInteractive: true,
    verbose: false,
    noAgent: false,
  });
  const runtimeFolder =
    values.state === undefined ? storePaths(process.env).runtime : path.join(path.resolve(values.state), 'run');
  const held = await listLocalSessions(runtimeFolder);
  if (held !== undefined) {
    const list = statusOf(held);
    if (output === 'json') terminal.out(`${JSON.stringify(list, undefined, 2)}\n`);
    else if (output === 'ndjson') terminal.out(list.map((session) => `${JSON.stringify(session)}\n`).join(''));
    else terminal.out(statusTable(list, Date.now()));
    return 0;
  }
  const agent = await connectAgent();
  if (agent === undefined) {
    terminal.out(
      output === 'json'
        ? '[]\n'
        : 'No agent runs: there is no current session. Sessions at an endpoint: pssession get <computer>\n',
    );
    return 0;
  }
  return await runInAgent(
    agent,
    { command: 'Get-PSSession', arguments: [], output: output as OutputFormat | undefined, takesInput: false },
    terminal,
    new AbortController().signal,
  );
}
