// The tables of docs/client.md, out of what a run of the matrix observed. Pure.
import { table } from "../../scripts/lib/markdown.js";
import { BODIES, type Body, CELLS, OPERATIONS, type Outcome, STATUSES } from "./matrix.js";

const START = "<!-- made by test/client/matrix.test.ts: -->";
const END = "<!-- end of what test/client/matrix.test.ts makes -->";

/** The page with new tables between its markers. Fails if the markers are not there. */
export function withTables(page: string, tables: string[]): string {
  const [before, rest] = page.split(START);
  const after = rest?.split(END)[1];
  if (before === undefined || after === undefined) throw new Error(`docs/client.md has no ${START} … ${END}`);
  return `${before}${START}\n\n${tables.join("\n\n")}\n\n${END}${after}`;
}

export function tables(outcomes: Outcome[]): string[] {
  const isComplete = ({ text }: Body) => text !== undefined;
  return [
    "Answers that arrive completely:",
    outcomeTable(outcomes, BODIES.filter(isComplete)),
    "Answers that do not:",
    outcomeTable(
      outcomes,
      BODIES.filter((body) => !isComplete(body)),
    ),
    "What an error keeps of the body:",
    bodyTable(outcomes),
  ];
}

/** Statuses, bodies and operations that come to the same are one row. */
function outcomeTable(outcomes: Outcome[], of: readonly Body[]): string {
  const seen = new Map(
    CELLS.map(({ operation, status, body }, index) => {
      const { throws, fate } = outcomes[index] ?? { fate: "unknown" };
      return [
        `${status} ${body.name} ${operation}`,
        `${throws ? `\`${throws}\`` : "resolves"} | \`${fate}\``,
      ];
    }),
  );
  const at = (status: number, body: string, operation: string) => seen.get(`${status} ${body} ${operation}`);
  const bodies = of.map(({ name }) => name);
  const ofBody = (status: number, body: string) =>
    OPERATIONS.map((operation) => at(status, body, operation)).join();
  const ofStatus = (status: number) => bodies.map((body) => ofBody(status, body)).join();

  const rows = groups(
    STATUSES.map(({ status }) => status),
    ofStatus,
  ).flatMap((statuses) => {
    const [status = 0] = statuses;
    const there = bodies.filter((body) => at(status, body, OPERATIONS[0]));
    const alike = groups(there, (body) => ofBody(status, body)).sort((a, b) => a.length - b.length);
    return alike.flatMap((group, position) => {
      const isRest = position === alike.length - 1;
      const named = isRest ? (position === 0 ? "any" : "any other") : group.join("; ");
      return groups([...OPERATIONS], (operation) => at(status, group[0] ?? "", operation)).map(
        (operations) => {
          const who =
            operations.length === OPERATIONS.length
              ? "all"
              : operations.map((name) => `\`${name}\``).join(", ");
          const answered = statuses.length > STATUSES.length / 2 ? "any other" : statuses.join(", ");
          return [answered, named, who, at(status, group[0] ?? "", operations[0] ?? "") ?? ""];
        },
      );
    });
  });
  return table(["answered", "body", "operation", "outcome", "fate"], rows);
}

/** What errors keep of a body, over all statuses and operations. */
function bodyTable(outcomes: Outcome[]): string {
  const kept = (name: string) => {
    const found = CELLS.flatMap((cell, index) => {
      const outcome = outcomes[index];
      // A success that lacks its body keeps no text on purpose: that of a token may be half a secret.
      return cell.body.name === name && outcome?.throws && cell.status >= 300 ? [outcome] : [];
    });
    const data = found.map(({ body }) => (body ? "the object" : "absent"));
    const text = found.map(({ bodyText }) =>
      bodyText === undefined ? "absent" : bodyText === "" ? '`""`' : "the text",
    );
    return [data, text].map((values) => [...new Set(values)].join(" or ")).join(" | ");
  };
  const rows = groups(
    BODIES.map(({ name }) => name),
    kept,
  ).map((names) => [names.join("; "), kept(names[0] ?? "")]);
  return table(["body of an error status", "`error.body`", "`error.bodyText`"], rows);
}

/** Items with the same key together, in the order of their first. */
function groups<T>(items: T[], key: (item: T) => string | undefined): T[][] {
  const found = new Map<string | undefined, T[]>();
  for (const item of items) found.set(key(item), [...(found.get(key(item)) ?? []), item]);
  return [...found.values()];
}
