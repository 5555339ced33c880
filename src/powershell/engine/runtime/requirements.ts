/** `#Requires` of a script file: looked at before the script is bound and run. */
import type { ScriptRequirements } from '../../lang/index.js';
import { drive, type Pending, settle, type Steps } from '../pending.js';
import { fail, type PSError } from '../values/exceptions.js';
import type { Frame } from './frame.js';
import { specOf, specText } from './module-files.js';

/** The version that `$PSVersionTable` shows. */
const VERSION = [7, 6, 9, 0] as const;
export const POWERSHELL_VERSION = '7.6.9';

function refused(
  id: string,
  text: string,
  script: string,
  category: 'ResourceUnavailable' | 'PermissionDenied',
): PSError {
  return fail(id, text, {
    category,
    target: script,
    type: 'System.Management.Automation.ScriptRequiresException',
  });
}
function isNewer(wanted: string): boolean {
  const parts = wanted.split('.').map(Number);
  for (let index = 0; index < 4; index += 1) {
    const difference = (parts[index] ?? 0) - (VERSION[index] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return false;
}

/**
 * Looks at what a script asks for, and loads the modules that it names. `-RunAsAdministrator` asks for something that
 * only Windows knows: PowerShell lets every user in elsewhere, and there Node cannot tell.
 * @throws {PSError} `ScriptRequiresUnmatchedPSVersion`, `…PSEdition`, `ScriptRequiresMissingModules`.
 */
export function checkRequirements(f: Frame, requirements: ScriptRequirements, script: string): Pending<void> {
  return drive(check(f, requirements, script));
}
function* check(f: Frame, needs: ScriptRequirements, script: string): Steps<void> {
  const start = `The script '${script}' cannot be run because`;
  if (needs.requiredPSVersion !== undefined && isNewer(needs.requiredPSVersion))
    throw refused(
      'ScriptRequiresUnmatchedPSVersion',
      `${start} it contained a "#requires" statement for PowerShell ${needs.requiredPSVersion}. The version of PowerShell that is required by the script does not match the currently running version of PowerShell ${POWERSHELL_VERSION}.`,
      script,
      'ResourceUnavailable',
    );
  const editions = needs.requiredPSEditions;
  if (editions.length > 0 && !editions.some((edition) => edition.toLowerCase() === 'core'))
    throw fail(
      'ScriptRequiresUnmatchedPSEdition',
      `${start} it contained a "#requires" statement for PowerShell editions '${editions.join(',')}'. The edition of PowerShell that is required by the script does not match the currently running PowerShell Core edition.`,
      { category: 'NotSpecified', target: script },
    );
  for (const wanted of needs.requiredModules) {
    const spec = specOf(wanted);
    if (yield* settle(f.rt.modules.require(f, spec))) continue;
    throw refused(
      'ScriptRequiresMissingModules',
      `${start} the following modules that are specified by the "#requires" statements of the script are missing: The module '${wanted.name}' cannot be found${specText(spec)}..`,
      script,
      'ResourceUnavailable',
    );
  }
}
