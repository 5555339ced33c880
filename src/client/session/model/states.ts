/** The states of a session as PowerShell names and numbers them, and the rules that move Availability. cmdlets.md 2.4-2.6 */

export const RunspaceState = {
  BeforeOpen: 0,
  Opening: 1,
  Opened: 2,
  Closed: 3,
  Closing: 4,
  Broken: 5,
  Disconnecting: 6,
  Disconnected: 7,
  Connecting: 8,
} as const;
export type RunspaceStateName = keyof typeof RunspaceState;

export const RunspaceAvailability = {
  None: 0,
  Available: 1,
  AvailableForNestedCommand: 2,
  Busy: 3,
  RemoteDebug: 4,
} as const;
export type RunspaceAvailabilityName = keyof typeof RunspaceAvailability;

/** `-State` of Get-PSSession. cmdlets.md 5.4 */
export const SessionFilterState = { All: 0, Opened: 1, Disconnected: 2, Closed: 3, Broken: 4 } as const;
export type SessionFilterStateName = keyof typeof SessionFilterState;

export const OutputBufferingMode = { None: 0, Drop: 1, Block: 2 } as const;
export type OutputBufferingModeName = keyof typeof OutputBufferingMode;

export const AuthenticationMechanism = {
  Default: 0,
  Basic: 1,
  Negotiate: 2,
  NegotiateWithImplicitCredential: 3,
  Credssp: 4,
  Digest: 5,
  Kerberos: 6,
} as const;
export type AuthenticationMechanismName = keyof typeof AuthenticationMechanism;

export const ProxyAccessType = { None: 0, IEConfig: 1, WinHttpConfig: 2, AutoDetect: 4, NoProxyServer: 8 } as const;
export type ProxyAccessTypeName = keyof typeof ProxyAccessType;

/** Which states may follow which; a pair that is absent never happens. Broken and Closed are final. cmdlets.md 2.4 */
export const RUNSPACE_MOVES: Readonly<Record<RunspaceStateName, readonly RunspaceStateName[]>> = {
  BeforeOpen: ['Opening', 'Closed', 'Broken'],
  Opening: ['Opened', 'Broken', 'Closing', 'Closed'],
  Opened: ['Disconnecting', 'Disconnected', 'Closing', 'Closed', 'Broken'],
  Disconnecting: ['Disconnected', 'Opened', 'Broken', 'Closing', 'Closed'],
  Disconnected: ['Connecting', 'Closing', 'Closed', 'Broken'],
  Connecting: ['Opened', 'Disconnected', 'Broken', 'Closing', 'Closed'],
  // Disconnected: its server could not be told, and may keep it.
  Closing: ['Closed', 'Broken', 'Disconnected'],
  Closed: [],
  Broken: [],
};

/** What makes Availability move. cmdlets.md 2.5 */
export type AvailabilityEvent =
  | {
      readonly type: 'runspace';
      readonly state: RunspaceStateName;
      readonly attachedCommand: boolean;
      readonly inDebugger: boolean;
    }
  | { readonly type: 'pipelineRunning' }
  | { readonly type: 'pipelineDisconnected' }
  | { readonly type: 'pipelineEnded'; readonly othersActive: boolean; readonly poolOpened: boolean }
  | { readonly type: 'debuggerStopped' }
  | { readonly type: 'debuggerResumed' };

/** Availability of a local object after `event`: the table of cmdlets.md 2.5. */
export function nextAvailability(
  current: RunspaceAvailabilityName,
  event: AvailabilityEvent,
): RunspaceAvailabilityName {
  switch (event.type) {
    case 'runspace':
      switch (event.state) {
        case 'Opened':
          if (current !== 'None') return current;
          if (event.inDebugger) return 'RemoteDebug';
          return event.attachedCommand ? 'Busy' : 'Available';
        case 'Closing':
        case 'Closed':
        case 'Broken':
        case 'Disconnected':
          return 'None';
        default:
          return current;
      }
    case 'pipelineRunning':
      return current === 'RemoteDebug' ? current : 'Busy';
    case 'pipelineDisconnected':
      return current === 'RemoteDebug' ? current : 'None';
    case 'pipelineEnded':
      if (current !== 'Busy' && current !== 'RemoteDebug') return current;
      if (event.othersActive) return 'Busy';
      return event.poolOpened ? 'Available' : 'Busy';
    case 'debuggerStopped':
      return 'RemoteDebug';
    case 'debuggerResumed':
      return 'Busy';
    default:
      return event satisfies never;
  }
}
