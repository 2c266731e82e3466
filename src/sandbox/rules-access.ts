// Owns the rules that let a request in: app key, token, parameters, account. Pure.

import { answer, type Decision, header, type Scene } from "./decision.js";
import { ACCOUNT, FOREIGN_ACCOUNT, USER_ID } from "./opening-orders.js";
import { TOKEN_LIVES } from "./profiles.js";

export function appKeyKnown(scene: Scene): Decision | undefined {
  const { ask, state } = scene;
  const { appKey, switches } = state.settings;
  if (!ask.operation.needsAppKey || header(ask, "et-app-key") === appKey) return undefined;
  const key = known(scene, `${switches.wrongAppKey} app-key-unknown`);
  return answer(scene, "app key", "the app key is missing or wrong", key);
}

/** One space between `Bearer` and the token, as the vendor writes it. */
const BEARER = "Bearer ";

export function tokenAccepted(scene: Scene): Decision | undefined {
  const { ask, state, now, changes } = scene;
  if (!ask.operation.needsToken) return undefined;
  const given = header(ask, "authorization") ?? "";
  const name = given.startsWith(BEARER) ? given.slice(BEARER.length) : "";
  const token = state.tokens.get(name);
  if (!token || token.interim) return tokenRefused(scene, "the token is missing or wrong");
  if (token.expiresAt <= now) return tokenRefused(scene, "the token has expired");
  if (state.refused.size > 0 && isRefusedReplay(scene)) return replayRefused(scene);
  if (TOKEN_LIVES[state.settings.switches.tokenLife].renewedByUse)
    changes.push({ do: "use-token", token: name });
  return undefined;
}

function requestName({ ask }: Scene): string {
  return `${ask.method} ${ask.path}`;
}

function tokenRefused(scene: Scene, reason: string): Decision {
  if (scene.state.settings.switches.replayAfter401 === "refused")
    scene.changes.push({ do: "refuse", request: requestName(scene) });
  return answer(scene, "token", reason, known(scene, "401 token-expired"));
}

function isRefusedReplay(scene: Scene): boolean {
  return scene.state.refused.has(requestName(scene));
}

function replayRefused(scene: Scene): Decision {
  scene.changes.push({ do: "forgive", request: requestName(scene) });
  return answer(scene, "token", "a replay after 401 is refused", known(scene, "401 token-expired"));
}

/** An operation that was added to the spec may name its refusals in its own way. */
function known({ ask }: Scene, key: string): string {
  const status = key.slice(0, 3);
  return ask.keys.includes(key) ? key : (ask.keys.find((other) => other.startsWith(status)) ?? key);
}

export function parametersValid(scene: Scene): Decision | undefined {
  const { problems } = scene.ask;
  if (problems.length === 0) return undefined;
  const values = {
    Errors: problems.map(([, problem]) => problem),
    ModelState: Object.fromEntries(problems.map(([name, problem]) => [name, [problem]])),
  };
  return answer(scene, "parameters", values.Errors.join("; "), known(scene, "422 validation-failed"), {
    values,
  });
}

export function accountKnown(scene: Scene): Decision | undefined {
  const { accountId } = scene.ask.args;
  if (accountId === undefined || accountId === ACCOUNT) return undefined;
  if (accountId === FOREIGN_ACCOUNT) return foreignAccount(scene);
  if (accountId === USER_ID) return userId(scene);
  return answer(scene, "account", "there is no such account", known(scene, "404 account-unknown"));
}

function foreignAccount(scene: Scene): Decision {
  const { foreignAccount } = scene.state.settings.switches;
  const key = foreignAccount === "401" ? "401 account-of-another-user" : "403 not-permitted";
  return answer(scene, "account", "the account belongs to another user", known(scene, key));
}

/** Where the 500 passes, every second request finds no such account instead. */
function userId(scene: Scene): Decision {
  const { settings, wrongAccounts } = scene.state;
  scene.changes.push({ do: "wrong-account" });
  if (settings.switches.wrongAccount500 === "passes" && wrongAccounts % 2 === 1)
    return answer(scene, "account", "there is no such account", known(scene, "404 account-unknown"));
  const key = known(scene, "500 user-id-as-account-id");
  return answer(scene, "account", "a user id in place of an account id", key);
}
