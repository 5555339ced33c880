/** A SOAP fault as data: what a server sends, what a client found. protocol.md 7.12 */
export interface WsmanFault {
  /** `s:Code`. */
  readonly role: 'Sender' | 'Receiver' | 'MustUnderstand' | 'VersionMismatch' | 'DataEncodingUnknown';
  /** With our prefixes: `w:InvalidSelectors`. Another namespace is written `{uri}name`. */
  readonly subcode?: string;
  /** `s:Reason/s:Text`. */
  readonly reason: string;
  /** The `w:FaultDetail` URI. */
  readonly detail?: string;
  /** Unsigned 32 bits; absent when the peer sent no WSManFault. */
  readonly code?: number;
  readonly machine?: string;
  /** The text inside `f:Message`, provider's text left out. */
  readonly message?: string;
  readonly provider?: { readonly name: string; readonly path?: string; readonly text: string };
  /** The header that was not understood, with MustUnderstand. */
  readonly notUnderstood?: { readonly namespace: string; readonly localName: string };
  /** Where to go instead, in a redirect fault. */
  readonly redirect?: string;
}
