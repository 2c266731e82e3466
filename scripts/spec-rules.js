// Our own lint rules for the spec, loaded by redocly.yaml. Each states a policy that no built-in rule covers.
// JavaScript, because Redocly's own command loads it too.
import { journeyRules } from "./journey-rules.js";

const TOP_LEVEL = ["openapi", "info", "externalDocs", "servers", "security", "tags", "paths", "components"];

/** Any operation of this API can respond with these. */
const ANY_OPERATION_ANSWERS = ["401", "403", "422", "429", "500"];

const PATTERNS = {
  operationId: { pattern: /^[a-z][A-Za-z]*$/, called: "camelCase, letters only" },
  component: { pattern: /^[A-Z][A-Za-z]*$/, called: "PascalCase, letters only" },
  example: { pattern: /^[a-z]+(-[a-z]+)*$/, called: "kebab-case, letters only" },
};

/** Name of an operation in a message; it may have no operationId yet. */
const named = ({ operationId }) => (operationId ? `\`${operationId}\`` : "This operation");

const isError = (/** @type {string} */ code) => /^[45]/.test(code);

function FixedOrder() {
  return {
    Root(/** @type {Record<string, unknown>} */ root, { report, location }) {
      const present = Object.keys(root).filter((key) => TOP_LEVEL.includes(key));
      const wanted = TOP_LEVEL.filter((key) => present.includes(key));
      const at = present.findIndex((key, index) => key !== wanted[index]);
      if (at < 0) return;
      report({
        message: `\`${present[at]}\` is out of order. The order is: ${TOP_LEVEL.join(", ")}.`,
        location: location.child([present[at]]).key(),
      });
    },
  };
}

function SharedErrorAnswers() {
  return {
    Operation(operation, { report, location }) {
      const { responses = {} } = operation;
      for (const code of ANY_OPERATION_ANSWERS.filter((wanted) => !(wanted in responses))) {
        report({
          message: `${named(operation)} lacks the answer ${code}, which any operation can give. Refer to one of #/components/responses.`,
          location: location.child(["responses"]).key(),
        });
      }
      for (const [code, response] of Object.entries(responses)) {
        if (isError(code) && !response?.$ref?.startsWith("#/components/responses/")) {
          report({
            message: `The answer ${code} of ${named(operation)} is written in place. Move it to #/components/responses and refer to it.`,
            location: location.child(["responses", code]).key(),
          });
        }
      }
    },
  };
}

function ErrorBodyMayBeEmpty() {
  return {
    Operation(operation, { report, location, resolve }) {
      const { responses = {} } = operation;
      for (const [code, response] of Object.entries(responses)) {
        if (!isError(code)) continue;
        let node = response;
        if (response.$ref) ({ node } = resolve(response));
        if (!node || /empty body/i.test(node.description)) continue;
        report({
          message: `The answer ${code} of ${named(operation)} does not say that it may come with an empty body.`,
          location: location.child(["responses", code]).key(),
        });
      }
    },
  };
}

function NamedExamples() {
  const check = (/** @type {string} */ message) => ({
    MediaType({ examples = {} }, { report, location }) {
      if (Object.keys(examples).length > 0) return;
      report({ message, location: location.key() });
    },
  });
  return {
    Response: check("An answer with a body needs a named example: its name is what a mock is asked for."),
    RequestBody: check("A request with a body needs a named example: it is what samples and tests send."),
  };
}

/** Redocly's own rule names neither the reference nor what exists instead. */
function RefLeadsSomewhere() {
  let root = {};
  return {
    Root(node) {
      root = node;
    },
    ref(node, { report, location, resolve }) {
      if (resolve(node).node !== undefined) return;
      const keys = node.$ref.replace(/^#\//, "").split("/");
      const there = keys.slice(0, -1).reduce((at, key) => at?.[key], root);
      let names = "";
      if (there && typeof there === "object") names = ` There are: ${Object.keys(there).join(", ")}.`;
      report({ message: `Can't resolve $ref \`${node.$ref}\`.${names}`, location: location.child(["$ref"]) });
    },
  };
}

function HeaderExamples() {
  return {
    Header(header, { report, location }) {
      const { schema = {}, example } = header;
      if (typeof example === schema.type) return;
      if (schema.type === "integer" && Number.isInteger(example)) return;
      report({
        message:
          "A response header needs a schema with one type and a scalar `example` that fits it; without, the mock sends the text `null` or ends.",
        location: location.key(),
      });
    },
  };
}

function RateLimitNamed() {
  let limits = {};
  return {
    Root(root) {
      const { components = {} } = root;
      limits = components["x-rate-limits"];
    },
    Operation(operation, { report, location }) {
      const allowed = [...Object.keys(Object(limits)), "not documented"];
      if (allowed.includes(operation["x-rate-limit"])) return;
      report({
        message: `${named(operation)} needs an x-rate-limit: one of ${allowed.join(", ")} (components.x-rate-limits).`,
        location: location.key(),
      });
    },
  };
}

function NamesFollowOnePattern() {
  const check = (name, kind, report, location) => {
    const { pattern, called } = PATTERNS[kind];
    if (!pattern.test(name)) report({ message: `\`${name}\` should be ${called}.`, location });
  };
  const checkKeys =
    (kind) =>
    (map, { report, location }) => {
      for (const name of Object.keys(map)) check(name, kind, report, location.child([name]).key());
    };
  return {
    Operation(operation, { report, location }) {
      if (operation.operationId) {
        check(operation.operationId, "operationId", report, location.child(["operationId"]));
      }
    },
    NamedSchemas: checkKeys("component"),
    NamedResponses: checkKeys("component"),
    NamedParameters: checkKeys("component"),
    NamedHeaders: checkKeys("component"),
    NamedExamples: checkKeys("example"),
    ExamplesMap: checkKeys("example"),
  };
}

export default function autosharesRules() {
  return {
    id: "autoshares",
    rules: {
      oas3: {
        "fixed-order": FixedOrder,
        "shared-error-answers": SharedErrorAnswers,
        "error-body-may-be-empty": ErrorBodyMayBeEmpty,
        "named-examples": NamedExamples,
        "ref-leads-somewhere": RefLeadsSomewhere,
        "header-examples": HeaderExamples,
        "rate-limit-named": RateLimitNamed,
        "names-follow-one-pattern": NamesFollowOnePattern,
      },
      arazzo1: journeyRules,
    },
  };
}
