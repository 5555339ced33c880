/** Variables by path: scopes, and drives such as `$env:` and `$function:`. */
import type { PSValue } from '../../../protocol/objects/index.js';
import type { VariablePath } from '../../lang/index.js';
import { toText } from '../conversion.js';
import { fail } from '../values/exceptions.js';
import { ScriptBlock } from '../values/script-block.js';
import type { CommandVisibility } from './command-visibility.js';
import { maySeeAlias, maySeeFunction } from './visible.js';
import { visibilityFor } from './language-mode.js';
import type { Frame } from './frame.js';
import { type Scope, scopeNamed, splitScope, type Variable } from './scope.js';

export function scopeOf(f: Frame, path: VariablePath): Scope {
  if (path.isGlobal) return f.scope.global;
  if (path.isScript) return f.scope.script;
  return f.scope;
}
/** Undefined: no such variable. */
export function readVariable(f: Frame, path: VariablePath): PSValue | undefined {
  return path.isDriveQualified ? readDrive(f, path) : findVariable(f, path)?.read();
}
/** The variable that a path without a drive means. */
export function findVariable(f: Frame, path: VariablePath): Variable | undefined {
  const lower = path.unqualifiedPath.toLowerCase();
  if (path.isGlobal || path.isScript) return scopeOf(f, path).own(lower);
  return path.isLocal || path.isPrivate ? f.scope.own(lower) : f.scope.find(lower);
}
/** Gives the variable, where it is one and not an item of a drive. */
export function writeVariable(f: Frame, path: VariablePath, value: PSValue): Variable | undefined {
  if (path.isDriveQualified) {
    writeDrive(f, path, value);
    return undefined;
  }
  const made = scopeOf(f, path).set(path.unqualifiedPath, value);
  if (path.isPrivate) made.options = { ...made.options, private: true };
  return made;
}
export function localVariable(f: Frame, name: string, value: PSValue): void {
  f.scope.force(name, value);
}

function drivePath(path: VariablePath): string {
  const drive = path.driveName ?? '';
  return path.unqualifiedPath.toLowerCase().startsWith(`${drive.toLowerCase()}:`)
    ? path.unqualifiedPath.slice(drive.length + 1)
    : path.unqualifiedPath;
}
const PROVIDERS: Readonly<Record<string, string>> = {
  env: 'Environment',
  variable: 'Variable',
  function: 'Function',
  alias: 'Alias',
};
/** A session may keep a provider from its caller. */
function checkProvider(f: Frame, path: VariablePath): CommandVisibility | undefined {
  const visible = visibilityFor(f);
  const provider = PROVIDERS[path.driveName?.toLowerCase() ?? ''];
  if (provider === undefined || visible?.providers?.has(provider.toLowerCase()) !== false) return visible;
  throw fail('ProviderNotFound', `Cannot find a provider with the name '${provider}'.`, {
    category: 'ObjectNotFound',
    target: provider,
    type: 'System.Management.Automation.ProviderNotFoundException',
  });
}
function readDrive(f: Frame, path: VariablePath): PSValue | undefined {
  const name = drivePath(path);
  const { scope, bare } = splitScope(name);
  const one = scopeNamed(f.scope, scope);
  const lower = bare.toLowerCase();
  const visible = f.rt.restriction === undefined ? undefined : checkProvider(f, path);
  switch (path.driveName?.toLowerCase()) {
    case 'env':
      return f.rt.environment.get(name) ?? null;
    case 'variable':
      return (one === undefined ? f.scope.find(lower) : one.own(lower))?.read();
    case 'function': {
      const found = one === undefined ? f.scope.findFunction(lower) : one.functions?.get(lower);
      return found === undefined || !maySeeFunction(visible, found) ? undefined : found.block;
    }
    case 'alias': {
      const found = f.scope.findAlias(name.toLowerCase());
      return found === undefined || !maySeeAlias(visible, found) ? undefined : found.definition;
    }
    default:
      // A drive that is not there holds nothing, as in "$name:text".
      return undefined;
  }
}
function writeDrive(f: Frame, path: VariablePath, value: PSValue): void {
  const name = drivePath(path);
  const { scope, bare } = splitScope(name);
  if (f.rt.restriction !== undefined) checkProvider(f, path);
  switch (path.driveName?.toLowerCase()) {
    case 'env':
      if (value === null) f.rt.environment.delete(name);
      else f.rt.environment.set(name, toText(value));
      return;
    case 'variable':
      (scopeNamed(f.scope, scope) ?? f.scope).set(bare, value);
      return;
    case 'function':
      f.rt.defineFunction(
        f.scope,
        name,
        value instanceof ScriptBlock ? value : f.rt.parseHere(f, toText(value)),
        false,
      );
      return;
    case 'alias':
      f.rt.defineAlias(f.scope, name, toText(value));
      return;
    default:
      throw fail(
        'DriveNotFound',
        `Cannot find drive. A drive with the name '${path.driveName ?? ''}' does not exist.`,
        {
          category: 'ObjectNotFound',
          target: path.driveName ?? '',
          type: 'System.Management.Automation.DriveNotFoundException',
        },
      );
  }
}
