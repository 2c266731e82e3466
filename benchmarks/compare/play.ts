// Calls a program once per cell, all at the same time, and prints what it reported, as JSON: `node play.js <program>
// <address> <cells> <milliseconds it may take>`. Bundled by outcomes.ts.
import { pathToFileURL } from "node:url";
import type { Report } from "./outcomes.js";

const [program = "", url = "", cells, boundMs] = process.argv.slice(2);
const { cancelOrder } = await import(pathToFileURL(program).href);

const bound = new Promise<Report>((resolve) => setTimeout(resolve, Number(boundMs), { outcome: "hangs" }));

async function report(orderId: number): Promise<Report> {
  try {
    await cancelOrder(url, orderId);
    return { outcome: "success" };
  } catch (error) {
    return { outcome: "failure", message: String(error) };
  }
}

const ids = Array.from({ length: Number(cells) }, (_, index) => index + 1);
const reports = await Promise.all(ids.map((orderId) => Promise.race([report(orderId), bound])));
process.stdout.write(JSON.stringify(reports), () => process.exit());
