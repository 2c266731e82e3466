// Owns one limit as this process sees it: asks Redis for many callers at once, and keeps what it said last.
import type { Bucket, Lesson, Permit, Wait } from "../client/budget.js";
import { type Clock, monotonic } from "../client/clock.js";
import type { Run } from "./commands.js";
import type { Link } from "./link.js";

export interface SharedWindowOptions {
  bucket: Bucket;
  /** What its keys begin with. */
  prefix: string;
  leaseMs: number;
  /** Whether to let a window pass when Redis has forgotten what it was told. */
  remembers: boolean;
  link: Link;
  take: Run;
  end: Run;
}

interface Caller {
  spare: number;
  clock: Clock;
  /** Undefined: Redis did not answer. */
  resolve(answer: Permit | Wait | undefined): void;
}

/** What the script said: how many got room, when there is more, and what it takes to end their requests. */
interface Taken {
  granted: number;
  waitMs: number;
  id: string;
  round: number;
  startedAt: number;
}

export class SharedWindow {
  readonly #options: SharedWindowOptions;
  readonly #keys: string[];
  /** Unlike all others: two requests with the same id would count as one. */
  readonly #id = crypto.randomUUID();
  #asked = 0;
  #callers: Caller[] = [];
  #isAsking = false;
  #probe: Promise<void> | undefined;
  #underWay = 0;
  #heardAt = Number.NEGATIVE_INFINITY;
  #notBefore = Number.NEGATIVE_INFINITY;
  /** Over when Redis was told how the last request ended. */
  #told: Promise<void> = Promise.resolve();
  #wake = () => {};
  #woken: Promise<void> | undefined;

  constructor(options: SharedWindowOptions) {
    this.#options = options;
    const { prefix, bucket } = options;
    // In braces: a cluster keeps both on one server.
    this.#keys = ["requests", "lessons"].map((what) => `${prefix}{${bucket.name}}:${what}`);
  }

  /** Undefined: Redis did not answer. Never rejects. */
  reserve(spare: number, clock: Clock): Promise<Permit | Wait | undefined> {
    return new Promise((resolve) => {
      this.#callers.push({ spare, clock, resolve });
      void this.#askForAll();
    });
  }

  /** Asks without wanting room, to learn whether Redis is back. */
  probe(clock: Clock): void {
    this.#probe ??= this.#take(0, 0, clock).then(() => {
      this.#probe = undefined;
    });
  }

  /** Milliseconds that Redis or a 429 said to wait, as far as they are not over. */
  heldMs(now: number): number {
    return Math.max(0, this.#notBefore - now);
  }

  /** Resolves when a request of this process ended, or Redis is back. */
  whenWoken(): Promise<void> {
    this.#woken ??= new Promise((resolve) => {
      this.#wake = resolve;
    });
    return this.#woken;
  }

  wake(): void {
    this.#wake();
    this.#woken = undefined;
  }

  /** Whether it could be forgotten. */
  isIdle(now: number): boolean {
    const knownUntil = Math.max(this.#notBefore, this.#heardAt + this.#options.bucket.windowMs);
    return this.#underWay === 0 && !this.#isAsking && knownUntil <= now;
  }

  /** One question at a time: whoever comes meanwhile is in the next. What this process knows, Redis is told first. */
  async #askForAll(): Promise<void> {
    if (this.#isAsking) return;
    this.#isAsking = true;
    for (let head = this.#callers[0]; head; head = this.#callers[0]) {
      await this.#told;
      const { spare, clock } = head;
      const isAlike = (caller: Caller) => caller.spare === spare;
      const batch = this.#callers.filter(isAlike);
      this.#callers = this.#callers.filter((caller) => !isAlike(caller));
      const taken = await this.#take(batch.length, spare, clock);
      this.#answer(batch, taken);
      // Nobody waits twice for an answer that does not come.
      if (!taken) this.#answer(this.#callers.splice(0), taken);
    }
    this.#isAsking = false;
  }

  async #take(wanted: number, spare: number, clock: Clock): Promise<Taken | undefined> {
    const { bucket, leaseMs, remembers, link, take } = this.#options;
    this.#asked += 1;
    const id = `${this.#id}:${this.#asked}`;
    const mustRemember = remembers && monotonic(clock) - this.#heardAt < bucket.windowMs;
    const args = [bucket.windowMs, leaseMs, bucket.limit, spare, wanted, id, mustRemember ? 1 : 0];
    const giveBack = (late: Taken) => {
      for (let place = 1; place <= late.granted; place++) void this.#end(late, place, clock, "not-sent");
    };
    const taken = await link.ask(clock, async () => read(id, await take(this.#keys, args)), giveBack);
    if (!taken) return undefined;
    this.#heardAt = monotonic(clock);
    this.#notBefore = this.#heardAt + taken.waitMs;
    return taken;
  }

  #answer(batch: Caller[], taken: Taken | undefined): void {
    for (const [index, { clock, resolve }] of batch.entries()) {
      if (!taken) resolve(undefined);
      else if (index < taken.granted) resolve(this.#permit(taken, index + 1, clock));
      else resolve({ granted: false, waitMs: Math.max(1, taken.waitMs), sooner: this.whenWoken() });
    }
  }

  #permit(taken: Taken, place: number, clock: Clock): Permit {
    let isOver = false;
    this.#underWay += 1;
    return {
      granted: true,
      end: (how) => {
        if (isOver) return;
        isOver = true;
        this.#underWay -= 1;
        if (typeof how === "object") this.#hold(how, clock);
        this.#told = this.#end(taken, place, clock, how).then(() => this.wake());
      },
    };
  }

  /** Should Redis not learn of a 429, this process at least has. */
  #hold({ status, retryAfterMs = 0 }: Lesson, clock: Clock): void {
    if (status === 429) this.#notBefore = Math.max(this.#notBefore, monotonic(clock) + retryAfterMs);
  }

  async #end(taken: Taken, place: number, clock: Clock, how: Lesson | "lost" | "not-sent"): Promise<void> {
    const { bucket, leaseMs, link, end } = this.#options;
    const { id, round, startedAt } = taken;
    const [what, lesson] = typeof how === "object" ? ["answered", how] : [how, { status: 0 }];
    const { status, retryAfterMs = 0, remaining = -1, resetInMs = 0 }: Lesson = lesson;
    const learned = [status, retryAfterMs, remaining, resetInMs].map(Math.ceil);
    const args = [bucket.windowMs, leaseMs, `${id}:${place}`, round, startedAt, what, ...learned];
    await link.ask(clock, () => end(this.#keys, args));
  }
}

function read(id: string, reply: unknown): Taken {
  const [granted = 0, waitMs = 0, round = 0, startedAt = 0] = (reply as unknown[]).map(Number);
  return { granted, waitMs, id, round, startedAt };
}
