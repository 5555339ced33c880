/**
 * What Set-PSDebug and Set-PSBreakpoint ask of running code: its lines told as debug records, and actions at lines, commands
 * and variables, or stops there in the debugger. A runspace has one only while something is asked; without it code runs as
 * ever.
 */
import type { PSValue } from '../../../protocol/objects/index.js';
import { forEachChild } from '../../lang/index.js';
import type { Ast, Extent, NamedBlockAst, ScriptBlockAst, StatementAst } from '../../lang/index.js';
import { convertTo, toText } from '../conversion.js';
import { andThen, drive, type Pending, settle, type Steps } from '../pending.js';
import { wildcardRegex } from '../text/wildcard.js';
import { actionStopped, ExitException, PipelineStopped } from '../values/exceptions.js';
import { NetObject, unwrap } from '../values/live.js';
import { addMembers, defineType, type MemberBody, requireType } from '../values/net-type.js';
import type { ScriptBlock } from '../values/script-block.js';
import { pickChoice } from './confirmation.js';
import { debuggerOf } from './debugger.js';
import { FlowEscape, type Frame, type Invocation, siteOf } from './frame.js';

/** What is to be done where. Files are named by their whole path. */
interface Place {
  readonly id: number;
  readonly script: string | undefined;
  readonly action: ScriptBlock | undefined;
  isEnabled: boolean;
  hits: number;
  readonly self: PSValue;
}
export interface LinePoint extends Place {
  readonly kind: 'Line';
  readonly line: number;
  readonly column: number;
  /** Where in the file it turned out to be. */
  at: number | undefined;
}
export interface CommandPoint extends Place {
  readonly kind: 'Command';
  readonly command: string;
  readonly pattern: RegExp;
}
export interface VariablePoint extends Place {
  readonly kind: 'Variable';
  readonly variable: string;
  readonly mode: 'Read' | 'Write' | 'ReadWrite';
}
export type Breakpoint = LinePoint | CommandPoint | VariablePoint;
type Own<T> = T extends Breakpoint ? Omit<T, 'id' | 'isEnabled' | 'hits' | 'self' | 'at' | 'pattern'> : never;

const SPACE = 'System.Management.Automation.';
const BREAKPOINT = defineType(`${SPACE}Breakpoint`, { abstract: true });
const pointOf = (self: PSValue): Breakpoint => (unwrap(self) as NetObject<Breakpoint>).data;
addMembers(BREAKPOINT, {
  'scriptblock Action': (self) => pointOf(self).action ?? null,
  'bool Enabled': (self) => pointOf(self).isEnabled,
  'int HitCount': (self) => pointOf(self).hits,
  'int Id': (self) => pointOf(self).id,
  'string Script': (self) => pointOf(self).script ?? null,
});
const own =
  (read: (point: Breakpoint) => PSValue | undefined): MemberBody =>
  (self) =>
    read(pointOf(self)) ?? null;
for (const [kind, members] of Object.entries({
  Line: {
    'int Column': own((point) => (point.kind === 'Line' ? point.column : undefined)),
    'int Line': own((point) => (point.kind === 'Line' ? point.line : undefined)),
  },
  Command: { 'string Command': own((point) => (point.kind === 'Command' ? point.command : undefined)) },
  Variable: {
    [`${SPACE}VariableAccessMode AccessMode`]: own((point) =>
      point.kind === 'Variable' ? convertTo(point.mode, requireType(`${SPACE}VariableAccessMode`)) : undefined,
    ),
    'string Variable': own((point) => (point.kind === 'Variable' ? point.variable : undefined)),
  },
} satisfies Record<Breakpoint['kind'], Record<string, MemberBody>>))
  addMembers(defineType(`${SPACE}${kind}Breakpoint`, { base: BREAKPOINT.fullName }), {
    ...members,
    'string ToString()': (self) => pointText(pointOf(self)),
  });
