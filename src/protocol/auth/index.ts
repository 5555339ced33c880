export { contextTag, der, derIntegerValue, derObjectIdentifier, DerReader, DerTag } from '../crypto/index.js';
export { subjectPublicKey } from './certificate.js';
export {
  channelBindingHash,
  encodeChannelBindings,
  serverEndPoint,
  type GssChannelBindings,
} from './channel-bindings.js';
export {
  CREDSSP_SAFE_VERSION,
  CREDSSP_VERSION,
  CredSspClient,
  CredSspServer,
  type CredSspClientOptions,
  type CredSspServerOptions,
} from './credssp-context.js';
export { tlsTrailerLength } from './credssp-messages.js';
export {
  DigestClient,
  digestSecret,
  DigestServer,
  hashOf,
  type DigestClientOptions,
  type DigestParameters,
  type DigestServerOptions,
  type DigestVerdict,
} from './digest.js';
export {
  NtlmClientContext,
  NtlmServerContext,
  splitAccount,
  type NtlmAccountLookup,
  type NtlmClientOptions,
  type NtlmServerOptions,
} from './ntlm-context.js';
export { ntowfv1 } from './ntlm-crypto.js';
export { isNtlmToken } from './ntlm-messages.js';
export { KerberosSealer, type KerberosSealKeys } from './kerberos-sealer.js';
export {
  invalidToken,
  type AcceptorContext,
  type AuthenticatedIdentity,
  type DelegatedCredential,
  type SealedMessage,
  type SecurityContext,
} from './security-context.js';
export { SpnegoClientContext, SpnegoServerContext, type SpnegoMechanism } from './spnego-context.js';
export { Oid } from './spnego-tokens.js';
export { describeToken } from './token-description.js';
