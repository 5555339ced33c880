/** Which differences of two configurations wait for the next start. */
import { DEFAULT_FAILED_LOGIN_DELAY_MS, defaultListener } from './configuration/endpoint-configuration.js';
import { DEFAULT_SERVICE_QUOTAS } from './configuration/quotas.js';
import type { EndpointOptions, ReloadAtStart } from './endpoint-options.js';

export const pickListeners = ({ listeners }: EndpointOptions): Pick<EndpointOptions, 'listeners'> =>
  listeners === undefined ? {} : { listeners };

/** What of two configurations differs and cannot be changed while sockets and counters live. */
export function atNextStart(now: EndpointOptions, next: EndpointOptions): readonly ReloadAtStart[] {
  const shape = ({ listeners = [{}] }: EndpointOptions): string =>
    JSON.stringify(
      listeners.map((given) => {
        const { tls, ...rest } = defaultListener(given);
        return { ...rest, tls: tls !== undefined, asksForCertificates: tls?.clientCertificateAuthority !== undefined };
      }),
    );
  const login = ({ failedLoginDelayMs, authentication }: EndpointOptions): string =>
    JSON.stringify([failedLoginDelayMs ?? DEFAULT_FAILED_LOGIN_DELAY_MS, authentication?.lockout]);
  const retrieval = ({ quotas }: EndpointOptions): number =>
    quotas?.MaxPacketRetrievalTimeSeconds ?? DEFAULT_SERVICE_QUOTAS.MaxPacketRetrievalTimeSeconds;
  return [
    ...(shape(now) === shape(next) ? [] : (['listeners'] as const)),
    ...(login(now) === login(next) ? [] : (['failedLoginDelayMs and lockout'] as const)),
    ...(retrieval(now) === retrieval(next) ? [] : (['MaxPacketRetrievalTimeSeconds'] as const)),
  ];
}
