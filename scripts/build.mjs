// Builds dist/: one bundle per public subpath, shared code in chunks, loaded only when a command needs it. Run by itself
// (`npm run build`) it also makes the types of the library; with `--types` these alone.
import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

async function entryPoints() {
  const entries = [];
  for (const dir of ['src', 'src/cli', 'src/server', 'src/testing', 'src/protocol', 'src/powershell', 'src/client']) {
    const full = path.join(root, dir);
    if (!existsSync(full)) continue;
    for (const entry of await readdir(full, { withFileTypes: true })) {
      if (entry.isFile() && entry.name === 'index.ts') entries.push(path.join(full, entry.name));
      if (entry.isDirectory() && existsSync(path.join(full, entry.name, 'index.ts')))
        entries.push(path.join(full, entry.name, 'index.ts'));
    }
  }
  // Programs of their own (session hosts, agents) are files called `*-main.ts`.
  for (const entry of await readdir(path.join(root, 'src'), { withFileTypes: true, recursive: true })) {
    if (entry.isFile() && entry.name.endsWith('-main.ts'))
      entries.push(path.join(entry.parentPath ?? entry.path, entry.name));
  }
  return [...new Set(entries)];
}

/**
 * Modules that are one large text (what .NET's types have) become files that are read when they are wanted: a text file
 * costs a read, where a string literal is decoded and scanned at each start.
 */
const textData = {
  name: 'text-data',
  setup(build) {
    build.onLoad({ filter: /[\\/]net[\\/]surface[\\/][\w-]+\.ts$/ }, async ({ path: file }) => {
      const source = await readFile(file, 'utf8');
      const match = /^export const (\w+) = (`(?:[^`\\]|\\.)*`);\s*$/ms.exec(source);
      const text = match === null ? '' : Function(`return ${match[2]}`)();
      // eslint-disable-next-line no-control-regex
      if (match === null || /[^\x00-\x7f]/.test(text)) return undefined;
      const name = `${path.basename(file, '.ts')}.txt`;
      return {
        loader: 'js',
        resolveDir: path.dirname(file),
        contents: `import file from 'text-data:${name}';
import { readFileSync } from 'node:fs';
export const ${match[1]} = readFileSync(new URL(file, import.meta.url), 'latin1');`,
        pluginData: { text },
      };
    });
    build.onResolve({ filter: /^text-data:/ }, ({ path: name, pluginData }) => ({
      path: name.slice('text-data:'.length),
      namespace: 'text-data',
      pluginData,
    }));
    build.onLoad({ filter: /.*/, namespace: 'text-data' }, ({ pluginData }) => ({
      contents: pluginData.text,
      loader: 'file',
    }));
  },
};

/**
 * Node's own modules in the program: each is taken once, by its names, where esbuild would copy what it has for every file
 * that imports it. Those that take time and that most starts do without are loaded when something of them is first used.
 */
const LATE = /^node:(?:child_process|dgram|dns\/promises|https?|net|readline|tls|zlib)$/;
const nodeModules = {
  name: 'node-modules',
  setup(build) {
    build.onResolve({ filter: /^node:/ }, ({ path: id, kind }) =>
      kind === 'require-call' ? { path: id, external: true } : { path: id, namespace: 'node-modules' },
    );
    build.onLoad({ filter: /.*/, namespace: 'node-modules' }, async ({ path: id }) => {
      const names = Object.keys(await import(id)).filter((name) => name !== 'default');
      const late = `let loaded;
for (const name of ${JSON.stringify(names)})
  Object.defineProperty(exports, name, { enumerable: true, get: () => (loaded ??= require(${JSON.stringify(id)}))[name] });`;
      const whole = `const whole = require(${JSON.stringify(id)});
export default whole;
${names.map((name) => `export const ${name} = /* @__PURE__ */ (() => whole.${name})();`).join('\n')}`;
      return { contents: LATE.test(id) ? late : whole };
    });
  },
};

export async function buildAll() {
  const outdir = path.join(root, 'dist');
  const { version } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'));
  for (const name of existsSync(outdir) ? await readdir(outdir) : [])
    if (name !== 'types') await rm(path.join(outdir, name), { recursive: true, force: true });
  const define = { 'process.env.PSSESSION_BUILD_VERSION': JSON.stringify(version) };
  const common = {
    outbase: path.join(root, 'src'),
    outdir,
    bundle: true,
    platform: 'node',
    target: 'node20',
    packages: 'external',
    plugins: [textData],
    define,
    // Less to read and to parse at each start. Names stay: an error's class names its id.
    minifyWhitespace: true,
    minifySyntax: true,
    sourcemap: 'linked',
    legalComments: 'none',
    logLevel: 'warning',
  };
  await build({ ...common, entryPoints: await entryPoints(), splitting: true, format: 'esm' });
  const inCommonJs = { ...define, 'import.meta.url': '__moduleUrl', 'import.meta.dirname': '__dirname' };
  const program = await buildProgram({ ...common, define: inCommonJs });
  // Node starts a CommonJS file some milliseconds sooner.
  await build({
    ...common,
    entryPoints: [path.join(root, 'src', 'cli', 'main.ts')],
    format: 'cjs',
    define: { ...inCommonJs, 'process.env.PSSESSION_BUILD_PROGRAM': JSON.stringify(program) },
  });
  await writeFile(path.join(outdir, 'cli', 'package.json'), '{ "type": "commonjs" }\n');
  await writeFile(path.join(outdir, 'pwsh'), UNIX_STARTER, { mode: 0o755 });
  await writeFile(path.join(outdir, 'pwsh.cmd'), WINDOWS_STARTER);
}

/**
 * The program in one file, for V8 keeps the code of whole scripts only. Named by what is in it: what was kept of one build
 * is not taken for another's. The name.
 */
async function buildProgram(common) {
  const { outdir } = common;
  const made = await build({
    ...common,
    entryPoints: [path.join(root, 'src', 'cli', 'program.ts')],
    plugins: [...common.plugins, nodeModules],
    outbase: undefined,
    outdir,
    format: 'cjs',
    // Node 20 forgets how a script imports where its code was kept: it takes modules by require().
    supported: { 'dynamic-import': false },
    banner: { js: '(function(exports,require,module,__filename,__dirname,__moduleUrl){' },
    footer: { js: '})' },
    sourcemap: false,
    write: false,
  });
  let name = '';
  for (const { path: file, contents } of made.outputFiles) {
    if (path.extname(file) !== '.js') {
      await writeFile(file, contents);
      continue;
    }
    name = `program-${createHash('sha256').update(contents).digest('hex').slice(0, 16)}.cjs`;
    // It is read as it stands. esbuild escapes what is in texts, not what is in regular expressions.
    if (contents.some((byte) => byte > 0x7f)) throw new Error(`${name} is not ASCII: write \\u escapes there.`);
    if (/(?<![\w.#$])import\(["'`]/.test(Buffer.from(contents).toString('latin1')))
      throw new Error(`${name} has an import(), which fails where its code was kept.`);
    await writeFile(path.join(outdir, name), contents);
  }
  return name;
}

