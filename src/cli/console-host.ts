/** The host that a session's commands talk to: prompts, choices, credentials, progress, on a Terminal. protocol.md 3.9 */
import type { ConsoleColor, HostChoice, HostPromptField, PSCredential, SessionHost } from '../client/session/index.js';
import { PSSessionError } from '../protocol/errors/index.js';
import { PSSecureString, type PSValue } from '../protocol/objects/index.js';
import type { ProgressBars } from './progress-bars.js';
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

export interface ConsoleHostOptions {
  readonly version: string;
  readonly onExit?: (exitCode: number) => void;
  readonly onPop?: () => void;
  /** A program takes the terminal, and gives it back. */
  readonly onBegin?: () => void;
  readonly onEnd?: () => void;
  /** Where progress is drawn; it is not shown without. */
  readonly progress?: ProgressBars;
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
    const line = await terminal.readLine(prompt, signal);
    if (line === undefined) throw hostCannot(what);
    return line;
  };
  const secret = async (prompt: string, signal: AbortSignal, what: string): Promise<PSSecureString> => {
    const line = await terminal.readSecret(prompt, signal);
    if (line === undefined) throw hostCannot(what);
    return PSSecureString.fromPlainText(line);
  };
  const heading = (caption: string, message: string): void => {
    if (caption !== '') terminal.err(`${caption}\n`);
    if (message !== '') terminal.err(`${message}\n`);
  };
  const message = (text: string): void => {
    const line = terminal.color ? `\u001b[33;1m${text}\u001b[0m\n` : `${text}\n`;
    if (options.messagesTo === 'out') terminal.out(line);
    else terminal.err(line);
  };

  return {
    name: 'pssession',
    version: options.version,
    hasUI: true,
    screen: {
      foregroundColor: 7,
      backgroundColor: 0,
      cursorPosition: { x: 0, y: 0 },
      windowPosition: { x: 0, y: 0 },
      cursorSize: 25,
      bufferSize: { width: terminal.width, height: Math.max(terminal.height, 300) },
      windowSize: { width: terminal.width, height: terminal.height },
      maxWindowSize: { width: terminal.width, height: terminal.height },
      maxPhysicalWindowSize: { width: terminal.width, height: terminal.height },
      windowTitle: 'pssession',
    },
    write: (text, foreground, background) => terminal.out(paint(text, foreground, background)),
    writeLine: (text, foreground, background) => terminal.out(`${paint(text, foreground, background)}\n`),
    // An error's text that has colours already keeps them.
    writeErrorLine: (text) => terminal.err(`${text.includes('\u001b[') ? text : paint(text, 12)}\n`),
    writeDebugLine: (text) => message(`DEBUG: ${text}`),
    writeVerboseLine: (text) => message(`VERBOSE: ${text}`),
    writeWarningLine: (text) => message(`WARNING: ${text}`),
    writeProgress: (sourceId, record) => options.progress?.show(record, String(sourceId)),
    readLine: (signal) => ask('', signal, 'ReadLine'),
    readLineAsSecureString: (signal) => secret('', signal, 'ReadLineAsSecureString'),
    async prompt(caption, text, fields, signal) {
      heading(caption, text);
      const answers = new Map<string, PSValue>();
      for (const field of fields) answers.set(field.name, await askField(field, signal));
      return answers;
    },
    async promptForCredential(caption, text, userName, _target, signal) {
      heading(caption, text);
      const user = userName === '' ? await ask('User: ', signal, 'PromptForCredential') : userName;
      if (user === '') return null;
      const password = await secret(`Password for user ${user}: `, signal, 'PromptForCredential');
      return await credentialOf(user, password);
    },
    async promptForChoice(caption, text, choices, defaultChoice, signal) {
      heading(caption, text);
      for (;;) {
        const line = await ask(
          choiceLine(choices, defaultChoice >= 0 ? [defaultChoice] : []),
          signal,
          'PromptForChoice',
        );
        if (line.trim() === '' && defaultChoice >= 0) return defaultChoice;
        const chosen = findChoice(choices, line);
        if (chosen >= 0) return chosen;
        if (line.trim() === '?') helpChoices(terminal, choices);
      }
    },
    async promptForMultipleChoice(caption, text, choices, defaultChoices, signal) {
      heading(caption, text);
      const chosen: number[] = [];
      for (;;) {
        const line = await ask(`Choice[${chosen.length}]: `, signal, 'PromptForChoice');
        if (line.trim() === '') return chosen.length === 0 ? defaultChoices : chosen;
        const found = findChoice(choices, line);
        if (found >= 0) chosen.push(found);
        else helpChoices(terminal, choices);
      }
    },
    setWindowTitle: (title) => {
      // biome-ignore lint: a title must not carry controls of its own
      if (terminal.isTerminal) terminal.out(`\u001b]0;${title.replace(/[\u0000-\u001f\u007f]/g, '')}\u0007`);
    },
    clearScreen: () => {
      if (terminal.isTerminal) terminal.out('\u001b[2J\u001b[3J\u001b[H');
    },
    setShouldExit: (exitCode) => options.onExit?.(exitCode),
    popRunspace: () => options.onPop?.(),
    notifyBeginApplication: () => {
      options.progress?.hide();
      options.onBegin?.();
    },
    notifyEndApplication: () => options.onEnd?.(),
  };

  async function askField(field: HostPromptField, signal: AbortSignal): Promise<PSValue> {
    const label = `${field.label === '' ? field.name : field.label.replace('&', '')}: `;
    if (field.fullTypeName === 'System.Security.SecureString') return await secret(label, signal, 'Prompt');
    if (field.fullTypeName === 'System.Management.Automation.PSCredential') {
      const user = await ask('User: ', signal, 'Prompt');
      const credential = await credentialOf(user, await secret(`Password for user ${user}: `, signal, 'Prompt'));
      return credential.toPSObject();
    }
    const line = await ask(label, signal, 'Prompt');
    return line === '' && field.defaultValue !== undefined ? field.defaultValue : line;
  }
}

/** `[Y] Yes  [N] No  [?] Help (default is "Y"): ` */
function choiceLine(choices: readonly HostChoice[], defaults: readonly number[]): string {
  const shown = choices.map((choice) => `[${hotKey(choice)}] ${choice.label.replace('&', '')}`);
  const names = defaults
    .map((at) => choices[at])
    .filter((choice) => choice !== undefined)
    .map(hotKey);
  return `${shown.join('  ')}  [?] Help${names.length === 0 ? '' : ` (default is "${names.join(',')}")`}: `;
}

const hotKey = ({ label }: HostChoice): string => {
  const at = label.indexOf('&');
  return at < 0 || at + 1 >= label.length ? label : (label[at + 1] ?? '').toUpperCase();
};

function findChoice(choices: readonly HostChoice[], line: string): number {
  const text = line.trim().toLowerCase();
  if (text === '') return -1;
  return choices.findIndex(
    (choice) => hotKey(choice).toLowerCase() === text || choice.label.replace('&', '').toLowerCase() === text,
  );
}

function helpChoices(terminal: Terminal, choices: readonly HostChoice[]): void {
  for (const choice of choices)
    terminal.err(
      `${hotKey(choice)} - ${choice.helpMessage === '' ? choice.label.replace('&', '') : choice.helpMessage}\n`,
    );
}
