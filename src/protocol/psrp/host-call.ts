/**
 * Host calls and their answers. [MS-PSRP 2.2.2.15 to 2.2.2.28], protocol.md 3.9
 * Call: `ci` Int64, `mi` the method's enumeration, `mp` list of encoded parameters. Answer: `mr` (absent when null),
 * `me` (an error record without type names), `ci`, `mi`, in this order. `ci` is -100 for void methods.
 */
import { ArgumentError } from '../errors/index.js';
import {
  PSGuid,
  PSList,
  PSObject,
  PSPrimitive,
  PSSecureString,
  PSVersion,
  PropertyBag,
  TYPE_NAMES,
  type PSErrorRecord,
  type PSProgressRecord,
  type PSValue,
} from '../objects/index.js';
import { decodeErrorRecord, encodeErrorRecord } from './error-record.js';
import { decodeEnum, encodeEnum, integerOf, type EnumDefinition } from './enums.js';
import {
  HOST_METHODS,
  hostMethodById,
  hostMethodByName,
  type HostMethod,
  type HostMethodName,
  type HostMethodParameters,
  type HostMethodResult,
  type HostValueKind,
} from './host-methods.js';
import {
  decodeAnswers,
  decodeBufferCell,
  decodeBufferCells,
  decodeChoice,
  decodeCoordinates,
  decodeCredential,
  decodeFieldDescription,
  decodeItems,
  decodeKeyInfo,
  decodeRectangle,
  decodeSize,
  encodeAnswers,
  encodeBufferCell,
  encodeBufferCells,
  encodeChoice,
  encodeCoordinates,
  encodeCredential,
  encodeFieldDescription,
  encodeItems,
  encodeKeyInfo,
  encodeRectangle,
  encodeSize,
  type BufferCell,
  type ChoiceDescription,
  type Coordinates,
  type FieldDescription,
  type KeyInfo,
  type PSCredentialValue,
  type Rectangle,
  type Size,
} from './host-values.js';
import { decodeProgress, encodeProgress } from './records.js';
import { PropertyReader, protocolError, stringOf, unwrap } from './property-reader.js';

/** The call id of every void method. */
export const VOID_CALL_ID = -100n;

/** A method's typed value: what `HostMethods` says for its place. */
export type HostValue =
  | PSValue
  | PSProgressRecord
  | Coordinates
  | Size
  | Rectangle
  | KeyInfo
  | BufferCell
  | readonly (readonly BufferCell[])[]
  | readonly FieldDescription[]
  | readonly ChoiceDescription[]
  | readonly number[]
  | ReadonlyMap<string, PSValue>
  | PSCredentialValue;

export type HostCallOf<Name extends HostMethodName> = {
  readonly method: Name;
  readonly parameters: HostMethodParameters<Name>;
  readonly callId: bigint;
  /** The method is void: it is not answered, whatever happens. */
  readonly isVoid: boolean;
};
/** One call, discriminated by `method`. */
export type HostCall = { [Name in HostMethodName]: HostCallOf<Name> }[HostMethodName];

/** An answer as it travels; `result` is still encoded until the method is known. */
export interface HostResponse {
  readonly callId: bigint;
  readonly method: HostMethodName;
  /** The encoded result; null for none. */
  readonly result: PSValue;
  readonly error: PSErrorRecord | undefined;
}

const METHOD_ENUM: EnumDefinition = {
  typeName: 'System.Management.Automation.Remoting.RemoteHostMethodId',
  values: Object.fromEntries(HOST_METHODS.map(({ name, id }) => [name, id])),
};

/** The body of a call. Values may be typed (`HostMethods`) or already encoded objects, which pass unchanged. */
export function encodeHostCall(callId: bigint, method: HostMethod, parameters: readonly HostValue[]): PSObject {
  if (parameters.length !== method.parameters.length) {
    throw new ArgumentError(
      'parameters',
      `The host method ${method.name} takes ${method.parameters.length} parameters, not ${parameters.length}.`,
    );
  }
  const encoded = method.parameters.map((kind, index) => encodeHostValue(kind, parameters[index] ?? null));
  return PSObject.bag({
    ci: callId,
    mi: encodeEnum(METHOD_ENUM, method.id),
    mp: new PSList(encoded, 'LST', { typeNames: TYPE_NAMES.arrayList }),
  });
}

