/**
 * Assemblies of well-known modules, which cannot be loaded without .NET: the types that the module's script asks of them
 * are provided by this engine, when a script adds the assembly and not before.
 */
import nodePath from 'node:path';
import { loadPester } from './pester.js';

interface StandIn {
  /** Whether this version of the file is one that the types are those of; its names stand in it as text. */
  fits(bytes: Buffer): boolean;
  load(): void;
}
const STAND_INS: Readonly<Record<string, StandIn>> = {
  // Version 6 keeps mocks and differences of texts in its assembly.
  'pester.dll': {
    fits: (bytes) => bytes.includes('PesterConfiguration') && !bytes.includes('GlobalMockHook'),
    load: loadPester,
  },
};

/** Provides the types of an assembly. False: it is not one that this engine knows. */
export function loadStandIn(path: string, bytes: Buffer): boolean {
  const found = STAND_INS[nodePath.basename(path).toLowerCase()];
  if (found === undefined || !found.fits(bytes)) return false;
  found.load();
  return true;
}
