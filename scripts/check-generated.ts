// npm run check:generated: fails, naming the files, if generated files differ from what the spec or the code generates.
import { checkGenerated } from "./lib/checks.js";
import { script } from "./lib/script.js";

export default script({
  name: "check:generated",
  summary: "Fail if src/generated/ or a generated table in docs/ is out of date.",
  options: {
    spec: { takes: "FILE", does: "Spec to compare with.", default: "openapi/openapi.yaml" },
    out: { takes: "FOLDER", does: "Folder to check.", default: "src/generated" },
  },
  async run({ spec, out }) {
    console.log(await checkGenerated(spec, out));
  },
});
