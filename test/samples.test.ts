// Every request sample of the reference, pasted and run: it gets the answer that the page shows beside it.
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { operationModels, usualSuccess } from "../scripts/lib/model.js";
import { withSamples } from "../scripts/lib/samples/index.js";
import { DEFAULTS } from "../src/sandbox/defaults.js";
import { startSandbox } from "../src/sandbox/index.js";
import { eachOperation, type OpenApi } from "../src/sandbox/openapi.js";
import { type Ran, spec } from "./helpers.js";
import { type Language, makePlayground, missing, type Playground, type Served } from "./playground.js";
import { type ReferenceSample, samples } from "./reference.js";

const LANGUAGES: Record<string, Language> = { curl: "shell", TypeScript: "ts", Python: "python" };

const models = operationModels(spec);

let playground: Playground;
beforeAll(async () => {
  playground = await makePlayground();
});
afterAll(() => playground.remove());

const run = ({ lang, source }: { lang: string; source: string }, served?: Promise<Served>): Promise<Ran> =>
  playground.run(LANGUAGES[lang] ?? "ts", source, served);

const missingFor = ({ lang }: ReferenceSample) => missing(LANGUAGES[lang] ?? "ts");

/** The success that a mock gives: its status, its first example, what it says in its first sentence. */
function success({ operation }: ReferenceSample): { status: string; example: unknown; says: string } {
  const usual = usualSuccess(models.find(({ id }) => id === operation.operationId)?.answers ?? []);
  const [example] = Object.values(usual?.examples ?? {});
  const [, says = ""] = /^\*\*(.*)\*\*/.exec(usual?.description ?? "") ?? [];
  return { status: usual?.status ?? "", example: example?.value, says };
}

type Shown = Record<string, unknown>;
/** The sandbox names its orders by itself, they are of today, and its account has more than the two of the example. */
const ITS_OWN = ["ClientId", "CreateDate", "Date", "TransactionDate", "TotalCount", "NextPageLink"];

function expectExample(answer: Shown, example: Shown): void {
  expect(Object.keys(answer)).toEqual(expect.arrayContaining(Object.keys(example)));
  for (const [name, value] of Object.entries(example)) {
    if (name === "Result") expectOrders(answer[name] as Shown[], value as Shown[]);
    else if (ITS_OWN.includes(name)) expect(typeof answer[name]).toBe(typeof value);
    else expect(answer[name]).toEqual(value);
  }
}

function expectOrders(orders: Shown[], examples: Shown[]): void {
  for (const example of examples) expectExample(orders.find(({ Id }) => Id === example.Id) ?? {}, example);
}

describe.concurrent("samples of the reference", () => {
  test.for(samples.filter(({ lang }) => lang === "curl"))(
    "$name: status and body",
    async (sample, { skip }) => {
      skip(missingFor(sample) !== undefined, missingFor(sample));
      const { status, example } = success(sample);
      const { code, output } = await run(sample);
      const [head = "", body = ""] = output.split("\r\n\r\n");
      expect({ code, status: head.split(" ")[1] }).toEqual({ code: 0, status });
      if (example) expectExample(JSON.parse(body), example as Shown);
      else expect(body).toBe("");
    },
  );

  const programs = samples.filter(({ lang, label }) => lang !== "curl" && lang === label);
  test.for(programs)("$name: it prints the answer", async (sample, { skip }) => {
    skip(missingFor(sample) !== undefined, missingFor(sample));
    const { status, example, says } = success(sample);
    const { code, output } = await run(sample);
    expect({ code, output }).toMatchObject({ code: 0 });
    if (example) expectExample(JSON.parse(output), example as Shown);
    else expect(output).toBe(sample.lang === "Python" ? `${status} ${says}\n` : `${says}\n`);
  });

  test.for(samples.filter(({ lang, label }) => lang !== label))(
    "$name: it prints the verdict",
    async (sample) => {
      expect(await run(sample)).toEqual({ code: 0, output: "canceled, 150 were not executed\n" });
    },
  );

  const refused = samples.filter(({ name }) => /^cancelSyncOrder, (TypeScript|Python)$/.test(name));
  test.for(refused)("$name: a refusal without a body is a failure", async (sample, { skip }) => {
    skip(missingFor(sample) !== undefined, missingFor(sample));
    const sandbox = startSandbox();
    (await sandbox).script({ match: { operation: "cancelSyncOrder" }, fault: "409-empty" });
    const { code, output } = await run(sample, sandbox);
    expect(code).toBe(1);
    expect(output).toMatch(/^(409 \(no body\)|cancelSyncOrder .* answered 409.* Fate: refused)\n$/);
  });
});

test("every operation has one in three languages", () => {
  const languages = (id: string) => {
    return new Set(samples.filter(({ operation }) => operation.operationId === id).map(({ lang }) => lang));
  };
  const ids = eachOperation(spec).map(({ operation }) => operation.operationId);
  expect(ids.length).toBeGreaterThan(5);
  for (const id of ids) expect([...languages(id)]).toEqual(["curl", "TypeScript", "Python"]);
});

const NOTE = { Text: `"it's $5", \\n \`é\``, Urgent: true, Until: null, Tags: ["a b", 1.5] };
const WITH_NOTES: OpenApi = {
  ...spec,
  paths: {
    "/v{version}/accounts/{accountId}/notes": {
      parameters: ["Version", "AccountId"].map((name) => ({ $ref: `#/components/parameters/${name}` })),
      post: {
        operationId: "addNote",
        tags: ["Orders"],
        summary: "Add a note",
        "x-rate-limit": "reads",
        parameters: [
          { name: "from", in: "query", required: true, schema: { type: "string" }, example: "a & b" },
        ],
        requestBody: {
          content: {
            "application/json": { schema: { type: "object" }, examples: { note: { value: NOTE } } },
          },
        },
        responses: { "201": { description: "Added. Nothing else." } },
      },
    },
    "/token": spec.paths["/token"] ?? {},
  },
};

/** Answers every request for a token, and every other one with 201; remembers those. */
async function recorder(): Promise<Served & { got: unknown[] }> {
  const got: unknown[] = [];
  const server = createServer(async (request, response) => {
    const body = await text(request);
    if (request.url === "/token") return response.end('{"State":"Succeeded","Token":"t-1"}');
    const { authorization, "content-type": type } = request.headers;
    got.push({ method: request.method, url: request.url, authorization, type, body: JSON.parse(body) });
    return response.writeHead(201).end();
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, got, close: async () => void server.close() };
}

test.for(["curl", "Python"])(
  "an operation that the spec gets has its sample by itself: %s",
  async (lang, { skip }) => {
    skip(missing(LANGUAGES[lang] ?? "ts") !== undefined, missing(LANGUAGES[lang] ?? "ts"));
    const all = Object.values(withSamples(WITH_NOTES, DEFAULTS).paths)[0]?.post?.["x-codeSamples"] ?? [];
    const sample = all.find((one) => one.lang === lang);
    const server = await recorder();
    expect(sample && (await run(sample, Promise.resolve(server)))).toMatchObject({ code: 0 });
    const [authorization, type] = ["Bearer t-1", "application/json"];
    const url = "/v1.0/accounts/6303/notes?from=a+%26+b";
    expect(server.got).toEqual([{ method: "POST", url, authorization, type, body: NOTE }]);
  },
);
