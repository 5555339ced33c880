/** `GET /metrics` on a socket of its own, so that who may scrape needs no account, and who has an account cannot. */
import { createServer, type Server } from 'node:http';
import { systemErrorCode } from '../../io/store/index.js';
import { ArgumentError, TransportError } from '../../protocol/errors/index.js';
import type { MetricsConfiguration } from '../configuration/endpoint-configuration.js';
import { isLoopback } from '../http/http-listener.js';

export class MetricsListener {
  readonly port: number;
  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server;
    const bound = server.address();
    this.port = typeof bound === 'object' && bound !== null ? bound.port : 0;
  }

  /**
   * @throws {ArgumentError} `UnencryptedListener`: an address that others reach, not asked for in plain words.
   * @throws {TransportError} `ListenerNotStarted`
   */
  static async start(
    { address, port, allowUnencrypted }: MetricsConfiguration,
    text: () => Promise<string>,
  ): Promise<MetricsListener> {
    if (!isLoopback(address) && !allowUnencrypted) {
      throw new ArgumentError(
        'Metrics',
        `Metrics on ${address}:${port} could be read on the network. Let them be on 127.0.0.1, or set "allowUnencrypted": true if that is what you want.`,
        { errorId: 'UnencryptedListener', category: 'SecurityError', targetObject: address },
      );
    }
    const server = createServer((request, response) => {
      request.resume();
      const answer = (status: number, body: string, headers: Readonly<Record<string, string>> = {}): void => {
        response.writeHead(status, { 'Content-Type': 'text/plain; version=0.0.4; charset=utf-8', ...headers });
        response.end(request.method === 'HEAD' ? undefined : body);
      };
      if (request.url?.split('?', 1)[0] !== '/metrics') answer(404, 'Metrics are at /metrics.\n');
      else if (request.method !== 'GET' && request.method !== 'HEAD') answer(405, '', { Allow: 'GET, HEAD' });
      else
        text().then(
          (body) => answer(200, body),
          () => answer(500, 'The endpoint cannot be asked.\n'),
        );
    });
    server.maxConnections = 16;
    server.requestTimeout = 10_000;
    await new Promise<void>((resolve, reject) => {
      server.once('error', (error) => {
        const code = systemErrorCode(error);
        const where = `${address}:${port}`;
        reject(
          new TransportError('WSMan', `The endpoint cannot serve metrics on ${where}: ${error.message}.`, {
            errorId: 'ListenerNotStarted',
            address: where,
            cause: error,
            ...(code === undefined ? {} : { code }),
          }),
        );
      });
      server.listen(port, address, resolve);
    });
    return new MetricsListener(server);
  }

  async close(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()));
    this.#server.closeAllConnections();
    await closed;
  }
}
