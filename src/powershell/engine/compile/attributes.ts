/** Attributes of variables and parameters as checks and conversions. */
import type { Pending } from '../pending.js';
import { CheckAnswers } from '../runtime/check-answers.js';
import { requireBoolean } from '../runtime/coerce.js';
import { nothingAs } from '../runtime/members.js';
import { AutomationNull, plain, TypeObject, unwrap } from '../values/live.js';
import type { PSValue } from '../../../protocol/objects/index.js';
import type { AttributeAst, AttributeBaseAst } from '../../lang/index.js';
import { castText, convertTo, toBoolean, toText } from '../conversion.js';
import { ATTRIBUTE_NAMES, type AttributeFact } from '../runtime/command-signature.js';
import type { AttributeSpec } from '../runtime/attribute-objects.js';
import { ACTION_PREFERENCE } from '../runtime/common-parameters.js';
import type { Frame } from '../runtime/frame.js';
import { refuseReserved } from '../runtime/preference-variables.js';
import { conversionRefused, isConstrained, mayConvert } from '../runtime/language-mode.js';
import { Variable, type VariableAttribute } from '../runtime/scope.js';
import {
  each,
  inRange,
  inSet,
  invalid,
  matching,
  notNull,
  notNullOrEmpty,
  notNullOrWhiteSpace,
  ofCount,
  ofKind,
  ofLength,
  RANGE_KINDS,
  type RangeKind,
  type Rule,
} from '../runtime/validation-rules.js';
import { scopeOf } from '../runtime/variables.js';
import { fail, NetThrow, PSError } from '../values/exceptions.js';
import { ScriptBlock } from '../values/script-block.js';
import type { NetType } from '../values/net-type.js';
import { BOOLEAN, INT32, SWITCH } from '../values/types.js';
import { compileExpression, requireTypeName } from './expressions.js';
import { link, mayChangeScope, type VariableRules } from './link.js';
import { completerFactory, generatedValues, scriptRule, scriptTransform } from './script-attributes.js';

/** `[Name()]` or `[NameAttribute()]`, namespace or not. */
export const isAttribute = (attribute: AttributeBaseAst, name: string): boolean =>
  attribute.kind === 'AttributeAst' && plainName(attribute) === name;
/** `parameter` for `[System.Management.Automation.ParameterAttribute()]`. */
const plainName = ({ typeName }: AttributeAst): string =>
  (typeName.name.toLowerCase().split('.').pop() ?? '').replace(/attribute$/, '');

/** The texts that an attribute is given in order; undefined for what is written otherwise. */
export const textArguments = (attribute: AttributeBaseAst | undefined): readonly (string | undefined)[] =>
  attribute?.kind === 'AttributeAst'
    ? attribute.positionalArguments.map((argument) =>
        argument.kind === 'StringConstantExpressionAst' ? argument.value : undefined,
      )
    : [];

