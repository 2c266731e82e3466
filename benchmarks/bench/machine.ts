// What was measured on, and when, for the reader of the figures.
import { cpus, platform } from "node:os";

export function machine(): string {
  const all = cpus();
  return `${all[0]?.model.trim()}, ${all.length} cores, ${platform()}; Node ${process.version}`;
}

export const today = (): string => new Date().toISOString().slice(0, 10);

export const measuredOn = (): string => `${machine()}; ${today()}`;
