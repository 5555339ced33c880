/**
 * A `powershell` line of a cmd shell, run in a session of the default configuration: a client of our own opens the
 * session, runs the script and turns its streams into what the program would have written.
 *
 * Output is formatted by the session's own `Out-String`; where it has none (the core module alone), by the objects'
 * text. stderr carries errors, warnings and the like: as CLIXML behind `-EncodedCommand`, as powershell.exe does when
 * its stderr is a pipe, else as text. The exit code is the script's `exit`, or 1 after a terminating error.
 */
import { randomBytes } from 'node:crypto';
import type { Guid } from '../../protocol/bytes/index.js';
import { guidFromRandom } from '../../protocol/bytes/index.js';
import { PSSessionError } from '../../protocol/errors/index.js';
import {
  pipelineCommand,
  PSChar,
  PSDateTime,
  PSDecimal,
  PSGuid,
  PSNumber,
  PSObject,
  PSPrimitive,
  PSScriptBlockText,
  PSTimeSpan,
  PSUInt64,
  PSUri,
  PSVersion,
  PSXmlDocument,
  type PSErrorRecord,
  type PSValue,
} from '../../protocol/objects/index.js';
import { ClientPool, NO_HOST, type ClientPoolEvent, type HostInfo } from '../../protocol/psrp/index.js';
import { scriptDefinition } from '../hosts/script-definition.js';
import type { RunspaceHost } from '../runspace-host.js';
import type { CommandPlan } from './command-line.js';
import type { CmdProcessSink } from './cmd-process.js';

/** What powershell.exe assumes where there is no console. */
const WIDTH = 80;
const MAX_PACKET_BYTES = 32_768;
/** A host that takes `exit` and prints lines; no prompts, because nobody could answer them. */
const LINE_HOST: HostInfo = {
  ...NO_HOST,
  isHostNull: false,
  isHostUINull: false,
  defaultData: {
    bufferSize: { width: WIDTH, height: 3000 },
    windowSize: { width: WIDTH, height: 50 },
    maxWindowSize: { width: WIDTH, height: 50 },
    maxPhysicalWindowSize: { width: WIDTH, height: 50 },
  },
};
/** 1970-01-01 in ticks of 100 ns since the year 1. */
const UNIX_EPOCH_TICKS = 621_355_968_000_000_000n;
const text = new TextEncoder();

export class PowerShellLine {
  readonly #plan: Extract<CommandPlan, { kind: 'powershell' }>;
  readonly #sink: CmdProcessSink;
  readonly #pool = new ClientPool({ random: (count) => new Uint8Array(randomBytes(count)), hostInfo: LINE_HOST });
  #pipelineId: Guid = guidFromRandom(randomBytes(16));
  readonly #input: Uint8Array[] = [];
  readonly #errors: string[] = [];
  #host: RunspaceHost | undefined;
  #script: string | undefined;
  #inputEnded = false;
  #started = false;
  #exitCode: number | undefined;
  #failed = false;
  #interrupted = false;
  #finished = false;
  #formatted = true;
  /** Set while the sink has no room. */
  #room: Promise<void> | undefined;

  constructor(
    plan: Extract<CommandPlan, { kind: 'powershell' }>,
    openRunspace: () => Promise<RunspaceHost>,
    sink: CmdProcessSink,
  ) {
    this.#plan = plan;
    this.#sink = sink;
    this.#script = plan.script;
    openRunspace().then(
      (host) => this.#open(host),
      (error: unknown) => {
        this.#errors.push(error instanceof PSSessionError ? error.message : 'The session could not be made.');
        this.#finish(1);
      },
    );
  }

  /** Input is the script itself (`powershell -`), or lines for `$input`. */
  write(bytes: Uint8Array): Promise<void> {
    this.#input.push(bytes);
    return Promise.resolve();
  }

