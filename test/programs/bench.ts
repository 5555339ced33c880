/**
 * `npm run bench [section …]`: our figures beside the real engine's, measured in one run. Ratios are the figure; absolute
 * times drift with the machine. Without the .NET SDK only our own figures are printed. Ends with `N passed, N failed`:
 * rows that keep what was promised for them. It is a measurement, not a test, and CI does not judge by it.
 */
import { authSection } from './bench/auth.js';
import { clixmlSection } from './bench/clixml.js';
import { memorySection, receiveForMemory } from './bench/memory.js';
import { remotingSection } from './bench/remoting.js';
import { startSection } from './bench/start.js';
import { shellSection } from './bench/shell.js';
import { engineSection } from './bench/engine.js';
import { runStopWorker, stopSection } from './bench/stop.js';
import { keepsGoal, TABLE_HEAD, tableLine, type BenchSection } from './bench/table.js';

const SECTIONS: readonly BenchSection[] = [
  clixmlSection,
  remotingSection,
  memorySection,
  startSection,
  engineSection,
  shellSection,
  stopSection,
  authSection,
];

const words = process.argv.slice(2);
if (runStopWorker()) {
  // a worker's own work
} else if (words[0] === '--receive') {
  await receiveForMemory(words[1] ?? '', Number(words[2]));
} else {
  const unknown = words.find((word) => !SECTIONS.some(({ name }) => name === word));
  if (unknown !== undefined) {
    console.error(`bench: no section '${unknown}'; there are ${SECTIONS.map(({ name }) => name).join(', ')}`);
    process.exit(2);
  }
  let kept = 0;
  let missed = 0;
  console.log(TABLE_HEAD);
  for (const section of SECTIONS) {
    if (words.length > 0 && !words.includes(section.name)) continue;
    const rows = await section.run();
    if (typeof rows === 'string') {
      console.log(`${section.name}: SKIPPED, ${rows}`);
      continue;
    }
    for (const row of rows) {
      console.log(tableLine(row));
      const verdict = keepsGoal(row);
      if (verdict === true) kept += 1;
      if (verdict === false) missed += 1;
    }
  }
  console.log(`${kept} passed, ${missed} failed`);
  process.exit(missed === 0 ? 0 : 1);
}
