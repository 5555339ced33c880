let connections = 0;

/** A name for a connection, which no other of any listener has. */
export function newConnectionName(): string {
  connections += 1;
  return `${process.pid}.${connections}`;
}

/** A connection is gone. @param byClient false: the endpoint closed it, because it was idle. */
export type ConnectionClosed = (connection: string, byClient: boolean) => void;

/** Who sent an envelope: what the gate found out and the session host trusts. */
export interface Caller {
  /** `DOMAIN\user` or the bare account. Ownership of shells is compared by this text, case ignored. */
  readonly user: string;
  /** Basic, Negotiate, Kerberos, CredSSP, Certificate, Local. */
  readonly mechanism: string;
  readonly groups: readonly string[];
  /** May see and remove every shell. */
  readonly administrator: boolean;
  readonly clientAddress: string;
  /** The URL of the request, for `$PSSenderInfo.ConnectionString`. */
  readonly connectionString: string;
  /** Aborts when the caller's connection goes away: a Receive that waits for it must not consume output any more. */
  readonly connectionLost: AbortSignal;
  /** Names the connection, for `connectionClosed`. Absent: the client said that it ends with this request. */
  readonly connection?: string;
  /** W3C Trace Context of the request, as it came: the caller's trace, which ours belongs to. */
  readonly traceparent?: string;
}

export interface EnvelopeAnswer {
  /** 200 for a reply, 500 for a fault. */
  readonly status: number;
  /** Empty: the endpoint closes, and says nothing to this. */
  readonly envelope: Uint8Array;
  /** Called by the listener when the answer is written (true) or could not be (false). */
  readonly written?: (delivered: boolean) => void;
}

/** The server seam: a WSMan envelope goes in, a WSMan envelope comes out. UTF-8 bytes. */
export type EnvelopeHandler = (envelope: Uint8Array, caller: Caller) => Promise<EnvelopeAnswer>;
