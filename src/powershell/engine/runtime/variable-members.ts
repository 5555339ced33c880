/** PSVariable as scripts see it: a live view of a variable, as Get-Variable and `$ExecutionContext` give it. */
import { PSList, type PSValue } from '../../../protocol/objects/index.js';
import { convertTo, toText } from '../conversion.js';
import { fail, NetThrow, PSError } from '../values/exceptions.js';
import { EnumValue, NetObject, unwrap } from '../values/live.js';
import { addMembers, defineType, requireType } from '../values/net-type.js';
import { genericType } from '../values/types.js';
import { argumentTypeConverter, writtenAttribute } from './attribute-objects.js';
import { lockedError, UNAUTHORIZED } from './locked.js';
import { Variable, type VariableOptions } from './scope.js';

const SPACE = 'System.Management.Automation.';
const TYPE = requireType(`${SPACE}PSVariable`);
/** Those that the engine computes or keeps for itself have types of their own. */
const SPECIAL: Readonly<Record<string, string>> = { null: 'NullVariable', '?': 'QuestionMarkVariable' };
for (const name of Object.values(SPECIAL)) defineType(SPACE + name, { base: `${SPACE}PSVariable` });

const FLAGS = [
  ['readOnly', 1n],
  ['constant', 2n],
  ['private', 4n],
  ['allScope', 8n],
] as const satisfies readonly (readonly [keyof VariableOptions, bigint])[];

const objects = new WeakMap<Variable, NetObject<Variable>>();
/** The one PSVariable of a variable. */
export function variableObject(variable: Variable): NetObject<Variable> {
  let made = objects.get(variable);
  if (made === undefined) {
    const special = SPECIAL[variable.name];
    made = new NetObject(special === undefined ? TYPE : requireType(SPACE + special), variable);
    objects.set(variable, made);
  }
  return made;
}
/** The variable that a PSVariable stands for; undefined for any other value. */
export function variableOf(value: PSValue): Variable | undefined {
  const inner = unwrap(value);
  return inner instanceof NetObject && inner.data instanceof Variable ? inner.data : undefined;
}
const own = (self: PSValue): Variable => {
  const found = variableOf(self);
  if (found === undefined) throw new Error('not a variable');
  return found;
};
export const optionsValue = (options: VariableOptions): PSValue => {
  let bits = 0n;
  for (const [name, bit] of FLAGS) if (options[name] === true) bits |= bit;
  return convertTo(Number(bits), requireType(`${SPACE}ScopedItemOptions`));
};
export function optionsFrom(value: PSValue): VariableOptions {
  const inner = unwrap(value);
  const bits = inner instanceof EnumValue ? inner.value : 0n;
  const options: VariableOptions = {};
  for (const [name, bit] of FLAGS) if ((bits & bit) !== 0n) options[name] = true;
  return options;
}
function setOptions(variable: Variable, value: PSValue): void {
  const { options } = variable;
  if (options.constant === true || options.readOnly === true) throw lockedError('VariableNotWritable', variable.name);
  const next = optionsFrom(value);
  if (next.constant === true)
    throw fail(
      'VariableCannotBeMadeConstant',
      `Existing variable ${variable.name} cannot be made constant. Variables can be made constant only at creation time.`,
      { category: 'WriteError', target: variable.name, type: UNAUTHORIZED },
    );
  variable.options = next;
}
/** What stands before a variable, `[int][ValidateSet(…)]$x`, as objects. */
const attributesOf = (variable: Variable): readonly PSValue[] =>
  variable.attributes.map((attribute) =>
    attribute === 'type' ? argumentTypeConverter() : writtenAttribute(attribute),
  );
function isValid(variable: Variable, value: PSValue): boolean {
  let made = value;
  try {
    for (const rule of variable.rules ?? []) made = rule(made);
    return true;
  } catch (error) {
    if (error instanceof NetThrow || error instanceof PSError) return false;
    throw error;
  }
}
const made = (name: PSValue | undefined, value: PSValue | undefined, options: PSValue | undefined): PSValue =>
  variableObject(new Variable(toText(name ?? null), value ?? null, optionsFrom(options ?? null)));

addMembers(TYPE, {
  'PSVariable new(string name)': (_self, name) => made(name, null, null),
  'PSVariable new(string name, System.Object value)': (_self, name, value) => made(name, value, null),
  'PSVariable new(string name, System.Object value, System.Management.Automation.ScopedItemOptions options)': (
    _self,
    name,
    value,
    options,
  ) => made(name, value, options),
  'string Name': (self) => own(self).name,
  'string Description': (self) => own(self).description,
  'set string Description': (self, value) => {
    own(self).description = toText(value ?? null);
    return undefined;
  },
  'System.Object Value': (self) => own(self).read(),
  'set System.Object Value': (self, value) => {
    own(self).assign(value ?? null);
    return undefined;
  },
  'System.Management.Automation.SessionStateEntryVisibility Visibility': (self) =>
    convertTo(own(self).isPrivate ? 'Private' : 'Public', requireType(`${SPACE}SessionStateEntryVisibility`)),
  'set System.Management.Automation.SessionStateEntryVisibility Visibility': (self, value) => {
    own(self).isPrivate = toText(value ?? null) === 'Private';
    return undefined;
  },
  'psmoduleinfo Module': () => null,
  'string ModuleName': () => '',
  'System.Management.Automation.ScopedItemOptions Options': (self) => optionsValue(own(self).options),
  'set System.Management.Automation.ScopedItemOptions Options': (self, value) => {
    setOptions(own(self), value ?? null);
    return undefined;
  },
  'System.Collections.ObjectModel.Collection[System.Attribute] Attributes': (self) =>
    new PSList([...attributesOf(own(self))], 'LST', {
      typeNames: [
        `${SPACE}PSVariableAttributeCollection`,
        ...(genericType('System.Collections.ObjectModel.Collection', [requireType('System.Attribute')])?.typeNames ??
          []),
      ],
    }),
  'bool IsValidValue(System.Object value)': (self, value) => isValid(own(self), value ?? null),
  'string ToString()': () => `${SPACE}PSVariable`,
});
