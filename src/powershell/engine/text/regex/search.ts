/**
 * A search with a pattern that goes back and forth as .NET's does: all captures of a group are kept, balancing groups take
 * them away. It may be left at any step and taken up again, so that a pattern that takes for ever holds nobody up.
 */
import { NetThrow } from '../../values/exceptions.js';
import { foldUnit, isAsciiWordUnit, isWordUnit, LINE_FEED } from './char-set.js';
import { type Program, STEP, type Step } from './program.js';
import type { AnchorKind } from './syntax.js';

/** Numbers that a search may remember of ways not gone yet. */
const WAYS_AT_MOST = 100_000_000;
/** Of a way that is open: its step (the complement for a loop of a set that goes on), place, and the length of the log. */
const WAY = 4;
/** Of an entry of the log: what it is about, and two numbers that were there. */
const ENTRY = 3;

export class Search {
  readonly #program: Program;
  readonly #text: string;
  readonly #previousEnd: number;
  readonly #back: boolean;
  readonly #once: boolean;
  readonly #registers: number[];
  /** For each group: pairs of start and end. */
  readonly #captures: number[][];
  readonly #ways: number[] = [];
  /** What to set back on the way back. Registers have their own number, captures a negative one. */
  readonly #log: number[] = [];
  #from: number;
  #at = 0;
  #pc = -1;
  state: 'running' | 'found' | 'failed' = 'running';

