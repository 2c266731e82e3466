// @ts-check
// Puts the page together: connects, shows the book, cancels. What it does with the package is all here and in wire.js.
import { cancel, createClient, resume } from "autoshares-cancel";
import { createBlotter } from "./blotter.js";
import { given, isThisMachine, prefill, problemText, resetSandbox, situationsOf } from "./connection.js";
import { byId, say } from "./dom.js";
import { showExchange, startDrawer } from "./drawer.js";
import { recordWire } from "./wire.js";
import { verdictWords } from "./words.js";

/** @typedef {import("autoshares-cancel").Client} Client */
/** @typedef {import("./evidence.js").Run} Run */
/** @typedef {{ client: Client, accountId: number, baseUrl: string }} Session */

const problem = byId("problem", HTMLElement);
const state = byId("state", HTMLElement);
const connection = byId("connection", HTMLDetailsElement);
const seconds = byId("seconds", HTMLInputElement);

const wire = recordWire(showExchange);
const blotter = createBlotter({
  cancel: (orderId, via) => void start(orderId, via),
  resume: (run) => void goOn(run),
});

/** @type {Session | undefined} */
let session;

async function connect() {
  const { options, accountId } = given();
  session = undefined;
  setState("Connecting…", "wait");
  await reporting(options.baseUrl, async () => {
    const client = createClient({ ...options, ...wire.options });
    session = { client, accountId, baseUrl: options.baseUrl };
    await showBook(session);
    setState(
      `Connected to ${options.baseUrl} as ${options.credentials.username}, account ${accountId}`,
      "good",
    );
    connection.open = false;
  });
  if (problem.textContent) {
    session = undefined;
    setState("Not connected", "bad");
    connection.open = true;
  }
}

/** @param {Session} session */
async function showBook({ client, accountId, baseUrl }) {
  const [orders, situations] = await Promise.all([allOrders(client, accountId), situationsOf(baseUrl)]);
  blotter.show(orders, situations);
}

/** Reads all pages: a filter by status would leave out orders that are open. @param {Client} client @param {number} accountId */
async function allOrders(client, accountId) {
  const orders = [];
  for (let pageNumber = 0; ; pageNumber++) {
    const page = await client.listOrders({ accountId, pageNumber, pageSize: 100 });
    orders.push(...page.Result);
    if (page.Result.length === 0 || orders.length >= page.TotalCount) return orders;
  }
}

/** @param {number} orderId @param {"api" | "venue"} via */
async function start(orderId, via) {
  if (!session) return;
  const { client, accountId } = session;
  /** @type {Run} */
  const run = { orderId, via, startedAt: Date.now(), steps: [], waiting: new AbortController() };
  await followed(run, (options) => cancel(client, { accountId, orderId, via, ...options }));
}

/** Goes on with a cancel that was not over when its time was. @param {Run} earlier */
async function goOn({ result, ...earlier }) {
  if (!session || !result) return;
  const { client } = session;
  const run = { ...earlier, waiting: new AbortController() };
  await followed(run, (options) => resume(client, result, options));
}

/**
 * Shows each event as it is learned, and the verdict when there is one.
 *
 * @param {Run} run
 * @param {(options: import("autoshares-cancel").ResumeOptions) => ReturnType<typeof cancel>} ask
 */
async function followed(run, ask) {
  const { orderId, waiting } = run;
  if (!session) return;
  const { baseUrl, client, accountId } = session;
  blotter.follow(run);
  say(`Canceling order ${orderId}.`);
  await reporting(baseUrl, async () => {
    run.result = await ask({
      deadlineMs: Number(seconds.value) * 1000,
      signal: waiting.signal,
      onProgress({ attempt, observation }) {
        run.steps.push(...[attempt ?? observation ?? []].flat());
        if (observation?.order) blotter.update([observation.order]);
        blotter.follow(run);
      },
    });
    const { label, says, next } = verdictWords(run.result);
    say(`Order ${orderId}. ${label}. ${says} ${next}`);
  });
  // Also when the cancel was never asked for, because an argument is wrong: it is not under way.
  if (run.result) blotter.follow(run);
  else blotter.drop(orderId);
  await refresh(client, accountId, orderId);
}

/** Reads the order once more, with its legs: canceling it cancels them. @param {Client} client @param {number} accountId @param {number} orderId */
async function refresh(client, accountId, orderId) {
  const order = await client.getOrder({ accountId, orderId }).catch(() => undefined);
  if (order) blotter.update([order, ...(order.Legs ?? [])]);
}

/** Does something, and says in one line what kept it from being done. @param {string} baseUrl @param {() => Promise<void>} task */
async function reporting(baseUrl, task) {
  problem.textContent = "";
  try {
    await task();
  } catch (error) {
    problem.textContent = problemText(error, baseUrl);
  }
}

/** @param {string} text @param {import("./words.js").Tone} tone */
function setState(text, tone) {
  state.textContent = text;
  state.dataset.tone = tone;
}

/** @param {(session: Session) => Promise<void>} task */
const withSession = (task) => () =>
  session && void reporting(session.baseUrl, () => task(/** @type {Session} */ (session)));

byId("connect", HTMLFormElement).addEventListener("submit", (event) => {
  event.preventDefault();
  void connect();
});
byId("by-number", HTMLFormElement).addEventListener("submit", (event) => {
  event.preventDefault();
  const via = event.submitter?.getAttribute("value") === "venue" ? "venue" : "api";
  const orderId = Number(byId("number", HTMLInputElement).value);
  void start(orderId, via);
  blotter.reveal(orderId);
});
byId("refresh", HTMLButtonElement).addEventListener(
  "click",
  withSession(async ({ client, accountId }) => blotter.update(await allOrders(client, accountId))),
);
byId("reset", HTMLButtonElement).addEventListener(
  "click",
  withSession(async (current) => {
    await resetSandbox(current.baseUrl);
    await showBook(current);
    say("The book is as it was at the start.");
  }),
);

startDrawer(wire.clear);
prefill();
problem.textContent = "";
// Elsewhere it asks first: an address that came with a link is not trusted with a sign-in.
if (isThisMachine(given().options.baseUrl)) void connect();
else connection.open = true;
