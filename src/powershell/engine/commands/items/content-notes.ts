/** What PowerShell notes on everything that Get-Content gives: where it was read, and how many pieces had been read then. */
import nodePath from 'node:path';
import { PropertyBag, PSByte, PSObject, type PSValue } from '../../../../protocol/objects/index.js';
import { wrapperOf } from '../../runtime/members.js';
import { STRING } from '../../values/types.js';
import type { EngineCommandContext } from '../engine-services.js';
import { driveInfo, fileDrive, type Place, providerOf, shownPath } from './places.js';

function notesOf(context: EngineCommandContext, place: Place): Record<string, PSValue> {
  const path = shownPath(place);
  if (place.kind === 'flat') {
    const { provider } = place;
    return {
      PSPath: path,
      PSDrive: driveInfo(context, provider.drive, provider.name, '', provider.description, ''),
      PSProvider: providerOf(context, provider.name),
    };
  }
  return {
    PSPath: path,
    PSParentPath: nodePath.dirname(path),
    PSChildName: nodePath.basename(path),
    PSDrive: fileDrive(context, place.path, place.drive),
    PSProvider: providerOf(context, 'FileSystem'),
  };
}

/** The notes of one place. They are the same for each of its lines, but for the count. */
export class ContentNotes {
  readonly #names: readonly string[];
  readonly #values: readonly PSValue[];
  readonly #template: PropertyBag;
  constructor(context: EngineCommandContext, place: Place) {
    const notes = notesOf(context, place);
    this.#names = [...Object.keys(notes), 'ReadCount'];
    this.#values = Object.values(notes);
    this.#template = this.bag(0);
  }
  /** `count`: how many pieces were read so far. */
  on(value: PSValue, count: number): PSValue {
    if (typeof value === 'string') return new NotedLine(value, this, count);
    // Single bytes go without: a file has millions of them, and each would be an object of its own.
    if (value === null || value instanceof PSByte) return value;
    const noted = wrapperOf(value);
    noted.extended = this.bag(count);
    // An array is found again with what is noted on it.
    return Array.isArray(value) || value instanceof Uint8Array ? value : noted;
  }
  has(name: string): boolean {
    return this.#template.has(name);
  }
  bag(count: number): PropertyBag {
    return PropertyBag.withShape(this.#names, [...this.#values, BigInt(count)]);
  }
}

/** A line of a file. Of a hundred thousand lines few are ever asked for their notes, so these are made then. */
class NotedLine extends PSObject {
  #notes: ContentNotes | undefined;
  #bag: PropertyBag | undefined;
  readonly #count: number;
  constructor(line: string, notes: ContentNotes, count: number) {
    super();
    this.typeNames = STRING.typeNames;
    this.base = line;
    this.#notes = notes;
    this.#count = count;
  }
  override added(name: string): PSValue | undefined {
    // Most of what a line is asked for is the text's own.
    return this.#notes?.has(name) === false ? undefined : super.added(name);
  }
  static bagOf(line: NotedLine): PropertyBag | undefined {
    // While the constructor of the class above runs there is nothing yet.
    if (!(#notes in line)) return undefined;
    if (line.#notes !== undefined) NotedLine.give(line, line.#notes.bag(line.#count));
    return line.#bag;
  }
  static give(line: NotedLine, bag: PropertyBag | undefined): void {
    if (!(#notes in line)) return;
    line.#bag = bag;
    line.#notes = undefined;
  }
}
// TypeScript knows no accessor in the place of a field.
Object.defineProperty(NotedLine.prototype, 'extended', {
  get(this: NotedLine) {
    return NotedLine.bagOf(this);
  },
  set(this: NotedLine, bag: PropertyBag | undefined) {
    NotedLine.give(this, bag);
  },
});
/** A line of a file: what is noted on it stays with this object, and does not go with its text. */
export const isNotedLine = (value: PSValue): boolean => value instanceof NotedLine;
