// A state machine as an SVG picture: phases as boxes on the left, ends as pills on the right, and for each of
// them one lane, which all arrows to it join. Each arrow leaves its phase on a row of its own, where its label
// stands, so labels never meet. Pure: the same table gives the same bytes. May use the layout.
import { type Edge, layout, type Table, type Target } from "./state-layout.js";

/** Where the lanes of one side are: from the edge of the boxes, beside the labels, and to the edge of the targets. */
interface Side {
  readonly edge: number;
  readonly lanes: number;
  readonly end: number;
  readonly sign: 1 | -1;
}

/** What the picture is of, and what a box and a pill stand for. */
export interface Words {
  readonly title: string;
  readonly phase: string;
  readonly end: string;
}

/** Two bends fit between a row and the middle to the next. */
const [ROW, BEND, LANE, HEAD, PAD, BOX, PILL] = [25, 6, 12, 60, 14, 88, 94];
const PHASE_COLORS = ["#334155", "#7e22ce", "#1d4ed8", "#b45309", "#0f766e", "#be185d"];
const VERDICT_COLORS = "#475569 #854d0e #0e7490 #7e22ce #15803d #1d4ed8 #be185d #c2410c #0f766e".split(" ");
const STYLE = [
  "text{font:13px ui-monospace,SFMono-Regular,Menlo,Consolas,'DejaVu Sans Mono',monospace;stroke:none}",
  ".name{font-weight:600;text-anchor:middle}.head{fill:#64748b;text-anchor:middle}",
  ".lane path{fill:none;stroke-width:1.5}.lane .under{stroke:#fcfcfd;stroke-width:5}",
].join("");

const bare = (name: string): string => name.replace("=", "");
const told = (name: string, { end }: Words): string => name.replace("=", `${end} `);
/** As wide as the longest name. */
const boxOf = (phases: Target[]): number =>
  Math.max(BOX, ...phases.map(({ name }) => Math.ceil(name.length * 8.2) + 14));
const y = (row: number): number => HEAD + ROW * row;
const colorOf = (index: number, colors: string[]): string => colors[index % colors.length] ?? "";
const lanesOf = (targets: Target[]): number => LANE * (Math.max(...targets.map(({ lane }) => lane)) + 1);

function labelWidth(targets: Target[]): number {
  const lengths = targets.flatMap(({ arrows }) => arrows.map(({ label }) => label.length));
  return Math.ceil(Math.max(...lengths) * 7.85) + 16;
}

export function stateDiagram(table: Table, start: string, words: Words): string {
  const { edges, phases, verdicts } = layout(table);
  const box = PAD + lanesOf(phases) + labelWidth(phases);
  const width = boxOf(phases);
  const lanes = box + width + labelWidth(verdicts);
  const pill = lanes + lanesOf(verdicts) + PAD + 10;
  const left: Side = { edge: box, lanes: box - labelWidth(phases), end: box, sign: -1 };
  const right: Side = { edge: box + width, lanes, end: pill, sign: 1 };
  const bottom = Math.max(...[...phases, ...verdicts].map(({ row, rows }) => y(row + rows)));
  return svg(pill + PILL + PAD, bottom, words.title, describe(edges, start, words), [
    `<text class="head" x="${box + width / 2}" y="28">${words.phase}</text>`,
    `<text class="head" x="${pill + PILL / 2}" y="28">${words.end}</text>`,
    ...phases.map((phase, i) => laneTo(phase, colorOf(i, PHASE_COLORS), left, words)),
    ...verdicts.map((verdict, i) => laneTo(verdict, colorOf(i, VERDICT_COLORS), right, words)),
    ...phases.filter(({ name }) => name === start).map(({ row }) => startMark(box, y(row))),
    ...phases.map((phase, i) => phaseBox(phase, colorOf(i, PHASE_COLORS), box, width, words)),
    ...verdicts.map((verdict, i) => pillOf(verdict, colorOf(i, VERDICT_COLORS), pill, words)),
  ]);
}

