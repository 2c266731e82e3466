// The request samples of the reference, as `npm run docs` puts them there.

import { withSamples } from "../scripts/lib/samples/index.js";
import { DEFAULTS } from "../src/sandbox/defaults.js";
import { eachOperation, type Operation } from "../src/sandbox/openapi.js";
import { spec } from "./helpers.js";

export interface ReferenceSample {
  /** `cancelOrder, Python` */
  name: string;
  lang: string;
  label: string;
  source: string;
  operation: Operation;
}

export const samples: ReferenceSample[] = eachOperation(withSamples(spec, DEFAULTS)).flatMap(
  ({ operation }) =>
    (operation["x-codeSamples"] ?? []).map((sample) => ({
      ...sample,
      name: `${operation.operationId}, ${sample.label}`,
      operation,
    })),
);
