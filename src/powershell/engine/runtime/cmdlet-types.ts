/** The classes of commands: those that scripts may name, and the one that a script's own command is. */
import { defineType } from '../values/net-type.js';

export const AUTOMATION = 'System.Management.Automation';
defineType(`${AUTOMATION}.Internal.InternalCommand`, { abstract: true });
defineType(`${AUTOMATION}.IDynamicParameters`, { kind: 'interface' });
export const CMDLET = defineType(`${AUTOMATION}.Cmdlet`, {
  base: `${AUTOMATION}.Internal.InternalCommand`,
  abstract: true,
});
defineType(`${AUTOMATION}.PSCmdlet`, { base: `${AUTOMATION}.Cmdlet`, abstract: true });
/** `$PSCmdlet` of a script's command. */
export const SCRIPT_CMDLET = defineType(`${AUTOMATION}.PSScriptCmdlet`, { base: `${AUTOMATION}.PSCmdlet` });
/** What `$PSCmdlet.CommandRuntime` is. */
export const COMMAND_RUNTIME = defineType(`${AUTOMATION}.MshCommandRuntime`);
