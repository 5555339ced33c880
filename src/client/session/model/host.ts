/**
 * The host: what answers when the other side writes to the screen or asks a question. The default answers nothing and
 * refuses questions, as a program without a terminal must. A console brings its own. protocol.md 3.8, 3.9
 */
import { PSSessionError } from '../../../protocol/errors/index.js';
import type { PSProgressRecord, PSSecureString, PSValue } from '../../../protocol/objects/index.js';
import type { PSCredential } from './credential.js';

/** ConsoleColor, 0 (Black) to 15 (White). protocol.md 3.4 */
export type ConsoleColor = number;

export interface HostSize {
  readonly width: number;
  readonly height: number;
}
export interface HostCoordinates {
  readonly x: number;
  readonly y: number;
}
export interface HostRectangle {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}
export interface HostKeyInfo {
  readonly virtualKeyCode: number;
  readonly character: string;
  readonly controlKeyState: number;
  readonly keyDown: boolean;
}

/** What the server may know of the screen without asking. Absent: there is none. */
export interface HostScreen {
  readonly foregroundColor: ConsoleColor;
  readonly backgroundColor: ConsoleColor;
  readonly cursorPosition: HostCoordinates;
  readonly windowPosition: HostCoordinates;
  readonly cursorSize: number;
  readonly bufferSize: HostSize;
  readonly windowSize: HostSize;
  readonly maxWindowSize: HostSize;
  readonly maxPhysicalWindowSize: HostSize;
  readonly windowTitle: string;
}

/** One field of a prompt for several values. */
export interface HostPromptField {
  readonly name: string;
  readonly label: string;
  readonly helpMessage: string;
  /** Short .NET name such as `String`, `SecureString`, `PSCredential`. */
  readonly typeName: string;
  readonly fullTypeName: string;
  readonly mandatory: boolean;
  readonly defaultValue: PSValue | undefined;
}

export interface HostChoice {
  /** The text; `&` stands before the hot key. */
  readonly label: string;
  readonly helpMessage: string;
}

/**
 * Writes return at once; questions take an AbortSignal, which fires when the pipeline that asked is stopped. A method
 * that is absent is answered with an error that names it (questions) or dropped (writes).
 */
export interface SessionHost {
  readonly name: string;
  readonly version: string;
  /** False: there is nobody to ask and nothing to write to; the server is told so. */
  readonly hasUI: boolean;
  readonly screen?: HostScreen | undefined;
  /** Lets the server end this program with `exit`. Default false: the runspace is closed instead. */
  readonly allowSetShouldExitFromRemote?: boolean;

  write?(text: string, foreground?: ConsoleColor, background?: ConsoleColor): void;
  writeLine?(text: string, foreground?: ConsoleColor, background?: ConsoleColor): void;
  writeErrorLine?(text: string): void;
  writeDebugLine?(text: string): void;
  writeVerboseLine?(text: string): void;
  writeWarningLine?(text: string): void;
  writeProgress?(sourceId: bigint, record: PSProgressRecord): void;
  readLine?(signal: AbortSignal): Promise<string>;
  /** A line for the debugger's prompt; undefined: nobody is there any more. Without it no script stops at a breakpoint. */
  debugLine?(prompt: string, signal: AbortSignal): Promise<string | undefined>;
  /** Runs what such a line says; the person may stop it, and the script stays where it is. */
  readonly interruptible?: (work: (signal: AbortSignal) => Promise<void>) => Promise<void>;
  readLineAsSecureString?(signal: AbortSignal): Promise<PSSecureString>;
  prompt?(
    caption: string,
    message: string,
    fields: readonly HostPromptField[],
    signal: AbortSignal,
  ): Promise<ReadonlyMap<string, PSValue>>;
  promptForCredential?(
    caption: string,
    message: string,
    userName: string,
    targetName: string,
    signal: AbortSignal,
  ): Promise<PSCredential | null>;
  promptForChoice?(
    caption: string,
    message: string,
    choices: readonly HostChoice[],
    defaultChoice: number,
    signal: AbortSignal,
  ): Promise<number>;
  promptForMultipleChoice?(
    caption: string,
    message: string,
    choices: readonly HostChoice[],
    defaultChoices: readonly number[],
    signal: AbortSignal,
  ): Promise<readonly number[]>;
  readKey?(options: number, signal: AbortSignal): Promise<HostKeyInfo>;
  /** Whether a key waits to be read. */
  keyAvailable?(): Promise<boolean>;
  /** Where the cursor is now; `screen` may know only where it was. */
  cursorPosition?(): Promise<HostCoordinates>;
  setWindowTitle?(title: string): void;
  setForegroundColor?(color: ConsoleColor): void;
  setBackgroundColor?(color: ConsoleColor): void;
  setCursorPosition?(position: HostCoordinates): void;
  setCursorSize?(size: number): void;
  setWindowPosition?(position: HostCoordinates): void;
  setWindowSize?(size: HostSize): void;
  setBufferSize?(size: HostSize): void;
  /** Clear-Host sends the rectangle -1,-1,-1,-1. */
  clearScreen?(): void;
  flushInputBuffer?(): void;
  setShouldExit?(exitCode: number): void;
  /** A prompt within what runs in this process, until the person leaves it. */
  enterNestedPrompt?(signal: AbortSignal): Promise<void>;
  notifyBeginApplication?(): void;
  notifyEndApplication?(): void;
  /** `exit` and Exit-PSSession inside an entered session. */
  popRunspace?(): void;
}

/** Nobody there: writes are dropped, questions are refused with what to do about it. */
export const NON_INTERACTIVE_HOST: SessionHost = { name: 'pssession', version: '1.0', hasUI: false };

/** The answer to a question that the host cannot answer. */
export function hostCannot(method: string): PSSessionError {
  return new PSSessionError(
    `The remote command asks the user (${method}), and this host cannot ask: it is not interactive. Give the values as parameters, or use a host with a terminal.`,
    { errorId: 'HostFunctionNotImplemented', category: 'NotImplemented', targetObject: method },
  );
}
