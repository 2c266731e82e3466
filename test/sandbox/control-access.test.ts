// Who may use the control surface, and what it takes: nothing changes before all of it is right.
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import type { Sandbox } from "../../src/sandbox/index.js";
import { CONTROL_OPERATIONS, controlDescription } from "../../src/sandbox/node/control-api.js";
import { call, LIST, orderPath, raw, sandboxOf } from "./helpers.js";

const JSON_TYPE = { "Content-Type": "application/json" };

async function control(sandbox: Sandbox, method: string, path: string, body?: string, headers = JSON_TYPE) {
  const init = body === undefined ? {} : { body, headers };
  const response = await fetch(`${sandbox.url}/__sandbox${path}`, { method, ...init });
  return { status: response.status, headers: response.headers, body: await response.json() };
}

/** With headers that `fetch` does not let anybody set. */
async function from(
  sandbox: Sandbox,
  headers: Record<string, string>,
  line = "POST /__sandbox/reset",
): Promise<string> {
  const all = { Connection: "close", ...headers };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return raw(sandbox, `${line} HTTP/1.1\r\n${lines.join("")}\r\n`);
}

describe("the control surface answers", () => {
  it.each([
    ["127.0.0.1:4010", undefined],
    ["localhost:1234", undefined],
    ["LOCALHOST", "http://localhost:5173"],
    ["[::1]:4010", "http://127.0.0.1:8080"],
    ["192.168.1.20", "https://[::1]"],
  ])("a request to %s from the page %s", async (Host, Origin) => {
    const sandbox = await sandboxOf();
    const heard = await from(sandbox, { Host, ...(Origin && { Origin }) });
    expect(heard).toMatch(/^HTTP\/1.1 200 /);
    if (Origin) expect(heard).toContain(`Access-Control-Allow-Origin: ${Origin}\r\nVary: Origin`);
  });

  it("no other host, to which a page's name may have been pointed", async () => {
    const sandbox = await sandboxOf();
    for (const Host of [
      "evil.example",
      "evil.example:4010",
      "localhost.evil.example",
      "127.0.0.1.evil.example",
      "",
      "[",
    ]) {
      sandbox.fill(73552, 1);
      const heard = await from(sandbox, { Host });
      expect(heard, Host).toMatch(
        /^HTTP\/1.1 403 .*The control surface is for requests to an IP address, localhost/s,
      );
      expect(sandbox.order(73552)?.executed).toBeGreaterThan(0);
    }
  });

  it.each([
    "https://evil.example",
    "null",
    "http://localhost.evil.example",
    "file://",
    "http://localhost:80:80",
    "localhost",
  ])("no page of %s, and lets it read nothing", async (Origin) => {
    const sandbox = await sandboxOf();
    sandbox.fill(73552);
    for (const line of ["POST /__sandbox/reset", "GET /__sandbox/orders", "OPTIONS /__sandbox/reset"]) {
      const heard = await from(sandbox, { Host: "localhost", Origin }, line);
      expect(heard).toMatch(/^HTTP\/1.1 403 /);
      expect(heard).not.toMatch(/Access-Control-Allow-(Origin|Credentials)/);
    }
    expect(sandbox.order(73552)?.status).toBe("Filled");
  });

  it("the host and the origins that it was started with", async () => {
    const sandbox = await sandboxOf({ host: "localhost", allowOrigin: "https://front.example" });
    const Origin = "https://front.example";
    expect(await from(sandbox, { Host: "localhost", Origin })).toMatch(/^HTTP\/1.1 200 /);
    const preflight = { Host: "localhost", Origin, "Access-Control-Request-Method": "POST" };
    expect(await from(sandbox, preflight, "OPTIONS /__sandbox/reset")).toMatch(
      /^HTTP\/1.1 204 .*Allow-Origin: https:\/\/front/s,
    );
    await expect(sandboxOf({ allowOrigin: "front.example" })).rejects.toThrow(
      '"front.example" is not an origin',
    );
  });

  it("no form of another page, which sends text/plain", async () => {
    const sandbox = await sandboxOf();
    for (const type of ["text/plain", "application/x-www-form-urlencoded", "text/json", ""]) {
      const sent = await control(sandbox, "POST", "/clock", '{"advanceMs":1000}', { "Content-Type": type });
      expect([sent.status, sent.body.message]).toEqual([415, expect.stringContaining("application/json")]);
    }
    expect((await control(sandbox, "POST", "/clock", '{"advanceMs":0}')).status).toBe(200);
  });

  it("under its own path alone", async () => {
    const sandbox = await sandboxOf();
    for (const path of ["/__sandboxes", "/__sandbox.json", "/v1.0/__sandbox"])
      expect((await call(sandbox, "GET", path)).body.message).toContain(
        "No operation of the API has the path",
      );
  });
});

