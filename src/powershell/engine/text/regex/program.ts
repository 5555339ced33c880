/** What `Search` runs: a pattern as a list of steps. */
import { atOnce, look, NO_TICK, type Steps, type Tick } from '../../pending.js';
import { CharSet, foldUnit } from './char-set.js';
import { isNullable, type AnchorKind, type RegexNode, type RegexTree } from './syntax.js';

export const STEP = {
  unit: 0,
  text: 1,
  set: 2,
  /** As many units of a set as there are; `least`, `most`, `lazy`. */
  setLoop: 3,
  /** Goes on with the next step; when that fails, at `target`. */
  split: 4,
  jump: 5,
  open: 6,
  close: 7,
  reference: 8,
  loopStart: 9,
  loop: 10,
  /** One more turn of a loop. */
  turn: 18,
  /** Remembers how many ways are open, and the place. `target`, where given, is one more way. */
  mark: 11,
  /** Forgets the ways since the mark. */
  cut: 12,
  /** The same, and goes back to the place of the mark. */
  cutBack: 13,
  /** The same, and fails. */
  cutFail: 14,
  ifGroup: 15,
  anchor: 16,
  done: 17,
  /** One of many ways: those that may begin with the unit that is there, by `table`. */
  choose: 19,
} as const;

/** One shape for all steps, so that the loop that runs them stays fast. */
export interface Step {
  readonly kind: number;
  readonly back: boolean;
  readonly set: CharSet;
  readonly unit: number;
  readonly text: string;
  readonly fold: boolean;
  readonly group: number;
  readonly takes: number;
  readonly register: number;
  readonly least: number;
  readonly most: number;
  readonly lazy: boolean;
  readonly anchor: AnchorKind;
  /** Places of the ways, by the unit (without its case) that each begins with. */
  readonly table: ReadonlyMap<number, readonly number[]> | undefined;
  target: number;
}
export interface Program {
  readonly steps: readonly Step[];
  readonly registers: number;
  /** Of the groups: their number is the place. */
  readonly slots: number;
  /** Does it match at the start of the text only? */
  readonly anchored: boolean;
  /** What each match begins with, where that is known. */
  readonly prefix: string;
  readonly first: CharSet | undefined;
}
const NO_SET = new CharSet([], []);
/** Of fewer ways each is tried in turn. */
const MANY_WAYS = 8;
const EMPTY: RegexNode = { type: 'empty' };
type Unit = RegexNode & { readonly type: 'unit' };
/** After so many steps more the clock is looked at. */
const STEPS_AT_ONCE = 256;
/** The unit that a node surely begins with. */
function beginning(node: RegexNode | undefined): Unit | undefined {
  const first = node === undefined ? undefined : leading(node);
  return first?.type === 'unit' ? first : undefined;
}
const itemsOf = (node: RegexNode): readonly RegexNode[] => (node.type === 'sequence' ? node.items : [node]);
/** How many units all of them have as their first items. */
function sharedLength(ways: readonly (readonly RegexNode[])[]): number {
  const [one = []] = ways;
  for (let length = 0; ; length += 1) {
    const item = one[length];
    if (item?.type !== 'unit') return length;
    for (const way of ways) {
      const other = way[length];
      if (other?.type !== 'unit' || other.unit !== item.unit || other.fold !== item.fold) return length;
    }
  }
}
const sequenceOf = (items: readonly RegexNode[]): RegexNode =>
  items.length === 0 ? EMPTY : { type: 'sequence', items };