/** What a breakpoint is called where one is asked about it. */
export function pointText(point: Breakpoint): string {
  const within = point.script === undefined ? '' : `${point.script}:`;
  switch (point.kind) {
    case 'Line':
      return `Line breakpoint on '${within}${point.line}${point.column === 0 ? '' : `, ${point.column}`}'`;
    case 'Command':
      return `Command breakpoint on '${within}${point.command}'`;
    default:
      return `Variable breakpoint on '${within}$${point.variable}' (${point.mode} access)`;
  }
}
export const breakpointOf = (value: PSValue): Breakpoint | undefined => {
  const inner = unwrap(value);
  return inner instanceof NetObject && inner.type.base === BREAKPOINT ? (inner.data as Breakpoint) : undefined;
};
/** Breakpoints are numbered through the process, as in PowerShell. */
let lastId = 0;

/** Names that a statement reads and writes by itself, in small letters; blocks and statements inside have their own. */
interface Names {
  readonly read: readonly string[];
  readonly written: readonly string[];
}
const names = new WeakMap<Ast, Names>();
const OWN_POINTS: ReadonlySet<string> = new Set([
  'ScriptBlockExpressionAst',
  'SubExpressionAst',
  'ArrayExpressionAst',
  'StatementBlockAst',
  'FunctionDefinitionAst',
  'TypeDefinitionAst',
]);
function namesIn(ast: Ast): Names {
  const known = names.get(ast);
  if (known !== undefined) return known;
  const read: string[] = [];
  const written: string[] = [];
  const nameOf = (node: Ast): string | undefined =>
    node.kind === 'VariableExpressionAst'
      ? node.variablePath.userPath.toLowerCase().replace(/^(?:global|script|local|private|variable):/, '')
      : node.kind === 'ConvertExpressionAst' || node.kind === 'AttributedExpressionAst'
        ? nameOf(node.child)
        : undefined;
  const visit = (node: Ast): void => {
    if (node !== ast && OWN_POINTS.has(node.kind)) return;
    if (node.kind === 'AssignmentStatementAst') {
      visit(node.right);
      const name = nameOf(node.left);
      if (name === undefined) visit(node.left);
      else {
        if (node.operator !== 'Equals') read.push(name);
        written.push(name);
      }
      return;
    }
    const isStep = node.kind === 'UnaryExpressionAst' && /PlusPlus|MinusMinus/.test(node.tokenKind);
    const name = isStep ? nameOf(node.child) : nameOf(node);
    if (name === undefined) {
      forEachChild(node, visit);
      return;
    }
    read.push(name);
    if (isStep) written.push(name);
  };
  visit(ast);
  const found = { read, written };
  names.set(ast, found);
  return found;
}
/** A place as a trace shows it: the line, and a mark where the place begins. */
function traced({ source, startOffset }: Extent, offset = startOffset): string {
  const number = source.lineNumber(offset);
  const line = source.wholeLine(number);
  const before = source.columnNumber(offset) - 1;
  const marked = before >= line.length ? `${line} <<<< ` : `${line.slice(0, before)} >>>> ${line.slice(before)}`;
  return `${String(number).padStart(4)}+ ${marked}`;
}
const OF_STEP = [
  ['&Yes', 'Continue with only the next step of the operation.'],
  ['Yes to &All', 'Continue with all the steps of the operation.'],
  ['&No', 'Skip this operation and proceed with the next operation.'],
  ['No to A&ll', 'Skip this operation and all subsequent operations.'],
] as const;
/** A value in a trace is cut where it and its name have so many characters. */
const SHOWN = 60;

export class Watcher {
  /** As Set-PSDebug -Trace: 1 lines, 2 also calls and variables. */
  trace = 0;
  /** As Set-PSDebug -Step: the person says of each line that is told whether it runs. */
  asks = false;
  readonly points = new Map<number, Breakpoint>();
  /** An action runs, or the debugger: what they do is not looked at. */
  #isBusy = false;
  /** Where to stop next, when not at a breakpoint: anywhere, or where no more calls than these are under way. */
  #stepping: { readonly depth: number } | undefined;
  /** Where it stopped last, until it is somewhere else: two reasons for one place are one stop. */
  #stopped: Extent | undefined;

