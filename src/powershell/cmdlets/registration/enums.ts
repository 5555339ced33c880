/** The enumerations of the family's objects and parameters. cmdlets.md 2.4, 2.5, 3.6, 13.1, 17 */
import {
  AuthenticationMechanism,
  JobState,
  OutputBufferingMode,
  ProxyAccessType,
  RunspaceAvailability,
  RunspaceState,
  SessionFilterState,
} from '../../../client/session/index.js';
import { defineType, enumFromNumber, findType, type EnumValue } from '../../engine/index.js';

function declare(fullName: string, values: Readonly<Record<string, number>>): string {
  if (findType(fullName)?.enumValues === undefined) defineType(fullName, { kind: 'enum', enumValues: values });
  return fullName;
}

export const RUNSPACE_STATE = declare('System.Management.Automation.Runspaces.RunspaceState', RunspaceState);
export const RUNSPACE_AVAILABILITY = declare(
  'System.Management.Automation.Runspaces.RunspaceAvailability',
  RunspaceAvailability,
);
export const SESSION_FILTER_STATE = declare('Microsoft.PowerShell.Commands.SessionFilterState', SessionFilterState);
export const OUTPUT_BUFFERING_MODE = declare(
  'System.Management.Automation.Runspaces.OutputBufferingMode',
  OutputBufferingMode,
);
export const AUTHENTICATION_MECHANISM = declare(
  'System.Management.Automation.Runspaces.AuthenticationMechanism',
  AuthenticationMechanism,
);
export const PROXY_ACCESS_TYPE = declare('System.Management.Automation.Remoting.ProxyAccessType', ProxyAccessType);
export const TARGET_MACHINE_TYPE = declare('System.Management.Automation.Runspaces.TargetMachineType', {
  RemoteMachine: 0,
  VirtualMachine: 1,
  Container: 2,
});
export const JOB_STATE = declare('System.Management.Automation.JobState', JobState);
export const OUT_TARGET = declare('Microsoft.PowerShell.Commands.OutTarget', { Default: 0, Host: 1, Job: 2 });

/** A member of an enumeration by its name. */
export function enumMember(fullName: string, name: string): EnumValue {
  const type = findType(fullName);
  const number = type?.enumValues?.get(name);
  if (type === undefined || number === undefined) throw new Error(`${fullName} has no member ${name}.`);
  return enumFromNumber(type, number);
}
