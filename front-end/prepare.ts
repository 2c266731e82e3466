// What the tests here stand on: the package as npm would install it, and the guides' code as a reader would paste it.
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { installPackage } from "../scripts/lib/consumer.js";
import { fromRoot } from "../scripts/lib/paths.js";
import { filesOf, writeFiles } from "./guide.js";

const HERE = fromRoot("front-end");
const MADE = join(HERE, "made");

await rm(MADE, { recursive: true, force: true, maxRetries: 3 });
await installPackage(HERE);
await writeFiles(join(MADE, "react"), filesOf("docs/react.md"));
await writeFiles(join(MADE, "tools"), filesOf("docs/front-end.md"));
