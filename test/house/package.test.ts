/** What a stranger gets who installs the package: every public subpath with its types, and examples that compile with them. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
interface Package {
  readonly exports: Readonly<Record<string, { readonly types: string; readonly default: string }>>;
  readonly scripts: Readonly<Record<string, string>>;
}
const { exports, scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as Package;

/** As strict as a user's compiler may be. */
const OPTIONS = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  skipLibCheck: false,
  target: 'ES2022',
  lib: ['ES2022', 'ESNext.Disposable'],
  module: 'NodeNext',
  types: ['node'],
  noEmit: true,
};

describe('the package', () => {
  let home = '';
  beforeAll(() => {
    execFileSync(process.execPath, [path.join(root, 'scripts', 'build.mjs'), '--types']);
    home = mkdtempSync(path.join(tmpdir(), 'stranger-'));
    const installed = path.join(home, 'node_modules', 'pssession');
    mkdirSync(installed, { recursive: true });
    symlinkSync(path.join(root, 'node_modules', '@types'), path.join(home, 'node_modules', '@types'));
    cpSync(path.join(root, 'package.json'), path.join(installed, 'package.json'));
    cpSync(path.join(root, 'dist', 'types'), path.join(installed, 'dist', 'types'), { recursive: true });
  }, 120_000);
  afterAll(() => {
    rmSync(home, { recursive: true });
  });

  it('is packed with everything that its subpaths name', { timeout: 120_000 }, () => {
    const listed = JSON.parse(
      execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
        cwd: root,
        encoding: 'utf8',
        shell: process.platform === 'win32',
      }),
    ) as readonly { readonly files: readonly { readonly path: string }[] }[];
    const files = new Set(listed[0]?.files.map((file) => `./${file.path}`));
    const named = Object.values(exports).flatMap((subpath) => [subpath.types, subpath.default]);
    expect(named.filter((file) => !files.has(file))).toEqual([]);
    // What is packed is built first.
    expect(scripts['prepack']).toBe('npm run build');
  });

  it('has types for the examples and for every subpath', { timeout: 120_000 }, () => {
    cpSync(path.join(root, 'examples'), path.join(home, 'examples'), { recursive: true });
    const imports = Object.keys(exports).map((subpath, index) => {
      const name = `pssession${subpath.slice(1)}`;
      // An untyped one would be `any`, and would have every name.
      return `import * as part${index} from '${name}';\n// @ts-expect-error\npart${index}.noSuchName;\n`;
    });
    writeFileSync(path.join(home, 'subpaths.ts'), imports.join(''));
    writeFileSync(path.join(home, 'package.json'), '{ "type": "module" }');
    writeFileSync(
      path.join(home, 'tsconfig.json'),
      JSON.stringify({ compilerOptions: OPTIONS, include: ['subpaths.ts', 'examples'] }),
    );
    const tsc = path.join(root, 'node_modules', 'typescript', 'bin', 'tsc');
    let told = '';
    try {
      execFileSync(process.execPath, [tsc, '-p', home], { encoding: 'utf8' });
    } catch (error) {
      told = String((error as { readonly stdout?: unknown }).stdout);
    }
    expect(told).toBe('');
  });
});
