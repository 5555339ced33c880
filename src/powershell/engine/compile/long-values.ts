/** Casts and texts of values that are as long as a script likes: made some elements at a time. */
import type { PSValue } from '../../../protocol/objects/index.js';
import { integerOfSteps, integerTextSteps, isLongInteger, MANY_DIGITS } from '../big-steps.js';
import { bigInteger, convertTo, hooks, toText } from '../conversion.js';
import { drive, type Pending, settle, type Steps, type Tick } from '../pending.js';
import type { Runtime } from '../runtime/runtime.js';
import { prepareRegex } from '../text/regex/index.js';
import { AT_ONCE, pieceSteps, textInPieces } from '../slices.js';
import { PSError } from '../values/exceptions.js';
import { NetObject, typedArray } from '../values/live.js';
import type { NetType } from '../values/net-type.js';
import { arrayTypeOf, BIGINT, BYTE, CHAR, isType, REGEX, STRING, XMLDOCUMENT } from '../values/types.js';

const PIECE = 1024;

/** As `convert`. */
export function convertLong(rt: Runtime, value: PSValue, type: NetType, convert = convertTo): Pending<PSValue> {
  if (type === XMLDOCUMENT && typeof value === 'string' && value.length > AT_ONCE)
    return drive(hooks.parseXml(value, rt.stepper));
  if (type === BIGINT && typeof value === 'string' && value.length > MANY_DIGITS)
    return drive(integerSteps(value.trim(), rt.stepper));
  if (type === REGEX) {
    const wait = prepareRegex(value, {}, rt.stepper);
    if (wait !== undefined) return wait.then(() => convert(value, type));
  }
  if (type === STRING && isLongWhole(value)) return drive(integerTextSteps(value.data, rt.stepper));
  const element = type.elementType;
  const isText = element === CHAR && typeof value === 'string' && value.length > AT_ONCE;
  if ((!isText && !isLongList(value)) || type.rank !== 1 || isType(value, type)) return convert(value, type);
  if (element !== undefined) return drive(arraySteps(rt, value, element, convert));
  const [item] = type.genericArguments;
  if (item === undefined || type.genericArguments.length > 1 || type.kind === 'interface' || !hooks.takesItems(type))
    return convert(value, type);
  return drive(collectionSteps(rt, value, type, item, convert));
}
function* integerSteps(text: string, tick: Tick): Steps<PSValue> {
  const [, sign, digits] = /^([+-]?)(\d+)$/.exec(text) ?? [];
  if (digits === undefined) return convertTo(text, BIGINT);
  const size = yield* integerOfSteps(digits, tick);
  return bigInteger(sign === '-' ? -size : size);
}
function* arraySteps(
  rt: Runtime,
  value: PSValue[] | string,
  element: NetType,
  convert: typeof convertTo,
): Steps<PSValue> {
  const type = arrayTypeOf(element);
  const pieces = yield* pieceSteps<PSValue[] | string, PSValue>(rt, value, PIECE, (piece) => convert(piece, type));
  if (element === BYTE) {
    const bytes = new Uint8Array(value.length);
    for (const [index, piece] of pieces.entries()) bytes.set(piece as Uint8Array, index * PIECE);
    return bytes;
  }
  const all = new Array<PSValue>(value.length);
  for (const [index, piece] of (pieces as PSValue[][]).entries()) {
    for (let at = 0; at < piece.length; at += 1) all[index * PIECE + at] = piece[at] ?? null;
    const tick = rt.tick(PIECE);
    if (tick !== undefined) yield tick;
  }
  return typedArray(all, element);
}
function* collectionSteps(
  rt: Runtime,
  value: PSValue[] | string,
  type: NetType,
  item: NetType,
  convert: typeof convertTo,
): Steps<PSValue> {
  let items: PSValue;
  try {
    items = yield* arraySteps(rt, value, item, convert);
  } catch (error) {
    // What cannot be converted is told of the whole.
    if (error instanceof PSError) return convert(value, type);
    throw error;
  }
  return (yield* settle(hooks.ofItems(type, items))) ?? convert(value, type);
}

/** As `toText`. */
export function textLong(rt: Runtime, value: PSValue, separator: string): Pending<string> {
  if (isLongWhole(value)) return drive(integerTextSteps(value.data, rt.stepper));
  return isLongList(value) ? drive(textInPieces(value, (size) => rt.tick(size), separator)) : toText(value, separator);
}
/** Its text takes long. */
export const isLong = (value: PSValue): boolean => isLongList(value) || isLongWhole(value);
const isLongWhole = (value: PSValue): value is NetObject<bigint> =>
  value instanceof NetObject && value.type === BIGINT && isLongInteger(value.data as bigint);
export const isLongList = (value: PSValue): value is PSValue[] => Array.isArray(value) && value.length > AT_ONCE;
