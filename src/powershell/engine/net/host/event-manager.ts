/**
 * The event manager of a runspace: subscriptions, the events that wait for Get-Event, and actions. An event that is
 * subscribed to with `forwardEvent` goes to the client of the session, as USER_EVENT. Actions run one after another,
 * where the script waits or gives up its thread.
 */
import { PSGuid, PSObject, PropertyBag, type PSValue } from '../../../../protocol/objects/index.js';
import { newGuid } from '../../../../io/runtime/index.js';
import { toText } from '../../conversion.js';
import type { Pending } from '../../pending.js';
import type { PipelineSink } from '../../runspace-api.js';
import type { Frame } from '../../runtime/frame.js';
import { needParts } from '../../room.js';
import { enumerate } from '../../runtime/members.js';
import type { Runtime } from '../../runtime/runtime.js';
import { Scope } from '../../runtime/scope.js';
import { errorData } from '../../runtime/wire.js';
import { nowLocal } from '../../text/date-format.js';
import { NetThrow } from '../../values/exceptions.js';
import { AutomationNull, NetObject, plain, unwrap } from '../../values/live.js';
import { defineType } from '../../values/net-type.js';
import { ScriptBlock } from '../../values/script-block.js';
import { listen } from '../events.js';

const AUTOMATION = 'System.Management.Automation';
/** Events that wait; above this the oldest are dropped. */
const MAX_EVENTS = 10_000;
/** Memory is looked at after each so many actions that wait. */
const ACTIONS_AT_ONCE = 2 ** 10;

/** What an action's job hears of it. */
export interface ActionJob {
  readonly object: PSValue;
  /** Before an action runs. */
  running(): void;
  readonly sink: Pick<PipelineSink, 'output' | 'error'>;
  failed(error: ReturnType<typeof errorData>): void;
  /** Its subscription is gone. Resolves when the job is Stopped. */
  ended(): Promise<void>;
}
export interface SubscriptionInit {
  readonly source: PSValue;
  readonly eventName: string | undefined;
  readonly sourceIdentifier: string;
  readonly action: ScriptBlock | undefined;
  readonly messageData: PSValue;
  readonly support: boolean;
  readonly forward: boolean;
  /** 0: no limit. */
  readonly maxTriggerCount: number;
  readonly job?: ActionJob | undefined;
}
export class Subscriber {
  readonly id: number;
  readonly init: SubscriptionInit;
  readonly object: PSObject;
  triggersLeft: number;
  stop: () => void = () => undefined;
  constructor(id: number, init: SubscriptionInit) {
    this.id = id;
    this.init = init;
    this.triggersLeft = init.maxTriggerCount > 0 ? init.maxTriggerCount : Number.POSITIVE_INFINITY;
    this.object = new PSObject({
      typeNames: [`${AUTOMATION}.PSEventSubscriber`, 'System.Object'],
      toStringText: `${AUTOMATION}.PSEventSubscriber`,
      adapted: PropertyBag.of({
        SubscriptionId: id,
        SourceObject: init.source,
        EventName: init.eventName ?? null,
        SourceIdentifier: init.sourceIdentifier,
        Action: init.job?.object ?? null,
        HandlerDelegate: null,
        SupportEvent: init.support,
        ForwardEvent: init.forward,
      }),
    });
  }
}
export interface ReceivedEvent {
  readonly id: number;
  readonly sourceIdentifier: string;
  readonly object: PSObject;
}
interface NewEvent {
  readonly sourceIdentifier: string;
  readonly sender: PSValue;
  readonly args: readonly PSValue[];
  readonly eventArgs: PSValue;
  readonly extra: PSValue;
}

