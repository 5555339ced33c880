/** The server machines against the real PowerShell client, over a socket where it looks for a named pipe. */
import { mkdtempSync, rmSync } from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { peerAvailable, startPeer, type Peer } from '../../../test/support/peer.js';
import { ToyServer, simpleRecord, type ToyExecutor } from '../../../test/support/psrp-toy-server.js';
import { PSDateTime, PSObject, PSSecureString } from '../objects/index.js';

const execute: ToyExecutor = async (pipeline) => {
  const { id, pool, script } = pipeline;
  switch (script) {
    case 'streams':
      pool.sendOutput(id, 'out');
      pool.sendError(id, simpleRecord('soft', 'SoftId'));
      for (const kind of ['Warning', 'Verbose', 'Debug'] as const) pool.sendInformational(id, { kind, message: kind });
      pool.sendProgress(id, {
        activity: 'act',
        activityId: 1,
        statusDescription: 's',
        currentOperation: null,
        parentActivityId: -1,
        percentComplete: 50,
        type: 'Processing',
        secondsRemaining: -1,
      });
      pool.sendInformation(id, {
        messageData: 'info',
        source: 'toy',
        timeGenerated: new PSDateTime(638_000_000_000_000_000n, 'Utc'),
        tags: ['t'],
        user: 'u',
        computer: 'c',
        processId: 1,
        nativeThreadId: 2,
        managedThreadId: 3,
      });
      pool.sendOutput(id, PSObject.custom({ A: 1, B: 'x' }));
      return;
    case 'fail':
      throw new Error('hard');
    case 'echo':
      for (const value of await pipeline.input) pool.sendOutput(id, value);
      return;
    case 'secret':
      for (const value of await pipeline.input) {
        pool.sendOutput(id, value instanceof PSSecureString ? (value.plainText ?? '?') : 'none');
      }
      pool.sendOutput(id, PSSecureString.fromPlainText('back'));
      return;
    case 'ask':
      pool.sendOutput(id, (await pipeline.call('ReadLine', [])) as string);
      pool.sendOutput(
        id,
        Number(
          await pipeline.call('PromptForChoice', [
            'c',
            'm',
            [
              { label: '&A', helpMessage: 'h' },
              { label: '&B', helpMessage: '' },
            ],
            0,
          ]),
        ),
      );
      await pipeline.call('WriteLine2', ['written']);
      return;
    case 'wait':
      await new Promise<void>((resolve) => pipeline.onStop(resolve));
      return;
    case 'many':
      for (let value = 0; value < 100_000; value += 1) {
        pool.sendOutput(id, value);
        if (value % 1_000 === 999) pipeline.flush();
      }
      return;
    case 'big':
      pool.sendOutput(id, 'x'.repeat(8 * 1024 * 1024));
      return;
    default:
      pool.sendOutput(id, script);
  }
};

describe.skipIf(!peerAvailable || process.platform === 'win32')('ServerPool against the real client', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'pss-'));
  const name = `pss${process.pid}`;
  const file = path.join(os.tmpdir(), `CoreFxPipe_${name}`);
  const sockets = new Set<net.Socket>();
  const servers: ToyServer[] = [];
  const listener = net.createServer((socket) => {
    sockets.add(socket);
    const server = new ToyServer(execute, (bytes) => socket.write(bytes));
    servers.push(server);
    socket.on('data', (chunk) => server.feed(chunk));
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
  });
  let peer: Peer;

  beforeAll(async () => {
    await new Promise<void>((resolve) => listener.listen(file, resolve));
    peer = await startPeer('client');
    const answer = await peer.ask({
      op: 'open',
      pipe: name,
      min: 1,
      max: 2,
      timeoutMs: 20_000,
      answers: { ReadLine: ['line'], PromptForChoice: [1] },
    });
    expect(answer).toMatchObject({ state: 'Opened' });
  }, 120_000);
  afterAll(async () => {
    await peer[Symbol.asyncDispose]();
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => listener.close(resolve));
    rmSync(folder, { recursive: true, force: true });
  });
  const run = (script: string, more: object = {}): Promise<Readonly<Record<string, unknown>>> =>
    peer.ask({ op: 'run', script, ...more }, 60_000);

  it('opens, with its sizes and the private data', async () => {
    expect(await peer.ask({ op: 'info' })).toMatchObject({ state: 'Opened', min: 1, max: 2, available: 2 });
    expect(servers[0]?.pool.protocolVersion).toBe('2.3');
  });

  it('takes every stream', async () => {
    expect(await run('streams')).toMatchObject({
      state: 'Completed',
      texts: ['out', '@{A=1; B=x}'],
      errors: [{ fqid: 'SoftId', category: 'InvalidOperation', message: 'soft' }],
      streams: {
        warning: ['Warning'],
        verbose: ['Verbose'],
        debug: ['Debug'],
        information: [{ text: 'info', source: 'toy', tags: ['t'] }],
        progress: [{ activity: 'act', status: 's', percent: 50, type: 'Processing' }],
      },
    });
  });

  it('fails with our error', async () => {
    expect(await run('fail')).toMatchObject({ state: 'Failed', terminating: { fqid: 'Toy', message: 'hard' } });
  });

  it('feeds input', async () => {
    expect(await run('echo', { input: [1, 'two'] })).toMatchObject({ state: 'Completed', texts: ['1', 'two'] });
  });

  it('exchanges the key for SecureStrings of both directions', async () => {
    expect(await run('secret', { input: [{ $secret: 'hidden' }] })).toMatchObject({
      texts: ['hidden', 'System.Security.SecureString'],
      // The real serializer's own form of a SecureString outside of a session: UTF-16 of 'back'.
      output: [expect.anything(), expect.stringContaining('6200610063006b00')],
    });
  });

  it('answers what it is asked, and says when it cannot', async () => {
    expect(await run('ask')).toMatchObject({ state: 'Completed', texts: ['line', '1'] });
    expect(await run('ask')).toMatchObject({
      state: 'Failed',
      terminating: { message: expect.stringContaining('ReadLine') },
    });
  });

  it('receives 8 MB as one object', async () => {
    const answer = await run('big');
    expect(answer['state']).toBe('Completed');
    expect(String((answer['texts'] as readonly string[])[0]).length).toBe(8 * 1024 * 1024);
  });

  it('receives 100,000 integers', async () => {
    const answer = await peer.ask({ op: 'rate', script: 'many' });
    expect(answer).toMatchObject({ received: 100_000, last: '99999' });
  });

  it('stops', async () => {
    const waiting = peer.start({ op: 'run', script: 'wait', timeoutMs: 500 }, 30_000);
    expect(await waiting.answer).toMatchObject({ timedOut: true });
    expect(servers[0]?.events.filter(({ type }) => type === 'stopRequested').length).toBeGreaterThan(0);
  });

  it('closes', async () => {
    await peer.ask({ op: 'close' });
    expect(servers[0]?.pool.state).toBe('Closed');
  });
});
