/**
 * TLS without a socket: records go in and come out as byte arrays, as CredSSP carries them in HTTP headers and bodies.
 * Node's TLS runs on the event loop, so every step is a promise. protocol.md 8.7
 */
import { createHash } from 'node:crypto';
import { Duplex } from 'node:stream';
import { connect, TLSSocket, type SecureContext } from 'node:tls';
import { AuthenticationError, OperationTimeoutError } from '../../../protocol/errors/index.js';
import { systemClock } from '../../runtime/index.js';

/** What a TLS record may hold. */
const RECORD_BYTES = 16_384;
const LIMIT_MS = 10_000;
/** Turns of the event loop without anything new after which a side is taken to wait for the other. */
const QUIET_TURNS = 4;

/** The far end of the tunnel's socket: what TLS writes is kept until it is taken. */
class Wire extends Duplex {
  #written: Buffer[] = [];
  turns = 0; // of the event loop since anything moved

  override _read(): void {
    this.turns = 0;
  }
  override _write(chunk: Buffer, _encoding: BufferEncoding, callback: () => void): void {
    this.#written.push(chunk);
    this.turns = 0;
    callback();
  }
  receive(bytes: Uint8Array): void {
    this.turns = 0;
    this.push(Buffer.from(bytes));
  }
  takeWritten(): Uint8Array {
    const all = Buffer.concat(this.#written);
    this.#written = [];
    return all;
  }
  get pending(): number {
    return this.#written.reduce((sum, chunk) => sum + chunk.length, 0);
  }
}

export interface TlsTunnelOptions {
  /** The server's certificate and key; absent for a client. */
  readonly secureContext?: SecureContext;
  readonly maxVersion?: 'TLSv1.2' | 'TLSv1.3';
}

export class TlsTunnel {
  readonly #wire = new Wire();
  readonly #tls: TLSSocket;
  #secure = false;
  #failure: Error | undefined;
  #plain: Buffer[] = [];

  constructor(side: 'client' | 'server', options: TlsTunnelOptions = {}) {
    const { maxVersion = 'TLSv1.3' } = options;
    if (side === 'client') {
      // The certificate is not judged: it is usually made for the occasion. CredSSP proves the key itself.
      this.#tls = connect({ socket: this.#wire, rejectUnauthorized: false, minVersion: 'TLSv1.2', maxVersion });
      this.#tls.once('secureConnect', () => this.#done());
    } else {
      const { secureContext } = options;
      this.#tls = new TLSSocket(this.#wire, {
        isServer: true,
        ...(secureContext === undefined ? {} : { secureContext }),
      });
      this.#tls.once('secure', () => this.#done());
    }
    this.#tls.on('data', (chunk: Buffer) => {
      this.#plain.push(chunk);
      this.#wire.turns = 0;
    });
    this.#tls.on('error', (error: Error) => {
      this.#failure ??= error;
    });
    this.#tls.on('close', () => {
      this.#failure ??= new Error('the channel was closed');
    });
  }
  #done(): void {
    this.#secure = true;
    this.#wire.turns = 0;
  }

  /** The handshake is over: `encrypt` and `decrypt` work. */
  get secure(): boolean {
    return this.#secure;
  }
  get protocol(): string {
    return this.#tls.getProtocol() ?? '';
  }
  get cipher(): string {
    return this.#tls.getCipher().name;
  }
  /** DER of the other side's certificate. */
  get peerCertificate(): Uint8Array | undefined {
    return this.#tls.getPeerX509Certificate()?.raw;
  }

  /**
   * Feeds records of the other side and waits until there is nothing more to do without it.
   * @returns what has to go to it; empty when nothing has. Decrypted bytes wait for `takePlain`.
   * @throws {AuthenticationError} TLS fails.
   */
  async exchange(records: Uint8Array | undefined): Promise<Uint8Array> {
    if (records !== undefined && records.length > 0) this.#wire.receive(records);
    await this.#settle();
    return this.#wire.takeWritten();
  }

  /** What was decrypted so far. */
  takePlain(): Uint8Array {
    const all = Buffer.concat(this.#plain);
    this.#plain = [];
    return all;
  }

  /** One TLS record of at most 16 KiB of plain text. */
  async encrypt(plain: Uint8Array): Promise<Uint8Array> {
    if (plain.length > RECORD_BYTES) throw new RangeError(`a record holds ${RECORD_BYTES} bytes`);
    await new Promise<void>((resolve, reject) => {
      this.#tls.write(plain, (error) => {
        if (error === null || error === undefined) resolve();
        else reject(this.#failed(error));
      });
    });
    return this.#wire.takeWritten();
  }

  /** Opens records that hold `length` bytes. @throws {AuthenticationError} they were altered, or hold less. */
  async decrypt(records: Uint8Array, length: number): Promise<Uint8Array> {
    this.#wire.receive(records);
    await this.#until(() => this.#plain.reduce((sum, chunk) => sum + chunk.length, 0) >= length, QUIET_TURNS * 8);
    const plain = this.takePlain();
    if (plain.length !== length) {
      throw new AuthenticationError('CredSSP', 'CredSSP: a sealed message was altered, repeated or is out of order.', {
        errorId: 'InvalidAuthentication',
      });
    }
    return plain;
  }

  close(): void {
    this.#tls.destroy();
    this.#wire.destroy();
  }

  async #settle(): Promise<void> {
    await this.#until(() => false, QUIET_TURNS);
    // A side that sends nothing and is not done waits for something that Node still works on.
    if (!this.#secure && this.#wire.pending === 0) await this.#until(() => this.#wire.pending > 0, 256);
  }

  async #until(reached: () => boolean, quietTurns: number): Promise<void> {
    const started = systemClock.now();
    this.#wire.turns = 0;
    while (!reached() && this.#wire.turns < quietTurns) {
      if (this.#failure !== undefined) throw this.#failed(this.#failure);
      if (systemClock.now() - started > LIMIT_MS) throw new OperationTimeoutError('CredSSP TLS', LIMIT_MS);
      this.#wire.turns += 1;
      await new Promise<void>((resolve) => setImmediate(resolve));
    }
    if (this.#failure !== undefined) throw this.#failed(this.#failure);
  }

  #failed(error: Error): AuthenticationError {
    return new AuthenticationError('CredSSP', `CredSSP: its TLS channel fails: ${error.message}.`, {
      errorId: 'InvalidAuthentication',
      cause: error,
    });
  }
}

/** For logs: which key a channel ends at. */
export const fingerprint = (certificate: Uint8Array): string => createHash('sha256').update(certificate).digest('hex');