export class EventManager {
  readonly rt: Runtime;
  /** In their order. */
  readonly subscribers = new Set<Subscriber>();
  /** The same by their source identifier, in lower case. */
  readonly #bySource = new Map<string, Set<Subscriber>>();
  readonly received: ReceivedEvent[] = [];
  #nextSubscriber = 1;
  #nextEvent = 1;
  readonly #waiting = new Set<() => void>();
  /** The action that runs, and those behind it. */
  #actions: Promise<void> = Promise.resolve();
  #actionsWaiting = 0;
  /** There was no memory for another one: events are dropped until half of those that wait have run. */
  #dropAbove = Number.POSITIVE_INFINITY;
  constructor(rt: Runtime) {
    this.rt = rt;
  }
  subscribe(init: SubscriptionInit): Subscriber {
    const made = new Subscriber(this.#nextSubscriber, init);
    this.#nextSubscriber += 1;
    if (init.eventName !== undefined && init.source !== null)
      made.stop = listen(init.source, init.eventName, (sender, eventArgs) => {
        void this.#publish(
          {
            sourceIdentifier: init.sourceIdentifier,
            sender,
            args: [sender, eventArgs],
            eventArgs,
            extra: init.messageData,
          },
          made,
        );
      });
    this.subscribers.add(made);
    const source = init.sourceIdentifier.toLowerCase();
    const same = this.#bySource.get(source);
    if (same === undefined) this.#bySource.set(source, new Set([made]));
    else same.add(made);
    return made;
  }
  async unsubscribe(subscriber: Subscriber): Promise<void> {
    if (!this.subscribers.delete(subscriber)) return;
    const source = subscriber.init.sourceIdentifier.toLowerCase();
    const same = this.#bySource.get(source);
    same?.delete(subscriber);
    if (same?.size === 0) this.#bySource.delete(source);
    subscriber.stop();
    await subscriber.init.job?.ended();
  }
  find(sourceIdentifier: string): readonly Subscriber[] {
    return [...(this.#bySource.get(sourceIdentifier.toLowerCase()) ?? [])];
  }
  /** New-Event and GenerateEvent: resolves when its actions have run. */
  async generate(
    sourceIdentifier: string,
    sender: PSValue,
    args: readonly PSValue[],
    extra: PSValue,
  ): Promise<PSObject> {
    const { event, actions } = this.#publish({ sourceIdentifier, sender, args, eventArgs: null, extra }, undefined);
    await actions;
    return event;
  }
  /** Resolves when an event with this source came, or any. */
  async next(fits: (event: ReceivedEvent) => boolean): Promise<ReceivedEvent> {
    for (;;) {
      const found = this.received.find(fits);
      if (found !== undefined) return found;
      await new Promise<void>((resolve) => {
        this.#waiting.add(resolve);
      });
    }
  }
  /** The session ends: what listens for PowerShell.Exiting runs, and nothing listens any more. */
  async dispose(): Promise<void> {
    if (this.find('PowerShell.Exiting').length > 0) await this.generate('PowerShell.Exiting', null, [], null);
    // Nobody is left to see their jobs end, which takes memory for each: a full heap has none.
    for (const subscriber of this.subscribers) subscriber.stop();
    this.subscribers.clear();
    this.#bySource.clear();
  }

  #publish(init: NewEvent, only: Subscriber | undefined): { event: PSObject; actions: Promise<void> } {
    const { sourceIdentifier, sender, args, eventArgs, extra } = init;
    const id = this.#nextEvent;
    this.#nextEvent += 1;
    const time = nowLocal();
    const event = new PSObject({
      typeNames: [`${AUTOMATION}.PSEventArgs`, 'System.EventArgs', 'System.Object'],
      toStringText: `${AUTOMATION}.PSEventArgs`,
      adapted: PropertyBag.of({
        ComputerName: null,
        RunspaceId: new PSGuid(this.rt.id),
        EventIdentifier: id,
        Sender: sender,
        SourceEventArgs: eventArgs,
        SourceArgs: [...args],
        SourceIdentifier: sourceIdentifier,
        TimeGenerated: time,
        MessageData: extra,
      }),
    });
    let taken = false;
    for (const subscriber of only === undefined ? this.find(sourceIdentifier) : [only]) {
      if (subscriber.triggersLeft === 0) continue;
      subscriber.triggersLeft -= 1;
      const { forward, action } = subscriber.init;
      if (forward) {
        taken = true;
        this.rt.host.userEvent?.({
          eventIdentifier: id,
          sourceIdentifier,
          timeGenerated: time,
          sender,
          sourceArgs: args,
          messageData: extra,
        });
        if (subscriber.triggersLeft === 0) void this.unsubscribe(subscriber);
      } else if (action !== undefined) {
        taken = true;
        if (this.#hasRoom())
          this.#actions = this.#actions.then(() => {
            this.#actionsWaiting -= 1;
            return this.#act(subscriber, action, event, init);
          });
      }
    }
    if (!taken) {
      this.received.push({ id, sourceIdentifier, object: event });
      if (this.received.length > MAX_EVENTS) this.received.shift();
      for (const resolve of this.#waiting) resolve();
      this.#waiting.clear();
    }
    return { event, actions: this.#actions };
  }

  /** For one more action that waits: a timer may be faster than its action, for ever. */
  #hasRoom(): boolean {
    if (this.#actionsWaiting > this.#dropAbove) return false;
    this.#dropAbove = Number.POSITIVE_INFINITY;
    try {
      needParts(this.#actionsWaiting + 1, ACTIONS_AT_ONCE);
    } catch (error) {
      const failure = this.rt.asError(error);
      if (failure === undefined) throw error;
      this.rt.listError(failure);
      this.#dropAbove = this.#actionsWaiting / 2;
      return false;
    }
    this.#actionsWaiting += 1;
    return true;
  }

  async #act(subscriber: Subscriber, action: ScriptBlock, event: PSObject, init: NewEvent): Promise<void> {
    const { rt } = this;
    const { job } = subscriber.init;
    const scope = new Scope(rt.global);
    for (const [name, value] of [
      ['Event', event],
      ['EventSubscriber', subscriber.object],
      ['Sender', init.sender],
      ['EventArgs', init.eventArgs],
    ] as const)
      scope.force(name, value);
    const frame: Frame = {
      ...rt.current,
      scope,
      out: { write: (value) => asPending(value === AutomationNull ? undefined : job?.sink.output(plain(value))) },
      streams: { ...rt.current.streams, error: (record) => asPending(job?.sink.error(errorData(rt, record))) },
      invocation: undefined,
    };
    // What the script was in the middle of stays as it was.
    const before = { current: rt.current, inTry: rt.inTry, ok: rt.lastOk, loops: rt.loopDepth };
    rt.inTry = false;
    rt.startSlice();
    job?.running();
    try {
      rt.checkMemory();
      await rt.runBlock(action, init.args, { frame, out: frame.out });
    } catch (error) {
      const failure = rt.asError(error);
      if (failure !== undefined) {
        rt.listError(failure);
        job?.failed(errorData(rt, failure.record));
      }
    } finally {
      rt.current = before.current;
      rt.inTry = before.inTry;
      rt.lastOk = before.ok;
      rt.loopDepth = before.loops;
      if (subscriber.triggersLeft === 0) await this.unsubscribe(subscriber);
    }
  }
}
const asPending = (done: void | Promise<void> | undefined): Pending<void> =>
  done instanceof Promise ? done : undefined;

const managers = new WeakMap<Runtime, EventManager>();
export function eventManager(rt: Runtime): EventManager {
  let found = managers.get(rt);
  if (found === undefined) managers.set(rt, (found = new EventManager(rt)));
  return found;
}
/** A host's person pauses. */
export async function raiseIdle(rt: Runtime): Promise<void> {
  const manager = managers.get(rt);
  if ((manager?.find('PowerShell.OnIdle').length ?? 0) > 0)
    await manager?.generate('PowerShell.OnIdle', null, [], null);
}
/** Ends the events of a runspace that goes. */
export async function disposeEvents(rt: Runtime): Promise<void> {
  await managers.get(rt)?.dispose();
}

// ------------------------------------------------------------------ as a script sees it

const objects = new WeakMap<EventManager, NetObject<EventManager>>();
export function eventManagerObject(rt: Runtime): NetObject<EventManager> {
  const manager = eventManager(rt);
  let found = objects.get(manager);
  if (found === undefined) objects.set(manager, (found = new NetObject(EVENTS, manager)));
  return found;
}
const managerOf = (self: PSValue): EventManager => {
  const inner = unwrap(self);
  if (inner instanceof NetObject && inner.data instanceof EventManager) return inner.data;
  throw new NetThrow('System.NullReferenceException', 'Object reference not set to an instance of an object.');
};
function subscribe(self: PSValue, args: readonly PSValue[], triggers: number): PSValue {
  const [source = null, eventName = null, identifier = null, data = null, action, support, forward] = args;
  const name = eventName === null ? '' : toText(eventName);
  const given = identifier === null ? '' : toText(identifier);
  const block = unwrap(action ?? null);
  return managerOf(self).subscribe({
    source,
    eventName: source === null ? undefined : name,
    sourceIdentifier: given !== '' ? given : name !== '' ? name : newGuid(),
    action: block instanceof ScriptBlock ? block : undefined,
    messageData: data,
    support: support === true,
    forward: forward === true,
    maxTriggerCount: triggers,
  }).object;
}
const SUBSCRIBE =
  'System.Object source, string eventName, string sourceIdentifier, psobject data, scriptblock action, bool supportEvent, bool forwardEvent';
const EVENTS = defineType(
  `${AUTOMATION}.PSLocalEventManager`,
  { base: `${AUTOMATION}.PSEventManager` },
  {
    [`${AUTOMATION}.PSEventSubscriber SubscribeEvent(${SUBSCRIBE})`]: (self, ...args) => subscribe(self, args, 0),
    [`${AUTOMATION}.PSEventSubscriber SubscribeEvent(${SUBSCRIBE}, int maxTriggerCount)`]: (self, ...args) =>
      subscribe(self, args, typeof args[7] === 'number' ? args[7] : 0),
    [`${AUTOMATION}.PSEventArgs GenerateEvent(string sourceIdentifier, System.Object sender, System.Object[] args, psobject extraData)`]:
      (self, identifier, sender, args, extra): Pending<PSValue> =>
        managerOf(self).generate(
          toText(identifier ?? null),
          sender ?? null,
          args === undefined || args === null ? [] : (enumerate(args) ?? [args]),
          extra ?? null,
        ),
  },
);
defineType(`${AUTOMATION}.PSEventManager`, { abstract: true });
