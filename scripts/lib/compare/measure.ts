// Everything that is measured of one way.
import { type CompileCost, compileCost } from "../bench/compile.js";
import { bundleSize, type Size } from "../bench/size.js";
import { type Installed, place } from "./install.js";
import { compilerOptions, type Mistake, mistakesFound } from "./mistakes.js";
import { type Outcome, play } from "./outcomes.js";
import type { Way } from "./ways.js";

export interface Measured {
  way: Way;
  size: Size;
  compile: CompileCost;
  mistakes: Mistake[];
  outcomes: Outcome[];
  runtime: Installed;
  generator?: Installed;
}

/** A way that cannot be had or run is a row too, with the reason. */
export interface NotMeasured {
  way: Way;
  problem: string;
}

export async function measure(way: Way, node: string): Promise<Measured | NotMeasured> {
  try {
    const there = await place(way, node);
    const { folder, program, runtime, generator } = there;
    return {
      way,
      runtime,
      ...(generator && { generator }),
      size: await bundleSize(folder, program, way.nodeOnly ? "node" : "browser"),
      compile: await compileCost(folder, program, compilerOptions(way)),
      mistakes: await mistakesFound(way, there),
      outcomes: await play(there, node),
    };
  } catch (error) {
    return { way, problem: (error as Error).message };
  }
}
