/**
 * The runspace as a script sees it (`[runspace]::DefaultRunspace`, `$Host.Runspace`) with its event manager. An event that
 * is subscribed to with `forwardEvent` goes to the client of the session, as USER_EVENT.
 */
import { PSGuid, PSList, PSObject, PropertyBag, TYPE_NAMES, type PSValue } from '../../../../protocol/objects/index.js';
import { toText } from '../../conversion.js';
import type { Pending } from '../../pending.js';
import { active, enumerate } from '../../runtime/members.js';
import type { Runtime } from '../../runtime/runtime.js';
import { nowLocal } from '../../text/date-format.js';
import { NetThrow } from '../../values/exceptions.js';
import { NetObject, unwrap } from '../../values/live.js';
import { defineType } from '../../values/net-type.js';
import { ScriptBlock } from '../../values/script-block.js';

const AUTOMATION = 'System.Management.Automation';

interface Subscriber {
  readonly id: number;
  readonly sourceIdentifier: string;
  readonly action: ScriptBlock | undefined;
  readonly forward: boolean;
  readonly messageData: PSValue;
  triggersLeft: number;
}
/** The events of one runspace. Those that nobody takes wait for Get-Event, the oldest are dropped above the bound. */
class EventManager {
  readonly rt: Runtime;
  readonly subscribers: Subscriber[] = [];
  readonly received: PSObject[] = [];
  #nextSubscriber = 1;
  #nextEvent = 1;
  constructor(rt: Runtime) {
    this.rt = rt;
  }
  subscribe(subscriber: Omit<Subscriber, 'id'>): Subscriber {
    const made = { ...subscriber, id: this.#nextSubscriber };
    this.#nextSubscriber += 1;
    this.subscribers.push(made);
    return made;
  }
  async generate(
    sourceIdentifier: string,
    sender: PSValue,
    args: readonly PSValue[],
    extra: PSValue,
  ): Promise<PSObject> {
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
        SourceEventArgs: null,
        SourceArgs: new PSList([...args], 'LST', { typeNames: TYPE_NAMES.objectArray }),
        SourceIdentifier: sourceIdentifier,
        TimeGenerated: time,
        MessageData: extra,
      }),
    });
    const wanted = this.subscribers.filter(
      (one) => one.sourceIdentifier.toLowerCase() === sourceIdentifier.toLowerCase(),
    );
    let taken = false;
    for (const subscriber of wanted) {
      if (subscriber.triggersLeft === 0) continue;
      subscriber.triggersLeft -= 1;
      if (subscriber.forward) {
        taken = true;
        this.rt.host.userEvent?.({
          eventIdentifier: id,
          sourceIdentifier,
          timeGenerated: time,
          sender,
          sourceArgs: args,
          messageData: extra,
        });
      } else if (subscriber.action !== undefined) {
        taken = true;
        await this.rt.callBlock(subscriber.action, [...args]);
      }
    }
    if (!taken) {
      this.received.push(event);
      if (this.received.length > MAX_EVENTS) this.received.shift();
    }
    return event;
  }
}
const MAX_EVENTS = 10_000;

const managers = new WeakMap<Runtime, NetObject<EventManager>>();
function eventManager(rt: Runtime): NetObject<EventManager> {
  let found = managers.get(rt);
  if (found === undefined) managers.set(rt, (found = new NetObject(EVENTS, new EventManager(rt))));
  return found;
}
const managerOf = (self: PSValue): EventManager => {
  const inner = unwrap(self);
  if (inner instanceof NetObject && inner.data instanceof EventManager) return inner.data;
  throw new NetThrow('System.NullReferenceException', 'Object reference not set to an instance of an object.');
};
const blockOf = (value: PSValue | undefined): ScriptBlock | undefined => {
  const inner = unwrap(value ?? null);
  return inner instanceof ScriptBlock ? inner : undefined;
};
function subscribe(self: PSValue, args: readonly PSValue[], triggers: number): PSValue {
  const [source = null, eventName = null, identifier = null, data = null, action, , forward] = args;
  if (source !== null)
    throw new NetThrow(
      'System.Management.Automation.PSNotSupportedException',
      'This engine has no events of .NET objects; subscribe to an engine event by its source identifier.',
    );
  const name = toText(identifier === null || identifier === '' ? eventName : identifier);
  const made = managerOf(self).subscribe({
    sourceIdentifier: name,
    action: blockOf(action),
    forward: forward === true,
    messageData: data,
    triggersLeft: triggers > 0 ? triggers : Number.POSITIVE_INFINITY,
  });
  return new PSObject({
    typeNames: [`${AUTOMATION}.PSEventSubscriber`, 'System.Object'],
    adapted: PropertyBag.of({
      SubscriptionId: made.id,
      SourceObject: null,
      EventName: eventName,
      SourceIdentifier: name,
      Action: null,
      HandlerDelegate: null,
      SupportEvent: args[5] === true,
      ForwardEvent: made.forward,
    }),
  });
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

// ------------------------------------------------------------------ runspace

const RUNSPACES = `${AUTOMATION}.Runspaces`;
export const LOCAL = defineType(
  `${RUNSPACES}.LocalRunspace`,
  { base: `${RUNSPACES}.RunspaceBase` },
  {
    'int Id': (self) => runtimeOf(self).number,
    'string Name': (self) => `Runspace${runtimeOf(self).number}`,
    'guid InstanceId': (self) => new PSGuid(runtimeOf(self).id),
    [`${AUTOMATION}.PSEventManager Events`]: (self) => eventManager(runtimeOf(self)),
  },
);
defineType(`${RUNSPACES}.RunspaceBase`, { base: `${RUNSPACES}.Runspace`, abstract: true });
defineType(
  `${RUNSPACES}.Runspace`,
  { abstract: true },
  {
    [`static ${RUNSPACES}.Runspace DefaultRunspace`]: () =>
      active.runtime === undefined ? null : localRunspace(active.runtime),
  },
);

const runspaces = new WeakMap<Runtime, NetObject<Runtime>>();
export function localRunspace(rt: Runtime): NetObject<Runtime> {
  let found = runspaces.get(rt);
  if (found === undefined) runspaces.set(rt, (found = new NetObject<Runtime>(LOCAL, rt)));
  return found;
}
export function runtimeOf(self: PSValue): Runtime {
  const inner = unwrap(self);
  if (inner instanceof NetObject && inner.type === LOCAL) return inner.data as Runtime;
  throw new NetThrow('System.NullReferenceException', 'Object reference not set to an instance of an object.');
}
