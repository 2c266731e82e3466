// No secret may be read out of an error, its cause, or what a hook is shown, whoever repeats it: the server.
import { describe, expect, test } from "vitest";
import { type ClientOptions, cancel } from "../../src/index.js";
import { bearer, clientOf, ERROR_CLASSES, failure, IDS, ORDER, thrown, UNLIMITED } from "./clients.js";
import { FORMS, leaks, PLANTED, PLANTED_CREDENTIALS, PLANTED_SIGN_IN } from "./planted.js";
import { type Answer, json, NEVER, RESET_BEFORE_HEAD, type Server, sized, testServer } from "./server.js";

const { renewed: _, ...sent } = PLANTED;
const echo = (form: (secret: string) => string, secrets = sent) =>
  Object.values(secrets).map(form).join(" | ");

/** Bodies of the documented shapes, and others, around a text. */
const SHAPES: Record<string, (text: string) => string> = {
  "{error}": (text) => `{"error":"${text}"}`,
  "{error} about the app key": (text) => `{"error":"Application key ${text} is not defined"}`,
  "{Message}": (text) => `{"Message":"${text}"}`,
  "{message, error}": (text) => `{"message":"${text}","error":"${text}"}`,
  "{State, Step, Reason}": (text) => `{"State":"Failed","Step":"${text}","Reason":"${text}"}`,
  "{Errors, ModelState}": (text) => `{"Errors":["${text}"],"ModelState":{"${text}":["${text}"]}}`,
  "a JSON array": (text) => `["${text}"]`,
  "half a JSON": (text) => `{"message":"${text}`,
  HTML: (text) => `<html><body title="${text}">${text}</body></html>`,
};

const STATUSES = [301, 401, 403, 408, 409, 422, 500];

/** A client whose hooks keep what they are shown. */
function watched(server: Server, options: Partial<ClientOptions> = {}) {
  const shown: unknown[] = [];
  const keep = (seen: unknown) => shown.push(seen);
  const { appKey, token } = PLANTED;
  const auth = options.credentials ? {} : { token };
  const client = clientOf(server, { appKey, ...auth, ...options, onRequest: keep, onResponse: keep });
  return { shown, client };
}

