import { PassThrough } from 'node:stream';
import { StreamCarrier, type ByteCarrier } from './byte-carrier.js';

/** Two carriers joined in memory, for tests and in-process endpoints; `highWaterMark` bytes wait in each direction. */
export function memoryCarriers(highWaterMark = 65_536): readonly [ByteCarrier, ByteCarrier] {
  const there = new PassThrough({ highWaterMark });
  const back = new PassThrough({ highWaterMark });
  const first = new StreamCarrier('Memory', 'memory', back, there);
  const second = new StreamCarrier('Memory', 'memory', there, back);
  return [first, second];
}
