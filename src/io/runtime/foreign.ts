/**
 * Functions of the system's C libraries, through koffi: an optional dependency with prebuilt binaries, loaded at the
 * first use. Where it is missing, what needs it says so.
 */
import { createRequire } from 'node:module';
import { lazyPart } from './lazy.js';
import { PSSessionError } from '../../protocol/errors/index.js';

export type ForeignFunction = ((...args: readonly unknown[]) => unknown) & {
  /** On a thread of the pool; the last argument is `(error, result) => void`. */
  async: (...args: readonly unknown[]) => void;
};
export interface ForeignLibrary {
  func(name: string, result: string, parameters: readonly unknown[]): ForeignFunction;
}
/** What is used of koffi. Pointers are `bigint`. */
export interface Foreign {
  load(path: string): ForeignLibrary;
  address(value: Uint8Array): bigint;
  view(address: bigint, length: number): ArrayBuffer;
  proto(definition: string): unknown;
  pointer(type: unknown): unknown;
  register(callback: (...args: readonly never[]) => unknown, type: unknown): bigint;
  unregister(callback: bigint): void;
}

let loaded: Foreign | undefined;
/** A native module cannot be bundled, and its import must not fail where nobody asks for it. */
const load = (): Foreign => createRequire(import.meta.url)('koffi') as Foreign;
/** A process that outlives its files has it before they go, where it is installed. */
lazyPart(async () => {
  loaded ??= load();
});

/** @throws {PSSessionError} `ForeignNotAvailable`: koffi is not installed, or has no binary for this machine. */
export function foreign(what: string): Foreign {
  try {
    loaded ??= load();
    return loaded;
  } catch (error) {
    throw new PSSessionError(`${what} needs the optional package 'koffi': run npm install koffi.`, {
      errorId: 'ForeignNotAvailable',
      category: 'NotInstalled',
      cause: error,
    });
  }
}
