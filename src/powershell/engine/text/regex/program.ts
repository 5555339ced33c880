/** What `Search` runs: a pattern as a list of steps. */
import { CharSet } from './char-set.js';
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
const BLANK: Omit<Step, 'kind' | 'back'> = {
  set: NO_SET,
  unit: 0,
  text: '',
  fold: false,
  group: -1,
  takes: -1,
  register: 0,
  least: 0,
  most: 0,
  lazy: false,
  anchor: 'start',
  target: -1,
};

class Compiler {
  readonly steps: Step[] = [];
  registers = 0;
  #back: boolean;
  constructor(back: boolean) {
    this.#back = back;
  }
  emit(kind: number, more: Partial<Step> = {}): Step {
    const step: Step = { ...BLANK, kind, back: this.#back, ...more };
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
  add(node: RegexNode): void {
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
        this.#sequence(node.items);
        return;
      case 'choice':
        this.#choice(node.items);
        return;
      case 'loop':
        this.#loop(node);
        return;
      case 'capture': {
        const register = this.#register();
        this.emit(STEP.open, { register });
        this.add(node.body);
        this.emit(STEP.close, { register, group: node.group ?? -1, takes: node.takes ?? -1 });
        return;
      }
      case 'look':
        this.#look(node);
        return;
      case 'atomic': {
        const register = this.#register(2);
        this.emit(STEP.mark, { register });
        this.add(node.body);
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
        this.add(node.yes);
        const end = this.emit(STEP.jump);
        this.#here(test);
        this.add(node.no);
        this.#here(end);
        return;
      }
      case 'ifLook': {
        const register = this.#register(2);
        const test = this.emit(STEP.mark, { register });
        this.#turned(false, () => this.add(node.look));
        this.emit(STEP.cutBack, { register });
        this.add(node.yes);
        const end = this.emit(STEP.jump);
        this.#here(test);
        this.add(node.no);
        this.#here(end);
      }
    }
  }
  #turned(back: boolean, write: () => void): void {
    const before = this.#back;
    this.#back = back;
    write();
    this.#back = before;
  }
  #sequence(items: readonly RegexNode[]): void {
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
        if (item !== undefined) this.add(item);
      }
    }
  }
  #choice(items: readonly RegexNode[]): void {
    const ends: Step[] = [];
    for (const [at, item] of items.entries()) {
      if (at === items.length - 1) this.add(item);
      else {
        const split = this.emit(STEP.split);
        this.add(item);
        ends.push(this.emit(STEP.jump));
        this.#here(split);
      }
    }
    for (const end of ends) this.#here(end);
  }
  #loop({ body, least, most, lazy }: RegexNode & { type: 'loop' }): void {
    if (body.type === 'set' || body.type === 'unit') {
      const set = body.type === 'set' ? body.set : new CharSet([body.unit, body.unit], [], { fold: body.fold });
      this.emit(STEP.setLoop, { set, least, most, lazy });
      return;
    }
    if (least === 1 && most === 1) {
      this.add(body);
      return;
    }
    if (least === 0 && most === 1 && !lazy && !isNullable(body)) {
      const split = this.emit(STEP.split);
      this.add(body);
      this.#here(split);
      return;
    }
    const register = this.#register(2);
    this.emit(STEP.loopStart, { register });
    const head = this.steps.length;
    const step = this.emit(STEP.loop, { register, least, most, lazy });
    this.emit(STEP.turn, { register });
    this.add(body);
    this.emit(STEP.jump, { target: head });
    this.#here(step);
  }
  #look({ body, behind, negated }: RegexNode & { type: 'look' }): void {
    const register = this.#register(2);
    const mark = this.emit(STEP.mark, { register });
    this.#turned(behind, () => this.add(body));
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
export function compileProgram(tree: RegexTree, back: boolean): Program {
  const compiler = new Compiler(back);
  compiler.add(tree.root);
  compiler.emit(STEP.done);
  const first = back ? undefined : leading(tree.root);
  return {
    steps: compiler.steps,
    registers: compiler.registers,
    slots: Math.max(...tree.groups.map(({ number }) => number)) + 1,
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
