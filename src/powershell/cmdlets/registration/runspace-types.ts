/**
 * The Runspace of a PSSession as the engine's object: scripts read it, act on it, hear its events, and run the pipelines
 * of `[powershell]` in it. cmdlets.md 2.1
 */
import {
  asSessionError,
  commandDefinition,
  connectionFailure,
  RemoteError,
  SessionErrorRecord,
  type PipelineEnd,
  type PSSession,
  type PSSessionError,
  type RemotePipeline,
  type RemoteRunspace,
  type RunspaceEvent,
} from '../../../client/session/index.js';
import { pipelineCommand, PSVersion, type PSErrorRecord, type PSValue } from '../../../protocol/objects/index.js';
import {
  declareEvents,
  defineType,
  errorRecordData,
  ForeignRunspace,
  implement,
  NetObject,
  NetThrow,
  raise,
  rememberLive,
  requireType,
  toText,
  type ForeignRun,
  type PipelineOutcome,
  type PipelineSink,
} from '../../engine/index.js';
import { connectionInfoObject } from './connection-types.js';
import { enumMember, RUNSPACE_AVAILABILITY, RUNSPACE_STATE } from './enums.js';
import { errorObject, exceptionOf, remoteRecord } from './errors.js';
import { dateTime, guid, privateData, reading } from './values.js';

const AUTOMATION = 'System.Management.Automation';
const RUNSPACES = `${AUTOMATION}.Runspaces`;

const invalidState = (text: string): NetThrow => new NetThrow(`${RUNSPACES}.InvalidRunspaceStateException`, text);
const invalidOperation = (text: string): NetThrow => new NetThrow(`${AUTOMATION}.PSInvalidOperationException`, text);

/** A runspace is read through its session: a session whose runspace was replaced shows the new one. */
class RunspaceView extends ForeignRunspace {
  readonly session: PSSession;
  name: string;
  constructor(owner: PSSession) {
    super();
    this.session = owner;
    this.name = owner.name;
  }
  get runspace(): RemoteRunspace {
    return this.session.runspace;
  }
  override requireOpened(): void {
    if (this.session.state !== 'Opened') throw invalidState('The runspace state is not valid for this operation.');
  }
  override async run({ definition, input, sink, signal, addToHistory }: ForeignRun): Promise<PipelineOutcome> {
    try {
      const pipeline = this.runspace.startPipeline(definition, { noInput: input === undefined, addToHistory });
      const stop = (): void => void pipeline.stop().catch(() => undefined);
      signal.addEventListener('abort', stop, { once: true });
      if (signal.aborted) stop();
      const feeding = input === undefined ? undefined : feed(pipeline, input);
      try {
        return outcomeOf(await this.#follow(pipeline, sink));
      } finally {
        signal.removeEventListener('abort', stop);
        await feeding;
      }
    } catch (error) {
      return { state: 'Failed', error: recordOf(asSessionError(error)) };
    }
  }
  /** To its end, also when the session is left and taken up again meanwhile. */
  async #follow(pipeline: RemotePipeline, sink: PipelineSink): Promise<PipelineEnd> {
    await pipeline.started;
    for (;;) {
      const end = await pipeline.pumpTo((record) => {
        switch (record.stream) {
          case 'output':
            void sink.output(record.value);
            return;
          case 'error':
            void sink.error(recordOf(record.value.exception));
            return;
          case 'information':
            void sink.information(record.value);
            return;
          case 'progress':
            void sink.progress(record.value);
            return;
          default:
            void sink.informational(record.value);
        }
      });
      if (end.state !== 'Disconnected') return end;
      await this.#connectedAgain();
    }
  }
  /** @throws why the session will not be connected any more. */
  async #connectedAgain(): Promise<void> {
    for (;;) {
      const { state, stateReason } = this.runspace;
      if (state === 'Opened') return;
      if (state === 'Closed' || state === 'Broken')
        throw stateReason ?? new Error('The session was removed while it was disconnected.');
      await new Promise<void>((resolve) => {
        const off = this.runspace.on(() => {
          off();
          resolve();
        });
      });
    }
  }
}
const view = reading('Runspace', RunspaceView);

async function feed(pipeline: RemotePipeline, input: AsyncIterable<PSValue>): Promise<void> {
  try {
    for await (const value of input) {
      if (pipeline.isEnded) return;
      await pipeline.write(value);
    }
    if (!pipeline.isEnded) await pipeline.endInput();
  } catch (error) {
    if (pipeline.isEnded) return; // the command did not want the rest
    await pipeline.stop().catch(() => undefined);
    throw error;
  }
}

