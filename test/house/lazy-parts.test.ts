/** What a session host loads late it has to know as a part, so that it can have it before its files are replaced. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const SRC = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../src');
/** Rooms that a host has. The listener alone has what is left out: it is started anew after an upgrade. */
const ROOMS = ['server', 'powershell', 'client', 'io', 'protocol'];
const LISTENER = ['server/endpoint.ts'];

it('modules of a session host import late through lazyPart only', () => {
  const found = ROOMS.flatMap((room) =>
    readdirSync(path.join(SRC, room), { recursive: true, encoding: 'utf8' })
      .map((name) => path.join(room, name).split(path.sep).join('/'))
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && !LISTENER.includes(name))
      .flatMap((name) =>
        readFileSync(path.join(SRC, name), 'utf8')
          .split('\n')
          .filter((line) => /(?<!typeof )\bimport\('\./.test(line) && !/lazyPart\(|^\s*(?:\*|\/\/)|\/\*\*/.test(line))
          .map((line) => `${name}: ${line.trim()}`),
      ),
  );
  expect(found).toEqual([]);
});
