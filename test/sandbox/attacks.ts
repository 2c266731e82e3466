// What is thrown at the sandbox: bytes that are almost HTTP, and bodies for its control surface that are almost right.
import { connect } from "node:net";
import fc from "fast-check";
import { FAULTS, SITUATIONS, SWITCHES } from "../../src/sandbox/index.js";
import { EVENTS, STATUSES } from "../../src/sandbox/lifecycle.js";
import { CONTROL_OPERATIONS } from "../../src/sandbox/node/control-api.js";

const KEY = { "Et-App-Key": "sandbox-app-key" };
const orderPath = (id: number, kind: string) => `/v1.0/accounts/6303/${kind}/${id}`;

const ids = fc.oneof(
  fc.constantFrom(...SITUATIONS.map(({ id }) => id), 73503, 73507, 80108, 9001, 0, -1, 2 ** 31),
  fc.integer(),
);
const paths = fc.oneof(
  fc
    .tuple(fc.constantFrom("orders", "syncorders", "orders/mutual-funds"), ids)
    .map(([kind, id]) => orderPath(id, kind)),
  fc.constantFrom(
    "/token",
    "/v1.0/accounts/6303/orders?pageNumber=0&pageSize=5",
    "/__sandbox/",
    "/__sandbox/orders",
    "*",
    "//",
    "/%zz",
  ),
  fc.webPath(),
  fc.string({ unit: "grapheme" }).map((text) => `/${encodeURI(text)}`),
);
const methods = fc.constantFrom("GET", "DELETE", "POST", "PUT", "PATCH", "OPTIONS", "HEAD", "TRACE", "BREW");
const names = fc.constantFrom(
  ...[
    "Accept",
    "Prefer",
    "Authorization",
    "Content-Type",
    "Origin",
    "Host",
    "Username",
    "Expect",
    "Connection",
    "Upgrade",
  ],
  ...["Transfer-Encoding", "Content-Length", "Access-Control-Request-Headers", "X-Any"],
);
const values = fc.oneof(
  fc.constantFrom(
    "chunked",
    "0",
    "5",
    "-1",
    "1e3",
    "100-continue",
    "close",
    "websocket",
    "application/json",
    "*/*",
    "null",
  ),
  fc.constantFrom(
    "code=409",
    "code=204, example=x",
    "http://localhost",
    "https://evil.example",
    "Bearer sandbox-token-1",
  ),
  fc.string({ maxLength: 40 }),
);

/** Almost HTTP: a line, headers that may contradict each other, and what may be a body. */
const almostHttp = fc
  .tuple(
    methods,
    paths,
    fc.array(fc.tuple(names, values), { maxLength: 6 }),
    fc.string({ maxLength: 40 }),
    fc.boolean(),
  )
  .map(([method, path, headers, body, known]) => {
    const all = [
      ...(known ? Object.entries(KEY) : []),
      ["Host", "localhost"],
      ["Authorization", "Bearer sandbox-token-1"],
      ...headers,
    ];
    return `${method} ${path} HTTP/1.1\r\n${all.map((pair) => pair.join(": ")).join("\r\n")}\r\n\r\n${body}`;
  });

/** Several of them in one packet, cut somewhere, or nothing that is like it. */
export const bytes = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.array(almostHttp, { minLength: 1, maxLength: 5 }).map((all) => Buffer.from(all.join(""))),
  },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 300 }).map((all) => Buffer.from(all)) },
  {
    weight: 1,
    arbitrary: fc.tuple(almostHttp, fc.nat(400)).map(([text, at]) => Buffer.from(text.slice(0, at))),
  },
);

const numbers = fc.oneof(
  fc.integer(),
  fc.double(),
  fc.constantFrom(0, -1, 0.5, 1e308, -1e308, 9e15, 2 ** 31),
);
const leaf = fc.oneof(
  fc.constantFrom<unknown>(
    ...EVENTS,
    ...STATUSES,
    ...Object.keys(FAULTS),
    "204",
    "409",
    "cancelOrder",
    "DELETE",
    null,
    true,
  ),
  numbers,
  fc.string({ maxLength: 10 }),
);
const words = fc.constantFrom(
  ...[
    "match",
    "fault",
    "answer",
    "delayMs",
    "times",
    "event",
    "inMs",
    "quantity",
    "executed",
    "plan",
    "status",
    "example",
  ],
  ...[
    "operation",
    "orderId",
    "accountId",
    "parentId",
    "advanceMs",
    "latency",
    "venueMs",
    "readLagMs",
    "refuse",
    "successorId",
  ],
  ...["__proto__", "constructor", ...Object.keys(SWITCHES)],
);
const { body: anyBody } = fc.letrec<{ body: unknown }>((tie) => ({
  body: fc.oneof(
    { depthSize: "small", maxDepth: 4 },
    leaf,
    fc.array(tie("body"), { maxLength: 3 }),
    fc.dictionary(words, tie("body"), { maxKeys: 4, noNullPrototype: true }),
  ),
}));
/** Right as often as wrong, or nothing would ever change. */
const rightBody = fc.oneof(
  fc.record({ event: fc.constantFrom(...EVENTS), inMs: fc.integer({ min: 0, max: 3000 }) }),
  fc.record({ advanceMs: fc.integer({ min: 0, max: 100_000 }) }),
  fc.record(
    {
      status: fc.constantFrom(...STATUSES),
      quantity: fc.integer({ min: 0, max: 200 }),
      executed: fc.nat(200),
      parentId: ids,
    },
    { requiredKeys: [] },
  ),
  fc.record(
    { fault: fc.constantFrom(...Object.keys(FAULTS)), delayMs: fc.nat(2000), times: fc.nat(3) },
    { requiredKeys: ["fault"] },
  ),
  fc.record({ venueMs: fc.nat(50), readLagMs: fc.tuple(fc.nat(10), fc.integer({ min: 10, max: 3000 })) }),
  fc.dictionary(
    fc.constantFrom(...Object.keys(SWITCHES)),
    fc.constantFrom("401", "403", "204", "200", "409", "404", "empty"),
    { maxKeys: 3 },
  ),
);
export const controls = fc.record({
  ...{ operation: fc.constantFrom(...CONTROL_OPERATIONS), id: ids },
  body: fc.oneof(anyBody, rightBody).map((body) => JSON.stringify(body)),
});

/** What the sandbox says when a rule of its own has thrown. */
export const FAILURE = "The sandbox itself failed";

/** All that a server says to these bytes, until it ends the connection, `until` appears, or it is silent for so long. */
export function heardFrom(
  url: string,
  sent: string | Buffer,
  until: string | undefined,
  silenceMs: number,
): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname, () => socket.write(sent));
    if (silenceMs > 0) socket.setTimeout(silenceMs, () => socket.destroy());
    let heard = "";
    socket.setEncoding("utf8").on("data", (text) => {
      heard += text;
      if (until && heard.includes(until)) socket.destroy();
    });
    socket.on("error", () => {});
    socket.once("close", () => resolve(heard));
  });
}

export interface ControlAttack {
  operation: (typeof CONTROL_OPERATIONS)[number];
  id: number;
  body: string;
}

export async function controlAnswer(url: string, { operation, id, body }: ControlAttack) {
  const { method, path } = operation;
  const response = await fetch(`${url}/__sandbox${path.replace("{id}", String(id))}`, {
    method: method.toUpperCase(),
    ...(method === "get" ? {} : { body, headers: { "Content-Type": "application/json" } }),
  });
  return { status: response.status, text: await response.text() };
}
