/** Get-Random and Get-SecureRandom: a number between limits, or items of a collection. */
import { pushOne } from '../../room.js';
import { randomInt } from 'node:crypto';
import { PSDouble, PSList, type PSValue } from '../../../../protocol/objects/index.js';
import type { CommandRegistration } from '../../command-api.js';
import { convertTo, toNumber, toText } from '../../conversion.js';
import { stringNumber } from '../../operators/arithmetic.js';
import { settle, type Steps } from '../../pending.js';
import { unwrap } from '../../values/live.js';
import { requireType } from '../../values/net-type.js';
import type { EngineCommandContext } from '../engine-services.js';
import { whole } from '../support/arguments.js';
import { defineCommand, flag, parameter, range, NOT_NULL } from '../support/command-spec.js';

const SEEDED = Symbol('seeded random');
/** A number of 0 up to, not including, 1; or a byte. */
interface Source {
  (): number;
  readonly byte: () => number;
}
const secure: Source = Object.assign(() => randomInt(2 ** 47) / 2 ** 47, { byte: () => randomInt(256) });

/** The subtractive generator of Knuth that System.Random(seed) is: the same seed gives the same numbers as PowerShell. */
class SubtractiveRandom {
  readonly #seeds: number[] = Array.from({ length: 56 }, () => 0);
  #next = 0;
  #nextP = 21;
  constructor(seed: number) {
    const big = 2_147_483_647;
    let mj = 161_803_398 - (seed === -2_147_483_648 ? big : Math.abs(seed));
    this.#seeds[55] = mj;
    let mk = 1;
    let ii = 0;
    for (let i = 1; i < 55; i += 1) {
      ii += 21;
      if (ii >= 55) ii -= 55;
      this.#seeds[ii] = mk;
      mk = (mj - mk) | 0;
      if (mk < 0) mk += big;
      mj = this.#seeds[ii] ?? 0;
    }
    for (let k = 1; k < 5; k += 1)
      for (let i = 1; i < 56; i += 1) {
        let n = i + 30;
        if (n >= 55) n -= 55;
        let value = ((this.#seeds[i] ?? 0) - (this.#seeds[1 + n] ?? 0)) | 0;
        if (value < 0) value += big;
        this.#seeds[i] = value;
      }
  }
  #internal(): number {
    const big = 2_147_483_647;
    this.#next = this.#next + 1 >= 56 ? 1 : this.#next + 1;
    this.#nextP = this.#nextP + 1 >= 56 ? 1 : this.#nextP + 1;
    let value = ((this.#seeds[this.#next] ?? 0) - (this.#seeds[this.#nextP] ?? 0)) | 0;
    if (value === big) value -= 1;
    if (value < 0) value += big;
    this.#seeds[this.#next] = value;
    return value;
  }
  byte(): number {
    return this.#internal() & 255;
  }
  /** Four bytes of it make a number: PowerShell draws bytes, so that its seeded and its strong source look alike. */
  sample(): number {
    const big = 2_147_483_647;
    for (;;) {
      let value = 0;
      for (let at = 0; at < 4; at += 1) value |= this.byte() << (8 * at);
      if (value === big) continue;
      if (value < 0) value += big;
      return value * (1 / big);
    }
  }
}

interface Limits {
  readonly min: PSValue;
  readonly max: PSValue;
}
/** Texts are the numbers that they look like; null stands for a limit that was not given. */
function number(context: EngineCommandContext, name: string): PSValue | undefined {
  const value = unwrap(context.arg(name) ?? null);
  return value === null ? undefined : typeof value === 'string' ? stringNumber(value) : value;
}
const isInteger = (value: PSValue | undefined): boolean =>
  value === undefined || typeof value === 'number' || typeof value === 'bigint';
const DOUBLE = requireType('System.Double');
function tooLow(context: EngineCommandContext, { min, max }: Limits): never {
  context.fail(
    `The Minimum value (${toText(min)}) cannot be greater than or equal to the Maximum value (${toText(max)}).`,
    {
      errorId: 'MinGreaterThanOrEqualMax',
      category: 'InvalidArgument',
      exceptionType: 'System.ArgumentException',
    },
  );
}
function numberMaker(context: EngineCommandContext, source: Source): () => PSValue {
  const min = number(context, 'Minimum') ?? 0;
  const max = number(context, 'Maximum');
  if (!isInteger(min) || !isInteger(max)) {
    const low = toNumber(convertTo(min, DOUBLE));
    const high = max === undefined ? Number.MAX_VALUE : toNumber(convertTo(max, DOUBLE));
    if (low >= high) tooLow(context, { min: new PSDouble(low), max: new PSDouble(high) });
    return () => {
      for (;;) {
        const part = source();
        const made = Number.isFinite(high - low) ? low + part * (high - low) : low + part * high - part * low;
        if (made < high) return new PSDouble(made);
      }
    };
  }
  const large = typeof min === 'bigint' || typeof max === 'bigint';
  const low = Number(min);
  const high = max === undefined ? (large ? 2 ** 63 : 2_147_483_647) : Number(max);
  if (low >= high) tooLow(context, { min, max: max ?? high });
  if (!large) return () => Math.floor(low + source() * (high - low));
  const from = BigInt(typeof min === 'bigint' || typeof min === 'number' ? min : 0);
  const span = (typeof max === 'bigint' || typeof max === 'number' ? BigInt(max) : 2n ** 63n - 1n) - from;
  if (span <= 2_147_483_647n) return () => from + BigInt(Math.floor(source() * Number(span)));
  // Eight bytes, of which as many bits count as the range has, until they are in it.
  const mask = (1n << BigInt(span.toString(2).length)) - 1n;
  return () => {
    for (;;) {
      let bits = 0n;
      for (let at = 0n; at < 8n; at += 1n) bits |= BigInt(source.byte()) << (8n * at);
      bits &= mask;
      // PowerShell adds them as doubles.
      if (bits < span) return BigInt(Number(from) + Number(bits));
    }
  };
}

function randomCommand(name: 'Get-Random' | 'Get-SecureRandom', synopsis: string): CommandRegistration {
  const canSeed = name === 'Get-Random';
  return defineCommand(
    name,
    { module: 'Microsoft.PowerShell.Utility', defaultSet: 'RandomNumberParameterSet', synopsis },
    [
      ...(canSeed ? [parameter('SetSeed', 'Nullable[Int32]', '', { check: NOT_NULL })] : []),
      parameter('Maximum', 'Object', 'RandomNumberParameterSet: 0'),
      parameter('Minimum', 'Object', 'RandomNumberParameterSet: '),
      parameter('InputObject', 'Object[]', 'RandomListItemParameterSet,ShuffleParameterSet: M 0 V', { allow: 'Null' }),
      parameter('Count', 'Int32', 'RandomNumberParameterSet,RandomListItemParameterSet: ', {
        check: range(1, 2147483647),
      }),
      flag('Shuffle', 'ShuffleParameterSet: M'),
    ],
    (context) => {
      const items: PSValue[] = [];
      // A list where the maximum stands is what there is to choose from.
      const chosen = unwrap(context.arg('Maximum') ?? null);
      const held = context.services.state(SEEDED, () => ({ source: undefined as Source | undefined }));
      if (canSeed && context.isBound('SetSeed')) {
        const seeded = new SubtractiveRandom(whole(context, 'SetSeed') ?? 0);
        held.source = Object.assign(() => seeded.sample(), { byte: () => seeded.byte() });
      }
      const source = canSeed ? (held.source ?? secure) : secure;
      let list = false;
      let seen = 0;
      const count = whole(context, 'Count') ?? 1;
      const below = (limit: number): number => Math.floor(source() * limit);
      /** Keeps a sample of the items seen so far, each with the same chance. */
      const take = (item: PSValue): void => {
        if (context.flag('Shuffle') || seen < count) pushOne(items, item);
        else if (below(seen + 1) < count) items[below(items.length)] = item;
        seen += 1;
      };
      return {
        *process(): Steps<void> {
          if (!context.isBound('InputObject') && !Array.isArray(chosen)) return;
          list = true;
          const input = context.arg('InputObject') ?? chosen;
          const inner = unwrap(input);
          const given = Array.isArray(inner)
            ? (inner as readonly PSValue[])
            : inner instanceof PSList
              ? inner.items
              : [input];
          for (const item of given) {
            take(item);
            const tick = context.tick();
            if (tick !== undefined) yield tick;
          }
        },
        *end(): Steps<void> {
          if (!list) {
            const make = numberMaker(context, source);
            for (let at = 0; at < count; at += 1) {
              yield* settle(context.write(make()));
              const tick = context.tick();
              if (tick !== undefined) yield tick;
            }
            return;
          }
          for (const at of items.keys()) {
            const from = at + below(items.length - at);
            const picked = items[from] ?? null;
            items[from] = items[at] ?? null;
            yield* settle(context.write(picked));
            const tick = context.tick();
            if (tick !== undefined) yield tick;
          }
        },
      };
    },
  );
}
export const RANDOM_COMMANDS: readonly CommandRegistration[] = [
  randomCommand('Get-Random', 'Gets a random number, or selects objects randomly from a collection.'),
  randomCommand('Get-SecureRandom', 'Gets a cryptographically strong random number, or selects objects randomly.'),
];
