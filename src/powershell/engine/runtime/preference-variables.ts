/** The preference variables: the global ones keep their type, and `Suspend` is a value that nothing supports. */
import type { PSValue } from '../../../protocol/objects/index.js';
import { convertTo, toText } from '../conversion.js';
import { fail, NetThrow, PSError } from '../values/exceptions.js';
import { requireType } from '../values/net-type.js';
import { ABOUT_PREFERENCES, ACTION_PREFERENCE, SUSPEND_RESERVED } from './common-parameters.js';
import type { Scope, Variable } from './scope.js';

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
};
const refused = (message: string, inner?: PSError): PSError =>
  fail('RuntimeException', message, {
    category: 'MetadataError',
    type: 'System.Management.Automation.ArgumentTransformationMetadataException',
    ...(inner === undefined ? {} : { inner: inner.record.exception }),
  });
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
    if (typeName === ACTION_PREFERENCE.fullName && toText(made) === 'Suspend')
      throw refused(`${SUSPEND_RESERVED} ${ABOUT_PREFERENCES}`);
    return made;
  };
// One list for all runspaces: an endpoint holds thousands.
const ACTION_RULES = [typedRule(ACTION_PREFERENCE.fullName)];
const OTHER_RULES = new Map(Object.entries(TYPED).map(([name, [type]]) => [name, [typedRule(type)]]));
const TYPE = ['type'] as const;

/** Makes them in the global scope of a new runspace. */
export function makePreferences(global: Scope): void {
  const put = (name: string, type: string, value: string, rules: Variable['rules']): void => {
    const made = global.force(name, convertTo(value, requireType(type)));
    made.rules = rules;
    made.ruleNames = [type];
    made.attributes = TYPE;
  };
  for (const [name, value] of Object.entries(DEFAULTS)) put(name, ACTION_PREFERENCE.fullName, value, ACTION_RULES);
  for (const [name, [type, value]] of Object.entries(TYPED)) put(name, type, value, OTHER_RULES.get(name));
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
