/** Where modules lie: their files in the folders of PSModulePath, by name and version. */
import { readdirSync, statSync } from 'node:fs';
import nodePath from 'node:path';
import { PSVersion } from '../../../protocol/objects/index.js';
import type { RequiredModule } from '../../lang/index.js';
import { toText, tryConvert } from '../conversion.js';
import { compare } from '../operators/comparison.js';
import { NetThrow } from '../values/exceptions.js';
import { VERSION } from '../values/types.js';
import type { Runtime } from './runtime.js';
import { readScriptFile } from './script-file.js';
import { isFolderAt } from '../file-kinds.js';

/** Which module: by name, and what its version and id have to be. */
export interface ModuleSpec {
  readonly name: string;
  readonly minimum?: string | undefined;
  /** May end with `.*`. */
  readonly maximum?: string | undefined;
  readonly required?: string | undefined;
  readonly guid?: string | undefined;
}
/** A module of `#requires` or `using module` as the commands ask for one. */
export const specOf = (wanted: RequiredModule): ModuleSpec => ({
  name: wanted.name,
  minimum: wanted.version,
  maximum: wanted.maximumVersion,
  required: wanted.requiredVersion,
  guid: wanted.guid,
});
/** Names under which this engine's own commands are grouped; importing them changes nothing. */
export const BUILT_IN =
  /^Microsoft\.PowerShell\.(?:Core|Utility|Management|Security|Host|Archive|Diagnostics)$|^PSReadLine$/i;

const versionOf = (text: string): PSVersion | undefined => {
  const made = tryConvert(/\./.test(text) ? text : `${text}.0`, VERSION);
  return made instanceof PSVersion ? made : undefined;
};
/** `1.*` as the highest version that it may mean. */
export function highestVersion(text: string): PSVersion {
  const parts = text.replace(/\*$/, '999999999').split('.');
  if (text.endsWith('*')) while (parts.length < 4) parts.push('999999999');
  const made = versionOf(parts.join('.'));
  if (made !== undefined) return made;
  throw new NetThrow(
    'System.Management.Automation.PSArgumentException',
    `The specified MaximumVersion '${text}' was incorrect. If you are using '*', MaximumVersion only supports one '*' and should always be placed at the end of MaximumVersion.`,
  );
}
/** Does a module of this version and id fit? */
export function fits(spec: ModuleSpec, version: PSVersion, guid?: string): boolean {
  const order = (text: string): number => {
    const wanted = versionOf(text);
    return wanted === undefined ? 0 : compare(version, wanted);
  };
  if (spec.guid !== undefined && guid !== undefined && spec.guid.toLowerCase() !== guid.toLowerCase()) return false;
  if (spec.required !== undefined && order(spec.required) !== 0) return false;
  if (spec.minimum !== undefined && order(spec.minimum) < 0) return false;
  if (spec.maximum !== undefined && compare(version, highestVersion(spec.maximum)) > 0) return false;
  return true;
}
/** ` with ModuleVersion '2.0'`: how errors quote what was asked for. */
export function specText(spec: ModuleSpec): string {
  const parts = [
    ...(spec.minimum === undefined ? [] : [`ModuleVersion '${spec.minimum}'`]),
    ...(spec.maximum === undefined ? [] : [`MaximumVersion '${spec.maximum}'`]),
    ...(spec.required === undefined ? [] : [`RequiredVersion '${spec.required}'`]),
    ...(spec.guid === undefined ? [] : [`Guid '${spec.guid}'`]),
  ];
  return parts.length === 0 ? '' : ` with ${parts.join(', ')}`;
}
const isAsked = (spec: ModuleSpec): boolean =>
  spec.minimum !== undefined || spec.maximum !== undefined || spec.required !== undefined || spec.guid !== undefined;

/** That no file was found for a module. */
export const notLoadedText = (name: string, version?: string): string =>
  `The specified module '${name}'${version === undefined ? '' : ` with version '${version}'`} was not loaded because no valid module file was found in any module directory.`;

export const isFile = (path: string): boolean => {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
};
const VERSION_FOLDER = /^\d+(?:\.\d+){1,3}$/;
const EXTENSIONS = ['.psd1', '.psm1', '.ps1'];
const FILE = /\.(?:psm1|psd1|ps1)$/i;
function entriesOf(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}
/** A path as the folder spells its last part, when there is none in the spelling that was asked for. */
function spelled(path: string): string {
  const wanted = nodePath.basename(path).toLowerCase();
  const folder = nodePath.dirname(path);
  const entries = entriesOf(folder);
  const same = (entry: string): boolean => entry.toLowerCase() === wanted;
  const found = entries.includes(nodePath.basename(path)) ? undefined : entries.find(same);
  return found === undefined ? path : nodePath.join(folder, found);
}
/** The files that a module folder, or a name with or without extension, may mean; the best first. */
function* filesOf(given: string, folderOnly = false, moduleName?: string): Iterable<string> {
  const path = spelled(given);
  if (FILE.test(path) && !folderOnly) {
    if (isFile(path)) yield path;
    return;
  }
  const name = moduleName ?? nodePath.basename(path);
  for (const extension of EXTENSIONS) {
    if (!folderOnly && isFile(path + extension)) yield path + extension;
    if (extension !== '.ps1' && isFile(nodePath.join(path, name + extension))) {
      yield nodePath.join(path, name + extension);
      break;
    }
  }
  const versions = entriesOf(path).filter((entry) => VERSION_FOLDER.test(entry));
  versions.sort((left, right) => compare(versionOf(right) ?? null, versionOf(left) ?? null));
  for (const version of versions)
    for (const extension of EXTENSIONS) {
      const file = nodePath.join(path, version, name + extension);
      if (!isFile(file)) continue;
      yield file;
      break;
    }
}
/** Folders of PSModulePath. */
export const moduleFolders = (rt: Runtime): string[] =>
  (rt.environment.get('PSModulePath') ?? '')
    .split(nodePath.delimiter)
    .filter((folder) => folder !== '')
    // A path as PowerShell reads it, where either slash parts folders.
    .map((folder) => (process.platform === 'win32' ? folder : folder.replaceAll('\\', '/')));
