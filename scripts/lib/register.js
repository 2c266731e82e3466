// @ts-check
// For `node --import`: lets this process load the TypeScript of this repository.
import { register } from "node:module";

register("./typescript.js", import.meta.url);
