// Owns stopping what waits: a signal that can be aborted, and promises that are given up when it is.

export class Stopper {
  readonly #controller = new AbortController();
  readonly #racing = new Set<(reason: unknown) => void>();
  readonly signal = this.#controller.signal;

  stop(reason?: unknown): void {
    this.#controller.abort(reason);
    for (const reject of this.#racing) reject(this.signal.reason);
  }

  /** Settles as `promise` does, or rejects as soon as this is stopped. */
  race<T>(promise: Promise<T>): Promise<T> {
    // By hand: Promise.race would keep a reaction of each promise until the end, and a listener each costs time.
    return new Promise((resolve, reject) => {
      this.#racing.add(reject);
      if (this.signal.aborted) reject(this.signal.reason);
      const settle = () => this.#racing.delete(reject);
      promise.then(resolve, reject);
      promise.then(settle, settle);
    });
  }
}
