/** Set-, New-, Remove-, Clear-, Copy-, Move- and Rename-ItemProperty, and Invoke-Item. */
import { spawn } from 'node:child_process';
import { chmodSync, statSync, utimesSync } from 'node:fs';
import { PSDateTime, PSObject, type PSValue } from '../../../../protocol/objects/index.js';
import type { CommandRegistration } from '../../command-api.js';
import { convertTo, toBoolean, toText } from '../../conversion.js';
import { settle, type Steps } from '../../pending.js';
import { toUniversal, UNIX_TICKS } from '../../text/date-format.js';
import { DATETIME, typeOf, typeText } from '../../values/types.js';
import type { EngineCommandContext } from '../engine-services.js';
import { text } from '../support/arguments.js';
import { defineCommand, flag, parameter } from '../support/command-spec.js';
import { writeSystemError } from './system-error.js';
import { FILTERS, itemsFor, leafOf, nameFilter, noProperties, notSupported, placesOf } from './item-commands.js';
import { isContainer, type Place } from './places.js';

const MANAGEMENT = 'Microsoft.PowerShell.Management' as const;
const ALL_WRITE = 0o222;

const seconds = (value: PSValue): number => {
  const date = convertTo(value, DATETIME);
  if (!(date instanceof PSDateTime)) return 0;
  return Number(toUniversal(date).ticks - UNIX_TICKS) / 10_000_000;
};
/** Sets what a file's property stands for; false for a property that cannot be set. */
function setFileProperty(path: string, name: string, value: PSValue): boolean {
  const facts = statSync(path);
  switch (name.toLowerCase()) {
    case 'isreadonly':
      chmodSync(path, toBoolean(value) ? facts.mode & ~ALL_WRITE : facts.mode | 0o200);
      return true;
    case 'lastwritetime':
    case 'lastwritetimeutc':
      utimesSync(path, facts.atimeMs / 1000, seconds(value));
      return true;
    case 'lastaccesstime':
    case 'lastaccesstimeutc':
      utimesSync(path, seconds(value), facts.mtimeMs / 1000);
      return true;
    case 'attributes': {
      const readOnly = /readonly/i.test(toText(value));
      chmodSync(path, readOnly ? facts.mode & ~ALL_WRITE : facts.mode | 0o200);
      return true;
    }
    default:
      return false;
  }
}
function* setProperty(context: EngineCommandContext, place: Place, name: string, value: PSValue): Steps<void> {
  if (place.kind === 'flat') {
    yield* settle(noProperties(context));
    return;
  }
  if (
    !(yield* settle(
      context.shouldProcess(
        `Item: ${place.path} Property: ${name} Value: ${toText(value)}`,
        isContainer(place) ? 'Set Property Directory' : 'Set Property File',
      ),
    ))
  )
    return;
  try {
    if (setFileProperty(place.path, name, value)) return;
  } catch (error) {
    yield* settle(
      writeSystemError(context, error, place.path, {
        denied: 'SetPropertyUnauthorizedAccessError',
        io: 'SetPropertyIOError',
      }),
    );
    return;
  }
  const item = itemsFor(context).of(place);
  const exists = item !== undefined && item instanceof PSObject && item.has(name);
  // PowerShell names it as the note property that it was to be set from.
  const type = typeOf(value);
  const note = `${type === undefined ? 'object' : typeText(type)} ${name}=${value === null ? 'null' : toText(value)}`;
  yield* settle(
    exists
      ? context.writeError(`"${name}" is a ReadOnly property.`, {
          errorId: 'ReadOnlyProperty',
          category: 'NotSpecified',
          exceptionType: 'System.Management.Automation.SetValueException',
        })
      : context.writeError(`The property ${note} does not exist or was not found.`, {
          errorId: 'SetPropertyError',
          category: 'ReadError',
          target: note,
          exceptionType: 'System.IO.IOException',
        }),
  );
}
const VALUE_PATH = 'propertyValuePathSet: M 0 P; propertyPSObjectPathSet: M 0 P';
const VALUE_LITERAL = 'propertyValueLiteralPathSet: M P; propertyPSObjectLiteralPathSet: M P';
const setItemProperty = defineCommand(
  'Set-ItemProperty',
  {
    alias: 'sp',
    module: MANAGEMENT,
    defaultSet: 'propertyValuePathSet',
    shouldProcess: true,
    writesItems: true,
    synopsis: 'Creates or changes the value of a property of an item.',
  },
  [
    parameter('Path', 'String[]', VALUE_PATH),
    parameter('LiteralPath', 'String[]', VALUE_LITERAL, { alias: 'PSPath LP' }),
    parameter('Name', 'String', 'propertyValuePathSet,propertyValueLiteralPathSet: M 1 P', { alias: 'PSProperty' }),
    parameter('Value', 'Object', 'propertyValuePathSet,propertyValueLiteralPathSet: M 2 P', { allow: 'Null' }),
    parameter('InputObject', 'PSObject', 'propertyPSObjectPathSet,propertyPSObjectLiteralPathSet: M V P'),
    flag('PassThru'),
    flag('Force'),
    ...FILTERS,
  ],
  (context) => ({
    *process(): Steps<void> {
      const keep = nameFilter(context);
      const given = context.arg('InputObject');
      const pairs: [string, PSValue][] = context.isBound('Name')
        ? [[text(context, 'Name') ?? '', context.arg('Value') ?? null]]
        : given instanceof PSObject
          ? [...given.properties()].map(([name, value]) => [name, value])
          : [];
      for (const place of yield* placesOf(context)) {
        if (!keep(leafOf(place))) continue;
        for (const [name, value] of pairs) {
          yield* setProperty(context, place, name, value);
          if (context.flag('PassThru')) yield* settle(context.write(PSObject.custom({ [name]: value })));
        }
      }
    },
  }),
);
const clearItemProperty = defineCommand(
  'Clear-ItemProperty',
  {
    alias: 'clp',
    module: MANAGEMENT,
    defaultSet: 'Path',
    shouldProcess: true,
    synopsis: 'Clears the value of a property but does not delete the property.',
  },
  [
    parameter('Path', 'String[]', 'Path: M 0 V P'),
    parameter('LiteralPath', 'String[]', 'LiteralPath: M P', { alias: 'PSPath LP' }),
    parameter('Name', 'String', 'M 1 P'),
    flag('PassThru'),
    flag('Force'),
    ...FILTERS,
  ],
  (context) => ({
    *process(): Steps<void> {
      const name = text(context, 'Name') ?? '';
      for (const place of yield* placesOf(context)) {
        if (place.kind === 'flat') yield* settle(noProperties(context));
        else if (name.toLowerCase() === 'attributes') yield* setProperty(context, place, name, 'Normal');
        else
          yield* settle(
            context.writeError(
              'The property cannot be cleared because the property is not supported. Only the Attributes property can be cleared.',
              {
                errorId: 'Argument',
                category: 'InvalidArgument',
                exceptionType: 'System.Management.Automation.PSArgumentException',
              },
            ),
          );
      }
    },
  }),
);

