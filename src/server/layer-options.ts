/** What the shell layer of an endpoint is made of, by the endpoint's options. */
import { hostname } from 'node:os';
import { systemRandom, type Clock } from '../io/runtime/index.js';
import { ArgumentError } from '../protocol/errors/index.js';
import type { ConfigurationRules } from '../protocol/wsman/index.js';
import { configurationMap, DEFAULT_CMD_SHELL } from './configuration/endpoint-configuration.js';
import type { ServiceQuotas } from './configuration/quotas.js';
import {
  DEFAULT_CONFIGURATION_NAME,
  sessionConfiguration,
  type SessionConfiguration,
} from './configuration/session-configuration.js';
import type { EndpointOptions } from './endpoint-options.js';
import type { AuditSink } from './gate/audit.js';
import { createRunspaceHost } from './hosts/create-host.js';
import type { ShellLayerOptions } from './shells/shell-layer-api.js';

/** @throws {ArgumentError} a default configuration that is not there. */
export function shellLayerOptions(
  options: EndpointOptions,
  quotas: ServiceQuotas,
  clock: Clock,
  audit: AuditSink,
): ShellLayerOptions {
  const list = options.configurations ?? [sessionConfiguration({ name: DEFAULT_CONFIGURATION_NAME })];
  const configurations = configurationMap(list);
  const wanted = options.defaultConfiguration;
  const chosen =
    wanted === undefined
      ? (configurations.get(DEFAULT_CONFIGURATION_NAME.toLowerCase()) ?? list[0])
      : configurations.get(wanted.toLowerCase());
  if (chosen === undefined) {
    throw new ArgumentError('DefaultConfiguration', `There is no session configuration '${wanted ?? ''}'.`);
  }
  return {
    configurations,
    defaultConfiguration: chosen.name,
    cmdShell: options.cmdShell ?? DEFAULT_CMD_SHELL,
    createHost: options.createHost ?? createRunspaceHost,
    clock,
    audit,
    service: {
      random: systemRandom,
      machineName: options.machineName ?? hostname(),
      quotas: serviceQuotas(quotas),
      configurations: list.map((each) => rulesOf(each, options.durability?.spool?.maxAgeMs)),
      ...options.service,
    },
  };
}

/** WinRM's names with the wsman room's spelling. */
function serviceQuotas(quotas: ServiceQuotas): Readonly<Record<string, number>> {
  return {
    maxEnvelopeSizekb: quotas.MaxEnvelopeSizekb,
    maxTimeoutms: quotas.MaxTimeoutms,
    maxBatchItems: quotas.MaxBatchItems,
    maxConcurrentOperationsPerUser: quotas.MaxConcurrentOperationsPerUser,
    enumerationTimeoutms: quotas.EnumerationTimeoutms,
    maxShellsPerUser: quotas.MaxShellsPerUser,
    maxConcurrentUsers: quotas.MaxConcurrentUsers,
    maxShellRunTimems: quotas.MaxShellRunTime,
  };
}

function rulesOf(
  { name, quotas, outputBufferingMode, spool }: SessionConfiguration,
  endpointMaxAgeMs: number | undefined,
): ConfigurationRules {
  const maxOutputAgeMs = spool.maxAgeMs ?? endpointMaxAgeMs;
  return {
    name,
    idleTimeoutms: quotas.IdleTimeoutms,
    maxIdleTimeoutms: quotas.MaxIdleTimeoutms,
    maxShells: quotas.MaxShells,
    maxShellsPerUser: quotas.MaxShellsPerUser,
    maxConcurrentUsers: quotas.MaxConcurrentUsers,
    maxConcurrentCommandsPerShell: quotas.MaxConcurrentCommandsPerShell,
    outputBufferingMode,
    ...(spool.maxBytes === undefined ? {} : { outputBufferBytes: spool.maxBytes }),
    ...(maxOutputAgeMs === undefined ? {} : { maxOutputAgeMs }),
  };
}
