/** `$PWD`: where the session stands, or what a script gave it since the session came there. */
import type { PSValue } from '../../../protocol/objects/index.js';
import { toText } from '../conversion.js';
import type { Runtime } from './runtime.js';
import { Variable } from './scope.js';

export class LocationVariable extends Variable {
  readonly #give: (value: PSValue) => void;
  constructor(rt: Runtime) {
    let given: { readonly at: string; readonly value: PSValue } | undefined;
    super('PWD', null, undefined, () => {
      const here = rt.currentPath();
      return given?.at === toText(here) ? given.value : here;
    });
    this.#give = (value) => {
      given = { at: toText(rt.currentPath()), value };
    };
  }
  override assign(value: PSValue): void {
    super.assign(value);
    this.#give(this.value);
  }
}
