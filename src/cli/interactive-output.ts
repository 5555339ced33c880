/** Prints what a line of an entered session gives beside its host calls: errors, warnings, and objects without Out-Default. */
import { SessionErrorRecord, asSessionError, type CommandRun } from '../client/session/index.js';
import type { PSValue } from '../protocol/objects/index.js';
import { Renderer } from './render.js';
import type { Terminal } from './terminal.js';

export async function printLineOutput(run: CommandRun<PSValue>, terminal: Terminal): Promise<void> {
  // At a prompt objects and errors look as PowerShell shows them.
  const { formatForText, errorForText } = await import('./format-objects.js');
  const renderer = new Renderer('table', terminal, formatForText);
  const fail = async (record: SessionErrorRecord): Promise<void> => {
    await renderer.flush();
    terminal.err(`${errorForText(record.toErrorRecord(), terminal.width, terminal.color)}\n`);
  };
  try {
    for await (const record of run.records) {
      if (record.stream === 'error') await fail(record.value);
      // The other messages came as calls of the host, too, and are on the screen.
      else if (record.stream === 'output' || record.stream === 'progress') await renderer.record(record);
    }
  } catch (error) {
    await fail(new SessionErrorRecord(asSessionError(error)));
  }
  await renderer.end();
}
