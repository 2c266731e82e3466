// A Next.js app with the files of docs/front-end.md, built and started as in production: no read comes from a cache.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { type Sandbox, startSandbox } from "autoshares-cancel/sandbox";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { fromRoot } from "../../scripts/lib/paths.js";
import { runCommand } from "../../scripts/lib/process.js";
import { filesOf, writeFiles } from "../guide.js";
import { emptyFolder, ownEnvironment, programPath } from "./kit.js";

const READ_TWICE = `
import { client } from "../../api";
export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const order = { accountId: 6303, orderId: Number((await params).id) };
  const [first, second] = [await client.getOrder(order), await client.getOrder(order)];
  return <p>{\`\${first.Status} \${second.Status}\`}</p>;
}
`;
const FORCED = `
import { client } from "../api";
export const dynamic = "force-dynamic";
export const fetchCache = "force-cache";
export default async function Page() {
  return <p>{(await client.getOrder({ accountId: 6303, orderId: 73552 })).Status}</p>;
}
`;
const LAYOUT = `
import type { ReactNode } from "react";
export default function Layout({ children }: { children: ReactNode }) {
  return <html lang="en"><body>{children}</body></html>;
}
`;

const guide = [...filesOf("docs/front-end.md")].filter(([name]) => name.startsWith("app/"));
const FILES = new Map([
  ...guide,
  ["app/layout.tsx", LAYOUT],
  ["app/twice/[id]/page.tsx", READ_TWICE],
  ["app/forced/page.tsx", FORCED],
  ["package.json", '{ "type": "module" }'],
  ["tsconfig.json", '{ "compilerOptions": { "strict": true, "jsx": "react-jsx" } }'],
  // All that is installed is found in the folder above.
  ["next.config.mjs", `export default { turbopack: { root: ${JSON.stringify(fromRoot("front-end"))} } };`],
]);

let sandbox: Sandbox;
let folder: string;
let app: { url: string; stop(): Promise<void> };

beforeAll(async () => {
  sandbox = await startSandbox({ venueMs: 20 });
  folder = await emptyFolder("next");
  await writeFiles(folder, FILES);
  const { code, stdout, stderr } = await runCommand(process.execPath, [NEXT, "build"], {
    cwd: folder,
    env: env(),
  });
  expect(code === 0 ? "" : stdout + stderr).toBe("");
  app = await start();
});
afterAll(async () => {
  await app?.stop();
  await sandbox.close();
});

const NEXT = programPath("next/dist/bin/next");
const env = () => ({ ...ownEnvironment(), AUTOSHARES_BASE_URL: sandbox.url, NEXT_TELEMETRY_DISABLED: "1" });

/** In a group of its own: what is started here starts the server as another process. */
async function start(): Promise<typeof app> {
  const child = spawn(process.execPath, [NEXT, "start", "--port", "0"], {
    cwd: folder,
    env: env(),
    detached: true,
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text) => (said += text));
  const closed = once(child, "close");
  await vi.waitFor(() => expect(said).toMatch(/Ready in/), { timeout: 60_000 });
  const [, port = ""] = /http:\/\/localhost:(\d+)/.exec(said) ?? [];
  return {
    url: `http://127.0.0.1:${port}`,
    async stop() {
      if (child.pid !== undefined) process.kill(-child.pid);
      await closed;
    },
  };
}

async function shown(path: string): Promise<string> {
  const page = await (await fetch(app.url + path)).text();
  return /<p>(.*?)<\/p>/.exec(page)?.[1] ?? page;
}

const readsOf = () => sandbox.counts().getOrder ?? 0;

test("every read of a page reaches the API, also the second of the same order in the same page", async () => {
  const before = readsOf();
  expect(await shown("/twice/73501")).toBe(await shown("/twice/73501"));
  expect(readsOf() - before).toBe(4);
});

test("after a cancel the page shows what the order is now; a route that forces the cache does not", async () => {
  expect([await shown("/"), await shown("/forced")]).toEqual(["Order 73552: New", "New"]);
  const body = JSON.stringify({ orderId: 73552 });
  const result = await (await fetch(`${app.url}/cancel`, { method: "POST", body })).json();
  expect(result.verdict).toBe("canceled");
  expect([await shown("/"), await shown("/forced")]).toEqual(["Order 73552: Canceled", "New"]);
});

test("pages and route handlers share one client", () => {
  expect(sandbox.counts().createToken).toBe(1);
});
