// Owns what the control surface takes, as JSON Schema, made from the tables that the sandbox plays. `npm run generate`
// compiles it into src/generated/control.ts; the surface's description in OpenAPI shows it.
import { FAULTS } from "./faults.js";
import { EVENTS, STATUSES } from "./lifecycle.js";
import { SIDES } from "./order.js";
import { SWITCHES } from "./profiles.js";

/** As much of JSON Schema as is used here. */
export interface ControlSchema {
  $ref?: string;
  description?: string;
  type?: "object" | "array" | "string" | "number" | "integer";
  enum?: readonly string[];
  minimum?: number;
  exclusiveMinimum?: number;
  maximum?: number;
  pattern?: string;
  items?: ControlSchema;
  minItems?: number;
  maxItems?: number;
  properties?: Readonly<Record<string, ControlSchema>>;
  required?: readonly string[];
  minProperties?: number;
  additionalProperties?: false;
  anyOf?: readonly ControlSchema[];
}

const INT32 = 2 ** 31 - 1;
const DAY_MS = 86_400_000;
/** Beyond it a double has no room for the fractions that quantities have. */
const MOST = 1e9;

const id = (description: string): ControlSchema => ({
  description,
  type: "integer",
  minimum: 1,
  maximum: INT32,
});
const quantity = (description: string): ControlSchema => ({
  ...{ description, type: "number", exclusiveMinimum: 0, maximum: MOST },
});
const amount = (description: string): ControlSchema => ({
  description,
  type: "number",
  minimum: 0,
  maximum: MOST,
});
const word = (description: string): ControlSchema => ({
  description,
  type: "string",
  pattern: "^[\\w .-]{1,60}$",
});
const oneOf = (description: string, values: readonly string[]): ControlSchema => ({
  ...{ description, type: "string", enum: values },
});

function object(
  description: string,
  properties: Record<string, ControlSchema>,
  required: readonly string[] = [],
): ControlSchema {
  const needs = required.length > 0 ? { required } : {};
  return { description, type: "object", properties, ...needs, additionalProperties: false };
}

const ref = (name: string): ControlSchema => ({ $ref: `#/components/schemas/${name}` });

export const MAX_SCRIPT_STEPS = 1000;

export const CONTROL_SCHEMAS = {
  OrderId: id("Number of an order."),
  PlanStep: object(
    "What the venue does after a cancel was taken.",
    {
      event: oneOf("What happens.", EVENTS),
      after: {
        description: "When, as a share of the venue's time: 1 is when its turn comes.",
        ...{ type: "number", minimum: 0, maximum: 1000 },
      },
      share: {
        description: "How much of what remains is executed, for part-filled.",
        ...{ type: "number", minimum: 0, maximum: 1 },
      },
    },
    ["event", "after"],
  ),
  OrderChange: object("What is set of an order. What is left out stays, or has a default.", {
    accountId: id("Number of the account."),
    status: oneOf("Status that it has from now on.", STATUSES),
    side: oneOf("What it does.", SIDES),
    type: word("Such as Limit or Market."),
    securityId: id("Number of the security."),
    securityType: word("Such as CommonStock or MutualFund."),
    quantity: amount("Ordered quantity."),
    executed: amount("Executed quantity, at most the ordered one."),
    price: { description: "Limit price.", type: "number", minimum: -MOST, maximum: MOST },
    timeInForce: word("Such as Day."),
    parentId: {
      description: "Number of the order whose leg it is, -1 for none.",
      ...{ type: "integer", minimum: -1, maximum: INT32 },
    },
    replaces: id("Number of the order that it replaced."),
    successorId: id("Number of the order that will replace it when the event `replaced` happens."),
    plan: {
      description: "What the venue does after a cancel was taken.",
      ...{ type: "array", items: ref("PlanStep"), maxItems: 100 },
    },
    fault: oneOf("What every cancel of it meets.", Object.keys(FAULTS)),
    refuse: {
      description: "Answer that every cancel of it is refused with: status and name of the example.",
      ...{ type: "string", pattern: "^[45]\\d\\d( [\\w-]{1,60})?$" },
    },
  }),
  Fill: object("How much is executed; all that remains, if left out.", { quantity: quantity("Quantity.") }),
  Event: object(
    "What happens to an order.",
    {
      event: oneOf("What happens.", EVENTS),
      inMs: {
        description: "In how many milliseconds; now, if left out.",
        ...{ type: "number", minimum: 0, maximum: 366 * DAY_MS },
      },
      quantity: quantity("How much is executed, for part-filled."),
    },
    ["event"],
  ),
  Match: object("Which requests are meant. What is left out matches all.", {
    operation: word("operationId."),
    method: word("Method, such as DELETE."),
    accountId: id("Number of the account."),
    orderId: id("Number of the order."),
  }),
  ScriptedAnswer: object(
    "A documented answer.",
    {
      status: { description: "Its status.", type: "integer", minimum: 200, maximum: 599 },
      example: word("Name of its example; the first, if left out."),
    },
    ["status"],
  ),
  ScriptStep: object("What the next matching requests meet: a fault or an answer, a delay, or both.", {
    match: ref("Match"),
    fault: oneOf("What becomes of the request or its answer.", Object.keys(FAULTS)),
    answer: ref("ScriptedAnswer"),
    delayMs: {
      description: "Milliseconds for which the answer is held back.",
      ...{ type: "number", minimum: 0, maximum: DAY_MS },
    },
    times: {
      description: "How many requests meet it; 1, if left out.",
      ...{ type: "integer", minimum: 1, maximum: 1e6 },
    },
  }),
  ScriptSteps: {
    description: "Steps in the order in which they are used up.",
    ...{ type: "array", items: ref("ScriptStep"), maxItems: MAX_SCRIPT_STEPS },
  },
  SwitchChange: object(
    "Sides of the contradictions that are played from now on.",
    Object.fromEntries(
      Object.entries(SWITCHES).map(([name, { question, sides }]) => [name, oneOf(`${question}.`, sides)]),
    ),
  ),
  Time: {
    description: "Milliseconds: a number, or the two that it lies between.",
    anyOf: [
      { type: "number", minimum: 0, maximum: DAY_MS },
      { type: "array", items: { type: "number", minimum: 0, maximum: DAY_MS }, minItems: 2, maxItems: 2 },
    ],
  },
  TimingChange: object("How long things take from now on, in milliseconds.", {
    latency: ref("Time"),
    venueMs: ref("Time"),
    venueReadMs: {
      description: "Of the venue, to answer a read.",
      type: "number",
      minimum: 0,
      maximum: DAY_MS,
    },
    readLagMs: ref("Time"),
  }),
  ClockChange: object(
    "How far the time moves on.",
    {
      advanceMs: {
        description: "Milliseconds.",
        // A hundred years.
        ...{ type: "number", minimum: 0, maximum: 36_525 * DAY_MS },
      },
    },
    ["advanceMs"],
  ),
  Empty: object("Nothing.", {}),
} as const satisfies Record<string, ControlSchema>;

export type ControlSchemaName = keyof typeof CONTROL_SCHEMAS;
