/**
 * Passwords checked by a program of the administrator's: LDAP, a web service, a token. One process per check.
 *
 *     standard input    {"version":1,"user":"alice","password":"…"} and a line end
 *     exit code 0       right; standard output may say {"user":"Alice","groups":["operators"],"administrator":false}
 *     exit code 1       wrong
 *     exit code 2       right, but the account is disabled          exit code 3: it has expired
 *     anything else     the check failed: refused, and logged with what the program wrote to standard error
 *
 * The password is on standard input only: never an argument, never in the environment.
 */
import { spawn } from 'node:child_process';
import type { PasswordVerdict, PasswordVerifier } from './account.js';
import { SharedChecks } from './shared-checks.js';

export interface ExternalVerifierOptions {
  /** The program and its arguments. */
  readonly command: readonly [string, ...string[]];
  /** Milliseconds; default 10,000. */
  readonly timeoutMs?: number;
  /** What a failed check says, for the log. Default: nowhere. */
  readonly onFailure?: (reason: string) => void;
}

const MAX_OUTPUT = 65_536;
const MAX_CHECKS = 8;

export class ExternalVerifier implements PasswordVerifier {
  readonly #options: ExternalVerifierOptions;
  readonly #checks = new SharedChecks<PasswordVerdict>();
  #running = 0;

  constructor(options: ExternalVerifierOptions) {
    this.#options = options;
  }

  verify(user: string, password: string): Promise<PasswordVerdict> {
    return this.#checks.run([user, password], () => this.#check(user, password));
  }

  async #check(user: string, password: string): Promise<PasswordVerdict> {
    if (this.#running >= MAX_CHECKS) return { ok: false, reason: 'busy' };
    this.#running += 1;
    try {
      const { code, output, errors } = await this.#ask(`${JSON.stringify({ version: 1, user, password })}\n`);
      if (code === 0) return { ok: true, account: readAnswer(user, output) };
      if (code === 2) return { ok: false, reason: 'disabled' };
      if (code === 3) return { ok: false, reason: 'expired' };
      if (code !== 1) {
        const [program] = this.#options.command;
        this.#options.onFailure?.(
          `${program}: ${code === null ? 'no answer in time' : `exit code ${code}`}. ${errors}`,
        );
      }
      return { ok: false, reason: 'wrongPassword' };
    } finally {
      this.#running -= 1;
    }
  }

  #ask(question: string): Promise<{ readonly code: number | null; readonly output: string; readonly errors: string }> {
    const [program, ...args] = this.#options.command;
    return new Promise((resolve) => {
      const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'pipe'], windowsHide: true });
      let output = '';
      let errors = '';
      const timer = setTimeout(() => child.kill('SIGKILL'), this.#options.timeoutMs ?? 10_000);
      const end = (code: number | null): void => {
        clearTimeout(timer);
        resolve({ code, output, errors: errors.trim().slice(0, 300) });
      };
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        output = (output + text).slice(0, MAX_OUTPUT);
      });
      child.stderr.setEncoding('utf8').on('data', (text: string) => {
        errors = (errors + text).slice(0, MAX_OUTPUT);
      });
      child.once('error', (error) => {
        errors = error.message;
        end(127);
      });
      child.once('close', (code) => end(code));
      child.stdin.on('error', () => {}); // a program that does not read; its exit code counts
      child.stdin.end(question);
    });
  }
}

function readAnswer(user: string, text: string): { user: string; groups: string[]; administrator: boolean } {
  let answer: Readonly<Record<string, unknown>> = {};
  try {
    const parsed: unknown = text.trim() === '' ? {} : JSON.parse(text);
    if (typeof parsed === 'object' && parsed !== null) answer = parsed as Readonly<Record<string, unknown>>;
  } catch {
    // The exit code said yes; without a readable answer the account has no groups and no rights.
  }
  const { user: name, groups, administrator } = answer;
  return {
    user: typeof name === 'string' && name !== '' ? name : user,
    groups: Array.isArray(groups) ? groups.filter((group): group is string => typeof group === 'string') : [],
    administrator: administrator === true,
  };
}
