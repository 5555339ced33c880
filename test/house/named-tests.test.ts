/** Tests that the documents name are there: the files, and where a title is quoted, a test of that title. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const DOCS = readdirSync(path.join(ROOT, 'docs')).filter((name) => name.endsWith('.md'));
/** `file.test.ts`: "title", "title" */
const NAMED = /`([^`\s]+\.test\.ts)`((?::|,)?(?:[\s,]*"[^"]+")*)/g;
const TITLE =
  /\b(?:it|describe)\b[\s\S]{0,200}?\(\s*(?:'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`)\s*,/g;

interface Named {
  readonly document: string;
  readonly file: string;
  readonly titles: readonly string[];
}
function namedIn(document: string): readonly Named[] {
  const text = readFileSync(path.join(ROOT, 'docs', document), 'utf8');
  return [...text.matchAll(NAMED)].map(([, file = '', titles = '']) => ({
    document,
    file,
    titles: [...titles.matchAll(/"([^"]+)"/g)].map(([, title = '']) => title.replace(/\s+/g, ' ')),
  }));
}
function titlesOf(file: string): readonly string[] {
  const text = readFileSync(path.join(ROOT, file), 'utf8');
  return [...text.matchAll(TITLE)].map(([, single, double, back]) =>
    (single ?? double ?? back ?? '').replace(/\\(.)/g, '$1'),
  );
}
const named = DOCS.flatMap(namedIn);

describe('the tests that documents name', () => {
  it('are there', () => {
    expect(named.length).toBeGreaterThan(50);
    expect(named.filter(({ file }) => !existsSync(path.join(ROOT, file)))).toEqual([]);
  });
  it('have the titles that are quoted', () => {
    const missing = named.flatMap(({ document, file, titles }) => {
      const known = existsSync(path.join(ROOT, file)) ? titlesOf(file) : [];
      return titles
        .filter((title) => !known.some((one) => one.includes(title)))
        .map((title) => `${document}: ${file}: ${title}`);
    });
    expect(missing).toEqual([]);
  });
  it('are said with their titles behind each claim of security', () => {
    const security = named.filter(({ document }) => document === 'security.md');
    expect(security.filter(({ titles }) => titles.length === 0)).toEqual([]);
    const claims = readFileSync(path.join(ROOT, 'docs/security.md'), 'utf8')
      .split('\n| Claim | Test |\n')
      .slice(1)
      .flatMap((table) => table.split('\n\n')[0]?.split('\n').slice(1) ?? []);
    expect(claims.length).toBeGreaterThan(20);
    expect(claims.filter((claim) => !/"[^"]+"/.test(claim.split(' | ').slice(1).join()))).toEqual([]);
  });
});
