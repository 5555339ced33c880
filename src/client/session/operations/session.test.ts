import { describe, expect, it } from 'vitest';
import { AuthenticationError, TransportError, WsmanFaultError } from '../../../protocol/errors/index.js';
import { PSObject, PSSecureString, type PSValue } from '../../../protocol/objects/index.js';
import { RedirectError } from '../carriers/redirect-error.js';
import { NON_INTERACTIVE_HOST, type SessionHost } from '../model/host.js';
import { PSSession } from '../model/ps-session.js';
import { undecorated } from '../runspace/decorate.js';
import { textOf } from '../runspace/records.js';
import { LoopbackServer, type ScriptHandler, thrownRecord } from '../testing/loopback-server.js';
import { connectPSSession } from './connect-session.js';
import { disconnectPSSession } from './disconnect-session.js';
import { enterPSSession } from './enter-session.js';
import { getPSSession } from './get-session.js';
import { invokeCommand } from './invoke-command.js';
import { newPSSession } from './new-session.js';
import { receivePSSession } from './receive-session.js';
import { removePSSession } from './remove-session.js';
import { SessionContext } from './session-context.js';

const prefix = ',Microsoft.PowerShell.Commands.';
const byText = (one: unknown, other: unknown): number => String(one).localeCompare(String(other));
const soon = (ms = 5): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** `count 5` gives 0 to 4, `until` gives numbers until it is released, and so on. */
function scripts(gate: { open: boolean } = { open: false }): ScriptHandler {
  return async (script) => {
    const [verb, argument] = script.text.split(' ');
    switch (verb) {
      case 'count':
        for (let value = 0; value < Number(argument); value += 1) {
          await script.room();
          if (script.signal.aborted) return;
          script.output(value);
        }
        break;
      case 'until':
        for (let value = 0; !script.signal.aborted && !(gate.open && value >= Number(argument)); value += 1) {
          script.output(value);
          await soon(1);
        }
        break;
      case 'wait':
        await new Promise<void>((resolve) => script.signal.addEventListener('abort', () => resolve(), { once: true }));
        break;
      case 'throw':
        throw new Error('thrown there');
      case 'die':
        throw { ...thrownRecord(new Error('It died.')), fullyQualifiedErrorId: 'SessionHostDied' };
      case 'args':
        for (const value of script.parameters) script.output(value);
        break;
      case 'input':
        await script.inputEnded;
        for (const value of script.input) script.output(value);
        break;
      case 'warn':
        script.warning('careful');
        script.output('after');
        break;
      case 'ask':
        script.output((await script.callHost('ReadLine', [])) as PSValue);
        break;
      case 'secret':
        script.output((await script.callHost('ReadLineAsSecureString', [])) as PSValue);
        break;
      case 'screen':
        script.output(
          (await script.callHost('GetBufferContents', [{ left: 0, top: 0, right: 1, bottom: 1 }])) as PSValue,
        );
        break;
      case 'prompt':
        script.output('PS /there> ');
        break;
      default:
        script.output(script.text);
    }
  };
}

const world = (gate?: { open: boolean }) => {
  const server = new LoopbackServer(scripts(gate));
  const client = (): SessionContext => new SessionContext({ carriers: server.carriers() });
  return { server, client };
};
const open = (context: SessionContext, name?: string): Promise<PSSession> =>
  newPSSession({ context, computerName: 'server01', ...(name === undefined ? {} : { name }) }).one();
const values = async (run: AsyncIterable<unknown>): Promise<unknown[]> => {
  const all: unknown[] = [];
  for await (const value of run) all.push(undecorated(value as PSValue));
  return all;
};

