/** Test-Json: whether a text or file is JSON, and what a schema says of it. */
import { settle, type Steps } from '../../pending.js';
import { text, texts } from '../support/arguments.js';
import { defineCommand, flag, parameter, NOT_EMPTY, oneOf } from '../support/command-spec.js';
import type { EngineCommandContext } from '../engine-services.js';
import { placeOf, resolvePlaces } from '../items/places.js';
import { readText, targetFile } from '../support/files.js';
import { existsSync, statSync } from 'node:fs';
import { JsonError, type JsonMaker, JsonReader } from './json-read.js';
import { type Json, JsonSchema, SchemaProblem } from './json-schema.js';

const invalid = (errorId: string, target: string | null = null) =>
  ({ errorId, category: 'InvalidData', target, exceptionType: 'System.Exception' }) as const;
const sets = (kind: string): string => `${kind}: M 0 V; ${kind}WithSchemaString,${kind}WithSchemaFile: M 0 V`;
const KINDS = ['JsonString', 'JsonPath', 'JsonLiteralPath'];

/** As deep as the reader of PowerShell goes here. */
const MAX_DEPTH = 64;
const PLAIN: JsonMaker<Json> = {
  text: (text) => text,
  integer: Number,
  real: (value) => value,
  word: (value) => value,
  list: (items) => items,
  table: (entries) => Object.fromEntries(entries),
};

/** The file that a path means: a pattern means one that is there, and one only. */
function fileOf(context: EngineCommandContext, given: string, literal: boolean): string | undefined {
  const refuse = (errorId: string, report: string): never =>
    context.fail(
      `Cannot perform operation because operation "${report}" is not valid. Remove operation "${report}", or investigate why it is not valid.`,
      {
        errorId,
        category: 'InvalidArgument',
        exceptionType: 'System.Management.Automation.PSInvalidOperationException',
      },
    );
  const places = literal ? [placeOf(context, given)] : resolvePlaces(context, given, false);
  if (places.length === 0)
    context.fail('Unable to find the specified file.', {
      errorId: 'FileOpenFailure',
      category: 'OpenError',
      target: given,
      exceptionType: 'System.IO.FileNotFoundException',
    });
  const [place] = places;
  if (place === undefined || place instanceof Error) return undefined;
  if (place.kind !== 'file') return refuse('ReadWriteFileNotFileSystemProvider', 'ReportWrongProviderType');
  return places.length === 1
    ? place.path
    : refuse('ReadWriteMultipleFilesNotSupported', 'ReportMultipleFilesNotSupported');
}
/** A file's text. What is none, a folder too, is not there. */
function contentOf(context: EngineCommandContext, given: string, literal: boolean): string {
  const path = fileOf(context, given, literal);
  if (path === undefined || !existsSync(path) || !statSync(path).isFile())
    return context.fail(`Cannot find path '${given}' because it does not exist.`, {
      errorId: 'PathNotFound',
      category: 'ObjectNotFound',
      target: given,
      exceptionType: 'System.Management.Automation.CmdletInvocationException',
    });
  return readText(context, path);
}

export const testJson = defineCommand(
  'Test-Json',
  {
    module: 'Microsoft.PowerShell.Utility',
    defaultSet: 'JsonString',
    output: 'System.Boolean',
    synopsis: 'Tests whether a string is a valid JSON document.',
  },
  [
    parameter('Json', 'String', sets('JsonString')),
    parameter('Path', 'String', sets('JsonPath').replaceAll('V', 'P')),
    parameter('LiteralPath', 'String', sets('JsonLiteralPath').replaceAll('V', 'P'), { alias: 'PSPath LP' }),
    parameter('Schema', 'String', `${KINDS.map((kind) => `${kind}WithSchemaString`).join(',')}: M 1`, {
      check: NOT_EMPTY,
    }),
    parameter('SchemaFile', 'String', `${KINDS.map((kind) => `${kind}WithSchemaFile`).join(',')}: M 1`, {
      check: NOT_EMPTY,
    }),
    flag(
      'FetchExternalReference',
      `${KINDS.flatMap((kind) => [`${kind}WithSchemaString`, `${kind}WithSchemaFile`]).join(',')}: `,
    ),
    parameter('Options', 'String[]', '', { check: [...NOT_EMPTY, ...oneOf('IgnoreComments', 'AllowTrailingCommas')] }),
  ],
  (context) => {
    let schema: JsonSchema | undefined;
    return {
      *begin(): Steps<void> {
        const file = text(context, 'SchemaFile');
        let source = text(context, 'Schema');
        if (file !== undefined) {
          const path = targetFile(context, file);
          if (!existsSync(path))
            context.fail(`Can not open JSON schema file: ${path}`, {
              ...invalid('JsonSchemaFileOpenFailure', path),
              category: 'OpenError',
            });
          source = readText(context, path);
        }
        if (source === undefined) return;
        try {
          schema = new JsonSchema(source);
        } catch (error) {
          if (!(error instanceof SchemaProblem)) throw error;
          const refused = /not supported/.test(error.message) ? ` ${error.message}` : '';
          yield* settle(
            context.writeError(`Cannot parse the JSON schema.${refused}`, invalid('InvalidJsonSchema', source)),
          );
        }
      },
      *process(): Steps<void> {
        const literal = text(context, 'LiteralPath');
        const path = literal ?? text(context, 'Path');
        let source = text(context, 'Json') ?? '';
        if (path !== undefined) source = contentOf(context, path, literal !== undefined);
        const options = new Set(texts(context, 'Options')?.map((option) => option.toLowerCase()));
        const strict = {
          comments: options.has('ignorecomments'),
          trailingCommas: options.has('allowtrailingcommas'),
        };
        let valid = true;
        let value: Json = null;
        try {
          const reader = new JsonReader(source, PLAIN, { maxDepth: MAX_DEPTH, strict });
          value = yield* reader.read(() => context.tick());
        } catch (error) {
          if (!(error instanceof JsonError)) throw error;
          valid = false;
          yield* settle(
            context.writeError('Cannot parse the JSON.', invalid('InvalidJson', path === undefined ? source : null)),
          );
        }
        if (valid && schema !== undefined) {
          try {
            const outcome = yield* schema.evaluate(value, () => context.tick());
            valid = outcome.valid;
            // PowerShell tells what the schema itself and its own parts say, no deeper.
            if (!valid)
              for (const { at, errors } of [outcome, ...outcome.details])
                for (const error of errors)
                  yield* settle(
                    context.writeError(
                      `The JSON is not valid with the schema: ${error} at '${at}'`,
                      invalid('InvalidJsonAgainstSchemaDetailed'),
                    ),
                  );
          } catch (error) {
            if (!(error instanceof SchemaProblem)) throw error;
            valid = false;
            yield* settle(context.writeError(error.message, invalid('InvalidJsonAgainstSchema', source)));
          }
        }
        yield* settle(context.write(valid));
      },
    };
  },
);
