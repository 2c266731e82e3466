// Several requests in one packet: answers and faults come in the order of the requests, on their own connection.
import { connect } from "node:net";
import { describe, expect, it } from "vitest";
import type { Sandbox } from "../../src/sandbox/index.js";
import { call, credentials, orderPath, raw, sandboxOf } from "./helpers.js";

type Sent = [kind: "orders" | "syncorders", id: number];

function packet(sandbox: Sandbox, requests: Sent[]): string {
  const headers = Object.entries({ Host: "localhost", ...credentials(sandbox) })
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join("");
  return requests.map(([kind, id]) => `DELETE ${orderPath(id, kind)} HTTP/1.1\r\n${headers}\r\n`).join("");
}

/** Statuses in the order in which they arrive. */
function statuses(heard: string): number[] {
  return [...heard.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(([, status]) => Number(status));
}

async function play(requests: Sent[]): Promise<{ heard: string; sandbox: Sandbox }> {
  const sandbox = await sandboxOf({ clock: "real", venueMs: 20, limits: false });
  const heard = await raw(sandbox, packet(sandbox, requests));
  expect((await call(sandbox, "GET", orderPath(73552))).status).toBe(200);
  return { heard, sandbox };
}

describe("requests in one packet", () => {
  it("are answered in their order, a broken answer after a slow one", async () => {
    const { heard } = await play([
      ["syncorders", 73501],
      ["syncorders", 80020],
    ]);
    expect(statuses(heard)).toEqual([204, 204]);
    expect(heard).toMatch(/204 No Content[^{]*204 No Content[^{]*\{"State":"Succeeded"\}$/s);
  });

  it.each([
    [80011, "closed"],
    [80012, "closed"],
    [80022, "broken off"],
  ])("let the first be answered before what order %i meets: %s", async (id) => {
    const { heard } = await play([
      ["syncorders", 73501],
      ["orders", id],
      ["orders", 80010],
    ]);
    expect(statuses(heard)).toEqual(id === 80022 ? [204, 200] : [204]);
  });

  it("wait for a request that is never answered", async () => {
    const sandbox = await sandboxOf({ clock: "real", venueMs: 20 });
    const bytes = packet(sandbox, [
      ["orders", 80013],
      ["orders", 80020],
    ]);
    const { hostname, port } = new URL(sandbox.url);
    let heard = "";
    const socket = connect(Number(port), hostname, () => socket.write(bytes));
    socket.setEncoding("utf8").on("data", (text) => (heard += text));
    await expect.poll(() => sandbox.requests().length).toBe(2);
    await call(sandbox, "GET", orderPath(73552));
    expect(heard).toBe("");
    socket.destroy();
  });

  it("behind a broken answer are not answered, whatever they are", async () => {
    for (const id of [80011, 80012, 80015, 80020, 80022])
      for (const next of [73552, 80015, 80020, 80022]) {
        const { heard } = await play([
          ["orders", id],
          ["orders", next],
        ]);
        expect(statuses(heard).length).toBeLessThanOrEqual(1);
      }
  });

  it("do not disturb another connection that waits for the venue at the same time", async () => {
    const sandbox = await sandboxOf({ clock: "real", venueMs: 50, limits: false });
    const other = raw(sandbox, packet(sandbox, [["syncorders", 73552]]), "\r\n\r\n");
    await raw(sandbox, packet(sandbox, [["orders", 80015]]));
    expect(statuses(await other)).toEqual([204]);
  });

  it("end their connection when they are too many for it", async () => {
    const sandbox = await sandboxOf({ clock: "real", limits: false });
    const many = Array.from({ length: 3000 }, (): Sent => ["orders", 80013]);
    expect(await raw(sandbox, packet(sandbox, many))).toBe("");
    expect((await call(sandbox, "GET", orderPath(73552))).status).toBe(200);
  });
});
