/** What the benchmark prints: medians side by side, and their ratio against what was promised for it. */

/** One measured figure. A ratio is always given so that larger is better for us. */
export interface BenchRow {
  readonly name: string;
  readonly unit: string;
  readonly ours: number;
  /** Undefined where there is no peer to compare with. */
  readonly theirs?: number;
  /** Whether a larger figure is the better one (a rate) or a smaller one (a time). */
  readonly better: 'more' | 'less';
  /** What was promised: a ratio ours/theirs, or a limit of ours in the row's unit. */
  readonly goal?: { readonly of: 'ratio' | 'ours'; readonly value: number };
}

export interface BenchSection {
  readonly name: string;
  /** Rows, or the reason why there are none here. */
  run(): Promise<readonly BenchRow[] | string>;
}

export const ratioOf = (row: BenchRow): number | undefined =>
  row.theirs === undefined || row.theirs === 0 ? undefined : row.ours / row.theirs;

/** Whether the row keeps its promise; undefined when nothing was promised. */
export function keepsGoal(row: BenchRow): boolean | undefined {
  if (row.goal === undefined) return undefined;
  const value = row.goal.of === 'ours' ? row.ours : ratioOf(row);
  if (value === undefined) return undefined;
  return row.better === 'more' ? value >= row.goal.value : value <= row.goal.value;
}

const figure = (value: number): string =>
  value >= 1000 ? Math.round(value).toLocaleString('en') : value >= 100 ? value.toFixed(0) : value.toPrecision(3);

export const TABLE_HEAD = `${'measure'.padEnd(52)}${'ours'.padStart(12)}${'real engine'.padStart(13)}${'ratio'.padStart(8)}  goal`;

export function tableLine(row: BenchRow): string {
  const ratio = ratioOf(row);
  const sign = row.better === 'more' ? '>=' : '<=';
  const goal =
    row.goal === undefined
      ? ''
      : `${row.goal.of === 'ratio' ? `ratio ${sign} ${row.goal.value}` : `${sign} ${row.goal.value} ${row.unit}`}: ${keepsGoal(row) === true ? 'kept' : keepsGoal(row) === false ? 'MISSED' : 'no peer'}`;
  return `${`${row.name} (${row.unit})`.padEnd(52)}${figure(row.ours).padStart(12)}${(row.theirs === undefined ? '-' : figure(row.theirs)).padStart(13)}${(ratio === undefined ? '-' : ratio.toFixed(2)).padStart(8)}  ${goal}`;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const high = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? high : ((sorted[middle - 1] ?? high) + high) / 2;
}
