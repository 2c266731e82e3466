// Owns "Cancel all": what is meant, the plan, the order to go, the progress, and what is proven in the end.
import {
  type CancelAllProgress,
  type CancelAllResult,
  type Client,
  cancelAll,
  describeResult,
  type Plan,
  planCancelAll,
  type Via,
  type Where,
} from "autoshares-cancel";
import { planTable, type ResultTable } from "./cancel-all-table.js";
import { button, byId, field, make, say, setText } from "./dom.js";
import { orderNumbers, waitingTime } from "./input.js";
import { LEFT_ALONE, type Order, quantity, remaining, spaced, verdictLabel } from "./words.js";

/** What the panel asks of the page. */
export interface Host {
  session(): { client: Client; accountId: number } | undefined;
  /** Does something, and says in one line what kept it from being done. */
  reporting(task: () => Promise<void>): Promise<void>;
  /** Reads the book again. */
  refresh(): Promise<void>;
}

const panel = byId("all", HTMLElement);
const form = byId("all-form", HTMLFormElement);
const opener = byId("open-all", HTMLButtonElement);
const content = byId("all-content", HTMLElement);

/** Ends what is under way; undefined: nothing is. */
let stopping: AbortController | undefined;

export function startCancelAll(host: Host): void {
  opener.addEventListener("click", () => (panel.hidden ? open() : close()));
  byId("close-all", HTMLButtonElement).addEventListener("click", close);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void host.reporting(() => makePlan(host));
  });
  // A plan that was made for something else must not stay beside the new choice.
  form.addEventListener("input", () => stopping ?? content.replaceChildren());
}

function open(): void {
  panel.hidden = false;
  opener.ariaExpanded = "true";
  byId("all-title", HTMLElement).focus();
}

function close(): void {
  stopping?.abort();
  panel.hidden = true;
  opener.ariaExpanded = "false";
  content.replaceChildren();
  opener.focus();
}

function whereGiven(): Where {
  const side = field(form, "side", HTMLSelectElement).value;
  return side === "everything" ? side : { side: side as NonNullable<Exclude<Where, string>["side"]> };
}

async function makePlan(host: Host): Promise<void> {
  const session = host.session();
  if (!session || stopping) return;
  const keep = orderNumbers(field(form, "keep", HTMLInputElement).value);
  const { client, accountId } = session;
  content.replaceChildren(make("p", {}, "Reading the whole list…"));
  try {
    showPlan(
      host,
      client,
      await planCancelAll(client, { accountIds: [accountId], where: whereGiven(), keep }),
    );
  } catch (error) {
    content.replaceChildren();
    throw error;
  }
}

function showPlan(host: Host, client: Client, plan: Plan): void {
  const table = planTable(plan.targets.map(({ order }) => order));
  const go = button([`Cancel ${counted(plan.targets.length)}`], { class: "primary danger" }, () => {
    go.ariaDisabled = "true";
    void host.reporting(() => carryOut(host, client, plan, table));
  });
  const nothing = button(["Cancel nothing"], {}, close);
  const offered = plan.targets.length > 0 ? [go, nothing] : [];
  content.replaceChildren(
    make("p", { class: "all-says", tabindex: "-1" }, planWords(plan)),
    make("div", { class: "doing" }, ...offered),
    ...(plan.targets.length > 0 ? [table.element] : []),
    ...leftAlone(plan),
  );
  say(planWords(plan));
  content.querySelector<HTMLElement>(".all-says")?.focus();
}

const counted = (orders: number) => (orders === 1 ? "this order" : `these ${orders} orders`);

function planWords({ targets, leftAlone, reads, etaMs, listedAt }: Plan): string {
  if (targets.length === 0) return `As of ${timeText(listedAt)} there is nothing to cancel.`;
  const orders = targets.length === 1 ? "1 order is" : `${targets.length} orders are`;
  const others = leftAlone.length === 0 ? "" : ` ${leftAlone.length} that may be open are left alone.`;
  const time = etaMs === 0 ? "at once" : `within ${Math.ceil(etaMs / 1000)} s`;
  return `The plan, as of ${timeText(listedAt)}: ${orders} to be canceled, in this order.${others} By the limits of the API all DELETEs leave ${time}; at least ${reads} reads are needed to prove the result. Nothing was sent yet.`;
}

