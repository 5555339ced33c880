/** How values of a table compare and add up. */
import { PSDateTime, type PSValue } from '../../../../protocol/objects/index.js';
import { convertTo, isNumeric, toNumber, toText } from '../../conversion.js';
import { requireType } from '../../values/net-type.js';

/** Numbers by value, dates by time, all else as text without letter case; nothing comes first. */
export function compareValues(left: PSValue, right: PSValue): number {
  if (left === null || right === null) return Number(left !== null) - Number(right !== null);
  if (isNumeric(left) || isNumeric(right)) {
    const [one, two] = [toNumber(left), toNumber(right)];
    return one < two ? -1 : one > two ? 1 : 0;
  }
  if (left instanceof PSDateTime || right instanceof PSDateTime) {
    const date = (value: PSValue): bigint => {
      const made = convertTo(value, requireType('System.DateTime'));
      return made instanceof PSDateTime ? made.ticks : 0n;
    };
    const [one, two] = [date(left), date(right)];
    return one < two ? -1 : one > two ? 1 : 0;
  }
  return toText(left).localeCompare(toText(right), 'en', { sensitivity: 'accent' });
}
export const addition = (left: PSValue, right: PSValue): PSValue =>
  isNumeric(left) && isNumeric(right) ? toNumber(left) + toNumber(right) : toText(left) + toText(right);
