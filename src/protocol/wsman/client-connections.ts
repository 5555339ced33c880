/** Which connections the clients of connected shells have open: who has none left, and waits for nothing, is gone. */
import type { ServiceShell } from './service-state.js';

export class ClientConnections {
  readonly #shells = new Map<string, Set<ServiceShell>>();
  readonly #connections = new Map<ServiceShell, Set<string>>();

  /** The shell's own client was heard over this connection. */
  note(shell: ServiceShell, connection: string): void {
    const known = this.#connections.get(shell);
    if (known?.has(connection) === true) return;
    if (known === undefined) this.#connections.set(shell, new Set([connection]));
    else known.add(connection);
    const shells = this.#shells.get(connection);
    if (shells === undefined) this.#shells.set(connection, new Set([shell]));
    else shells.add(shell);
  }

  /** The shell has no client any more, or another one. */
  forget(shell: ServiceShell): void {
    for (const connection of this.#connections.get(shell) ?? []) {
      const shells = this.#shells.get(connection);
      shells?.delete(shell);
      if (shells?.size === 0) this.#shells.delete(connection);
    }
    this.#connections.delete(shell);
  }

  /** @returns the shells whose client had no other one. */
  closed(connection: string): readonly ServiceShell[] {
    const alone: ServiceShell[] = [];
    for (const shell of this.#shells.get(connection) ?? []) {
      const left = this.#connections.get(shell);
      left?.delete(connection);
      if (left?.size !== 0) continue;
      this.#connections.delete(shell);
      alone.push(shell);
    }
    this.#shells.delete(connection);
    return alone;
  }

  clear(): void {
    this.#shells.clear();
    this.#connections.clear();
  }
}
