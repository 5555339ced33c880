import { describe, expect, it } from 'vitest';
import { PSSessionError } from '../../../protocol/errors/index.js';
import { CommandRun, type CommandWriter } from './command-run.js';

const run = (produce: (writer: CommandWriter<number>) => Promise<void>, more: object = {}): CommandRun<number> =>
  new CommandRun<number>({ commandClass: 'TestCommand', ...more }, produce);
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('the streams of a command', () => {
  it('come one by one, each in its order, however late they are read', async () => {
    const command = run(async (writer) => {
      writer.output(1);
      writer.warning('careful');
      writer.output(2);
      writer.error(new PSSessionError('bad', { errorId: 'Bad' }));
    });
    await command.completion;
    expect(await command.warning.toArray()).toMatchObject([{ message: 'careful' }]);
    expect(await command.all()).toEqual([1, 2]);
    expect((await command.error.toArray()).map((error) => error.fullyQualifiedErrorId)).toEqual([
      'Bad,Microsoft.PowerShell.Commands.TestCommand',
    ]);
  });

  it('come all together in the order of arrival', async () => {
    const command = run(async (writer) => {
      writer.output(1);
      writer.warning('w');
      writer.output(2);
    });
    expect((await command.records.toArray()).map(({ stream }) => stream)).toEqual(['output', 'warning', 'output']);
  });

  it('throw the terminating error after the output that came before it', async () => {
    const command = run(async (writer) => {
      writer.output(1);
      throw new PSSessionError('no', { errorId: 'No', category: 'InvalidOperation' });
    });
    const seen: number[] = [];
    await expect(
      (async () => {
        for await (const value of command) seen.push(value);
      })(),
    ).rejects.toMatchObject({ fullyQualifiedErrorId: 'No,Microsoft.PowerShell.Commands.TestCommand' });
    expect(seen).toEqual([1]);
  });

  it('end at the first error with errorAction stop, and stop the producer', async () => {
    let aborted = false;
    const command = run(
      async (writer) => {
        writer.output(1);
        writer.error(new PSSessionError('first', { errorId: 'First' }));
        aborted = writer.signal.aborted;
      },
      { errorAction: 'stop' },
    );
    await expect(command.completion).rejects.toMatchObject({ errorId: 'First' });
    expect(aborted).toBe(true);
  });

  it('stop when the reader leaves the loop', async () => {
    let ended = false;
    const command = run(async (writer) => {
      for (let value = 0; !writer.signal.aborted; value += 1) {
        writer.output(value);
        await turn();
      }
      ended = true;
    });
    for await (const value of command) if (value === 3) break;
    expect(ended).toBe(true);
  });

  it('give the first output, or the first error where there is none', async () => {
    expect(await run(async (writer) => writer.output(7)).one()).toBe(7);
    await expect(
      run(async (writer) => writer.error(new PSSessionError('x', { errorId: 'X' }))).one(),
    ).rejects.toMatchObject({ errorId: 'X' });
  });
});

describe('back-pressure', () => {
  const flood = (held: boolean[], total: number): CommandRun<number> =>
    run(
      async (writer) => {
        writer.onHold((value) => held.push(value));
        for (let value = 0; value < total; value += 1) {
          await writer.room();
          writer.output(value, undefined, 100);
        }
      },
      { highWaterBytes: 1_000 },
    );

  it('holds a producer nobody reads, and lets it go on when someone does', async () => {
    const held: boolean[] = [];
    const command = flood(held, 100);
    await turn();
    await turn();
    expect(held).toEqual([true]);
    expect(await command.all()).toHaveLength(100);
    expect(held[1]).toBe(false);
  });

  it('never starves the reader of one stream because another is not read', async () => {
    const held: boolean[] = [];
    const command = flood(held, 100);
    expect(await command.error.toArray()).toEqual([]); // output fills, but the reader of errors waits
    expect(await command.all()).toHaveLength(100);
  });

  it('keeps no more than the newest progress that nobody reads', async () => {
    const command = run(async (writer) => {
      for (let index = 0; index < 5_000; index += 1) {
        writer.write({
          stream: 'progress',
          origin: undefined,
          value: {
            activity: 'a',
            activityId: index,
            statusDescription: '',
            currentOperation: null,
            parentActivityId: -1,
            percentComplete: -1,
            type: 'Processing',
            secondsRemaining: -1,
          },
        });
        if (index % 100 === 0) await turn();
      }
      writer.output(1);
    });
    expect(await command.all()).toEqual([1]);
    const progress = await command.progress.toArray();
    expect(progress.length).toBeLessThanOrEqual(1_000);
    expect(progress.at(-1)?.activityId).toBe(4_999);
  });

  it('of many commands with one signal are no reason for a warning of Node', async () => {
    const warned: string[] = [];
    const note = (warning: Error): void => void warned.push(warning.name);
    process.on('warning', note);
    const abort = new AbortController();
    const commands = Array.from({ length: 20 }, () => run(() => turn(), { signal: abort.signal }));
    await Promise.all(commands.map(({ completion }) => completion));
    await turn();
    process.off('warning', note);
    expect(warned).toEqual([]);
  });
});
