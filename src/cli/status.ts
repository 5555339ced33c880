/** `pssession status`: the sessions that this user's agent holds, and those at the endpoint of this computer. */
import { connectAgent, runInAgent } from './agent/agent-client.js';
import { UsageError, type OutputFormat, OUTPUT_FORMATS } from './command-line.js';
import { localTerminal } from './local-terminal.js';
import { readProgramArguments } from './program-arguments.js';

export async function runStatus(words: readonly string[]): Promise<number> {
  const { values } = readProgramArguments('status', words, {
    output: { type: 'string', short: 'o' },
    json: { type: 'boolean' },
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
