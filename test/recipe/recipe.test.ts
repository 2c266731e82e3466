// "I changed the spec": a copy of the repository gets operations that are none of ours, and everything passes without
// another line touched. Takes as long as `npm test`, so CI alone runs it: `npx vitest run --project recipe`.
import { execFileSync, spawn } from "node:child_process";
import { chmod, cp, mkdir, readFile, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { fromRoot, ROOT } from "../../scripts/lib/paths.js";
import { npmCommand, runCommand } from "../../scripts/lib/process.js";
import { temporaryFolder } from "../helpers.js";

const SPEC = "openapi/openapi.yaml";

/** A string for an id, a required query argument, a status that no other operation has, no limit. */
const WIDGETS = `
  /v{version}/accounts/{accountId}/widgets/{widgetId}:
    parameters:
      - $ref: "#/components/parameters/Version"
      - $ref: "#/components/parameters/AccountId"
      - name: widgetId
        in: path
        required: true
        description: Id of the widget.
        schema: { type: string }
    delete:
      operationId: removeWidget
      tags: [Widgets]
      summary: Remove a widget
      description: Removes it for good.
      x-rate-limit: not documented
      parameters:
        - name: reason
          in: query
          required: true
          description: Why it is removed.
          schema: { type: string, minLength: 3 }
      responses:
        "204": { description: "**Removed.**" }
        "401": { $ref: "#/components/responses/Unauthorized" }
        "403": { $ref: "#/components/responses/Forbidden" }
        "410": { $ref: "#/components/responses/WidgetGone" }
        "422": { $ref: "#/components/responses/ValidationFailed" }
        "429": { $ref: "#/components/responses/TooManyRequests" }
        "500": { $ref: "#/components/responses/ServerError" }
    put:
      operationId: replaceWidget
      tags: [Widgets]
      summary: Replace a widget
      description: Puts another in its place.
      x-rate-limit: orders
      requestBody:
        required: true
        description: The widget.
        content:
          application/json:
            schema: { type: object, properties: { Name: { type: string, description: Its name. } } }
            examples:
              widget: { value: { Name: knob } }
      responses:
        "200":
          description: The widget as it is now.
          content:
            application/json:
              schema: { type: object, properties: { Name: { type: string, description: Its name. } } }
              examples:
                widget-replaced: { value: { Name: knob } }
        "401": { $ref: "#/components/responses/Unauthorized" }
        "403": { $ref: "#/components/responses/Forbidden" }
        "422": { $ref: "#/components/responses/ValidationFailed" }
        "429": { $ref: "#/components/responses/TooManyRequests" }
        "500": { $ref: "#/components/responses/ServerError" }
`;

const WIDGET_GONE = `
    WidgetGone:
      description: The widget was there once. **May come with an empty body.**
      content:
        application/json:
          schema: { $ref: "#/components/schemas/MessageError" }
          examples:
            widget-gone: { value: { message: The widget is gone } }
`;

const withWidgets = (text: string) =>
  text
    .replace("\npaths:\n", "  - name: Widgets\n    description: Things that are none of ours.\n\npaths:\n")
    .replace("\n  /token:\n", `${WIDGETS}\n  /token:\n`)
    .replace("\n  responses:\n", `\n  responses:${WIDGET_GONE}`);

/** What git would commit, and what is installed. */
async function copyOfRepository(): Promise<string> {
  const folder = await temporaryFolder();
  // Some tests run a command as another user, who has to be able to read it.
  await chmod(folder, 0o755);
  const files = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", "-z"], {
    cwd: ROOT,
  });
  for (const file of files.toString().split("\0").filter(Boolean)) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await cp(fromRoot(file), join(folder, file));
  }
  await symlink(fromRoot("node_modules"), join(folder, "node_modules"), "junction");
  return folder;
}

/** Starts a script of the copy and resolves with what it printed once that holds what is waited for; ended then. */
function printed(folder: string, script: string, waitFor: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    const command = ["scripts/run.js", script, "--port", "0"];
    const child = spawn(process.execPath, command, { cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    const read = (text: string) => {
      output += text;
      if (waitFor.test(output)) child.kill("SIGINT");
    };
    child.stdout.setEncoding("utf8").on("data", read);
    child.stderr.setEncoding("utf8").on("data", read);
    child.once("error", reject);
    child.once("close", () => resolve(output));
  });
}

test("npm run sandbox makes anew what is stale, and refuses a broken spec with file and line", async () => {
  const folder = await copyOfRepository();
  const text = await readFile(join(folder, SPEC), "utf8");
  await writeFile(join(folder, SPEC), withWidgets(text));
  expect(await printed(folder, "sandbox", /Ctrl-C ends/)).toMatch(
    /regenerated src\/generated\/fixtures\.ts, /,
  );
  await writeFile(join(folder, SPEC), text.replace("responses/Forbidden", "responses/Forbiden"));
  expect(await printed(folder, "sandbox", /Ctrl-C ends/)).toMatch(
    /^openapi\/openapi\.yaml:\d+:\d+ Can't resolve \$ref `#\/components\/responses\/Forbiden`[\s\S]*nothing was written or started\.\n$/,
  );
});

test("operations that are none of ours pass types, lint and all tests, and no line but the spec's is touched", async () => {
  const folder = await copyOfRepository();
  const npm = (...args: string[]) =>
    runCommand(...npmCommand(["run", "--silent", ...args]), {
      cwd: folder,
      env: { ...process.env, CI: "", NO_COLOR: "1" },
    });
  await writeFile(join(folder, SPEC), withWidgets(await readFile(join(folder, SPEC), "utf8")));

  expect(await npm("generate")).toMatchObject({ code: 0 });
  const { code, stdout, stderr } = await npm("test");
  expect(code === 0 ? "" : `${stdout}${stderr}`.replaceAll(/.*✓.*\n/g, "")).toBe("");
  expect(`${stdout}${stderr}`).toMatch(/Tests\W.*\d+ passed/);

  const journeys = await npm("journeys");
  expect(journeys.stdout).toContain("No journey passes through removeWidget, replaceWidget: add one to ");
  expect(journeys.code).toBe(0);
});
