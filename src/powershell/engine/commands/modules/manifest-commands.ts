/** New-ModuleManifest and Test-ModuleManifest. */
import { existsSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import nodePath from 'node:path';
import { PSDictionary, PSUri, PSVersion, type PSValue } from '../../../../protocol/objects/index.js';
import { newGuid } from '../../../../io/runtime/index.js';
import type { CommandRegistration } from '../../command-api.js';
import { convertTo, toText, tryConvert } from '../../conversion.js';
import { type Pending, settle, type Steps } from '../../pending.js';
import { contentsOf } from '../../runtime/module-contents.js';
import { absoluteUri } from '../../net/identity.js';
import { compare } from '../../operators/comparison.js';
import { evaluateManifest, manifestFaults, textsOf } from '../../runtime/manifest-data.js';
import {
  BUILT_IN,
  fileVersion,
  findModuleFile,
  isFile,
  type ModuleSpec,
  notLoadedText,
} from '../../runtime/module-files.js';
import { filePart, Module, type ModuleKind, requiredSpecs } from '../../runtime/modules.js';
import type { Runtime } from '../../runtime/runtime.js';
import { nowLocal } from '../../text/date-format.js';
import { PSError } from '../../values/exceptions.js';
import { GUID, VERSION } from '../../values/types.js';
import type { EngineCommandContext } from '../engine-services.js';
import { text } from '../support/arguments.js';
import { defineCommand, flag, parameter } from '../support/command-spec.js';
import { fileOpened, targetFile } from '../support/files.js';
import { listOf } from '../support/objects.js';
import { ENTRIES, PS_DATA } from './manifest-entries.js';
import { readScriptFile } from '../../runtime/script-file.js';

const CORE = 'Microsoft.PowerShell.Core' as const;

/** A module as its files tell, without loading it. */
export function moduleOfFile(rt: Runtime, file: string): Module {
  const name = nodePath.basename(file).replace(/\.ps[dm]?1$/i, '');
  const manifest = /\.psd1$/i.test(file) ? rt.modules.readManifest(readScriptFile(file), file) : undefined;
  const module = new Module(rt.global, name, file, manifest === undefined ? 'Script' : kindOf(rt, manifest, file));
  module.manifest = manifest;
  module.manifestPath = file;
  const { version, guid } = fileVersion(rt, file);
  module.version = version;
  const id = guid === undefined ? undefined : tryConvert(guid, GUID);
  if (id !== undefined) module.guid = id;
  module.announced = contentsOf(rt, file);
  return module;
}

const COMPILED = /\.(?:dll|exe)$/i;
const rootOf = (manifest: PSDictionary): string =>
  toText(manifest.getEntry('RootModule') ?? manifest.getEntry('ModuleToProcess') ?? null);
/** What a manifest makes of its module: by its root, which is compiled code where it is no script. */
function kindOf(rt: Runtime, manifest: PSDictionary, file: string): ModuleKind {
  const root = rootOf(manifest);
  if (root === '') return 'Manifest';
  return COMPILED.test(root) || partOf(rt, root, file) === undefined ? 'Binary' : 'Script';
}
/** A module that a manifest names, beside it or in the module folders. */
const partOf = (rt: Runtime, name: string, file: string): string | undefined =>
  findModuleFile(rt, name, nodePath.dirname(file), undefined, file);
/** Whether a file lies where a manifest names it, with one of these endings. */
const isBeside = (file: string, name: string, endings: readonly string[]): boolean =>
  endings.some((ending) => isFile(besidePath(file, name + ending)));
const besidePath = (file: string, name: string): string =>
  nodePath.resolve(nodePath.dirname(file), name.replaceAll('\\', '/'));

const quote = (value: string): string => `'${value.replaceAll("'", "''")}'`;
/** A value in the text of a manifest. */
function written(value: PSValue): string {
  if (value instanceof PSDictionary)
    return `@{${[...value.entries()].map(([key, item]) => `${toText(key)} = ${quote(toText(item))}; `).join('')}}`;
  return quote(toText(value));
}
/** @param ofModules what may be tables too stands in brackets. */
function listText(values: readonly PSValue[], ofModules: boolean): string {
  if (values.length === 0) return '@()';
  const list = values.map(written);
  return ofModules ? `@(${list.join(', \n               ')})` : list.join(', ');
}
/** @throws what `Uri` says of a text that is no absolute one. */
function uriEntry(context: EngineCommandContext, value: PSValue): string {
  const given = toText(value instanceof PSUri ? value.value : value);
  const absolute = absoluteUri(given);
  if (absolute !== undefined) return quote(absolute);
  const isMade = value instanceof PSUri;
  const exceptionType = isMade ? 'System.InvalidOperationException' : 'System.UriFormatException';
  return context.fail(
    isMade
      ? 'This operation is not supported for a relative URI.'
      : 'Invalid URI: The format of the URI could not be determined.',
    { errorId: exceptionType, category: 'NotSpecified', target: null, exceptionType },
  );
}
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return '';
  }
}
function entry(comment: string, key: string, value: string | undefined, empty: string, indent = ''): string {
  const line = value === undefined ? `# ${key} = ${empty}` : `${key} = ${value}`;
  return `${indent}# ${comment}\n${indent}${line}\n\n`;
}
function manifestText(context: EngineCommandContext, name: string): string {
  const author = text(context, 'Author') ?? userName();
  const company = text(context, 'CompanyName') ?? 'Unknown';
  const defaults: Readonly<Record<string, string>> = {
    ModuleVersion: '0.0.1',
    GUID: newGuid(),
    Author: author,
    CompanyName: company,
    Copyright: `(c) ${author}. All rights reserved.`,
  };
  const stars = ['FunctionsToExport', 'CmdletsToExport', 'AliasesToExport'];
  const hasParts = ['RootModule', 'NestedModules', 'RequiredModules'].some((name) => context.isBound(name));
  const now = nowLocal();
  let out = `#\n# Module manifest for module ${quote(name)}\n#\n# Generated by: ${author}\n#\n# Generated on: ${toText(now).split(' ')[0] ?? ''}\n#\n\n@{\n\n`;
  for (const { key, parameter: from, comment, list, type } of ENTRIES) {
    if (key === 'PrivateData') {
      out += privateData(context, comment);
      continue;
    }
    const given = context.isBound(from) ? (context.arg(from) ?? null) : undefined;
    let value: string | undefined;
    if (list) {
      const bound = given === undefined || given === null ? undefined : listOf(given);
      value = bound === undefined ? undefined : listText(bound, type === 'Object[]');
      if (bound === undefined && key === 'VariablesToExport') value = `'*'`;
      // A manifest without other modules exports nothing that it does not name.
      if (bound === undefined && stars.includes(key)) value = hasParts ? `'*'` : '@()';
    } else if (key === 'HelpInfoURI' && given !== undefined && given !== null) value = uriEntry(context, given);
    else if (given !== undefined && given !== null && toText(given) !== '') value = quote(toText(given));
    else if (defaults[key] !== undefined) value = quote(defaults[key]);
    out += entry(comment, key, value, list ? '@()' : `''`);
  }
  return `${out}}\n\n`;
}
function privateData(context: EngineCommandContext, comment: string): string {
  const own = context.arg('PrivateData');
  let out = `# ${comment}\nPrivateData = @{\n\n    PSData = @{\n\n`;
  for (const { key, parameter: from, comment: about, list, isFlag, type } of PS_DATA) {
    const given = context.isBound(from) ? (context.arg(from) ?? null) : undefined;
    const value =
      given === undefined || given === null
        ? undefined
        : isFlag
          ? context.flag(from)
            ? '$true'
            : undefined
          : list
            ? listText(listOf(given), false)
            : type === 'Uri'
              ? uriEntry(context, given)
              : quote(toText(given));
    out += entry(
      about,
      key,
      value,
      isFlag ? '$false' : list && key !== 'Tags' ? '@()' : list ? '@()' : `''`,
      '        ',
    );
  }
  out += '    } # End of PSData hashtable\n\n';
  if (own instanceof PSDictionary)
    for (const [key, value] of own.entries())
      out += `\n    # ${toText(key)}\n    ${toText(key)} = ${listOf(value).map(written).join(', ')}\n`;
  return `${out}${own instanceof PSDictionary ? '\n' : ''}} # End of PrivateData hashtable\n\n`;
}

