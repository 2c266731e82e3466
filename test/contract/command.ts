// Runs the contract in runtimes that have a command line: `<runtime> command.js <address of the server>`.
// Prints the results as JSON.
import { runChecks } from "./checks.js";

console.log(JSON.stringify(await runChecks(process.argv[2] ?? "")));
