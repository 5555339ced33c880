/** Live values as what a sink takes: plain objects that CLIXML can write, and records. */
import {
  PSDictionary,
  PSList,
  PSObject,
  PSPrimitive,
  PropertyBag,
  PSScriptBlockText,
  PSXmlDocument,
  depthOfType,
  isDeserialized,
  type InvocationInfoData,
  type PSErrorRecord,
  type PSExceptionData,
  type PSValue,
} from '../../../protocol/objects/index.js';
import { reflectionName, toText } from '../conversion.js';
import { andThen, drive, type Pending, type Steps } from '../pending.js';
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
  unwrap,
} from '../values/live.js';
import { addedTo } from '../values/kept.js';
import { requireType } from '../values/net-type.js';
import { ScriptBlock } from '../values/script-block.js';
import {
  OBJECT,
  SECURESTRING,
  SWITCH,
  BIGINT,
  CUSTOM,
  XMLDOCUMENT,
  clrText,
  isCustom,
  typeOf,
  arrayTypeOf,
} from '../values/types.js';
import {
  active,
  adaptedNodeName,
  enumerate,
  extraMembers,
  readProperty,
  typeDataMembers,
  visibleProperties,
} from './members.js';
import { rehydrated } from './rehydrate.js';
import { rememberLive } from './task.js';
import type { Runtime } from './runtime.js';
import { nowLocal } from '../text/date-format.js';

void nowLocal;
/**
 * How deep the properties of .NET objects are followed: PowerShell's own depth for what leaves a remote session. The
 * properties of a .NET object cost one level, containers and note properties none; where no level is left an object is
 * its text. An object that is met again, in a cycle or beside itself, is the same object again: CLIXML refers to it.
 */
export const WIRE_DEPTH = 1;
const INFORMATIONAL = 'System.Management.Automation.InformationalRecord';
/** Note properties and containers inside each other, before an object becomes its text. */
const MAX_NESTING = 50;

/** The outer XML of a live document, and the nodes in a node; filled in by net/xml.ts. */
export const xmlText: { of(value: PSValue): string; children(value: PSValue): readonly PSValue[] | undefined } = {
  of: () => '',
  children: () => undefined,
};

/** A SecureString that is still being written, as it is now; filled in by net/security.ts. */
export const secrets: { finished(value: PSValue): PSValue | undefined } = { finished: () => undefined };

/** PowerShell's own type data lets of these travel only some properties, in this order. */
const SERIALIZED: ReadonlyMap<string, readonly string[]> = new Map([
  [
    'System.Globalization.CultureInfo',
    [
      'LCID',
      'Name',
      'DisplayName',
      'IetfLanguageTag',
      'ThreeLetterISOLanguageName',
      'ThreeLetterWindowsLanguageName',
      'TwoLetterISOLanguageName',
    ],
  ],
]);
const TYPE_NAME = 'System.Management.Automation.PSTypeName';
/** .NET's ToString(): a type's is its full name, where PowerShell's conversion gives `string`. */
const netText = (value: PSValue): string =>
  value instanceof TypeObject ? reflectionName(value.type) : (adaptedNodeName(value) ?? toText(value));

/** What came over the wire once travels on as what it is: `Deserialized.`, where its document is kept as it came. */
function namesOf({ typeNames }: PSObject): readonly string[] {
  if (!isDeserialized(typeNames)) return typeNames;
  let own = currentNames.get(typeNames);
  if (own === undefined) currentNames.set(typeNames, (own = [...typeNames]));
  return own;
}
const currentNames = new WeakMap<readonly string[], readonly string[]>();

/** @param asksScripts whether properties that are scripts are among what is written: where a script may run. */
export function toWire(rt: Runtime, value: PSValue, depth = WIRE_DEPTH, asksScripts = true): PSValue {
  return new WireWriter(rt, asksScripts).write(value, depth);
}

