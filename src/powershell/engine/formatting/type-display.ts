/** Default display properties that a session's scripts gave to types (Update-TypeData -DefaultDisplayPropertySet). */
import type { EngineServices } from '../commands/engine-services.js';

const KEY = Symbol('default display properties');

export class TypeDisplay {
  readonly #byType = new Map<string, readonly string[]>();
  set(typeName: string, properties: readonly string[]): void {
    this.#byType.set(typeName.toLowerCase(), properties);
  }
  remove(typeName: string): void {
    this.#byType.delete(typeName.toLowerCase());
  }
  properties(typeNames: readonly string[]): readonly string[] | undefined {
    if (this.#byType.size === 0) return undefined;
    for (const name of typeNames) {
      const found = this.#byType.get(name.toLowerCase());
      if (found !== undefined) return found;
    }
    return undefined;
  }
}
export const typeDisplay = (services: EngineServices): TypeDisplay => services.state(KEY, () => new TypeDisplay());
