// Owns a journal in memory that survives the process that wrote it, and may end that process at any entry.
import type { Journal, JournalEntry } from "../../../src/index.js";

export class MemoryJournal implements Journal {
  readonly name = "in memory";
  readonly kept: JournalEntry[] = [];
  /** Ends the process before or behind this entry; undefined: never. */
  crashAt: number | undefined;
  onCrash: () => void = () => {};
  /** Entries that a full disk refuses from here on. */
  fullAt: number | undefined;
  wasFull = false;

  async append(entries: readonly JournalEntry[]): Promise<void> {
    for (const entry of entries) {
      if (this.fullAt !== undefined && this.kept.length >= this.fullAt) this.#refuse();
      // As it would come back from a file.
      this.kept.push(JSON.parse(JSON.stringify(entry)));
      if (this.kept.length !== this.crashAt) continue;
      this.onCrash();
      return new Promise(() => {});
    }
  }

  #refuse(): never {
    this.wasFull = true;
    throw new Error("ENOSPC: no space left on device");
  }

  async entries(): Promise<readonly JournalEntry[]> {
    return [...this.kept];
  }
}
