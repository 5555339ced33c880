/**
 * A small process that ends an endpoint's processes and removes its folder when this program is gone, however it went:
 * session hosts outlive their listener, and nobody else would end those of a run that was killed.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';

/** Waits for the end of its input. `$1` is the folder of the run, `$2` the one where its hosts stand. */
const SCRIPT = `
cat > /dev/null
[ -f "$1/served" ] && kill -KILL "$(cat "$1/served")"
for round in 1 2; do
  for entry in "$2"/*.json; do
    [ -f "$entry" ] || continue
    pid=$(sed -n 's/.*"processId":\\([1-9][0-9]*\\).*/\\1/p' "$entry")
    [ -n "$pid" ] && grep -qaF "$(basename "$entry" .json)" "/proc/$pid/cmdline" && kill -KILL "$pid"
  done
  sleep 0.2
done 2> /dev/null
rm -rf "$1"
`;

export class OrphanGuard {
  readonly #folder: string;
  readonly #process: ChildProcess;

  private constructor(folder: string, process: ChildProcess) {
    this.#folder = folder;
    this.#process = process;
  }

  static over(folder: string, hosts: string): OrphanGuard {
    // In a group of its own: what ends this program's group must not end it before it has done its work.
    const guard = spawn('/bin/sh', ['-c', SCRIPT, 'orphan-guard', folder, hosts], {
      stdio: ['pipe', 'ignore', 'ignore'],
      detached: true,
    });
    guard.stdin?.on('error', () => undefined);
    return new OrphanGuard(folder, guard);
  }

  /** This process goes too. */
  serves(pid: number): void {
    writeFileSync(path.join(this.#folder, 'served'), String(pid));
  }

  /** Ends what is left, and removes the folder. */
  async done(): Promise<void> {
    const gone = new Promise((resolve) => this.#process.once('exit', resolve));
    this.#process.stdin?.end();
    await gone;
  }
}
