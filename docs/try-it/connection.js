// @ts-check
// Owns whom the page talks to: the form's values, the sandbox's control surface, and what to do when nobody answers.
// Nothing of it is stored. Uses the package and dom.js.
import { AutoSharesError, ConnectionError } from "autoshares-cancel";
import { byId } from "./dom.js";

/** What the sandbox accepts unless it was started otherwise. */
const SANDBOX = {
  address: "http://127.0.0.1:4010",
  appKey: "sandbox-app-key",
  user: "trader",
  password: "sandbox",
};

/** @typedef {{ name: string, happens: string }} Situation */

const form = byId("connect", HTMLFormElement);

/** @param {string} name */
function field(name) {
  const input = form.elements.namedItem(name);
  if (!(input instanceof HTMLInputElement)) throw new Error(`The form has no field ${name}.`);
  return input;
}

/** Fills the form in; `?api=` names another address. */
export function prefill() {
  const address = new URLSearchParams(location.search).get("api") ?? SANDBOX.address;
  for (const [name, value] of Object.entries({ ...SANDBOX, address })) field(name).value = value;
}

/** What `createClient` takes, as the form says it, and the account. */
export function given() {
  const value = (/** @type {string} */ name) => field(name).value.trim();
  return {
    accountId: Number(value("account")),
    options: {
      baseUrl: value("address"),
      appKey: value("appKey"),
      credentials: { username: value("user"), password: field("password").value },
    },
  };
}

/** Only there is a sandbox looked for; to other hosts nothing goes but the API's own requests. @param {string} address */
export function isThisMachine(address) {
  const { hostname } = URL.canParse(address) ? new URL(address) : { hostname: "" };
  return /^(localhost|127(\.\d+){3})$/.test(hostname);
}

/**
 * What each order plays, by its number; empty where no sandbox answers.
 *
 * @param {string} baseUrl
 * @returns {Promise<Map<number, Situation>>}
 */
export async function situationsOf(baseUrl) {
  const answer = isThisMachine(baseUrl)
    ? await fetch(`${baseUrl}/__sandbox/`).catch(() => undefined)
    : undefined;
  /** @type {{ situations?: string[] }} */
  const { situations = [] } = answer?.ok ? await answer.json() : {};
  return new Map(situations.flatMap(parseSituation));
}

/** @param {string} line Such as `80010  already filled: It is filled already.` @returns {[number, Situation][]} */
function parseSituation(line) {
  const [, id, name = "", happens = ""] = /^(\d+)\s+([^:]+): (.+)$/.exec(line) ?? [];
  return id ? [[Number(id), { name, happens }]] : [];
}

/** Puts the sandbox's book back as it was at its start. @param {string} baseUrl */
export async function resetSandbox(baseUrl) {
  const answer = await fetch(`${baseUrl}/__sandbox/reset`, { method: "POST" });
  if (!answer.ok) throw new Error(`The reset was answered ${answer.status}. Is a sandbox at ${baseUrl}?`);
}

/** What went wrong and what to do next, in one line. @param {unknown} error @param {string} baseUrl */
export function problemText(error, baseUrl) {
  if (error instanceof ConnectionError || error instanceof TypeError) {
    const start = "Run npm start (or npm run sandbox), then press Connect.";
    return `Nobody answers at ${baseUrl}. ${isThisMachine(baseUrl) ? start : "Check the address, and whether the host lets pages of this address call it."}`;
  }
  if (error instanceof AutoSharesError && error.code === "second-factor")
    return "This user signs in with a second factor, which this page does not ask for. Connect as another user.";
  return error instanceof Error ? error.message : String(error);
}
