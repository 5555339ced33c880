/**
 * `pssession status`: all sessions at this account's endpoint; where none runs, those that the user's agent holds. With a
 * computer: all sessions of that computer's endpoint, for its administrators.
 */
import path from 'node:path';
import { storePaths } from '../io/store/index.js';
import { listLocalSessions } from '../server/index.js';
import { connectAgent, runInAgent } from './agent/agent-client.js';
import { getEndpointSessions, SessionContext } from '../client/session/index.js';
import { camelCase } from '../powershell/cmdlets/index.js';
import { PSSessionError } from '../protocol/errors/index.js';
import { remoteStatusOf, statusOf, statusTable, type SessionStatus } from './endpoint-status.js';
import { readCommandLine, UsageError, type OutputFormat, OUTPUT_FORMATS } from './command-line.js';
import { bind } from './execute.js';
import type { Terminal } from './terminal.js';
import { localTerminal } from './local-terminal.js';
import { readProgramArguments } from './program-arguments.js';

export async function runStatus(words: readonly string[]): Promise<number> {
  if (namesComputer(words)) return await remoteStatus(words);
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
    print(terminal, list, output);
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

function print(terminal: Terminal, list: readonly SessionStatus[], output: string | undefined): void {
  if (output === 'json') terminal.out(`${JSON.stringify(list, undefined, 2)}\n`);
  else if (output === 'ndjson') terminal.out(list.map((session) => `${JSON.stringify(session)}\n`).join(''));
  else terminal.out(statusTable(list, Date.now()));
}

/** Options of the local status; all else says where to ask. */
function namesComputer(words: readonly string[]): boolean {
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    if (word === '--json' || /^--(?:output|state)=|^-o./.test(word)) continue;
    if (word === '--output' || word === '-o' || word === '--state') at += 1;
    else return true;
  }
  return false;
}

/** Where to ask, and as whom, is said as for `pssession get`. */
async function remoteStatus(words: readonly string[]): Promise<number> {
  if (words.some((word) => word === '--state' || word.startsWith('--state='))) {
    throw new UsageError('status: --state belongs to the endpoint of this computer; another one knows its own folder.');
  }
  const plain = words.flatMap((word) => (word === '--json' ? ['--output', 'json'] : [word]));
  const line = readCommandLine(['get', ...plain]);
  if (line.type !== 'command') throw new UsageError("status: try 'pssession status --help'.");
  const terminal = localTerminal(line.options);
  const context = new SessionContext();
  const abort = new AbortController();
  const interrupt = (): void => abort.abort();
  process.once('SIGINT', interrupt);
  try {
    const { definition, arguments: given, options } = line;
    const bound = await bind(
      { definition, arguments: given, output: undefined, version: '' },
      context,
      terminal,
      abort.signal,
    );
    const parameters = Object.fromEntries([...bound.values].map(([name, value]) => [camelCase(name), value]));
    if (!REMOTE.some((name) => parameters[name] !== undefined)) {
      throw new UsageError('status: which computer? Try pssession status <computer>, --connection-uri or --host-name.');
    }
    const found = await getEndpointSessions({ ...parameters, context, signal: abort.signal });
    const list = found.flatMap(({ computerName, sessions }) =>
      remoteStatusOf(sessions, Date.now(), found.length > 1 ? computerName : undefined),
    );
    print(terminal, list, options.output);
    return 0;
  } catch (error) {
    if (!(error instanceof PSSessionError)) throw error;
    terminal.err(`${error.message}\n    + FullyQualifiedErrorId : ${error.fullyQualifiedErrorId}\n`);
    return abort.signal.aborted ? 130 : 1;
  } finally {
    process.off('SIGINT', interrupt);
    await context.close();
  }
}

const REMOTE = ['computerName', 'connectionUri', 'hostName'] as const;