// Scripts start PowerShell as `$PSHOME/pwsh`: there it is this program.
const UNIX_STARTER = `#!/bin/sh
exec node "$(dirname "$(readlink -f "$0" 2>/dev/null || echo "$0")")/cli/main.js" "$@"
`;
const WINDOWS_STARTER = '@node "%~dp0cli\\main.js" %*\r\n';

/** The declarations of the public subpaths, and of what they name. */
async function buildTypes() {
  const outdir = path.join(root, 'dist', 'types');
  await rm(outdir, { recursive: true, force: true });
  const tsc = path.join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const made = spawnSync(process.execPath, [tsc, '-p', 'tsconfig.types.json'], { stdio: 'inherit', cwd: root });
  if (made.status !== 0) throw new Error('the types of the library could not be made');
  const { exports } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'));
  const wanted = new Set();
  const visit = async (file) => {
    if (wanted.has(file) || !existsSync(file)) return; // an example in a comment may name what is not there
    wanted.add(file);
    const text = await readFile(file, 'utf8');
    for (const [, named] of text.matchAll(/(?:from |import\()'(\.[^']+)\.js'/g))
      await visit(path.resolve(path.dirname(file), `${named}.d.ts`));
    // What is loaded for its effects only has no types.
    await writeFile(file, text.replaceAll(/^import '[^']+';\n/gm, ''));
  };
  for (const { types } of Object.values(exports)) await visit(path.join(root, types));
  for (const entry of await readdir(outdir, { withFileTypes: true, recursive: true })) {
    const file = path.join(entry.parentPath ?? entry.path, entry.name);
    if (entry.isFile() && !wanted.has(file)) await rm(file);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (!process.argv.includes('--types')) await buildAll();
  await buildTypes();
}
