// Exports only: the entry `autoshares-cancel/journal`, a journal in a file (Node only).
export type { Journal, JournalEntry } from "../cancel-all/journal.js";
export { fileJournal } from "./file-journal.js";
