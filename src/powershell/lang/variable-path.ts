/** The text after a `$` to scope, drive and name, by the rules of `System.Management.Automation.VariablePath`. */
import type { VariablePath } from './ast.js';

const SCOPES: Readonly<Record<string, 'global' | 'local' | 'private' | 'script' | 'variable'>> = {
  g: 'global',
  l: 'local',
  p: 'private',
  s: 'script',
  v: 'variable',
};

/** @param path what the user wrote after `$`, never empty. */
export function parseVariablePath(path: string): VariablePath {
  const scope = SCOPES[path.charAt(0).toLowerCase()];
  let isVariable = false;
  let matched: string | undefined;
  let colon = -1;
  if (scope !== undefined && path.charCodeAt(scope.length) === 58 && matches(path, scope)) {
    isVariable = true;
    matched = scope;
    colon = scope.length;
  } else {
    colon = path.indexOf(':', scope === undefined ? 0 : 1);
  }
  const isDriveQualified = !isVariable && colon > 0;
  const isUnqualified = !isVariable && !isDriveQualified;
  return {
    userPath: path,
    unqualifiedPath: colon === -1 ? path : path.slice(colon + 1),
    isVariable: isVariable || isUnqualified,
    isUnscopedVariable: isUnqualified || matched === 'variable',
    isUnqualified,
    isGlobal: matched === 'global',
    isLocal: matched === 'local',
    isScript: matched === 'script',
    isPrivate: matched === 'private',
    isDriveQualified,
    driveName: isDriveQualified ? path.slice(0, path.indexOf(':')) : undefined,
  };
}

/** ASCII case only: `toLowerCase` would also take the Kelvin sign for a k. */
function matches(path: string, scope: string): boolean {
  for (let i = 0; i < scope.length; i++) {
    if ((path.charCodeAt(i) | 32) !== scope.charCodeAt(i) || path.charCodeAt(i) > 127) return false;
  }
  return true;
}
