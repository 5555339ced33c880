/** Parameters that a `dynamicparam` block makes while its command is bound: RuntimeDefinedParameter and its dictionary. */
import { PSDictionary, type PSValue } from '../../../protocol/objects/index.js';
import { ruleOfSpec } from '../compile/attributes.js';
import type { ParameterSetSpec } from '../command-api.js';
import { toBoolean, toText } from '../conversion.js';
import { NetDictionary } from '../net/dictionaries.js';
import { hashKey } from '../net/equality.js';
import { fail } from '../values/exceptions.js';
import { NetObject, TypeObject, unwrap } from '../values/live.js';
import { addMembers, defineType, type NetType, requireType } from '../values/net-type.js';
import { genericType, OBJECT, STRING } from '../values/types.js';
import { attributeSpecOf, type AttributeSpec } from './attribute-objects.js';
import { type Bound } from './binder.js';
import { ALL_SETS, makeSignature, type ParameterInfo, type Signature } from './command-signature.js';
import type { Frame } from './frame.js';
import { enumerate } from './members.js';

const SPACE = 'System.Management.Automation.';
interface Defined {
  name: string;
  type: NetType;
  value: PSValue;
  isSet: boolean;
  attributes: PSValue;
}
const PARAMETER = defineType(`${SPACE}RuntimeDefinedParameter`);
const dataOf = (self: PSValue): Defined => (unwrap(self) as NetObject<Defined>).data;
const isParameter = (value: PSValue): value is NetObject<Defined> =>
  value instanceof NetObject && value.type === PARAMETER;
const typeIn = (value: PSValue): NetType => {
  const inner = unwrap(value);
  return inner instanceof TypeObject ? inner.type : OBJECT;
};
addMembers(PARAMETER, {
  'RuntimeDefinedParameter new()': () =>
    new NetObject<Defined>(PARAMETER, { name: '', type: OBJECT, value: null, isSet: false, attributes: [] }),
  'RuntimeDefinedParameter new(string name, type parameterType, object attributes)': (_self, name, type, attributes) =>
    new NetObject<Defined>(PARAMETER, {
      name: toText(name),
      type: typeIn(type),
      value: null,
      isSet: false,
      attributes: attributes ?? [],
    }),
  'string Name': (self) => dataOf(self).name,
  'set string Name': (self, name) => {
    dataOf(self).name = toText(name);
    return undefined;
  },
  'type ParameterType': (self) => new TypeObject(dataOf(self).type),
  'set type ParameterType': (self, type) => {
    dataOf(self).type = typeIn(type);
    return undefined;
  },
  'object Value': (self) => dataOf(self).value,
  'set object Value': (self, value) => {
    dataOf(self).value = value;
    dataOf(self).isSet = true;
    return undefined;
  },
  'bool IsSet': (self) => dataOf(self).isSet,
  'set bool IsSet': (self, value) => {
    dataOf(self).isSet = toBoolean(value);
    return undefined;
  },
  'object Attributes': (self) => dataOf(self).attributes,
});
const DICTIONARY = defineType(`${SPACE}RuntimeDefinedParameterDictionary`);
DICTIONARY.baseType = genericType('System.Collections.Generic.Dictionary', [STRING, requireType(PARAMETER.fullName)]);
addMembers(DICTIONARY, {
  'RuntimeDefinedParameterDictionary new()': () =>
    new NetDictionary(
      { key: (value) => (typeof value === 'string' ? `s:${value.toLowerCase()}` : hashKey(value)) },
      undefined,
      DICTIONARY.typeNames,
    ),
  'string HelpFile': () => '',
  'object Data': () => null,
});

/** What the block gave: the last dictionary wins, anything else is no parameter. */
export function definedParameters(output: readonly PSValue[]): readonly NetObject<Defined>[] {
  for (const value of [...output].reverse()) {
    const inner = unwrap(value);
    if (inner instanceof PSDictionary && inner.typeNames[0] === DICTIONARY.fullName)
      return inner.entryValues.map((item) => unwrap(item)).filter(isParameter);
  }
  return [];
}
const flagOf = (spec: AttributeSpec, name: string): boolean => toBoolean(spec.option(name) ?? null);
function setsOf(specs: readonly AttributeSpec[]): Map<string, ParameterSetSpec> {
  const sets = new Map<string, ParameterSetSpec>();
  for (const spec of specs) {
    if (spec.name !== 'parameter') continue;
    const position = spec.option('position');
    const help = spec.option('helpmessage') ?? null;
    sets.set(toText(spec.option('parametersetname') ?? ALL_SETS), {
      mandatory: flagOf(spec, 'mandatory'),
      position: typeof position === 'number' && position >= 0 ? position : undefined,
      byValue: flagOf(spec, 'valuefrompipeline'),
      byPropertyName: flagOf(spec, 'valuefrompipelinebypropertyname'),
      remaining: flagOf(spec, 'valuefromremainingarguments'),
      hidden: flagOf(spec, 'dontshow'),
      ...(help === null ? {} : { helpMessage: toText(help) }),
    });
  }
  if (sets.size === 0)
    sets.set(ALL_SETS, { mandatory: false, position: undefined, byValue: false, byPropertyName: false });
  return sets;
}
/**
 * A command's signature with the parameters that its block made.
 * @throws {PSError} `ParameterNameAlreadyExistsForCommand`.
 */
export function withDynamic(f: Frame, signature: Signature, defined: readonly NetObject<Defined>[]): Signature {
  if (defined.length === 0) return signature;
  const added = defined.map(({ data }): ParameterInfo => {
    if (signature.byName.get(data.name.toLowerCase())?.name.toLowerCase() === data.name.toLowerCase())
      throw fail(
        'ParameterNameAlreadyExistsForCommand',
        `A parameter with the name '${data.name}' was defined multiple times for the command.`,
        { category: 'MetadataError', type: `${SPACE}MetadataException` },
      );
    const specs = (enumerate(data.attributes) ?? [data.attributes]).flatMap((item) => attributeSpecOf(item) ?? []);
    return {
      name: data.name,
      aliases: specs
        .filter(({ name }) => name === 'alias')
        .flatMap(({ positional }) => positional.map((one) => toText(one))),
      type: data.type === OBJECT ? undefined : data.type,
      sets: setsOf(specs),
      rules: specs.flatMap((spec) => ruleOfSpec(f, spec) ?? []),
      allowNull: specs.some(({ name }) => name === 'allownull'),
      allowEmptyString: specs.some(({ name }) => name === 'allowemptystring'),
      allowEmptyCollection: specs.some(({ name }) => name === 'allowemptycollection'),
      dynamic: true,
    };
  });
  // Behind the common ones, as Get-Command lists them.
  return makeSignature({ ...signature, parameters: [...signature.parameters, ...added] });
}
/** Tells the objects of the block what was bound to them. */
export function tellDynamic(defined: readonly NetObject<Defined>[], bound: Bound): void {
  for (const { data } of defined) {
    const entry = bound.values.get(data.name.toLowerCase());
    if (entry === undefined) continue;
    data.value = entry.value;
    data.isSet = true;
  }
}
