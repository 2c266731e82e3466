// Plays a plan: makes the steps of its users in the simulated world and keeps what each caller saw.
import {
  type CancelOptions,
  type CancelResult,
  cancel,
  type ResumeOptions,
  resume,
} from "../../../src/index.js";
import { answerableFor, type Call, isResumable, type Result, type Sitting } from "./calls.js";
import type { Random } from "./random.js";
import type { CallStep, OrderEvent, Plan, Step } from "./steps.js";
import { tamper } from "./tamper.js";
import { DEFAULT_SETTLE_MS, World } from "./world.js";

export class Play {
  readonly calls: Call[] = [];
  private readonly sittings = new Map<string, Sitting>();
  private readonly running = new Set<Promise<void>>();

  private constructor(readonly world: World) {}

  static async of(plan: Plan, random: Random, lagMs?: number): Promise<Play> {
    const play = new Play(new World(plan, random, lagMs));
    for (const step of plan.steps) await play.step(step);
    await play.step({ do: "finish" });
    return play;
  }

  private async step(step: Step): Promise<void> {
    const { world } = this;
    const { clock, network, server } = world;
    // Two clients never send in the same millisecond: nobody could tell their requests apart.
    if ("client" in step && step.client > 0) await clock.run(clock.sleep(0.618));
    switch (step.do) {
      case "cancel":
        return this.cancel(step);
      case "resume":
        return this.resume(step);
      case "wait":
        return clock.run(clock.sleep(step.ms));
      case "finish":
        return clock.run(Promise.all(this.running).then(() => undefined));
      case "step the clock":
        return clock.step(step.ms);
      case "end the tokens":
        return server.endTokens();
      case "captive portal":
        network.portalUntil = clock.monotonic() + step.ms;
        return;
      case "no network":
        network.downUntil = clock.monotonic() + step.ms;
        return;
      case "strangers":
        return server.limiter.strangers(world.idsOf(0).accountId, step.count);
      case "befall":
        return this.befall(step.order, step.event);
      default:
        return this.plainly(step);
    }
  }

  private cancel(step: Extract<Step, { do: "cancel" }>): void {
    const { world } = this;
    const ids = world.idsOf(step.order);
    const call = this.begin("cancel", step, ids);
    const options = { ...ids, via: step.via, ...this.options(call, step) } as CancelOptions;
    this.follow(call, () => cancel(world.clients[step.client] as never, options));
  }

  private resume(step: Extract<Step, { do: "resume" }>): void {
    const { world } = this;
    const finished = this.calls.filter(({ result, tampered }) => result && !tampered);
    const source = finished.at(-1 - step.back) ?? finished[0];
    if (!source?.result) return;
    const call = this.begin("resume", step, source, source, step.how === "tampered");
    const copy: Result = step.how === "as it is" ? source.result : JSON.parse(JSON.stringify(source.result));
    const given = step.how === "tampered" ? tamper(copy, world.random, `call ${this.calls.length}`) : copy;
    this.follow(call, () =>
      resume(
        world.clients[step.client] as never,
        given as unknown as CancelResult,
        this.options(call, step) as ResumeOptions,
      ),
    );
  }

  private options(call: Call, step: CallStep): object {
    const { clock, plan } = this.world;
    // A resumed result carries its own.
    const settle = plan.settleMs === undefined || call.what === "resume" ? {} : { settleMs: plan.settleMs };
    return {
      deadlineMs: step.deadlineMs,
      clock,
      ...settle,
      ...this.signalOf(call, step),
      ...progressOf(call, step),
    };
  }

  private signalOf(call: Call, { abortAfterMs }: CallStep): { signal?: AbortSignal } {
    if (abortAfterMs === undefined) return {};
    const controller = new AbortController();
    this.world.clock.after(abortAfterMs, () => {
      call.abortedAt = this.world.clock.monotonic();
      controller.abort();
    });
    return { signal: controller.signal };
  }

