/** The shells of one server, as its WSMan service lists them. protocol.md 7.7, 7.11 */
import { tryParseGuid, type Guid } from '../../../protocol/bytes/index.js';
import { WsmanFaultError } from '../../../protocol/errors/index.js';
import { TIMED_OUT, type ScreenPart, type WsmanClient } from '../../../protocol/wsman/index.js';
import type {
  ShellCommandListing,
  ShellDirectory,
  ShellListing,
  ShellStatus,
  WatchableShell,
} from './carrier-factory.js';
import type { WsmanExchange } from './wsman-exchange.js';

export class WsmanShellDirectory implements ShellDirectory {
  readonly #client: WsmanClient;
  readonly #exchange: WsmanExchange;

  constructor(client: WsmanClient, exchange: WsmanExchange) {
    this.#client = client;
    this.#exchange = exchange;
  }

  /** Items that lack an id, a name, a state or a resource are no sessions and left out. */
  async shells(signal: AbortSignal): Promise<readonly ShellListing[]> {
    const listed = await this.#exchange.run(this.#client.enumerateShells(), signal, false);
    return listed.flatMap((shell): ShellListing[] => {
      const shellId = tryParseGuid(shell.shellId);
      const { name, state, resourceUri } = shell;
      if (shellId === undefined || name === undefined || state === undefined || resourceUri === undefined) return [];
      return [
        {
          shellId,
          name,
          state,
          resourceUri,
          ...(shell.owner === undefined ? {} : { owner: shell.owner }),
          ...(shell.clientIp === undefined ? {} : { clientAddress: shell.clientIp }),
          ...(shell.processId === undefined ? {} : { processId: shell.processId }),
          ...(shell.idleTimeoutMs === undefined ? {} : { idleTimeoutMs: shell.idleTimeoutMs }),
          ...(shell.maxIdleTimeoutMs === undefined ? {} : { maxIdleTimeoutMs: shell.maxIdleTimeoutMs }),
          ...(shell.shellInactivityMs === undefined ? {} : { inactivityMs: shell.shellInactivityMs }),
          ...(shell.shellRunTimeMs === undefined ? {} : { runTimeMs: shell.shellRunTimeMs }),
          ...(shell.bufferMode === undefined ? {} : { bufferMode: shell.bufferMode }),
          ...(shell.locale === undefined ? {} : { locale: shell.locale }),
          ...(shell.dataLocale === undefined ? {} : { dataLocale: shell.dataLocale }),
          ...(shell.compressionMode === undefined ? {} : { compressionMode: shell.compressionMode }),
          ...(shell.encoding === undefined ? {} : { encoding: shell.encoding }),
          ...(shell.profileLoaded === undefined ? {} : { profileLoaded: shell.profileLoaded ? 'Yes' : 'No' }),
        },
      ];
    });
  }

  async status(signal: AbortSignal): Promise<readonly ShellStatus[]> {
    const listed = await this.#exchange.run(this.#client.enumerateShells('every'), signal, false);
    return listed.map((shell) => ({
      shellId: tryParseGuid(shell.shellId) ?? shell.shellId,
      name: shell.name ?? '',
      resourceUri: shell.resourceUri ?? '',
      owner: shell.owner ?? '',
      clientAddress: shell.clientIp ?? '',
      state: shell.state ?? 'Connected',
      runTimeMs: shell.shellRunTimeMs ?? 0,
      inactivityMs: shell.shellInactivityMs ?? 0,
      idleTimeoutMs: shell.idleTimeoutMs ?? 0,
      details: shell.details,
    }));
  }

  async commands(shellId: Guid, signal: AbortSignal): Promise<readonly ShellCommandListing[]> {
    const listed = await this.#exchange.run(this.#client.enumerateCommands(shellId), signal, false);
    return listed.flatMap((command): ShellCommandListing[] => {
      const commandId = tryParseGuid(command.commandId);
      return commandId === undefined
        ? []
        : [{ commandId, commandLine: command.commandLine ?? '', state: command.state ?? 'Running' }];
    });
  }

  async watchable(signal: AbortSignal): Promise<readonly WatchableShell[]> {
    const listed = await this.#exchange.run(this.#client.enumerateShells('watchable'), signal, false);
    return listed.flatMap((shell): WatchableShell[] => {
      const shellId = tryParseGuid(shell.shellId);
      const { name = '', resourceUri, owner = '', state = '', details } = shell;
      if (shellId === undefined || resourceUri === undefined) return [];
      const { mayWatch = [], watchers = [] } = details ?? {};
      return [{ shellId, name, resourceUri, owner, state, mayWatch, watchers }];
    });
  }

  async screen(
    shell: Pick<WatchableShell, 'shellId' | 'resourceUri'>,
    position: number | undefined,
    signal: AbortSignal,
  ): Promise<ScreenPart | undefined> {
    try {
      return await this.#exchange.run(this.#client.watch(shell, position), signal, false);
    } catch (error) {
      if (error instanceof WsmanFaultError && error.code === TIMED_OUT) return undefined;
      throw error;
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#exchange.close();
  }
}
