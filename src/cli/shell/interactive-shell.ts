/**
 * The prompt. It stands on the screen before the engine is loaded, where nothing that the engine does could change it: a
 * person sees it at once, and what is typed meanwhile is not lost.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { storePaths } from '../../io/store/index.js';
import { PSObject, type PSValue } from '../../protocol/objects/index.js';
import { Console } from '../editor/console.js';
import { History } from '../editor/history.js';
import type { Completions } from '../editor/completion-menu.js';
import { onConsole } from '../enter-terminal.js';
import { promptLoop, type PromptTarget } from '../interactive-loop.js';
import type { Terminal } from '../terminal.js';
import { valueText } from '../value-text.js';
import { Entering } from './entering.js';
import type { ShellOptions } from './shell-options.js';
import type { ShellSession } from './shell-session.js';
import { callText, openShell, profilePaths, runProfiles, scriptFile } from './shell.js';

const WARM_UP_MS = 50;

export interface InteractiveInit {
  readonly options: ShellOptions;
  readonly plain: Terminal;
  readonly version: string;
}

export async function runInteractive({ options, plain, version }: InteractiveInit): Promise<number> {
  const console = new Console(process.stdin, process.stdout);
  const restore = (): void => console.close();
  process.on('exit', restore);
  const handlers: Partial<Record<NodeJS.Signals, () => void>> = {
    // While a program has the terminal, Ctrl+C is for it, and for the line that it stands in.
    SIGINT: () => console.interrupted(),
    // Ctrl+\ is for the program alone.
    SIGQUIT: () => undefined,
    SIGCONT: () => console.continued(),
  };
  const listen = (how: 'on' | 'off'): void => {
    for (const [name, handler] of Object.entries(handlers)) process[how](name, handler);
  };
  listen('on');
  try {
    const terminal = onConsole(plain, console);
    if (!options.noLogo) terminal.out(`pssession ${version}\n`);
    const profiles = options.noProfile ? [] : Object.values(profilePaths()).filter((file: string) => existsSync(file));
    const isDrawn = profiles.length === 0 && options.script === undefined && !console.isPlain;
    if (isDrawn) terminal.out(`PS ${process.cwd()}> `);
    let exitCode: number | undefined;
    const entering = new Entering(() => ({ context: family.context(), terminal: shown }));
    const [{ session, family, terminal: shown, clearProgress }, { colorSpans, isCompleteText }] = await Promise.all([
      openShell({
        terminal,
        version,
        nonInteractive: false,
        ownStreams: { input: true, terminal: true },
        onBegin: () => console.suspend(),
        onEnd: () => console.resume(),
        onExit: (code) => {
          exitCode = code;
        },
        interactive: entering,
      }),
      import('../colors.js'),
    ]);
    console.beforeEcho = clearProgress;
    const startup = new AbortController();
    console.onInterrupt = () => startup.abort();
    if (profiles.length > 0) await runProfiles(session, startup.signal);
    const { script } = options;
    if (script?.from === 'command')
      await session.run(script.text, { signal: startup.signal, arguments: script.arguments ?? [] });
    if (script?.from === 'file')
      await session.run(callText(scriptFile(script.path), script.arguments), {
        signal: startup.signal,
        scriptFile: scriptFile(script.path),
      });
    clearProgress();
    // While the person reads the prompt, what the first line may need is loaded.
    setTimeout(() => void family.load(), WARM_UP_MS).unref();
    // The prompt that stands there already is drawn over.
    if (isDrawn) terminal.out('\r');
    const local = new LocalTarget(session);
    await promptLoop({
      console,
      history: new History(path.join(storePaths(process.env).state, 'history')),
      target: () => entering.current ?? (exitCode === undefined ? local : undefined),
      isComplete: isCompleteText,
      print: (text) => terminal.err(text),
      suggest: terminal.color,
      isDrawn,
      onIdle: () => void session.idle(),
      afterLine: () => {
        clearProgress();
        void family.remember();
      },
      ...(terminal.color ? { colorize: colorSpans } : {}),
    });
    await session.dispose();
    await family.close();
    return exitCode ?? 0;
  } finally {
    process.off('exit', restore);
    listen('off');
    restore();
  }
}

/** The engine in this process. */
class LocalTarget implements PromptTarget {
  readonly isOpen = true;
  readonly #session: ShellSession;
  constructor(session: ShellSession) {
    this.#session = session;
  }
  async prompt(signal: AbortSignal): Promise<string> {
    try {
      // Of several values the first is the prompt.
      const [value = null] = await this.#session.ask('prompt', { show: true, signal });
      const text = valueText(value);
      return text === '' ? 'PS>' : text;
    } catch {
      return 'PS>'; // a prompt function that fails gives the plain prompt
    }
  }
  async run(line: string, signal: AbortSignal): Promise<'stopped' | void> {
    await this.#session.loadFamily();
    const { state } = await this.#session.run(line, { signal, history: true });
    return state === 'Stopped' ? 'stopped' : undefined;
  }
  async complete(text: string, cursor: number, signal: AbortSignal): Promise<Completions> {
    const [found] = await this.#session.call('TabExpansion2', { inputScript: text, cursorColumn: cursor }, { signal });
    if (!(found instanceof PSObject)) return { start: 0, length: 0, choices: [] };
    return {
      start: numberOf(found.get('ReplacementIndex')),
      length: numberOf(found.get('ReplacementLength')),
      choices: listOf(found.get('CompletionMatches')).map((match) => ({
        text: valueText(match.get('CompletionText')),
        label: valueText(match.get('ListItemText')),
        hint: valueText(match.get('ToolTip')),
      })),
    };
  }
}

const numberOf = (value: PSValue | undefined): number => (typeof value === 'number' ? value : 0);
const listOf = (value: PSValue | undefined): readonly PSObject[] => {
  const items = Array.isArray(value)
    ? (value as readonly PSValue[])
    : value instanceof PSObject && 'items' in value
      ? (value.items as readonly PSValue[])
      : [];
  return items.filter((item) => item instanceof PSObject);
};
