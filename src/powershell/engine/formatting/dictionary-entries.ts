/** A dictionary's entries as objects, as .NET gives them when it is taken apart. */
import { PropertyBag, PSDictionary, PSObject, type PSValue } from '../../../protocol/objects/index.js';

const ENTRY = ['System.Collections.DictionaryEntry', 'System.ValueType', 'System.Object'];

/** `$PSBoundParameters` is a class of PowerShell's own, made from a generic one. */
const BOUND_PARAMETER = [
  'System.Collections.Generic.KeyValuePair`2[[System.String, System.Private.CoreLib, Version=10.0.0.0, Culture=neutral, PublicKeyToken=7cec85d7bea7798e],[System.Object, System.Private.CoreLib, Version=10.0.0.0, Culture=neutral, PublicKeyToken=7cec85d7bea7798e]]',
  'System.ValueType',
  'System.Object',
];
function pairNames(dictionary: PSDictionary): readonly string[] {
  if (dictionary.typeNames[0] === 'System.Management.Automation.PSBoundParametersDictionary') return BOUND_PARAMETER;
  const generic = /^System\.Collections\.Generic\.(?:(?:Sorted)?Dictionary|SortedList)`2(\[\[.*\]\])$/.exec(
    dictionary.typeNames[0] ?? '',
  );
  return generic === null
    ? ENTRY
    : [`System.Collections.Generic.KeyValuePair\`2${generic[1] ?? ''}`, 'System.ValueType', 'System.Object'];
}

export function dictionaryEntries(dictionary: PSDictionary): PSValue[] {
  const typeNames = pairNames(dictionary);
  const plain = typeNames === ENTRY;
  return [...dictionary.entries()].map(
    ([key, value]) =>
      new PSObject({
        typeNames,
        adapted: PropertyBag.of({ Key: key, Value: value }),
        // Type data gives it another name.
        ...(plain ? { extended: PropertyBag.of({ Name: key }) } : {}),
      }),
  );
}
