/**
 * Where a command ran. It travels in two forms: flat, as `InvocationInfo_*` properties beside the record's own (error
 * and informational records, when the client asked for it), and as one serialized InvocationInfo object inside error
 * records, for people to read. [MS-PSRP 2.2.3.15.1], protocol.md 3.6
 */
import {
  PSDictionary,
  PSList,
  PSObject,
  PropertyBag,
  type InvocationInfoData,
  type PSValue,
} from '../objects/index.js';
import { ENUMS, decodeEnum, encodeEnum, enumText, integerOf } from './enums.js';
import { PropertyReader, stringOf } from './property-reader.js';

const DICTIONARY_OF_OBJECTS = [
  'System.Collections.Generic.Dictionary`2[[System.String, System.Private.CoreLib],[System.Object, System.Private.CoreLib]]',
  'System.Object',
];
const BOUND_PARAMETERS = ['System.Management.Automation.PSBoundParametersDictionary', ...DICTIONARY_OF_OBJECTS];
const LIST_OF_OBJECTS = ['System.Collections.Generic.List`1[[System.Object, System.Private.CoreLib]]', 'System.Object'];
const INT_ARRAY = ['System.Int32[]', 'System.Array', 'System.Object'];
const INVOCATION_INFO = ['System.Management.Automation.InvocationInfo', 'System.Object'];

export function encodeInts(values: readonly number[]): PSList {
  return new PSList([...values], 'LST', { typeNames: INT_ARRAY });
}

/** Adds the flat block. A reader of .NET unboxes most of it without a null check, so all of it is written. */
export function appendInvocationInfo(target: PropertyBag, info: InvocationInfoData): void {
  const add = (name: string, value: PSValue): void => target.append(`InvocationInfo_${name}`, value);
  add('BoundParameters', info.boundParameters ?? new PSDictionary([], { typeNames: BOUND_PARAMETERS }));
  add('CommandOrigin', encodeEnum(ENUMS.commandOrigin, info.commandOrigin));
  add('ExpectingInput', info.expectingInput);
  add('InvocationName', info.invocationName);
  add('Line', info.line);
  add('OffsetInLine', info.offsetInLine);
  add('HistoryId', info.historyId);
  add('PipelineIterationInfo', encodeInts(info.pipelineIterationInfo));
  add('PipelineLength', info.pipelineLength);
  add('PipelinePosition', info.pipelinePosition);
  add('PSScriptRoot', info.psScriptRoot);
  add('PSCommandPath', info.psCommandPath);
  add('PositionMessage', info.positionMessage);
  add('ScriptLineNumber', info.scriptLineNumber);
  add('ScriptName', info.scriptName);
  add('UnboundArguments', info.unboundArguments ?? new PSList([], 'LST', { typeNames: LIST_OF_OBJECTS }));
  if (info.extent !== undefined) {
    target.append('ScriptExtent_File', info.extent.file);
    target.append('ScriptExtent_StartLineNumber', info.extent.startLine);
    target.append('ScriptExtent_StartColumnNumber', info.extent.startColumn);
    target.append('ScriptExtent_EndLineNumber', info.extent.endLine);
    target.append('ScriptExtent_EndColumnNumber', info.extent.endColumn);
  }
  target.append('SerializeExtent', info.extent !== undefined);
  if (info.myCommand !== undefined) {
    target.append('CommandInfo_CommandType', encodeEnum(ENUMS.commandTypes, info.myCommand.commandType));
    target.append('CommandInfo_Definition', info.myCommand.definition);
    target.append('CommandInfo_Name', info.myCommand.name);
    target.append('CommandInfo_Visibility', encodeEnum(ENUMS.visibility, info.myCommand.visibility));
  }
}

