/** Attributes of variables and parameters as checks and conversions. */
import { TypeObject } from '../values/live.js';
import { PSDictionary, PSList, type PSValue } from '../../../protocol/objects/index.js';
import type { AttributeAst, AttributeBaseAst, VariablePath } from '../../lang/index.js';
import { castText, convertTo, integerOf, toBoolean, toText } from '../conversion.js';
import { compare } from '../operators/comparison.js';
import { regexFrom } from '../operators/text.js';
import { ATTRIBUTE_NAMES, type AttributeFact } from '../runtime/binder.js';
import type { AttributeSpec } from '../runtime/attribute-objects.js';
import type { Frame } from '../runtime/frame.js';
import { conversionRefused, isConstrained, mayConvert } from '../runtime/language-mode.js';
import { enumerate } from '../runtime/members.js';
import { Variable, type VariableAttribute } from '../runtime/scope.js';
import { scopeOf } from '../runtime/variables.js';
import { ErrorRecordObject, fail, NetThrow, PSError } from '../values/exceptions.js';
import { unwrap } from '../values/live.js';
import { ScriptBlock } from '../values/script-block.js';
import { compileExpression, requireTypeName } from './expressions.js';
import { link, type VariableRules } from './link.js';
import { generatedValues, scriptRule } from './script-attributes.js';

/** `[Name()]` or `[NameAttribute()]`, namespace or not. */
export const isAttribute = (attribute: AttributeBaseAst, name: string): boolean =>
  attribute.kind === 'AttributeAst' &&
  (attribute.typeName.name.toLowerCase().split('.').pop() ?? '').replace(/attribute$/, '') === name;

/** @param errorId what the record of the exception says; the command's error has an id of its own. */
function invalid(message: string, errorId: string): NetThrow {
  const thrown = new NetThrow('System.Management.Automation.ValidationMetadataException', message);
  thrown.exception.errorRecord = new ErrorRecordObject(thrown.exception, errorId, 'MetadataError');
  return thrown;
}
type Rule = (value: PSValue) => PSValue;

function argumentsOf(f: Frame, attribute: AttributeAst): PSValue[] {
  return attribute.positionalArguments.map((argument) => {
    const value = compileExpression(argument)(f);
    return value instanceof Promise ? null : value;
  });
}
function option(f: Frame, attribute: AttributeAst, name: string): PSValue | undefined {
  const found = attribute.namedArguments.find(({ argumentName }) => argumentName.toLowerCase() === name);
  if (found === undefined) return undefined;
  const value = compileExpression(found.argument)(f);
  return value instanceof Promise ? undefined : value;
}
const entriesOf = (value: PSValue): readonly PSValue[] | undefined =>
  value instanceof PSDictionary ? value.keys : undefined;
const each =
  (check: (item: PSValue) => void): Rule =>
  (value) => {
    if (value === null)
      throw invalid(
        'The argument is null, empty, or an element of the argument collection contains a null value. Supply a collection that does not contain any null values and then try the command again.',
        'ArgumentIsEmpty',
      );
    const items = enumerate(value);
    for (const item of items ?? [value]) {
      if (item === null)
        throw invalid(
          'The argument is null. Provide a valid value for the argument, and then try running the command again.',
          'ArgumentIsEmpty',
        );
      check(item);
    }
    return value;
  };

/** What Get-Command tells of a parameter's own attributes, the last first as PowerShell lists them. */
export function attributeFacts(f: Frame, attributes: readonly AttributeBaseAst[]): AttributeFact[] {
  const facts: AttributeFact[] = [];
  for (const attribute of [...attributes].reverse()) {
    if (attribute.kind !== 'AttributeAst') continue;
    const name = attribute.typeName.name.slice(attribute.typeName.name.lastIndexOf('.') + 1).replace(/Attribute$/i, '');
    const known = ATTRIBUTE_NAMES.find((one) => one.toLowerCase() === name.toLowerCase());
    if (known === undefined) continue;
    const values = argumentsOf(f, attribute);
    const given = Object.fromEntries(
      attribute.namedArguments.map(({ argumentName }) => [
        argumentName,
        option(f, attribute, argumentName.toLowerCase()) ?? null,
      ]),
    );
    const generated =
      known === 'ValidateSet' && values[0] !== undefined ? generatedValues(f, values[0])?.() : undefined;
    facts.push({ name: known, properties: { ...propertiesOf(known, generated ?? values), ...given } });
  }
  return facts;
}
function propertiesOf(name: (typeof ATTRIBUTE_NAMES)[number], values: readonly PSValue[]): Record<string, PSValue> {
  const [first = null, second = null] = values;
  switch (name) {
    case 'ValidateSet':
      return { ErrorMessage: null, IgnoreCase: true, ValidValues: values.map((value) => toText(value)) };
    case 'ValidateRange':
      return { MinRange: second === null ? null : first, MaxRange: second, RangeKind: second === null ? first : null };
    case 'ValidatePattern':
      return { RegexPattern: first, Options: 'IgnoreCase', ErrorMessage: null };
    case 'ValidateLength':
    case 'ValidateCount':
      return { MinLength: first, MaxLength: second };
    case 'ValidateScript':
      return { ErrorMessage: null, ScriptBlock: first };
    case 'ValidateDrive':
      return { ValidRootDrives: values.map((value) => toText(value)) };
    case 'ValidateUserDrive':
      return { ValidRootDrives: ['User'] };
    case 'ArgumentCompleter':
      return first instanceof TypeObject ? { Type: first } : { ScriptBlock: first };
    case 'ArgumentCompletions':
      return { Completions: values.map((value) => toText(value)) };
    default:
      return {};
  }
}

