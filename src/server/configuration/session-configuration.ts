/** One thing that the endpoint offers, by name: what runs, who may use it, and within which limits. */
import type { CommandRegistration } from '../../powershell/engine/index.js';
import { Expectation, oneOf, text, wholeNumber, type ObjectReader } from './document-reader.js';
import { DEFAULT_CONFIGURATION_QUOTAS, NO_LIMIT, readConfigurationQuotas, type ConfigurationQuotas } from './quotas.js';

export const DEFAULT_CONFIGURATION_NAME = 'Microsoft.PowerShell';

/** What runs the scripts of a session. */
export type RunspaceKind =
  /** The engine of this package, in a session host or the endpoint's own process. */
  | {
      readonly kind: 'embedded';
      /** As whom it runs: `endpoint` (default), or the operating system user of the caller's name, in hosts of his own. */
      readonly runAs?: 'endpoint' | 'caller';
      /** Further commands, functions of this program: only where sessions live in the endpoint's own process. */
      readonly commands?: readonly CommandRegistration[];
    }
  /** A program that speaks the out-of-process framing on its standard input and output. */
  | {
      readonly kind: 'command';
      readonly command: readonly [string, ...string[]];
      readonly environment?: ReadonlyMap<string, string>;
      readonly workingDirectory?: string;
      /** As whom it runs: `endpoint` (default), or the operating system user of the caller's name. */
      readonly runAs?: 'endpoint' | 'caller';
      /** How long the program may take until its pool is open. Milliseconds; default 60 000. */
      readonly openTimeoutMs?: number;
    };

export interface SessionConfiguration {
  readonly name: string;
  readonly enabled: boolean;
  readonly runspace: RunspaceKind;
  /** Runs in every runspace before the session opens; a terminating error in it makes the session Broken. */
  readonly startupScript: string | undefined;
  /** A `.pssc` file, absolute: roles, visible commands, language mode. Undefined: callers have everything. */
  readonly configurationFile: string | undefined;
  readonly outputBufferingMode: 'Block' | 'Drop';
  /** How much output of each command may wait, and how long. */
  readonly spool: SpoolBounds;
  readonly quotas: ConfigurationQuotas;
  /** Empty, together with `allowedGroups`: every account of the endpoint. Administrators always may. */
  readonly allowedUsers: readonly string[];
  readonly allowedGroups: readonly string[];
}

export interface SpoolBounds {
  /** Of one command. Undefined: 4 MiB. */
  readonly maxBytes?: number;
  /** Undefined: the endpoint's bound, or as long as the session lives. Milliseconds. */
  readonly maxAgeMs?: number;
}

/** A configuration with defaults for all that is not given. */
export function sessionConfiguration(
  given: Partial<SessionConfiguration> & { readonly name: string },
): SessionConfiguration {
  return {
    enabled: true,
    runspace: { kind: 'embedded' },
    startupScript: undefined,
    configurationFile: undefined,
    outputBufferingMode: 'Block',
    spool: {},
    quotas: DEFAULT_CONFIGURATION_QUOTAS,
    allowedUsers: [],
    allowedGroups: [],
    ...given,
  };
}

/** Whether what one session uses is limited, so that it has to be measured. */
export const isMeasured = ({ quotas }: Pick<SessionConfiguration, 'quotas'>): boolean =>
  quotas.MaxMemoryPerShellMB < NO_LIMIT || quotas.MaxProcessesPerShell < NO_LIMIT;

/** Whether this account may use the configuration. Names compare without case. */
export function mayUse(
  configuration: Pick<SessionConfiguration, 'enabled' | 'allowedUsers' | 'allowedGroups'>,
  caller: { readonly user: string; readonly groups: readonly string[]; readonly administrator: boolean },
): boolean {
  if (!configuration.enabled) return false;
  if (caller.administrator) return true;
  const { allowedUsers, allowedGroups } = configuration;
  if (allowedUsers.length === 0 && allowedGroups.length === 0) return true;
  const same = (left: string, right: string): boolean => left.toLowerCase() === right.toLowerCase();
  return (
    allowedUsers.some((user) => same(user, caller.user)) ||
    allowedGroups.some((group) => caller.groups.some((own) => same(own, group)))
  );
}

