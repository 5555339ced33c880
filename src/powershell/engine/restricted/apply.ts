/**
 * Makes a fresh runspace what a session configuration says. Everything that is defined meanwhile is the configuration's
 * own: it runs with the whole language and sees every command, whoever calls it later. Then the doors are shut.
 */
import nodePath from 'node:path';
import { PSScriptBlockText, type PSValue } from '../../../protocol/objects/index.js';
import { HELPER_COMMANDS } from '../commands/transfer/helper-commands.js';
import { userDrive } from '../commands/transfer/user-drive.js';
import { settle, type Steps } from '../pending.js';
import {
  namePatterns,
  pathPatterns,
  type CommandVisibility,
  type LimitedCommand,
} from '../runtime/command-visibility.js';
import { Collector, type Frame } from '../runtime/frame.js';
import { transcriptName } from '../runtime/transcripts.js';
import { fail } from '../values/exceptions.js';
import { AutomationNull } from '../values/live.js';
import { hasWildcard, wildcardRegex } from '../text/wildcard.js';
import { DEFAULT_ALIASES, DEFAULT_COMMANDS } from './default-commands.js';
import type { RoleCapability } from './configuration-file.js';
import type { SessionSetup } from './role-capabilities.js';

/** @throws {PSError} a module, script or definition of the configuration fails. The runspace is of no use then. */
export function* applySetup(f: Frame, setup: SessionSetup): Steps<void> {
  const { rt } = f;
  rt.restriction = { languageMode: setup.languageMode, configuring: true, visibility: undefined };
  if (setup.transcriptDirectory !== undefined)
    rt.transcripts.start(nodePath.resolve(setup.transcriptDirectory, transcriptName()), rt.transcriptSubject(), {
      system: true,
    });
  const frame: Frame = { ...f, trust: 'internal', out: new Collector() };
  for (const one of setup.capabilities)
    for (const [name, value] of one.environmentVariables) rt.environment.set(name, value);
  if (setup.userDrive !== undefined) mount(frame, setup.userDrive);
  for (const name of modulesOf(setup)) yield* importModule(frame, name);
  for (const one of setup.capabilities) yield* define(frame, one);
  for (const one of setup.capabilities) yield* load(frame, one);
  if (setup.startupScript !== undefined)
    yield* settle(rt.runBlock(rt.parseHere(frame, setup.startupScript), [], { frame, dotted: true }));
  if (setup.restrictsCommands) rt.restriction.visibility = visibilityOf(setup);
  rt.restriction.configuring = false;
}

function mount(f: Frame, { folder, maximumBytes }: NonNullable<SessionSetup['userDrive']>): void {
  if (folder !== undefined) f.rt.mountDrive(f, userDrive(folder, maximumBytes));
  for (const registration of HELPER_COMMANDS) f.rt.commands.register(registration);
}

/** Modules that are named, and those of commands that are named with their module. */
function modulesOf(setup: SessionSetup): ReadonlySet<string> {
  const named = setup.capabilities.flatMap(({ modulesToImport }) => modulesToImport);
  const qualified = [...(setup.visibleCmdlets ?? []), ...(setup.visibleFunctions ?? [])].flatMap((name) => {
    const at = name.indexOf('\\');
    const module = name.slice(0, Math.max(at, 0));
    return module === '' || hasWildcard(module) ? [] : [module];
  });
  return new Set([...named, ...qualified]);
}
const BUILT_IN = /^Microsoft\.PowerShell\.\w+$|^PSReadLine$/i;
function* importModule(f: Frame, name: string): Steps<void> {
  const found = yield* settle(f.rt.modules.import(f, name, { global: true }));
  if (found === undefined && !BUILT_IN.test(name))
    throw fail(
      'Modules_ModuleNotFound',
      `The specified module '${name}' was not loaded because no valid module file was found in any module directory.`,
      { category: 'ResourceUnavailable', target: name, type: 'System.IO.FileNotFoundException' },
    );
}

function* define(f: Frame, one: RoleCapability): Steps<void> {
  const { rt } = f;
  for (const { name, value } of one.variableDefinitions) {
    let made: PSValue = value;
    if (value instanceof PSScriptBlockText) {
      made = yield* settle(rt.callBlock(rt.parseHere(f, value.text), [], { frame: f }));
      if (made === AutomationNull) made = null;
    }
    rt.global.force(name, made);
  }
  for (const { name, script } of one.functionDefinitions)
    rt.defineFunction(rt.global, name, rt.parseHere(f, script), false);
  for (const { name, value } of one.aliasDefinitions) rt.defineAlias(rt.global, name, value);
}
function* load(f: Frame, one: RoleCapability): Steps<void> {
  const { rt } = f;
  const run = function* (command: string, path: string): Steps<void> {
    const block = rt.parseHere(f, `${command} -PrependPath $args[0] -ErrorAction Stop`);
    yield* settle(rt.runBlock(block, [path], { frame: f }));
  };
  for (const path of one.typesToProcess) yield* run('Update-TypeData', path);
  for (const path of one.formatsToProcess) yield* run('Update-FormatData', path);
  for (const path of one.scriptsToProcess)
    yield* settle(rt.runBlock(rt.parseFile(path, { trust: 'internal' }), [], { frame: f, dotted: true }));
}

const PROVIDERS = ['Alias', 'Environment', 'FileSystem', 'Function', 'Variable'];
function providerNames(patterns: readonly string[]): readonly string[] {
  const tests = patterns.map((pattern) => wildcardRegex(pattern.replace(/^Microsoft\.PowerShell\.Core\\/i, '')));
  return PROVIDERS.filter((name) => tests.some((test) => test.test(name))).map((name) => name.toLowerCase());
}

function visibilityOf(setup: SessionSetup): CommandVisibility {
  const defaults = setup.defaultCommands;
  // What a configuration defines is to be used, unless it says what is.
  const functions =
    setup.visibleFunctions ?? setup.capabilities.flatMap((one) => one.functionDefinitions.map(({ name }) => name));
  const aliases =
    setup.visibleAliases ?? setup.capabilities.flatMap((one) => one.aliasDefinitions.map(({ name }) => name));
  const helpers = setup.userDrive === undefined ? [] : HELPER_COMMANDS.map(({ spec }) => spec.name);
  const cmdlets = namePatterns([...(setup.visibleCmdlets ?? []), ...helpers]);
  const limited = new Map<string, LimitedCommand>();
  if (defaults)
    // One that the configuration makes visible as it is comes without the limits.
    for (const [key, command] of DEFAULT_COMMANDS) if (!cmdlets.matches(command.name, '')) limited.set(key, command);
  for (const [key, command] of setup.limited) limited.set(key, command);
  return {
    aliases: namePatterns([...aliases, ...(defaults ? DEFAULT_ALIASES : [])]),
    cmdlets,
    functions: namePatterns(functions),
    files: pathPatterns(setup.visibleExternalCommands ?? []),
    limited,
    providers: setup.visibleProviders === undefined ? undefined : new Set(providerNames(setup.visibleProviders)),
  };
}
