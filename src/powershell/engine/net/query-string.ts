/** HttpUtility.ParseQueryString: a collection that writes itself as a query. */
import { PSDictionary, type PSValue } from '../../../protocol/objects/index.js';
import { enumerators } from '../runtime/members.js';
import { implement } from '../values/bodies.js';
import { addMembers, defineType, requireType } from '../values/net-type.js';
import { NAMES } from './dictionaries.js';
import { argumentNull, dataOf, items, net, text } from './support.js';

const QUERY = 'System.Web.HttpQSCollection';
defineType(QUERY, { base: NAMES });
const encode = (value: string): string =>
  encodeURIComponent(value)
    .replaceAll('%20', '+')
    .replace(/%[\dA-F]{2}/g, (one) => one.toLowerCase())
    .replaceAll("'", '%27')
    .replaceAll('~', '%7e');
const decode = (value: string): string => {
  const spaced = value.replaceAll('+', ' ');
  try {
    return decodeURIComponent(spaced);
  } catch {
    return spaced;
  }
};
implement('System.Web.HttpUtility', () => ({
  'static ParseQueryString': (_self, source) => {
    if (source === null) throw argumentNull('query');
    const made = new PSDictionary();
    for (const part of text(source).replace(/^\?/, '').split('&')) {
      if (part === '') continue;
      const at = part.indexOf('=');
      const key = at < 0 ? '' : decode(part.slice(0, at));
      const known = made.getEntry(key);
      made.setEntry(key, [...(known === undefined ? [] : items(known)), decode(part.slice(at + 1))]);
    }
    return net(QUERY, made);
  },
}));
addMembers(requireType(QUERY), {
  'string ToString()': (self) =>
    [...dataOf<PSDictionary>(self).entries()]
      .flatMap(([key, values]) =>
        items(values).map((one) =>
          text(key) === '' ? encode(text(one)) : `${encode(text(key))}=${encode(text(one))}`,
        ),
      )
      .join('&'),
});
enumerators.set(QUERY, (value): readonly PSValue[] => dataOf<PSDictionary>(value).keys);
