/** Live values as what a sink takes: plain objects that CLIXML can write, and records. */
import {
  PSDictionary,
  PSList,
  PSObject,
  PSPrimitive,
  PropertyBag,
  PSScriptBlockText,
  type InvocationInfoData,
  type PSErrorRecord,
  type PSExceptionData,
  type PSValue,
} from '../../../protocol/objects/index.js';
import { reflectionName, toText } from '../conversion.js';
import { categoryMessage } from '../formatting/error-parts.js';
import { positionText } from '../formatting/error-position.js';
import { FormatObject } from '../formatting/format-object.js';
import { ErrorRecordObject, ExceptionObject } from '../values/exceptions.js';
import {
  AutomationNull,
  ClassInstance,
  elementTypeOf,
  EnumValue,
  MultiArray,
  NetObject,
  TypeObject,
} from '../values/live.js';
import { ScriptBlock } from '../values/script-block.js';
import { OBJECT, SWITCH, BIGINT, typeOf, arrayTypeOf } from '../values/types.js';
import { enumerate, visibleProperties } from './members.js';
import type { Runtime } from './runtime.js';
import { nowLocal } from '../text/date-format.js';

void nowLocal;
/** Depth to which properties of live objects are followed; deeper ones become text. */
export const WIRE_DEPTH = 2;

export function toWire(
  rt: Runtime,
  value: PSValue,
  depth = WIRE_DEPTH,
  seen: ReadonlySet<object> = new Set(),
): PSValue {
  if (typeof value !== 'object' || value === null || value instanceof PSPrimitive || value instanceof Uint8Array)
    return value;
  if (value === AutomationNull) return null;
  if (seen.has(value)) return toText(value);
  const next = new Set(seen).add(value);
  if (Array.isArray(value)) {
    const items = (value as readonly PSValue[]).map((item) => toWire(rt, item, depth, next));
    const element = elementTypeOf(value as readonly PSValue[]);
    return element === OBJECT ? items : new PSList(items, 'LST', { typeNames: arrayTypeOf(element).typeNames });
  }
  if (!(value instanceof PSObject)) return value;
  if (value instanceof FormatObject) return value.data();
  if (value instanceof ScriptBlock) return new PSScriptBlockText(value.toString());
  if (value instanceof EnumValue)
    return new PSObject({
      typeNames: value.typeNames,
      toStringText: value.text,
      base: value.base ?? 0,
      ...(value.extended === undefined ? {} : { extended: value.extended }),
    });
  if (value instanceof NetObject && value.type === SWITCH)
    return new PSObject({
      typeNames: value.typeNames,
      toStringText: toText(value),
      adapted: PropertyBag.of({ IsPresent: value.data === true }),
    });
  const bagOf = (bag: PropertyBag | undefined): PropertyBag | undefined => {
    if (bag === undefined) return undefined;
    const made = new PropertyBag();
    for (const [name, item] of bag) made.append(name, inner(item));
    return made;
  };
  const inner = (item: PSValue): PSValue => {
    if (depth > 0) return toWire(rt, item, depth - 1, next);
    if (typeof item !== 'object' || item === null || item instanceof PSPrimitive || item instanceof EnumValue)
      return toWire(rt, item, 0, next);
    const list = enumerate(item);
    if (
      list !== undefined &&
      list.every((one) => typeof one !== 'object' || one === null || one instanceof PSPrimitive)
    )
      return toWire(rt, item, 0, next);
    return item instanceof Uint8Array ? item : toText(item);
  };
  if (value instanceof PSList) {
    if (value.items.length === 0 && value.extended === undefined) return value;
    return new PSList(
      value.items.map((item) => toWire(rt, item, depth, next)),
      value.kind,
      { typeNames: value.typeNames, ...ext(bagOf(value.extended)) },
    );
  }
  if (value instanceof PSDictionary)
    return new PSDictionary(
      [...value.entries()].map(([key, item]) => [toWire(rt, key, depth, next), toWire(rt, item, depth, next)] as const),
      { typeNames: value.typeNames, ...ext(bagOf(value.extended)) },
    );
  if (value instanceof MultiArray)
    return new PSList(
      value.items.map((item) => toWire(rt, item, depth, next)),
      'LST',
      { typeNames: value.typeNames },
    );
  if (value instanceof ErrorRecordObject) return errorObject(rt, value);
  const isLive =
    value instanceof NetObject ||
    value instanceof ExceptionObject ||
    value instanceof ClassInstance ||
    value instanceof TypeObject;
  if (!isLive) {
    if (value.base !== undefined)
      return new PSObject({
        typeNames: value.typeNames,
        base: toWire(rt, value.base, depth, next),
        ...(value.toStringText === undefined ? {} : { toStringText: value.toStringText }),
        ...ext(bagOf(value.extended)),
      });
    const extras = visibleProperties(rt, value).filter(
      ([name]) => value.extended?.has(name) !== true && value.adapted?.has(name) !== true,
    );
    const extended = bagOf(value.extended) ?? (extras.length > 0 ? new PropertyBag() : undefined);
    for (const [name, item] of extras) extended?.append(name, inner(item));
    const adapted = bagOf(value.adapted);
    return new PSObject({
      typeNames: value.typeNames,
      ...(value.toStringText === undefined ? {} : { toStringText: value.toStringText }),
      ...(adapted === undefined ? {} : { adapted }),
      ...ext(extended),
    });
  }
  const adapted = new PropertyBag();
  for (const [name, item] of visibleProperties(rt, value, true))
    if (value.extended?.has(name) !== true) adapted.append(name, inner(item));
  const text =
    value instanceof TypeObject
      ? reflectionName(value.type)
      : value instanceof NetObject && value.type === BIGINT
        ? String(value.data)
        : toText(value);
  return new PSObject({ typeNames: value.typeNames, toStringText: text, adapted, ...ext(bagOf(value.extended)) });
}
const ext = (extended: PropertyBag | undefined): { extended?: PropertyBag } =>
  extended === undefined ? {} : { extended };

