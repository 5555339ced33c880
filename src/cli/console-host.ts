/** The host that a session's commands talk to: prompts, choices, credentials, progress, on a Terminal. protocol.md 3.9 */
import type { ConsoleColor, HostChoice, HostPromptField, PSCredential, SessionHost } from '../client/session/index.js';
import { PSSessionError } from '../protocol/errors/index.js';
import { PSList, PSSecureString, type PSValue } from '../protocol/objects/index.js';
import { displayWidth } from './editor/display-width.js';
import type { ProgressBars } from './progress-bars.js';
import { keyInfo } from './terminal-keys.js';
import type { Terminal } from './terminal.js';

/** ConsoleColor to SGR, foreground; background is 10 more. */
const SGR: readonly number[] = [30, 34, 32, 36, 31, 35, 33, 37, 90, 94, 92, 96, 91, 95, 93, 97];

/** The answer to a question that nobody answers. The session room, which has one too, is loaded for sessions only. */
function hostCannot(method: string): PSSessionError {
  return new PSSessionError(
    `The command asks the user (${method}), and there is nobody to ask: this program is not interactive, or the question was given up. Give the values as parameters.`,
    { errorId: 'HostFunctionNotImplemented', category: 'NotImplemented', targetObject: method },
  );
}
const credentialOf = async (userName: string, password: PSSecureString): Promise<PSCredential> => {
  const { PSCredential: Credential } = await import('../client/session/index.js');
  return new Credential(userName, password);
};

/** The debugger's prompt at a console. */
export interface DebugPrompt {
  /** Undefined: nobody is there any more. */
  readonly line: (prompt: string, signal: AbortSignal) => Promise<string | undefined>;
  /** What a line says, which Ctrl+C stops without the script. */
  readonly run: (work: (signal: AbortSignal) => Promise<void>) => Promise<void>;
}

export interface ConsoleHostOptions {
  readonly version: string;
  readonly onExit?: (exitCode: number) => void;
  readonly onPop?: () => void;
  /** A prompt within what runs. There is none without. */
  readonly onNest?: (signal: AbortSignal) => Promise<void>;
  /** Default: the debugger's lines are asked for as any other, and stop together with the script. */
  readonly debug?: DebugPrompt;
  /** A program takes the terminal, and gives it back. */
  readonly onBegin?: () => void;
  readonly onEnd?: () => void;
  /** Where progress is drawn; it is not shown without. */
  readonly progress?: ProgressBars;
  /** Why a text cannot be read as a value of a type; then it is asked for again. Default: what asks will say so. */
  readonly unreadable?: (text: string, type: string) => Promise<'format' | 'overflow' | undefined>;
  /** Warnings and their kin: on standard error, or on standard output as PowerShell's own console has them. */
  readonly messagesTo?: 'out' | 'err';
}

