/**
 * The host of a job. Nobody looks at a job while it runs: what its command writes to the host waits, and what it asks
 * blocks the job, until the job is received; then the host of whoever receives it carries all of it out, in order.
 * cmdlets.md 17 (Blocked)
 */
import type { SessionHost } from '../model/host.js';

/** What waits for a host: a write, or a question with its answer's promise. */
type Waiting = (host: SessionHost) => void;

/** Writes that wait are bounded: the oldest go first. What scripts print is in the information stream as well. */
const WRITES_KEPT = 1_000;

export class JobHostCalls {
  readonly host: SessionHost;
  readonly #writes: Waiting[] = [];
  #questions: Waiting[] = [];
  readonly #onWaiting: (waiting: boolean) => void;

  /** @param onWaiting true when the first question comes, false when all have been handed to a host. */
  constructor(onWaiting: (waiting: boolean) => void) {
    this.#onWaiting = onWaiting;
    this.host = this.#makeHost();
  }

  /** @param keep what was written stays, to be written again. */
  answerWith(host: SessionHost, keep = false): void {
    for (const write of keep ? this.#writes : this.#writes.splice(0)) write(host);
    const questions = this.#questions;
    this.#questions = [];
    if (questions.length === 0) return;
    this.#onWaiting(false);
    for (const question of questions) question(host);
  }

  #write(call: Waiting): void {
    this.#writes.push(call);
    if (this.#writes.length > WRITES_KEPT) this.#writes.shift();
  }
  #ask<T>(question: (host: SessionHost) => Promise<T> | undefined, what: string): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.#questions.push((host) => {
        const answer = host.hasUI ? question(host) : undefined;
        if (answer === undefined) reject(new Error(`The job asks the user (${what}), and nobody can be asked here.`));
        else answer.then(resolve, reject);
      });
      this.#onWaiting(true);
    });
  }

  #makeHost(): SessionHost {
    return {
      name: 'pssession job',
      version: '1.0',
      hasUI: true,
      write: (...args) => this.#write((host) => host.write?.(...args)),
      writeLine: (...args) => this.#write((host) => host.writeLine?.(...args)),
      writeErrorLine: (text) => this.#write((host) => host.writeErrorLine?.(text)),
      writeDebugLine: (text) => this.#write((host) => host.writeDebugLine?.(text)),
      writeVerboseLine: (text) => this.#write((host) => host.writeVerboseLine?.(text)),
      writeWarningLine: (text) => this.#write((host) => host.writeWarningLine?.(text)),
      readLine: (signal) => this.#ask((host) => host.readLine?.(signal), 'Read-Host'),
      readLineAsSecureString: (signal) =>
        this.#ask((host) => host.readLineAsSecureString?.(signal), 'Read-Host -AsSecureString'),
      prompt: (...args) => this.#ask((host) => host.prompt?.(...args), 'values'),
      promptForCredential: (...args) => this.#ask((host) => host.promptForCredential?.(...args), 'Get-Credential'),
      promptForChoice: (...args) => this.#ask((host) => host.promptForChoice?.(...args), 'a choice'),
      promptForMultipleChoice: (...args) =>
        this.#ask((host) => host.promptForMultipleChoice?.(...args), 'a choice of several'),
      readKey: (...args) => this.#ask((host) => host.readKey?.(...args), 'a key'),
    };
  }
}
