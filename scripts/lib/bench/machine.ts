// What was measured on, for the reader of the figures. May use Node only.
import { cpus, platform } from "node:os";

export function machine(): string {
  const all = cpus();
  const date = new Date().toISOString().slice(0, 10);
  return `${all[0]?.model.trim()}, ${all.length} cores, ${platform()}; Node ${process.version}; ${date}`;
}
