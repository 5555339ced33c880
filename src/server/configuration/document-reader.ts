/**
 * Reads a JSON document against expectations and says what is wrong by file, path, what was found and what would be
 * right. Keys that nobody asked for are errors too: a misspelt limit that is silently ignored is no limit.
 */
import { PSSessionError } from '../../protocol/errors/index.js';

/** A document is not what it has to be. `file` and `path` (`configurations.Jea.quotas`) say where. */
export class ConfigurationError extends PSSessionError {
  readonly file: string;
  readonly path: string;

  constructor(file: string, path: string, message: string, cause?: unknown) {
    super(`${file}: ${path === '' ? '' : `${path}: `}${message}`, {
      errorId: 'ConfigurationInvalid',
      category: 'InvalidData',
      targetObject: file,
      cause,
    });
    this.file = file;
    this.path = path;
  }
}

/** What a value has to be, in words and as a test. `read` returns undefined for a value that is not it. */
export class Expectation<T> {
  readonly text: string;
  readonly read: (value: unknown) => T | undefined;
  /** The value found is never shown in an error. */
  readonly secret: boolean;

  constructor(text: string, read: (value: unknown) => T | undefined, secret = false) {
    this.text = text;
    this.read = read;
    this.secret = secret;
  }
}

export const text = new Expectation('a text that is not empty', (value) =>
  typeof value === 'string' && value !== '' ? value : undefined,
);
const anyText = new Expectation('a text', (value) => (typeof value === 'string' ? value : undefined));
const trueOrFalse = new Expectation('true or false', (value) => (typeof value === 'boolean' ? value : undefined));

/** A whole number in a range, both ends included; `unit` is named in the error. */
export function wholeNumber(minimum: number, maximum: number, unit = ''): Expectation<number> {
  const what = unit === '' ? 'a whole number' : `a whole number of ${unit}`;
  return new Expectation(`${what} from ${minimum} to ${maximum}`, (value) =>
    typeof value === 'number' && Number.isInteger(value) && value >= minimum && value <= maximum ? value : undefined,
  );
}

export function oneOf<const T extends string>(...words: readonly T[]): Expectation<T> {
  return new Expectation(`one of ${words.map((word) => `"${word}"`).join(', ')}`, (value) =>
    words.find((word) => word === value),
  );
}

/** Keys that any object may have and nobody reads. */
const SILENT = new Set(['$schema', '$comment']);

export class ObjectReader {
  readonly #file: string;
  readonly #path: string;
  readonly #members: ReadonlyMap<string, unknown>;
  readonly #asked = new Set<string>();

