/**
 * What an exchange between two processes costs on this machine right now: a GET over loopback to a bare server, which
 * works for some milliseconds as a command does (a shorter one would not feel the machine's other work). A latency of
 * ours is judged beside it, so that other work on the machine is no drift.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import http from 'node:http';

const SERVER = `
const crypto = require('node:crypto');
const bytes = Buffer.alloc(8192);
function work() {
  let hash = bytes;
  for (let round = 0; round < 100; round += 1) hash = crypto.createHash('sha256').update(bytes).update(hash).digest();
  return hash.toString('hex');
}
const server = require('node:http').createServer((request, response) => response.end(work()));
server.listen(0, '127.0.0.1', () => process.send(server.address().port));
process.on('disconnect', () => process.exit());
`;
const EVERY_MS = 1000;

export class Yardstick implements Disposable {
  readonly #server: ChildProcess;
  readonly #agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  readonly #port: number;
  readonly #timer: NodeJS.Timeout;
  #taken: number[] = [];

  private constructor(server: ChildProcess, port: number) {
    this.#server = server;
    this.#port = port;
    this.#timer = setInterval(() => this.#measure(), EVERY_MS);
  }

  static async start(): Promise<Yardstick> {
    const server = spawn(process.execPath, ['-e', SERVER], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    const [port] = (await once(server, 'message')) as [number];
    return new Yardstick(server, port);
  }

  /** The exchanges since the last call. Milliseconds each. */
  take(): readonly number[] {
    const taken = this.#taken;
    this.#taken = [];
    return taken;
  }

  #measure(): void {
    const started = performance.now();
    const request = http.get({ host: '127.0.0.1', port: this.#port, agent: this.#agent }, (response) => {
      response.resume();
      response.on('end', () => this.#taken.push(performance.now() - started));
    });
    request.on('error', () => undefined); // one measure less
  }

  [Symbol.dispose](): void {
    clearInterval(this.#timer);
    this.#agent.destroy();
    this.#server.disconnect();
  }
}
