/**
 * The legal moves of all PSRP machines. A pair that is absent is illegal: for the peer a protocol error, for the caller
 * an InvalidStateError. docs/states.md is made from these tables. protocol.md 5.2 to 5.4
 */
import type { PSInvocationState, RunspacePoolState } from './enums.js';

export type Moves<State extends string, Input extends string> = Readonly<
  Record<State, Readonly<Partial<Record<Input, State>>>>
>;

export type ClientPoolInput =
  | 'open'
  | 'connect'
  | 'opened'
  | 'connected'
  | 'disconnect'
  | 'disconnected'
  | 'reconnect'
  | 'reconnected'
  | 'close'
  | 'closed'
  | 'fault';

const lost = { closed: 'Closed', fault: 'Broken' } as const;

export const CLIENT_POOL_MOVES: Moves<RunspacePoolState, ClientPoolInput> = {
  BeforeOpen: { open: 'Opening', connect: 'Connecting', close: 'Closed', ...lost },
  Opening: { opened: 'Opened', close: 'Closing', ...lost },
  Opened: { disconnect: 'Disconnecting', disconnected: 'Disconnected', close: 'Closing', ...lost },
  Disconnecting: { disconnected: 'Disconnected', close: 'Closing', ...lost },
  Disconnected: { reconnect: 'Connecting', disconnected: 'Disconnected', close: 'Closing', ...lost },
  Connecting: {
    connected: 'Opened',
    reconnected: 'Opened',
    disconnected: 'Disconnected',
    close: 'Closing',
    ...lost,
  },
  Closing: { closed: 'Closed', fault: 'Broken' },
  Closed: {},
  Broken: {},
};

export type ClientPipelineInput =
  | 'start'
  | 'attach'
  | 'stop'
  | 'stopped'
  | 'completed'
  | 'failed'
  | 'disconnected'
  | 'reconnected';

const ended = { stopped: 'Stopped', completed: 'Completed', failed: 'Failed' } as const;

export const CLIENT_PIPELINE_MOVES: Moves<PSInvocationState, ClientPipelineInput> = {
  NotStarted: { start: 'Running', attach: 'Running' },
  Running: { stop: 'Stopping', disconnected: 'Disconnected', ...ended },
  Stopping: { stop: 'Stopping', disconnected: 'Disconnected', ...ended },
  Disconnected: { reconnected: 'Running', stop: 'Stopping', disconnected: 'Disconnected', ...ended },
  Stopped: {},
  Completed: {},
  Failed: {},
};

/** The server's pool: `Negotiated` stands between the capabilities and INIT_RUNSPACEPOOL. */
export type ServerPoolState = 'BeforeOpen' | 'Negotiated' | 'Opening' | 'Opened' | 'Closing' | 'Closed' | 'Broken';
export type ServerPoolInput = 'capability' | 'init' | 'accept' | 'connect' | 'close' | 'closed' | 'fault';

export const SERVER_POOL_MOVES: Moves<ServerPoolState, ServerPoolInput> = {
  BeforeOpen: { capability: 'Negotiated', close: 'Closing', ...lost },
  Negotiated: { init: 'Opening', close: 'Closing', ...lost },
  Opening: { accept: 'Opened', close: 'Closing', ...lost },
  Opened: { connect: 'Opened', close: 'Closing', ...lost },
  Closing: { closed: 'Closed', fault: 'Broken' },
  Closed: {},
  Broken: {},
};

/** The server's pipeline: a channel waits for CREATE_PIPELINE, then for a runspace. */
export type ServerPipelineState = 'NotCreated' | 'Queued' | 'Running' | 'Stopping' | 'Ended';
export type ServerPipelineInput = 'create' | 'ready' | 'stop' | 'end';

export const SERVER_PIPELINE_MOVES: Moves<ServerPipelineState, ServerPipelineInput> = {
  NotCreated: { create: 'Queued', stop: 'Ended', end: 'Ended' },
  Queued: { ready: 'Running', stop: 'Ended', end: 'Ended' },
  Running: { stop: 'Stopping', end: 'Ended' },
  Stopping: { stop: 'Stopping', end: 'Ended' },
  Ended: { stop: 'Ended' },
};
