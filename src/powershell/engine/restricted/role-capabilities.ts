/**
 * Which roles somebody has, and what they give together: the role capability files of the modules on PSModulePath, the
 * files named by path and what stands in the configuration itself, merged as PowerShell merges them (measured with 7.6.9:
 * lists add up, the values of a parameter add up, its patterns become alternatives, values and patterns hold together).
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import nodePath from 'node:path';
import type { LanguageMode } from '../runtime/language-mode.js';
import type { ParameterLimit } from '../runtime/command-visibility.js';
import { decodeFile, UTF8 } from '../commands/support/encoding.js';
import { ConfigurationFileError } from './configuration-values.js';
import {
  meetsGroups,
  readRoleCapabilityFile,
  type RoleCapability,
  type SessionConfigurationFile,
  type VisibleCommand,
} from './configuration-file.js';

/** Who opens a session. */
export interface Principal {
  /** `name` or `DOMAIN\name`. */
  readonly user: string;
  readonly groups: readonly string[];
}

/** What a session is made of for one principal. */
export interface SessionSetup {
  readonly languageMode: LanguageMode;
  /** The commands that a restricted remote server has from the start. */
  readonly defaultCommands: boolean;
  /** False: the caller sees every command. */
  readonly restrictsCommands: boolean;
  readonly visibleAliases: readonly string[] | undefined;
  readonly visibleCmdlets: readonly string[] | undefined;
  readonly visibleFunctions: readonly string[] | undefined;
  readonly visibleExternalCommands: readonly string[] | undefined;
  /** Undefined: all. */
  readonly visibleProviders: readonly string[] | undefined;
  /** By command name in lower case, then by parameter name in lower case. */
  readonly limited: ReadonlyMap<string, { readonly name: string; readonly parameters: Map<string, ParameterLimit> }>;
  readonly capabilities: readonly RoleCapability[];
  readonly transcriptDirectory: string | undefined;
  /** The drive `User:`. Its folder is the caller's own; who only asks what a session has names none. */
  readonly userDrive?: { readonly maximumBytes: number; readonly folder?: string } | undefined;
  /** Runs last, as the configuration's own. */
  readonly startupScript?: string | undefined;
}

/** Groups are compared without case; an account may be named with or without its domain. */
export function isPrincipal({ user, groups }: Principal, name: string): boolean {
  const wanted = name.toLowerCase();
  return user.toLowerCase() === wanted || groups.some((group) => group.toLowerCase() === wanted);
}

/**
 * @param modulePath folders that hold modules.
 * @throws {ConfigurationFileError} the principal is in none of the groups that are required, or a role capability
 * cannot be found or read.
 */
export function setupFor(
  file: SessionConfigurationFile,
  principal: Principal,
  modulePath: readonly string[],
): SessionSetup {
  const isMember = (name: string): boolean => isPrincipal(principal, name);
  if (file.requiredGroups !== undefined && !meetsGroups(file.requiredGroups, isMember))
    throw new ConfigurationFileError(
      'AccessDenied',
      `Access is denied. '${principal.user}' is not in the groups that the configuration requires.`,
    );
  const capabilities: RoleCapability[] = [file.common];
  for (const role of file.roleDefinitions) {
    if (!isMember(role.principal)) continue;
    for (const name of role.capabilities) capabilities.push(readRole(findRoleCapability(name, modulePath)));
    for (const path of role.capabilityFiles) {
      if (!isFile(path))
        throw new ConfigurationFileError(
          'CouldNotFindRoleCapabilityFile',
          `Could not find the provided role capability file ${path}.`,
        );
      capabilities.push(readRole(path));
    }
    capabilities.push(role.inline);
  }
  return merge(file, capabilities);
}

