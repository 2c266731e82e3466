// Owns the loop of one cancel: plan, wait, act; and the callers who wait for its verdict.
import { onAbort } from "../client/abort.js";
import type { Clock } from "../client/clock.js";
import type { Deadline } from "../client/deadline.js";
import { callSafely } from "../client/hooks.js";
import type { Internals } from "../client/internals.js";
import { Stopper } from "../client/stopper.js";
import { left } from "./facts.js";
import { judge, resultOf } from "./judge.js";
import type { Ledger } from "./ledger.js";
import { next } from "./next.js";
import type { CancelResult, Progress } from "./result.js";
import { type Listener, latestOf, type Session } from "./session.js";
import { closeSession, openSession } from "./sessions.js";
import type { SessionDeadline } from "./stoppable.js";

/** Who waits for the verdict, until when. */
export interface Caller {
  readonly deadline: Deadline;
  readonly onProgress: ((progress: Progress) => unknown) | undefined;
  readonly resolve: (result: CancelResult) => void;
  readonly reject: (error: unknown) => void;
}

const PHASES = { send: "sending", read: "reading", list: "reading", stop: "done" } as const;

/** One cancel of one order, shared by all who asked for it. */
export class Run {
  /** Resolves when nothing of this cancel is under way any more. */
  readonly ended: Promise<void>;
  readonly #clock: Clock;
  readonly #session: Session;
  readonly #callers = new Set<Caller>();
  readonly #stopper = new Stopper();
  #stoppedBy: ReturnType<Deadline["stoppedBy"]>;

  constructor(client: Internals, clock: Clock, ledger: Ledger, first: Caller) {
    this.#clock = clock;
    this.#session = openSession(client, clock, ledger, (...news) => this.#tell(...news));
    this.join(first);
    this.ended = this.#drive().then(() => closeSession(client, this.#session));
  }

  get ledger(): Ledger {
    return this.#session.ledger;
  }

  /** True once the last caller has gone: who comes now has to begin anew. */
  get isStopping(): boolean {
    return this.#stopper.signal.aborted || this.#callers.size === 0;
  }

  /** Adds what a caller who joins knows. */
  absorb(ledger: Ledger): void {
    this.#session.absorb(ledger);
  }

  join(caller: Caller): void {
    this.#callers.add(caller);
    const { signal } = caller.deadline;
    const leave = () => this.#leave(caller);
    onAbort(signal, leave);
    if (signal.aborted) leave();
  }

  /** The last to leave gives up what is under way, so that it is on record before the verdict. */
  #leave(caller: Caller): void {
    if (!this.#callers.has(caller)) return;
    if (this.#callers.size > 1) {
      this.#dismiss(caller, this.#session.now());
      return;
    }
    this.#stoppedBy = caller.deadline.stoppedBy();
    this.#stopper.stop(caller.deadline.signal.reason);
  }

  #dismiss(caller: Caller, now: number): void {
    this.#callers.delete(caller);
    const result = resultOf(this.ledger, now);
    const isAborted = result.verdict === "not-sent" && caller.deadline.stoppedBy() === "abort";
    caller.resolve(isAborted ? { ...result, why: "aborted" } : result);
  }

  async #drive(): Promise<void> {
    try {
      while (!this.isStopping) {
        const now = this.#session.now();
        const step = next(this.ledger, now);
        if (step.do === "stop") break;
        if (step.at > now) await this.#wait(step.at - now, now);
        else await this.#act(step.do);
      }
      for (const caller of this.#callers) this.#dismiss(caller, this.#session.now());
    } catch (error) {
      this.#fail(error);
    }
  }

  #act(what: "send" | "read" | "list"): Promise<void> {
    if (what === "send") return this.#session.send(this.#deadline);
    return what === "read" ? this.#session.read(this.#deadline) : this.#session.findSuccessor(this.#deadline);
  }

  /** Who cannot wait that long goes now: until then nothing more will be known. */
  async #wait(ms: number, now: number): Promise<void> {
    for (const caller of this.#callers) if (caller.deadline.leftMs() <= ms) this.#dismiss(caller, now);
    if (this.#callers.size > 0) await this.#clock.sleep(ms, this.#stopper.signal);
  }

  /** After a DELETE has left nothing throws: a clock that fails must not hide what is known. */
  #fail(error: unknown): void {
    const hasLeft = this.ledger.attempts.some(left);
    for (const caller of this.#callers) {
      if (hasLeft) this.#dismiss(caller, latestOf(this.ledger));
      else caller.reject(error);
    }
    this.#callers.clear();
  }

  /** The latest deadline of all who wait. It may grow: somebody with more time may join. */
  readonly #deadline: SessionDeadline = {
    signal: this.#stopper.signal,
    leftMs: () => Math.max(0, ...[...this.#callers].map(({ deadline }) => deadline.leftMs())),
    stoppedBy: () => (this.#stopper.signal.aborted ? (this.#stoppedBy ?? "timeout") : undefined),
    race: (promise) => this.#stopper.race(promise),
  };

  #tell(...[event, entry, then]: Parameters<Listener>): void {
    const listeners = [...this.#callers].flatMap(({ onProgress }) => onProgress ?? []);
    if (listeners.length === 0) return;
    const now = this.#session.now();
    const { verdict } = judge(this.ledger, now);
    const phase = then ?? PHASES[next(this.ledger, now).do];
    // A copy each: a listener that changes what it is told must not change what is known.
    for (const listener of listeners)
      callSafely(listener, structuredClone({ event, phase, verdict, ...entry }));
  }
}
