/** Our client against the real PowerShell engine, over stdio and over a named pipe. The engine itself is the oracle. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  invokeCommand,
  newPSSession,
  PSCredential,
  RemoteError,
  SessionContext,
  textOf,
  undecorated,
  type PSSession,
  type SessionHost,
} from '../../src/client/session/index.js';
import { decodeClixmlDocument } from '../../src/protocol/clixml/index.js';
import {
  PSDictionary,
  PSList,
  PSObject,
  PSPrimitive,
  PSSecureString,
  type PSValue,
} from '../../src/protocol/objects/index.js';
import { peerAvailable, peerCommand, startPeer, startPipeServer, type Peer } from '../support/peer.js';
import type { TestProcess } from '../support/processes.js';
import { SCRIPTS } from './session-scripts.js';

const NOTES = new Set(['pscomputername', 'runspaceid', 'psshowcomputername']);

/** A value as data that compares: types, values and properties; the notes of remoting left out. */
function comparable(value: PSValue, depth = 0): unknown {
  if (depth > MAX_COMPARED_DEPTH) return 'deeper';
  const inner = (item: PSValue): unknown => comparable(item, depth + 1);
  const plain = undecorated(value);
  if (plain === null || typeof plain !== 'object') return typeof plain === 'bigint' ? `${plain}n` : plain;
  if (plain instanceof Uint8Array) return { bytes: [...plain] };
  if (plain instanceof PSPrimitive) return { [plain.tag]: 'ticks' in plain ? String(plain.ticks) : textOf(plain) };
  if (Array.isArray(plain)) return (plain as readonly PSValue[]).map(inner);
  if (!(plain instanceof PSObject)) return textOf(plain);
  const properties = [...plain.properties()]
    .filter(([name]) => !NOTES.has(name.toLowerCase()))
    .map(([name, item]) => [name, inner(item)]);
  return {
    ...(plain.typeNames.length === 0 ? {} : { type: plain.typeNames[0] }),
    ...(plain.base === undefined ? {} : { base: inner(plain.base) }),
    ...(plain instanceof PSList ? { items: plain.items.map(inner) } : {}),
    ...(plain instanceof PSDictionary
      ? { entries: [...plain.entries()].map(([key, item]) => [inner(key), inner(item)]) }
      : {}),
    ...(properties.length === 0 ? {} : { properties }),
  };
}

/** Objects may refer to themselves. */
const MAX_COMPARED_DEPTH = 8;

const plainOf = (values: readonly PSValue[]): unknown[] => values.map((value) => comparable(value));

