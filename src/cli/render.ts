/**
 * What a command's records look like on standard output and standard error. One renderer per command; it prints each
 * record as it comes, so a list of many computers begins to show before the last one answered.
 */
import { PSSession, RemoteJob, type SessionErrorRecord } from '../client/session/index.js';
import { encodeClixmlDocument, toPlain } from '../protocol/clixml/index.js';
import { PSObject, type PSValue } from '../protocol/objects/index.js';
import type { FamilyRecord } from '../powershell/cmdlets/index.js';
import type { OutputFormat } from './command-line.js';
import { fitColumns, JOB_VIEW, SESSION_VIEW, tableHeader, tableRow, type ViewColumn } from './session-view.js';

export interface RenderTarget {
  out(text: string): void;
  err(text: string): void;
  readonly width: number;
  readonly color: boolean;
  /** Whether standard output is a terminal: a table there, JSON lines nowhere unless asked. */
  readonly isTerminal: boolean;
}

const RED = '\u001b[31;1m';
const YELLOW = '\u001b[33;1m';
const RESET = '\u001b[0m';

/** A value under PowerShell's property names, for every format but the table. */
export function recordOf(value: unknown): unknown {
  if (value instanceof PSSession) return value.toJSON();
  if (value instanceof RemoteJob) {
    return {
      Id: value.id,
      Name: value.name,
      InstanceId: value.instanceId,
      PSJobTypeName: value.psJobTypeName,
      State: value.state,
      HasMoreData: value.hasMoreData,
      Location: value.location,
      Command: value.command,
    };
  }
  return toPlain(value as PSValue);
}

const textOf = (value: unknown): string => {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'object') return JSON.stringify(value, jsonValue) ?? '';
  return String(value as string | number | boolean | bigint);
};

/** bigint beyond 2^53 as text: JSON numbers would lose digits. */
function jsonValue(_key: string, value: unknown): unknown {
  if (typeof value === 'bigint')
    return value >= Number.MIN_SAFE_INTEGER && value <= Number.MAX_SAFE_INTEGER ? Number(value) : value.toString();
  if (typeof value === 'number' && !Number.isFinite(value)) return String(value);
  return value;
}

/** Formats objects that have no view here; the engine's formatter, loaded when the first such object comes. */
export type ObjectFormatter = (values: readonly PSValue[], width: number) => Promise<string> | string;

export class Renderer {
  readonly #format: OutputFormat;
  readonly #target: RenderTarget;
  readonly #formatObjects: ObjectFormatter;
  /** The table that is being printed; a value of another kind begins another one. */
  #table: readonly ViewColumn[] | undefined;
  #csv: readonly string[] | undefined;
  #json = 0;
  #clixml: PSValue[] = [];
  #pending: PSValue[] = [];
  hadErrors = false;

  constructor(format: OutputFormat | undefined, target: RenderTarget, formatObjects: ObjectFormatter) {
    this.#format = format ?? 'table';
    this.#target = target;
    this.#formatObjects = formatObjects;
  }

  async record(record: FamilyRecord): Promise<void> {
    switch (record.stream) {
      case 'output':
        await this.#output(record.value);
        break;
      case 'error':
        await this.flush();
        this.error(record.value);
        break;
      case 'warning':
        this.#note(`WARNING: ${record.value.message}`, YELLOW);
        break;
      case 'verbose':
        this.#note(`VERBOSE: ${record.value.message}`, YELLOW);
        break;
      case 'debug':
        this.#note(`DEBUG: ${record.value.message}`, YELLOW);
        break;
      case 'information':
        break; // what is to be shown of it, the session's host was told

      case 'progress':
        break;
    }
  }

  /** One failure: who, what, and PowerShell's id for those who look it up. */
  error(record: SessionErrorRecord): void {
    this.hadErrors = true;
    const from = record.origin === undefined ? '' : `[${record.origin.computerName}] `;
    // What is said of a connection begins with the computer by itself.
    const origin = record.message.startsWith(from) ? '' : from;
    this.#note(`${origin}${record.message}`, RED);
    this.#target.err(`    + FullyQualifiedErrorId : ${record.fullyQualifiedErrorId}\n`);
  }

