// The projects of the front ends' tests: one and the same in two DOMs, and the tools that have a process of their own.
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

const inDom = (environment: string) => ({
  extends: true as const,
  test: { name: environment, environment, include: ["dom/**/*.test.{ts,tsx}", "made/react/**/*.test.tsx"] },
});

export default defineConfig({
  plugins: [react()],
  test: {
    // A slow start of a tool is no failure.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 15_000 } },
    projects: [
      inDom("jsdom"),
      inDom("happy-dom"),
      { extends: true, test: { name: "tools", include: ["tools/**/*.test.ts"] } },
    ],
  },
});
