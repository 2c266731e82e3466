// Owns which tests judge a mutant: those without a process, a socket to the outside or thousands of runs of their own.
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const source = (name: string, file: string) => ({
  find: new RegExp(`^${name}$`),
  replacement: fileURLToPath(new URL(`../../src/${file}`, import.meta.url)),
});

export default defineConfig({
  root: fileURLToPath(new URL("../..", import.meta.url)),
  resolve: {
    alias: [source("autoshares-cancel", "index.ts"), source("autoshares-cancel/sandbox", "sandbox/index.ts")],
  },
  test: {
    include: ["test/{cancel,cancel-all,client}/*.test.ts"],
    exclude: ["test/**/{truth,naive,rivals,matrix,docs,world,soak}.test.ts"],
    // Titles hold the seed: a mutant's tests are found by the titles of the first run.
    env: { SEED: "73552" },
    testTimeout: 20_000,
  },
});
