/** Reads a `.pssc` file for the endpoint. */
import { readFile } from 'node:fs/promises';
import type { SessionConfigurationFile } from '../../powershell/engine/index.js';
import { enginePart } from '../hosts/engine-parts.js';
import { PSSessionError } from '../../protocol/errors/index.js';

/** @throws {PSSessionError} the file cannot be read or is wrong. */
export async function readConfigurationFile(file: string): Promise<SessionConfigurationFile> {
  const { readSessionConfigurationFile, readTextBytes } = await enginePart();
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch (cause) {
    throw new PSSessionError(`The provided configuration file '${file}' does not exist or cannot be read.`, {
      errorId: 'ConfigurationFileNotFound',
      category: 'ObjectNotFound',
      targetObject: file,
      cause,
    });
  }
  return readSessionConfigurationFile(readTextBytes(bytes), file);
}
