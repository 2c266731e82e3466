// The spec as a real Prism serves it: what a user of `npm run mock` meets.
import { writeFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { operationModels, usualSuccess } from "../scripts/lib/model.js";
import { SPEC } from "../scripts/lib/paths.js";
import { startPrism } from "../scripts/lib/servers.js";
import {
  CREDENTIALS,
  changedSpec,
  namedAnswers,
  requestOf,
  runScript,
  spec,
  specText,
  startScript,
} from "./helpers.js";

let prism: Awaited<ReturnType<typeof startPrism>>;

beforeAll(async () => {
  prism = await startPrism({ spec: SPEC, port: 0 });
});
afterAll(() => prism.close());

const ask = (method: string, path: string, headers: Record<string, string> = {}, body?: unknown) => {
  const all = {
    ...CREDENTIALS,
    ...(body !== undefined && { "Content-Type": "application/json" }),
    ...headers,
  };
  return fetch(prism.url + path, {
    method,
    headers: all,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
};

const CANCEL = "/v1.0/accounts/6303/orders/73552";

describe("the two example requests of the vendor's page", () => {
  test.each([CANCEL, "/v1.0/accounts/6303/syncorders/73552"])(
    "DELETE %s is answered 204 without a body",
    async (path) => {
      const response = await ask("DELETE", path);
      expect(response.status).toBe(204);
      expect(await response.text()).toBe("");
    },
  );
});

describe("each operation succeeds", () => {
  test.each(operationModels(spec))("$id", async ({ id, answers }) => {
    const usual = usualSuccess(answers);
    const { method, path, body } = requestOf(id);
    const response = await ask(method, path, {}, body);
    expect(response.status).toBe(Number(usual?.status));
    const [first] = Object.values(usual?.examples ?? {});
    expect(await response.text()).toBe(first ? JSON.stringify(first.value) : "");
  });
});

describe("each named example can be asked for, byte for byte", () => {
  test.each(namedAnswers)(
    "$operation.operationId $status $name",
    async ({ operation, status, name, value }) => {
      const { method, path, body } = requestOf(operation.operationId);
      const response = await ask(method, path, { Prefer: `code=${status}, example=${name}` }, body);
      expect(response.status).toBe(Number(status));
      expect(await response.text()).toBe(JSON.stringify(value));
    },
  );

  test("a 429 carries Retry-After and the three X-RateLimit headers", async () => {
    const { headers } = await ask("DELETE", CANCEL, { Prefer: "code=429" });
    const names = ["retry-after", "x-ratelimit-limit", "x-ratelimit-remaining", "x-ratelimit-reset"];
    expect(names.map((name) => headers.get(name))).toEqual(["12", "50", "0", "1767225612"]);
  });
});

describe("the five parameters of a cancel, each missing or malformed", () => {
  const without = (name: keyof typeof CREDENTIALS) => {
    const { [name]: _, ...rest } = CREDENTIALS;
    return fetch(prism.url + CANCEL, { method: "DELETE", headers: rest });
  };

  test("no Et-App-Key: 401, in the words of the vendor's page", async () => {
    const response = await without("Et-App-Key");
    expect(response.status).toBe(401);
    expect(await response.json()).toEqual({ error: "Application key is not defined or does not exist" });
  });
  test("no Authorization: 401", async () => {
    expect((await without("Authorization")).status).toBe(401);
  });
  test("Authorization of another scheme: 401", async () => {
    expect((await ask("DELETE", CANCEL, { Authorization: "Basic any" })).status).toBe(401);
  });
  test.each([
    ["version missing", "/v/accounts/6303/orders/73552", 422],
    ["version malformed", "/vlatest/accounts/6303/orders/73552", 422],
    ["accountId missing", "/v1.0/accounts//orders/73552", 422],
    ["accountId malformed", "/v1.0/accounts/abc/orders/73552", 422],
    ["accountId out of range", "/v1.0/accounts/2147483648/orders/73552", 422],
    ["orderId missing", "/v1.0/accounts/6303/orders/", 422],
    ["orderId malformed", "/v1.0/accounts/6303/orders/1.5", 422],
    ["orderId out of range", "/v1.0/accounts/6303/orders/0", 422],
  ])("%s: refused", async (_, path, status) => {
    const response = await ask("DELETE", path);
    expect([path, response.status]).toEqual([path, status]);
  });
});

describe("npm run mock", () => {
  test("lets a browser on any origin ask and read", async () => {
    const response = await ask("DELETE", CANCEL, { Origin: "http://app.example.com" });
    expect(["*", "http://app.example.com"]).toContain(response.headers.get("access-control-allow-origin"));
    const preflight = await fetch(prism.url + CANCEL, {
      method: "OPTIONS",
      headers: {
        Origin: "http://app.example.com",
        "Access-Control-Request-Method": "DELETE",
        "Access-Control-Request-Headers": "authorization,et-app-key",
      },
    });
    expect(preflight.headers.get("access-control-allow-headers")).toMatch(/authorization.*et-app-key|\*/);
  });

  test("serves what the spec says by now, and still answers a cancel with 204", async () => {
    const path = await changedSpec((text) =>
      text.replace("message: Too many requests", "message: Slow down"),
    );
    const own = await startPrism({ spec: path, port: 0 });
    onTestFinished(() => own.close());
    const words = async (headers = {}) => {
      const response = await fetch(own.url + CANCEL, {
        method: "DELETE",
        headers: { ...CREDENTIALS, ...headers },
      });
      return response.status === 204 ? "204" : response.text();
    };
    expect(await words({ Prefer: "code=429" })).toContain("Slow down");
    await writeFile(path, specText.replace("message: Too many requests", "message: Later"));
    // Prism is away for a moment while it reads the file again.
    await expect.poll(() => words({ Prefer: "code=429" }).catch(() => "")).toContain("Later");
    expect(await words()).toBe("204");
  });

  test("serves on the port it is given, and ends on Ctrl-C", async () => {
    const { printed, stop } = await startScript("mock", ["--port", "0"], /Prism is listening on (\S+)/);
    const url = /Prism is listening on (\S+)/.exec(printed())?.[1];
    expect((await fetch(url + CANCEL, { method: "DELETE", headers: CREDENTIALS })).status).toBe(204);
    expect(await stop()).toBe(0);
    await expect(fetch(url + CANCEL)).rejects.toThrow();
  });

  test("says in one line that its port is taken", async () => {
    const port = new URL(prism.url).port;
    const { code, output } = await runScript("mock", "--port", port);
    expect(output.trim()).toBe(
      `Port ${port} is in use. End what listens there, or choose another with --port.`,
    );
    expect(code).toBe(1);
  });

  test.each([
    [["--port", "many"], 1, /--port many is not a port/],
    [
      ["--prot", "4010"],
      64,
      /Unknown option '--prot'\. Did you mean --port\? Options here: --port, --host, --spec, --help\./,
    ],
  ])("refuses %j in one line", async (args, status, message) => {
    const { code, output } = await runScript("mock", ...args);
    expect(output.trim().split("\n")).toHaveLength(1);
    expect(output).toMatch(message);
    expect(code).toBe(status);
  });
});
