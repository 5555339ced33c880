/**
 * What a script has done when commands are looked up or the location changes: CommandNotFoundAction and its kin of
 * `$ExecutionContext.InvokeCommand`. A runspace has them only once something was set.
 */
import type { PSValue } from '../../../protocol/objects/index.js';
import { convertTo, toBoolean } from '../conversion.js';
import { settle, type Steps } from '../pending.js';
import { callDelegate } from '../net/support.js';
import { ExitException, PipelineStopped } from '../values/exceptions.js';
import { NetObject, unwrap } from '../values/live.js';
import { addMembers, defineType, type MemberBodies, type NetType, requireType } from '../values/net-type.js';
import { ScriptBlock } from '../values/script-block.js';
import { resolveTypeText } from '../values/types.js';
import { type CommandData, commandDataOf, commandInfo } from './command-data.js';
import type { Frame } from './frame.js';
import type { Runtime } from './runtime.js';

const SPACE = 'System.Management.Automation.';
const LOOKUP = defineType(`${SPACE}CommandLookupEventArgs`, { base: 'System.EventArgs' });
const LOCATION = defineType(`${SPACE}LocationChangedEventArgs`, { base: 'System.EventArgs' });
export type LookupAction = 'CommandNotFoundAction' | 'PreCommandLookupAction' | 'PostCommandLookupAction';
export type SessionAction = LookupAction | 'LocationChangedAction';

/** What an action is given, and what it has said. */
interface Lookup {
  readonly name: string;
  readonly frame: Frame;
  command: PSValue;
  block: ScriptBlock | undefined;
  stops: boolean;
}
const lookupOf = (self: PSValue): Lookup => (unwrap(self) as NetObject<Lookup>).data;
addMembers(LOOKUP, {
  'string CommandName': (self) => lookupOf(self).name,
  'System.Management.Automation.CommandOrigin CommandOrigin': () =>
    convertTo('Runspace', requireType(`${SPACE}CommandOrigin`)),
  'System.Management.Automation.CommandInfo Command': (self) => lookupOf(self).command,
  'set System.Management.Automation.CommandInfo Command': (self, value) => {
    const lookup = lookupOf(self);
    lookup.command = value ?? null;
    lookup.stops = lookup.command !== null;
    lookup.block = undefined;
    return undefined;
  },
  'scriptblock CommandScriptBlock': (self) => lookupOf(self).block ?? null,
  'set scriptblock CommandScriptBlock': (self, value) => {
    const lookup = lookupOf(self);
    const block = unwrap(value ?? null);
    lookup.block = block instanceof ScriptBlock ? block : undefined;
    lookup.stops = lookup.block !== undefined;
    const { frame, name } = lookup;
    lookup.command =
      lookup.block === undefined
        ? null
        : commandInfo({ kind: 'Function', name: replacementName(name), frame, module: '', block: lookup.block });
    return undefined;
  },
  'bool StopSearch': (self) => lookupOf(self).stops,
  'set bool StopSearch': (self, value) => {
    lookupOf(self).stops = toBoolean(value ?? null);
    return undefined;
  },
});
export const replacementName = (name: string): string => `LookupHandlerReplacementFor<<${name}>>`;
addMembers(LOCATION, {
  'System.Management.Automation.PathInfo OldPath': (self) => (unwrap(self) as NetObject<Move>).data.from,
  'System.Management.Automation.PathInfo NewPath': (self) => (unwrap(self) as NetObject<Move>).data.to,
  'System.Management.Automation.SessionState SessionState': (self) => (unwrap(self) as NetObject<Move>).data.session,
});
interface Move {
  readonly from: PSValue;
  readonly to: PSValue;
  readonly session: PSValue;
}

/** What is to run instead: a block, or a command that there is. */
export type Instead = ScriptBlock | CommandData;

export class LookupActions {
  readonly #actions = new Map<SessionAction, PSValue>();
  /** What an action looks up itself is nobody else's business: it would be asked of it for ever. */
  #isBusy = false;

  get(action: SessionAction): PSValue {
    return this.#actions.get(action) ?? null;
  }
  set(action: SessionAction, value: PSValue): void {
    if (value === null) this.#actions.delete(action);
    else this.#actions.set(action, convertTo(value, handlerType(action)));
  }
  asks(action: SessionAction): boolean {
    return !this.#isBusy && this.#actions.has(action);
  }
  /** @returns what the action says to run; undefined: it has nothing to say. */
  *lookUp(action: LookupAction, frame: Frame, name: string, found: PSValue = null): Steps<Instead | undefined> {
    const lookup: Lookup = { name, frame, command: found, block: undefined, stops: false };
    yield* this.#call(frame.rt, action, [name, new NetObject(LOOKUP, lookup)]);
    if (!lookup.stops) return undefined;
    return lookup.block ?? commandDataOf(lookup.command);
  }
  *moved(rt: Runtime, sender: PSValue, from: PSValue, to: PSValue, session: PSValue): Steps<void> {
    if (this.asks('LocationChangedAction'))
      yield* this.#call(rt, 'LocationChangedAction', [sender, new NetObject(LOCATION, { from, to, session })]);
  }
  *#call(rt: Runtime, action: SessionAction, args: readonly PSValue[]): Steps<void> {
    const { lastOk, current } = rt;
    this.#isBusy = true;
    try {
      yield* settle(callDelegate(this.get(action), args));
    } catch (error) {
      // What goes wrong in an action does not keep a command from being found, or from being missed.
      if (action === 'LocationChangedAction' || error instanceof PipelineStopped || error instanceof ExitException)
        throw error;
    } finally {
      this.#isBusy = false;
      rt.lastOk = lastOk;
      rt.current = current;
    }
  }
}
const handlers = new Map<string, NetType>();
function handlerType(action: SessionAction): NetType {
  const given = action === 'LocationChangedAction' ? LOCATION : LOOKUP;
  let type = handlers.get(given.fullName);
  if (type === undefined) {
    type = resolveTypeText(`System.EventHandler[${given.fullName}]`);
    if (type === undefined) throw new Error('no handler for events');
    handlers.set(given.fullName, type);
  }
  return type;
}

/** The members of `$ExecutionContext.InvokeCommand` that hold them. */
export function actionMembers(runtimeOf: (self: PSValue) => Runtime): MemberBodies {
  const member = (action: SessionAction): MemberBodies => {
    const type = `System.EventHandler[${action === 'LocationChangedAction' ? LOCATION.fullName : LOOKUP.fullName}]`;
    return {
      [`${type} ${action}`]: (self) => runtimeOf(self).lookupActions?.get(action) ?? null,
      [`set ${type} ${action}`]: (self, value) => {
        (runtimeOf(self).lookupActions ??= new LookupActions()).set(action, value ?? null);
        return undefined;
      },
    };
  };
  return {
    ...member('CommandNotFoundAction'),
    ...member('LocationChangedAction'),
    ...member('PostCommandLookupAction'),
    ...member('PreCommandLookupAction'),
  };
}
