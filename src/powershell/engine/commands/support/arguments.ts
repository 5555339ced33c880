/** Bound arguments in the forms that commands want them. */
import { PSList, type PSValue } from '../../../../protocol/objects/index.js';
import type { CommandContext } from '../../command-api.js';
import { integerOf, toText } from '../../conversion.js';
import { listOf } from './objects.js';

export function text(context: CommandContext, name: string): string | undefined {
  const value = context.arg(name);
  return value === undefined || value === null ? undefined : toText(value);
}
export function texts(context: CommandContext, name: string): string[] | undefined {
  const value = context.arg(name);
  return value === undefined || value === null ? undefined : listOf(value).map((item) => toText(item));
}
export function whole(context: CommandContext, name: string): number | undefined {
  const value = context.arg(name);
  if (value === undefined || value === null) return undefined;
  const integer = integerOf(value);
  return integer === undefined ? undefined : Number(integer);
}
/** A boolean that was given: undefined when it was not. */
export const given = (context: CommandContext, name: string): boolean | undefined =>
  context.isBound(name) ? context.flag(name) : undefined;
export const isList = (value: PSValue | undefined): boolean => Array.isArray(value) || value instanceof PSList;
