/** Names of .NET types and namespaces for completion. */
import { surfaceNames, surfaceOf } from '../net/surface/index.js';
import { ACCELERATORS, resolveTypeText } from '../values/types.js';
import { registeredTypes } from '../values/net-type.js';
import type { CompletionItem } from './completion-result.js';

interface KnownType {
  /** Without the mark of its generic parameters. */
  readonly name: string;
  readonly short: string;
  /** How many generic parameters it has. */
  readonly arity: number;
}
/** Types by full name, compiler-made ones and those within generic ones left out; script classes among them. */
export function completableTypes(): readonly KnownType[] {
  const names = new Set<string>();
  for (const name of surfaceNames()) names.add(name);
  for (const { fullName } of registeredTypes()) if (!fullName.includes('+')) names.add(fullName);
  return [...names].flatMap((full) => {
    if (/[[\]<>,]|`.*\+/.test(full) || full === UNNAMED) return [];
    const [name = '', arity = '0'] = full.split('`');
    return [{ name, short: name.slice(/[^.+]*$/.exec(name)?.index ?? 0), arity: Number(arity) }];
  });
}

const KINDS: Readonly<Record<string, string>> = { struct: 'Struct', enum: 'Enum', interface: 'Interface' };
/** PowerShell tells the kind of its own types, and of those that have short names. */
const isTold = (name: string): boolean => /^(?:System\.Management\.Automation|Microsoft\.PowerShell)\./.test(name);
const ACCELERATED = new Set(Object.values(ACCELERATORS));
function toldKind(full: string): string {
  const kind = surfaceOf(full)?.kind ?? resolveTypeText(full)?.kind ?? 'class';
  return `${KINDS[kind] ?? 'Class'} ${full}`;
}
function tipOf({ name, arity }: KnownType): string {
  if (arity === 0) return isTold(name) || ACCELERATED.has(name) ? toldKind(name) : name;
  return `${name}[${arity === 1 ? 'T' : Array.from({ length: arity }, (_, at) => `T${at + 1}`).join(', ')}]`;
}

/** What `[pscustomobject]` makes is no class that can be named. */
const UNNAMED = 'System.Management.Automation.PSCustomObject';
/** Accelerators that are attributes of parameters of no use as types. */
const NO_TYPES = new Set<string>(['supportswildcards']);

export interface TypePlaceOptions {
  /** For `using namespace`. */
  readonly namespacesOnly?: boolean;
  /** The place may be an attribute's: these are named without `Attribute`. */
  readonly attribute?: boolean;
}
/** `[Sys`: accelerators, types whose own name begins so, and namespaces; `[System.IO.`: what is in a namespace. */
export function typeItems(word: string, options: TypePlaceOptions = {}): CompletionItem[] {
  const namespacesOnly = options.namespacesOnly === true;
  const lower = word.toLowerCase();
  const items = new Map<string, CompletionItem>();
  const dot = word.lastIndexOf('.');
  const add = (text: string, label: string, tip: string): void => {
    if (!items.has(text.toLowerCase())) items.set(text.toLowerCase(), { text, label, kind: 'Type', tip });
  };
  const short = new Set<string>();
  if (dot < 0 && !namespacesOnly)
    for (const [name, full] of Object.entries(ACCELERATORS)) {
      // One short name for each type: `[float]`, not `[single]`, which is the type's own name.
      if ((short.has(full) && name !== 'pscustomobject') || NO_TYPES.has(name)) continue;
      short.add(full);
      if (!name.startsWith(lower)) continue;
      const attribute = full.endsWith('Attribute')
        ? full.slice(full.lastIndexOf('.') + 1, -'Attribute'.length)
        : undefined;
      const shown = attribute !== undefined && options.attribute === true ? attribute : name;
      add(shown, full.slice(full.lastIndexOf('.') + 1), toldKind(full));
    }
  for (const type of completableTypes()) {
    const { name, short: own } = type;
    const label = type.arity === 0 ? own : `${own}<>`;
    const depth = name.toLowerCase().startsWith(lower) ? name.indexOf('.', word.length) : -2;
    if (depth >= 0) {
      const space = name.slice(0, depth);
      items.set(space.toLowerCase(), {
        text: space,
        label: space.slice(space.lastIndexOf('.') + 1),
        kind: 'Namespace',
        tip: `Namespace ${space}`,
      });
    } else if (depth === -1 && !namespacesOnly && !Object.values(ACCELERATORS).includes(name))
      add(name, label, tipOf(type));
    else if (depth === -1 && !namespacesOnly && dot >= 0) add(name, label, tipOf(type));
    if (dot < 0 && !namespacesOnly && depth === -2 && own.toLowerCase().startsWith(lower) && !short.has(name))
      add(name, label, tipOf(type));
  }
  return [...items.values()];
}
