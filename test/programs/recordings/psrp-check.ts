/**
 * Checks a folder of PSRP recordings: every message's header says what is stated, its body is read by the reader of its
 * type, what was read is written and read again with the same meaning, and every run of fragments is joined whole, byte
 * by byte, and at every split.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { decodeClixml, encodeClixml } from '../../../src/protocol/clixml/index.js';
import { PSObject, type PSValue } from '../../../src/protocol/objects/index.js';
import * as psrp from '../../../src/protocol/psrp/index.js';

export interface CheckResult {
  readonly passed: number;
  readonly failed: number;
  readonly messages: readonly string[];
}

interface RecordedMessage {
  readonly note: string;
  readonly direction: string;
  readonly base64?: string;
  readonly hex?: string;
  readonly headerOnly?: boolean;
  readonly decoded: {
    readonly destination: string;
    readonly messageType: string;
    readonly messageTypeName: string;
    readonly runspacePoolId: string;
    readonly pipelineId: string;
    readonly bom: boolean;
    readonly bodyBytes: number;
  };
  readonly expected?: { readonly body?: string };
}
interface RecordedFile {
  readonly messages: readonly RecordedMessage[];
  readonly fragments?: readonly { readonly hex: string }[];
  readonly expected?: { readonly error?: boolean };
}

/** Reader and writer of a body; a body without a typed form is compared as the value it is. */
interface Body {
  readonly read: (value: PSValue) => unknown;
  readonly write?: (typed: never) => PSValue;
}
const body = <T>(read: (value: PSValue) => T, write?: (typed: T) => PSValue): Body => ({
  read,
  ...(write !== undefined && { write }),
});
const asIs = body<PSValue>(
  (value) => value,
  (value) => value,
);

const BODIES: Readonly<Record<string, Body>> = {
  SESSION_CAPABILITY: body(psrp.decodeSessionCapability, psrp.encodeSessionCapability),
  INIT_RUNSPACEPOOL: body(psrp.decodeInitRunspacePool, psrp.encodeInitRunspacePool),
  CONNECT_RUNSPACEPOOL: body(psrp.decodeConnectRunspacePool, psrp.encodeConnectRunspacePool),
  PUBLIC_KEY: body((value) => psrp.decodeKeyBlob(value, 'PublicKey'), psrp.encodePublicKey),
  ENCRYPTED_SESSION_KEY: body(
    (value) => psrp.decodeKeyBlob(value, 'EncryptedSessionKey'),
    psrp.encodeEncryptedSessionKey,
  ),
  PUBLIC_KEY_REQUEST: asIs,
  SET_MAX_RUNSPACES: body(
    (value) => psrp.decodePoolRequest(value, 'MaxRunspaces'),
    ({ callId, size }) => psrp.encodePoolRequest(callId, { MaxRunspaces: size }),
  ),
  SET_MIN_RUNSPACES: body(
    (value) => psrp.decodePoolRequest(value, 'MinRunspaces'),
    ({ callId, size }) => psrp.encodePoolRequest(callId, { MinRunspaces: size }),
  ),
  GET_AVAILABLE_RUNSPACES: body(
    (value) => psrp.decodePoolRequest(value),
    ({ callId }) => psrp.encodePoolRequest(callId),
  ),
  RESET_RUNSPACE_STATE: body(
    (value) => psrp.decodePoolRequest(value),
    ({ callId }) => psrp.encodePoolRequest(callId),
  ),
  RUNSPACE_AVAILABILITY: body(psrp.decodeRunspaceAvailability, psrp.encodeRunspaceAvailability),
  RUNSPACEPOOL_STATE: body(psrp.decodeRunspacePoolState, psrp.encodeRunspacePoolState),
  RUNSPACEPOOL_INIT_DATA: body(psrp.decodeRunspacePoolInitData, ({ minRunspaces, maxRunspaces }) =>
    psrp.encodeRunspacePoolInitData(minRunspaces, maxRunspaces),
  ),
  APPLICATION_PRIVATE_DATA: body(psrp.decodeApplicationPrivateData, psrp.encodeApplicationPrivateData),
  USER_EVENT: body(psrp.decodeUserEvent, psrp.encodeUserEvent),
  CREATE_PIPELINE: body(psrp.decodeCreatePipeline, (pipeline) => psrp.encodeCreatePipeline(pipeline, '2.3')),
  GET_COMMAND_METADATA: body(psrp.decodeGetCommandMetadata, (request) => psrp.encodeGetCommandMetadata(request, '2.3')),
  PIPELINE_INPUT: asIs,
  PIPELINE_OUTPUT: asIs,
  END_OF_PIPELINE_INPUT: asIs,
  PIPELINE_STATE: body(psrp.decodePipelineState, psrp.encodePipelineState),
  ERROR_RECORD: body(psrp.decodeErrorRecord, (record) =>
    psrp.encodeErrorRecord(withoutSource(record), { invocationInfo: record.invocationInfo !== undefined }),
  ),
  WARNING_RECORD: informational('Warning'),
  VERBOSE_RECORD: informational('Verbose'),
  DEBUG_RECORD: informational('Debug'),
  PROGRESS_RECORD: body(psrp.decodeProgress, psrp.encodeProgress),
  INFORMATION_RECORD: body(psrp.decodeInformation, psrp.encodeInformation),
  RUNSPACEPOOL_HOST_CALL: hostCall(),
  PIPELINE_HOST_CALL: hostCall(),
  RUNSPACEPOOL_HOST_RESPONSE: hostResponse(),
  PIPELINE_HOST_RESPONSE: hostResponse(),
};

