// The TypeScript samples of the reference as functions, by name: the build puts them here.

/** The sample's own `console` and `process`. */
export interface Surroundings {
  console: { log(...values: unknown[]): void; error(...values: unknown[]): void };
  process: { exitCode: number };
}

export type Program = (
  imported: typeof import("autoshares-cancel"),
  surroundings: Surroundings,
) => Promise<void>;

export const programs: Readonly<Record<string, Program>> = {};
