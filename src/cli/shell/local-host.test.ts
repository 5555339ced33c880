import { setTimeout as later } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { PSValue } from '../../protocol/objects/index.js';
import { createRunspace } from '../../powershell/engine/index.js';
import { scriptRun } from '../../powershell/engine/test-support/run-script.js';
import { localEngineHost } from './local-host.js';

const NEVER = new AbortController().signal;

describe('a host whose reader is slow', () => {
  it('is waited for by whoever writes', async () => {
    const written: string[] = [];
    let drain: (() => void) | undefined;
    const host = localEngineHost(
      { name: 'test', version: '1.0', hasUI: true, writeLine: (text) => void written.push(text) },
      { drained: () => new Promise((resolve) => (drain = resolve)) },
    );
    let isDone = false;
    const line = host.call('WriteLine2', ['a'], NEVER).then(() => (isDone = true));
    await later(5);
    expect([written, isDone]).toEqual([['a'], false]);
    drain?.();
    await line;
    expect(isDone).toBe(true);
  });
  it('is not waited for where there is room', async () => {
    const host = localEngineHost(
      { name: 'test', version: '1.0', hasUI: true, write: () => undefined },
      { drained: () => undefined },
    );
    expect(await host.call('Write1', ['a'], NEVER)).toBeNull();
  });
});

it('tells scripts whether colours may be written', async () => {
  for (const color of [true, false]) {
    const output: PSValue[] = [];
    await createRunspace().run({
      ...scriptRun('$Host.UI.SupportsVirtualTerminal', { output: (value) => void output.push(value) }),
      host: localEngineHost({ name: 'test', version: '1.0', hasUI: true }, { color }),
    });
    expect(output).toEqual([color]);
  }
});
