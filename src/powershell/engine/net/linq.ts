/** System.Linq.Enumerable: each call gives an array. It is made by the call, of a long list some elements at a time. */
import { PSDecimal, PSDouble, PSList, type PSValue } from '../../../protocol/objects/index.js';
import { convertTo, isNumeric, toBoolean, toNumber } from '../conversion.js';
import { mergeSort } from '../merge-sort.js';
import { defaultOf } from '../runtime/members.js';
import { add, divide } from '../operators/arithmetic.js';
import { andThen, drive, type Pending, settle, type Steps, ticking } from '../pending.js';
import { needRoom } from '../room.js';
import { filled, filterLong, mapLong, placeLong } from '../slices.js';
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
  runtime,
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
/** The same of what is made in its time: the call's type arguments are asked for now. */
function later(source: PSValue, list: Pending<PSValue[]>): Pending<PSValue> {
  const element = elementOf(source);
  return andThen(list, (made) => typedArray(made, element));
}
type Each<T> = (item: PSValue, index: number) => T;
/** Where the first element is that passes, or -1. */
const placeOf = (list: readonly PSValue[], passes: Each<boolean>): Pending<number> =>
  placeLong(0, list.length, ticking(), (index) => passes(list[index] ?? null, index));
const forEach = (list: readonly PSValue[], act: Each<void>): Pending<number> =>
  placeOf(list, (item, index) => {
    act(item, index);
    return false;
  });
const mapOf = (list: readonly PSValue[], map: Each<PSValue>): Pending<PSValue[]> => mapLong(runtime(), list, map);
const passing = (list: readonly PSValue[], passes: Each<boolean>): Pending<PSValue[]> =>
  filterLong(runtime(), list, passes);
function fold<T>(list: readonly PSValue[], start: T, next: (before: T, item: PSValue) => T): Pending<T> {
  let value = start;
  const act: Each<void> = (item) => {
    value = next(value, item);
  };
  return andThen(forEach(list, act), () => value);
}
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
const filtered = (source: PSValue, match: PSValue | undefined): Pending<readonly PSValue[]> =>
  isBlock(match) ? passing(of(source), (item) => test(match, item)) : of(source);
/** What a selector makes of each element, or the elements. */
const selected = (source: PSValue, selector: PSValue | undefined): Pending<readonly PSValue[]> =>
  isBlock(selector) ? mapOf(of(source), (item) => call(selector, item)) : of(source);
const defaultValue = (element: NetType, given: PSValue | undefined): PSValue =>
  given !== undefined && !isBlock(given) ? given : defaultOf(element);

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
/** The largest or smallest, and of equal ones the first. */
function best(
  list: readonly PSValue[],
  compare: (a: PSValue, b: PSValue) => number,
  greater: boolean,
): Pending<number> {
  if (list.length === 0) throw noElements();
  let at = 0;
  const act: Each<void> = (item, index) => {
    const order = compare(item, list[at] ?? null);
    if (order !== 0 && order > 0 === greater) at = index;
  };
  return andThen(forEach(list, act), () => at);
}
const extreme = (source: PSValue, selector: PSValue | undefined, greater: boolean): Pending<PSValue> =>
  andThen(selected(source, selector), (list) =>
    andThen(best(list, compareBy(isBlock(selector) ? undefined : selector), greater), (at) => list[at] ?? null),
  );
const by = (source: PSValue, key: PSValue, greater: boolean): Pending<PSValue> =>
  andThen(selected(source, key), (keys) =>
    andThen(best(keys, compareBy(undefined), greater), (at) => of(source)[at] ?? null),
  );
const sum = (list: readonly PSValue[], zero: PSValue): Pending<PSValue> =>
  fold(list, zero, (total, item) => (item === null ? total : add(total, item)));
