// A user's program over the whole of the main entry. Compiled by every compiler that the package promises, from
// where it is installed; never run.
import {
  AbortError,
  AnswerError,
  AppKeyError,
  ArgumentError,
  AutoSharesError,
  type CancelResult,
  type Client,
  type ClientOptions,
  ConflictError,
  ConnectionError,
  cancel,
  type components,
  createClient,
  type Fate,
  NotCanceledError,
  NotFoundError,
  orThrow,
  PermissionError,
  RateLimitError,
  resume,
  SecondFactorError,
  ServerError,
  TimeoutError,
  TokenError,
  ValidationError,
} from "autoshares-cancel";

const options: ClientOptions = { baseUrl: "https://api.autoshares.dev", appKey: "k", token: async () => "t" };
const ids = { accountId: 6303, orderId: 73552 };

function never(value: never): never {
  throw new Error(`not expected: ${JSON.stringify(value)}`);
}

export function tell(result: CancelResult): string | number {
  switch (result.verdict) {
    case "canceled":
      return (result.executedQuantity ?? 0) + (result.remainingQuantity ?? 0);
    case "too-late":
      return result.status;
    case "pending":
      return `${result.level} since ${result.since}`;
    case "still-open":
      return result.why === "refused" ? result.seenAt : result.why;
    case "superseded":
      return result.successorId ?? "unknown";
    case "not-found":
      return result.attempts.length;
    case "denied":
      return result.which;
    case "not-sent":
      return result.why;
    case "unresolved":
      return result.observations.length;
    default:
      return never(result);
  }
}

export function explain(error: unknown): string | number | undefined {
  if (!(error instanceof AutoSharesError)) throw error;
  const fate: Fate = error.fate;
  if (error.status === 409) return error.body?.message;
  if (error.status === 422) return error.body?.Errors?.[0];
  switch (error.code) {
    case "rate-limit":
      return error.retryAfterMs;
    case "second-factor":
      return error.step;
    case "token":
      return error.body?.Message;
    default:
      return fate;
  }
}

export function explainByClass(error: unknown): object | string | number | undefined {
  if (error instanceof ConflictError) return error.body?.message;
  if (error instanceof RateLimitError) return error.retryAfterMs;
  if (error instanceof SecondFactorError) return error.signIn({ pinCode: "1234" });
  if (error instanceof ServerError || error instanceof AnswerError) return error.status;
  if (error instanceof AppKeyError || error instanceof TokenError) return error.status;
  if (error instanceof PermissionError || error instanceof NotFoundError) return error.status;
  if (error instanceof ValidationError) return error.body?.Errors?.length;
  if (error instanceof ConnectionError || error instanceof TimeoutError) return error.fate;
  if (error instanceof AbortError || error instanceof ArgumentError) return error.message;
  if (error instanceof NotCanceledError) return error.result.verdict;
  throw error;
}

export async function use(client: Client = createClient(options)): Promise<components["schemas"]["Order"]> {
  const signal = new AbortController().signal;
  const accepted: unknown = await client.cancelOrder(ids, { signal, timeoutMs: 5_000 });
  const result = await cancel(client, { ...ids, via: "venue", deadlineMs: 15_000, signal });
  orThrow(await resume(client, result, { onProgress: (progress) => void progress }));
  const { Result } = await client.listOrders({ accountId: 6303, pageNumber: 0, pageSize: 20 });
  const first = Result.find(({ Status }) => Status === "PendingCancel");
  return accepted || !first ? client.getOrder(ids) : first;
}