/** A name stands at the end of a resource URI and in listings. */
const NAME = /^[\p{L}\p{N}_][\p{L}\p{N}._-]{0,127}$/u;
const kind = oneOf('embedded', 'command');

/** @param fileName a file's name, made absolute. */
export function readSessionConfiguration(
  name: string,
  reader: ObjectReader,
  fileName: Expectation<string> = text,
): SessionConfiguration {
  if (!NAME.test(name)) reader.fail('a configuration name: letters, digits and . _ -, at most 128', name);
  const configuration = sessionConfiguration({
    name,
    enabled: reader.boolean('enabled') ?? true,
    runspace: readRunspace(reader.optionalObject('runspace')),
    startupScript: reader.optional('startupScript', text),
    configurationFile: reader.optional('configurationFile', fileName),
    outputBufferingMode: reader.optional('outputBufferingMode', oneOf('Block', 'Drop')) ?? 'Block',
    spool: readSpoolBounds(reader.optionalObject('spool')),
    quotas: readConfigurationQuotas(reader.optionalObject('quotas')),
    allowedUsers: reader.list('allowedUsers', text) ?? [],
    allowedGroups: reader.list('allowedGroups', text) ?? [],
  });
  const { configurationFile, runspace } = configuration;
  if (configurationFile !== undefined && runspace.kind === 'command' && !isPowerShellServer(runspace.command))
    reader.fail(
      '"configurationFile" with the embedded engine, or with PowerShell\'s own server: ["pwsh", "-NoLogo", "-NoProfile", "-s"]',
      undefined,
    );
  reader.finish();
  return configuration;
}
/** `pwsh -s`: the one program that takes a configuration file of its own. */
export function isPowerShellServer(command: readonly string[]): boolean {
  return (
    /(?:^|[\\/])pwsh(?:-preview)?(?:\.exe)?$/i.test(command[0] ?? '') &&
    command.some((word) => /^-(?:s|servermode|sshs|sshservermode)$/i.test(word))
  );
}

function readSpoolBounds(reader: ObjectReader | undefined): SpoolBounds {
  if (reader === undefined) return {};
  const kilobytes = reader.optional('maxKb', wholeNumber(64, 1_048_576, 'KiB'));
  const seconds = reader.optional('maxAgeSeconds', wholeNumber(1, 315_360_000, 'seconds'));
  reader.finish();
  return {
    ...(kilobytes === undefined ? {} : { maxBytes: kilobytes * 1024 }),
    ...(seconds === undefined ? {} : { maxAgeMs: seconds * 1000 }),
  };
}

const argument = new Expectation('a text without NUL', (value) =>
  typeof value === 'string' && !value.includes('\0') ? value : undefined,
);

function readRunspace(reader: ObjectReader | undefined): RunspaceKind {
  if (reader === undefined) return { kind: 'embedded' };
  if (reader.required('kind', kind) === 'embedded') {
    const runAs = reader.optional('runAs', oneOf('endpoint', 'caller'));
    reader.finish();
    return { kind: 'embedded', ...(runAs === undefined ? {} : { runAs }) };
  }
  const [program, ...rest] = reader.list('command', argument) ?? [];
  if (program === undefined || program === '') {
    return reader.fail(
      '"command": a program and its arguments, such as ["pwsh", "-NoLogo", "-NoProfile", "-s"]',
      undefined,
    );
  }
  const environment = reader.optionalObject('environment')?.texts();
  const workingDirectory = reader.optional('workingDirectory', text);
  const runAs = reader.optional('runAs', oneOf('endpoint', 'caller'));
  const openTimeoutMs = reader.optional('openTimeoutMs', wholeNumber(100, 3_600_000, 'milliseconds'));
  reader.finish();
  return {
    kind: 'command',
    command: [program, ...rest],
    ...(environment === undefined ? {} : { environment }),
    ...(workingDirectory === undefined ? {} : { workingDirectory }),
    ...(runAs === undefined ? {} : { runAs }),
    ...(openTimeoutMs === undefined ? {} : { openTimeoutMs }),
  };
}
