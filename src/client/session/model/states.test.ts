import { describe, expect, it } from 'vitest';
import { nextAvailability, RUNSPACE_MOVES, RunspaceState, type RunspaceStateName } from './states.js';

const runspace = (state: RunspaceStateName, attachedCommand = false, inDebugger = false) =>
  ({ type: 'runspace', state, attachedCommand, inDebugger }) as const;

describe('Availability of a local object [cmdlets.md 2.5]', () => {
  it('follows the runspace', () => {
    expect(nextAvailability('None', runspace('Opened'))).toBe('Available');
    expect(nextAvailability('None', runspace('Opened', true))).toBe('Busy');
    expect(nextAvailability('None', runspace('Opened', true, true))).toBe('RemoteDebug');
    for (const state of ['Closing', 'Closed', 'Broken', 'Disconnected'] as const) {
      for (const from of ['Available', 'Busy', 'RemoteDebug', 'None'] as const) {
        expect(nextAvailability(from, runspace(state))).toBe('None');
      }
    }
    for (const state of ['Opening', 'Disconnecting', 'Connecting'] as const) {
      for (const from of ['Available', 'Busy', 'None'] as const)
        expect(nextAvailability(from, runspace(state))).toBe(from);
    }
  });

  it('follows the pipelines', () => {
    for (const from of ['None', 'Available', 'AvailableForNestedCommand'] as const) {
      expect(nextAvailability(from, { type: 'pipelineRunning' })).toBe('Busy');
    }
    expect(nextAvailability('Busy', { type: 'pipelineDisconnected' })).toBe('None');
    expect(nextAvailability('RemoteDebug', { type: 'pipelineDisconnected' })).toBe('RemoteDebug');
    const ended = (othersActive: boolean, poolOpened: boolean) =>
      ({ type: 'pipelineEnded', othersActive, poolOpened }) as const;
    expect(nextAvailability('Busy', ended(false, true))).toBe('Available');
    expect(nextAvailability('Busy', ended(true, true))).toBe('Busy');
    expect(nextAvailability('Busy', ended(false, false))).toBe('Busy');
    expect(nextAvailability('None', ended(false, true))).toBe('None');
    expect(nextAvailability('Busy', { type: 'debuggerStopped' })).toBe('RemoteDebug');
    expect(nextAvailability('RemoteDebug', { type: 'debuggerResumed' })).toBe('Busy');
  });

  it('keeps Broken and Closed final, and every state reachable [cmdlets.md 2.4]', () => {
    expect([...RUNSPACE_MOVES.Broken, ...RUNSPACE_MOVES.Closed]).toEqual([]);
    const reached = new Set<string>(['BeforeOpen', ...Object.values(RUNSPACE_MOVES).flat()]);
    expect([...reached].sort()).toEqual(Object.keys(RunspaceState).sort());
  });
});
