/**
 * Computers that completion knows: those that sessions were opened on before, and the hosts of the user's ssh
 * configuration. Names only; nothing is asked of a network.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { storePaths } from '../../io/store/index.js';
import { makeFolders } from '../../io/runtime/index.js';

const MAX_COMPUTERS = 200;

function linesOf(file: string): readonly string[] {
  try {
    return readFileSync(file, 'utf8').split('\n');
  } catch {
    return [];
  }
}
const rememberedFile = (environment: NodeJS.ProcessEnv): string =>
  path.join(storePaths(environment).state, 'computers');

export function knownComputers(environment: NodeJS.ProcessEnv): readonly string[] {
  const ssh = path.join(environment['HOME'] ?? homedir(), '.ssh');
  const configured = linesOf(path.join(ssh, 'config'))
    .map((line) => /^\s*Host\s+(.+)$/i.exec(line)?.[1] ?? '')
    .flatMap((names) => names.split(/\s+/))
    .filter((name) => name !== '' && !/[*?!]/.test(name));
  const seen = linesOf(path.join(ssh, 'known_hosts'))
    .map((line) => line.split(/[\s,]/, 1)[0] ?? '')
    .filter((name) => /^[\w.-]+$/.test(name));
  return [...new Set([...linesOf(rememberedFile(environment)), ...configured, ...seen])].filter((name) => name !== '');
}

/** Newest first. A file that cannot be written is no reason to fail. */
export function rememberComputers(names: readonly string[], environment: NodeJS.ProcessEnv): void {
  const file = rememberedFile(environment);
  const before = linesOf(file).filter((name) => name !== '');
  const next = [...new Set([...names, ...before])].slice(0, MAX_COMPUTERS);
  if (names.every((name) => before.includes(name))) return;
  try {
    makeFolders(path.dirname(file), 0o700);
    writeFileSync(file, `${next.join('\n')}\n`, { mode: 0o600 });
  } catch {
    // Completion knows less the next time.
  }
}