const timeText = (iso: string) => `${iso.slice(11, 19)} UTC`;

function leftAlone({ leftAlone }: Plan): HTMLElement[] {
  if (leftAlone.length === 0) return [];
  const items = leftAlone.map(({ order, why }) => make("li", {}, orderText(order), `: ${LEFT_ALONE[why]}`));
  const summary = make("summary", {}, `Left alone: ${leftAlone.length}`);
  return [make("details", {}, summary, make("ul", {}, ...items))];
}

const orderText = (order: Order) =>
  `${order.Id}, ${spaced(order.Status)}, ${spaced(order.Side ?? "?")}, ${quantity(remaining(order))} remaining`;

async function carryOut(host: Host, client: Client, plan: Plan, table: ResultTable): Promise<void> {
  const via: Via = field(form, "via", HTMLSelectElement).value === "venue" ? "venue" : "api";
  const deadlineMs = waitingTime(field(form, "deadline", HTMLInputElement).value);
  stopping = new AbortController();
  const { signal } = stopping;
  const progress = showProgress(stopping);
  try {
    const result = await cancelAll(client, plan, {
      ...{ via, deadlineMs, signal },
      onProgress(event) {
        progress(event);
        if (event.orderId !== undefined && event.verdict) table.show(event.orderId, event.verdict);
      },
    });
    showResult(result, table);
  } finally {
    stopping = undefined;
  }
  await host.refresh();
}

function showProgress(stopping: AbortController): (event: CancelAllProgress) => void {
  const bar = make("progress", { "aria-label": "Decided orders", max: "1", value: "0" });
  const text = make("span", {}, "Sending…");
  const stop = button(["Stop sending"], {}, () => stopping.abort());
  const hint = "What has left cannot be called back.";
  content.querySelector(".doing")?.replaceChildren(bar, text, stop, hint);
  stop.focus();
  return ({ counts }) => {
    bar.max = Math.max(1, counts.orders);
    bar.value = counts.decided;
    setText(
      text,
      `${counts.sent} of ${counts.orders} sent, ${counts.decided} decided: ${verdictsText(counts)}`,
    );
  };
}

function verdictsText({ verdicts }: CancelAllProgress["counts"]): string {
  const names = Object.keys(verdicts) as (keyof typeof verdicts)[];
  return names.map((name) => `${verdictLabel(name).toLowerCase()} ${verdicts[name]}`).join(", ");
}

function showResult(result: CancelAllResult, table: ResultTable): void {
  for (const one of result.results) table.show(one.orderId, one.verdict, describeResult(one));
  const text = describeResult(result);
  const tone = result.stopped === "verified-empty" ? "good" : "bad";
  const says = make("p", { class: "all-says result", "data-tone": tone, tabindex: "-1" }, text);
  content.querySelector(".doing")?.remove();
  content.querySelector(".all-says")?.replaceWith(says, ...besides(result));
  say(text);
  says.focus();
}

const TREATED = { included: "see its result", reported: "left alone" } as const;

function besides({ open, lastFullLookAt, newcomers, problems, requests }: CancelAllResult): HTMLElement[] {
  const look = lastFullLookAt
    ? `The last complete look at the list began at ${timeText(lastFullLookAt)}; what was placed later was not seen.`
    : "The list was never read to its end.";
  const facts = [
    look,
    `Requests: ${requests.deletes} DELETEs, ${requests.reads} reads.`,
    ...newcomers.map(({ orderId, treated }) => `Order ${orderId} appeared meanwhile: ${TREATED[treated]}.`),
    ...problems,
  ];
  const list = make("ul", {}, ...facts.map((fact) => make("li", {}, fact)));
  if (open.length === 0) return [list];
  const items = open.map((order) => make("li", {}, orderText(order)));
  return [
    list,
    make("h3", {}, `Not proven closed: ${open.length}`),
    make("ul", { id: "still-open" }, ...items),
  ];
}
