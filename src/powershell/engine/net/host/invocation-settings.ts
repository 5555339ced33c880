/** `PSInvocationSettings`: how `[powershell]` runs what it was given. */
import type { PSValue } from '../../../../protocol/objects/index.js';
import { NetObject, unwrap } from '../../values/live.js';
import { defineType } from '../../values/net-type.js';
import { flag } from '../support.js';

export class InvocationSettings {
  addToHistory = false;
  /** Kept only: PowerShell does not ask for it here either. */
  errorAction: PSValue = null;
}
export function invocationSettings(value: PSValue | undefined): InvocationSettings | undefined {
  const inner = unwrap(value ?? null);
  return inner instanceof NetObject && inner.data instanceof InvocationSettings ? inner.data : undefined;
}
const own = (self: PSValue): InvocationSettings => (unwrap(self) as NetObject<InvocationSettings>).data;
const TYPE = defineType(
  'System.Management.Automation.PSInvocationSettings',
  {},
  {
    'new()': () => new NetObject(TYPE, new InvocationSettings()),
    'bool AddToHistory': (self) => own(self).addToHistory,
    'set bool AddToHistory': (self, value) => {
      own(self).addToHistory = flag(value);
      return undefined;
    },
    'System.Nullable[System.Management.Automation.ActionPreference] ErrorActionPreference': (self) =>
      own(self).errorAction,
    'set System.Nullable[System.Management.Automation.ActionPreference] ErrorActionPreference': (self, value) => {
      own(self).errorAction = value ?? null;
      return undefined;
    },
  },
);
