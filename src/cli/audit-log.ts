/**
 * The audit log of `pssession serve`: JSON lines, appended to a file of mode 0600 or written to standard error. The file
 * is opened for each line, so that whatever renames it for rotation needs to tell nobody. A line that cannot be written
 * goes to standard error instead: the endpoint does not stop for its log.
 */
import { appendFileSync } from 'node:fs';
import path from 'node:path';
import { formatAuditLine, type AuditRecord } from '../server/index.js';
import { makeFolders } from '../io/runtime/index.js';

export class AuditLog {
  #file: string | undefined;
  readonly #quiet: boolean;
  readonly #error: (text: string) => void;
  #failed = false;

  /**
   * @param file undefined: standard error.
   * @param quiet nothing on standard error but what a file could not take.
   */
  constructor(
    file: string | undefined,
    quiet: boolean,
    error: (text: string) => void = (text) => void process.stderr.write(text),
  ) {
    this.#file = file;
    this.#quiet = quiet;
    this.#error = error;
  }

  /** Further lines go there. */
  moveTo(file: string | undefined): void {
    this.#file = file;
    this.#failed = false;
  }

  /** Never throws. */
  write(record: AuditRecord): void {
    const line = `${formatAuditLine(record, new Date())}\n`;
    if (this.#file === undefined) {
      if (!this.#quiet) this.#error(line);
      return;
    }
    try {
      makeFolders(path.dirname(this.#file), 0o700);
      appendFileSync(this.#file, line, { mode: 0o600 });
      this.#failed = false;
    } catch (error) {
      if (!this.#failed) {
        const why = error instanceof Error ? error.message : String(error);
        this.#error(`pssession serve: the audit log '${this.#file}' cannot be written: ${why}\n`);
      }
      this.#failed = true;
      this.#error(line);
    }
  }
}
