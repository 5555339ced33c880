/** `DefaultParameterDictionary`: what `$PSDefaultParameterValues` is. It looks at each key that is put in. */
import { type PSDictionary, type PSValue, TYPE_NAMES } from '../../../protocol/objects/index.js';
import { toText } from '../conversion.js';
import { drive, type Pending, settle, type Steps, ticking } from '../pending.js';
import { entrySteps, fillFrom } from '../slices.js';
import { implement } from '../values/bodies.js';
import { NetThrow } from '../values/exceptions.js';
import { unwrap } from '../values/live.js';
import { requireType } from '../values/net-type.js';
import { OBJECT, typeOf } from '../values/types.js';
import { dictionaryOf, NetDictionary, table, withKey } from './dictionaries.js';
import { argumentNull, nullArgument } from './support.js';

export const DEFAULT_PARAMETERS = 'System.Management.Automation.DefaultParameterDictionary';

/** A key of the table: of which command (or commands) which parameter. */
export interface DefaultKey {
  readonly command: string;
  readonly parameter: string;
}
const SINGLE = "['\\u2018-\\u201b]";
const DOUBLE = '["\\u201c-\\u201e]';
const quoted = (inner: string): string => `${SINGLE}(${inner})${SINGLE}|${DOUBLE}(${inner})${DOUBLE}`;
const KEY = new RegExp(`^(?:${quoted('[^]*?')}|([^:]*))\\s*:\\s*(?:${quoted('[^]*?')}|([^]+))$`);
const QUOTE = /^['"\u2018-\u201e]/;
/** Reads `command:parameter`; either part may be quoted. Undefined for anything else. */
export function defaultKey(key: string): DefaultKey | undefined {
  const match = KEY.exec(key.trim());
  if (match === null) return undefined;
  const [, single, double, plain = '', single2, double2, plain2 = ''] = match;
  const command = (single ?? double ?? plain).trim();
  const parameter = (single2 ?? double2 ?? plain2).trim();
  const open = (single ?? double ?? (QUOTE.test(plain) ? '' : plain)) === '' || (plain2 !== '' && QUOTE.test(plain2));
  return command === '' || parameter === '' || open ? undefined : { command, parameter };
}
/** Turns the table off, as a key. */
export const isDisabledKey = (key: string): boolean => /^disabled$/i.test(key.trim());
/** What is said of keys that name no parameter of a command. */
export const badKeys = (keys: readonly string[]): string =>
  `The key${keys.length > 1 ? 's' : ''} '${keys.join(', ')}' ${keys.length > 1 ? 'do not have valid formats' : 'does not have a valid format'}. For information about the correct format, see about_Parameters_Default_Values at https://go.microsoft.com/fwlink/?LinkId=228266.`;

const PS = 'System.Management.Automation.';
const badFormat = (keys: readonly string[]): NetThrow =>
  new NetThrow(`${PS}PSInvalidOperationException`, badKeys(keys));
const badArgument = (message: string): NetThrow => new NetThrow(`${PS}PSArgumentException`, message);
const isWellFormed = (key: string): boolean => defaultKey(key) !== undefined || isDisabledKey(key);

/** White space around a key and the case of its letters do not count. */
export class DefaultParameterTable extends NetDictionary {
  #isChanged = true;
  constructor() {
    super(
      { key: (value) => `s:${typeof value === 'string' ? value.trim().toLowerCase() : ''}` },
      undefined,
      requireType(DEFAULT_PARAMETERS).typeNames,
    );
  }
  override getEntry(key: PSValue): PSValue | undefined {
    return typeof unwrap(key) === 'string' ? super.getEntry(unwrap(key)) : undefined;
  }
  override hasEntry(key: PSValue): boolean {
    return typeof unwrap(key) === 'string' && super.hasEntry(unwrap(key));
  }
  override setEntry(key: PSValue, value: PSValue): void {
    const name = this.#checked(key);
    this.#isChanged = true;
    super.setEntry(name, value);
  }
  addEntry(key: PSValue, value: PSValue): void {
    if (this.hasEntry(key)) throw badArgument(`The key '${toText(key)}' has already been added to the dictionary.`);
    this.setEntry(key, value);
  }
  override deleteEntry(key: PSValue): boolean {
    const done = typeof unwrap(key) === 'string' && super.deleteEntry(unwrap(key));
    if (done) this.#isChanged = true;
    return done;
  }
  override clear(): void {
    super.clear();
    this.#isChanged = true;
  }
  changeSinceLastCheck(): boolean {
    const before = this.#isChanged;
    this.#isChanged = false;
    return before;
  }
  /** @throws {NetThrow} some keys are bad; the message names them all. */
  *takeAll(source: PSDictionary): Steps<void> {
    const bad: string[] = [];
    const take = (key: PSValue, value: PSValue): void => {
      const name = unwrap(key);
      if (typeof name !== 'string' || !isWellFormed(name)) bad.push(toText(key));
      else if (bad.length === 0 && !this.hasEntry(name)) super.setEntry(name.trim(), value);
    };
    yield* settle(drive(entrySteps(source, take, ticking())));
    if (bad.length > 0) throw badFormat(bad);
  }
  #checked(given: PSValue): string {
    const key = unwrap(given);
    if (key === null) throw argumentNull('key');
    if (typeof key !== 'string')
      throw badArgument(
        `The key '${toText(given)}' of type '${(typeOf(given) ?? OBJECT).fullName}' is not a string value. DefaultParameterDictionary only accepts string value keys.`,
      );
    if (!isWellFormed(key)) throw badFormat([key]);
    return key.trim();
  }
}
const own = (self: PSValue): DefaultParameterTable => {
  const inner = dictionaryOf(self);
  if (inner instanceof DefaultParameterTable) return inner;
  throw nullArgument('dictionary');
};
const given = (source: PSValue): PSDictionary => {
  if (source === null) throw nullArgument('dictionary');
  return dictionaryOf(source);
};
/** A plain table with the same entries: the type does not copy itself. */
function* copied(self: PSValue): Steps<PSDictionary> {
  const source = own(self);
  const copy = new NetDictionary(source.rule, undefined, TYPE_NAMES.hashtable);
  yield* settle(fillFrom(copy, source, ticking()));
  return copy;
}
function* madeFrom(source: PSDictionary): Steps<DefaultParameterTable> {
  const made = new DefaultParameterTable();
  yield* made.takeAll(source);
  return made;
}
implement(DEFAULT_PARAMETERS, () => ({
  ...table(),
  Add: (self, key, value) => {
    own(self).addEntry(withKey(key), value);
    return undefined;
  },
  Clone: (self) => drive(copied(self)),
  ChangeSinceLastCheck: (self) => own(self).changeSinceLastCheck(),
  new: (_self, source): Pending<PSValue> =>
    source === undefined ? new DefaultParameterTable() : drive(madeFrom(given(source))),
}));
