/**
 * The client's policy for computers whose identity nothing proves: TrustedHosts. cmdlets.md 3.6
 *
 * NTLM over plain HTTP does not prove who the server is. WinRM therefore sends it only to computers on a list. The list
 * is `PSSESSION_TRUSTED_HOSTS`: names and addresses joined by commas, `*.example.org` and `*` as patterns, `<local>` for
 * names without a dot. When the variable is not set every computer is trusted, as PowerShell outside Windows does it,
 * where there is no such list; `PSSESSION_TRUSTED_HOSTS=` (empty) trusts none.
 */
import { WsmanFaultError } from '../../../protocol/errors/index.js';
import type { WSManConnectionInfo } from '../model/connection-info.js';

/** WinRM's codes for ServerNotTrusted and CannotUseIPAddress. cmdlets.md 20 */
const SERVER_NOT_TRUSTED = 0x803380e4;
const CANNOT_USE_IP_ADDRESS = 0x803381bb;

/** Undefined: every computer. */
export function trustedHosts(environment: NodeJS.ProcessEnv = process.env): readonly string[] | undefined {
  const text = environment['PSSESSION_TRUSTED_HOSTS'];
  if (text === undefined) return undefined;
  return text
    .split(',')
    .map((item) => item.trim().toLowerCase())
    .filter((item) => item !== '');
}

export function isTrusted(host: string, list: readonly string[] | undefined): boolean {
  if (list === undefined) return true;
  const name = host.toLowerCase().replace(/^\[|\]$/g, '');
  return list.some((item) => {
    if (item === '<local>') return !name.includes('.') && !name.includes(':');
    const pattern = item.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*');
    return new RegExp(`^${pattern}$`).test(name);
  });
}

/**
 * @param implied the mechanism was not asked for by name: `-Authentication Default` with an address.
 * @throws {WsmanFaultError} ServerNotTrusted or CannotUseIPAddress.
 */
export function checkTrust(
  info: WSManConnectionInfo,
  implied: boolean,
  environment: NodeJS.ProcessEnv = process.env,
): void {
  const problem = trustProblem(info, implied, environment);
  if (problem !== undefined) throw problem;
}

/** As `checkTrust`, without throwing. */
export function trustProblem(
  info: WSManConnectionInfo,
  implied: boolean,
  environment: NodeJS.ProcessEnv = process.env,
): WsmanFaultError | undefined {
  if (info.scheme === 'https' || info.isLoopback) return undefined;
  if (isTrusted(info.computerName, trustedHosts(environment))) return undefined;
  const address = /^\[|^\d+(?:\.\d+){3}$/.test(info.computerName);
  return implied && address
    ? new WsmanFaultError(
        CANNOT_USE_IP_ADDRESS,
        `Default authentication can be used with the IP address ${info.computerName} over HTTPS only, or when the address is in PSSESSION_TRUSTED_HOSTS and a credential is given.`,
      )
    : new WsmanFaultError(
        SERVER_NOT_TRUSTED,
        `Nothing proves the identity of ${info.computerName} over plain HTTP. Use -UseSSL, or add it to PSSESSION_TRUSTED_HOSTS.`,
      );
}
