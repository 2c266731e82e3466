import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  // Tests use the package by its name, as its users do.
  resolve: {
    alias: [
      { find: /^autoshares-cancel$/, replacement: fileURLToPath(new URL("src/index.ts", import.meta.url)) },
    ],
  },
  test: {
    include: ["test/**/*.test.ts"],
    // By default one core is left idle, which on two is half of the machine.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // Many tests run a command or a server of their own; on two cores a slow start is no failure.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
