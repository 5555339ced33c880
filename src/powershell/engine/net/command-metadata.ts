/** CommandMetadata and ProxyCommand: what a command declares, and that as text, for those who write functions around commands. */
import { PSDictionary, PSObject, type PSValue } from '../../../protocol/objects/index.js';
import { toText } from '../conversion.js';
import { COMMON_PARAMETERS, SHOULD_PROCESS_PARAMETERS } from '../runtime/common-parameters.js';
import { confirmImpact, remotingCapability } from '../runtime/declared-facts.js';
import { compileCode } from '../runtime/function-processor.js';
import { getProperty } from '../runtime/members.js';
import { NetObject, TypeObject, unwrap } from '../values/live.js';
import { addMembers, defineType, type MemberBody, requireType } from '../values/net-type.js';
import { ScriptBlock } from '../values/script-block.js';
import { SWITCH, typeDisplayName } from '../values/types.js';
import { argumentNull, convertTo, items, runtime, text } from './support.js';

interface MetadataData {
  name: string;
  defaultSet: string;
  shouldProcess: boolean;
  paging: boolean;
  positional: boolean;
  impact: string;
  helpUri: string;
  remoting: string;
  /** Whether it is written with [CmdletBinding()] or is a cmdlet. */
  readonly advanced: boolean;
  readonly parameters: PSDictionary;
  /** What a proxy calls: a cmdlet with its module, a function by its name. */
  readonly wrapped: { readonly name: string; readonly isCmdlet: boolean };
}
const TYPE = 'System.Management.Automation.CommandMetadata';
const ALL = '__AllParameterSets';
const own = (self: PSValue | undefined): MetadataData => {
  const inner = unwrap(self ?? null);
  if (inner instanceof NetObject && inner.type.fullName === TYPE) return inner.data as MetadataData;
  throw argumentNull('commandMetadata');
};
const read = (value: PSValue, name: string): PSValue => {
  const found = getProperty(runtime(), value, name);
  return found instanceof Promise ? null : unwrap(found);
};
const truth = (value: PSValue): boolean => value === true;

const HIDDEN = new Set(COMMON_PARAMETERS.map(({ name }) => name.toLowerCase()));
const SHOULD = new Set(SHOULD_PROCESS_PARAMETERS.map(({ name }) => name.toLowerCase()));

function describe(info: PSValue): MetadataData {
  const block = read(info, 'ScriptBlock');
  const compiled = block instanceof ScriptBlock ? compileCode(block.code) : undefined;
  const all = read(info, 'Parameters');
  const advanced = compiled === undefined || compiled.advanced;
  const entries = all instanceof PSDictionary ? [...all.entries()] : [];
  const named = new Set(entries.map(([name]) => toText(name).toLowerCase()));
  const shouldProcess = compiled?.shouldProcess ?? named.has('whatif');
  const kept = entries.filter(([name, parameter]) => {
    const lower = toText(name).toLowerCase();
    if (truth(read(parameter, 'IsDynamic'))) return false;
    return !advanced || (!HIDDEN.has(lower) && !(shouldProcess && SHOULD.has(lower)));
  });
  const set = read(info, 'DefaultParameterSet');
  return {
    name: text(read(info, 'Name')),
    defaultSet: compiled?.defaultSet ?? (typeof set === 'string' ? set : compiled === undefined ? '' : ALL),
    shouldProcess,
    paging: compiled === undefined && named.has('includetotalcount'),
    positional: compiled?.positionalBinding ?? true,
    impact:
      compiled?.confirmImpact ??
      (compiled !== undefined || shouldProcess ? confirmImpact(text(read(info, 'Name'))) : 'None'),
    helpUri: text(read(info, 'HelpUri')),
    remoting: compiled === undefined ? remotingCapability(text(read(info, 'Name'))) : 'PowerShell',
    advanced,
    parameters: new PSDictionary(kept, { typeNames: all instanceof PSObject ? all.typeNames : [] }),
    wrapped: {
      name: [...(compiled === undefined ? [text(read(info, 'ModuleName'))] : []), text(read(info, 'Name'))]
        .filter((part) => part !== '')
        .join('\\'),
      isCmdlet: compiled === undefined,
    },
  };
}

// ------------------------------------------------------------- as text

