/**
 * The engine as the shell uses it: one runspace, whose output goes through Out-Default to the host as PowerShell's own
 * console does it, and whose other streams are shown as they come.
 */
import type { SessionHost } from '../../client/session/index.js';
import {
  isDisplayed,
  pipelineCommand,
  PipelineResultTypes,
  PSObject,
  type PSCommandDefinition,
  type PSErrorRecord,
  type PSInformationRecord,
  type PSValue,
} from '../../protocol/objects/index.js';
import type {
  EngineHost,
  ConfigurableRunspace,
  ErrorViewOptions,
  PipelineOutcome,
  PipelineRun,
  PipelineSink,
  RunspaceOptions,
} from '../../powershell/engine/index.js';
import { valueText } from '../value-text.js';
import type { ObjectStreams } from './object-streams.js';
import { localEngineHost, type LocalHostOptions } from './local-host.js';

export interface ShellSessionInit extends LocalHostOptions {
  readonly host: SessionHost;
  readonly runspace?: RunspaceOptions;
  readonly color: boolean;
  /** Streams of this process that programs of a line may have themselves. */
  readonly ownStreams?: NonNullable<PipelineRun['ownStreams']>;
  readonly width: () => number;
  /** `-NonInteractive`: nobody is to be asked. */
  readonly asksNobody?: boolean;
  /** Where output goes as objects, instead of to the screen as text. */
  readonly objects?: ObjectStreams | undefined;
}

export interface LineOptions {
  readonly signal: AbortSignal;
  /** The line is one that the person typed. */
  readonly history?: boolean;
  readonly input?: AsyncIterable<PSValue>;
  /** `$args` of the script. */
  readonly arguments?: readonly string[];
  /** See PipelineRun. */
  readonly exitEndsSession?: boolean;
  readonly scriptFile?: string;
}

const NEVER = new AbortController().signal;
const nothing = (): void => undefined;
const SILENT: Omit<PipelineSink, 'output'> = {
  error: nothing,
  informational: nothing,
  progress: nothing,
  information: nothing,
};

export class ShellSession {
  readonly #runspace: ConfigurableRunspace;
  readonly #engineHost: EngineHost;
  readonly #init: ShellSessionInit;
  readonly #texts: Texts;
  /** How many prompts stand within what runs. */
  #nesting = 0;

  private constructor(runspace: ConfigurableRunspace, init: ShellSessionInit, engineHost: EngineHost, texts: Texts) {
    this.#runspace = runspace;
    this.#texts = texts;
    this.#init = init;
    this.#engineHost = engineHost;
  }
  /** Loads the engine. */
  static async open(init: ShellSessionInit): Promise<ShellSession> {
    const { createRunspace, cultureOfProcess, formatErrorRecord, shownText } = await import(
      '../../powershell/engine/index.js'
    );
    const host = localEngineHost(init.host, init);
    const texts: Texts = { error: formatErrorRecord, shown: shownText };
    const rest = { host, sink: sinkOf(init, texts) };
    return new ShellSession(
      createRunspace({ culture: cultureOfProcess(), ...init.runspace, liveObjects: init.objects === undefined, rest }),
      init,
      host,
      texts,
    );
  }

  /** `$?` of the last line. */
  get succeeded(): boolean {
    return this.#runspace.succeeded;
  }

  /** While `prompt` goes on, all runs are within what runs now, and in its scope. */
  async nested<T>(prompt: () => Promise<T>): Promise<T> {
    this.#nesting += 1;
    try {
      return await prompt();
    } finally {
      this.#nesting -= 1;
    }
  }
  get nesting(): number {
    return this.#nesting;
  }

