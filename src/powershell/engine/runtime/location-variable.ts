/** `$PWD`: where the session stands, or what a script gave it since the session came there. */
import type { PSValue } from '../../../protocol/objects/index.js';
import { toText } from '../conversion.js';
import type { Runtime } from './runtime.js';
import { Variable } from './scope.js';

interface Given {
  readonly at: string;
  readonly value: PSValue;
}

export class LocationVariable extends Variable {
  readonly #rt: Runtime;
  readonly #given: { last: Given | undefined };
  constructor(rt: Runtime) {
    const given: { last: Given | undefined } = { last: undefined };
    super('PWD', null, undefined, () => {
      const here = rt.currentPath();
      return given.last?.at === toText(here) ? given.last.value : here;
    });
    this.#rt = rt;
    this.#given = given;
  }
  override assign(value: PSValue): void {
    super.assign(value);
    this.#given.last = { at: toText(this.#rt.currentPath()), value: this.value };
  }
}
