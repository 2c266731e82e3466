// Where what is in the picture of a state machine stands, on a grid of rows and lanes: phases from top to bottom,
// verdicts beside them, a row for each arrow where it leaves its phase, a lane for each target that arrows join.
// Pure; uses nothing.

/** Phase to event to what it leads to: a phase, or an end such as a verdict, which is marked with `=`. */
export type Table = Readonly<Record<string, Readonly<Record<string, string | undefined>>>>;

export interface Edge {
  readonly from: string;
  readonly to: string;
  readonly label: string;
}

/** An arrow and the row on which it leaves its phase. */
export interface Arrow extends Edge {
  readonly row: number;
}

/** A phase or a verdict: the row on which arrows end there, how many rows it takes, the arrows, and their lane. */
export interface Target {
  readonly name: string;
  readonly row: number;
  readonly rows: number;
  readonly arrows: readonly Arrow[];
  /** Counted from the boxes; -1 where the arrow is straight and needs none. */
  readonly lane: number;
}

/** A target before it has its lane. */
type Unlaned = Omit<Target, "lane">;

export interface Layout {
  readonly edges: Edge[];
  readonly phases: Target[];
  readonly verdicts: Target[];
}

const isVerdict = (name: string): boolean => name.startsWith("=");

export function layout(table: Table): Layout {
  const edges = edgesOf(table);
  const { phases, verdicts } = placed(edges, inOrder(edges, Object.keys(table)));
  return {
    edges,
    phases: withLanes(phases, (inner, outer) => covered(inner, [...rowsOf(outer), outer.row])),
    verdicts: withLanes(
      verdicts,
      (inner, outer) => covered(inner, rowsOf(outer)) + covered(outer, [inner.row]),
    ),
  };
}

/** Events with the same ends are one arrow; those that lead back to where they start are none. */
function edgesOf(table: Table): Edge[] {
  return Object.entries(table).flatMap(([from, next]) =>
    [...new Set(Object.values(next))].flatMap((to) => {
      const events = Object.keys(next).filter((event) => next[event] === to);
      return to === undefined || to === from ? [] : [{ from, to, label: events.join(", ") }];
    }),
  );
}

/** The phases from top to bottom so that the fewest arrows lead up. */
function inOrder(edges: Edge[], phases: string[]): string[] {
  const up = (order: string[]): number =>
    edges.filter(({ from, to }) => !isVerdict(to) && order.indexOf(to) < order.indexOf(from)).length;
  return orders(phases).reduce((best, order) => (up(order) < up(best) ? order : best));
}

function orders(names: string[]): string[][] {
  if (names.length === 0) return [[]];
  return names.flatMap((first) =>
    orders(names.filter((name) => name !== first)).map((rest) => [first, ...rest]),
  );
}

/** Rows for all: on the left of each box one for what arrives, then those to other phases; those to verdicts right. */
function placed(edges: Edge[], order: string[]): { phases: Unlaned[]; verdicts: Unlaned[] } {
  const verdicts = verdictOrder(edges, order);
  const arrows: Arrow[] = [];
  const boxes: { name: string; row: number; rows: number }[] = [];
  let row = 0;
  for (const [index, name] of order.entries()) {
    const own = edges.filter(({ from }) => from === name);
    const rank = ({ to }: Edge): number => (order.indexOf(to) + order.length - index) % order.length;
    const onLeft = own.filter(({ to }) => !isVerdict(to)).sort((a, b) => rank(b) - rank(a));
    const onRight = verdicts.flatMap((verdict) => own.filter(({ to }) => to === verdict));
    arrows.push(...onLeft.map((edge, i) => ({ ...edge, row: row + 1 + i })));
    arrows.push(...onRight.map((edge, i) => ({ ...edge, row: row + i })));
    boxes.push({ name, row, rows: Math.max(1 + onLeft.length, onRight.length) });
    row += Math.max(1 + onLeft.length, onRight.length) + 1;
  }
  const to = (target: string): Arrow[] => arrows.filter((arrow) => arrow.to === target);
  return {
    phases: boxes.map((box) => ({ ...box, arrows: to(box.name) })),
    verdicts: pills(verdicts.map((name) => ({ name, arrows: to(name) }))),
  };
}

/** From top to bottom as the phases that lead to them. */
function verdictOrder(edges: Edge[], order: string[]): string[] {
  const height = (verdict: string): number =>
    mean(edges.filter(({ to }) => to === verdict).map(({ from }) => order.indexOf(from)));
  const verdicts = [...new Set(edges.map(({ to }) => to).filter(isVerdict))];
  return verdicts.sort((a, b) => height(a) - height(b));
}

/** A pill at the only row that leads there, or else between two rows: no line runs within another. */
function pills(verdicts: Pick<Target, "name" | "arrows">[]): Unlaned[] {
  let free = 0;
  return verdicts.map(({ name, arrows }) => {
    const middle = Math.max(mean(arrows.map(({ row }) => row)), free);
    const row = arrows.every((arrow) => arrow.row === middle) ? middle : Math.floor(middle) + 0.5;
    free = row + 1;
    return { name, arrows, row, rows: 1 };
  });
}

const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const rowsOf = ({ arrows }: Unlaned): number[] => arrows.map(({ row }) => row);

/** How many of these rows the lane to a target crosses. */
function covered(target: Unlaned, rows: number[]): number {
  const span = [...rowsOf(target), target.row];
  return rows.filter((row) => row > Math.min(...span) && row < Math.max(...span)).length;
}

/** Sets lane after lane where it adds the fewest crossings. */
function withLanes(targets: Unlaned[], crossings: (inner: Unlaned, outer: Unlaned) => number): Target[] {
  const lanes: Unlaned[] = [];
  for (const next of targets.filter(({ row, arrows }) => arrows.some((arrow) => arrow.row !== row))) {
    const costAt = (at: number): number =>
      lanes.reduce((sum, lane, i) => sum + (i < at ? crossings(lane, next) : crossings(next, lane)), 0);
    const costs = [...lanes.keys(), lanes.length].map(costAt);
    lanes.splice(costs.indexOf(Math.min(...costs)), 0, next);
  }
  return targets.map((target) => ({ ...target, lane: lanes.indexOf(target) }));
}
