// docs/life-cycle.svg: that it shows its whole table, legibly.
import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { LIFE_WORDS, lifeCycle } from "../scripts/lib/life-cycle.js";
import { fromRoot } from "../scripts/lib/paths.js";
import { stateDiagram, type Words } from "../scripts/lib/state-diagram.js";
import type { Table } from "../scripts/lib/state-layout.js";

const PICTURES: { file: string; table: Table; start: string; words: Words }[] = [
  { file: "life-cycle.svg", table: lifeCycle(), start: "open", words: LIFE_WORDS },
];

describe.each(PICTURES)("$file", ({ file, table, start, words }) => {
  const picture = stateDiagram(table, start, words);
  const found = (pattern: RegExp): string[][] =>
    [...picture.matchAll(pattern)].map((match) => match.slice(1));

  /** The boxes and pills, named as `phase pending` and `verdict pending`. */
  const shapes = found(
    /<title>(\w+ [\w-]+)<\/title><rect x="(\S+)" y="(\S+)" width="(\S+)" height="(\S+)"/g,
  ).map(([name = "", ...numbers]) => {
    const [left = 0, top = 0, width = 0, height = 0] = numbers.map(Number);
    return { name, left, right: left + width, top, bottom: top + height };
  });

  /** The shape whose left or right edge is, but for an arrowhead, at this point. */
  function touched(x: number, y: number): string | undefined {
    const near = (edge: number): boolean => Math.abs(edge - x) <= 6;
    return shapes.find((s) => (near(s.left) || near(s.right)) && s.top < y && y < s.bottom)?.name;
  }

  /** Phase, event and end of each arrow, by where its line begins and ends. */
  const drawn = found(/<path d="(M[^"]+)"\/><text[^>]+>([^<]+)<\/text>/g).flatMap(([d = "", label = ""]) => {
    const numbers = (d.match(/[\d.]+/g) ?? []).map(Number);
    const from = touched(numbers[0] ?? 0, numbers[1] ?? 0);
    const to = touched(numbers.at(-1) ?? 0, numbers.at(-2) ?? 0);
    return label.split(", ").map((event) => `${from}, ${event}: ${to}`);
  });

  const named = (name: string): string =>
    name.startsWith("=") ? `${words.end} ${name.slice(1)}` : `${words.phase} ${name}`;

  test("every transition that changes the phase is an arrow between the two, and nothing else is", () => {
    const moves = Object.entries(table).flatMap(([from, next]) =>
      Object.entries(next).flatMap(([event, to]) =>
        to === from || to === undefined ? [] : [`${named(from)}, ${event}: ${named(to)}`],
      ),
    );
    expect(drawn.sort()).toEqual(moves.sort());
  });

  test("every phase and every verdict is there once", () => {
    const all = Object.entries(table)
      .flatMap(([from, next]) => [from, ...Object.values(next)])
      .flatMap((name) => name ?? []);
    expect(shapes.map(({ name }) => name).sort()).toEqual([...new Set(all.map(named))].sort());
  });

  test("labels meet neither each other nor a shape, and all is within 900 pixels", () => {
    const labels = found(/<text x="(\S+)" text-anchor="(\w+)" y="(\S+)">([^<]+)</g).map(
      ([x, anchor, foot, name = ""]) => {
        const width = name.length * 7.85;
        const left = Number(x) - (anchor === "end" ? width : 0);
        return { name, left, right: left + width, top: Number(foot) - 12, bottom: Number(foot) + 3 };
      },
    );
    const all = [...labels, ...shapes];
    const meeting = all.flatMap((a, i) =>
      all
        .slice(i + 1)
        .filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
        .map((b) => `${a.name}, ${b.name}`),
    );
    expect(meeting).toEqual([]);
    const [width = 0, height = 0] = found(/viewBox="0 0 (\d+) (\d+)"/g)[0]?.map(Number) ?? [];
    expect(width).toBeLessThanOrEqual(900);
    expect(all.filter((a) => a.left < 0 || a.top < 0 || a.right > width || a.bottom > height)).toEqual([]);
  });

  test("its description for screen readers tells every arrow", () => {
    const told = /<desc[^>]*>(.+)<\/desc>/.exec(picture)?.[1];
    for (const [title = ""] of found(/<title>(\S+ → [^<]+)<\/title>/g)) {
      expect(told).toContain(`From ${title.replace(" → ", " to ")}.`);
    }
  });

  test("the same table gives the same bytes, which are those in docs/", async () => {
    expect(stateDiagram(structuredClone(table), start, words)).toBe(picture);
    expect(await readFile(fromRoot(`docs/${file}`), "utf8")).toBe(picture);
  });
});
