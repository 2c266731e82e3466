// Owns the schemas of the control surface's responses, for its description.
import type { ControlSchema } from "../control-schemas.js";
import { EVENTS, STATUSES } from "../lifecycle.js";
import { SWITCHES } from "../profiles.js";

export type Schema = ControlSchema | Record<string, unknown>;

export const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });
export const list = (name: string): Schema => ({ type: "array", items: ref(name) });

const OPTIONAL_INTEGER = { type: "integer" };
export const TEXT = { type: "string" };

function closed(properties: Record<string, Schema>, required = Object.keys(properties)): Schema {
  return { type: "object", properties, required, additionalProperties: false };
}

/** Schemas by name. */
export const CONTROL_ANSWERS: Record<string, Schema> = {
  Message: { ...closed({ message: TEXT }), description: "What is wrong, where, and what is allowed there." },
  Done: closed({ done: { const: true } }),
  Token: closed({ token: TEXT }),
  Now: closed({ now: { type: "string", format: "date-time" } }),
  Switches: closed(
    Object.fromEntries(Object.entries(SWITCHES).map(([name, { sides }]) => [name, { enum: sides }])),
  ),
  Timing: closed({
    ...{
      latency: ref("Range"),
      venueMs: ref("Range"),
      venueReadMs: { type: "number" },
      readLagMs: ref("Range"),
    },
  }),
  Range: { type: "array", items: { type: "number" }, minItems: 2, maxItems: 2 },
  Overview: closed({
    paths: { type: "array", items: TEXT },
    situations: { type: "array", items: TEXT },
    switches: ref("Switches"),
    now: { type: "string", format: "date-time" },
  }),
  OrderEvent: closed(
    {
      at: { description: "Milliseconds since 1970, UTC.", type: "number" },
      event: { enum: [...EVENTS, "opened", "put"] },
      from: { enum: STATUSES },
      to: { enum: STATUSES },
      executed: { type: "number" },
      by: { enum: ["api", "venue", "control"] },
    },
    ["at", "event", "to", "executed", "by"],
  ),
  OrderTruth: closed(
    {
      ...{ id: { type: "integer" }, accountId: { type: "integer" }, status: { enum: STATUSES }, side: TEXT },
      ...{ quantity: { type: "number" }, executed: { type: "number" }, remaining: { type: "number" } },
      legs: { type: "array", items: { type: "integer" } },
      situation: { description: "Name of the order's situation.", ...TEXT },
      history: list("OrderEvent"),
    },
    ["id", "accountId", "status", "side", "quantity", "executed", "remaining", "legs", "history"],
  ),
  Transfer: closed(
    {
      id: TEXT,
      accountId: { type: "integer" },
      state: { enum: ["open", "cancel-asked", "canceled", "done"] },
      cancelsAt: { description: "When the request to cancel it is carried out.", type: "number" },
      comment: { description: "Reason given in the request.", ...TEXT },
    },
    ["id", "accountId", "state"],
  ),
  RequestRecord: closed(
    {
      at: { description: "When it arrived, in milliseconds since 1970, UTC.", type: "number" },
      ...{
        operation: TEXT,
        method: TEXT,
        path: TEXT,
        accountId: OPTIONAL_INTEGER,
        orderId: OPTIONAL_INTEGER,
      },
      counted: { description: "Whether it was counted against its limit.", type: "boolean" },
      rule: { description: "Which rule decided.", ...TEXT },
      outcome: {
        description: "Status of the response, or what happened to the connection; missing until then.",
        anyOf: [{ type: "integer" }, { enum: ["closed", "reset", "nothing"] }],
      },
      answeredAt: { type: "number" },
    },
    ["at", "method", "path", "counted", "rule"],
  ),
};
