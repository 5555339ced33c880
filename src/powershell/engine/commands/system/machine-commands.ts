/** What a script asks about the computer and the session's rules: time zone, execution policy; and what only Windows has. */
import { existsSync } from 'node:fs';
import { PSObject, type PSValue } from '../../../../protocol/objects/index.js';
import type { CommandRegistration } from '../../command-api.js';
import { knownZone, systemZones, zoneHere, zoneIsNamed } from '../../net/time-zones.js';
import { settle, type Pending, type Steps } from '../../pending.js';
import { wildcardRegex } from '../../text/wildcard.js';
import { texts } from '../support/arguments.js';
import { stopWithoutDrive } from '../support/files.js';
import { placeOf, resolvePlaces } from '../items/places.js';
import { defineCommand, flag, parameter } from '../support/command-spec.js';
import { declareEnum, enumMember, enumParameter } from '../support/enums.js';

const MANAGEMENT = 'Microsoft.PowerShell.Management' as const;
const SECURITY = 'Microsoft.PowerShell.Security' as const;

// -------------------------------------------------------------- time zones

const getTimeZone = defineCommand(
  'Get-TimeZone',
  {
    alias: 'gtz',
    module: MANAGEMENT,
    defaultSet: 'Name',
    output: 'System.TimeZoneInfo',
    synopsis: 'Gets the current time zone or a list of available time zones.',
  },
  [
    parameter('Id', 'String[]', 'Id: M P'),
    flag('ListAvailable', 'ListAvailable: M'),
    parameter('Name', 'String[]', 'Name: 0 V'),
  ],
  (context) => ({
    *process(): Steps<void> {
      const unknown = (target: string, message: string): Pending<void> =>
        context.writeError(message, {
          errorId: 'TimeZoneNotFound',
          category: 'InvalidArgument',
          target,
          exceptionType: 'System.TimeZoneNotFoundException',
        });
      if (context.flag('ListAvailable')) {
        for (const zone of systemZones()) yield* settle(context.write(zone));
        return;
      }
      for (const id of texts(context, 'Id') ?? []) {
        const found = knownZone(id);
        yield* settle(
          found === undefined
            ? unknown('Id', `The time zone ID '${id}' was not found on the local computer.`)
            : context.write(found),
        );
      }
      if (context.isBound('Id')) return;
      const names = texts(context, 'Name');
      if (names === undefined) {
        yield* settle(context.write(zoneHere()));
        return;
      }
      for (const name of names) {
        const regex = wildcardRegex(name);
        const found = systemZones().filter((zone) => zoneIsNamed(zone, regex));
        for (const zone of found) yield* settle(context.write(zone));
        if (found.length === 0)
          yield* settle(unknown('Name', `The time zone name '${name}' was not found on the local computer.`));
      }
    },
  }),
);

// -------------------------------------------------------- execution policy

const POLICY = declareEnum('Microsoft.PowerShell.ExecutionPolicy', {
  Unrestricted: 0,
  RemoteSigned: 1,
  AllSigned: 2,
  Restricted: 3,
  Bypass: 4,
  Undefined: 5,
  Default: 3,
});
const SCOPE = declareEnum('Microsoft.PowerShell.ExecutionPolicyScope', {
  Process: 0,
  CurrentUser: 1,
  LocalMachine: 2,
  UserPolicy: 3,
  MachinePolicy: 4,
});
const getExecutionPolicy = defineCommand(
  'Get-ExecutionPolicy',
  { module: SECURITY, output: POLICY, synopsis: 'Gets the execution policies for the current session.' },
  [enumParameter('Scope', SCOPE, '0 P'), flag('List')],
  (context) => ({
    *end(): Steps<void> {
      const unrestricted = enumMember(POLICY, 'Unrestricted');
      if (!context.flag('List')) {
        yield* settle(context.write(unrestricted));
        return;
      }
      for (const scope of ['MachinePolicy', 'UserPolicy', 'Process', 'CurrentUser', 'LocalMachine'])
        yield* settle(
          context.write(PSObject.custom({ Scope: enumMember(SCOPE, scope) as PSValue, ExecutionPolicy: unrestricted })),
        );
    },
  }),
);
const setExecutionPolicy = defineCommand(
  'Set-ExecutionPolicy',
  {
    module: SECURITY,
    shouldProcess: true,
    synopsis: 'Sets the PowerShell execution policies for Windows computers.',
  },
  [enumParameter('ExecutionPolicy', POLICY, 'M 0 V'), enumParameter('Scope', SCOPE, '1 P'), flag('Force')],
  (context) => ({
    process: () =>
      context.fail('Operation is not supported on this platform.', {
        errorId: 'System.PlatformNotSupportedException',
        category: 'NotSpecified',
        exceptionType: 'System.PlatformNotSupportedException',
      }),
  }),
);

const unblockFile = defineCommand(
  'Unblock-File',
  {
    module: 'Microsoft.PowerShell.Utility',
    defaultSet: 'ByPath',
    shouldProcess: true,
    synopsis: 'Unblocks files that were downloaded from the internet.',
  },
  [
    parameter('Path', 'String[]', 'ByPath: M 0'),
    parameter('LiteralPath', 'String[]', 'ByLiteralPath: M P', { alias: 'PSPath LP' }),
  ],
  (context) => {
    const missing = (message: string, target: string, kind: string): Pending<void> =>
      context.writeError(message, {
        errorId: 'FileNotFound',
        category: 'ObjectNotFound',
        target,
        exceptionType: kind,
      });
    return {
      *process(): Steps<void> {
        const literal = texts(context, 'LiteralPath');
        for (const given of literal ?? texts(context, 'Path') ?? []) {
          const places = literal === undefined ? resolvePlaces(context, given, false) : [placeOf(context, given)];
          for (const place of places) {
            if (place instanceof Error) stopWithoutDrive(context, place, given);
            if (place instanceof Error)
              yield* settle(missing(place.message, given, 'System.Management.Automation.ItemNotFoundException'));
            else {
              const path = place.kind === 'file' ? place.path : place.name;
              if (!existsSync(path)) yield* settle(missing(path, path, 'System.IO.FileNotFoundException'));
            }
          }
        }
        context.fail('The cmdlet does not support Linux.', {
          errorId: 'LinuxNotSupported',
          category: 'NotImplemented',
          exceptionType: 'System.PlatformNotSupportedException',
        });
      },
    };
  },
);

export const MACHINE_COMMANDS: readonly CommandRegistration[] = [
  getTimeZone,
  getExecutionPolicy,
  setExecutionPolicy,
  unblockFile,
];