  closeInput(): void {
    if (this.#inputEnded) return;
    this.#inputEnded = true;
    if (this.#plan.script === undefined) this.#script = this.#inputText();
    this.#start();
  }

  interrupt(): void {
    this.#interrupted = true;
    void this.#host?.stopPipeline(this.#pipelineId);
  }

  terminate(): void {
    this.#finish(1);
  }

  #inputText(): string {
    return Buffer.concat(this.#input)
      .toString('utf8')
      .replace(/^\uFEFF/, '');
  }

  #open(host: RunspaceHost): void {
    this.#host = host;
    if (this.#finished) {
      void host.close();
      return;
    }
    host.attach({
      poolOutput: (fragment) => this.#take(this.#pool.receivePoolData(fragment)),
      pipelineOutput: (id, fragment) => {
        this.#take(this.#pool.receivePipelineData(id, fragment));
        return this.#room; // a client that does not read holds the script
      },
      pipelineDone: () => undefined,
      closed: (reason) => {
        if (reason !== undefined) this.#errors.push(reason.message);
        this.#finish(1);
      },
    });
    this.#take(this.#pool.open());
  }

  #take(events: readonly ClientPoolEvent[]): void {
    for (const event of events) this.#handle(event);
    this.#send();
  }

  #send(): void {
    for (;;) {
      const bytes = this.#pool.poolBytesToSend(MAX_PACKET_BYTES);
      if (bytes === undefined) break;
      this.#host?.poolInput(bytes, 'Default');
    }
    if (!this.#started) return;
    for (;;) {
      const bytes = this.#pool.pipelineBytesToSend(this.#pipelineId, MAX_PACKET_BYTES);
      if (bytes === undefined) break;
      this.#host?.pipelineInput(this.#pipelineId, bytes, 'Default');
    }
  }

  #handle(event: ClientPoolEvent): void {
    switch (event.type) {
      case 'stateChanged':
        if (event.state === 'Opened') this.#start();
        if (event.state === 'Broken') {
          this.#errors.push(event.error?.exception.message ?? event.reason?.message ?? 'The session broke.');
          this.#finish(1);
        }
        return;
      case 'output':
        this.#output(lineOf(event.value));
        return;
      case 'error':
        this.#error(event.record);
        return;
      case 'informational':
        if (event.record.kind === 'Warning') this.#stderrOrOut(`WARNING: ${event.record.message}`);
        return;
      case 'hostCall':
        this.#hostCall(event.call);
        return;
      case 'pipelineStateChanged':
        this.#ended(event);
        return;
      default:
        return;
    }
  }

  #start(): void {
    const script = this.#script;
    if (this.#pool.state !== 'Opened' || this.#started || script === undefined || this.#finished) return;
    const wantsInput = this.#plan.script !== undefined && /\$input\b/i.test(script);
    if (wantsInput && !this.#inputEnded) return;
    this.#started = true;
    const outString = pipelineCommand('Out-String', {
      parameters: [
        { name: 'Stream', value: true },
        { name: 'Width', value: WIDTH },
      ],
    });
    const definition = this.#formatted ? scriptDefinition(script, false, outString) : scriptDefinition(script, false);
    this.#pool.createPipeline(definition, { pipelineId: this.#pipelineId, noInput: !wantsInput });
    if (wantsInput) {
      for (const line of this.#inputText().split(/\r?\n/)) this.#pool.sendInput(this.#pipelineId, line);
      this.#pool.endInput(this.#pipelineId);
    }
    const first = this.#pool.pipelineBytesToSend(this.#pipelineId, MAX_PACKET_BYTES);
    if (first !== undefined) this.#host?.startPipeline(this.#pipelineId, first);
    this.#send();
  }

  /** The engine's core module alone has no `Out-String`. It says so before it runs anything: once more without. */
  #startUnformatted(): void {
    void this.#host?.closePipeline(this.#pipelineId);
    this.#pipelineId = guidFromRandom(randomBytes(16));
    this.#formatted = false;
    this.#started = false;
    this.#start();
  }

  #output(line: string): void {
    this.#write(`${line.replace(/\r?\n$/, '')}\n`);
  }

  #write(value: string): void {
    const room = this.#sink.output('stdout', text.encode(value));
    if (room === undefined) return;
    this.#room = room;
    void room.then(() => {
      if (this.#room === room) this.#room = undefined;
    });
  }

  #stderrOrOut(line: string): void {
    this.#output(line);
  }

  #error(record: PSErrorRecord): void {
    this.#errors.push(errorText(record));
  }

  #hostCall(call: Extract<ClientPoolEvent, { type: 'hostCall' }>['call']): void {
    switch (call.method) {
      case 'SetShouldExit':
        this.#exitCode = call.parameters[0];
        return;
      case 'WriteLine2':
        this.#output(call.parameters[0]);
        return;
      case 'WriteLine3':
        this.#output(call.parameters[2]);
        return;
      case 'Write1':
        this.#write(call.parameters[0]);
        return;
      case 'Write2':
        this.#write(call.parameters[2]);
        return;
      default:
        if (!call.isVoid) void this.#host?.stopPipeline(this.#pipelineId); // a prompt that nobody can answer
    }
  }

  #ended(event: Extract<ClientPoolEvent, { type: 'pipelineStateChanged' }>): void {
    if (event.state !== 'Completed' && event.state !== 'Failed' && event.state !== 'Stopped') return;
    if (event.state === 'Failed') {
      if (this.#formatted && isMissingOutString(event.error)) {
        this.#startUnformatted();
        return;
      }
      this.#failed = true;
      if (event.error !== undefined) this.#error(event.error);
      else this.#errors.push(event.reason?.message ?? 'The pipeline failed.');
    }
    const code = this.#interrupted ? 0xc000_013a : (this.#exitCode ?? (this.#failed ? 1 : 0));
    this.#finish(code);
  }

  #finish(exitCode: number): void {
    if (this.#finished) return;
    this.#finished = true;
    if (this.#errors.length > 0) void this.#sink.output('stderr', text.encode(this.#errorOutput()));
    this.#sink.exited(exitCode);
    void this.#host?.close().catch(() => undefined);
  }

  #errorOutput(): string {
    const lines = this.#errors.map((line) => `${line}\n`);
    if (this.#plan.errorFormat === 'text') return lines.join('');
    const items = lines.map((line) => `<S S="Error">${escapeClixml(line.replaceAll('\n', '\r\n'))}</S>`).join('');
    return `#< CLIXML\r\n<Objs Version="1.1.0.1" xmlns="http://schemas.microsoft.com/powershell/2004/04">${items}</Objs>`;
  }
}

