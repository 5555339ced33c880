/** Finds what a command name means: alias, function, registered command. */
import nodePath from 'node:path';
import type { PSValue } from '../../../protocol/objects/index.js';
import type { Extent } from '../../lang/index.js';
import type { CommandRegistration } from '../command-api.js';
import { toText } from '../conversion.js';
import { drive, type Pending, settle, type Steps, andThen as then } from '../pending.js';
import { fail, PSError } from '../values/exceptions.js';
import { failingAs } from '../values/escaping.js';
import { type BlockTrust, ScriptBlock } from '../values/script-block.js';
import { SWITCH } from '../values/types.js';
import type { Argument } from './binder.js';
import type { Signature } from './command-signature.js';
import { CmdletProcessor, cmdletSignature } from './cmdlet-processor.js';
import { type CallSite, type Frame, type Invocation, makeInvocation, siteOf } from './frame.js';
import { findFile } from './command-search.js';
import { moduleWith } from './module-contents.js';
import { BUILT_IN } from './module-files.js';
import { limitedSignature } from './command-visibility.js';
import { trustHere, visibilityFor } from './language-mode.js';
import type { VariableOptions } from './scope.js';
import { maySeeAlias, maySeeFunction } from './visible.js';
import { FunctionProcessor } from './function-processor.js';
import { NativeProcessor } from './native-processor.js';
import type { Processor } from './processor.js';
import type { Runtime } from './runtime.js';
import { homeOf } from './scope.js';
import { type Instead, type LookupActions, replacementName } from './lookup-actions.js';

export interface CommandRequest {
  readonly target: string | ScriptBlock;
  readonly args: readonly Argument[];
  /** Of a block that a command runs: its arguments, and its input. */
  readonly ofBlock?: { readonly byIndex: readonly PSValue[]; readonly input: PSValue | undefined };
  readonly extent: Extent | undefined;
  /** The statement that it stands in. */
  readonly statement?: Extent | undefined;
  /** Where the command's name stands. */
  readonly nameExtent?: Extent | undefined;
  readonly dotted: boolean;
  readonly called: boolean;
  /** What `$MyInvocation` says that it was called as; default: its operator or name. */
  readonly shownAs?: string | undefined;
  /** A command of the program's pipeline: no script calls it. */
  readonly ofProgram?: boolean;
  readonly expectsInput: boolean;
  readonly position: number;
  readonly length: number;
  /** Modules have been looked for already. */
  readonly tried?: boolean;
  /** A cmdlet itself is called: an alias or function of its name, qualified too, is not looked for. */
  readonly own?: boolean;
}

const callerScript = (extent: Extent | undefined): string => extent?.file ?? '';

/** A command and, from its first use on, what the binder knows of it: a session has hundreds, and uses few. */
class Registered {
  readonly registration: CommandRegistration;
  /** The name in lower case. */
  readonly key: string;
  #signature: Signature | undefined;
  constructor(registration: CommandRegistration) {
    this.registration = registration;
    this.key = registration.spec.name.toLowerCase();
  }
  get signature(): Signature {
    this.#signature ??= cmdletSignature(this.registration.spec);
    return this.#signature;
  }
}

/** What is known of a command is the same in every runspace: one process may hold thousands of them. */
const known = new WeakMap<CommandRegistration, Registered>();
function registeredOf(registration: CommandRegistration): Registered {
  const found = known.get(registration) ?? new Registered(registration);
  known.set(registration, found);
  return found;
}

/** Tables that many runspaces share, by the list that they were made of. */
const tables = new WeakMap<readonly CommandRegistration[], ReadonlyMap<string, Registered>>();
function tableOf(registrations: readonly CommandRegistration[]): ReadonlyMap<string, Registered> {
  const found =
    tables.get(registrations) ??
    new Map(registrations.map((registration) => [registeredOf(registration).key, registeredOf(registration)]));
  tables.set(registrations, found);
  return found;
}

/** Aliases that PowerShell has on Windows alone: elsewhere these names are the system's own programs. */
const NATIVE_NAMES: ReadonlySet<string> = new Set(
  'ac cat compare cp cpp diff kill ls man mount mv ps rm rmdir sc sleep sort start tee write'.split(' '),
);

