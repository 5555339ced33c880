/**
 * Modules: a scope of their own under the global one, and what they give to whoever imports them. Script modules (.psm1),
 * manifests (.psd1), script files and dynamic modules (New-Module).
 */
import { randomUUID } from 'node:crypto';
import nodePath from 'node:path';
import { PSDictionary, PSObject, PropertyBag, PSVersion, type PSValue } from '../../../protocol/objects/index.js';
import type { Extent } from '../../lang/index.js';
import { newGuid } from '../../../io/runtime/index.js';
import { convertTo, toText, tryConvert } from '../conversion.js';
import { andThen, drive, type Pending, settle, type Steps } from '../pending.js';
import { wildcardRegex } from '../text/wildcard.js';
import { ExitException, fail, PSError } from '../values/exceptions.js';
import { NetObject, unwrap } from '../values/live.js';
import { requireType } from '../values/net-type.js';
import { type BlockTrust, ScriptBlock } from '../values/script-block.js';
import { trustHere } from './language-mode.js';
import { GUID, VERSION } from '../values/types.js';
import { Collector, type Frame, makeInvocation, type OutPipe, siteOf } from './frame.js';
import { addExtraMember } from './members.js';
import { isFolderAt } from '../file-kinds.js';
import { type ModuleContents, prefixed } from './module-contents.js';
import { checkManifest, evaluateManifest, manifestFault, textsOf } from './manifest-data.js';
import { BUILT_IN, findModuleFile, fits, isFile, notLoadedText, type ModuleSpec } from './module-files.js';
import type { Runtime } from './runtime.js';
import { type AliasEntry, type FunctionEntry, type ModuleHome, Scope, type Variable } from './scope.js';
import { readScriptFile } from './script-file.js';

export interface ExportLists {
  readonly functions: readonly string[];
  readonly aliases: readonly string[];
  readonly variables: readonly string[];
}
/** Of a module that a block makes. */
export const dynamicModuleName = (): string => `__DynamicModule_${newGuid()}`;
export type ModuleKind = 'Script' | 'Manifest' | 'Binary';

