/** BitOperations and Buffer: numbers and bytes bit by bit. */
import type { PSValue } from '../../../protocol/objects/index.js';
import { unwrap } from '../values/live.js';
import { addMembers, defineType, requireType } from '../values/net-type.js';
import { argumentError, argumentNull, big, num, uint, ulong } from './support.js';

/** A value as it stands in so many bits. */
const bits = (value: PSValue | undefined, width: number): bigint => BigInt.asUintN(width, big(value));
const count = (value: bigint): number => value.toString(2).replaceAll('0', '').length;
const leading = (value: bigint, width: number): number => (value === 0n ? width : width - value.toString(2).length);
const trailing = (value: bigint, width: number): number =>
  value === 0n ? width : (/0*$/.exec(value.toString(2))?.[0].length ?? 0);
const rotate = (value: bigint, by: number, width: number): bigint => {
  const shift = BigInt(((by % width) + width) % width);
  return BigInt.asUintN(width, (value << shift) | (value >> (BigInt(width) - shift)));
};
const OF = { uint: 32, ulong: 64 } as const;
const OPERATIONS = defineType('System.Numerics.BitOperations', { staticClass: true });
for (const [word, width] of Object.entries(OF)) {
  const made = (value: bigint): PSValue => (width === 32 ? uint(Number(value)) : ulong(value));
  const signed = width === 32 ? 'int' : 'long';
  addMembers(OPERATIONS, {
    [`static int PopCount(${word} value)`]: (_self, value) => count(bits(value, width)),
    [`static int LeadingZeroCount(${word} value)`]: (_self, value) => leading(bits(value, width), width),
    [`static int TrailingZeroCount(${word} value)`]: (_self, value) => trailing(bits(value, width), width),
    [`static int TrailingZeroCount(${signed} value)`]: (_self, value) => trailing(bits(value, width), width),
    [`static int Log2(${word} value)`]: (_self, value) => Math.max(0, width - 1 - leading(bits(value, width), width)),
    [`static bool IsPow2(${word} value)`]: (_self, value) => count(bits(value, width)) === 1,
    [`static bool IsPow2(${signed} value)`]: (_self, value) => big(value) > 0n && count(bits(value, width)) === 1,
    [`static ${word} RoundUpToPowerOf2(${word} value)`]: (_self, value) => {
      const given = bits(value, width);
      return made(given <= 1n ? given : BigInt.asUintN(width, 1n << BigInt((given - 1n).toString(2).length)));
    },
    [`static ${word} RotateLeft(${word} value, int offset)`]: (_self, value, by) =>
      made(rotate(bits(value, width), num(by), width)),
    [`static ${word} RotateRight(${word} value, int offset)`]: (_self, value, by) =>
      made(rotate(bits(value, width), -num(by), width)),
  });
}

const array = (value: PSValue | undefined, name: string): Uint8Array => {
  const inner = unwrap(value ?? null);
  if (inner === null) throw argumentNull(name);
  if (!(inner instanceof Uint8Array)) throw argumentError('Object must be an array of primitives.', name);
  return inner;
};
addMembers(requireType('System.Buffer'), {
  'static void BlockCopy(array src, int srcOffset, array dst, int dstOffset, int count)': (
    _self,
    source,
    from,
    target,
    to,
    length,
  ) => {
    const taken = array(source, 'src');
    const into = array(target, 'dst');
    if (num(from) + num(length) > taken.length || num(to) + num(length) > into.length)
      throw argumentError(
        'Offset and length were out of bounds for the array or count is greater than the number of elements from index to the end of the source collection.',
      );
    into.set(taken.slice(num(from), num(from) + num(length)), num(to));
    return undefined;
  },
  'static int ByteLength(array array)': (_self, value) => array(value, 'array').length,
});
