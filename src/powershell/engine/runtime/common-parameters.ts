/** The parameters that every advanced function and command has. */
import { pushOne } from '../room.js';
import { PSList, type PSValue } from '../../../protocol/objects/index.js';
import { parseVariablePath } from '../../lang/index.js';
import { convertTo, makeSwitch, toBoolean, toText } from '../conversion.js';
import { andThen as then } from '../pending.js';
import { defineType, findType, type NetType, requireType } from '../values/net-type.js';
import { INT32, STRING, SWITCH } from '../values/types.js';
import { type Bound } from './binder.js';
import { ALL_SETS, type AttributeFact, type ParameterInfo } from './command-signature.js';
import { inRange, invalid, type Rule, SetterRefusal } from './validation-rules.js';
import type { Frame, OutPipe, Taps } from './frame.js';
import { readVariable, scopeOf, writeVariable } from './variables.js';

const INT_MAX = 2_147_483_647;

export const SUSPEND_RESERVED =
  'The Suspend ActionPreference value is reserved for future use and is not supported at this time.';
export const ABOUT_PREFERENCES =
  'For more information about preference variables, see the Help topic, "about_Preference_Variables."';

export const ACTION_PREFERENCE = defineType('System.Management.Automation.ActionPreference', {
  kind: 'enum',
  enumValues: { SilentlyContinue: 0, Stop: 1, Continue: 2, Inquire: 3, Ignore: 4, Suspend: 5, Break: 6 },
});
const common = (
  name: string,
  type: NetType,
  alias: string,
  rules: readonly Rule[] = [],
  attribute?: AttributeFact,
): ParameterInfo => ({
  name,
  aliases: [alias],
  type,
  sets: new Map([[ALL_SETS, { mandatory: false, position: undefined, byPropertyName: false, byValue: false }]]),
  rules,
  ...(attribute === undefined ? {} : { attributes: () => [attribute] }),
  allowNull: true,
  allowEmptyString: true,
  allowEmptyCollection: true,
  common: true,
});
/** `+name` adds to what the variable holds. A name of a drive other than Variable: is none. */
const variableName: Rule = (value) => {
  if (typeof value !== 'string') return value;
  const name = value.startsWith('+') ? value.slice(1) : value;
  if (name === '')
    throw invalid(
      'Cannot process argument because the value of argument "path" is not valid. Change the value of the "path" argument and run the operation again.',
      'Argument',
    );
  if (parseVariablePath(name).isDriveQualified)
    throw invalid(
      `Cannot validate argument '${name}' because it is not a valid variable name.`,
      'ArgumentNotValidVariableName',
    );
  return value;
};
const variable = (name: string, alias: string): ParameterInfo =>
  common(name, STRING, alias, [variableName], {
    name: 'System.Management.Automation.Internal.CommonParameters+ValidateVariableName',
    properties: {},
  });
/** `Suspend` cannot be set: the error is that of the property behind the parameter. */
const action = (name: string, alias: string): ParameterInfo =>
  common(name, ACTION_PREFERENCE, alias, [
    (value) => {
      if (toText(value) !== 'Suspend') return value;
      throw new SetterRefusal(
        'System.Management.Automation.PSNotSupportedException',
        `${SUSPEND_RESERVED} ${ABOUT_PREFERENCES}`,
      );
    },
  ]);
export const COMMON_PARAMETERS: readonly ParameterInfo[] = [
  common('Verbose', SWITCH, 'vb'),
  common('Debug', SWITCH, 'db'),
  action('ErrorAction', 'ea'),
  action('WarningAction', 'wa'),
  action('InformationAction', 'infa'),
  action('ProgressAction', 'proga'),
  variable('ErrorVariable', 'ev'),
  variable('WarningVariable', 'wv'),
  variable('InformationVariable', 'iv'),
  variable('OutVariable', 'ov'),
  common('OutBuffer', INT32, 'ob', [inRange(0, INT_MAX)], {
    name: 'ValidateRange',
    properties: { MinRange: 0, MaxRange: INT_MAX, RangeKind: null },
  }),
  variable('PipelineVariable', 'pv'),
];
export const SHOULD_PROCESS_PARAMETERS: readonly ParameterInfo[] = [
  common('WhatIf', SWITCH, 'wi'),
  common('Confirm', SWITCH, 'cf'),
];

/** Only a command's own -Verbose shows what `ShouldProcess` lets happen; no preference does. */
export const isVerbose = (bound: Bound): boolean => toBoolean(bound.values.get('verbose')?.value ?? false);

