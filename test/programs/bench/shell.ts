/**
 * The prompt with a long text in it: what a Tab and a key cost of the processor, each after one more letter was typed. Our
 * figures alone: the other shell's editor is no part of its engine.
 */
import { colorsOf } from '../../../src/cli/colors.js';
import { EditorSettings } from '../../../src/cli/editor/editor-settings.js';
import { History } from '../../../src/cli/editor/history.js';
import { LineEditor } from '../../../src/cli/editor/line-editor.js';
import { pipelineCommand } from '../../../src/protocol/objects/index.js';
import { createRunspace, type EngineRunspace } from '../../../src/powershell/engine/index.js';
import { median, type BenchRow, type BenchSection } from './table.js';

const ROUNDS = 15;
const GOAL_MS = 50;
/** Less than a frame: what a person does not notice. */
const KEY_GOAL_MS = 16;
const PIECE_MS = 8;
const lines = (
  at: number,
): string => `$value${at} = Get-ChildItem -Path ./sub -Filter '*.txt' | Where-Object { $_.Length -gt ${at} }
if ($value${at}.Count -gt 3) {
  Write-Output "found $($value${at}.Count) in $PWD"
  foreach ($item in $value${at}) { $item.Name.ToUpper(); $table['a${at}'] = @{ Name = $item.Name; Size = 1${at} } }
}
`;
const LINES = Array.from({ length: 400 }, (_, at) => lines(at)).join('');
const HALF = LINES.length / 2 + LINES.slice(LINES.length / 2).indexOf('$value');

/** Texts of 2,000 lines around what is being typed. */
const PLACES: readonly (readonly [name: string, before: string, after: string])[] = [
  ['at the end of 2,000 lines', LINES, ''],
  ['in the middle of 2,000 lines', LINES.slice(0, HALF), `\n${LINES.slice(HALF)}`],
  ['in a function of 2,000 lines', `function f {\n${LINES}`, '\n}\n'],
];
const TYPED: readonly (readonly [name: string, typed: string])[] = [
  ['a command', 'Get-Ch'],
  ['a parameter', 'Get-ChildItem -Fi'],
  ['a member', '$value7.Cou'],
  ['a variable', '$value39'],
];

function cpuMs(since?: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000;
}

async function tab(runspace: EngineRunspace, inputScript: string, cursorColumn: number): Promise<void> {
  const call = pipelineCommand('TabExpansion2', {
    parameters: [
      { name: 'inputScript', value: inputScript },
      { name: 'cursorColumn', value: cursorColumn },
    ],
  });
  const { state } = await runspace.run({
    definition: { statements: [[call]], isNested: false, history: null, redirectShellErrorOutputPipe: false },
    input: undefined,
    host: {
      name: 'bench',
      version: '7.6.0',
      defaults: new Map(),
      hasUI: false,
      call: () => Promise.reject(new Error('this host answers nothing')),
    },
    sink: {
      output: () => undefined,
      error: () => undefined,
      informational: () => undefined,
      information: () => undefined,
      progress: () => undefined,
    },
    addToHistory: false,
    signal: new AbortController().signal,
  });
  if (state !== 'Completed') throw new Error(`a Tab ended as ${state}`);
}

/** The median of rounds, each with one blank more before what is typed. */
async function typing(
  [, before, after]: (typeof PLACES)[number],
  typed: string,
  work: (text: string, cursor: number) => unknown,
): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const written = `${before}${' '.repeat(round)}${typed}`;
    const since = process.cpuUsage();
    await work(written + after, written.length);
    times.push(cpuMs(since));
  }
  return median(times);
}

const colors = colorsOf(new EditorSettings());

/** What the editor does at once for a key: the colours of so long a text come when the typing pauses. */
function keys([, before, after]: (typeof PLACES)[number]): number {
  const output = { write: () => undefined, columns: 120, rows: 40 };
  const editor = new LineEditor({ output, history: new History(undefined), colorize: colors });
  void editor.read('PS /> ', before + after);
  editor.buffer.set(before + after, before.length);
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const since = process.cpuUsage();
    editor.key({ name: 'text', text: 'x' });
    times.push(cpuMs(since));
  }
  editor.end();
  return median(times);
}
/** How long a key may have to wait for the colours. */
function longestPiece([, before, after]: (typeof PLACES)[number]): number {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    let end = 0;
    let longest = 0;
    const work = colors(`${before}${' '.repeat(round)}Get-Ch${after}`, () => performance.now() > end || undefined);
    for (let isDone = false; !isDone; ) {
      const since = process.cpuUsage();
      end = performance.now() + PIECE_MS;
      isDone = work.next().done === true;
      longest = Math.max(longest, cpuMs(since));
    }
    times.push(longest);
  }
  return median(times);
}

async function run(): Promise<readonly BenchRow[]> {
  const rows: BenchRow[] = [];
  const runspace = createRunspace({ liveObjects: true });
  const goal = { of: 'ours', value: GOAL_MS } as const;
  try {
    for (const place of PLACES) {
      const keyGoal = { of: 'ours', value: KEY_GOAL_MS } as const;
      rows.push(
        { name: `a key ${place[0]}`, unit: 'ms', ours: keys(place), better: 'less', goal: keyGoal },
        {
          name: `a piece of colouring ${place[0]}`,
          unit: 'ms',
          ours: longestPiece(place),
          better: 'less',
          goal: keyGoal,
        },
      );
      for (const [what, typed] of TYPED) {
        const ours = await typing(place, typed, (text, cursor) => tab(runspace, text, cursor));
        rows.push({ name: `Tab behind ${what} ${place[0]}`, unit: 'ms', ours, better: 'less', goal });
      }
    }
  } finally {
    await runspace.dispose();
  }
  return rows;
}

export const shellSection: BenchSection = { name: 'shell', run };
