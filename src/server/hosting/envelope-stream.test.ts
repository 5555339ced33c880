import { describe, expect, it } from 'vitest';
import { memoryCarriers } from '../../io/transport/index.js';
import type { EnvelopeAnswer } from '../caller.js';
import { eventually } from '../test-support/wsman-probe.js';
import { EnvelopeClient } from './envelope-client.js';
import { SeamLink } from './seam-link.js';

interface Asked {
  readonly lost: AbortSignal;
  readonly answer: (answer: EnvelopeAnswer) => void;
}

async function pair(): Promise<{ client: EnvelopeClient; link: SeamLink; asked: Asked[] }> {
  const [near, far] = memoryCarriers();
  const asked: Asked[] = [];
  const link = new SeamLink(far, {
    hello: () => null,
    handle: (_envelope, _head, lost) =>
      new Promise((answer) => {
        asked.push({ lost, answer });
        lost.addEventListener('abort', () => answer({ status: 500, envelope: new Uint8Array(0) }));
      }),
    closed: () => undefined,
  });
  link.attach();
  const client = new EnvelopeClient(near);
  await client.ask(1, null);
  return { client, link, asked };
}

describe('a stream of envelopes', () => {
  it('does not count a request as under way any more when its client is lost', async () => {
    const { client, link, asked } = await pair();
    const lost = new AbortController();
    const request = client.request(new Uint8Array(1), null, lost.signal);
    await eventually('the request is there', () => asked.length === 1);
    expect(client.inFlight).toBe(1);
    lost.abort();
    expect(await request).toEqual({ status: 500, envelope: new Uint8Array(0) });
    expect(client.inFlight).toBe(0);
    await eventually('the other side knows', () => asked[0]?.lost.aborted === true && link.requests === 0);
    await client.close();
  });

  it('says that an answer did not arrive which crosses the word that its client is lost', async () => {
    const { client, link, asked } = await pair();
    const lost = new AbortController();
    const request = client.request(new Uint8Array(1), null, lost.signal);
    await eventually('the request is there', () => asked.length === 1);
    const delivered: boolean[] = [];
    asked[0]?.answer({
      status: 200,
      envelope: new Uint8Array(3),
      written: (arrived) => void delivered.push(arrived),
    });
    lost.abort();
    await request;
    await eventually('it is told', () => delivered.length > 0);
    expect(delivered).toEqual([false]);
    expect(link.requests).toBe(0);
    await client.close();
  });
});
