/**
 * The endpoint's door for programs of the same account: a socket of mode 0600 in a folder of mode 0700. Who can open it
 * is the account itself, so nobody is asked for a password; what comes in by it are envelopes.
 *
 * It is the endpoint's lock as well: two endpoints cannot hold the same sessions.
 */
import path from 'node:path';
import { currentUserName } from '../../io/store/index.js';
import { listenPipe, type ByteCarrier, type PipeListener } from '../../io/transport/index.js';
import { PSSessionError, TransportError } from '../../protocol/errors/index.js';
import { FrameType, type ShellSummary } from '../../protocol/wsman/index.js';
import { newConnectionName, type ConnectionClosed, type EnvelopeHandler } from '../caller.js';
import { SeamLink } from './seam-link.js';

/** What a program of the same account may say of whom it acts for. */
export interface LocalHello {
  /** Where the person is: the address of an SSH client. Default: this computer. */
  readonly clientAddress?: string;
}

export interface LocalWelcome {
  readonly processId: number;
  readonly user: string;
}

export function localDoorPath(runtimeFolder: string): string {
  return process.platform === 'win32'
    ? `\\\\.\\pipe\\pssession-endpoint-${currentUserName()}`
    : path.join(runtimeFolder, 'endpoint.sock');
}

export class LocalDoor {
  readonly #listener: PipeListener;
  readonly #carriers: ReadonlySet<ByteCarrier>;

  private constructor(listener: PipeListener, carriers: ReadonlySet<ByteCarrier>) {
    this.#listener = listener;
    this.#carriers = carriers;
  }

  /** @throws {PSSessionError} `EndpointRunsAlready`: another process of this account holds these sessions. */
  static async open(
    runtimeFolder: string,
    handle: EnvelopeHandler,
    connectionClosed: ConnectionClosed,
    shells: () => Promise<readonly ShellSummary[]>,
  ): Promise<LocalDoor> {
    const carriers = new Set<ByteCarrier>();
    try {
      const listener = await listenPipe(localDoorPath(runtimeFolder).replace(/^\\\\\.\\pipe\\/, ''), (carrier) => {
        carriers.add(carrier);
        const connection = newConnectionName();
        serveLocal(carrier, connection, handle, shells, () => {
          carriers.delete(carrier);
          connectionClosed(connection, true);
        });
      });
      return new LocalDoor(listener, carriers);
    } catch (error) {
      if (!(error instanceof TransportError && error.code === 'EADDRINUSE')) throw error;
      throw new PSSessionError(
        `Another endpoint of this account holds the sessions in '${runtimeFolder}'. Stop it, or give this one a folder of its own with --state.`,
        { errorId: 'EndpointRunsAlready', category: 'ResourceExists', targetObject: runtimeFolder, cause: error },
      );
    }
  }

  get connections(): number {
    return this.#carriers.size;
  }

  close(): Promise<void> {
    return this.#listener.close();
  }
}

function serveLocal(
  carrier: ByteCarrier,
  connection: string,
  handle: EnvelopeHandler,
  shells: () => Promise<readonly ShellSummary[]>,
  closed: () => void,
): void {
  const user = currentUserName();
  let clientAddress = '';
  const link = new SeamLink(carrier, {
    hello: (head) => {
      const said = (head as LocalHello | null)?.clientAddress;
      clientAddress = typeof said === 'string' ? said.slice(0, 64) : 'localhost';
      return { processId: process.pid, user } satisfies LocalWelcome;
    },
    handle: (envelope, _head, connectionLost) =>
      handle(envelope, {
        user,
        mechanism: 'Local',
        groups: [],
        // Whoever runs the endpoint's account could read its files and end its processes anyway.
        administrator: true,
        clientAddress,
        connectionString: 'http://localhost/wsman',
        connectionLost,
        connection,
      }),
    other: (frame, self) => {
      if (frame.type !== FrameType.list) return;
      shells().then(
        (found) => self.send(FrameType.listed, frame.id, found),
        () => self.send(FrameType.listed, frame.id, []),
      );
    },
    closed,
  });
  link.attach();
}
