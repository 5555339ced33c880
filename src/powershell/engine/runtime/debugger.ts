/**
 * The debugger at its prompt: what PowerShell's console shows when a script stops, and what it takes there. The person's
 * lines run in the scope of what stopped. Without somebody to talk to (`EngineHost.debugLine`) nothing stops.
 */
import { PSDictionary, type PSValue } from '../../../protocol/objects/index.js';
import { type Extent, isIncomplete } from '../../lang/index.js';
import { convertTo, toNumber, toText } from '../conversion.js';
import { positionText } from '../formatting/error-position.js';
import { settle, type Steps } from '../pending.js';
import { NetThrow, PipelineStopped, PSError } from '../values/exceptions.js';
import { NetObject } from '../values/live.js';
import { addMembers, defineType, requireType } from '../values/net-type.js';
import type { ScriptBlock } from '../values/script-block.js';
import { Collector, type Frame, invocationOf } from './frame.js';
import type { Runtime } from './runtime.js';

/** How a script that stopped goes on: to the next place of any code, of this code or its callers, or of a caller. */
export type Resume = 'into' | 'over' | 'out' | 'continue';
/** What stopped it, as the prompt and `$PSDebugContext` tell it. */
export interface Stop {
  readonly extent: Extent;
  readonly points: readonly { readonly text: string; readonly self: PSValue }[];
  /** The error, or another record, that made it stop. */
  readonly trigger?: PSValue;
}

const COMMANDS: Readonly<Record<string, Resume | 'quit' | 'help' | 'stack' | 'detach'>> = {
  s: 'into',
  stepinto: 'into',
  v: 'over',
  stepover: 'over',
  o: 'out',
  stepout: 'out',
  c: 'continue',
  continue: 'continue',
  q: 'quit',
  quit: 'quit',
  d: 'detach',
  detach: 'detach',
  k: 'stack',
  h: 'help',
  '?': 'help',
};
const named = (keys: string, name: string): string => ` ${keys}, ${name.padEnd(16)}`;
const HELP = `
${named('s', 'stepInto')} Single step (into functions and scripts)
${named('v', 'stepOver')} Step to the next statement (over functions and scripts)
${named('o', 'stepOut')} Step out of the current function or script

${named('c', 'continue')} Go on
${named('q', 'quit')} Stop the script and leave the debugger
${named('d', 'detach')} Go on and leave the debugger (of jobs and runspaces)

 k, Get-PSCallStack  Show the calls under way

${named('l', 'list')} List the script around the current line;
                     "list <m>" from line <m>, "list <m> <n>" <n> lines from there

 <enter>             Repeat the last command if it was stepInto, stepOver or list

${named('?', 'h')} Show this help

`;
const LIST = /^l(?:ist)?(?:\s+(\S+))?(?:\s+(\S+))?$/i;
const LISTED = 16;
const BEFORE = 5;

const CONTEXT = defineType('System.Management.Automation.PSDebugContext');
interface DebugContext {
  readonly invocation: PSValue;
  readonly points: readonly PSValue[];
  readonly trigger: PSValue;
}
const own = (self: PSValue): DebugContext => (self as NetObject<DebugContext>).data;
addMembers(CONTEXT, {
  'System.Management.Automation.InvocationInfo InvocationInfo': (self) => own(self).invocation,
  'System.Management.Automation.Breakpoint[] Breakpoints': (self) => [...own(self).points],
  'System.Object Trigger': (self) => own(self).trigger,
});
/** There while the debugger has stopped a script. */
const VARIABLE = 'PSDebugContext';