const newManifest = defineCommand(
  'New-ModuleManifest',
  { module: CORE, shouldProcess: true, output: 'System.String', synopsis: 'Creates a new module manifest.' },
  [
    parameter('Path', 'String', 'M 0'),
    ...[...ENTRIES, ...PS_DATA]
      .filter(({ key, isFlag }) => key !== 'PrivateData' && isFlag !== true)
      .map(({ key, parameter: name, list, type }) =>
        parameter(
          name,
          type ?? (list ? 'String[]' : 'String'),
          '',
          key === 'RootModule' ? { alias: 'ModuleToProcess' } : {},
        ),
      ),
    parameter('PrivateData', 'Object', '', { allow: 'Null' }),
    flag('RequireLicenseAcceptance'),
    flag('PassThru'),
  ],
  (context) => ({
    *process(): Steps<void> {
      const path = text(context, 'Path') ?? '';
      if (!/\.psd1$/i.test(path))
        context.fail(
          `The specified path '${path}' is not valid. The path must have a .psd1 extension. Specify a path with a .psd1 extension, and then try again.`,
          {
            errorId: 'Modules_InvalidModuleManifestPath',
            category: 'InvalidArgument',
            target: path,
            exceptionType: 'System.InvalidOperationException',
          },
        );
      const version = context.isBound('ModuleVersion')
        ? tryConvert(text(context, 'ModuleVersion') ?? '', VERSION)
        : null;
      if (version === undefined) convertTo(text(context, 'ModuleVersion') ?? '', VERSION);
      const file = targetFile(context, path);
      const content = manifestText(context, nodePath.basename(file).replace(/\.psd1$/i, ''));
      if (!(yield* settle(context.shouldProcess(file, 'Creating the module manifest file.')))) return;
      fileOpened(context, file, () => writeFileSync(file, content));
      if (context.flag('PassThru')) yield* settle(context.write(content));
    },
  }),
);

