/** Variables by path: scopes, and drives such as `$env:` and `$function:`. */
import type { PSValue } from '../../../protocol/objects/index.js';
import type { VariablePath } from '../../lang/index.js';
import { toText } from '../conversion.js';
import { fail } from '../values/exceptions.js';
import type { ScriptBlock } from '../values/script-block.js';
import type { Frame } from './frame.js';
import type { Scope } from './scope.js';

export function scopeOf(f: Frame, path: VariablePath): Scope {
  if (path.isGlobal) return f.scope.global;
  if (path.isScript) return f.scope.script;
  return f.scope;
}
/** Undefined: no such variable. */
export function readVariable(f: Frame, path: VariablePath): PSValue | undefined {
  if (path.isDriveQualified) return readDrive(f, path);
  const lower = path.unqualifiedPath.toLowerCase();
  if (path.isGlobal || path.isScript) {
    const scope = scopeOf(f, path);
    const found = scope.own(lower) ?? (path.isScript ? undefined : undefined);
    return found?.read();
  }
  if (path.isLocal || path.isPrivate) return f.scope.own(lower)?.read();
  return f.scope.find(lower)?.read();
}
export function writeVariable(f: Frame, path: VariablePath, value: PSValue): void {
  if (path.isDriveQualified) {
    writeDrive(f, path, value);
    return;
  }
  const made = scopeOf(f, path).set(path.unqualifiedPath, value);
  if (path.isPrivate) made.options.private = true;
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
function readDrive(f: Frame, path: VariablePath): PSValue | undefined {
  const name = drivePath(path);
  switch (path.driveName?.toLowerCase()) {
    case 'env':
      return f.rt.environment.get(name) ?? null;
    case 'variable':
      return f.scope.find(name.toLowerCase())?.read();
    case 'function':
      return f.scope.findFunction(name.toLowerCase())?.block;
    case 'alias':
      return f.scope.findAlias(name.toLowerCase())?.definition;
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
function writeDrive(f: Frame, path: VariablePath, value: PSValue): void {
  const name = drivePath(path);
  switch (path.driveName?.toLowerCase()) {
    case 'env':
      if (value === null || value === '') f.rt.environment.delete(name);
      else f.rt.environment.set(name, toText(value));
      return;
    case 'variable':
      f.scope.set(name, value);
      return;
    case 'function':
      f.rt.defineFunction(f.scope, name, value as ScriptBlock, false);
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
