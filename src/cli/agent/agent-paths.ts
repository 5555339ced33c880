/** Where the agent listens: a socket in a folder that is the user's alone, or a pipe with the user's name on Windows. */
import { statSync } from 'node:fs';
import path from 'node:path';
import { currentUserName, storePaths } from '../../io/store/index.js';
import { PSSessionError } from '../../protocol/errors/index.js';
import { makeFolders } from '../../io/runtime/index.js';

/** @throws {PSSessionError} the folder belongs to somebody else, or others may write into it. */
export function agentAddress(): string {
  const override = process.env['PSSESSION_AGENT_SOCKET'];
  if (override !== undefined && override !== '') return override;
  if (process.platform === 'win32') return `\\\\.\\pipe\\pssession-agent-${currentUserName()}`;
  const folder = storePaths(process.env).runtime;
  makeFolders(folder, 0o700);
  const { uid, mode } = statSync(folder);
  if (uid !== process.getuid?.() || (mode & 0o077) !== 0) {
    throw new PSSessionError(`The folder '${folder}' has to belong to you alone. Run: chmod 700 '${folder}'`, {
      errorId: 'AgentFolderNotPrivate',
      category: 'SecurityError',
    });
  }
  return path.join(folder, 'agent.sock');
}
