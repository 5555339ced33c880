/** What an endpoint tells its administrators: every session, whose, from where, and what it does. */
import type { PSSessionError } from '../../../protocol/errors/index.js';
import { connectionFailure } from '../runspace/connection-errors.js';
import type { ShellStatus } from '../carriers/carrier-factory.js';
import type { GetPSSessionParameters } from './parameters.js';
import { CONFIGURATION_PREFIX } from '../model/connection-info.js';
import { defaultSessionContext } from './session-context.js';
import { queryTargets } from './targets.js';

export interface EndpointSessions {
  readonly computerName: string;
  readonly sessions: readonly ShellStatus[];
}

/**
 * Asks endpoints for the sessions of all their users. The same parameters as Get-PSSession with a computer or an URI.
 * @param failed is told of each endpoint that cannot be asked; the others are still given.
 * @throws {PSSessionError} `RemotePSSessionQueryFailed`, without `failed`: the first endpoint that cannot be asked, or that
 * refuses because the account is not an administrator there.
 */
export async function getEndpointSessions(
  parameters: Pick<
    GetPSSessionParameters,
    Extract<keyof GetPSSessionParameters, keyof Parameters<typeof queryTargets>[0]> | 'context' | 'signal'
  >,
  failed?: (error: PSSessionError) => void,
): Promise<readonly EndpointSessions[]> {
  const context = parameters.context ?? defaultSessionContext();
  const signal = parameters.signal ?? new AbortController().signal;
  const found = await Promise.all(
    queryTargets(parameters, context).map(async (target) => {
      await using directory = context.carriers.directory(target);
      try {
        return { computerName: target.computerName, sessions: await directory.status(signal) };
      } catch (error) {
        const failure = connectionFailure(error, 'RemotePSSessionQueryFailed', target, { targetObject: target });
        if (failed === undefined || signal.aborted) throw failure;
        failed(failure);
        return undefined;
      }
    }),
  );
  return found.filter((one) => one !== undefined);
}

/** The session configuration that a shell's resource names; undefined for a shell of another kind. */
export const configurationOfShell = (resourceUri: string): string | undefined =>
  resourceUri.toLowerCase().startsWith(CONFIGURATION_PREFIX)
    ? resourceUri.slice(CONFIGURATION_PREFIX.length)
    : undefined;

/** The last moment that JavaScript can write. */
const MAX_DATE_MS = 8_640_000_000_000_000;
/** When a shell goes if nobody comes. Milliseconds since 1970, as `lastRequestMs`. */
export const shellExpiryMs = (lastRequestMs: number, idleTimeoutMs: number): number =>
  Math.min(lastRequestMs + idleTimeoutMs, MAX_DATE_MS);
