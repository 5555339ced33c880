import type { PSCommandDefinition, PSPowerShellDefinition } from '../../protocol/objects/index.js';

/** `PowerShell.AddScript(text)`; further commands (`Out-String` for one) follow in the same pipeline. */
export function scriptDefinition(
  script: string,
  useLocalScope: boolean,
  ...following: readonly PSCommandDefinition[]
): PSPowerShellDefinition {
  return {
    statements: [[commandDefinition(script, { isScript: true, useLocalScope }), ...following]],
    isNested: false,
    history: null,
    redirectShellErrorOutputPipe: false,
  };
}

export function commandDefinition(command: string, given: Partial<PSCommandDefinition> = {}): PSCommandDefinition {
  return {
    command,
    isScript: false,
    useLocalScope: null,
    parameters: [],
    mergeMyResult: 0,
    mergeToResult: 0,
    mergePreviousResults: 0,
    mergeError: 0,
    mergeWarning: 0,
    mergeVerbose: 0,
    mergeDebug: 0,
    mergeInformation: 0,
    ...given,
  };
}
