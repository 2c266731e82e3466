// Owns what passes between a budget and those that ask it: room, no room, and what an answer says of the limit.

/** What an answer says of the limit. Absent: nothing, or nothing that can be used. */
export interface Lesson {
  /** HTTP status; 429: the limit is reached. */
  readonly status: number;
  /** Milliseconds to wait, more than 0. */
  readonly retryAfterMs?: number | undefined;
  /** Requests that may still be sent until the reset. */
  readonly remaining?: number | undefined;
  /** Milliseconds until the limit starts anew, more than 0. */
  readonly resetInMs?: number | undefined;
}

/** Room for one request. Whoever gets it must end it, once. */
export interface Permit {
  readonly granted: true;
  /**
   * How it ended: with the lesson of its answer, as soon as the head arrived; `lost`: it may have left, and no answer
   * came; `not-sent`: it did not leave, and its room is free at once. From then on it counts for a window.
   */
  end(how: Lesson | "lost" | "not-sent"): void;
}

/** No room now. */
export interface Wait {
  readonly granted: false;
  /** Milliseconds before it makes sense to ask again; Infinity: only `sooner` says when. */
  readonly waitMs: number;
  /** Resolves when there may be room earlier than that, or it is known better when. Never rejects. */
  readonly sooner?: Promise<void>;
  /** Milliseconds in which there will be no room, whatever happens: who has less time gives up. Default: `waitMs`. */
  readonly leastMs?: number;
  /** What a caller is told who cannot wait for so long. Default: that the limit is reached. */
  readonly why?: string;
}