describe("a server repeats every secret that it was sent, in", () => {
  const cases = Object.keys(SHAPES).flatMap((shape) =>
    Object.keys(FORMS).map((form) => [shape, form] as const),
  );

  test.each(cases)("%s, written as %s", async (shape, form) => {
    const body = SHAPES[shape]?.(echo(FORMS[form] as (secret: string) => string)) ?? "";
    const headers = {
      "x-echo": echo(encodeURIComponent),
      "x-plain": PLANTED.token,
    };
    const server = await testServer((_, index) => sized(STATUSES[index] ?? 500, body, headers));
    const { client, shown } = watched(server);
    for (const status of STATUSES) {
      const error = await failure(client.createToken(PLANTED_SIGN_IN, { token: PLANTED.interim }));
      expect(error.status).toBe(status);
      // Its words are gone, its shape is not: redaction must not cost the caller the body.
      if (/^\{/.test(shape)) expect(error.body).toBeDefined();
      expect(leaks(error)).toEqual([]);
    }
    expect(shown).toHaveLength(2 * STATUSES.length);
    expect(leaks(shown)).toEqual([]);
  });

  test("a pin as a number", async () => {
    const server = await testServer(json(422, { Errors: ["No"], ErrorsCode: Number(PLANTED.pin) }));
    const error = await failure(watched(server).client.createToken(PLANTED_SIGN_IN));
    expect(leaks(error)).toEqual([]);
  });
});

/** Repeats the secrets of the sign-in and of the request itself. */
const echoing = (status: number): Answer =>
  json(status, {
    message: echo(String),
    Reason: echo(String),
    Step: echo(String),
    [echo(String)]: echo(String),
  });

type Made = { error: unknown; shown: unknown[] };

async function fromCall(
  script: Parameters<typeof testServer>[0],
  options: Partial<ClientOptions> = {},
  call = {},
) {
  const { client, shown } = watched(await testServer(script), options);
  return { error: await failure(client.cancelOrder(IDS, call)), shown };
}

const credentials = PLANTED_CREDENTIALS;
const statusError = (status: number) => () => fromCall(echoing(status), { credentials: undefined } as never);

/** Every class of error, out of a client full of secrets, where possible against a server that repeats them. */
const PRODUCERS: Record<string, () => Promise<Made>> = {
  ArgumentError: async () => ({
    error: thrown(() => clientOf({ url: "" }, { ...PLANTED, credentials } as never)),
    shown: [],
  }),
  ConnectionError: () => fromCall(RESET_BEFORE_HEAD),
  TimeoutError: () => fromCall(NEVER, {}, { timeoutMs: 30 }),
  AbortError: () => fromCall(NEVER, {}, { signal: AbortSignal.abort(new Error(echo(String))) }),
  AppKeyError: () =>
    fromCall(json(403, { error: `Application key is not defined or does not exist: ${PLANTED.appKey}` })),
  TokenError: () => fromCall(echoing(401)),
  SecondFactorError: () =>
    fromCall(
      json(202, { State: "Expecting", Step: echo(String), Reason: echo(String), Token: PLANTED.interim }),
      {
        credentials,
      },
    ),
  PermissionError: statusError(403),
  NotFoundError: statusError(404),
  ConflictError: statusError(409),
  ValidationError: statusError(422),
  RateLimitError: statusError(429),
  ServerError: statusError(503),
  AnswerError: statusError(418),
};

describe("every class of error, made by a client that holds secrets, shows none", () => {
  test("the list of classes is complete", () => {
    // The one that is missing is made from a result of cancel(), by no client.
    const ofTheClient = [...ERROR_CLASSES.keys()].filter((name) => name !== "NotCanceledError");
    expect(Object.keys(PRODUCERS).sort()).toEqual(ofTheClient.sort());
  });

  test.each(Object.entries(PRODUCERS))("%s", async (name, make) => {
    const { error, shown } = await make();
    expect(error).toBeInstanceOf(ERROR_CLASSES.get(name));
    expect((error as Error).name).toBe(name);
    // Not to be hidden is what the client was never told, and only this server knows.
    const unknown =
      name === "SecondFactorError" ? /^(code|pin|token) / : /^(code|pin|interim|username|password) /;
    const known = (leak: string) => !unknown.test(leak);
    expect(leaks(error).filter(known)).toEqual([]);
    expect(leaks(shown).filter(known)).toEqual([]);
  });
});

describe("a sign-in by credentials", () => {
  const signIn = (answer: Answer) => fromCall(answer, { credentials });

  test.each([200, 202, 400, 401, 403, 422, 429, 500])(
    "that is answered %i with all secrets shows none",
    async (status) => {
      const { error, shown } = await signIn(echoing(status));
      const known = (leak: string) => !/^(code|pin|interim|token) /.test(leak);
      expect(leaks(error).filter(known)).toEqual([]);
      expect(leaks(shown).filter(known)).toEqual([]);
    },
  );

  test("hides the tokens it issued, also the one that was refused, from the error of the replay", async () => {
    let issued = 0;
    const answer = { message: `${PLANTED.token} ${PLANTED.renewed}` };
    const { error, shown } = await fromCall(
      (request) => {
        if (request.target !== "/token") return json(bearer(request) === PLANTED.token ? 401 : 409, answer);
        return json(200, { State: "Succeeded", Token: issued++ === 0 ? PLANTED.token : PLANTED.renewed });
      },
      { credentials },
    );
    expect((error as { status: number }).status).toBe(409);
    expect(leaks([error, shown])).toEqual([]);
  });

  test("hides code, pin and interim token in the second step", async () => {
    const second = { ...PLANTED, renewed: "" };
    const { error } = await fromCall(
      (request) =>
        request.header("authorization")
          ? json(401, { State: "Failed", Reason: Object.values(second).join(" ") })
          : json(202, { State: "Expecting", Token: PLANTED.interim }),
      { credentials },
    );
    const { signIn: goOn } = error as { signIn(factor: object): Promise<void> };
    const known = (leak: string) => !/^token /.test(leak);
    for (const [factor, other] of [
      [{ verificationCode: PLANTED.code }, "pin"],
      [{ pinCode: PLANTED.pin }, "code"],
    ] as const) {
      const refused = await failure(goOn(factor));
      expect(refused.code).toBe("token");
      expect(leaks(refused).filter((leak) => known(leak) && !leak.startsWith(`${other} `))).toEqual([]);
    }
  });
});

describe("a token that was used up is a secret still:", () => {
  test("of a sign-in that was renewed", async () => {
    let issued = 0;
    const server = await testServer((request) => {
      if (request.target === "/token") return json(200, { State: "Succeeded", Token: `used-up-${++issued}` });
      const isThird = bearer(request) === "used-up-3";
      return isThird ? json(409, { message: "used-up-1 used-up-2 used-up-3" }) : sized(401);
    });
    const client = clientOf(server, { credentials: PLANTED_CREDENTIALS });
    await failure(client.cancelOrder(IDS));
    const error = await failure(client.cancelOrder(IDS));
    expect(error.body).toEqual({ message: "[redacted] [redacted] [redacted]" });
  });

  test("of a function, and of one call", async () => {
    const server = await testServer(json(409, { message: "token-of-old token-of-one token-of-new" }));
    let now = "token-of-old";
    const client = clientOf(server, { token: () => now });
    await failure(client.cancelOrder(IDS));
    await failure(client.cancelOrder(IDS, { token: "token-of-one" }));
    now = "token-of-new";
    const error = await failure(client.cancelOrder(IDS));
    expect(error.body).toEqual({ message: "[redacted] [redacted] [redacted]" });
  });

  test("the newest thousand are kept", async () => {
    const server = await testServer((request) =>
      json(409, { message: `token-1000000 ${bearer(request)} key-of-the-test` }),
    );
    let count = 1_000_000;
    const client = clientOf(server, { token: () => `token-${count++}`, budget: UNLIMITED });
    for (let call = 0; call < 1_000; call++) await failure(client.cancelOrder(IDS));
    // The app key is not one of them.
    const error = await failure(client.cancelOrder(IDS));
    expect(error.body).toEqual({ message: "token-1000000 [redacted] [redacted]" });
  });
});

describe("redaction takes time in proportion:", () => {
  test("to a secret with many backslashes, and a text of nothing else", async () => {
    const password = `${"\\".repeat(30)}x`;
    const message = `${"\\".repeat(500_000)} ${password}!`;
    const server = await testServer(json(401, { State: "Failed", Reason: message }));
    const error = await failure(
      clientOf(server, { credentials: { username: "u", password } }).cancelOrder(IDS),
    );
    expect(error.status).toBe(401);
    expect(JSON.stringify(error.body)).not.toContain("x!");
  });

  test.each(["\\", "%25", "&#38;", "+", "\\u005c", "&amp;"])("to a text full of %j", async (mark) => {
    const server = await testServer(sized(422, mark.repeat(150_000)));
    const error = await failure(clientOf(server, { token: PLANTED.token }).cancelOrder(IDS));
    expect(error.status).toBe(422);
  });
});

describe("secrets too long or too many for one pattern", () => {
  test("of 1 MB: what is read is still read, and an echo is hidden", async () => {
    const token = "t0ken-".repeat(170_000);
    const bodies = [
      json(200, ORDER).bytes,
      json(409, { message: `no ${token.slice(0, -6)}`, a: token }).bytes,
    ];
    const [read, refused] = bodies.map((bytes) => bytes.slice(bytes.indexOf("\r\n\r\n") + 4));
    const fetch = async (_: string, { method }: { method: string }) =>
      method === "GET" ? new Response(read) : new Response(refused, { status: 409 });
    const client = clientOf({ url: "https://api.autoshares.dev" }, { token, fetch, maxErrorBytes: 2 ** 24 });
    expect(await client.getOrder(IDS)).toMatchObject({ Id: IDS.orderId });
    const result = await cancel(client, { ...IDS, deadlineMs: 15_000, settleMs: 0 });
    expect(result).toMatchObject({ verdict: "still-open" });
    const error = await failure(client.cancelOrder(IDS));
    expect(error.body).toMatchObject({ a: "[redacted]" });
    expect(JSON.stringify([error, error.bodyText])).not.toContain(token);
  });

  test("hundreds of tokens of 2,000 characters each", async () => {
    let count = 100;
    const server = await testServer((request) => json(409, { message: `no ${bearer(request)}!` }));
    const client = clientOf(server, { token: () => `${"x".repeat(2_000)}${count++}`, budget: UNLIMITED });
    for (let call = 0; call < 200; call++)
      expect((await failure(client.cancelOrder(IDS))).body).toEqual({ message: "no [redacted]!" });
  });
});

describe("a body that is cut in the middle of a secret", () => {
  const token = "secret-token-of-many-characters";
  test.each([
    ["in clear", token],
    ["with an escape", `\\u0073${token.slice(1)}`],
  ])("shows no more than four characters of it, %s", async (_, written) => {
    const text = `{"message":"no ${written} here"}`;
    const server = await testServer(sized(409, text));
    for (let maxErrorBytes = 15; maxErrorBytes <= text.length; maxErrorBytes++) {
      const client = clientOf(server, { token, maxErrorBytes, budget: UNLIMITED });
      const { bodyText } = await failure(client.cancelOrder(IDS));
      for (let at = 0; at + 4 < token.length; at++) expect(bodyText).not.toContain(token.slice(at, at + 5));
    }
  });

  test("is shown up to where the secret begins", async () => {
    const server = await testServer(sized(409, `no ${token}`));
    const { bodyText } = await failure(clientOf(server, { token, maxErrorBytes: 12 }).cancelOrder(IDS));
    expect(bodyText).toBe("no ");
  });
});

test("a secret in the Content-Type of a success that is not the API's is hidden", async () => {
  const token = "secret-token-of-many-characters";
  const fetch = async () => new Response("<p>", { headers: { "Content-Type": `text/html; for=${token}` } });
  const { message } = await failure(
    clientOf({ url: "https://api.autoshares.dev" }, { token, fetch }).cancelOrder(IDS),
  );
  expect(message).toContain("text/html");
  expect(message).not.toContain(token);
});
