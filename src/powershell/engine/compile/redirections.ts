/** `> file`, `2>&1`, `> variable:name`: where the streams of a command or an expression go. */
import type { PSValue } from '../../../protocol/objects/index.js';
import type { RedirectionAst } from '../../lang/index.js';
import { toText } from '../conversion.js';
import { andThen, drive, type Pending, settle, type Steps } from '../pending.js';
import { Collector, type Frame, NOWHERE, type OutPipe, type Streams } from '../runtime/frame.js';
import type { Processor } from '../runtime/processor.js';
import { ErrorRecordObject, fail, PSError } from '../values/exceptions.js';
import { plain } from '../values/live.js';
import { compileExpression, type Expr } from './expressions.js';

type Redirect = {
  readonly from: string;
  readonly to: string | undefined;
  readonly file: Expr | undefined;
  readonly append: boolean;
};
export function compileRedirections(redirections: readonly RedirectionAst[]): readonly Redirect[] {
  return redirections.map((redirection) =>
    redirection.kind === 'MergingRedirectionAst'
      ? { from: redirection.fromStream, to: redirection.toStream, file: undefined, append: false }
      : {
          from: redirection.fromStream,
          to: undefined,
          file: compileExpression(redirection.location),
          append: redirection.append,
        },
  );
}

/** Somewhere outside of the pipeline. */
interface Target {
  readonly pipe: OutPipe;
  /** Makes the file, before anything is written. */
  open(): Pending<void>;
  close(): Pending<void>;
  /** After close, or instead of it when something failed. */
  release(): Pending<void>;
}
/** What is written to a file goes through Out-File, as PowerShell has it: formatted, with its errors. */
function fileTarget(f: Frame, path: string, append: boolean): Target {
  let writer: Processor | undefined;
  return {
    pipe: {
      write: (value) => writer?.process(value),
      bytes: (chunk) => writer?.raw?.(chunk),
    },
    open: () =>
      andThen(
        f.rt.commands.builtIn(f, 'Microsoft.PowerShell.Utility\\Out-File', [
          { name: 'FilePath', value: path, text: '-FilePath' },
          ...(append ? [{ name: 'Append', value: true, text: '-Append' }] : []),
        ]),
        (found) => {
          writer = found;
          return drive(started(found));
        },
      ),
    close: () => writer?.end(),
    release: () => writer?.dispose(),
  };
}
/** A drive that is not there is the redirection's own fault, and no command's. */
function* started(writer: Processor): Steps<void> {
  try {
    yield* settle(writer.start());
  } catch (error) {
    if (!(error instanceof PSError) || error.record.errorId !== 'DriveNotFound') throw error;
    const { category, exception, targetObject: target } = error.record;
    throw fail('DriveNotFound', exception.message, { category, target, type: exception.type.fullName });
  }
}
const VARIABLE = /^variable:(?!:)/i;
/** `> variable:name`: what one object was, or the array of several. */
function variableTarget(f: Frame, name: string, append: boolean): Target {
  const items = new Collector();
  return {
    pipe: items,
    open: () => undefined,
    close: () => {
      const before = append ? plain(f.scope.find(name.toLowerCase())?.read() ?? null) : null;
      const all = [...(before === null ? [] : Array.isArray(before) ? (before as readonly PSValue[]) : [before])];
      all.push(...items.items);
      f.scope.set(name, all.length > 1 ? all : (all[0] ?? null));
    },
    release: () => undefined,
  };
}

export interface Applied {
  readonly frame: Frame;
  readonly redirectsOut: boolean;
  /** `2>&1`, `*>&1`. */
  readonly mergesErrors: boolean;
  /**
   * Where the command's own output goes: to a file that takes no other stream, a program's bytes go as they are. What
   * runs inside of it writes to the frame's, which takes lines.
   */
  readonly ownOut: OutPipe;
  /** Tells merged streams where output goes. */
  readonly attach: (out: OutPipe) => void;
  readonly open: () => Steps<void>;
  readonly finish: () => Steps<void>;
  readonly release: () => Pending<void>;
}
function* nothingToDo(): Steps<void> {}
function* openAll(targets: readonly Target[]): Steps<void> {
  for (const target of targets) yield* settle(target.open());
}
function* closeAll(targets: readonly Target[]): Steps<void> {
  for (const target of targets) yield* settle(target.close());
}
/** Makes the frame whose streams go where the redirections say. Nothing is opened yet. */
export function* applyRedirections(f: Frame, redirections: readonly Redirect[]): Steps<Applied> {
  if (redirections.length === 0)
    return {
      frame: f,
      redirectsOut: false,
      mergesErrors: false,
      ownOut: f.out,
      attach: () => undefined,
      open: nothingToDo,
      finish: nothingToDo,
      release: () => undefined,
    };
  let out: OutPipe = f.out;
  let redirectsOut = false;
  const merged: { target: OutPipe } = { target: f.out };
  const toMerged: OutPipe = { write: (value) => merged.target.write(value) };
  let streams: Streams = f.streams;
  const targets: Target[] = [];
  for (const redirection of redirections) {
    let pipe: OutPipe = toMerged;
    if (redirection.file !== undefined) {
      const path = plain(yield* settle(redirection.file(f)));
      if (path === null || path === '') pipe = NOWHERE;
      else {
        const text = toText(path);
        const target = VARIABLE.test(text)
          ? variableTarget(f, text.replace(VARIABLE, ''), redirection.append)
          : fileTarget(f, text, redirection.append);
        targets.push(target);
        ({ pipe } = target);
      }
    }
    const all = redirection.from === 'All';
    if (redirection.from === 'Output' || all) {
      if (redirection.file !== undefined) {
        out = { write: (value) => pipe.write(value) };
        merged.target = pipe;
        redirectsOut = true;
      }
    }
    const kinds = all ? ['Warning', 'Verbose', 'Debug'] : [redirection.from];
    const before = streams;
    // PowerShell keeps what goes to $null, where no host shows it.
    const nowhere = pipe === NOWHERE ? f.streams.unshown : undefined;
    streams = {
      ...streams,
      informational: (record) =>
        !kinds.includes(record.kind)
          ? before.informational(record)
          : nowhere === undefined
            ? pipe.write(f.rt.informationalObject(record))
            : nowhere.informational(record),
      information: (record) =>
        redirection.from !== 'Information' && !all
          ? before.information(record)
          : nowhere === undefined
            ? pipe.write(f.rt.informationObject(record))
            : nowhere.information(record),
      progress: (record) => before.progress(record),
      error:
        redirection.from !== 'Error' && !all
          ? before.error
          : (record) => {
              // What a program says there is shown as its output is.
              if (record instanceof ErrorRecordObject)
                record.ofErrorStream = !record.errorId.startsWith('NativeCommand');
              return pipe.write(record);
            },
    };
  }
  return {
    frame: { ...f, out, streams },
    redirectsOut,
    mergesErrors: redirections.some(({ from, to }) => to !== undefined && (from === 'Error' || from === 'All')),
    ownOut: redirections.every(({ to, from }) => to === undefined && from !== 'All') ? merged.target : out,
    attach: (target) => {
      if (!redirectsOut) merged.target = target;
    },
    open: () => openAll(targets),
    finish: () => closeAll(targets),
    release: () => {
      let waiting: Promise<void> | undefined;
      for (const target of targets) {
        const left = target.release();
        if (left instanceof Promise) waiting = waiting === undefined ? left : waiting.then(() => left);
      }
      return waiting;
    },
  };
}
