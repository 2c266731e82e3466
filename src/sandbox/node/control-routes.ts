// Owns the control surface over HTTP: paths and JSON around control.ts. No sockets.

import type { Control } from "../control.js";
import type { HttpResponse } from "../http.js";
import { SITUATIONS } from "../situations.js";
import { jsonResponse, messageResponse } from "../undocumented.js";

export const CONTROL_PATH = "/__sandbox";

type Body = Record<string, unknown>;
type Handler = (control: Control, id: number, body: Body, query: URLSearchParams) => unknown;

/** Method and path below the reserved one, what it does, and how. The docs list them. */
export const CONTROL_ROUTES: readonly [method: string, path: string, does: string, handler: Handler][] = [
  ["GET", "/", "What there is: these paths, the situations, the switches, the time", overview],
  ["GET", "/orders", "All orders as they truly are", (control) => control.orders()],
  [
    "GET",
    "/orders/{id}",
    "One order, with all that happened to it and when",
    (control, id) => control.order(id),
  ],
  [
    "PUT",
    "/orders/{id}",
    "Puts an order, or changes one: `{status, quantity, executed, side, plan, fault, …}`",
    put,
  ],
  ["POST", "/orders/{id}/fill", "Executes `{quantity}`, or all that remains", fill],
  ["POST", "/orders/{id}/events", "Lets `{event, inMs, quantity}` happen to it", event],
  ["GET", "/transfers", "All transfers as they are", (control) => control.transfers()],
  ["GET", "/script", "What is left of the script", (control) => control.scripted()],
  ["POST", "/script", "Adds `{match, fault or answer, delayMs, times}`, or a list of them", script],
  ["DELETE", "/script", "Forgets the script", (control) => control.clearScript()],
  ["GET", "/requests", "The latest requests; `?operation=` for one kind", requests],
  ["GET", "/counts", "How many requests came, by operation", (control) => control.counts()],
  ["POST", "/tokens", "A token without signing in", (control) => ({ token: control.issueToken() })],
  ["DELETE", "/tokens", "Ends all tokens", (control) => control.endTokens()],
  ["PATCH", "/switches", 'Plays other sides of contradictions: `{secondCancel: "204"}`', switches],
  ["GET", "/clock", "The time", (control) => ({ now: new Date(control.now()).toISOString() })],
  ["POST", "/clock", "Moves the time on by `{advanceMs}`", advance],
  ["POST", "/reset", "Everything as at the start", (control) => control.reset()],
];

function overview(control: Control): unknown {
  return {
    paths: CONTROL_ROUTES.map(([method, path, does]) => `${method} ${CONTROL_PATH}${path}  ${does}`),
    situations: SITUATIONS.map(({ id, name, happens }) => `${id}  ${name}: ${happens}`),
    switches: control.switches(),
    now: new Date(control.now()).toISOString(),
  };
}

function put(control: Control, id: number, body: Body): unknown {
  return control.putOrder(id, body);
}

function fill(control: Control, id: number, body: Body): unknown {
  return control.fill(id, body.quantity as number | undefined);
}

function event(control: Control, id: number, body: Body): unknown {
  return control.event(id, body.event as never, body);
}

function script(control: Control, _id: number, body: Body): unknown {
  control.script(body as never);
  return control.scripted();
}

function requests(control: Control, _id: number, _body: Body, query: URLSearchParams): unknown {
  return control.requests(query.get("operation") ?? undefined);
}

function switches(control: Control, _id: number, body: Body): unknown {
  return control.setSwitches(body);
}

async function advance(control: Control, _id: number, { advanceMs }: Body): Promise<unknown> {
  await control.advance(advanceMs as number);
  return { now: new Date(control.now()).toISOString() };
}

export interface ControlRoutes {
  owns(url: string): boolean;
  handle(method: string, url: string, body: string): Promise<HttpResponse>;
}

export function controlRoutes(control: Control, on: boolean): ControlRoutes {
  return {
    owns: (url) => url.startsWith(CONTROL_PATH),
    handle: async (method, url, body) => (on ? respond(control, method, url, body) : OFF),
  };
}

const OFF = messageResponse(
  403,
  "The control surface is off, because others can reach this address. Start with --control to have it.",
);

async function respond(control: Control, method: string, url: string, body: string): Promise<HttpResponse> {
  const [path = "", search = ""] = url.slice(CONTROL_PATH.length).split("?");
  const id = /^\/orders\/(\d+)/.exec(path)?.[1];
  const template = id === undefined ? path || "/" : path.replace(id, "{id}");
  const route = CONTROL_ROUTES.find(([verb, known]) => verb === method && known === template);
  if (!route)
    return messageResponse(
      404,
      `The control surface has no ${method} ${path}. GET ${CONTROL_PATH}/ lists what it has.`,
    );
  try {
    const found = await route[3](control, Number(id), parsed(body), new URLSearchParams(search));
    return found === undefined && method === "GET"
      ? messageResponse(404, `There is no ${path}.`)
      : jsonResponse(200, found ?? { done: true });
  } catch (error) {
    return messageResponse(400, (error as Error).message);
  }
}

function parsed(body: string): Body {
  if (body === "") return {};
  const value: unknown = JSON.parse(body);
  if (value === null || typeof value !== "object") throw new Error("The body is not a JSON object.");
  return value as Body;
}
