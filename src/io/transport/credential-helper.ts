/**
 * The credential-helper protocol, as git's: a program that keeps passwords. PSSESSION_CREDENTIAL_HELPER names its command
 * line; it is run with `get` behind it, reads lines `name=value` and an empty line, and answers in the same way.
 *
 *     protocol=ssh          or wsman
 *     host=server01         where it is known
 *     username=alice
 *
 *     password=…            or nothing, and an exit code that is not 0: it has none
 *
 * `git credential-libsecret`, `docker-credential-*` behind a small script, or a program of one's own fit.
 */
import { spawn } from 'node:child_process';
import { PSSessionError } from '../../protocol/errors/index.js';

export interface CredentialQuestion {
  readonly protocol: 'ssh' | 'wsman';
  readonly host?: string;
  readonly username?: string;
}

const LIMIT_MS = 30_000;
const MAX_BYTES = 65_536;

/**
 * @returns undefined: there is no helper, or it has no password.
 * @throws {PSSessionError} the helper cannot be started, or gives no answer in time.
 */
export async function askCredentialHelper(
  question: CredentialQuestion,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Promise<string | undefined> {
  const command = environment['PSSESSION_CREDENTIAL_HELPER'];
  if (command === undefined || command.trim() === '') return undefined;
  const lines = Object.entries(question).map(([name, value]) => `${name}=${String(value).replace(/[\r\n\0]/g, '')}`);
  const answer = await runWithInput(`${command} get`, `${lines.join('\n')}\n\n`, environment);
  const password = /^password=(.*)$/m.exec(answer ?? '')?.[1];
  return password === undefined || password === '' ? undefined : password;
}

/** Undefined: it ended with another exit code than 0. */
function runWithInput(
  command: string,
  input: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    const failed = (why: string): PSSessionError => new PSSessionError(`The credential helper ${why}.`);
    const child = spawn(command, { shell: true, stdio: ['pipe', 'pipe', 'inherit'], env });
    let text = '';
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      reject(failed(`gave no answer within ${LIMIT_MS / 1000} s`));
    }, LIMIT_MS);
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      text = (text + chunk).slice(0, MAX_BYTES);
    });
    child.stdin.on('error', () => {}); // one that does not read
    child.once('error', (error) => {
      clearTimeout(timer);
      reject(failed(`could not be started: ${error.message}`));
    });
    child.once('close', (code) => {
      clearTimeout(timer);
      resolve(code === 0 ? text.replaceAll('\r', '') : undefined);
    });
    child.stdin.end(input);
  });
}
