/** POSTs over HTTP and HTTPS, on pinned connections, authenticated as the connection info says. */
import { TransportError } from '../../../protocol/errors/index.js';
import type { WSManConnectionInfo } from '../model/connection-info.js';
import type { HttpPoster } from './http-poster.js';

export function httpPosterFor(info: WSManConnectionInfo): HttpPoster {
  throw new TransportError('WSMan', `There is no HTTP carrier for ${info.wireUrl} yet.`);
}
