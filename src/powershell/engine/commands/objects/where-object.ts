/** Where-Object: keeps the objects for which a block, or a property beside an operator, is true. */
import { PSDictionary, type PSValue } from '../../../../protocol/objects/index.js';
import type { CommandImplementation, ParameterSpec } from '../../command-api.js';
import { toBoolean, toText, tryConvert } from '../../conversion.js';
import { compare, equals } from '../../operators/comparison.js';
import { drive, LOOK, type Pending, settle, type Steps, andThen as then } from '../../pending.js';
import { netRegex } from '../../text/regex/index.js';
import { wildcardRegex } from '../../text/wildcard.js';
import { PSError } from '../../values/exceptions.js';
import { TypeObject, unwrap } from '../../values/live.js';
import { isType, TYPE } from '../../values/types.js';
import type { EngineCommandContext } from '../engine-services.js';
import { defineCommand, flag, NOT_EMPTY, parameter } from '../support/command-spec.js';
import { inputOf, itemsOf } from '../support/objects.js';
import { evaluate, nameExpression } from '../support/property-expression.js';

/** Operator switch, its alias, its parameter set, and whether upper and lower case differ. */
const OPERATORS: readonly (readonly [name: string, alias: string | undefined, set: string])[] = [
  ['EQ', 'IEQ', 'EqualSet'],
  ['CEQ', undefined, 'CaseSensitiveEqualSet'],
  ['NE', 'INE', 'NotEqualSet'],
  ['CNE', undefined, 'CaseSensitiveNotEqualSet'],
  ['GT', 'IGT', 'GreaterThanSet'],
  ['CGT', undefined, 'CaseSensitiveGreaterThanSet'],
  ['LT', 'ILT', 'LessThanSet'],
  ['CLT', undefined, 'CaseSensitiveLessThanSet'],
  ['GE', 'IGE', 'GreaterOrEqualSet'],
  ['CGE', undefined, 'CaseSensitiveGreaterOrEqualSet'],
  ['LE', 'ILE', 'LessOrEqualSet'],
  ['CLE', undefined, 'CaseSensitiveLessOrEqualSet'],
  ['Like', 'ILike', 'LikeSet'],
  ['CLike', undefined, 'CaseSensitiveLikeSet'],
  ['NotLike', 'INotLike', 'NotLikeSet'],
  ['CNotLike', undefined, 'CaseSensitiveNotLikeSet'],
  ['Match', 'IMatch', 'MatchSet'],
  ['CMatch', undefined, 'CaseSensitiveMatchSet'],
  ['NotMatch', 'INotMatch', 'NotMatchSet'],
  ['CNotMatch', undefined, 'CaseSensitiveNotMatchSet'],
  ['Contains', 'IContains', 'ContainsSet'],
  ['CContains', undefined, 'CaseSensitiveContainsSet'],
  ['NotContains', 'INotContains', 'NotContainsSet'],
  ['CNotContains', undefined, 'CaseSensitiveNotContainsSet'],
  ['In', 'IIn', 'InSet'],
  ['CIn', undefined, 'CaseSensitiveInSet'],
  ['NotIn', 'INotIn', 'NotInSet'],
  ['CNotIn', undefined, 'CaseSensitiveNotInSet'],
  ['Is', undefined, 'IsSet'],
  ['IsNot', undefined, 'IsNotSet'],
  ['Not', undefined, 'Not'],
];
const OPERATOR_SETS = OPERATORS.map(([, , set]) => set);

const parameters: readonly ParameterSpec[] = [
  parameter('InputObject', 'PSObject', 'V'),
  parameter('FilterScript', 'ScriptBlock', 'ScriptBlockSet: M 0'),
  parameter('Property', 'String', `${OPERATOR_SETS.join(',')}: M 0`, { check: NOT_EMPTY }),
  parameter('Value', 'Object', `${OPERATOR_SETS.filter((set) => set !== 'Not').join(',')}: 1`),
  ...OPERATORS.map(([name, alias, set]) =>
    flag(name, `${set}: ${set === 'EqualSet' ? '' : 'M'}`, alias === undefined ? {} : { alias }),
  ),
];

type Test = (left: PSValue, right: PSValue) => boolean;
/** An operator with a collection on its left side asks each item; one hit is enough. */
const each =
  (test: Test): Test =>
  (left, right) => {
    const items = itemsOf(left);
    if (items === undefined) return test(left, right);
    const hits = items.filter((item) => test(item, right));
    return toBoolean(hits);
  };

function typeTest(context: EngineCommandContext): Test {
  return (left, right) => {
    const type =
      right instanceof TypeObject
        ? right
        : tryConvert(typeof right === 'string' ? right.replace(/^\[(.*)\]$/, '$1') : right, TYPE);
    if (!(type instanceof TypeObject))
      context.fail(`Cannot convert the "${toText(right)}" value of type "System.String" to type "System.Type".`, {
        errorId: 'RuntimeException',
        category: 'InvalidOperation',
        target: right,
      });
    return isType(left, type.type);
  };
}

