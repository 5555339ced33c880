/**
 * Answers the server's calls on this side's host. What the other side asks is shown as coming from it: a remote script
 * must not be able to pose as this computer when it wants a password. protocol.md 3.9
 */
import { PSSessionError } from '../../../protocol/errors/index.js';
import { PSVersion } from '../../../protocol/objects/index.js';
import type { Guid } from '../../../protocol/bytes/index.js';
import type { FieldDescription, HostCall, HostInfo, HostValue } from '../../../protocol/psrp/index.js';
import { hostCannot, type HostScreen, type SessionHost } from '../model/host.js';
import { PSCredential } from '../model/credential.js';

export interface HostCallContext {
  readonly computerName: string;
  readonly hostInstanceId: Guid;
  /** Fires when the pipeline that asks is stopped or gone. */
  readonly signal: AbortSignal;
  /** `exit` in a remote script, where the host did not allow it to end this program. */
  closeRunspace(): void;
}

const PSEUDO_CLEAR = -1;

/** What the server is told of the host when a pool or a pipeline is made. protocol.md 3.8 */
export function hostInfoOf(host: SessionHost): HostInfo {
  const screen = host.hasUI ? host.screen : undefined;
  return {
    isHostNull: false,
    isHostUINull: !host.hasUI,
    isHostRawUINull: screen === undefined,
    useRunspaceHost: false,
    ...(screen === undefined ? {} : { defaultData: screen }),
  };
}

/** Writes to the host what the call has to write; other calls write nothing. */
export function writeHostCall(call: HostCall, host: SessionHost): void {
  switch (call.method) {
    case 'Write1':
      host.write?.(call.parameters[0]);
      return;
    case 'Write2':
      host.write?.(call.parameters[2], call.parameters[0], call.parameters[1]);
      return;
    case 'WriteLine1':
      host.writeLine?.('');
      return;
    case 'WriteLine2':
      host.writeLine?.(call.parameters[0]);
      return;
    case 'WriteLine3':
      host.writeLine?.(call.parameters[2], call.parameters[0], call.parameters[1]);
      return;
    case 'WriteErrorLine':
      host.writeErrorLine?.(call.parameters[0]);
      return;
    case 'WriteDebugLine':
      host.writeDebugLine?.(call.parameters[0]);
      return;
    case 'WriteVerboseLine':
      host.writeVerboseLine?.(call.parameters[0]);
      return;
    case 'WriteWarningLine':
      host.writeWarningLine?.(call.parameters[0]);
      return;
    default:
  }
}

/**
 * Carries one call out. The result is what the method's type says; void methods give null and are not answered.
 * @throws {PSSessionError} the host cannot do it, or must not.
 */
