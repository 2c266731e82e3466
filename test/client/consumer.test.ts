// A project that uses the package, compiled as strictly as TypeScript can, libraries included: our declarations
// must be clean in it, with the browser's types and with Node's alone.
import { mkdir, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { fromRoot } from "../../scripts/lib/paths.js";
import { runNode, temporaryFolder } from "../helpers.js";

const TSC = fromRoot("node_modules/typescript/bin/tsc");

const PROGRAM = `
import { AutoSharesError, createClient, type ClientOptions, type components } from "autoshares-cancel";

const options: ClientOptions = { baseUrl: "https://api.autoshares.dev", appKey: "k", token: async () => "t" };
export async function cancelOne(): Promise<components["schemas"]["Order"] | string | undefined> {
  const client = createClient(options);
  try {
    await client.cancelOrder({ accountId: 6303, orderId: 73552 });
    return await client.getOrder({ accountId: 6303, orderId: 73552 });
  } catch (error) {
    if (!(error instanceof AutoSharesError)) throw error;
    return error.status === 409 ? error.body?.message : error.fate;
  }
}
`;

const STRICT = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noPropertyAccessFromIndexSignature: true,
  noImplicitOverride: true,
  verbatimModuleSyntax: true,
  isolatedDeclarations: true,
  declaration: true,
  skipLibCheck: false,
  noEmit: true,
  target: "es2022",
};

const PLATFORMS = [
  { name: "browser", module: "esnext", moduleResolution: "bundler", lib: ["es2022", "dom"], types: [] },
  { name: "node", module: "nodenext", moduleResolution: "nodenext", lib: ["es2022"], types: ["node"] },
];

test("our declarations are clean in a strict project, for browsers and for Node", async () => {
  const folder = await temporaryFolder();
  const own = join(folder, "node_modules/autoshares-cancel");
  await mkdir(join(folder, "node_modules/@types"), { recursive: true });
  for (const name of ["@types/node", "undici-types", "openapi-fetch", "openapi-typescript-helpers"])
    await symlink(fromRoot(`node_modules/${name}`), join(folder, "node_modules", name));
  const emit = ["--declaration", "--emitDeclarationOnly", "--noEmit", "false", "--outDir", join(own, "dist")];
  const config = { extends: fromRoot("tsconfig.json"), include: [fromRoot("src/index.ts")] };
  const root = {
    compilerOptions: { rootDir: fromRoot("src"), typeRoots: [fromRoot("node_modules/@types")] },
  };
  await writeFile(join(folder, "emit.json"), JSON.stringify({ ...config, ...root }));
  expect((await runNode([TSC, "-p", join(folder, "emit.json"), ...emit], folder)).output).toBe("");

  const exports = { ".": { types: "./dist/index.d.ts" } };
  const manifest = { name: "autoshares-cancel", version: "0.0.0", type: "module", exports };
  await writeFile(join(own, "package.json"), JSON.stringify(manifest));
  await writeFile(join(folder, "package.json"), JSON.stringify({ type: "module" }));
  await writeFile(join(folder, "program.ts"), PROGRAM);
  const compile = async ({ name, ...platform }: (typeof PLATFORMS)[number]) => {
    const project = { compilerOptions: { ...STRICT, ...platform }, files: ["program.ts"] };
    await writeFile(join(folder, `${name}.json`), JSON.stringify(project));
    const { output } = await runNode([TSC, "-p", join(folder, `${name}.json`)], folder);
    expect(`${name}: ${output}`).toBe(`${name}: `);
  };
  await Promise.all(PLATFORMS.map(compile));
});