  /** `previousEnd`: where the match before ended, for `\G`. `once`: only at `start`. */
  constructor(program: Program, text: string, start: number, back: boolean, previousEnd = start, once = false) {
    this.#program = program;
    this.#text = text;
    this.#previousEnd = previousEnd;
    this.#from = start;
    this.#back = back;
    this.#once = once;
    this.#registers = new Array<number>(program.registers).fill(0);
    this.#captures = Array.from({ length: program.slots }, () => []);
  }
  /** Where the match begins and ends. */
  get span(): readonly [start: number, end: number] {
    return this.#back ? [this.#at, this.#from] : [this.#from, this.#at];
  }
  /** Pairs of start and end of what a group took, in order. */
  captures(group: number): readonly number[] {
    return group === 0 ? this.span : (this.#captures[group] ?? []);
  }
  /** Goes on for so many steps at most. */
  run(budget: number): void {
    let left = budget;
    while (this.state === 'running' && left > 0) {
      if (this.#pc < 0) {
        if (!this.#seek()) {
          this.state = 'failed';
          return;
        }
        this.#at = this.#from;
        this.#pc = 0;
      }
      left = this.#match(left);
      if (this.#pc >= 0) continue;
      // Nothing here: on to the next place.
      const next = this.#from + (this.#back ? -1 : 1);
      if (this.#once || next < 0 || next > this.#text.length) this.state = 'failed';
      this.#from = next;
      left -= 1;
    }
  }
  /** The next place where a match may begin. */
  #seek(): boolean {
    const { anchored, prefix, first } = this.#program;
    if (this.#back || this.#once) return true;
    if (anchored) return this.#from === 0;
    if (prefix !== '') {
      this.#from = this.#text.indexOf(prefix, this.#from);
      return this.#from >= 0;
    }
    if (first === undefined) return true;
    while (this.#from < this.#text.length && !first.has(this.#text.charCodeAt(this.#from))) this.#from += 1;
    return this.#from < this.#text.length;
  }
  #set(register: number, value: number): void {
    this.#log.push(register, this.#registers[register] ?? 0, 0);
    this.#registers[register] = value;
  }
  #open(pc: number, at: number, end = 0): void {
    this.#ways.push(pc, at, this.#log.length, end);
    if (this.#ways.length > WAYS_AT_MOST)
      throw new NetThrow('System.OutOfMemoryException', 'A regular expression has too many ways to match this text.');
  }
  /** Takes the last way that is open. Gives its step, or -1. */
  #retreat(): number {
    const ways = this.#ways;
    const base = ways.length - WAY;
    if (base < 0) return -1;
    const pc = ways[base] ?? 0;
    const at = ways[base + 1] ?? 0;
    this.#undo(ways[base + 2] ?? 0);
    if (pc >= 0) {
      ways.length = base;
      this.#at = at;
      return pc;
    }
    return this.#loopOn(~pc, base, at, ways[base + 3] ?? 0);
  }
  /** The way back into a loop of a set: one unit less, or for a lazy one more. */
  #loopOn(pc: number, base: number, at: number, end: number): number {
    const ways = this.#ways;
    const { lazy, back, set } = this.#program.steps[pc] as Step;
    const forward = back ? -1 : 1;
    if (lazy) {
      const index = back ? at - 1 : at;
      if (index < 0 || index >= this.#text.length || !set.has(this.#text.charCodeAt(index))) {
        ways.length = base;
        return this.#retreat();
      }
      this.#at = at + forward;
    } else this.#at = at - forward;
    if (this.#at === end) ways.length = base;
    else ways[base + 1] = this.#at;
    return pc + 1;
  }
  #undo(length: number): void {
    const log = this.#log;
    while (log.length > length) {
      const base = log.length - ENTRY;
      const what = log[base] ?? 0;
      if (what >= 0) this.#registers[what] = log[base + 1] ?? 0;
      else {
        const group = this.#captures[-what >> 1] as number[];
        if ((-what & 1) === 0) group.length -= 2;
        else group.push(log[base + 1] ?? 0, log[base + 2] ?? 0);
      }
      log.length = base;
    }
  }
  #cut(register: number): void {
    this.#ways.length = this.#registers[register] ?? 0;
  }
  #capture(group: number, start: number, end: number): void {
    (this.#captures[group] as number[]).push(start, end);
    this.#log.push(-(group << 1), 0, 0);
  }
  /** The end of a group. False when there is nothing for it to take away. */
  #close({ register, group, takes }: Step): boolean {
    const opened = this.#registers[register] ?? 0;
    let start = Math.min(opened, this.#at);
    let end = Math.max(opened, this.#at);
    if (takes >= 0) {
      const other = this.#captures[takes] as number[];
      if (other.length === 0) return false;
      const otherEnd = other.pop() ?? 0;
      const otherStart = other.pop() ?? 0;
      this.#log.push(-((takes << 1) | 1), otherStart, otherEnd);
      // A balancing group takes what lies between the two.
      if (start >= otherEnd) {
        end = start;
        start = otherEnd;
      } else if (end <= otherStart) start = otherStart;
      else {
        end = Math.min(end, otherEnd);
        start = Math.max(start, otherStart);
      }
    }
    if (group >= 0) this.#capture(group, start, end);
    return true;
  }
  #reference({ group, back, fold }: Step): boolean {
    const spans = this.#captures[group] as number[];
    if (spans.length === 0) return false;
    const from = spans[spans.length - 2] ?? 0;
    const length = (spans[spans.length - 1] ?? 0) - from;
    const at = back ? this.#at - length : this.#at;
    if (at < 0 || at + length > this.#text.length) return false;
    for (let index = 0; index < length; index += 1) {
      const a = this.#text.charCodeAt(from + index);
      const b = this.#text.charCodeAt(at + index);
      if (a !== b && !(fold && foldUnit(a) === foldUnit(b))) return false;
    }
    this.#at = back ? at : at + length;
    return true;
  }
  #isAt(kind: AnchorKind): boolean {
    const at = this.#at;
    const text = this.#text;
    switch (kind) {
      case 'start':
        return at === 0;
      case 'end':
        return at === text.length;
      case 'lastLine':
        return at === text.length || (at === text.length - 1 && text.charCodeAt(at) === LINE_FEED);
      case 'lineStart':
        return at === 0 || text.charCodeAt(at - 1) === LINE_FEED;
      case 'lineEnd':
        return at === text.length || text.charCodeAt(at) === LINE_FEED;
      case 'previousEnd':
        return at === this.#previousEnd;
      default: {
        const isWord = kind === 'word' || kind === 'notWord' ? isWordUnit : isAsciiWordUnit;
        const before = at > 0 && isWord(text.charCodeAt(at - 1));
        const after = at < text.length && isWord(text.charCodeAt(at));
        return (before !== after) === (kind === 'word' || kind === 'asciiWord');
      }
    }
  }
  #setLoop(step: Step, pc: number): boolean {
    const { set, least, most, lazy, back } = step;
    const text = this.#text;
    const room = back ? this.#at : text.length - this.#at;
    const wanted = lazy ? least : Math.min(most, room);
    if (least > room) return false;
    let count = 0;
    if (back) while (count < wanted && set.has(text.charCodeAt(this.#at - 1 - count))) count += 1;
    else while (count < wanted && set.has(text.charCodeAt(this.#at + count))) count += 1;
    if (count < least) return false;
    const forward = back ? -1 : 1;
    const first = this.#at;
    this.#at = first + count * forward;
    if (lazy) {
      const furthest = first + Math.min(most, room) * forward;
      if (this.#at !== furthest) this.#open(~pc, this.#at, furthest);
    } else if (count > least) this.#open(~pc, this.#at, first + least * forward);
    return true;
  }
  /** The head of a loop. Gives the next step; the one after the head begins a turn. */
  #loop({ register, least, most, lazy, target }: Step, pc: number): number {
    const count = this.#registers[register] ?? 0;
    if (count < least) return pc + 1;
    // A turn that took nothing is the last one.
    if (count >= most || this.#registers[register + 1] === this.#at) return target;
    this.#open(lazy ? pc + 1 : target, this.#at);
    return lazy ? target : pc + 1;
  }
  /** The first of the ways that may begin here; -1 when none may. */
  #choose({ table }: Step): number {
    if (this.#at >= this.#text.length) return -1;
    const places = table?.get(foldUnit(this.#text.charCodeAt(this.#at)));
    if (places === undefined) return -1;
    for (let index = places.length - 1; index > 0; index -= 1) this.#open(places[index] ?? 0, this.#at);
    return places[0] ?? -1;
  }
  #unit(step: Step): number {
    const index = step.back ? this.#at - 1 : this.#at;
    if (index < 0 || index >= this.#text.length) return -1;
    this.#at += step.back ? -1 : 1;
    return this.#text.charCodeAt(index);
  }
  #isText({ text, back }: Step): boolean {
    const at = back ? this.#at - text.length : this.#at;
    if (at < 0 || !this.#text.startsWith(text, at)) return false;
    this.#at = back ? at : at + text.length;
    return true;
  }
  /** Runs steps until a match, until nothing is left to try (`#pc` -1), or until the budget is spent. Gives what is left of it. */
  #match(budget: number): number {
    const { steps } = this.#program;
    let pc = this.#pc;
    for (let left = budget; left > 0; left -= 1) {
      const step = steps[pc] as Step;
      let next = pc + 1;
      let good = true;
      switch (step.kind) {
        case STEP.unit: {
          const unit = this.#unit(step);
          good = unit === step.unit || (step.fold && unit >= 0 && foldUnit(unit) === foldUnit(step.unit));
          break;
        }
        case STEP.text:
          good = this.#isText(step);
          break;
        case STEP.set: {
          const unit = this.#unit(step);
          good = unit >= 0 && step.set.has(unit);
          break;
        }
        case STEP.setLoop: {
          const from = this.#at;
          good = this.#setLoop(step, pc);
          left -= Math.abs(this.#at - from) >> 3;
          break;
        }
        case STEP.split:
          this.#open(step.target, this.#at);
          break;
        case STEP.choose:
          next = this.#choose(step);
          good = next >= 0;
          break;
        case STEP.jump:
          next = step.target;
          break;
        case STEP.open:
          this.#set(step.register, this.#at);
          break;
        case STEP.close:
          good = this.#close(step);
          break;
        case STEP.reference:
          good = this.#reference(step);
          break;
        case STEP.loopStart:
          this.#set(step.register, 0);
          this.#set(step.register + 1, -1);
          break;
        case STEP.loop:
          next = this.#loop(step, pc);
          break;
        case STEP.turn:
          this.#set(step.register, (this.#registers[step.register] ?? 0) + 1);
          this.#set(step.register + 1, this.#at);
          break;
        case STEP.mark:
          this.#set(step.register, this.#ways.length);
          this.#set(step.register + 1, this.#at);
          if (step.target >= 0) this.#open(step.target, this.#at);
          break;
        case STEP.cut:
          this.#cut(step.register);
          break;
        case STEP.cutBack:
          this.#cut(step.register);
          this.#at = this.#registers[step.register + 1] ?? 0;
          break;
        case STEP.cutFail:
          this.#cut(step.register);
          good = false;
          break;
        case STEP.ifGroup:
          if ((this.#captures[step.group] as number[]).length === 0) next = step.target;
          break;
        case STEP.anchor:
          good = this.#isAt(step.anchor);
          break;
        default:
          this.state = 'found';
          this.#pc = pc;
          return left;
      }
      pc = good ? next : this.#retreat();
      if (pc < 0) {
        this.#undo(0);
        this.#pc = -1;
        return left;
      }
    }
    this.#pc = pc;
    return 0;
  }
}
