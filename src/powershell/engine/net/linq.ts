/** System.Linq.Enumerable: each call gives an array, made at once. */
import { PSDecimal, PSDouble, PSList, type PSValue } from '../../../protocol/objects/index.js';
import { convertTo, isNumeric, toBoolean, toNumber } from '../conversion.js';
import { mergeSort } from '../merge-sort.js';
import { add, divide } from '../operators/arithmetic.js';
import { andThen, drive, type Pending, settle, type Steps, ticking } from '../pending.js';
import { needRoom } from '../room.js';
import { filled } from '../slices.js';
import { type Bodies, implement } from '../values/bodies.js';
import { NetObject, typedArray, unwrap } from '../values/live.js';
import type { NetType } from '../values/net-type.js';
import { DOUBLE, isType, OBJECT, typeOf } from '../values/types.js';
import { compareBy, keyRule, sameBy } from './comparers.js';
import { hashKey } from './equality.js';
import {
  active,
  callDelegate,
  callNow,
  invalidOperation,
  items,
  long,
  newList,
  num,
  outOfRange,
  requireGeneric,
} from './support.js';
import { NetDictionary } from './dictionaries.js';
import { tuple } from './numbers.js';

const of = (value: PSValue): readonly PSValue[] => items(value);
/** The element type of a source: what the call's first type argument says, or its own. */
const elementOf = (value: PSValue): NetType => {
  const type = typeOf(unwrap(value));
  return type?.elementType ?? type?.genericArguments[0] ?? active.typeArguments[0] ?? OBJECT;
};
const same = (source: PSValue, list: PSValue[]): PSValue => typedArray(list, elementOf(source));
const call = (block: PSValue, ...args: PSValue[]): PSValue => callNow(block, args);
const test = (block: PSValue, ...args: PSValue[]): boolean => toBoolean(callNow(block, args));
const isBlock = (value: PSValue | undefined): value is PSValue => {
  const inner = unwrap(value ?? null);
  return inner instanceof NetObject && inner.type.baseName === 'System.MulticastDelegate';
};
/** Whether a block takes the position too: `Func[T,int,R]`. */
const indexed = (block: PSValue): boolean => {
  const inner = unwrap(block);
  return inner instanceof NetObject && inner.type.genericArguments.length >= 3;
};
const withIndex = (block: PSValue, item: PSValue, index: number): Pending<PSValue> =>
  callDelegate(block, indexed(block) ? [item, index] : [item]);
const noElements = (): Error => invalidOperation('Sequence contains no elements');
const noMatch = (): Error => invalidOperation('Sequence contains no matching element');
const filtered = (source: PSValue, match: PSValue | undefined): readonly PSValue[] =>
  isBlock(match) ? of(source).filter((item) => test(match, item)) : of(source);
const defaultValue = (source: PSValue, given: PSValue | undefined): PSValue =>
  given !== undefined && !isBlock(given)
    ? given
    : elementOf(source).isValueType
      ? convertTo(0, elementOf(source))
      : null;

/** What a delegate gives for each item. */
function* mapped(list: readonly PSValue[], each: (item: PSValue, index: number) => Pending<PSValue>): Steps<PSValue[]> {
  const out: PSValue[] = [];
  const tick = ticking();
  for (const [index, item] of list.entries()) {
    out.push(yield* settle(each(item, index)));
    const wait = tick();
    if (wait !== undefined) yield wait;
  }
  return out;
}
function* sorted(
  source: PSValue,
  key: PSValue | undefined,
  comparer: PSValue | undefined,
  down: boolean,
): Steps<PSValue> {
  const compare = compareBy(comparer);
  const list = of(source);
  const keys = key === undefined ? list : yield* mapped(list, (item) => callDelegate(key, [item]));
  const order = (a: number, b: number): number =>
    down ? compare(keys[b] ?? null, keys[a] ?? null) : compare(keys[a] ?? null, keys[b] ?? null);
  const places = yield* mergeSort(ticking(), [...list.keys()], order);
  return same(
    source,
    places.map((at) => list[at] ?? null),
  );
}
function extreme(source: PSValue, selector: PSValue | undefined, greater: boolean): PSValue {
  const list = isBlock(selector) ? of(source).map((item) => call(selector, item)) : of(source);
  const [first, ...rest] = list;
  if (first === undefined) throw noElements();
  const compare = compareBy(isBlock(selector) ? undefined : selector);
  return rest.reduce(
    (best, item) => (compare(item, best) > 0 === greater && compare(item, best) !== 0 ? item : best),
    first,
  );
}
function by(source: PSValue, key: PSValue, greater: boolean): PSValue {
  const [first, ...rest] = of(source).map((item) => ({ item, key: call(key, item) }));
  if (first === undefined) throw noElements();
  const compare = compareBy(undefined);
  return rest.reduce(
    (best, one) => (compare(one.key, best.key) > 0 === greater && compare(one.key, best.key) !== 0 ? one : best),
    first,
  ).item;
}
const sum = (list: readonly PSValue[], zero: PSValue): PSValue =>
  list.reduce((total, item) => (item === null ? total : add(total, item)), zero);
