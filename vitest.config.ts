// The projects of tests: quick, which `npm test` runs, browser, package and recipe.
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const entry = (name: string, file: string) => ({
  find: new RegExp(`^${name}$`),
  replacement: fileURLToPath(new URL(file, import.meta.url)),
});

/** What takes minutes or a browser has a command of its own, and CI runs it. */
const SLOW = ["browser", "package", "recipe"];
interface More {
  exclude?: string[];
  isolate?: boolean;
  globalSetup?: string;
  testTimeout?: number;
}
const project = (name: string, include: string[], more: More = {}) => ({
  extends: true as const,
  test: { name, include, ...more },
});

export default defineConfig({
  // Tests use the package by its name, as its users do.
  resolve: {
    alias: [
      entry("autoshares-cancel", "src/index.ts"),
      entry("autoshares-cancel/journal", "src/journal/index.ts"),
      entry("autoshares-cancel/openapi-fetch", "src/openapi-fetch/index.ts"),
      entry("autoshares-cancel/redis", "src/redis/index.ts"),
      entry("autoshares-cancel/sandbox", "src/sandbox/index.ts"),
      entry("autoshares-cancel/sandbox/web", "src/sandbox/web.ts"),
      entry("autoshares-cancel/testing", "src/testing/index.ts"),
      entry("autoshares-cancel/testing/fixtures", "src/testing/fixtures.ts"),
    ],
  },
  test: {
    projects: [
      // Its files share what they import: to load it anew for each took a third of the time.
      project("quick", ["test/**/*.test.ts"], {
        exclude: SLOW.map((name) => `test/${name}/**`),
        isolate: false,
      }),
      project("browser", ["test/browser/**/*.test.ts"]),
      // All of `npm test`, over a copy whose spec was changed.
      project("recipe", ["test/recipe/**/*.test.ts"], { testTimeout: 1_800_000 }),
      // Compilers and builds, one after the other: each takes seconds, and more on a busy machine.
      project("package", ["test/package/**/*.test.ts"], {
        globalSetup: "test/package/setup.ts",
        testTimeout: 180_000,
      }),
    ],
    // One more than there are cores: many tests wait, for a process, a timer or an answer.
    maxWorkers: availableParallelism() + 1,
    // Many tests run a command or a server of their own; on two cores a slow start is no failure.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 15_000 } },
  },
});
