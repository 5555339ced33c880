/** What a peer's run gives. */
export interface PeerCase {
  readonly name: string;
  readonly result: 'passed' | 'failed' | 'not possible here';
  readonly reason?: string;
}
export interface PeerReport {
  readonly cases: readonly PeerCase[];
  readonly note?: string;
}

/** A peer that is not there at all. */
export const absent = (name: string, reason: string): PeerReport => ({
  cases: [{ name, result: 'not possible here', reason }],
  note: reason,
});
