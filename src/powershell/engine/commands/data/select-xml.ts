/** Select-Xml: the nodes of documents that an XPath expression finds. */
import { existsSync } from 'node:fs';
import {
  PropertyBag,
  PSDictionary,
  PSObject,
  PSXmlDocument,
  type PSValue,
} from '../../../../protocol/objects/index.js';
import { hooks, toText } from '../../conversion.js';
import { settle, type Steps } from '../../pending.js';
import { batchesOf } from '../../runtime/members.js';
import { PSError } from '../../values/exceptions.js';
import { unwrap } from '../../values/live.js';
import type { EngineCommandContext } from '../engine-services.js';
import { text, texts } from '../support/arguments.js';
import { defineCommand, NOT_EMPTY, parameter } from '../support/command-spec.js';
import { placeOf } from '../items/places.js';
import { existingFiles, readTextSteps } from '../support/files.js';
import { listOf } from '../support/objects.js';

function* select(context: EngineCommandContext, document: PSValue, path: string): Steps<void> {
  const pattern = text(context, 'XPath') ?? '';
  const { members } = context.services;
  const spaces = unwrap(context.arg('Namespace') ?? null);
  const args: PSValue[] = [pattern];
  if (spaces instanceof PSDictionary) {
    const table = yield* settle(members.get(document, 'NameTable'));
    const manager = yield* settle(context.services.construct('System.Xml.XmlNamespaceManager', [table ?? null]));
    for (const [prefix, uri] of spaces.entries())
      if (unwrap(uri) === null)
        yield* settle(
          context.writeError(
            'This command cannot be run because the prefix value in the Namespace parameter is null. Provide a valid value for the prefix, and then run the command again.',
            {
              errorId: 'PrefixError',
              category: 'InvalidOperation',
              target: spaces,
              exceptionType: 'System.InvalidOperationException',
            },
          ),
        );
      else yield* settle(members.invoke(manager, 'AddNamespace', [toText(prefix), toText(uri)]));
    args.push(manager);
  }
  const nodes = yield* selected(context, document, args);
  for (const batch of batchesOf(nodes))
    for (const node of batch) {
      const value = (yield* settle(members.get(node, 'Value'))) ?? null;
      const shown = value ?? (yield* settle(members.get(node, 'InnerXml'))) ?? null;
      yield* settle(
        context.write(
          new PSObject({
            typeNames: ['Microsoft.PowerShell.Commands.SelectXmlInfo', 'System.Object'],
            toStringText: (shown === null ? '' : toText(shown).trim()) + (path === 'InputStream' ? '' : `:${path}`),
            adapted: PropertyBag.of({ Node: node, Path: path, Pattern: pattern }),
          }),
        ),
      );
    }
}
function* selected(context: EngineCommandContext, document: PSValue, args: readonly PSValue[]): Steps<PSValue> {
  try {
    return yield* settle(context.services.members.invoke(document, 'SelectNodes', [...args]));
  } catch (error) {
    const cause = error instanceof PSError ? error.record.exception.inner : undefined;
    if (cause === undefined) throw error;
    return context.fail(cause.message, {
      errorId: cause.type.fullName,
      category: 'NotSpecified',
      exceptionType: cause.type.fullName,
    });
  }
}
function* parse(context: EngineCommandContext, source: string, path: string): Steps<PSValue | undefined> {
  try {
    return yield* hooks.parseXml(source, () => context.tick());
  } catch (error) {
    if (!(error instanceof PSError)) throw error;
    yield* settle(
      path === 'InputStream'
        ? context.writeError(error.record.message, {
            errorId: 'InvalidCastToXmlDocument',
            category: 'InvalidArgument',
            exceptionType: 'System.Management.Automation.ParentContainsErrorRecordException',
          })
        : context.writeError(
            `The file '${path}' cannot be read: ${error.record.exception.inner?.message ?? error.record.message}`,
            {
              errorId: 'ProcessingFile',
              category: 'InvalidArgument',
              target: path,
              exceptionType: 'System.ArgumentException',
            },
          ),
    );
    return undefined;
  }
}

/** Files that are there; what is none is told. */
function* filesOf(context: EngineCommandContext, literal: readonly string[] | undefined): Steps<string[]> {
  const files: string[] = [];
  for (const given of literal ?? texts(context, 'Path') ?? []) {
    const place = placeOf(context, given);
    if (place instanceof Error || (place.kind === 'file' && (literal === undefined || existsSync(place.path)))) {
      files.push(...existingFiles(context, [given], literal !== undefined));
      continue;
    }
    const init = { errorId: 'ProcessingFile', category: 'InvalidArgument', target: given } as const;
    if (place.kind === 'file')
      yield* settle(
        context.writeError(`The file '${place.path}' cannot be read: Could not find file '${place.path}'.`, {
          ...init,
          target: place.path,
          exceptionType: 'System.ArgumentException',
        }),
      );
    else
      yield* settle(
        context.writeError(
          `Cannot open the file because the current provider (Microsoft.PowerShell.Core\\${place.provider.name}) cannot open files.`,
          { ...init, category: 'InvalidOperation', exceptionType: 'System.InvalidOperationException' },
        ),
      );
  }
  return files;
}

export const selectXml = defineCommand(
  'Select-Xml',
  {
    module: 'Microsoft.PowerShell.Utility',
    defaultSet: 'Xml',
    output: 'Microsoft.PowerShell.Commands.SelectXmlInfo',
    synopsis: 'Finds text in an XML string or document.',
  },
  [
    parameter('XPath', 'String', 'M 0', { check: NOT_EMPTY }),
    parameter('Path', 'String[]', 'Path: M 1 P', { check: NOT_EMPTY }),
    parameter('LiteralPath', 'String[]', 'LiteralPath: M P', { alias: 'PSPath LP', check: NOT_EMPTY }),
    parameter('Xml', 'Object[]', 'Xml: M 1 V P', { alias: 'Node', check: NOT_EMPTY, shown: 'System.Xml.XmlNode[]' }),
    parameter('Content', 'String[]', 'Content: M V', { check: NOT_EMPTY }),
    parameter('Namespace', 'Hashtable', '', { check: NOT_EMPTY }),
  ],
  (context) => ({
    *process(): Steps<void> {
      const literal = texts(context, 'LiteralPath');
      if (literal !== undefined || context.isBound('Path')) {
        for (const file of yield* filesOf(context, literal)) {
          const document = yield* parse(context, yield* readTextSteps(context, file), file);
          if (document !== undefined) yield* select(context, document, file);
        }
        return;
      }
      for (const source of texts(context, 'Content') ?? []) {
        const document = yield* parse(context, source, 'InputStream');
        if (document !== undefined) yield* select(context, document, 'InputStream');
      }
      for (const node of listOf(context.arg('Xml'))) {
        const inner = unwrap(node);
        const document =
          inner instanceof PSXmlDocument || inner instanceof PSObject
            ? node
            : yield* parse(context, toText(node), 'InputStream');
        if (document !== undefined) yield* select(context, document, 'InputStream');
      }
    },
  }),
);