  constructor(file: string, path: string, value: unknown) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      throw new ConfigurationError(file, path, `found ${shown(value)}; expected an object, { … }.`);
    }
    this.#file = file;
    this.#path = path;
    this.#members = new Map(Object.entries(value));
  }

  get path(): string {
    return this.#path;
  }

  has(name: string): boolean {
    return this.#members.has(name);
  }

  optional<T>(name: string, expectation: Expectation<T>): T | undefined {
    this.#asked.add(name);
    if (!this.#members.has(name)) return undefined;
    const value = this.#members.get(name);
    const read = expectation.read(value);
    if (read === undefined) this.#wrong(this.#child(name), expectation.text, expectation.secret ? undefined : value);
    return read;
  }

  required<T>(name: string, expectation: Expectation<T>): T {
    const value = this.optional(name, expectation);
    if (value === undefined) {
      throw new ConfigurationError(
        this.#file,
        this.#path,
        `the key "${name}" is missing; expected ${expectation.text}.`,
      );
    }
    return value;
  }

  string(name: string): string {
    return this.required(name, anyText);
  }

  boolean(name: string): boolean | undefined {
    return this.optional(name, trueOrFalse);
  }

  list<T>(name: string, item: Expectation<T>): readonly T[] | undefined {
    this.#asked.add(name);
    const value = this.#members.get(name);
    if (value === undefined) return undefined;
    if (!Array.isArray(value)) return this.#wrong(this.#child(name), `a list of ${item.text}`, value);
    return value.map((element: unknown, index) => {
      const read = item.read(element);
      return read === undefined ? this.#wrong(`${this.#child(name)}[${index}]`, item.text, element) : read;
    });
  }

  objects(name: string): readonly ObjectReader[] | undefined {
    this.#asked.add(name);
    const value = this.#members.get(name);
    if (value === undefined) return undefined;
    if (!Array.isArray(value)) return this.#wrong(this.#child(name), 'a list of objects, [ { … } ]', value);
    return value.map(
      (element: unknown, index) => new ObjectReader(this.#file, `${this.#child(name)}[${index}]`, element),
    );
  }

  object(name: string): ObjectReader {
    const reader = this.optionalObject(name);
    if (reader === undefined) {
      throw new ConfigurationError(this.#file, this.#path, `the key "${name}" is missing; expected an object, { … }.`);
    }
    return reader;
  }

  optionalObject(name: string): ObjectReader | undefined {
    this.#asked.add(name);
    return this.#members.has(name)
      ? new ObjectReader(this.#file, this.#child(name), this.#members.get(name))
      : undefined;
  }

  /** The members of an object whose keys are names that the user chose. */
  entries(): readonly (readonly [string, ObjectReader])[] {
    const result: (readonly [string, ObjectReader])[] = [];
    for (const [name, value] of this.#members) {
      this.#asked.add(name);
      if (SILENT.has(name)) continue;
      result.push([name, new ObjectReader(this.#file, this.#child(name), value)]);
    }
    return result;
  }

  /** Names and texts, such as environment variables. */
  texts(): ReadonlyMap<string, string> {
    const result = new Map<string, string>();
    for (const [name, value] of this.#members) {
      this.#asked.add(name);
      if (SILENT.has(name)) continue;
      result.set(name, typeof value === 'string' ? value : this.#wrong(this.#child(name), 'a text', value));
    }
    return result;
  }

  /** This object as a whole is wrong. */
  fail(expected: string, found: unknown): never {
    return this.#wrong(this.#path, expected, found);
  }

  /** @throws {ConfigurationError} there is a key that nothing asked for; the nearest known one is suggested. */
  finish(): void {
    for (const name of this.#members.keys()) {
      if (this.#asked.has(name) || SILENT.has(name)) continue;
      const near = nearest(name, this.#asked);
      const known = [...this.#asked].sort().join(', ');
      throw new ConfigurationError(
        this.#file,
        this.#path,
        `the key "${name}" is unknown; ${near === undefined ? `known are ${known}` : `did you mean "${near}"? Known are ${known}`}.`,
      );
    }
  }

  #child(name: string): string {
    return this.#path === '' ? name : `${this.#path}.${name}`;
  }

  #wrong(path: string, expected: string, found: unknown): never {
    const start = found === undefined ? '' : `found ${shown(found)}; `;
    throw new ConfigurationError(this.#file, path, `${start}expected ${expected}.`);
  }
}

/**
 * @param file named in errors only.
 * @throws {ConfigurationError} the text is no JSON (with line and column), or not what `read` expects.
 */
export function parseDocument<T>(file: string, source: string, read: (root: ObjectReader) => T): T {
  let value: unknown;
  try {
    value = JSON.parse(source.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new ConfigurationError(file, '', `this is no valid JSON: ${jsonProblem(source, error)}.`, error);
  }
  const root = new ObjectReader(file, '', value);
  const result = read(root);
  root.finish();
  return result;
}

/** JSON.parse names an offset in some versions of Node, and line and column in others. */
function jsonProblem(source: string, error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const offset = /position (\d+)/.exec(message)?.[1];
  // Without the excerpt that V8 appends: the file may hold hashes.
  const reason = message.replace(/, (?:\.\.\.)?".*$/s, '').replace(/ in JSON at position.*$/s, '');
  if (offset === undefined) return reason;
  const before = source.slice(0, Number(offset)).split('\n');
  return `${reason} (line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1})`;
}

/** A value in an error text: short, and never a whole object. */
function shown(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'an object';
  const json = JSON.stringify(value);
  return json.length > 60 ? `${json.slice(0, 57)}…` : json;
}

function nearest(name: string, known: Iterable<string>): string | undefined {
  let best: string | undefined;
  let bestDistance = 3.5; // more than three changes is another word
  for (const candidate of known) {
    const distance = editDistance(name.toLowerCase(), candidate.toLowerCase());
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  return best;
}

function editDistance(left: string, right: string): number {
  let previous = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= right.length; column += 1) {
      const change = (previous[column - 1] ?? 0) + (left[row - 1] === right[column - 1] ? 0 : 1);
      current.push(Math.min(change, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[right.length] ?? 0;
}
