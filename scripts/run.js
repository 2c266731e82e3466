// @ts-check
// Runs a script of this folder by its name. Checks the version of Node first, in syntax that an old Node can read: there,
// the scripts themselves would fail with a page of syntax errors.
import { readFileSync } from "node:fs";

const { engines } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
const oldest = engines.node.replace(">=", "");

if (isOlder(process.versions.node, oldest)) {
  stop(`Node ${oldest} or newer is needed; this is Node ${process.versions.node}.`);
} else if (!(await isInstalled())) {
  stop("The packages are not installed: run `npm ci` first.");
} else {
  await import("./lib/register.js");
  const [name] = process.argv.splice(2, 1);
  const [{ main }, script] = await Promise.all([import("./lib/script.ts"), import(`./${name}.ts`)]);
  await main(script.default);
}

/** @param {string} version @param {string} than */
function isOlder(version, than) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const [neededMajor = 0, neededMinor = 0] = than.split(".").map(Number);
  return major < neededMajor || (major === neededMajor && minor < neededMinor);
}

function isInstalled() {
  return import("esbuild").then(
    () => true,
    () => false,
  );
}

/** @param {string} line */
function stop(line) {
  console.error(line);
  process.exitCode = 1;
}
