// Owns which Node the package needs, as `engines` in package.json has it. Any Node has to be able to read this file.
import { createRequire } from "node:module";

const { name, engines } = createRequire(import.meta.url)("../../package.json");

/** One line where the version is too old, else undefined. */
export function refusalOf(version: string): string | undefined {
  const needed: string = engines.node.replace(">=", "");
  const [major = 0, minor = 0] = numbers(version);
  const [neededMajor = 0, neededMinor = 0] = numbers(needed);
  if (major > neededMajor || (major === neededMajor && minor >= neededMinor)) return undefined;
  return `${name} needs Node ${neededMajor}.${neededMinor} or newer; this is ${version}.`;
}

function numbers(version: string): number[] {
  return version.split(".").map(Number);
}
