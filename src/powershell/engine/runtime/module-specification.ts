/** Microsoft.PowerShell.Commands.ModuleSpecification: which module, as `#requires`, manifests and commands say it. */
import { PSDictionary, type PSValue } from '../../../protocol/objects/index.js';
import { convertTo, toText } from '../conversion.js';
import { active } from '../pending.js';
import { implement } from '../values/bodies.js';
import { NetThrow } from '../values/exceptions.js';
import { NetObject, PSReference, unwrap } from '../values/live.js';
import { requireType } from '../values/net-type.js';
import { GUID, VERSION } from '../values/types.js';
import { highestVersion, type ModuleSpec } from './module-files.js';
import { MODULE_SPECIFICATION, moduleSpec } from './modules.js';

const KEYS = ['modulename', 'moduleversion', 'requiredversion', 'maximumversion', 'guid'];

/** What PowerShell refuses in the hashtable. */
function checked(table: PSDictionary): ModuleSpec {
  const wrong = table.keys.filter((key) => !KEYS.includes(toText(key).toLowerCase()));
  const spec = moduleSpec(table);
  for (const version of [spec.minimum, spec.required]) if (version !== undefined) convertTo(version, VERSION);
  if (spec.maximum !== undefined) highestVersion(spec.maximum);
  if (spec.guid !== undefined) convertTo(spec.guid, GUID);
  if (wrong.length > 0)
    throw new NetThrow(
      'System.ArgumentException',
      `The hashtable describing a module contains one or more members that are not valid. The valid members are (ModuleName, ModuleVersion, RequiredVersion, GUID). Remove the members that are not valid (${wrong.map((key) => `'${toText(key)}'`).join(', ')}), then try again.`,
    );
  if (spec.name === '')
    throw missing("The 'ModuleName' member does not exist in the hashtable that describes this module.");
  if (spec.minimum === undefined && spec.required === undefined && spec.maximum === undefined)
    throw missing(
      "The 'ModuleVersion', 'MaximumVersion' and 'RequiredVersion' members do not exist in the hashtable that describes this module. One of these three members must exist, and be assigned a version number in the format 'n.n.n.n'.",
    );
  for (const [key, value] of [
    ['ModuleVersion', spec.minimum],
    ['MaximumVersion', spec.maximum],
  ] as const)
    if (spec.required !== undefined && value !== undefined)
      throw new NetThrow(
        'System.ArgumentException',
        `The parameters ${key} and RequiredVersion cannot be used together. Please specify only one parameter.`,
      );
  return spec;
}
const missing = (message: string): NetThrow => new NetThrow('System.MissingMemberException', message);
const object = (spec: ModuleSpec): NetObject => new NetObject<ModuleSpec>(requireType(MODULE_SPECIFICATION), spec);
const own = (self: PSValue): ModuleSpec => (self as NetObject<ModuleSpec>).data;
const version = (text: string | undefined): PSValue => (text === undefined ? null : convertTo(text, VERSION));

function shown({ name, guid, required, minimum, maximum }: ModuleSpec): string {
  if (guid === undefined && required === undefined && minimum === undefined && maximum === undefined) return name;
  const quoted = (key: string, value: PSValue): string => `; ${key} = '${toText(value)}'`;
  const versions =
    required !== undefined
      ? quoted('RequiredVersion', version(required))
      : (minimum === undefined ? '' : quoted('ModuleVersion', version(minimum))) +
        (maximum === undefined ? '' : quoted('MaximumVersion', maximum));
  return `@{ ModuleName = '${name}'${guid === undefined ? '' : `; Guid = '{${toText(convertTo(guid, GUID))}}' `}${versions} }`;
}
implement(MODULE_SPECIFICATION, () => ({
  Name: (self) => own(self).name,
  Guid: (self) => {
    const { guid } = own(self);
    return guid === undefined ? null : convertTo(guid, GUID);
  },
  Version: (self) => version(own(self).minimum),
  RequiredVersion: (self) => version(own(self).required),
  MaximumVersion: (self) => own(self).maximum ?? null,
  ToString: (self) => shown(own(self)),
  'static TryParse': (_self, input, result) => {
    const table = active.runtime?.modules.readManifest(toText(input), '');
    if (table === undefined) return false;
    try {
      const made = object(checked(table));
      if (result instanceof PSReference) result.put(made);
      return true;
    } catch {
      return false;
    }
  },
  'new(string)': (_self, name) => {
    if (name === null || name === '')
      throw new NetThrow('System.ArgumentException', "The value cannot be an empty string. (Parameter 'moduleName')");
    return object({ name: toText(name) });
  },
  'new(hashtable)': (_self, table) => {
    const inner = unwrap(table);
    return object(inner instanceof PSDictionary ? checked(inner) : { name: '' });
  },
  'new()': () => object({ name: '' }),
}));
