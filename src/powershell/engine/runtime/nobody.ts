/** Where there is nobody to ask: what is said of it, and the host of pipelines that were given none. */
import { PSSessionError } from '../../../protocol/errors/index.js';
import type { PSValue } from '../../../protocol/objects/index.js';
import { toText } from '../conversion.js';
import type { EngineHost } from '../runspace-api.js';
import { fail, type PSError } from '../values/exceptions.js';

const ERROR_ID = 'HostFunctionNotImplemented';
const CATEGORY = 'NotImplemented';
/** @param message what would have been asked; undefined: no question of its own, as of a line or a screen. */
function refusal(message: string | undefined): string {
  const what =
    'A command that prompts the user failed because the host program or the command type does not support user interaction.';
  return message === undefined
    ? `${what} Try a host program that supports user interaction, such as the PowerShell Console, and remove prompt-related commands from command types that do not support user interaction.`
    : `${what} The host was attempting to request confirmation with the following message: ${message}`;
}
/** The error of a command that would ask, where the host has nobody. */
export const nobodyToAsk = (message?: string): PSError =>
  fail(ERROR_ID, refusal(message), {
    category: CATEGORY,
    type: 'System.Management.Automation.Host.HostException',
  });

/** Calls that tell something and ask nothing. */
const TELLS = /^(?:Write|Notify|SetShouldExit$)/;
/** What a question says stands second among its arguments. */
const QUESTIONS = /^Prompt/;
/** A host without anybody: what is written is dropped, what is asked is refused. */
export const nobodyHost = (version: string): EngineHost => ({
  name: 'Default Host',
  version,
  defaults: new Map<number, PSValue>(),
  hasUI: false,
  call: (method, parameters) => {
    if (TELLS.test(method)) return Promise.resolve(null);
    const message = QUESTIONS.test(method) ? toText(parameters[1] ?? null) : undefined;
    return Promise.reject(
      new PSSessionError(refusal(message), { errorId: ERROR_ID, category: CATEGORY, targetObject: method }),
    );
  },
});