/** Checks of `[Validate…]` attributes, in order. */
export function attributeRules(f: Frame, attributes: readonly AttributeBaseAst[]): Rule[] {
  const rules: Rule[] = [];
  for (const attribute of attributes) {
    if (attribute.kind !== 'AttributeAst') continue;
    const rule = ruleOf(f, attribute) ?? scriptRule(f, attribute);
    if (rule !== undefined) rules.push(rule);
  }
  return rules;
}
function ruleOf(f: Frame, attribute: AttributeAst): Rule | undefined {
  return ruleOfSpec(f, {
    name: (attribute.typeName.name.toLowerCase().split('.').pop() ?? '').replace(/attribute$/, ''),
    get positional() {
      return argumentsOf(f, attribute);
    },
    option: (name) => option(f, attribute, name),
  });
}
/** The check that an attribute makes, written or made as an object; undefined when it makes none. */
export function ruleOfSpec(f: Frame, attribute: AttributeSpec): Rule | undefined {
  const is = (name: string): boolean => attribute.name === name;
  const message = attribute.option('errormessage');
  if (is('validateset')) {
    const [only] = attribute.positional;
    const generated = only === undefined ? undefined : generatedValues(f, only);
    const written = attribute.positional.map((item) => toText(item));
    const exact = toBoolean(attribute.option('ignorecase') ?? true) === false;
    return each((item) => {
      const text = toText(item);
      const values = generated?.().map((one) => toText(one)) ?? written;
      if (values.some((value) => (exact ? value === text : value.toLowerCase() === text.toLowerCase()))) return;
      throw invalid(
        message === undefined
          ? `The argument "${text}" does not belong to the set "${values.join(',')}" specified by the ValidateSet attribute. Supply an argument that is in the set and then try the command again.`
          : toText(message).replace('{0}', text),
        'ValidateSetFailure',
      );
    });
  }
  if (is('validaterange')) {
    const [min, max] = attribute.positional;
    if (max === undefined) {
      const kind = toText(min ?? null).toLowerCase();
      return each((item) => {
        const order = compare(item, 0);
        const good =
          kind === 'positive'
            ? order > 0
            : kind === 'negative'
              ? order < 0
              : kind === 'nonnegative'
                ? order >= 0
                : order <= 0;
        if (!good)
          throw invalid(
            `The argument "${toText(item)}" cannot be validated because its value is not ${kind === 'positive' ? 'greater than zero' : kind === 'negative' ? 'less than zero' : kind === 'nonnegative' ? 'greater than or equal to zero' : 'less than or equal to zero'}.`,
            `ValidateRange${kind === 'positive' ? 'Positive' : kind === 'negative' ? 'Negative' : kind === 'nonnegative' ? 'NonNegative' : 'NonPositive'}Failure`,
          );
      });
    }
    return each((item) => {
      if (compare(item, min ?? 0) < 0)
        throw invalid(
          `The ${toText(item)} argument is less than the minimum allowed range of ${toText(min ?? null)}. Supply an argument that is greater than or equal to ${toText(min ?? null)} and then try the command again.`,
          'ValidateRangeTooSmall',
        );
      if (compare(item, max) > 0)
        throw invalid(
          `The ${toText(item)} argument is greater than the maximum allowed range of ${toText(max)}. Supply an argument that is less than or equal to ${toText(max)} and then try the command again.`,
          'ValidateRangeTooBig',
        );
    });
  }
  if (is('validatepattern')) {
    const [pattern] = attribute.positional;
    return each((item) => {
      const text = toText(item);
      if (regexFrom(pattern ?? '', { ignoreCase: true }).exec(text) === null)
        throw invalid(
          message === undefined
            ? `The argument "${text}" does not match the "${toText(pattern ?? '')}" pattern. Supply an argument that matches "${toText(pattern ?? '')}" and try the command again.`
            : toText(message).replace('{0}', text),
          'ValidatePatternFailure',
        );
    });
  }
  if (is('validatelength')) {
    const [min, max] = attribute.positional.map((item) => Number(integerOf(item) ?? 0n));
    return each((item) => {
      if (typeof unwrap(item) !== 'string')
        throw invalid(
          'The ValidateLength attribute cannot be applied to a parameter that is not a string or string[] parameter. Make the parameter a string or string[] parameter.',
          'ValidateLengthNotString',
        );
      const { length } = toText(item);
      if (length < (min ?? 0))
        throw invalid(
          `The character length (${length}) of the argument is too short. Specify an argument with a length that is greater than or equal to "${min ?? 0}", and then try the command again.`,
          'ValidateLengthMinLengthFailure',
        );
      if (length > (max ?? 0))
        throw invalid(
          `The character length of the ${length} argument is too long. Shorten the character length of the argument so it is fewer than or equal to "${max ?? 0}" characters, and then try the command again.`,
          'ValidateLengthMaxLengthFailure',
        );
    });
  }
  if (is('validatecount')) {
    const [min, max] = attribute.positional.map((item) => Number(integerOf(item) ?? 0n));
    return (value) => {
      const items = value === null ? [] : (enumerate(value) ?? entriesOf(unwrap(value)));
      if (items === undefined)
        throw invalid(
          'The ValidateCount attribute cannot be applied to a non-array parameter. Either remove the attribute from the parameter or make the parameter an array parameter.',
          'NotAnArrayParameter',
        );
      const count = items.length;
      if (count < (min ?? 0) || count > (max ?? 0))
        throw invalid(
          `The parameter requires at least ${min ?? 0} value(s) and no more than ${max ?? 0} value(s) - ${count} value(s) were provided.`,
          'ValidateCountMinMaxFailure',
        );
      return value;
    };
  }
  if (is('validatenotnull') || is('validatenotnullorempty') || is('validatenotnullorwhitespace')) {
    const empty = !is('validatenotnull');
    return (value) => {
      const bad =
        value === null ||
        (empty &&
          (value === '' ||
            (Array.isArray(value) && value.length === 0) ||
            (value instanceof PSList && value.items.length === 0)));
      if (bad)
        throw invalid(
          value === null && !empty
            ? 'The argument is null. Provide a valid value for the argument, and then try running the command again.'
            : typeof value === 'object' && value !== null && enumerate(value) !== undefined
              ? 'The argument is null, empty, or an element of the argument collection contains a null value. Supply a collection that does not contain any null values and then try the command again.'
              : 'The argument is null or empty. Provide an argument that is not null or empty, and then try the command again.',
          value === null ? 'ArgumentIsNull' : 'ArgumentIsEmpty',
        );
      if (Array.isArray(value) && (value as readonly PSValue[]).some((item) => item === null || (empty && item === '')))
        throw invalid(
          `The argument is null${empty ? ', empty,' : ''} or an element of the argument collection contains a null value. Supply a collection that does not contain any null values and then try the command again.`,
          (value as readonly PSValue[]).includes(null) ? 'ArgumentIsNull' : 'ArgumentCollectionContainsEmpty',
        );
      if (is('validatenotnullorwhitespace') && typeof value === 'string' && value.trim() === '')
        throw invalid(
          'The argument is null, empty, or consists of only white-space characters. Provide an argument that contains non white-space characters, and then try the command again.',
          'ArgumentIsEmptyOrWhiteSpace',
        );
      return value;
    };
  }
  if (is('validatedrive') || is('validateuserdrive')) {
    const drives = is('validateuserdrive') ? ['User'] : attribute.positional.map((item) => toText(item));
    return (value) => {
      checkDrive(f, value, drives);
      return value;
    };
  }
  if (is('validatescript')) {
    const [block] = attribute.positional;
    return each((item) => {
      if (!(block instanceof ScriptBlock)) return;
      const answer = f.rt.atOnce(() => f.rt.callBlock(block, [item], { input: item, ...f.rt.bindingFrame() }));
      if (answer instanceof Promise) throw invalid('A ValidateScript block must not wait.', 'ValidateScriptFailure');
      if (!toBoolean(answer))
        throw invalid(
          message === undefined
            ? `The "${block.toString()}" validation script for the argument with value "${toText(item)}" did not return a result of True. Determine why the validation script failed, and then try the command again.`
            : toText(message).replace('{0}', toText(item)),
          'ValidateScriptFailure',
        );
    });
  }
  return undefined;
}