const quote = (value: string): string => `'${value.replaceAll("'", "''")}'`;
function bindingText(data: MetadataData): string {
  if (!data.advanced) return '';
  const parts: string[] = [];
  if (data.defaultSet !== '' && data.defaultSet !== ALL)
    parts.push(`DefaultParameterSetName=${quote(data.defaultSet)}`);
  if (data.shouldProcess) {
    parts.push('SupportsShouldProcess=$true', `ConfirmImpact=${quote(data.impact)}`);
  }
  if (data.paging) parts.push('SupportsPaging=$true');
  if (!data.positional) parts.push('PositionalBinding=$false');
  if (data.helpUri !== '') parts.push(`HelpUri=${quote(data.helpUri)}`);
  return `[CmdletBinding(${parts.join(', ')})]`;
}
/** Position of a parameter that has none. */
const NO_POSITION = -2_147_483_648;
function setText(name: string, set: PSValue): string {
  const parts: string[] = [];
  const position = read(set, 'Position');
  const help = read(set, 'HelpMessage');
  if (name !== ALL) parts.push(`ParameterSetName=${quote(name)}`);
  if (truth(read(set, 'IsMandatory'))) parts.push('Mandatory=$true');
  if (typeof position === 'number' && position !== NO_POSITION) parts.push(`Position=${position}`);
  for (const one of ['ValueFromPipeline', 'ValueFromPipelineByPropertyName', 'ValueFromRemainingArguments'])
    if (truth(read(set, one))) parts.push(`${one}=$true`);
  if (typeof help === 'string' && help !== '') parts.push(`HelpMessage=${quote(help)}`);
  return parts.length === 0 ? '' : `[Parameter(${parts.join(', ')})]`;
}
const literal = (value: PSValue): string => (typeof value === 'string' ? quote(value) : toText(value));
/** A validation attribute as one would write it; undefined for attributes that a proxy does not repeat. */
function attributeText(attribute: PSValue): string | undefined {
  const name = /\.(Allow\w+|Validate\w+|Credential|PSDefaultValue)Attribute$/.exec(
    attribute instanceof PSObject ? (attribute.typeNames[0] ?? '') : '',
  )?.[1];
  const of = (...names: readonly string[]): string =>
    `[${name}(${names.map((one) => literal(read(attribute, one))).join(', ')})]`;
  switch (name) {
    case 'AllowNull':
    case 'AllowEmptyString':
    case 'AllowEmptyCollection':
    case 'ValidateNotNull':
    case 'ValidateNotNullOrEmpty':
    case 'ValidateNotNullOrWhiteSpace':
      return `[${name}()]`;
    case 'ValidateRange':
      // A kind of range is not among what the attribute tells.
      return read(attribute, 'MinRange') === null ? undefined : of('MinRange', 'MaxRange');
    case 'ValidateLength':
    case 'ValidateCount':
      return of('MinLength', 'MaxLength');
    case 'ValidatePattern':
      return `[ValidatePattern(${quote(text(read(attribute, 'RegexPattern')))})]`;
    case 'ValidateScript':
      return `[ValidateScript({${text(read(attribute, 'ScriptBlock'))}})]`;
    case 'ValidateSet':
      return `[ValidateSet(${items(read(attribute, 'ValidValues'))
        .map((one) => quote(toText(one)))
        .join(',')})]`;
    default:
      return undefined;
  }
}
function parameterText(name: string, parameter: PSValue, advanced: boolean): string {
  const lines: string[] = [];
  const sets = read(parameter, 'ParameterSets');
  // The places of a plain function's parameters are not written: an attribute would make it an advanced one.
  if (advanced && sets instanceof PSDictionary)
    for (const [key, set] of sets.entries()) {
      const line = setText(toText(key), set);
      if (line !== '') lines.push(line);
    }
  const list = (member: string): readonly PSValue[] => {
    const found = read(parameter, member);
    return found === null ? [] : items(found);
  };
  const aliases = list('Aliases');
  if (aliases.length > 0) lines.push(`[Alias(${aliases.map((one) => quote(toText(one))).join(',')})]`);
  for (const one of list('Attributes')) {
    const line = attributeText(unwrap(one));
    if (line !== undefined) lines.push(line);
  }
  const type = read(parameter, 'ParameterType');
  const shown =
    type instanceof TypeObject ? (type.type === SWITCH ? 'switch' : typeDisplayName(type.type)) : 'System.Object';
  lines.push(`[${shown === 'System.Object' || shown === 'object' ? 'System.Object' : shown}]`);
  lines.push(`\${${name.replaceAll(/[{}]/g, '`$&')}}`);
  return lines.map((line) => `\n    ${line}`).join('');
}
const paramText = (data: MetadataData): string =>
  [...data.parameters.entries()].map(([name, one]) => parameterText(toText(name), one, data.advanced)).join(',\n');

/** The blocks of a proxy, as PowerShell writes them: scripts take them apart by their lines. */
const TRY = (line: string): string => `
    try {
        ${line}
    } catch {
        throw
    }
`;
function beginText({ wrapped, advanced }: MetadataData): string {
  const command = `$wrappedCmd = $ExecutionContext.InvokeCommand.GetCommand(${quote(wrapped.name)}, [System.Management.Automation.CommandTypes]::${wrapped.isCmdlet ? 'Cmdlet' : 'Function'})`;
  const lines = advanced
    ? [
        '$outBuffer = $null',
        "if ($PSBoundParameters.TryGetValue('OutBuffer', [ref]$outBuffer))",
        '{',
        "    $PSBoundParameters['OutBuffer'] = 1",
        '}',
        '',
        command,
      ]
    : [command, "$PSBoundParameters.Add('$args', $args)"];
  lines.push(
    '$scriptCmd = {& $wrappedCmd @PSBoundParameters }',
    '',
    `$steppablePipeline = $scriptCmd.GetSteppablePipeline(${wrapped.isCmdlet ? '$myInvocation.CommandOrigin' : ''})`,
    `$steppablePipeline.Begin(${advanced ? '$PSCmdlet' : '$myInvocation.ExpectingInput, $ExecutionContext'})`,
  );
  return TRY(lines.join('\n        ').replaceAll(/^ +$/gm, ''));
}
const PROCESS = TRY('$steppablePipeline.Process($_)');
const END = TRY('$steppablePipeline.End()');
const CLEAN = `
    if ($null -ne $steppablePipeline) {
        $steppablePipeline.Clean()
    }
`;
const helpText = ({ wrapped }: MetadataData): string =>
  `
.ForwardHelpTargetName ${wrapped.name}
.ForwardHelpCategory ${wrapped.isCmdlet ? 'Cmdlet' : 'Function'}
`;
const proxyText = (data: MetadataData, help: string): string =>
  `${bindingText(data)}
param(${paramText(data)})

begin
{${beginText(data)}}

process
{${PROCESS}}

end
{${END}}

clean
{${CLEAN}}
<#
${help}
#>
`;

/** The classes whose properties are the parameters that many commands share: scripts ask them for the names. */
function declareSharedParameters(): void {
  const names = {
    CommonParameters: COMMON_PARAMETERS,
    ShouldProcessParameters: SHOULD_PROCESS_PARAMETERS,
  };
  for (const [name, parameters] of Object.entries(names))
    defineType(
      `System.Management.Automation.Internal.${name}`,
      {},
      Object.fromEntries(parameters.map((one) => [`${one.type?.fullName ?? 'System.Object'} ${one.name}`, () => null])),
    );
}

/** Declares both types. */
export function declareCommandMetadata(): void {
  declareSharedParameters();
  const type = defineType(TYPE);
  const get =
    (name: keyof MetadataData): MemberBody =>
    (self) =>
      own(self)[name] as PSValue;
  const settable = (key: string, name: 'name' | 'defaultSet' | 'helpUri'): Record<string, MemberBody> => ({
    [key]: get(name),
    [`set ${key}`]: (self, value) => {
      own(self)[name] = text(value);
      return undefined;
    },
  });
  const copy = (data: MetadataData): PSValue =>
    new NetObject<MetadataData>(type, {
      ...data,
      parameters: new PSDictionary(data.parameters.entries(), { typeNames: data.parameters.typeNames }),
    });
  addMembers(type, {
    'new(System.Management.Automation.CommandInfo commandInfo)': (_self, info) =>
      new NetObject<MetadataData>(type, describe(info ?? null)),
    'new(System.Management.Automation.CommandMetadata other)': (_self, other) => copy(own(other)),
    ...settable('string Name', 'name'),
    'type CommandType': () => null,
    ...settable('string DefaultParameterSetName', 'defaultSet'),
    'bool SupportsShouldProcess': get('shouldProcess'),
    'set bool SupportsShouldProcess': (self, value) => {
      own(self).shouldProcess = value === true;
      return undefined;
    },
    'bool SupportsPaging': get('paging'),
    'bool PositionalBinding': get('positional'),
    'set bool PositionalBinding': (self, value) => {
      own(self).positional = value === true;
      return undefined;
    },
    'bool SupportsTransactions': () => false,
    ...settable('string HelpUri', 'helpUri'),
    'string RemotingCapability': get('remoting'),
    'System.Management.Automation.ConfirmImpact ConfirmImpact': (self) =>
      convertTo(own(self).impact, requireType('System.Management.Automation.ConfirmImpact')),
    'System.Collections.Generic.Dictionary[string,System.Management.Automation.ParameterMetadata] Parameters':
      get('parameters'),
  });
  defineType(
    'System.Management.Automation.ProxyCommand',
    { staticClass: true, abstract: true },
    {
      'static string GetCmdletBindingAttribute(System.Management.Automation.CommandMetadata commandMetadata)': (
        _s,
        data,
      ) => bindingText(own(data)),
      'static string GetParamBlock(System.Management.Automation.CommandMetadata commandMetadata)': (_s, data) =>
        paramText(own(data)),
      'static string GetBegin(System.Management.Automation.CommandMetadata commandMetadata)': (_s, data) =>
        beginText(own(data)),
      'static string GetProcess(System.Management.Automation.CommandMetadata commandMetadata)': () => PROCESS,
      'static string GetEnd(System.Management.Automation.CommandMetadata commandMetadata)': () => END,
      'static string GetClean(System.Management.Automation.CommandMetadata commandMetadata)': () => CLEAN,
      'static string Create(System.Management.Automation.CommandMetadata commandMetadata)': (_s, data) =>
        proxyText(own(data), helpText(own(data))),
      'static string Create(System.Management.Automation.CommandMetadata commandMetadata, string helpComment)': (
        _s,
        data,
        help,
      ) => proxyText(own(data), text(help ?? null)),
    },
  );
}
