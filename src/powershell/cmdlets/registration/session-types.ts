/**
 * PSSession as the engine's object. It holds the library's own object and reads it, so that a variable is always as true
 * as the link behind it. cmdlets.md 2.1
 */
import { PSSession } from '../../../client/session/index.js';
import type { PSValue } from '../../../protocol/objects/index.js';
import { defineType, NetObject, type NetType, toText } from '../../engine/index.js';
import {
  enumMember,
  OUTPUT_BUFFERING_MODE,
  RUNSPACE_AVAILABILITY,
  RUNSPACE_STATE,
  TARGET_MACHINE_TYPE,
} from './enums.js';
import { liveKind } from './live-objects.js';
import { runspaceObject } from './runspace-types.js';
import { dateTime, guid, privateData, reading } from './values.js';

const session = reading('PSSession', PSSession);

/** What scripts set, which changes nothing else. */
const computerTypes = new WeakMap<PSSession, PSValue>();

export const PS_SESSION: NetType = defineType(
  'System.Management.Automation.Runspaces.PSSession',
  {},
  {
    'System.Management.Automation.Runspaces.RunspaceState State': (self) =>
      enumMember(RUNSPACE_STATE, session(self).state),
    'int IdleTimeout': (self) => session(self).idleTimeout,
    'System.Management.Automation.Runspaces.OutputBufferingMode OutputBufferingMode': (self) =>
      // Only WSMan has it.
      session(self).runspace.connectionInfo.transport === 'WSMan'
        ? enumMember(OUTPUT_BUFFERING_MODE, session(self).outputBufferingMode)
        : null,
    'datetime DisconnectedOn': (self) => dateTime(session(self).disconnectedOn),
    'datetime ExpiresOn': (self) => dateTime(session(self).expiresOn),
    'System.Management.Automation.Runspaces.TargetMachineType ComputerType': (self) =>
      computerTypes.get(session(self)) ?? enumMember(TARGET_MACHINE_TYPE, session(self).computerType),
    'set System.Management.Automation.Runspaces.TargetMachineType ComputerType': (self, value) => {
      computerTypes.set(session(self), value ?? null);
      return undefined;
    },
    'string ComputerName': (self) => session(self).computerName,
    'string ContainerId': (self) => session(self).containerId,
    'string VMName': (self) => session(self).vmName,
    'System.Nullable[guid] VMId': (self) => guid(session(self).vmId),
    'string ConfigurationName': (self) => session(self).configurationName,
    'guid InstanceId': (self) => guid(session(self).instanceId),
    'int Id': (self) => session(self).id,
    'string Name': (self) => session(self).name,
    'set string Name': (self, value) => {
      session(self).name = toText(value ?? null);
      return undefined;
    },
    'System.Management.Automation.Runspaces.RunspaceAvailability Availability': (self) =>
      enumMember(RUNSPACE_AVAILABILITY, session(self).availability),
    'System.Management.Automation.PSPrimitiveDictionary ApplicationPrivateData': (self) =>
      privateData(session(self).applicationPrivateData),
    'System.Management.Automation.Runspaces.Runspace Runspace': (self) => runspaceObject(session(self)),
    'string Transport': (self) => session(self).transport,
    'string ToString()': (self) => session(self).toString(),
  },
);

const sessionObjects = new WeakMap<PSSession, NetObject<PSSession>>();

/** The one engine object of a session. */
export function sessionObject(value: PSSession): NetObject<PSSession> {
  let found = sessionObjects.get(value);
  if (found === undefined) {
    found = new NetObject(PS_SESSION, value);
    sessionObjects.set(value, found);
  }
  return found;
}

liveKind(PSSession, sessionObject);
