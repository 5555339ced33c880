/** The program of a session host, built for tests that run without `npm run build`. */
import { build } from 'esbuild';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';

let built: Promise<readonly string[]> | undefined;

/** @returns its command line. The bundle goes with the test process. */
export function buildHostProgram(): Promise<readonly string[]> {
  built ??= bundleHostProgram().then(({ command }) => command);
  return built;
}

/** A bundle of its own, whose files a test may take away. */
export async function bundleHostProgram(): Promise<{ readonly folder: string; readonly command: readonly string[] }> {
  // Inside the project: what stays external is found in its node_modules.
  const folder = mkdtempSync(path.resolve('node_modules/.host-program-'));
  // Hosts that become another user load parts of it as that user.
  chmodSync(folder, 0o755);
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  await build({
    entryPoints: [path.resolve('src/server/hosting/host-main.ts')],
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  return { folder, command: [process.execPath, '--enable-source-maps', path.join(folder, 'host-main.mjs')] };
}
