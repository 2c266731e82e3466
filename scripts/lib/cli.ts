// What every script shares with the person who runs it: options, one clear line on failure, ports. Most of it is
// also what the package's own command uses, and stands there.
import { type OptionTable, readOptions } from "../../src/cli/options.js";

export { freePort, portNumber, portTaken } from "../../src/cli/port.js";
export { run, Stop } from "../../src/cli/stop.js";

type Kind = "string" | "boolean";
type Values<T extends Record<string, Kind>> = { [K in keyof T]?: T[K] extends "string" ? string : boolean };

/** Reads `--name value` and `--flag`; anything else stops the script and names what there is. */
export function options<const T extends Record<string, Kind>>(known: T): Values<T> {
  const rows = Object.entries(known).map(([name, kind]) => [
    name,
    kind === "string" ? { takes: "VALUE", does: "" } : { does: "" },
  ]);
  const table: OptionTable = Object.fromEntries(rows);
  return readOptions(table, process.argv.slice(2)) as Values<T>;
}
