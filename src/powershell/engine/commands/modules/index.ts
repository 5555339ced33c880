/** Import-, New-, Get- and Remove-Module, Export-ModuleMember. */
import { driveNameOf } from '../items/drives.js';
import { ProviderError } from '../items/provider-error.js';
import { VERB_NAMES } from '../session/verbs.js';
import { PSVersion, type PSValue } from '../../../../protocol/objects/index.js';
import type { CommandRegistration } from '../../command-api.js';
import { toText, tryConvert } from '../../conversion.js';
import { compare } from '../../operators/comparison.js';
import { drive, type Pending, settle, type Steps } from '../../pending.js';
import {
  allAvailable,
  availableModules,
  BUILT_IN,
  fits,
  highestVersion,
  modulesAt,
  type ModuleSpec,
} from '../../runtime/module-files.js';
import { Module, MODULE_SPECIFICATION, moduleAsObject, moduleSpec, type ModuleTeller } from '../../runtime/modules.js';
import { hasWildcard, wildcardRegex } from '../../text/wildcard.js';
import { copyRecord, ExceptionObject, exceptionType, PSError } from '../../values/exceptions.js';
import { NetObject } from '../../values/live.js';
import { ScriptBlock } from '../../values/script-block.js';
import { VERSION } from '../../values/types.js';
import type { EngineCommandContext } from '../engine-services.js';
import { globFiles } from '../items/places.js';
import { manifestCommands, moduleOfFile, notLoaded } from './manifest-commands.js';
import { importFromSession, modulesOfSession, refuseForeign } from './session-modules.js';
import { text, texts } from '../support/arguments.js';
import { defineCommand, flag, parameter, NOT_EMPTY, NOT_NULL, oneOf, PS_SESSION } from '../support/command-spec.js';
import { listOf } from '../support/objects.js';
import '../../runtime/module-members.js';
import '../../runtime/module-specification.js';

const CORE = 'Microsoft.PowerShell.Core' as const;
const SPECIFICATIONS = `${MODULE_SPECIFICATION}[]`;

const moduleOf = (value: PSValue): Module | undefined =>
  value instanceof NetObject && value.data instanceof Module ? value.data : undefined;

/** Sets in which versions stand beside a name. */
const BY_NAME = 'Name,PSSession,CimSession,WinCompat: ';