/** Options of PowerShell's own aliases: most are read-only. */
const READ_ONLY: VariableOptions = Object.freeze({ readOnly: true });
/** Names that modules had before. */
const FORMER_NAMES: Readonly<Record<string, string>> = { threadjob: 'microsoft.powershell.threadjob' };
const named = (names: string, options: VariableOptions): [string, VariableOptions][] =>
  names.split(' ').map((name) => [name, Object.freeze(options)]);
const BUILT_IN_OPTIONS: Readonly<Record<string, VariableOptions | undefined>> = Object.fromEntries([
  ...named('cd copy del dir echo md move popd pushd', { allScope: true }),
  ...named('? % foreach select where', { readOnly: true, allScope: true }),
  ...named(
    'chdir clear cls erase etsn exsn fhx gjb gsn h history icm nsn pwd r rcjb rd ren rjb rsn sajb set sls spjb type wjb cnsn dnsn ipsn epsn gcb gtz scb',
    {},
  ),
]);
/** Options of an alias that a session begins with. */
export const builtInAliasOptions = (name: string): VariableOptions => BUILT_IN_OPTIONS[name] ?? READ_ONLY;

/** `.` or `&`, where the call stands behind one. */
const operatorOf = ({ dotted, called }: CommandRequest): string | undefined =>
  dotted ? '.' : called ? '&' : undefined;
const calledAs = (request: CommandRequest): string =>
  request.shownAs ?? operatorOf(request) ?? (typeof request.target === 'string' ? request.target : '&');

/** Nothing of a script called it. */
const isOutermost = (site: CallSite | undefined): boolean =>
  site !== undefined && site.caller === undefined && site.isScript;
