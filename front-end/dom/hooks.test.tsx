// The hooks that front ends put upon openapi-fetch, over the middleware: as truthful as the package's own client.
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, cleanup, render, renderHook, screen } from "@testing-library/react";
import type { AutoSharesError, paths } from "autoshares-cancel";
import { autoSharesMiddleware } from "autoshares-cancel/openapi-fetch";
import { type SandboxOptions, startSandbox } from "autoshares-cancel/sandbox";
import createFetchClient from "openapi-fetch";
import createQueryClient from "openapi-react-query";
import type { ReactNode } from "react";
import { SWRConfig } from "swr";
import useSWRMutation from "swr/mutation";
import { createQueryHook } from "swr-openapi";
import { describe, expect, onTestFinished, test, vi } from "vitest";

const ORDER = "/v{version}/accounts/{accountId}/orders/{orderId}";
const of = (orderId: number) => ({ params: { path: { version: "1.0", accountId: 6303, orderId } } });

async function makeApi(options: SandboxOptions = {}) {
  const sandbox = await startSandbox({ switches: { errorBodies: "empty" }, ...options });
  onTestFinished(async () => {
    cleanup();
    await sandbox.close();
  });
  const { url: baseUrl, appKey, user: username, password } = sandbox;
  const api = createFetchClient<paths>({ baseUrl });
  api.use(autoSharesMiddleware({ appKey, credentials: { username, password } }));
  return { api, sandbox };
}

/** What a hook makes of an error, whichever hook it is. */
const factsOf = (error: unknown) => {
  const { name, status, fate } = Object(error) as AutoSharesError;
  return [name, status, fate];
};

describe("openapi-react-query", () => {
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      {children}
    </QueryClientProvider>
  );

  async function canceled(orderId: number) {
    const { api } = await makeApi();
    const { result } = renderHook(() => createQueryClient(api).useMutation("delete", ORDER), { wrapper });
    act(() => result.current.mutate(of(orderId)));
    await expect.poll(() => result.current.isIdle || result.current.isPending).toBe(false);
    return result.current;
  }

  test("a 204 is a success without data", async () => {
    expect(await canceled(73552)).toMatchObject({ isSuccess: true, data: undefined, error: null });
  });

  test("an empty 409 is an error", async () => {
    const { isError, error } = await canceled(80010);
    expect([isError, ...factsOf(error)]).toEqual([true, "ConflictError", 409, "refused"]);
  });

  test("after a lost answer the fate is unknown", async () => {
    expect(factsOf((await canceled(80011)).error)).toEqual(["ConnectionError", undefined, "unknown"]);
  });

  test("an order is data, and an empty 404 is an error", async () => {
    const { api } = await makeApi();
    const hooks = createQueryClient(api);
    const known = renderHook(() => hooks.useQuery("get", ORDER, of(73552)), { wrapper });
    await expect.poll(() => known.result.current.data?.Id).toBe(73552);
    const unknown = renderHook(() => hooks.useQuery("get", ORDER, of(4711)), { wrapper });
    await expect.poll(() => unknown.result.current.isError).toBe(true);
    expect(factsOf(unknown.result.current.error)).toEqual(["NotFoundError", 404, "refused"]);
  });
});

test("the component of docs/front-end.md shows an order, and an error as such", async () => {
  const { sandbox } = await makeApi();
  // The guide names the port that the command has by default.
  const { fetch } = globalThis;
  vi.stubGlobal("fetch", async (url: string, init?: RequestInit) => {
    const answer = await fetch(url.replace("http://127.0.0.1:4010", sandbox.url), init);
    return new Response(await answer.text(), { status: answer.status, headers: answer.headers });
  });
  onTestFinished(() => void vi.unstubAllGlobals());
  const { OrderStatus } = await import("../made/tools/src/OrderStatus.js");
  render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      {[80010, 4711].map((orderId) => (
        <OrderStatus key={orderId} orderId={orderId} />
      ))}
    </QueryClientProvider>,
  );
  await expect
    .poll(() => screen.getAllByRole("status").map(({ textContent }) => textContent))
    .toEqual(["Filled", expect.stringMatching(/^NotFoundError: getOrder .* was answered 404/)]);
});

describe("swr-openapi", () => {
  const wrapper = ({ children }: { children: ReactNode }) => (
    <SWRConfig value={{ provider: () => new Map(), shouldRetryOnError: false }}>{children}</SWRConfig>
  );

  async function read(orderId: number, options: SandboxOptions = {}, fault?: "reset") {
    const { api, sandbox } = await makeApi(options);
    if (fault) sandbox.script({ match: { operation: "getOrder" }, fault });
    const useQuery = createQueryHook(api, "autoshares");
    const { result } = renderHook(() => useQuery(ORDER, of(orderId)), { wrapper });
    await expect.poll(() => result.current.isLoading).toBe(false);
    return result.current;
  }

  test("an order is data", async () => {
    expect((await read(73552)).data?.Status).toBe("New");
  });

  test("an empty 404 is an error, and so is an answer that was lost", async () => {
    expect(factsOf((await read(4711)).error)).toEqual(["NotFoundError", 404, "refused"]);
    expect(factsOf((await read(73552, {}, "reset")).error)).toEqual([
      "ConnectionError",
      undefined,
      "unknown",
    ]);
  });

  async function canceled(orderId: number) {
    const { api } = await makeApi();
    const cancel = async () => (await api.DELETE(ORDER, of(orderId))).response.status;
    const { result } = renderHook(() => useSWRMutation("cancel", cancel), { wrapper });
    await act(() => result.current.trigger().catch(() => {}));
    return result.current;
  }

  test("with SWR's mutation a 204 is data, an empty 409 an error, and a lost answer of unknown fate", async () => {
    expect((await canceled(73552)).data).toBe(204);
    expect(factsOf((await canceled(80010)).error)).toEqual(["ConflictError", 409, "refused"]);
    expect(factsOf((await canceled(80011)).error)).toEqual(["ConnectionError", undefined, "unknown"]);
  });
});
