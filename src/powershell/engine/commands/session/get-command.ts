/** Get-Command: commands by name, kind, verb, noun, module and parameter. */
import { PSDictionary, type PSValue } from '../../../../protocol/objects/index.js';
import { toNumber, toText } from '../../conversion.js';
import { LOOK, settle, type Steps } from '../../pending.js';
import { commandDataOf, commandInfo } from '../../runtime/command-data.js';
import { commandSyntax, signatureOfCommand } from '../../runtime/command-info.js';
import { enumerate } from '../../runtime/members.js';
import { typeShown } from '../../runtime/parameter-metadata.js';
import { hasWildcard, wildcardRegex } from '../../text/wildcard.js';
import { typeText } from '../../values/types.js';
import type { CommandEntry, CommandTypeName, EngineCommandContext } from '../engine-services.js';
import { texts } from '../support/arguments.js';
import { listOf } from '../support/objects.js';
import { COMMAND_TYPE_VALUES } from '../support/enums.js';
import { defineCommand, flag, NOT_EMPTY, parameter } from '../support/command-spec.js';
import { commandForForm } from './command-for-form.js';
import { importAsked, waitingEntries } from './waiting-entries.js';

/** In the order in which the kinds are found. */
const KINDS: readonly CommandTypeName[] = ['Alias', 'Function', 'Filter', 'Cmdlet', 'ExternalScript', 'Application'];

const anyOf = (patterns: readonly string[] | undefined): ((text: string) => boolean) | undefined => {
  if (patterns === undefined || patterns.length === 0) return undefined;
  const tests = patterns.map((pattern) => wildcardRegex(pattern));
  return (text) => tests.some((test) => test.test(text));
};
const moduleNames = (context: EngineCommandContext): readonly string[] | undefined => {
  const given = context.arg('FullyQualifiedModule');
  if (given === undefined) return texts(context, 'Module');
  return (enumerate(given) ?? [given]).map((one) =>
    one instanceof PSDictionary ? toText(one.getEntry('ModuleName') ?? null) : toText(one),
  );
};

const argumentsOf = (context: EngineCommandContext): readonly PSValue[] => {
  const given = context.arg('ArgumentList') ?? null;
  return given === null ? [] : listOf(given);
};
/** One that verb and noun name, where arguments ask for it. */
function wholeName(context: EngineCommandContext): string | undefined {
  const parts = ['Verb', 'Noun'].map((part) => texts(context, part) ?? []);
  const isOne =
    argumentsOf(context).length > 0 && parts.every((one) => one.length === 1 && !hasWildcard(one[0] ?? '*'));
  return isOne ? parts.flat().join('-') : undefined;
}
/** Dynamic parameters that do not go with the others. Where they cannot be made at all, there are none. */
function* tellFailure(context: EngineCommandContext, { object, failure }: CommandEntry): Steps<void> {
  if (failure?.record.errorId !== 'ParameterNameAlreadyExistsForCommand' || argumentsOf(context).length === 0) return;
  yield* settle(
    context.writeError(failure.record.exception.message, {
      errorId: 'GetCommandMetadataError',
      category: 'MetadataError',
      target: object,
      exceptionType: 'System.Management.Automation.MetadataException',
    }),
  );
}
/** The one module whose commands are asked for, where it is named. */
function soleModule(context: EngineCommandContext): string | undefined {
  const [name = '', ...more] = texts(context, 'Module') ?? [];
  return name === '' || more.length > 0 || hasWildcard(name) ? undefined : name;
}

