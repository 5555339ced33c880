/** [TypeAccelerators]: the short names of types, and those that scripts add. Reached by reflection, as modules do. */
import { PSDictionary, type PSValue } from '../../../protocol/objects/index.js';
import { typeObject } from '../values/live.js';
import { addMembers, NetType } from '../values/net-type.js';
import { ACCELERATORS, resolveTypeText } from '../values/types.js';
import { requireGeneric, requireType, runtime, text, typeArgument } from './support.js';

/** .NET's spelling where it is not in lower case. */
const SPELLING = new Map(
  (
    'Alias AllowEmptyCollection AllowEmptyString AllowNull ArgumentCompleter ArgumentCompletions CmdletBinding ' +
    'DscResource ExperimentAction Experimental ExperimentalFeature IPEndpoint NoRunspaceAffinity NullString OutputType ' +
    'ObjectSecurity Parameter PhysicalAddress PSDefaultValue PSTypeNameAttribute DscProperty SupportsWildcards ' +
    'ValidateCount ValidateDrive ValidateLength ValidateNotNull ValidateNotNullOrEmpty ValidateNotNullOrWhiteSpace ' +
    'ValidatePattern ValidateRange ValidateScript ValidateSet ValidateTrustedData ValidateUserDrive ' +
    'DscLocalConfigurationManager WildcardPattern X509Certificate X500DistinguishedName CimSession'
  )
    .split(' ')
    .map((name) => [name.toLowerCase(), name]),
);

function table(): PSValue {
  const type = requireGeneric('System.Collections.Generic.Dictionary', [
    requireType('System.String'),
    requireType('System.Type'),
  ]);
  const made = new PSDictionary([], { typeNames: type.typeNames });
  for (const [name, full] of Object.entries(ACCELERATORS)) {
    const found = resolveTypeText(full) ?? new NetType(full);
    made.setEntry(SPELLING.get(name) ?? name, typeObject(found));
  }
  for (const { name, type: added } of runtime().accelerators.values()) made.setEntry(name, typeObject(added));
  return made;
}

/** Not registered: the class is not public, a script cannot name it. */
export const TYPE_ACCELERATORS = addMembers(
  new NetType('System.Management.Automation.TypeAccelerators', { abstract: true, staticClass: true }),
  {
    'static System.Collections.Generic.Dictionary[string,type] Get': table,
    'static void Add(string typeName, type type)': (_self, name, type) => {
      runtime().accelerators.set(text(name).toLowerCase(), { name: text(name), type: typeArgument(type) });
      return undefined;
    },
    // PowerShell's own stay: other sessions of this process use them.
    'static bool Remove(string typeName)': (_self, name) => runtime().accelerators.delete(text(name).toLowerCase()),
  },
);
