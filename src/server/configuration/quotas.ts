/**
 * The limits of the endpoint and of one session configuration, with WinRM's names, units and defaults. protocol.md 7.13
 *
 * `NO_LIMIT` is the number that WinRM writes for "no limit".
 */
import { wholeNumber, type ObjectReader } from './document-reader.js';

export const NO_LIMIT = 2_147_483_647;

/** Limits of the whole service, `winrm get winrm/config`. */
export interface ServiceQuotas {
  /** Largest request, and largest reply. KiB. */
  readonly MaxEnvelopeSizekb: number;
  /** Longest OperationTimeout that is granted. Milliseconds. */
  readonly MaxTimeoutms: number;
  readonly MaxBatchItems: number;
  readonly MaxConcurrentOperationsPerUser: number;
  readonly EnumerationTimeoutms: number;
  /** Open TCP connections; one more gets 503. */
  readonly MaxConnections: number;
  /** Longest time that a request's body may take to arrive. Seconds. */
  readonly MaxPacketRetrievalTimeSeconds: number;
  readonly MaxShellsPerUser: number;
  /** Users who have a shell at the same time. */
  readonly MaxConcurrentUsers: number;
  /** How long a shell may live, whatever it does. Milliseconds. */
  readonly MaxShellRunTime: number;
}

/** Limits of one session configuration, the `Quotas` element of a plugin. */
export interface ConfigurationQuotas {
  /** What a shell gets that asks for no idle time. Milliseconds. */
  readonly IdleTimeoutms: number;
  /** The most that a shell may ask for. Milliseconds. */
  readonly MaxIdleTimeoutms: number;
  readonly MaxShells: number;
  readonly MaxShellsPerUser: number;
  readonly MaxConcurrentUsers: number;
  readonly MaxProcessesPerShell: number;
  readonly MaxMemoryPerShellMB: number;
  readonly MaxConcurrentCommandsPerShell: number;
}

export const DEFAULT_SERVICE_QUOTAS: ServiceQuotas = {
  MaxEnvelopeSizekb: 500,
  MaxTimeoutms: 60_000,
  MaxBatchItems: 32_000,
  MaxConcurrentOperationsPerUser: 1500,
  EnumerationTimeoutms: 240_000,
  MaxConnections: 300,
  MaxPacketRetrievalTimeSeconds: 120,
  MaxShellsPerUser: 30,
  MaxConcurrentUsers: 10,
  MaxShellRunTime: NO_LIMIT,
};

export const DEFAULT_CONFIGURATION_QUOTAS: ConfigurationQuotas = {
  IdleTimeoutms: 7_200_000,
  MaxIdleTimeoutms: NO_LIMIT,
  MaxShells: NO_LIMIT,
  MaxShellsPerUser: NO_LIMIT,
  MaxConcurrentUsers: NO_LIMIT,
  MaxProcessesPerShell: NO_LIMIT,
  MaxMemoryPerShellMB: NO_LIMIT,
  MaxConcurrentCommandsPerShell: NO_LIMIT,
};

/** Smallest idle time that WinRM accepts. Milliseconds. */
export const MIN_IDLE_TIMEOUT_MS = 60_000;

export function readServiceQuotas(reader: ObjectReader | undefined): ServiceQuotas {
  if (reader === undefined) return DEFAULT_SERVICE_QUOTAS;
  const d = DEFAULT_SERVICE_QUOTAS;
  const quotas: ServiceQuotas = {
    MaxEnvelopeSizekb: reader.optional('MaxEnvelopeSizekb', wholeNumber(32, 65_536, 'KiB')) ?? d.MaxEnvelopeSizekb,
    MaxTimeoutms: reader.optional('MaxTimeoutms', wholeNumber(500, NO_LIMIT, 'milliseconds')) ?? d.MaxTimeoutms,
    MaxBatchItems: reader.optional('MaxBatchItems', wholeNumber(1, 1_000_000)) ?? d.MaxBatchItems,
    MaxConcurrentOperationsPerUser:
      reader.optional('MaxConcurrentOperationsPerUser', wholeNumber(1, NO_LIMIT)) ?? d.MaxConcurrentOperationsPerUser,
    EnumerationTimeoutms:
      reader.optional('EnumerationTimeoutms', wholeNumber(500, NO_LIMIT, 'milliseconds')) ?? d.EnumerationTimeoutms,
    MaxConnections: reader.optional('MaxConnections', wholeNumber(1, 1_000_000)) ?? d.MaxConnections,
    MaxPacketRetrievalTimeSeconds:
      reader.optional('MaxPacketRetrievalTimeSeconds', wholeNumber(1, 86_400, 'seconds')) ??
      d.MaxPacketRetrievalTimeSeconds,
    MaxShellsPerUser: reader.optional('MaxShellsPerUser', wholeNumber(1, NO_LIMIT)) ?? d.MaxShellsPerUser,
    MaxConcurrentUsers: reader.optional('MaxConcurrentUsers', wholeNumber(1, NO_LIMIT)) ?? d.MaxConcurrentUsers,
    MaxShellRunTime:
      reader.optional('MaxShellRunTime', wholeNumber(1000, NO_LIMIT, 'milliseconds')) ?? d.MaxShellRunTime,
  };
  reader.finish();
  return quotas;
}

export function readConfigurationQuotas(reader: ObjectReader | undefined): ConfigurationQuotas {
  if (reader === undefined) return DEFAULT_CONFIGURATION_QUOTAS;
  const d = DEFAULT_CONFIGURATION_QUOTAS;
  const idle = wholeNumber(MIN_IDLE_TIMEOUT_MS, NO_LIMIT, 'milliseconds');
  const count = wholeNumber(1, NO_LIMIT);
  const quotas: ConfigurationQuotas = {
    IdleTimeoutms: reader.optional('IdleTimeoutms', idle) ?? d.IdleTimeoutms,
    MaxIdleTimeoutms: reader.optional('MaxIdleTimeoutms', idle) ?? d.MaxIdleTimeoutms,
    MaxShells: reader.optional('MaxShells', count) ?? d.MaxShells,
    MaxShellsPerUser: reader.optional('MaxShellsPerUser', count) ?? d.MaxShellsPerUser,
    MaxConcurrentUsers: reader.optional('MaxConcurrentUsers', count) ?? d.MaxConcurrentUsers,
    MaxProcessesPerShell: reader.optional('MaxProcessesPerShell', count) ?? d.MaxProcessesPerShell,
    MaxMemoryPerShellMB: reader.optional('MaxMemoryPerShellMB', count) ?? d.MaxMemoryPerShellMB,
    MaxConcurrentCommandsPerShell:
      reader.optional('MaxConcurrentCommandsPerShell', count) ?? d.MaxConcurrentCommandsPerShell,
  };
  if (quotas.IdleTimeoutms > quotas.MaxIdleTimeoutms) {
    reader.fail(`IdleTimeoutms (${quotas.IdleTimeoutms}) at most MaxIdleTimeoutms`, quotas.MaxIdleTimeoutms);
  }
  reader.finish();
  return quotas;
}