function isMissingOutString(error: PSErrorRecord | undefined): boolean {
  return error?.fullyQualifiedErrorId === 'CommandNotFoundException' && error.categoryTargetName === 'Out-String';
}

/** Without `Out-String` an object is shown by its text. */
function lineOf(value: PSValue): string {
  if (value === null) return '';
  if (value === true) return 'True';
  if (value === false) return 'False';
  if (value instanceof Uint8Array) return value.join('\n');
  if (typeof value !== 'object') return String(value);
  if (value instanceof PSObject) return value.base === undefined ? value.toString() : lineOf(value.base);
  if (value instanceof PSDateTime) return new Date(Number((value.ticks - UNIX_EPOCH_TICKS) / 10_000n)).toISOString();
  if (value instanceof PSTimeSpan) return `${Number(value.ticks) / 10_000_000} s`;
  if (value instanceof PSPrimitive) return value instanceof PSNumber ? value.toString() : primitiveText(value);
  return value.map((item) => lineOf(item)).join('\n');
}

/** The primitives whose text is their value; of the others (a progress record for one) the tag is shown. */
function primitiveText(value: PSPrimitive): string {
  if (value instanceof PSUInt64 || value instanceof PSDecimal || value instanceof PSChar) return value.toString();
  if (value instanceof PSGuid || value instanceof PSUri || value instanceof PSVersion) return value.toString();
  if (value instanceof PSXmlDocument || value instanceof PSScriptBlockText) return value.toString();
  return value.tag;
}

/** As ConciseView without colours: the message, behind the command where there is one. */
function errorText(record: PSErrorRecord): string {
  const message = record.detailsMessage ?? record.exception.message;
  const name = record.invocationInfo?.myCommand?.name ?? record.categoryActivity;
  return name === '' ? message : `${name} : ${message}`;
}

/** Control characters as CLIXML writes them, and XML's own. protocol.md 2.4 */
function escapeClixml(value: string): string {
  return value
    .replace(/_(?=[xX])/g, '_x005F_')
    .replace(/[\u0000-\u001f\u007f-\u009f\ud800-\udfff]/g, (char) => {
      return `_x${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
    })
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
