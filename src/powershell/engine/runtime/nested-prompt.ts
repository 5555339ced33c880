/** A prompt within what runs: the person's lines run in its scope, until they leave it. */
import { toNumber } from '../conversion.js';
import { fail } from '../values/exceptions.js';
import type { Runtime } from './runtime.js';

/** As PowerShell bounds them. */
const MAX_LEVEL = 128;

export const nestedPromptLevel = (rt: Runtime): number => toNumber(rt.global.own('nestedpromptlevel')?.value ?? 0);

/** Waits until the person has left it. @throws {PSError} too many of them, or a host that has no prompt. */
export async function enterNestedPrompt(rt: Runtime): Promise<void> {
  const level = nestedPromptLevel(rt);
  if (level >= MAX_LEVEL)
    throw fail('InvalidOperation', 'Cannot open another nested prompt before one of those that are open is left.', {
      category: 'InvalidOperation',
      type: 'System.Management.Automation.PSInvalidOperationException',
    });
  const { lastOk } = rt;
  rt.global.force('NestedPromptLevel', level + 1);
  try {
    await rt.callHost('EnterNestedPrompt', []);
  } finally {
    rt.global.force('NestedPromptLevel', level);
    rt.lastOk = lastOk;
  }
}
