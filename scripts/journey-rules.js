// Lint rules of our own for journeys (Arazzo), part of the plugin in spec-rules.js. May use Node and yaml only.
// Redocly checks that a journey is well-formed; whether it fits its spec shows only when it is played.
import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { parse } from "yaml";

/** Method of each operation of the specs that a file of journeys names, by operationId. */
function methodsOf(root, path) {
  const specs = (root.sourceDescriptions ?? []).filter((source) => source?.type === "openapi");
  return new Map(specs.flatMap(({ url }) => operationsIn(resolve(dirname(path), url))));
}

/** None of a spec that cannot be read: what is wrong with it is said when it is linted itself. */
function operationsIn(path) {
  try {
    const items = Object.values(parse(readFileSync(path, "utf8"), { logLevel: "silent" }).paths);
    const methods = items.flatMap((item) => Object.entries(item));
    return methods.filter(([, one]) => one?.operationId).map(([method, one]) => [one.operationId, method]);
  } catch {
    return [];
  }
}

/** `getOrder` out of `$sourceDescriptions.autoshares.getOrder`, which is the same operation. */
const nameOf = (operationId) => operationId?.replace(/^\$sourceDescriptions\.[^.]+\./, "");

function OperationExists() {
  let methods = new Map();
  return {
    Root(root, { location }) {
      methods = methodsOf(root, location.source.absoluteRef);
    },
    Step({ stepId, operationId }, { report, location }) {
      if (!operationId || methods.has(nameOf(operationId))) return;
      report({
        message: `Step \`${stepId}\` names the operation \`${operationId}\`, which the spec does not have. It has: ${[...methods.keys()].join(", ") || "none that can be read"}.`,
        location: location.child(["operationId"]),
      });
    },
  };
}

function CancelIsRead() {
  let methods = new Map();
  return {
    Root(root, { location }) {
      methods = methodsOf(root, location.source.absoluteRef);
    },
    Workflow({ workflowId, steps = [] }, { report, location }) {
      const sequence = steps.map(({ operationId }) => methods.get(nameOf(operationId)));
      const last = sequence.lastIndexOf("delete");
      if (last < 0 || sequence.includes("get", last)) return;
      report({
        message: `\`${workflowId}\` does not read the order after \`${steps[last].stepId}\`. No answer to a cancel proves what became of it.`,
        location: location.child(["steps", last]).key(),
      });
    },
  };
}

function SaysWhy() {
  const check = (node, wanted, name, { report, location }) => {
    for (const field of wanted.filter((one) => !node[one]))
      report({ message: `\`${name}\` lacks a ${field}.`, location: location.key() });
  };
  return {
    Workflow: (workflow, context) =>
      check(workflow, ["summary", "description"], workflow.workflowId, context),
    Step: (step, context) => check(step, ["description"], step.stepId, context),
  };
}

export const journeyRules = {
  "operation-exists": OperationExists,
  "cancel-is-read": CancelIsRead,
  "says-why": SaysWhy,
};
