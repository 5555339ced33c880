/** What a script asks about the computer and the session's rules: time zone, execution policy; and what only Windows has. */
import { PropertyBag, PSObject, PSTimeSpan, type PSValue } from '../../../../protocol/objects/index.js';
import type { CommandRegistration } from '../../command-api.js';
import { settle, type Steps } from '../../pending.js';
import { wildcardRegex } from '../../text/wildcard.js';
import { texts } from '../support/arguments.js';
import { defineCommand, flag, parameter } from '../support/command-spec.js';
import { declareEnum, enumMember, enumParameter } from '../support/enums.js';

const MANAGEMENT = 'Microsoft.PowerShell.Management' as const;
const SECURITY = 'Microsoft.PowerShell.Security' as const;

// -------------------------------------------------------------- time zones

const OFFSET = /GMT(?:([+-])(\d{1,2})(?::(\d{2}))?)?/;
/** Minutes east of Greenwich on a day of 2024; undefined for a zone that is not known. */
function offsetMinutes(zone: string, month: number): number | undefined {
  try {
    const text = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' }).format(
      Date.UTC(2024, month, 15, 12),
    );
    const match = OFFSET.exec(text);
    if (match === null) return undefined;
    const minutes = Number(match[2] ?? 0) * 60 + Number(match[3] ?? 0);
    return match[1] === '-' ? -minutes : minutes;
  } catch {
    return undefined;
  }
}
function zoneName(zone: string, style: 'long' | 'longGeneric', month: number): string {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: style }).formatToParts(
    Date.UTC(2024, month, 15, 12),
  );
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? zone;
}
function zoneObject(zone: string): PSObject | undefined {
  const winter = offsetMinutes(zone, 0);
  const summer = offsetMinutes(zone, 6);
  if (winter === undefined || summer === undefined) return undefined;
  const base = Math.min(winter, summer);
  const daylight = winter !== summer;
  const utc = /^(?:Etc\/)?(?:UTC|UCT|Zulu|Universal)$/i.test(zone);
  const standard = utc ? 'Coordinated Universal Time' : zoneName(zone, 'long', winter === base ? 0 : 6);
  const size = Math.abs(base);
  const clock = `${base < 0 ? '-' : '+'}${String(Math.floor(size / 60)).padStart(2, '0')}:${String(size % 60).padStart(2, '0')}`;
  return new PSObject({
    typeNames: ['System.TimeZoneInfo', 'System.Object'],
    toStringText: utc ? `(UTC) ${standard}` : `(UTC${clock}) ${standard}`,
    adapted: PropertyBag.of({
      Id: zone,
      HasIanaId: true,
      DisplayName: utc ? `(UTC) ${standard}` : `(UTC${clock}) ${standard}`,
      StandardName: standard,
      DaylightName: daylight ? zoneName(zone, 'long', winter === base ? 6 : 0) : standard,
      BaseUtcOffset: new PSTimeSpan(BigInt(base) * 600_000_000n),
      SupportsDaylightSavingTime: daylight,
    }),
  });
}
const allZones = (): string[] => ['UTC', ...Intl.supportedValuesOf('timeZone')];

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
      if (context.flag('ListAvailable')) {
        for (const zone of allZones()) {
          const made = zoneObject(zone);
          if (made !== undefined) yield* settle(context.write(made));
        }
        return;
      }
      for (const id of texts(context, 'Id') ?? []) {
        const known = allZones().find((zone) => zone.toLowerCase() === id.toLowerCase()) ?? id;
        const made = zoneObject(known);
        if (made !== undefined) yield* settle(context.write(made));
        else
          yield* settle(
            context.writeError(`The time zone ID '${id}' was not found on the local computer.`, {
              errorId: 'TimeZoneNotFound',
              category: 'ObjectNotFound',
              target: id,
              exceptionType: 'System.TimeZoneNotFoundException',
            }),
          );
      }
      if (context.isBound('Id')) return;
      const names = texts(context, 'Name');
      if (names === undefined) {
        const zone = process.env['TZ'] ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
        const made = zoneObject(zone) ?? zoneObject('UTC');
        if (made !== undefined) yield* settle(context.write(made));
        return;
      }
      for (const name of names) {
        const regex = wildcardRegex(name);
        let found = false;
        for (const zone of allZones()) {
          const made = zoneObject(zone);
          const matches = ['StandardName', 'DaylightName'].some((key) => {
            const value = made?.get(key);
            return typeof value === 'string' && regex.test(value);
          });
          if (made === undefined || !matches) continue;
          found = true;
          yield* settle(context.write(made));
        }
        if (!found)
          yield* settle(
            context.writeError(`The time zone name '${name}' was not found on the local computer.`, {
              errorId: 'TimeZoneNotFound',
              category: 'ObjectNotFound',
              target: name,
              exceptionType: 'System.TimeZoneNotFoundException',
            }),
          );
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
  (context) => ({
    process: () =>
      context.fail('The cmdlet does not support Linux.', {
        errorId: 'LinuxNotSupported',
        category: 'NotImplemented',
        exceptionType: 'System.PlatformNotSupportedException',
      }),
  }),
);

export const MACHINE_COMMANDS: readonly CommandRegistration[] = [
  getTimeZone,
  getExecutionPolicy,
  setExecutionPolicy,
  unblockFile,
];
