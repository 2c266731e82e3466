// The server of the built docs: what it serves, and what it must not.
import { mkdir, symlink, writeFile } from "node:fs/promises";
import { type IncomingMessage, type RequestOptions, request } from "node:http";
import { join } from "node:path";
import fc from "fast-check";
import { expect, onTestFinished, test } from "vitest";
import { serveFolder } from "../scripts/lib/servers.js";
import { tryItUrl } from "../scripts/lib/try-it.js";
import { temporaryFolder } from "./helpers.js";

async function served(): Promise<{ url: string; folder: string; get(path: string): Promise<Response> }> {
  const parent = await temporaryFolder();
  await mkdir(join(parent, "site/try-it"), { recursive: true });
  await mkdir(join(parent, "site-of-another"));
  for (const name of ["secret.txt", "site-of-another/secret.txt"])
    await writeFile(join(parent, name), "secret");
  for (const name of ["index.html", "try-it/index.html", "a.js", "a.css", "a.json", "a.map", "a b.txt"])
    await writeFile(join(parent, "site", name), name);
  const server = await serveFolder(join(parent, "site"), 0);
  onTestFinished(() => server.close());
  return { url: server.url, folder: join(parent, "site"), get: (path) => fetch(server.url + path) };
}

/** As it stands: `fetch` would tidy the path up before it is sent, and name the host itself. */
function raw(url: string, options: RequestOptions): Promise<IncomingMessage> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, ...options }, (answer) => resolve(answer.resume()));
    sent.once("error", reject).end();
  });
}

const rawStatus = async (url: string, path: string) => (await raw(url, { path })).statusCode;

test.each([
  ["/", "index.html", "text/html; charset=utf-8"],
  ["/try-it/?api=x", "try-it/index.html", "text/html; charset=utf-8"],
  ["/try-it?api=x", "try-it/index.html", "text/html; charset=utf-8"],
  ["/a.js", "a.js", "text/javascript; charset=utf-8"],
  ["/a.css", "a.css", "text/css; charset=utf-8"],
  ["/a.json", "a.json", "application/json"],
  ["/a.map", "a.map", "application/json"],
  ["/a%20b.txt", "a b.txt", "text/plain; charset=utf-8"],
])("%s is served with its type", async (path, text, type) => {
  const { get } = await served();
  const answer = await get(path);
  expect([await answer.text(), answer.headers.get("content-type")]).toEqual([text, type]);
});

test.each([
  "/../secret.txt",
  "/%2e%2e/secret.txt",
  "/..%2fsecret.txt",
  "/%2e%2e%2fsecret.txt",
  "/try-it/../../secret.txt",
  "/..%5csecret.txt",
  "//../secret.txt",
  "/../site-of-another/secret.txt",
  "/%",
  "/a.js%00.txt",
  "/nothing",
])("%s is not found: nothing above the folder is served, and nothing ends the server", async (path) => {
  const { url } = await served();
  expect(await rawStatus(url, path)).toBe(404);
  expect(await rawStatus(url, "/a.js")).toBe(200);
});

test.each(["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND"])(
  "%s is refused",
  async (method) => {
    const { url } = await served();
    const answer = await raw(url, { path: "/a.js", method });
    expect([answer.statusCode, answer.headers.allow]).toEqual([405, "GET, HEAD"]);
  },
);

test("HEAD gets the headers of GET and nothing more; each answer forbids guessing its type and framing it", async () => {
  const { url } = await served();
  const [whole, head] = [
    await raw(url, { path: "/a.js" }),
    await raw(url, { path: "/a.js", method: "HEAD" }),
  ];
  expect(head.headers["content-length"]).toBe("4");
  expect({ ...head.headers, date: "" }).toEqual({ ...whole.headers, date: "" });
  for (const path of ["/a.js", "/nothing", "/try-it"]) {
    const { headers } = await raw(url, { path });
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["content-security-policy"]).toBe("frame-ancestors 'none'");
  }
});

test.each([
  ["127.0.0.1:8080", 200],
  ["LOCALHOST:8080", 200],
  ["localhost", 200],
  ["[::1]:8080", 200],
  ["192.168.1.7", 200],
  ["attacker.example", 403],
  ["attacker.example:8080", 403],
  ["localhost.attacker.example", 403],
  ["127.0.0.1.attacker.example", 403],
  ["localhost:8080.attacker.example", 403],
])("a request to the host %j is answered %i", async (host, status) => {
  const { url } = await served();
  expect((await raw(url, { path: "/", headers: { host } })).statusCode).toBe(status);
});

test("a host that was given is one's own", async () => {
  const server = await serveFolder(await temporaryFolder(), 0, "localhost");
  onTestFinished(() => server.close());
  const ofHost = async (host: string) => (await raw(server.url, { path: "/", headers: { host } })).statusCode;
  expect([await ofHost("localhost"), await ofHost("other")]).toEqual([404, 403]);
});

test.runIf(process.platform !== "win32")("a link that leads out is not followed, one within is", async () => {
  const { url, folder } = await served();
  await symlink(join(folder, "../secret.txt"), join(folder, "file.txt"));
  await symlink(join(folder, ".."), join(folder, "up"));
  await symlink(join(folder, "../site-of-another"), join(folder, "beside"));
  await symlink(join(folder, "a.js"), join(folder, "b.js"));
  for (const path of ["/file.txt", "/up/secret.txt", "/up", "/up/", "/beside/secret.txt"])
    expect([path, await rawStatus(url, path)]).toEqual([path, 404]);
  expect(await rawStatus(url, "/b.js")).toBe(200);
});

test("bytes at random end neither the server nor get what is above the folder", async () => {
  const { url } = await served();
  const target = fc.string({ unit: fc.constantFrom(..."/.%2efF5c\\?#:@ab\0".split("")), maxLength: 30 });
  await fc.assert(
    fc.asyncProperty(target, async (path) => {
      const { statusCode = 0 } = await raw(url, { path: `/${path.replaceAll("\0", "%00")}` });
      expect([200, 308, 404]).toContain(statusCode);
    }),
    { numRuns: process.env.CI ? 2_000 : 200 },
  );
  expect(await rawStatus(url, "/a.js")).toBe(200);
});

test("the address of Try it names the sandbox only where it is not the usual one", () => {
  const usual = "http://127.0.0.1:4010";
  expect(tryItUrl("http://127.0.0.1:8080", usual, usual)).toBe("http://127.0.0.1:8080/try-it/");
  const other = "http://127.0.0.1:4020";
  expect(tryItUrl("http://127.0.0.1:8080", other, usual)).toBe(`http://127.0.0.1:8080/try-it/?api=${other}`);
});