const INVALID = 'System.Management.Automation.PSInvalidOperationException';
export interface Processed {
  readonly output: readonly PSValue[];
  readonly resume: Resume | 'stop' | undefined;
  /** A command of the debugger itself. */
  readonly isOwn: boolean;
}
export interface StopArguments {
  readonly context: DebugContext;
  resume: Resume | 'stop';
}
const RESUMES = { continue: 'Continue', into: 'StepInto', out: 'StepOut', over: 'StepOver', stop: 'Stop' } as const;
const ACTION = 'System.Management.Automation.DebuggerResumeAction';
export const resumeAction = (resume: Resume | 'stop'): PSValue => convertTo(RESUMES[resume], requireType(ACTION));
const argumentsOf = (self: PSValue): StopArguments => (self as NetObject<StopArguments>).data;
const ARGUMENTS = defineType(
  'System.Management.Automation.DebuggerStopEventArgs',
  { base: 'System.EventArgs' },
  {
    'System.Management.Automation.InvocationInfo InvocationInfo': (self) => argumentsOf(self).context.invocation,
    'System.Management.Automation.Breakpoint[] Breakpoints': (self) => [...argumentsOf(self).context.points],
    [`${ACTION} ResumeAction`]: (self) => resumeAction(argumentsOf(self).resume),
    [`set ${ACTION} ResumeAction`]: (self, value) => {
      const wanted = toText(convertTo(value ?? null, requireType(ACTION)));
      for (const [resume, name] of Object.entries(RESUMES))
        if (name === wanted) argumentsOf(self).resume = resume as Resume | 'stop';
      return undefined;
    },
  },
);
/** That of a runspace as scripts see it. */
export const debuggerObject = (rt: Runtime): NetObject<Runtime> => new NetObject<Runtime>(DEBUGGER, rt);
const DEBUGGER = defineType('System.Management.Automation.ScriptDebugger', {
  base: 'System.Management.Automation.Debugger',
});
export const debuggerOf = (rt: Runtime): Debugger => (rt.debugger ??= new Debugger());

export class Debugger {
  /** The first stop of a session is announced. */
  #isKnown = false;
  /** Where, while somebody is talked to. */
  stopped: { readonly frame: Frame; readonly extent: Extent } | undefined;
  /** What an empty line says again. */
  #last: Resume | 'list' | undefined;
  #listed = 0;
  /** Blocks of scripts that hear of each stop and say how the script goes on. */
  readonly listeners: ScriptBlock[] = [];
  /** The console talks to a person, besides those that listen: `$Host.DebuggerEnabled`. */
  isInteractive = true;
  /** What a stop tells to those who listen; `undefined` while nothing has stopped. */
  told: StopArguments | undefined;
  /** Takes what a command of a listener writes, in place of the host. */
  #taken: PSValue[] | undefined;