class Compiler {
  readonly steps: Step[] = [];
  registers = 0;
  #back: boolean;
  readonly #tick: Tick;
  #nextLook = STEPS_AT_ONCE;
  constructor(back: boolean, tick: Tick) {
    this.#back = back;
    this.#tick = tick;
  }
  emit(kind: number, more: Partial<Step> = {}): Step {
    // Written out: spreading takes ten times as long, and there may be hundreds of thousands.
    const step: Step = {
      kind,
      back: this.#back,
      set: more.set ?? NO_SET,
      unit: more.unit ?? 0,
      text: more.text ?? '',
      fold: more.fold ?? false,
      group: more.group ?? -1,
      takes: more.takes ?? -1,
      register: more.register ?? 0,
      least: more.least ?? 0,
      most: more.most ?? 0,
      lazy: more.lazy ?? false,
      anchor: more.anchor ?? 'start',
      table: more.table,
      target: more.target ?? -1,
    };
    this.steps.push(step);
    return step;
  }
  #register(count = 1): number {
    this.registers += count;
    return this.registers - count;
  }
  #here(step: Step): void {
    step.target = this.steps.length;
  }
  *add(node: RegexNode): Steps<undefined> {
    if (this.steps.length >= this.#nextLook) {
      this.#nextLook = this.steps.length + STEPS_AT_ONCE;
      yield* look(this.#tick);
    }
    switch (node.type) {
      case 'empty':
        return;
      case 'unit':
        this.emit(STEP.unit, { unit: node.unit, fold: node.fold });
        return;
      case 'set':
        this.emit(STEP.set, { set: node.set });
        return;
      case 'sequence':
        yield* this.#sequence(node.items);
        return;
      case 'choice':
        yield* this.#choice(node.items);
        return;
      case 'loop':
        yield* this.#loop(node);
        return;
      case 'capture': {
        const register = this.#register();
        this.emit(STEP.open, { register });
        yield* this.add(node.body);
        this.emit(STEP.close, { register, group: node.group ?? -1, takes: node.takes ?? -1 });
        return;
      }
      case 'look':
        yield* this.#look(node);
        return;
      case 'atomic': {
        const register = this.#register(2);
        this.emit(STEP.mark, { register });
        yield* this.add(node.body);
        this.emit(STEP.cut, { register });
        return;
      }
      case 'reference':
        this.emit(STEP.reference, { group: node.group, fold: node.fold });
        return;
      case 'anchor':
        this.emit(STEP.anchor, { anchor: node.kind });
        return;
      case 'ifGroup': {
        const test = this.emit(STEP.ifGroup, { group: node.group });
        yield* this.add(node.yes);
        const end = this.emit(STEP.jump);
        this.#here(test);
        yield* this.add(node.no);
        this.#here(end);
        return;
      }
      case 'ifLook': {
        const register = this.#register(2);
        const test = this.emit(STEP.mark, { register });
        yield* this.#turned(false, node.look);
        this.emit(STEP.cutBack, { register });
        yield* this.add(node.yes);
        const end = this.emit(STEP.jump);
        this.#here(test);
        yield* this.add(node.no);
        this.#here(end);
      }
    }
  }
  *#turned(back: boolean, node: RegexNode): Steps<undefined> {
    const before = this.#back;
    this.#back = back;
    yield* this.add(node);
    this.#back = before;
  }
  *#sequence(items: readonly RegexNode[]): Steps<undefined> {
    const ordered = this.#back ? [...items].reverse() : items;
    for (let at = 0; at < ordered.length; at += 1) {
      let text = '';
      let end = at;
      for (let item = ordered[end]; item?.type === 'unit' && !item.fold; item = ordered[end]) {
        const unit = String.fromCharCode(item.unit);
        text = this.#back ? unit + text : text + unit;
        end += 1;
      }
      if (text.length > 1) {
        this.emit(STEP.text, { text });
        at = end - 1;
      } else {
        const item = ordered[at];
        if (item !== undefined) yield* this.add(item);
      }
    }
  }
  *#choice(items: readonly RegexNode[]): Steps<undefined> {
    const ends: Step[] = [];
    for (let at = 0; at < items.length; ) {
      let end = at;
      if (!this.#back) while (end < items.length && beginning(items[end]) !== undefined) end += 1;
      const ways = items.slice(at, end - at < MANY_WAYS ? at + 1 : end);
      at += ways.length;
      const split = at === items.length ? undefined : this.emit(STEP.split);
      if (ways.length > 1) yield* this.#chosen(ways);
      else yield* this.add(ways[0] ?? EMPTY);
      if (split === undefined) break;
      ends.push(this.emit(STEP.jump));
      this.#here(split);
    }
    for (const end of ends) this.#here(end);
  }
  /** Many ways that begin with units: only those of the unit that is there are tried, and what they share is tried once. */
  *#chosen(ways: readonly RegexNode[]): Steps<undefined> {
    const groups = new Map<number, RegexNode[]>();
    for (const [at, way] of ways.entries()) {
      if (at % STEPS_AT_ONCE === 0) yield* look(this.#tick);
      const first = foldUnit(beginning(way)?.unit ?? 0);
      const group = groups.get(first);
      if (group === undefined) groups.set(first, [way]);
      else group.push(way);
    }
    const table = new Map<number, readonly number[]>();
    this.emit(STEP.choose, { table });
    const ends: Step[] = [];
    for (const [first, group] of groups) {
      const parts = group.map(itemsOf);
      yield* look(this.#tick);
      const shared = group.length > 1 ? sharedLength(parts) : 0;
      yield* look(this.#tick);
      const places: number[] = [];
      for (const way of shared === 0 ? group : group.slice(0, 1)) {
        places.push(this.steps.length);
        if (shared === 0) yield* this.add(way);
        else {
          yield* this.#sequence(parts[0]?.slice(0, shared) ?? []);
          yield* this.#choice(parts.map((items) => sequenceOf(items.slice(shared))));
        }
        ends.push(this.emit(STEP.jump));
      }
      table.set(first, places);
    }
    for (const end of ends) this.#here(end);
  }
  *#loop({ body, least, most, lazy }: RegexNode & { type: 'loop' }): Steps<undefined> {
    if (body.type === 'set' || body.type === 'unit') {
      const set = body.type === 'set' ? body.set : new CharSet([body.unit, body.unit], [], { fold: body.fold });
      this.emit(STEP.setLoop, { set, least, most, lazy });
      return;
    }
    if (least === 1 && most === 1) {
      yield* this.add(body);
      return;
    }
    if (least === 0 && most === 1 && !lazy && !isNullable(body)) {
      const split = this.emit(STEP.split);
      yield* this.add(body);
      this.#here(split);
      return;
    }
    const register = this.#register(2);
    this.emit(STEP.loopStart, { register });
    const head = this.steps.length;
    const step = this.emit(STEP.loop, { register, least, most, lazy });
    this.emit(STEP.turn, { register });
    yield* this.add(body);
    this.emit(STEP.jump, { target: head });
    this.#here(step);
  }
  *#look({ body, behind, negated }: RegexNode & { type: 'look' }): Steps<undefined> {
    const register = this.#register(2);
    const mark = this.emit(STEP.mark, { register });
    yield* this.#turned(behind, body);
    if (negated) {
      this.emit(STEP.cutFail, { register });
      this.#here(mark);
    } else this.emit(STEP.cutBack, { register });
  }
}

