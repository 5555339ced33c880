/**
 * The real engine as the one who knows: two processes in turn; one that does not answer is ended and replaced. What leaves
 * something behind in its process has one to itself.
 */
import { startPeer, type Peer, type PeerAnswer } from '../../support/peer.js';

/** How long a script may run over there, and how long its answer may take. Milliseconds. */
const RUN_LIMIT_MS = 1500;
const LONG_LIMIT_MS = 60_000;
const ANSWER_LIMIT_MS = 15_000;
const PROCESSES = 2;
/**
 * .NET boxes each small number once for a process, and PowerShell keeps members that a script gives to a value beside its
 * box: after `1 | Add-Member …` every 1 of that process has the member, and after `Get-Content variable:x` what is noted
 * on its value. Type and format data of a process are kept too.
 */
const LEAVES_SOMETHING =
  /\bAdd-Member\b|\bUpdate-(?:Type|Format)Data\b|\bAdd-Type\b|\.(?:Members|Properties|Methods)\.Add\(|\b(?:gc|Get-Content)\s+variable:/i;
/** Of those whatever may leave it beside a value that others use too, and not only with objects of its own. */
const LEAVES_IT_TO_OTHERS =
  /\bUpdate-(?:Type|Format)Data\b|\bAdd-Type\b|\.(?:Members|Properties|Methods)\.Add\(|(?:\d|\$true|\$false|\))\s*\|\s*Add-Member|Add-Member[^|;]*-InputObject\s*\(?[\d$]|\b(?:gc|Get-Content)\s+variable:/i;

/** One process; its questions are asked one after another, so that a script without end holds no other's answer. */
class Seat implements AsyncDisposable {
  #peer: Peer;
  /** The next process, which starts while this one still answers. */
  #spare: Promise<Peer> | undefined;
  #last: Promise<unknown> = Promise.resolve();

  constructor(peer: Peer) {
    this.#peer = peer;
  }

  ask(script: string, shared: boolean, limitMs = RUN_LIMIT_MS): Promise<PeerAnswer | undefined> {
    const answer = this.#last.then(() => this.#ask(script, shared, limitMs));
    this.#last = answer;
    return answer;
  }

  /** As `ask`, and the process is another one afterwards. */
  askOnce(script: string, limitMs = RUN_LIMIT_MS): Promise<PeerAnswer | undefined> {
    this.#spare ??= startPeer('eval');
    const answer = this.#last.then(() => this.#ask(script, false, limitMs));
    // Without an answer it is another one already.
    this.#last = answer.then((told) => (told === undefined ? undefined : this.#renew()));
    return answer;
  }

  async #ask(script: string, shared: boolean, limitMs: number): Promise<PeerAnswer | undefined> {
    try {
      return await this.#peer.ask({ script, depth: 1, timeoutMs: limitMs, shared }, limitMs + ANSWER_LIMIT_MS);
    } catch {
      await this.#renew();
      return undefined;
    }
  }
  async #renew(): Promise<void> {
    await this.#peer[Symbol.asyncDispose]();
    const spare = this.#spare;
    this.#spare = undefined;
    this.#peer = await (spare ?? startPeer('eval'));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    // A process that is on its way to replace another one would outlive us.
    await this.#last;
    await (await this.#spare)?.[Symbol.asyncDispose]();
    await this.#peer[Symbol.asyncDispose]();
  }
}

export class Oracle implements AsyncDisposable {
  readonly #seats: readonly Seat[];
  readonly #apart: Seat;
  #next = 0;

  private constructor(seats: readonly Seat[], apart: Seat) {
    this.#seats = seats;
    this.#apart = apart;
  }
  static async start(): Promise<Oracle> {
    const first = await startPeer('eval'); // built once, before the others ask for it
    const others = Array.from({ length: PROCESSES }, () => startPeer('eval'));
    const [apart, ...seats] = [first, ...(await Promise.all(others))].map((peer) => new Seat(peer));
    if (apart === undefined) throw new Error('no process of the real engine was started');
    return new Oracle(seats, apart);
  }

  /**
   * @param shared in a runspace that is kept, in a scope of its own: for scripts that leave nothing behind.
   * @returns undefined: it has no answer to this one.
   */
  ask(script: string, shared: boolean, limitMs?: number): Promise<PeerAnswer | undefined> {
    if (LEAVES_IT_TO_OTHERS.test(script)) return this.#apart.askOnce(script, limitMs);
    if (LEAVES_SOMETHING.test(script)) return this.#apart.ask(script, false, limitMs);
    const seat = this.#seats[this.#next];
    this.#next = (this.#next + 1) % this.#seats.length;
    return seat === undefined ? Promise.resolve(undefined) : seat.ask(script, shared, limitMs);
  }

  /** A question about the engine itself, which may take its time. */
  askLong(script: string): Promise<PeerAnswer | undefined> {
    const [seat] = this.#seats;
    return seat === undefined ? Promise.resolve(undefined) : seat.ask(script, false, LONG_LIMIT_MS);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const seat of [this.#apart, ...this.#seats]) await seat[Symbol.asyncDispose]();
  }
}
