/** A command's parameters as Get-Command tells of them: ParameterMetadata and ParameterSetMetadata. */
import { PSDictionary, PSObject, PropertyBag, type PSValue } from '../../../protocol/objects/index.js';
import type { ParameterSetSpec } from '../command-api.js';
import { typeObject } from '../values/live.js';
import { OBJECT, SWITCH } from '../values/types.js';
import type { ParameterInfo, Signature } from './binder.js';

/** Position of a parameter that is named only: Int32's smallest number. */
const NAMED = -2_147_483_648;
const DICTIONARY = [
  'System.Collections.Generic.Dictionary`2[[System.String],[System.Management.Automation.ParameterMetadata]]',
  'System.Object',
];
const SET_DICTIONARY = [
  'System.Collections.Generic.Dictionary`2[[System.String],[System.Management.Automation.ParameterSetMetadata]]',
  'System.Object',
];

function setMetadata(spec: ParameterSetSpec): PSObject {
  return new PSObject({
    typeNames: ['System.Management.Automation.ParameterSetMetadata', 'System.Object'],
    toStringText: 'System.Management.Automation.ParameterSetMetadata',
    adapted: PropertyBag.of({
      IsMandatory: spec.mandatory,
      Position: spec.position ?? NAMED,
      ValueFromPipeline: spec.byValue,
      ValueFromPipelineByPropertyName: spec.byPropertyName,
      ValueFromRemainingArguments: spec.remaining ?? false,
      HelpMessage: null,
    }),
  });
}

function metadata(info: ParameterInfo): PSObject {
  return new PSObject({
    typeNames: ['System.Management.Automation.ParameterMetadata', 'System.Object'],
    toStringText: 'System.Management.Automation.ParameterMetadata',
    adapted: PropertyBag.of({
      Name: info.name,
      ParameterType: typeObject(info.type ?? OBJECT),
      ParameterSets: new PSDictionary(
        [...info.sets].map(([name, spec]): readonly [PSValue, PSValue] => [name, setMetadata(spec)]),
        { typeNames: SET_DICTIONARY },
      ),
      IsDynamic: false,
      Aliases: [...info.aliases],
      Attributes: [],
      SwitchParameter: info.type === SWITCH,
    }),
  });
}

export function parameterMetadata(signature: Signature): PSDictionary {
  return new PSDictionary(
    signature.parameters.map((info): readonly [PSValue, PSValue] => [info.name, metadata(info)]),
    { typeNames: DICTIONARY },
  );
}