/** The version that a module's file states: that of its manifest. */
export function fileVersion(rt: Runtime, file: string): { readonly version: PSVersion; readonly guid?: string } {
  if (!/\.psd1$/i.test(file)) return { version: new PSVersion(0, 0) };
  let table;
  try {
    table = rt.modules.readManifest(readScriptFile(file), file);
  } catch {
    table = undefined;
  }
  const version = tryConvert(table?.getEntry('ModuleVersion') ?? null, VERSION);
  const guid = table?.getEntry('GUID');
  return {
    version: version instanceof PSVersion ? version : new PSVersion(0, 0),
    ...(guid === undefined || guid === null ? {} : { guid: toText(guid) }),
  };
}

/** A module's file by name or path; `relativeTo` is looked at before PSModulePath. `except`: the file that asks for it. */
export function findModuleFile(
  rt: Runtime,
  name: string,
  relativeTo?: string,
  spec: ModuleSpec = { name },
  except?: string,
): string | undefined {
  const best = (files: Iterable<string>): string | undefined => {
    for (const file of files) {
      if (file === except) continue;
      if (!isAsked(spec)) return file;
      const { version, guid } = fileVersion(rt, file);
      if (fits(spec, version, guid)) return file;
    }
    return undefined;
  };
  if (/[\\/]/.test(name) || nodePath.isAbsolute(name)) {
    const path = name.replaceAll('\\', '/');
    const here = best(filesOf(relativeTo === undefined ? rt.resolvePath(name) : nodePath.resolve(relativeTo, path)));
    if (here !== undefined || nodePath.isAbsolute(path) || /^\.{1,2}\//.test(path)) return here;
  }
  if (relativeTo !== undefined) {
    const beside = best(filesOf(nodePath.join(relativeTo, name)));
    if (beside !== undefined) return beside;
  }
  for (const folder of moduleFolders(rt)) {
    const found = best(filesOf(nodePath.resolve(folder, name)));
    if (found !== undefined) return found;
  }
  return FILE.test(name) ? best(filesOf(rt.resolvePath(name))) : undefined;
}
/** The modules of a path: a file, a module's folder, or that of one version. */
export function* modulesAt(rt: Runtime, path: string, all: boolean): Iterable<string> {
  if (!isFolderAt(path)) {
    if (FILE.test(path) && isFile(path)) yield path;
    return;
  }
  const last = nodePath.basename(path);
  // The folder of one version bears the module's name above it.
  const name = VERSION_FOLDER.test(last) ? nodePath.basename(nodePath.dirname(path)) : last;
  const folders = new Set<string>();
  for (const file of all ? allModuleFiles(path) : filesOf(path, true, name)) {
    const folder = nodePath.dirname(file);
    if (folders.has(folder) || baseOf(file).toLowerCase() !== name.toLowerCase()) continue;
    folders.add(folder);
    if (all || hasItsVersion(rt, file)) yield file;
  }
}
const baseOf = (file: string): string => nodePath.basename(file).replace(FILE, '');
/** Module files of a folder and all folders in it. */
function* allModuleFiles(folder: string): Iterable<string> {
  const entries = entriesOf(folder);
  for (const entry of entries) {
    const path = nodePath.join(folder, entry);
    if (/\.(?:psm1|psd1)$/i.test(entry) && isFile(path)) yield path;
  }
  for (const entry of entries) {
    const path = nodePath.join(folder, entry);
    if (isFolderAt(path)) yield* allModuleFiles(path);
  }
}
/** Every module file below the folders of PSModulePath. */
export function* allAvailable(rt: Runtime, names: (name: string) => boolean): Iterable<string> {
  for (const folder of moduleFolders(rt))
    for (const file of allModuleFiles(nodePath.resolve(folder))) if (names(baseOf(file))) yield file;
}
/** A manifest in the folder of a version is of that version. */
function hasItsVersion(rt: Runtime, file: string): boolean {
  const folder = nodePath.basename(nodePath.dirname(file));
  const wanted = VERSION_FOLDER.test(folder) ? versionOf(folder) : undefined;
  return wanted === undefined || compare(fileVersion(rt, file).version, wanted) === 0;
}
/** Every module that PSModulePath has, all versions. */
export function* availableModules(rt: Runtime, names: (name: string) => boolean): Iterable<string> {
  for (const folder of moduleFolders(rt)) {
    const root = nodePath.resolve(folder);
    for (const entry of entriesOf(root))
      if (names(entry))
        for (const file of filesOf(nodePath.join(root, entry), true)) if (hasItsVersion(rt, file)) yield file;
  }
}
