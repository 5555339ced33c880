/** What a line of an entered session prints beside its host calls. */
import { expect, it } from 'vitest';
import { CommandRun } from '../client/session/index.js';
import type { PSValue } from '../protocol/objects/index.js';
import { printLineOutput } from './interactive-output.js';
import type { Terminal } from './terminal.js';

it('prints objects and errors; a warning came as a call of the host, and is not printed again', async () => {
  let out = '';
  let err = '';
  const terminal = {
    out: (text: string) => void (out += text),
    err: (text: string) => void (err += text),
    width: 80,
    height: 24,
    color: false,
    isTerminal: true,
    interactive: true,
  } as unknown as Terminal;
  const run = new CommandRun<PSValue>({ commandClass: 'EnterPSSessionCommand' }, (writer) => {
    writer.output('an object');
    writer.warning('careful');
    writer.error(new Error('broken'));
    return Promise.resolve();
  });
  await printLineOutput(run, terminal);
  expect(out).toContain('an object');
  expect(err).toContain('broken');
  expect(out + err).not.toContain('careful');
});
