// Makes the JavaScript of a project file by file, as `npm run build` does, but without looking at types: the page is
// there in no time, whatever is being edited.
import { readFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import ts from "typescript";
import { fromRoot } from "./paths.js";

/** Path, relative to the project's `rootDir`, to content, of its files and all that they import. */
export async function transpiled(project: string): Promise<Map<string, string>> {
  const { options, fileNames } = parsed(fromRoot(project));
  const modules = new Map<string, string>();
  const waiting = [...fileNames];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    const name = relative(options.rootDir ?? "", file)
      .replaceAll("\\", "/")
      .replace(/\.ts$/, ".js");
    if (modules.has(name)) continue;
    const text = await readFile(file, "utf8");
    const { importedFiles } = ts.preProcessFile(text);
    for (const { fileName } of importedFiles)
      if (fileName.startsWith(".")) waiting.push(join(dirname(file), fileName.replace(/\.js$/, ".ts")));
    modules.set(name, ts.transpileModule(text, { fileName: file, compilerOptions: options }).outputText);
  }
  return modules;
}

function parsed(path: string): ts.ParsedCommandLine {
  const { config } = ts.readConfigFile(path, ts.sys.readFile);
  const { options, ...more } = ts.parseJsonConfigFileContent(config, ts.sys, dirname(path));
  // Alone, a file does not know what its package.json says of it.
  return { ...more, options: { ...options, module: ts.ModuleKind.ESNext } };
}