export function consoleHost(terminal: Terminal, options: ConsoleHostOptions): SessionHost {
  const paint = (text: string, foreground?: ConsoleColor, background?: ConsoleColor): string => {
    if (!terminal.color || (foreground === undefined && background === undefined)) return text;
    const codes = [
      ...(foreground === undefined ? [] : [SGR[foreground] ?? 39]),
      ...(background === undefined ? [] : [(SGR[background] ?? 39) + 10]),
    ];
    return `\u001b[${codes.join(';')}m${text}\u001b[0m`;
  };
  const ask = async (prompt: string, signal: AbortSignal, what: string): Promise<string> => {
    // Only the last line is edited.
    const at = prompt.lastIndexOf('\n') + 1;
    if (at > 0) terminal.err(prompt.slice(0, at));
    const line = await terminal.readLine(prompt.slice(at), signal);
    signal.throwIfAborted();
    if (line === undefined) throw hostCannot(what);
    return line;
  };
  const secret = async (prompt: string, signal: AbortSignal, what: string): Promise<PSSecureString> => {
    const line = await terminal.readSecret(prompt, signal);
    signal.throwIfAborted();
    if (line === undefined) throw hostCannot(what);
    return PSSecureString.fromPlainText(line);
  };
  /** With an empty line below, as PowerShell has it. */
  const passwordOf = async (user: string, signal: AbortSignal, what: string): Promise<PSSecureString> => {
    const password = await secret(`Password for user ${user}: `, signal, what);
    terminal.err('\n');
    return password;
  };
  const heading = (caption: string, message: string): void => {
    if (caption !== '') terminal.err(`\n${caption}\n`);
    if (message !== '') terminal.err(`${message}\n`);
  };
  const message = (text: string): void => {
    const line = terminal.color ? `\u001b[33;1m${text}\u001b[0m\n` : `${text}\n`;
    if (options.messagesTo === 'out') terminal.out(line);
    else terminal.err(line);
  };

  let windowTitle = 'pssession';
  return {
    name: 'pssession',
    version: options.version,
    hasUI: true,
    // Of now: a window changes.
    get screen() {
      const { width, height } = terminal;
      return {
        foregroundColor: 7,
        backgroundColor: 0,
        cursorPosition: { x: 0, y: 0 },
        windowPosition: { x: 0, y: 0 },
        cursorSize: 25,
        bufferSize: { width, height: Math.max(height, 300) },
        windowSize: { width, height },
        maxWindowSize: { width, height },
        maxPhysicalWindowSize: { width, height },
        windowTitle,
      } as const;
    },
    write: (text, foreground, background) => terminal.out(paint(text, foreground, background)),
    writeLine: (text, foreground, background) => terminal.out(`${paint(text, foreground, background)}\n`),
    // An error's text that has colours already keeps them.
    writeErrorLine: (text) => terminal.err(`${text.includes('\u001b[') ? text : paint(text, 12)}\n`),
    writeDebugLine: (text) => message(`DEBUG: ${text}`),
    writeVerboseLine: (text) => message(`VERBOSE: ${text}`),
    writeWarningLine: (text) => message(`WARNING: ${text}`),
    writeProgress: (sourceId, record) => options.progress?.show(record, String(sourceId)),
    ...(terminal.keys === undefined ? {} : keysOf(terminal.keys)),
    readLine: (signal) => ask('', signal, 'ReadLine'),
    debugLine: (prompt, signal) =>
      options.debug?.line(prompt, signal) ??
      terminal.readLine(prompt, signal).catch((error: unknown) => {
        if (error instanceof PSSessionError && error.errorId === 'EndOfInput') return undefined;
        throw error;
      }),
    readLineAsSecureString: (signal) => secret('', signal, 'ReadLineAsSecureString'),
    async prompt(caption, text, fields, signal) {
      heading(caption, text);
      if (fields.some(({ helpMessage }) => helpMessage !== '')) terminal.err('(Type !? for Help.)\n');
      const answers = new Map<string, PSValue>();
      for (const field of fields) answers.set(field.name, await askField(field, signal));
      return answers;
    },
    async promptForCredential(caption, text, userName, _target, signal) {
      heading(caption, text);
      let user = userName;
      while (user === '') user = await ask('User: ', signal, 'PromptForCredential');
      return await credentialOf(user, await passwordOf(user, signal, 'PromptForCredential'));
    },
    async promptForChoice(caption, text, choices, defaultChoice, signal) {
      heading(caption, text);
      for (;;) {
        const line = await ask(choiceText(choices, defaultChoice, terminal.width - 1), signal, 'PromptForChoice');
        if (line.trim() === '' && defaultChoice >= 0) return defaultChoice;
        const chosen = findChoice(choices, line);
        if (chosen >= 0) return chosen;
        if (line.trim() === '?') helpChoices(terminal, choices);
      }
    },
    async promptForMultipleChoice(caption, text, choices, defaultChoices, signal) {
      heading(caption, text);
      for (const choice of choices) terminal.err(`${choiceLabel(choice)}  \n`);
      terminal.err(`${HELP}\n`);
      const names = defaultChoices.map((at) => keyOrLabel(choices[at])).join(',');
      if (defaultChoices.length === 1) terminal.err(`(default is "${names}")\n`);
      else if (names !== '') terminal.err(`(default choices are ${names})\n`);
      const chosen: number[] = [];
      for (;;) {
        const line = await ask(`Choice[${chosen.length}]: `, signal, 'PromptForChoice');
        if (line.trim() === '') return chosen.length === 0 ? defaultChoices : chosen;
        const found = findChoice(choices, line);
        if (found >= 0) chosen.push(found);
        else if (line.trim() === '?') helpChoices(terminal, choices);
      }
    },
    setWindowTitle: (title) => {
      windowTitle = title;
      // biome-ignore lint: a title must not carry controls of its own
      if (terminal.isTerminal) terminal.out(`\u001b]0;${title.replace(/[\u0000-\u001f\u007f]/g, '')}\u0007`);
    },
    setCursorPosition: ({ x, y }) => {
      if (terminal.isTerminal) terminal.out(`\u001b[${y + 1};${x + 1}H`);
    },
    clearScreen: () => {
      if (terminal.isTerminal) terminal.out('\u001b[2J\u001b[3J\u001b[H');
    },
    ...(options.debug === undefined ? {} : { interruptible: options.debug.run }),
    setShouldExit: (exitCode) => options.onExit?.(exitCode),
    ...(options.onNest === undefined ? {} : { enterNestedPrompt: options.onNest }),
    popRunspace: () => options.onPop?.(),
    notifyBeginApplication: () => {
      options.progress?.hide();
      options.onBegin?.();
    },
    notifyEndApplication: () => options.onEnd?.(),
  };

  function keysOf(keys: NonNullable<Terminal['keys']>): Partial<SessionHost> {
    return {
      async readKey(how, signal) {
        options.progress?.hide();
        const key = await (await keys()).key(signal, { takesInterrupt: (how & ALLOW_CTRL_C) !== 0 });
        signal.throwIfAborted();
        if (key === undefined) throw hostCannot('ReadKey');
        const info = keyInfo(key);
        if ((how & NO_ECHO) === 0 && info.character >= ' ') terminal.out(info.character);
        return info;
      },
      keyAvailable: async () => (await keys()).keyAvailable,
      flushInputBuffer: () => void keys().then((open) => open.flush()),
      cursorPosition: async () => (await (await keys()).cursor()) ?? { x: 0, y: 0 },
    };
  }
  async function askField(field: HostPromptField, signal: AbortSignal): Promise<PSValue> {
    if (!field.fullTypeName.endsWith('[]')) return (await askItem(field, field.fullTypeName, field.name, signal)) ?? '';
    const items: PSValue[] = [];
    for (;;) {
      const item = await askItem(
        field,
        field.fullTypeName.slice(0, -2),
        `${field.name}[${items.length}]`,
        signal,
        true,
      );
      if (item === undefined) return new PSList(items);
      items.push(item);
    }
  }
  /** Undefined: nothing was typed, and that ends a list. */
  async function askItem(
    field: HostPromptField,
    type: string,
    label: string,
    signal: AbortSignal,
    inList = false,
  ): Promise<PSValue | undefined> {
    if (type === 'System.Security.SecureString') {
      const typed = await secret(`${label}: `, signal, 'Prompt');
      return inList && typed.plainText === '' ? undefined : typed;
    }
    if (type === 'System.Management.Automation.PSCredential') {
      terminal.err(`${field.name}\n`);
      const user = await ask('User: ', signal, 'Prompt');
      const password = await passwordOf(user, signal, 'Prompt');
      if (inList && password.plainText === '') return undefined;
      return (await credentialOf(user, password)).toPSObject();
    }
    for (;;) {
      let line: string | null = await ask(`${label}: `, signal, 'Prompt');
      if (line === '' && inList) return undefined;
      if (line === '' && field.defaultValue !== undefined) return field.defaultValue;
      if (line.startsWith('!') && field.label !== '') {
        const said = commanded(field, line);
        if (said === undefined) continue;
        line = said.text;
      }
      const fault = line === null ? undefined : await options.unreadable?.(line, type);
      if (fault === undefined) return line;
      // An empty line is asked for again without a word.
      if (line !== '') terminal.err(`Cannot recognize "${line ?? ''}" as a ${type} due to ${ERRORS[fault]} error.\n`);
    }
  }
  /** What begins with `!` is a question, or a text that cannot be typed otherwise. Undefined: it was answered. */
  function commanded(field: HostPromptField, line: string): { readonly text: string | null } | undefined {
    const command = line.slice(1);
    if (command.startsWith('!')) return { text: command };
    if (command === '""') return { text: '' };
    if (command.toLowerCase() === '$null') return { text: null };
    if (command !== '?') terminal.err(`"${line}" cannot be recognized as a valid Prompt command.\n`);
    else terminal.err(`${field.helpMessage === '' ? `No help is available for ${field.name}.` : field.helpMessage}\n`);
    return undefined;
  }
}
/** ReadKeyOptions. protocol.md 3.9 */
const ALLOW_CTRL_C = 1;
const NO_ECHO = 2;
const ERRORS = { format: 'a format', overflow: 'an overflow' } as const;

