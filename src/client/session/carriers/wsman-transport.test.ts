import { describe, expect, it } from 'vitest';
import { TransportError, WsmanFaultError } from '../../../protocol/errors/index.js';
import type { ShellServiceOptions } from '../../../protocol/wsman/index.js';
import { Pair, seededRandom } from '../../../protocol/wsman/pair.fixture.js';
import { guidFromRandom } from '../../../protocol/bytes/index.js';
import type { PinnedConnection } from './http-poster.js';
import { WsmanExchange } from './wsman-exchange.js';
import { WsmanRunspaceTransport } from './wsman-transport.js';

const random = seededRandom(7);
const never = new AbortController().signal;

type Fate = 'lost' | 'unheard' | undefined;

/** A shell at a service that is reached by plain calls; the options say what the network does to a request. */
async function opened(
  options: { maxRetryMs: number; onDelete: (attempt: number) => Fate; onReceive?: (request: string) => Fate },
  service: Partial<ShellServiceOptions> = {},
) {
  const pair = new Pair(service);
  let deletes = 0;
  const post: PinnedConnection['post'] = async (body, _timeoutMs, signal) => {
    const text = new TextDecoder().decode(body);
    const isDelete = text.includes('/transfer/Delete');
    const isReceive = text.includes('/shell/Receive');
    const how = isDelete ? options.onDelete((deletes += 1)) : isReceive ? options.onReceive?.(text) : undefined;
    if (how === 'lost') throw cut();
    const id = pair.post(body);
    if (how === 'unheard') throw cut();
    const answer = pair.answers.get(id);
    if (answer === undefined) {
      return await new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
      });
    }
    const headers = new Map([['content-type', 'application/soap+xml;charset=UTF-8']]);
    return { status: answer.status, headers, body: answer.envelope };
  };
  const poster = { connection: () => ({ post, close: () => undefined }), close: () => Promise.resolve() };
  const { maxRetryMs } = options;
  const transport = new WsmanRunspaceTransport({
    client: pair.client(2),
    exchange: (onRetry) => new WsmanExchange({ poster, address: 'server', maxRetryMs, onRetry }),
    resourceUri: 'http://schemas.microsoft.com/powershell/Microsoft.PowerShell',
    compressed: false,
  });
  const shellId = guidFromRandom(random(16));
  await transport.openShell({ shellId, name: 'one', fragments: Uint8Array.of(1) }, never);
  return { pair, transport, shellId, deletes: () => deletes };
}
const cut = (): TransportError => new TransportError('WSMan', 'cut', { code: 'ECONNRESET' });

describe('closing a shell over a network that fails', () => {
  it('asks again when the Delete is lost', async () => {
    const { pair, transport, deletes } = await opened({
      maxRetryMs: 60_000,
      onDelete: (attempt) => (attempt === 1 ? 'lost' : undefined),
    });
    await transport.closeShell(never);
    expect([pair.service.shells().length, deletes()]).toEqual([0, 2]);
  });

  it('is content when the Delete was done and its answer lost, whoever answers the second one', async () => {
    const { pair, transport, deletes } = await opened({
      maxRetryMs: 60_000,
      onDelete: (attempt) => (attempt === 1 ? 'unheard' : undefined),
    });
    await transport.closeShell(never);
    expect([pair.service.shells().length, deletes()]).toEqual([0, 2]);
    // A server that remembers no answers says that there is no such shell.
    const { transport: other, pair: forgetful } = await opened({ maxRetryMs: 0, onDelete: () => undefined });
    for (const { shellId } of forgetful.service.shells()) forgetful.work(forgetful.service.removeShell(shellId, 1000));
    await other.closeShell(never);
  });

  it('says what kept it from it, at the limit of the session option', async () => {
    const { pair, transport, deletes } = await opened({ maxRetryMs: 0, onDelete: () => 'lost' });
    await expect(transport.closeShell(never)).rejects.toThrow(/cut/);
    expect([pair.service.shells().length, deletes()]).toEqual([1, 1]);
  });

  it('takes no other refusal for a shell that is gone', async () => {
    // The pool's Receive is the one.
    const quotas = { maxConcurrentOperationsPerUser: 1 };
    const { pair, transport } = await opened({ maxRetryMs: 0, onDelete: () => undefined }, { quotas });
    await expect(transport.closeShell(never)).rejects.toThrow(WsmanFaultError);
    expect(pair.service.shells().length).toBe(1);
  });
});

describe('a network that is lost while a command runs', () => {
  it('gives what was said meanwhile, once, to whoever takes the shell up again', async () => {
    let isThere = true;
    const { pair, transport, shellId } = await opened({
      maxRetryMs: 0,
      onDelete: () => undefined,
      onReceive: (request) => (isThere || !request.includes('CommandId') ? undefined : 'unheard'),
    });
    const commandId = guidFromRandom(random(16));
    const got: number[] = [];
    const lost = new Promise<void>((resolve) => {
      transport.attach({
        poolData: () => undefined,
        pipelineData: (_id, bytes) => void got.push(...bytes),
        pipelineClosed: () => undefined,
        shellDisconnected: () => resolve(),
        connectionRetry: () => undefined,
        closed: () => undefined,
      });
    });
    pair.host = (event) => {
      // Before the first Receive comes.
      if (event.type === 'commandStarted') queueMicrotask(() => pair.output(shellId, commandId, [1, 2, 3]));
      return { processId: 77 };
    };
    isThere = false;
    await transport.startPipeline(commandId, Uint8Array.of(1), '', never);
    await lost;
    isThere = true;
    pair.output(shellId, commandId, [4, 5]);
    await transport.reconnectShell([commandId], never);
    await expect.poll(() => got).toEqual([1, 2, 3, 4, 5]);
    await transport[Symbol.asyncDispose]();
  });
});

describe('a server that is busy for a while', () => {
  it('is not told as back between two refusals', async () => {
    const answers = [503, 503, 200];
    const told: boolean[] = [];
    const post: PinnedConnection['post'] = () =>
      Promise.resolve({
        status: answers.shift() ?? 200,
        headers: new Map([['content-type', answers.length === 0 ? 'application/soap+xml' : 'text/plain']]),
        body: new Uint8Array(),
      });
    const poster = { connection: () => ({ post, close: () => undefined }), close: () => Promise.resolve() };
    const onRetry = (retrying: boolean): void => void told.push(retrying);
    const exchange = new WsmanExchange({ poster, address: 'http://server/wsman', maxRetryMs: 60_000, onRetry });
    await exchange.post(post, 'Receive', new Uint8Array(), 1000, never, true);
    expect(told).toEqual([true, true, false]);
  });
});