function informational(kind: 'Warning' | 'Verbose' | 'Debug'): Body {
  return body(
    (value) => psrp.decodeInformational(kind, value),
    (record) => psrp.encodeInformational(withoutSource(record), { invocationInfo: true }),
  );
}
function hostCall(): Body {
  return body(psrp.decodeHostCall, (call) => {
    const method = psrp.hostMethodByName(call.method);
    if (method === undefined) throw new Error(`no method ${call.method}`);
    return psrp.encodeHostCall(call.callId, method, call.parameters);
  });
}
function hostResponse(): Body {
  return body(
    (value) => {
      const response = psrp.decodeHostResponse(value);
      const result = response.result === null ? null : psrp.decodeHostResult(response.method, response.result);
      return { callId: response.callId, method: response.method, result, error: response.error };
    },
    ({ callId, method, result, error }) =>
      error === undefined
        ? psrp.encodeHostResult(callId, method, result as never)
        : psrp.encodeHostFailure(callId, method, error),
  );
}

function withoutSource<T extends { readonly source?: PSObject }>(record: T): T {
  const { source: _, ...rest } = record;
  return rest as T;
}

/** Typed values without what only remembers where they came from, as text that can be compared. */
function meaning(value: unknown, seen: readonly unknown[] = []): unknown {
  if (value instanceof Uint8Array) return { bytes: Buffer.from(value).toString('hex') };
  if (value === null || typeof value !== 'object' || seen.includes(value)) {
    return typeof value === 'bigint' ? `${value}n` : value;
  }
  const inside = [...seen, value];
  if (Array.isArray(value)) return value.map((item) => meaning(item, inside));
  if (value instanceof Map) return [...value].map((entry) => meaning(entry, inside));
  if (value instanceof PSObject) {
    // Written once: what is compared of objects is their CLIXML.
    return Buffer.from(encodeClixml(value)).toString('utf8');
  }
  if (Object.getPrototypeOf(value) !== Object.prototype)
    return { class: value.constructor.name, text: primitiveText(value) };
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name, item]) => name !== 'source' && item !== undefined)
      .map(([name, item]) => [name, meaning(item, inside)]),
  );
}
function primitiveText(value: object): string {
  return Buffer.from(encodeClixml(value as PSValue)).toString('utf8');
}

const fromText = (message: RecordedMessage): Uint8Array =>
  Uint8Array.from(
    message.base64 === undefined ? Buffer.from(message.hex ?? '', 'hex') : Buffer.from(message.base64, 'base64'),
  );

