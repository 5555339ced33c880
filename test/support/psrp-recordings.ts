/** Where the recordings are, for the PSRP tests: PSSESSION_RECORDINGS, or the folder beside the project. */
import { existsSync } from 'node:fs';
import path from 'node:path';

/** The folder, or undefined when it is not there: then what needs it is skipped. */
export function recordingsRoot(): string | undefined {
  const folder = process.env['PSSESSION_RECORDINGS'] ?? path.resolve(import.meta.dirname, '../../../shared/recordings');
  return existsSync(path.join(folder, 'psrp')) ? folder : undefined;
}
