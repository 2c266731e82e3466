// Owns what pages in browsers may send and see.
import type { IncomingMessage, ServerResponse } from "node:http";

/** Made from the spec once. */
export interface Cors {
  /** Flat list, as `writeHead` takes it, for requests without an origin: those of no browser. */
  plain: readonly string[];
  exposed: string;
  methods: string;
  headers: string;
}

export function corsOf(
  methods: Iterable<string>,
  headers: Iterable<string>,
  exposed: Iterable<string>,
): Cors {
  const shown = [...exposed].join(", ");
  return {
    plain: ["Access-Control-Allow-Origin", "*"],
    exposed: shown,
    methods: [...methods, "OPTIONS"].join(", "),
    headers: [...headers].join(", "),
  };
}

/** As Prism has it: any origin, by name, so that credentials may be sent along. */
export function corsHeaders({ plain, exposed }: Cors, origin: string | undefined): readonly string[] {
  if (origin === undefined) return plain;
  return [
    ...["Access-Control-Allow-Origin", origin, "Access-Control-Allow-Credentials", "true"],
    ...["Access-Control-Expose-Headers", exposed, "Vary", "Origin"],
  ];
}

export function preflight(cors: Cors, request: IncomingMessage, response: ServerResponse): void {
  const asked = request.headers["access-control-request-headers"];
  response.writeHead(204, [
    ...corsHeaders(cors, request.headers.origin),
    ...["Access-Control-Allow-Methods", cors.methods],
    ...["Access-Control-Allow-Headers", asked ?? cors.headers, "Access-Control-Max-Age", "600"],
  ]);
  response.end();
}
