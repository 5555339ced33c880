/** Properties that only keep what they are given: the settings of many .NET classes. */
import type { PSValue } from '../../../protocol/objects/index.js';
import type { Bodies, MemberBody } from '../values/bodies.js';
import { dataOf } from './support.js';

export class Settings {
  readonly values = new Map<string, PSValue>();
}
/** Bodies of the properties; a default that is an object is made once for each instance. */
export function plainProperties(defaults: Readonly<Record<string, () => PSValue>>): Bodies {
  const bodies: Record<string, MemberBody> = {};
  for (const [name, initial] of Object.entries(defaults)) {
    bodies[name] = (self) => {
      const { values } = dataOf<Settings>(self);
      const known = values.get(name);
      if (known !== undefined) return known;
      const made = initial();
      values.set(name, made);
      return made;
    };
    bodies[`set ${name}`] = (self, value) => {
      dataOf<Settings>(self).values.set(name, value);
      return undefined;
    };
  }
  return bodies;
}
export const yes = (): PSValue => true;
export const no = (): PSValue => false;
export const empty = (): PSValue => '';
export const none = (): PSValue => null;
