/** Names of variables: those of the session and of the text, automatic ones, the environment's, scopes and drives. */
import { PSObject, type PSValue } from '../../../protocol/objects/index.js';
import { flatProviders } from '../commands/items/flat-providers.js';
import type { EngineServices } from '../commands/index.js';
import { ALWAYS_DESCRIBED, DESCRIBED } from '../net/host/initial-session-state.js';
import { compareText } from '../operators/comparison.js';
import { shortType } from '../runtime/parameter-metadata.js';
import { typeOf } from '../values/types.js';
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
/** Of the file system; the other drives' texts are their providers'. */
const TEMP_DRIVE = 'Drive that maps to the temporary directory path for the current user';
const SCOPES = ['Global', 'Local', 'Script', 'Private', 'Using'];
const SCOPED = /^(?:global|script):$/i;
const PLAIN = /^[\p{L}\p{N}_:?]+$/u;

/** A variable of the text, and the type that its value has there. */
export interface TextVariable {
  readonly name: string;
  /** Undefined: it is not known. */
  readonly type: string | undefined;
}
/**
 * @param sigil `$` or `@`. @param braced written as `${`.
 * @param ofText variables that the text gives values to.
 */
export function variableItems(
  written: string,
  sigil: string,
  braced: boolean,
  ofText: readonly TextVariable[],
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
    const all = [...(services.environment?.keys() ?? Object.keys(process.env))].map((name) => ({ name }));
    // `$env:` lists them as people sort names, `$` as the characters' numbers have it.
    for (const { name } of all.toSorted(drive === '' ? byOrdinal : byName))
      if (`env:${name}`.toLowerCase().startsWith(written.toLowerCase()))
        if (drive === '') add(`env:${name}`, `[string]env:${name}`);
        else add(`env:${name}`, name, name);
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
    for (const { name, type } of ofText)
      if (begins(name)) add(drive + name, type === undefined ? name : `[${type}]$${name}`, name);
    const held = services.variables.list(scope).filter(({ name }) => begins(name));
    const kept = new Set(held.map(({ name }) => name.toLowerCase()));
    const standing = drive === '' ? STANDING.filter((name) => begins(name) && !kept.has(name.toLowerCase())) : [];
    const all = [
      ...held.map(({ name, value, description }) => ({ name, tip: tipOf(name, value, description) })),
      ...standing.map((name) => ({ name, tip: tipOf(name, services.variables.find(name)?.value ?? null) })),
    ];
    const automatic = new Set(AUTOMATIC);
    for (const { name, tip } of all.toSorted(drive === '' ? byOrdinal : byName))
      if (drive !== '' || !automatic.has(name)) add(`${drive}${name}`, tip, name);
    if (drive !== '') return [...items.values()];
    if (sigil === '$') environment();
    for (const name of AUTOMATIC) if (begins(name)) add(name, name);
    const drives = flatProviders({ services }).map(({ drive: name, description }) => ({ name, description }));
    for (const { name, description } of [...drives, { name: 'Temp', description: TEMP_DRIVE }].toSorted(byName))
      if (begins(name)) add(`${name}:`, description, name);
    for (const name of SCOPES) if (begins(name)) add(`${name}:`, `${name}:`);
    return [...items.values()];
  }
  return [...items.values()];
}
const byName = (a: { readonly name: string }, b: { readonly name: string }): number =>
  compareText(a.name, b.name, false);
const byOrdinal = (a: { readonly name: string }, b: { readonly name: string }): number => {
  const [left, right] = [a.name.toUpperCase(), b.name.toUpperCase()];
  return left < right ? -1 : left > right ? 1 : 0;
};
/** The type's name, as a tip has it. */
export function tipType(value: PSValue): string {
  if (value instanceof PSObject && value.typeNames.includes('System.Management.Automation.PSCustomObject'))
    return 'psobject';
  const type = typeOf(value);
  if (type !== undefined) return shortType(type);
  const name = value instanceof PSObject ? (value.typeNames[0] ?? '') : '';
  return name.slice(name.lastIndexOf('.') + 1);
}
function tipOf(name: string, value: PSValue, description = ''): string {
  const told = description === '' ? (ALWAYS_DESCRIBED[name] ?? DESCRIBED[name] ?? '') : description;
  const type = value === null ? '' : tipType(value);
  return (type === '' ? name : `[${type}]$${name}`) + (told === '' ? '' : ` - ${told}`);
}
