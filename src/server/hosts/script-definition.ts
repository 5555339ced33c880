import {
  pipelineCommand,
  type PSCommandDefinition,
  type PSPowerShellDefinition,
} from '../../protocol/objects/index.js';

/** `PowerShell.AddScript(text)`; further commands (`Out-String` for one) follow in the same pipeline. */
export function scriptDefinition(
  script: string,
  useLocalScope: boolean,
  ...following: readonly PSCommandDefinition[]
): PSPowerShellDefinition {
  return {
    statements: [[pipelineCommand(script, { isScript: true, useLocalScope }), ...following]],
    isNested: false,
    history: null,
    redirectShellErrorOutputPipe: false,
  };
}