/** Preferences that the parameters set for the command's duration, by variable name. */
export function preferencesOf(bound: Bound): [string, PSValue][] {
  const out: [string, PSValue][] = [];
  const take = (parameter: string, variable: string): void => {
    const entry = bound.values.get(parameter);
    if (entry !== undefined) out.push([variable, entry.value]);
  };
  take('erroraction', 'ErrorActionPreference');
  take('warningaction', 'WarningPreference');
  take('informationaction', 'InformationPreference');
  take('progressaction', 'ProgressPreference');
  const verbose = bound.values.get('verbose');
  const action = (name: string): PSValue =>
    convertTo(name, findType('System.Management.Automation.ActionPreference') ?? STRING);
  if (verbose !== undefined)
    out.push(['VerbosePreference', action(toBoolean(verbose.value) ? 'Continue' : 'SilentlyContinue')]);
  const debug = bound.values.get('debug');
  if (debug !== undefined)
    out.push(['DebugPreference', action(toBoolean(debug.value) ? 'Continue' : 'SilentlyContinue')]);
  const whatIf = bound.values.get('whatif');
  if (whatIf !== undefined) out.push(['WhatIfPreference', makeSwitch(toBoolean(whatIf.value))]);
  const confirm = bound.values.get('confirm');
  if (confirm !== undefined)
    out.push([
      'ConfirmPreference',
      convertTo(toBoolean(confirm.value) ? 'Low' : 'None', requireType('System.Management.Automation.ConfirmImpact')),
    ]);
  return out;
}

/** -ErrorVariable and the like of a command, beside those of the commands around it. */
export function tapsOf(f: Frame, bound: Bound): Taps | undefined {
  const { taps } = f;
  const error = variableList(f, bound, 'errorvariable');
  const warning = variableList(f, bound, 'warningvariable');
  const information = variableList(f, bound, 'informationvariable');
  if (error === undefined && warning === undefined && information === undefined) return taps;
  const and = (outer: readonly PSList[] = [], own?: PSList): readonly PSList[] =>
    own === undefined ? outer : [...outer, own];
  return {
    error: and(taps?.error, error),
    warning: and(taps?.warning, warning),
    information: and(taps?.information, information),
  };
}
/** -OutVariable and -PipelineVariable: copies of what passes. */
export function tapOutput(f: Frame, bound: Bound, out: OutPipe): OutPipe {
  const list = variableList(f, bound, 'outvariable');
  const pipelineVariable = bound.values.get('pipelinevariable');
  if (list === undefined && pipelineVariable === undefined) return out;
  const path = pipelineVariable === undefined ? undefined : parseVariablePath(toText(pipelineVariable.value));
  if (path !== undefined) {
    if (scopeOf(f, path).own(path.unqualifiedPath.toLowerCase()) !== undefined) hiding.add(bound);
    writeVariable(f, path, null);
  }
  return {
    write: (value) => {
      if (list !== undefined) pushOne(list.items, value);
      if (path !== undefined) writeVariable(f, path, value);
      return then(out.write(value), () => undefined);
    },
  };
}
/** Commands whose -PipelineVariable took the place of a variable that was there. */
const hiding = new WeakSet<Bound>();
/** The variable of -PipelineVariable goes with the pipeline; where there was one, it stays, without its value. */
export function dropPipelineVariable(f: Frame, bound: Bound | undefined): void {
  const entry = bound?.values.get('pipelinevariable');
  if (entry === undefined) return;
  const path = parseVariablePath(toText(entry.value));
  if (path.isDriveQualified) return;
  if (bound !== undefined && hiding.has(bound)) writeVariable(f, path, null);
  else scopeOf(f, path).remove(path.unqualifiedPath.toLowerCase());
}
/** Lists that are added to; what is in others is copied. */
const TAKES_ALL = /^System\.Collections\.(?:ArrayList$|(?:Generic\.List|ObjectModel\.Collection)`1\[\[System\.Object,)/;
/** The list that a variable of a common parameter is from now on. */
function variableList(f: Frame, bound: Bound, parameter: string): PSList | undefined {
  const entry = bound.values.get(parameter);
  if (entry === undefined) return undefined;
  const text = toText(entry.value);
  const append = text.startsWith('+');
  const path = parseVariablePath(append ? text.slice(1) : text);
  const before = append ? readVariable(f, path) : undefined;
  const items =
    before instanceof PSList && TAKES_ALL.test(before.typeNames[0] ?? '')
      ? before
      : f.rt.listValue(
          before === undefined || before === null
            ? []
            : Array.isArray(before)
              ? (before as readonly PSValue[])
              : before instanceof PSList
                ? before.items
                : [before],
        );
  writeVariable(f, path, items);
  return items;
}