const HELP = '[?] Help ';
/** Choices side by side, as many as a line takes, and the default: `[Y] Yes  [N] No  [?] Help (default is "Y"): ` */
function choiceText(choices: readonly HostChoice[], defaultChoice: number, width: number): string {
  const fallback = choices[defaultChoice];
  const parts = [
    ...choices.map((choice) => `${choiceLabel(choice)}  `),
    HELP,
    ...(fallback === undefined ? [] : [`(default is "${keyOrLabel(fallback)}"): `]),
  ];
  let [text, column] = ['', 0];
  for (const part of parts) {
    const columns = displayWidth(part);
    // What begins a line by itself has no blanks behind it.
    if (column + columns > width) [text, column] = [`${text}\n${part.trimEnd()}`, columns];
    else [text, column] = [text + part, column + columns];
  }
  return text;
}

const choiceLabel = (choice: HostChoice): string => `[${hotKey(choice)}] ${plainLabel(choice)}`;
const plainLabel = ({ label }: HostChoice): string => label.replace('&', '').trim();
/** The letter behind `&`; empty where there is none. */
const hotKey = ({ label }: HostChoice): string => {
  const at = label.indexOf('&');
  return at < 0 ? '' : (label[at + 1] ?? '').toUpperCase().trim();
};
const keyOrLabel = (choice: HostChoice | undefined): string =>
  choice === undefined ? '' : hotKey(choice) === '' ? plainLabel(choice) : hotKey(choice);

function findChoice(choices: readonly HostChoice[], line: string): number {
  const text = line.trim().toLowerCase();
  if (text === '') return -1;
  const byLabel = choices.findIndex((choice) => plainLabel(choice).toLowerCase() === text);
  return byLabel >= 0 ? byLabel : choices.findIndex((choice) => hotKey(choice).toLowerCase() === text);
}

function helpChoices(terminal: Terminal, choices: readonly HostChoice[]): void {
  for (const choice of choices) terminal.err(`${keyOrLabel(choice)} - ${choice.helpMessage}\n`);
}
