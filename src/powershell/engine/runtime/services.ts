/** What the built-in commands ask of the runspace. */
import type { Extent } from '../../lang/index.js';
import { breakInto } from './watcher.js';
import { helpLanguages } from '../commands/help/help-languages.js';
import { callStackOf, commandOfCall, outermostStatement } from './call-stack.js';
import nodePath from 'node:path';
import { lazyPart } from '../../../io/runtime/index.js';
import {
  PSDictionary,
  PSList,
  PSObject,
  PropertyBag,
  type PSInformationRecord,
  type PSInformationalRecord,
  type PSValue,
} from '../../../protocol/objects/index.js';
import type { CommandContext, HelpTopic, JobStarter, SessionReach } from '../command-api.js';
import { compileExpression } from '../compile/expressions.js';
import type {
  AliasEntry,
  CommandEntry,
  EngineServices,
  FunctionEntry,
  MemberDefinition,
  VariableEntry,
} from '../commands/index.js';
import {
  currentPlace,
  driveInfo,
  fileDrive,
  infoOf,
  oneFile,
  placeOf,
  ProviderError,
  providerInfo,
} from '../commands/items/places.js';
import { driveNameOf, driveTable, fileOnDrive, isOnFiles } from '../commands/items/drives.js';
import { convertTo, toText } from '../conversion.js';
import { type EventManager, eventManager } from '../net/host/event-manager.js';
import { memberGiven, typeDataKind } from '../net/member-infos.js';
import { compositeFormat } from '../operators/text.js';
import { drive, look, type Pending, settle, type Steps, andThen } from '../pending.js';
import { hasWildcard, wildcardRegex } from '../text/wildcard.js';
import { type ErrorRecordObject, fail, NetThrow, PSError } from '../values/exceptions.js';
import { ClassInstance, AutomationNull } from '../values/live.js';
import type { NetType } from '../values/net-type.js';
import { hasOneClause, MORE_CLAUSES, ScriptBlock } from '../values/script-block.js';
import { CUSTOM, resolveTypeText, typeOf } from '../values/types.js';
import { CmdletProcessor } from './cmdlet-processor.js';
import { Collector, type Frame, siteOf } from './frame.js';
import {
  addExtraMember,
  construct,
  enumerate,
  type ExtraMember,
  adaptedNames,
  addedNames,
  extraMembers,
  findProperty,
  invokeMethod,
  isProperty,
  setProperty,
  propertySetsOf,
  typeDataProperties,
  visibleProperties,
  wrapperOf,
} from './members.js';
import { type CommandData, commandDataOf, commandInfo } from './command-data.js';
import { findFiles } from './command-search.js';
import type { CommandVisibility } from './command-visibility.js';
import { describedSignature, FunctionProcessor } from './function-processor.js';
import { mayAutoload } from './command-table.js';
import { describeMembers } from './member-descriptions.js';
import { moduleWith } from './module-contents.js';
import { maySeeAlias, maySeeFunction } from './visible.js';
import {
  isConstrained,
  frameInside,
  isCoreType,
  guardCall,
  languageModeOf,
  type LanguageMode,
  TYPE_REFUSED,
  visibilityFor,
} from './language-mode.js';
import { runLine, writeEach } from './processor.js';
import { addHistory } from './running-line.js';
import type { Runtime } from './runtime.js';
import { type FunctionEntry as FunctionOfScope, type Scope, Variable } from './scope.js';
import { variableObject } from './variable-members.js';
import type { SiblingRunspace } from './task.js';
import { usingValues } from './using.js';
import { toWireLong } from './wire.js';

export function createServices(rt: Runtime): (context: CmdletProcessor) => EngineServices {
  const tables = new Map<symbol, object>();
  const around = (f: Frame): { readonly services: EngineServices } => ({
    services: new Services(rt, f, undefined, tables),
  });
  rt.driveNameOf = (f, path) => driveNameOf(around(f), path);
  rt.oneFile = (f, path) => oneFile(around(f), path);
  rt.isOnFiles = (f, path) => isOnFiles(around(f), path);
  rt.breakInto = (f, at, trigger) => (at === undefined ? undefined : drive(breakInto(f, at, trigger)));
  rt.fileOnDrive = (path) =>
    fileOnDrive(driveTable({ services: { state: (key, create) => stateIn(tables, key, create) } }), path);
  rt.currentPath = () => {
    const here = around(rt.current);
    return infoOf(here, currentPlace(here));
  };
  rt.servicesHere = () => around(rt.current).services;
  rt.placeAt = (f, path) => {
    const context = around(f);
    const place = placeOf(context, path);
    if (place instanceof ProviderError) throw new NetThrow(place.exceptionType, place.message);
    if (place instanceof Error) throw place;
    if (place.kind === 'file')
      return {
        path: place.path,
        provider: providerInfo('FileSystem'),
        drive: fileDrive(context, place.path, place.drive),
      };
    const { name, drive, description } = place.provider;
    return {
      path: place.name,
      provider: providerInfo(name),
      drive: driveInfo(context, drive, name, '', description, ''),
    };
  };
  rt.mountDrive = (f, drive) => void driveTable(around(f)).drives.set(drive.name.toLowerCase(), drive);
  return (context) => new Services(rt, context.frame, context, tables);
}
function stateIn<T extends object>(tables: Map<symbol, object>, key: symbol, create: () => T): T {
  let found = tables.get(key) as T | undefined;
  if (found === undefined) tables.set(key, (found = create()));
  return found;
}
const frameOf = (context: CommandContext): CmdletProcessor => {
  if (context instanceof CmdletProcessor) return context;
  throw new Error('not a context of this engine');
};

