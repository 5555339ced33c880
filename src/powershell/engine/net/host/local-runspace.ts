/** The runspace as a script sees it: `[runspace]::DefaultRunspace`, `$Host.Runspace`. */
import { PSGuid, type PSValue } from '../../../../protocol/objects/index.js';
import { toText } from '../../conversion.js';
import { active } from '../../runtime/members.js';
import { debuggerObject } from '../../runtime/debugger.js';
import type { Runtime } from '../../runtime/runtime.js';
import { NetThrow } from '../../values/exceptions.js';
import { NetObject, unwrap } from '../../values/live.js';
import { defineType } from '../../values/net-type.js';
import { eventManagerObject } from './event-manager.js';

const AUTOMATION = 'System.Management.Automation';

const RUNSPACES = `${AUTOMATION}.Runspaces`;
/** Names that scripts gave. */
const names = new WeakMap<Runtime, string>();
export const runspaceName = (rt: Runtime): string => names.get(rt) ?? `Runspace${rt.number}`;
export const LOCAL = defineType(
  `${RUNSPACES}.LocalRunspace`,
  { base: `${RUNSPACES}.RunspaceBase` },
  {
    'int Id': (self) => runtimeOf(self).number,
    'string Name': (self) => runspaceName(runtimeOf(self)),
    'set Name': (self, name) => {
      names.set(runtimeOf(self), toText(name ?? null));
      return undefined;
    },
    'guid InstanceId': (self) => new PSGuid(runtimeOf(self).id),
    [`${AUTOMATION}.Debugger Debugger`]: (self) => debuggerObject(runtimeOf(self)),
    [`${AUTOMATION}.PSEventManager Events`]: (self) => eventManagerObject(runtimeOf(self)),
  },
);
defineType(`${RUNSPACES}.RunspaceBase`, { base: `${RUNSPACES}.Runspace`, abstract: true });
defineType(
  `${RUNSPACES}.Runspace`,
  { abstract: true },
  {
    'static bool CanUseDefaultRunspace': () => true,
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
