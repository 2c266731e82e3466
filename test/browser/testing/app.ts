// An app with one button, as its page runs it. `?worker` starts MSW's service worker first.
import { AutoSharesError, createClient } from "autoshares-cancel";
import { answer, handlers } from "autoshares-cancel/testing";
import { setupWorker } from "msw/browser";

const client = createClient({ baseUrl: "https://api.autoshares.dev", appKey: "k", token: "t" });

async function cancelAndSay(): Promise<string> {
  try {
    await client.cancelOrder({ accountId: 6303, orderId: 73552 });
    return "accepted";
  } catch (error) {
    return error instanceof AutoSharesError ? (error.body as { message: string }).message : String(error);
  }
}

async function start(): Promise<void> {
  if (location.search === "?worker") {
    const refused = answer.cancelOrder("cancel-already-pending", { once: true });
    await setupWorker(refused, ...handlers()).start({ quiet: true, onUnhandledRequest: "error" });
  }
  const button = document.body.appendChild(document.createElement("button"));
  const output = document.body.appendChild(document.createElement("output"));
  button.textContent = "Cancel order";
  button.onclick = async () => {
    output.textContent = await cancelAndSay();
  };
}

void start();