function merge(file: SessionConfigurationFile, capabilities: readonly RoleCapability[]): SessionSetup {
  const together = (pick: (one: RoleCapability) => readonly string[] | undefined): readonly string[] | undefined => {
    const lists = capabilities.map(pick).filter((list) => list !== undefined);
    return lists.length === 0 ? undefined : lists.flat();
  };
  const whole = (list: readonly VisibleCommand[] | undefined): readonly string[] | undefined =>
    list?.filter(({ parameters }) => parameters === undefined).map(({ name }) => name);
  const limited = new Map<string, { readonly name: string; readonly parameters: Map<string, ParameterLimit> }>();
  for (const one of capabilities)
    for (const command of [...(one.visibleCmdlets ?? []), ...(one.visibleFunctions ?? [])])
      if (command.parameters !== undefined) addLimits(limited, command);
  const isDefault = file.sessionType === 'Default';
  return {
    languageMode: file.languageMode ?? (isDefault ? 'FullLanguage' : 'NoLanguage'),
    defaultCommands: file.sessionType === 'RestrictedRemoteServer',
    restrictsCommands:
      !isDefault ||
      capabilities.some(
        (one) =>
          one.visibleAliases ??
          one.visibleCmdlets ??
          one.visibleFunctions ??
          one.visibleExternalCommands ??
          one.visibleProviders,
      ),
    visibleAliases: together((one) => one.visibleAliases),
    visibleCmdlets: together((one) => whole(one.visibleCmdlets)),
    visibleFunctions: together((one) => whole(one.visibleFunctions)),
    visibleExternalCommands: together((one) => one.visibleExternalCommands),
    // Of a default session PowerShell leaves all providers visible, whatever the list says.
    visibleProviders: isDefault ? undefined : (together((one) => one.visibleProviders) ?? []),
    limited,
    capabilities,
    userDrive: file.userDriveBytes === undefined ? undefined : { maximumBytes: file.userDriveBytes },
    transcriptDirectory:
      file.transcriptDirectory === undefined
        ? undefined
        : nodePath.resolve(nodePath.dirname(file.path), file.transcriptDirectory),
  };
}
function addLimits(
  limited: Map<string, { readonly name: string; readonly parameters: Map<string, ParameterLimit> }>,
  command: VisibleCommand,
): void {
  const key = command.name.toLowerCase();
  const known = limited.get(key) ?? { name: command.name, parameters: new Map<string, ParameterLimit>() };
  limited.set(key, known);
  for (const { name, validateSet, validatePattern } of command.parameters ?? []) {
    const lower = name.toLowerCase();
    const before = known.parameters.get(lower);
    const values = [...new Set([...(before?.values ?? []), ...(validateSet ?? [])])];
    known.parameters.set(lower, {
      values: values.length === 0 ? undefined : values,
      patterns: [...(before?.patterns ?? []), ...(validatePattern === undefined ? [] : [validatePattern])],
    });
  }
}

const isFile = (path: string): boolean => {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
};
const foldersOf = (path: string): readonly string[] => {
  try {
    return readdirSync(path, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() || entry.isSymbolicLink())
      .map(({ name }) => nodePath.join(path, name));
  } catch {
    return [];
  }
};
/** `Module/RoleCapabilities/name.psrc` or `Module/1.0.0/RoleCapabilities/name.psrc`; case of the name does not count. */
export function findRoleCapability(name: string, modulePath: readonly string[]): string {
  const wanted = `${name}.psrc`.toLowerCase();
  if (!/[\\/\0]/.test(name))
    for (const folder of modulePath)
      for (const module of foldersOf(folder))
        for (const place of [module, ...foldersOf(module).filter((one) => /[\\/]\d+(?:\.\d+){1,3}$/.test(one))]) {
          const roles = nodePath.join(place, 'RoleCapabilities');
          const exact = nodePath.join(roles, `${name}.psrc`);
          if (isFile(exact)) return exact;
          const found = filesOf(roles).find((file) => file.toLowerCase() === wanted);
          if (found !== undefined) return nodePath.join(roles, found);
        }
  throw new ConfigurationFileError(
    'CouldNotFindRoleCapability',
    `Could not find the role capability, '${name}'. The role capability must be a file named '${name}.psrc' within a 'RoleCapabilities' directory in a module in the current module path.`,
  );
}
const filesOf = (path: string): readonly string[] => {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
};
function readRole(path: string): RoleCapability {
  return readRoleCapabilityFile(readTextBytes(readFileSync(path)), path);
}
/** A file's text: by the mark at its start, else UTF-8. PowerShell writes these files as UTF-16. */
export const readTextBytes = (bytes: Uint8Array): string => decodeFile(bytes, UTF8);
