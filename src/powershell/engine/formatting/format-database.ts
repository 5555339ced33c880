/** All views of a session, found by type name. Earlier views win; a type's own view wins over its base types' views. */
import { DESERIALIZED_PREFIX, stripDeserialized } from '../../../protocol/objects/index.js';
import type { CustomControl, FormatView, ViewShape } from './format-data.js';
import { CORE_VIEWS } from './data/core-views.js';
import { NET_VIEWS } from './data/net-views.js';
import { PROVIDER_VIEWS } from './data/provider-views.js';
import { GET_ERROR_VIEW } from './get-error-view.js';
import { HELP_VIEWS } from './data/help-views.js';
import { RECORD_VIEWS, SESSION_VIEWS } from './data/session-views.js';

/** Type names without `Deserialized.`, or undefined where none had it. */
export function withoutPrefix(typeNames: readonly string[]): readonly string[] | undefined {
  if (!typeNames.some((name) => name.startsWith(DESERIALIZED_PREFIX))) return undefined;
  return typeNames.map(stripDeserialized);
}

export interface ViewQuery {
  /** Undefined: any shape. */
  readonly shape?: ViewShape | undefined;
  readonly name?: string | undefined;
  readonly outOfBand: boolean;
}

/** The rank of a type among an object's; a smaller one is nearer. Undefined: not one of them. */
export function typeRank(types: readonly string[], typeNames: readonly string[]): number | undefined {
  let best: number | undefined;
  for (const type of types) {
    const lower = type.toLowerCase();
    const rank = typeNames.findIndex((name) => name.toLowerCase() === lower);
    if (rank === 0) return 0;
    // Of several types that match, PowerShell takes the farthest one.
    if (rank > 0 && (best === undefined || rank > best)) best = rank;
  }
  return best;
}

export class FormatDatabase {
  readonly #views: FormatView[];
  readonly #controls: Map<string, CustomControl>;
  readonly #byType = new Map<string, Set<number>>();
  #indexed = false;
  /** Counts changes, so that whoever keeps an answer knows when it is stale. */
  version = 0;

  constructor(views: Iterable<FormatView> = [], controls: Iterable<readonly [string, CustomControl]> = []) {
    this.#views = [...views];
    this.#controls = new Map(controls);
  }
  copy(): FormatDatabase {
    return new FormatDatabase(this.#views, this.#controls);
  }
  get views(): readonly FormatView[] {
    return this.#views;
  }
  /** Adds views after (or before) those that are there, as Update-FormatData -AppendPath (-PrependPath) does. */
  add(views: readonly FormatView[], controls: Iterable<readonly [string, CustomControl]> = [], prepend = false): void {
    if (prepend) this.#views.unshift(...views);
    else this.#views.push(...views);
    for (const [name, control] of controls) this.#controls.set(name.toLowerCase(), control);
    this.#indexed = false;
    this.version += 1;
  }
  control(name: string, view?: FormatView): CustomControl | undefined {
    return view?.controls?.get(name.toLowerCase()) ?? this.#controls.get(name.toLowerCase());
  }

  /** The view for an object with these type names. */
  find(typeNames: readonly string[], query: ViewQuery): FormatView | undefined {
    const found = this.#findExact(typeNames, query);
    if (found !== undefined) return found;
    const bare = withoutPrefix(typeNames);
    return bare === undefined ? undefined : this.#findExact(bare, query);
  }
  #findExact(typeNames: readonly string[], query: ViewQuery): FormatView | undefined {
    if (!this.#indexed) this.#index();
    const candidates = new Set<number>();
    for (const name of typeNames) {
      for (const at of this.#byType.get(name.toLowerCase()) ?? []) candidates.add(at);
    }
    let best: FormatView | undefined;
    let bestRank = Number.POSITIVE_INFINITY;
    for (const at of [...candidates].sort((a, b) => a - b)) {
      const view = this.#views[at];
      if (view === undefined || (view.outOfBand === true) !== query.outOfBand) continue;
      if (query.shape !== undefined && view.shape !== query.shape) continue;
      if (query.name !== undefined && view.name.toLowerCase() !== query.name.toLowerCase()) continue;
      const rank = typeRank(view.types, typeNames);
      if (rank === undefined) continue;
      if (rank < bestRank) {
        best = view;
        bestRank = rank;
      }
      if (bestRank === 0) break;
    }
    return best;
  }
  #index(): void {
    this.#byType.clear();
    for (const [at, view] of this.#views.entries()) {
      for (const type of view.types) {
        const key = type.toLowerCase();
        const list = this.#byType.get(key);
        if (list === undefined) this.#byType.set(key, new Set([at]));
        else list.add(at);
      }
    }
    this.#indexed = true;
  }
}

let shared: FormatDatabase | undefined;
/** PowerShell's own views. Shared: take a `copy()` before adding to it. */
export function defaultFormatDatabase(): FormatDatabase {
  shared ??= new FormatDatabase([
    ...PROVIDER_VIEWS,
    ...NET_VIEWS,
    ...SESSION_VIEWS,
    ...HELP_VIEWS,
    ...RECORD_VIEWS,
    GET_ERROR_VIEW,
    ...CORE_VIEWS,
  ]);
  return shared;
}
