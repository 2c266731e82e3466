// Owns whom the page talks to: the sandbox in it, one on this machine, or another address; and what to do when nobody
// answers. Nothing of it is stored.
import { AutoSharesError, type ClientOptions, ConnectionError } from "autoshares-cancel";
import type { Situation } from "./blotter.js";
import { byId, field } from "./dom.js";
import { accountNumber } from "./input.js";
import * as simulation from "./simulation.js";
import type { History } from "./timeline.js";

/** `page`: simulated, nothing leaves the page. `local`: a sandbox on this machine. */
export type Where = "page" | "local" | "address";

/** What is behind the page. */
export interface Place {
  readonly where: Where;
  readonly baseUrl: string;
  readonly accountId: number;
  readonly user: string;
  readonly options: ClientOptions;
}

/** Where a sandbox listens unless it is told otherwise. */
const LOCAL = "http://127.0.0.1:4010";
/** An address that nothing is sent to: the sandbox in the page answers instead. */
const SIMULATED = "https://sandbox.invalid";

const form = byId("connect", HTMLFormElement);
const input = (name: string) => field(form, name, HTMLInputElement);

const SANDBOX = {
  appKey: simulation.appKey,
  user: simulation.user,
  password: simulation.password,
};
const NOTHING = { appKey: "", user: "", password: "" };

export function chosen(): Where {
  const value = String(new FormData(form).get("where"));
  return value === "local" || value === "address" ? value : "page";
}

/** Fills the form in for what was chosen. An address is taken over where it can be meant. */
export function prefill(address = ""): void {
  const where = chosen();
  byId("address", HTMLElement).hidden = where === "page";
  const usual = where === "local" ? LOCAL : "";
  const values = { ...(where === "address" ? NOTHING : SANDBOX), address: address || usual };
  for (const [name, value] of Object.entries(values)) input(name).value = value;
  input("address").required = where !== "page";
}

/** Chooses by `?api=` in the page's own address. */
export function prefillFromLink(): void {
  const address = new URLSearchParams(location.search).get("api") ?? "";
  const where = address === "" ? "page" : isThisMachine(address) ? "local" : "address";
  const radio = form.querySelector<HTMLInputElement>(`input[name=where][value=${where}]`);
  if (radio) radio.checked = true;
  prefill(address);
}

/** What the form says. Throws, in a sentence for the reader, for what cannot be. */
export function given(): Place {
  const value = (name: string) => input(name).value.trim();
  const where = chosen();
  const accountId = accountNumber(value("account"));
  const [appKey, username, password] = [value("appKey"), value("user"), input("password").value];
  if (where === "page") refuseReal({ appKey, user: username, password });
  const baseUrl = where === "page" ? SIMULATED : value("address");
  const inPage = where === "page" ? { fetch: simulation.fetch, clock: simulation.clock } : {};
  const options = { baseUrl, appKey, credentials: { username, password }, ...inPage };
  return { where, baseUrl, accountId, user: username, options };
}

/** A simulation has no use for somebody's credentials: they are not even kept in the form. */
function refuseReal(credentials: typeof SANDBOX): void {
  const names = Object.keys(SANDBOX) as (keyof typeof SANDBOX)[];
  if (names.every((name) => credentials[name] === SANDBOX[name])) return;
  prefill();
  throw new Error(
    "The simulated API takes only the sandbox's own app key, user and password; they are filled in again. To use yours, choose another address.",
  );
}

/** Only there is a sandbox looked for; to other hosts nothing goes but the API's own requests. */
export function isThisMachine(address: string): boolean {
  const { hostname } = URL.canParse(address) ? new URL(address) : { hostname: "" };
  return hostname === "localhost" || hostname.startsWith("127.");
}

export function stateText({ where, baseUrl, user, accountId }: Place): string {
  const who = `as ${user}, account ${accountId}`;
  return where === "page"
    ? `Simulated: the sandbox in this page, ${who}. Nothing is sent anywhere.`
    : `Connected to ${baseUrl} ${who}`;
}

/** What each order plays, by its number; empty where no sandbox answers. */
export async function situationsOf({ where, baseUrl }: Place): Promise<Map<number, Situation>> {
  if (where === "page") return simulation.situations;
  const answer = isThisMachine(baseUrl)
    ? await fetch(`${baseUrl}/__sandbox/`).catch(() => undefined)
    : undefined;
  const { situations = [] }: { situations?: string[] } = answer?.ok ? await answer.json() : {};
  return new Map(situations.flatMap(parseSituation));
}

/** @param line such as `80010  already filled: It is filled already.` */
function parseSituation(line: string): [number, Situation][] {
  const [, id, name = "", happens = ""] = /^(\d+)\s+([^:]+): (.+)$/.exec(line) ?? [];
  return id ? [[Number(id), { name, happens }]] : [];
}

export function historyOf({ where }: Place, orderId: number): History | undefined {
  return where === "page" ? simulation.truthOf(orderId)?.history : undefined;
}

/** Puts the sandbox's book back as it was at its start. */
export async function resetSandbox({ where, baseUrl }: Place): Promise<void> {
  if (where === "page") return simulation.resetSimulation();
  const answer = await fetch(`${baseUrl}/__sandbox/reset`, { method: "POST" });
  if (!answer.ok) throw new Error(`The reset was answered ${answer.status}. Is a sandbox at ${baseUrl}?`);
}

const START = "Start one with npx autoshares-cancel sandbox, or npm start in a clone, then press Connect.";
const ELSEWHERE = "Check the address, and whether the host lets pages of this address call it.";

/** What went wrong and what to do next, in one or two sentences. */
export function problemText(error: unknown, { baseUrl }: Place): string {
  if (error instanceof ConnectionError || error instanceof TypeError)
    return `Nobody answers at ${baseUrl}. ${isThisMachine(baseUrl) ? START : ELSEWHERE}`;
  if (error instanceof AutoSharesError && error.code === "second-factor")
    return "This user signs in with a second factor, which this page does not ask for. Connect as another user.";
  return error instanceof Error ? error.message : String(error);
}
