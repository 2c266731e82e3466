// A user's test set-up over the sandbox entry. Compiled by every compiler that the package promises, from where
// it is installed; never run.
import { cancel, createClient } from "autoshares-cancel";
import { type Sandbox, type SandboxOptions, SITUATIONS, startSandbox } from "autoshares-cancel/sandbox";

const options: SandboxOptions = { clock: "manual", venueMs: [5, 10], seed: 7, limits: false };

export async function play(): Promise<string> {
  const sandbox: Sandbox = await startSandbox(options);
  const { url: baseUrl, appKey, user: username, password, fetch } = sandbox;
  const client = createClient({ baseUrl, appKey, credentials: { username, password }, fetch });
  const { verdict } = await cancel(client, { accountId: 6303, orderId: SITUATIONS[0]?.id ?? 73552 });
  await sandbox.close();
  return `${verdict} after ${sandbox.requests().length} requests`;
}