function exceptionData(exception: ExceptionObject): PSExceptionData {
  return {
    typeNames: exception.type.typeNames,
    message: exception.message,
    ...(exception.inner === undefined ? {} : { innerException: exceptionData(exception.inner) }),
  };
}
/** `At line:1 char:1` and the line with its mark. */
export const positionMessage = (record: ErrorRecordObject): string =>
  record.extent === undefined ? '' : positionText(record.extent);

export function invocationData(record: ErrorRecordObject): InvocationInfoData | undefined {
  const { extent } = record;
  if (extent === undefined && record.commandName === undefined) return undefined;
  return {
    ...(record.commandName === undefined
      ? {}
      : { myCommand: { name: record.commandName, commandType: 8, definition: record.commandName, visibility: 0 } }),
    commandOrigin: 1,
    expectingInput: false,
    invocationName: record.commandName ?? '',
    line: extent?.source.line(extent.startLineNumber) ?? '',
    offsetInLine: extent?.startColumnNumber ?? 0,
    historyId: -1n,
    pipelineIterationInfo: [],
    pipelineLength: 0,
    pipelinePosition: 0,
    psScriptRoot: '',
    psCommandPath: null,
    positionMessage: positionMessage(record),
    scriptLineNumber: extent?.startLineNumber ?? 0,
    scriptName: extent?.file ?? '',
    ...(extent === undefined
      ? {}
      : {
          extent: {
            file: extent.file ?? null,
            startLine: extent.startLineNumber,
            startColumn: extent.startColumnNumber,
            endLine: extent.endLineNumber,
            endColumn: extent.endColumnNumber,
          },
        }),
  };
}
export function errorData(rt: Runtime, record: ErrorRecordObject): PSErrorRecord {
  const target = record.targetObject;
  const targetName = record.targetName !== '' ? record.targetName : target === null ? '' : toText(target);
  const targetType = record.targetType !== '' ? record.targetType : target === null ? '' : (typeOf(target)?.name ?? '');
  const reason = record.categoryReason;
  const invocation = record.invocationData ?? invocationData(record);
  return {
    exception: exceptionData(record.exception),
    targetObject: toWire(rt, target, 1),
    fullyQualifiedErrorId: record.fullyQualifiedErrorId,
    category: record.category,
    categoryActivity: record.activity,
    categoryReason: reason,
    categoryTargetName: targetName,
    categoryTargetType: targetType,
    categoryMessage: categoryMessage(record.category, targetName, targetType, record.activity, reason),
    ...(record.detailsMessage === undefined ? {} : { detailsMessage: record.detailsMessage }),
    ...(record.recommendedAction === undefined ? {} : { recommendedAction: record.recommendedAction }),
    scriptStackTrace:
      record.scriptStackTrace !== ''
        ? record.scriptStackTrace
        : record.extent === undefined
          ? ''
          : `at <ScriptBlock>, ${record.extent.file ?? '<No file>'}: line ${record.extent.startLineNumber}`,
    ...(invocation === undefined ? {} : { invocationInfo: invocation }),
    ...(record.thrown && record.exception.type.typeNames.includes('System.Management.Automation.RuntimeException')
      ? { wasThrown: true }
      : {}),
  };
}
/** An ErrorRecord that travels as an object of the output stream. */
function errorObject(rt: Runtime, record: ErrorRecordObject): PSObject {
  const data = errorData(rt, record);
  return new PSObject({
    typeNames: record.typeNames,
    toStringText: record.message,
    extended: PropertyBag.of({
      Exception: toWire(rt, record.exception, 1),
      TargetObject: data.targetObject,
      FullyQualifiedErrorId: data.fullyQualifiedErrorId,
      InvocationInfo: null,
      ErrorCategory_Category: rt.errorCategoryNumber(record.category),
      ErrorCategory_Activity: data.categoryActivity,
      ErrorCategory_Reason: data.categoryReason,
      ErrorCategory_TargetName: data.categoryTargetName,
      ErrorCategory_TargetType: data.categoryTargetType,
      ErrorCategory_Message: data.categoryMessage,
      SerializeExtendedInfo: false,
      ErrorDetails_ScriptStackTrace: data.scriptStackTrace ?? '',
    }),
  });
}
/** A decoded object as the engine works with it. */
export function fromWire(value: PSValue): PSValue {
  if (value instanceof PSList && value.kind === 'LST' && value.typeNames[0] === 'System.Object[]')
    return value.items.map(fromWire);
  return value;
}