describe('New-PSSession', () => {
  it('opens, and the object tells what the server granted', async () => {
    const { client } = world();
    const context = client();
    const session = await open(context, 'job');
    expect(session).toMatchObject({
      name: 'job',
      state: 'Opened',
      availability: 'Available',
      computerName: 'server01',
      configurationName: 'Microsoft.PowerShell',
      idleTimeout: 7_200_000,
      outputBufferingMode: 'Block',
      computerType: 'RemoteMachine',
      transport: 'WSMan',
      disconnectedOn: null,
    });
    expect(String(session)).toBe('[PSSession]job');
    expect(session.applicationPrivateData?.hasEntry('PSVersionTable')).toBe(true);
    expect(await getPSSession({ context }).all()).toEqual([session]);
  });

  it('generates names from ids that are never used twice, gaps for failures included', async () => {
    const { server, client } = world();
    const context = client();
    const first = await open(context);
    server.before = (act) => {
      if (act === 'open') throw new TransportError('WSMan', 'refused', { code: 'ENOTFOUND' });
    };
    await newPSSession({ context, computerName: 'nowhere' }).all();
    server.before = () => undefined;
    const second = await open(context);
    expect(second.id).toBe(first.id + 2);
    expect(second.name).toBe(`Runspace${second.id}`);
  });

  it('reports each failed target by itself, by its transport name', async () => {
    const { server, client } = world();
    server.before = (act, info) => {
      if (act !== 'open') return;
      if (info?.computerName === 'denied') throw new AuthenticationError('Basic', 'no');
      if (info?.computerName === 'noconfig') throw new WsmanFaultError(0x8033803b, 'no such configuration');
      if (info?.computerName === 'odd') throw new WsmanFaultError(12_345, 'odd');
    };
    const run = newPSSession({ context: client(), computerName: ['denied', 'good', 'noconfig', 'odd'] });
    const { output, error } = await run.collect();
    expect(output.map(({ computerName }) => computerName)).toEqual(['good']);
    expect(error.map((one) => one.fullyQualifiedErrorId)).toEqual([
      'AccessDenied,PSSessionOpenFailed',
      'InvalidResourceUri,PSSessionOpenFailed',
      '12345,PSSessionOpenFailed',
    ]);
    expect(error[0]?.category).toBe('OpenError');
    expect(error[0]?.targetObject).toMatchObject({ computerName: 'denied' });
    expect(error[0]?.message).toMatch(/^\[denied\] .*user name/);
  });

  it('tries network failures again as often as the option says, and follows redirections only if allowed', async () => {
    const { server, client } = world();
    let left = 2;
    server.before = (act) => {
      if (act === 'open' && left > 0) {
        left -= 1;
        throw new TransportError('WSMan', 'refused', { code: 'ECONNREFUSED' });
      }
    };
    await open(client());
    expect(server.acts.filter((act) => act === 'open')).toHaveLength(3);
    server.before = (act, info) => {
      if (act === 'open' && info?.computerName !== 'b') throw new RedirectError('http://b:5985/wsman');
    };
    const uri = { context: client(), connectionUri: 'http://a:5985/wsman' };
    const refused = await newPSSession(uri).collect();
    expect(refused.error[0]?.fullyQualifiedErrorId).toBe('RedirectInformationRequired,PSSessionOpenFailed');
    expect(refused.error[0]?.message).toContain('AllowRedirection');
    const followed = await newPSSession({ ...uri, allowRedirection: true }).collect();
    expect(followed.output[0]?.computerName).toBe('b');
    expect(followed.warning[0]?.message).toContain('http://b:5985/wsman');
    server.before = (act) => {
      if (act === 'open') throw new RedirectError('http://a:5985/wsman');
    };
    const loop = await newPSSession({ ...uri, allowRedirection: true }).collect();
    expect(loop.error[0]?.fullyQualifiedErrorId).toBe('RedirectInformationRequired,PSSessionOpenFailed');
  });

  it.each([
    ['http://a', 'PSSessionInvalidComputerName', {}],
    ['a', 'Argument', { sessionOption: { idleTimeoutMs: 1_000 } }],
    ['a', 'AmbiguousParameterSet', { connectionUri: 'http://a' }],
    ['a', 'ParameterBindingFailed', { credential: { userName: 'u', password: 'p' }, certificateThumbprint: 'x' }],
  ])('refuses %s with %s', async (computerName, id, more) => {
    await expect(newPSSession({ context: world().client(), computerName, ...more }).all()).rejects.toMatchObject({
      fullyQualifiedErrorId: `${id}${prefix}NewPSSessionCommand`,
    });
  });

  it('opens when the answer to an attempt was lost, and leaves nothing where it does not try again', async () => {
    const { server, client } = world();
    let left = 1;
    server.before = (act) => {
      if (act === 'opened' && left > 0) {
        left -= 1;
        throw new TransportError('WSMan', 'reset', { code: 'ECONNRESET' });
      }
    };
    await open(client());
    expect(server.acts.filter((act) => act === 'open')).toHaveLength(3);
    expect(server.shells.size).toBe(1);
    left = 1;
    const once = { context: client(), computerName: 'a', sessionOption: { maxConnectionRetryCount: 0 } };
    expect((await newPSSession(once).collect()).error[0]?.fullyQualifiedErrorId).toMatch(/^CannotConnect,/);
    expect(server.shells.size).toBe(1);
  });

  it('ends a server that never answers at OpenTimeout', async () => {
    const { server, client } = world();
    server.before = (act) => (act === 'open' ? new Promise<void>(() => undefined) : undefined);
    const run = newPSSession({ context: client(), computerName: 'silent', sessionOption: { openTimeoutMs: 50 } });
    const { error } = await run.collect();
    expect(error[0]?.fullyQualifiedErrorId).toBe('WinRMOperationTimeout,PSSessionOpenFailed');
    expect(error[0]?.message).toContain('50 ms');
  });

  it('can be cancelled while it opens', async () => {
    const { server, client } = world();
    server.before = (act) => (act === 'open' ? new Promise<void>(() => undefined) : undefined);
    const abort = new AbortController();
    const run = newPSSession({ context: client(), computerName: 'silent', signal: abort.signal });
    setTimeout(() => abort.abort(), 10);
    const { output, error, verbose } = await run.collect();
    expect([output.length, error.length, verbose.length]).toEqual([0, 0, 1]);
  });

  it('makes a session like a template', async () => {
    const context = world().client();
    const template = await newPSSession({ context, computerName: 'x', port: 8080, configurationName: 'IT' }).one();
    const copy = await newPSSession({ context, session: template }).one();
    expect(copy).toMatchObject({ computerName: 'x', configurationName: 'IT' });
    expect(copy.instanceId).not.toBe(template.instanceId);
    await expect(newPSSession({ context, session: [template, template] }).all()).rejects.toMatchObject({
      errorId: 'RemoteRunspaceInfoHasDuplicates',
    });
  });
});