  private begin(
    what: Call["what"],
    step: CallStep & { client: number },
    { accountId, orderId }: { accountId: number; orderId: number },
    source?: Call,
    tampered = false,
  ): Call {
    const client = `client ${step.client}`;
    // A final result is returned as it is: whoever asks for that sits with nobody.
    const isFinal = source?.result && !tampered && !isResumable(source.result);
    const sitting = isFinal ? this.alone(client, accountId, orderId) : this.sit(client, accountId, orderId);
    const settleMs = this.world.plan.settleMs ?? DEFAULT_SETTLE_MS;
    const startedAt = this.world.clock.monotonic();
    const from = this.world.network.log.length;
    const base = {
      what,
      client,
      accountId,
      orderId,
      settleMs,
      source,
      tampered,
      startedAt,
      from,
      told: [],
      sitting,
    };
    const call: Call = { ...base, deadlineMs: step.deadlineMs, endedAt: Infinity, until: Infinity };
    this.calls.push(call);
    sitting.calls.push(call);
    sitting.under++;
    return call;
  }

  private sit(client: string, accountId: number, orderId: number): Sitting {
    const key = `${client} ${accountId} ${orderId}`;
    const last = this.sittings.get(key);
    if (last && last.under > 0) return last;
    const sitting = this.alone(client, accountId, orderId, last ? this.handedOn(last) : []);
    this.sittings.set(key, sitting);
    return sitting;
  }

  private alone(
    client: string,
    accountId: number,
    orderId: number,
    inherited: Sitting["inherited"] = [],
  ): Sitting {
    const { clock, network } = this.world;
    const startedAt = clock.monotonic();
    const from = network.log.length;
    return { client, accountId, orderId, startedAt, from, inherited, calls: [], under: 0 };
  }

  /** What the next call about the order goes on from: the DELETEs of a ledger that was left with some outstanding. */
  private handedOn(last: Sitting) {
    const final = last.calls
      .filter(({ result }) => result)
      .sort((a, b) => a.endedAt - b.endedAt)
      .at(-1);
    // Where nothing came of it, the ledger is as it was.
    if (!final) return last.inherited;
    const isOpen = final.result && isResumable(final.result);
    if (!isOpen || final.result?.outstanding === 0) return [];
    return answerableFor(final, this.world.network.log);
  }

  private follow(call: Call, start: () => Promise<CancelResult>): void {
    const end = () => {
      call.endedAt = this.world.clock.monotonic();
      call.until = this.world.network.log.length;
      call.sitting.under--;
      this.running.delete(done);
    };
    const done = (async () => start())().then(
      (result) => {
        call.result = result as unknown as Result;
        end();
      },
      (thrown) => {
        call.thrown = thrown;
        call.source = undefined;
        end();
      },
    );
    this.running.add(done);
  }

  private plainly(step: Extract<Step, { do: "read plainly" | "delete plainly" }>): void {
    const client = this.world.clients[step.client];
    const method = step.do === "read plainly" ? "getOrder" : "cancelOrder";
    const ids = this.world.idsOf(step.order);
    const ignore = () => {};
    // Another order of the account: what is asked of this one is the business of cancel() alone.
    const orderId = ids.orderId + 1_000;
    for (let index = 0; index < step.count; index++)
      client?.[method]({ ...ids, orderId }).then(ignore, ignore);
  }

  private befall(index: number, event: OrderEvent): void {
    const order = this.world.order(index);
    if (!order || order.isClosed()) return;
    const happen: Record<OrderEvent, () => void> = {
      "fill part": () => order.fillPart(),
      fill: () => order.fill(),
      expire: () => order.change("Expired"),
      replace: () => this.world.server.replace(order),
      reject: () => order.change("Rejected"),
      busy: () => order.isOpen() && order.change("PendingReplace"),
      suspend: () => order.isOpen() && order.change("Suspended"),
      "done for day": () => order.isOpen() && order.change("DoneForDay"),
      open: () => !order.taken.some(({ decidedAt }) => decidedAt === undefined) && order.change("New"),
      "canceled by another": () => order.change("Canceled"),
      "cancel by another": () => order.isOpen() && order.take(undefined, "a stranger", true),
    };
    happen[event]();
  }
}

/** A listener of the user's, as well written as they are. */
function progressOf(call: Call, { progress }: CallStep): { onProgress?: (told: unknown) => unknown } {
  if (progress === "none") return {};
  return {
    onProgress(told) {
      call.told.push(told);
      if (progress === "throws") throw new Error("the listener's own mistake");
      return progress === "rejects" ? Promise.reject(new Error("the listener's own mistake")) : undefined;
    },
  };
}