/** All arrows to one target, on a light edge that parts them from the lanes they cross. */
function laneTo(target: Target, color: string, side: Side, words: Words): string {
  const lines = target.arrows.map((arrow) => ({ arrow, d: line(arrow.row, target, side) }));
  const place = `x="${side.edge + side.sign * 7}" text-anchor="${side.sign < 0 ? "end" : "start"}"`;
  const drawn = lines.map(({ arrow: { from, to, label, row }, d }) => {
    const title = `<title>${from} → ${told(to, words)}: ${label}</title>`;
    return `<g>${title}<path d="${d}"/><text ${place} y="${y(row) - 5}">${label}</text></g>`;
  });
  return [
    `<g class="lane" stroke="${color}" fill="${color}">`,
    ...lines.map(({ d }) => `<path class="under" d="${d}"/>`),
    ...drawn,
    `${arrowHead(side.end, y(target.row))}</g>`,
  ].join("\n");
}

function line(from: number, { row: to, lane }: Target, { edge, lanes, end, sign }: Side): string {
  if (from === to) return `M${edge} ${y(from)}H${end - 6}`;
  const x = lanes + sign * LANE * (lane + 0.5);
  const bend = Math.sign(to - from) * BEND;
  const down = `H${x - sign * BEND}Q${x} ${y(from)} ${x} ${y(from) + bend}V${y(to) - bend}`;
  return `M${edge} ${y(from)}${down}Q${x} ${y(to)} ${x + BEND} ${y(to)}H${end - 6}`;
}

const arrowHead = (x: number, at: number): string =>
  `<polygon points="${x} ${at} ${x - 9} ${at - 4.5} ${x - 9} ${at + 4.5}" stroke="none"/>`;

function startMark(x: number, at: number): string {
  const dot = `<circle cx="${x - 36}" cy="${at}" r="5"/>`;
  const stem = `<path d="M${x - 36} ${at}H${x - 6}" stroke="#334155" stroke-width="1.5"/>`;
  return `<g fill="#334155"><title>start</title>${dot}${stem}${arrowHead(x, at)}</g>`;
}

function phaseBox(
  { name, row, rows }: Target,
  color: string,
  x: number,
  width: number,
  words: Words,
): string {
  const height = ROW * rows;
  const size = `x="${x}" y="${y(row) - 17}" width="${width}" height="${height}"`;
  const rect = `<rect ${size} rx="10" fill="#ffffff" stroke="${color}" stroke-width="1.5"/>`;
  const at = `x="${x + width / 2}" y="${y(row) - 12.5 + height / 2}"`;
  return `<g><title>${words.phase} ${name}</title>${rect}<text class="name" ${at} fill="${color}">${name}</text></g>`;
}

function pillOf({ name, row }: Target, color: string, x: number, words: Words): string {
  const rect = `<rect x="${x}" y="${y(row) - 10}" width="${PILL}" height="20" rx="10" fill="${color}"/>`;
  const text = `<text class="name" x="${x + PILL / 2}" y="${y(row) + 4.5}" fill="#ffffff">${bare(name)}</text>`;
  return `<g><title>${told(name, words)}</title>${rect}${text}</g>`;
}

/** The whole picture in words. */
function describe(edges: Edge[], start: string, words: Words): string {
  const steps = edges.map(({ from, to, label }) => `From ${from} to ${told(to, words)}: ${label}.`);
  return [`It starts in ${start}.`, ...steps].join(" ");
}

function svg(width: number, height: number, title: string, text: string, parts: string[]): string {
  const size = `width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" ${size} role="img" aria-labelledby="title" aria-describedby="text">`,
    `<title id="title">${title}</title>`,
    `<desc id="text">${text}</desc>`,
    `<style>${STYLE}</style>`,
    `<rect x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="12" fill="#fcfcfd" stroke="#cbd5e1"/>`,
    ...parts,
    "</svg>\n",
  ].join("\n");
}
