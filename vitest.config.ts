import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // Many tests run a command or a server of their own; on two cores a slow start is no failure.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
