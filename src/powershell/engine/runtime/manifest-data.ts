/** A module manifest: its text as a table of what it says, and the faults that importing it reports. */
import { PSDictionary, type PSValue } from '../../../protocol/objects/index.js';
import { restrictedLanguageErrors, parseInput } from '../../lang/index.js';
import { toText, tryConvert, convertTo } from '../conversion.js';
import { positionText } from '../formatting/error-position.js';
import { settle, type Steps } from '../pending.js';
import { compare } from '../operators/comparison.js';
import { fail, PSError } from '../values/exceptions.js';
import { unwrap } from '../values/live.js';
import type { NetType } from '../values/net-type.js';
import { ScriptBlock, ScriptCode, UNBOUND } from '../values/script-block.js';
import { GUID, VERSION } from '../values/types.js';
import type { Runtime } from './runtime.js';

const COMMANDS = ['Import-LocalizedData', 'ConvertFrom-StringData', 'Write-Host', 'Out-Host', 'Join-Path'];
const RULES = {
  allowedCommands: COMMANDS,
  allowedVariables: ['PSScriptRoot', 'PSEdition', 'EnabledExperimentalFeatures'],
  allowEnvironmentVariables: true,
};
const MEMBERS = [
  'ModuleToProcess',
  'NestedModules',
  'GUID',
  'Author',
  'CompanyName',
  'Copyright',
  'ModuleVersion',
  'Description',
  'PowerShellVersion',
  'PowerShellHostName',
  'PowerShellHostVersion',
  'CLRVersion',
  'DotNetFrameworkVersion',
  'ProcessorArchitecture',
  'RequiredModules',
  'TypesToProcess',
  'FormatsToProcess',
  'ScriptsToProcess',
  'PrivateData',
  'RequiredAssemblies',
  'ModuleList',
  'FileList',
  'FunctionsToExport',
  'VariablesToExport',
  'AliasesToExport',
  'CmdletsToExport',
  'DscResourcesToExport',
  'CompatiblePSEditions',
  'HelpInfoURI',
  'RootModule',
  'DefaultCommandPrefix',
];

/** A manifest that is not one. */
export const manifestFault = (
  file: string,
  message: string,
  type: string,
  errorId = 'Modules_InvalidManifest',
): PSError => fail(errorId, message, { category: 'ResourceUnavailable', target: file, type });

/**
 * Runs the text of a manifest, which may name a few variables and commands besides constants.
 * @throws {PSError} `Modules_InvalidManifest`: it says what a manifest may not say, or gives no table.
 */
export function* evaluateManifest(rt: Runtime, text: string, file: string): Steps<PSDictionary> {
  const { ast, errors } = parseInput(text, file);
  const refused = errors.length > 0 ? errors : restrictedLanguageErrors(ast, RULES);
  if (refused.length > 0)
    throw manifestFault(
      file,
      `The module manifest '${file}' could not be processed because it is not a valid PowerShell module manifest file. Remove the elements that are not permitted: ${refused.map(({ extent, message }) => `${positionText(extent)}\n${message}`).join('\n\n')}`,
      'System.MissingMemberException',
    );
  const block = new ScriptBlock(new ScriptCode(ast), UNBOUND, 'internal');
  const value = unwrap(yield* settle(rt.callBlock(block, [])));
  if (!(value instanceof PSDictionary))
    throw manifestFault(
      file,
      `Processing the module manifest file '${file}' did not result in a valid manifest object. Update the file to contain a valid PowerShell module manifest. A valid manifest can be created using the New-ModuleManifest cmdlet.`,
      'System.ArgumentException',
    );
  return value;
}

