/**
 * The commands of a restricted remote server before its configuration adds any: what Enter-PSSession, Import-PSSession
 * and a client's listing need, each with the parameters and limits that PowerShell gives it.
 * [CommandMetadata.GetRestrictedCommands of 7.6, as SessionCapabilities.RemoteServer makes them]
 */
import type { PSValue } from '../../../protocol/objects/index.js';
import { toText } from '../conversion.js';
import { regexFrom } from '../operators/text.js';
import { invalid, type LimitedCommand, type ParameterLimit } from '../runtime/command-visibility.js';
import { enumerate } from '../runtime/members.js';

const NAMED = { mandatory: false, position: undefined, byPropertyName: false, byValue: false };
const INPUT = { ...NAMED, mandatory: true, byValue: true };
type Check = (value: PSValue) => PSValue;

const length =
  (max: number): Check =>
  (value) => {
    for (const item of enumerate(value) ?? [value]) {
      const { length: has } = toText(item);
      if (has > max)
        throw invalid(
          `The character length of the ${has} argument is too long. Shorten the character length of the argument so it is fewer than or equal to "${max}" characters, and then try the command again.`,
        );
    }
    return value;
  };
const count =
  (min: number, max: number): Check =>
  (value) => {
    const has = (enumerate(value) ?? [value]).length;
    if (has < min || has > max)
      throw invalid(
        `The parameter requires at least ${min} value(s) and no more than ${max} value(s) - ${has} value(s) were provided.`,
      );
    return value;
  };
const HELP_NAME = '^[-._:\\\\\\p{Ll}\\p{Lu}\\p{Lt}\\p{Lo}\\p{Nd}\\p{Lm}]{1,100}$';
const helpName: Check = (value) => {
  const text = toText(value);
  if (regexFrom(HELP_NAME, { ignoreCase: true }).exec(text) === null)
    throw invalid(
      `The argument "${text}" does not match the "${HELP_NAME}" pattern. Supply an argument that matches "${HELP_NAME}" and try the command again.`,
    );
  return value;
};

const takes = (init: Partial<ParameterLimit> = {}): ParameterLimit => ({
  values: undefined,
  patterns: [],
  membership: NAMED,
  ...init,
});
const INPUT_OBJECT = takes({ membership: INPUT });
/** They are functions: what is no switch has the position in which it stands (measured with 7.6.9). */
function command(name: string, parameters: Readonly<Record<string, ParameterLimit>>): [string, LimitedCommand] {
  let position = 0;
  const placed = Object.entries(parameters).map(([key, limit]): [string, ParameterLimit] => {
    const membership = limit.membership ?? NAMED;
    const isSwitch = SWITCHES.has(key);
    if (!isSwitch) position += 1;
    return [key.toLowerCase(), isSwitch ? limit : { ...limit, membership: { ...membership, position: position - 1 } }];
  });
  return [name.toLowerCase(), { name, parameters: new Map(placed) }];
}
const SWITCHES: ReadonlySet<string> = new Set(['ListImported', 'ShowCommandInfo']);
const words = (text: string): readonly string[] => text.split(' ');

export const DEFAULT_COMMANDS: ReadonlyMap<string, LimitedCommand> = new Map([
  command('Get-Command', {
    Name: takes({ checks: [count(0, 1000), length(1000)] }),
    Module: takes({ checks: [count(0, 100), length(1000)] }),
    ArgumentList: takes({ checks: [count(0, 100)] }),
    CommandType: takes(),
    ListImported: takes(),
    ShowCommandInfo: takes(),
  }),
  command('Get-FormatData', {
    TypeName: takes({ checks: [count(0, 1000), length(1000)] }),
    PowerShellVersion: takes(),
  }),
  command('Select-Object', {
    Property: takes({
      values: words(
        'ModuleName Namespace OutputType Count HelpUri Name CommandType ResolvedCommandName DefaultParameterSet CmdletBinding Parameters',
      ),
      checks: [count(1, 11)],
    }),
    InputObject: INPUT_OBJECT,
  }),
  command('Get-Help', {
    Name: takes({ checks: [length(1000), helpName] }),
    Category: takes({
      values: words(
        'None Alias Cmdlet Provider General FAQ Glossary HelpFile ScriptCommand Function Filter ExternalScript DefaultHelp Configuration DscResource Class All',
      ),
      checks: [count(0, 1)],
    }),
  }),
  command('Measure-Object', { InputObject: INPUT_OBJECT }),
  command('Clear-Host', {}),
  command('Exit-PSSession', {}),
  command('Out-Default', { InputObject: INPUT_OBJECT }),
]);
export const DEFAULT_ALIASES = words('gcm measure select cls exsn');
