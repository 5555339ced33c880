/**
 * Progress on standard error: one line for each activity that is under way, drawn over themselves below what is printed.
 * Nothing is drawn where standard error is no terminal.
 */
import { cell, displayWidth } from './session-view.js';
import type { PSProgressRecord } from '../protocol/objects/index.js';
import { type Terminal, terminalWith } from './terminal.js';

const REDRAW_MS = 60;
const MAX_BARS = 5;
// biome-ignore lint: escape sequences are what this is about
const STYLES = /\u001b\[[\d;]*m/g;

export interface ProgressOutput {
  write(text: string): unknown;
  readonly columns: number;
}

export class ProgressBars {
  readonly #output: ProgressOutput;
  readonly #color: boolean;
  readonly #active = new Map<string, PSProgressRecord>();
  #drawn = 0;
  /** How many columns each of the lines took. */
  #widths: readonly number[] = [];
  #drawnAt = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(output: ProgressOutput, color: boolean) {
    this.#output = output;
    this.#color = color;
  }
  show(record: PSProgressRecord, source = ''): void {
    const key = `${source}:${record.activityId}`;
    if (record.type === 'Completed') this.#active.delete(key);
    else this.#active.set(key, record);
    const since = performance.now() - this.#drawnAt;
    if (since >= REDRAW_MS || this.#active.size === 0) this.#draw();
    else if (this.#timer === undefined) {
      this.#timer = setTimeout(() => this.#draw(), REDRAW_MS - since);
      this.#timer.unref();
    }
  }
  /** Takes the bars away while something else is printed; they come back with the next record. */
  hide(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#drawn === 0) return;
    // A terminal that became narrower shows a line in several rows.
    const { columns } = this.#output;
    const rows = this.#widths.reduce((sum, width) => sum + Math.max(1, Math.ceil(width / columns)), 0);
    this.#output.write(`\r${rows > 1 ? `\u001b[${rows - 1}A` : ''}\u001b[J`);
    this.#drawn = 0;
    this.#drawnAt = 0;
  }
  /** The command is over. */
  clear(): void {
    this.#active.clear();
    this.hide();
  }
  #draw(): void {
    const lines = this.#lines();
    this.hide();
    if (lines.length === 0) return;
    this.#output.write(lines.join('\r\n'));
    this.#drawn = lines.length;
    this.#widths = lines.map((line) => displayWidth(line.replaceAll(STYLES, '')));
    this.#drawnAt = performance.now();
  }
  #lines(): string[] {
    const width = Math.max(20, this.#output.columns - 1);
    const all = [...this.#active.values()];
    const depth = (record: PSProgressRecord): number => {
      const parent = all.find((other) => other.activityId === record.parentActivityId && other !== record);
      return parent === undefined ? 0 : 1;
    };
    return all
      .toSorted((a, b) => depth(a) - depth(b))
      .slice(0, MAX_BARS)
      .map((record) => barLine(record, width, depth(record), this.#color));
  }
}

/** `Copying [ 3 of 10                     ]`, the part that is done shown in reverse. PowerShell's minimal view. */
export function barLine(record: PSProgressRecord, width: number, depth: number, color: boolean): string {
  const indent = '  '.repeat(depth);
  const room = Math.max(8, Math.floor(width / 2) - indent.length);
  const activity =
    displayWidth(record.activity) > room
      ? cell(record.activity, room, 'left')
      : cell(record.activity, displayWidth(record.activity), 'left');
  const inner = Math.max(4, width - displayWidth(activity) - indent.length - 3);
  const left = record.secondsRemaining >= 0 ? `${duration(record.secondsRemaining)} ` : '';
  const operation =
    record.currentOperation === null || record.currentOperation === '' ? '' : ` ${record.currentOperation}`;
  const text = cell(`${left}${record.statusDescription}${operation}`, inner, 'left');
  const done = record.percentComplete < 0 ? 0 : Math.round((inner * Math.min(100, record.percentComplete)) / 100);
  if (!color) {
    const percent = record.percentComplete < 0 ? '' : ` ${record.percentComplete}%`;
    return cell(`${indent}${activity} [${text.trimEnd()}]${percent}`, width, 'left').trimEnd();
  }
  let cut = '';
  for (const char of text) {
    if (displayWidth(cut + char) > done) break;
    cut += char;
  }
  return `${indent}\u001b[33;1m${activity} [\u001b[7m${cut}\u001b[27m${text.slice(cut.length)}]\u001b[0m`;
}

function duration(seconds: number): string {
  const part = (value: number): string => String(Math.trunc(value)).padStart(2, '0');
  return `${part(seconds / 3600)}:${part((seconds / 60) % 60)}:${part(seconds % 60)}`;
}

/** A terminal whose output and progress bars do not run into each other. */
export function progressTerminal(terminal: Terminal): { readonly terminal: Terminal; readonly bars: ProgressBars } {
  const bars = new ProgressBars(
    {
      write: (text) => {
        if (terminal.drawsProgress) terminal.err(text);
      },
      get columns() {
        return terminal.width;
      },
    },
    terminal.color,
  );
  const guarded = terminalWith(terminal, {
    out: (text) => {
      bars.hide();
      terminal.out(text);
    },
    err: (text) => {
      bars.hide();
      terminal.err(text);
    },
    readLine: (prompt, signal) => {
      bars.hide();
      return terminal.readLine(prompt, signal);
    },
    readSecret: (prompt, signal) => {
      bars.hide();
      return terminal.readSecret(prompt, signal);
    },
  });
  return { terminal: guarded, bars };
}
