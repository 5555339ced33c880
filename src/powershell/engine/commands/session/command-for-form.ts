/** `Get-Command -ShowCommandInfo`: what a form for a command asks of it, in plain objects. */
import { PSList, PSObject, type PSValue } from '../../../../protocol/objects/index.js';
import { convertTo, toText } from '../../conversion.js';
import { settle, type Steps } from '../../pending.js';
import { enumerate } from '../../runtime/members.js';
import { TypeObject } from '../../values/live.js';
import type { NetType } from '../../values/net-type.js';
import type { EngineServices } from '../engine-services.js';

type Reader = (target: PSValue, name: string) => Steps<PSValue>;
const reader = ({ members }: EngineServices): Reader =>
  function* (target, name) {
    return (yield* settle(members.get(target, name))) ?? null;
  };
function* each(values: PSValue, made: (value: PSValue) => Steps<PSValue>): Steps<PSValue> {
  const out: PSValue[] = [];
  for (const value of enumerate(values) ?? []) out.push(yield* made(value));
  return out;
}

export function* commandForForm(services: EngineServices, command: PSValue): Steps<PSValue> {
  const read = reader(services);
  const module = yield* read(command, 'Module');
  const isAlias = toText(yield* read(command, 'CommandType')) === 'Alias';
  const ownSets = isAlias ? null : yield* read(command, 'ParameterSets');
  return PSObject.custom({
    Name: yield* read(command, 'Name'),
    ModuleName: yield* read(command, 'ModuleName'),
    Module: PSObject.custom({ Name: module === null ? '' : yield* read(module, 'Name') }),
    CommandType: yield* read(command, 'CommandType'),
    Definition: yield* read(command, 'Definition'),
    ParameterSets: yield* each(ownSets, function* (set) {
      return PSObject.custom({
        Name: yield* read(set, 'Name'),
        IsDefault: yield* read(set, 'IsDefault'),
        Parameters: yield* each(yield* read(set, 'Parameters'), (one) => parameterForForm(read, one)),
      });
    }),
  });
}
function* parameterForForm(read: Reader, parameter: PSValue): Steps<PSValue> {
  let valid: PSValue | undefined;
  for (const attribute of enumerate(yield* read(parameter, 'Attributes')) ?? []) {
    const values = yield* read(attribute, 'ValidValues');
    if (values !== null) valid = values;
  }
  const type = yield* read(parameter, 'ParameterType');
  return PSObject.custom({
    Name: yield* read(parameter, 'Name'),
    IsMandatory: yield* read(parameter, 'IsMandatory'),
    ValueFromPipeline: yield* read(parameter, 'ValueFromPipeline'),
    Position: yield* read(parameter, 'Position'),
    ParameterType: type instanceof TypeObject ? typeForForm(type.type) : null,
    HasParameterSet: valid !== undefined,
    ValidParamSetValues: valid ?? new PSList([]),
  });
}
function typeForForm(type: NetType): PSValue {
  const { elementType, isEnum, isArray } = type;
  return PSObject.custom({
    FullName: type.fullName,
    IsEnum: isEnum,
    IsArray: isArray,
    EnumValues: new PSList(isEnum ? [...(type.enumValues?.keys() ?? [])].map((name) => convertTo(name, type)) : []),
    // As PowerShell has it: of arrays only, which have none.
    HasFlagAttribute: false,
    ElementType: elementType === undefined ? null : typeForForm(elementType),
    ImplementsDictionary: false,
  });
}
