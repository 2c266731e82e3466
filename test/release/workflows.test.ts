// What runs on GitHub cannot be run here; this holds what would break, or give away more than it must.
import { readdirSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { RUNTIMES } from "../../benchmarks/runtimes/catalog.js";
import { fromRoot, REFERENCE } from "../../scripts/lib/paths.js";

interface Step {
  uses?: string;
  run?: string;
  with?: Record<string, unknown>;
}
type Permissions = Record<string, string>;
interface Job {
  steps: Step[];
  needs?: string | string[];
  permissions?: Permissions;
  "timeout-minutes"?: number;
  strategy?: { matrix: { node?: string[] } };
}
interface Workflow {
  permissions?: Permissions;
  concurrency?: { group: string };
  jobs: Record<string, Job>;
}

const FOLDER = fromRoot(".github/workflows");
const files = readdirSync(FOLDER).map((name) => [name, readFileSync(`${FOLDER}/${name}`, "utf8")] as const);
const workflows = files.map(([name, text]) => [name, parse(text) as Workflow] as const);
const jobs = workflows.flatMap(([file, { jobs }]) =>
  Object.entries(jobs).map(([name, job]) => [`${file} ${name}`, job] as const),
);
const manifest = JSON.parse(readFileSync(fromRoot("package.json"), "utf8"));
const versionsOf = ({ steps }: Job) => steps.flatMap((step) => step.with?.["node-version"] ?? []);
const OF_NPM = ["ci", "pack", "pkg", "publish", "view"];
const isCheckout = ({ uses }: Step) => uses?.startsWith("actions/checkout@");

test("there are three workflows", () => {
  expect(workflows.map(([name]) => name)).toEqual(["ci.yml", "docs.yml", "release.yml"]);
});

const trusted = jobs
  .filter(([name, { permissions }]) => name.startsWith("release.yml ") && permissions?.["id-token"])
  .map(([, job]) => job);

describe.each(workflows)("%s", (_, workflow) => {
  test("writes nothing unless a job says so, and does not run into itself", () => {
    expect(Object.values(workflow.permissions ?? { all: "write" }).filter((one) => one !== "read")).toEqual(
      [],
    );
    expect(workflow.concurrency?.group).toBeTruthy();
  });
});

describe.each(jobs)("%s", (name, job) => {
  const runs = job.steps.flatMap(({ run }) => run ?? []);

  test("calls scripts that exist", () => {
    const called = runs.flatMap((run) =>
      [...run.matchAll(/npm (?:run )?([\w:]+)/g)].map(([, script]) => script),
    );
    expect(
      called.filter((script) => !OF_NPM.includes(script ?? "") && !(script && script in manifest.scripts)),
    ).toEqual([]);
  });

  test("ends in time", () => {
    expect(job["timeout-minutes"]).toBeLessThanOrEqual(45);
  });

  test("runs actions that cannot be exchanged under their name", () => {
    const actions = job.steps.flatMap(({ uses }) => uses ?? []);
    expect(actions.filter((one) => !/^[\w-]+\/[\w-]+@[0-9a-f]{40}$/.test(one))).toEqual([]);
  });

  test("puts nothing that others write into a command", () => {
    expect(runs.filter((run) => run.includes("${{"))).toEqual([]);
  });

  test("keeps no credentials where packages are installed, or anywhere else", () => {
    const kept = job.steps.filter((step) => isCheckout(step) && step.with?.["persist-credentials"] !== false);
    expect(kept, name).toEqual([]);
  });
});

test("every action is named with its version, the same everywhere", () => {
  const pins = files.flatMap(([, text]) => [...text.matchAll(/uses: (\S+)@(\S+)( # v[\d.]+)?/g)]);
  const versions = new Map<string | undefined, Set<string>>();
  for (const [, action, hash, comment] of pins)
    versions.set(action, (versions.get(action) ?? new Set()).add(`${hash}${comment}`));
  expect([...versions.values()].map((one) => one.size)).toEqual([...versions].map(() => 1));
  expect(pins.filter(([, , , comment]) => !comment)).toEqual([]);
});

test("only four jobs may write, each what it is for", () => {
  const granted = jobs.flatMap(([name, { permissions = {} }]) =>
    Object.entries(permissions).flatMap(([scope, level]) => (level === "write" ? [`${name}: ${scope}`] : [])),
  );
  expect(granted).toEqual([
    "docs.yml publish: pages",
    "docs.yml publish: id-token",
    "release.yml version: contents",
    "release.yml version: pull-requests",
    "release.yml publish: id-token",
    "release.yml announce: contents",
  ]);
});

test("the site that is published is what `npm run docs` builds, and the job that publishes it runs nothing of ours", () => {
  const { build, publish } = Object.fromEntries(workflows)["docs.yml"]?.jobs ?? {};
  expect(build?.steps.flatMap(({ run }) => run ?? [])).toEqual(["npm ci", "npm run docs"]);
  const uploaded = build?.steps.flatMap((step) => step.with?.path ?? []) ?? [];
  expect(uploaded.map((path) => fromRoot(String(path)))).toEqual([dirname(REFERENCE)]);
  expect(publish?.needs).toBe("build");
  expect(publish?.steps.map(({ uses, run }) => run ?? uses?.split("@")[0])).toEqual(["actions/deploy-pages"]);
});

test("the job that npm trusts installs, builds and checks out nothing: it publishes what an earlier job tested", () => {
  const commands = trusted.flatMap(({ steps }) => steps.flatMap(({ run }) => run ?? []));
  expect(commands).toEqual(["npm publish ./*.tgz --provenance --ignore-scripts"]);
  expect(trusted.flatMap(({ steps }) => steps).filter(isCheckout)).toEqual([]);
  const { build, publish } = Object.fromEntries(workflows)["release.yml"]?.jobs ?? {};
  expect(publish?.needs).toBe("build");
  const runs = build?.steps.flatMap(({ run }) => run ?? []) ?? [];
  const order = ["npm ci --ignore-scripts", "npm test", "npm pack", "npm run test:package"];
  const places = order.map((command) => runs.findIndex((run) => run.includes(command)));
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(places).not.toContain(-1);
  const handedOver = [build, publish].flatMap(
    (job) => job?.steps.filter(({ uses }) => uses?.includes("-artifact@")) ?? [],
  );
  expect(handedOver.map((step) => step.with?.name)).toEqual(["packed", "packed"]);
});

test("the job that npm trusts runs no action of others", () => {
  const owners = trusted.flatMap(({ steps }) => steps.flatMap(({ uses }) => uses?.split("/")[0] ?? []));
  expect(new Set(owners)).toEqual(new Set(["actions"]));
});

test("no registry but npm's own, and no token for it", () => {
  for (const [name, text] of files)
    expect(text, name).not.toMatch(/registry|npmrc|NPM_TOKEN|NODE_AUTH_TOKEN/);
});

test("everything runs on the oldest Node that the package allows, and on the newest that it is tried with", () => {
  const matrix = workflows.flatMap(([, { jobs }]) => jobs.everything?.strategy?.matrix.node ?? []);
  const majors = RUNTIMES.flatMap(({ name }) => /^Node (\d+)/.exec(name)?.[1] ?? []).map(Number);
  expect(matrix).toEqual([manifest.engines.node.replace(">=", ""), String(Math.max(...majors))]);
});

test("trusted publishing has a Node whose npm knows it", () => {
  const publish = jobs.find(([name]) => name === "release.yml publish")?.[1];
  expect(publish && versionsOf(publish)).toEqual(["24"]);
});
