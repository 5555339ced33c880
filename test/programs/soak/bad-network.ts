/** A network between a client and an endpoint that cuts, halves, delays and doubles. */
import { connect, createServer, type Server, type Socket } from 'node:net';
import { pause, type SeededRandom } from './random.js';

/** Breaks connections as the seed says, while `bad`. */
export class BadNetwork {
  readonly #target: number;
  readonly #random: SeededRandom;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  bad = false;
  cuts = 0;
  halves = 0;
  delays = 0;
  doubles = 0;
  port = 0;

  constructor(target: number, random: SeededRandom) {
    this.#target = target;
    this.#random = random;
    this.#server = createServer((client) => this.#join(client));
  }

  async listen(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    const address = this.#server.address();
    this.port = typeof address === 'object' && address !== null ? address.port : 0;
  }

  breakAll(): void {
    for (const socket of this.#sockets) socket.destroy();
  }

  close(): void {
    this.breakAll();
    this.#server.close();
  }

  #join(client: Socket): void {
    const server = connect(this.#target, '127.0.0.1');
    const both = [client, server];
    for (const socket of both) {
      this.#sockets.add(socket);
      socket.setNoDelay(true);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        this.#sockets.delete(socket);
        for (const each of both) each.destroy();
      });
    }
    void this.#carry(client, server, true);
    void this.#carry(server, client, false);
  }

  async #carry(from: Socket, to: Socket, isRequest: boolean): Promise<void> {
    // What has come of one request: some clients send its head and its body apart.
    let request: Buffer = Buffer.alloc(0);
    try {
      for await (const value of from) {
        const bytes = value as Buffer;
        if (isRequest) request = bytes.includes(HEAD) ? bytes : Buffer.concat([request, bytes]);
        const dice = this.bad ? this.#random.next() : 1;
        if (dice < 0.03) {
          this.cuts += 1;
          break;
        }
        if (dice < 0.06 && bytes.length > 1) {
          this.halves += 1;
          to.write(bytes.subarray(0, this.#random.between(1, bytes.length - 1)));
          break;
        }
        if (dice < 0.12) {
          this.delays += 1;
          await pause(this.#random.between(1, 60));
        }
        // The same request once more over another connection, whose answer nobody hears.
        if (isRequest && dice > 0.94 && dice < 1 && isWholeRequest(request)) {
          this.doubles += 1;
          const second = connect(this.#target, '127.0.0.1');
          this.#sockets.add(second);
          second.on('error', () => undefined);
          second.on('close', () => this.#sockets.delete(second));
          second.resume();
          const again = request;
          const late = this.#random.between(0, 30);
          setTimeout(() => second.write(again), late);
          setTimeout(() => second.destroy(), late + 400);
        }
        if (!to.writable) break;
        if (!to.write(bytes)) await new Promise((resolve) => to.once('drain', resolve).once('close', resolve));
      }
    } catch {
      // One of the two is gone.
    }
    from.destroy();
    to.destroy();
  }
}

/** The first line of a request. */
const HEAD = 'POST ';

/** Only a whole request can be sent again by itself. */
function isWholeRequest(bytes: Buffer): boolean {
  const head = bytes.indexOf('\r\n\r\n');
  const length = /content-length: (\d+)/i.exec(bytes.subarray(0, Math.max(0, head)).toString('latin1'))?.[1];
  return head > 0 && length !== undefined && bytes.length === head + 4 + Number(length);
}
