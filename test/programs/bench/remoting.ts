/** Opening, invoking and streaming: our client on the real server beside the real client, then our pair beside theirs. */
import {
  invokeCommand,
  newPSSession,
  SessionContext,
  type NewPSSessionParameters,
  type PSSession,
} from '../../../src/client/session/index.js';
import { peerAvailable, startPeer, startPipeServer, type Peer } from '../../support/peer.js';
import { startProcess } from '../../support/processes.js';
import { MAIN, PASSWORD, startEndpoint, USER } from '../interop/endpoint-process.js';
import { median, type BenchRow, type BenchSection } from './table.js';

const INVOCATIONS = 300;
const TURNS = 6;
const WARM_UP = 20;
const VALUES = 100_000;
const ROUNDS = 3;

const INTEGERS = `for ($i = 0; $i -lt ${VALUES}; $i++) { $i }`;
const OBJECTS = `for ($i = 0; $i -lt ${VALUES}; $i++) { [pscustomobject]@{ Id = $i; Name = "item-$i"; Size = 4096; Ready = $true } }`;

async function latency(context: SessionContext, session: PSSession, count = INVOCATIONS): Promise<number> {
  const times: number[] = [];
  for (let index = 0; index < count + WARM_UP; index += 1) {
    const start = performance.now();
    await invokeCommand({ context, session, scriptBlock: '1' }).one();
    if (index >= WARM_UP) times.push(performance.now() - start);
  }
  return median(times);
}

/** Values a second; every value is taken from the stream. */
async function rate(context: SessionContext, session: PSSession, scriptBlock: string): Promise<number> {
  const rates: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const start = performance.now();
    let count = 0;
    for await (const _ of invokeCommand({ context, session, scriptBlock }).output) count += 1;
    if (count !== VALUES) throw new Error(`${count} values arrived where ${VALUES} were sent`);
    rates.push(count / ((performance.now() - start) / 1000));
  }
  return median(rates);
}

async function opening(context: SessionContext, target: NewPSSessionParameters): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < 10; round += 1) {
    const start = performance.now();
    await using session = await newPSSession({ ...target, context }).one();
    if (session.state !== 'Opened') throw new Error(`the session is ${session.state}`);
    if (round > 1) times.push(performance.now() - start);
  }
  return median(times);
}

async function peerRate(client: Peer, script: string): Promise<number> {
  const rates: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1)
    rates.push(Number((await client.ask({ op: 'rate', script, count: VALUES }, 180_000))['perSecond']));
  return median(rates);
}

interface PeerFigures {
  /** `Invoke-Command -Session`, what a user calls; and `PowerShell.Invoke`, the bare programming interface under it. */
  readonly commandMs: number;
  readonly latencyMs: number;
  readonly integers: number;
  readonly objects: number;
}
interface Measured {
  readonly real: PeerFigures;
  readonly oursOnReal: number;
}

async function besideReal(context: SessionContext): Promise<Measured> {
  const pipeName = `pssession-bench-${process.pid}`;
  await using server = await startPipeServer(pipeName);
  if (server.pid === 0) throw new Error('the pipe server did not start');
  const latencyMs: number[] = [];
  const commandMs: number[] = [];
  const ours: number[] = [];
  // In turn, on the same server: a machine that slows down slows both. A pipe takes one client at a time.
  await using client = await startPeer('client');
  for (let turn = 0; turn < TURNS; turn += 1) {
    await client.ask({ op: 'open', pipe: pipeName });
    const answer = await client.ask({ op: 'latency', count: INVOCATIONS / TURNS });
    if (turn > 0) latencyMs.push(Number(answer['medianMs']));
    await client.ask({ op: 'close' });
    const command = await client.ask({ op: 'commandLatency', pipe: pipeName, count: INVOCATIONS / TURNS });
    if (turn > 0) commandMs.push(Number(command['medianMs']));
    await using session = await newPSSession({ context, pipeName }).one();
    const own = await latency(context, session, INVOCATIONS / TURNS);
    if (turn > 0) ours.push(own);
  }
  await client.ask({ op: 'open', pipe: pipeName });
  const real = {
    commandMs: median(commandMs),
    latencyMs: median(latencyMs),
    integers: await peerRate(client, INTEGERS),
    objects: await peerRate(client, OBJECTS),
  };
  return { real, oursOnReal: median(ours) };
}

async function run(): Promise<readonly BenchRow[]> {
  await using context = new SessionContext();
  const measured = peerAvailable ? await besideReal(context) : undefined;
  const theirs = (pick: (figures: PeerFigures) => number): { theirs?: number } =>
    measured === undefined ? {} : { theirs: pick(measured.real) };
  const rows: BenchRow[] = [];
  if (measured !== undefined) {
    const ours = { unit: 'ms', ours: measured.oursOnReal, better: 'less' } as const;
    rows.push(
      {
        ...ours,
        name: 'invoke `1` on the real pipe server, beside Invoke-Command',
        theirs: measured.real.commandMs,
        goal: { of: 'ratio', value: 0.7 },
      },
      {
        ...ours,
        name: 'invoke `1` on the real pipe server, beside PowerShell.Invoke',
        theirs: measured.real.latencyMs,
      },
    );
  }
  const pipeName = `pssession-bench-own-${process.pid}`;
  await using own = startProcess([process.execPath, MAIN, 'serve', '--pipe', pipeName]);
  await own.lineMatching(/serves/, 20_000);
  {
    await using session = await newPSSession({ context, pipeName }).one();
    rows.push(
      {
        name: 'invoke `1`, our pair over a pipe',
        unit: 'ms',
        ours: await latency(context, session),
        ...theirs(({ commandMs }) => commandMs),
        better: 'less',
      },
      {
        name: '100,000 integers, our pair over a pipe',
        unit: 'values/s',
        ours: await rate(context, session, INTEGERS),
        ...theirs(({ integers }) => integers),
        better: 'more',
        goal: { of: 'ratio', value: 3 },
      },
      {
        name: '100,000 objects, our pair over a pipe',
        unit: 'values/s',
        ours: await rate(context, session, OBJECTS),
        ...theirs(({ objects }) => objects),
        better: 'more',
      },
    );
  }
  await using endpoint = await startEndpoint();
  const target = {
    computerName: '127.0.0.1',
    port: endpoint.port,
    credential: { userName: USER, password: PASSWORD },
    authentication: 'Basic',
  } as const;
  rows.push({
    name: 'open and close, our pair over HTTP',
    unit: 'ms',
    ours: await opening(context, target),
    better: 'less',
  });
  await using session = await newPSSession({ ...target, context }).one();
  rows.push(
    { name: 'invoke `1`, our pair over HTTP', unit: 'ms', ours: await latency(context, session), better: 'less' },
    {
      name: '100,000 integers, our pair over HTTP',
      unit: 'values/s',
      ours: await rate(context, session, INTEGERS),
      ...theirs(({ integers }) => integers),
      better: 'more',
      goal: { of: 'ratio', value: 3 },
    },
  );
  return rows;
}

export const remotingSection: BenchSection = { name: 'remoting', run };
