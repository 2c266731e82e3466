// Who is let in: sign-in, second factor, app key, token, account.
import { describe, expect, it } from "vitest";
import { call, credentials, KEY, LIST, orderPath, problems, SIGN_IN, sandboxOf, token } from "./helpers.js";

describe("signing in", () => {
  it("issues a token that lets requests in, another one each time", async () => {
    const sandbox = await sandboxOf();
    const first = await token(sandbox.url, SIGN_IN);
    const second = await token(sandbox.url, SIGN_IN);
    expect([first.status, problems("TokenIssued", first.body)]).toEqual([200, []]);
    expect(second.body.Token).not.toBe(first.body.Token);
    for (const { body } of [first, second])
      expect((await call(sandbox, "GET", LIST, { Authorization: `Bearer ${body.Token}` })).status).toBe(200);
  });

  it.each([
    ["the password is wrong", { ...SIGN_IN, Password: "x" }, "BaseAuthentication"],
    ["the user is unknown", { ...SIGN_IN, Username: "x" }, "BaseAuthentication"],
    ["both are missing", KEY, "BaseAuthentication"],
  ])("is refused when %s", async (_, headers, Step) => {
    const sandbox = await sandboxOf();
    const { status, body } = await token(sandbox.url, headers);
    expect([status, body.State, body.Step, problems("SignInError", body)]).toEqual([401, "Failed", Step, []]);
  });

  it("asks the other user for a second factor, and takes code or pin with the interim token", async () => {
    const sandbox = await sandboxOf();
    const user = { ...SIGN_IN, Username: "trader2fa" };
    for (const factor of [{ VerificationCode: "123456" }, { PinCode: "1234" }]) {
      const wanted = await token(sandbox.url, user);
      expect([wanted.status, problems("SecondFactorWanted", wanted.body)]).toEqual([202, []]);
      const interim = { ...user, Authorization: `Bearer ${wanted.body.Token}` };
      expect((await token(sandbox.url, { ...interim, VerificationCode: "0" })).body.Step).toBe(
        "VerificationCode",
      );
      expect((await token(sandbox.url, { ...interim, ...factor })).body.State).toBe("Succeeded");
      expect((await token(sandbox.url, { ...interim, ...factor })).status).toBe(401);
    }
  });

  it.each([
    ["a wrong code", { VerificationCode: "000000" }, { State: "Failed", Step: "VerificationCode" }],
    ["a wrong pin", { PinCode: "0" }, { State: "Failed", Step: "SecutityPin", Reason: "Invalid pin" }],
    [
      "a code without the interim token",
      { VerificationCode: "123456", Authorization: "" },
      { State: "Failed", Step: "VerificationCode", Reason: "Corrupted ticket" },
    ],
  ])("refuses %s in the vendor's words", async (_, factor, said) => {
    const sandbox = await sandboxOf();
    const user = { ...SIGN_IN, Username: "trader2fa" };
    const { body: wanted } = await token(sandbox.url, user);
    const answer = await token(sandbox.url, { ...user, Authorization: `Bearer ${wanted.Token}`, ...factor });
    expect(answer).toEqual({ status: 401, body: said });
  });

  it("does not take an interim token for a token", async () => {
    const sandbox = await sandboxOf();
    const { body } = await token(sandbox.url, { ...SIGN_IN, Username: "trader2fa" });
    expect((await call(sandbox, "GET", LIST, { Authorization: `Bearer ${body.Token}` })).status).toBe(401);
  });

  it("takes another app key, user and password when told so", async () => {
    const sandbox = await sandboxOf({ appKey: "k", user: "u", password: "p" });
    expect((await token(sandbox.url, SIGN_IN)).body.error).toBe(
      "Application key is not defined or does not exist",
    );
    expect((await token(sandbox.url, { "Et-App-Key": "k", Username: "u", Password: "p" })).status).toBe(200);
  });
});

describe("a request that is not let in", () => {
  it("gets the vendor's exact body for a wrong app key, and another for a bad token", async () => {
    const sandbox = await sandboxOf();
    const wrongKey = await call(sandbox, "DELETE", orderPath(73552), { "Et-App-Key": "x" });
    const badToken = await call(sandbox, "DELETE", orderPath(73552), { Authorization: "Bearer x" });
    expect(wrongKey).toMatchObject({
      status: 401,
      body: { error: "Application key is not defined or does not exist" },
    });
    expect(badToken).toMatchObject({
      status: 401,
      body: { Message: "Authorization has been denied for this request." },
    });
    expect(sandbox.order(73552)?.status).toBe("New");
  });

  it("has a token that has expired", async () => {
    const sandbox = await sandboxOf();
    const headers = credentials(sandbox);
    await sandbox.advance(3_600_000);
    expect((await call(sandbox, "GET", LIST, headers)).status).toBe(401);
  });

  it("has no body where the Swagger file's side is played", async () => {
    const sandbox = await sandboxOf({ profile: "swagger" });
    const answer = await call(sandbox, "DELETE", orderPath(73503));
    expect([answer.status, answer.text, answer.headers.get("content-type")]).toEqual([422, "", null]);
  });

  it("looks the same for an account of another user as for an expired token", async () => {
    const sandbox = await sandboxOf();
    const foreign = await call(sandbox, "GET", orderPath(1, "orders", 6304));
    const expired = await call(sandbox, "GET", orderPath(1), { Authorization: "" });
    expect([foreign.status, foreign.text]).toEqual([expired.status, expired.text]);
  });

  it("is told 500 for a user id in place of an account id", async () => {
    const sandbox = await sandboxOf();
    expect((await call(sandbox, "GET", orderPath(1, "orders", 7125))).status).toBe(500);
  });
});
