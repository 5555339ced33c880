/**
 * Snippets that reach every parameter of every command: from what the real engine tells of its commands, each parameter
 * with values of its type, good and bad, beside what its set needs. Each runs in a folder of its own with a few files.
 */
import { pick, type Random } from './random.js';

interface ParameterFact {
  readonly name: string;
  readonly type: string;
  readonly values: readonly string[];
  readonly mandatory: boolean;
  readonly pipeline: boolean;
}
interface SetFact {
  readonly name: string;
  readonly parameters: readonly ParameterFact[];
}
export interface CommandFact {
  readonly name: string;
  readonly sets: readonly SetFact[];
}

/** Asked of the real engine: its commands as JSON. */
export const FACTS_SCRIPT = `
$common = [System.Management.Automation.PSCmdlet]::CommonParameters + [System.Management.Automation.PSCmdlet]::OptionalCommonParameters
$modules = 'Core', 'Utility', 'Management', 'Security' | ForEach-Object { "Microsoft.PowerShell.$_" }
@(Get-Command -CommandType Cmdlet -Module $modules | Sort-Object Name | ForEach-Object {
  [ordered]@{ name = $_.Name; sets = @($_.ParameterSets | Sort-Object { -not $_.IsDefault } | ForEach-Object {
    [ordered]@{ name = $_.Name; parameters = @($_.Parameters | Where-Object Name -NotIn $common | Sort-Object Name | ForEach-Object {
      $type = $_.ParameterType
      $element = if ($type.IsArray) { $type.GetElementType() } else { $type }
      $set = @($_.Attributes | Where-Object { $_ -is [ValidateSet] } | ForEach-Object ValidValues)
      [ordered]@{
        name = $_.Name; type = $element.Name
        values = @(if ($set) { $set } elseif ($element.IsEnum) { [enum]::GetNames($element) })
        mandatory = $_.IsMandatory; pipeline = $_.ValueFromPipeline
      }
    }) }
  }) }
}) | ConvertTo-Json -Depth 6 -Compress
`;

/**
 * Not run: what changes the machine or the user's settings, waits for a person or another process, needs a network or a
 * desktop, answers otherwise each time, or is refused by this engine by name (Markdown).
 */
const LEFT_OUT =
  /^(?:(?:Stop|Restart|Rename)-Computer|Stop-Process|Stop-Service|Debug-\w+|Enter-\w+|Exit-\w+|Wait-\w+|Show-\w+|Register-\w+|Read-Host|Get-Credential|Invoke-(?:WebRequest|RestMethod|Item|Command|History|Expression)|Test-Connection|Send-MailMessage|Start-\w+|Set-(?:Date|TimeZone|Clipboard|PSDebug|ExecutionPolicy|Host|StrictMode)|Get-(?:Clipboard|Process|Uptime|Random|SecureRandom|Date|Help|Command|Module|Host|Error|History|PSHostProcessInfo|Culture|UICulture|TimeZone|Runspace\w*|Verb|PSCallStack|ExperimentalFeature|FormatData|TypeData|TraceSource|Job)|New-(?:TemporaryFile|Guid|ModuleManifest|Event|Module)|(?:Update|Save)-Help|(?:Import|Remove|New|Export)-Module\w*|Add-Type|Clear-(?:Host|History|RecycleBin)|Out-(?:Host|Default|Printer|GridView)|Measure-Command|\w+-\w*(?:PSRemoting|PSSession\w*|PSTransport\w*|ExperimentalFeature|Breakpoint|Runspace\w*|Job|FormatData|TypeData|TraceSource|Transcript|PSRoleCapabilityFile|CmsMessage|Markdown\w*|FileCatalog|AuthenticodeSignature|PfxCertificate))$/i;
const LEFT_OUT_PARAMETERS =
  /^(?:Wait|ComputerName|Credential|Session|CimSession|Stream|AsJob|Encoding|Tail|PassThruJob|Confirm|WhatIf|FromSession|ToSession|Persist|UseTransaction)$/i;