/** As `toWire`; of what is long some elements at a time. */
export function toWireLong(rt: Runtime, value: PSValue, depth = WIRE_DEPTH): Pending<PSValue> {
  const later: Steps<void>[] = [];
  const made = new WireWriter(rt, true, later).write(value, depth);
  return later.length === 0 ? made : andThen(drive(allSteps(later)), () => made);
}
/** Each may add others. */
function* allSteps(later: Steps<void>[]): Steps<void> {
  for (let next = later.shift(); next !== undefined; next = later.shift()) yield* next;
}
/** Longer lists and tables are written some elements at a time. */
const AT_ONCE = 256;

const isPrimitive = (value: PSValue): boolean =>
  value !== null && (typeof value !== 'object' || value instanceof PSPrimitive);

class WireWriter {
  readonly #rt: Runtime;
  readonly #asksScripts: boolean;
  /** Where given: what is long is filled by these afterwards. */
  readonly #later: Steps<void>[] | undefined;
  readonly #made = new Map<object, PSValue>();
  #nesting = 0;
  constructor(rt: Runtime, asksScripts = true, later?: Steps<void>[]) {
    this.#rt = rt;
    this.#asksScripts = asksScripts;
    this.#later = later;
  }

  write(value: PSValue, depth: number): PSValue {
    if (typeof value !== 'object' || value === null || value instanceof PSPrimitive) return value;
    if (value instanceof Uint8Array) return this.#noted(value, addedTo(value), depth);
    if (value === AutomationNull) return null;
    const known = this.#made.get(value);
    if (known !== undefined && (depth > 0 || isContainer(value))) return known;
    if (this.#nesting >= MAX_NESTING) return toText(value);
    this.#nesting += 1;
    try {
      return this.#object(value, depth);
    } finally {
      this.#nesting -= 1;
    }
  }

  /** Writes each of many; where they are too many for one go, afterwards. */
  #each<T>(source: Iterable<T>, count: number, write: (item: T) => void): void {
    if (this.#later === undefined || count <= AT_ONCE) for (const item of source) write(item);
    else this.#later.push(this.#eachSteps(source, this.#nesting, write));
  }
  *#eachSteps<T>(source: Iterable<T>, nesting: number, write: (item: T) => void): Steps<void> {
    for (const item of source) {
      this.#nesting = nesting;
      write(item);
      const tick = this.#rt.tick();
      if (tick !== undefined) yield tick;
    }
  }
  #items(items: PSValue[], source: readonly PSValue[], depth: number): void {
    this.#each(source, source.length, (item) => items.push(this.write(item, depth)));
  }

  #object(value: PSObject | readonly PSValue[], depthHere: number): PSValue {
    if (!(value instanceof PSObject)) return this.#array(value, depthHere);
    const depth = depthOfType(value.typeNames, depthHere);
    if (value instanceof ScriptBlock) return this.#noted(new PSScriptBlockText(value.toString()), value, depth);
    if (value instanceof NetObject && value.type === XMLDOCUMENT) return new PSXmlDocument(xmlText.of(value));
    // One that is still being written travels as it is now.
    if (value instanceof NetObject && value.type === SECURESTRING) return secrets.finished(value) ?? null;
    if (value instanceof FormatObject) return value.data();
    if (value instanceof PSList)
      return value.items.length === 0 && value.extended === undefined ? value : this.#list(value, depth);
    if (value instanceof MultiArray) return this.#list(value, depth);
    const contained = value instanceof NetObject ? containedIn(value) : undefined;
    if (contained !== undefined) return this.#collection(value as NetObject, contained.items, contained.kind, depth);
    if (value instanceof PSDictionary) {
      const made = new PSDictionary([], { typeNames: namesOf(value), ...extendedBag(value) });
      this.#made.set(value, made);
      this.#each(value.entries(), value.count, ([key, item]) =>
        made.append(this.write(key, depth), this.write(item, depth)),
      );
      this.#fill(made.extended, value.extended, depth);
      return made;
    }
    // PowerShell's own type data has it travel as text.
    if (value.typeNames[0] === TYPE_NAME) return toText(value);
    if (depth <= 0) return this.#asText(value);
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
    if (value instanceof ErrorRecordObject) return errorObject(this.#rt, value);
    if (value.typeNames[1] === INFORMATIONAL) {
      // Warnings and their kin travel by message, as in their own streams. protocol.md 3.5
      const extended = PropertyBag.of({
        InformationalRecord_Message: toText(value),
        InformationalRecord_SerializeInvocationInfo: false,
      });
      return new PSObject({ typeNames: value.typeNames, toStringText: toText(value), extended });
    }
    const isLive =
      value instanceof NetObject ||
      value instanceof ExceptionObject ||
      value instanceof ClassInstance ||
      value instanceof TypeObject;
    return isLive ? this.#live(value, depth) : this.#plain(value, depth);
  }

  /** A value that travels as what it is, with what was added to it. */
  #noted(value: PSValue, from: PSObject | undefined, depth: number): PSValue {
    if (from?.extended === undefined) return value;
    const made = new PSObject({ base: value, ...extendedBag(from) });
    this.#fill(made.extended, from.extended, depth);
    return made;
  }
  #array(value: readonly PSValue[], depth: number): PSValue {
    const element = elementTypeOf(value);
    const items: PSValue[] = [];
    const added = addedTo(value);
    const made =
      element === OBJECT && added?.extended === undefined
        ? items
        : new PSList(items, 'LST', {
            typeNames: arrayTypeOf(element).typeNames,
            ...(added === undefined ? {} : extendedBag(added)),
          });
    this.#made.set(value, made);
    this.#items(items, value, depth);
    if (made instanceof PSList) this.#fill(made.extended, added?.extended, depth);
    return made;
  }

  #list(value: PSList | MultiArray, depth: number): PSList {
    const items: PSValue[] = [];
    const kind = value instanceof PSList ? value.kind : 'LST';
    const made = new PSList(items, kind, { typeNames: namesOf(value), ...extendedBag(value) });
    this.#made.set(value, made);
    this.#items(items, value.items, depth);
    this.#fill(made.extended, value.extended, depth);
    return made;
  }

  /** Where no level is left: the text, and what was added to the object beside it. */
  #asText(value: PSObject): PSValue {
    const { base = null } = value;
    // What a primitive is it stays: `Get-Date` as a property.
    const text = isPrimitive(base) && !(value instanceof EnumValue) ? base : netText(value);
    if (value.extended === undefined || value.extended.size === 0) return text;
    const usual = value.typeNames[0] === CUSTOM.fullName || typeOf(value)?.fullName === value.typeNames[0];
    const made = new PSObject({ typeNames: usual ? [] : value.typeNames, base: text, ...extendedBag(value) });
    this.#made.set(value, made);
    this.#fill(made.extended, value.extended, 0);
    return made;
  }
  /** Of a collection that is no list its properties travel beside what is in it. */
  #collection(value: NetObject, source: readonly PSValue[], kind: PSList['kind'], depth: number): PSList {
    const items: PSValue[] = [];
    const own =
      kind !== 'IE' || depth <= 0 ? [] : this.#readable(value).filter(([name]) => value.extended?.has(name) !== true);
    const adapted = own.length === 0 ? {} : { adapted: new PropertyBag() };
    const made = new PSList(items, kind, { typeNames: value.typeNames, ...adapted, ...extendedBag(value) });
    this.#made.set(value, made);
    this.#items(items, source, depth);
    this.#fill(made.adapted, own, depth - 1);
    this.#fill(made.extended, value.extended, depth);
    return made;
  }

  #fill(
    target: PropertyBag | undefined,
    source: Iterable<readonly [string, PSValue]> | undefined,
    depth: number,
  ): void {
    if (target === undefined) return;
    for (const [name, item] of source ?? []) target.append(name, this.write(item, depth));
  }

  /** A property bag, a deserialized object, or a wrapper with note properties. */
  #plain(value: PSObject, depth: number): PSValue {
    const text = value.toStringText === undefined ? {} : { toStringText: value.toStringText };
    if (value.base !== undefined) {
      const base = this.write(value.base, depth);
      // What a primitive is stands in its element: its type names are written only when somebody changed them.
      const usual = isPrimitive(base) && typeOf(base)?.fullName === value.typeNames[0];
      const typeNames = usual ? [] : namesOf(value);
      // Notes that no list shows travel all the same.
      const hidden = [...(extraMembers(value)?.values() ?? [])].flatMap((extra): [string, PSValue][] =>
        extra.kind === 'NativeProperty' && extra.isHidden === true ? [[extra.name, extra.get(value)]] : [],
      );
      const bag = hidden.length > 0 ? { extended: new PropertyBag() } : extendedBag(value);
      const made = new PSObject({ typeNames, base, ...text, ...bag });
      this.#made.set(value, made);
      this.#fill(made.extended, value.extended, depth);
      this.#fill(made.extended, hidden, depth);
      return made;
    }
    const own = extraMembers(value);
    const extras = [...visibleProperties(this.#rt, value), ...this.#typeData(value)].filter(
      ([name]) =>
        // With members of other kinds among them, notes keep their place.
        (own !== undefined || value.extended?.has(name) !== true) &&
        value.adapted?.has(name) !== true &&
        (this.#asksScripts || own?.get(name.toLowerCase())?.kind !== 'ScriptProperty'),
    );
    const made = new PSObject({
      typeNames: namesOf(value),
      ...text,
      ...(value.adapted === undefined ? {} : { adapted: new PropertyBag() }),
      ...(extras.length === 0 ? extendedBag(value) : { extended: new PropertyBag() }),
    });
    this.#made.set(value, made);
    this.#fill(made.adapted, value.adapted, depth - 1);
    if (own === undefined) this.#fill(made.extended, value.extended, depth);
    this.#fill(made.extended, extras, depth);
    return made;
  }

  #live(value: PSObject, depth: number): PSValue {
    const text = value instanceof NetObject && value.type === BIGINT ? String(value.data) : netText(value);
    const given = extraMembers(value);
    const all = this.#readable(value).filter(([name]) => value.extended?.has(name) !== true);
    const set = SERIALIZED.get(value.typeNames[0] ?? '');
    const travelling = set === undefined ? all : set.flatMap((name) => all.filter(([one]) => one === name));
    const own = travelling.filter(([name]) => given?.has(name.toLowerCase()) !== true);
    // What a script added is no property of the type.
    const added = [
      ...this.#typeData(value),
      ...all.filter(
        ([name]) =>
          given?.has(name.toLowerCase()) === true &&
          (this.#asksScripts || given.get(name.toLowerCase())?.kind !== 'ScriptProperty'),
      ),
    ];
    const adapted = new PropertyBag();
    const made = new PSObject({
      typeNames: value.typeNames,
      toStringText: text,
      ...(own.length === 0 ? {} : { adapted }),
      ...(added.length === 0 ? extendedBag(value) : { extended: new PropertyBag() }),
    });
    this.#made.set(value, made);
    this.#fill(adapted, own, depth - 1);
    this.#fill(made.extended, value.extended, depth);
    this.#fill(made.extended, added, depth);
    return made;
  }
  /** A property that cannot be read is left out. */
  #readable(value: PSObject): [string, PSValue][] {
    const failed = new Set<string>();
    const all = visibleProperties(this.#rt, value, true, failed);
    return failed.size === 0 ? all : all.filter(([name]) => !failed.has(name));
  }
  /** What type data adds to an object travels beside what the object itself was given. */
  #typeData(value: PSObject): [string, PSValue][] {
    return typeDataMembers(this.#rt, value)
      .filter(
        ({ kind, name }) =>
          (kind === 'AliasProperty' || (kind !== 'ScriptMethod' && this.#asksScripts)) &&
          value.extended?.has(name) !== true,
      )
      .map(({ name }): [string, PSValue] => [name, readProperty(this.#rt, value, name)]);
  }
}
const isList = (value: NetObject): boolean => value.type.isAssignableTo(requireType('System.Collections.IList'));
/** What a .NET collection, or a node of a document, has in it: CLIXML writes that at any depth. */
function containedIn(
  value: NetObject,
): { readonly items: readonly PSValue[]; readonly kind: PSList['kind'] } | undefined {
  // One that is gone through once is no collection.
  if (value.data instanceof Object && Object.hasOwn(value.data, 'at')) return undefined;
  const items = enumerate(value);
  if (items !== undefined) return { items, kind: isList(value) ? 'LST' : 'IE' };
  const nodes = xmlText.children(value);
  return nodes === undefined || nodes.length === 0 ? undefined : { items: nodes, kind: 'IE' };
}
const isContainer = (value: object): boolean =>
  !(value instanceof PSObject) ||
  value instanceof PSList ||
  value instanceof PSDictionary ||
  value instanceof MultiArray ||
  (value instanceof NetObject && containedIn(value) !== undefined);
const extendedBag = (value: PSObject): { extended?: PropertyBag } =>
  value.extended === undefined || value.extended.size === 0 ? {} : { extended: new PropertyBag() };

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
  if (extent === undefined && record.commandName === undefined && record.invocationName === undefined) return undefined;
  return {
    ...(record.commandName === undefined
      ? {}
      : { myCommand: { name: record.commandName, commandType: 8, definition: record.commandName, visibility: 0 } }),
    commandOrigin: 1,
    expectingInput: false,
    invocationName: record.invocationName ?? record.commandName ?? '',
    line: extent?.source.wholeLine(extent.startLineNumber) ?? '',
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
/** A list is not written out here. */
export function targetNameOf({ targetName, targetObject }: ErrorRecordObject): string {
  if (targetName !== '' || targetObject === null) return targetName;
  const inner = unwrap(targetObject);
  const isMany =
    Array.isArray(inner) || inner instanceof Uint8Array || inner instanceof PSList || inner instanceof PSDictionary;
  const type = isMany ? typeOf(inner) : undefined;
  return type === undefined ? toText(targetObject) : clrText(type);
}
export function targetTypeOf({ targetType, targetObject }: ErrorRecordObject): string {
  if (targetType !== '' || targetObject === null) return targetType;
  return isCustom(targetObject) ? 'PSObject' : (typeOf(targetObject)?.name ?? '');
}
export function errorData(rt: Runtime, record: ErrorRecordObject): PSErrorRecord {
  const target = record.targetObject;
  const targetName = targetNameOf(record);
  const targetType = targetTypeOf(record);
  const reason = record.categoryReason;
  const invocation = record.invocationData ?? invocationData(record);
  const data: PSErrorRecord = {
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
    ...(record.isShownThrown ? { wasThrown: true } : {}),
  };
  return rememberLive(data, record);
}
/** A record that no runspace raised, as sinks are given them. */
export function errorRecordData(record: ErrorRecordObject): PSErrorRecord {
  const { runtime } = active;
  if (runtime === undefined) throw new Error('no runspace');
  return errorData(runtime, record);
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
      ...(data.detailsMessage === undefined
        ? {}
        : {
            ErrorDetails_Message: data.detailsMessage,
            ErrorDetails_RecommendedAction: data.recommendedAction ?? '',
          }),
      SerializeExtendedInfo: false,
      // A record that was never thrown or written has none.
      ...((data.scriptStackTrace ?? '') === '' ? {} : { ErrorDetails_ScriptStackTrace: data.scriptStackTrace }),
    }),
  });
}
/** A decoded object as the engine works with it. One of this process (`live`) is what it is already. */
export function fromWire(value: PSValue, live = false): PSValue {
  return asArrays(live ? value : rehydrated(value));
}
function asArrays(value: PSValue): PSValue {
  return value instanceof PSList && value.kind === 'LST' && value.typeNames[0] === 'System.Object[]'
    ? value.items.map(asArrays)
    : value;
}