function average(source: PSValue, selector: PSValue | undefined): Pending<PSValue> {
  const list = isBlock(selector) ? of(source).map((item) => call(selector, item)) : of(source);
  if (list.length === 0) throw noElements();
  if (list[0] instanceof PSDecimal) return divide(sum(list, convertTo(0, typeOf(list[0]) ?? OBJECT)), list.length);
  return new PSDouble(list.reduce<number>((total, item) => total + toNumber(unwrap(item)), 0) / list.length);
}
function distinct(source: PSValue, list: readonly PSValue[], comparer: PSValue | undefined, key?: PSValue): PSValue {
  const rule = keyRule(comparer);
  const seen = new Set<unknown>();
  return same(
    source,
    list.filter((item) => {
      const own = rule.key(key === undefined ? item : call(key, item));
      if (seen.has(own)) return false;
      seen.add(own);
      return true;
    }),
  );
}
const GROUPING = 'System.Linq.Grouping';
function groups(source: PSValue, key: PSValue, element?: PSValue): PSValue {
  const found = new Map<unknown, { readonly key: PSValue; readonly list: PSValue[] }>();
  for (const item of of(source)) {
    const own = call(key, item);
    const at = hashKey(own);
    const group = found.get(at) ?? { key: own, list: [] };
    found.set(at, group);
    group.list.push(isBlock(element) ? call(element, item) : item);
  }
  return [...found.values()].map(({ key: own, list }) => {
    const group = new PSList(list, 'IE', { typeNames: [GROUPING, 'System.Object'] });
    group.set('Key', own);
    return group;
  });
}
function pick(source: PSValue, match: PSValue | undefined, last: boolean): PSValue | undefined {
  const list = filtered(source, match);
  return last ? list[list.length - 1] : list[0];
}

