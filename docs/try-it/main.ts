// Puts the page together: connects, shows the book, cancels. What it does with the package is here, in cancel-all.ts
// and in wire.ts.
import {
  type CancelResult,
  type Client,
  cancel,
  createClient,
  describeResult,
  type ResumeOptions,
  resume,
  type Via,
} from "autoshares-cancel";
import { createBlotter, type Situation } from "./blotter.js";
import { startCancelAll } from "./cancel-all.js";
import * as connection from "./connection.js";
import { byId, say, setText } from "./dom.js";
import { showExchange, startDrawer } from "./drawer.js";
import { orderNumber, waitingTime } from "./input.js";
import { type Run, withStep } from "./run.js";
import { clock, onSimulated, startSimulation } from "./simulation.js";
import { recordWire } from "./wire.js";
import { type Order, type Tone, verdictLabel } from "./words.js";

interface Session {
  readonly client: Client;
  readonly place: connection.Place;
  readonly accountId: number;
}

const problem = byId("problem", HTMLElement);
const state = byId("state", HTMLElement);
const details = byId("connection", HTMLDetailsElement);
const seconds = byId("seconds", HTMLInputElement);
const number = byId("number", HTMLInputElement);

let session: Session | undefined;
let situations: Map<number, Situation> = new Map();
/** Cancels under way. */
const running = new Set<Run>();

const now = () => (session?.place.where === "page" ? clock.now() : Date.now());
const wire = recordWire(showExchange);
const blotter = createBlotter({
  now,
  cancel: (orderId, via) => void start(orderId, via),
  resume: (run) => void goOn(run),
  situationOf: (orderId) => situations.get(orderId),
  historyOf: (orderId) => session && connection.historyOf(session.place, orderId),
});

async function connect(): Promise<void> {
  for (const run of running) run.waiting.abort();
  session = undefined;
  setState("Connecting…", "wait");
  await reporting(async () => {
    const place = connection.given();
    document.body.dataset.where = place.where;
    session = { client: createClient(wire.recorded(place.options)), place, accountId: place.accountId };
    await showBook(session).catch((error) => {
      throw new Error(connection.problemText(error, place));
    });
    setState(connection.stateText(place), place.where === "page" ? "wait" : "good");
    details.open = false;
  });
  if (!problem.textContent) return;
  session = undefined;
  setState("Not connected", "bad");
  details.open = true;
}

async function showBook({ client, place, accountId }: Session): Promise<void> {
  const [orders, played] = await Promise.all([allOrders(client, accountId), connection.situationsOf(place)]);
  situations = played;
  blotter.show(orders);
}

/** Reads all pages: a filter by status would leave out orders that are open. */
async function allOrders(client: Client, accountId: number): Promise<Order[]> {
  const orders: Order[] = [];
  for (let pageNumber = 0; ; pageNumber++) {
    const page = await client.listOrders({ accountId, pageNumber, pageSize: 100 });
    orders.push(...page.Result);
    if (page.Result.length === 0 || orders.length >= page.TotalCount) return orders;
  }
}

async function start(orderId: number, via: Via): Promise<void> {
  if (!session) return;
  const { client, accountId } = session;
  const run: Run = { orderId, via, startedAt: now(), steps: [], waiting: new AbortController() };
  await followed(run, (options) => cancel(client, { accountId, orderId, via, ...options }));
}

/** Goes on with a cancel that was not over when its time was. */
async function goOn(run: Run): Promise<void> {
  if (!session || !run.result) return;
  const { client } = session;
  const { result } = run;
  run.result = undefined;
  run.waiting = new AbortController();
  await followed(run, (options) => resume(client, result, options));
}

/** Shows each event as it is learned, and the verdict when there is one. */
async function followed(run: Run, ask: (options: ResumeOptions) => Promise<CancelResult>): Promise<void> {
  const { orderId } = run;
  await reporting(async () => {
    const deadlineMs = checked(seconds, waitingTime);
    running.add(run);
    blotter.follow(run);
    blotter.reveal(orderId);
    say(`Canceling order ${orderId}.`);
    run.result = await ask({
      deadlineMs,
      signal: run.waiting.signal,
      onProgress({ attempt, observation }) {
        const step = attempt ?? observation;
        if (step) run.steps = withStep(run.steps, step);
        if (observation?.order) blotter.update([observation.order]);
        blotter.follow(run);
      },
    });
    say(`${verdictLabel(run.result.verdict)}. ${describeResult(run.result)}`);
  });
  running.delete(run);
  // Also when the cancel was never asked for, because an argument is wrong: it is not under way.
  if (run.result) blotter.follow(run);
  else blotter.drop(run);
  if (session && run.result) await refreshOrder(session, orderId);
}

/** Reads the order once more, with its legs: canceling it cancels them. */
async function refreshOrder({ client, accountId }: Session, orderId: number): Promise<void> {
  const order = await client.getOrder({ accountId, orderId }).catch(() => undefined);
  if (order) blotter.update([order, ...(order.Legs ?? [])]);
}

/** What a field says; else the field is marked, and the reader is told. */
function checked<T>(input: HTMLInputElement, read: (text: string) => T): T {
  input.ariaInvalid = null;
  try {
    return read(input.value);
  } catch (error) {
    input.ariaInvalid = "true";
    input.focus();
    throw error;
  }
}

/** Does something, and says in one line what kept it from being done. */
async function reporting(task: () => Promise<void>): Promise<void> {
  problem.textContent = "";
  try {
    await task();
  } catch (error) {
    problem.textContent = session
      ? connection.problemText(error, session.place)
      : String(error instanceof Error ? error.message : error);
  }
}

function setState(text: string, tone: Tone): void {
  setText(state, text);
  state.dataset.tone = tone;
}

const withSession = (task: (session: Session) => Promise<void>) => () => {
  const current = session;
  if (current) void reporting(() => task(current));
};

const refresh = async ({ client, accountId }: Session) => blotter.update(await allOrders(client, accountId));

byId("connect", HTMLFormElement).addEventListener("submit", (event) => {
  event.preventDefault();
  void connect();
});
byId("where", HTMLFieldSetElement).addEventListener("change", () => connection.prefill());
byId("by-number", HTMLFormElement).addEventListener("submit", (event) => {
  event.preventDefault();
  const via = event.submitter?.getAttribute("value") === "venue" ? "venue" : "api";
  void reporting(async () => void start(checked(number, orderNumber), via));
});
byId("refresh", HTMLButtonElement).addEventListener("click", withSession(refresh));
byId("reset", HTMLButtonElement).addEventListener(
  "click",
  withSession(async (current) => {
    await connection.resetSandbox(current.place);
    await showBook(current);
    say("The book is as it was at the start.");
  }),
);

startDrawer(wire.clear);
startSimulation();
startCancelAll({
  session: () => session,
  reporting,
  refresh: async () => {
    if (session) await refresh(session);
  },
});
onSimulated(() => {
  if (session?.place.where === "page") for (const run of running) blotter.follow(run);
});
connection.prefillFromLink();
problem.textContent = "";
// Elsewhere it asks first: an address that came with a link is not trusted with a sign-in.
if (connection.chosen() === "address") details.open = true;
else void connect();
