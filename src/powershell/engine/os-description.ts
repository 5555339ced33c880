/** What the system calls itself, as .NET asks it: the distribution's name on Linux, else kernel and release. */
import { readFileSync } from 'node:fs';
import { release, type, version } from 'node:os';

let description: string | undefined;

export function osDescription(): string {
  description ??= distribution() ?? (process.platform === 'win32' ? `Microsoft Windows ${release()}` : kernel());
  return description;
}

const kernel = (): string => `${type()} ${release()} ${version()}`;

/** PRETTY_NAME of os-release(5). */
function distribution(): string | undefined {
  if (process.platform !== 'linux') return undefined;
  for (const file of ['/etc/os-release', '/usr/lib/os-release']) {
    try {
      const name = /^PRETTY_NAME=(?:"((?:[^"\\]|\\.)*)"|'([^']*)'|(\S*))\s*$/m.exec(readFileSync(file, 'utf8'));
      const text = name?.[1]?.replaceAll(/\\(.)/g, '$1') ?? name?.[2] ?? name?.[3] ?? '';
      if (text !== '') return text;
    } catch {
      // the other one, or none
    }
  }
  return undefined;
}
