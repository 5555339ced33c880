/** Runs pytest and reads its JUnit report: one case per test. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { PYTHON, capture } from './endpoint-process.js';
import type { PeerCase } from './report.js';

export async function runPytest(options: {
  readonly cwd: string;
  readonly files: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly folder: string;
  readonly label: string;
  /** Test name -> why it cannot pass here. What it said is printed; one that passes all the same is told. */
  readonly notPossible: ReadonlyMap<string, string>;
  /** Of those, tests that would wait for ever: not even started. */
  readonly leftOut?: readonly string[];
  readonly extra?: readonly string[];
  readonly limitMs?: number;
}): Promise<PeerCase[]> {
  const report = path.join(options.folder, `${options.label.replace(/\W+/g, '-')}.xml`);
  const result = await capture(
    PYTHON,
    [
      '-m',
      'pytest',
      '-q',
      '-p',
      'no:cacheprovider',
      `--junitxml=${report}`,
      ...(options.leftOut === undefined || options.leftOut.length === 0
        ? []
        : ['-k', options.leftOut.map((name) => `not ${name}`).join(' and ')]),
      ...(options.extra ?? []),
      ...options.files,
    ],
    { cwd: options.cwd, env: options.env, limitMs: options.limitMs ?? 300_000 },
  );
  let xml: string;
  try {
    xml = await readFile(report, 'utf8');
  } catch {
    return [
      {
        name: options.label,
        result: 'failed',
        reason: `pytest gave no report: ${(result.stdout + result.stderr).slice(-400)}`,
      },
    ];
  }
  const cases: PeerCase[] = (options.leftOut ?? []).map((name) => ({
    name: `${options.label}: ${name}`,
    result: 'not possible here',
    reason: options.notPossible.get(name) ?? 'left out',
  }));
  const ran = new Set<string>();
  for (const match of xml.matchAll(/<testcase [^>]*?\bname="([^"]*)"[^>]*?(?:\/>|>([\s\S]*?)<\/testcase>)/g)) {
    const test = match[1] ?? '';
    const body = match[2] ?? '';
    const name = `${options.label}: ${test}`;
    const plain = test.replace(/\[.*$/, '');
    const reason = options.notPossible.get(plain);
    ran.add(plain);
    if (/<(failure|error)\b/.test(body)) {
      const message =
        /message="([^"]*)"/
          .exec(body)?.[1]
          ?.replaceAll(/&#10;|\s+/g, ' ')
          .replaceAll('&quot;', '"')
          .replaceAll('&gt;', '>')
          .replaceAll('&lt;', '<')
          .replaceAll('&amp;', '&')
          .slice(0, 200) ?? '';
      cases.push(
        reason === undefined
          ? { name, result: 'failed', reason: message }
          : { name, result: 'not possible here', reason: `${reason} (it said: ${message.slice(0, 120)})` },
      );
    } else if (/<skipped\b/.test(body)) {
      cases.push({ name, result: 'not possible here', reason: reason ?? 'the suite skips it' });
    } else
      cases.push({
        name,
        result: 'passed',
        ...(reason === undefined ? {} : { reason: `although it was noted as: ${reason}` }),
      });
  }
  for (const name of options.notPossible.keys())
    if (!ran.has(name) && options.leftOut?.includes(name) !== true)
      cases.push({
        name: `${options.label}: ${name}`,
        result: 'not possible here',
        reason: 'the suite has no such test',
      });
  return cases;
}
