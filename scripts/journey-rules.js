// Lint rules of our own for journeys (Arazzo), part of the plugin in spec-rules.js. Redocly checks that a journey is
// well-formed; whether it fits its spec shows only when it is played.
import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { parse } from "yaml";

/** Method and path of each operation of the specs that a file of journeys names, by operationId. */
function operationsOf(root, file) {
  const specs = (root.sourceDescriptions ?? []).filter((source) => source?.type === "openapi");
  return new Map(specs.flatMap(({ url }) => operationsIn(resolve(dirname(file), url))));
}

/** None of a spec that cannot be read: what is wrong with it is said when it is linted itself. */
function operationsIn(file) {
  try {
    const items = Object.entries(parse(readFileSync(file, "utf8"), { logLevel: "silent" }).paths);
    const operations = items.flatMap(([path, item]) =>
      Object.entries(item).map(([method, one]) => [one?.operationId, { method, path }]),
    );
    return operations.filter(([operationId]) => operationId);
  } catch {
    return [];
  }
}

/** Whether an operation reads what has the id at the end of a path; nothing reads a transfer, for one. */
function canBeRead(operations, path) {
  const id = path.match(/\{\w+\}(?=[^{}]*$)/)?.[0];
  return [...operations.values()].some((one) => one.method === "get" && id && one.path.includes(id));
}

/** `getOrder` out of `$sourceDescriptions.autoshares.getOrder`, which is the same operation. */
const nameOf = (operationId) => operationId?.replace(/^\$sourceDescriptions\.[^.]+\./, "");

function OperationExists() {
  let operations = new Map();
  return {
    Root(root, { location }) {
      operations = operationsOf(root, location.source.absoluteRef);
    },
    Step({ stepId, operationId }, { report, location }) {
      if (!operationId || operations.has(nameOf(operationId))) return;
      report({
        message: `Step \`${stepId}\` names the operation \`${operationId}\`, which the spec does not have. It has: ${[...operations.keys()].join(", ") || "none that can be read"}.`,
        location: location.child(["operationId"]),
      });
    },
  };
}

function CancelIsRead() {
  let operations = new Map();
  return {
    Root(root, { location }) {
      operations = operationsOf(root, location.source.absoluteRef);
    },
    Workflow({ workflowId, steps = [] }, { report, location }) {
      const sequence = steps.map(({ operationId }) => operations.get(nameOf(operationId)));
      const methods = sequence.map((one) => one?.method);
      const last = methods.lastIndexOf("delete");
      if (last < 0 || methods.includes("get", last)) return;
      if (!canBeRead(operations, sequence[last].path)) return;
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