/** A record for the streams of a `[powershell]`, which knows nothing of where it comes from. */
function recordOf(error: PSSessionError): PSErrorRecord {
  const made =
    error instanceof RemoteError
      ? remoteRecord(error.record, undefined)
      : errorObject(new SessionErrorRecord(error), '');
  return rememberLive(errorRecordData(made), made);
}
function outcomeOf(end: PipelineEnd): PipelineOutcome {
  switch (end.state) {
    case 'Failed':
      return { state: 'Failed', error: recordOf(end.error) };
    case 'Stopped':
      return { state: 'Stopped', error: recordOf(asSessionError(new Error('The pipeline has been stopped.'))) };
    default:
      return { state: 'Completed' };
  }
}

// ------------------------------------------------------------------ its state

class StateInfo {
  readonly state: string;
  readonly reason: PSSessionError | undefined;
  constructor(state: string, reason: PSSessionError | undefined) {
    this.state = state;
    this.reason = reason;
  }
}
const stateInfo = reading('RunspaceStateInfo', StateInfo);
implement(`${RUNSPACES}.RunspaceStateInfo`, () => ({
  State: (self) => enumMember(RUNSPACE_STATE, stateInfo(self).state),
  Reason: (self) => {
    const { reason } = stateInfo(self);
    return reason === undefined ? null : exceptionOf(reason);
  },
  ToString: (self) => stateInfo(self).state,
}));
const stateInfoObject = (state: string, reason: PSSessionError | undefined): PSValue =>
  new NetObject(requireType(`${RUNSPACES}.RunspaceStateInfo`), new StateInfo(state, reason));

type StateEvent = Extract<RunspaceEvent, { type: 'stateChanged' }>;
type AvailabilityEvent = Extract<RunspaceEvent, { type: 'availabilityChanged' }>;
const STATE_EVENT = `${RUNSPACES}.RunspaceStateEventArgs`;
const AVAILABILITY_EVENT = `${RUNSPACES}.RunspaceAvailabilityEventArgs`;
implement(STATE_EVENT, () => ({
  RunspaceStateInfo: (self) => {
    const { state, reason } = (self as NetObject<StateEvent>).data;
    return stateInfoObject(state, reason);
  },
}));
implement(AVAILABILITY_EVENT, () => ({
  RunspaceAvailability: (self) =>
    enumMember(RUNSPACE_AVAILABILITY, (self as NetObject<AvailabilityEvent>).data.availability),
}));

// ------------------------------------------------------------------ its variables

const PROXY = defineType(
  `${AUTOMATION}.RemoteSessionStateProxy`,
  { base: `${RUNSPACES}.SessionStateProxy` },
  {
    'void SetVariable(string name, System.Object value)': async (self, name, value) => {
      await ask(proxied(self), 'Set-Variable', { Name: name ?? null, Value: value ?? null });
      return undefined;
    },
    'System.Object GetVariable(string name)': (self, name) =>
      ask(proxied(self), 'Get-Variable', { Name: name ?? null, ValueOnly: true }),
  },
);
const proxied = reading('SessionStateProxy', RunspaceView);

/** The last object that a command there gives. */
async function ask(
  { runspace }: RunspaceView,
  command: string,
  parameters: Readonly<Record<string, PSValue>>,
): Promise<PSValue> {
  const given = Object.entries(parameters).map(([name, value]) => ({ name, value }));
  const pipeline = runspace.startPipeline(commandDefinition([[pipelineCommand(command, { parameters: given })]]));
  let answer: PSValue = null;
  await pipeline.started;
  const end = await pipeline.pumpTo((record) => {
    if (record.stream === 'output') answer = record.value;
  });
  if (end.state === 'Failed') throw end.error;
  return answer;
}

// ------------------------------------------------------------------ the runspace

const close = async (self: PSValue): Promise<undefined> => {
  await view(self).runspace.close();
  return undefined;
};
/** Returns at once. */
const soon =
  (act: (self: PSValue) => Promise<undefined>) =>
  (self: PSValue): undefined =>
    void act(self).catch(() => undefined);
const open = async (self: PSValue): Promise<undefined> => {
  const { session, runspace } = view(self);
  if (session.state !== 'BeforeOpen')
    throw invalidState(
      `Cannot open the runspace because the runspace is not in the BeforeOpen state. Current state of the runspace is '${session.state}'.`,
    );
  try {
    await runspace.open();
  } catch (error) {
    throw escaping(connectionFailure(error, 'PSSessionOpenFailed', runspace.connectionInfo, { targetObject: session }));
  }
  return undefined;
};
/** As a method throws it. */
const escaping = (error: PSSessionError): NetThrow =>
  Object.assign(new NetThrow('System.Exception', ''), { exception: exceptionOf(error) });