function average(source: PSValue, selector: PSValue | undefined): Pending<PSValue> {
  return andThen(selected(source, selector), (list) => {
    if (list.length === 0) throw noElements();
    if (list[0] instanceof PSDecimal)
      return andThen(sum(list, convertTo(0, typeOf(list[0]) ?? OBJECT)), (total) => divide(total, list.length));
    return andThen(
      fold(list, 0, (total, item) => total + toNumber(unwrap(item))),
      (total) => new PSDouble(total / list.length),
    );
  });
}
function distinct(
  source: PSValue,
  list: readonly PSValue[],
  comparer: PSValue | undefined,
  key?: PSValue,
): Pending<PSValue> {
  const rule = keyRule(comparer);
  const seen = new Set<unknown>();
  const isNew = (item: PSValue): boolean => {
    const own = rule.key(key === undefined ? item : call(key, item));
    if (seen.has(own)) return false;
    seen.add(own);
    return true;
  };
  return later(source, passing(list, isNew));
}
/** Those of the first list whose keys are in the second one, or are not. */
function shared(
  a: PSValue,
  keys: PSValue,
  keyOf: (item: PSValue) => PSValue,
  comparer: PSValue | undefined,
  wanted: boolean,
): Pending<PSValue> {
  const rule = keyRule(comparer);
  const known = new Set<unknown>();
  const element = elementOf(a);
  const steps = function* (): Steps<PSValue> {
    yield* settle(forEach(of(keys), (item) => void known.add(rule.key(item))));
    const isNew = (item: PSValue): boolean => {
      const own = rule.key(keyOf(item));
      if (known.has(own) !== wanted) return false;
      // Each but once.
      if (wanted) known.delete(own);
      else known.add(own);
      return true;
    };
    return typedArray(yield* settle(passing(of(a), isNew)), element);
  };
  return drive(steps());
}
const itself = (item: PSValue): PSValue => item;
/** How many elements have each key, in the order of the keys' first ones. */
function counts(source: PSValue, key: PSValue, comparer: PSValue | undefined): Pending<PSValue> {
  const rule = keyRule(comparer);
  const pair = requireGeneric('System.Collections.Generic.KeyValuePair', [
    active.typeArguments[1] ?? OBJECT,
    typeOf(0) ?? OBJECT,
  ]);
  const found = new Map<unknown, { readonly key: PSValue; count: number }>();
  const act: Each<void> = (item) => {
    const own = call(key, item);
    const at = rule.key(own);
    const before = found.get(at);
    if (before === undefined) found.set(at, { key: own, count: 1 });
    else before.count += 1;
  };
  return andThen(forEach(of(source), act), () =>
    typedArray(
      [...found.values()].map(({ key: own, count }) => new NetObject(pair, { key: own, value: count })),
      pair,
    ),
  );
}
const GROUPING = 'System.Linq.Grouping';
function groups(source: PSValue, key: PSValue, element?: PSValue): Pending<PSValue> {
  const found = new Map<unknown, { readonly key: PSValue; readonly list: PSValue[] }>();
  const act: Each<void> = (item) => {
    const own = call(key, item);
    const at = hashKey(own);
    const group = found.get(at) ?? { key: own, list: [] };
    found.set(at, group);
    group.list.push(isBlock(element) ? call(element, item) : item);
  };
  return andThen(forEach(of(source), act), () =>
    [...found.values()].map(({ key: own, list }) => {
      const group = new PSList(list, 'IE', { typeNames: [GROUPING, 'System.Object'] });
      group.set('Key', own);
      return group;
    }),
  );
}
function* joined(
  outer: PSValue,
  inner: PSValue,
  outerKey: PSValue,
  innerKey: PSValue,
  result: PSValue,
): Steps<PSValue> {
  const others = new Map<unknown, PSValue[]>();
  const remember: Each<void> = (other) => {
    const key = hashKey(call(innerKey, other));
    const known = others.get(key);
    if (known === undefined) others.set(key, [other]);
    else known.push(other);
  };
  yield* settle(forEach(of(inner), remember));
  const out: PSValue[] = [];
  const meet: Each<void> = (item) => {
    for (const other of others.get(hashKey(call(outerKey, item))) ?? []) out.push(call(result, item, other));
  };
  yield* settle(forEach(of(outer), meet));
  return out;
}
/** The first or last element, or of those that match. */
function pick(source: PSValue, match: PSValue | undefined, last: boolean): Pending<PSValue | undefined> {
  const list = of(source);
  if (!isBlock(match)) return list[last ? list.length - 1 : 0];
  if (last) return andThen(filtered(source, match), (found) => found[found.length - 1]);
  return andThen(
    placeOf(list, (item) => test(match, item)),
    (at) => (at < 0 ? undefined : list[at]),
  );
}
function picked(source: PSValue, match: PSValue | undefined, last: boolean): Pending<PSValue> {
  return andThen(pick(source, match, last), (found) => {
    if (found === undefined) throw isBlock(match) ? noMatch() : noElements();
    return found;
  });
}
/** What was found, or what stands for nothing: the call's type arguments are asked for now. */
function orDefault(found: Pending<PSValue | undefined>, source: PSValue, given: PSValue | undefined): Pending<PSValue> {
  const element = elementOf(source);
  return andThen(found, (value) => (value === undefined ? defaultValue(element, given) : value));
}
const isSame = (list: readonly PSValue[], value: PSValue, comparer: PSValue | undefined): Pending<boolean> => {
  const equal = sameBy(comparer);
  return andThen(
    placeOf(list, (item) => equal(item, value)),
    (at) => at >= 0,
  );
};

