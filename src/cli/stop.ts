// Owns how a command fails: one clear line for the person who runs it, and an exit status.
import { EXIT } from "./exit.js";

/** A failure that the user can mend: shown as its message alone, without a stack. */
export class Stop extends Error {
  /** Exit status of the process. */
  readonly status: number = 1;
}

/** The command was called in a way that it does not have. */
export class UsageStop extends Stop {
  override readonly status = EXIT.usage;
}

/** It could not run: no network, a journal that cannot be written. */
export class CannotRunStop extends Stop {
  override readonly status = EXIT.cannotRun;
}

/** Runs a command. A {@link Stop} becomes its own text on stderr and its exit status. */
export async function run(command: () => Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = error.status;
  }
}

/** For what reports its failures as plain errors with one clear line. */
export function stopWith(error: unknown): never {
  throw new Stop((error as Error).message, { cause: error });
}
