/** The client machines against the real PowerShell engine over stdio. Skipped, aloud, where it cannot be built. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ChildClient, scriptDefinition } from '../../../test/support/psrp-driver.js';
import { peerAvailable, peerCommand } from '../../../test/support/peer.js';
import { PSDictionary, PSObject, PSSecureString, type PSValue } from '../objects/index.js';
import type { HostCall, HostInfo } from './index.js';

const HOST: HostInfo = {
  isHostNull: false,
  isHostUINull: false,
  isHostRawUINull: false,
  useRunspaceHost: false,
  defaultData: {
    foregroundColor: 7,
    backgroundColor: 0,
    cursorPosition: { x: 1, y: 2 },
    windowPosition: { x: 0, y: 0 },
    cursorSize: 25,
    bufferSize: { width: 133, height: 3000 },
    windowSize: { width: 133, height: 50 },
    maxWindowSize: { width: 133, height: 50 },
    maxPhysicalWindowSize: { width: 200, height: 60 },
    windowTitle: 'title',
  },
};

describe.skipIf(!peerAvailable)('ClientPool against the real engine over stdio', () => {
  let client: ChildClient;
  const calls: HostCall[] = [];

  beforeAll(async () => {
    client = new ChildClient(await peerCommand('-NoLogo', '-NoProfile', '-s'), {
      hostInfo: HOST,
      maxRunspaces: 3,
      applicationArguments: new PSDictionary([['Colour', 'green']]),
    });
    client.answer = (call) => {
      calls.push(call);
      switch (call.method) {
        case 'ReadLine':
          return { result: 'typed line' };
        case 'ReadLineAsSecureString':
          return { result: PSSecureString.fromPlainText('hush') };
        case 'PromptForChoice':
          return { result: 1 };
        case 'PromptForChoiceMultipleSelection':
          return { result: [0, 2] };
        case 'PromptForCredential1':
        case 'PromptForCredential2':
          return { result: { userName: 'dom\\user', password: PSSecureString.fromPlainText('pässword') } };
        case 'Prompt':
          return {
            result: new Map<string, PSValue>([
              ['Name', 'Ann'],
              ['Age', 7],
            ]),
          };
        case 'ReadKey':
          return { result: { virtualKeyCode: 65, character: 'a', controlKeyState: 0, keyDown: true } };
        default:
          return { result: null };
      }
    };
    await client.open();
  }, 120_000);
  afterAll(async () => {
    await client[Symbol.asyncDispose]();
  });

  const run = (script: string, options = {}): ReturnType<ChildClient['run']> => client.run(script, options);

  it('opens, negotiates, and knows the server', () => {
    expect(client.pool.state).toBe('Opened');
    expect(client.pool.protocolVersion).toBe('2.3');
    expect(client.pool.applicationPrivateData?.hasEntry('PSVersionTable')).toBe(true);
  });

  it('gives output of every kind', async () => {
    const result = await run("1; 'two'; 3L; $null; $true; 1.5; [guid]::Empty; ,@(1,2); @{ a = 1 }");
    expect(result.state).toBe('Completed');
    expect(result.output.slice(0, 5)).toEqual([1, 'two', 3n, null, true]);
    expect(result.output[8]).toBeInstanceOf(PSDictionary);
  });

  it('has the application arguments in $PSSenderInfo', async () => {
    expect((await run('$PSSenderInfo.ApplicationArguments.Colour')).output).toEqual(['green']);
  });

  it('fails with the terminating error', async () => {
    const result = await run("throw 'no way'");
    const end = result.events.at(-1);
    expect(result.state).toBe('Failed');
    expect(end?.type === 'pipelineStateChanged' && end.error?.exception.message).toBe('no way');
    expect(end?.type === 'pipelineStateChanged' && end.error?.exception.typeNames[0]).toBe(
      'System.Management.Automation.RuntimeException',
    );
  });

  it('gives non-terminating errors, warnings, verbose, debug, progress and information with where they came from', async () => {
    const script = `
      function f { [CmdletBinding()] param()
        $PSCmdlet.WriteError([System.Management.Automation.ErrorRecord]::new([Exception]::new('bad'), 'BadId', 'InvalidData', 5))
        $VerbosePreference = 'Continue'; $DebugPreference = 'Continue'; $InformationPreference = 'Continue'
        $PSCmdlet.WriteWarning('careful'); $PSCmdlet.WriteVerbose('verbose'); $PSCmdlet.WriteDebug('debug')
        $PSCmdlet.WriteProgress([System.Management.Automation.ProgressRecord]::new(3, 'act', 'status'))
        $PSCmdlet.WriteInformation('info', @('tag'))
      }
      f`;
    const { events, state } = await run(script);
    expect(state).toBe('Completed');
    const error = events.find((event) => event.type === 'error');
    expect(error?.type === 'error' && error.record).toMatchObject({
      fullyQualifiedErrorId: 'BadId,f',
      category: 'InvalidData',
      targetObject: 5,
      exception: { message: 'bad' },
      invocationInfo: { myCommand: { name: 'f' } },
    });
    const informational = events.flatMap((event) => (event.type === 'informational' ? [event.record] : []));
    expect(informational.map(({ kind, message }) => `${kind} ${message}`)).toEqual([
      'Warning careful',
      'Verbose verbose',
      'Debug debug',
    ]);
    expect(informational[0]?.invocationInfo?.myCommand?.name).toBe('f');
    const progress = events.find((event) => event.type === 'progress');
    expect(progress?.type === 'progress' && progress.record).toMatchObject({
      activityId: 3,
      activity: 'act',
      type: 'Processing',
    });
    const information = events.find((event) => event.type === 'information');
    expect(information?.type === 'information' && information.record).toMatchObject({
      messageData: 'info',
      tags: ['tag'],
    });
  });

  it('feeds input and its end', async () => {
    const id = client.start('$input | & { process { $_ * 2 } }', { noInput: false });
    for (let value = 1; value <= 200; value += 1) client.pool.sendInput(id, value);
    client.pool.endInput(id);
    client.pump();
    expect((await client.result(id)).output).toEqual(Array.from({ length: 200 }, (_, index) => (index + 1) * 2));
  });

  it('passes parameters, switches and several commands of a pipeline', async () => {
    const base = scriptDefinition('').statements[0]?.[0];
    if (base === undefined) throw new Error('no command');
    await run('function global:g { param($Name, [switch]$Loud, $Rest) "$Name $Loud $Rest" }');
    const definition = {
      ...scriptDefinition(''),
      statements: [
        [
          {
            ...base,
            command: 'g',
            isScript: false,
            parameters: [{ name: 'Name', value: 'n' }, { name: '-Loud:', value: true }, { value: 9 }],
          },
          { ...base, command: 'process { "<$_>" }' },
        ],
        [{ ...base, command: "'second'" }],
      ],
    };
    expect((await client.run(definition)).output).toEqual(['<n True 9>', 'second']);
  });

  it('answers host calls of many kinds', async () => {
    calls.length = 0;
    const script = `
      $ui = $Host.UI
      $ui.ReadLine()
      $ui.PromptForChoice('c', 'm', [System.Management.Automation.Host.ChoiceDescription[]]@('&Yes','&No'), 0)
      $f = [System.Collections.ObjectModel.Collection[System.Management.Automation.Host.FieldDescription]]::new()
      $f.Add([System.Management.Automation.Host.FieldDescription]::new('Name'))
      $f.Add([System.Management.Automation.Host.FieldDescription]::new('Age'))
      $r = $ui.Prompt('c', 'm', $f); $r['Name']; $r['Age']
      $ui.RawUI.ReadKey('IncludeKeyDown').Character.ToString()
      $ui.RawUI.BufferSize.Width; $ui.RawUI.WindowTitle; $ui.RawUI.ForegroundColor.ToString()
      $ui.RawUI.CursorPosition = [System.Management.Automation.Host.Coordinates]::new(4, 5)
      $ui.RawUI.SetBufferContents([System.Management.Automation.Host.Rectangle]::new(-1,-1,-1,-1), [System.Management.Automation.Host.BufferCell]::new(' ', 'White', 'Black', 'Complete'))
      $ui.Write('w'); $ui.Write('Red', 'Black', 'x'); $ui.WriteLine(); $ui.WriteLine('l'); $ui.WriteErrorLine('e')
      $Host.SetShouldExit(3)`;
    const { output, state } = await run(script);
    expect(state).toBe('Completed');
    expect(output).toEqual(['typed line', 1, 'Ann', '7', 'a', 133, 'title', 'Gray']);
    const seen = client.events.flatMap((event) => (event.type === 'hostCall' ? [event.call] : []));
    const wanted = [
      'SetCursorPosition',
      'SetBufferContents1',
      'Write1',
      'Write2',
      'WriteLine1',
      'WriteLine2',
      'WriteErrorLine',
      'SetShouldExit',
    ];
    for (const name of wanted) expect(seen.map(({ method }) => method)).toContain(name);
    expect(seen.find(({ method }) => method === 'SetCursorPosition')?.parameters).toEqual([{ x: 4, y: 5 }]);
    expect(seen.find(({ method }) => method === 'SetBufferContents1')?.parameters).toEqual([
      { left: -1, top: -1, right: -1, bottom: -1 },
      { character: ' ', foregroundColor: 15, backgroundColor: 0, bufferCellType: 0 },
    ]);
    expect(seen.find(({ method }) => method === 'SetShouldExit')?.parameters).toEqual([3]);
  });

  it('takes SecureStrings both ways, with the key exchange that they need', async () => {
    expect(client.pool.hasSessionKey).toBe(false);
    const made = await run(
      "$s = [securestring]::new(); 'geheim'.ToCharArray() | & { process { $s.AppendChar($_) } }; $s; 'after'",
    );
    expect(client.pool.hasSessionKey).toBe(true);
    expect(made.output[0] instanceof PSSecureString && made.output[0].plainText).toBe('geheim');
    expect(made.output[1]).toBe('after');
    const plain = "[System.Net.NetworkCredential]::new('', $_).Password";
    const asked = await run(`$Host.UI.ReadLineAsSecureString() | & { process { ${plain} } }
      $c = $Host.UI.PromptForCredential('c', 'm', 'u', 't'); $c.UserName; $c.GetNetworkCredential().Password`);
    expect(asked.output).toEqual(['hush', 'dom\\user', 'pässword']);
    const id = client.start(`$input | & { process { ${plain} } }`, { noInput: false });
    client.pool.sendInput(id, PSSecureString.fromPlainText('fed'));
    client.pool.endInput(id);
    client.pump();
    expect((await client.result(id)).output).toEqual(['fed']);
  });

  it('stops a pipeline that sleeps, and one that floods', async () => {
    const sleeper = client.start(
      "'go'; [System.Threading.Thread]::Sleep(200); while ($true) { [System.Threading.Thread]::Sleep(20) }",
    );
    await client.waitFor((event) => event.type === 'output' && event.pipelineId === sleeper, 'first output');
    client.stop(sleeper);
    const stopped = await client.result(sleeper);
    const end = stopped.events.at(-1);
    expect(stopped.state).toBe('Stopped');
    expect(end?.type === 'pipelineStateChanged' && end.error?.fullyQualifiedErrorId).toBe('PipelineStopped');
    const flood = client.start('while ($true) { 1 }');
    await client.waitFor((event) => event.type === 'output' && event.pipelineId === flood, 'flood');
    client.stop(flood);
    expect((await client.result(flood)).state).toBe('Stopped');
  });

  it('runs several pipelines at once', async () => {
    const ids = [1, 2, 3, 4, 5].map((n) => client.start(`[System.Threading.Thread]::Sleep(30); ${n}`));
    const results = await Promise.all(ids.map((id) => client.result(id)));
    expect(results.map(({ output }) => output)).toEqual([[1], [2], [3], [4], [5]]);
  });

  it('asks and changes the number of runspaces', async () => {
    const availability = async (callId: bigint): Promise<unknown> => {
      client.pump();
      return await client.waitFor(
        (event) => event.type === 'runspaceAvailability' && event.callId === callId,
        'availability',
      );
    };
    expect(await availability(client.pool.getAvailableRunspaces())).toMatchObject({ available: 3 });
    const set = client.pool.setMaxRunspaces(5);
    expect(set.type === 'sent' && (await availability(set.callId))).toMatchObject({ succeeded: true });
    expect(client.pool.maxRunspaces).toBe(5);
    expect(await availability(client.pool.resetRunspaceState())).toMatchObject({ succeeded: false });
  });

  it('receives 64 MB of output', async () => {
    const before = performance.now();
    const { output, state } = await run("$s = 'x' * 1MB; for ($i = 0; $i -lt 60; $i++) { $s }; 'y' * 4MB");
    expect(state).toBe('Completed');
    expect(output.length).toBe(61);
    expect(output.reduce((sum: number, value) => sum + (typeof value === 'string' ? value.length : 0), 0)).toBe(
      64 * 1024 * 1024,
    );
    expect(performance.now() - before).toBeLessThan(60_000);
  }, 90_000);

  it('runs 300 scripts', async () => {
    for (let index = 0; index < 300; index += 1) {
      expect((await run(`${index} + 1`)).output).toEqual([index + 1]);
    }
  }, 60_000);

  it('decodes an object with its properties', async () => {
    const { output } = await run(
      '[pscustomobject]@{ A = 1; B = [pscustomobject]@{ C = 2 } }; [System.Diagnostics.Process]::GetCurrentProcess()',
    );
    expect(output[0] instanceof PSObject && output[0].get('A')).toBe(1);
    expect(output[1] instanceof PSObject && output[1].typeNames[0]).toBe('Deserialized.System.Diagnostics.Process');
  });

  it('closes', async () => {
    await client.close();
    expect(client.pool.state).toBe('Closed');
  });
});

describe.skipIf(!peerAvailable)('every protocol version against the real engine', () => {
  it.each(['2.1', '2.2', '2.3', '2.4'] as const)(
    '%s, with SecureStrings of both directions',
    async (protocolVersion) => {
      await using client = new ChildClient(await peerCommand('-NoLogo', '-NoProfile', '-s'), { protocolVersion });
      await client.open();
      expect(client.pool.protocolVersion).toBe(protocolVersion);
      const script = "$input | & { process { [System.Net.NetworkCredential]::new('', $_).Password; $_ } }";
      const id = client.start(script, { noInput: false });
      client.pool.sendInput(id, PSSecureString.fromPlainText('gehëim'));
      client.pool.endInput(id);
      client.pump();
      const { output, state } = await client.result(id);
      expect(state).toBe('Completed');
      expect(output[0]).toBe('gehëim');
      expect(output[1] instanceof PSSecureString && output[1].plainText).toBe('gehëim');
      expect(client.events.some(({ type }) => type === 'keyExchanged')).toBe(protocolVersion !== '2.4');
      const back = await client.run("$s = [securestring]::new(); $s.AppendChar('x'); $s");
      expect(back.output[0] instanceof PSSecureString && back.output[0].plainText).toBe('x');
      await client.close();
    },
    60_000,
  );

  it('asks for the key first when the server has to send the first SecureString', async () => {
    for (const protocolVersion of ['2.1', '2.2'] as const) {
      await using client = new ChildClient(await peerCommand('-s'), { protocolVersion });
      await client.open();
      const { output } = await client.run("$s = [securestring]::new(); $s.AppendChar('x'); $s");
      expect(output[0] instanceof PSSecureString && output[0].plainText).toBe('x');
    }
  }, 60_000);
});

describe.skipIf(!peerAvailable)('a pool of one runspace at the real engine', () => {
  it('starts a nested pipeline beside a script that is busy', { timeout: 60_000 }, async () => {
    await using client = new ChildClient(await peerCommand('-NoLogo', '-NoProfile', '-s'), { hostInfo: HOST });
    await client.open();
    const busy = client.start("'begun'; while ($true) { $null = 1 }");
    await client.waitFor((event) => event.type === 'output' && event.pipelineId === busy, 'first output');
    const base = scriptDefinition('Get-Command');
    const command = base.statements[0]?.[0];
    if (command === undefined) throw new Error('no command');
    const nested = { ...command, isScript: false, parameters: [{ name: 'Name', value: 'Where-Object' }] };
    const found = await client.run({ ...base, isNested: true, statements: [[nested]] }, { isNested: true });
    expect(found.state).toBe('Completed');
    expect(found.output).toHaveLength(1);
    client.stop(busy);
    expect((await client.result(busy)).state).toBe('Stopped');
  });
});
