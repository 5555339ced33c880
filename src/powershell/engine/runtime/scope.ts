/** Scopes: variables, functions and aliases by name, looked up outward from where the script stands. */
import nodePath from 'node:path';
import { PSObject, type PSValue } from '../../../protocol/objects/index.js';
import type { ScriptBlockAst } from '../../lang/index.js';
import { active } from '../pending.js';
import type { NetType } from '../values/net-type.js';
import { type ScriptBlock, UNBOUND } from '../values/script-block.js';
import { lockedError } from './locked.js';

export interface VariableOptions {
  readOnly?: boolean;
  constant?: boolean;
  private?: boolean;
  allScope?: boolean;
}
/** An attribute with its arguments, or `type` for a type constraint. */
export type VariableAttribute = 'type' | VariableAttributeFact;
export interface VariableAttributeFact {
  readonly name: string;
  readonly positional: readonly PSValue[];
  readonly named: ReadonlyMap<string, PSValue>;
}
// Most variables have none of it, and an endpoint holds hundreds of thousands.
const NO_OPTIONS: Readonly<VariableOptions> = {};
const NONE: readonly never[] = [];
const PLACES = new Set(['psscriptroot', 'pscommandpath']);

export class Variable {
  readonly name: string;
  value: PSValue;
  options: Readonly<VariableOptions>;
  description = '';
  /** Conversions and checks of `[int]$x`, `[ValidateSet(…)]$x`, in order. */
  rules: readonly ((value: PSValue) => PSValue)[] | undefined;
  ruleNames: readonly string[] = NONE;
  /** What was written before it: `type` for a type, else the attribute. */
  attributes: readonly VariableAttribute[] = NONE;
  /** Its visibility, for what Get-Variable shows. */
  isPrivate = false;
  /** Computed each time it is read. */
  readonly compute: (() => PSValue) | undefined;
  /** No longer in its scope. */
  removed = false;
  constructor(name: string, value: PSValue, options: Readonly<VariableOptions> = NO_OPTIONS, compute?: () => PSValue) {
    this.name = name;
    this.value = value;
    this.options = options;
    this.compute = compute;
    if (name.length === 3 && name.toLowerCase() === 'ofs') active.hasSeparator = true;
  }
  read(): PSValue {
    return this.compute === undefined ? this.value : this.compute();
  }
  refuseLocked(): void {
    if (this.options.constant === true || this.options.readOnly === true)
      throw lockedError('VariableNotWritable', this.name);
  }
  /** Checks, converts, stores. Throws PSError for a constant or read-only one. */
  assign(value: PSValue): void {
    this.refuseLocked();
    let next = value;
    if (this.rules !== undefined) for (const rule of this.rules) next = rule(next);
    this.value = next;
  }
}

/** Stands for a value that nobody has wanted yet. */
const NOT_MADE: PSValue = new PSObject();

/** A variable whose first value is made when somebody wants it. */
export class LazyVariable extends Variable {
  readonly #make: () => PSValue;
  constructor(name: string, make: () => PSValue, options?: Readonly<VariableOptions>) {
    super(name, NOT_MADE, options);
    this.#make = make;
  }
  override read(): PSValue {
    if (this.value === NOT_MADE) this.value = this.#make();
    return this.value;
  }
}

export interface FunctionEntry {
  readonly name: string;
  block: ScriptBlock;
  options: VariableOptions;
  readonly isFilter: boolean;
  module: ModuleHome | undefined;
}
export interface AliasEntry {
  readonly name: string;
  definition: string;
  options: VariableOptions;
  readonly description?: string | undefined;
  /** The configuration of a restricted session made it, or the product. */
  readonly own?: boolean;
  /** Name of the module that exports it. */
  module?: string;
}
/** A module's own scope and what it exports. */
export interface ModuleHome {
  readonly name: string;
  readonly object: PSValue;
  readonly version: PSValue;
  readonly scope: Scope;
}

let sharedAliases: Map<string, AliasEntry> = new Map();
const isSameTable = (one: ReadonlyMap<string, AliasEntry>, other: ReadonlyMap<string, AliasEntry>): boolean =>
  one.size === other.size &&
  [...one].every(([key, { name, definition, own, options }]) => {
    const entry = other.get(key);
    return (
      entry?.definition === definition &&
      entry.name === name &&
      entry.own === own &&
      // Those of the built-in ones are the same objects in all runspaces.
      (entry.options === options || (Object.keys(options).length === 0 && Object.keys(entry.options).length === 0))
    );
  });