/** A member as the type that it has to be of; undefined: there is none, or it is empty. */
function member(table: PSDictionary, file: string, key: string, type: NetType): PSValue | undefined {
  const value = table.getEntry(key) ?? null;
  if (value === null || value === '') return undefined;
  const converted = tryConvert(value, type);
  if (converted !== undefined) return converted;
  try {
    return convertTo(value, type);
  } catch (error) {
    if (!(error instanceof PSError)) throw error;
    throw manifestFault(
      file,
      `The '${key}' member is not valid in the module manifest file '${file}': ${error.record.message}`,
      'System.ArgumentException',
    );
  }
}

/** What is wrong with a manifest that was read, in the order in which importing it looks. */
export function manifestFaults(rt: Runtime, table: PSDictionary, file: string): readonly PSError[] {
  const faults: PSError[] = [];
  /** Undefined: it is not there. */
  const typed = (key: string, type: NetType): PSValue | undefined => {
    try {
      return member(table, file, key, type);
    } catch (error) {
      if (!(error instanceof PSError)) throw error;
      faults.push(error);
      return null;
    }
  };
  const isThere = (key: string): boolean => toText(table.getEntry(key) ?? null) !== '';
  const needed = (): void => {
    const wanted = typed('PowerShellVersion', VERSION) ?? null;
    const here = rt.global.find('psversiontable')?.read() ?? null;
    const own = here instanceof PSDictionary ? (here.getEntry('PSVersion') ?? null) : null;
    const version = tryConvert(toText(own), VERSION);
    if (wanted === null || version === undefined || compare(version, wanted) >= 0) return;
    faults.push(
      manifestFault(
        file,
        `The version of PowerShell on this computer is '${toText(own)}'. The module '${file}' requires a minimum PowerShell version of '${toText(wanted)}' to run. Verify that you have the minimum required version of PowerShell installed, and then try again.`,
        'System.InvalidOperationException',
        'Modules_InsufficientPowerShellVersion',
      ),
    );
  };
  const known = new Set(MEMBERS.map((name) => name.toLowerCase()));
  const bad = [...table.keys].map((key) => toText(key)).filter((key) => !known.has(key.toLowerCase()));
  if (bad.length > 0) {
    needed();
    const quoted = (names: readonly string[]): string => names.map((name) => `'${name}'`).join(', ');
    faults.push(
      fail(
        'Modules_InvalidManifestMember',
        `The '${file}' module cannot be imported because its manifest contains one or more members that are not valid. The valid manifest members are (${quoted(MEMBERS)}). Remove the members that are not valid (${quoted(bad)}), then try to import the module again.`,
        { category: 'InvalidData', target: file, type: 'System.InvalidOperationException' },
      ),
    );
  }
  if (isThere('ModuleToProcess') && isThere('RootModule'))
    faults.push(
      fail(
        'Modules_ModuleManifestCannotContainBothModuleToProcessAndRootModule',
        `The module manifest cannot contain both the 'ModuleToProcess' and 'RootModule' members. Change the module manifest file to remove one of these members at '${file}', and then try again.`,
        { category: 'InvalidOperation', target: file, type: 'System.InvalidOperationException' },
      ),
    );
  typed('guid', GUID);
  if (typed('ModuleVersion', VERSION) === undefined)
    faults.push(
      manifestFault(
        file,
        `The member 'ModuleVersion' is not present in the module manifest. This member must exist and be assigned a version number of the form 'n.n.n.n'. Add the missing member to the file '${file}'.`,
        'System.MissingMemberException',
      ),
    );
  if (bad.length === 0) needed();
  return faults;
}
/** @throws {PSError} what forbids to import a module of this manifest. */
export function checkManifest(rt: Runtime, table: PSDictionary, file: string): void {
  const [first] = manifestFaults(rt, table, file);
  if (first !== undefined) throw first;
}
/** The texts of a member that is a list, or a single one; undefined: it is not there. */
export function textsOf(table: PSDictionary, key: string): string[] | undefined {
  const value = table.getEntry(key);
  if (value === undefined || value === null) return undefined;
  return (Array.isArray(value) ? (value as readonly PSValue[]) : [value]).map((item) => toText(item));
}
