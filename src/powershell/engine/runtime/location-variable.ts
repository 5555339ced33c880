/** `$PWD`: where the session stands, or what a script gave it since the session came there. */
import type { PSValue } from '../../../protocol/objects/index.js';
import { toText } from '../conversion.js';
import type { Runtime } from './runtime.js';
import { Variable } from './scope.js';

export class LocationVariable extends Variable {
  readonly #rt: Runtime;
  #given: { readonly at: string; readonly value: PSValue } | undefined;
  constructor(rt: Runtime) {
    super('PWD', null);
    this.#rt = rt;
  }
  override read(): PSValue {
    const here = this.#rt.currentPath();
    return this.#given?.at === toText(here) ? this.#given.value : here;
  }
  override assign(value: PSValue): void {
    super.assign(value);
    this.#given = { at: toText(this.#rt.currentPath()), value: this.value };
  }
}
