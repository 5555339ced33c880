import { describe, expect, it } from 'vitest';
import { linesOf } from '../language/run-script.js';

describe('queues and stacks', () => {
  it('give in their order what was put, also where somebody looks in between', async () => {
    const output = await linesOf(
      "$s = [Collections.Stack]::new(); 1..4 | % { $s.Push($_) }; $s.Pop(); $s -join ','; $s.Push(9); $s.Peek(); $s.ToArray() -join ','; $q = [Collections.Generic.Queue[int]]::new(); 1..6 | % { $q.Enqueue($_) }; $q.Dequeue(); $q.Dequeue(); $q -join ','; $q.Enqueue(7); $q.Dequeue(); $q.Peek(); $q.Count",
    );
    expect(output).toEqual(['4', '3,2,1', '9', '9,3,2,1', '1', '2', '3,4,5,6', '3', '4', '4']);
  });
  it('take a time that does not grow with their length', async () => {
    const took = async (count: number): Promise<number> => {
      const before = process.cpuUsage().user;
      await linesOf(
        `$s = [Collections.Stack]::new(); $q = [Collections.Queue]::new(); foreach ($i in 1..${count}) { $s.Push($i); $q.Enqueue($i) }; foreach ($i in 1..${count}) { $null = $s.Pop(); $null = $q.Dequeue() }`,
      );
      return process.cpuUsage().user - before;
    };
    await took(1000);
    const few = await took(5000);
    // Linear puts would make it forty times.
    expect(await took(100_000)).toBeLessThan(few * 60);
  });
});