function checkDrive(f: Frame, value: PSValue, drives: readonly string[]): void {
  const path = unwrap(value);
  if (path === null)
    throw invalid(
      'The argument is null. Provide a valid value for the argument, and then try running the command again.',
      'PathArgumentIsEmpty',
    );
  if (typeof path !== 'string')
    throw invalid(
      'The path argument is invalid. Supply a path argument that is a string type.',
      'PathArgumentIsNotValid',
    );
  const drive = f.rt.driveNameOf(f, path);
  if (drive instanceof Error) throw invalid(drive.message, 'DriveNotFound');
  if (drive === undefined)
    throw invalid(
      'The path argument has no root drive.  Supply a full path argument with a root drive.',
      'PathArgumentNoRoot',
    );
  if (!drives.some((one) => one.toLowerCase() === drive.toLowerCase()))
    throw invalid(
      `The path argument drive ${drive} does not belong to the set of approved drives: ${drives.join(',')}. Supply a path argument with an approved drive.`,
      'PathRootInvalid',
    );
}

const variableAttribute = (f: Frame, attribute: AttributeAst): VariableAttribute => ({
  name: attribute.typeName.name,
  positional: argumentsOf(f, attribute),
  named: new Map(
    attribute.namedArguments.map(({ argumentName }) => [
      argumentName,
      option(f, attribute, argumentName.toLowerCase()) ?? null,
    ]),
  ),
});
link.constraints = (attributes) => {
  let known: VariableRules | undefined;
  return (f) => {
    if (known !== undefined && f.rt.restriction === undefined) return known;
    const refuses = isConstrained(f);
    const rules: Rule[] = [];
    const names: string[] = [];
    const written: VariableAttribute[] = [];
    let onlyTypes = true;
    for (const attribute of [...attributes].reverse()) {
      if (attribute.kind === 'TypeConstraintAst') {
        const type = requireTypeName(attribute.typeName, f);
        names.push(type.fullName);
        written.push('type');
        rules.push((value) => {
          if (refuses && !mayConvert(value, type)) throw conversionRefused(type);
          return convertTo(value, type);
        });
      } else {
        const rule = ruleOf(f, attribute);
        if (attribute.kind === 'AttributeAst') written.push(variableAttribute(f, attribute));
        if (rule !== undefined) {
          rules.push(rule);
          onlyTypes = false;
        }
      }
    }
    known = { rules, names, attributes: written, onlyTypes };
    return known;
  };
};
link.keptRules = (name, { rules, onlyTypes }, isLocal, isNew = false) =>
  rules.map((rule) => (value: PSValue) => {
    try {
      return rule(value);
    } catch (error) {
      if (error instanceof NetThrow)
        throw fail(
          'ValidateSetFailure',
          isNew
            ? `The attribute cannot be added because variable ${name} with value ${castText(value)} would no longer be valid.`
            : `The variable cannot be validated because the value ${castText(value)} is not a valid value for the ${name} variable.`,
          {
            category: 'MetadataError',
            type: 'System.Management.Automation.ValidationMetadataException',
            inner: error.exception,
          },
        );
      if (!(error instanceof PSError) || error.record.category !== 'InvalidArgument' || (isLocal && onlyTypes))
        throw error;
      throw fail('RuntimeException', error.record.exception.message, {
        category: 'MetadataError',
        type: 'System.Management.Automation.ArgumentTransformationMetadataException',
        inner: error.record.exception,
      });
    }
  });
link.constrain = (f: Frame, path: VariablePath, value: PSValue, rules: VariableRules) => {
  const scope = scopeOf(f, path);
  const name = path.unqualifiedPath;
  const isLocal = scope === f.scope && scope.parent !== undefined && scope !== scope.module?.scope && !path.isScript;
  const kept = link.keptRules(name, rules, isLocal);
  let made = value;
  for (const rule of link.keptRules(name, rules, isLocal, true)) made = rule(made);
  const existing = scope.own(name.toLowerCase());
  if (existing !== undefined) existing.assign(made);
  const variable = existing ?? new Variable(name, made);
  variable.value = made;
  variable.rules = kept;
  variable.ruleNames = rules.names;
  variable.attributes = rules.attributes;
  scope.variables.set(name.toLowerCase(), variable);
};
