/** For tests measured with the real engine: each value of a script with its type, or its error with its kind and text. */
import { runEngine } from './run-script.js';

const FRAME = [
  "$ErrorActionPreference = 'Continue'",
  'try { foreach ($x in (& {',
  `})) { if ($null -eq $x) { '<null>' } else { "[$($x.GetType().FullName)] $x" } } }`,
  'catch { "ERR $($_.FullyQualifiedErrorId) | $($_.CategoryInfo.Category) | $($_.Exception.GetType().Name) | $($_.Exception.Message)" }',
] as const;

/** The lines of what a script gives, as one text: CR is left out, and what is empty at the end. */
export async function shownBy(script: string): Promise<string> {
  const [preference, open, close, failed] = FRAME;
  const { output } = await runEngine(`${preference}\n${open}\n${script}\n${close}\n${failed}`);
  return output.join('\n').replaceAll('\r', '').trimEnd();
}
