/** Where passwords come from: a prompt without echo, an environment variable, a file of mode 0600, a helper program. */
import { spawn } from 'node:child_process';
import { open } from 'node:fs/promises';
import { UsageError, type PasswordSource } from './command-line.js';

const MAX_PASSWORD_BYTES = 4096;
const HELPER_LIMIT_MS = 30_000;

/**
 * @throws {UsageError} the source cannot give a password; says why without repeating what it gave.
 */
export async function passwordFrom(source: PasswordSource): Promise<string> {
  switch (source.from) {
    case 'env': {
      const value = process.env[source.name];
      if (value === undefined || value === '')
        throw new UsageError(`The environment variable ${source.name} holds no password.`);
      return value;
    }
    case 'file':
      return await fromFile(source.path);
    case 'helper':
      return await fromHelper(source.command);
  }
}

async function fromFile(path: string): Promise<string> {
  let file;
  try {
    file = await open(path, 'r');
  } catch (error) {
    throw new UsageError(
      `The password file '${path}' cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  try {
    const { mode, size } = await file.stat();
    if (process.platform !== 'win32' && (mode & 0o077) !== 0) {
      throw new UsageError(`The password file '${path}' can be read by others. Run: chmod 600 '${path}'`);
    }
    if (size > MAX_PASSWORD_BYTES)
      throw new UsageError(`The password file '${path}' is larger than ${MAX_PASSWORD_BYTES} bytes.`);
    return firstLine(await file.readFile('utf8'), `The password file '${path}'`);
  } finally {
    await file.close();
  }
}

/** The helper is a command line for the platform's shell, as git's and docker's credential helpers are. */
async function fromHelper(command: string): Promise<string> {
  return await new Promise((resolve, reject) => {
    const child = spawn(command, { shell: true, stdio: ['ignore', 'pipe', 'inherit'] });
    let text = '';
    const timer = setTimeout(() => {
      child.kill();
      reject(new UsageError(`The password helper gave no answer within ${HELPER_LIMIT_MS / 1000} s.`));
    }, HELPER_LIMIT_MS);
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      text = (text + chunk).slice(0, MAX_PASSWORD_BYTES + 1);
    });
    child.on('error', (error) => {
      clearTimeout(timer);
      reject(new UsageError(`The password helper could not be started: ${error.message}`));
    });
    child.on('close', (code) => {
      clearTimeout(timer);
      if (code !== 0) reject(new UsageError(`The password helper ended with exit code ${String(code)}.`));
      else {
        try {
          resolve(firstLine(text, 'The password helper'));
        } catch (error) {
          reject(error instanceof Error ? error : new UsageError(String(error)));
        }
      }
    });
  });
}

function firstLine(text: string, who: string): string {
  const line = text.split(/\r?\n/, 1)[0] ?? '';
  if (line === '') throw new UsageError(`${who} holds no password.`);
  return line;
}

/**
 * Asks on the terminal itself (not on standard input, which may be a pipe of data), without echo.
 * @param options.mask shown for each character, as PowerShell shows stars. Default: nothing is.
 * @param options.signal gives the question up.
 * @returns undefined when the person gave up with Ctrl+C or Ctrl+D. The program hears of Ctrl+C as of a signal.
 * @throws {UsageError} there is no terminal to ask on.
 */
export async function askPassword(
  prompt: string,
  options: { readonly mask?: string; readonly signal?: AbortSignal } = {},
): Promise<string | undefined> {
  const input = process.stdin;
  const { mask = '', signal } = options;
  if (!input.isTTY) {
    throw new UsageError(
      'A password is needed and there is no terminal to ask for it.',
      'Use --password-env NAME, --password-file FILE or --password-helper COMMAND.',
    );
  }
  process.stderr.write(prompt);
  input.setRawMode(true);
  input.resume();
  input.setEncoding('utf8');
  let interrupted = false;
  try {
    return await new Promise<string | undefined>((resolve) => {
      let chars: string[] = [];
      const finish = (value: string | undefined): void => {
        input.off('data', take);
        signal?.removeEventListener('abort', giveUp);
        resolve(value);
      };
      const giveUp = (): void => finish(undefined);
      const erase = (count: number): void => {
        chars = chars.slice(0, chars.length - count);
        if (mask !== '') process.stderr.write('\b \b'.repeat(count));
      };
      const take = (chunk: string): void => {
        for (const char of chunk) {
          if (char === '\r' || char === '\n') return finish(chars.join(''));
          interrupted = char === '\u0003';
          if (interrupted || (char === '\u0004' && chars.length === 0)) return finish(undefined);
          if (char === '\u007f' || char === '\b') erase(Math.min(1, chars.length));
          else if (char === '\u0015') erase(chars.length);
          else if (char >= ' ' && chars.length < MAX_PASSWORD_BYTES) {
            chars.push(char);
            process.stderr.write(mask);
          }
        }
      };
      input.on('data', take);
      signal?.addEventListener('abort', giveUp);
    });
  } finally {
    input.setRawMode(false);
    input.pause();
    process.stderr.write('\n');
    if (interrupted) process.emit('SIGINT');
  }
}
