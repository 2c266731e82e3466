// Sign-in in two steps: what a call says while a code is wanted, and how it goes on.
import { describe, expect, test } from "vitest";
import { SecondFactorError } from "../../src/index.js";
import { bearer, CREDENTIALS, clientOf, DENIED, failure, IDS } from "./clients.js";
import { type Answer, json, NO_CONTENT, type Received, type Server, sized, testServer } from "./server.js";

const WANTED = json(202, {
  State: "Expecting",
  Step: "VerificationCode",
  Reason: "Code sent",
  Token: "interim",
});
const ISSUED = json(200, { State: "Succeeded", Token: "full" });

/** Wants a code or a pin, then issues a token. */
function twoSteps(second: (request: Received) => Answer = () => ISSUED) {
  return (request: Received) => {
    if (request.target !== "/token") return bearer(request) === "full" ? NO_CONTENT : json(401, DENIED);
    return bearer(request) === "interim" ? second(request) : WANTED;
  };
}

async function wanted(server: Server) {
  const client = clientOf(server, { credentials: CREDENTIALS });
  const error = await failure(client.cancelOrder(IDS));
  if (!(error instanceof SecondFactorError)) throw error;
  return { client, error };
}

describe("a second factor", () => {
  test("is an error that carries the step; nothing was sent", async () => {
    const server = await testServer(twoSteps());
    const { error } = await wanted(server);
    expect([error.code, error.status, error.fate, error.step]).toEqual([
      "second-factor",
      202,
      "not-sent",
      "VerificationCode",
    ]);
    expect(error.message).toMatch(/Code sent.*signIn/);
    expect(JSON.stringify(error)).not.toContain("interim");
    expect(server.requests.map(({ target }) => target)).toEqual(["/token"]);
  });

  test.each([
    [{ verificationCode: "123456" }, "verificationcode", "123456"],
    [{ pinCode: "9876" }, "pincode", "9876"],
  ])("is sent by signIn(%j) with the interim token; calls go on", async (factor, header, value) => {
    const server = await testServer(twoSteps());
    const { client, error } = await wanted(server);
    await error.signIn(factor);
    const second = server.requests[1];
    expect([second?.line, second?.header(header)]).toEqual(["POST /token HTTP/1.1", value]);
    expect(second?.headers.filter(([name]) => /code$/.test(name))).toHaveLength(1);
    expect(bearer(second as Received)).toBe("interim");
    await client.cancelOrder(IDS);
    expect(bearer(server.requests[2] as Received)).toBe("full");
    expect(server.tokenRequests()).toBe(2);
  });

  test("is asked for once however many calls are made while it is wanted", async () => {
    const server = await testServer(twoSteps());
    const client = clientOf(server, { credentials: CREDENTIALS });
    const calls = () => Array.from({ length: 20 }, () => failure(client.cancelOrder(IDS)));
    const errors = await Promise.all(calls());
    errors.push(...(await Promise.all(calls())));
    expect(new Set(errors.map(({ code }) => code))).toEqual(new Set(["second-factor"]));
    expect(server.requests).toHaveLength(1);
    await (errors[30] as SecondFactorError).signIn({ pinCode: "9876" });
    expect(await client.cancelOrder(IDS)).toBeUndefined();
  });

  test("that is not accepted makes the next call start over", async () => {
    const server = await testServer(twoSteps(() => json(401, { State: "Failed", Reason: "Wrong code" })));
    const { client, error } = await wanted(server);
    const refused = await failure(error.signIn({ verificationCode: "000000" }));
    expect([refused.name, refused.status, refused.fate]).toEqual(["TokenError", 401, "refused"]);
    expect(refused.message).toContain("Wrong code");
    expect((await failure(client.cancelOrder(IDS))).code).toBe("second-factor");
    expect(server.tokenRequests()).toBe(3);
  });

  test("that is wanted when a token is renewed leaves the request refused, and can be given then", async () => {
    let signIns = 0;
    const server = await testServer((request) => {
      if (request.target !== "/token") return bearer(request) === "full" ? NO_CONTENT : sized(401);
      signIns++;
      if (bearer(request) === "interim") return ISSUED;
      return signIns === 1 ? json(200, { State: "Succeeded", Token: "first" }) : WANTED;
    });
    const { client, error } = await wanted(server);
    expect([error.fate, error.step]).toEqual(["refused", "VerificationCode"]);
    await error.signIn({ verificationCode: "123456" });
    expect(await client.cancelOrder(IDS)).toBeUndefined();
  });

  test.each([{ verificationCode: "1\r\nX-Injected: 1" }, { verificationCode: 5 }])(
    "that cannot be sent is refused: %j",
    async (factor) => {
      const server = await testServer(twoSteps());
      const { error } = await wanted(server);
      const refused = await failure(error.signIn(factor as never));
      expect([refused.name, refused.fate]).toEqual(["ArgumentError", "not-sent"]);
      expect(server.requests).toHaveLength(1);
    },
  );
});