  /** Runs a script text and shows what it gives. */
  async run(text: string, options: LineOptions): Promise<PipelineOutcome> {
    const { ownStreams, objects } = this.#init;
    const outcome = await this.#runspace.run({
      definition: {
        statements: [
          [
            pipelineCommand(text, {
              isScript: true,
              useLocalScope: false,
              parameters: (options.arguments ?? []).map((value) => ({ value })),
              ...(objects === undefined && {
                mergeMyResult: PipelineResultTypes.Error,
                mergeToResult: PipelineResultTypes.Output,
              }),
            }),
            ...(objects === undefined ? [pipelineCommand('Out-Default')] : []),
          ],
        ],
        isNested: false,
        history: text,
        redirectShellErrorOutputPipe: false,
      },
      input: options.input,
      host: this.#engineHost,
      sink: this.#sink(),
      addToHistory: options.history === true,
      nested: this.#nesting > 0,
      ...(options.scriptFile === undefined ? {} : { scriptFile: options.scriptFile }),
      ownStreams: ownStreams && { ...ownStreams, input: ownStreams.input && options.input === undefined },
      exitEndsSession: options.exitEndsSession === true,
      signal: options.signal,
    });
    if (outcome.state === 'Failed') this.showError(outcome.error);
    return outcome;
  }

  /** What an errand of the shell gives: the prompt function, completions. The person's `$?` and `$Error` stay. */
  async ask(
    text: string,
    options: { readonly signal?: AbortSignal; readonly show?: boolean; readonly input?: readonly PSValue[] } = {},
  ): Promise<readonly PSValue[]> {
    return await this.#errand([pipelineCommand(text, { isScript: true, useLocalScope: false })], options);
  }
  /** The same for a command with parameters. */
  async call(
    name: string,
    parameters: Readonly<Record<string, PSValue>>,
    options: { readonly signal?: AbortSignal } = {},
  ): Promise<readonly PSValue[]> {
    const list = Object.entries(parameters).map(([key, value]) => ({ name: key, value }));
    return await this.#errand([pipelineCommand(name, { parameters: list })], options);
  }
  async #errand(
    commands: readonly PSCommandDefinition[],
    options: { readonly signal?: AbortSignal; readonly show?: boolean },
  ): Promise<readonly PSValue[]> {
    const values: PSValue[] = [];
    const shown = options.show === true ? this.#sink() : SILENT;
    const outcome = await this.#runspace.run({
      definition: { statements: [commands], isNested: false, history: null, redirectShellErrorOutputPipe: false },
      input: undefined,
      host: this.#engineHost,
      sink: {
        ...shown,
        output: (value) => {
          values.push(value);
        },
      },
      addToHistory: false,
      errand: true,
      nested: this.#nesting > 0,
      signal: options.signal ?? NEVER,
    });
    if (outcome.state === 'Failed') throw new Error(outcome.error.exception.message);
    return values;
  }

  showError(record: PSErrorRecord): void {
    if (this.#init.objects !== undefined) {
      this.#init.objects.error(record);
      return;
    }
    showError(this.#init, this.#texts, record);
  }
  /** Nobody types: PowerShell.OnIdle. */
  async idle(): Promise<void> {
    await this.#runspace.idle();
  }

  /** The commands of sessions, and `$PSSessionOption` and its kin, which a script may read before it uses a command. */
  async loadFamily(): Promise<void> {
    await this.#runspace.loadLater();
  }

  async dispose(): Promise<void> {
    await this.#runspace.dispose();
  }

  #sink(): PipelineSink {
    return this.#init.objects?.sink ?? sinkOf(this.#init, this.#texts);
  }
}

/** How the engine writes what the shell shows by itself. */
interface Texts {
  readonly error: (record: PSErrorRecord, options: ErrorViewOptions) => string;
  /** In the culture of the runspace. */
  readonly shown: (value: PSValue) => string;
}
function showError({ host, width, color }: ShellSessionInit, texts: Texts, record: PSErrorRecord): void {
  // A script file is called by its path: its bare name is no command that anybody could look up.
  const knowsCommand = (name: string): boolean => !/\.ps1$/i.test(name);
  const text = texts.error(record, { width: width(), color, knowsCommand });
  host.writeErrorLine?.(text.replace(/\n$/, ''));
}
function sinkOf(init: ShellSessionInit, texts: Texts): PipelineSink {
  const { host } = init;
  return {
    // Out-Default prints on the host; what it passes on is text.
    output: (value) => {
      host.writeLine?.(valueText(value));
      return init.drained?.();
    },
    error: (record) => {
      showError(init, texts, record);
      return init.drained?.();
    },
    informational: ({ kind, message }) => {
      if (kind === 'Warning') host.writeWarningLine?.(message);
      else if (kind === 'Verbose') host.writeVerboseLine?.(message);
      else host.writeDebugLine?.(message);
      return init.drained?.();
    },
    progress: (record) => host.writeProgress?.(0n, record),
    information: (record) => {
      showInformation(host, texts, record);
      return init.drained?.();
    },
  };
}
function showInformation(host: SessionHost, texts: Texts, record: PSInformationRecord): void {
  if (!isDisplayed(record)) return;
  const { messageData, tags } = record;
  const data = messageData instanceof PSObject ? messageData : undefined;
  if (tags.includes('PSHOST') && data?.has('NoNewLine') === true) {
    const text = valueText(data.get('Message'));
    const foreground = colorOf(data.get('ForegroundColor'));
    const background = colorOf(data.get('BackgroundColor'));
    if (data.get('NoNewLine') === true) host.write?.(text, foreground, background);
    else host.writeLine?.(text, foreground, background);
  } else host.writeLine?.(messageData instanceof PSObject ? valueText(messageData) : texts.shown(messageData));
}

function colorOf(value: PSValue | undefined): number | undefined {
  if (typeof value === 'number') return value;
  return value instanceof PSObject && typeof value.base === 'number' ? value.base : undefined;
}
