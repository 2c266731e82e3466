#!/usr/bin/env node
// The package's command: `npx autoshares-cancel`. Runs main.ts, which tests call as a function.
import { refusalOf } from "./node-version.js";

const refusal = refusalOf(process.versions.node);
if (refusal === undefined) {
  // Loaded only now: an older Node would end with the first thing in them that it does not have.
  const [{ main }, { run }] = await Promise.all([import("./main.js"), import("./stop.js")]);
  await run(() => main(process.argv.slice(2)));
} else {
  process.stderr.write(`${refusal}\n`);
  process.exitCode = 1;
}
