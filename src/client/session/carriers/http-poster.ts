/** One POST after another over authenticated connections: what the WSMan carrier needs of HTTP, and nothing more. */

export interface PostAnswer {
  readonly status: number;
  /** Lower-case names. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Uint8Array;
}

/** One connection that stays the same: authentication, sealing keys and sequence numbers belong to it. protocol.md 8.2 */
export interface PinnedConnection {
  /**
   * @param timeoutMs how long the answer may take, from the first byte sent. Milliseconds.
   * @throws TransportError, AuthenticationError, OperationTimeoutError.
   */
  post(body: Uint8Array, timeoutMs: number, signal: AbortSignal): Promise<PostAnswer>;
  close(): void;
}

export interface HttpPoster {
  connection(): PinnedConnection;
  close(): Promise<void>;
}

/**
 * Connections by lease: one is used by one request loop at a time, and the next takes an idle one rather than a new one,
 * because a new connection costs the legs of an authentication.
 */
export class ConnectionLeases {
  readonly #poster: HttpPoster;
  readonly #idle: PinnedConnection[] = [];
  readonly #all = new Set<PinnedConnection>();
  #posts = 0;

  constructor(poster: HttpPoster) {
    this.#poster = poster;
  }
  get posts(): number {
    return this.#posts;
  }
  async with<T>(work: (post: PinnedConnection['post']) => Promise<T>): Promise<T> {
    const connection = this.#idle.pop() ?? this.#make();
    try {
      return await work((body, timeoutMs, signal) => {
        this.#posts += 1;
        return connection.post(body, timeoutMs, signal);
      });
    } finally {
      if (this.#all.has(connection)) this.#idle.push(connection);
    }
  }
  async close(): Promise<void> {
    for (const connection of this.#all) connection.close();
    this.#all.clear();
    this.#idle.length = 0;
    await this.#poster.close();
  }
  #make(): PinnedConnection {
    const connection = this.#poster.connection();
    this.#all.add(connection);
    return connection;
  }
}