describe.skipIf(!peerAvailable)('the real engine', () => {
  const context = new SessionContext();
  let oracle: Peer;
  let pipe: TestProcess;
  const sessions: Record<string, PSSession> = {};
  const pipeName = `pssession-test-${process.pid}`;

  beforeAll(async () => {
    oracle = await startPeer('eval');
    pipe = await startPipeServer(pipeName);
    const [file, ...args] = await peerCommand('-NoLogo', '-NoProfile', '-s');
    sessions['stdio'] = await newPSSession({ context, command: [file ?? '', ...args], name: 'stdio' }).one();
    sessions['pipe'] = await newPSSession({ context, pipeName, name: 'pipe' }).one();
  }, 300_000);
  afterAll(async () => {
    await context.close();
    await oracle[Symbol.asyncDispose]();
    await pipe.stop();
  });
  const over = (carrier: string): PSSession => {
    const session = sessions[carrier];
    if (session === undefined) throw new Error(`no session over ${carrier}`);
    return session;
  };

  it('opens over both carriers, as what it is', () => {
    expect([over('stdio').transport, over('pipe').transport]).toEqual(['Process', 'NamedPipe']);
    const table = over('pipe').applicationPrivateData?.getEntry('PSVersionTable');
    expect(textOf(table instanceof PSDictionary ? table.getEntry('PSVersion') : '')).toMatch(/^7\.6\.9/);
  });

  it(`gives over the wire what it gives in process: ${SCRIPTS.length} scripts`, { timeout: 300_000 }, async () => {
    expect(SCRIPTS.length).toBeGreaterThanOrEqual(300);
    const different: unknown[] = [];
    for (const [index, text] of SCRIPTS.entries()) {
      // A scope of its own, so that one script's variables are not the next one's.
      const script = `& {${text}\n}`;
      const session = over(index % 2 === 0 ? 'pipe' : 'stdio');
      const answer = (await oracle.ask({ script, depth: 1 })) as {
        output: string[];
        errors: { fqid: string; category: string; message: string }[];
        terminating: { fqid: string; category: string; message: string } | null;
        streams: { warning: string[]; verbose: string[]; debug: string[] };
      };
      const run = invokeCommand({ context, session, scriptBlock: script });
      const records = { output: [] as PSValue[], errors: [] as unknown[], warning: [] as string[] };
      let thrown: unknown = null;
      const brief = (error: { fullyQualifiedErrorId: string; category: string; message: string }): unknown => [
        error.fullyQualifiedErrorId,
        error.category,
        error.message,
      ];
      try {
        for await (const record of run.records) {
          if (record.stream === 'output') records.output.push(record.value);
          else if (record.stream === 'error') records.errors.push(brief(record.value));
          else if (record.stream === 'warning') records.warning.push(record.value.message);
        }
      } catch (error) {
        if (!(error instanceof RemoteError)) throw error;
        thrown = brief(error);
      }
      const wanted = {
        output: answer.output.flatMap((xml) => plainOf(decodeClixmlDocument(xml).map(({ value }) => value))),
        errors: answer.errors.map(({ fqid, category, message }) => [fqid, category, message]),
        thrown:
          answer.terminating === null
            ? null
            : [answer.terminating.fqid, answer.terminating.category, answer.terminating.message],
        warning: answer.streams.warning,
      };
      // A terminating error that was not thrown by `throw` is written, not thrown: cmdlets.md 12.4 (8).
      const got = { output: plainOf(records.output), errors: records.errors, thrown, warning: records.warning };
      if (got.thrown === null && wanted.thrown !== null) {
        wanted.errors.push(wanted.thrown as string[]);
        wanted.thrown = null;
      }
      if (JSON.stringify(got) !== JSON.stringify(wanted)) different.push({ script, got, wanted });
    }
    expect(different).toEqual([]);
  });

  it.each(['stdio', 'pipe'])('keeps the streams apart and in order over %s', async (carrier) => {
    const { output, warning, verbose, debug, information, error } = await invokeCommand({
      context,
      session: over(carrier),
      scriptBlock: `
        $VerbosePreference = $DebugPreference = 'Continue'
        function f { [CmdletBinding()] param()
          $PSCmdlet.WriteObject(1); $PSCmdlet.WriteWarning('w'); $PSCmdlet.WriteVerbose('v'); $PSCmdlet.WriteDebug('d')
          $PSCmdlet.WriteInformation('i', @('tag')); $PSCmdlet.WriteObject(2)
          $PSCmdlet.WriteError([Management.Automation.ErrorRecord]::new([Exception]::new('e'), 'MyId', 'InvalidData', 42))
        }
        f`,
    }).collect();
    expect(output.map(undecorated)).toEqual([1, 2]);
    expect([warning[0]?.message, verbose[0]?.message, debug[0]?.message]).toEqual(['w', 'v', 'd']);
    expect([undecorated(information[0]?.messageData ?? null), information[0]?.tags]).toEqual(['i', ['tag']]);
    expect(error[0]).toMatchObject({
      message: 'e',
      category: 'InvalidData',
      fullyQualifiedErrorId: 'MyId,f',
      targetObject: 42,
    });
    expect(error[0]?.origin?.computerName).toBe('localhost');
  });

  it.each(['stdio', 'pipe'])('asks the host, secrets included, over %s', async (carrier) => {
    const seen: string[] = [];
    const host: SessionHost = {
      name: 'test host',
      version: '1.2',
      hasUI: true,
      readLine: () => Promise.resolve('typed'),
      readLineAsSecureString: () => Promise.resolve(PSSecureString.fromPlainText('pässword')),
      write: (text) => void seen.push(text),
      writeLine: (text) => void seen.push(`${text}\n`),
      writeWarningLine: (text) => void seen.push(`WARNING ${text}`),
      prompt: (_caption, _message, fields) => Promise.resolve(new Map(fields.map(({ name }) => [name, `for ${name}`]))),
      promptForChoice: (_caption, _message, choices) => Promise.resolve(choices.length - 1),
      promptForCredential: (caption, _message, userName) => {
        seen.push(caption);
        return Promise.resolve(new PSCredential(userName, 'p4ss'));
      },
    };
    const ask = async (scriptBlock: string): Promise<unknown> =>
      plainOf(await invokeCommand({ context, session: over(carrier), scriptBlock, host }).all());
    expect(await ask('$Host.UI.ReadLine()')).toEqual(['typed']);
    expect(await ask('$s = $Host.UI.ReadLineAsSecureString(); [Net.NetworkCredential]::new("", $s).Password')).toEqual([
      'pässword',
    ]);
    expect(
      await ask(
        '$c = $Host.UI.PromptForCredential("cap", "msg", "bob", "t"); $c.UserName; $c.GetNetworkCredential().Password',
      ),
    ).toEqual(['bob', 'p4ss']);
    expect(seen.at(-1)).toContain('[localhost] cap');
    expect(
      await ask(
        '$d = [Collections.ObjectModel.Collection[Management.Automation.Host.ChoiceDescription]]::new(); $d.Add("&Yes"); $d.Add("&No"); $Host.UI.PromptForChoice("c", "m", $d, 0)',
      ),
    ).toEqual([1]);
    expect(
      await ask(
        '$d = [Collections.ObjectModel.Collection[Management.Automation.Host.FieldDescription]]::new(); $d.Add("One"); ($Host.UI.Prompt("c", "m", $d))["One"]',
      ),
    ).toEqual(['for One']);
    await ask('$Host.UI.Write("a"); $Host.UI.WriteLine("b")');
    expect(seen.slice(-2)).toEqual(['a', 'b\n']);
    expect(
      await ask('$Host.UI.RawUI.GetBufferContents([Management.Automation.Host.Rectangle]::new(0,0,1,1))').catch(
        () => 'refused',
      ),
    ).toEqual(expect.anything());
    expect(await ask('"alive"')).toEqual(['alive']);
  });

  it('brings SecureStrings and credentials there and back', async () => {
    const session = over('pipe');
    const secret = PSSecureString.fromPlainText('gehëim 🔑');
    const [text, back] = await invokeCommand({
      context,
      session,
      scriptBlock:
        'param($s, $c) [Net.NetworkCredential]::new("", $s).Password + "/" + $c.UserName + "/" + $c.GetNetworkCredential().Password; $s',
      argumentList: [secret, new PSCredential('D\\u', 'pw')],
    }).all();
    expect(undecorated(text ?? null)).toBe('gehëim 🔑/D\\u/pw');
    expect((undecorated(back ?? null) as PSSecureString).plainText).toBe('gehëim 🔑');
  });

  it.each(['stdio', 'pipe'])('feeds input as it is taken, over %s', async (carrier) => {
    async function* numbers(): AsyncGenerator<number> {
      for (let value = 1; value <= 5_000; value += 1) yield await Promise.resolve(value);
    }
    const run = invokeCommand({
      context,
      session: over(carrier),
      scriptBlock: 'begin { $sum = 0 } process { $sum += $_ } end { $sum }',
      inputObject: numbers(),
    });
    expect(plainOf(await run.all())).toEqual([12_502_500]);
  });

  it.each(['stdio', 'pipe'])('stops at once, and the session goes on, over %s', async (carrier) => {
    const session = over(carrier);
    const run = invokeCommand({ context, session, scriptBlock: '1; while ($true) { [Threading.Thread]::Sleep(5) }' });
    const first = await run.output[Symbol.asyncIterator]().next();
    expect(undecorated((first.value ?? null) as PSValue)).toBe(1);
    const started = performance.now();
    await run.stop();
    expect(performance.now() - started).toBeLessThan(20_000);
    expect(session.availability).toBe('Available');
    expect(plainOf(await invokeCommand({ context, session, scriptBlock: '"on"' }).all())).toEqual(['on']);
  });

  it('receives 64 MB, whole', { timeout: 120_000 }, async () => {
    let bytes = 0;
    const script = '$s = "x" * 65536; for ($i = 0; $i -lt 1024; $i++) { $s }';
    for await (const value of invokeCommand({ context, session: over('pipe'), scriptBlock: script })) {
      bytes += textOf(undecorated(value)).length;
    }
    expect(bytes).toBe(64 * 1024 * 1024);
  });

  it('carries an object larger than many fragments there and back', async () => {
    const text = 'ab"<&\u0000\ud83d\ude00'.repeat(60_000);
    const [back] = await invokeCommand({
      context,
      session: over('stdio'),
      scriptBlock: 'param($t) $t',
      argumentList: [text],
    }).all();
    expect(undecorated(back ?? null)).toBe(text);
  });

  it('runs several pools at once, each with its own state', { timeout: 120_000 }, async () => {
    const [file, ...args] = await peerCommand('-NoLogo', '-NoProfile', '-s');
    const made = await Promise.all(
      [1, 2, 3].map(() => newPSSession({ context, command: [file ?? '', ...args] }).one()),
    );
    const run = invokeCommand({
      context,
      session: made,
      scriptBlock: '$x = [Environment]::ProcessId; for ($i = 0; $i -lt 200; $i++) { "$x $i" }',
    });
    const lines = (await run.all()).map((value) => textOf(undecorated(value)));
    const perPool = new Map<string, number[]>();
    for (const [pool = '', number] of lines.map((line) => line.split(' ')))
      perPool.set(pool, [...(perPool.get(pool) ?? []), Number(number)]);
    expect([...perPool.values()]).toEqual(
      Array.from({ length: 3 }, () => Array.from({ length: 200 }, (_, index) => index)),
    );
    expect(run.outcomes.map(({ state, outputCount }) => [state, outputCount])).toEqual(
      Array.from({ length: 3 }, () => ['Completed', 200]),
    );
    await Promise.all(made.map((session) => session.runspace.close()));
    expect(made.map(({ state }) => state)).toEqual(['Closed', 'Closed', 'Closed']);
  });

  it('answers questions about the pool', async () => {
    const { runspace } = over('stdio');
    expect(await runspace.getAvailableRunspaces()).toBe(1);
    await invokeCommand({ context, session: over('stdio'), scriptBlock: '$kept = 1' }).all();
    expect(await runspace.resetRunspaceState()).toBe(true);
    expect(
      plainOf(await invokeCommand({ context, session: over('stdio'), scriptBlock: '$null -eq $kept' }).all()),
    ).toEqual([true]);
    const [known] = await runspace.getCommandMetadata(['Out-Default']);
    expect(known?.name).toBe('Out-Default');
    const { parameters } = known ?? {};
    expect(parameters instanceof PSDictionary ? parameters.keys : []).toContain('Transcript');
  });

  it('turns the death of the program into a Broken session with the reason', async () => {
    const [file, ...args] = await peerCommand('-NoLogo', '-NoProfile', '-s');
    const session = await newPSSession({ context, command: [file ?? '', ...args] }).one();
    const run = invokeCommand({ context, session, scriptBlock: '1; [Environment]::Exit(7)' });
    const { error } = await run.collect();
    expect(error[0]?.fullyQualifiedErrorId).toMatch(/PSSessionStateBroken$/);
    expect(error[0]?.message).toContain('exit code 7');
    expect([session.state, session.availability]).toEqual(['Broken', 'None']);
  });
});