const PASSES_NOTHING: ReadonlySet<string> = new Set(['New-ItemProperty', 'Remove-ItemProperty']);
/** Providers with properties that come and go are the registry's kind; none of ours is one. */
function dynamicProperty(
  name: string,
  alias: string | undefined,
  synopsis: string,
  /** Name, type, sets and alias. */
  more: readonly (readonly [string, string, string, string?])[],
): CommandRegistration {
  const paths = name === 'Rename-ItemProperty' ? 'String' : 'String[]';
  return defineCommand(
    name,
    {
      ...(alias === undefined ? {} : { alias }),
      module: MANAGEMENT,
      defaultSet: 'Path',
      shouldProcess: true,
      synopsis,
    },
    [
      parameter('Path', paths, `Path: M 0 ${name === 'New-ItemProperty' ? '' : 'V P'}`),
      parameter('LiteralPath', paths, 'LiteralPath: M P', { alias: 'PSPath LP' }),
      ...more.map(([one, type, where, alias]) => parameter(one, type, where, alias === undefined ? {} : { alias })),
      ...(PASSES_NOTHING.has(name) ? [] : [flag('PassThru')]),
      flag('Force'),
      ...FILTERS,
    ],
    (context) => ({
      *process(): Steps<void> {
        for (const _place of yield* placesOf(context))
          yield* settle(notSupported(context, 'IDynamicPropertyCmdletProvider', 'implemented'));
      },
    }),
  );
}

