/**
 * The PSSession commands of the shell and the current session that they share: loaded when one of them is wanted, so
 * that a script without sessions starts without them.
 */
import path from 'node:path';
import type { SessionContext, SessionHost } from '../../client/session/index.js';
import type { LaterCommands } from '../../powershell/engine/index.js';
import { ENGINE_FAMILY, FAMILY_TYPES, type InteractiveHost } from '../../powershell/cmdlets/index.js';
import { rememberComputers } from './known-computers.js';
import { familyCompletions } from './family-completions.js';

export class ShellFamily implements LaterCommands {
  readonly names: ReadonlyMap<string, readonly string[]> = new Map(
    ENGINE_FAMILY.map(({ name, aliases }) => [name, aliases]),
  );
  readonly types = FAMILY_TYPES;
  readonly #host: SessionHost;
  readonly #interactive: InteractiveHost | undefined;
  #context: Promise<SessionContext> | undefined;
  #loading: ReturnType<LaterCommands['load']> | undefined;

  constructor(host: SessionHost, interactive: InteractiveHost | undefined) {
    this.#host = host;
    this.#interactive = interactive;
  }
  context(): Promise<SessionContext> {
    this.#context ??= import('../../client/session/index.js').then(
      ({ SessionContext: Context }) => new Context({ host: this.#host }),
    );
    return this.#context;
  }
  load(): ReturnType<LaterCommands['load']> {
    this.#loading ??= this.#load();
    return this.#loading;
  }
  /** Completion will know the computers that there are sessions on. */
  async remember(): Promise<void> {
    const context = await this.#context;
    if (context === undefined) return;
    const names = context.repository.list().map(({ computerName }) => computerName);
    if (names.length > 0) rememberComputers(names, process.env);
  }
  async #load(): ReturnType<LaterCommands['load']> {
    const { familyRunspaceOptions } = await import('../../powershell/cmdlets/index.js');
    const context = await this.context();
    const { commands, variables } = await familyRunspaceOptions(context, {
      jobProgram: [process.execPath, ...process.execArgv, path.resolve(process.argv[1] ?? ''), '-NoProfile', '-s'],
      groupsOf: async (user) => await (await import('./account-groups.js')).groupsOfAccount(user),
      ...(this.#interactive === undefined ? {} : { interactive: this.#interactive }),
    });
    return { commands: familyCompletions(commands, context), variables };
  }
  /** Leaves the current session, if there ever was one. cmdlets.md 2.2 */
  async close(): Promise<void> {
    await (await this.#context)?.close();
  }
}
