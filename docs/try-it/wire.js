// @ts-check
// Owns the record of what went over the wire, kept by the client's own hooks, which see no secret. Of a sign-in the
// answer's body is not kept: it holds the token.

/** @typedef {import("autoshares-cancel").Client} Client */
/** @typedef {import("autoshares-cancel").RequestInfo} RequestInfo */
/** @typedef {import("autoshares-cancel").ResponseInfo} ResponseInfo */

/**
 * @typedef {object} Exchange One request, and what is known of its answer.
 * @property {number} number
 * @property {RequestInfo} request
 * @property {string} path
 * @property {number} sentAt
 * @property {number} [ms] Until the head of the answer.
 * @property {ResponseInfo} [response]
 * @property {boolean} [answered]
 * @property {unknown} [body] Of a success.
 * @property {import("autoshares-cancel").AutoSharesError} [error]
 */

const KEPT = 200;

/** @param {(exchange: Exchange) => void} changed */
export function recordWire(changed) {
  /** @type {Exchange[]} */
  let exchanges = [];
  let number = 0;

  /** @param {Exchange | undefined} exchange @param {Partial<Exchange>} facts */
  const learn = (exchange, facts) => exchange && changed(Object.assign(exchange, facts));
  /** @param {RequestInfo | undefined} request */
  const of = (request) => exchanges.find((exchange) => exchange.request === request);

  return {
    clear() {
      exchanges = [];
    },
    /** To give to `createClient`. Its hooks see no body, so what it is answered is read beside it. */
    options: {
      /** @type {typeof fetch} */
      async fetch(input, init) {
        const { method, url } = new Request(input, init);
        const response = await fetch(input, init);
        const exchange = exchanges.findLast(
          (one) =>
            one.request.method === method && one.request.url === url.replace(/\?.*/, "") && !one.answered,
        );
        if (exchange) exchange.answered = true;
        if (response.ok && exchange?.request.operationId !== "createToken")
          response
            .clone()
            .json()
            .then(
              (body) => learn(exchange, { body }),
              () => {},
            );
        return response;
      },
      /** @param {RequestInfo} request */
      onRequest(request) {
        const path = new URL(request.url).pathname;
        const exchange = { number: ++number, request, path, sentAt: performance.now() };
        exchanges = [exchange, ...exchanges].slice(0, KEPT);
        changed(exchange);
      },
      /** @param {ResponseInfo} response */
      onResponse(response) {
        learn(of(response.request), { response, ms: response.durationMs });
      },
      /** @param {import("autoshares-cancel").ErrorInfo} failure */
      onError({ request, error }) {
        learn(of(request), { error });
      },
    },
  };
}