/** The filters of one call. */
class Filter {
  readonly #verb: ((text: string) => boolean) | undefined;
  readonly #noun: ((text: string) => boolean) | undefined;
  readonly #modules: ((text: string) => boolean) | undefined;
  readonly #parameterNames: readonly string[] | undefined;
  readonly #parameterTypes: readonly string[] | undefined;
  /** Names of -ParameterName that some command has. */
  readonly met = new Set<string>();
  constructor(context: EngineCommandContext) {
    this.#verb = anyOf(texts(context, 'Verb'));
    this.#noun = anyOf(texts(context, 'Noun'));
    this.#modules = anyOf(moduleNames(context)?.filter((name) => name !== ''));
    this.#parameterNames = texts(context, 'ParameterName');
    const types = context.arg('ParameterType');
    this.#parameterTypes =
      types === undefined ? undefined : (enumerate(types) ?? [types]).map((one) => toText(one).toLowerCase());
  }
  takes(entry: CommandEntry): boolean {
    const dash = entry.name.indexOf('-');
    if (this.#verb !== undefined && (dash < 0 || !this.#verb(entry.name.slice(0, dash)))) return false;
    if (this.#noun !== undefined && (dash < 0 || !this.#noun(entry.name.slice(dash + 1)))) return false;
    if (this.#modules !== undefined && !this.#modules(entry.module)) return false;
    return this.#hasParameters(entry);
  }
  #hasParameters(entry: CommandEntry): boolean {
    if (this.#parameterNames === undefined && this.#parameterTypes === undefined) return true;
    const data = commandDataOf(entry.object);
    const signature = data === undefined ? undefined : signatureOfCommand(data);
    if (signature === undefined || entry.type === 'Alias') return false;
    let found = false;
    for (const info of signature.parameters) {
      const type = typeText(typeShown(info)).toLowerCase();
      if (this.#parameterTypes?.some((wanted) => sameType(type, wanted)) === false) continue;
      if (this.#parameterNames === undefined) {
        found = true;
        continue;
      }
      for (const pattern of this.#parameterNames)
        if ([info.name, ...info.aliases].some((name) => wildcardRegex(pattern).test(name))) {
          this.met.add(pattern);
          found = true;
        }
    }
    return found;
  }
  *complain(context: EngineCommandContext): Steps<void> {
    for (const name of this.#parameterNames ?? [])
      if (!hasWildcard(name) && !this.met.has(name))
        yield* settle(
          context.writeError(
            `No matching commands include a parameter named '${name}'.  Check the spelling of the parameter name, and then try again. (Parameter '${name}')`,
            {
              errorId: 'CommandParameterNotFound',
              category: 'ObjectNotFound',
              target: name,
              exceptionType: 'System.ArgumentException',
            },
          ),
        );
  }
}
/** `Switch` for `System.Management.Automation.SwitchParameter`: a type by its full name, its end, or an array of it. */
const sameType = (type: string, wanted: string): boolean =>
  type === wanted || type.endsWith(`.${wanted}`) || (wanted === 'switch' && type.endsWith('.switchparameter'));

function wantedKinds(context: EngineCommandContext): ReadonlySet<CommandTypeName> | undefined {
  const given = context.arg('CommandType');
  if (given === undefined) return undefined;
  const names = toText(given).split(/\s*,\s*/);
  return names.includes('All') ? new Set(KINDS) : new Set(KINDS.filter((kind) => names.includes(kind)));
}

export const getCommand = defineCommand(
  'Get-Command',
  {
    alias: 'gcm',
    module: 'Microsoft.PowerShell.Core',
    defaultSet: 'CmdletSet',
    output:
      'System.Management.Automation.AliasInfo,System.Management.Automation.ApplicationInfo,System.Management.Automation.FunctionInfo,System.Management.Automation.CmdletInfo,System.Management.Automation.ExternalScriptInfo,System.Management.Automation.FilterInfo,System.String,System.Management.Automation.PSObject',
    synopsis: 'Gets all commands.',
  },
  [
    parameter('Name', 'String[]', 'AllCommandSet: 0 P V', { check: NOT_EMPTY }),
    parameter('Verb', 'String[]', 'CmdletSet: P', { attributes: 'ArgumentCompleter' }),
    parameter('Noun', 'String[]', 'CmdletSet: P', { attributes: 'ArgumentCompleter' }),
    parameter('Module', 'String[]', 'P', { alias: 'PSSnapin' }),
    parameter('ExcludeModule', 'String[]'),
    parameter('FullyQualifiedModule', 'Object[]', 'P', {
      shown: 'Microsoft.PowerShell.Commands.ModuleSpecification[]',
    }),
    parameter('CommandType', '', 'AllCommandSet: P', {
      alias: 'Type',
      enumType: 'System.Management.Automation.CommandTypes',
      enumValues: COMMAND_TYPE_VALUES,
    }),
    parameter('TotalCount', 'Int32', 'P'),
    flag('Syntax', 'P'),
    flag('ShowCommandInfo'),
    parameter('ArgumentList', 'Object[]', '1 R', { alias: 'Args', allow: 'Null EmptyCollection' }),
    flag('All', 'P'),
    flag('ListImported', 'P'),
    parameter('ParameterName', 'String[]', '', { check: NOT_EMPTY }),
    parameter('ParameterType', 'Object[]', '', {
      check: NOT_EMPTY,
      shown: 'System.Management.Automation.PSTypeName[]',
    }),
    flag('UseFuzzyMatching', 'AllCommandSet: '),
    parameter('FuzzyMinimumDistance', 'UInt32', 'AllCommandSet: '),
    flag('UseAbbreviationExpansion', 'AllCommandSet: P'),
  ],
  (context) => {
    const found: CommandEntry[] = [];
    const scores = new Map<CommandEntry, number>();
    let filter: Filter | undefined;
    /** Nobody named them all: they come kind by kind, by name. */
    let sorts = false;
    return {
      *process(): Steps<void> {
        // What comes down the pipeline may bring a verb and a noun of its own.
        const before = filter;
        filter = new Filter(context);
        for (const name of before?.met ?? []) filter.met.add(name);
        const names = texts(context, 'Name');
        const refuse = (): never =>
          context.fail(
            'The command could not be retrieved because the ArgumentList parameter can be specified only when retrieving a single cmdlet or script.',
            {
              errorId: 'CommandArgsOnlyForSingleCmdlet',
              category: 'InvalidArgument',
              exceptionType: 'System.Management.Automation.PSArgumentException',
            },
          );
        const isAll = names === undefined && !context.isBound('Verb') && !context.isBound('Noun');
        const fuzzy = context.flag('UseFuzzyMatching');
        const asked = soleModule(context);
        if (asked !== undefined) yield* importAsked(context.services, asked);
        for (const name of names ?? [wholeName(context) ?? '*']) {
          const entries = yield* named(context, name, filter);
          if (context.isBound('ArgumentList') && (isAll || entries.some(({ type }) => type === 'Application')))
            refuse();
          // Short aliases are asked for by name, kind, number or -All.
          const noAliases =
            names === undefined &&
            !context.isBound('CommandType') &&
            !context.flag('All') &&
            !context.isBound('TotalCount');
          found.push(
            ...(noAliases ? entries.filter((one) => one.type !== 'Alias' || one.name.indexOf('-') > 0) : entries),
          );
          if (names === undefined || hasWildcard(name)) sorts = true;
          if (fuzzy) for (const entry of entries) scores.set(entry, distanceTo(name, entry.name));
        }
      },
      *end(): Steps<void> {
        const limit = context.isBound('TotalCount')
          ? toNumber(context.arg('TotalCount') ?? 0)
          : Number.POSITIVE_INFINITY;
        const excluded = anyOf(texts(context, 'ExcludeModule'));
        yield* filter?.complain(context) ?? [];
        let written = 0;
        // Those that are nearest to any name come first, each with how far it is from its name.
        const near = (entry: CommandEntry): number => scores.get(entry) ?? 0;
        const byKind = (a: CommandEntry, b: CommandEntry): number =>
          KINDS.indexOf(a.type) - KINDS.indexOf(b.type) || order(a.name, b.name);
        const all = sorts ? found.toSorted(byKind) : found;
        for (const entry of scores.size === 0 ? all : all.toSorted((a, b) => near(a) - near(b))) {
          if (written >= limit && limit >= 0) break;
          if (excluded?.(entry.module) === true) continue;
          written += 1;
          const object = yield* shown(context, entry);
          const score = scores.get(entry);
          if (score === undefined) yield* settle(context.write(object));
          else {
            const note = { kind: 'NoteProperty', name: 'Score', value: score } as const;
            yield* settle(context.write(context.services.members.add(object, note, true)));
          }
        }
      },
    };
  },
);

function* shown(context: EngineCommandContext, { object }: CommandEntry): Steps<PSValue> {
  const known = commandDataOf(object);
  if (known === undefined) return object;
  const place = argumentsOf(context).find((one) => !/^-[a-z]/i.test(toText(one)));
  if (place !== undefined && known.kind === 'Cmdlet') {
    // With the parameters that the provider of that place brings.
    const signature = signatureOfCommand(known, toText(place));
    if (signature !== undefined) return yield* told(context, commandInfo({ ...known, signature }));
  }
  return yield* told(context, object);
}
function* told(context: EngineCommandContext, object: PSValue): Steps<PSValue> {
  const data = commandDataOf(object);
  if (data === undefined) return object;
  if (context.flag('Syntax')) return commandSyntax(data);
  return context.flag('ShowCommandInfo') ? yield* commandForForm(context.services, object) : object;
}

/** Letters of each word's beginning: `i-psdf` for Import-PowerShellDataFile. */
function abbreviationOf(name: string): string {
  return name.includes('-') ? name.replace(/[^A-Z-]/g, '') : '';
}
const distanceTo = (wanted: string, name: string): number => distance(name.toLowerCase(), wanted.toLowerCase());
/** How many letters were left out, added, changed or swapped with the next one. */
function distance(a: string, b: string): number {
  let earlier: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      next.push(
        Math.min(
          (row[j] ?? 0) + 1,
          (next[j - 1] ?? 0) + 1,
          (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
          isSwapped ? (earlier[j - 2] ?? 0) + 1 : Infinity,
        ),
      );
    }
    earlier = row;
    row = next;
  }
  return row[b.length] ?? 0;
}

function* named(context: EngineCommandContext, given: string, filter: Filter): Steps<CommandEntry[]> {
  const { services } = context;
  const kinds = wantedKinds(context);
  const wildcard = hasWildcard(given);
  // `Module\Name`, but not a path.
  const qualified = /^(?!\.{1,2}\\)([\w.]+)\\([^\\/]+)$/.exec(given);
  const name = qualified?.[2] ?? given;
  const fuzzy = context.flag('UseFuzzyMatching');
  const short = context.flag('UseAbbreviationExpansion');
  const onlyParts = context.parameterSetName === 'CmdletSet';
  const wide = wildcard || fuzzy || short;
  // All kinds are asked for, so that a name that only another kind has is not called unknown.
  const pattern = fuzzy || short ? '*' : name;
  const known = yield* settle(services.commands(pattern, undefined, argumentsOf(context)));
  const waits = wide && qualified === null && soleModule(context) === undefined && !context.flag('ListImported');
  const fits = wildcardRegex(pattern);
  const all = waits ? [...known, ...waitingEntries(services, (one) => fits.test(one))] : known;
  const most = context.isBound('FuzzyMinimumDistance') ? toNumber(context.arg('FuzzyMinimumDistance') ?? 0) : 5;
  const farness = (one: string): number => distanceTo(name, one);
  let entries = all.filter(({ name: one, module }) => {
    if (qualified !== null && module.toLowerCase() !== (qualified[1] ?? '').toLowerCase()) return false;
    if (fuzzy) return farness(one) <= most;
    return !short || abbreviationOf(one).toLowerCase() === name.toLowerCase() || wildcardRegex(name).test(one);
  });
  const parts = context.isBound('Verb') || context.isBound('Noun');
  const filtered = (one: CommandEntry): boolean => {
    if (kinds !== undefined) return kinds.has(one.type);
    if (onlyParts && parts)
      return one.type === 'Cmdlet' || one.type === 'Function' || one.type === 'Filter' || one.type === 'Alias';
    return true;
  };
  entries = entries.filter(filtered);
  const asksFiles = kinds === undefined || kinds.has('Application') || kinds.has('ExternalScript');
  if (asksFiles && qualified === null && !(given === '*' && kinds === undefined) && !context.flag('ListImported')) {
    const files = services
      .files(fuzzy ? '*' : given)
      .filter((one) => (kinds === undefined || kinds.has(one.type)) && (!fuzzy || farness(one.name) <= most));
    const every = wide || context.flag('All') || (kinds !== undefined && !(kinds.size > 1));
    if (every) entries.push(...files);
    else if (entries.length === 0) entries.push(...files.slice(0, 1));
  }
  const ranked = entries.toSorted((a, b) => {
    if (fuzzy) return farness(a.name) - farness(b.name) || rankOf(a) - rankOf(b) || order(a.name, b.name);
    return wide ? order(a.name, b.name) : rankOf(a) - rankOf(b);
  });
  const passed: CommandEntry[] = [];
  for (const one of ranked) {
    if (filter.takes(one)) {
      passed.push(one);
      yield* tellFailure(context, one);
    }
    const tick = context.tick(LOOK);
    if (tick !== undefined) yield tick;
  }
  if (passed.length === 0 && !wide && ranked.length === 0 && context.isBound('Name')) yield* notFound(context, given);
  return wide || context.flag('All') || kinds?.size === 1 ? passed : passed.slice(0, 1);
}
/** Files stay in the order in which they were found, scripts among programs. */
const rankOf = ({ type }: CommandEntry): number => KINDS.indexOf(type === 'ExternalScript' ? 'Application' : type);
const order = (a: string, b: string): number => {
  const [x, y] = [a.toUpperCase(), b.toUpperCase()];
  return x < y ? -1 : x > y ? 1 : 0;
};

function* notFound(context: EngineCommandContext, name: string): Steps<void> {
  yield* settle(
    context.writeError(
      `The term '${name}' is not recognized as a name of a cmdlet, function, script file, or executable program.\nCheck the spelling of the name, or if a path was included, verify that the path is correct and try again.`,
      {
        errorId: 'CommandNotFoundException',
        category: 'ObjectNotFound',
        target: name,
        exceptionType: 'System.Management.Automation.CommandNotFoundException',
      },
    ),
  );
}