const importModule = defineCommand(
  'Import-Module',
  {
    module: CORE,
    alias: 'ipmo',
    defaultSet: 'Name',
    output: 'System.Management.Automation.PSModuleInfo',
    synopsis: 'Adds modules to the current session.',
  },
  [
    parameter('Name', 'String[]', 'Name,PSSession,CimSession,WinCompat: M 0 V', { attributes: 'ValidateTrustedData' }),
    parameter(
      'FullyQualifiedName',
      SPECIFICATIONS,
      'FullyQualifiedName,FullyQualifiedNameAndPSSession,FullyQualifiedNameAndWinCompat: M 0 V',
      { attributes: 'ValidateTrustedData' },
    ),
    parameter('Assembly', 'System.Reflection.Assembly[]', 'Assembly: M 0 V', { attributes: 'ValidateTrustedData' }),
    parameter('ModuleInfo', 'PSModuleInfo[]', 'ModuleInfo: M 0 V', { attributes: 'ValidateTrustedData' }),
    parameter('Prefix', 'String', '', { check: NOT_NULL }),
    parameter('Function', 'String[]', '', { check: NOT_NULL }),
    parameter('Cmdlet', 'String[]', '', { check: NOT_NULL }),
    parameter('Variable', 'String[]', '', { check: NOT_NULL }),
    parameter('Alias', 'String[]', '', { check: NOT_NULL }),
    parameter('ArgumentList', 'Object[]', '', { alias: 'Args' }),
    parameter('MinimumVersion', 'Version', BY_NAME, { alias: 'Version' }),
    parameter('MaximumVersion', 'String', BY_NAME),
    parameter('RequiredVersion', 'Version', BY_NAME),
    parameter('Scope', 'String', '', { check: oneOf('Local', 'Global') }),
    flag('Force'),
    flag('PassThru'),
    flag('Global'),
    flag('AsCustomObject'),
    flag('DisableNameChecking'),
    flag('NoClobber', '', { alias: 'NoOverwrite' }),
    flag(
      'SkipEditionCheck',
      'Name,PSSession,CimSession,FullyQualifiedName,FullyQualifiedNameAndPSSession,Assembly,ModuleInfo: ',
    ),
    parameter('PSSession', 'PSSession', 'PSSession,FullyQualifiedNameAndPSSession: M', {
      check: NOT_NULL,
      shown: PS_SESSION,
    }),
    parameter('CimSession', 'Object', 'CimSession: M', { check: NOT_NULL, shown: 'CimSession' }),
    parameter('CimResourceUri', 'Uri', 'CimSession: ', { check: NOT_NULL }),
    parameter('CimNamespace', 'String', 'CimSession: ', { check: NOT_EMPTY }),
    flag('UseWindowsPowerShell', 'WinCompat,FullyQualifiedNameAndWinCompat: M', { alias: 'UseWinPS' }),
  ],
  (context) => ({
    *process(): Steps<void> {
      refuseForeign(context, 'Import-Module');
      if (context.isBound('PSSession')) {
        yield* importFromSession(context);
        return;
      }
      const { table, frame } = context.services.modules;
      const options = {
        args: listOf(context.arg('ArgumentList') ?? null),
        prefix: text(context, 'Prefix') ?? '',
        global: context.flag('Global') || /^global$/i.test(text(context, 'Scope') ?? ''),
        force: context.flag('Force'),
        functions: texts(context, 'Function') ?? (context.isBound('Cmdlet') ? [] : undefined),
        aliases: texts(context, 'Alias'),
        variables: texts(context, 'Variable'),
        place: context.services.placeOf(context),
        report: (error: PSError, dotted: boolean) => scriptFailed(context, error, dotted),
        out: { write: (value: PSValue) => context.write(value) },
        tell: moduleTeller(context),
      };
      const found: Module[] = [];
      const wanted: ModuleSpec[] = [
        ...(texts(context, 'Name') ?? []).map((name) => ({ name, ...asked(context) })),
        ...listOf(context.arg('FullyQualifiedName') ?? null).map(moduleSpec),
      ];
      for (const info of listOf(context.arg('ModuleInfo') ?? null)) {
        const module = moduleOf(info);
        if (module === undefined) continue;
        // One that Get-Module -ListAvailable told of is not loaded yet.
        if (module.announced !== undefined) {
          wanted.push({ name: BUILT_IN.test(module.name) ? module.name : module.path });
          continue;
        }
        if (table.builtIn(module.name) === module) {
          wanted.push({ name: module.name });
          continue;
        }
        if (!table.loaded.includes(module)) table.loaded.push(module);
        yield* settle(table.exportTo(frame, module, options));
        found.push(module);
      }
      for (const spec of wanted) {
        const { name } = spec;
        const { minimum, maximum } = asked(context);
        const lowest = minimum === undefined || maximum === undefined ? undefined : tryConvert(minimum, VERSION);
        if (maximum !== undefined && lowest !== undefined && compare(lowest, highestVersion(maximum)) > 0)
          context.fail(
            `Specified argument was out of the range of valid values. (Parameter 'The MinimumVersion '${toText(lowest)}' should not be greater than MaximumVersion '${toText(highestVersion(maximum))}'.')`,
            {
              errorId: 'ArgumentOutOfRange',
              category: 'InvalidArgument',
              exceptionType: 'System.Management.Automation.PSArgumentOutOfRangeException',
            },
          );
        if (BUILT_IN.test(name) && !/\.Core$/i.test(name)) {
          table.use(name);
          const own = table.builtIn(name);
          if (own !== undefined) found.push(own);
          continue;
        }
        const drive = /[\\/]/.test(name) ? driveNameOf(context, name) : undefined;
        if (drive instanceof ProviderError)
          context.fail(drive.message, {
            errorId: drive.errorId,
            category: 'ObjectNotFound',
            target: drive.target,
            exceptionType: drive.exceptionType,
          });
        let module: Module | undefined;
        try {
          module = yield* settle(table.import(frame, name, { ...options, spec }));
        } catch (error) {
          if (!(error instanceof PSError) || !error.record.errorId.startsWith('Modules_')) throw error;
          if (error.record.endsCommand) throw importEnds(context, error);
          error.record.commandId = IMPORT_MODULE;
          yield* settle(context.services.writeOwnRecord(context, error.record));
          continue;
        }
        if (module === undefined) yield* settle(notLoaded(context, spec));
        else found.push(module);
      }
      for (const module of found) {
        if (!context.flag('DisableNameChecking'))
          for (const warning of nameWarnings(module, options.functions)) yield* settle(context.writeWarning(warning));
        if (context.flag('AsCustomObject')) yield* settle(context.write(moduleAsObject(module)));
        else if (context.flag('PassThru')) yield* settle(context.write(module.object));
      }
    },
  }),
);
const isApproved = (verb: string): boolean => VERB_NAMES.some((name) => name.toLowerCase() === verb.toLowerCase());
/** Tells the steps of an import as verbose messages, with what is wrong with the name of a function. */
function moduleTeller(context: EngineCommandContext): ModuleTeller | undefined {
  if (!context.flag('Verbose')) return undefined;
  const tell = function* (said: string, command = '', module = ''): Steps<void> {
    const [, verb] = /^([^-]+)-./.exec(command) ?? [];
    if (verb !== undefined && !isApproved(verb) && !context.flag('DisableNameChecking'))
      yield* settle(
        context.writeVerbose(
          `The '${command}' command in the ${module}' module was imported, but because its name does not include an approved verb, it might be difficult to find. For a list of approved verbs, type Get-Verb.`,
        ),
      );
    yield* settle(context.writeVerbose(said));
  };
  return (...told) => drive(tell(...told));
}
/** What Import-Module says of names that are hard to find or to write. */
function nameWarnings(module: Module, wanted: readonly string[] | undefined): string[] {
  const tests = wanted?.map((pattern) => wildcardRegex(pattern));
  const names = [...module.functions.values()]
    .map(({ name }) => /^([^-]+)-(.+)$/.exec(name))
    .filter((match) => match !== null)
    .filter(([name]) => tests === undefined || tests.some((test) => test.test(name)));
  return [
    ...(names.every(([, verb = '']) => isApproved(verb))
      ? []
      : [
          `The names of some imported commands from the module '${module.name}' include unapproved verbs that might make them less discoverable. To find the commands with unapproved verbs, run the Import-Module command again with the Verbose parameter. For a list of approved verbs, type Get-Verb.`,
        ]),
    ...(names.some(([, , noun = '']) => /[#,(){}[\]&\-/\\$^;:"'<>|?@`*%+=~]/.test(noun)) ? [RESTRICTED_NAMES] : []),
  ];
}
const RESTRICTED_NAMES =
  'Some imported command names contain one or more of the following restricted characters: # , ( ) {{ }} [ ] & - / \\ $ ^ ; : " \' < > | ? @ ` * % + = ~';
const IMPORT_MODULE = 'Microsoft.PowerShell.Commands.ImportModuleCommand';
const PARENT = 'System.Management.Automation.ParentContainsErrorRecordException';
/** What a module's script throws ends the import; what it fails with otherwise is an error of its own. */
function scriptFailed(context: EngineCommandContext, error: PSError, dotted: boolean): Pending<void> {
  const { record } = error;
  if (record.thrown) throw importEnds(context, error);
  if (error.stopped || dotted) return context.services.handOnRecord(context, record);
  const copy = copyRecord(record, new ExceptionObject(exceptionType(PARENT), record.exception.message));
  copy.reason = PARENT.replace(/.*\./, '');
  return context.services.handOnRecord(context, copy);
}
/** The error as that of Import-Module, which ends by it. */
function importEnds(context: EngineCommandContext, { record }: PSError): PSError {
  const copy = copyRecord(record);
  copy.commandId = IMPORT_MODULE;
  copy.activity = copy.invocationName = 'Import-Module';
  copy.commandName = copy.command = undefined; // they are set as the error leaves the command
  copy.thrown = record.thrown;
  copy.extent = context.services.placeOf(context);
  copy.endsCommand = true;
  return new PSError(copy);
}
/** `-MinimumVersion`, `-MaximumVersion` and `-RequiredVersion`. */
function asked(context: EngineCommandContext): Partial<ModuleSpec> {
  const version = (name: string): string | undefined => {
    const value = context.arg(name);
    return value === undefined || value === null ? undefined : toText(value);
  };
  return {
    minimum: version('MinimumVersion'),
    maximum: version('MaximumVersion'),
    required: version('RequiredVersion'),
  };
}

const newModule = defineCommand(
  'New-Module',
  {
    module: CORE,
    alias: 'nmo',
    defaultSet: 'ScriptBlock',
    output: 'System.Management.Automation.PSModuleInfo',
    synopsis: 'Creates a new dynamic module that exists only in memory.',
  },
  [
    parameter('Name', 'String', 'Name: M 0 V'),
    parameter('ScriptBlock', 'ScriptBlock', 'Name: M 1; ScriptBlock: M 0', { check: NOT_NULL }),
    parameter('Function', 'String[]', '', { check: NOT_NULL }),
    parameter('Cmdlet', 'String[]', '', { check: NOT_NULL }),
    parameter('ArgumentList', 'Object[]', 'R', { alias: 'Args' }),
    flag('ReturnResult'),
    flag('AsCustomObject'),
  ],
  (context) => ({
    *end(): Steps<void> {
      const block = context.arg('ScriptBlock');
      if (!(block instanceof ScriptBlock)) return;
      const { table, frame } = context.services.modules;
      let made: Awaited<ReturnType<typeof table.fromBlock>>;
      try {
        made = yield* settle(
          table.fromBlock(frame, text(context, 'Name'), block, listOf(context.arg('ArgumentList') ?? null)),
        );
      } catch (error) {
        // What ends the block is told as it is, and the command goes on without a module.
        if (!(error instanceof PSError)) throw error;
        yield* settle(context.services.handOnRecord(context, error.record));
        return;
      }
      const { module, result } = made;
      const only = texts(context, 'Function');
      if (only !== undefined)
        for (const [key, { name }] of module.functions)
          if (!only.some((pattern) => wildcardRegex(pattern).test(name))) module.functions.delete(key);
      if (context.flag('AsCustomObject')) {
        yield* settle(context.write(moduleAsObject(module)));
        return;
      }
      yield* settle(table.exportTo(frame, module, {}));
      if (context.flag('ReturnResult')) yield* settle(context.writeAll(result));
      else yield* settle(context.write(module.object));
    },
  }),
);

const getModule = defineCommand(
  'Get-Module',
  {
    module: CORE,
    alias: 'gmo',
    defaultSet: 'Loaded',
    output: 'System.Management.Automation.PSModuleInfo',
    synopsis: 'Lists the modules imported in the current session or that can be imported from the PSModulePath.',
  },
  [
    parameter('Name', 'String[]', 'Loaded,Available,PsSession,CimSession: 0 V', { check: NOT_EMPTY }),
    parameter('FullyQualifiedName', SPECIFICATIONS, 'Loaded,Available,PsSession,CimSession: P'),
    flag('All', 'Loaded,Available: '),
    flag('ListAvailable', 'Available: M; PsSession,CimSession: '),
    parameter('PSEdition', 'String', 'Available,PsSession: ', { attributes: 'ArgumentCompleter' }),
    flag('Refresh', 'Available,PsSession,CimSession: '),
    flag('SkipEditionCheck', 'Available,PsSession,CimSession: '),
    parameter('PSSession', 'PSSession', 'PsSession: M', { check: NOT_NULL, shown: PS_SESSION }),
    parameter('CimSession', 'Object', 'CimSession: M', { check: NOT_NULL, shown: 'CimSession' }),
    parameter('CimResourceUri', 'Uri', 'CimSession: ', { check: NOT_NULL }),
    parameter('CimNamespace', 'String', 'CimSession: ', { check: NOT_EMPTY }),
  ],
  (context) => ({
    *process(): Steps<void> {
      refuseForeign(context, 'Get-Module');
      if (context.isBound('PSSession')) {
        yield* modulesOfSession(context);
        return;
      }
      const { table, frame } = context.services.modules;
      if (context.isBound('Name') && context.isBound('FullyQualifiedName'))
        context.fail(
          'The parameters Name and FullyQualifiedName cannot be used together. Please specify only one parameter.',
          {
            errorId: 'NameAndFullyQualifiedNameCannotBeSpecifiedTogether',
            category: 'InvalidOperation',
            exceptionType: 'System.InvalidOperationException',
          },
        );
      const specs = listOf(context.arg('FullyQualifiedName') ?? null)
        .map(moduleSpec)
        .map((spec) => (isPath(spec.name) ? { ...spec, name: frame.rt.resolvePath(spec.name) } : spec));
      const given = context.isBound('FullyQualifiedName')
        ? specs.map(({ name }) => name)
        : (texts(context, 'Name') ?? ['*']);
      const paths = given.filter(isPath);
      const tests = given.filter((name) => !isPath(name)).map((name) => wildcardRegex(name));
      const suits = ({ version, guid, name, path }: Module): boolean =>
        specs.length === 0 ||
        specs.some(
          (spec) =>
            (wildcardRegex(spec.name).test(name) || path.includes(spec.name)) &&
            version instanceof PSVersion &&
            fits(spec, version, toText(guid)),
        );
      if (!context.flag('ListAvailable')) {
        const [path] = paths;
        if (path !== undefined)
          context.fail(
            `Running the Get-Module cmdlet without ListAvailable parameter is not supported for module names that include a path. Name parameter has this element '${path}' which resolves to a path. Update the Name parameter to not have path elements, and then try again.`,
            {
              errorId: 'ModuleDiscoveryForLoadedModulesWorksOnlyForUnQualifiedNames',
              category: 'InvalidArgument',
              target: path,
              exceptionType: 'System.ArgumentException',
            },
          );
        const found = [...table.loaded, ...table.builtIns()].filter(
          (module) =>
            (!module.isNested || context.flag('All')) && tests.some((test) => test.test(module.name)) && suits(module),
        );
        found.sort((left, right) => (left.name.toLowerCase() < right.name.toLowerCase() ? -1 : 1));
        for (const module of found) yield* settle(context.write(module.object));
        return;
      }
      const edition = text(context, 'PSEdition')?.toLowerCase();
      const write = function* (module: Module): Steps<void> {
        const editions = listOf(module.manifest?.getEntry('CompatiblePSEditions') ?? null);
        if (edition !== undefined && !editions.some((one) => toText(one).toLowerCase() === edition)) return;
        if (!suits(module)) return;
        // The view of modules that can be imported, by folder, is that of this type name.
        const { object } = module;
        object.typeNames = ['ModuleInfoGrouping', ...object.typeNames];
        yield* settle(context.write(object));
      };
      for (const path of paths) {
        let found = false;
        for (const place of hasWildcard(path) ? globFiles(frame.rt.resolvePath(path)) : [frame.rt.resolvePath(path)])
          for (const file of modulesAt(frame.rt, place, context.flag('All'))) {
            found = true;
            yield* write(moduleOfFile(frame.rt, file));
          }
        if (!found && !hasWildcard(path))
          yield* settle(
            context.writeError(
              `The specified module '${frame.rt.resolvePath(path)}' was not found. Update the Name parameter to point to a valid path, and then try again. `,
              {
                errorId: 'Modules_ModuleNotFoundForGetModule',
                category: 'ResourceUnavailable',
                target: frame.rt.resolvePath(path),
                exceptionType: 'System.IO.FileNotFoundException',
              },
            ),
          );
      }
      if (tests.length === 0) return;
      const isWanted = (name: string): boolean => tests.some((test) => test.test(name));
      const files = context.flag('All') ? allAvailable(frame.rt, isWanted) : availableModules(frame.rt, isWanted);
      for (const file of files) yield* write(moduleOfFile(frame.rt, file));
      // Their folder is the last of PSModulePath.
      for (const module of table.ownModules()) if (isWanted(module.name)) yield* write(module);
    },
  }),
);
const isPath = (name: string): boolean => /[\\/]/.test(name);

const removeModule = defineCommand(
  'Remove-Module',
  {
    module: CORE,
    alias: 'rmo',
    defaultSet: '',
    shouldProcess: true,
    synopsis: 'Removes modules from the current session.',
  },
  [
    parameter('Name', 'String[]', 'name: M 0 V'),
    parameter('ModuleInfo', 'PSModuleInfo[]', 'ModuleInfo: M 0 V'),
    parameter('FullyQualifiedName', SPECIFICATIONS, 'FullyQualifiedName: M 0 V'),
    flag('Force'),
  ],
  (context) => {
    let removed = 0;
    let mayMiss = true;
    return {
      *process(): Steps<void> {
        const { table, frame } = context.services.modules;
        const infos = listOf(context.arg('ModuleInfo') ?? null);
        const specs = listOf(context.arg('FullyQualifiedName') ?? null).map(moduleSpec);
        const names = texts(context, 'Name') ?? [];
        if (infos.length > 0 || specs.length > 0 || names.some((name) => !hasWildcard(name))) mayMiss = false;
        const tests = names.map((name) => wildcardRegex(name));
        // What only other modules have imported is theirs: it has no name in the session.
        const mine = ({ isNested }: Module): boolean => !isNested || frame.scope.module !== undefined;
        const isNamed = ({ name, version }: Module): boolean =>
          tests.some((test) => test.test(name)) ||
          specs.some(
            (spec) =>
              name.toLowerCase() === spec.name.toLowerCase() && version instanceof PSVersion && fits(spec, version),
          );
        const chosen = [
          ...infos.flatMap((value) => moduleOf(value) ?? []),
          ...[...table.loaded, ...table.builtIns()].filter((module) => mine(module) && isNamed(module)),
        ];
        for (const module of chosen) {
          if (!(yield* settle(context.shouldProcess(`${module.name} (Path: '${module.path}')`, 'Remove-Module'))))
            continue;
          const isConstant = module.accessMode === 'Constant';
          if (isConstant || (module.accessMode === 'ReadOnly' && !context.flag('Force'))) {
            yield* settle(
              context.writeError(
                isConstant
                  ? `Unable to remove the module '${module.name}' because it is marked as 'constant.' A module cannot be removed if it is marked 'constant.'`
                  : `Unable to remove the module '${module.name}' because it is read-only. Add the Force parameter to your command to remove read-only modules.`,
                {
                  errorId: isConstant ? 'Modules_ModuleIsConstant' : 'Modules_ModuleIsReadOnly',
                  category: 'PermissionDenied',
                  target: module.name,
                  exceptionType: 'System.InvalidOperationException',
                },
              ),
            );
            continue;
          }
          const needs = table.loaded.find(({ required }) => required.includes(module));
          if (needs !== undefined && !chosen.includes(needs) && !context.flag('Force')) {
            yield* settle(
              context.writeError(
                `Unable to remove the module '${module.name}' because it is required by '${needs.name}'. Add the Force parameter to your command to remove the module.`,
                {
                  errorId: 'Modules_ModuleIsRequired',
                  category: 'PermissionDenied',
                  target: module.name,
                  exceptionType: 'System.InvalidOperationException',
                },
              ),
            );
            continue;
          }
          removed += 1;
          yield* settle(table.remove(frame, module, moduleTeller(context)));
        }
      },
      *end(): Steps<void> {
        if (removed > 0 || mayMiss || context.flag('WhatIf')) return;
        yield* settle(
          context.writeError(
            'No modules were removed. Verify that the specification of modules to remove is correct and those modules exist in the runspace.',
            {
              errorId: 'Modules_NoModulesRemoved',
              category: 'ResourceUnavailable',
              exceptionType: 'System.InvalidOperationException',
            },
          ),
        );
      },
    };
  },
);

const exportModuleMember = defineCommand(
  'Export-ModuleMember',
  { module: CORE, synopsis: 'Specifies the module members that are exported.' },
  [
    parameter('Function', 'String[]', '0 V P', { allow: 'EmptyCollection' }),
    parameter('Cmdlet', 'String[]', 'P', { allow: 'EmptyCollection' }),
    parameter('Variable', 'String[]', 'P', { check: NOT_NULL }),
    parameter('Alias', 'String[]', 'P', { check: NOT_NULL }),
  ],
  (context) => ({
    process() {
      const module = context.services.modules.frame.scope.module;
      if (!(module instanceof Module))
        context.fail('The Export-ModuleMember cmdlet can only be called from inside a module.', {
          errorId: 'Modules_CanOnlyExecuteExportModuleMemberInsideAModule',
          category: 'PermissionDenied',
          exceptionType: 'System.InvalidOperationException',
        });
      else {
        module.exported ??= { functions: [], aliases: [], variables: [] };
        module.exported.functions.push(...(texts(context, 'Function') ?? []));
        module.exported.aliases.push(...(texts(context, 'Alias') ?? []));
        module.exported.variables.push(...(texts(context, 'Variable') ?? []));
      }
    },
  }),
);
export const MODULE_COMMANDS: readonly CommandRegistration[] = [
  importModule,
  newModule,
  getModule,
  removeModule,
  exportModuleMember,
  ...manifestCommands,
];
