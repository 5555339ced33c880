/** Prints what a line of an entered session gives beside its host calls: errors, warnings, and objects without Out-Default. */
import { SessionErrorRecord, asSessionError, type CommandRun } from '../client/session/index.js';
import type { PSValue } from '../protocol/objects/index.js';
import { Renderer } from './render.js';
import type { Terminal } from './terminal.js';

export async function printLineOutput(run: CommandRun<PSValue>, terminal: Terminal): Promise<void> {
  const renderer = new Renderer('table', terminal, async (values, width) => {
    const { formatForText } = await import('./format-objects.js');
    return formatForText(values, width);
  });
  try {
    for await (const record of run.records) await renderer.record(record);
  } catch (error) {
    renderer.error(new SessionErrorRecord(asSessionError(error)));
  }
  await renderer.end();
}
