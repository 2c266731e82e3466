// Runs the contract in workerd: answers `/?server=<address>` with the results as JSON.
import { runChecks } from "./checks.js";

export default {
  async fetch(request: Request): Promise<Response> {
    const server = new URL(request.url).searchParams.get("server");
    return new Response(JSON.stringify(await runChecks(server ?? "")));
  },
};
