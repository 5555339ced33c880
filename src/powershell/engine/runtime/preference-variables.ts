/** The preference variables: the global ones keep their type, and `Suspend` is a value that nothing supports. */
import type { PSValue } from '../../../protocol/objects/index.js';
import { convertTo, toBoolean, toText } from '../conversion.js';
import { fail, NetThrow, PSError } from '../values/exceptions.js';
import { unwrap } from '../values/live.js';
import { requireType } from '../values/net-type.js';
import { BOOLEAN } from '../values/types.js';
import { requireBoolean } from './coerce.js';
import { ABOUT_PREFERENCES, ACTION_PREFERENCE, SUSPEND_RESERVED } from './common-parameters.js';
import { DEFAULT_PARAMETERS, DefaultParameterTable } from '../net/default-parameter-table.js';
import { LazyVariable, type Scope, type Variable } from './scope.js';

export const ARGUMENT_PASSING = 'System.Management.Automation.NativeArgumentPassingStyle';
const DEFAULTS: Readonly<Record<string, string>> = {
  ErrorActionPreference: 'Continue',
  WarningPreference: 'Continue',
  VerbosePreference: 'SilentlyContinue',
  DebugPreference: 'SilentlyContinue',
  InformationPreference: 'SilentlyContinue',
  ProgressPreference: 'Continue',
};
const TYPED: Readonly<Record<string, readonly [type: string, value: string]>> = {
  ConfirmPreference: ['System.Management.Automation.ConfirmImpact', 'High'],
  ErrorView: ['System.Management.Automation.ErrorView', 'ConciseView'],
  PSNativeCommandArgumentPassing: [ARGUMENT_PASSING, process.platform === 'win32' ? 'Windows' : 'Standard'],
};
const ENCODING = 'System.Text.Encoding';
const refused = (message: string, inner?: PSError): PSError =>
  fail('RuntimeException', message, {
    category: 'MetadataError',
    type: 'System.Management.Automation.ArgumentTransformationMetadataException',
    ...(inner === undefined ? {} : { inner: inner.record.exception }),
  });
/** A variable of this type does not take it, but for one of a function's own. */
export function refuseReserved(value: PSValue): void {
  if (toText(value) === 'Suspend') throw refused(`${SUSPEND_RESERVED} ${ABOUT_PREFERENCES}`);
}
const typedRule =
  (typeName: string): ((value: PSValue) => PSValue) =>
  (value) => {
    let made: PSValue;
    try {
      made = convertTo(value, requireType(typeName));
    } catch (error) {
      if (error instanceof PSError) throw refused(error.record.exception.message, error);
      throw error;
    }
    if (typeName === ACTION_PREFERENCE.fullName) refuseReserved(made);
    return made;
  };
const historyCount = (value: PSValue): PSValue => {
  const inner = unwrap(value);
  if (typeof inner === 'number' && inner >= 1 && inner <= 32_767) return value;
  throw fail(
    'ValidateSetFailure',
    `The variable cannot be validated because the value ${toText(value)} is not a valid value for the MaximumHistoryCount variable.`,
    { category: 'MetadataError', type: 'System.Management.Automation.ValidationMetadataException' },
  );
};
// One list for all runspaces: an endpoint holds thousands.
const ACTION_RULES = [typedRule(ACTION_PREFERENCE.fullName)];
const OTHER_RULES = new Map(Object.entries(TYPED).map(([name, [type]]) => [name, [typedRule(type)]]));
const BOOLEAN_RULES = [
  (value: PSValue): PSValue => {
    try {
      requireBoolean(value, BOOLEAN);
    } catch (error) {
      if (error instanceof PSError) throw refused(error.record.exception.message, error);
      throw error;
    }
    return toBoolean(value);
  },
];
const ENCODING_RULES = [typedRule(ENCODING)];
const DEFAULT_PARAMETERS_RULES = [typedRule(DEFAULT_PARAMETERS)];
const HISTORY_RULES = [historyCount];
const HISTORY_ATTRIBUTES = [{ name: 'ValidateRange', positional: [1, 32_767], named: new Map<string, PSValue>() }];
const TYPE = ['type'] as const;

/** Makes them in the global scope of a new runspace. */
export function makePreferences(global: Scope, encoding: () => PSValue): void {
  const constrain = (made: Variable, type: string, rules: Variable['rules']): void => {
    made.rules = rules;
    made.ruleNames = [type];
    made.attributes = TYPE;
  };
  const put = (name: string, type: string, value: PSValue, rules: Variable['rules']): void => {
    constrain(global.force(name, convertTo(value, requireType(type))), type, rules);
  };
  for (const [name, value] of Object.entries(DEFAULTS)) put(name, ACTION_PREFERENCE.fullName, value, ACTION_RULES);
  for (const [name, [type, value]] of Object.entries(TYPED)) put(name, type, value, OTHER_RULES.get(name));
  put('PSNativeCommandUseErrorActionPreference', 'System.Boolean', false, BOOLEAN_RULES);
  const history = global.force('MaximumHistoryCount', 4096);
  history.rules = HISTORY_RULES;
  history.attributes = HISTORY_ATTRIBUTES;
  const putLater = (made: LazyVariable, type: string, rules: Variable['rules']): void => {
    constrain(made, type, rules);
    global.variables.set(made.name.toLowerCase(), made);
  };
  putLater(new LazyVariable('OutputEncoding', encoding), ENCODING, ENCODING_RULES);
  const table = (): PSValue => new DefaultParameterTable();
  putLater(new LazyVariable('PSDefaultParameterValues', table), DEFAULT_PARAMETERS, DEFAULT_PARAMETERS_RULES);
}

/** A variable that says Suspend gets its first value back when it is asked. @throws {NetThrow} it says so. */
export function refuseSuspend(variable: Variable): void {
  const before =
    DEFAULTS[Object.keys(DEFAULTS).find((name) => name.toLowerCase() === variable.name.toLowerCase()) ?? ''];
  if (before === undefined) return;
  variable.value = convertTo(before, ACTION_PREFERENCE);
  throw new NetThrow(
    'System.NotSupportedException',
    `${SUSPEND_RESERVED} It has been replaced in your ${variable.name} variable by the default value of ${before}. ${ABOUT_PREFERENCES}`,
  );
}
