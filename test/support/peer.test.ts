import { describe, expect, it } from 'vitest';
import { peerAvailable, peerCommand, startPeer, startPipeServer } from './peer.js';
import { runProcess, startProcess } from './processes.js';

describe.skipIf(!peerAvailable)('the real-engine peer', () => {
  it('evaluates in a fresh runspace each time', async () => {
    await using peer = await startPeer('eval');
    const [first, second] = await Promise.all([
      peer.ask({ script: '$x = 5; $x; throw "boom"' }),
      peer.ask({ script: '$null -eq $x; [TimeZoneInfo]::Local.BaseUtcOffset.Ticks' }),
    ]);
    expect(first).toMatchObject({ texts: ['5'], terminating: { fqid: 'boom' }, state: 'Failed' });
    expect(second).toMatchObject({ texts: ['True', '0'], state: 'Completed' });
  });

  it('parses, with incomplete input told apart', async () => {
    await using peer = await startPeer('parse');
    expect(await peer.ask({ text: 'if ($a' })).toMatchObject({ errors: [{ incompleteInput: true }] });
    expect(await peer.ask({ text: "'a'", tokens: true })).toMatchObject({
      errors: [],
      tree: { type: 'ScriptBlockAst', start: 0, end: 3 },
      tokens: [{ type: 'StringLiteralToken', value: 'a' }, { kind: 'EndOfInput' }],
    });
  });

  it('reads and writes CLIXML', async () => {
    await using peer = await startPeer('clixml');
    const xml =
      '<Objs Version="1.1.0.1" xmlns="http://schemas.microsoft.com/powershell/2004/04"><I64>7</I64><Nil /></Objs>';
    expect(await peer.ask({ xml, list: true })).toMatchObject({ types: ['System.Int64', null], texts: ['7', null] });
    expect(await peer.ask({ xml: '<no' })).toHaveProperty('error');
  });

  it('is a client and a server over a pipe', async () => {
    const pipe = `pssession-peer-test-${process.pid}`;
    await using server = await startPipeServer(pipe);
    await using client = await startPeer('client');
    expect(server.pid).toBeGreaterThan(0);
    expect(await client.ask({ op: 'open', pipe, answers: { ReadLine: ['yes'] } })).toMatchObject({ state: 'Opened' });
    const run = await client.ask({ op: 'run', script: '$args[0]; $input; $Host.UI.ReadLine()', args: [1], input: [2] });
    expect(run).toMatchObject({ texts: ['1', '2', 'yes'], host: [{ method: 'ReadLine' }], state: 'Completed' });
    const endless = client.start({ op: 'run', script: 'while ($true) {}' });
    await client.ask({ op: 'stop', target: endless.id });
    expect(await endless.answer).toMatchObject({ state: 'Stopped' });
    expect(await client.ask({ op: 'close' })).toMatchObject({ state: 'Closed' });
  });

  it('stands in for pwsh -s and ends with its input', async () => {
    await using server = startProcess(await peerCommand('-NoLogo', '-NoProfile', '-s'));
    server.child.stdin.end();
    expect((await server.exited).code).toBe(4000 & 0xff);
    const version = await runProcess(await peerCommand('version'));
    expect(version.stdout).toMatch(/^7\.6\./);
  });
});
