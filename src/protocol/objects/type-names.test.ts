import { expect, test } from 'vitest';
import { deserializedTypeNames, isDeserialized, wireTypeNames } from './index.js';

test('type names of decoded objects: told apart whatever is in them, and one list for all that have the same', () => {
  const names = ['My.Type', 'Deserialized.Other', 'System.Object'];
  const made = deserializedTypeNames(names);
  expect(made).toEqual(['Deserialized.My.Type', 'Deserialized.Other', 'Deserialized.System.Object']);
  expect([wireTypeNames(made), isDeserialized(made)]).toEqual([names, true]);
  expect(deserializedTypeNames([...names])).toBe(made);
  expect(deserializedTypeNames(['a\nb'])).toEqual(['Deserialized.a\nb']);
  expect(deserializedTypeNames(['a', 'b'])).toEqual(['Deserialized.a', 'Deserialized.b']);
  expect(deserializedTypeNames(['a","b'])).toEqual(['Deserialized.a","b']);
});

test('lists that come without end are not all kept', () => {
  const first = deserializedTypeNames(['kept for now']);
  for (let count = 0; count < 2000; count += 1) deserializedTypeNames([`type ${count}`]);
  expect(deserializedTypeNames(['kept for now'])).toEqual(first);
  expect(deserializedTypeNames(['kept for now'])).not.toBe(first);
  const long = ['x'.repeat(10_000)];
  expect(deserializedTypeNames(long)).not.toBe(deserializedTypeNames(long));
});