  /** Prints what waits for company: objects that are formatted together. */
  async flush(): Promise<void> {
    if (this.#pending.length === 0) return;
    const values = this.#pending;
    this.#pending = [];
    this.#target.out(await this.#formatObjects(values, this.#target.width));
  }

  /** Ends the output: closes arrays, tables and documents. */
  async end(): Promise<void> {
    await this.flush();
    this.#endTable();
    if (this.#format === 'json') this.#target.out(this.#json === 0 ? '[]\n' : '\n]\n');
    if (this.#format === 'clixml')
      this.#target.out(`${new TextDecoder().decode(encodeClixmlDocument(this.#clixml))}\n`);
  }

  async #output(value: unknown): Promise<void> {
    switch (this.#format) {
      case 'json':
        this.#target.out(
          `${this.#json === 0 ? '[\n' : ',\n'}  ${JSON.stringify(recordOf(value), jsonValue) ?? 'null'}`,
        );
        this.#json += 1;
        break;
      case 'ndjson':
        this.#target.out(`${JSON.stringify(recordOf(value), jsonValue) ?? 'null'}\n`);
        break;
      case 'csv':
        this.#csvRow(recordOf(value));
        break;
      case 'clixml':
        this.#clixml.push(
          value instanceof PSSession || value instanceof RemoteJob ? objectOf(recordOf(value)) : (value as PSValue),
        );
        break;
      case 'list':
        this.#list(recordOf(value));
        break;
      case 'text':
        this.#target.out(`${textOf(recordOf(value))}\n`);
        break;
      case 'table':
        await this.#tableRow(value);
        break;
    }
  }

  async #tableRow(value: unknown): Promise<void> {
    const view = value instanceof PSSession ? SESSION_VIEW : value instanceof RemoteJob ? JOB_VIEW : undefined;
    if (view === undefined) {
      this.#endTable();
      // Text and numbers show at once; objects wait for others of their kind, to share a table.
      if (value instanceof PSObject && (value.base === undefined || value.base instanceof PSObject)) {
        this.#pending.push(value);
        if (this.#pending.length >= 500) await this.flush();
      } else {
        await this.flush();
        this.#target.out(await this.#formatObjects([value as PSValue], this.#target.width));
      }
      return;
    }
    await this.flush();
    if (this.#table === undefined) {
      this.#table = fitColumns(view, this.#target.width);
      this.#target.out(`\n${tableHeader(this.#table)}\n`);
    }
    const record = recordOf(value) as Readonly<Record<string, unknown>>;
    this.#target.out(`${tableRow(this.#table, (property) => textOf(record[property]))}\n`);
  }

  #endTable(): void {
    if (this.#table === undefined) return;
    this.#table = undefined;
    this.#target.out('\n');
  }

  #list(value: unknown): void {
    if (typeof value !== 'object' || value === null) {
      this.#target.out(`${textOf(value)}\n`);
      return;
    }
    const entries = Object.entries(value);
    const width = Math.max(...entries.map(([name]) => name.length));
    this.#target.out(`\n${entries.map(([name, item]) => `${name.padEnd(width)} : ${textOf(item)}\n`).join('')}`);
  }

  #csvRow(value: unknown): void {
    const record =
      typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : { Value: value };
    if (this.#csv === undefined) {
      this.#csv = Object.keys(record);
      this.#target.out(`${this.#csv.map(csvCell).join(',')}\n`);
    }
    this.#target.out(`${this.#csv.map((name) => csvCell(textOf(record[name]))).join(',')}\n`);
  }

  #note(text: string, color: string): void {
    this.#target.err(this.#target.color ? `${color}${text}${RESET}\n` : `${text}\n`);
  }
}

/** [RFC 4180]: quoted where it has to be. */
function csvCell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A record as a PSCustomObject, for CLIXML. */
function objectOf(record: unknown): PSObject {
  const entries = Object.entries(record as Readonly<Record<string, unknown>>).map(([name, value]) => [
    name,
    value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
      ? value
      : textOf(value),
  ]);
  return PSObject.custom(Object.fromEntries(entries) as Record<string, PSValue>);
}
