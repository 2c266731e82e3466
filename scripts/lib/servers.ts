// Starts Prism over a spec that is checked meanwhile.
import { API_PORT, HOST } from "../../src/cli/port.js";
import { type PrismOptions, type RunningPrism, startPrism } from "../../src/cli/prism.js";
import type { Running } from "../../src/cli/running.js";
import { withPlainPath } from "./plain-path.js";
import { readSpec } from "./spec.js";

export { serveFolder } from "./site-server.js";
export { API_PORT, HOST, type Running, startPrism };
export const DOCS_PORT = 8080;

/** As {@link startPrism}, while the spec is checked: one after the other would take twice as long. */
export async function startCheckedPrism(options: PrismOptions): Promise<RunningPrism> {
  const held: string[] = [];
  let print = (text: string): void => void held.push(text);
  const starting = withPlainPath(options.spec, (spec) =>
    startPrism({ ...options, spec, print: (text) => print(text) }),
  );
  const [checked, started] = await Promise.allSettled([readSpec(options.spec), starting]);
  if (checked.status === "rejected") {
    if (started.status === "fulfilled") await started.value.close();
    throw checked.reason;
  }
  if (started.status === "rejected") throw started.reason;
  // Held back until here: of a broken spec the problems with their lines are shown, not what Prism makes of it.
  print = options.print ?? (() => {});
  for (const text of held) print(text);
  return started.value;
}
