// Writes sets of files until it is killed, and prints a line for each: `set FOLDER LETTER` or `folder FOLDER LETTER`.
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { replaceFolder, writeAside } from "../../scripts/lib/files.js";

const [how, folder = "", letter = ""] = process.argv.slice(2);
const NAMES = Array.from({ length: 30 }, (_, index) =>
  index % 3 === 0 ? `deep/${index}.txt` : `${index}.txt`,
);

while (true) {
  if (how === "set") await writeAside(folder, new Map(NAMES.map((name) => [name, letter])));
  else await replaceFolder(folder, fill);
  console.log("written");
}

async function fill(aside: string): Promise<void> {
  await mkdir(join(aside, "deep"), { recursive: true });
  for (const name of NAMES) await writeFile(join(aside, name), letter);
}