export class Module implements ModuleHome {
  #name: string;
  readonly scope: Scope;
  readonly path: string;
  readonly kind: ModuleKind;
  version: PSValue = new PSVersion(0, 0);
  guid: PSValue = convertTo('00000000-0000-0000-0000-000000000000', GUID);
  /** Of the manifest: Author, Description, PrivateData … */
  manifest: PSDictionary | undefined;
  manifestPath = '';
  /** The code that it was made of. */
  definition = '';
  /** Of one made of a block: what it tells as its path. No file is there. */
  stated: string | undefined;
  readonly functions = new Map<string, FunctionEntry>();
  readonly aliases = new Map<string, AliasEntry>();
  readonly variables = new Map<string, Variable>();
  readonly nested: Module[] = [];
  /** Only modules have imported it: Get-Module does not tell of it. */
  isNested = true;
  /** Modules that its manifest requires. */
  readonly required: Module[] = [];
  /** A script file: it ran where it was imported, so that nothing is the module's own. */
  isDotted = false;
  /** Of this engine's own modules: the names of their commands. */
  cmdlets: (() => readonly string[]) | undefined;
  /** Of one that is not loaded: what it would give. */
  announced: ModuleContents | undefined;
  /** Lists of Export-ModuleMember; undefined: it was never called. */
  exported: { functions: string[]; aliases: string[]; variables: string[] } | undefined;
  onRemove: PSValue = null;
  /** Whether Remove-Module may take it away; `ReadOnly`: by -Force. */
  accessMode: 'ReadWrite' | 'ReadOnly' | 'Constant' = 'ReadWrite';
  readonly object: NetObject<Module>;
  constructor(global: Scope, name: string, path: string, kind: ModuleKind = 'Script') {
    this.#name = name;
    this.path = path;
    this.kind = kind;
    this.scope = new Scope(global, true, this);
    this.object = new NetObject<Module>(requireType('System.Management.Automation.PSModuleInfo'), this);
  }
  get name(): string {
    return this.#name;
  }
  /** Of one made for a module of another computer: the name that it has there. */
  rename(name: string, given: Iterable<AliasEntry> = []): void {
    for (const entry of [...this.aliases.values(), ...given]) if (entry.module === this.#name) entry.module = name;
    this.#name = name;
  }
  get base(): string {
    return this.path === '' ? '' : nodePath.dirname(this.path);
  }
  /** Fills the export tables by what Export-ModuleMember said, or by default: functions and aliases. */
  settleExports(): void {
    const lists = this.exported ?? { functions: ['*'], aliases: ['*'], variables: [] };
    const pick = <T extends { readonly name: string }>(
      from: ReadonlyMap<string, T> | undefined,
      patterns: readonly string[],
      into: Map<string, T>,
    ): void => {
      const tests = patterns.map((pattern) => wildcardRegex(pattern));
      for (const [key, entry] of from ?? []) if (tests.some((test) => test.test(entry.name))) into.set(key, entry);
    };
    pick(this.scope.functions, lists.functions, this.functions);
    pick(this.scope.aliases, lists.aliases, this.aliases);
    for (const entry of this.aliases.values()) entry.module ??= this.name;
    pick(this.scope.variables, lists.variables, this.variables);
    for (const hidden of ENGINE_VARIABLES) this.variables.delete(hidden);
  }
}
const ENGINE_VARIABLES = ['args', 'input', 'myinvocation', 'psboundparameters', '_', 'psitem', 'this', 'matches'];

export interface ImportOptions {
  readonly args?: readonly PSValue[];
  readonly prefix?: string;
  readonly global?: boolean;
  readonly force?: boolean;
  readonly functions?: readonly string[] | undefined;
  readonly aliases?: readonly string[] | undefined;
  readonly variables?: readonly string[] | undefined;
  /** Versions and id, beside the name. */
  readonly spec?: ModuleSpec | undefined;
  /** Where the command stands that imports. */
  readonly place?: Extent | undefined;
  /** Tells of what a module's script failed with; throws where the import ends by it. */
  readonly report?: ((error: PSError, dotted: boolean) => Pending<void>) | undefined;
  /** Takes what a script file writes; without one it is lost. */
  readonly out?: OutPipe | undefined;
  /** Hears of each step, for `-Verbose`: what is done, and with which name. */
  readonly tell?: ModuleTeller | undefined;
}
/** `Importing function 'Get-Thing'.`, and for a function its name and its module's. */
type Told = readonly [text: string, command?: string, module?: string];
export type ModuleTeller = (...told: Told) => Pending<void>;
function* tellAll(tell: ModuleTeller | undefined, steps: readonly Told[]): Steps<void> {
  if (tell !== undefined) for (const told of steps) yield* settle(tell(...told));
}
/** What a module's script leaves to be exported without having said so. */
const exportsOf = (module: Module): readonly Told[] =>
  module.exported !== undefined
    ? []
    : [
        ...[...module.functions.values()].map(({ name }): Told => [`Exporting function '${name}'.`]),
        ...[...module.aliases.values()].map(({ name }): Told => [`Exporting alias '${name}'.`]),
      ];

interface ListedModule {
  readonly name: string;
  readonly guid: string;
  readonly version: PSVersion;
}
const listed = (name: string, guid: string, version = new PSVersion(7, 0, 0, 0)): ListedModule => ({
  name,
  guid,
  version,
});
/** Those of PowerShell's own modules that this engine's commands are grouped in, with their ids; its core is none. */
const LISTED = new Map(
  [
    listed('Microsoft.PowerShell.Archive', 'eb74e8da-9ae2-482a-a648-e96550fb8733'),
    listed('Microsoft.PowerShell.Host', '56d66100-99a0-4ffc-a12d-eee9a6718aef'),
    listed('Microsoft.PowerShell.Management', 'eefcb906-b326-4e99-9f54-8b4bb6ef3c6d'),
    listed('Microsoft.PowerShell.Security', 'a94c8c7e-9810-47c0-b8af-65089c13a35a'),
    listed('Microsoft.PowerShell.Utility', '1da87e53-152b-403e-98dc-74d7b4d63d59'),
    listed('PSReadLine', '5714753b-2afd-4492-a5fd-01d9e2cff8b5', new PSVersion(2, 4, 5)),
  ].map((one) => [one.name.toLowerCase(), one] as const),
);
export class ModuleTable {
  readonly #rt: Runtime;
  readonly loaded: Module[] = [];
  /** Reads a `.psd1` of constants: set by the commands' floor, which knows data files. */
  readConstants: (text: string, path: string) => PSDictionary | undefined = () => undefined;
  readonly #loading = new Set<string>();
  constructor(rt: Runtime) {
    this.#rt = rt;
  }
  /** What a manifest says, without importing its module; undefined: it is none. */
  readManifest(text: string, path: string): PSDictionary | undefined {
    const constant = this.readConstants(text, path);
    if (constant !== undefined) return constant;
    try {
      const made = this.#rt.atOnce(() => drive(evaluateManifest(this.#rt, text, path)));
      if (!(made instanceof Promise)) return made;
      return undefined; // one that has to be waited for is read when it is imported
    } catch (error) {
      if (error instanceof PSError) return undefined;
      throw error;
    }
  }
  /** A file's code is the importer's. */
  #owner(f: Frame): { readonly trust: BlockTrust } | undefined {
    return this.#rt.restriction === undefined ? undefined : { trust: trustHere(f) };
  }
  /** Modules of this engine's own commands that the session has used or imported, by name in lower case. */
  readonly #used = new Set<string>();
  /** A command of this module was found, or the module imported: Get-Module tells of it from now on. */
  use(name: string): void {
    const lower = name.toLowerCase();
    if (LISTED.has(lower)) this.#used.add(lower);
  }
  /** The module of this engine's own commands with that name, used or not. */
  builtIn(name: string): Module | undefined {
    const lower = name.toLowerCase();
    const known = this.#made.get(lower);
    const own = LISTED.get(lower);
    if (known !== undefined || own === undefined) return known;
    const made = this.#ownModule(own);
    this.#made.set(lower, made);
    return made;
  }
  #ownModule({ name, guid, version }: ListedModule): Module {
    const home = toText(this.#rt.global.find('pshome')?.read() ?? '');
    const made = new Module(this.#rt.global, name, nodePath.join(home, 'Modules', name, `${name}.psd1`), 'Manifest');
    made.version = version;
    made.guid = convertTo(guid, GUID);
    made.manifest = new PSDictionary([
      ['CompatiblePSEditions', ['Core']],
      ['PowerShellVersion', '3.0'],
    ]);
    made.isNested = false;
    made.cmdlets = () =>
      this.#rt.commands.all().flatMap(({ registration: { spec } }) => (spec.module === name ? [spec.name] : []));
    return made;
  }
  readonly #made = new Map<string, Module>();
  /** All of them, as -ListAvailable tells: like those of files they are not the loaded ones. */
  ownModules(): readonly Module[] {
    return [...LISTED.values()].map((own) => {
      const made = this.#ownModule(own);
      made.announced = { functions: [], aliases: [] };
      return made;
    });
  }
  /** The used ones. */
  builtIns(): readonly Module[] {
    return [...this.#used].flatMap((name) => this.builtIn(name) ?? []);
  }
  find(name: string): Module | undefined {
    const lower = name.toLowerCase();
    return this.loaded.find((module) => module.name.toLowerCase() === lower);
  }
  /** Loads what a script requires. @returns false: there is none like it. */
  require(f: Frame, spec: ModuleSpec): Pending<boolean> {
    if (isOwn(spec)) return true;
    return andThen(this.import(f, spec.name, { spec }), (module) => module !== undefined);
  }
  /** Whether `using module` may name this one. A path that ends as modules do is looked for only when it is used. */
  mayUse(spec: ModuleSpec, folder: string): boolean {
    if (isOwn(spec)) return true;
    const name = pathFrom(folder, spec.name);
    const isFound = (at: string): boolean => findModuleFile(this.#rt, at, undefined, spec) !== undefined;
    const endsAsFile = MODULE_FILE.test(spec.name);
    if (name === undefined) return !endsAsFile && (this.#suiting(spec) !== undefined || isFound(spec.name));
    if (endsAsFile) return isFile(name) ? isFound(name) : fits(spec, new PSVersion(0, 0));
    return isFolderAt(name) && isFound(name);
  }
  /** `using module`: the module, its exports given to the session. undefined: it is one of this engine's own. */
  attach(f: Frame, spec: ModuleSpec, folder: string): Pending<Module | undefined> {
    if (isOwn(spec)) {
      this.use(spec.name);
      return undefined;
    }
    const name = pathFrom(folder, spec.name) ?? spec.name;
    return andThen(this.import(f, name, { spec }), (module) => {
      if (module !== undefined) return module;
      throw fail('Modules_ModuleNotFound,Microsoft.PowerShell.Commands.ImportModuleCommand', notLoadedText(name), {
        category: 'InvalidOperation',
        target: name,
      });
    });
  }
  #suiting(spec: ModuleSpec): Module | undefined {
    const lower = spec.name.toLowerCase();
    return this.loaded.find(
      ({ name, version }) => name.toLowerCase() === lower && (!(version instanceof PSVersion) || fits(spec, version)),
    );
  }
  /** Loads a module's file (or takes the loaded one) and gives its exports to the session that asks. */
  import(f: Frame, name: string, options: ImportOptions): Pending<Module | undefined> {
    return drive(this.#import(f, name, options));
  }
  *#import(f: Frame, name: string, options: ImportOptions): Steps<Module | undefined> {
    const { spec } = options;
    const known = /[\\/]/.test(name) ? undefined : this.#suiting({ ...spec, name });
    if (known !== undefined && options.force !== true) {
      yield* this.#export(f, known, options);
      return known;
    }
    const file = findModuleFile(this.#rt, name, undefined, spec === undefined ? { name } : spec);
    if (file === undefined) return undefined;
    const same = this.loaded.find(({ path }) => path === file);
    if (same !== undefined && options.force !== true) {
      yield* this.#export(f, same, options);
      return same;
    }
    // What other modules took from it stays theirs.
    if (same !== undefined) yield* this.#remove(f, same, [this.#target(f, options)], options.tell);
    const module = yield* this.#load(f, file, options);
    if (module === undefined) return undefined;
    this.loaded.push(module);
    yield* this.#export(f, module, options);
    return module;
  }
  /** @returns undefined: its script failed, and that was told. */
  *#load(f: Frame, file: string, options: ImportOptions): Steps<Module | undefined> {
    if (this.#loading.has(file))
      throw fail('Modules_RecursiveImport', `The module '${file}' imports itself.`, {
        category: 'InvalidOperation',
        target: file,
      });
    this.#loading.add(file);
    try {
      yield* tellAll(options.tell, [[`Loading module from path '${file}'.`]]);
      if (/\.psd1$/i.test(file)) return yield* this.#loadManifest(f, file, options);
      return /\.ps1$/i.test(file) ? yield* this.#dotFile(f, file, options) : yield* this.#loadScript(f, file, options);
    } finally {
      this.#loading.delete(file);
    }
  }
  *#loadScript(f: Frame, file: string, options: ImportOptions): Steps<Module | undefined> {
    const module = new Module(this.#rt.global, nodePath.basename(file).replace(/\.psm1$/i, ''), file);
    if (!(yield* this.#runFile(f, module, file, options))) return undefined;
    module.settleExports();
    yield* tellAll(options.tell, exportsOf(module));
    return module;
  }
  /** A script file runs in the scope that imports it, and what it defines stays there: the module only tells of it. */
  *#dotFile(f: Frame, file: string, options: ImportOptions): Steps<Module> {
    const module = new Module(this.#rt.global, nodePath.basename(file).replace(/\.ps1$/i, ''), file);
    module.isDotted = true;
    yield* tellAll(options.tell, [[`Dot-sourcing the script file '${file}'.`]]);
    const before = f.scope.variables.get('myinvocation');
    const told = before?.read();
    try {
      // What it failed with is its own: it was imported nevertheless.
      yield* this.#reported(options, this.#runDotted(f, module, options), true);
      return module;
    } finally {
      if (before === undefined) f.scope.remove('myinvocation');
      else f.scope.force('MyInvocation', told ?? null);
    }
  }
  *#runDotted(f: Frame, module: Module, options: ImportOptions): Steps<void> {
    const file = module.path;
    const block = yield* settle(this.#rt.parseLong(readScriptFile(file), file, this.#owner(f), true));
    yield* this.#runIn(f, f.scope, file, block, { ...options, place: block.code.ast.extent });
  }
  /** @returns false: the script failed, and that was told. */
  *#runFile(f: Frame, module: Module, file: string, options: ImportOptions): Steps<boolean> {
    return yield* this.#reported(options, this.#runParsed(f, module, file, options));
  }
  *#runParsed(f: Frame, module: Module, file: string, options: ImportOptions): Steps<void> {
    const block = yield* settle(this.#rt.parseLong(readScriptFile(file), file, this.#owner(f), true));
    yield* this.#runBody(f, module, block, options.args ?? [], new Collector(), options.place);
  }
  /** @returns false: it failed, and that was told. */
  *#reported(options: ImportOptions, work: Steps<void>, dotted = false): Steps<boolean> {
    try {
      yield* work;
      return true;
    } catch (error) {
      // `exit` ends the module's script, not what imports it.
      if (error instanceof ExitException && !error.ofProcess) return true;
      if (options.report === undefined || !(error instanceof PSError)) throw error;
      yield* settle(options.report(error, dotted));
      return false;
    }
  }
  *#loadManifest(f: Frame, file: string, options: ImportOptions): Steps<Module> {
    const source = readScriptFile(file);
    const table = this.readConstants(source, file) ?? (yield* evaluateManifest(this.#rt, source, file));
    checkManifest(this.#rt, table, file);
    const text = (key: string): string => toText(table.getEntry(key) ?? null);
    const texts = (key: string): string[] | undefined => textsOf(table, key);
    const name = nodePath.basename(file).replace(/\.psd1$/i, '');
    const folder = nodePath.dirname(file);
    const root = text('RootModule') || text('ModuleToProcess');
    const rootPath = nodePath.resolve(folder, root.replaceAll('\\', '/'));
    const rootFile = root === '' ? file : findModuleFile(this.#rt, rootPath, undefined, undefined, file);
    const module = new Module(this.#rt.global, name, rootFile ?? rootPath, root === '' ? 'Manifest' : 'Script');
    module.manifest = table;
    module.manifestPath = file;
    module.version = tryConvert(table.getEntry('ModuleVersion') ?? null, VERSION) ?? module.version;
    const guid = tryConvert(table.getEntry('GUID') ?? null, requireType('System.Guid'));
    if (guid !== undefined) module.guid = guid;
    for (const required of requiredSpecs(table)) {
      const underWay = findModuleFile(this.#rt, pathBeside(folder, required.name), undefined, required);
      if (underWay !== undefined && this.#loading.has(underWay))
        throw manifestFault(
          file,
          `The required module '${name}' is not loaded. The module '${name}' has a requiredModule '${required.name}' in its module manifest '${file}' that points to a cyclic dependency.`,
          'System.MissingMemberException',
        );
      const loaded = BUILT_IN.test(required.name)
        ? null
        : yield* this.#import(f, pathBeside(folder, required.name), { spec: required, global: true });
      if (loaded === undefined)
        throw manifestFault(
          file,
          `The required module '${required.name}'${this.find(required.name) === undefined ? '' : wrongText(required)} is not loaded. Load the module or remove the module from 'RequiredModules' in the file '${file}'.`,
          'System.MissingMemberException',
        );
      if (loaded !== null) module.required.push(loaded);
    }
    const [types, formats, scripts] = ['TypesToProcess', 'FormatsToProcess', 'ScriptsToProcess'].map((key) =>
      (texts(key) ?? []).map((part) => filePart(file, key, part)),
    ) as [string[], string[], string[]];
    for (const [paths, command] of [
      [types, 'Update-TypeData'],
      [formats, 'Update-FormatData'],
    ] as const)
      for (const path of paths) {
        const text = `${command} -PrependPath '${path.replaceAll("'", "''")}' -ErrorAction Stop`;
        yield* settle(this.#rt.runBlock(this.#rt.parse(text), [], { frame: f, out: new Collector() }));
      }
    for (const script of scripts) {
      const block = yield* settle(this.#rt.parseLongFile(script, this.#owner(f)));
      yield* settle(this.#rt.runBlock(block, [], { frame: f, dotted: true, out: new Collector() }));
    }
    for (const entry of requiredSpecs(table, 'NestedModules').map(({ name: nested }) => nested)) {
      const path = findModuleFile(this.#rt, entry, folder);
      const { place, report, tell } = options;
      const nested =
        path === undefined
          ? undefined
          : yield* this.#load({ ...f, scope: module.scope }, path, { place, report, tell });
      if (nested === undefined) throw missingPart(entry, 'NestedModules', file);
      module.nested.push(nested);
      yield* tellAll(tell, this.#give(nested, module.scope, { tell }));
    }
    if (root !== '') {
      if (rootFile !== undefined) yield* tellAll(options.tell, [[`Loading module from path '${rootFile}'.`]]);
      if (rootFile === undefined || !(yield* this.#runFile(f, module, rootFile, options)))
        throw missingPart(root, 'ModuleToProcess/RootModule', file);
    } else module.exported = { functions: ['*'], aliases: ['*'], variables: ['*'] }; // what its nested modules gave it
    module.settleExports();
    if (root !== '') yield* tellAll(options.tell, exportsOf(module));
    restrict(module.functions, texts('FunctionsToExport'));
    restrict(module.aliases, texts('AliasesToExport'));
    restrict(module.variables, texts('VariablesToExport'));
    return module;
  }
  *#runBody(
    f: Frame,
    module: Module,
    block: ScriptBlock,
    args: readonly PSValue[],
    out = new Collector(),
    place?: Extent,
  ): Steps<void> {
    const own = block.home === module ? block : new ScriptBlock(block.code, module, block.trust);
    module.scope.file = module.path;
    module.definition = block.code.ast.extent.text;
    yield* this.#runIn(f, module.scope, module.path, own, { args, out, place });
  }
  /** Runs a file's block in a scope, which knows from then on what was called. */
  *#runIn(
    f: Frame,
    scope: Scope,
    file: string,
    own: ScriptBlock,
    { args = [], out = new Collector(), place }: Pick<ImportOptions, 'args' | 'out' | 'place'>,
  ): Steps<void> {
    const invocation = makeInvocation({
      name: nodePath.basename(file),
      invocationName: '',
      commandType: 'ExternalScript',
      extent: place,
      caller: siteOf(f),
      statement: this.#rt.statement,
      boundParameters: new Map(),
      unboundArguments: [...args],
      expectingInput: false,
      pipelinePosition: 1,
      pipelineLength: 1,
      scriptName: file,
    });
    const frame = { ...f, scope };
    const told = this.#rt.invocationObject(frame, invocation, this.#rt.boundParameters(), own, file);
    invocation.object = () => told;
    scope.force('MyInvocation', told);
    const site = { name: '', isScript: true, caller: invocation.caller, statement: invocation.statement };
    yield* settle(
      this.#rt.runBlock(own, args, { frame: { ...frame, invocation, taps: undefined }, site, dotted: true, out }),
    );
  }
  /** New-Module: runs a block as a module. `result`: what it wrote. */
  fromBlock(
    f: Frame,
    name: string | undefined,
    block: ScriptBlock,
    args: readonly PSValue[],
  ): Pending<{ readonly module: Module; readonly result: readonly PSValue[] }> {
    return drive(this.#fromBlock(f, name, block, args));
  }
  *#fromBlock(
    f: Frame,
    name: string | undefined,
    block: ScriptBlock,
    args: readonly PSValue[],
  ): Steps<{ readonly module: Module; readonly result: readonly PSValue[] }> {
    const given = name ?? dynamicModuleName();
    const module = new Module(this.#rt.global, given, '');
    module.stated = nodePath.join(this.#rt.location, randomUUID());
    const out = new Collector();
    yield* this.#runBody(f, module, new ScriptBlock(block.code, module, block.trust), args, out);
    module.settleExports();
    return { module, result: out.items };
  }
  /** Puts the exports of a module into the scope of the session that `f` belongs to. */
  exportTo(f: Frame, module: Module, options: ImportOptions): Pending<void> {
    return drive(this.#export(f, module, options));
  }
  *#export(f: Frame, module: Module, options: ImportOptions): Steps<void> {
    const target = this.#target(f, options);
    if (target === target.global) module.isNested = false;
    yield* tellAll(options.tell, this.#give(module, target, options));
  }
  #target(f: Frame, { global = false }: ImportOptions): Scope {
    return global ? f.scope.global : (f.scope.module?.scope ?? f.scope.global);
  }
  /** @returns what to tell of it, where somebody hears of it. */
  #give(module: Module, target: Scope, options: ImportOptions): Told[] {
    const told: Told[] = [];
    const tell = (kind: string, name: string): void => {
      if (options.tell === undefined) return;
      const text = `Importing ${kind} '${name}'.`;
      told.push(kind === 'function' ? [text, name, module.name] : [text]);
    };
    const wanted = (patterns: readonly string[] | undefined, all: boolean): ((name: string) => boolean) => {
      if (patterns === undefined) return () => all;
      const tests = patterns.map((pattern) => wildcardRegex(pattern));
      return (name) => tests.some((test) => test.test(name));
    };
    const any = options.functions !== undefined || options.aliases !== undefined || options.variables !== undefined;
    const takesFunction = wanted(options.functions, !any);
    const takesAlias = wanted(options.aliases, !any);
    const takesVariable = wanted(options.variables, !any);
    const { prefix = toText(module.manifest?.getEntry('DefaultCommandPrefix') ?? null) } = options;
    for (const entry of module.functions.values()) {
      if (!takesFunction(entry.name)) continue;
      const name = prefixed(entry.name, prefix);
      tell('function', name);
      target.functions ??= new Map();
      // What a manifest's nested modules have is told as the module's own.
      const isOwn = entry.module === undefined || module.nested.some((nested) => nested === entry.module);
      target.functions.set(name.toLowerCase(), { ...entry, name, module: isOwn ? module : (entry.module ?? module) });
    }
    for (const [key, variable] of module.variables) {
      if (!takesVariable(variable.name)) continue;
      tell('variable', variable.name);
      target.variables.set(key, variable);
    }
    for (const entry of module.aliases.values()) {
      if (!takesAlias(entry.name)) continue;
      const name = prefixed(entry.name, prefix);
      tell('alias', name);
      target.ownAliases.set(name.toLowerCase(), entry);
    }
    return told;
  }
  /** Takes a module and what it exported out of the session. */
  remove(f: Frame, module: Module, tell?: ModuleTeller): Pending<void> {
    return drive(this.#remove(f, module, [this.#rt.global, ...this.loaded.map((other) => other.scope)], tell));
  }
  *#remove(f: Frame, module: Module, from: readonly Scope[], tell?: ModuleTeller): Steps<void> {
    const gone = new Set<string>();
    if (module.onRemove instanceof ScriptBlock)
      yield* settle(this.#rt.runBlock(module.onRemove, [], { frame: { ...f, scope: module.scope }, out: f.out }));
    this.#used.delete(module.name.toLowerCase());
    const at = this.loaded.indexOf(module);
    if (at >= 0) this.loaded.splice(at, 1);
    for (const scope of from) {
      for (const [key, entry] of scope.functions ?? [])
        if (entry.module === module || module.nested.some((nested) => nested === entry.module)) {
          scope.functions?.delete(key);
          gone.add(`Removing the imported "${entry.name}" function.`);
        }
      for (const [key, variable] of module.variables)
        if (scope.variables.get(key) === variable) {
          scope.remove(key);
          gone.add(`Removing the imported "${variable.name}" variable.`);
        }
      for (const [key, entry] of scope.aliases ?? [])
        if (module.aliases.get(entry.name.toLowerCase()) === entry) {
          scope.ownAliases.delete(key);
          gone.add(`Removing the imported "${entry.name}" alias.`);
        }
    }
    yield* tellAll(
      tell,
      [...gone].map((text): Told => [text]),
    );
  }
}
/** `'A'` and `@{ ModuleName = 'A'; ModuleVersion = '1.0' }` of a manifest or a parameter. */
export const MODULE_SPECIFICATION = 'Microsoft.PowerShell.Commands.ModuleSpecification';
export function moduleSpec(given: PSValue): ModuleSpec {
  const item = unwrap(given);
  if (item instanceof NetObject) {
    if (item.type.fullName === MODULE_SPECIFICATION) return item.data as ModuleSpec;
    if (item.data instanceof Module) return { name: item.data.name, minimum: toText(item.data.version) };
  }
  if (!(item instanceof PSDictionary)) return { name: toText(item) };
  const text = (key: string): string | undefined => {
    const value = item.getEntry(key);
    return value === undefined || value === null ? undefined : toText(value);
  };
  return {
    name: text('ModuleName') ?? '',
    minimum: text('ModuleVersion'),
    maximum: text('MaximumVersion'),
    required: text('RequiredVersion'),
    guid: text('GUID'),
  };
}
/** This engine's own groups of commands: all of one version. */
const isOwn = (spec: ModuleSpec): boolean => BUILT_IN.test(spec.name) && fits(spec, new PSVersion(7, 0, 0, 0));
/** What `using module` takes for a module's file, whether it is there or not. */
const MODULE_FILE = /\.(?:ps1|psm1|psd1|cdxml|dll|exe)$/i;
/** A name that is a path, from the folder of the script that names it. */
const pathFrom = (folder: string, name: string): string | undefined =>
  /[\\/]/.test(name) ? nodePath.resolve(folder, name.replaceAll('\\', '/')) : undefined;
/** A required module that is named by a path is looked for beside the manifest. */
const pathBeside = (folder: string, name: string): string =>
  /^\.{1,2}[\\/]/.test(name) ? nodePath.resolve(folder, name.replaceAll('\\', '/')) : name;
export function requiredSpecs(table: PSDictionary, key = 'RequiredModules'): ModuleSpec[] {
  const value = table.getEntry(key);
  if (value === undefined || value === null) return [];
  return (Array.isArray(value) ? (value as readonly PSValue[]) : [value]).map(moduleSpec);
}
function restrict<T extends { readonly name: string }>(
  map: Map<string, T>,
  patterns: readonly string[] | undefined,
): void {
  if (patterns === undefined) return;
  const tests = patterns.map((pattern) => wildcardRegex(pattern));
  for (const [key, { name }] of map) if (!tests.some((test) => test.test(name))) map.delete(key);
}
/** A script module that a manifest names and that is not there, or failed. */
const missingPart = (part: string, field: string, file: string): PSError =>
  fail(
    'Modules_ModuleFileNotFound',
    `The module to process '${part}', listed in field '${field}' of module manifest '${file}' was not processed because no valid module was found in any module directory.`,
    {
      category: 'ResourceUnavailable',
      target: nodePath.basename(file).replace(/\.psd1$/i, ''),
      type: 'System.Management.Automation.PSInvalidOperationException',
    },
  );
/** Where a file lies that a manifest names. */
export function partPath(file: string, key: string, part: string): string {
  const extension = key === 'ScriptsToProcess' ? '.ps1' : key === 'FileList' ? '' : '.ps1xml';
  const whole = part.toLowerCase().endsWith(extension) ? part : part + extension;
  return nodePath.resolve(nodePath.dirname(file), whole.replaceAll('\\', '/'));
}
/** A file that a manifest names. @throws {PSError} the import ends: it is not there. */
export function filePart(file: string, key: string, part: string): string {
  const path = partPath(file, key, part);
  if (isFile(path)) return path;
  const fault = manifestFault(
    file,
    `The member '${key}' in the module manifest is not valid: Cannot find path '${path}' because it does not exist.. Verify that a valid value is specified for this field in the '${file}' file.`,
    'System.ArgumentException',
  );
  fault.record.endsCommand = true;
  throw fault;
}
/** Another version of a required module is loaded: what was asked for. */
function wrongText({ minimum, maximum, required, guid }: ModuleSpec): string {
  if (required !== undefined) return ` with version '${required}'`;
  if (minimum !== undefined && maximum !== undefined)
    return ` with MinimumVersion '${minimum}' and MaximumVersion '${maximum}'`;
  if (minimum !== undefined) return ` with version '${minimum}'`;
  if (maximum !== undefined) return ` with MaximumVersion '${maximum}'`;
  return guid === undefined ? '' : ` with GUID '${guid}'`;
}

/** `New-Module -AsCustomObject`: functions as methods, variables as properties. */
export function moduleAsObject(module: Module): PSObject {
  if (module.isDotted)
    throw fail(
      'InvalidOperation',
      'This operation cannot be performed on a binary module. It can only be performed on a script module.',
      { category: 'InvalidOperation', type: 'System.Management.Automation.PSInvalidOperationException' },
    );
  const object = new PSObject({
    typeNames: ['System.Management.Automation.PSCustomObject', 'System.Object'],
    extended: new PropertyBag(),
  });
  for (const { name, block } of module.functions.values())
    addExtraMember(object, { kind: 'ScriptMethod', name, script: new ScriptBlock(block.code, module, block.trust) });
  // The variables themselves: a collection comes as it is.
  for (const variable of module.variables.values())
    addExtraMember(object, {
      kind: 'NativeProperty',
      isNote: true,
      name: variable.name,
      get: () => variable.read(),
      set: (_self, value) => variable.assign(value),
    });
  return object;
}
