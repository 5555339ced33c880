/** Functions that stand for commands of another session: their text, out of what that session tells of its commands. */
import { CALL_COMMAND, type RemoteCommandInfo } from '../../../client/session/index.js';
import { PSDictionary, PSObject, type PSValue } from '../../../protocol/objects/index.js';
import { toText } from '../../engine/index.js';
import { itemsOf } from './values.js';

/**
 * Runs in the other session: a line for each command and for each of its parameters, so that nothing depends on how
 * deep objects are serialized. Fields are separated by tabs.
 */
export const DESCRIBE_COMMANDS = `
param($names, $type, $modules)
$search = @{ ErrorAction = 'SilentlyContinue' }
if ($type -ne 'All') { $search.CommandType = $type }
if ($modules) { $search.Module = $modules }
foreach ($command in Get-Command -Name $names @search) {
  if ("$($command.CommandType)" -eq 'Alias') { "alias\`t$($command.Name)\`t$($command.Definition)"; continue }
  $plain = if ('Function', 'Filter' -contains "$($command.CommandType)" -and -not $command.CmdletBinding) { 'plain' } else { '' }
  "command\`t$($command.Name)\`t$($command.CommandType)\`t$plain"
  if ($null -eq $command.Parameters) { continue }
  foreach ($key in $command.Parameters.Keys) {
    $p = $command.Parameters[$key]
    $position = ''; $mandatory = ''; $byValue = ''; $byName = ''
    if ($null -ne $p.ParameterSets) {
      foreach ($name in $p.ParameterSets.Keys) {
        $set = $p.ParameterSets[$name]
        if ($set.Position -ge 0 -and $position -eq '') { $position = $set.Position }
        if ($set.ValueFromPipeline) { $byValue = 'V' }
        if ($set.ValueFromPipelineByPropertyName) { $byName = 'P' }
      }
    }
    $kind = if ($p.SwitchParameter) { 'switch' } else { '' }
    "parameter\`t$($p.Name)\`t$kind\`t$position\`t$byValue$byName\`t$($p.Aliases -join ',')"
  }
}
`;

export interface RemoteParameter {
  readonly name: string;
  readonly isSwitch: boolean;
  readonly position: string;
  readonly byValue: boolean;
  readonly byName: boolean;
  readonly aliases: readonly string[];
}
export interface RemoteCommand {
  readonly name: string;
  /** A function that takes whatever it is given: what is no parameter of it is in its $args. */
  readonly isPlain: boolean;
  readonly parameters: RemoteParameter[];
}
export interface RemoteAlias {
  readonly name: string;
  readonly definition: string;
}

/** Names that can stand in a script unquoted; others are left out, for a server's words must not become our code. */
const COMMAND_NAME = /^[\p{L}_][\p{L}\p{N}_.-]{0,200}$/u;
const PARAMETER_NAME = /^[\p{L}_][\p{L}\p{N}_]{0,100}$/u;
const COMMON: ReadonlySet<string> = new Set(
  'verbose debug erroraction warningaction informationaction progressaction errorvariable warningvariable informationvariable outvariable outbuffer pipelinevariable whatif confirm'.split(
    ' ',
  ),
);

export function readDescription(lines: readonly PSValue[]): {
  readonly commands: readonly RemoteCommand[];
  readonly aliases: readonly RemoteAlias[];
} {
  const commands: RemoteCommand[] = [];
  const aliases: RemoteAlias[] = [];
  for (const line of lines) {
    const [kind, name = '', a = '', position = '', pipeline = '', names = ''] = toText(line).split('\t');
    if (kind === 'alias' && COMMAND_NAME.test(name) && COMMAND_NAME.test(a)) aliases.push({ name, definition: a });
    else if (kind === 'command' && COMMAND_NAME.test(name))
      commands.push({ name, isPlain: position === 'plain', parameters: [] });
    else if (kind === 'parameter' && PARAMETER_NAME.test(name) && !COMMON.has(name.toLowerCase())) {
      commands.at(-1)?.parameters.push({
        name,
        isSwitch: a === 'switch',
        position: /^\d{1,3}$/.test(position) ? position : '',
        byValue: pipeline.includes('V'),
        byName: pipeline.includes('P'),
        aliases: names.split(',').filter((one) => PARAMETER_NAME.test(one)),
      });
    }
  }
  return { commands, aliases };
}

/** The same out of the server's answer to a question for command metadata, for sessions that run no script. */
export function describedByMetadata(infos: readonly RemoteCommandInfo[]): readonly RemoteCommand[] {
  return infos
    .filter(({ name, parameters }) => COMMAND_NAME.test(name) && parameters !== null)
    .map(({ name, parameters }) => ({
      name,
      isPlain: false,
      parameters: entriesOf(parameters).flatMap(metadataParameter),
    }));
}
const entriesOf = (value: PSValue): readonly (readonly [string, PSValue])[] =>
  value instanceof PSDictionary ? [...value.entries()].map(([key, item]) => [toText(key), item] as const) : [];
