/** The matrix of `npm run interop auth`: what passed, what failed, and why a cell cannot exist. */
import type { PeerCase } from '../report.js';

export type Mechanism =
  | 'Basic'
  | 'Digest'
  | 'NTLM'
  | 'Negotiate (NTLM)'
  | 'Negotiate (Kerberos)'
  | 'Kerberos'
  | 'Kerberos, single sign-on'
  | 'CredSSP'
  | 'Certificate';
export type Transport = 'http' | 'https';
export type Pair = 'ours - ours' | 'ours - theirs' | 'theirs - ours';

export const MECHANISMS: readonly Mechanism[] = [
  'Basic',
  'Digest',
  'NTLM',
  'Negotiate (NTLM)',
  'Negotiate (Kerberos)',
  'Kerberos',
  'Kerberos, single sign-on',
  'CredSSP',
  'Certificate',
];
const PAIRS: readonly Pair[] = ['ours - ours', 'ours - theirs', 'theirs - ours'];

interface Entry {
  readonly peer: string;
  readonly problem: string | undefined;
}

/** Cells that no implementation could fill. */
function cannotExist(mechanism: Mechanism, transport: Transport, pair: Pair): string | undefined {
  if (mechanism === 'Certificate' && transport === 'http') return 'a client certificate needs TLS';
  if (mechanism === 'NTLM' && pair !== 'theirs - ours')
    return 'PowerShell has no -Authentication NTLM: its NTLM is inside Negotiate';
  return undefined;
}

export class Matrix {
  readonly #cells = new Map<string, Entry[]>();
  readonly #reasons = new Map<string, string>();
  readonly #noRealm: string | undefined;

  /** @param noRealm why there is no KDC, where there is none. */
  constructor(noRealm: string | undefined) {
    this.#noRealm = noRealm;
  }

  isPossible(mechanism: Mechanism, transport: Transport): boolean {
    if (mechanism.includes('Kerberos') && this.#noRealm !== undefined) return false;
    return mechanism !== 'Certificate' || transport === 'https';
  }

  add(mechanism: Mechanism, transport: Transport, pair: Pair, peer: string, problem: string | undefined): void {
    const key = `${mechanism}|${transport}|${pair}`;
    const entries = this.#cells.get(key) ?? [];
    entries.push({ peer, problem });
    this.#cells.set(key, entries);
  }

  /** A peer that is not at hand. */
  absent(mechanisms: readonly Mechanism[], pair: Pair, why: string): void {
    for (const mechanism of mechanisms) this.#reasons.set(`${mechanism}|${pair}`, why);
  }

  cases(): readonly PeerCase[] {
    return this.#every(({ mechanism, transport, pair, entries, reason }): readonly PeerCase[] => {
      const name = `${mechanism}, ${transport}, ${pair}`;
      if (entries.length === 0)
        return [{ name, result: 'not possible here', reason: reason ?? 'no peer of this kind is known' }];
      return entries.map(({ peer, problem }) =>
        problem === undefined
          ? { name: `${name} (${peer})`, result: 'passed' }
          : { name: `${name} (${peer})`, result: 'failed', reason: problem.replace(/\s+/g, ' ').slice(0, 400) },
      );
    }).flat();
  }

  /** A table of the cells: `4 ok`, `1 of 4 FAILED`, or `-` with the reason in the list of cases. */
  table(): string {
    const rows: string[][] = [['', ...PAIRS.flatMap((pair) => [`${pair} http`, 'https'])]];
    for (const mechanism of MECHANISMS) {
      rows.push([
        mechanism,
        ...PAIRS.flatMap((pair) =>
          (['http', 'https'] as const).map((transport) => {
            const entries = this.#cells.get(`${mechanism}|${transport}|${pair}`) ?? [];
            const failed = entries.filter(({ problem }) => problem !== undefined).length;
            if (entries.length === 0) return '-';
            return failed === 0 ? `${entries.length} ok` : `${failed} of ${entries.length} FAILED`;
          }),
        ),
      ]);
    }
    const widths = rows[0]?.map((_, at) => Math.max(...rows.map((row) => (row[at] ?? '').length))) ?? [];
    return rows
      .map((row) =>
        row
          .map((cell, at) => cell.padEnd(widths[at] ?? 0))
          .join('  ')
          .trimEnd(),
      )
      .join('\n');
  }

  #every<T>(
    make: (cell: {
      readonly mechanism: Mechanism;
      readonly transport: Transport;
      readonly pair: Pair;
      readonly entries: readonly Entry[];
      readonly reason: string | undefined;
    }) => T,
  ): T[] {
    const all: T[] = [];
    for (const mechanism of MECHANISMS) {
      for (const pair of PAIRS) {
        for (const transport of ['http', 'https'] as const) {
          const kerberos = mechanism.includes('Kerberos') ? this.#noRealm : undefined;
          all.push(
            make({
              mechanism,
              transport,
              pair,
              entries: this.#cells.get(`${mechanism}|${transport}|${pair}`) ?? [],
              reason: cannotExist(mechanism, transport, pair) ?? this.#reasons.get(`${mechanism}|${pair}`) ?? kerberos,
            }),
          );
        }
      }
    }
    return all;
  }
}
