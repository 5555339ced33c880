export { bytesOf, StreamCarrier, type ByteCarrier, type CarrierName, type CarrierSink } from './byte-carrier.js';
export { memoryCarriers } from './memory-carrier.js';
export { takeOwnStdio } from './own-stdio.js';
export { listenPipe, openPipe, type PipeListener, type PipeTarget } from './pipe-carrier.js';
export { listProcessPipes, ownPipeName, parseProcessPipe, pipePath, type PowerShellPipe } from './pipe-names.js';
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
export { CERTIFICATE_SCHEME, certificateAuthenticator } from './authentication/certificate-authenticator.js';
export { digestAuthenticator } from './authentication/digest-authenticator.js';
export { ImplicitAuthenticator } from './authentication/implicit-authenticator.js';
export {
  acceptorCredential,
  KerberosClientContext,
  KerberosServerContext,
  type KerberosClientOptions,
  type KerberosServerOptions,
} from './authentication/gssapi/kerberos-context.js';
export type { GssCredential } from './authentication/gssapi/gssapi.js';
export { isKerberosAbsent } from './authentication/gssapi/kerberos-errors.js';
export { hasNativeLibrary, ticketMayExist } from './authentication/gssapi/native-library.js';
export { CredSspAuthenticator, type CredSspAuthenticatorOptions } from './authentication/credssp-authenticator.js';
export { openWithTunnel, sealWithTunnel } from './authentication/credssp-seal.js';
export { TlsTunnel, type TlsTunnelOptions } from './authentication/tls-tunnel.js';
export { FallbackAuthenticator, type FallbackMemory } from './authentication/fallback-authenticator.js';
export { resolveProxy, type ProxyChoice, type ProxyServer } from './http-proxy.js';
export { askCredentialHelper, type CredentialQuestion } from './credential-helper.js';
export { findClientCertificate, readClientCertificate } from './client-certificate.js';
export type { ClientCertificateFiles, TlsOptions } from './http-socket.js';
