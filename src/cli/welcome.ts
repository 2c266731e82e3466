// Owns what a sandbox that was started by a command prints: where things are and what to paste. Pure.
import { PROFILES, type Sandbox, SITUATIONS } from "../sandbox/index.js";

/**
 * Each command is one line in double quotes, so that it can be pasted into any shell, cmd.exe included.
 *
 * @param page where the guide to the sandbox is
 * @param more what else is served, a line each
 */
export function welcome(sandbox: Sandbox, page: string, more: string[] = []): string {
  const { url, appKey, user, password } = sandbox;
  const token = sandbox.issueToken();
  const cancel = (kind: "orders" | "syncorders", orderId: number, key = appKey) =>
    curl("DELETE", `${url}/v1.0/accounts/6303/${kind}/${orderId}`, key, `Authorization: Bearer ${token}`);
  return `
Sandbox  ${url}
${[...more, `App key  ${appKey}   user ${user}   password ${password}`].join("\n")}

Cancel an order, quick: the API takes the request, the venue is asked later
  ${cancel("orders", 73552)}

Cancel one slow: the execution venue is asked before the answer comes
  ${cancel("syncorders", 73501)}

See what became of the first
  ${curl("GET", `${url}/v1.0/accounts/6303/orders/73552`, appKey, `Authorization: Bearer ${token}`)}

Mistake: the app key is wrong
  ${cancel("orders", 73552, "wrong")}

Mistake: the order is already filled
  ${cancel("orders", 80010)}

Get a token of your own
  ${curl("POST", `${url}/token`, appKey, `Username: ${user}`, `Password: ${password}`)}

Situations to build against: order ids ${SITUATIONS[1]?.id} to ${SITUATIONS.at(-1)?.id}. Profiles: ${Object.keys(PROFILES).join(", ")}. See ${page}
Control surface: ${url}/__sandbox/   Ctrl-C ends everything.
`;
}

/** In double quotes, for any shell. */
export function curl(method: string, url: string, appKey: string, ...headers: string[]): string {
  // As the vendor's samples do: some servers answer 411 to a POST that does not say how long it is.
  const length = method === "POST" ? ["Content-Length: 0"] : [];
  const flags = [`Et-App-Key: ${appKey}`, ...headers, ...length].map((header) => `-H "${header}"`).join(" ");
  return `curl -i -X ${method} ${url} ${flags}`;
}
