// `npm run lint`: the linter with type information, the formatter in check mode; ends with `N passed, N failed`.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const steps = [
  ['oxlint', ['--type-aware', '--quiet', 'src', 'test', 'examples']],
  ['biome', ['format', '.']],
];
let failed = 0;
for (const [tool, args] of steps) {
  const result = spawnSync(path.join(root, 'node_modules', '.bin', tool), args, { stdio: 'inherit', cwd: root });
  if (result.status !== 0) failed += 1;
}
console.log(`${steps.length - failed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
