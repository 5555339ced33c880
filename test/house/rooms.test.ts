/** Imports between rooms go one way. The table is docs/architecture.md's; change both together. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const SRC = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../src');

/** Room folder -> the rooms it may import. `errors` and `bytes` are open to all. */
const ROOMS: Readonly<Record<string, readonly string[]>> = {
  'protocol/errors': [],
  'protocol/bytes': [],
  'protocol/crypto': [],
  'protocol/xml': [],
  'protocol/objects': [],
  'protocol/clixml': ['protocol/xml', 'protocol/objects'],
  'protocol/psrp': ['protocol/clixml', 'protocol/objects', 'protocol/crypto'],
  'protocol/wsman': ['protocol/xml'],
  'protocol/outofproc': ['protocol/xml'],
  'protocol/binding': ['protocol/psrp', 'protocol/wsman', 'protocol/outofproc', 'protocol/objects'],
  'protocol/auth': ['protocol/crypto'],
  'protocol/http': ['protocol/auth'],
  'powershell/lang': [],
  'io/runtime': [],
  'powershell/engine': ['powershell/lang', 'protocol/objects', 'protocol/clixml', 'protocol/xml', 'io/runtime'],
  'io/transport': ['protocol/http', 'protocol/auth', 'io/runtime'],
  'io/store': ['io/runtime'],
  'client/session': [
    'protocol/binding',
    'protocol/psrp',
    'protocol/wsman',
    'protocol/outofproc',
    'protocol/objects',
    'protocol/clixml',
    'protocol/auth',
    'io/transport',
    'io/runtime',
  ],
  server: [
    'protocol/binding',
    'protocol/psrp',
    'protocol/wsman',
    'protocol/outofproc',
    'protocol/objects',
    'protocol/http',
    'protocol/auth',
    'powershell/engine',
    'powershell/cmdlets',
    'io/store',
    'io/transport',
    'io/runtime',
  ],
  'powershell/cmdlets': [
    'powershell/engine',
    'protocol/objects',
    'protocol/clixml',
    'client/session',
    'io/store',
    'io/runtime',
  ],
  testing: ['server', 'client/session', 'protocol/objects', 'io/transport', 'io/runtime'],
  cli: ['*'],
  web: ['*'],
};
const OPEN = ['protocol/errors', 'protocol/bytes'];
const NO_IO = (room: string): boolean => room.startsWith('protocol/') || room === 'powershell/lang';

function roomOf(file: string): string | undefined {
  const relative = path.relative(SRC, file).split(path.sep).join('/');
  return Object.keys(ROOMS)
    .filter((room) => relative.startsWith(`${room}/`))
    .sort((a, b) => b.length - a.length)[0];
}

interface SourceFile {
  readonly path: string;
  readonly room: string;
  readonly text: string;
}
const files: SourceFile[] = [];
for (const entry of readdirSync(SRC, { recursive: true, withFileTypes: true })) {
  const full = path.join(entry.parentPath, entry.name);
  const room = roomOf(full);
  if (entry.isFile() && full.endsWith('.ts') && !full.endsWith('.test.ts') && room !== undefined) {
    files.push({ path: full, room, text: readFileSync(full, 'utf8') });
  }
}

const withoutComments = (text: string): string =>
  text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:'"`])\/\/.*$/gm, '$1');

describe('the rooms of the house', () => {
  it('import only the rooms that the table allows, through their doors', () => {
    const wrong: string[] = [];
    for (const file of files) {
      for (const match of file.text.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)) {
        const target = path.resolve(path.dirname(file.path), match[1] ?? '');
        const room = roomOf(target);
        if (room === undefined || room === file.room) continue;
        const allowed = ROOMS[file.room] ?? [];
        const name = `${path.relative(SRC, file.path)} -> ${path.relative(SRC, target)}`;
        if (!allowed.includes('*') && !allowed.includes(room) && !OPEN.includes(room))
          wrong.push(`${name}: not allowed`);
        else if (!target.endsWith(`${path.sep}index.js`)) wrong.push(`${name}: not through the door`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('do no IO, keep no clock and make no randomness in the protocol rooms and in lang', () => {
    const wrong: string[] = [];
    const forbidden =
      /\b(?:new Date\(\s*\)|Date\.now|Math\.random|setTimeout|setInterval|setImmediate|queueMicrotask|Buffer\.|new Promise|Promise\.|async )/;
    for (const file of files.filter(({ room }) => NO_IO(room))) {
      const code = withoutComments(file.text);
      const name = path.relative(SRC, file.path);
      for (const match of code.matchAll(/from '(node:[^']+)'/g)) {
        if (!(match[1] === 'node:crypto' && file.room === 'protocol/crypto')) wrong.push(`${name} imports ${match[1]}`);
      }
      const found = forbidden.exec(code);
      if (found !== null) wrong.push(`${name} uses ${found[0]}`);
    }
    expect(wrong).toEqual([]);
  });
});
