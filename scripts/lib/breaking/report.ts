// Turns changes into lines: one for what several operations have in common. Pure.
import type { Change } from "./change.js";

/** Breaking changes first; each line names operations, place, change and, where it breaks, its meaning. */
export function reportLines(changes: Change[]): string[] {
  const groups = new Map<string, { change: Change; operations: string[] }>();
  for (const change of changes) {
    const key = JSON.stringify({ ...change, operation: "" });
    const group = groups.get(key) ?? { change, operations: [] };
    groups.set(key, { change, operations: [...new Set([...group.operations, change.operation])] });
  }
  const all = [...groups.values()];
  return [
    ...all.filter(({ change }) => change.breaking),
    ...all.filter(({ change }) => !change.breaking),
  ].map(({ change: { breaking, place, what, means }, operations }) =>
    `${breaking ? "breaking" : "fine    "}  ${operations.join(", ")}${place && ` · ${place}`}: ${what}. ${means}`.trimEnd(),
  );
}