/**
 * Reads a call.
 * @throws {RemoteProtocolError} an unknown method, or parameters that are not the method's.
 */
export function decodeHostCall(value: PSValue): HostCall {
  const reader = new PropertyReader(value, 'HostCall');
  const id = decodeEnum(METHOD_ENUM, reader.any('mi'));
  const method = hostMethodById(id);
  if (method === undefined) throw protocolError(`There is no host method with the number ${id}`, 'HostCall.mi');
  const encoded = reader.list('mp');
  if (encoded.length < method.parameters.length) {
    throw protocolError(`The host method ${method.name} came with ${encoded.length} parameters`, 'HostCall.mp');
  }
  const parameters = method.parameters.map((kind, index) => decodeHostValue(kind, encoded[index] ?? null));
  const isVoid = method.result === 'void';
  // The table gave the kinds, the kinds gave the types: the one place where the compiler cannot follow.
  return { method: method.name, parameters, callId: reader.int64('ci'), isVoid } as HostCall;
}

/** The body of an answer with a result. */
export function encodeHostResult<Name extends HostMethodName>(
  callId: bigint,
  name: Name,
  result: HostMethodResult<Name> | PSObject,
): PSObject {
  const method = requireMethod(name);
  const extended = new PropertyBag();
  if (method.result !== 'void' && result !== null && result !== undefined) {
    extended.append('mr', encodeHostValue(method.result, result as HostValue));
  }
  return finishResponse(extended, callId, method);
}

/** The body of an answer that tells why there is no result. */
export function encodeHostFailure(callId: bigint, name: HostMethodName, error: PSErrorRecord): PSObject {
  const extended = new PropertyBag();
  const record = encodeErrorRecord(error);
  // An exception inside a host answer is an error record without type names and text. protocol.md 3.6
  extended.append('me', new PSObject(record.extended === undefined ? {} : { extended: record.extended }));
  return finishResponse(extended, callId, requireMethod(name));
}

/** Reads an answer; the result stays encoded. @throws {RemoteProtocolError} an unknown method or no call id. */
export function decodeHostResponse(value: PSValue): HostResponse {
  const reader = new PropertyReader(value, 'HostResponse');
  const id = decodeEnum(METHOD_ENUM, reader.any('mi'));
  const method = hostMethodById(id);
  if (method === undefined) throw protocolError(`There is no host method with the number ${id}`, 'HostResponse.mi');
  const failure = reader.optional('me') ?? null;
  return {
    callId: reader.int64('ci'),
    method: method.name,
    result: reader.optional('mr') ?? null,
    error: failure === null ? undefined : decodeErrorRecord(failure),
  };
}

/** The typed result of a method from its encoded form. @throws {RemoteProtocolError} the form does not fit. */
export function decodeHostResult<Name extends HostMethodName>(name: Name, encoded: PSValue): HostMethodResult<Name> {
  const method = requireMethod(name);
  const value = method.result === 'void' ? undefined : decodeHostValue(method.result, encoded);
  return value as HostMethodResult<Name>;
}

function finishResponse(extended: PropertyBag, callId: bigint, method: HostMethod): PSObject {
  extended.append('ci', callId);
  extended.append('mi', encodeEnum(METHOD_ENUM, method.id));
  return new PSObject({ extended });
}

function requireMethod(name: string): HostMethod {
  const method = hostMethodByName(name);
  if (method === undefined) throw new ArgumentError('method', `There is no host method '${name}'.`);
  return method;
}

