/** Versions of the protocol and how the two sides agree on one. protocol.md 5.1 */
import { PSVersion } from '../objects/index.js';

/** 2.1 = PowerShell 2, 2.2 = 3 and 4, 2.3 = 5 to 7.5, 2.4 = 7.6 and later. */
export type ProtocolVersion = '2.0' | '2.1' | '2.2' | '2.3' | '2.4';

export const PROTOCOL_VERSIONS: readonly ProtocolVersion[] = ['2.0', '2.1', '2.2', '2.3', '2.4'];
/** What PowerShell 5.1 to 7.5 speak, and what we advertise unless told otherwise. */
export const DEFAULT_PROTOCOL_VERSION: ProtocolVersion = '2.3';

/** The version's minor number: all that tells one version from another. */
export function protocolMinor(version: ProtocolVersion): number {
  return Number(version.slice(2));
}

export function asPSVersion(version: ProtocolVersion): PSVersion {
  return new PSVersion(2, protocolMinor(version));
}

/** A version that this package knows, or undefined. */
export function asProtocolVersion(version: PSVersion): ProtocolVersion | undefined {
  return version.major === 2 ? PROTOCOL_VERSIONS[version.minor] : undefined;
}

/** True when `version` is `wanted` or later. */
export function atLeast(version: ProtocolVersion, wanted: ProtocolVersion): boolean {
  return protocolMinor(version) >= protocolMinor(wanted);
}