const BY_NAME: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^(?:Path|LiteralPath|FilePath|PSPath)$/i, ['f.txt', 'd', "'nope.txt'", "'*.txt'", "''", '$null']],
  [/^Destination(?:Path)?$|^OutFile$/i, ['g.txt', 'd', "'nope/x'"]],
  [/^NewName$/i, ['h.txt', "'d/x'", "''"]],
  [/^(?:Property|ExcludeProperty|ExpandProperty|GroupBy|MemberName)$/i, ['Length', "'nope'", "'*'", '$null']],
  [/^(?:Filter|Include|Exclude)$/i, ["'*.txt'", "'nope'", "''"]],
  [/^(?:PSProvider|Provider)$/i, ['FileSystem', 'Variable', "'nope'"]],
];
const BY_TYPE: Readonly<Record<string, readonly string[]>> = {
  String: ['a', "'*'", "'no pe'", "''", '$null', '5'],
  Int32: ['1', '0', '-1', "'x'", '$null', '2.5'],
  Int64: ['1', '-1', "'x'"],
  UInt32: ['1', '-1'],
  UInt64: ['1', '-1'],
  Double: ['1.5', "'x'"],
  Char: ["';'", "'ab'", '$null'],
  Boolean: ['$true', '0', "'x'"],
  ScriptBlock: ['{ $_ }', "'x'", '$null'],
  Hashtable: ['@{ a = 1 }', "'x'", '$null'],
  IDictionary: ['@{ a = 1 }', "'x'"],
  Object: ['1', "'a'", '$null', '@()', '(1, 2)'],
  PSObject: ["'a'", '$null', '([pscustomobject]@{ a = 1 })'],
  DateTime: ["'2024-01-02'", "'x'"],
  TimeSpan: ["'01:00:00'", "'x'"],
  Type: ['int', "'nope'"],
  Version: ['1.2', "'x'"],
  Guid: ["'6d2e9dd7-3d52-4a2f-9b5b-6c0a1d2f3e4a'", "'x'"],
  Uri: ["'http://127.0.0.1:1/'"],
  Encoding: ['utf8', "'nope'"],
  SecureString: ['(ConvertTo-SecureString abc -AsPlainText -Force)', "'x'"],
  CultureInfo: ["'de-DE'", "'nope'"],
  SwitchParameter: [''],
};
/** Numbers that a command leaves a mark on: the real engine has one object for each small number, for all snippets. */
const MARKS_INPUT = /^(?:Add-Member|Update-List)$/;
/** A start or an end alone is measured against now. */
const FROM_NOW = /^New-TimeSpan -(?:Start|End) /;
const INPUTS = [
  "'a', 'b'",
  '1, 2',
  '([pscustomobject]@{ Name = 1; a = 2 })',
  '(Get-Item f.txt)',
  '@{ a = 1 }',
  '$null',
];

function valuesOf({ name, type, values }: ParameterFact): readonly string[] {
  if (values.length > 0) return [...values.map((value) => `'${value}'`), "'nope'"];
  return BY_NAME.find(([pattern]) => pattern.test(name))?.[1] ?? BY_TYPE[type] ?? ["'a'", '$null'];
}
/** The folder is checked before anything may be changed in it. */
const inFolder = (line: string): string =>
  `$d = [System.IO.Path]::Combine([System.IO.Path]::GetTempPath(), [guid]::NewGuid().ToString())
$null = [System.IO.Directory]::CreateDirectory("$d/d")
[System.IO.File]::WriteAllText("$d/f.txt", "one\`ntwo\`n")
Set-Location -LiteralPath $d
if ($PWD.ProviderPath -ne $d) { throw 'not in the folder' }
try {
  try { & { ${line} } *>&1 | Select-Object -First 8 | ForEach-Object { if ($_ -is [System.Management.Automation.ErrorRecord]) { "$($_.FullyQualifiedErrorId) | $($_.CategoryInfo.Category) | $($_.TargetObject) | $_" } else { "$($_.PSObject.TypeNames[0]) $_" } } }
  catch { "thrown $($_.FullyQualifiedErrorId) | $($_.CategoryInfo.Category) | $($_.TargetObject) | $_" }
} finally { Set-Location -LiteralPath /; [System.IO.Directory]::Delete($d, $true) }`;

/** Every parameter of every command, with as many values as `each` says; in an order that spreads the commands. */
export function generateParameters(facts: readonly CommandFact[], random: Random, each: number): readonly string[] {
  const lines: string[] = [];
  for (const { name, sets } of facts) {
    if (LEFT_OUT.test(name)) continue;
    const done = new Set<string>();
    for (const set of sets)
      for (const parameter of set.parameters) {
        if (done.has(parameter.name) || LEFT_OUT_PARAMETERS.test(parameter.name)) continue;
        done.add(parameter.name);
        const values = valuesOf(parameter);
        const used = new Set<string>();
        for (let count = 0; count < each; count += 1) used.add(pick(random, values));
        for (const value of used) {
          const line = lineOf(random, name, set, parameter, value);
          if (!FROM_NOW.test(line)) lines.push(MARKS_INPUT.test(name) ? line.replace(/^1, 2 /, "'a', 'b' ") : line);
        }
      }
  }
  for (let at = lines.length - 1; at > 0; at -= 1) {
    const other = random(at + 1);
    [lines[at], lines[other]] = [lines[other] as string, lines[at] as string];
  }
  return lines.map(inFolder);
}
function lineOf(random: Random, name: string, set: SetFact, parameter: ParameterFact, value: string): string {
  const needed = set.parameters.filter(({ mandatory, name: other }) => mandatory && other !== parameter.name);
  const piped = set.parameters.find(({ pipeline, name: other }) => pipeline && other !== parameter.name);
  const input = piped === undefined || (!piped.mandatory && random(2) === 0) ? '' : `${pick(random, INPUTS)} | `;
  const words = needed
    .filter((other) => input === '' || other !== piped)
    .map((other) => `-${other.name} ${valuesOf(other)[0] ?? ''}`.trim());
  return `${input}${[name, `-${parameter.name} ${value}`.trim(), ...words].join(' ')}`;
}