export class CommandTable {
  readonly #rt: Runtime;
  /** What every runspace has; of the same name, the runspace's own counts. */
  #shared: ReadonlyMap<string, Registered> = new Map();
  readonly #own = new Map<string, Registered>();
  constructor(rt: Runtime) {
    this.#rt = rt;
  }
  /** Commands that are not loaded yet. */
  later:
    | { readonly names: ReadonlySet<string>; readonly types: RegExp | undefined; load: () => Promise<void> }
    | undefined;
  /** @param withAliases false: they are there already, and may be somebody else's by now. */
  register(registration: CommandRegistration, withAliases = true): void {
    const registered = registeredOf(registration);
    this.#own.set(registered.key, registered);
    if (withAliases) this.#defineAliases(registration);
  }
  /** Registers a list that is the same for many runspaces. It must not change any more. */
  registerShared(registrations: readonly CommandRegistration[]): void {
    this.#shared = tableOf(registrations);
    for (const registration of registrations) this.#defineAliases(registration);
  }
  /** Of the commands that are there now, only these; what is registered later comes on top. */
  keepOnly(wanted: (command: Registered) => boolean): void {
    const kept = this.all().filter(wanted);
    this.#shared = new Map();
    this.#own.clear();
    for (const command of kept) this.#own.set(command.key, command);
  }
  /** By the name in lower case. */
  find(key: string): Registered | undefined {
    return this.#own.get(key) ?? this.#shared.get(key);
  }
  all(): readonly Registered[] {
    return [...[...this.#shared.values()].filter(({ key }) => !this.#own.has(key)), ...this.#own.values()];
  }
  #defineAliases({ spec }: CommandRegistration): void {
    for (const alias of spec.aliases)
      if (process.platform === 'win32' || !NATIVE_NAMES.has(alias))
        this.#rt.defineAlias(this.#rt.global, alias, spec.name, builtInAliasOptions(alias));
  }
  /** @param calledAs the operator of the call, if one stands before the name: the record has it for the name. */
  notFound(name: string, extent?: Extent, calledAs = name): PSError {
    const error = fail(
      'CommandNotFoundException',
      `The term '${name}' is not recognized as a name of a cmdlet, function, script file, or executable program.\nCheck the spelling of the name, or if a path was included, verify that the path is correct and try again.`,
      {
        category: 'ObjectNotFound',
        target: name,
        type: 'System.Management.Automation.CommandNotFoundException',
        extent,
      },
    );
    error.record.activity = '';
    error.record.invocationName = calledAs;
    return error;
  }
  resolve(f: Frame, request: CommandRequest): Pending<Processor> {
    const { lookupActions, restriction } = this.#rt;
    const found =
      lookupActions === undefined || restriction !== undefined || typeof request.target !== 'string'
        ? this.#find(f, request)
        : drive(this.#asked(lookupActions, f, request, request.target));
    // `-?` with any command but a program means its help.
    if (typeof request.target !== 'string' || !request.args.some(({ name }) => name === '?')) return found;
    const name: Argument = { name: 'Name', value: request.target, text: request.target };
    return then(found, (processor) =>
      processor instanceof NativeProcessor
        ? processor
        : this.#find(f, { ...request, target: 'Get-Help', args: [name] }),
    );
  }
  /** As `#find`, and a script's own actions have their say. */
  *#asked(actions: LookupActions, f: Frame, request: CommandRequest, name: string): Steps<Processor> {
    const instead = (what: Instead): Pending<Processor> => this.#instead(f, request, name, what);
    if (actions.asks('PreCommandLookupAction')) {
      const said = yield* actions.lookUp('PreCommandLookupAction', f, name);
      if (said !== undefined) return yield* settle(instead(said));
    }
    let found: Processor;
    try {
      found = yield* settle(this.#find(f, request));
    } catch (error) {
      if (!(error instanceof PSError) || error.record.errorId !== 'CommandNotFoundException') throw error;
      // A noun may stand for its Get- command, which is looked for first.
      for (const tried of /[-\\/]/.test(name) ? [name] : [`get-${name}`, name]) {
        if (!actions.asks('CommandNotFoundAction')) break;
        const said = yield* actions.lookUp('CommandNotFoundAction', f, tried);
        if (said !== undefined) return yield* settle(instead(said));
      }
      throw error;
    }
    if (!actions.asks('PostCommandLookupAction')) return found;
    const said = yield* actions.lookUp('PostCommandLookupAction', f, name, found.commandFound());
    return said === undefined ? found : yield* settle(instead(said));
  }
  /** What an action says to run in place of a command. */
  #instead(f: Frame, request: CommandRequest, name: string, what: Instead): Pending<Processor> {
    const block = what instanceof ScriptBlock ? what : what.block;
    if (block === undefined && !(what instanceof ScriptBlock))
      return this.#find(f, { ...request, target: what.target ?? what.name });
    if (block === undefined) throw this.notFound(name, request.extent, name);
    const shown = what instanceof ScriptBlock ? replacementName(name) : what.name;
    return new FunctionProcessor({
      block,
      name: shown,
      isFilter: false,
      args: request.args,
      frame: f,
      invocation: this.#invocation(f, request, 'Function', shown),
      dotted: request.dotted,
      module: homeOf(block, f.scope),
    });
  }
  #invocation(
    f: Frame,
    request: CommandRequest,
    type: Invocation['commandType'],
    shown: string,
    outermost?: string,
  ): Invocation {
    return makeInvocation({
      name: shown,
      invocationName: outermost ?? calledAs(request),
      commandType: type,
      extent: outermost === undefined ? request.extent : undefined,
      statement: request.statement,
      boundParameters: new Map(),
      unboundArguments: [],
      expectingInput: request.expectsInput,
      pipelinePosition: request.position,
      // What the outermost script writes goes to a command of the program.
      pipelineLength: outermost === undefined ? request.length : request.length + 1,
      scriptName: callerScript(request.extent),
      caller: siteOf(f),
      outermost: outermost !== undefined,
      ofProgram: request.ofProgram,
      ofOutermost: typeof request.target === 'string' && !request.dotted && isOutermost(siteOf(f)),
    });
  }
  /** A command that the language itself runs: whatever a restricted session shows, and whoever has its name. It is fed. */
  builtIn(f: Frame, target: string, args: readonly Argument[]): Pending<Processor> {
    return this.ofEngine({ ...f, trust: 'internal' }, target, args);
  }
  /** A command of the engine's own, whoever has its name, where the frame may call it; it shows what the frame may see. */
  ofEngine(f: Frame, target: string, args: readonly Argument[]): Pending<Processor> {
    return this.resolve(f, {
      target,
      args,
      extent: undefined,
      dotted: false,
      called: false,
      expectsInput: true,
      position: 1,
      length: 1,
      own: true,
    });
  }
  #find(f: Frame, request: CommandRequest): Pending<Processor> {
    let name = typeof request.target === 'string' ? request.target : '';
    const invocation = (type: Invocation['commandType'], shown: string, outermost?: string): Invocation =>
      this.#invocation(f, request, type, shown, outermost);
    if (typeof request.target !== 'string')
      return new FunctionProcessor({
        block: request.target,
        name: '',
        isFilter: false,
        args: request.args,
        byIndex: request.ofBlock?.byIndex,
        dropsParameters: request.ofBlock !== undefined,
        input: request.ofBlock?.input,
        frame: f,
        invocation: invocation('Script', ''),
        dotted: request.dotted,
        module: homeOf(request.target, f.scope),
      });
    const visible = visibilityFor(f);
    for (let hops = 0; hops < 16 && request.own !== true; hops += 1) {
      const alias = f.scope.findAlias(name.toLowerCase());
      if (alias === undefined || !maySeeAlias(visible, alias)) break;
      name = alias.definition;
    }
    const lower = name.toLowerCase();
    const qualified = /^([^\\]+)\\([^\\]+)$/.exec(name);
    const exported =
      qualified === null
        ? undefined
        : this.#rt.modules.find(qualified[1] ?? '')?.functions.get((qualified[2] ?? '').toLowerCase());
    const limit = visible?.limited.get(lower);
    for (const entry of [f.scope.findFunction(lower.replace(/^(?:global|script|local):/, '')), exported]) {
      if (entry === undefined || request.own === true) continue;
      const limited = entry.block.trust === 'internal' ? limit : undefined;
      if (limited === undefined && !maySeeFunction(visible, entry)) continue;
      return new FunctionProcessor({
        block: entry.block,
        name: entry.name,
        isFilter: entry.isFilter,
        args: request.args,
        frame: f,
        invocation: invocation(entry.isFilter ? 'Filter' : 'Function', entry.name),
        dotted: request.dotted,
        module: entry.module,
        limit: limited,
      });
    }
    const bare = lower.includes('\\') ? lower.slice(lower.lastIndexOf('\\') + 1) : lower;
    if (this.later?.names.has(bare) === true)
      return this.#rt.wait(this.later.load()).then(() => this.resolve(f, request));
    const owner = qualified?.[1] ?? '';
    // A path of folders and no module's name.
    const isPath = qualified === null && lower.includes('\\');
    const found = isPath ? undefined : this.#ofModule(owner, bare);
    if (found !== undefined) {
      const { spec } = found.registration;
      if (spec.module !== undefined) this.#rt.modules.use(spec.module);
      const own = visible?.limited.get(lower === bare ? spec.name.toLowerCase() : lower);
      if (own !== undefined)
        return new CmdletProcessor(
          found.registration,
          limitedSignature(found.signature, own),
          request.args,
          f,
          invocation('Function', spec.name),
        );
      if (visible === undefined || visible.cmdlets.matches(spec.name, spec.module ?? ''))
        return new CmdletProcessor(
          found.registration,
          found.signature,
          request.args,
          f,
          invocation('Cmdlet', spec.name),
        );
    }
    const file = findFile(this.#rt, name);
    const shown = file === undefined || visible === undefined ? 'all' : visible.files.matches(file.path);
    if (file !== undefined && shown !== undefined) {
      if (file.kind === 'program')
        return new NativeProcessor(file.path, request.args, f, invocation('Application', name));
      // A script that the configuration names is its own; one that a pattern takes may be the caller's.
      const owner = { trust: shown === 'exact' ? 'internal' : trustHere(f) } as const;
      const parsed = this.#parseCalled(file.path, this.#rt.restriction === undefined ? undefined : owner);
      return then(
        parsed,
        (block) =>
          new FunctionProcessor({
            block,
            name: nodePath.basename(file.path),
            isFilter: false,
            args: request.args,
            frame: f,
            invocation: invocation(
              'ExternalScript',
              nodePath.basename(file.path),
              this.#rt.exitEndsSession ? file.path : undefined,
            ),
            dotted: request.dotted,
            module: f.scope.module,
            script: file.path,
            nameExtent: request.nameExtent,
          }),
      );
    }
    if (!request.tried && file === undefined && mayAutoload(this.#rt)) {
      const loading = this.#autoload(f, name, request);
      if (loading !== undefined) return loading;
    }
    // Last of all a noun means its Get- command: `Date`, where there is no program of that name.
    const getter = `get-${bare}`;
    const spec = this.#ofModule(owner, getter)?.registration.spec;
    const cmdlet =
      spec !== undefined && (visible === undefined || visible.cmdlets.matches(spec.name, spec.module ?? ''));
    if (!bare.includes('-') && (cmdlet || f.scope.findFunction(getter) !== undefined))
      return this.#find(f, { ...request, target: owner === '' ? `Get-${name}` : `${owner}\\Get-${bare}` });
    // An alias whose command cannot be found is named by the command that it means.
    if (visible !== undefined)
      throw this.notFound(name, request.nameExtent ?? request.extent, operatorOf(request) ?? name);
    throw this.notFound(name, request.nameExtent ?? request.extent, calledAs(request));
  }
  /** A script that does not parse ends the statement that calls it, not the script around that. */
  #parseCalled(path: string, owner: { readonly trust: BlockTrust } | undefined): Pending<ScriptBlock> {
    return failingAs(
      () => this.#rt.parseLongFile(path, owner),
      (error) => {
        error.thrown = false;
        return error;
      },
    );
  }
  /** A command of its own, if it stands in the module that the name is qualified with. */
  #ofModule(owner: string, name: string): Registered | undefined {
    const found = this.find(name);
    if (owner === '') return found;
    const home = found?.registration.spec.module?.toLowerCase();
    const wanted = owner.toLowerCase();
    return home === (FORMER_NAMES[wanted] ?? wanted) ? found : undefined;
  }
  /** Loads the module that a name is qualified with, or one that has a command of that name. */
  #autoload(f: Frame, name: string, request: CommandRequest): Pending<Processor> | undefined {
    const { modules } = this.#rt;
    const again = (): Pending<Processor> => this.resolve(f, { ...request, tried: true });
    const qualifier = /^([\w.]+)\\[^\\/]+$/.exec(name)?.[1];
    // Where a backslash is no separator of folders, what stands before it is a module's name all the same.
    const folder = process.platform === 'win32' ? undefined : /^([^\\:]+)\\/.exec(name)?.[1];
    const failed = (id: string, text: string): PSError => {
      const error = this.notFound(name, request.nameExtent ?? request.extent, operatorOf(request) ?? name);
      const { exception } = error.record;
      error.record.errorId = id;
      exception.message = text;
      return error;
    };
    if (qualifier !== undefined) {
      if (/^\.+$/.test(qualifier) || modules.find(qualifier) !== undefined || BUILT_IN.test(qualifier))
        return undefined;
      const refused = (): PSError =>
        failed(
          'CouldNotAutoLoadModule',
          `The module '${qualifier}' could not be loaded. For more information, run 'Import-Module ${qualifier}'.`,
        );
      return drive(
        (function* (): Steps<Processor> {
          let loaded;
          try {
            loaded = yield* settle(modules.import(f, qualifier, { global: true }));
          } catch (error) {
            if (error instanceof PSError) throw refused();
            throw error;
          }
          if (loaded === undefined) throw refused();
          return yield* settle(again());
        })(),
      );
    }
    if (folder !== undefined && !/^\.+$/.test(folder) && modules.find(folder) === undefined)
      throw failed(
        'CouldNotAutoLoadModule',
        `The module '${folder}' could not be loaded. For more information, run 'Import-Module ${folder}'.`,
      );
    if (/[\\/]/.test(name)) return undefined;
    const found = moduleWith(this.#rt, name);
    if (found === undefined) return undefined;
    return drive(
      (function* (): Steps<Processor> {
        try {
          yield* settle(modules.import(f, found.name, { global: true }));
        } catch (error) {
          if (!(error instanceof PSError)) throw error;
          throw failed(
            'CouldNotAutoloadMatchingModule',
            `The '${name}' command was found in the module '${found.name}', but the module could not be loaded due to the following error: [${error.record.message}]\nFor more information, run 'Import-Module ${found.name}'.`,
          );
        }
        return yield* settle(again());
      })(),
    );
  }
}
/** Not where `$PSModuleAutoLoadingPreference` says None, nor where the caller has only what a configuration names. */
export function mayAutoload(rt: Runtime): boolean {
  const visibility = rt.restriction?.visibility;
  if (visibility !== undefined && visibility.autoloads !== true) return false;
  const preference = rt.global.find('psmoduleautoloadingpreference')?.read();
  return preference === undefined || preference === null || !/^(?:none|modulequalified)$/i.test(toText(preference));
}
export { SWITCH, type PSValue };
