/** The host methods that ask something: decoded and encoded as a remote host call's are. */
import { hostCannot, type SessionHost } from '../../client/session/index.js';
import type { PSValue } from '../../protocol/objects/index.js';
import {
  decodeHostValue,
  encodeHostValue,
  hostMethodByName,
  type HostCall,
  type HostMethodName,
  type HostValue,
} from '../../protocol/psrp/index.js';

/** @throws {PSSessionError} the host cannot do it. */
export async function askHost(
  host: SessionHost,
  name: string,
  values: readonly PSValue[],
  signal: AbortSignal,
): Promise<PSValue> {
  const method = hostMethodByName(name);
  if (method === undefined) throw hostCannot(name);
  const parameters = method.parameters.map((kind, index) => decodeHostValue(kind, values[index] ?? null));
  const call = { method: method.name, parameters, callId: 0n, isVoid: method.result === 'void' } as unknown as HostCall;
  const result = await answer(call, host, signal);
  return method.result === 'void' ? null : encodeHostValue(method.result, result);
}

async function answer(call: HostCall, host: SessionHost, signal: AbortSignal): Promise<HostValue> {
  switch (call.method) {
    case 'ReadLineAsSecureString':
      return await asked(call.method, host.readLineAsSecureString?.(signal));
    case 'Prompt':
      return await asked(call.method, host.prompt?.(call.parameters[0], call.parameters[1], fieldsOf(call), signal));
    case 'PromptForCredential1':
    case 'PromptForCredential2': {
      const [caption, message, userName, targetName] = call.parameters;
      const credential = await asked(
        'PromptForCredential',
        host.promptForCredential?.(caption, message, userName ?? '', targetName ?? '', signal),
      );
      return credential === null ? null : { userName: credential.userName, password: credential.password };
    }
    case 'PromptForChoice':
      return await asked(call.method, host.promptForChoice?.(...call.parameters, signal));
    case 'PromptForChoiceMultipleSelection':
      return await asked('PromptForChoice', host.promptForMultipleChoice?.(...call.parameters, signal));
    case 'ReadKey':
      return await asked(call.method, host.readKey?.(call.parameters[0], signal));
    case 'GetKeyAvailable':
      return (await host.keyAvailable?.()) ?? false;
    case 'GetCursorPosition':
      return await asked(call.method, host.cursorPosition?.());
    case 'WriteProgress':
      host.writeProgress?.(...call.parameters);
      return null;
    case 'SetWindowTitle':
      host.setWindowTitle?.(call.parameters[0]);
      return null;
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
    case 'SetBufferContents1':
      host.clearScreen?.();
      return null;
    default:
      throw refused(call.method);
  }
}

const refused = (method: HostMethodName): Error => hostCannot(method);

async function asked<T>(method: string, question: Promise<T> | undefined): Promise<T> {
  if (question === undefined) throw hostCannot(method);
  return await question;
}

/** The codec's field descriptions under the names that a SessionHost knows. */
function fieldsOf(call: Extract<HostCall, { method: 'Prompt' }>): Parameters<NonNullable<SessionHost['prompt']>>[2] {
  return call.parameters[2].map((field) => ({
    name: field.name,
    label: field.label,
    helpMessage: field.helpMessage,
    typeName: field.parameterTypeName,
    fullTypeName: field.parameterTypeFullName,
    mandatory: field.isMandatory,
    defaultValue: field.defaultValue ?? undefined,
  }));
}