describe('Get-PSSession', () => {
  it('finds by pattern, id and instance id; literal misses are errors, patterns are silent', async () => {
    const context = world().client();
    const [one, two] = [await open(context, 'alpha'), await open(context, 'beta')];
    expect(await getPSSession({ context, name: 'A*' }).all()).toEqual([one]);
    expect(await getPSSession({ context, name: ['*', 'b*'] }).all()).toEqual([one, two, two]);
    expect(await getPSSession({ context, id: two.id }).all()).toEqual([two]);
    expect(await getPSSession({ context, instanceId: one.instanceId.toUpperCase() }).all()).toEqual([one]);
    const misses = await getPSSession({ context, name: ['gamma', 'x*'] }).collect();
    expect(misses.error.map((e) => [e.fullyQualifiedErrorId, e.category, e.targetObject])).toEqual([
      [`RemoteRunspaceNotAvailableForSpecifiedName${prefix}GetPSSessionCommand`, 'InvalidArgument', 'gamma'],
    ]);
    expect((await getPSSession({ context, id: [9_999_998, 9_999_999] }).collect()).error).toHaveLength(2);
    await expect(getPSSession({ context, id: 1, computerName: 'a' }).all()).rejects.toMatchObject({
      errorId: 'AmbiguousParameterSet',
    });
  });

  it('shows what servers hold: our own as they are, others Disconnected with None or Busy', async () => {
    const { client } = world();
    const [mine, other, third] = [client(), client(), client()];
    const own = await open(mine, 'own');
    await open(other, 'held');
    const left = await open(other, 'left');
    await disconnectPSSession({ context: other, session: left }).all();
    const seen = await getPSSession({ context: mine, computerName: 'server01' }).all();
    expect(seen.map((s) => [s.name, s.state, s.availability])).toEqual([
      ['own', 'Opened', 'Available'],
      ['held', 'Disconnected', 'Busy'],
      ['left', 'Disconnected', 'None'],
    ]);
    expect(seen[0]).toBe(own);
    expect(seen[2]?.disconnectedOn).toBeInstanceOf(Date);
    expect(seen[2]?.expiresOn?.getTime()).toBe((seen[2]?.disconnectedOn?.getTime() ?? 0) + 7_200_000);
    expect(seen[1]?.expiresOn).toBeNull();
    const query = (more: object) => getPSSession({ context: third, computerName: 'server01', ...more }).collect();
    expect((await query({ state: 'Opened' })).output).toEqual([]);
    expect((await query({ name: 'LE*' })).output.map(({ name }) => name)).toEqual(['left']);
    expect((await query({ configurationName: 'Other' })).output).toEqual([]);
    expect((await query({ name: 'no*' })).error[0]?.fullyQualifiedErrorId).toBe(
      `PSSessionNameMatchFail${prefix}GetPSSessionCommand`,
    );
    expect((await query({ instanceId: '00000000-0000-0000-0000-000000000001' })).error[0]?.fullyQualifiedErrorId).toBe(
      `PSSessionIdMatchFail${prefix}GetPSSessionCommand`,
    );
    expect((await query({ name: 'x', configurationName: 'Other' })).error).toEqual([]);
  });

  it('asks all servers at once; one bad one spoils nothing, and a slow one delays nobody', async () => {
    const { server, client } = world();
    await open(client(), 'there');
    let release: () => void = () => undefined;
    server.before = async (act, info) => {
      if (act !== 'list') return;
      if (info?.computerName === 'slow') await new Promise<void>((resolve) => (release = resolve));
      if (info?.computerName === 'bad') throw new TransportError('WSMan', 'refused', { code: 'ECONNREFUSED' });
    };
    const run = getPSSession({ context: client(), computerName: ['slow', 'bad', 'fast'] });
    const first = await run.output[Symbol.asyncIterator]().next();
    expect(first.value).toMatchObject({ computerName: 'fast' });
    const failed = await run.error[Symbol.asyncIterator]().next();
    expect(failed.value).toMatchObject({
      fullyQualifiedErrorId: `CannotConnect,RemotePSSessionQueryFailed${prefix}GetPSSessionCommand`,
      category: 'InvalidOperation',
    });
    release();
    expect(await run.all()).toMatchObject([{ computerName: 'slow' }]);
  });
});