export async function answerHostCall(call: HostCall, host: SessionHost, context: HostCallContext): Promise<HostValue> {
  const { signal } = context;
  switch (call.method) {
    case 'GetName':
      return host.name;
    case 'GetVersion':
      return versionOf(host.version);
    case 'GetInstanceId':
      return context.hostInstanceId;
    case 'GetCurrentCulture':
    case 'GetCurrentUICulture':
      return Intl.DateTimeFormat().resolvedOptions().locale;
    case 'SetShouldExit':
      if (host.allowSetShouldExitFromRemote === true) host.setShouldExit?.(call.parameters[0]);
      else context.closeRunspace();
      return null;
    case 'NotifyBeginApplication':
      host.notifyBeginApplication?.();
      return null;
    case 'NotifyEndApplication':
      host.notifyEndApplication?.();
      return null;
    case 'PopRunspace':
      host.popRunspace?.();
      return null;
    case 'ReadLine':
      if (!host.hasUI || host.readLine === undefined) throw hostCannot('Read-Host');
      return host.readLine(signal);
    case 'ReadLineAsSecureString':
      if (!host.hasUI || host.readLineAsSecureString === undefined) throw hostCannot('Read-Host -AsSecureString');
      warnOfSecret(host, context.computerName);
      return host.readLineAsSecureString(signal);
    case 'Write1':
    case 'Write2':
    case 'WriteLine1':
    case 'WriteLine2':
    case 'WriteLine3':
    case 'WriteErrorLine':
    case 'WriteDebugLine':
    case 'WriteVerboseLine':
    case 'WriteWarningLine':
      writeHostCall(call, host);
      return null;
    case 'WriteProgress':
      host.writeProgress?.(call.parameters[0], call.parameters[1]);
      return null;
    case 'Prompt':
      return prompt(call.parameters, host, context);
    case 'PromptForCredential1':
    case 'PromptForCredential2': {
      const [caption, message, userName, targetName] = call.parameters;
      if (!host.hasUI || host.promptForCredential === undefined) throw hostCannot('Get-Credential');
      const credential = await host.promptForCredential(
        remoteCaption(caption, context.computerName),
        remoteMessage(message, context.computerName),
        userName ?? '',
        targetName ?? '',
        signal,
      );
      return credential === null ? null : { userName: credential.userName, password: credential.password };
    }
    case 'PromptForChoice': {
      const [caption, message, choices, defaultChoice] = call.parameters;
      if (!host.hasUI || host.promptForChoice === undefined) throw hostCannot('a choice');
      return host.promptForChoice(caption, message, choices, defaultChoice, signal);
    }
    case 'PromptForChoiceMultipleSelection': {
      const [caption, message, choices, defaults] = call.parameters;
      if (!host.hasUI || host.promptForMultipleChoice === undefined) throw hostCannot('a choice of several');
      return host.promptForMultipleChoice(caption, message, choices, defaults, signal);
    }
    case 'ReadKey':
      if (!host.hasUI || host.readKey === undefined) throw hostCannot('ReadKey');
      return host.readKey(call.parameters[0], signal);
    case 'GetKeyAvailable':
      return false;
    case 'FlushInputBuffer':
      host.flushInputBuffer?.();
      return null;
    case 'SetForegroundColor':
      host.setForegroundColor?.(call.parameters[0]);
      return null;
    case 'SetBackgroundColor':
      host.setBackgroundColor?.(call.parameters[0]);
      return null;
    case 'SetCursorPosition':
      host.setCursorPosition?.(call.parameters[0]);
      return null;
    case 'SetWindowPosition':
      host.setWindowPosition?.(call.parameters[0]);
      return null;
    case 'SetCursorSize':
      host.setCursorSize?.(call.parameters[0]);
      return null;
    case 'SetBufferSize':
      host.setBufferSize?.(call.parameters[0]);
      return null;
    case 'SetWindowSize':
      host.setWindowSize?.(call.parameters[0]);
      return null;
    case 'SetWindowTitle':
      host.setWindowTitle?.(call.parameters[0]);
      return null;
    case 'SetBufferContents1':
      // Clear-Host: the whole buffer, told by a rectangle of -1.
      if (call.parameters[0].left === PSEUDO_CLEAR && call.parameters[0].top === PSEUDO_CLEAR) host.clearScreen?.();
      return null;
    case 'SetBufferContents2':
    case 'ScrollBufferContents':
      return null; // a terminal has no addressable buffer
    case 'GetBufferContents':
      throw refused(
        'GetBufferContents',
        `The remote computer ${context.computerName} wanted to read what is on this screen. That is never allowed.`,
      );
    case 'GetForegroundColor':
      return screenOf(host, call.method).foregroundColor;
    case 'GetBackgroundColor':
      return screenOf(host, call.method).backgroundColor;
    case 'GetCursorPosition':
      return screenOf(host, call.method).cursorPosition;
    case 'GetWindowPosition':
      return screenOf(host, call.method).windowPosition;
    case 'GetCursorSize':
      return screenOf(host, call.method).cursorSize;
    case 'GetBufferSize':
      return screenOf(host, call.method).bufferSize;
    case 'GetWindowSize':
      return screenOf(host, call.method).windowSize;
    case 'GetWindowTitle':
      return screenOf(host, call.method).windowTitle;
    case 'GetMaxWindowSize':
      return screenOf(host, call.method).maxWindowSize;
    case 'GetMaxPhysicalWindowSize':
      return screenOf(host, call.method).maxPhysicalWindowSize;
    case 'GetIsRunspacePushed':
      return false;
    case 'EnterNestedPrompt':
    case 'ExitNestedPrompt':
    case 'PushRunspace':
    case 'GetRunspace':
      throw refused(call.method, `${call.method} cannot be called from another computer.`);
    default:
      return call satisfies never;
  }
}

async function prompt(
  [caption, message, fields]: readonly [string, string, readonly FieldDescription[]],
  host: SessionHost,
  context: HostCallContext,
): Promise<HostValue> {
  if (!host.hasUI || host.prompt === undefined) {
    throw hostCannot(`values for ${fields.map(({ name }) => name).join(', ')}`);
  }
  const has = (type: string): boolean =>
    fields.some(({ parameterTypeFullName }) => parameterTypeFullName.toLowerCase() === type);
  const asksCredential = has('system.management.automation.pscredential');
  if (has('system.security.securestring')) warnOfSecret(host, context.computerName);
  const answers = await host.prompt(
    asksCredential ? remoteCaption(caption, context.computerName) : caption,
    asksCredential ? remoteMessage(message, context.computerName) : message,
    fields.map((field) => ({
      name: field.name,
      label: field.label,
      helpMessage: field.helpMessage,
      typeName: field.parameterTypeName,
      fullTypeName: field.parameterTypeFullName,
      mandatory: field.isMandatory,
      defaultValue: field.defaultValue ?? undefined,
    })),
    context.signal,
  );
  return new Map(
    [...answers].map(([name, value]) => [name, value instanceof PSCredential ? value.toPSObject() : value]),
  );
}

function remoteCaption(caption: string, computerName: string): string {
  return caption === ''
    ? `Credential request from the remote computer ${computerName}`
    : `[${computerName}] ${caption}`;
}
function remoteMessage(message: string, computerName: string): string {
  return `The remote computer ${computerName} asks for your credentials. Enter them only if you trust it and the command that runs there.${message === '' ? '' : ` ${message}`}`;
}
function warnOfSecret(host: SessionHost, computerName: string): void {
  host.writeWarningLine?.(
    `A script on the remote computer ${computerName} asks for a secret. Enter it only if you trust that computer and the script.`,
  );
}

function screenOf(host: SessionHost, method: string): HostScreen {
  if (host.screen === undefined) throw hostCannot(method);
  return host.screen;
}

function refused(method: string, text: string): PSSessionError {
  return new PSSessionError(text, {
    errorId: 'HostFunctionNotImplemented',
    category: 'PermissionDenied',
    targetObject: method,
  });
}

function versionOf(text: string): PSVersion {
  const [major = 1, minor = 0, build = -1] = text.split('.').map(Number);
  return new PSVersion(major, minor, build);
}