/** What names of types may leave out where nothing else is said. */
export const ONLY_SYSTEM: readonly string[] = ['System'];

export class Scope {
  readonly parent: Scope | undefined;
  readonly variables = new Map<string, Variable>();
  functions: Map<string, FunctionEntry> | undefined;
  private aliasTable: Map<string, AliasEntry> | undefined;
  /** They are those of many runspaces, copied before one is changed. Not private to the runtime: `seenFrom` makes views. */
  private aliasesShared = false;
  /** Nearest scope of a script or module: what `$script:` means. */
  readonly script: Scope;
  readonly module: ModuleHome | undefined;
  strictVersion: number | undefined;
  /** Classes and enums that code of this scope defined, by name in lower case. */
  types: Map<string, NetType> | undefined;
  /** The namespaces that code of this scope uses; undefined where those of the scope around it count. */
  namespaces: readonly string[] | undefined;
  /** The block for whose call it was made. */
  home: ScriptBlockAst | undefined;
  /** The file whose code runs in it; empty for code that no file has. */
  file: string | undefined;
  /** Where the call came from, when it crossed into another module's scopes. */
  from: Scope | undefined;
  constructor(parent: Scope | undefined, isScript = false, module?: ModuleHome) {
    this.parent = parent;
    this.script = isScript || parent === undefined ? this : parent.script;
    this.module = module ?? parent?.module;
    // A module that a strict script makes begins without that.
    this.strictVersion = parent?.module === this.module ? parent?.strictVersion : undefined;
  }
  get aliases(): ReadonlyMap<string, Readonly<AliasEntry>> | undefined {
    return this.aliasTable;
  }
  /** The aliases of this scope, to be changed. */
  get ownAliases(): Map<string, AliasEntry> {
    if (this.aliasesShared) {
      this.aliasTable = new Map(
        [...(this.aliasTable ?? [])].map(([key, entry]) => [key, { ...entry, options: { ...entry.options } }]),
      );
      this.aliasesShared = false;
    }
    this.aliasTable ??= new Map();
    return this.aliasTable;
  }
  /** Uses the table of an earlier runspace when it says the same: each begins with more than a hundred aliases. */
  shareAliases(): void {
    const mine = this.aliasTable;
    if (mine === undefined) return;
    if (!isSameTable(mine, sharedAliases)) sharedAliases = mine;
    this.aliasTable = sharedAliases;
    this.aliasesShared = true;
  }
  get global(): Scope {
    let at: Scope = this;
    while (at.parent !== undefined) at = at.parent;
    return at;
  }
  /** This scope as code sees it that was called from `here`, in another module's scopes, without a scope of its own. */
  seenFrom(here: Scope): Scope {
    this.functions ??= new Map();
    this.types ??= new Map();
    void this.ownAliases;
    const view = Object.create(Scope.prototype, Object.getOwnPropertyDescriptors(this)) as Scope;
    view.from = here;
    return view;
  }
  own(lower: string): Variable | undefined {
    const found = this.variables.get(lower);
    return found ?? (this.file !== undefined && PLACES.has(lower) ? this.#place(lower) : undefined);
  }
  /** What commands that name this scope find in it: a variable of all scopes is in each. */
  listed(lower: string): Variable | undefined {
    const own = this.own(lower);
    if (own !== undefined) return own;
    const outer = this.parent?.find(lower);
    return outer?.options.allScope === true ? outer : undefined;
  }
  find(lower: string): Variable | undefined {
    let at: Scope | undefined = this;
    while (at !== undefined) {
      const found = at.variables.get(lower);
      if (found !== undefined && (at === this || found.options.private !== true)) return found;
      at = at.parent;
    }
    return PLACES.has(lower) ? this.#place(lower) : undefined;
  }
  /** `PSScriptRoot` and `PSCommandPath` are made when somebody asks by name: code that writes them has them at once. */
  #place(lower: string): Variable | undefined {
    for (let at: Scope | undefined = this; at !== undefined; at = at.parent)
      if (at.file !== undefined) return at.places().find(({ name }) => name.toLowerCase() === lower);
    return undefined;
  }
  /** What tells where the code of this scope is from. */
  places(): readonly Variable[] {
    const { file } = this;
    if (file === undefined) return NONE;
    return [
      new Variable('PSScriptRoot', file === '' ? '' : nodePath.dirname(file)),
      new Variable('PSCommandPath', file),
    ];
  }
  /** Assigns in this scope, making the variable when it is not there. */
  set(name: string, value: PSValue): Variable {
    const lower = name.toLowerCase();
    let found = this.variables.get(lower);
    if (found === undefined) {
      const outer = this.inAllScopes(lower);
      if (outer !== undefined) {
        outer.assign(value);
        return outer;
      }
      found = new Variable(name, value);
      this.variables.set(lower, found);
    } else found.assign(value);
    return found;
  }
  /** A variable of a scope above that is this one's, too. */
  inAllScopes(lower: string): Variable | undefined {
    const outer = this.parent?.find(lower);
    return outer?.options.allScope === true || (outer?.options.constant === true && outer.compute !== undefined)
      ? outer
      : undefined;
  }
  /** Puts a value in without asking constraints: the engine's own variables. */
  force(name: string, value: PSValue): Variable {
    const lower = name.toLowerCase();
    let found = this.variables.get(lower);
    if (found === undefined) {
      found = new Variable(name, value);
      this.variables.set(lower, found);
    } else found.value = value;
    return found;
  }
  /** The same, for a value that few ask for. */
  forceLater(name: string, make: () => PSValue): void {
    const lower = name.toLowerCase();
    if (this.variables.has(lower)) this.force(name, make());
    else this.variables.set(lower, new LazyVariable(name, make));
  }
  remove(lower: string): boolean {
    const found = this.variables.get(lower);
    if (found === undefined) return false;
    found.removed = true;
    return this.variables.delete(lower);
  }
  typeNamed(lower: string): NetType | undefined {
    for (let at: Scope | undefined = this; at !== undefined; at = at.parent) {
      const found = at.types?.get(lower);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  get usedNamespaces(): readonly string[] {
    for (let at: Scope | undefined = this; at !== undefined; at = at.parent)
      if (at.namespaces !== undefined) return at.namespaces;
    return ONLY_SYSTEM;
  }
  findFunction(lower: string): FunctionEntry | undefined {
    for (let at: Scope | undefined = this; at !== undefined; at = at.parent) {
      const found = at.functions?.get(lower);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  findAlias(lower: string): Readonly<AliasEntry> | undefined {
    for (let at: Scope | undefined = this; at !== undefined; at = at.parent) {
      const found = at.aliases?.get(lower);
      if (found !== undefined) return found;
    }
    return undefined;
  }
}

const SCOPED = /^(global|script|local|private):(.+)$/i;
/** A name that may begin with its scope, as providers take them: `function:global:prompt`. */
export function splitScope(name: string): { readonly scope?: string; readonly bare: string } {
  const [, scope, bare] = SCOPED.exec(name) ?? [];
  return scope === undefined || bare === undefined ? { bare: name } : { scope: scope.toLowerCase(), bare };
}
/** Where something is that is looked for in one scope alone; undefined: in none in particular. */
export const scopeNamed = (here: Scope, scope: string | undefined): Scope | undefined =>
  scope === undefined ? undefined : scope === 'global' ? here.global : scope === 'script' ? here.script : here;

/** The scope was made for a call of this code. */
export function enterCode(scope: Scope, ast: ScriptBlockAst): void {
  scope.home = ast;
  scope.file = ast.extent.file ?? '';
}

/**
 * The scope under which code of a module (undefined: of the session itself) runs when `here` calls it: `here` in the
 * same module, else where that module's own code stands in the chain of calls, else its top.
 */
export function scopeFor(here: Scope, module: ModuleHome | undefined): Scope {
  for (let at: Scope | undefined = here; at !== undefined; ) {
    if (at.module === module) return at;
    let up: Scope | undefined = at;
    while (up !== undefined && up.from === undefined) up = up.parent;
    at = up?.from;
  }
  return module?.scope ?? here.global;
}
/** The scope in which a dot-sourced block of a module runs: `here`, or where that module's own code stands. */
export function dotScope(here: Scope, module: ModuleHome | undefined): Scope {
  const found = scopeFor(here, module);
  return found === here ? here : found.seenFrom(here);
}
/** Whose code a block is: that of the module it is bound to (undefined: of the session), or its caller's. */
export function homeOf(block: ScriptBlock, here: Scope): ModuleHome | undefined {
  return block.home === UNBOUND ? here.module : (block.home as ModuleHome | undefined);
}
/** A new scope for a call from `here` into code of a module. */
export function callScope(here: Scope, module: ModuleHome | undefined, isScript = false): Scope {
  const parent = scopeFor(here, module);
  const scope = new Scope(parent, isScript, module);
  if (parent !== here) scope.from = here;
  return scope;
}
