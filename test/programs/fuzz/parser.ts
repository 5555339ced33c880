/** What is fuzzed: something that reads. */
import { PSSessionError } from '../../../src/protocol/errors/index.js';

export interface Parser {
  readonly name: string;
  /** Folders below src/ whose code has the words of this language. */
  readonly rooms: readonly string[];
  readonly examples: readonly Uint8Array[];
  /** Ends in a value, or throws one of `refusals`. */
  readonly parse: (input: Uint8Array) => void;
  /** The longest input that is given to it. Default: `MAX_INPUT`. */
  readonly maxBytes?: number;
  /** How garbage may be refused. Default: our typed errors. */
  readonly refusals?: readonly (new (
    ...args: never[]
  ) => Error)[];
}

/** Not an error of the parser: two ways to the same end that do not meet. */
export class Disagreement extends Error {}

export const isRefusal = (error: unknown, { refusals = [PSSessionError] }: Parser): boolean =>
  refusals.some((type) => error instanceof type);