describe('Invoke-Command', () => {
  it('runs in a session; objects carry where they came from', async () => {
    const context = world().client();
    const session = await open(context);
    const [first] = await invokeCommand({ context, session, scriptBlock: 'count 3' }).all();
    expect(first).toBeInstanceOf(PSObject);
    const object = first as PSObject;
    expect([object.get('PSComputerName'), textOf(object.get('RunspaceId')), object.get('PSShowComputerName')]).toEqual([
      'server01',
      session.instanceId,
      true,
    ]);
    const hidden = await invokeCommand({ context, session, scriptBlock: 'count 1', hideComputerName: true }).one();
    expect((hidden as PSObject).get('PSShowComputerName')).toBe(false);
    expect(
      await values(invokeCommand({ context, session, scriptBlock: 'args', argumentList: [1, 'a', null, 2n ** 40n] })),
    ).toEqual([1, 'a', null, 2n ** 40n]);
    expect(await values(invokeCommand({ context, session, scriptBlock: 'input', inputObject: [1, 2, 3] }))).toEqual([
      1, 2, 3,
    ]);
    expect(session.availability).toBe('Available');
  });

  it('runs on computers in sessions of its own, and closes them', async () => {
    const { server, client } = world();
    const context = client();
    const run = invokeCommand({ context, computerName: ['a', 'b'], scriptBlock: 'warn' });
    const { output, warning } = await run.collect();
    expect(output.map((value) => (value as PSObject).get('PSComputerName')).toSorted(byText)).toEqual(['a', 'b']);
    expect(warning).toHaveLength(2);
    expect(server.shells.size).toBe(0);
    expect(context.repository.size).toBe(0);
    expect(
      run.outcomes.map(({ computerName, state, outputCount }) => [computerName, state, outputCount]).toSorted(byText),
    ).toEqual([
      ['a', 'Completed', 1],
      ['b', 'Completed', 1],
    ]);
  });

  it('rethrows what the only target throws, and writes it where there are more', async () => {
    const context = world().client();
    await expect(invokeCommand({ context, computerName: 'a', scriptBlock: 'throw' }).all()).rejects.toMatchObject({
      errorId: 'thrown there',
      category: 'OperationStopped',
    });
    const { error } = await invokeCommand({ context, computerName: ['a', 'b'], scriptBlock: 'throw' }).collect();
    expect(error.map((one) => one.origin?.computerName).toSorted(byText)).toEqual(['a', 'b']);
    const overSsh = await invokeCommand({ context, hostName: 'a', scriptBlock: 'throw' }).collect();
    expect(overSsh.error.map((one) => one.exception.errorId)).toEqual(['thrown there']);
  });

  it('is told of a session whose process died as of a broken one, whichever of the two comes first', async () => {
    const context = world().client();
    const session = await open(context);
    const { error } = await invokeCommand({ context, session, scriptBlock: 'die' }).collect();
    expect(error.map((one) => [one.exception.errorId, one.exception.message])).toEqual([
      [
        'PSSessionStateBroken',
        '[server01] Processing data from remote server server01 failed with the following error message: It died.',
      ],
    ]);
    expect(session.state).toBe('Broken');
  });

  it('is told why its session is at its end also when the command is broken off before that is said', async () => {
    const { server, client } = world();
    const session = await open(client());
    server.before = (act) => {
      if (act !== 'start') return;
      setTimeout(() => server.breaks(session.instanceId, thrownRecord(new Error('It died.'))), 20);
      throw new WsmanFaultError(995, 'broken off');
    };
    const { error } = await invokeCommand({ context: client(), session, scriptBlock: 'count 1' }).collect();
    expect(error.map((one) => [one.exception.errorId, one.exception.message.replace(/^.*: /, '')])).toEqual([
      ['PSSessionStateBroken', 'It died.'],
    ]);
    expect(session.state).toBe('Broken');
  });

  it('releases a command once that ended before its start was answered', async () => {
    const { server, client } = world();
    const context = client();
    const session = await open(context);
    let answer = (): void => undefined;
    server.before = (act) => (act === 'started' ? new Promise<void>((resolve) => (answer = resolve)) : undefined);
    const run = invokeCommand({ session, context, scriptBlock: 'count 1' });
    while (!server.acts.includes('closePipeline')) await soon();
    answer();
    expect((await run.collect()).output).toHaveLength(1);
    await soon(20);
    expect(server.acts.filter((act) => act === 'closePipeline')).toHaveLength(1);
  });

  it('is Busy while a command runs, stops it, and is Available again', async () => {
    const context = world().client();
    const session = await open(context);
    const run = invokeCommand({ context, session, scriptBlock: 'wait' });
    while (session.availability !== 'Busy') await soon();
    await expect(invokeCommand({ context, session, scriptBlock: 'x' }).all()).rejects.toMatchObject({
      fullyQualifiedErrorId: `InvalidOperation${prefix}InvokeCommandCommand`,
    });
    await run.stop();
    expect(session.availability).toBe('Available');
    expect(await values(invokeCommand({ context, session, scriptBlock: 'again' }))).toEqual(['again']);
  });

  it('is stopped here after CancelTimeout when its server hangs, and there when the server answers again', async () => {
    const { server, client } = world();
    const context = client();
    const session = await newPSSession({
      context,
      computerName: 'server01',
      sessionOption: { cancelTimeoutMs: 50 },
    }).one();
    for (const hangs of ['start', 'stop'] as const) {
      let goOn: () => void = () => undefined;
      const hanging = new Promise<void>((resolve) => (goOn = resolve));
      server.before = (act) => (act === hangs ? hanging : undefined);
      const run = invokeCommand({ context, session, scriptBlock: 'until 5' });
      while (!server.acts.includes('start') || (hangs === 'stop' && session.availability !== 'Busy')) await soon();
      const begun = performance.now();
      await run.stop();
      expect(performance.now() - begun).toBeLessThan(2000);
      expect([session.state, session.availability]).toEqual(['Opened', 'Available']);
      goOn();
      server.before = () => undefined;
      while (server.shell(session.instanceId).commands.size > 0) await soon();
      expect(await values(invokeCommand({ context, session, scriptBlock: 'again' }))).toEqual(['again']);
      server.acts.length = 0;
    }
  });

  it('holds the server behind a slow reader', async () => {
    const { client } = world();
    const context = client();
    const session = await open(context);
    const run = invokeCommand({ context, session, scriptBlock: 'count 20000', highWaterBytes: 100_000 });
    const reader = run.output[Symbol.asyncIterator]();
    await reader.next();
    await soon(100);
    expect(await values({ [Symbol.asyncIterator]: () => reader })).toHaveLength(19_999);
  });

  it('answers questions through the host, and refuses what no host may answer', async () => {
    const { client } = world();
    const warnings: string[] = [];
    const host: SessionHost = {
      name: 'test',
      version: '1.0',
      hasUI: true,
      readLine: () => Promise.resolve('an answer'),
      readLineAsSecureString: () => Promise.resolve(PSSecureString.fromPlainText('s3cret')),
      writeWarningLine: (text) => void warnings.push(text),
    };
    const context = client();
    const session = await newPSSession({ context, computerName: 'server01', host }).one();
    const ask = async (scriptBlock: string): Promise<unknown> =>
      (await values(invokeCommand({ context, session, scriptBlock, host })))[0];
    expect(await ask('ask')).toBe('an answer');
    expect((await ask('secret')) as PSSecureString).toMatchObject({ plainText: 's3cret' });
    expect(warnings[0]).toContain('server01');
    expect(await ask('screen')).toMatch(/never allowed/);
    const silent = await open(client());
    expect(await values(invokeCommand({ context, session: silent, scriptBlock: 'ask' }))).toEqual([
      expect.stringMatching(/not interactive/),
    ]);
  });

  it('goes on as a job, whose results wait', async () => {
    const context = world().client();
    const job = await invokeCommand({ context, computerName: ['a', 'b'], scriptBlock: 'count 2', asJob: true }).one();
    expect([job.psJobTypeName, job.location, job.childJobs.map(({ name }) => name)]).toEqual([
      'RemoteJob',
      'a,b',
      [`Job${job.id + 1}`, `Job${job.id + 2}`],
    ]);
    await job.wait();
    expect(job.state).toBe('Completed');
    expect(job.receive()).toHaveLength(4);
    expect(job.hasMoreData).toBe(false);
  });
});

