/** The bodies of pipeline messages that are no records. [MS-PSRP 2.2.2.10, 2.2.3.11 to 2.2.3.14], protocol.md 3.5, 3.7 */
import {
  PSList,
  PSObject,
  PropertyBag,
  type PSCommandDefinition,
  type PSCommandParameter,
  type PSErrorRecord,
  type PSPowerShellDefinition,
  type PSValue,
} from '../objects/index.js';
import { decodeErrorRecord, encodeErrorRecord } from './error-record.js';
import { ENUMS, PSInvocationStateNumber, encodeEnum, type PSInvocationState } from './enums.js';
import { decodeHostInfo, encodeHostInfo, type HostInfo } from './host-info.js';
import { PropertyReader, protocolError, stringOf } from './property-reader.js';
import { atLeast, type ProtocolVersion } from './protocol-version.js';

const LIST_OF_OBJECTS = [
  'System.Collections.Generic.List`1[[System.Management.Automation.PSObject, System.Management.Automation, Version=3.0.0.0, Culture=neutral, PublicKeyToken=31bf3856ad364e35]]',
  'System.Object',
];
const STRING_ARRAY = ['System.String[]', 'System.Array', 'System.Object'];

const listOfObjects = (items: PSValue[]): PSList => new PSList(items, 'LST', { typeNames: LIST_OF_OBJECTS });

export interface CreatePipeline {
  readonly powerShell: PSPowerShellDefinition;
  readonly noInput: boolean;
  /** ApartmentState. */
  readonly apartmentState: number;
  /** RemoteStreamOptions flags. */
  readonly remoteStreamOptions: number;
  readonly addToHistory: boolean;
  readonly hostInfo: HostInfo;
  /** Runs inside the pipeline that is blocked (debugger, nested prompt, steppable pipelines). */
  readonly isNested: boolean;
}

/** @param serverVersion undefined as long as the server has not told its PSVersionTable: then the oldest form is used. */
export function encodeCreatePipeline(pipeline: CreatePipeline, serverVersion: ProtocolVersion | undefined): PSObject {
  const extended = PropertyBag.of({
    NoInput: pipeline.noInput,
    ApartmentState: encodeEnum(ENUMS.apartmentState, pipeline.apartmentState),
    RemoteStreamOptions: encodeEnum(ENUMS.remoteStreamOptions, pipeline.remoteStreamOptions),
    AddToHistory: pipeline.addToHistory,
    HostInfo: encodeHostInfo(pipeline.hostInfo),
    PowerShell: encodePowerShell(pipeline.powerShell, serverVersion),
    IsNested: pipeline.isNested,
  });
  return new PSObject({ extended });
}

export function decodeCreatePipeline(value: PSValue): CreatePipeline {
  const reader = new PropertyReader(value, 'CREATE_PIPELINE');
  return {
    powerShell: decodePowerShell(reader.any('PowerShell')),
    noInput: reader.boolean('NoInput'),
    apartmentState: reader.enumeration('ApartmentState', ENUMS.apartmentState),
    remoteStreamOptions: reader.enumeration('RemoteStreamOptions', ENUMS.remoteStreamOptions),
    addToHistory: reader.boolean('AddToHistory'),
    hostInfo: decodeHostInfo(reader.any('HostInfo')),
    // Clients of 2.1 do not send it.
    isNested: reader.optional('IsNested') === undefined ? false : reader.boolean('IsNested'),
  };
}

export function encodePowerShell(definition: PSPowerShellDefinition, version: ProtocolVersion | undefined): PSObject {
  const first = definition.statements[0] ?? [];
  const extended = PropertyBag.of({ IsNested: definition.isNested });
  if (definition.statements.length > 1) {
    const statements = definition.statements.map((commands) =>
      PSObject.bag({ Cmds: encodeCommands(commands, version) }),
    );
    extended.append('ExtraCmds', listOfObjects(statements));
  }
  extended.append('Cmds', encodeCommands(first, version));
  extended.append('History', definition.history);
  extended.append('RedirectShellErrorOutputPipe', definition.redirectShellErrorOutputPipe);
  return new PSObject({ extended });
}

/** ExtraCmds, where it exists, lists all statements, the first one again included. protocol.md 3.7 */
export function decodePowerShell(value: PSValue): PSPowerShellDefinition {
  const reader = new PropertyReader(value, 'PowerShell');
  const extra = reader.list('ExtraCmds');
  const statements =
    extra.length > 0
      ? extra.map((statement) => decodeCommands(new PropertyReader(statement, 'PowerShell.ExtraCmds')))
      : [decodeCommands(reader)];
  return {
    statements,
    isNested: reader.optional('IsNested') === true,
    history: reader.nullableString('History'),
    redirectShellErrorOutputPipe: reader.optional('RedirectShellErrorOutputPipe') === true,
  };
}

function encodeCommands(commands: readonly PSCommandDefinition[], version: ProtocolVersion | undefined): PSList {
  return listOfObjects(commands.map((command) => encodeCommand(command, version)));
}

function decodeCommands(reader: PropertyReader): PSCommandDefinition[] {
  reader.any('Cmds');
  return reader.list('Cmds').map(decodeCommand);
}

