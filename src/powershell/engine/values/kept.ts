/** What was added to values that are no PSObject: an object of .NET has it wherever it is held. */
import { PSObject, PSSecureString, PSUri, PSVersion, type PSValue } from '../../../protocol/objects/index.js';

const wrappers = new WeakMap<object, PSObject>();
let anyWrapper = false;
/** Whether such a value has what was added; what is a value to .NET has it in one place only. */
export const keepsAdded = (target: PSValue): target is PSValue & object =>
  Array.isArray(target) ||
  target instanceof Uint8Array ||
  target instanceof PSVersion ||
  target instanceof PSUri ||
  target instanceof PSSecureString;
/** The object that has what was added to a value, if anything was. */
export const addedTo = (target: object): PSObject | undefined => (anyWrapper ? wrappers.get(target) : undefined);
export const isAnythingKept = (): boolean => anyWrapper;
export function keep(target: object, added: PSObject): void {
  wrappers.set(target, added);
  anyWrapper = true;
}
/** A value as a parameter of type PSObject has it: with what was added. Lists go as they are. */
export function asInput(value: PSValue | undefined): PSValue | undefined {
  if (!anyWrapper || typeof value !== 'object' || value === null || value instanceof PSObject) return value;
  return Array.isArray(value) || value instanceof Uint8Array ? value : (wrappers.get(value) ?? value);
}
