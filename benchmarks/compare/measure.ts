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

/** A way that cannot be had or run is a row too, with the step that failed and why. */
export interface NotMeasured {
  way: Way;
  failed: "install or generate" | "bundle" | "compile" | "run";
  problem: string;
}

export async function measure(way: Way, node: string): Promise<Measured | NotMeasured> {
  let failed: NotMeasured["failed"] = "install or generate";
  try {
    const there = await place(way, node);
    const { folder, program, runtime, generator } = there;
    failed = "bundle";
    const size = await bundleSize(folder, program, way.nodeOnly ? "node" : "browser");
    failed = "compile";
    const compile = await compileCost(folder, program, compilerOptions(way));
    const mistakes = await mistakesFound(way, there);
    failed = "run";
    const outcomes = await play(there, node);
    return { way, runtime, ...(generator && { generator }), size, compile, mistakes, outcomes };
  } catch (error) {
    return { way, failed, problem: (error as Error).message };
  }
}
