// What `npm --prefix benchmarks run bench` prints, as Markdown. Pure.

import { figureTable } from "../../scripts/lib/markdown.js";
import type { Comparison } from "../../test/cancel/compare.js";
import { COMPILE_BUDGET, type CompileCost } from "./compile.js";
import { CONTENDERS, type Contender } from "./programs.js";
import { SIZE_BUDGET, type Size, VERDICT_BUDGET } from "./size.js";
import { type Costs, cpuMicros, type Runner, rate, ratio, type Throughput } from "./throughput.js";

const whole = new Intl.NumberFormat("en-US", { maximumFractionDigits: 0 });
export const number = (value: number): string => whole.format(value);

export function sizeTable(sizes: Record<Contender, Size>, withVerdict: Size): string {
  const row = (name: string, { minified, gzipped }: Size) => [name, number(minified), number(gzipped)];
  const rows = [
    ...CONTENDERS.map((name) => row(name, sizes[name])),
    row("autoshares-cancel, cancel()", withVerdict),
  ];
  return `## Bundle of the smallest program that cancels one order, in bytes

Budget: ${number(SIZE_BUDGET.goal)} gzipped, ${number(VERDICT_BUDGET.goal)} with cancel(). Not reached; no more than ${number(SIZE_BUDGET.ceiling)} and
${number(VERDICT_BUDGET.ceiling)} is held by a test.

${figureTable(["with", "minified", "gzip -9"], rows)}
`;
}

export function compileTable(costs: Record<Contender, CompileCost>, compiler: string): string {
  const base = costs.fetch;
  const rows = CONTENDERS.map((name) => {
    const { instantiations, types, checkSeconds } = costs[name];
    const added = number(instantiations - base.instantiations);
    return [name, number(instantiations), added, number(types), checkSeconds.toFixed(2)];
  });
  return `## Cost of compiling it, by TypeScript ${compiler}

Budget: ${number(COMPILE_BUDGET)} instantiations.

${figureTable(["with", "instantiations", "more than fetch", "types", "check time in s"], rows)}
`;
}

export function throughputTable({ node, sequential, concurrent, tokens }: Throughput): string {
  return `## DELETE answered with 204, under Node ${node}

Budget: 1.00 of openapi-fetch with a timeout. Processor time is the caller's; it is the steadier figure on a busy machine.

One by one:

${rateTable(sequential)}

32 at a time:

${rateTable(concurrent)}

1,000 concurrent cancels of a cold client sent ${tokens} ${tokens === 1 ? "request" : "requests"} for a token.
`;
}

function rateTable(costs: Costs): string {
  const names = Object.keys(costs) as Runner[];
  const rows = names.map((name) => [
    name,
    number(rate(costs, name)),
    ratio(costs, name, "openapi-fetch, with a timeout").toFixed(2),
    ratio(costs, name, "openapi-fetch").toFixed(2),
    ratio(costs, name, "fetch").toFixed(2),
    number(cpuMicros(costs, name)),
  ]);
  return figureTable(
    [
      "with",
      "requests a second",
      "of openapi-fetch with a timeout",
      "of openapi-fetch",
      "of fetch",
      "processor µs a request",
    ],
    rows,
  );
}

export function truthTable(schedules: number, seed: number, { naive, ours }: Comparison): string {
  const rows = [
    ["openapi-fetch, `if (error)`, 204 means canceled", naive.saidCanceled, naive.saidNotCanceled],
    ["cancel()", ours, 0],
  ];
  return `## False claims over ${number(schedules)} schedules of faults and races, seed ${seed}

${figureTable(["with", "said canceled of an order that was not, at that moment", "said not canceled, though its cancel took effect"], rows)}
`;
}
