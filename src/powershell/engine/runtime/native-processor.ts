/**
 * A program as a command of a pipeline. Its input is written as it comes, its lines go on as soon as they are there; its
 * error lines become records of the error stream; its exit code is `$LASTEXITCODE` and decides `$?`.
 */
import { pushOne } from '../room.js';
import nodePath from 'node:path';
import { PSChar, type PSValue } from '../../../protocol/objects/index.js';
import { Program, type ProgramEvent, type ProgramOptions } from '../../../io/runtime/index.js';
import { convertTo, isNumeric, toBoolean, shownText, toText } from '../conversion.js';
import { type Coder, coderOf, type CoderStream } from '../net/text.js';
import { drive, type Pending, settle, type Steps } from '../pending.js';
import { ErrorRecordObject, ExceptionObject, exceptionType, fail, PSError } from '../values/exceptions.js';
import { EnumValue, unwrap } from '../values/live.js';
import { requireType } from '../values/net-type.js';
import type { Argument } from './binder.js';
import type { Frame, Invocation } from './frame.js';
import { Processor } from './processor.js';
import { nativeArguments } from './native-arguments.js';
import { ARGUMENT_PASSING } from './preference-variables.js';
import type { Runtime } from './runtime.js';

/** Whole lines of a stream of bytes; CR, LF and CR LF end a line. */
class LineReader {
  readonly #decoder: CoderStream;
  #rest = '';
  constructor(coder: Coder) {
    this.#decoder = coder.stream();
  }
  push(bytes: Uint8Array): string[] {
    this.#rest += this.#decoder.push(bytes);
    const lines = this.#rest.split(/\r\n|\n|\r(?!$)/);
    this.#rest = lines.pop() ?? '';
    return lines;
  }
  /** Bytes of a character that was cut are nothing, as .NET has it. */
  end(): string[] {
    const last = this.#rest;
    this.#rest = '';
    return last === '' ? [] : [last.replace(/\r$/, '')];
  }
}

/** A program that Ctrl+C ended, and how long this process may take to hear of that itself. */
const INTERRUPTED = 130;
const HEARD_MS = 20;
/** What stands on a line of its own, however it is shown; the rest is formatted. */
const isText = (value: PSValue): boolean =>
  typeof value !== 'object' || value instanceof PSChar || value instanceof EnumValue || isNumeric(value);

