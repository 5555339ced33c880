import { WsmanFaultError } from '../../../protocol/errors/index.js';

const REDIRECT_REQUESTED = 0x80338199;

/** The server wants the session opened somewhere else. cmdlets.md 3.3, protocol.md 8.10 */
export class RedirectError extends WsmanFaultError {
  /** Absolute URI; empty where the server gave none that can be used. */
  readonly location: string;

  constructor(location: string) {
    super(
      REDIRECT_REQUESTED,
      `The server redirects to ${location === '' ? 'an address that it does not name' : location}.`,
    );
    this.location = location;
  }
}
