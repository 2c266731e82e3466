// Owns the journal in a file (Node only): a JSON text a line, on disk before a promise resolves.
import { type FileHandle, open } from "node:fs/promises";
import type { Journal, JournalEntry } from "../cancel-all/journal.js";
import { refuse } from "../client/arguments.js";

export type { Journal, JournalEntry } from "../cancel-all/journal.js";

const NEWLINE = 0x0a;

/** Readable and writable by its owner only: it tells what is in an account. */
const MODE = 0o600;

/**
 * A journal in a file, which is made when the first entry is written. Entries that are appended at the same time are
 * written together. The last line may be torn by a crash: nothing was sent after it, so it is taken away.
 *
 * @param path where the file is, or will be.
 * @throws ArgumentError when there is no path.
 */
export function fileJournal(path: string): Journal {
  if (typeof path !== "string" || path === "")
    refuse('fileJournal: say where the file is, as in fileJournal("cancel.ndjson")');
  return new FileJournal(path);
}

class FileJournal implements Journal {
  readonly name: string;
  #file: Promise<FileHandle> | undefined;
  #waiting: string[] = [];
  #written: Promise<void> = Promise.resolve();
  #next: Promise<void> | undefined;

  constructor(path: string) {
    this.name = path;
  }

  append(entries: readonly JournalEntry[]): Promise<void> {
    this.#waiting.push(...entries.map((entry) => `${JSON.stringify(entry)}\n`));
    // All that comes while one write is under way goes into the next one: an fsync costs milliseconds.
    this.#next ??= this.#written.then(() => this.#write());
    return this.#next;
  }

  async entries(): Promise<readonly JournalEntry[]> {
    await this.#next;
    const file = await this.#opened();
    const { size } = await file.stat();
    const bytes = Buffer.alloc(size);
    await file.read(bytes, 0, size, 0);
    const lines = bytes.toString("utf8").split("\n");
    // Behind the last line end there is nothing.
    return lines.slice(0, -1).map((line, index) => parsed(line, `${this.name}, line ${index + 1}`));
  }

  #write(): Promise<void> {
    const text = this.#waiting.join("");
    this.#waiting = [];
    this.#next = undefined;
    const written = this.#opened().then(async (file) => {
      await file.appendFile(text);
      await file.datasync();
    });
    // After one failure nothing may be added: a line would be missing before it.
    this.#written = written;
    written.catch(() => {});
    return written;
  }

  #opened(): Promise<FileHandle> {
    this.#file ??= opened(this.name);
    return this.#file;
  }
}

async function opened(path: string): Promise<FileHandle> {
  const file = await open(path, "a+", MODE);
  await cutTornLine(file);
  return file;
}

/** A crash in the middle of a write leaves a line without an end. */
async function cutTornLine(file: FileHandle): Promise<void> {
  const { size } = await file.stat();
  const bytes = Buffer.alloc(size);
  await file.read(bytes, 0, size, 0);
  const end = bytes.lastIndexOf(NEWLINE) + 1;
  if (end < size) await file.truncate(end);
}

function parsed(line: string, where: string): JournalEntry {
  try {
    const entry: unknown = JSON.parse(line);
    if (typeof entry === "object" && entry !== null && "kind" in entry) return entry as JournalEntry;
  } catch {
    // Said below.
  }
  return refuse(`The journal cannot be read: ${where} is damaged. Call cancelAll() anew, without this file`);
}
