// The simulated API: what it answers to a request that has arrived, and what that does to the orders.
import {
  type Answer,
  appKeyUnknown,
  denied,
  empty,
  forbidden,
  json,
  NO_HTTP_RESOURCE,
  orderBody,
  problem,
} from "./answers.js";
import type { SimulatedClock } from "./clock.js";
import { Limiter } from "./limits.js";
import type { Sent } from "./log.js";
import { Order } from "./order.js";
import type { Random } from "./random.js";

/** How this deployment behaves where the documentation leaves it open. */
export interface Switches {
  readonly success: 204 | 200 | "200 object";
  readonly closed: 409 | 422 | 400;
  readonly pending: 204 | 409;
  readonly appKey: 401 | 403;
  readonly replaced: 409 | 422;
}

export interface Secrets {
  readonly appKey: string;
  readonly username: string;
  readonly password: string;
}

const SIGN_IN_FAILURES = {
  302: 2,
  html: 2,
  400: 1,
  401: 2,
  403: 1,
  404: 1,
  405: 1,
  409: 1,
  410: 1,
  422: 1,
  429: 2,
  500: 2,
  503: 1,
  "second factor": 2,
  "expired password": 1,
  "no token": 1,
};

export class Server {
  readonly orders = new Map<string, Order>();
  readonly limiter: Limiter;
  readonly switches: Switches;
  /** Every token that was ever given out. */
  readonly tokens: string[] = [];
  private readonly valid = new Set<string>();

  constructor(
    private readonly clock: SimulatedClock,
    private readonly random: Random,
    readonly secrets: Secrets,
    /** How stale a read may be. */
    private readonly lagMs: number,
    /** How likely each thing that can go wrong goes wrong. */
    private readonly trouble: number,
    private readonly hasCredentials: boolean,
  ) {
    this.limiter = new Limiter(clock, random);
    this.switches = {
      success: random.pick("switch success", [204, 200, "200 object"]),
      closed: random.pick("switch closed", [409, 422, 400]),
      pending: random.pick("switch pending", [204, 409]),
      appKey: random.pick("switch appKey", [401, 403]),
      replaced: random.pick("switch replaced", [409, 422]),
    };
  }

  place(id: number, accountId: number, agoMs: number): Order {
    const order = new Order(id, accountId, this.clock.monotonic() - agoMs, this.clock, this.random);
    this.orders.set(`${accountId}/${id}`, order);
    return order;
  }

  /** A successor takes the order's place. */
  replace(order: Order): void {
    if (!order.isOpen()) return;
    order.change("Replaced");
    const successor = this.place(order.id + 5_000, order.accountId, 0).start("New");
    successor.origClientId = order.clientId;
  }

  issueToken(): string {
    const token = `token-${this.random.seed}-${this.tokens.length}-zq`;
    this.tokens.push(token);
    this.valid.add(token);
    return token;
  }

  endTokens(): void {
    this.valid.clear();
  }

  /** A server can echo to a client only what the client knows. */
  private echoed: string[] = [];

  private known(headers: Headers): string[] {
    const { appKey, username, password } = this.secrets;
    const token = headers.get("authorization")?.replace("Bearer ", "");
    return [...(token ? [token] : []), appKey, ...(this.hasCredentials ? [username, password] : [])];
  }

  /** What is answered, at once; the slow endpoint's wait is the network's. */
  answer(sent: Sent, headers: Headers, pageNumber: number): Answer {
    const label = `request ${sent.n}.${sent.arrivals.length}`;
    if (sent.arrivals.length < 2 && this.limiter.isOver(sent.kind, sent.accountId))
      return this.limited(label);
    this.echoed = this.known(headers);
    if (headers.get("et-app-key") !== this.secrets.appKey) return appKeyUnknown(this.switches.appKey);
    if (sent.kind === "token") return this.signIn(label, headers);
    if (!this.valid.has(headers.get("authorization")?.replace("Bearer ", "") ?? ""))
      return denied(this.random, label);
    if (sent.accountId === FOREIGN) return forbidden(this.random, label);
    const answer = this.orderAnswer(sent, label, pageNumber);
    const near = this.limiter.near(sent.kind, sent.accountId);
    return { ...answer, headers: { ...answer.headers, ...near.headers }, toldToWaitMs: near.waitMs };
  }

  limited(label: string): Answer {
    const { headers, waitMs } = this.limiter.refusal(label);
    return { ...problem(429, this.random, label), headers, toldToWaitMs: waitMs };
  }