  get isIdle(): boolean {
    return this.trace === 0 && this.points.size === 0 && this.#stepping === undefined;
  }
  add(own: Own<Breakpoint>): Breakpoint {
    lastId += 1;
    const shared = { id: lastId, isEnabled: true, hits: 0 };
    const type = requireType(`${SPACE}${own.kind}Breakpoint`);
    const self = new NetObject<Breakpoint | undefined>(type, undefined);
    const made: Breakpoint =
      own.kind === 'Command'
        ? { ...own, ...shared, self, pattern: wildcardRegex(own.command) }
        : own.kind === 'Line'
          ? { ...own, ...shared, self, at: undefined }
          : { ...own, ...shared, self };
    self.data = made;
    this.points.set(made.id, made);
    return made;
  }

  /** Runs a statement, or a condition, with all that is asked before and after it. */
  around<T>(f: Frame, ast: Ast, extent: Extent, work: () => Pending<T>): Pending<T> {
    return this.#isBusy ? work() : drive(this.#around(f, ast, extent, work));
  }
  *#around<T>(f: Frame, ast: Ast, extent: Extent, work: () => Pending<T>): Steps<T> {
    yield* this.#line(f, extent, ast);
    const { read, written } = namesIn(ast);
    for (const name of read) yield* this.#variable(f, name, 'Read', extent);
    const result = yield* settle(work());
    for (const name of written) yield* this.assigned(f, name, extent);
    return result;
  }
  /** Tells a place, and runs the actions at its line. */
  *#line(f: Frame, extent: Extent, ast?: Ast): Steps<void> {
    if (this.trace > 0) yield* this.#tell(f, traced(extent));
    yield* this.#reach(f, extent, ast);
  }
  *#reach(f: Frame, extent: Extent, ast?: Ast): Steps<void> {
    const stopping: Breakpoint[] = [];
    for (const point of this.points.values())
      if (point.kind === 'Line' && point.isEnabled && isAt(point, extent, ast) && (yield* this.#hit(f, point)))
        stopping.push(point);
    yield* this.#place(f, extent, stopping);
  }
  /** A place is reached, by stepping or with breakpoints at it. */
  *#place(f: Frame, extent: Extent, points: readonly Breakpoint[]): Steps<void> {
    const again = this.#stopped?.source === extent.source && this.#stopped.startOffset === extent.startOffset;
    this.#stopped = undefined;
    if (points.length === 0 && (again || this.#stepping === undefined || depthOf(f) > this.#stepping.depth)) return;
    yield* this.stop(f, extent, points);
  }
  /** Stops in the debugger, where there is somebody to talk to. */
  *stop(f: Frame, extent: Extent, points: readonly Breakpoint[] = [], trigger: PSValue = null): Steps<void> {
    if (this.#isBusy || !debuggerOf(f.rt).hears(f.rt)) return;
    this.#isBusy = true;
    this.#stepping = undefined;
    try {
      const told = points.map((point) => ({ text: pointText(point), self: point.self }));
      const resume = yield* debuggerOf(f.rt).stop(f, { extent, points: told, trigger });
      const depth = depthOf(f);
      if (resume === 'into') this.#stepping = { depth: Number.POSITIVE_INFINITY };
      else if (resume !== 'continue') this.#stepping = { depth: resume === 'over' ? depth : depth - 1 };
      this.#stopped = extent;
    } finally {
      this.#isBusy = false;
    }
  }
  /** A place of a statement that holds others: the variable of `foreach`. */
  *place(f: Frame, extent: Extent): Steps<void> {
    if (!this.#isBusy) yield* this.#line(f, extent);
  }
  /** A variable has a value now. */
  *assigned(f: Frame, name: string, extent: Extent): Steps<void> {
    if (this.#isBusy) return;
    if (this.trace > 1) {
      const text = toText(f.scope.find(name)?.read() ?? null);
      const room = Math.max(0, SHOWN - name.length);
      const shown = text.length > room ? `${text.slice(0, room)}\u2026` : text;
      yield* this.#tell(f, `    ! SET $${name} = '${shown}'.`);
    }
    yield* this.#variable(f, name, 'Write', extent);
  }
  /** A block of a function or script block: the brackets around it are places too. */
  within<T>(f: Frame, code: ScriptBlockAst | NamedBlockAst, work: () => Pending<T>): Pending<T> {
    const extent = bracketed(code.extent);
    if (this.#isBusy || !extent.text.startsWith('{')) return work();
    if (this.trace === 0 && this.#stepping === undefined && !this.#hasLines(extent))
      return andThen(work(), (result) => this.left(f, code, result));
    return drive(this.#within(f, extent, work));
  }
  /** The end of a block that began while nobody stepped. */
  left<T>(f: Frame, code: ScriptBlockAst | NamedBlockAst, result: T): Pending<T> {
    const extent = bracketed(code.extent);
    if (this.#isBusy || this.#stepping === undefined || !extent.text.startsWith('{')) return result;
    return drive(this.#left(f, extent, result));
  }
  *#left<T>(f: Frame, extent: Extent, result: T): Steps<T> {
    yield* this.#place(f, closing(extent), []);
    return result;
  }
  *#within<T>(f: Frame, extent: Extent, work: () => Pending<T>): Steps<T> {
    if (this.trace > 0) yield* this.#tell(f, traced(extent));
    yield* this.#reach(f, opening(extent));
    if (this.trace > 1) yield* this.#tell(f, `    ! CALL function '${nameOfCall(f)}'${definedIn(extent)}`);
    const result = yield* settle(work());
    if (this.trace > 0) yield* this.#tell(f, traced(extent, extent.endOffset - 1));
    yield* this.#reach(f, closing(extent));
    return result;
  }
  #hasLines({ file }: Extent): boolean {
    for (const point of this.points.values())
      if (point.kind === 'Line' && point.isEnabled && point.script === file) return true;
    return false;
  }
  /**
   * A command is about to run, its parameters bound.
   * @param f where its own code runs, if it has any.
   * @param code its own code.
   */
  *command(f: Frame, { name, invocationName, extent, statement }: Invocation, code?: ScriptBlockAst): Steps<void> {
    if (this.#isBusy) return;
    const stopping: Breakpoint[] = [];
    for (const point of this.points.values()) {
      if (point.kind !== 'Command' || !point.isEnabled) continue;
      if (!point.pattern.test(invocationName) && !point.pattern.test(name)) continue;
      if ((point.script === undefined || point.script === extent?.file) && (yield* this.#hit(f, point)))
        stopping.push(point);
    }
    const block = code?.beginBlock ?? code?.processBlock ?? code?.endBlock;
    const whole =
      code === undefined || block === undefined ? undefined : bracketed((block.unnamed ? code : block).extent);
    const place = whole?.text.startsWith('{') === true ? opening(whole) : (statement ?? f.rt.statement);
    if (stopping.length > 0 && place !== undefined) yield* this.stop(f, place, stopping);
  }
  *#variable(f: Frame, name: string, access: 'Read' | 'Write', extent: Extent): Steps<void> {
    for (const point of this.points.values()) {
      if (point.kind !== 'Variable' || !point.isEnabled || point.variable.toLowerCase() !== name) continue;
      if (point.mode !== access && point.mode !== 'ReadWrite') continue;
      if ((point.script === undefined || point.script === extent.file) && (yield* this.#hit(f, point)))
        yield* this.stop(f, extent, [point]);
    }
  }
  /** Whether it stops there: it has no action, or the action says `break`. */
  *#hit(f: Frame, point: Breakpoint): Steps<boolean> {
    point.hits += 1;
    const { action } = point;
    if (action === undefined) return true;
    const { lastOk } = f.rt;
    this.#isBusy = true;
    try {
      yield* settle(f.rt.callBlock(action, [], { frame: f, input: point.self }));
    } catch (error) {
      // What goes wrong in an action is nobody's business but its own.
      if (error instanceof PipelineStopped || error instanceof ExitException) throw error;
      if (error instanceof FlowEscape && error.flow.kind === 'break') return true;
    } finally {
      this.#isBusy = false;
      f.rt.lastOk = lastOk;
    }
    return false;
  }
  *#tell({ rt }: Frame, message: string): Steps<void> {
    if (this.asks) {
      const answer = yield* pickChoice(rt, 'Continue with this operation?', message, OF_STEP);
      if (answer === 1) this.asks = false;
      if (answer > 1)
        throw actionStopped("WriteDebug stopped because the value of the DebugPreference variable was 'Stop'.");
    }
    yield* settle(rt.outermostRecords({ kind: 'Debug', message }));
  }
}
/** Stops in the debugger, whatever is asked besides. */
export function* breakInto(f: Frame, extent: Extent, trigger: PSValue = null): Steps<void> {
  const { rt } = f;
  rt.watcher ??= new Watcher();
  yield* rt.watcher.stop(f, extent, [], trigger);
  if (rt.watcher.isIdle) rt.watcher = undefined;
}
/** A block from its bracket on: the word before that is no place. */
function bracketed(extent: Extent): Extent {
  const word = /^(?:begin|process|end|clean|dynamicparam)\b/i.exec(extent.text);
  const at = word === null ? 0 : extent.text.indexOf('{');
  return at <= 0 ? extent : extent.moved(extent.startOffset + at, extent.endOffset);
}
/** The bracket that a block begins with. */
const opening = (extent: Extent): Extent => extent.moved(extent.startOffset, extent.startOffset + 1);
const closing = (extent: Extent): Extent => extent.moved(extent.endOffset - 1, extent.endOffset);
/** How many calls are under way. */
function depthOf(f: Frame): number {
  let depth = 0;
  for (let site = siteOf(f); site !== undefined; site = site.caller) depth += 1;
  return depth;
}
const nameOfCall = ({ invocation }: Frame): string => {
  const { name } = invocation ?? { name: '' };
  return name === '' ? '<ScriptBlock>' : name;
};
const definedIn = ({ file }: Extent): string => (file === undefined ? '' : `  (defined in file '${file}')`);
/** Lines with no statement: of those the next line is meant. */
const NO_STATEMENT =
  /^[\s{}()]*(?:(?:try|finally|else|do|begin|process|end|clean|catch(?:\s*\[[^\]]*\](?:\s*,\s*\[[^\]]*\])*)?)\b)?[\s{]*(?:#.*)?$/i;
const lines = ({ source, startOffset, endOffset }: Extent): readonly [first: number, last: number] => [
  source.lineNumber(startOffset),
  source.lineNumber(endOffset),
];
/** Whether a line is in a function or block that stands in a statement: those have places of their own. */
function isWithinBlock(ast: Ast, line: number): boolean {
  let found = false;
  const visit = (node: Ast): void => {
    if (found) return;
    if (node !== ast && (node.kind === 'ScriptBlockExpressionAst' || node.kind === 'FunctionDefinitionAst')) {
      const [first, last] = lines(node.extent);
      found = first <= line && line <= last;
    } else forEachChild(node, visit);
  };
  visit(ast);
  return found;
}
/** Is it the first place on its line that runs? From then on it stands there. */
function isAt(point: LinePoint, extent: Extent, ast: Ast | undefined): boolean {
  const { file, source, startOffset, endOffset } = extent;
  if (file === undefined || file !== point.script) return false;
  if (point.at !== undefined) return point.at === startOffset;
  const line = source.lineNumber(startOffset);
  const column = source.columnNumber(startOffset);
  const isThere =
    point.column === 0
      ? line === point.line ||
        (line < point.line &&
          source.lineNumber(endOffset) >= point.line &&
          (ast === undefined || !isWithinBlock(ast, point.line))) ||
        (line === point.line + 1 && NO_STATEMENT.test(source.line(point.line)))
      : line === point.line && column <= point.column && point.column < column + (endOffset - startOffset);
  if (isThere) point.at = startOffset;
  return isThere;
}
/** Where a statement is looked at as a whole; undefined: what stands in it has places of its own. */
export function placeOf(ast: StatementAst): Extent | undefined {
  switch (ast.kind) {
    case 'PipelineAst':
    case 'PipelineChainAst':
    case 'CommandExpressionAst':
    case 'AssignmentStatementAst':
    case 'ThrowStatementAst':
    case 'BreakStatementAst':
    case 'ContinueStatementAst':
      return ast.extent;
    case 'ReturnStatementAst':
    case 'ExitStatementAst':
      return (ast.pipeline ?? ast).extent;
    default:
      return undefined;
  }
}
