/**
 * `pssession serve --stdio`: as sshd's subsystem or as a child that speaks PowerShell's framing.
 *
 * Behind sshd, or with `--attach`, sessions live in the account's endpoint and outlive the connection: one is started
 * in the background when none runs. A child of another program keeps its session in itself, as `pwsh -s` does.
 */
import path from 'node:path';
import { takeOwnStdio } from '../io/transport/index.js';
import {
  openLocalDoor,
  serveAttachedStdio,
  serveStdio,
  sessionConfiguration,
  type SessionConfiguration,
} from '../server/index.js';

export interface ServeStdioRequest {
  readonly configuration: SessionConfiguration;
  /** Folder of the endpoint's local door. */
  readonly runtimeFolder: string;
  readonly attach: boolean;
  readonly inProcess: boolean;
  /** Options that the endpoint in the background is started with. */
  readonly endpointArguments: readonly string[];
}

const CONFIGURATION_PREFIX = 'http://schemas.microsoft.com/powershell/';

/**
 * `pssession -s`: what `pwsh -s` is. Its session is in this process, of the plain engine, whatever the endpoint of the
 * account is configured for and wherever the person at the terminal came from.
 * @param location the folder in which the session begins.
 */
export async function serveChild(location: string | undefined): Promise<number> {
  return await serveStdio({
    configuration: sessionConfiguration({ name: 'Microsoft.PowerShell' }),
    ...(location === undefined ? {} : { location: path.resolve(location) }),
  });
}

export async function runServeStdio(request: ServeStdioRequest): Promise<number> {
  const ssh = process.env['SSH_CONNECTION'];
  if (request.inProcess || !(request.attach || ssh !== undefined)) {
    return await serveStdio({ configuration: request.configuration });
  }
  const carrier = takeOwnStdio();
  const main = path.resolve(process.argv[1] ?? '');
  return await serveAttachedStdio({
    carrier,
    endpoint: () =>
      openLocalDoor({
        runtimeFolder: request.runtimeFolder,
        start: [process.execPath, main, 'serve', '--local', ...request.endpointArguments],
      }),
    // Client address, client port, server address, server port. [sshd(8)]
    clientAddress: ssh?.split(' ', 1)[0],
    resourceUri: CONFIGURATION_PREFIX + request.configuration.name,
  });
}