implement(
  'System.Linq.Enumerable',
  (): Bodies => ({
    'static Range': (_self, start, count) => {
      if (num(count) < 0) throw outOfRange('count');
      needRoom(num(count));
      const first = num(start);
      const made: PSValue[] = [];
      return andThen(
        placeLong(0, num(count), ticking(), (index) => void made.push(first + index)),
        () => typedArray(made, typeOf(0) ?? OBJECT),
      );
    },
    'static Repeat': (_self, value, count) => typedArray(filled(value, num(count)), active.typeArguments[0] ?? OBJECT),
    'static Empty': () => typedArray([], active.typeArguments[0] ?? OBJECT),
    'static Where': (_self, source, match) =>
      later(
        source,
        andThen(drive(mapped(of(source), (item, index) => withIndex(match, item, index))), (hits) =>
          passing(of(source), (_item, index) => toBoolean(hits[index] ?? null)),
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
    'static Union': (_self, a, b, comparer) => distinct(a, of(a).concat(of(b)), comparer),
    'static Intersect': (_self, a, b, comparer) => shared(a, b, itself, comparer, true),
    'static Except': (_self, a, b, comparer) => shared(a, b, itself, comparer, false),
    'static UnionBy': (_self, a, b, key, comparer) => distinct(a, of(a).concat(of(b)), comparer, key),
    'static IntersectBy': (_self, a, keys, key, comparer) => shared(a, keys, (item) => call(key, item), comparer, true),
    'static ExceptBy': (_self, a, keys, key, comparer) => shared(a, keys, (item) => call(key, item), comparer, false),
    'static CountBy': (_self, source, key, comparer) => counts(source, key, comparer),
    'static Index': (_self, source) => mapOf(of(source), (item, index) => tuple([index, item])),
    'static Concat': (_self, a, b) => same(a, of(a).concat(of(b))),
    'static Append': (_self, a, item) => same(a, of(a).concat([item])),
    'static Prepend': (_self, a, item) => same(a, [item].concat(of(a))),
    'static Reverse': (_self, source) => same(source, of(source).slice().reverse()),
    'static Take': (_self, source, count) => same(source, of(source).slice(0, Math.max(0, num(count)))),
    'static TakeLast': (_self, source, count) => same(source, num(count) <= 0 ? [] : of(source).slice(-num(count))),
    'static TakeWhile': (_self, source, match) => {
      const end = placeOf(of(source), (item) => !test(match, item));
      return later(
        source,
        andThen(end, (at) => of(source).slice(0, at < 0 ? undefined : at)),
      );
    },
    'static Skip': (_self, source, count) => same(source, of(source).slice(Math.max(0, num(count)))),
    'static SkipLast': (_self, source, count) =>
      same(source, num(count) <= 0 ? of(source).slice() : of(source).slice(0, -num(count))),
    'static SkipWhile': (_self, source, match) => {
      const start = placeOf(of(source), (item) => !test(match, item));
      return later(
        source,
        andThen(start, (at) => (at < 0 ? [] : of(source).slice(at))),
      );
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
      mapOf(of(a).slice(0, of(b).length), (item, index) =>
        isBlock(map) ? call(map, item, of(b)[index] ?? null) : tuple([item, of(b)[index] ?? null]),
      ),
    'static Join': (_self, outer, inner, outerKey, innerKey, result) =>
      drive(joined(outer, inner, outerKey, innerKey, result)),
    'static Cast': (_self, source) => {
      const element = active.typeArguments[0] ?? OBJECT;
      return andThen(
        mapOf(of(source), (item) => convertTo(item, element)),
        (list) => typedArray(list, element),
      );
    },
    'static OfType': (_self, source) => {
      const element = active.typeArguments[0] ?? OBJECT;
      return andThen(
        passing(of(source), (item) => isType(item, element)),
        (list) => typedArray(list, element),
      );
    },
    'static ToArray': (_self, source) => same(source, of(source).slice()),
    'static ToList': (_self, source) => newList(elementOf(source), of(source).slice()),
    'static ToHashSet': (_self, source) => distinct(source, of(source), undefined),
    'static ToDictionary': (_self, source, key, element) => {
      const type = requireGeneric('System.Collections.Generic.Dictionary', [
        active.typeArguments[1] ?? OBJECT,
        active.typeArguments[2] ?? elementOf(source),
      ]);
      const made = new NetDictionary(keyRule(undefined), undefined, type.typeNames);
      const put: Each<void> = (item) => made.setEntry(call(key, item), isBlock(element) ? call(element, item) : item);
      return andThen(forEach(of(source), put), () => made);
    },
    'static AsEnumerable': (_self, source) => source,
    'static Count': (_self, source, match) => andThen(filtered(source, match), (list) => list.length),
    'static LongCount': (_self, source, match) => andThen(filtered(source, match), (list) => long(list.length)),
    'static Any': (_self, source, match) => andThen(pick(source, match, false), (found) => found !== undefined),
    'static All': (_self, source, match) =>
      andThen(
        placeOf(of(source), (item) => !test(match, item)),
        (at) => at < 0,
      ),
    'static Contains': (_self, source, value, comparer) => isSame(of(source), value, comparer),
    'static SequenceEqual': (_self, a, b, comparer) => {
      const [left, right] = [of(a), of(b)];
      if (left.length !== right.length) return false;
      const equal = sameBy(comparer);
      return andThen(
        placeOf(left, (item, index) => !equal(item, right[index] ?? null)),
        (at) => at < 0,
      );
    },
    'static First': (_self, source, match) => picked(source, match, false),
    'static FirstOrDefault': (_self, source, match, other) =>
      orDefault(pick(source, match, false), source, other ?? match),
    'static Last': (_self, source, match) => picked(source, match, true),
    'static LastOrDefault': (_self, source, match, other) =>
      orDefault(pick(source, match, true), source, other ?? match),
    'static Single': (_self, source, match) =>
      andThen(filtered(source, match), (list) => {
        if (list.length > 1)
          throw invalidOperation(
            isBlock(match)
              ? 'Sequence contains more than one matching element'
              : 'Sequence contains more than one element',
          );
        if (list[0] === undefined) throw isBlock(match) ? noMatch() : noElements();
        return list[0];
      }),
    'static SingleOrDefault': (_self, source, match) =>
      orDefault(
        andThen(filtered(source, match), (list) => {
          if (list.length > 1) throw invalidOperation('Sequence contains more than one element');
          return list[0];
        }),
        source,
        undefined,
      ),
    'static ElementAt': (_self, source, index) => {
      const found = of(source)[num(index)];
      if (found === undefined)
        throw outOfRange(
          'index',
          'Index was out of range. Must be non-negative and less than the size of the collection.',
        );
      return found;
    },
    'static ElementAtOrDefault': (_self, source, index) =>
      of(source)[num(index)] ?? defaultValue(elementOf(source), undefined),
    'static DefaultIfEmpty': (_self, source, value) =>
      same(source, of(source).length === 0 ? [defaultValue(elementOf(source), value)] : of(source).slice()),
    'static Max': (_self, source, selector) => extreme(source, selector, true),
    'static Min': (_self, source, selector) => extreme(source, selector, false),
    'static MaxBy': (_self, source, key) => by(source, key, true),
    'static MinBy': (_self, source, key) => by(source, key, false),
    'static Sum': (_self, source, selector) =>
      andThen(selected(source, selector), (list) => {
        const first = list.find((item) => item !== null);
        return sum(list, first === undefined || !isNumeric(first) ? 0 : convertTo(0, typeOf(first) ?? DOUBLE));
      }),
    'static Average': (_self, source, selector) => average(source, selector),
    'static Aggregate': (_self, source, ...args) => {
      const [seed, block] = args.length === 1 ? [undefined, args[0]] : [args[0], args[1]];
      const list = of(source);
      if (seed === undefined && list.length === 0) throw noElements();
      const start = seed ?? list[0] ?? null;
      const rest = seed === undefined ? list.slice(1) : list;
      return andThen(
        fold(rest, start, (total, item) => call(block ?? null, total, item)),
        (result) => (isBlock(args[2]) ? call(args[2], result) : result),
      );
    },
  }),
);