/** The first thing that is read. */
function leading(node: RegexNode): RegexNode | undefined {
  switch (node.type) {
    case 'sequence': {
      const [first] = node.items;
      return first === undefined ? undefined : leading(first);
    }
    case 'capture':
    case 'atomic':
      return leading(node.body);
    case 'loop':
      return node.least > 0 ? leading(node.body) : undefined;
    default:
      return node;
  }
}

/** `back`: it is matched from right to left. */
export const compileProgram = (tree: RegexTree, back: boolean): Program => atOnce(compileSteps(tree, back, NO_TICK));
/** The same; of a long pattern some steps at a time. */
export function* compileSteps(tree: RegexTree, back: boolean, tick: Tick): Steps<Program> {
  const compiler = new Compiler(back, tick);
  yield* compiler.add(tree.root);
  compiler.emit(STEP.done);
  const first = back ? undefined : leading(tree.root);
  return {
    steps: compiler.steps,
    registers: compiler.registers,
    slots: tree.groups.reduce((most, { number }) => Math.max(most, number), 0) + 1,
    anchored: first?.type === 'anchor' && first.kind === 'start',
    prefix: first?.type === 'unit' && !first.fold ? String.fromCharCode(first.unit) : '',
    first:
      first?.type === 'set'
        ? first.set
        : first?.type === 'unit' && first.fold
          ? new CharSet([first.unit, first.unit], [], { fold: true })
          : undefined,
  };
}
