/** The words after a program's name. A wrong one ends the program with code 2 and says which are known. */
import { parseArgs } from 'node:util';

export type OptionTypes = Readonly<Record<string, 'boolean' | 'string' | 'number'>>;
type Value<T extends OptionTypes[string]> = T extends 'boolean' ? boolean : T extends 'string' ? string : number;
export type Options<T extends OptionTypes> = { readonly [K in keyof T]?: Value<T[K]> };

/** Reads `--name`, `--name text` and `--name 5` (a number above 0). */
export function optionsOf<const T extends OptionTypes>(types: T): Options<T> {
  try {
    const { values } = parseArgs({
      options: Object.fromEntries(
        Object.entries(types).map(([name, type]) => [name, { type: type === 'boolean' ? type : 'string' } as const]),
      ),
    });
    return Object.fromEntries(
      Object.entries(values).map(([name, value]) => {
        if (types[name] !== 'number') return [name, value];
        if (!(Number(value) > 0)) throw new TypeError(`--${name} wants a number above 0, not '${String(value)}'`);
        return [name, Number(value)];
      }),
    ) as Options<T>;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    const known = Object.entries(types).map(([name, type]) => (type === 'boolean' ? `--${name}` : `--${name} ${type}`));
    console.error(`${error.message}\nKnown options: ${known.join(', ')}`);
    process.exit(2);
  }
}
