/** Types that hold properties and do little else. */
import { PSTimeSpan, type PSValue } from '../../../../protocol/objects/index.js';
import { construct } from '../../runtime/members.js';
import { NetObject, unwrap } from '../../values/live.js';
import { addMembers, defineType, type MemberBody, type NetType, requireType } from '../../values/net-type.js';
import { resolveTypeText } from '../../values/types.js';
import { convertTo, runtime } from '../support.js';

export type Fields = Map<string, PSValue>;

export function fieldsOf(self: PSValue): Fields {
  const inner = unwrap(self);
  if (inner instanceof NetObject && inner.data instanceof Map) return inner.data as Fields;
  throw new Error('not a record');
}
export const field = (self: PSValue, name: string): PSValue => fieldsOf(self).get(name) ?? null;
/** The sum of time spans. */
export const sumOf = (self: PSValue, ...names: readonly string[]): PSValue =>
  new PSTimeSpan(
    names.reduce((total, name) => {
      const one = field(self, name);
      return one instanceof PSTimeSpan ? total + one.ticks : total;
    }, 0n),
  );

/** A value type's own beginning; null for all else. */
function initial(typeText: string): PSValue {
  const type = resolveTypeText(typeText) ?? requireType(typeText);
  if (!type.isValueType || typeText.startsWith('System.Nullable')) return null;
  return typeText === 'datetime' ? (construct(runtime(), type, []) as PSValue) : convertTo(0, type);
}

export interface RecordOptions {
  /** Values that a new one has; a type's name in brackets makes a new one of it: `[hashtable]`. */
  readonly initial?: Readonly<Record<string, string>>;
  /** The same, as values. */
  readonly values?: Readonly<Record<string, () => PSValue>>;
  readonly computed?: Readonly<Record<string, MemberBody>>;
  readonly text?: (self: PSValue) => string;
  /** Has a static `Create()`. */
  readonly create?: boolean;
}
export function newRecord(type: NetType): NetObject<Fields> {
  return new NetObject<Fields>(type, new Map());
}

/**
 * Declares a type of properties.
 * @param properties as Get-Member prints them, `int Count; string Name`; a `!` before one makes it read-only.
 */
export function defineRecord(fullName: string, properties: string, options: RecordOptions = {}): NetType {
  const type = defineType(fullName);
  const list = properties.split('; ').map((text) => {
    const bare = text.replace(/^!/, '');
    const at = bare.lastIndexOf(' ');
    return { type: bare.slice(0, at), name: bare.slice(at + 1), readOnly: text.startsWith('!') };
  });
  const members: Record<string, MemberBody> = {};
  for (const one of list) {
    const key = `${one.type} ${one.name}`;
    members[key] = options.computed?.[one.name] ?? ((self) => field(self, one.name));
    if (!one.readOnly)
      members[`set ${key}`] = (self, value) => {
        fieldsOf(self).set(one.name, value ?? null);
        return undefined;
      };
  }
  const make = (): PSValue => {
    const made = newRecord(type);
    for (const one of list) {
      const given = options.initial?.[one.name];
      const own = options.values?.[one.name];
      const value =
        own !== undefined
          ? own()
          : given === undefined
            ? initial(one.type)
            : given.startsWith('[')
              ? (construct(runtime(), resolveTypeText(given.slice(1, -1)) ?? requireType(given), []) as PSValue)
              : given;
      made.data.set(one.name, value);
    }
    return made;
  };
  members['new()'] = make;
  if (options.create === true) members[`static ${fullName} Create()`] = make;
  const { text } = options;
  if (text !== undefined) members['string ToString()'] = (self) => text(self);
  return addMembers(type, members);
}