const topicsPart = lazyPart(() => import('../commands/help/module-topics.js'));
const OPTION_NAMES = { readonly: 'readOnly', constant: 'constant', private: 'private', allscope: 'allScope' } as const;
const optionsNamed = (names: readonly string[]): Variable['options'] =>
  Object.fromEntries(
    names.flatMap((name) => {
      const key = Object.entries(OPTION_NAMES).find(([lower]) => lower === name.toLowerCase())?.[1];
      return key === undefined ? [] : [[key, true]];
    }),
  );
/** What is told of a variable, when somebody asks: there may be thousands. */
class ListedVariable implements VariableEntry {
  readonly visibility = 'Public';
  readonly #variable: Variable;
  constructor(variable: Variable) {
    this.#variable = variable;
  }
  get name(): string {
    return this.#variable.name;
  }
  get value(): PSValue {
    return this.#variable.read();
  }
  set value(value: PSValue) {
    this.#variable.assign(value);
  }
  get description(): string {
    return this.#variable.description;
  }
  get options(): readonly string[] {
    return optionNames(this.#variable.options);
  }
  get object(): PSValue {
    return variableObject(this.#variable);
  }
}
const optionNames = (options: Variable['options']): readonly string[] => [
  ...(options.readOnly === true ? ['ReadOnly'] : []),
  ...(options.constant === true ? ['Constant'] : []),
  ...(options.private === true ? ['Private'] : []),
  ...(options.allScope === true ? ['AllScope'] : []),
];

const dataCollection = (items: readonly PSValue[]): PSList =>
  new PSList([...items], 'LST', {
    typeNames: resolveTypeText('System.Management.Automation.PSDataCollection[System.Object]')?.typeNames ?? [],
  });
class Services implements EngineServices {
  readonly #rt: Runtime;
  readonly #f: Frame;
  readonly #context: CmdletProcessor | undefined;
  readonly #tables: Map<symbol, object>;
  get #visible(): CommandVisibility | undefined {
    return visibilityFor(this.#f);
  }
  get languageMode(): LanguageMode {
    return languageModeOf(this.#f);
  }
  mayUseProvider(name: string): boolean {
    const { providers } = this.#visible ?? {};
    return providers === undefined || providers.has(name.toLowerCase());
  }
  readonly transcripts: EngineServices['transcripts'] = {
    start: (path, options) => this.#rt.transcripts.start(path, this.#rt.transcriptSubject(), options),
    stop: () => this.#rt.transcripts.stop(),
  };
  get strict(): boolean {
    return (this.#f.scope.strictVersion ?? 0) >= 2;
  }
  get restricted(): boolean {
    return isConstrained(this.#f) || this.#visible !== undefined;
  }
  get environment(): Map<string, string> {
    return this.#rt.environment;
  }
  constructor(rt: Runtime, f: Frame, context: CmdletProcessor | undefined, tables: Map<symbol, object>) {
    this.#rt = rt;
    this.#f = f;
    this.#context = context;
    this.#tables = tables;
  }
  sibling(): SiblingRunspace {
    return this.#rt.sibling();
  }
  get events(): EventManager {
    return eventManager(this.#rt);
  }
  wait<T>(promise: Promise<T>): Promise<T> {
    return this.#rt.wait(promise);
  }
  jobs(): Pending<JobStarter | undefined> {
    return this.#rt.jobs();
  }
  sessions(): Pending<SessionReach | undefined> {
    return this.#rt.sessions();
  }
  #scope(scope: string | undefined): Scope {
    const here = this.#f.scope;
    if (scope === undefined) return here;
    switch (scope.toLowerCase()) {
      case 'global':
        return here.global;
      case 'script':
        return here.script;
      case 'local':
      case 'private':
        return here;
      default: {
        let at: Scope = here;
        const count = Number(scope);
        if (!Number.isInteger(count))
          throw fail(
            'Argument',
            'Cannot process argument because the value of parameter "Scope" is not valid. Valid values are "Global", "Local", or "Script", or a number relative to the current scope (0 through the number of scopes where 0 is the current scope and 1 is its parent). Change the value of the "Scope" parameter and run the operation again.',
            { type: 'System.Management.Automation.PSArgumentException', category: 'InvalidArgument' },
          );
        const outside = (): PSError =>
          fail(
            'ArgumentOutOfRange',
            `The scope number '${count}' exceeds the number of active scopes. (Parameter 'Scope')\nActual value was ${count}.`,
            { type: 'System.Management.Automation.PSArgumentOutOfRangeException', category: 'InvalidArgument' },
          );
        if (count < 0) throw outside();
        for (let up = count; up > 0; up -= 1) {
          if (at.parent === undefined) throw outside();
          at = at.parent;
        }
        return at;
      }
    }
  }
  get callerFile(): string | undefined {
    return this.#context?.invocation.extent?.file;
  }
  get onTerminal(): boolean {
    return this.#rt.current.streams.own?.terminal === true;
  }
  readonly members: EngineServices['members'] = {
    get: (target, name) => findProperty(this.#rt, target, name),
    set: (target, name, value) => setProperty(this.#rt, target, name, value),
    names: (target) =>
      target instanceof PSDictionary
        ? [...(target.extended?.names ?? []), ...(typeOf(target)?.allProperties() ?? []).map(({ name }) => name)]
        : this.#propertyNames(target),
    has: (target, name) => {
      const lower = name.toLowerCase();
      const isSame = (own: string): boolean => own.toLowerCase() === lower;
      if (!(target instanceof PSObject) || typeOf(target) !== CUSTOM || target.adapted !== undefined)
        // Hidden ones are not listed, and found by their names.
        return (
          this.members.names(target).some(isSame) ||
          ((target instanceof ClassInstance || adaptedNames(target) !== undefined) &&
            typeOf(target)?.findProperty(name) !== undefined)
        );
      // One of many properties that are added one by one.
      const extra = extraMembers(target)?.get(lower);
      return (
        target.has(name) ||
        (extra !== undefined && isProperty(extra)) ||
        typeDataProperties(this.#rt, target).some(isSame)
      );
    },
    describe: describeMembers,
    hasMethod: (target, name) =>
      typeOf(target)?.findMethod(name) !== undefined ||
      extraMembers(target)?.get(name.toLowerCase())?.kind === 'ScriptMethod',
    propertySets: (target) => propertySetsOf(this.#rt, target),
    ofTypeData: (target, name) => typeDataKind(target, name),
    invoke: (target, name, args) => {
      guardCall(this.#f, target, name, args);
      return invokeMethod(this.#rt, target, name, args);
    },
    add: (target, member, force) => addMember(target, member, force),
    text: (value) => toText(value),
  };
  /** What was added to the object, what type data adds, what it has. */
  #propertyNames(target: PSValue): string[] {
    const own = visibleProperties(this.#rt, target).map(([name]) => name);
    const added = typeDataProperties(this.#rt, target);
    if (added.length === 0) return own;
    const extended = target instanceof PSObject ? addedNames(target).length : 0;
    const names = new Map<string, string>();
    for (const name of [...own.slice(0, extended), ...added, ...own])
      if (!names.has(name.toLowerCase())) names.set(name.toLowerCase(), name);
    return [...names.values()];
  }
  readonly variables: EngineServices['variables'] = {
    find: (name, scope) => {
      const lower = name.toLowerCase();
      const found = scope === undefined ? this.#f.scope.find(lower) : this.#scope(scope).listed(lower);
      return found === undefined ? undefined : new ListedVariable(found);
    },
    list: (scope) => {
      const seen = new Map<string, Variable>();
      const first = this.#scope(scope);
      for (let at: Scope | undefined = first; at !== undefined; at = at.parent) {
        const isOutside = scope !== undefined && at !== first;
        for (const [key, variable] of at.variables) {
          const isHidden =
            at === first ? false : isOutside ? variable.options.allScope !== true : variable.options.private;
          if (!seen.has(key) && isHidden !== true) seen.set(key, variable);
        }
        if (isOutside) continue;
        for (const variable of at.places())
          if (!seen.has(variable.name.toLowerCase())) seen.set(variable.name.toLowerCase(), variable);
      }
      return [...seen.values()].map((variable) => new ListedVariable(variable));
    },
    set: (name, value, options) => {
      const scope = this.#scope(options.scope);
      let variable = scope.listed(name.toLowerCase());
      if (variable === undefined) {
        variable = new Variable(name, value);
        scope.variables.set(name.toLowerCase(), variable);
      } else if (options.force === true && variable.options.constant !== true) variable.value = value;
      else variable.assign(value);
      if (options.description !== undefined) variable.description = options.description;
      if (options.options !== undefined) variable.options = optionsNamed(options.options);
      if (options.visibility !== undefined) variable.isPrivate = options.visibility === 'Private';
      return new ListedVariable(variable);
    },
    remove: (name, scope) => {
      const lower = name.toLowerCase();
      for (let at: Scope | undefined = this.#scope(scope); at !== undefined; at = at.parent)
        if (at.remove(lower)) return;
    },
  };
  #alias(name: string, definition: string, options: Variable['options'], description = '', module = ''): AliasEntry {
    const names = optionNames(options);
    const object = commandInfo({
      kind: 'Alias',
      name,
      frame: this.#f,
      module,
      target: definition,
      description,
      options: names.length === 0 ? 'None' : names.join(', '),
    });
    return { name, definition, description, options: names, module, object };
  }
  readonly aliases: EngineServices['aliases'] = {
    list: (scope) => {
      const seen = new Map<string, AliasEntry>();
      for (let at: Scope | undefined = this.#scope(scope); at !== undefined; at = at.parent)
        for (const [key, entry] of at.aliases ?? [])
          if (!seen.has(key) && maySeeAlias(this.#visible, entry))
            seen.set(key, this.#alias(entry.name, entry.definition, entry.options, entry.description, entry.module));
      return [...seen.values()];
    },
    find: (name, scope) => {
      const key = name.toLowerCase();
      const entry = this.#nearest(
        (at) => at.aliases?.get(key),
        (one) => maySeeAlias(this.#visible, one),
        this.#scope(scope),
      );
      return entry && this.#alias(entry.name, entry.definition, entry.options, entry.description, entry.module);
    },
    set: (name, definition, options) => {
      const chosen = optionsNamed(options.options ?? []);
      this.#rt.defineAlias(this.#scope(options.scope), name, definition, chosen, options.description);
      return this.#alias(name, definition, chosen, options.description);
    },
    remove: (name, scope) => {
      for (let at: Scope | undefined = this.#scope(scope); at !== undefined; at = at.parent)
        if (at.aliases?.has(name.toLowerCase()) === true) {
          at.ownAliases.delete(name.toLowerCase());
          return;
        }
    },
  };
  #function(
    name: string,
    block: ScriptBlock,
    given: Variable['options'],
    isFilter = false,
    owner?: FunctionOfScope['module'],
  ): FunctionEntry {
    const kind = isFilter ? 'Filter' : 'Function';
    const names = optionNames(given);
    const options = names.length === 0 ? 'None' : names.join(', ');
    const module = owner?.name ?? '';
    const object = commandInfo({ kind, name, frame: this.#f, module, owner, block, options });
    return { name, block, options: names, object };
  }
  /** In the nearest scope, of what the caller may see. */
  #nearest<T>(
    from: (scope: Scope) => T | undefined,
    isSeen: (entry: T) => boolean,
    first: Scope = this.#f.scope,
  ): T | undefined {
    for (let at: Scope | undefined = first; at !== undefined; at = at.parent) {
      const entry = from(at);
      if (entry !== undefined && isSeen(entry)) return entry;
    }
    return undefined;
  }
  #isSeen(key: string, entry: FunctionOfScope): boolean {
    return maySeeFunction(this.#visible, entry) || this.#visible?.limited.has(key) === true;
  }
  #functionOf({ name, block, options, isFilter, module }: FunctionOfScope): FunctionEntry {
    return this.#function(name, block, options, isFilter, module);
  }
  readonly functions: EngineServices['functions'] = {
    list: () => {
      const seen = new Map<string, FunctionEntry>();
      for (let at: Scope | undefined = this.#f.scope; at !== undefined; at = at.parent)
        for (const [key, entry] of at.functions ?? [])
          if (!seen.has(key) && this.#isSeen(key, entry)) seen.set(key, this.#functionOf(entry));
      return [...seen.values()];
    },
    find: (name, scope) => {
      const key = name.toLowerCase();
      const isSeen = (one: FunctionOfScope): boolean => this.#isSeen(key, one);
      const own = scope === undefined ? undefined : this.#scope(scope).functions?.get(key);
      const entry =
        scope === undefined
          ? this.#nearest((at) => at.functions?.get(key), isSeen)
          : own !== undefined && isSeen(own)
            ? own
            : undefined;
      return entry && this.#functionOf(entry);
    },
    set: (name, block, options = []) => {
      const made = block instanceof ScriptBlock ? block : this.#rt.parseHere(this.#f, toText(block));
      const chosen = optionsNamed(options);
      this.#rt.defineFunction(this.#f.scope, name, made, false, chosen);
      return this.#function(name, made, chosen);
    },
    remove: (name) => {
      for (let at: Scope | undefined = this.#f.scope; at !== undefined; at = at.parent)
        if (at.functions?.delete(name.toLowerCase()) === true) return;
    },
  };
  get modules(): EngineServices['modules'] {
    const table = this.#rt.modules;
    return {
      table,
      frame: this.#f,
      list: (all = false) =>
        table.loaded
          .filter((module) => all || !module.isNested)
          .map(({ name, path, object }) => ({ name, path, object })),
    };
  }
  get location(): EngineServices['location'] {
    return { provider: 'FileSystem', drive: '/', path: this.#rt.location };
  }
  set location(value: EngineServices['location']) {
    this.#rt.location = value.path;
  }
  commands(
    pattern: string,
    types: Parameters<EngineServices['commands']>[1],
    args: readonly PSValue[] = [],
  ): Pending<readonly CommandEntry[]> {
    const matches = wildcardRegex(pattern);
    const { later } = this.#rt.commands;
    if (later !== undefined && [...later.names].some((name) => matches.test(name)))
      return this.#rt.wait(later.load()).then(() => this.commands(pattern, types, args));
    return drive(this.#commands(pattern, types, matches, args));
  }
  *#commands(
    pattern: string,
    types: Parameters<EngineServices['commands']>[1],
    matches: RegExp,
    args: readonly PSValue[],
  ): Steps<readonly CommandEntry[]> {
    const isMany = hasWildcard(pattern);
    const out: CommandEntry[] = [];
    const dynamic: CommandData[] = [];
    const wants = (type: CommandEntry['type']): boolean => types === undefined || types.includes(type);
    const push = (
      name: string,
      type: CommandEntry['type'],
      module: string,
      definition: string,
      spec: CommandEntry['spec'],
      object: PSValue,
    ): void => {
      out.push({ name, type, module, definition, spec, object });
    };
    if (wants('Alias'))
      for (const { name, definition, module, object } of this.aliases.list())
        if (matches.test(name)) push(name, 'Alias', module, definition, undefined, object);
    if (wants('Function') || wants('Filter'))
      for (const { name, block, object } of this.functions.list()) {
        const data = commandDataOf(object);
        const kind = data?.kind === 'Filter' ? 'Filter' : 'Function';
        if (data === undefined || !wants(kind) || !matches.test(name)) continue;
        const limit = data.block?.trust === 'internal' ? this.#visible?.limited.get(name.toLowerCase()) : undefined;
        const shown = limit === undefined ? object : commandInfo({ ...data, limit });
        if (limit === undefined && data.block?.code.ast.dynamicParamBlock !== undefined) dynamic.push(data);
        push(name, kind, data.module, toText(block), undefined, shown);
      }
    const visible = this.#visible;
    for (const registered of this.#rt.commands.all()) {
      const { registration } = registered;
      const { spec } = registration;
      if (!matches.test(spec.name)) continue;
      if (isMany) yield* look(this.#rt.stepper);
      const limit = visible?.limited.get(spec.name.toLowerCase());
      const base = { name: spec.name, frame: this.#f, signature: registered.signature };
      if (limit !== undefined && wants('Function'))
        push(spec.name, 'Function', '', '', undefined, commandInfo({ ...base, kind: 'Function', module: '', limit }));
      const module = spec.module ?? '';
      if (wants('Cmdlet') && (visible === undefined || visible.cmdlets.matches(spec.name, module)))
        push(
          spec.name,
          'Cmdlet',
          module,
          spec.synopsis ?? '',
          spec,
          commandInfo({ ...base, kind: 'Cmdlet', module, spec }),
        );
    }
    if (out.length === 0 && !isMany && mayAutoload(this.#rt)) {
      const found = this.#tried.has(pattern) ? undefined : moduleWith(this.#rt, pattern);
      this.#tried.add(pattern);
      if (found !== undefined) return yield* this.#autoloaded(found.name, pattern, types, args, out);
    }
    return dynamic.length === 0 || isMany ? out : yield* this.#described(dynamic, out, args);
  }
  /** Names that modules were looked through for. */
  readonly #tried = new Set<string>();
  *#autoloaded(
    module: string,
    pattern: string,
    types: Parameters<EngineServices['commands']>[1],
    args: readonly PSValue[],
    none: readonly CommandEntry[],
  ): Steps<readonly CommandEntry[]> {
    try {
      yield* settle(this.#rt.modules.import(this.#f, module, { global: true }));
    } catch (error) {
      if (error instanceof PSError) return none;
      throw error;
    }
    return yield* settle(this.commands(pattern, types, args));
  }
  /** Tells of dynamic parameters too: their blocks run, with these arguments bound. */
  *#described(
    functions: readonly CommandData[],
    all: readonly CommandEntry[],
    args: readonly PSValue[],
  ): Steps<readonly CommandEntry[]> {
    const described = new Map<string, { readonly object: PSValue } | { readonly failure: PSError }>();
    for (const data of functions) {
      const { block, name } = data;
      if (block === undefined) continue;
      try {
        const signature = yield* settle(describedSignature(frameInside(this.#f, block), block, name, args));
        described.set(name, { object: commandInfo({ ...data, signature }) });
      } catch (error) {
        if (!(error instanceof PSError)) throw error;
        described.set(name, { failure: error });
      }
    }
    return all.map((entry) => ({ ...entry, ...described.get(entry.name) }));
  }
  findType(name: string): NetType | undefined {
    return this.#rt.namedType(name, this.#f.scope) ?? resolveTypeText(name, this.#f.scope.usedNamespaces);
  }
  files(pattern: string): readonly CommandEntry[] {
    const found = findFiles(this.#rt, pattern);
    const visible = this.#visible;
    const seen = visible === undefined ? found : found.filter(({ path }) => visible.files.matches(path) !== undefined);
    return seen.map(({ path, kind }) => {
      const type = kind === 'script' ? 'ExternalScript' : 'Application';
      const name = nodePath.basename(path);
      const object = commandInfo({ kind: type, name, frame: this.#f, module: '', target: path });
      return { name, type, module: '', definition: path, spec: undefined, object };
    });
  }
  stream(context: CommandContext, block: PSValue, input: PSValue | undefined, args: readonly PSValue[]): Pending<void> {
    const cmdlet = frameOf(context);
    if (!(block instanceof ScriptBlock)) return undefined;
    const out = { write: (value: PSValue) => cmdlet.write(value) };
    return this.#rt.runBlock(block, args, {
      frame: { ...cmdlet.frame, out },
      site: cmdlet.blockSite,
      out,
      dotted: true,
      ...(input === undefined ? {} : { input }),
    });
  }
  evaluate(
    context: CommandContext,
    block: PSValue,
    input: PSValue,
    { isQuiet = false } = {},
  ): Pending<readonly PSValue[]> {
    return block instanceof ScriptBlock ? drive(this.#evaluate(context, block, input, isQuiet)) : [];
  }
  *#evaluate(context: CommandContext, block: ScriptBlock, input: PSValue, isQuiet: boolean): Steps<readonly PSValue[]> {
    const rt = this.#rt;
    const { frame, blockSite } = frameOf(context);
    const site: NonNullable<Frame['site']> = { ...blockSite, isNameless: true };
    // Errors go past whatever those of the command are redirected to.
    const error: Frame['streams']['error'] = isQuiet ? () => undefined : rt.outermostErrors;
    const apart: Frame = { ...frame, streams: { ...frame.streams, error } };
    try {
      const one = yield* settle(rt.insideTry(() => rt.callBlock(block, [], { frame: apart, site, input })));
      return one === AutomationNull ? [] : (enumerate(one) ?? [one]);
    } catch (thrown) {
      const failure = thrown instanceof PSError && !isQuiet ? rt.asError(thrown, undefined, apart) : undefined;
      if (failure !== undefined) rt.listError(failure);
      throw failure ?? thrown;
    }
  }
  invokeBlock(
    context: CommandContext,
    block: PSValue,
    args: readonly PSValue[],
    options: { readonly input: readonly PSValue[] | undefined; readonly newScope: boolean },
  ): Pending<void> {
    const cmdlet = frameOf(context);
    if (!(block instanceof ScriptBlock)) return undefined;
    if (!hasOneClause(block))
      context.fail(MORE_CLAUSES, {
        errorId: 'InvalidOperation',
        category: 'InvalidOperation',
        exceptionType: 'System.Management.Automation.PSInvalidOperationException',
      });
    return drive(this.#invokeBlock(cmdlet, block, args, options));
  }
  *#invokeBlock(
    cmdlet: CmdletProcessor,
    block: ScriptBlock,
    args: readonly PSValue[],
    { input, newScope }: { readonly input: readonly PSValue[] | undefined; readonly newScope: boolean },
  ): Steps<void> {
    const frame = { ...cmdlet.frame, out: { write: (value: PSValue) => cmdlet.write(value) } };
    const processor = yield* settle(
      this.#rt.commands.resolve(frame, {
        target: block,
        args: [],
        ofBlock: { byIndex: args, input: input === undefined ? undefined : dataCollection(input) },
        extent: this.#context?.invocation.extent,
        dotted: !newScope,
        called: newScope,
        expectsInput: input !== undefined,
        position: 1,
        length: 1,
      }),
    );
    try {
      yield* runLine(frame, [processor], undefined);
    } catch (error) {
      // What no parameter takes is an error of the command.
      if (error instanceof PSError && processor instanceof FunctionProcessor && !processor.wasCalled) {
        error.record.commandId = cmdlet.signature.errorName;
        error.record.commandName = undefined;
        error.record.command = undefined;
        error.record.extent = cmdlet.invocation.extent;
        error.thrown = false;
      }
      throw error;
    }
  }
  usingValues(
    context: CommandContext,
    block: PSValue,
    { withNestedParallel } = { withNestedParallel: true },
  ): Pending<ReadonlyMap<string, PSValue>> {
    if (!(block instanceof ScriptBlock)) return new Map();
    const { frame } = frameOf(context);
    return usingValues(frame, block, withNestedParallel, (ast) => compileExpression(ast)(frame));
  }
  toData(value: PSValue, depth: number): Pending<PSValue> {
    return toWireLong(this.#rt, value, depth);
  }
  /** What does not parse is an error of the command, and names all places. */
  *#parsed(context: CommandContext, text: string): Steps<ScriptBlock> {
    try {
      return yield* settle(this.#rt.parseLongHere(frameOf(context).frame, text, undefined, true));
    } catch (error) {
      if (error instanceof PSError) {
        error.record.commandId = frameOf(context).signature.errorName;
        error.record.extent = frameOf(context).invocation.extent;
        // A command's own failure: the script goes on behind it.
        error.thrown = false;
      }
      throw error;
    }
  }
  runText(context: CommandContext, text: string): Pending<void> {
    return andThen(drive(this.#parsed(context, text)), (block) => this.stream(context, block, undefined, []));
  }
  call(
    command: string,
    parameters: Readonly<Record<string, PSValue>>,
    input: readonly PSValue[],
  ): Pending<readonly PSValue[]> {
    return drive(this.#call(command, parameters, input));
  }
  *#call(
    command: string,
    parameters: Readonly<Record<string, PSValue>>,
    input: readonly PSValue[],
  ): Steps<readonly PSValue[]> {
    const out = new Collector();
    const frame: Frame = { ...this.#f, out, trust: 'internal' };
    const processor = yield* settle(
      this.#rt.commands.resolve(frame, {
        target: command,
        args: Object.entries(parameters).map(([name, value]) => ({ name, value, text: `-${name}` })),
        extent: this.#context?.invocation.extent,
        dotted: false,
        called: false,
        expectsInput: input.length > 0,
        position: 1,
        length: 1,
      }),
    );
    yield* runLine(frame, [processor], input.length === 0 ? undefined : (into) => writeEach(into, input));
    return out.items;
  }
  format(template: string, args: readonly PSValue[]): string {
    return compositeFormat(template, args);
  }
  construct(typeName: string, args: readonly PSValue[]): Pending<PSValue> {
    const type = this.#rt.namedType(typeName, this.#f.scope) ?? resolveTypeText(typeName, this.#f.scope.usedNamespaces);
    if (type === undefined)
      throw fail(
        'TypeNotFound',
        `Cannot find type [${typeName}]: verify that the assembly containing this type is loaded.`,
        { category: 'InvalidType', type: 'System.Management.Automation.PSArgumentException' },
      );
    if (isConstrained(this.#f) && !isCoreType(type))
      throw fail('CannotCreateTypeConstrainedLanguage', TYPE_REFUSED, {
        category: 'PermissionDenied',
        type: 'System.Management.Automation.PSNotSupportedException',
      });
    return construct(this.#rt, type, args);
  }
  parseFor(context: CommandContext, text: string, file?: string): PSValue {
    return this.#rt.parseHere(frameOf(context).frame, text, file);
  }
  parse(text: string): PSValue {
    return this.#rt.parse(text, undefined, { trust: 'internal' });
  }
  helpTopics(name: string): Pending<readonly HelpTopic[]> {
    const rt = this.#rt;
    const { later } = rt.commands;
    if (later !== undefined) return rt.wait(later.load()).then(() => this.helpTopics(name));
    const own = rt.commands.all().flatMap(({ registration }) => registration.topics ?? []);
    return /^about_/i.test(name) ? rt.wait(this.#moduleTopics()).then((found) => [...own, ...found]) : own;
  }
  async #moduleTopics(): Promise<readonly HelpTopic[]> {
    const { moduleTopics } = await topicsPart();
    const paths = (this.#rt.environment.get('PSModulePath') ?? '').split(nodePath.delimiter).filter(Boolean);
    return await moduleTopics(
      this.#rt.modules.loaded.map(({ base }) => base),
      paths,
      helpLanguages(this.#rt.uiCulture.name),
    );
  }
  stopUpstream(context: CommandContext): Pending<void> {
    frameOf(context).stopUpstream();
  }
  writeRecord(context: CommandContext, record: ErrorRecordObject): Pending<void> {
    const cmdlet = frameOf(context);
    const { site } = cmdlet.frame;
    if (site?.isNameless === true) record.extent ??= outermostStatement(site);
    if (site?.isScript === false) {
      // A method of a class is no command: the error stands where the script is that called all of this.
      record.extent ??= outermostStatement(site);
      record.command = () => null;
      record.invocationName = '';
      return cmdlet.passRecord(record);
    }
    const caller = cmdlet.frame.invocation;
    record.extent ??= caller?.extent;
    const named = site?.isNameless === true ? undefined : caller;
    record.command = () => commandOfCall(named);
    record.invocationName = named?.invocationName ?? '';
    record.commandName = named?.name ?? '';
    if (record.commandName !== '') record.commandId = record.commandName;
    return cmdlet.passRecord(record);
  }
  writeOwnRecord(context: CommandContext, record: ErrorRecordObject): Pending<void> {
    return frameOf(context).writeRecord(record);
  }
  handOnRecord(context: CommandContext, record: ErrorRecordObject): Pending<void> {
    return frameOf(context).handOn(record);
  }
  placeOf(context: CommandContext): Extent | undefined {
    return frameOf(context).invocation.extent;
  }
  passInformation(context: CommandContext, record: PSInformationRecord, forwarded = false): Pending<void> {
    const { frame } = frameOf(context);
    const isText = record.tags.includes('PSHOST');
    const passed: PSInformationRecord = forwarded
      ? {
          ...record,
          tags: isText && !record.tags.includes('FORWARDED') ? [...record.tags, 'FORWARDED'] : record.tags,
          shown: !isText && frameOf(context).preference('InformationPreference') === 'continue',
        }
      : record;
    this.#rt.tapInformation(frame, passed);
    return frame.streams.information(passed);
  }
  hearWarning(context: CommandContext, record: PSInformationalRecord): void {
    this.#rt.tapWarning(frameOf(context).frame, record);
  }
  writeInformation(context: CommandContext, data: PSValue, tags: readonly string[], display: boolean): Pending<void> {
    const cmdlet = frameOf(context);
    return cmdlet.writeInformation(
      data,
      display ? ['PSHOST', ...tags.filter((tag) => tag !== 'PSHOST')] : tags,
      cmdlet.invocation.scriptName || cmdlet.signature.commandName,
    );
  }
  setStrictMode(version: string | undefined): void {
    this.#f.scope.strictVersion =
      version === undefined ? undefined : /latest/i.test(version) ? 3 : Number.parseInt(version, 10);
  }
  errors(): readonly PSValue[] {
    return this.#rt.errors;
  }
  callStack(context: CommandContext): readonly PSValue[] {
    const { frame, invocation } = frameOf(context);
    // At the debugger's prompt it is that of what stopped.
    const stopped = frame.rt.debugger?.stopped;
    return stopped === undefined
      ? callStackOf(invocation.statement, siteOf(frame))
      : callStackOf(stopped.extent, siteOf(stopped.frame));
  }
  *waitDebugger(context: CommandContext): Steps<void> {
    const { frame, invocation } = frameOf(context);
    const { statement } = invocation;
    if (statement !== undefined) yield* breakInto(frame, statement);
  }
  history(): readonly PSValue[] {
    // A copy: while somebody writes them out, further ones may come.
    return [...this.#rt.history];
  }
  clearHistory(): void {
    this.#rt.history = [];
  }
  addHistory(entry: PSValue): void {
    addHistory(this.#rt, entry);
  }
  setHistory(entries: readonly PSValue[]): void {
    this.#rt.history = [...entries];
  }
  listRunningLine(): void {
    this.#rt.line?.list();
  }
  renameRunningLine(line: string): void {
    if (this.#rt.line !== undefined) this.#rt.line.text = line;
  }
  get replayed(): Map<number, CommandContext> {
    return this.#rt.replayed;
  }
  updateType(typeName: string, members: readonly MemberDefinition[]): void {
    const { typeData } = this.#rt;
    const table = typeData.get(typeName.toLowerCase()) ?? new Map<string, ExtraMember>();
    typeData.set(typeName.toLowerCase(), table);
    for (const member of members) {
      const extra = extraOf(member);
      if (extra !== undefined) table.set(member.name.toLowerCase(), extra);
    }
  }
  removeType(typeName: string): void {
    this.#rt.typeData.delete(typeName.toLowerCase());
    this.#rt.removedTypes.add(typeName.toLowerCase());
  }
  state<T extends object>(key: symbol, create: () => T): T {
    return stateIn(this.#tables, key, create);
  }
}

function extraOf(member: MemberDefinition): ExtraMember | undefined {
  switch (member.kind) {
    case 'AliasProperty': {
      const type = member.type === undefined ? undefined : resolveTypeText(member.type);
      return {
        kind: 'AliasProperty',
        name: member.name,
        target: member.target,
        ...(type === undefined ? {} : { type }),
      };
    }
    case 'ScriptProperty':
      return {
        kind: 'ScriptProperty',
        name: member.name,
        getter: member.get instanceof ScriptBlock ? member.get : undefined,
        setter: member.set instanceof ScriptBlock ? member.set : undefined,
      };
    case 'ScriptMethod':
      return member.block instanceof ScriptBlock
        ? { kind: 'ScriptMethod', name: member.name, script: member.block }
        : undefined;
    case 'NoteProperty': {
      const { value } = member;
      return { kind: 'NativeProperty', isNote: true, name: member.name, get: () => value };
    }
    case 'PropertySet':
      return { kind: 'PropertySet', name: member.name, properties: member.properties };
    case 'MemberSet':
      return {
        kind: 'MemberSet',
        name: member.name,
        members: member.members.flatMap((one) => extraOf(one) ?? []),
        isHidden: member.isHidden === true,
      };
    case 'Code':
      return undefined;
    case 'Given':
      return memberGiven(member.member);
  }
}
function addMember(target: PSValue, member: MemberDefinition, force: boolean): PSValue {
  const object = wrapperOf(target);
  // What is put in another's place comes last.
  if (force) {
    object.extended?.delete(member.name);
    extraMembers(object)?.delete(member.name.toLowerCase());
  } else if (object.has(member.name) || extraMembers(object)?.has(member.name.toLowerCase()) === true)
    throw fail(
      'MemberAlreadyExists',
      `Cannot add a member with the name "${member.name}" because a member with that name already exists. To overwrite the member anyway, add the Force parameter to your command.`,
      { category: 'InvalidOperation', type: 'System.InvalidOperationException' },
    );
  if (member.kind === 'NoteProperty') {
    object.extended ??= new PropertyBag();
    object.extended.set(member.name, member.value);
  } else {
    const extra = extraOf(member);
    if (extra !== undefined) addExtraMember(object, extra);
  }
  return object;
}
export { convertTo, enumerate };
