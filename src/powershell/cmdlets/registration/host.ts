/** The engine's host as the session room's: what a remote command writes and asks is carried out by the host of the pipeline that runs the command. */
import { hostCannot, PSCredential, type SessionHost } from '../../../client/session/index.js';
import { PSDictionary, PSObject, PSSecureString, PropertyBag, type PSValue } from '../../../protocol/objects/index.js';
import { toText, type EngineHost } from '../../engine/index.js';
import { credentialOf, itemsOf } from './values.js';

const NEVER = new AbortController().signal;

/** @param host of the running pipeline. Writes are not waited for; a host that cannot write drops them. */
export function sessionHost(host: EngineHost): SessionHost {
  const send = (method: string, ...parameters: PSValue[]): void =>
    void host.call(method, parameters, NEVER).catch(() => undefined);
  if (!host.hasUI) return { name: host.name, version: host.version, hasUI: false };
  return {
    name: host.name,
    version: host.version,
    hasUI: true,
    write: (text, foreground, background) =>
      foreground === undefined ? send('Write1', text) : send('Write2', foreground, background ?? 0, text),
    writeLine: (text, foreground, background) =>
      foreground === undefined ? send('WriteLine2', text) : send('WriteLine3', foreground, background ?? 0, text),
    writeErrorLine: (text) => send('WriteErrorLine', text),
    writeDebugLine: (text) => send('WriteDebugLine', text),
    writeVerboseLine: (text) => send('WriteVerboseLine', text),
    writeWarningLine: (text) => send('WriteWarningLine', text),
    readLine: async (signal) => toText(await host.call('ReadLine', [], signal)),
    async readLineAsSecureString(signal) {
      const answer = await host.call('ReadLineAsSecureString', [], signal);
      return answer instanceof PSSecureString ? answer : PSSecureString.fromPlainText(toText(answer));
    },
    async prompt(caption, message, fields, signal) {
      const descriptions = fields.map((field) =>
        PSObject.bag({
          name: field.name,
          label: field.label,
          helpMessage: field.helpMessage,
          parameterTypeName: field.typeName,
          parameterTypeFullName: field.fullTypeName,
          isMandatory: field.mandatory,
          defaultValue: field.defaultValue ?? null,
        }),
      );
      const answer = await host.call('Prompt', [caption, message, descriptions], signal);
      if (answer instanceof PSDictionary)
        return new Map([...answer.entries()].map(([key, value]): readonly [string, PSValue] => [toText(key), value]));
      throw hostCannot('values');
    },
    promptForCredential: (caption, message, userName, targetName, signal) =>
      askCredential(host, caption, message, userName, targetName, signal),
    async promptForChoice(caption, message, choices, defaultChoice, signal) {
      const answer = await host.call(
        'PromptForChoice',
        [caption, message, choices.map(choiceObject), defaultChoice],
        signal,
      );
      return typeof answer === 'number' ? answer : defaultChoice;
    },
    async promptForMultipleChoice(caption, message, choices, defaults, signal) {
      const answer = await host.call(
        'PromptForChoiceMultipleSelection',
        [caption, message, choices.map(choiceObject), [...defaults]],
        signal,
      );
      return itemsOf(answer).filter((item) => typeof item === 'number');
    },
    setWindowTitle: (title) => send('SetWindowTitle', title),
    clearScreen: () => send('SetBufferContents1', PSObject.bag({ left: -1, top: -1, right: -1, bottom: -1 }), null),
  };
}

function choiceObject({ label, helpMessage }: { readonly label: string; readonly helpMessage: string }): PSValue {
  return new PSObject({
    typeNames: ['System.Management.Automation.Host.ChoiceDescription', 'System.Object'],
    adapted: PropertyBag.of({ Label: label, HelpMessage: helpMessage }),
  });
}

/** Asks for a credential. Null when the user gives none. @throws when the host cannot ask. */
export async function askCredential(
  host: EngineHost,
  caption: string,
  message: string,
  userName: string,
  targetName: string,
  signal: AbortSignal,
): Promise<PSCredential | null> {
  const answer = await host.call('PromptForCredential1', [caption, message, userName, targetName], signal);
  if (answer === null) return null;
  const credential = credentialOf(answer);
  if (credential !== undefined) return credential;
  if (answer instanceof PSObject) {
    const name = answer.get('userName');
    const password = answer.get('password');
    if (typeof name === 'string' && password instanceof PSSecureString) return new PSCredential(name, password);
  }
  return null;
}
