/** Values that completion knows by command and parameter: names the session has, and words that a parameter takes. */
import type { EngineServices } from '../commands/index.js';
import { VERB_NAMES } from '../commands/session/verbs.js';
import { processTable } from '../commands/system/process-table.js';
import { settle, type Steps } from '../pending.js';
import { completableTypes } from './type-names.js';

const COMMAND_NAMED =
  /^(?:get-command:name|get-help:name|help:name|man:name|(?:set|new)-alias:value|register-argumentcompleter:commandname)$/;
const VARIABLE_NAMED = /^(?:get|set|clear|remove|new)-variable:name$/;
const STREAM_VARIABLE = /:(?:error|warning|information|out|pipeline)variable$/;
const PROVIDERS = ['Alias', 'Environment', 'FileSystem', 'Function', 'Variable'];
const ENCODINGS = 'ansi ascii bigendianunicode bigendianutf32 oem unicode utf7 utf8 utf8BOM utf8NoBOM utf32'.split(' ');
/** In the order in which they are offered. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  'new-item:itemtype': ['File', 'Directory', 'SymbolicLink', 'Junction', 'HardLink'],
  'get-date:format': ['FileDate', 'FileDateUniversal', 'FileDateTime', 'FileDateTimeUniversal'],
  'set-strictmode:version': ['Latest', '3.0', '2.0', '1.0'],
  'add-type:language': ['CSharp'],
  'get-verb:verb': VERB_NAMES,
  'get-command:verb': VERB_NAMES,
  'get-psdrive:psprovider': PROVIDERS,
  'get-psprovider:psprovider': PROVIDERS,
  'get-psdrive:name': ['/', 'Alias', 'Env', 'Function', 'Temp', 'Variable'],
};

export interface KnownValues {
  readonly values: readonly string[];
  /** Offered as they stand here. */
  readonly ordered: boolean;
}

/** @returns undefined when nothing is known of this parameter: then files are offered. */
export function* knownValues(
  command: string,
  parameter: string,
  services: EngineServices,
): Steps<KnownValues | undefined> {
  const key = `${command}:${parameter}`;
  const sorted = (values: Iterable<string>): KnownValues => ({ values: [...new Set(values)], ordered: false });
  const words = WORDS[key];
  if (words !== undefined) return { values: words, ordered: true };
  if (parameter === 'encoding') return { values: ENCODINGS, ordered: true };
  if (COMMAND_NAMED.test(key)) {
    const all = yield* settle(services.commands('*', ['Alias', 'Function', 'Filter', 'Cmdlet']));
    return sorted(all.map(({ name }) => name));
  }
  if (key === 'get-alias:name') return sorted(services.aliases.list().map(({ name }) => name));
  if (key === 'get-command:noun' || key === 'get-command:module') {
    const all = yield* settle(services.commands('*', ['Function', 'Cmdlet']));
    if (parameter === 'module') return sorted(all.flatMap(({ module }) => (module === '' ? [] : [module])));
    return sorted(all.flatMap(({ name }) => (name.includes('-') ? [name.slice(name.indexOf('-') + 1)] : [])));
  }
  if (VARIABLE_NAMED.test(key) || STREAM_VARIABLE.test(key))
    return sorted(services.variables.list().map(({ name }) => name));
  if (parameter === 'name' && command.endsWith('-module'))
    return sorted(services.modules.list().map(({ name }) => name));
  if (/^(?:get|stop|wait|debug)-process:(?:name|id)$/.test(key)) {
    const all = processTable(Date.now());
    return parameter === 'name' ? sorted(all.map(({ name }) => name)) : sorted(all.map(({ id }) => String(id)));
  }
  if (key === 'new-object:typename') return sorted(completableTypes().map(({ name }) => name));
  return undefined;
}
