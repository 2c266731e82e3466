// npm run lint: the spec and the journeys by Redocly and our own rules, the code and its formatting by Biome.
import { checkLint } from "./lib/checks.js";
import { script } from "./lib/script.js";

export default script({
  name: "lint",
  summary: "Lint the spec, the journeys and the code, and check its formatting.",
  options: { spec: { takes: "FILE", does: "Spec to lint.", default: "openapi/openapi.yaml" } },
  async run({ spec }) {
    console.log(await checkLint(spec));
  },
});