/** `-match` and its kin: a search that takes long lets others have their turn. */
function* matches(
  context: EngineCommandContext,
  operator: string | undefined,
  left: PSValue,
  right: PSValue,
): Steps<boolean> {
  const ignoreCase = operator?.startsWith('C') !== true;
  const wanted = !/not/i.test(operator ?? '');
  const regex = netRegex(toText(right), { ignoreCase });
  const items = itemsOf(left);
  const hits: PSValue[] = [];
  for (const item of items ?? [left])
    if (((yield* settle(regex.find(() => context.tick(LOOK), toText(item)))) !== null) === wanted) hits.push(item);
  return items === undefined ? hits.length > 0 : toBoolean(hits);
}

function makeTest(context: EngineCommandContext, operator: string): Test {
  const sensitive = /^C(?!ontains)/.test(operator);
  const name = (sensitive ? operator.slice(1) : operator).toLowerCase();
  const like: Test = (left, right) => wildcardRegex(toText(right), sensitive).test(toText(left));
  const equal: Test = (left, right) => equals(left, right, sensitive);
  const contains: Test = (left, right) => (itemsOf(left) ?? [left]).some((item) => equal(item, right));
  switch (name) {
    case 'eq':
      return each(equal);
    case 'ne':
      return each((left, right) => !equal(left, right));
    case 'gt':
      return each((left, right) => compare(left, right, sensitive) > 0);
    case 'lt':
      return each((left, right) => compare(left, right, sensitive) < 0);
    case 'ge':
      return each((left, right) => compare(left, right, sensitive) >= 0);
    case 'le':
      return each((left, right) => compare(left, right, sensitive) <= 0);
    case 'like':
      return each(like);
    case 'notlike':
      return each((left, right) => !like(left, right));
    case 'contains':
      return contains;
    case 'notcontains':
      return (left, right) => !contains(left, right);
    case 'in':
      return (left, right) => contains(right, left);
    case 'notin':
      return (left, right) => !contains(right, left);
    case 'is':
      return typeTest(context);
    case 'isnot':
      return (left, right) => !typeTest(context)(left, right);
    case 'not':
      return (left) => !toBoolean(left);
    default:
      return (left) => toBoolean(left);
  }
}

function byProperty(context: EngineCommandContext): CommandImplementation {
  const operator = OPERATORS.find(([name]) => context.isBound(name) && context.flag(name))?.[0];
  const expression = nameExpression(toText(context.arg('Property') ?? ''));
  const right = context.arg('Value') ?? null;
  const bare = operator === undefined;
  const test = makeTest(context, operator ?? 'Truth');
  const isMatch = /match$/i.test(operator ?? '');
  function* propertyValue(target: PSValue): Steps<PSValue> {
    const inner = unwrap(target);
    const entry = inner instanceof PSDictionary ? inner.getEntry(expression.text) : undefined;
    if (entry !== undefined) return entry;
    const results = yield* evaluate(context, expression, target);
    return results.length === 0
      ? null
      : results.length === 1
        ? (results[0]?.value ?? null)
        : results.map(({ value }) => value);
  }
  return {
    *process() {
      const input = inputOf(context);
      if (input === undefined) return;
      if (bare && context.isBound('Value'))
        context.fail(
          'An operator is required to compare the two specified values. Include a valid operator in the command, and then try the command again. For example, Get-Process | Where-Object -Property Name -eq Idle',
          {
            errorId: 'OperatorNotSpecified',
            category: 'InvalidArgument',
            exceptionType: 'System.Management.Automation.PSArgumentException',
          },
        );
      if (!bare && operator !== 'Not' && !context.isBound('Value'))
        context.fail(
          'The specified operator requires both the -Property and -Value parameters. Provide values for both parameters, and then try the command again.',
          {
            errorId: 'ValueNotSpecifiedForWhereObject',
            category: 'InvalidArgument',
            exceptionType: 'System.Management.Automation.PSArgumentException',
          },
        );
      let keep: boolean;
      try {
        const left = yield* settle(drive(propertyValue(input)));
        keep = isMatch ? yield* matches(context, operator, left, right) : test(left, right);
      } catch (error) {
        if (!(error instanceof PSError) || !['ComparisonFailure', 'NotIcomparable'].includes(error.record.errorId))
          throw error;
        yield* settle(
          context.writeError(error.record.message, {
            errorId: 'OperatorFailed',
            category: 'InvalidOperation',
            target: input,
            exceptionType: 'System.Management.Automation.PSInvalidOperationException',
          }),
        );
        return;
      }
      if (keep) yield* settle(context.write(input));
    },
  };
}

function byBlock(context: EngineCommandContext): CommandImplementation {
  const block = context.arg('FilterScript') ?? null;
  return {
    process(): Pending<void> {
      const input = inputOf(context);
      if (input === undefined) return undefined;
      return then(context.invoke(block, [], input), (results) =>
        toBoolean(results.length === 1 ? (results[0] ?? null) : results) ? context.write(input) : undefined,
      );
    },
  };
}

export const whereObject = defineCommand(
  'Where-Object',
  {
    alias: 'where ?',
    module: 'Microsoft.PowerShell.Core',
    defaultSet: 'EqualSet',
    synopsis: 'Selects objects from a collection based on their property values.',
  },
  parameters,
  (context) => (context.parameterSetName === 'ScriptBlockSet' ? byBlock(context) : byProperty(context)),
);
