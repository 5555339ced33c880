/** The records of `shared/recordings/powershell` and of any folder of that form; its README explains the fields. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export interface GoldenError {
  readonly fqid: string;
  readonly category: string;
  readonly reason: string;
  readonly target: string;
  readonly message: string;
  readonly line: number | null;
  readonly column: number | null;
  readonly terminating: boolean;
}
export interface GoldenParseError {
  readonly errorId: string;
  readonly message: string;
  readonly line: number;
  readonly column: number;
}
/** What a script gave: of the real engine (a record), or of ours. */
export interface Observed {
  readonly output: readonly string[];
  readonly types: readonly string[];
  readonly errors: readonly GoldenError[];
  readonly warnings: readonly string[];
  readonly verbose: readonly string[];
  readonly debug: readonly string[];
  readonly information: readonly string[];
  /** Undefined: our engine has no formatter here. */
  readonly text: string | undefined;
  readonly parseErrors: readonly GoldenParseError[];
}
export interface GoldenRecord extends Observed {
  readonly id: string;
  readonly category: string;
  readonly level: string;
  readonly script: string;
  /** Forms of `output` that are as good: how the object looked after the end. */
  readonly outputLate: readonly string[] | undefined;
}
export const FIELDS = [
  'output',
  'types',
  'errors',
  'warnings',
  'verbose',
  'debug',
  'information',
  'text',
  'parseErrors',
] as const;
export type Field = (typeof FIELDS)[number];

const list = <T>(value: unknown): readonly T[] => (Array.isArray(value) ? (value as readonly T[]) : []);
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

function readRecord(raw: Readonly<Record<string, unknown>>, category: string): GoldenRecord {
  const parse = raw['parseError'];
  return {
    id: text(raw['id']),
    category: text(raw['category']) || category,
    level: text(raw['level']) || 'common',
    script: text(raw['script']),
    output: list(raw['output']),
    outputLate: Array.isArray(raw['outputLate']) ? list(raw['outputLate']) : undefined,
    types: list<string | null>(raw['types']).map((type) => (type === null || type === 'null' ? '' : type)),
    errors: list(raw['errors']),
    warnings: list(raw['warnings']),
    verbose: list(raw['verbose']),
    debug: list(raw['debug']),
    information: list(raw['information']),
    text: typeof raw['text'] === 'string' ? raw['text'] : undefined,
    parseErrors: Array.isArray(parse)
      ? list(parse)
      : parse !== null && typeof parse === 'object'
        ? [parse as GoldenParseError]
        : [],
  };
}

/** Every record of every JSON file of a folder, or of one file. @throws {Error} the place does not exist or is not JSON. */
export function readGolden(place: string): readonly GoldenRecord[] {
  const files = place.endsWith('.json')
    ? [place]
    : readdirSync(place)
        .filter((name) => name.endsWith('.json'))
        .sort()
        .map((name) => path.join(place, name));
  return files.flatMap((file) => {
    const parsed: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return list<Readonly<Record<string, unknown>>>(parsed)
      .filter((raw) => typeof raw['script'] === 'string')
      .map((raw) => readRecord(raw, path.basename(file, '.json')));
  });
}
