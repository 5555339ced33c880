export { bytesOf, StreamCarrier, type ByteCarrier, type CarrierName, type CarrierSink } from './byte-carrier.js';
export { memoryCarriers } from './memory-carrier.js';
export { takeOwnStdio } from './own-stdio.js';
export { listenPipe, openPipe, type PipeListener, type PipeTarget } from './pipe-carrier.js';
export { listProcessPipes, parseProcessPipe, pipePath, type PowerShellPipe } from './pipe-names.js';
export { openProcess, type ProcessCarrierOptions } from './process-carrier.js';
export {
  openSsh,
  parseHostName,
  sshCommand,
  type SshCarrierOptions,
  type SshCommand,
  type SshTarget,
} from './ssh-carrier.js';
export {
  basicAuthenticator,
  type AuthorizationStep,
  HttpClient,
  HttpConnection,
  type ConnectionFacts,
  type HttpAnswer,
  type HttpAuthenticator,
  type HttpClientOptions,
} from './http-client.js';
export { ContextAuthenticator, type ContextAuthenticatorOptions } from './authentication/context-authenticator.js';
export { FallbackAuthenticator, type FallbackMemory } from './authentication/fallback-authenticator.js';
export { resolveProxy, type ProxyChoice, type ProxyServer } from './http-proxy.js';
export type { TlsOptions } from './http-socket.js';
