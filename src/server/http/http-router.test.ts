import { describe, expect, it } from 'vitest';
import { PSSessionError } from '../../protocol/errors/index.js';
import type { Gate } from '../gate/gate.js';
import type { IncomingRequest } from './http-request.js';
import { HttpRouter } from './http-router.js';

describe('a request that fails in the endpoint', () => {
  it.each([
    ['of too many open files is to be sent again', 'EMFILE', 503],
    ['of anything else is not', 'EIO', 500],
  ])('%s', async (_name, code, status) => {
    const said: string[] = [];
    const router = new HttpRouter({
      path: '/wsman',
      scheme: 'http',
      gate: {
        authenticate: () =>
          Promise.reject(new PSSessionError('no', { cause: Object.assign(new Error(`${code}: no`), { code }) })),
      } as unknown as Gate,
      handle: () => Promise.reject(new Error('nobody came so far')),
      identify: () => undefined,
      maxEnvelopeBytes: 1000,
      audit: ({ event }) => void said.push(event),
      sleep: () => Promise.resolve(),
      closing: () => false,
    });
    const answer = await router.answer({
      method: 'POST',
      target: '/wsman',
      headers: new Map([['authorization', 'Basic eA==']]),
      connection: { facts: { remoteAddress: '127.0.0.1' } },
    } as unknown as IncomingRequest);
    expect([answer.status, said]).toEqual([status, ['internalError']]);
  });
});
