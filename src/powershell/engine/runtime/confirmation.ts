/** ShouldProcess and ShouldContinue: what would be done, whether it may be, and what was answered for all. */
import { PropertyBag, PSList, PSObject } from '../../../protocol/objects/index.js';
import { toNumber } from '../conversion.js';
import { settle, type Steps } from '../pending.js';
import { enterNestedPrompt } from './nested-prompt.js';
import { nobodyToAsk } from './nobody.js';
import type { Runtime } from './runtime.js';

const LEVELS = ['none', 'low', 'medium', 'high'];
/** Is a step of this impact asked about where `$ConfirmPreference` is that? */
export function isAsked(impact: string, preference: string): boolean {
  const wanted = LEVELS.indexOf(preference.toLowerCase());
  return wanted > 0 && LEVELS.indexOf(impact.toLowerCase()) >= wanted;
}
/** What `Yes to All` and `No to All` leave behind for the rest of a command. */
export interface Answers {
  answer?: boolean;
}
const CHOICES = [
  ['&Yes', 'Continue with only the next step of the operation.'],
  ['Yes to &All', 'Continue with all the steps of the operation.'],
  ['&No', 'Skip this operation and proceed with the next operation.'],
  ['No to A&ll', 'Skip this operation and all subsequent operations.'],
] as const;
export const CHOICE_NO = 2;
const YES_OR_NO = [CHOICES[0], CHOICES[2]] as const;
const SUSPEND = [
  '&Suspend',
  'Pause the current pipeline and return to the command prompt. Type "exit" to resume the pipeline.',
] as const;
/** Choices as a host takes them: labels with `&` before their key, and what each means. */
export const choicesOf = (choices: readonly (readonly [label: string, help: string])[]): PSObject[] =>
  choices.map(
    ([label, helpMessage]) =>
      new PSObject({
        typeNames: ['System.Management.Automation.Host.ChoiceDescription', 'System.Object'],
        toStringText: label,
        extended: PropertyBag.of({ label, helpMessage }),
      }),
  );

/**
 * Asks for one of the choices. Where the host has nested prompts, `Suspend` leads to one, and the question comes again
 * behind it.
 * @throws {PSError} where nobody is to be asked.
 */
export function* pickChoice(
  rt: Runtime,
  caption: string,
  message: string,
  choices: Parameters<typeof choicesOf>[0],
  byDefault = 0,
): Steps<number> {
  if (!rt.host.hasUI) throw nobodyToAsk(message);
  const offered = new PSList(choicesOf(rt.host.nestsPrompts === true ? [...choices, SUSPEND] : choices));
  for (;;) {
    const picked = toNumber(yield* settle(rt.callHost('PromptForChoice', [caption, message, offered, byDefault])));
    if (picked !== choices.length) return picked;
    yield* settle(enterNestedPrompt(rt));
  }
}
/** @throws {PSError} where nobody is to be asked. */
export function* askToConfirm(
  rt: Runtime,
  answers: Answers,
  caption: string,
  message: string,
  byDefault = 0,
): Steps<boolean> {
  if (answers.answer !== undefined) return answers.answer;
  const picked = yield* pickChoice(rt, caption, message, CHOICES, byDefault);
  if (picked === 1 || picked === 3) answers.answer = picked === 1;
  return picked === 0 || picked === 1;
}
/** Asks about this one thing; what was answered for all of others does not count. @throws {PSError} as `askToConfirm`. */
export function* askToContinue(rt: Runtime, caption: string, message: string): Steps<boolean> {
  return (yield* pickChoice(rt, caption, message, YES_OR_NO)) === 0;
}

export const whatIfText = (message: string): string => `What if: ${message}`;
export const sureText = (message: string): string => `Are you sure you want to perform this action?\n${message}`;
