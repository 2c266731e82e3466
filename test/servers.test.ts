// The server of the built docs, and the address of Try it on it.
import { mkdir, writeFile } from "node:fs/promises";
import { request } from "node:http";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { serveFolder } from "../scripts/lib/servers.js";
import { tryItUrl } from "../scripts/lib/try-it.js";
import { temporaryFolder } from "./helpers.js";

async function served(): Promise<string> {
  const parent = await temporaryFolder();
  await mkdir(join(parent, "site/try-it"), { recursive: true });
  await writeFile(join(parent, "secret.txt"), "secret");
  for (const name of ["index.html", "try-it/index.html", "a.js"])
    await writeFile(join(parent, "site", name), name);
  const server = await serveFolder(join(parent, "site"), 0);
  onTestFinished(() => server.close());
  return server.url;
}

/** As it stands: `fetch` would tidy the path up before it is sent, and name the host itself. */
function rawStatus(url: string, path: string, host?: string): Promise<number | undefined> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const headers = host === undefined ? {} : { host };
    const sent = request({ hostname, port, path, headers }, (answer) => resolve(answer.resume().statusCode));
    sent.once("error", reject).end();
  });
}

test.each([
  ["/", "index.html", "text/html"],
  ["/try-it/?api=x", "try-it/index.html", "text/html"],
  ["/a.js", "a.js", "text/javascript"],
])("%s is served with its type", async (path, text, type) => {
  const answer = await fetch((await served()) + path);
  expect([await answer.text(), answer.headers.get("content-type")?.split(";")[0]]).toEqual([text, type]);
});

test("nothing above the folder is served", async () => {
  const url = await served();
  for (const path of ["/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/try-it/../../secret.txt"])
    expect([path, await rawStatus(url, path)]).toEqual([path, 404]);
});

test.each([
  ["127.0.0.1:8080", 200],
  ["localhost:8080", 200],
  ["attacker.example", 403],
  ["localhost.attacker.example", 403],
])("a request to the host %j is answered %i", async (host, status) => {
  expect(await rawStatus(await served(), "/", host)).toBe(status);
});

test("the address of Try it names the sandbox that it talks to", () => {
  const [docs, api] = ["http://127.0.0.1:8080", "http://127.0.0.1:4020"];
  expect(tryItUrl(docs, api)).toBe(`${docs}/try-it/?api=${api}`);
});
