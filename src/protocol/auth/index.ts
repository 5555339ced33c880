export {
  channelBindingHash,
  encodeChannelBindings,
  serverEndPoint,
  type GssChannelBindings,
} from './channel-bindings.js';
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
export {
  type AcceptorContext,
  type AuthenticatedIdentity,
  type DelegatedCredential,
  type SealedMessage,
  type SecurityContext,
} from './security-context.js';
export { SpnegoClientContext, SpnegoServerContext, type SpnegoMechanism } from './spnego-context.js';
export { Oid } from './spnego-tokens.js';
