// @ts-check
// Owns the record of what went over the wire, kept by the client's own hooks, which see no secret. Of a sign-in the
// answer's body is not kept: it holds the token. Uses the package only.
import { AutoSharesError } from "autoshares-cancel";

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
 * @property {unknown} [body] As the client returned it.
 * @property {AutoSharesError} [error]
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
    /** To give to `createClient`. */
    hooks: {
      /** @param {RequestInfo} request */
      onRequest(request) {
        const path = new URL(request.url).pathname;
        const exchange = { number: ++number, request, path, sentAt: performance.now() };
        exchanges = [exchange, ...exchanges].slice(0, KEPT);
        changed(exchange);
      },
      /** @param {ResponseInfo} response */
      onResponse(response) {
        const exchange = of(response.request);
        learn(exchange, { response, ms: performance.now() - (exchange?.sentAt ?? 0) });
      },
    },
    /**
     * The same client, whose calls also leave their bodies and errors in the record.
     *
     * @param {Client} client
     * @returns {Client}
     */
    watched(client) {
      const calls = Object.entries(client).map(([id, call]) => [
        id,
        /** @param {never} params @param {import("autoshares-cancel").CallOptions} [options] */
        async (params, options = {}) => {
          /** @type {RequestInfo | undefined} */
          let latest;
          /** @param {RequestInfo} request */
          const onRequest = (request) => {
            latest = request;
            options.onRequest?.(request);
          };
          try {
            const body = await call(params, { ...options, onRequest });
            learn(of(latest), { body });
            return body;
          } catch (error) {
            if (error instanceof AutoSharesError) {
              // Without a request of its own it was the sign-in before it that failed.
              const failed = of(latest) ?? exchanges.find(({ path }) => path === error.request?.path);
              learn(failed, { error });
            }
            throw error;
          }
        },
      ]);
      return Object.fromEntries(calls);
    },
  };
}
