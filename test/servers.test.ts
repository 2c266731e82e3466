// The server of the built docs: what it serves, and what it must not.
import { mkdir, writeFile } from "node:fs/promises";
import { request } from "node:http";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { serveFolder } from "../scripts/lib/servers.js";
import { tryItUrl } from "../scripts/lib/try-it.js";
import { temporaryFolder } from "./helpers.js";

async function served(): Promise<{ url: string; get(path: string): Promise<Response> }> {
  const parent = await temporaryFolder();
  await mkdir(join(parent, "site/try-it"), { recursive: true });
  await mkdir(join(parent, "site-of-another"));
  for (const name of ["secret.txt", "site-of-another/secret.txt"])
    await writeFile(join(parent, name), "secret");
  for (const name of ["index.html", "try-it/index.html", "a.js", "a.css", "a.json", "a.map", "a b.txt"])
    await writeFile(join(parent, "site", name), name);
  const server = await serveFolder(join(parent, "site"), 0);
  onTestFinished(() => server.close());
  return { url: server.url, get: (path) => fetch(server.url + path) };
}

/** As it stands: `fetch` would tidy the path up before it is sent. */
function rawStatus(url: string, path: string): Promise<number | undefined> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, path }, (answer) => resolve(answer.resume().statusCode));
    sent.once("error", reject).end();
  });
}

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

test("the address of Try it names the sandbox only where it is not the usual one", () => {
  const usual = "http://127.0.0.1:4010";
  expect(tryItUrl("http://127.0.0.1:8080", usual, usual)).toBe("http://127.0.0.1:8080/try-it/");
  const other = "http://127.0.0.1:4020";
  expect(tryItUrl("http://127.0.0.1:8080", other, usual)).toBe(`http://127.0.0.1:8080/try-it/?api=${other}`);
});