function metadataParameter([name, about]: readonly [string, PSValue]): RemoteParameter[] {
  if (!PARAMETER_NAME.test(name) || COMMON.has(name.toLowerCase())) return [];
  const facts = about instanceof PSObject ? about : undefined;
  const sets = entriesOf(facts?.get('ParameterSets') ?? null).flatMap(([, set]) =>
    set instanceof PSObject ? [set] : [],
  );
  const places = sets.map((set) => set.get('Position')).filter((at) => typeof at === 'number' && at >= 0);
  return [
    {
      name,
      isSwitch: facts?.get('SwitchParameter') === true,
      position: places[0] === undefined ? '' : toText(places[0]),
      // Sets may be too deep to have travelled; what takes input is called InputObject by custom.
      byValue:
        sets.length === 0 ? /^inputobject$/i.test(name) : sets.some((set) => set.get('ValueFromPipeline') === true),
      byName: sets.some((set) => set.get('ValueFromPipelineByPropertyName') === true),
      aliases: itemsOf(facts?.get('Aliases') ?? null)
        .map((alias) => toText(alias))
        .filter((alias) => PARAMETER_NAME.test(alias)),
    },
  ];
}

/** `Get-Process` with the prefix `Remote`: `Get-RemoteProcess`. */
export function prefixed(name: string, prefix: string): string {
  const dash = name.indexOf('-');
  return dash < 0 ? prefix + name : `${name.slice(0, dash + 1)}${prefix}${name.slice(dash + 1)}`;
}

function parameterText(
  { name, isSwitch, position, byValue, byName, aliases }: RemoteParameter,
  isPlain: boolean,
): string {
  const facts = [
    ...(position === '' ? [] : [`Position=${position}`]),
    ...(byValue ? ['ValueFromPipeline=$true'] : []),
    ...(byName ? ['ValueFromPipelineByPropertyName=$true'] : []),
  ];
  const alias = aliases.length === 0 ? '' : `[Alias(${aliases.map((one) => `'${one}'`).join(', ')})]`;
  const said = isPlain ? '' : `[Parameter(${facts.join(', ')})]`;
  return `    ${said}${alias}${isSwitch ? '[switch]' : ''}\${${name}}`;
}

/** The function for one command. `session` is an expression that gives the session. */
export function proxyFunction(
  { name: remote, isPlain, parameters }: RemoteCommand,
  name: string,
  session: string,
): string {
  const texts = parameters.map((parameter) => parameterText(parameter, isPlain));
  const ownAsJob = parameters.some((parameter) => parameter.name.toLowerCase() === 'asjob');
  if (!ownAsJob) texts.push(`    ${isPlain ? '' : '[Parameter()]'}[switch]\${AsJob}`);
  return `function ${name} {
  ${isPlain ? '' : '[CmdletBinding(PositionalBinding=$false)]'}
  param(
${texts.join(',\n')}
  )
  begin {
    $proxyInput = @()
    $proxyParameters = @{}
    foreach ($proxyKey in $PSBoundParameters.Keys) {
      if (${commonNames()} -contains $proxyKey) { continue }
      $proxyValue = $PSBoundParameters[$proxyKey]
      if ($proxyValue -is [switch]) { $proxyValue = [bool]$proxyValue }
      $proxyParameters[$proxyKey] = $proxyValue
    }
    $proxyPiped = $MyInvocation.ExpectingInput
    $proxyRest = @(${isPlain ? '$args' : ''})
  }
  process { if ($proxyPiped) { $proxyInput += , $_ } }
  end {
    $proxyCall = @{
      Session = ${session.replace('$NAME', name)}
      HideComputerName = $true
      ScriptBlock = {${CALL_COMMAND}}
      ArgumentList = '${remote}', $proxyParameters, $proxyPiped, $proxyRest
    }${
      ownAsJob
        ? ''
        : `
    if ($AsJob) { $proxyCall.AsJob = $true }
    $proxyParameters.Remove('AsJob')`
    }
    if ($proxyPiped) { $proxyInput | Microsoft.PowerShell.Core\\Invoke-Command @proxyCall }
    else { Microsoft.PowerShell.Core\\Invoke-Command @proxyCall }
  }
}`;
}
const commonNames = (): string =>
  `@(${[...COMMON]
    .filter((name) => name !== 'whatif' && name !== 'confirm')
    .map((name) => `'${name}'`)
    .join(', ')})`;