  /** Whether a stop comes to somebody. */
  hears({ host }: Runtime): boolean {
    return this.listeners.length > 0 || (this.isInteractive && host.debugLine !== undefined);
  }
  /** A command of a listener while a script is stopped: what it wrote, and how the script shall go on by it. */
  *process(text: string): Steps<Processed> {
    const { stopped } = this;
    if (stopped === undefined) throw new NetThrow(INVALID, 'The debugger has not stopped a script.');
    const output: PSValue[] = [];
    this.#taken = output;
    try {
      const resume = yield* this.#obey(stopped.frame, { extent: stopped.extent, points: [] }, text);
      return { output, resume, isOwn: resume !== undefined || isOwnCommand(text) };
    } catch (error) {
      if (error instanceof PipelineStopped && /^q(?:uit)?$/i.test(text.trim()))
        return { output, resume: 'stop', isOwn: true };
      throw error;
    } finally {
      this.#taken = undefined;
    }
  }
  *#tell(f: Frame, context: DebugContext): Steps<Resume> {
    const { rt } = f;
    const args: StopArguments = { context, resume: 'continue' };
    this.told = args;
    for (const block of Array.from(this.listeners))
      try {
        yield* settle(rt.callBlock(block, [debuggerObject(rt), new NetObject<StopArguments>(ARGUMENTS, args)]));
      } catch (error) {
        // What goes wrong in one is nobody's business but its own.
        if (!(error instanceof PSError)) throw error;
      }
    this.told = undefined;
    if (args.resume === 'stop') throw new PipelineStopped();
    return args.resume;
  }

  /** Talks until the script goes on. @throws {PipelineStopped} it shall not. */
  *stop(f: Frame, stop: Stop): Steps<Resume> {
    const { rt } = f;
    const { current, lastOk } = rt;
    const level = rt.global.own('nestedpromptlevel');
    const before = level?.value ?? 0;
    const context = f.scope.own(VARIABLE.toLowerCase())?.value;
    const talks = this.isInteractive && rt.host.debugLine !== undefined;
    if (talks) yield* this.#announce(f, stop);
    rt.current = f;
    if (talks) rt.global.force('NestedPromptLevel', toNumber(before) + 1);
    const told = contextOf(f, stop);
    const shown = new NetObject(CONTEXT, told);
    f.scope.force(VARIABLE, shown);
    const outer = rt.global.own(VARIABLE.toLowerCase())?.value;
    if (this.listeners.length > 0) rt.global.force(VARIABLE, shown);
    this.#listed = 0;
    this.stopped = { frame: f, extent: stop.extent };
    try {
      if (this.listeners.length > 0) {
        const resume = yield* this.#tell(f, told);
        if (!talks) return resume;
      }
      for (;;) {
        const line = yield* this.#read(f);
        if (line === undefined) return 'continue';
        const next = yield* this.#obey(f, stop, line);
        if (next !== undefined) return next;
      }
    } finally {
      this.stopped = undefined;
      if (outer === undefined) rt.global.remove(VARIABLE.toLowerCase());
      else rt.global.force(VARIABLE, outer);
      if (context === undefined) f.scope.remove(VARIABLE.toLowerCase());
      else f.scope.force(VARIABLE, context);
      rt.global.force('NestedPromptLevel', before);
      rt.current = current;
      rt.lastOk = lastOk;
    }
  }
  *#announce(f: Frame, { extent, points }: Stop): Steps<void> {
    const lines: string[] = [];
    if (!this.#isKnown) lines.push('Entering debug mode. Use h or ? for help.', '');
    this.#isKnown = true;
    for (const { text } of points) lines.push(`Hit ${text}`);
    if (points.length > 0) lines.push('');
    lines.push(positionText(extent));
    yield* write(f, lines.join('\n'));
  }
  /** A line, or several that are one text; undefined: nobody is there any more. */
  *#read(f: Frame): Steps<string | undefined> {
    const { host } = f.rt;
    let prompt = `[DBG]: ${yield* promptOf(f)}`;
    let text: string | undefined;
    for (;;) {
      const line = yield* settle(f.rt.wait(host.debugLine?.(prompt, f.rt.signal) ?? Promise.resolve(undefined)));
      if (line === undefined) return undefined;
      if (text !== undefined && line.trim() === '') return text;
      // A first line may be several already, where the host's editor knows that they are one text.
      if (text === undefined && !isIncomplete(line)) return line;
      text = text === undefined ? line : `${text}\n${line}`;
      prompt = '>> ';
    }
  }
  /** How the script goes on; undefined while it does not. */
  *#obey(f: Frame, { extent }: Stop, line: string): Steps<Resume | undefined> {
    const text = line.trim();
    if (text === '' && this.#last === undefined) return undefined;
    const again = text === '' && this.#last === 'list';
    const list = LIST.exec(text);
    if (again || list !== null) {
      this.#last = 'list';
      yield* this.#list(f, extent, again ? String(this.#listed + 1) : list?.[1], list?.[2]);
      return undefined;
    }
    const command = text === '' ? this.#last : COMMANDS[text.toLowerCase()];
    this.#last = command === 'into' || command === 'over' ? command : undefined;
    switch (command) {
      case 'quit':
        throw new PipelineStopped();
      case 'help':
        yield* this.#write(f, HELP.split('\n'));
        return undefined;
      case 'detach':
        yield* this.#complain(f, 'The debugger can be detached from jobs and runspaces only.');
        return undefined;
      case 'stack':
        yield* this.#run(f, 'Get-PSCallStack');
        return undefined;
      case undefined:
      case 'list':
        yield* this.#run(f, line);
        return undefined;
      default:
        return command;
    }
  }
  *#list(f: Frame, extent: Extent, from: string | undefined, count: string | undefined): Steps<void> {
    const { source } = extent;
    const lines = source.text.split(/\r\n|\r|\n/);
    const here = extent.startLineNumber;
    const start = from === undefined ? Math.max(here - BEFORE, 1) : whole(from);
    const wanted = count === undefined ? LISTED : whole(count);
    if (this.#listed >= lines.length && from === String(this.#listed + 1)) return;
    if (start === undefined || start > lines.length) {
      yield* this.#complain(f, `The starting line must be a positive integer no greater than ${lines.length}`);
      return;
    }
    if (wanted === undefined) {
      yield* this.#complain(f, 'The line count must be a positive integer.');
      return;
    }
    const shown = lines
      .slice(start - 1, start - 1 + wanted)
      .map((text, at) => `${String(start + at).padStart(5)}:${start + at === here ? '*' : ' '} ${text}`);
    this.#listed = start + shown.length - 1;
    yield* this.#write(f, ['\n', ...shown, '\n'], `\n${shown.join('\n')}\n`);
  }
  /** Lines for a person, or one by one for who listens. */
  *#write(f: Frame, lines: readonly string[], text = lines.join('\n')): Steps<void> {
    if (this.#taken === undefined) yield* write(f, text);
    else this.#taken.push(...lines);
  }
  *#complain(f: Frame, text: string): Steps<void> {
    if (this.#taken === undefined) yield* complain(f, text);
    else this.#taken.push(text);
  }
  *#run(f: Frame, text: string): Steps<void> {
    if (this.#taken === undefined) {
      yield* run(f, text);
      return;
    }
    const out = new Collector();
    yield* settle(f.rt.runBlock(f.rt.parseHere(f, text), [], { frame: f, dotted: true, out }));
    this.#taken.push(...out.items);
  }
}
/** Whether the debugger itself knows it, and not the script's commands. */
function isOwnCommand(text: string): boolean {
  const line = text.trim();
  return LIST.test(line) || COMMANDS[line.toLowerCase()] !== undefined;
}
const whole = (text: string): number | undefined => {
  const value = /^\+?\d+$/.test(text) ? Number(text) : 0;
  return value > 0 ? value : undefined;
};

function contextOf(f: Frame, { extent, points, trigger = null }: Stop): DebugContext {
  const { rt } = f;
  const place = { ...invocationOf('', 'Script'), extent, scriptName: extent.file ?? '' };
  const invocation = rt.invocationObject(f, place, new PSDictionary(), rt.parseHere(f, ''));
  return { invocation, points: points.map(({ self }) => self), trigger };
}
function* write(f: Frame, text: string): Steps<void> {
  yield* settle(f.rt.callHost('WriteLine2', [text]));
}
function* complain(f: Frame, text: string): Steps<void> {
  yield* settle(f.rt.callHost('WriteErrorLine', [text]));
}
/** What the person's `prompt` function says. */
function* promptOf(f: Frame): Steps<string> {
  const { rt } = f;
  try {
    const site = invocationOf('prompt', 'Function');
    const said = toText(yield* settle(rt.callBlock(rt.parseHere(f, 'prompt'), [], { frame: f, site })));
    return said === '' ? 'PS>' : said;
  } catch (error) {
    if (error instanceof PSError) return 'PS>';
    throw error;
  }
}
function* run(f: Frame, text: string): Steps<void> {
  yield* settle(f.rt.runNested(text));
}
