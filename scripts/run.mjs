// Runs one of the project's programs by name: bundles test/programs/<name>.ts with esbuild, then runs it with the
// remaining arguments. Each program ends with the line `N passed, N failed` and exits by it.
import { build } from 'esbuild';
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildAll } from './build.mjs';
import { instrument } from './instrument.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const [name, ...args] = process.argv.slice(2);
const entry = path.join(root, 'test', 'programs', `${name}.ts`);
if (name === undefined || !existsSync(entry)) {
  console.error(`run: no program called '${name ?? ''}' in test/programs`);
  process.exit(2);
}
/** The parsers, counted. */
const countingEdges = () =>
  instrument({
    filter:
      /[\\/]src[\\/](?:protocol|powershell[\\/]lang|powershell[\\/]engine[\\/](?:text|net|commands[\\/]data)|server[\\/]spool)[\\/].*\.ts$/,
    root,
    edgesModule: path.join(root, 'test', 'programs', 'fuzz', 'edges.ts'),
    factsFile: path.join(root, 'dist', 'programs', 'fuzz.edges.json'),
  });
/** The engine, giving up the thread wherever it looks at the clock, and looking at every step. */
const pausingEverywhere = () => ({
  name: 'pausing-everywhere',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]engine[\\/]pending\.ts$/ }, async ({ path: file }) => {
      let contents = await readFile(file, 'utf8');
      for (const [constant, value] of [
        ['SLICE_MS', -1],
        ['LOOK', 1],
      ]) {
        const declared = new RegExp(`^export const ${constant} = \\d+;$`, 'm');
        if (!declared.test(contents)) throw new Error(`pending.ts has no constant ${constant}`);
        contents = contents.replace(declared, `export const ${constant} = ${value};`);
      }
      return { contents, loader: 'ts' };
    });
  },
});
await buildAll(); // programs start the real `pssession` from dist/
const outfile = path.join(root, 'dist', 'programs', `${name}.js`);
const bundle = (file, plugins) =>
  build({
    entryPoints: [entry],
    outfile: file,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    sourcemap: 'linked',
    plugins,
    logLevel: 'warning',
  });
await bundle(outfile, name === 'fuzz' ? [countingEdges()] : []);
if (name === 'pauses') await bundle(outfile.replace(/\.js$/, '.paused.js'), [pausingEverywhere()]);
// The channel tells a program that runs for hours when this process is gone.
const stdio = ['inherit', 'inherit', 'inherit', 'ipc'];
const child = spawn(process.execPath, ['--enable-source-maps', outfile, ...args], { stdio, cwd: root });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(signal === null ? (code ?? 1) : 1));
