/** Get-FileHash, Format-Hex, New-TemporaryFile. */
import { createHash, randomBytes, randomInt } from 'node:crypto';
import { openSync, closeSync, existsSync, readSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import nodePath from 'node:path';
import {
  PSChar,
  PSNumber,
  PSObject,
  PSUInt32,
  PSUInt64,
  PropertyBag,
  type PSValue,
} from '../../../../protocol/objects/index.js';
import type { CommandRegistration } from '../../command-api.js';
import { reflectionName, toText } from '../../conversion.js';
import { andThen, LOOK, type Pending, settle, type Steps } from '../../pending.js';
import { isClrPrimitive } from '../../values/conversion-rank.js';
import { elementTypeOf, EnumValue, typeObject, unwrap } from '../../values/live.js';
import type { NetType } from '../../values/net-type.js';
import { STRING, typeOf } from '../../values/types.js';
import type { EngineCommandContext } from '../engine-services.js';
import { itemsFor } from '../items/item-commands.js';
import { resolvePlaces, ProviderError } from '../items/places.js';
import { text, texts, whole } from '../support/arguments.js';
import { defineCommand, oneOf, parameter, NOT_EMPTY, rangeKind } from '../support/command-spec.js';
import { encodingParameter } from '../support/encoding.js';
import { stopWithoutDrive, targetFile, textEncoding } from '../support/files.js';
import { inputOf } from '../support/objects.js';

const UTILITY = 'Microsoft.PowerShell.Utility' as const;

/** @param read puts bytes into what it is given and says how many. */
function* hashOf(
  context: EngineCommandContext,
  algorithm: string,
  read: (chunk: Uint8Array) => Pending<number>,
): Steps<string> {
  const hash = createHash(algorithm.toLowerCase());
  const chunk = new Uint8Array(1 << 20);
  for (let count = yield* settle(read(chunk)); count > 0; count = yield* settle(read(chunk))) {
    hash.update(chunk.subarray(0, count));
    const tick = context.tick(LOOK);
    if (tick !== undefined) yield tick;
  }
  return hash.digest('hex').toUpperCase();
}
function* hashFile(context: EngineCommandContext, path: string, algorithm: string): Steps<string> {
  const file = openSync(path, 'r');
  try {
    return yield* hashOf(context, algorithm, (chunk) => readSync(file, chunk));
  } finally {
    closeSync(file);
  }
}
const hashInfo = (algorithm: string, hash: string, path: string | null): PSObject =>
  new PSObject({
    typeNames: ['Microsoft.PowerShell.Commands.FileHashInfo', 'System.Object'],
    adapted: PropertyBag.of({ Algorithm: algorithm, Hash: hash, Path: path }),
  });

const getFileHash = defineCommand(
  'Get-FileHash',
  {
    module: UTILITY,
    defaultSet: 'Path',
    output: 'Microsoft.PowerShell.Commands.FileHashInfo',
    synopsis: 'Computes the hash value for a file by using a specified hash algorithm.',
  },
  [
    parameter('Path', 'String[]', 'Path: M 0 V P'),
    parameter('LiteralPath', 'String[]', 'LiteralPath: M 0 P', { alias: 'PSPath LP' }),
    parameter('InputStream', 'System.IO.Stream', 'StreamParameterSet: M 0'),
    parameter('Algorithm', 'String', '1', { check: oneOf('SHA1', 'SHA256', 'SHA384', 'SHA512', 'MD5') }),
  ],
  (context) => ({
    *process(): Steps<void> {
      const algorithm = (text(context, 'Algorithm') ?? 'SHA256').toUpperCase();
      if (context.parameterSetName === 'StreamParameterSet') {
        const { members } = context.services;
        const stream = context.arg('InputStream') ?? null;
        const hash = yield* hashOf(context, algorithm, (chunk) =>
          andThen(members.invoke(stream, 'Read', [chunk, 0, chunk.length]), Number),
        );
        yield* settle(context.write(hashInfo(algorithm, hash, null)));
        return undefined;
      }
      const literal = texts(context, 'LiteralPath');
      for (const given of literal ?? texts(context, 'Path') ?? [])
        for (const place of resolvePlaces(context, given, literal !== undefined, false)) {
          if (place instanceof Error && literal === undefined) stopWithoutDrive(context, place, given);
          const path =
            place instanceof Error
              ? place instanceof ProviderError
                ? place.target
                : given
              : place.kind === 'file'
                ? place.path
                : given;
          if (place instanceof Error || place.kind !== 'file') {
            yield* settle(
              literal === undefined
                ? context.writeError(`Cannot find path '${path}' because it does not exist.`, {
                    errorId: 'FileNotFound',
                    category: 'ObjectNotFound',
                    target: given,
                    exceptionType: 'System.Management.Automation.ItemNotFoundException',
                  })
                : context.writeError(`Could not find file '${path}'.`, {
                    errorId: 'FileNotFound',
                    category: 'ObjectNotFound',
                    target: path,
                    exceptionType: 'System.IO.FileNotFoundException',
                  }),
            );
            continue;
          }
          let hash: string;
          try {
            hash = yield* hashFile(context, path, algorithm);
          } catch (error) {
            if (!(error instanceof Error && 'code' in error)) throw error;
            yield* settle(
              context.writeError(`Access to the path '${path}' is denied.`, {
                errorId: 'UnauthorizedAccessError',
                category: 'InvalidData',
                target: path,
                exceptionType: 'System.UnauthorizedAccessException',
              }),
            );
            continue;
          }
          yield* settle(context.write(hashInfo(algorithm, hash, path)));
        }
      return undefined;
    },
  }),
);

/** The bytes that a number, a truth value, a character or an array of such is shown by; undefined for any other type. */
function bytesOf(value: PSValue): Uint8Array | undefined {
  const inner = unwrap(value);
  if (inner instanceof Uint8Array) return inner.length === 0 ? undefined : inner;
  if (Array.isArray(inner)) {
    const items = inner as readonly PSValue[];
    if (items.length === 0 || !hasBytes(elementTypeOf(items))) return undefined;
    return Uint8Array.from(items.flatMap((item) => [...(bytesOf(item) ?? [])]));
  }
  const little = (number: bigint, size: number): Uint8Array =>
    Uint8Array.from({ length: size }, (_, at) => Number((BigInt.asUintN(64, number) >> BigInt(8 * at)) & 255n));
  if (inner instanceof EnumValue) return bytesOf(inner.base ?? 0);
  if (inner instanceof PSChar) return little(BigInt(inner.toString().charCodeAt(0)), 1);
  if (typeof inner === 'number') return little(BigInt(inner), 4);
  if (typeof inner === 'bigint') return little(inner, 8);
  if (typeof inner === 'boolean') return little(inner ? 1n : 0n, 4);
  if (inner instanceof PSUInt64) return little(inner.value, 8);
  if (!(inner instanceof PSNumber)) return undefined;
  const size = { By: 1, SB: 1, I16: 2, U16: 2, U32: 4 }[inner.tag as string];
  if (size !== undefined) return little(BigInt(inner.value), size);
  const view = new DataView(new ArrayBuffer(inner.tag === 'Db' ? 8 : 4));
  if (inner.tag === 'Db') view.setFloat64(0, inner.value, true);
  else view.setFloat32(0, inner.value, true);
  return new Uint8Array(view.buffer);
}
const hasBytes = (type: NetType): boolean => isClrPrimitive(type) || type.isEnum;
const formatHex = defineCommand(
  'Format-Hex',
  {
    className: 'FormatHex',
    alias: 'fhx',
    module: UTILITY,
    defaultSet: '',
    output: 'Microsoft.PowerShell.Commands.ByteCollection',
    synopsis: 'Displays a file or other input as hexadecimal.',
  },
  [
    parameter('Path', 'String[]', 'Path: M 0', { check: NOT_EMPTY }),
    parameter('LiteralPath', 'String[]', 'LiteralPath: M', { alias: 'PSPath LP', check: NOT_EMPTY }),
    parameter('InputObject', 'PSObject', 'ByInputObject: M V'),
    encodingParameter('ByInputObject: '),
    parameter('Count', 'Int64', '', { check: rangeKind('Positive') }),
    parameter('Offset', 'Int64', '', { check: rangeKind('NonNegative') }),
    {
      ...parameter('Raw', 'SwitchParameter', 'ByInputObject: ', { attributes: 'System.ObsoleteAttribute' }),
      obsolete: 'Raw parameter is deprecated.',
    },
  ],
  (context) => {
    const rows = function* (bytes: Uint8Array, label: string, path: string | null): Steps<void> {
      const from = whole(context, 'Offset') ?? 0;
      const count = whole(context, 'Count');
      const shown = bytes.subarray(from, count === undefined ? undefined : from + count);
      for (let at = 0; at < shown.length; at += 16) {
        const row = shown.slice(at, at + 16);
        // Counted from where it begins to show, in a file from the beginning of that.
        const place = path === null ? at : from + at;
        const offset = BigInt(place);
        const hexOffset = offset.toString(16).toUpperCase().padStart(16, '0');
        const hex = Array.from(row, (byte) => byte.toString(16).toUpperCase().padStart(2, '0')).join(' ');
        const ascii = Array.from(row, (byte) =>
          byte === 0 ? ' ' : byte < 32 ? '�' : byte >= 127 && byte < 161 ? '�' : String.fromCharCode(byte),
        ).join('');
        yield* settle(
          context.write(
            new PSObject({
              typeNames: ['Microsoft.PowerShell.Commands.ByteCollection', 'System.Object'],
              // A full row ends its line.
              toStringText: `${hexOffset}   ${hex.padEnd(49)}${ascii.padEnd(16)}${row.length === 16 ? '\n' : ''}`,
              adapted: PropertyBag.of({
                Offset: new PSUInt32(place),
                Offset64: new PSUInt64(offset),
                Bytes: row,
                Path: path,
                HexOffset: hexOffset,
                Label: label,
                HexBytes: hex,
                Ascii: ascii,
              }),
            }),
          ),
        );
      }
    };
    /** Values of one type that follow one another are shown as one run of bytes. */
    let held: Uint8Array[] = [];
    let heldType: NetType | undefined;
    let isGrouped = true;
    const label = (type: NetType | undefined): string =>
      `${type?.name ?? ''} (${type?.fullName ?? ''}) <${randomInt(0x7fffffff).toString(16).toUpperCase().padStart(8, '0')}>`;
    function* flush(): Steps<void> {
      if (held.length === 0) return;
      const bytes = Buffer.concat(held);
      held = [];
      yield* rows(bytes, label(heldType), null);
      isGrouped = true;
      heldType = undefined;
    }
    function* file(given: string, literal: boolean): Steps<void> {
      const paths = literal ? [targetFile(context, given)] : yield* matching(given);
      for (const path of paths) {
        if (!existsSync(path))
          yield* settle(
            context.writeError(`Could not find file '${path}'.`, {
              errorId: 'FormatHexIOError',
              category: 'WriteError',
              target: path,
              exceptionType: 'System.IO.FileNotFoundException',
            }),
          );
        else if (statSync(path).isDirectory())
          context.fail(`Access to the path '${path}' is denied.`, {
            errorId: 'System.UnauthorizedAccessException',
            category: 'NotSpecified',
            exceptionType: 'System.UnauthorizedAccessException',
          });
        else yield* rows(readFileSync(path), path, path);
      }
    }
    function* matching(given: string): Steps<string[]> {
      const places = resolvePlaces(context, given, false);
      const missing = places.find((place) => place instanceof Error);
      if (missing === undefined) {
        const files = places.flatMap((place) => ('path' in place ? [place.path] : []));
        if (files.length < places.length)
          yield* settle(
            context.writeError(
              `The given path '${given}' is not supported. This command only supports the FileSystem Provider paths.`,
              {
                errorId: 'FormatHexOnlySupportsFileSystemPaths',
                category: 'InvalidArgument',
                target: given,
                exceptionType: 'System.ArgumentException',
              },
            ),
          );
        return files;
      }
      stopWithoutDrive(context, missing, given);
      yield* settle(
        context.writeError(missing.message, {
          errorId: 'FileNotFound',
          category: 'ObjectNotFound',
          target: context.arg('Path') ?? given,
          exceptionType: 'System.Management.Automation.ItemNotFoundException',
        }),
      );
      return [];
    }
    return {
      *process(): Steps<void> {
        if (context.parameterSetName !== 'ByInputObject') {
          const literal = texts(context, 'LiteralPath');
          for (const given of literal ?? texts(context, 'Path') ?? []) yield* file(given, literal !== undefined);
          return;
        }
        const input = inputOf(context) ?? null;
        if (input instanceof PSObject && input.typeNames[0] === 'System.IO.FileInfo') {
          yield* flush();
          const path = toText(input.get('FullName') ?? '');
          yield* rows(readFileSync(path), path, path);
          return;
        }
        const inner = unwrap(input);
        if (typeof inner === 'string') {
          yield* flush();
          yield* rows(textEncoding(context).encode(inner), label(STRING), null);
          return;
        }
        const type = typeOf(inner);
        const isArray = inner instanceof Uint8Array || Array.isArray(inner);
        const bytes = bytesOf(input);
        // What is of one type is shown together; an array stands by itself.
        if (isArray) {
          yield* flush();
          isGrouped = false;
          heldType = type;
        } else if (bytes !== undefined && isGrouped) {
          if (heldType !== undefined && type !== heldType) yield* flush();
          heldType = type;
        }
        if (bytes === undefined) {
          const typeName = type === undefined ? '' : reflectionName(type);
          yield* settle(
            context.writeError(
              `Cannot convert input of type '${typeName}' to hexadecimal. To view the hexadecimal formatting of its string representation, pipe it to the Out-String cmdlet before piping it to Format-Hex.`,
              {
                errorId: 'FormatHexTypeNotSupported',
                category: 'InvalidArgument',
                target: type === undefined ? null : typeObject(type),
                exceptionType: 'System.ArgumentException',
              },
            ),
          );
          return;
        }
        if (!isGrouped) yield* flush();
        held.push(bytes);
      },
      end: flush,
    };
  },
);
const newTemporaryFile = defineCommand(
  'New-TemporaryFile',
  { module: UTILITY, shouldProcess: true, output: 'System.IO.FileInfo', synopsis: 'Creates a temporary file.' },
  [],
  (context) => ({
    *end(): Steps<void> {
      if (!(yield* settle(context.shouldProcess(tmpdir())))) return;
      // 'x': nobody else may have made that name ready.
      const path = nodePath.join(tmpdir(), `tmp${randomBytes(6).toString('hex')}.tmp`);
      closeSync(openSync(path, 'wx', 0o600));
      const item = itemsFor(context).of({ kind: 'file', path, given: path });
      if (item !== undefined) yield* settle(context.write(item));
    },
  }),
);
export const BYTES_COMMANDS: readonly CommandRegistration[] = [getFileHash, formatHex, newTemporaryFile];