implement(
  'System.Linq.Enumerable',
  (): Bodies => ({
    'static Range': (_self, start, count) => {
      if (num(count) < 0) throw outOfRange('count');
      needRoom(num(count));
      return typedArray(
        Array.from({ length: num(count) }, (_, index) => num(start) + index),
        typeOf(0) ?? OBJECT,
      );
    },
    'static Repeat': (_self, value, count) => typedArray(filled(value, num(count)), active.typeArguments[0] ?? OBJECT),
    'static Empty': () => typedArray([], active.typeArguments[0] ?? OBJECT),
    'static Where': (_self, source, match) =>
      andThen(drive(mapped(of(source), (item, index) => withIndex(match, item, index))), (hits) =>
        same(
          source,
          of(source).filter((_item, index) => toBoolean(hits[index] ?? null)),
        ),
      ),
    'static Select': (_self, source, map) => {
      const element = active.typeArguments[1] ?? OBJECT;
      return andThen(drive(mapped(of(source), (item, index) => withIndex(map, item, index))), (values) =>
        typedArray(values, element),
      );
    },
    'static SelectMany': (_self, source, map) =>
      andThen(drive(mapped(of(source), (item, index) => withIndex(map, item, index))), (lists) =>
        lists.flatMap((list) => [...items(list)]),
      ),
    'static Distinct': (_self, source, comparer) => distinct(source, of(source), comparer),
    'static DistinctBy': (_self, source, key, comparer) => distinct(source, of(source), comparer, key),
    'static Union': (_self, a, b, comparer) => distinct(a, [...of(a), ...of(b)], comparer),
    'static Intersect': (_self, a, b, comparer) => {
      const rule = keyRule(comparer);
      const wanted = new Set(of(b).map((item) => rule.key(item)));
      return distinct(
        a,
        of(a).filter((item) => wanted.has(rule.key(item))),
        comparer,
      );
    },
    'static Except': (_self, a, b, comparer) => {
      const rule = keyRule(comparer);
      const gone = new Set(of(b).map((item) => rule.key(item)));
      return distinct(
        a,
        of(a).filter((item) => !gone.has(rule.key(item))),
        comparer,
      );
    },
    'static Concat': (_self, a, b) => same(a, [...of(a), ...of(b)]),
    'static Append': (_self, a, item) => same(a, [...of(a), item]),
    'static Prepend': (_self, a, item) => same(a, [item, ...of(a)]),
    'static Reverse': (_self, source) => same(source, [...of(source)].reverse()),
    'static Take': (_self, source, count) => same(source, of(source).slice(0, Math.max(0, num(count)))),
    'static TakeLast': (_self, source, count) => same(source, num(count) <= 0 ? [] : of(source).slice(-num(count))),
    'static TakeWhile': (_self, source, match) => {
      const end = of(source).findIndex((item) => !test(match, item));
      return same(source, of(source).slice(0, end < 0 ? undefined : end));
    },
    'static Skip': (_self, source, count) => same(source, of(source).slice(Math.max(0, num(count)))),
    'static SkipLast': (_self, source, count) =>
      same(source, num(count) <= 0 ? [...of(source)] : of(source).slice(0, -num(count))),
    'static SkipWhile': (_self, source, match) => {
      const start = of(source).findIndex((item) => !test(match, item));
      return same(source, start < 0 ? [] : of(source).slice(start));
    },
    'static Chunk': (_self, source, size) => {
      const all = of(source);
      return Array.from({ length: Math.ceil(all.length / num(size)) }, (_, index) =>
        typedArray(all.slice(index * num(size), (index + 1) * num(size)), elementOf(source)),
      );
    },
    'static OrderBy': (_self, source, key, comparer) => drive(sorted(source, key, comparer, false)),
    'static OrderByDescending': (_self, source, key, comparer) => drive(sorted(source, key, comparer, true)),
    'static Order': (_self, source, comparer) => drive(sorted(source, undefined, comparer, false)),
    'static OrderDescending': (_self, source, comparer) => drive(sorted(source, undefined, comparer, true)),
    'static GroupBy': (_self, source, key, element) => groups(source, key, element),
    'static Zip': (_self, a, b, map) =>
      of(a)
        .slice(0, of(b).length)
        .map((item, index) =>
          isBlock(map) ? call(map, item, of(b)[index] ?? null) : tuple([item, of(b)[index] ?? null]),
        ),
    'static Join': (_self, outer, inner, outerKey, innerKey, result) =>
      of(outer).flatMap((item) => {
        const key = hashKey(call(outerKey, item));
        return of(inner)
          .filter((other) => hashKey(call(innerKey, other)) === key)
          .map((other) => call(result, item, other));
      }),
    'static Cast': (_self, source) =>
      typedArray(
        of(source).map((item) => convertTo(item, active.typeArguments[0] ?? OBJECT)),
        active.typeArguments[0] ?? OBJECT,
      ),
    'static OfType': (_self, source) =>
      typedArray(
        of(source).filter((item) => isType(item, active.typeArguments[0] ?? OBJECT)),
        active.typeArguments[0] ?? OBJECT,
      ),
    'static ToArray': (_self, source) => same(source, [...of(source)]),
    'static ToList': (_self, source) => newList(elementOf(source), [...of(source)]),
    'static ToHashSet': (_self, source) => distinct(source, of(source), undefined),
    'static ToDictionary': (_self, source, key, element) => {
      const type = requireGeneric('System.Collections.Generic.Dictionary', [
        active.typeArguments[1] ?? OBJECT,
        active.typeArguments[2] ?? elementOf(source),
      ]);
      const made = new NetDictionary(keyRule(undefined), undefined, type.typeNames);
      for (const item of of(source)) made.setEntry(call(key, item), isBlock(element) ? call(element, item) : item);
      return made;
    },
    'static AsEnumerable': (_self, source) => source,
    'static Count': (_self, source, match) => filtered(source, match).length,
    'static LongCount': (_self, source, match) => long(filtered(source, match).length),
    'static Any': (_self, source, match) => filtered(source, match).length > 0,
    'static All': (_self, source, match) => of(source).every((item) => test(match, item)),
    'static Contains': (_self, source, value, comparer) => of(source).some((item) => sameBy(comparer)(item, value)),
    'static SequenceEqual': (_self, a, b, comparer) =>
      of(a).length === of(b).length && of(a).every((item, index) => sameBy(comparer)(item, of(b)[index] ?? null)),
    'static First': (_self, source, match) => {
      const found = pick(source, match, false);
      if (found === undefined) throw isBlock(match) ? noMatch() : noElements();
      return found;
    },
    'static FirstOrDefault': (_self, source, match, other) =>
      pick(source, match, false) ?? defaultValue(source, other ?? match),
    'static Last': (_self, source, match) => {
      const found = pick(source, match, true);
      if (found === undefined) throw isBlock(match) ? noMatch() : noElements();
      return found;
    },
    'static LastOrDefault': (_self, source, match, other) =>
      pick(source, match, true) ?? defaultValue(source, other ?? match),
    'static Single': (_self, source, match) => {
      const list = filtered(source, match);
      if (list.length > 1)
        throw invalidOperation(
          isBlock(match)
            ? 'Sequence contains more than one matching element'
            : 'Sequence contains more than one element',
        );
      if (list[0] === undefined) throw isBlock(match) ? noMatch() : noElements();
      return list[0];
    },
    'static SingleOrDefault': (_self, source, match) => {
      const list = filtered(source, match);
      if (list.length > 1) throw invalidOperation('Sequence contains more than one element');
      return list[0] ?? defaultValue(source, undefined);
    },
    'static ElementAt': (_self, source, index) => {
      const found = of(source)[num(index)];
      if (found === undefined)
        throw outOfRange(
          'index',
          'Index was out of range. Must be non-negative and less than the size of the collection.',
        );
      return found;
    },
    'static ElementAtOrDefault': (_self, source, index) => of(source)[num(index)] ?? defaultValue(source, undefined),
    'static DefaultIfEmpty': (_self, source, value) =>
      same(source, of(source).length === 0 ? [defaultValue(source, value)] : [...of(source)]),
    'static Max': (_self, source, selector) => extreme(source, selector, true),
    'static Min': (_self, source, selector) => extreme(source, selector, false),
    'static MaxBy': (_self, source, key) => by(source, key, true),
    'static MinBy': (_self, source, key) => by(source, key, false),
    'static Sum': (_self, source, selector) => {
      const list = isBlock(selector) ? of(source).map((item) => call(selector, item)) : of(source);
      const first = list.find((item) => item !== null);
      return sum(list, first === undefined || !isNumeric(first) ? 0 : convertTo(0, typeOf(first) ?? DOUBLE));
    },
    'static Average': (_self, source, selector) => average(source, selector),
    'static Aggregate': (_self, source, ...args) => {
      const [seed, block] = args.length === 1 ? [undefined, args[0]] : [args[0], args[1]];
      const list = of(source);
      if (seed === undefined && list.length === 0) throw noElements();
      const start = seed ?? list[0] ?? null;
      const result = list
        .slice(seed === undefined ? 1 : 0)
        .reduce((total, item) => call(block ?? null, total, item), start);
      return isBlock(args[2]) ? call(args[2], result) : result;
    },
  }),
);
