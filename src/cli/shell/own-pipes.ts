/**
 * The pipes of a shell's process: other processes of this user find it (`Get-PSHostProcessInfo`) and enter it
 * (`Enter-PSHostProcess`). Whoever comes gets a runspace of its own in this process; the endpoint's code is loaded then.
 */
import { unlinkSync } from 'node:fs';
import { ArgumentError } from '../../protocol/errors/index.js';
import { listenPipe, ownPipeName, pipePath, type ByteCarrier } from '../../io/transport/index.js';
import { UsageError } from '../command-line.js';

/** With this variable PowerShell opens no pipe of its process. */
const isRefused = (): boolean => /^(1|true|yes)$/i.test(process.env['POWERSHELL_DIAGNOSTICS_OPTOUT'] ?? '');

async function serve(carrier: ByteCarrier): Promise<void> {
  const { serveCarrier, sessionConfiguration } = await import('../../server/index.js');
  await serveCarrier(carrier, {
    configuration: sessionConfiguration({ name: 'Microsoft.PowerShell' }),
    location: process.cwd(),
  });
}
async function listen(name: string): Promise<void> {
  const file = pipePath(name);
  await listenPipe(name, (carrier) => void serve(carrier));
  if (process.platform === 'win32') return;
  process.on('exit', () => {
    try {
      unlinkSync(file);
    } catch {
      // Somebody took it away already.
    }
  });
}

/** Opens this process's own pipe. Where that cannot be done nobody can enter it, and all else works. */
export async function listenAsProcess(): Promise<void> {
  if (isRefused()) return;
  try {
    await listen(await ownPipeName());
  } catch {
    // The folder for temporary files is not to be written to, or its path is too long for a socket.
  }
}
/**
 * `-CustomPipeName`
 * @throws {UsageError} the name is too long, or somebody listens there.
 */
export async function listenOn(name: string): Promise<void> {
  try {
    await listen(name);
  } catch (error) {
    throw new UsageError(
      error instanceof ArgumentError
        ? error.message
        : `-CustomPipeName: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}
