// The package's commands as this repository runs them: called by npm, with the guides beside them. May use src/cli/.
import { type Command, type Place, runCommand } from "../../src/cli/command.js";
import { run } from "./cli.js";

export const REPOSITORY: Place = {
  call: (command) => `npm run ${command} --`,
  page: (name) => `docs/${name}`,
};

export function runHere(command: Command): Promise<void> {
  return run(() => runCommand(command, REPOSITORY, process.argv.slice(2)));
}
