// @ts-check
// Starts a script of this folder by its name. Looks at Node first, in words that an old one understands: what the
// scripts are written in would fail there with a page of reasons.
import { readFileSync } from "node:fs";

const { engines } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
const needed = engines.node.replace(">=", "");

if (isOlder(process.versions.node, needed)) {
  stop(`Node ${needed} or newer is needed; this is Node ${process.versions.node}.`);
} else if (!(await isInstalled())) {
  stop("The packages are not installed: run `npm ci` first.");
} else {
  const { register } = await import("node:module");
  register("./lib/typescript.js", import.meta.url);
  const [name] = process.argv.splice(2, 1);
  await import(new URL(`${name}.ts`, import.meta.url).href);
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
