// Owns the journal in a file (Node only): a JSON text a line, on disk before a promise resolves.
import { constants, type FileHandle, open } from "node:fs/promises";
import type { Journal, JournalEntry } from "../cancel-all/journal.js";
import { refuse } from "../client/arguments.js";

/** Readable and writable by its owner only: it tells what is in an account. */
const MODE = 0o600;

/**
 * A journal in a file, which is made when the first entry is written. Entries that are appended at the same time are
 * written together. The last line may be torn by a crash: nothing was sent after it, so it is taken away. If another
 * process writes to the same file, `append` rejects from then on.
 *
 * @param path where the file is, or will be.
 * @throws ArgumentError when there is no path.
 */
export function fileJournal(path: string): Journal {
  if (typeof path !== "string" || path === "")
    refuse('fileJournal: say where the file is, as in fileJournal("cancel.ndjson")');
  return new FileJournal(path);
}

/** An open file and where its last whole line ends. */
interface Opened {
  readonly file: FileHandle;
  end: number;
}

class FileJournal implements Journal {
  readonly name: string;
  #opened: Promise<Opened> | undefined;
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
    const opened = await this.#open(0).catch(unlessMissing);
    if (!opened) return [];
    const { file, end } = opened;
    const lines = (await readUpTo(file, end)).toString("utf8").split("\n");
    // Behind the last line end there is nothing.
    return lines.slice(0, -1).map((line, index) => parsed(line, `${this.name}, line ${index + 1}`));
  }

  async close(): Promise<void> {
    await this.#next?.catch(() => {});
    await this.#written.catch(() => {});
    const opened = this.#opened;
    this.#opened = undefined;
    await (await opened?.catch(() => undefined))?.file.close();
  }

  #write(): Promise<void> {
    const bytes = Buffer.from(this.#waiting.join(""));
    this.#waiting = [];
    this.#next = undefined;
    // After a failure nothing may be added, because a line would be missing before it: `#written` stays rejected.
    this.#written = this.#open(constants.O_CREAT).then((opened) => add(opened, bytes));
    return this.#written;
  }

  /** `create`: what to do if there is no file, as a flag. */
  async #open(create: number): Promise<Opened> {
    const flags = constants.O_RDWR | constants.O_APPEND | create;
    this.#opened ??= open(this.name, flags, MODE).then(withoutTornLine);
    try {
      return await this.#opened;
    } catch (error) {
      this.#opened = undefined;
      throw error;
    }
  }
}

function unlessMissing(error: unknown): undefined {
  if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
}

async function add(opened: Opened, bytes: Buffer): Promise<void> {
  const { file } = opened;
  for (let done = 0; done < bytes.length; ) done += (await file.write(bytes, done)).bytesWritten;
  await file.datasync();
  opened.end += bytes.length;
  const { size } = await file.stat();
  // Two processes would send the same DELETEs. Each sees the other's lines here, before its own DELETE leaves.
  if (size !== opened.end) throw new Error("another process writes to it");
}

/** A crash in the middle of a write leaves a line without an end. */
async function withoutTornLine(file: FileHandle): Promise<Opened> {
  const { size } = await file.stat();
  const end = (await readUpTo(file, size)).lastIndexOf("\n") + 1;
  if (end < size) await file.truncate(end);
  return { file, end };
}

async function readUpTo(file: FileHandle, size: number): Promise<Buffer> {
  const bytes = Buffer.alloc(size);
  for (let done = 0; done < size; ) {
    const { bytesRead } = await file.read(bytes, done, size - done, done);
    if (bytesRead === 0) return bytes.subarray(0, done);
    done += bytesRead;
  }
  return bytes;
}

function parsed(line: string, where: string): JournalEntry {
  try {
    const entry: unknown = JSON.parse(line);
    if (typeof entry === "object" && entry !== null && "kind" in entry) return entry as JournalEntry;
  } catch {
    // Said below.
  }
  return refuse(`The journal cannot be read: ${where} is damaged. Call cancelAll() anew, with another file`);
}
