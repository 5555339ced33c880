/** Names of variables: those of the session and of the text, automatic ones, the environment's, scopes and drives. */
import { PSObject, type PSValue } from '../../../protocol/objects/index.js';
import type { EngineServices } from '../commands/index.js';
import type { CompletionItem } from './completion-result.js';

/** Variables that a script has without having made them. */
const AUTOMATIC =
  'args ConsoleFileName ConfirmPreference DebugPreference EnabledExperimentalFeatures Error ErrorActionPreference ErrorView ExecutionContext false foreach FormatEnumerationLimit HOME Host InformationPreference input IsCoreCLR IsLinux IsMacOS IsWindows LASTEXITCODE Matches MaximumHistoryCount MyInvocation NestedPromptLevel null OutputEncoding PID PROFILE ProgressPreference PSBoundParameters PSCommandPath PSCulture PSDefaultParameterValues PSEdition PSEmailServer PSHOME PSNativeCommandArgumentPassing PSNativeCommandUseErrorActionPreference PSScriptRoot PSSessionApplicationName PSSessionConfigurationName PSSessionOption PSStyle PSUICulture PSVersionTable PWD ShellId StackTrace switch this true VerbosePreference WarningPreference WhatIfPreference PSItem PSLogUserData PSModuleAutoLoadingPreference LogCommandHealthEvent LogCommandLifecycleEvent LogEngineHealthEvent LogEngineLifecycleEvent LogProviderHealthEvent LogProviderLifecycleEvent'.split(
    ' ',
  );
const DRIVES = ['Alias', 'Env', 'Function', 'Temp', 'Variable'];
const SCOPES = ['Global', 'Local', 'Private', 'Script', 'Using'];
const SCOPED = /^(?:global|script|local):$/i;
const PLAIN = /^[\w:?]+$/;

/**
 * @param sigil `$` or `@`. @param braced written as `${`.
 * @param ofText names that the text gives values to.
 */
export function variableItems(
  written: string,
  sigil: string,
  braced: boolean,
  ofText: readonly string[],
  services: EngineServices,
): CompletionItem[] {
  const colon = written.indexOf(':');
  const drive = colon < 0 ? '' : written.slice(0, colon + 1);
  const lower = written.slice(colon + 1).toLowerCase();
  const items = new Map<string, CompletionItem>();
  const add = (name: string, tip: string, label = name): void => {
    if (items.has(name.toLowerCase())) return;
    const text = !braced && PLAIN.test(name) ? `${sigil}${name}` : `${sigil}{${name}}`;
    items.set(name.toLowerCase(), { text, label, kind: 'Variable', tip, ordered: true });
  };
  const begins = (name: string): boolean => name.toLowerCase().startsWith(lower);
  /** They are found by the name with its drive: `$e`, `$env:PA`. */
  const environment = (): void => {
    for (const [name, value] of services.environment ?? Object.entries(process.env))
      if (`env:${name}`.toLowerCase().startsWith(written.toLowerCase())) add(`env:${name}`, String(value), name);
  };
  if (/^env:$/i.test(drive)) environment();
  else if (/^function:$/i.test(drive)) {
    for (const { name } of services.functions.list()) if (begins(name)) add(`${drive}${name}`, name, name);
  } else if (/^alias:$/i.test(drive)) {
    for (const { name } of services.aliases.list()) if (begins(name)) add(`${drive}${name}`, name, name);
  } else {
    const scope = SCOPED.test(drive) ? drive.slice(0, -1).toLowerCase() : undefined;
    for (const { name, value } of services.variables.list(scope))
      if (begins(name)) add(`${drive}${name}`, tipOf(name, value), name);
    if (drive !== '') return sorted(items);
    for (const name of [...ofText, ...AUTOMATIC]) if (begins(name)) add(name, `$${name}`);
    for (const name of [...DRIVES, ...SCOPES]) if (begins(name)) add(`${name}:`, name);
    if (sigil === '$') environment();
  }
  return sorted(items);
}
function sorted(items: ReadonlyMap<string, CompletionItem>): CompletionItem[] {
  const key = ({ text }: CompletionItem): string => text.replace(/[${}@]/g, '').toLowerCase();
  return [...items.values()].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}
function tipOf(name: string, value: PSValue): string {
  const type = value instanceof PSObject ? (value.typeNames[0] ?? '') : value === null ? '' : typeof value;
  return type === '' ? `$${name}` : `[${type.split('.').at(-1) ?? type}]$${name}`;
}
