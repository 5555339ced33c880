/** Names of variables: those of the session and of the text, automatic ones, the environment's, scopes and drives. */
import { PSObject, type PSValue } from '../../../protocol/objects/index.js';
import type { EngineServices } from '../commands/index.js';
import { compareText } from '../operators/comparison.js';
import type { CompletionItem } from './completion-result.js';

/** Variables that may come to be, whether they are there now or not. In the order in which they are offered. */
const AUTOMATIC =
  'CurrentlyExecutingCommand foreach LASTEXITCODE LogCommandHealthEvent LogCommandLifecycleEvent LogEngineHealthEvent LogEngineLifecycleEvent LogProviderHealthEvent LogProviderLifecycleEvent LogSettingsEvent Matches OFS PSCmdlet PSDebugContext PSItem PSLogUserData PSModuleAutoLoadingPreference PSSenderInfo switch this VerboseHelpErrors _'.split(
    ' ',
  );
/** What every session has, also where the engine answers for it without keeping a variable. */
const STANDING =
  '$ ? ^ args ConfirmPreference DebugPreference EnabledExperimentalFeatures Error ErrorActionPreference ErrorView ExecutionContext false FormatEnumerationLimit HOME Host InformationPreference input IsCoreCLR IsLinux IsMacOS IsWindows MaximumHistoryCount MyInvocation NestedPromptLevel null OutputEncoding PID ProgressPreference PSBoundParameters PSCommandPath PSCulture PSDefaultParameterValues PSEdition PSEmailServer PSHOME PSNativeCommandArgumentPassing PSNativeCommandUseErrorActionPreference PSScriptRoot PSSessionApplicationName PSSessionConfigurationName PSSessionOption PSStyle PSUICulture PSVersionTable PWD ShellId StackTrace true VerbosePreference WarningPreference WhatIfPreference'.split(
    ' ',
  );
const DRIVES = ['Alias', 'Env', 'Function', 'Temp', 'Variable'];
const SCOPES = ['Global', 'Local', 'Script', 'Private', 'Using'];
const SCOPED = /^(?:global|script):$/i;
const PLAIN = /^[\p{L}\p{N}_:?]+$/u;

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
    const all = [...(services.environment ?? Object.entries(process.env))].map(([name, value]) => ({
      name,
      tip: String(value),
    }));
    for (const { name, tip } of all.toSorted(byOrdinal))
      if (`env:${name}`.toLowerCase().startsWith(written.toLowerCase()))
        add(`env:${name}`, tip, drive === '' ? `env:${name}` : name);
  };
  if (/^env:$/i.test(drive)) environment();
  else if (/^function:$/i.test(drive)) {
    for (const { name } of services.functions.list().toSorted(byName))
      if (begins(name)) add(`${drive}${name}`, name, name);
  } else if (/^alias:$/i.test(drive)) {
    for (const { name } of services.aliases.list().toSorted(byName))
      if (begins(name)) add(`${drive}${name}`, name, name);
  } else {
    // The local scope is that of whoever asks: what it sees is offered.
    const scope = SCOPED.test(drive) ? drive.slice(0, -1).toLowerCase() : undefined;
    for (const name of ofText) if (name.toLowerCase().startsWith(written.toLowerCase())) add(name, `$${name}`);
    const held = services.variables.list(scope).filter(({ name }) => begins(name));
    const kept = new Set(held.map(({ name }) => name.toLowerCase()));
    const standing = drive === '' ? STANDING.filter((name) => begins(name) && !kept.has(name.toLowerCase())) : [];
    const all = [...held.map(({ name, value }) => ({ name, tip: tipOf(name, value) })), ...standing.map(bare)];
    const automatic = new Set(AUTOMATIC);
    for (const { name, tip } of all.toSorted(drive === '' ? byOrdinal : byName))
      if (drive !== '' || !automatic.has(name)) add(`${drive}${name}`, tip, name);
    if (drive !== '') return [...items.values()];
    if (sigil === '$') environment();
    for (const name of AUTOMATIC) if (begins(name)) add(name, `$${name}`);
    for (const name of [...DRIVES, ...SCOPES]) if (begins(name)) add(`${name}:`, name);
    return [...items.values()];
  }
  return [...items.values()];
}
interface Named {
  readonly name: string;
  readonly tip: string;
}
const bare = (name: string): Named => ({ name, tip: `$${name}` });
const byName = (a: { readonly name: string }, b: { readonly name: string }): number =>
  compareText(a.name, b.name, false);
const byOrdinal = (a: Named, b: Named): number => {
  const [left, right] = [a.name.toUpperCase(), b.name.toUpperCase()];
  return left < right ? -1 : left > right ? 1 : 0;
};
function tipOf(name: string, value: PSValue): string {
  const type = value instanceof PSObject ? (value.typeNames[0] ?? '') : value === null ? '' : typeof value;
  return type === '' ? `$${name}` : `[${type.split('.').at(-1) ?? type}]$${name}`;
}
