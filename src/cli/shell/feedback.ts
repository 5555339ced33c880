/** What PowerShell's console says below a command that does not exist: a file of that name here, or names like it. */
import { valueText } from '../value-text.js';
import type { ShellSession } from './shell-session.js';

/**
 * The style of the parts, then the name that was not found, then what could have been meant. Nothing, where the line failed
 * otherwise: an older error stands in no line that was typed just now. In a scope of its own, and by full names: a person's
 * variables and functions play no part.
 */
const ASK = `& {
  $record = $Error[0]
  if ($record.FullyQualifiedErrorId -cne 'CommandNotFoundException' -or $record.TargetObject -isnot [string]) { return }
  $line = "$($record.InvocationInfo.Line)".Trim()
  $typed = (Microsoft.PowerShell.Core\\Get-History -Count 1).CommandLine
  if ($line -eq '' -or "$typed".IndexOf($line) -lt 0) { return }
  $styles = $PSStyle.Formatting
  $isPlain = $PSStyle.OutputRendering -eq 'PlainText'
  if ($isPlain) { '', '', '', '' } else { $styles.FeedbackName, $styles.FeedbackText, $styles.FeedbackAction, $PSStyle.Reset }
  $name = $record.TargetObject
  $name
  $here = [IO.Path]::Combine('.', $name)
  if ($ExecutionContext.InvokeCommand.GetCommand($here, 'Application, ExternalScript')) { $here; return }
  Microsoft.PowerShell.Core\\Get-Command -UseFuzzyMatching -FuzzyMinimumDistance 1 -Name $name |
    Microsoft.PowerShell.Utility\\Select-Object -First 5 -Unique -ExpandProperty Name
}`;
const CAPTION = '\u001b[97;2;3m';
const ITALIC = '\u001b[3m';

/** @returns undefined when there is nothing to say of the last line. */
export async function feedbackOf(
  session: ShellSession,
  options: { readonly color: boolean; readonly signal: AbortSignal },
): Promise<string | undefined> {
  if (session.succeeded) return undefined;
  const values = await session.ask(ASK, { signal: options.signal }).catch(() => []);
  const [nameStyle = '', textStyle = '', actionStyle = '', reset = '', name = '', ...actions] = values.map(valueText);
  const [first] = actions;
  if (first === undefined) return undefined;
  const isStyled = options.color && reset !== '';
  const styled = (text: string, ...styles: string[]): string => (isStyled ? styles.join('') + text + reset : text);
  const isHere = first === `./${name}`;
  const text = isHere
    ? [
        `The command "${name}" was not found, but it is in the current location.`,
        'PowerShell runs nothing from there by its bare name. Write its path instead:',
      ]
    : ['The most similar commands are:'];
  const shown = actions.map((action) => styled(action, actionStyle)).join(', ');
  return [
    '',
    styled('[', CAPTION) + styled('General Feedback', nameStyle, ITALIC) + styled(']', CAPTION),
    styled(text.map((line) => `  ${line}\n`).join(''), textStyle) + `    ${styled('➤', textStyle)} ${shown}`,
    '',
    '',
  ].join('\n');
}
