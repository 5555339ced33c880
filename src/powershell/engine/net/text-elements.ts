/** System.Globalization.StringInfo: what a reader takes for one character. */
import type { PSValue } from '../../../protocol/objects/index.js';
import { implement } from '../values/bodies.js';
import { typedArray } from '../values/live.js';
import { INT32 } from '../values/types.js';
import { enumerators } from '../runtime/members.js';
import { cursorOf, enumeratorOf } from './lists.js';
import { requireType } from '../values/net-type.js';
import { dataOf, invalidOperation, net, num, outOfRange, text } from './support.js';

const NAME = 'System.Globalization.StringInfo';
let segmenter: Intl.Segmenter | undefined;
function elements(value: string): { readonly index: number; readonly segment: string }[] {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  return [...segmenter.segment(value)];
}
const from = (value: PSValue | undefined, index: PSValue | undefined): string => {
  const whole = text(value);
  const at = index === undefined ? 0 : num(index);
  if (at < 0 || at > whole.length) throw outOfRange('index');
  return whole.slice(at);
};
/** System.Globalization.TextElementEnumerator: also says where the element begins. */
const ENUMERATOR = 'System.Globalization.TextElementEnumerator';
function current(self: PSValue): string {
  const { list, at } = cursorOf(self);
  if (at < 0 || at >= list.length)
    throw invalidOperation('Enumeration has either not started or has already finished.');
  return text(list[at] ?? null);
}
implement(ENUMERATOR, () => ({
  Current: current,
  GetTextElement: current,
  ElementIndex: (self) => {
    const { list, at } = cursorOf(self);
    if (at < 0) throw invalidOperation('Enumeration has not started. Call MoveNext.');
    return list.slice(0, at).reduce<number>((sum, one) => sum + text(one).length, 0);
  },
  MoveNext: (self) => {
    const cursor = cursorOf(self);
    if (cursor.at < cursor.list.length) cursor.at += 1;
    return cursor.at < cursor.list.length;
  },
  Reset: (self) => {
    cursorOf(self).at = -1;
    return undefined;
  },
}));
enumerators.set(ENUMERATOR, (value) => {
  const { list, at } = value.data as ReturnType<typeof cursorOf>;
  return list.slice(at + 1);
});
const own = (self: PSValue): { value: string } => dataOf<{ value: string }>(self);
implement(NAME, () => ({
  new: (_self, value) => net(NAME, { value: value === undefined ? '' : text(value) }),
  String: (self) => own(self).value,
  'set String': (self, value) => {
    own(self).value = text(value);
    return undefined;
  },
  LengthInTextElements: (self) => elements(own(self).value).length,
  SubstringByTextElements: (self, start, count) => {
    const all = elements(own(self).value).map(({ segment }) => segment);
    const at = num(start);
    const length = count === undefined ? all.length - at : num(count);
    if (at < 0 || at >= all.length) throw outOfRange('startingTextElement');
    if (length < 0 || at + length > all.length) throw outOfRange('lengthInTextElements');
    return all.slice(at, at + length).join('');
  },
  'static GetNextTextElement': (_self, value, index) => elements(from(value, index))[0]?.segment ?? '',
  'static GetNextTextElementLength': (_self, value, index) => elements(from(value, index))[0]?.segment.length ?? 0,
  'static GetTextElementEnumerator': (_self, value, index) =>
    enumeratorOf(
      requireType(ENUMERATOR),
      elements(from(value, index)).map(({ segment }) => segment),
    ),
  'static ParseCombiningCharacters': (_self, value) =>
    typedArray(
      elements(text(value)).map(({ index }) => index),
      INT32,
    ),
}));