export class NativeProcessor extends Processor {
  readonly #file: string;
  readonly #args: readonly Argument[];
  readonly #frame: Frame;
  readonly #invocation: Invocation;
  readonly #out: LineReader;
  readonly #err: LineReader;
  /** How the text of its input is written; made of `$OutputEncoding` with the first text. */
  #coder: Coder | undefined;
  #program: Program | undefined;
  #objects: PSValue[] = [];
  #code: number | undefined;
  #errorLines = 0;
  /** The host was told that a program has streams of this process. */
  #announced = false;
  /** It reads and writes this process's own streams: Ctrl+C is its own affair until it ends. */
  #alone = false;
  constructor(file: string, args: readonly Argument[], frame: Frame, invocation: Invocation) {
    super();
    this.#file = file;
    this.#args = args;
    this.#frame = frame;
    this.#invocation = invocation;
    const coder = coderOf(frame.rt.consoleEncodings.output);
    this.#out = new LineReader(coder);
    this.#err = new LineReader(coder);
  }
  get #rt(): Runtime {
    return this.#frame.rt;
  }
  begin(): Pending<void> {
    const { rt } = this.#frame;
    const streams = this.#ownStreams();
    if (!Object.values(streams).includes('inherit')) return this.#start(streams);
    this.#announced = true;
    this.#alone =
      streams.input === 'inherit' && streams.output === 'inherit' && this.#frame.streams.own?.terminal === true;
    return rt.callHost('NotifyBeginApplication', []).then(() => this.#start(streams));
  }
  /** As PowerShell does it: a stream that nobody in the session feeds or reads is the process's own, where it may be. */
  #ownStreams(): Pick<ProgramOptions, 'input' | 'output' | 'error'> {
    const { own, error } = this.#frame.streams;
    const written = own !== undefined && !this.#rt.transcripts.any;
    return {
      input: this.#invocation.expectingInput ? 'pipe' : own?.input === true ? 'inherit' : 'nothing',
      output: written && this.out.own === true ? 'inherit' : 'pipe',
      error: written && own.error === error ? 'inherit' : 'pipe',
    };
  }
  #start(streams: Pick<ProgramOptions, 'input' | 'output' | 'error'>): undefined {
    const { rt } = this.#frame;
    try {
      this.#program = new Program({
        file: this.#file,
        args: nativeArguments(rt, this.#args, this.#argumentPassing()),
        cwd: rt.location,
        env: Object.fromEntries(rt.environment),
        ...streams,
      });
    } catch (error) {
      throw this.#cannotRun(error);
    }
    return undefined;
  }
  /** What is no such style is taken for the old one, as PowerShell does. */
  #argumentPassing(): string {
    const wanted = this.#frame.scope.find('psnativecommandargumentpassing');
    if (wanted === undefined) return 'Standard';
    try {
      return toText(convertTo(wanted.read(), requireType(ARGUMENT_PASSING)));
    } catch {
      return 'Legacy';
    }
  }
  #cannotRun(error: unknown): unknown {
    if (error instanceof PSError) return error;
    const reason = error instanceof Error ? error.message : String(error);
    return fail('NativeCommandFailed', `Program '${nodePath.basename(this.#file)}' failed to run: ${reason}`, {
      category: 'ResourceUnavailable',
      type: 'System.Management.Automation.ApplicationFailedException',
      extent: this.#invocation.extent,
    });
  }
  process(value: PSValue): Pending<void> {
    return drive(this.#feed(value));
  }
  /** Bytes of a program before this one go on as they are. */
  override readonly bytes = (bytes: Uint8Array): Pending<void> => {
    const program = this.#program;
    return program === undefined ? undefined : drive(this.#give(program, bytes));
  };
  *#feed(value: PSValue): Steps<void> {
    const program = this.#program;
    if (program === undefined) return;
    const inner = unwrap(value);
    if (inner === null) return;
    if (!isText(inner)) {
      pushOne(this.#objects, value);
      return;
    }
    yield* this.#flushObjects(program);
    yield* this.#giveText(program, `${shownText(inner)}\n`);
  }
  *#flushObjects(program: Program): Steps<void> {
    if (this.#objects.length === 0) return;
    const text = yield* this.#rt.formatText(this.#frame, this.#objects);
    this.#objects = [];
    yield* this.#giveText(program, text);
  }
  *#giveText(program: Program, text: string): Steps<void> {
    if (this.#coder === undefined) {
      this.#coder = coderOf(this.#frame.scope.find('outputencoding')?.read());
      const { preamble } = this.#coder;
      if (preamble.length > 0) yield* this.#give(program, Uint8Array.from(preamble));
    }
    yield* this.#give(program, this.#coder.page === 65001 ? text : this.#coder.encode(text));
  }
  *#give(program: Program, data: Uint8Array | string): Steps<void> {
    yield* settle(this.#rt.wait(program.write(data)));
    // What the program already said goes on before more is fed to it.
    for (let event = program.take(); event !== undefined; event = program.take()) yield* this.#take(event);
  }
  processNothing(): Pending<void> {
    return undefined;
  }
  end(): Pending<void> {
    return drive(this.#end());
  }
  *#end(): Steps<void> {
    const program = this.#program;
    if (program === undefined) return;
    yield* this.#flushObjects(program);
    program.endInput();
    while (this.#code === undefined) {
      let event: ProgramEvent;
      try {
        event = yield* settle(this.#alone ? program.next() : this.#rt.wait(program.next()));
      } catch (error) {
        if (error instanceof Error && 'syscall' in error) throw this.#cannotRun(error);
        throw error;
      }
      yield* this.#take(event);
    }
    this.#rt.setExitCode(this.#code);
    // A stop that came while the program was alone was left to it; now it ends the line. One Ctrl+C is heard by both, and
    // the program's end may be told before it.
    if (this.#alone) yield* settle(this.#rt.yieldNow());
    if (this.#alone && this.#code === INTERRUPTED) yield* settle(this.#rt.sleep(HEARD_MS));
    for (const line of this.#out.end()) yield* settle(this.out.write(line));
    for (const line of this.#err.end()) yield* this.#errorLine(line);
    yield* this.#finished(this.#code);
  }
  *#take(event: ProgramEvent): Steps<void> {
    switch (event.type) {
      case 'exit':
        this.#code = event.code;
        return;
      case 'stdout': {
        const { bytes } = this.out;
        if (bytes !== undefined) yield* settle(bytes(event.bytes));
        else
          for (const line of this.#out.push(event.bytes)) {
            yield* settle(this.out.write(line));
            const tick = this.#rt.tick();
            if (tick !== undefined) yield tick;
          }
        return;
      }
      case 'stderr':
        for (const line of this.#err.push(event.bytes)) yield* this.#errorLine(line);
    }
  }
  *#errorLine(line: string): Steps<void> {
    const exception = new ExceptionObject(exceptionType('System.Management.Automation.RemoteException'), line);
    const record = new ErrorRecordObject(
      exception,
      this.#errorLines === 0 ? 'NativeCommandError' : 'NativeCommandErrorMessage',
      'NotSpecified',
      this.#errorLines === 0 ? line : null,
    );
    if (this.#errorLines === 0) {
      record.extent = this.#invocation.extent;
      record.commandName = nodePath.basename(this.#file);
    }
    this.#errorLines += 1;
    yield* settle(this.#frame.streams.error(record));
  }
  *#finished(code: number): Steps<void> {
    this.failed = code !== 0;
    if (code === 0) return;
    const wanted = this.#frame.scope.find('psnativecommanduseerroractionpreference')?.read() ?? null;
    // A text is no word for true or false that counts here: any but an empty one is true, "false" too.
    if (!toBoolean(wanted)) return;
    const name = nodePath.basename(this.#file);
    const error = fail(
      'ProgramExitedWithNonZeroCode',
      `Program "${name}" ended with non-zero exit code: ${code} (0x${code.toString(16).toUpperCase().padStart(2, '0')}).`,
      {
        category: 'NotSpecified',
        target: this.#file,
        type: 'System.Management.Automation.NativeCommandExitException',
      },
    );
    const { record } = error;
    const { details } = record.exception;
    details.set('Path', this.#file);
    details.set('ExitCode', code);
    details.set('ProcessId', this.#program?.id ?? 0);
    const preference = this.#rt.preference(this.#frame, 'ErrorActionPreference');
    yield* settle(this.#rt.nonTerminating(this.#frame, record, preference));
  }
  override dispose(): void {
    this.#program?.kill();
    this.#program = undefined;
    if (this.#announced) void this.#rt.host.call('NotifyEndApplication', [], this.#rt.signal).catch(() => null);
    this.#announced = false;
  }
}
