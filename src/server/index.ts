export type { Caller, EnvelopeAnswer, EnvelopeHandler } from './caller.js';
export type { HostPriority, RunspaceHost, RunspaceHostSink } from './runspace-host.js';
export type {
  Account,
  AccountDirectory,
  AccountLookup,
  PasswordEquivalents,
  PasswordVerdict,
  PasswordVerifier,
} from './accounts/account.js';
export { systemAccount } from './accounts/system-account.js';
export { accountSources } from './accounts/account-sources.js';
export { equivalentsOf } from './accounts/password-equivalents.js';
export {
  DEFAULT_AUTHENTICATION,
  type AuthenticationConfiguration,
  type CertificateMapping,
  type KerberosConfiguration,
} from './configuration/authentication-configuration.js';
export { DEFAULT_COST, hashPassword, type ScryptCost } from './accounts/password-hash.js';
export {
  UsersFile,
  type KeptEquivalents,
  type UserChange,
  type UserRecord,
  type UsersFileOptions,
} from './accounts/users-file.js';
export { ConfigurationError } from './configuration/document-reader.js';
export {
  defaultEndpointConfiguration,
  loadEndpointConfiguration,
  parseEndpointConfiguration,
  type CmdShellConfiguration,
  type EndpointConfiguration,
  type ListenerConfiguration,
  type ListenerTls,
  type MetricsConfiguration,
} from './configuration/endpoint-configuration.js';
export {
  DEFAULT_CONFIGURATION_QUOTAS,
  DEFAULT_SERVICE_QUOTAS,
  NO_LIMIT,
  type ConfigurationQuotas,
  type ServiceQuotas,
} from './configuration/quotas.js';
export {
  DEFAULT_CONFIGURATION_NAME,
  sessionConfiguration,
  type RunspaceKind,
  type SessionConfiguration,
} from './configuration/session-configuration.js';
export { Endpoint } from './endpoint.js';
export type { DurabilityOptions } from './hosting/durable-sessions.js';
export { serveAttachedStdio, type AttachedStdioOptions } from './hosting/attached-stdio.js';
export { listLocalSessions, openLocalDoor, type LocalEndpointOptions } from './hosting/local-client.js';
export type {
  CloseOptions,
  EndpointAddress,
  EndpointOptions,
  ReloadAtStart,
  ReloadOptions,
} from './endpoint-options.js';
export { formatAuditLine, type AuditEvent, type AuditRecord, type AuditSink } from './gate/audit.js';
export type {
  AcceptedLogin,
  AuthenticationMechanism,
  ClientCertificate,
  ConnectionFacts,
  GateConnection,
  MechanismVerdict,
  MessageProtection,
} from './gate/mechanism.js';
export type { RunspaceContext, RunspaceHostFactory } from './shells/shell-layer-api.js';
export {
  serveCarrier,
  servePipe,
  serveStdio,
  STDIO_ENDED_EXIT_CODE,
  type PipeServer,
  type ServeCarrierOptions,
  type ServeStdioOptions,
} from './stdio-server.js';
export { otlpFromEnvironment, type OtlpOptions } from './telemetry/otlp-options.js';
export { hideSecretVariables } from './configuration/secret-variables.js';
