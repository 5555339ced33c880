/**
 * The prompt. It stands on the screen before the engine is loaded, where nothing that the engine does could change it: a
 * person sees it at once, and what is typed meanwhile is not lost.
 */
import { existsSync } from 'node:fs';
import { Console } from '../editor/console.js';
import { onConsole } from '../enter-terminal.js';
import type { Terminal } from '../terminal.js';
import { profilePaths } from './profiles.js';
import { callText, scriptFile } from './script-line.js';
import type { ShellOptions } from './shell-options.js';

const WARM_UP_MS = 50;

export interface InteractiveInit {
  readonly options: ShellOptions;
  readonly plain: Terminal;
  readonly version: string;
  /** Where it was to begin, and cannot. */
  readonly notThere: string | undefined;
}

export async function runInteractive({ options, plain, version, notThere }: InteractiveInit): Promise<number> {
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
    const isDrawn = profiles.length === 0 && notThere === undefined && options.script === undefined && !console.isPlain;
    if (isDrawn) terminal.out(`PS ${process.cwd()}> `);
    const [{ openShell, runProfiles, sayWhyNotThere }, { Entering }, { Prompts }] = await Promise.all([
      import('./open-shell.js'),
      import('./entering.js'),
      import('./prompts.js'),
    ]);
    const entering = new Entering(() => ({ context: family.context(), terminal: shown }));
    const prompts = new Prompts({
      console,
      session: () => session,
      entered: () => entering.current,
      print: (text) => terminal.err(text),
      afterLine: () => {
        clearProgress();
        void family.remember();
      },
      color: terminal.color,
    });
    const [{ session, family, terminal: shown, clearProgress }] = await Promise.all([
      openShell({
        terminal,
        version,
        nonInteractive: false,
        ownStreams: { input: true, terminal: true },
        onBegin: () => console.suspend(),
        onEnd: () => console.resume(),
        onExit: (code) => prompts.exit(code),
        onNest: () => prompts.nest(),
        debug: prompts.debug,
        interactive: entering,
        lineEditing: prompts.settings,
      }),
      import('../colors.js'),
    ]);
    console.beforeEcho = clearProgress;
    const startup = new AbortController();
    console.onInterrupt = () => startup.abort();
    await sayWhyNotThere(session, notThere);
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
    await prompts.run({ isDrawn, onIdle: () => void session.idle() });
    await session.dispose();
    await family.close();
    return prompts.exitCode ?? 0;
  } finally {
    process.off('exit', restore);
    listen('off');
    restore();
  }
}
