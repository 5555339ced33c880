/** GET_COMMAND_METADATA as the pipeline that PowerShell's server runs for it. protocol.md 3.5 */
import {
  pipelineCommand,
  PSList,
  PSObject,
  PropertyBag,
  type PSCommandParameter,
  type PSPowerShellDefinition,
  type PSValue,
} from '../../protocol/objects/index.js';
import { CommandTypes, encodeEnum, ENUMS, type GetCommandMetadata } from '../../protocol/psrp/index.js';

const COLUMNS = ['Name', 'Namespace', 'HelpUri', 'CommandType', 'ResolvedCommandName', 'OutputType', 'Parameters'];
const COUNT_TYPES = ['Selected.Microsoft.PowerShell.Commands.GenericMeasureInfo', 'System.Object'];

/** The pipeline `Get-Command … | Select-Object …`, and the object that goes before its output. */
export function commandMetadata(request: GetCommandMetadata): {
  readonly definition: PSPowerShellDefinition;
  readonly countOf: (count: number) => PSValue;
} {
  const parameters: PSCommandParameter[] = [];
  if (request.names.length > 0) parameters.push({ name: 'Name', value: new PSList([...request.names]) });
  // Clients of older versions ask for kinds that are no more (Workflow).
  const commandType = request.commandType & CommandTypes.All;
  if (commandType !== CommandTypes.All) {
    parameters.push({ name: 'CommandType', value: encodeEnum(ENUMS.commandTypes, commandType) });
  }
  if (request.namespaces.length > 0) parameters.push({ name: 'Module', value: new PSList([...request.namespaces]) });
  if (request.argumentList !== null)
    parameters.push({ name: 'ArgumentList', value: new PSList([...request.argumentList]) });
  const select = pipelineCommand('Select-Object', {
    parameters: [{ name: 'Property', value: new PSList([...COLUMNS]) }],
  });
  return {
    definition: {
      statements: [[pipelineCommand('Get-Command', { parameters }), select]],
      isNested: false,
      history: null,
      redirectShellErrorOutputPipe: false,
    },
    countOf: (count) => new PSObject({ typeNames: COUNT_TYPES, extended: PropertyBag.of({ Count: count }) }),
  };
}