describe('leaving a session and taking it up again', () => {
  it('loses nothing and gives nothing twice, from another client', async () => {
    const gate = { open: false };
    const { client } = world(gate);
    const [first, second] = [client(), client()];
    const session = await open(first, 'BackupJob04');
    const seen: unknown[] = [];
    const run = invokeCommand({ context: first, session, scriptBlock: 'until 200' });
    for await (const record of run.records) {
      if (record.stream === 'output') seen.push(undecorated(record.value));
      if (seen.length === 20) await disconnectPSSession({ context: first, session }).one();
    }
    expect([session.state, session.availability]).toEqual(['Disconnected', 'None']);
    expect(session.expiresOn?.getTime()).toBeGreaterThan(Date.now());
    gate.open = true;
    await soon(20);
    const [found] = await getPSSession({ context: second, computerName: 'server01', name: 'Backup*' }).all();
    expect([found?.state, found?.availability]).toEqual(['Disconnected', 'None']);
    if (found === undefined) throw new Error('not found');
    const connected = await connectPSSession({ context: second, session: found }).one();
    expect([connected.state, connected.availability]).toEqual(['Opened', 'Busy']);
    const rest = await values(receivePSSession({ context: second, session: connected }));
    expect(connected.availability).toBe('Available');
    const all = [...seen, ...rest] as number[];
    expect(all.length).toBeGreaterThanOrEqual(200);
    expect(all).toEqual(Array.from({ length: all.length }, (_, index) => index));
    expect(await values(receivePSSession({ context: second, session: connected }))).toEqual([]);
  });

  it('goes on in the same client where it was left', async () => {
    const gate = { open: false };
    const { client } = world(gate);
    const context = client();
    const session = await open(context);
    const run = invokeCommand({ context, session, scriptBlock: 'until 50' });
    const seen: unknown[] = [];
    for await (const record of run.records) {
      if (record.stream === 'output') seen.push(undecorated(record.value));
      if (seen.length === 5) await disconnectPSSession({ context, id: session.id }).one();
    }
    gate.open = true;
    seen.push(...(await values(receivePSSession({ context, id: session.id }))));
    expect(seen).toEqual(Array.from({ length: seen.length }, (_, index) => index));
    expect(session.state).toBe('Opened');
  });

  it('keeps a job and its results over a disconnect', async () => {
    const gate = { open: false };
    const context = world(gate).client();
    const session = await open(context);
    const job = await invokeCommand({ context, session, scriptBlock: 'until 30', asJob: true }).one();
    while (job.receive(true).length < 3) await soon();
    await disconnectPSSession({ context, session }).one();
    await job.wait();
    expect(job.state).toBe('Disconnected');
    gate.open = true;
    const again = await receivePSSession({ context, session }).one();
    expect(again).toBe(job);
    await job.wait();
    expect(job.state).toBe('Completed');
    const got = job.receive().map((record) => (record.stream === 'output' ? undecorated(record.value) : record.stream));
    expect(got).toEqual(Array.from({ length: got.length }, (_, index) => index));
  });

  it('stopped while it receives stops the command; of who looks away the command goes on', async () => {
    const { client } = world();
    const [first, second] = [client(), client()];
    const left = async (name: string): Promise<void> => {
      await invokeCommand({
        context: first,
        computerName: 'server01',
        scriptBlock: 'until 1',
        inDisconnectedSession: true,
        sessionName: name,
      }).all();
    };
    await left('stopped');
    const abort = new AbortController();
    const where = { context: second, computerName: 'server01' };
    for await (const _ of receivePSSession({ ...where, name: 'stopped', signal: abort.signal })) abort.abort();
    const [stopped] = second.repository.list();
    while (stopped?.availability === 'Busy') await soon();
    expect([stopped?.state, stopped?.availability]).toEqual(['Opened', 'Available']);
    await left('looked at');
    for await (const _ of receivePSSession({ ...where, name: 'looked at' })) break;
    const listed = async () => (await getPSSession({ ...where, context: client(), name: 'looked at' }).all())[0];
    while ((await listed())?.availability !== 'None') await soon();
    expect(second.repository.list().filter(({ state }) => state === 'Opened')).toEqual([stopped]);
  });

  it('is refused while another client holds the session, in words', async () => {
    const { client } = world();
    const [first, second] = [client(), client()];
    await open(first, 'held');
    const [busy] = await getPSSession({ context: second, computerName: 'server01' }).all();
    const { error } = await connectPSSession({ context: second, session: busy as PSSession }).collect();
    expect(error[0]).toMatchObject({
      fullyQualifiedErrorId: `PSSessionConnectFailed${prefix}ConnectPSSessionCommand`,
      category: 'InvalidOperation',
    });
    expect(error[0]?.message).toBe(
      'Cannot connect PSSession "held", either because it is not in the Disconnected state, or it is not available for connection.',
    );
    const received = await receivePSSession({ context: second, session: busy as PSSession }).collect();
    expect(received.error[0]?.fullyQualifiedErrorId).toBe(
      `ReceivePSSessionCannotConnectSession${prefix}ReceivePSSessionCommand`,
    );
  });

  it('starts a command that nobody waits for', async () => {
    const { client } = world({ open: true });
    const [first, second] = [client(), client()];
    const [left] = await invokeCommand({
      context: first,
      computerName: 'server01',
      scriptBlock: 'until 40',
      inDisconnectedSession: true,
      sessionName: 'night',
    }).all();
    expect([left?.name, left?.state, left?.availability]).toEqual(['night', 'Disconnected', 'None']);
    expect(first.repository.list()).toEqual([left]);
    await soon(80);
    const got = await values(receivePSSession({ context: second, computerName: 'server01', name: 'NIGHT' }));
    expect(got).toEqual(Array.from({ length: got.length }, (_, index) => index));
    expect(got.length).toBeGreaterThanOrEqual(40);
    expect(await values(receivePSSession({ context: second, computerName: 'server01', name: 'nobody' }))).toEqual([]);
  });

  it('checks the idle time, and refuses what is not open', async () => {
    const context = world().client();
    const session = await open(context);
    const { error } = await disconnectPSSession({ context, session, idleTimeoutSec: 86_400 }).collect();
    expect(error[0]?.fullyQualifiedErrorId).toBe(
      `CannotDisconnectSessionWithInvalidIdleTimeout${prefix}DisconnectPSSessionCommand`,
    );
    expect(error[0]?.message).toMatch(/86400 .* 43200 .* 60 /);
    expect(session.state).toBe('Opened');
    await disconnectPSSession({ context, session, idleTimeoutSec: 600, outputBufferingMode: 'Drop' }).one();
    expect([session.idleTimeout, session.outputBufferingMode]).toEqual([600_000, 'Drop']);
    expect(await disconnectPSSession({ context, session }).all()).toEqual([session]); // already left: no error
    await connectPSSession({ context, session }).one();
    await removePSSession({ context, session }).all();
    expect((await disconnectPSSession({ context, session }).collect()).error[0]?.fullyQualifiedErrorId).toBe(
      `CannotDisconnectSessionWhenNotOpened${prefix}DisconnectPSSessionCommand`,
    );
  });

  it('turns a lost network into a disconnected session that can be taken up', async () => {
    const gate = { open: false };
    const { server, client } = world(gate);
    const context = client();
    const session = await open(context);
    const run = invokeCommand({ context, session, scriptBlock: 'until 60' });
    setTimeout(
      () => server.cut(session.instanceId, new TransportError('WSMan', 'cable pulled', { code: 'ECONNRESET' })),
      30,
    );
    const { error, warning, output } = await run.collect();
    expect(error[0]).toMatchObject({
      fullyQualifiedErrorId: `PowerShellNetworkFailedStartDisconnect${prefix}InvokeCommandCommand`,
      category: 'OperationTimeout',
    });
    expect(warning.some(({ message }) => message.includes('Job'))).toBe(true);
    expect([session.state, run.outcomes[0]?.state]).toEqual(['Disconnected', 'Disconnected']);
    gate.open = true;
    const job = await receivePSSession({ context, session, outTarget: 'Job' }).one();
    await job.wait();
    const rest = job.receive().flatMap((record) => (record.stream === 'output' ? [undecorated(record.value)] : []));
    const all = [...output.map(undecorated), ...rest];
    expect(all).toEqual(Array.from({ length: all.length }, (_, index) => index));
  });
});

