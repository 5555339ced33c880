import { getEventListeners } from 'node:events';
import { expect, it } from 'vitest';
import { ping } from './test-connection.js';

it('leaves no listener behind where there is no program to ask', async () => {
  const { PATH } = process.env;
  const { signal } = new AbortController();
  process.env['PATH'] = '';
  try {
    expect(await ping({ address: '127.0.0.1', family: 4 }, 1, 32, signal)).toMatchObject({ ok: false, missing: true });
    expect(getEventListeners(signal, 'abort')).toHaveLength(0);
  } finally {
    process.env['PATH'] = PATH;
  }
});
