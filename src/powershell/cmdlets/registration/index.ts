/** The family as commands of the engine: loaded with the engine, not when help or completion only need definitions. */
import type {
  CommandContext,
  CommandImplementation,
  CommandRegistration,
  CommandSpec,
  HelpTopic,
  JobStarter,
  SessionReach,
} from '../../engine/index.js';
import { scriptCommands } from '../../engine/index.js';
import type { PSValue } from '../../../protocol/objects/index.js';
import { PSSessionOption, type ScriptReader, SessionContext } from '../../../client/session/index.js';
import { capabilityCommand } from './capability-command.js';
import { configurationCommands } from './configuration-commands.js';
import { enterCommand, exitCommand } from './enter.js';
import type { Family, FamilyOptions } from './family-context.js';
import { hostCommands, sessionHostCommands } from './host-commands.js';
import { implicitCommands } from './implicit.js';
import { invokeCommands } from './invoke.js';
import { jobCommands } from './job-commands.js';
import { optionCommands } from './options.js';
import { sessionCommands } from './session-commands.js';
import { sessionOptionObject } from './values.js';
import { watchCommands } from './watch-commands.js';
import './session-types.js';

export type { FamilyOptions, InteractiveHost } from './family-context.js';

export function registrations(context: SessionContext, options: FamilyOptions): readonly CommandRegistration[] {
  context.scriptReader ??= readScript;
  const family: Family = {
    ...options,
    context,
    forAnother: (other) => ({
      commands: registrations(other, { ...options, interactive: undefined }),
      variables: initialVariables(),
    }),
  };
  return [
    ...sessionCommands(family),
    ...invokeCommands(family),
    enterCommand(family),
    exitCommand(family),
    ...optionCommands(family),
    ...jobCommands(family),
    ...configurationCommands(family),
    capabilityCommand(family),
    ...hostCommands(family),
    ...implicitCommands(family),
    ...watchCommands(family),
  ];
}

/** For sessions that take no scripts. */
const readScript: ScriptReader = (script) => Promise.resolve(scriptCommands(script));

/**
 * What a session at an endpoint gets: its own sessions to other computers, and jobs. Entering sessions is its client's
 * business, and refused as that; the endpoint's configuration is its administrator's.
 */
export function sessionRegistrations(context: SessionContext): readonly CommandRegistration[] {
  context.scriptReader ??= readScript;
  const family: Family = {
    context,
    forAnother: (other) => ({ commands: sessionRegistrations(other), variables: initialVariables() }),
  };
  return [
    ...sessionCommands(family),
    ...invokeCommands(family),
    enterCommand(family),
    ...optionCommands(family),
    ...jobCommands(family),
    ...sessionHostCommands(family),
    ...implicitCommands(family),
    ...watchCommands(family),
  ];
}

/**
 * The same, made when the first of them is used: an endpoint holds thousands of runspaces, and most of them never open a
 * session of their own.
 */
export class LazySessionCommands {
  #context: SessionContext | undefined;
  #made: ReadonlyMap<string, CommandRegistration> | undefined;
  readonly commands: readonly CommandRegistration[] = namesAndSpecs().map(
    (registration) => new LazyCommand(registration, this),
  );
  /** @internal */
  registrationOf(name: string): CommandRegistration {
    this.#context ??= new SessionContext();
    this.#made ??= new Map(sessionRegistrations(this.#context).map((one) => [one.spec.name, one]));
    const found = this.#made.get(name);
    if (found === undefined) throw new Error(`${name} is not registered`);
    return found;
  }
  async close(): Promise<void> {
    await this.#context?.close();
  }
}

class LazyCommand implements CommandRegistration {
  readonly #registration: CommandRegistration;
  readonly #owner: LazySessionCommands;
  constructor(registration: CommandRegistration, owner: LazySessionCommands) {
    this.#registration = registration;
    this.#owner = owner;
  }
  get spec(): CommandSpec {
    return this.#registration.spec;
  }
  get jobs(): JobStarter | undefined {
    return this.spec.name === 'Start-Job' ? this.#owner.registrationOf(this.spec.name).jobs : undefined;
  }
  get sessions(): SessionReach | undefined {
    return this.spec.name === 'Invoke-Command' ? this.#owner.registrationOf(this.spec.name).sessions : undefined;
  }
  get topics(): readonly HelpTopic[] {
    return this.#registration.topics ?? [];
  }
  create(context: CommandContext): CommandImplementation {
    return this.#owner.registrationOf(this.spec.name).create(context);
  }
}

/** Names, specs and topics are the same for all runspaces; made once, of a current session that nobody uses. */
let described: readonly CommandRegistration[] | undefined;
function namesAndSpecs(): readonly CommandRegistration[] {
  described ??= sessionRegistrations(new SessionContext());
  return described;
}

/** The preference variables as they stand when a session begins. cmdlets.md 3.10 */
export function initialVariables(): Readonly<Record<string, PSValue>> {
  return {
    PSSessionOption: sessionOptionObject(new PSSessionOption()),
    PSSessionConfigurationName: 'http://schemas.microsoft.com/powershell/Microsoft.PowerShell',
    PSSessionApplicationName: 'wsman',
  };
}