/** Returns what is wrong with one message. */
function checkMessage(message: RecordedMessage): string | undefined {
  const bytes = fromText(message);
  const decoded = psrp.decodeMessage(bytes);
  const stated = message.decoded;
  const got = {
    destination: decoded.destination.toLowerCase(),
    messageType: `0x${decoded.type.toString(16).toUpperCase().padStart(8, '0')}`,
    messageTypeName: psrp.messageTypeName(decoded.type),
    runspacePoolId: decoded.runspacePoolId,
    pipelineId: decoded.pipelineId,
  };
  for (const [name, value] of Object.entries(got)) {
    const expected = (stated as unknown as Record<string, unknown>)[name];
    if (value !== expected) return `header: ${name} is ${value}, stated is ${String(expected)}`;
  }
  if (!Buffer.from(psrp.encodeMessage(decoded)).equals(bytes)) return 'header: written again it differs';
  if (message.headerOnly === true) return undefined;
  const codec = BODIES[stated.messageTypeName];
  if (codec === undefined) return `no reader for ${stated.messageTypeName}`;
  const hasBody = decoded.body.length > (stated.bom ? 3 : 0);
  const value = hasBody ? decodeClixml(decoded.body) : null;
  if (hasBody && message.expected?.body !== undefined) {
    const text = Buffer.from(decoded.body.subarray(stated.bom ? 3 : 0)).toString('utf8');
    if (text !== message.expected.body) return 'body: not the text that is stated';
  }
  const typed = codec.read(value);
  if (codec.write === undefined) return undefined;
  const written = codec.write(typed as never);
  const again = codec.read(written === null ? null : decodeClixml(encodeClixml(written)));
  return isDeepStrictEqual(meaning(again), meaning(typed))
    ? undefined
    : 'body: written and read again it means something else';
}

function checkFragments(file: RecordedFile): string | undefined {
  const stream = Buffer.concat((file.fragments ?? []).map(({ hex }) => Buffer.from(hex, 'hex')));
  const messages = file.messages.map((message) => Buffer.from(fromText(message)).toString('hex'));
  const join = (slices: readonly Uint8Array[]): string[] | string => {
    const defragmenter = new psrp.Defragmenter();
    try {
      return slices.flatMap((slice) => defragmenter.push(slice)).map((bytes) => Buffer.from(bytes).toString('hex'));
    } catch (error) {
      return String(error);
    }
  };
  const ways: [string, Uint8Array[]][] = [
    ['whole', [stream]],
    ['byte by byte', [...stream].map((byte) => Uint8Array.of(byte))],
  ];
  for (let at = 1; at < stream.length; at += 1)
    ways.push([`split at ${at}`, [stream.subarray(0, at), stream.subarray(at)]]);
  for (const [name, slices] of ways) {
    const got = join(slices);
    if (file.expected?.error === true) {
      if (typeof got !== 'string') return `${name}: no error where one is stated`;
    } else if (!isDeepStrictEqual(got, messages)) {
      return `${name}: ${typeof got === 'string' ? got : 'other messages than stated'}`;
    }
  }
  return undefined;
}

/** @param folder the recordings' root, with `psrp` in it. */
export function checkPsrpFolder(folder: string): CheckResult {
  const messages: string[] = [];
  let passed = 0;
  const tell = (name: string, check: () => string | undefined): void => {
    let wrong: string | undefined;
    try {
      wrong = check();
    } catch (error) {
      wrong = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    }
    if (wrong === undefined) passed += 1;
    else messages.push(`${name}: ${wrong}`);
  };
  const inside = path.join(folder, 'psrp');
  const names = existsSync(inside)
    ? readdirSync(inside)
        .filter((name) => name.endsWith('.json'))
        .toSorted()
    : [];
  for (const name of names) {
    const file = JSON.parse(readFileSync(path.join(inside, name), 'utf8')) as RecordedFile;
    for (const [index, message] of file.messages.entries()) {
      tell(`${name} message ${index} (${message.note})`, () => checkMessage(message));
    }
    if (file.fragments !== undefined) tell(`${name} fragments`, () => checkFragments(file));
  }
  return { passed, failed: messages.length, messages };
}