/** Reads the flat block. What is missing gets the value that PowerShell gives to a command without a position. */
export function readInvocationInfo(reader: PropertyReader): InvocationInfoData {
  const hasCommand = stringOf(reader.optional('CommandInfo_Name') ?? null) !== undefined;
  const hasExtent = reader.optional('SerializeExtent') === true;
  return {
    ...readFields(reader, 'InvocationInfo_'),
    ...(hasExtent && {
      extent: {
        file: reader.nullableString('ScriptExtent_File'),
        startLine: number(reader, 'ScriptExtent_StartLineNumber'),
        startColumn: number(reader, 'ScriptExtent_StartColumnNumber'),
        endLine: number(reader, 'ScriptExtent_EndLineNumber'),
        endColumn: number(reader, 'ScriptExtent_EndColumnNumber'),
      },
    }),
    ...(hasCommand && {
      myCommand: {
        name: reader.string('CommandInfo_Name'),
        definition: reader.stringOrEmpty('CommandInfo_Definition'),
        commandType: decodeEnum(ENUMS.commandTypes, reader.optional('CommandInfo_CommandType') ?? 0),
        visibility: decodeEnum(ENUMS.visibility, reader.optional('CommandInfo_Visibility') ?? 0),
      },
    }),
  };
}

/** The object form, as it stands in an error record's `InvocationInfo`. */
export function encodeInvocationInfoObject(info: InvocationInfoData): PSObject {
  return new PSObject({
    typeNames: INVOCATION_INFO,
    toStringText: 'System.Management.Automation.InvocationInfo',
    adapted: PropertyBag.of({
      MyCommand: info.myCommand?.name ?? null,
      BoundParameters: info.boundParameters ?? new PSDictionary([], { typeNames: DICTIONARY_OF_OBJECTS }),
      UnboundArguments: info.unboundArguments ?? new PSList([], 'LST', { typeNames: LIST_OF_OBJECTS }),
      ScriptLineNumber: info.scriptLineNumber,
      OffsetInLine: info.offsetInLine,
      HistoryId: info.historyId,
      ScriptName: info.scriptName,
      Line: info.line,
      PositionMessage: info.positionMessage,
      PSScriptRoot: info.psScriptRoot,
      PSCommandPath: info.psCommandPath,
      InvocationName: info.invocationName,
      PipelineLength: info.pipelineLength,
      PipelinePosition: info.pipelinePosition,
      ExpectingInput: info.expectingInput,
      CommandOrigin: enumText(ENUMS.commandOrigin, info.commandOrigin),
      DisplayScriptPosition: null,
    }),
  });
}

/** Reads the object form. Undefined when it is null. */
export function decodeInvocationInfoObject(value: PSValue): InvocationInfoData | undefined {
  return value instanceof PSObject ? readFields(new PropertyReader(value, 'InvocationInfo'), '') : undefined;
}

function readFields(reader: PropertyReader, prefix: string): InvocationInfoData {
  const any = (name: string): PSValue => reader.optional(prefix + name) ?? null;
  const bound = any('BoundParameters');
  const unbound = any('UnboundArguments');
  return {
    ...(bound instanceof PSObject && { boundParameters: bound }),
    commandOrigin: any('CommandOrigin') === null ? 0 : decodeEnum(ENUMS.commandOrigin, any('CommandOrigin')),
    expectingInput: any('ExpectingInput') === true,
    invocationName: reader.stringOrEmpty(`${prefix}InvocationName`),
    line: reader.stringOrEmpty(`${prefix}Line`),
    offsetInLine: number(reader, `${prefix}OffsetInLine`),
    historyId: any('HistoryId') === null ? -1n : reader.int64(`${prefix}HistoryId`),
    pipelineIterationInfo: reader.list(`${prefix}PipelineIterationInfo`).map((item) => integerOf(item) ?? 0),
    pipelineLength: number(reader, `${prefix}PipelineLength`),
    pipelinePosition: number(reader, `${prefix}PipelinePosition`),
    psScriptRoot: reader.stringOrEmpty(`${prefix}PSScriptRoot`),
    psCommandPath: reader.nullableString(`${prefix}PSCommandPath`),
    positionMessage: reader.stringOrEmpty(`${prefix}PositionMessage`),
    scriptLineNumber: number(reader, `${prefix}ScriptLineNumber`),
    scriptName: reader.stringOrEmpty(`${prefix}ScriptName`),
    ...(unbound !== null && { unboundArguments: unbound }),
  };
}

function number(reader: PropertyReader, name: string): number {
  return integerOf(reader.optional(name) ?? null) ?? 0;
}