const PLAIN_CHECKS = new Set(
  'parameter alias validateset validaterange validatepattern validatelength validatecount validatenotnull validatenotnullorempty validatenotnullorwhitespace allownull allowemptystring allowemptycollection'.split(
    ' ',
  ),
);
/** Whether it depends on nothing but what is written: no script, no class, no drive. */
export const isSameForEachCall = (attribute: AttributeBaseAst): boolean =>
  attribute.kind === 'TypeConstraintAst' ||
  (attribute.kind === 'AttributeAst' &&
    PLAIN_CHECKS.has(plainName(attribute)) &&
    attribute.positionalArguments.every(({ kind }) => /^(?:StringConstant|Constant|UnaryExpression)/.test(kind)));

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
/** What Get-Command tells of a parameter's own attributes, the last first as PowerShell lists them. */
export function attributeFacts(f: Frame, attributes: readonly AttributeBaseAst[]): AttributeFact[] {
  const facts: AttributeFact[] = [];
  for (const attribute of [...attributes].reverse()) {
    if (attribute.kind !== 'AttributeAst') continue;
    const name = attribute.typeName.name.slice(attribute.typeName.name.lastIndexOf('.') + 1).replace(/Attribute$/i, '');
    const known = ATTRIBUTE_NAMES.find((one) => one.toLowerCase() === name.toLowerCase());
    if (known === undefined) {
      const factory = completerFactory(f, attribute);
      if (factory !== undefined) facts.push({ name: 'ArgumentCompleter', properties: { Factory: factory } });
      continue;
    }
    if (known === 'Parameter' || known === 'Alias') {
      facts.push({ name: known, properties: {} });
      continue;
    }
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
    case 'ArgumentCompleter':
      return first instanceof TypeObject ? { Type: first } : { ScriptBlock: first };
    case 'ArgumentCompletions':
      return { Completions: values.map((value) => toText(value)) };
    case 'PSTypeName':
      return { PSTypeName: first };
    case 'AssemblyMetadata':
      return { Key: first, Value: second };
    case 'ValidateDrive':
      return { ValidRootDrives: values.map((value) => toText(value)) };
    case 'ValidateUserDrive':
      return { ValidRootDrives: ['User'] };
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
  // Told where the call stands; what other constructors refuse is told where they are written.
  if (plainName(attribute) === 'validateset' && attribute.positionalArguments.length === 0)
    throw fail('ArgumentOutOfRange', outOfRange('validValues', 'System.String[]'), {
      type: OUT_OF_RANGE,
      category: 'InvalidArgument',
    });
  try {
    return ruleOfSpec(f, {
      name: plainName(attribute),
      get positional() {
        return argumentsOf(f, attribute);
      },
      option: (name) => option(f, attribute, name),
    });
  } catch (error) {
    if (error instanceof PSError) {
      // A type among the arguments is missing: of the whole attribute.
      if (error.record.errorId === 'TypeNotFound') {
        error.record.extent = attribute.extent;
        error.record.targetObject = attribute.extent.text;
      }
      error.record.extent ??= attribute.extent;
    }
    throw error;
  }
}
function rangeKind(text: string): RangeKind {
  const wanted = text.toLowerCase();
  const exact = RANGE_KIND_NAMES.find((name) => name.toLowerCase() === wanted);
  const [only, other] = RANGE_KIND_NAMES.filter((name) => name.toLowerCase().startsWith(wanted));
  const found = exact ?? (other === undefined ? only : undefined);
  if (found !== undefined) return found;
  throw fail(
    'SubstringDisambiguationEnumParseThrewAnException',
    `Cannot convert value "${text}" to type "System.Management.Automation.ValidateRangeKind". Error: "Unable to match the identifier name ${text} to a valid enumerator name. Specify one of the following enumerator names and try again:\n${RANGE_KIND_NAMES.join(', ')}"`,
    { type: 'System.Management.Automation.PSInvalidCastException', category: 'InvalidArgument' },
  );
}
const kindNumbered = (number: number): string => RANGE_KIND_NAMES[number] ?? String(number);
const outOfRange = (name: string, value: number | string): string =>
  `Cannot process argument because the value of argument "${name}" is out of range. Change argument "${name}" to a value that is within range. (Parameter '${name}')\nActual value was ${value}.`;
const OUT_OF_RANGE = 'System.Management.Automation.PSArgumentOutOfRangeException';
/** How many arguments the constructors take. */
const CONSTRUCTORS: Readonly<Record<string, readonly number[]>> = {
  parameter: [0, 2],
  allownull: [0],
  allowemptystring: [0],
  allowemptycollection: [0],
  validatenotnull: [0],
  validatenotnullorempty: [0],
  validatenotnullorwhitespace: [0],
  validatepattern: [1],
  validatescript: [1],
  validaterange: [1, 2],
  validatelength: [2],
  validatecount: [2],
};
/** What an attribute's constructor says of its arguments. */
function constructing<T>(name: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof PSError)) throw error;
    const { exception } = error.record;
    throw fail(
      'ExceptionConstructingAttribute',
      `The following exception occurred while constructing the attribute "${name}": "${exception.message}"`,
      { category: 'InvalidOperation', inner: exception },
    );
  }
}
/** The check that an attribute makes, written or made as an object; undefined when it makes none. */
export function ruleOfSpec(f: Frame, attribute: AttributeSpec): Rule | undefined {
  const given = attribute.option('errormessage');
  const message = given === undefined || given === null ? undefined : toText(given);
  const bounds = (name: string): readonly [min: number, max: number] => {
    const [min, max] = constructing(name, () => attribute.positional.map((item) => Number(convertTo(item, INT32))));
    const refused = (which: string, value: number): never =>
      constructing(name, () => {
        throw fail('MethodInvocation', outOfRange(which, value), { type: OUT_OF_RANGE });
      });
    if (min !== undefined && min < 0) refused('minLength', min);
    if (max !== undefined && max <= 0) refused('maxLength', max);
    return [min ?? 0, max ?? 0];
  };
  const counts = CONSTRUCTORS[attribute.name];
  if (counts?.includes(attribute.positional.length) === false)
    throw fail(
      'MethodCountCouldNotFindBest',
      `Cannot find an overload for ".ctor" and the argument count: "${attribute.positional.length}".`,
      { category: 'NotSpecified', type: 'System.Management.Automation.MethodException' },
    );
  switch (attribute.name) {
    case 'validateset': {
      const [only] = attribute.positional;
      const generated = only === undefined ? undefined : generatedValues(f, only);
      const written = attribute.positional.map((item) => toText(item));
      return inSet(
        () => generated?.().map((one) => toText(one)) ?? written,
        toBoolean(attribute.option('ignorecase') ?? true),
        message,
      );
    }
    case 'validaterange': {
      const [min = null, max] = attribute.positional;
      if (max !== undefined) return inRange(min, max);
      return ofKind(
        constructing('ValidateRange', () => rangeKind(typeof min === 'number' ? kindNumbered(min) : toText(min))),
      );
    }
    case 'validatepattern':
      return matching(attribute.positional[0] ?? '', message);
    case 'validatelength': {
      return ofLength(...bounds('ValidateLength'));
    }
    case 'validatecount': {
      return ofCount(...bounds('ValidateCount'));
    }
    case 'validatenotnull':
      return notNull;
    case 'validatenotnullorempty':
      return notNullOrEmpty;
    case 'validatenotnullorwhitespace':
      return notNullOrWhiteSpace;
    case 'validatescript':
      return scriptCheck(f, attribute.positional[0] ?? null, message);
    case 'validatedrive':
    case 'validateuserdrive': {
      const drives =
        attribute.name === 'validateuserdrive' ? ['User'] : attribute.positional.map((item) => toText(item));
      return (value) => {
        checkDrive(f, value, drives);
        return value;
      };
    }
    default:
      return undefined;
  }
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
const RANGE_KIND_NAMES = Object.keys(RANGE_KINDS) as RangeKind[];
const scriptCheck = (f: Frame, block: PSValue, message: string | undefined): Rule =>
  each((item) => {
    if (!(block instanceof ScriptBlock)) return;
    const run = (): Pending<PSValue> =>
      f.rt.atOnce(() => f.rt.callBlock(block, [item], { input: item, ...f.rt.bindingFrame() }));
    // A function's binding can wait; a variable's own check cannot.
    const { binding } = f.rt;
    if (binding !== undefined) binding.answers ??= new CheckAnswers();
    const answer = binding?.answers === undefined ? run() : binding.answers.ask(block, item, run);
    if (answer instanceof Promise) throw invalid('A ValidateScript block must not wait.', 'ValidateScriptFailure');
    if (!toBoolean(answer))
      throw invalid(
        message?.replaceAll('{0}', toText(item)).replaceAll('{1}', block.toString()) ??
          `The "${block.toString()}" validation script for the argument with value "${toText(item)}" did not return a result of True. Determine why the validation script failed, and then try the command again.`,
        'ValidateScriptFailure',
      );
  });

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
/** The rules that make Booleans: where they are not compiled in they take no text, as parameters do not. */
const truths = new WeakMap<Rule, NetType>();
const isTruth = (type: NetType): boolean => type === BOOLEAN || type === SWITCH;
function refuseNoTruth(value: PSValue, type: NetType): void {
  try {
    requireBoolean(value, type);
  } catch (error) {
    if (!(error instanceof PSError)) throw error;
    const { exception } = error.record;
    throw fail('RuntimeException', exception.message, {
      category: 'MetadataError',
      type: 'System.Management.Automation.ArgumentTransformationMetadataException',
      inner: exception,
    });
  }
}
/** What an attribute of a script's class does to the values of a variable. */
function scriptVariableRule(f: Frame, attribute: AttributeAst): Rule | undefined {
  const check = scriptRule(f, attribute);
  if (check === undefined) return scriptTransform(f, [attribute]);
  return (value) => {
    try {
      return check(value);
    } catch (error) {
      throw error instanceof PSError ? new NetThrow(VALIDATION_ERROR, error.message) : error;
    }
  };
}
const VALIDATION_ERROR = 'System.Management.Automation.ValidationMetadataException';
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
        const type = requireTypeName(attribute.typeName, f, attribute.extent);
        names.push(type.fullName);
        written.push('type');
        const convert: Rule = (value) => {
          if (refuses && !mayConvert(value, type)) throw conversionRefused(type);
          return value === AutomationNull ? nothingAs(type) : convertTo(value, type);
        };
        if (isTruth(type)) truths.set(convert, type);
        rules.push(convert);
      } else {
        const rule = ruleOf(f, attribute) ?? scriptVariableRule(f, attribute);
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
link.keptRules = (name, { rules, names, onlyTypes }, isLocal, isNew = false) =>
  rules.map((rule) => (value: PSValue) => {
    try {
      const truth = isLocal && onlyTypes ? undefined : truths.get(rule);
      if (truth !== undefined) refuseNoTruth(value, truth);
      const made = rule(value);
      if (names.includes(ACTION_PREFERENCE.fullName) && !(isLocal && onlyTypes)) refuseReserved(made);
      return made;
    } catch (error) {
      if (error instanceof NetThrow)
        throw fail(
          'ValidateSetFailure',
          isNew
            ? `The attribute cannot be added because variable ${name} with value ${castText(value)} would no longer be valid.`
            : `The variable cannot be validated because the value ${value === null ? '$null' : castText(value)} is not a valid value for the ${name} variable.`,
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
link.constrain = (f, path, value, rules, block) => {
  const scope = scopeOf(f, path);
  const name = path.unqualifiedPath;
  const isLocal =
    scope === f.scope &&
    scope.parent !== undefined &&
    scope !== scope.module?.scope &&
    !path.isScript &&
    block === scope.home &&
    (block === undefined || !mayChangeScope(block));
  const existing = scope.own(name.toLowerCase());
  if (existing === undefined) scope.inAllScopes(name.toLowerCase())?.refuseLocked();
  const kept = link.keptRules(name, rules, isLocal);
  // Only where the conversion is compiled in is what gave nothing the type's default.
  let made = isLocal ? value : plain(value);
  for (const rule of existing === undefined ? link.keptRules(name, rules, isLocal, true) : kept) made = rule(made);
  // What it was declared as before counts no more.
  existing?.refuseLocked();
  const variable = existing ?? new Variable(name, made);
  variable.value = made;
  variable.rules = kept;
  variable.ruleNames = rules.names;
  variable.attributes = rules.attributes;
  scope.variables.set(name.toLowerCase(), variable);
};
