// Runs one of the programs beside it, whose client was generated: prints `accepted`, or `failed` and why.
import { cancel } from "./program.js";

const [baseUrl = "", appKey = "", token = "", kind = "quick", orderId = ""] = process.argv.slice(2);
try {
  await cancel({ baseUrl, appKey, token, slow: kind === "slow", orderId: Number(orderId) });
  console.log("accepted");
} catch (error) {
  console.log(`failed: ${error instanceof Error ? error.message : JSON.stringify(error)}`);
}
