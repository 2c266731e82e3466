#!/usr/bin/env node
// The package's command: `npx autoshares-cancel`. Runs main.ts, which tests call as a function.
import { main } from "./main.js";
import { run } from "./stop.js";

await run(() => main(process.argv.slice(2)));
