/** The scripts that run before all else. */
import path from 'node:path';
import { storePaths } from '../../io/store/index.js';

export interface Profiles {
  readonly allUsers: string;
  readonly currentUser: string;
}

/** The scripts that run first: the computer's, then the user's. */
export function profilePaths(): Profiles {
  const common =
    process.platform === 'win32'
      ? path.join(process.env['ProgramData'] ?? 'C:\\ProgramData', 'pssession')
      : '/etc/pssession';
  return {
    allUsers: path.join(common, 'profile.ps1'),
    currentUser: path.join(storePaths(process.env).configuration, 'profile.ps1'),
  };
}
