/** Copy-Item. */
import { copyFile, copyTree } from './trees.js';
import { existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import nodePath from 'node:path';
import { settle, type Steps } from '../../pending.js';
import { escapeWildcard, hasWildcard } from '../../text/wildcard.js';
import type { EngineCommandContext } from '../engine-services.js';
import { text, texts } from '../support/arguments.js';
import { defineCommand, flag, NOT_EMPTY, parameter, PS_SESSION } from '../support/command-spec.js';
import { copyFromSession, copyToSession, sessionOf } from '../transfer/copy-items.js';
import { FILTERS, itemsFor, leafOf, nameFilter, nameRules, PATHS, placesOf } from './item-commands.js';
import { isContainer, type Place, placeOf, writeProviderError } from './places.js';
import { writeItemExists, writeSystemError } from './system-error.js';

const MANAGEMENT = 'Microsoft.PowerShell.Management' as const;

/** Where a copy or move ends: inside an existing folder, or under the name given. */
export function destinationOf(source: string, destination: string): string {
  try {
    if (statSync(destination).isDirectory()) return nodePath.join(destination, nodePath.basename(source));
  } catch {
    // It does not exist: it is the new name itself.
  }
  return destination;
}

/** A filter asks for the name of what a pattern found, not of what was named. */
function takesSource(context: EngineCommandContext): (source: Place) => boolean {
  const keep = nameFilter(context);
  const { included, excluded } = nameRules(context);
  const literal = context.isBound('LiteralPath');
  return (source) => {
    const leaf = leafOf(source);
    return literal || (hasWildcard(source.given) ? keep(leaf) : included(leaf) && !excluded(leaf));
  };
}

function notSameProvider(context: EngineCommandContext): never {
  context.fail('Source and destination path did not resolve to the same provider.', {
    errorId: 'CopyItemSourceAndDestinationNotSameProvider',
    category: 'InvalidArgument',
    exceptionType: 'System.Management.Automation.PSArgumentException',
  });
}
function* copyOne(context: EngineCommandContext, source: Place, destination: Place): Steps<void> {
  if (source.kind === 'flat' || destination.kind === 'flat') {
    if (source.kind === 'flat' && destination.kind === 'flat' && source.provider.name === destination.provider.name) {
      if (yield* settle(context.shouldProcess(`Item: ${source.name} Destination: ${destination.name}`, 'Copy Item')))
        destination.provider.set(destination.name, source.provider.value(source.name) ?? null);
      return;
    }
    notSameProvider(context);
  }
  const target = destinationOf(source.path, destination.path);
  const folder = isContainer(source);
  if (
    !(yield* settle(
      context.shouldProcess(`Item: ${source.path} Destination: ${target}`, folder ? 'Copy Directory' : 'Copy File'),
    ))
  )
    return;
  if (folder && existsSync(target) && !isContainer({ ...source, path: target })) {
    yield* settle(
      context.writeError('Container cannot be copied onto existing leaf item.', {
        errorId: 'CopyContainerItemToLeafError',
        category: 'InvalidArgument',
        target: source.path,
        exceptionType: 'System.Management.Automation.PSArgumentException',
      }),
    );
    return;
  }
  if (target === source.path || (folder && destination.path === source.path)) {
    yield* settle(
      context.writeError(`Cannot overwrite the item ${source.path} with itself.`, {
        errorId: 'CopyError',
        category: 'WriteError',
        target: source.path,
        exceptionType: 'System.IO.IOException',
      }),
    );
    return;
  }
  try {
    if (!folder) {
      if (context.flag('Force') && existsSync(target)) rmSync(target, { force: true });
      yield* copyFile(context, source.path, target);
    } else if (context.flag('Recurse')) {
      const { excluded, filtered } = nameRules(context);
      yield* copyTree(context, source.path, target, (name) => !excluded(name) && filtered(name));
    } else if (existsSync(target)) {
      if (!context.flag('Force')) yield* settle(writeItemExists(context, target));
    } else mkdirSync(target);
  } catch (error) {
    yield* settle(
      writeSystemError(context, error, target, {
        denied: 'CopyFileInfoItemUnauthorizedAccessError',
        io: 'CopyFileInfoItemIOError',
        about: source.path,
      }),
    );
    return;
  }
  if (context.flag('PassThru')) {
    const item = itemsFor(context).of({ kind: 'file', path: target, given: target });
    if (item !== undefined) yield* settle(context.write(item));
  }
}

/** Between this computer and that of a session. */
function* copyAcross(context: EngineCommandContext): Steps<void> {
  if (context.isBound('FromSession') && context.isBound('ToSession')) {
    yield* settle(
      context.writeError(
        "'-FromSession' and '-ToSession' are mutually exclusive and cannot be specified at the same time.",
        {
          errorId: 'InvalidInput',
          category: 'InvalidArgument',
          exceptionType: 'System.ArgumentException',
        },
      ),
    );
    return;
  }
  const given = text(context, 'Destination');
  const keep = nameFilter(context);
  const toSession = context.isBound('ToSession');
  const session = yield* sessionOf(context, toSession ? 'ToSession' : 'FromSession');
  if (session === undefined) return;
  if (toSession) {
    const taken = takesSource(context);
    const sources = (yield* placesOf(context)).filter((place) => place.kind === 'file');
    yield* copyToSession(context, session, sources.filter(taken), given ?? '', keep);
    return;
  }
  const destination = placeOf(context, given ?? '.');
  if (destination instanceof Error) yield* settle(writeProviderError(context, destination, given ?? ''));
  else if (destination.kind === 'file') {
    const paths = texts(context, 'LiteralPath')?.map(escapeWildcard) ?? texts(context, 'Path') ?? [];
    yield* copyFromSession(context, session, paths, destination.path, keep);
  } else notSameProvider(context);
}

export const copyItem = defineCommand(
  'Copy-Item',
  {
    alias: 'copy cp cpi',
    module: MANAGEMENT,
    defaultSet: 'Path',
    shouldProcess: true,
    writesItems: true,
    synopsis: 'Copies an item from one location to another.',
  },
  [
    ...PATHS('Path: M 0 V P', 'LiteralPath: M P'),
    parameter('Destination', 'String', '1 P'),
    flag('Container'),
    flag('Force'),
    ...FILTERS,
    flag('Recurse'),
    flag('PassThru'),
    parameter('FromSession', 'PSSession', '', { check: NOT_EMPTY, dynamic: 'absent', shown: PS_SESSION }),
    parameter('ToSession', 'PSSession', '', { check: NOT_EMPTY, dynamic: 'absent', shown: PS_SESSION }),
  ],
  (context) => ({
    *process(): Steps<void> {
      if (context.isBound('FromSession') || context.isBound('ToSession')) {
        yield* copyAcross(context);
        return;
      }
      const destination = placeOf(context, text(context, 'Destination') ?? '.');
      if (destination instanceof Error) {
        yield* settle(writeProviderError(context, destination, text(context, 'Destination') ?? ''));
        return;
      }
      const taken = takesSource(context);
      for (const source of yield* placesOf(context)) if (taken(source)) yield* copyOne(context, source, destination);
    },
  }),
);
