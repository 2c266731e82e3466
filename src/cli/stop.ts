// What every command shares with the person who runs it: one clear line on failure.

/** A failure that the user can mend: shown as its message alone, without a stack. */
export class Stop extends Error {}

/** Runs a command. A {@link Stop} becomes its own text on stderr and exit status 1. */
export async function run(command: () => Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}

/** For what reports its failures as plain errors with one clear line. */
export function stopWith(error: unknown): never {
  throw new Stop((error as Error).message, { cause: error });
}
