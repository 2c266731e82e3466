// The log of the command, where nobody reads it.
import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import { logTo } from "../../src/cli/log.js";

test("lines that nobody reads are dropped and counted, in bounded memory", () => {
  const stream = new PassThrough();
  const log = logTo(stream);
  for (let i = 0; i < 100_000; i++) log("x".repeat(200));
  expect(stream.writableLength + stream.readableLength).toBeLessThan(2 * 1024 * 1024);
  const read = stream.read().toString();
  while (stream.read()) {}
  log("heard again");
  const said = stream.read().toString();
  expect(said).toMatch(/^\d+ lines were not read and are missing here\nheard again\n$/);
  expect(read.split("\n").length + Number.parseInt(said, 10)).toBeGreaterThan(90_000);
});

test("a reader that leaves ends the log, not the process", () => {
  const stream = new PassThrough();
  const log = logTo(stream);
  stream.destroy(new Error("EPIPE"));
  log("to nobody");
  stream.emit("error", new Error("EPIPE"));
  log("to nobody");
});
