/** The engine behind a terminal, with the PSSession family and the user's profiles. */
import { existsSync } from 'node:fs';
import { PSObject, PropertyBag, type PSValue } from '../../protocol/objects/index.js';
import type { LineEditing } from '../../powershell/engine/index.js';
import type { InteractiveHost } from '../../powershell/cmdlets/index.js';
import { consoleHost, type DebugPrompt } from '../console-host.js';
import { EditorSettings } from '../editor/editor-settings.js';
import { historyFile } from '../editor/history.js';
import { progressTerminal } from '../progress-bars.js';
import { answeredBy, type StandardInput } from '../standard-input.js';
import type { Terminal } from '../terminal.js';
import { nonInteractive } from './local-host.js';
import type { ObjectStreams } from './object-streams.js';
import { profilePaths } from './profiles.js';
import { callText, quoted } from './script-line.js';
import { ShellFamily } from './shell-family.js';
import { ShellSession } from './shell-session.js';

export interface OpenShellInit {
  readonly terminal: Terminal;
  readonly version: string;
  readonly nonInteractive: boolean;
  readonly input?: StandardInput;
  /** Where output goes as objects. */
  readonly objects?: ObjectStreams | undefined;
  readonly onExit: (exitCode: number) => void;
  /** A prompt within what runs; there is none without. */
  readonly onNest?: (signal: AbortSignal) => Promise<void>;
  /** See ConsoleHostOptions. */
  readonly debug?: DebugPrompt;
  /** The editor of its prompt. */
  readonly lineEditing?: LineEditing;
  /** Where Enter-PSSession moves the prompt to. */
  readonly interactive?: InteractiveHost;
  /** Streams of this process that programs may have themselves. */
  readonly ownStreams: { readonly input: boolean; readonly terminal: boolean };
  /** They have them now; they do not any more. */
  readonly onBegin?: () => void;
  readonly onEnd?: () => void;
}

export interface OpenShell {
  readonly session: ShellSession;
  readonly family: ShellFamily;
  /** With progress bars; what is printed through it does not run into them. */
  readonly terminal: Terminal;
  readonly clearProgress: () => void;
}

/** Whether a mandatory parameter's type refuses a text at once; what it refuses otherwise is the command's error. */
async function unreadable(text: string, type: string): Promise<'format' | 'overflow' | undefined> {
  const { convertTo, findType, PSError } = await import('../../powershell/engine/index.js');
  const wanted = findType(type);
  if (wanted === undefined) return undefined;
  try {
    convertTo(text, wanted);
    return undefined;
  } catch (error) {
    if (!(error instanceof PSError)) throw error;
    const cause = error.record.exception.inner?.type.fullName;
    return cause === 'System.FormatException'
      ? 'format'
      : cause === 'System.OverflowException'
        ? 'overflow'
        : undefined;
  }
}

/** The engine with a host on this terminal. */
export async function openShell(init: OpenShellInit): Promise<OpenShell> {
  const { terminal, bars } = progressTerminal(init.terminal);
  const { onNest, debug } = init;
  const host = consoleHost(init.input === undefined ? terminal : answeredBy(terminal, init.input), {
    version: init.version,
    progress: bars,
    messagesTo: 'out',
    onExit: init.onExit,
    ...(onNest === undefined
      ? {}
      : {
          onNest: async (signal: AbortSignal) => {
            bars.hide();
            await session.nested(() => onNest(signal));
          },
        }),
    ...(debug === undefined
      ? {}
      : {
          debug: {
            line: (prompt, signal) => {
              bars.hide();
              return session.nested(() => debug.line(prompt, signal));
            },
            run: (work) => debug.run(work),
          },
        }),
    unreadable,
    ...(init.onBegin === undefined ? {} : { onBegin: init.onBegin }),
    ...(init.onEnd === undefined ? {} : { onEnd: init.onEnd }),
  });
  const refusing = init.nonInteractive
    ? {
        readLine: () => Promise.reject(nonInteractive()),
        readLineAsSecureString: () => Promise.reject(nonInteractive()),
        prompt: () => Promise.reject(nonInteractive()),
        promptForCredential: () => Promise.reject(nonInteractive()),
        promptForChoice: () => Promise.reject(nonInteractive()),
        promptForMultipleChoice: () => Promise.reject(nonInteractive()),
        readKey: () => Promise.reject(nonInteractive()),
      }
    : {};
  const answering = {
    ...host,
    ...refusing,
    get screen() {
      return host.screen;
    },
  };
  const family = new ShellFamily(answering, init.interactive);
  const session = await ShellSession.open({
    host: answering,
    runspace: {
      later: family,
      variables: { PROFILE: profileVariable() },
    },
    asksNobody: init.nonInteractive,
    standardInput: init.input,
    lineEditing: init.lineEditing ?? new EditorSettings(historyFile()),
    color: terminal.color,
    drained: terminal.drained,
    ownStreams: init.ownStreams,
    width: () => terminal.width,
    objects: init.objects,
  });
  return { session, family, terminal, clearProgress: () => bars.clear() };
}

/** `$PROFILE`: the user's, with the others as properties, as PowerShell has it. */
function profileVariable(): PSValue {
  const { allUsers, currentUser } = profilePaths();
  return new PSObject({
    typeNames: ['System.String', 'System.Object'],
    base: currentUser,
    extended: PropertyBag.of({
      AllUsersAllHosts: allUsers,
      AllUsersCurrentHost: allUsers,
      CurrentUserAllHosts: currentUser,
      CurrentUserCurrentHost: currentUser,
    }),
  });
}
export async function runProfiles(session: ShellSession, signal: AbortSignal): Promise<void> {
  const { allUsers, currentUser } = profilePaths();
  for (const file of [allUsers, currentUser]) if (existsSync(file)) await session.run(callText(file, []), { signal });
}

/** Says of the folder that could not be entered what `Set-Location` says of it; then the shell goes on where it is. */
export async function sayWhyNotThere(session: ShellSession, folder: string | undefined): Promise<void> {
  if (folder !== undefined)
    await session.run(`Set-Location -LiteralPath ${quoted(folder)}`, { signal: new AbortController().signal });
}
