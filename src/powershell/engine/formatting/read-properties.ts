/** `-Property` and `-GroupBy` of the Format-* commands: names, script blocks, and hash tables with keys that may be cut. */
import { PSDictionary, type PSValue } from '../../../protocol/objects/index.js';
import type { EngineCommandContext } from '../commands/engine-services.js';
import { listOf } from '../commands/support/objects.js';
import { unwrap } from '../values/live.js';
import { ScriptBlock } from '../values/script-block.js';
import { typeOf } from '../values/types.js';
import { type Expression, nameOrPattern, type PropertyParameter } from './format-parameters.js';
import type { Alignment } from './messages.js';

type Key = 'expression' | 'formatString' | 'width' | 'alignment' | 'label' | 'depth';
export const TABLE_KEYS: readonly Key[] = ['expression', 'formatString', 'width', 'alignment', 'label'];
export const LIST_KEYS: readonly Key[] = ['expression', 'formatString', 'label'];
export const WIDE_KEYS: readonly Key[] = ['expression', 'formatString'];
export const CUSTOM_KEYS: readonly Key[] = ['expression', 'depth'];
export const GROUP_KEYS: readonly Key[] = ['expression', 'formatString', 'label'];

const EXPRESSION_TYPES = '{System.String, System.Management.Automation.ScriptBlock}';

function refuse(context: EngineCommandContext, errorId: string, message: string): never {
  context.fail(message, { errorId, category: 'InvalidArgument', exceptionType: 'System.NotSupportedException' });
}

export function readProperties(
  context: EngineCommandContext,
  values: PSValue | undefined,
  keys: readonly Key[],
): PropertyParameter[] | undefined {
  if (values === undefined || values === null) return undefined;
  const list = unwrap(values) instanceof PSDictionary ? [values] : listOf(values);
  return list.map((value) => readProperty(context, value, keys));
}
export function readProperty(context: EngineCommandContext, value: PSValue, keys: readonly Key[]): PropertyParameter {
  const inner = unwrap(value);
  if (inner instanceof PSDictionary) return fromDictionary(context, inner, keys);
  const expression = readExpression(inner);
  if (expression === 'empty') refuse(context, 'ExpressionEmptyString2', 'An empty string value is not allowed.');
  if (expression === undefined) {
    refuse(
      context,
      'DictionaryKeyUnknownType',
      inner === null
        ? `The value of a parameter was null; one of the following types was expected: ${EXPRESSION_TYPES}.`
        : `Cannot convert ${typeOf(inner)?.fullName ?? ''} to one of the following types ${EXPRESSION_TYPES}.`,
    );
  }
  return { expression };
}
function readExpression(value: PSValue): Expression | 'empty' | undefined {
  if (value instanceof ScriptBlock) return { kind: 'script', script: value, text: value.toString() };
  if (typeof value !== 'string') return undefined;
  return value === '' ? 'empty' : nameOrPattern(value);
}

/** `name` is another word for `label`. */
function matches(word: string, key: Key): boolean {
  const names = key === 'label' ? ['label', 'name'] : [key.toLowerCase()];
  return word !== '' && names.some((name) => name.startsWith(word));
}
function fromDictionary(context: EngineCommandContext, table: PSDictionary, keys: readonly Key[]): PropertyParameter {
  const entries = new Map<Key, PSValue>();
  for (const [rawKey, rawValue] of table.entries()) {
    const name = unwrap(rawKey);
    if (typeof name !== 'string')
      refuse(
        context,
        'DictionaryKeyNonString',
        `The ${typeOf(name)?.name ?? ''} key type is not valid. The key must be a string.`,
      );
    const found = keys.filter((key) => matches(name.toLowerCase(), key));
    const [key, other] = found;
    if (key === undefined) refuse(context, 'DictionaryKeyIllegal', `The ${name} key is not valid.`);
    if (other !== undefined)
      refuse(context, 'DictionaryKeyAmbiguous', `The ${name} key is ambiguous; ${key} and ${other} conflict.`);
    if (entries.has(key))
      refuse(context, 'DictionaryKeyDuplicate', `The duplicated key "${name}" conflicts with "${key}".`);
    entries.set(key, checked(context, name, key, unwrap(rawValue)));
  }
  const expression = entries.get('expression');
  if (expression === undefined)
    refuse(context, 'DictionaryKeyMandatoryEntry', 'A mandatory entry for expression is missing.');
  const made = readExpression(expression);
  if (made === 'empty' || made === undefined)
    refuse(context, 'ExpressionEmptyString1', 'The "expression" key cannot have an empty string value.');
  const label = entries.get('label');
  const format = entries.get('formatString');
  const width = entries.get('width');
  const depth = entries.get('depth');
  const align = entries.get('alignment');
  if (format === '')
    refuse(context, 'FormatStringEmpty', 'Cannot have an empty formatting string for key "formatString".');
  if (typeof width === 'number' && width <= 0)
    refuse(context, 'WidthOutOfRange', `The value "${width}" for key "width" should be greater than 0.`);
  return {
    expression: made,
    ...(typeof label === 'string' ? { label } : {}),
    ...(typeof format === 'string' ? { format } : {}),
    ...(typeof width === 'number' ? { width } : {}),
    ...(typeof depth === 'number' ? { depth } : {}),
    ...(typeof align === 'string' ? { align: readAlignment(context, align) } : {}),
  };
}
const KEY_TYPES: Readonly<Record<Key, readonly string[]>> = {
  expression: ['System.String', 'System.Management.Automation.ScriptBlock'],
  formatString: ['System.String'],
  label: ['System.String'],
  alignment: ['System.String'],
  width: ['System.Int32'],
  depth: ['System.Int32'],
};
function checked(context: EngineCommandContext, name: string, key: Key, value: PSValue): PSValue {
  if (value === null) refuse(context, 'DictionaryKeyMissingValue', `The ${name} key has no value.`);
  const allowed = KEY_TYPES[key];
  const type = typeOf(value)?.fullName ?? '';
  if (allowed.includes(type)) return value;
  const several = allowed.length > 1;
  refuse(
    context,
    several ? 'DictionaryKeyIllegalValue1' : 'DictionaryKeyIllegalValue2',
    several
      ? `The "${name}" key has a type, ${type}, that is not valid; expected types are {${allowed.join(', ')}}.`
      : `The "${name}" key has a type, ${type}, that is not valid; expected type is ${allowed[0] ?? ''}.`,
  );
}
const ALIGNMENTS: readonly Alignment[] = ['left', 'center', 'right'];
function readAlignment(context: EngineCommandContext, text: string): Alignment {
  const found = text === '' ? undefined : ALIGNMENTS.find((name) => name.startsWith(text.toLowerCase()));
  if (found === undefined)
    refuse(
      context,
      'AlignmentIllegalValue',
      `The value "${text}" for key "alignment" is not valid; valid values are {left, center, right}.`,
    );
  return found;
}