describe('Remove-PSSession and leaving the client', () => {
  it('removes by pattern of the computer, also what is disconnected', async () => {
    const { server, client } = world();
    const context = client();
    const [one, two] = [await open(context, 'one'), await open(context, 'two')];
    await disconnectPSSession({ context, session: one }).one();
    await removePSSession({ context, computerName: 'SERVER*' }).all();
    expect([one.state, one.availability, two.state, context.repository.size, server.shells.size]).toEqual([
      'Closed',
      'None',
      'Closed',
      0,
      0,
    ]);
    expect((await removePSSession({ context, name: 'gone' }).collect()).error[0]?.fullyQualifiedErrorId).toBe(
      `RemoteRunspaceNotAvailableForSpecifiedName${prefix}RemovePSSessionCommand`,
    );
  });

  it('removes here and says so when the server is not to be reached', async () => {
    const { server, client } = world();
    const context = client();
    const session = await open(context);
    await disconnectPSSession({ context, session }).one();
    server.before = (act) => {
      if (act === 'reconnect') throw new TransportError('WSMan', 'no route', { code: 'EHOSTUNREACH' });
    };
    const { error } = await removePSSession({ context, session }).collect();
    expect(error[0]?.fullyQualifiedErrorId).toBe(`RemoveSessionCannotConnectToServer${prefix}RemovePSSessionCommand`);
    expect([session.state, context.repository.size]).toEqual(['Closed', 0]);
  });

  it('keeps in the list, and says so, what its server could not be told to delete', async () => {
    const { server, client } = world();
    const context = client();
    const session = await open(context, 'kept');
    server.before = (act) => {
      if (act === 'close') throw new TransportError('WSMan', 'cut', { code: 'ECONNRESET' });
    };
    const { error } = await removePSSession({ context, session }).collect();
    expect(error.map(({ fullyQualifiedErrorId }) => fullyQualifiedErrorId)).toEqual([
      `CannotConnect,RemoveSessionFailedAtServer${prefix}RemovePSSessionCommand`,
    ]);
    expect([session.state, session.availability, server.shells.size]).toEqual(['Disconnected', 'None', 1]);
    expect(await getPSSession({ context, name: 'kept' }).all()).toEqual([session]);
    server.before = () => undefined;
    expect((await removePSSession({ context, session }).collect()).error).toEqual([]);
    expect([session.state, context.repository.size, server.shells.size]).toEqual(['Closed', 0, 0]);
  });

  it('has nothing to complain of when what is to be removed is gone already', async () => {
    const { server, client } = world();
    const context = client();
    const session = await open(context);
    await disconnectPSSession({ context, session }).one();
    server.shells.clear();
    expect((await removePSSession({ context, session }).collect()).error).toEqual([]);
    expect(context.repository.size).toBe(0);
  });

  it('asks before each item', async () => {
    const context = world().client();
    const session = await open(context, 'precious');
    const asked: unknown[] = [];
    await removePSSession({ context, session, shouldProcess: (...question) => (asked.push(question), false) }).all();
    expect([asked, session.state]).toEqual([[['server01', 'Remove']], 'Opened']);
  });

  it('leaves what runs to its server and closes the rest', async () => {
    const { server, client } = world({ open: false });
    const context = client();
    const [idle, busy] = [await open(context, 'idle'), await open(context, 'busy')];
    const run = invokeCommand({ context, session: busy, scriptBlock: 'until 10' });
    while (busy.availability !== 'Busy') await soon();
    await context.close();
    await run.completion.catch(() => undefined);
    expect([idle.state, busy.state]).toEqual(['Closed', 'Disconnected']);
    expect([...server.shells.values()].map(({ name }) => name)).toEqual(['busy']);
    await expect(open(context)).rejects.toThrow();
  });
});