function encodeCommand(command: PSCommandDefinition, version: ProtocolVersion | undefined): PSObject {
  const result = (value: number): PSObject => encodeEnum(ENUMS.pipelineResultTypes, value);
  const extended = PropertyBag.of({
    Cmd: command.command,
    IsScript: command.isScript,
    UseLocalScope: command.useLocalScope,
    MergeMyResult: result(command.mergeMyResult),
    MergeToResult: result(command.mergeToResult),
    MergePreviousResults: result(command.mergePreviousResults),
  });
  if (version !== undefined && atLeast(version, '2.2')) {
    extended.append('MergeError', result(command.mergeError));
    extended.append('MergeWarning', result(command.mergeWarning));
    extended.append('MergeVerbose', result(command.mergeVerbose));
    extended.append('MergeDebug', result(command.mergeDebug));
    if (atLeast(version, '2.3')) extended.append('MergeInformation', result(command.mergeInformation));
  }
  extended.append('Args', listOfObjects(command.parameters.map(encodeParameter)));
  return new PSObject({ extended });
}

function decodeCommand(value: PSValue): PSCommandDefinition {
  const reader = new PropertyReader(value, 'Command');
  const merge = (name: string): number => reader.enumeration(name, ENUMS.pipelineResultTypes);
  const optionalMerge = (name: string): number => (reader.optional(name) === undefined ? 0 : merge(name));
  return {
    command: reader.string('Cmd'),
    isScript: reader.boolean('IsScript'),
    useLocalScope: (reader.optional('UseLocalScope') ?? null) === null ? null : reader.boolean('UseLocalScope'),
    parameters: reader.list('Args').map(decodeParameter),
    mergeMyResult: merge('MergeMyResult'),
    mergeToResult: merge('MergeToResult'),
    mergePreviousResults: merge('MergePreviousResults'),
    mergeError: optionalMerge('MergeError'),
    mergeWarning: optionalMerge('MergeWarning'),
    mergeVerbose: optionalMerge('MergeVerbose'),
    mergeDebug: optionalMerge('MergeDebug'),
    mergeInformation: optionalMerge('MergeInformation'),
  };
}

function encodeParameter(parameter: PSCommandParameter): PSObject {
  return PSObject.bag({ N: parameter.name ?? null, V: parameter.value });
}

function decodeParameter(value: PSValue): PSCommandParameter {
  const reader = new PropertyReader(value, 'CommandParameter');
  const name = reader.nullableString('N');
  // Some clients write an empty name for a positional argument.
  return name === null || name === '' ? { value: reader.any('V') } : { name, value: reader.any('V') };
}

export interface GetCommandMetadata {
  /** Wildcard patterns; empty for all. */
  readonly names: readonly string[];
  /** CommandTypes flags. */
  readonly commandType: number;
  readonly namespaces: readonly string[];
  readonly fullyQualifiedModules: readonly PSValue[];
  readonly argumentList: readonly PSValue[] | null;
}
export function encodeGetCommandMetadata(request: GetCommandMetadata, version: ProtocolVersion): PSObject {
  const strings = (values: readonly string[]): PSValue =>
    values.length === 0 ? null : new PSList([...values], 'LST', { typeNames: STRING_ARRAY });
  const extended = PropertyBag.of({
    Name: strings(request.names),
    CommandType: encodeEnum(ENUMS.commandTypes, request.commandType),
    Namespace: strings(request.namespaces),
  });
  if (atLeast(version, '2.3')) {
    const modules = request.fullyQualifiedModules;
    extended.append('FullyQualifiedModule', modules.length === 0 ? null : listOfObjects([...modules]));
  }
  extended.append('ArgumentList', request.argumentList === null ? null : listOfObjects([...request.argumentList]));
  return new PSObject({ extended });
}
export function decodeGetCommandMetadata(value: PSValue): GetCommandMetadata {
  const reader = new PropertyReader(value, 'GET_COMMAND_METADATA');
  const strings = (name: string): readonly string[] =>
    reader.list(name).map((item) => {
      const text = stringOf(item);
      if (text === undefined) throw protocolError(`An item of '${name}' is not a string`, 'GET_COMMAND_METADATA');
      return text;
    });
  const args = reader.optional('ArgumentList') ?? null;
  return {
    names: strings('Name'),
    commandType: reader.enumeration('CommandType', ENUMS.commandTypes),
    namespaces: strings('Namespace'),
    fullyQualifiedModules: reader.list('FullyQualifiedModule'),
    argumentList: args === null ? null : reader.list('ArgumentList'),
  };
}

export interface PipelineStateMessage {
  readonly state: PSInvocationState;
  readonly error?: PSErrorRecord;
}
export function encodePipelineState({ state, error }: PipelineStateMessage): PSObject {
  const extended = PropertyBag.of({ PipelineState: PSInvocationStateNumber[state] });
  if (error !== undefined) extended.append('ExceptionAsErrorRecord', encodeErrorRecord(error));
  return new PSObject({ extended });
}
export function decodePipelineState(value: PSValue): PipelineStateMessage {
  const reader = new PropertyReader(value, 'PIPELINE_STATE');
  const number = reader.integer('PipelineState');
  const entry = Object.entries(PSInvocationStateNumber).find(([, candidate]) => candidate === number);
  if (entry === undefined) throw protocolError(`There is no pipeline state ${number}`, 'PIPELINE_STATE');
  const error = reader.optional('ExceptionAsErrorRecord') ?? null;
  return { state: entry[0] as PSInvocationState, ...(error !== null && { error: decodeErrorRecord(error) }) };
}