export function notLoaded(context: EngineCommandContext, spec: ModuleSpec): Pending<void> {
  const { name } = spec;
  const version = spec.required ?? spec.minimum ?? spec.maximum;
  return context.writeError(notLoadedText(name, version), {
    errorId: version === undefined ? 'Modules_ModuleNotFound' : 'Modules_ModuleWithVersionNotFound',
    category: 'ResourceUnavailable',
    target: name,
    exceptionType: 'System.IO.FileNotFoundException',
  });
}

const testManifest = defineCommand(
  'Test-ModuleManifest',
  {
    module: CORE,
    output: 'System.Management.Automation.PSModuleInfo',
    synopsis: 'Verifies that a module manifest file accurately describes the contents of a module.',
  },
  [parameter('Path', 'String', 'M 0 V P')],
  (context) => ({
    *process(): Steps<void> {
      const path = text(context, 'Path') ?? '';
      const file = targetFile(context, path);
      const { rt } = context.services.modules.frame;
      if (!existsSync(file)) {
        yield* settle(notLoaded(context, { name: path }));
        return;
      }
      if (!/\.psd1$/i.test(file))
        context.fail(
          `The module manifest path '${file}' is not valid. The value of the Path argument must resolve to a single file that has a '.psd1' extension. Change the value of the Path argument to point to a valid psd1 file, and then try again.`,
          {
            errorId: 'Modules_InvalidModuleManifestPath',
            category: 'InvalidArgument',
            target: path,
            exceptionType: 'System.InvalidOperationException',
          },
        );
      const complain = ({ record }: PSError): Pending<void> =>
        context.writeError(record.message, {
          errorId: record.errorId,
          category: record.category,
          target: path,
          exceptionType: record.exception.type.fullName,
        });
      const read = function* (manifest: string): Steps<PSDictionary | undefined> {
        try {
          const made = yield* evaluateManifest(rt, readScriptFile(manifest), manifest);
          for (const fault of manifestFaults(rt, made, manifest)) yield* settle(complain(fault));
          return made;
        } catch (error) {
          if (error instanceof PSError) yield* settle(complain(error));
          else if (error instanceof Error && 'code' in error) yield* settle(notLoaded(context, { name: path }));
          else throw error;
          return undefined;
        }
      };
      const table = yield* read(file);
      if (table === undefined) return;
      for (const part of [rootOf(table), ...requiredSpecs(table, 'NestedModules').map(({ name }) => name)])
        if (isBeside(file, part, ['']) && /\.psd1$/i.test(part)) yield* read(besidePath(file, part));
      for (const key of ['TypesToProcess', 'FormatsToProcess', 'ScriptsToProcess'])
        for (const part of textsOf(table, key) ?? []) filePart(file, key, part);
      const module = moduleOfFile(rt, file);
      if (tryConvert(table.getEntry('ModuleVersion') ?? '', VERSION) === undefined) module.version = null;
      for (const spec of requiredSpecs(table, 'NestedModules')) module.nested.push(nestedModule(rt, spec.name, file));
      for (const spec of requiredSpecs(table)) module.required.push(requiredModule(rt, spec.name));
      for (const { message, ...init } of wrongParts(rt, table, file))
        yield* settle(context.writeError(message, { ...init, target: path }));
      const folder = nodePath.dirname(file);
      const ofFolder = tryConvert(nodePath.basename(folder), VERSION);
      if (
        ofFolder instanceof PSVersion &&
        /\./.test(nodePath.basename(folder)) &&
        compare(ofFolder, module.version) !== 0
      )
        context.fail(
          `The ModuleVersion key in module manifest '${file}' specifies module version '${toText(module.version)}' which does not match its version folder name at '${folder}'. Change the value of the ModuleVersion key to match the version folder name.`,
          {
            errorId: 'Modules_InvalidModuleManifestVersion',
            category: 'InvalidArgument',
            target: path,
            exceptionType: 'System.InvalidOperationException',
          },
        );
      yield* settle(context.write(module.object));
    },
  }),
);
/** A nested module as its file tells; compiled code where there is none. */
function nestedModule(rt: Runtime, name: string, file: string): Module {
  const found = partOf(rt, name, file);
  if (found !== undefined) return moduleOfFile(rt, found);
  const path = besidePath(file, name);
  return COMPILED.test(name) && isFile(path)
    ? new Module(rt.global, nodePath.parse(path).name, path, 'Binary')
    : new Module(rt.global, name, '', 'Binary');
}
function requiredModule(rt: Runtime, name: string): Module {
  const found = findModuleFile(rt, name);
  const plain = nodePath.basename(name.replaceAll('\\', '/')).replace(/\.ps[dm]?1$/i, '');
  return found === undefined ? new Module(rt.global, plain, '') : moduleOfFile(rt, found);
}
const ENDINGS = ['', '.dll', '.ni.dll', '.exe', '.psm1'];
interface WrongPart {
  readonly message: string;
  readonly errorId: string;
  readonly category: 'ObjectNotFound' | 'InvalidArgument';
  readonly exceptionType: string;
}
/** What a manifest names and is not there. */
function* wrongParts(rt: Runtime, table: PSDictionary, file: string): Iterable<WrongPart> {
  const missing = (field: string, id: string, name: string): WrongPart => ({
    message: `The specified ${field} entry '${name}' in the module manifest '${file}' is invalid. Try again after updating this entry with valid values.`,
    errorId: `Modules_Invalid${id}inModuleManifest`,
    category: 'ObjectNotFound',
    exceptionType: 'System.IO.DirectoryNotFoundException',
  });
  for (const name of textsOf(table, 'RequiredAssemblies') ?? [])
    if (!isBeside(file, name, [''])) yield { ...missing('RequiredAssemblies', '', name), errorId: ASSEMBLIES };
  const root = rootOf(table);
  if (root !== '' && !isValidRoot(file, root))
    yield {
      message: `The module manifest '${root}' could not be processed because it is not a valid PowerShell module manifest file. Remove the elements that are not permitted: ${file}`,
      errorId: 'Modules_InvalidRootModuleInModuleManifest',
      category: 'InvalidArgument',
      exceptionType: 'System.ArgumentException',
    };
  for (const { name } of requiredSpecs(table, 'NestedModules'))
    if (!isBeside(file, name, ENDINGS) && partOf(rt, name, file) === undefined)
      yield missing('NestedModule', 'NestedModule', name);
  for (const { name } of requiredSpecs(table))
    if (!BUILT_IN.test(name) && findModuleFile(rt, name) === undefined)
      yield missing('RequiredModules', 'RequiredModules', name);
  for (const name of textsOf(table, 'FileList') ?? [])
    if (!isBeside(file, name, [''])) yield missing('FileList', 'FilePath', name);
  for (const { name } of requiredSpecs(table, 'ModuleList'))
    if (!BUILT_IN.test(name) && partOf(rt, name, file) === undefined) yield missing('ModuleList', 'ModuleList', name);
  const wanted = tryConvert(table.getEntry('PowerShellVersion') ?? '', VERSION);
  if ((textsOf(table, 'CompatiblePSEditions') ?? []).length > 0)
    if (wanted === undefined || compare(wanted, new PSVersion(5, 1)) < 0)
      yield {
        message: `The module manifest '${file}' is specified with the CompatiblePSEditions key which is supported only on PowerShell version '5.1' or higher. Update the value of the PowerShellVersion key to '5.1' or higher, and try again.`,
        errorId: 'Modules_InvalidPowerShellVersionInModuleManifest',
        category: 'InvalidArgument',
        exceptionType: 'System.ArgumentException',
      };
}
const ASSEMBLIES = 'Modules_InvalidRequiredAssembliesInModuleManifest';
const ROOT_ENDINGS = ['.psm1', '.cdxml', '.dll', '.exe'];
/** A module's file, other than a manifest, with or without its ending. */
function isValidRoot(file: string, root: string): boolean {
  const ending = nodePath.extname(root).toLowerCase();
  return ending === ''
    ? isBeside(file, root, ROOT_ENDINGS)
    : ROOT_ENDINGS.includes(ending) && isBeside(file, root, ['']);
}
export const manifestCommands: readonly CommandRegistration[] = [newManifest, testManifest];
