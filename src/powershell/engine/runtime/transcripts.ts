/**
 * Transcripts: what is typed and what is shown, as text in files. Those of Start-Transcript, and the one of a session
 * whose configuration asks for it. The form is PowerShell 7.6's, measured. Files belong to their owner alone (0600).
 */
import { randomBytes } from 'node:crypto';
import { closeSync, openSync, writeSync } from 'node:fs';
import { hostname, release, userInfo } from 'node:os';
import nodePath from 'node:path';
import type { PSErrorRecord, PSValue } from '../../../protocol/objects/index.js';
import { toText } from '../conversion.js';
import { formatDate, nowLocal } from '../text/date-format.js';
import { makeFolders } from '../../../io/runtime/index.js';

const STARS = '**********************';
/** Values that wait for the end of their pipeline, so that a table is one table. */
const MAX_WAITING = 10_000;
const ESCAPES = /\u001B\[[0-9;?]*[ -/]*[@-~]/g;

export interface TranscriptOptions {
  readonly append?: boolean;
  readonly minimalHeader?: boolean;
  /** The time before each command. */
  readonly invocationHeader?: boolean;
  /** Made by the configuration, not by a command: it shows commands with their parameters, and Stop-Transcript leaves it. */
  readonly system?: boolean;
}
interface OpenTranscript extends TranscriptOptions {
  readonly path: string;
  readonly descriptor: number;
}
/** Who and what the header names. */
export interface TranscriptSubject {
  readonly user: string;
  readonly configurationName: string;
}
/** Texts of values and errors, given by the formatting floor. */
export interface TranscriptTexts {
  values(values: readonly PSValue[]): string;
  error(record: PSErrorRecord): string;
}

const stamp = (): string => formatDate(nowLocal(), 'yyyyMMddHHmmss');

/** `PowerShell_transcript.HOST.XXXXXXXX.20260102030405.txt` */
export function transcriptName(): string {
  const random = randomBytes(6).toString('base64url').slice(0, 8);
  return `PowerShell_transcript.${hostname()}.${random}.${stamp()}.txt`;
}

/** `Unix 6.18.44.669`: .NET's form of the kernel's release. */
function systemVersion(): string {
  const [major = '0', minor = '0', build = '0', revision = '0'] = release().match(/\d+/g) ?? [];
  return `${process.platform === 'win32' ? 'Microsoft Windows NT' : 'Unix'} ${major}.${minor}.${build}.${revision}`;
}
function ownName(): string {
  try {
    return `${hostname()}\\${userInfo().username}`;
  } catch {
    return hostname();
  }
}

export class TranscriptLog {
  readonly #open: OpenTranscript[] = [];
  #waiting: PSValue[] = [];
  texts: TranscriptTexts = {
    values: (values) => values.map((value) => `${toText(value)}\n`).join(''),
    error: () => '',
  };
  /** Lines of `$PSVersionTable` for the header. */
  versions: () => readonly (readonly [string, string])[] = () => [];

  get any(): boolean {
    return this.#open.length > 0;
  }
  /** @throws the file cannot be opened. */
  start(path: string, subject: TranscriptSubject, options: TranscriptOptions = {}): void {
    makeFolders(nodePath.dirname(path), 0o700);
    const descriptor = openSync(path, options.system === true ? 'wx' : options.append === true ? 'a' : 'w', 0o600);
    const transcript: OpenTranscript = { ...options, path, descriptor };
    const user = subject.user === '' ? ownName() : subject.user;
    const about = [
      `Username: ${user}`,
      `RunAs User: ${ownName()}`,
      `Configuration Name: ${subject.configurationName}`,
      `Machine: ${hostname()} (${systemVersion()})`,
      `Host Application: ${process.argv.join(' ')}`,
      `Process ID: ${process.pid}`,
      ...this.versions().map(([name, value]) => `${name}: ${value}`),
    ];
    try {
      put(transcript, [
        STARS,
        'PowerShell transcript start',
        `Start time: ${stamp()}`,
        ...(options.minimalHeader === true ? [] : about),
        STARS,
      ]);
    } catch (error) {
      closeSync(descriptor);
      throw error;
    }
    this.#open.push(transcript);
  }
  /** Ends the newest that a command began. @returns its path; undefined when there is none. */
  stop(): string | undefined {
    this.settle();
    const at = this.#open.findLastIndex(({ system }) => system !== true);
    const [transcript] = at < 0 ? [] : this.#open.splice(at, 1);
    if (transcript !== undefined) this.#end(transcript);
    return transcript?.path;
  }
  close(): void {
    this.settle();
    for (const transcript of this.#open.splice(0)) this.#end(transcript);
  }
  #end(transcript: OpenTranscript): void {
    this.#write(transcript, [STARS, 'PowerShell transcript end', `End time: ${stamp()}`, STARS]);
    closeSync(transcript.descriptor);
  }

  /** A line that was typed, or a script that was sent. */
  command(text: string, prompt: string): void {
    if (!this.any) return;
    this.settle();
    for (const transcript of this.#open)
      this.#write(transcript, [
        ...(transcript.invocationHeader === true ? [STARS, `Command start time: ${stamp()}`, STARS] : []),
        `${prompt}${text}`,
      ]);
  }
  /** Commands with their parameters, as a client sent them. */
  commands(
    calls: readonly { readonly name: string; readonly parameters: readonly (readonly [string, PSValue])[] }[],
  ): void {
    if (!this.any) return;
    this.settle();
    const lines = calls.flatMap(({ name, parameters }, index) => [
      `${index === 0 ? 'PS>' : '>> '}CommandInvocation(${name}): "${name}"`,
      ...parameters.map(([key, value]) => `>> ParameterBinding(${name}): name="${key}"; value="${toText(value)}"`),
    ]);
    for (const transcript of this.#open) this.#write(transcript, lines);
  }
  /** An object of the output: shown when its pipeline is at its end, with those beside it. */
  value(value: PSValue): void {
    if (!this.any) return;
    this.#waiting.push(value);
    if (this.#waiting.length >= MAX_WAITING) this.settle();
  }
  /** Text that was shown. */
  text(text: string): void {
    if (!this.any) return;
    this.settle();
    for (const transcript of this.#open) this.#write(transcript, [text]);
  }
  error(record: PSErrorRecord): void {
    if (this.any) this.text(this.texts.error(record));
  }
  /** What waits is written. */
  settle(): void {
    if (this.#waiting.length === 0) return;
    const values = this.#waiting;
    this.#waiting = [];
    const text = this.texts.values(values).replace(/\n$/, '');
    for (const transcript of this.#open) this.#write(transcript, [text]);
  }
  #write(transcript: OpenTranscript, lines: readonly string[]): void {
    try {
      put(transcript, lines);
    } catch (error) {
      // As in PowerShell, what a full disk does not take is missing. What an endpoint has to keep is not left out silently.
      if (transcript.system === true) throw error;
    }
  }
}
const put = ({ descriptor }: OpenTranscript, lines: readonly string[]): void => {
  writeSync(descriptor, lines.map((line) => `${line.replace(ESCAPES, '')}\n`).join(''));
};
