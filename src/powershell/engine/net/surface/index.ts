/**
 * Where each .NET type's lines are in the surface texts. Only heads are looked at here: members are read on first use.
 * The texts, a file for each family, are made by `node scripts/run.mjs net-surface` from its list of types
 * (test/programs/net-surface/types.txt) and the real engine's reflection.
 */
import { TEXTS } from './texts.js';

/** What the surface says of a type; `lines` are its members, `e…` its enum values. */
export interface SurfaceType {
  /** As .NET has it, `` `1 `` included. */
  readonly name: string;
  readonly kind: 'class' | 'struct' | 'enum' | 'interface' | 'static' | 'abstract';
  readonly base: string;
  readonly interfaces: readonly string[];
  /** Full name; undefined for System.Private.CoreLib. */
  readonly assembly: string | undefined;
  /** Names of a generic definition's parameters. */
  readonly parameters: readonly string[];
  /** System.Reflection.TypeAttributes. */
  readonly attributes: number;
  /** Public members that are fields: `=` before a constant, `!` before one that is only read. */
  readonly fields: readonly string[];
  readonly lines: readonly string[];
}

interface Place {
  readonly text: string;
  readonly at: number;
}
let places: Map<string, Place> | undefined;

function index(): Map<string, Place> {
  const map = new Map<string, Place>();
  for (const text of TEXTS)
    for (let at = text.indexOf('\n#'); at >= 0; at = text.indexOf('\n#', at + 1))
      map.set(text.slice(at + 2, text.indexOf('|', at)).toLowerCase(), { text, at: at + 1 });
  return map;
}

const KINDS: Readonly<Record<string, SurfaceType['kind']>> = {
  class: 'class',
  struct: 'struct',
  enum: 'enum',
  interface: 'interface',
  static: 'static',
  abstract: 'abstract',
};

/** Whether there is such a type; letter case does not matter. */
export const hasSurface = (name: string): boolean => (places ??= index()).has(name.toLowerCase());

/** A type by its .NET name, letter case ignored; undefined when the engine does not know it. */
export function surfaceOf(name: string): SurfaceType | undefined {
  places ??= index();
  const place = places.get(name.toLowerCase());
  if (place === undefined) return undefined;
  const next = place.text.indexOf('\n#', place.at);
  const end = next < 0 ? place.text.length : next;
  const headEnd = Math.min(end, place.text.indexOf('\n', place.at));
  const [fullName = '', kind = '', base = '', interfaces = '', assembly = '', ...others] = place.text
    .slice(place.at + 1, headEnd)
    .split('|');
  const [parameters = '', attributes = '0', fields = ''] = others;
  return {
    name: fullName,
    kind: KINDS[kind] ?? 'class',
    base,
    interfaces: interfaces === '' ? [] : interfaces.split(' '),
    assembly: assembly === '' ? undefined : assembly,
    parameters: parameters === '' ? [] : parameters.split(' '),
    attributes: Number.parseInt(attributes, 16),
    fields: fields === '' ? [] : fields.split(' '),
    get lines() {
      return place.text
        .slice(headEnd + 1, end)
        .split('\n')
        .filter((line) => line !== '');
    },
  };
}
/** All names that the engine knows. */
export function surfaceNames(): readonly string[] {
  return [...(places ??= index()).values()].map(({ text, at }) => text.slice(at + 1, text.indexOf('|', at)));
}
