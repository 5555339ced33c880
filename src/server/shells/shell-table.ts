/** What runs behind each shell, and the waiting for what is being closed. */
import type { Guid } from '../../protocol/bytes/index.js';
import { PSSessionError } from '../../protocol/errors/index.js';
import type { CmdShell } from '../cmd-shell/cmd-shell.js';
import type { RememberingHost } from '../hosts/remembering-host.js';

export type Shell =
  | { readonly kind: 'opening'; readonly removed: AbortController }
  | { readonly kind: 'powershell'; readonly host: RememberingHost }
  | { readonly kind: 'cmd'; readonly host: CmdShell };

export class ShellTable {
  readonly #shells = new Map<Guid, Shell>();
  readonly #closings = new Set<Promise<void>>();
  readonly #failed: (error: unknown) => void;

  /** @param failed is told why something could not be closed. */
  constructor(failed: (error: unknown) => void) {
    this.#failed = failed;
  }

  ids(): readonly Guid[] {
    return Array.from(this.#shells.keys());
  }

  get(shellId: Guid): Shell | undefined {
    return this.#shells.get(shellId);
  }

  set(shellId: Guid, shell: Shell): void {
    this.#shells.set(shellId, shell);
  }

  /** It is not there any more; its host is another's to close. */
  forget(shellId: Guid): void {
    this.#shells.delete(shellId);
  }

  powershell(shellId: Guid): RememberingHost | undefined {
    const shell = this.#shells.get(shellId);
    return shell?.kind === 'powershell' ? shell.host : undefined;
  }

  /** @throws {PSSessionError} there is none. */
  expectPowershell(shellId: Guid): RememberingHost {
    const host = this.powershell(shellId);
    if (host === undefined) throw new PSSessionError('The session has no host any more.');
    return host;
  }

  cmd(shellId: Guid): CmdShell | undefined {
    const shell = this.#shells.get(shellId);
    return shell?.kind === 'cmd' ? shell.host : undefined;
  }

  /** Lets a shell go, and what runs behind it. */
  close(shellId: Guid): void {
    const shell = this.#shells.get(shellId);
    this.#shells.delete(shellId);
    if (shell === undefined) return;
    if (shell.kind === 'opening') shell.removed.abort();
    else this.await(shell.host.close());
  }

  /** `allClosed` waits for this too. */
  await(work: Promise<void>): void {
    const closing = work.catch(this.#failed).finally(() => {
      this.#closings.delete(closing);
    });
    this.#closings.add(closing);
  }

  async allClosed(): Promise<void> {
    await Promise.all(this.#closings);
  }
}