describe("what the control surface is given", () => {
  const NESTED = "[".repeat(100_000) + "]".repeat(100_000);
  const REFUSED: [method: string, path: string, body: string, says: RegExp][] = [
    [
      "POST",
      "/clock",
      '{"advanceMs":9e15}',
      /^body\.advanceMs: give a number from 0 to 3155760000000, not 9000000000000000\.$/,
    ],
    ["POST", "/clock", '{"advanceMs":1e999}', /not what is too large, or no number\.$/],
    ["POST", "/clock", '{"advanceMs":-1}', /not -1\.$/],
    ["POST", "/clock", '{"advanceMs":"1"}', /not "1"\.$/],
    ["POST", "/clock", "{}", /^body\.advanceMs is missing: give a number/],
    ["POST", "/clock", "null", /^body: give an object with advanceMs, not null\.$/],
    ["POST", "/clock", "", /^body: give an object with advanceMs, not nothing\.$/],
    ["POST", "/clock", '{"advanceMs":', /^body: this is not JSON\.$/],
    ["POST", "/clock", NESTED, /^body: give an object with advanceMs, not a list of 1\.$/],
    ["POST", "/clock", '{"advanceMs":1,"__proto__":{}}', /^body has no "__proto__": give/],
    [
      "POST",
      "/script",
      '{"delayMs":"abc"}',
      /^body\.delayMs: give a number from 0 to 86400000, not "abc"\.$/,
    ],
    ["POST", "/script", '{"delayMs":-1e308}', /^body\.delayMs: /],
    [
      "POST",
      "/script",
      '{"match":null}',
      /^body\.match: give an object with operation, method, accountId, orderId, not null\.$/,
    ],
    [
      "POST",
      "/script",
      '{"match":{"orderId":2147483648}}',
      /^body\.match\.orderId: give an integer from 1 to 2147483647/,
    ],
    [
      "POST",
      "/script",
      '{"match":{"operation":"cancelOrders"}}',
      /^script\.match\.operation: give one of cancelOrder, .*, not "cancelOrders"\.$/,
    ],
    [
      "POST",
      "/script",
      '{"answer":{"status":999}}',
      /^body\.answer\.status: give an integer from 200 to 599, not 999\.$/,
    ],
    [
      "POST",
      "/script",
      '{"answer":{"status":418}}',
      /^script\.answer: give status and example of one of 200 accepted-with-body, 204, /,
    ],
    [
      "POST",
      "/script",
      '{"match":{"operation":"getOrder"},"answer":{"status":204}}',
      /^script\.answer: give status and example of one of 200 order-open/,
    ],
    ["POST", "/script", '{"answer":{"status":409,"example":"nope"}}', /^script\.answer: /],
    ["POST", "/script", '{"fault":"nope"}', /^body\.fault: give one of 401, .*, not "nope"\.$/],
    ["POST", "/script", '{"fault":"toString"}', /not "toString"\.$/],
    [
      "POST",
      "/script",
      '{"fault":"503","answer":{"status":404}}',
      /^script: give a fault or an answer, not both\.$/,
    ],
    [
      "POST",
      "/script",
      '[{},{"times":1.5}]',
      /^body\[1\]\.times: give an integer from 1 to 1000000, not 1\.5\.$/,
    ],
    ["POST", "/script", NESTED, /^body\[0\]: give an object with match, .*, not a list of 1\.$/],
    [
      "POST",
      "/script",
      `[${Array(1001).fill("{}").join()}]`,
      /^body: give a list of at most 1000, not a list of 1001\.$/,
    ],
    [
      "POST",
      "/orders/73552/events",
      '{"event":"filled","inMs":-1e308}',
      /^body\.inMs: give a number from 0 to/,
    ],
    ["POST", "/orders/73552/events", '{"event":"filled","inMs":1e308}', /^body\.inMs: /],
    ["POST", "/orders/73552/events", '{"event":"vanished"}', /^body\.event: give one of cancel-taken, /],
    [
      "POST",
      "/orders/73552/events",
      '{"event":"accepted"}',
      /^Order 73552 is New: "accepted" cannot happen to it\.$/,
    ],
    [
      "POST",
      "/orders/73552/events",
      '{"event":"part-filled","quantity":0}',
      /^body\.quantity: give a number above 0/,
    ],
    [
      "POST",
      "/orders/73552/fill",
      '{"quantity":-5}',
      /^body\.quantity: give a number above 0 and up to 1000000000, not -5\.$/,
    ],
    ["POST", "/orders/73552/fill", "[]", /^body: give an object with quantity, not a list of 0\.$/],
    ["POST", "/orders/1/fill", "", /^There is no order 1: create it first\.$/],
    ["PUT", "/orders/9001", '{"plan":null}', /^body\.plan: give a list of at most 100, not null\.$/],
    ["PUT", "/orders/9001", '{"plan":[{"event":"filled","after":-1}]}', /^body\.plan\[0\]\.after: /],
    [
      "PUT",
      "/orders/9001",
      '{"plan":[{"event":"filled"}]}',
      /^body\.plan\[0\]\.after is missing: give a number/,
    ],
    ["PUT", "/orders/9001", '{"fault":"nope"}', /^body\.fault: /],
    ["PUT", "/orders/9001", '{"refuse":"nope"}', /^body\.refuse: /],
    [
      "PUT",
      "/orders/9001",
      '{"refuse":"409 nope"}',
      /^order\.refuse: give one of .*409 order-already-filled/,
    ],
    ["PUT", "/orders/9001", '{"quantity":-5}', /^body\.quantity: /],
    [
      "PUT",
      "/orders/9001",
      '{"quantity":10,"executed":11}',
      /^order\.executed: give at most the quantity, which is 10, not 11\.$/,
    ],
    ["PUT", "/orders/73552", '{"quantity":10,"executed":10.5}', /^order\.executed: /],
    [
      "PUT",
      "/orders/9001",
      '{"accountId":1.5}',
      /^body\.accountId: give an integer from 1 to 2147483647, not 1\.5\.$/,
    ],
    ["PUT", "/orders/9001", '{"status":"Gone"}', /^body\.status: give one of New, /],
    ["PUT", "/orders/9001", '{"type":"a\\u001b[31m"}', /^body\.type: give a text that matches/],
    ["PUT", "/orders/9001", '{"parentId":9001}', /^order\.parentId: 9001 is a leg itself/],
    ["PUT", "/orders/9001", '{"parentId":80108}', /^order\.parentId: 80108 is a leg itself/],
    ["PUT", "/orders/80008", '{"parentId":73552}', /^order\.parentId: order 80008 has legs/],
    ["PUT", "/orders/9001", '"x"', /^body: give an object with accountId/],
    ["PUT", "/orders/2147483648", "{}", /^order: give an integer from 1 to 2147483647, not 2147483648\.$/],
    ["PUT", "/orders/0", "{}", /^order: /],
    ["PUT", "/orders/1e3x", "{}", /^order: give an integer from 1 to 2147483647, not "1e3x"\.$/],
    ["PATCH", "/switches", '{"secondCancel":204}', /^body\.secondCancel: give one of 409, 204, not 204\.$/],
    [
      "PATCH",
      "/switches",
      '{"secondCancel":"204","success":"202"}',
      /^body\.success: give one of 204, 200, not "202"\.$/,
    ],
    [
      "PATCH",
      "/switches",
      '{"constructor":"x"}',
      /^body has no "constructor": give an object with wrongAppKey/,
    ],
    ["PATCH", "/timing", '{"venueMs":[5,1]}', /^timing: 5 to 1 is no time: give the shorter one first\.$/],
    [
      "PATCH",
      "/timing",
      '{"latency":[1]}',
      /^body\.latency: give a number from 0 to 86400000 or a list of 2/,
    ],
    ["PATCH", "/timing", '{"readLagMs":-1}', /^body\.readLagMs: /],
  ];

  it.each(REFUSED)(
    "%s %s %j is refused in one sentence, and changes nothing",
    async (method, path, body, says) => {
      const sandbox = await sandboxOf();
      const everything = () => [
        sandbox.orders(),
        sandbox.scripted(),
        sandbox.switches(),
        sandbox.timing(),
        sandbox.now(),
      ];
      const before = structuredClone(everything());
      const { status, body: answer } = await control(sandbox, method, path, body);
      expect([status, answer.message]).toEqual([400, expect.stringMatching(says)]);
      expect(answer.message).not.toMatch(
        /undefined|\[object|TypeError|Unexpected|in JSON|NaN|Infinity|stack/,
      );
      expect(everything()).toEqual(before);
      expect((await call(sandbox, "DELETE", orderPath(73552))).status).toBe(204);
    },
  );

  it("is held to the same by the methods", async () => {
    const sandbox = await sandboxOf();
    expect(() => sandbox.script({ delayMs: "abc" } as never)).toThrow(/^script\.delayMs: give a number/);
    expect(() => sandbox.script(null as never)).toThrow(/^script: give an object with/);
    expect(() => sandbox.script([{ match: null }] as never)).toThrow(/^script\[0\]\.match: give an object/);
    expect(() => sandbox.putOrder(1.5)).toThrow(/^order: give an integer/);
    expect(() => sandbox.putOrder(1, { quantity: Number.NaN })).toThrow(/^order\.quantity: give a number/);
    expect(() => sandbox.putOrder(1, { plan: undefined, side: "Sell" } as never)).not.toThrow();
    expect(() => sandbox.fill(73552, -5)).toThrow(/^fill\.quantity: give a number above 0/);
    expect(() => sandbox.event(73552, "filled", { inMs: -1 })).toThrow(/^event\.inMs: /);
    expect(() => sandbox.setSwitches({ success: "202" } as never)).toThrow(/^switches\.success: /);
    await expect(sandbox.advance(9e15)).rejects.toThrow(/^clock\.advanceMs: /);
    await expect(sandboxOf({ latency: [5, 1] })).rejects.toThrow(/5 to 1 is no time/);
    await expect(sandboxOf({ venueMs: -1 })).rejects.toThrow(/^options\.venueMs: give a number from 0/);
  });

  it("moves the time no further than the year 9999, however often", async () => {
    const sandbox = await sandboxOf();
    let status = 200;
    for (let i = 0; i < 100 && status === 200; i++)
      status = (await control(sandbox, "POST", "/clock", '{"advanceMs":3155760000000}')).status;
    expect(status).toBe(400);
    expect(new Date(sandbox.now()).getUTCFullYear()).toBeGreaterThan(9800);
    expect(
      (await call(sandbox, "GET", LIST, { Authorization: `Bearer ${sandbox.issueToken()}` })).status,
    ).toBe(200);
    expect((await control(sandbox, "POST", "/reset")).status).toBe(200);
    expect(
      (await call(sandbox, "DELETE", orderPath(73552, "syncorders"), { Authorization: "Bearer x" })).status,
    ).toBe(401);
  });
});

describe("the description of the control surface", () => {
  const ajv = new Ajv2020({ strict: false });
  ajv.addFormat("date-time", /^\d{4}-\d\d-\d\dT/);
  ajv.addSchema(controlDescription(), "control");
  const fits = (id: string, status: number, body: unknown) => {
    const at = CONTROL_OPERATIONS.find((one) => one.id === id);
    const pointer = `${at?.path.replaceAll("~", "~0").replaceAll("/", "~1")}/${at?.method}/responses/${status}`;
    const validate = ajv.getSchema(`control#/paths/${pointer}/content/application~1json/schema`);
    validate?.(body);
    return validate?.errors ?? [];
  };

  it("is served, and what is served is as it says", async () => {
    const sandbox = await sandboxOf();
    const bodies: Partial<Record<string, string>> = {
      event: '{"event":"filled"}',
      addScript: '[{"fault":"503"}]',
      switches: '{"secondCancel":"204"}',
      timing: '{"readLagMs":[0,500]}',
      advance: '{"advanceMs":5}',
    };
    for (const { id, method, path } of CONTROL_OPERATIONS) {
      // One of them removes all orders.
      sandbox.reset();
      await call(sandbox, "DELETE", orderPath(73552), { Authorization: `Bearer ${sandbox.issueToken()}` });
      sandbox.script({ match: { orderId: 1 }, fault: "reset" });
      const order = id === "event" ? "73501" : "73502";
      const answer = await control(sandbox, method.toUpperCase(), path.replace("{id}", order), bodies[id]);
      expect([id, answer.status, fits(id, 200, answer.body)]).toEqual([id, 200, []]);
    }
    expect((await control(sandbox, "GET", "/openapi.json")).body).toEqual(
      JSON.parse(JSON.stringify(controlDescription())),
    );
    const refused = await control(sandbox, "POST", "/clock", "{}");
    expect(fits("advance", 400, refused.body)).toEqual([]);
    expect((await control(sandbox, "GET", "/orders/5")).body).toEqual({ message: "There is no order 5." });
  });
});