  private signIn(label: string, headers: Headers): Answer {
    if (headers.get("username") !== this.secrets.username) return json(401, { State: "Failed" });
    if (this.random.happens(`${label} sign-in fails`, this.trouble * 0.5)) return this.failedSignIn(label);
    return json(200, { State: "Succeeded", Token: this.issueToken() });
  }

  private failedSignIn(label: string): Answer {
    const way = this.random.weighted(`${label} way`, SIGN_IN_FAILURES);
    const { password } = this.secrets;
    const special: Record<string, () => Answer> = {
      302: () => empty(302, { location: "https://login.test/" }),
      html: () => ({ status: 200, body: `<html>${password}`, headers: { "content-type": "text/html" } }),
      401: () => json(401, { State: "Failed", Step: "BaseAuthentication", Reason: "Invalid credentials" }),
      429: () => this.limited(label),
      "second factor": () =>
        json(202, {
          State: "Expecting",
          Step: "Sms",
          Reason: "Expecting confirmation code",
          Token: this.issueToken(),
        }),
      "expired password": () =>
        json(202, { State: "BaseAuthentication", Reason: "Your Password has expired and must be changed" }),
      "no token": () => json(200, { State: "Succeeded" }),
    };
    return special[way]?.() ?? problem(Number(way), this.random, label);
  }

  private orderAnswer(sent: Sent, label: string, pageNumber: number): Answer {
    if (sent.kind === "list") return this.list(sent, label, pageNumber);
    const order = this.orders.get(`${sent.accountId}/${sent.orderId}`);
    if (!order) return problem(404, this.random, label);
    return sent.kind === "delete" ? this.cancel(order, sent, label) : this.read(order, label);
  }

  private seenAt(label: string): number {
    const part = this.random.draw(`${label} lag`);
    const share = part < 0.3 ? 0 : part > 0.85 ? 1 : (part - 0.3) / 0.55;
    return this.clock.monotonic() - Math.floor(share * this.lagMs);
  }

  private read(order: Order, label: string): Answer {
    const shown = order.asOf(this.seenAt(label));
    if (!shown) return problem(404, this.random, label);
    return json(200, this.write(order, shown, label));
  }

  private write(order: Order, shown: Parameters<typeof orderBody>[1], label: string): object {
    return orderBody(order, shown, this.random, label, (at) => this.clock.trueTime(at), this.echoed);
  }

  private list({ accountId }: Sent, label: string, pageNumber: number): Answer {
    const at = this.seenAt(label);
    const Result = [...this.orders.values()].flatMap((order) => {
      const shown = order.accountId === accountId ? order.asOf(at) : undefined;
      return shown ? [this.write(order, shown, `${label} ${order.id} in a list`)] : [];
    });
    const all = { NextPageLink: "", PreviousPageLink: "", TotalCount: Result.length };
    return json(200, { ...all, Result: pageNumber > 0 ? [] : Result });
  }

  private cancel(order: Order, sent: Sent, label: string): Answer {
    const { pending, replaced, closed } = this.switches;
    if (order.placedAt > this.seenAt(label)) return problem(404, this.random, label);
    if (order.status === "PendingCancel")
      return pending === 204 ? this.take(order, sent, label) : problem(409, this.random, label);
    if (order.status === "PendingReplace") return problem(replaced, this.random, label);
    if (order.status === "PendingNew" && this.random.draw(`${label} unknown yet`) < 0.5)
      return problem(404, this.random, label);
    if (!order.isOpen()) return problem(closed, this.random, label);
    if (this.random.happens(`${label} refused though open`, this.trouble * 0.15))
      return problem(this.random.pick(`${label} refusal`, [400, 409, 422]), this.random, label);
    return this.take(order, sent, label);
  }

  private take(order: Order, sent: Sent, label: string): Answer {
    sent.taken = true;
    order.take(sent.n, sent.client, sent.slow || sent.doubled);
    if (this.random.happens(`${label} fails after it took the cancel`, this.trouble * 0.1))
      return problem(500, this.random, label);
    const { success } = this.switches;
    if (success === 204) return empty(204);
    return success === 200 ? empty(200) : json(200, { Id: order.id });
  }

  noResource(path: string): Answer {
    return json(404, { Message: `${NO_HTTP_RESOURCE} 'https://api.test${path}'.` });
  }
}

/** An account that the user may not use. */
export const FOREIGN = 9_999;