/** The program that the system opens a file with; a runnable file runs itself. */
const invokeItem = defineCommand(
  'Invoke-Item',
  {
    alias: 'ii',
    module: MANAGEMENT,
    defaultSet: 'Path',
    shouldProcess: true,
    synopsis: 'Performs the default action on the specified item.',
  },
  [
    parameter('Path', 'String[]', 'Path: M 0 V P'),
    parameter('LiteralPath', 'String[]', 'LiteralPath: M P', { alias: 'PSPath LP' }),
    ...FILTERS,
  ],
  (context) => ({
    *process(): Steps<void> {
      for (const place of yield* placesOf(context)) {
        if (place.kind === 'flat') {
          yield* settle(notSupported(context, 'IItemProvider', 'implemented', place.name));
          continue;
        }
        if (!(yield* settle(context.shouldProcess(`Item: ${place.path}`, 'Invoke Item')))) continue;
        const runs =
          process.platform !== 'win32' && statSync(place.path).isFile() && (statSync(place.path).mode & 0o111) !== 0;
        const [program, args] = runs
          ? [place.path, []]
          : process.platform === 'win32'
            ? ['explorer.exe', [place.path]]
            : [process.platform === 'darwin' ? 'open' : 'xdg-open', [place.path]];
        const failed = yield* settle(
          new Promise<string | undefined>((resolve) => {
            const child = spawn(program, args, { stdio: 'ignore', detached: true });
            child.once('spawn', () => {
              child.unref();
              resolve(undefined);
            });
            child.once('error', (error) => {
              resolve(error.message);
            });
          }),
        );
        if (failed !== undefined)
          yield* settle(
            context.writeError(`An error occurred trying to start process '${program}': ${failed}`, {
              errorId: 'System.ComponentModel.Win32Exception',
              category: 'NotSpecified',
              target: place.path,
              exceptionType: 'System.ComponentModel.Win32Exception',
            }),
          );
      }
    },
  }),
);

export const PROPERTY_COMMANDS: readonly CommandRegistration[] = [
  setItemProperty,
  clearItemProperty,
  dynamicProperty('New-ItemProperty', undefined, 'Creates a new property for an item and sets its value.', [
    ['Name', 'String', 'M 1 P', 'PSProperty'],
    ['PropertyType', 'String', 'P', 'Type'],
    ['Value', 'Object', 'P'],
  ]),
  dynamicProperty('Remove-ItemProperty', 'rp', 'Deletes the property and its value from an item.', [
    ['Name', 'String[]', 'M 1 P', 'PSProperty'],
  ]),
  dynamicProperty(
    'Copy-ItemProperty',
    'cpp',
    'Copies a property and value from a specified location to another location.',
    [
      ['Destination', 'String', 'M 1 P'],
      ['Name', 'String', 'M 2 P', 'PSProperty'],
    ],
  ),
  dynamicProperty('Move-ItemProperty', 'mp', 'Moves a property from one location to another.', [
    ['Destination', 'String', 'M 1 P'],
    ['Name', 'String[]', 'M 2 P', 'PSProperty'],
  ]),
  dynamicProperty('Rename-ItemProperty', 'rnp', 'Renames a property of an item.', [
    ['Name', 'String', 'M 1 P', 'PSProperty'],
    ['NewName', 'String', 'M 2 P'],
  ]),
  invokeItem,
];