describe('Enter-PSSession', () => {
  it('runs lines, shows the remote prompt with the computer, and leaves a session as it was', async () => {
    const context = world().client();
    const session = await open(context);
    await using inside = await enterPSSession({ context, session });
    expect(await inside.prompt()).toBe('[server01]: PS /there> ');
    expect(await values(inside.runLine('hello'))).toEqual(['hello']);
    await inside.runLine('exit').completion;
    expect([inside.isOpen, session.state]).toEqual([false, 'Opened']);
  });

  it('says on the screen that the network is interrupted, and when it is there again', async () => {
    const { server, client } = world();
    const context = client();
    const session = await open(context);
    const screen: string[] = [];
    const host = { ...NON_INTERACTIVE_HOST, hasUI: true, writeWarningLine: (text: string) => void screen.push(text) };
    await using inside = await enterPSSession({ context, session, host });
    const run = inside.runLine('wait');
    while (session.availability !== 'Busy') await soon();
    server.interrupt(session.instanceId, true);
    server.interrupt(session.instanceId, false);
    await run.stop();
    expect(screen).toEqual([
      expect.stringMatching(/^The network connection to server01 has been interrupted\./),
      'Attempting to reconnect to server01 ...',
      'The network connection to server01 has been restored.',
    ]);
  });

  it('says so to a command too that begins while it is interrupted', async () => {
    const { server, client } = world();
    const context = client();
    const session = await open(context);
    server.interrupt(session.instanceId, true);
    const run = invokeCommand({ context, session, scriptBlock: 'wait' });
    const warnings: string[] = [];
    const reading = (async () => {
      for await (const record of run.records) if (record.stream === 'warning') warnings.push(record.value.message);
    })();
    while (session.availability !== 'Busy') await soon();
    server.interrupt(session.instanceId, false);
    await run.stop();
    await reading.catch(() => undefined);
    expect(warnings.map((text) => text.split(/[.!]/)[0])).toEqual([
      'The network connection to server01 has been interrupted',
      'Attempting to reconnect to server01 ',
      'The network connection to server01 has been restored',
    ]);
  });

  it('closes a session that was opened for it, or leaves it alive when detached', async () => {
    const { server, client } = world();
    const context = client();
    const first = await enterPSSession({ context, computerName: 'server01' });
    await first.leave();
    expect(server.shells.size).toBe(0);
    const second = await enterPSSession({ context, computerName: 'server01' });
    await second.detach(context);
    expect([second.session.state, server.shells.size]).toEqual(['Disconnected', 1]);
  });

  it.each(['is being taken up', 'was taken up'])(
    'stops the command that runs there at a Ctrl+C while it %s',
    async (when) => {
      const { server, client } = world();
      server.keepsScreen = true;
      const first = await open(client());
      const run = invokeCommand({ session: first, scriptBlock: 'wait' });
      while (server.acts.at(-1) !== 'started') await soon();
      server.cut(first.instanceId, new TransportError('WSMan', 'gone'));
      await run.completion.catch(() => undefined);

      const context = client();
      const [session] = await getPSSession({ context, computerName: 'server01' }).all();
      const stop = new AbortController();
      server.before = (act) => {
        if (act === 'connectPipeline' && when === 'is being taken up') stop.abort();
      };
      await using inside = await enterPSSession({ context, session, signal: stop.signal });
      if (when === 'was taken up') inside.interrupt();
      await inside.takeUp()?.completion.catch(() => undefined);
      expect(server.acts).toContain('stop');
      expect([inside.isOpen, session?.availability]).toEqual([true, 'Available']);
    },
  );

  it('refuses by its ids', async () => {
    const { server, client } = world();
    const context = client();
    await expect(enterPSSession({ context, name: 'nobody' })).rejects.toMatchObject({
      fullyQualifiedErrorId: `RemoteRunspaceNotAvailableForSpecifiedName${prefix}EnterPSSessionCommand`,
    });
    await open(context, 'same');
    await open(context, 'same');
    await expect(enterPSSession({ context, name: 'same' })).rejects.toMatchObject({
      errorId: 'RemoteRunspaceHasMultipleMatchesForSpecifiedName',
    });
    server.before = (act) => {
      if (act === 'open') throw new TransportError('WSMan', 'x', { code: 'ENOTFOUND' });
    };
    await expect(enterPSSession({ context, computerName: 'nowhere' })).rejects.toMatchObject({
      fullyQualifiedErrorId: 'CreateRemoteRunspaceFailed',
      targetObject: 'nowhere',
    });
  });
});
