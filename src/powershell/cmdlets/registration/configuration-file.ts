/**
 * The `configurations` of the endpoint's configuration file. docs/configuration.md. The rest of the file is kept as it
 * is; what stands in a configuration and is not understood here is kept too. The endpoint checks the file when it starts.
 */
import path from 'node:path';
import { readPrivateFile, storePaths, withFileLock, writePrivateFile } from '../../../io/store/index.js';
import { PSSessionError } from '../../../protocol/errors/index.js';

export type StoredConfiguration = Record<string, unknown>;

export const DEFAULT_NAME = 'Microsoft.PowerShell';
/** What the endpoint offers without a file, or without configurations in it. */
const BUILT_IN: Readonly<Record<string, StoredConfiguration>> = { [DEFAULT_NAME]: { runspace: { kind: 'embedded' } } };

export const defaultConfigurationFile = (): string => path.join(storePaths(process.env).configuration, 'config.json');

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function parse(text: string, file: string): Record<string, unknown> {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch (cause) {
    throw new PSSessionError(`'${file}' is no JSON: ${cause instanceof Error ? cause.message : String(cause)}`, {
      errorId: 'InvalidPSSessionConfigurationFile',
      category: 'InvalidArgument',
      targetObject: file,
      cause,
    });
  }
  if (!isRecord(document))
    throw new PSSessionError(`'${file}' is no configuration of an endpoint: it has to be an object.`, {
      errorId: 'InvalidPSSessionConfigurationFile',
      category: 'InvalidArgument',
      targetObject: file,
    });
  return document;
}

const configurationsOf = (document: Record<string, unknown>): Map<string, StoredConfiguration> => {
  const { configurations } = document;
  const entries = isRecord(configurations) ? Object.entries(configurations) : Object.entries(BUILT_IN);
  return new Map(entries.filter((entry): entry is [string, StoredConfiguration] => isRecord(entry[1])));
};

/** @throws {PSSessionError} the file cannot be read, or is no configuration. */
export async function readConfigurations(file: string): Promise<ReadonlyMap<string, StoredConfiguration>> {
  const found = await readPrivateFile(file, { allowLooseMode: true });
  return configurationsOf(found === undefined ? {} : parse(found.text, file));
}

/** Changes the configurations under a lock; the file is replaced as a whole, or stays as it was. */
export async function changeConfigurations(
  file: string,
  change: (configurations: Map<string, StoredConfiguration>) => void,
): Promise<void> {
  await withFileLock(file, async () => {
    const found = await readPrivateFile(file, { allowLooseMode: true });
    const document = found === undefined ? {} : parse(found.text, file);
    const configurations = configurationsOf(document);
    change(configurations);
    document['configurations'] = Object.fromEntries(configurations);
    await writePrivateFile(file, `${JSON.stringify(document, null, 2)}\n`);
  });
}