/** Encodes one typed value. Objects in wire form pass unchanged. */
export function encodeHostValue(kind: HostValueKind, value: HostValue): PSValue {
  if (value === null || value instanceof PSObject || value instanceof PSPrimitive) return value;
  switch (kind) {
    case 'guid':
      return typeof value === 'string' ? new PSGuid(value as PSGuid['value']) : wrong(kind);
    case 'long':
      return typeof value === 'number' ? BigInt(value) : typeof value === 'bigint' ? value : wrong(kind);
    case 'int':
      return typeof value === 'number' ? value : wrong(kind);
    case 'boolean':
      return typeof value === 'boolean' ? value : wrong(kind);
    case 'string':
    case 'nullableString':
      return typeof value === 'string' ? value : wrong(kind);
    case 'version':
    case 'secureString':
      return wrong(kind); // their typed form is a primitive, which has passed above
    case 'progress':
      return encodeProgress(value as PSProgressRecord);
    case 'fields':
      return encodeItems(value as readonly FieldDescription[], encodeFieldDescription);
    case 'choices':
      return encodeItems(value as readonly ChoiceDescription[], encodeChoice);
    case 'ints':
      return encodeItems(value as readonly number[], (item) => item);
    case 'answers':
      return encodeAnswers(value as ReadonlyMap<string, PSValue>);
    case 'credential':
      return encodeCredential(value as PSCredentialValue);
    case 'coordinates':
      return encodeCoordinates(value as Coordinates);
    case 'size':
      return encodeSize(value as Size);
    case 'rectangle':
      return encodeRectangle(value as Rectangle);
    case 'keyInfo':
      return encodeKeyInfo(value as KeyInfo);
    case 'cell':
      return encodeBufferCell(value as BufferCell);
    case 'cells':
      return encodeBufferCells(value as readonly (readonly BufferCell[])[]);
    case 'any':
      return value as PSValue;
  }
}

function wrong(kind: HostValueKind): never {
  throw new ArgumentError('value', `A value of a host call is not of the kind '${kind}'.`);
}

/** Decodes one value to its typed form. @throws {RemoteProtocolError} it does not fit. */
export function decodeHostValue(kind: HostValueKind, value: PSValue): HostValue {
  switch (kind) {
    case 'string':
      return value === null ? '' : (stringOf(value) ?? bad(kind));
    case 'nullableString':
      return value === null ? null : (stringOf(value) ?? bad(kind));
    case 'int':
      return integerOf(unwrap(value)) ?? bad(kind);
    case 'long': {
      const inner = unwrap(value);
      return typeof inner === 'bigint' ? inner : BigInt(integerOf(inner) ?? bad(kind));
    }
    case 'boolean': {
      const inner = unwrap(value);
      return typeof inner === 'boolean' ? inner : bad(kind);
    }
    case 'version': {
      const inner = unwrap(value);
      return inner instanceof PSVersion ? inner : bad(kind);
    }
    case 'guid': {
      const inner = unwrap(value);
      return inner instanceof PSGuid ? inner.value : bad(kind);
    }
    case 'secureString': {
      const inner = unwrap(value);
      return inner instanceof PSSecureString ? inner : bad(kind);
    }
    case 'progress':
      return decodeProgress(value);
    case 'fields':
      return decodeItems(value, decodeFieldDescription, 'fields');
    case 'choices':
      return decodeItems(value, decodeChoice, 'choices');
    case 'ints':
      return decodeItems(value, (item) => integerOf(item) ?? bad(kind), 'ints');
    case 'answers':
      return decodeAnswers(value);
    case 'credential':
      return value === null ? null : decodeCredential(value);
    case 'coordinates':
      return decodeCoordinates(value);
    case 'size':
      return decodeSize(value);
    case 'rectangle':
      return decodeRectangle(value);
    case 'keyInfo':
      return decodeKeyInfo(value);
    case 'cell':
      return decodeBufferCell(value);
    case 'cells':
      return decodeBufferCells(value);
    case 'any':
      return value;
  }
}

function bad(kind: HostValueKind): never {
  throw protocolError(`A value of a host call is not of the kind '${kind}'`, 'HostCall');
}
