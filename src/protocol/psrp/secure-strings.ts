/**
 * Bodies of messages to CLIXML and back, with the SecureStrings inside. Up to 2.3 they are encrypted with the session
 * key, from 2.4 on they are plain UTF-16LE and the transport protects them. protocol.md 5.5
 *
 * A value that needs the key before it is there is not written and not read: `encode` and `decode` say so, and the
 * channel holds the message. Nothing of a SecureString's text is ever put into an error.
 */
import { RemoteProtocolError } from '../errors/index.js';
import { decodeClixml, encodeClixml } from '../clixml/index.js';
import { decodeUtf16, decryptSecureString, encodeUtf16, encryptSecureString } from '../crypto/index.js';
import type { PSValue } from '../objects/index.js';

/** Thrown through the CLIXML codec, and caught here only. */
class KeyNeeded extends Error {}

const EMPTY = new Uint8Array(0);

export class BodyCodec {
  #sessionKey: Uint8Array | undefined;
  #plain = false;
  /** Gives the key when it is missing at the first SecureString that is written: a server makes its own. */
  readonly #makeKey: (() => Uint8Array | undefined) | undefined;
  readonly #secureStrings = {
    encrypt: (text: string): Uint8Array => {
      if (this.#plain) return encodeUtf16(text);
      this.#sessionKey ??= this.#makeKey?.();
      if (this.#sessionKey === undefined) throw new KeyNeeded();
      return encryptSecureString(this.#sessionKey, text);
    },
    decrypt: (bytes: Uint8Array): string => {
      if (this.#plain) return decodeUtf16(bytes);
      if (this.#sessionKey === undefined) throw new KeyNeeded();
      return decryptSecureString(this.#sessionKey, bytes);
    },
  };
  readonly #options = { secureStrings: this.#secureStrings };

  constructor(makeKey?: () => Uint8Array | undefined) {
    this.#makeKey = makeKey;
  }

  get sessionKey(): Uint8Array | undefined {
    return this.#sessionKey;
  }
  get hasKey(): boolean {
    return this.#plain || this.#sessionKey !== undefined;
  }
  setKey(key: Uint8Array): void {
    this.#sessionKey = key;
  }
  /** Both sides speak 2.4 or later. */
  usePlainText(): void {
    this.#plain = true;
  }

  /** The body's bytes; a top-level null is no bytes at all. Undefined: the session key is needed first. */
  encode(value: PSValue): Uint8Array | undefined {
    if (value === null) return EMPTY;
    try {
      return encodeClixml(value, this.#options);
    } catch (error) {
      if (error instanceof KeyNeeded) return undefined;
      throw error;
    }
  }

  /**
   * The body's value; no bytes are null. Undefined: it holds a SecureString and the session key is not there yet.
   * @throws {SerializationError} the body is not readable. {RemoteProtocolError} a SecureString does not open.
   */
  decode(body: Uint8Array): PSValue | undefined {
    // A byte order mark alone is what .NET writes for an empty body.
    if (body.length === 0 || (body.length === 3 && body[0] === 0xef)) return null;
    try {
      return decodeClixml(body, this.#options);
    } catch (error) {
      if (error instanceof KeyNeeded) return undefined;
      throw error;
    }
  }

  /** As `decode`, where a missing key is the peer's fault: a client has to fetch the key before it sends. */
  decodeNow(body: Uint8Array): PSValue {
    const value = this.decode(body);
    if (value === undefined) {
      throw new RemoteProtocolError('The peer sent a SecureString before the session key was exchanged.', {
        rule: 'protocol.md 5.5',
      });
    }
    return value;
  }
}