const connect = async (self: PSValue): Promise<undefined> => {
  const { session, runspace } = view(self);
  if (session.state !== 'Disconnected' || session.availability !== 'None')
    throw invalidOperation(
      'Cannot connect the PSSession because the session is not in the Disconnected state, or is not available for connection.',
    );
  await runspace.connect();
  return undefined;
};
const disconnect = async (self: PSValue): Promise<undefined> => {
  const { runspace } = view(self);
  if (!runspace.supportsDisconnect)
    throw invalidOperation(
      'The disconnection operation is not supported on the remote computer. To support disconnecting, the remote computer must be running Windows PowerShell 3.0 or a later version of Windows PowerShell and using the WSMan transport.',
    );
  await runspace.disconnect({});
  return undefined;
};
const opened = (): never => {
  throw invalidState('This property cannot be changed after the runspace has been opened.');
};

implement(`${AUTOMATION}.RemoteRunspace`, () => ({
  InitialSessionState: () => null,
  JobManager: () => null,
  Version: () => new PSVersion(7, 6, 9),
  RunspaceStateInfo: (self) => stateInfoObject(view(self).session.state, view(self).runspace.stateReason),
  ThreadOptions: () => enumMember(`${RUNSPACES}.PSThreadOptions`, 'Default'),
  'set ThreadOptions': opened,
  RunspaceAvailability: (self) => enumMember(RUNSPACE_AVAILABILITY, view(self).session.availability),
  'set RunspaceAvailability': () => {
    throw new NetThrow(`${AUTOMATION}.SetValueException`, "'RunspaceAvailability' is a ReadOnly property.");
  },
  ConnectionInfo: (self) => connectionInfoObject(view(self).runspace.connectionInfo),
  OriginalConnectionInfo: (self) => connectionInfoObject(view(self).runspace.originalConnectionInfo),
  Events: () => null,
  Debugger: () => null,
  ApartmentState: () => enumMember('System.Threading.ApartmentState', 'Unknown'),
  'set ApartmentState': opened,
  RunspaceIsRemote: () => true,
  InstanceId: (self) => guid(view(self).session.instanceId),
  DisconnectedOn: (self) => dateTime(view(self).session.disconnectedOn),
  ExpiresOn: (self) => dateTime(view(self).session.expiresOn),
  Name: (self) => view(self).name,
  'set Name': (self, value) => {
    view(self).name = toText(value ?? null);
    return undefined;
  },
  Id: (self) => view(self).session.id,
  SessionStateProxy: (self) => new NetObject(PROXY, view(self)),
  Open: open,
  OpenAsync: soon(open),
  Close: close,
  CloseAsync: soon(close),
  Dispose: close,
  Connect: connect,
  ConnectAsync: soon(connect),
  Disconnect: disconnect,
  DisconnectAsync: soon(disconnect),
  ResetRunspaceState: async (self) => {
    const { session, runspace } = view(self);
    if (session.state !== 'Opened')
      throw invalidOperation(
        `Cannot perform the operation because the runspace is not in the Opened state. Current state of the runspace is '${session.state}'.`,
      );
    await runspace.resetRunspaceState();
    return undefined;
  },
  GetApplicationPrivateData: (self) => privateData(view(self).session.applicationPrivateData),
  GetCapabilities: (self) => enumMember(`${RUNSPACES}.RunspaceCapability`, capability(view(self).runspace)),
}));
const RUNSPACE = requireType(`${AUTOMATION}.RemoteRunspace`);
function capability(runspace: RemoteRunspace): string {
  if (runspace.supportsDisconnect) return 'SupportsDisconnect';
  const { transport } = runspace.connectionInfo;
  return transport === 'SSH' ? 'SSHTransport' : transport === 'NamedPipe' ? 'NamedPipeTransport' : 'Default';
}

declareEvents(RUNSPACE.fullName, [
  {
    name: 'StateChanged',
    handler: `System.EventHandler\`1[${STATE_EVENT}]`,
    args: STATE_EVENT,
    attach: (source) =>
      view(source).runspace.on((event) => {
        if (event.type === 'stateChanged')
          raise(source, 'StateChanged', new NetObject(requireType(STATE_EVENT), event));
      }),
  },
  {
    name: 'AvailabilityChanged',
    handler: `System.EventHandler\`1[${AVAILABILITY_EVENT}]`,
    args: AVAILABILITY_EVENT,
    attach: (source) =>
      view(source).runspace.on((event) => {
        if (event.type === 'availabilityChanged')
          raise(source, 'AvailabilityChanged', new NetObject(requireType(AVAILABILITY_EVENT), event));
      }),
  },
]);

const runspaceObjects = new WeakMap<PSSession, NetObject<RunspaceView>>();
export function runspaceObject(owner: PSSession): NetObject {
  let found = runspaceObjects.get(owner);
  if (found === undefined) {
    found = new NetObject(RUNSPACE, new RunspaceView(owner));
    runspaceObjects.set(owner, found);
  }
  return found;
}
