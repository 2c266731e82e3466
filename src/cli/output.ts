// Owns where a command prints: results on standard output, notes for a person on standard error.
export interface Output {
  /** A result. */
  line(text: string): void;
  /** A result for a program: one object a line. */
  json(value: unknown): void;
  /** What a person may want to know meanwhile. */
  note(text: string): void;
  /** Where progress is shown. */
  readonly screen: Screen;
  /** The exit status of the process, once nothing is left to do. */
  exit(status: number): void;
}

export interface Screen {
  write(text: string): void;
  /** Whether a line can be written over. */
  readonly isTTY: boolean;
  readonly columns: number;
}

export const systemOutput: Output = {
  line: (text) => void process.stdout.write(`${printable(text)}\n`),
  json: (value) => void process.stdout.write(`${JSON.stringify(value)}\n`),
  note: (text) => void process.stderr.write(`${printable(text)}\n`),
  screen: {
    write: (text) => void process.stderr.write(text),
    get isTTY() {
      return process.stderr.isTTY === true;
    },
    get columns() {
      return process.stderr.columns ?? 80;
    },
  },
  exit(status) {
    process.exitCode = status;
  },
};

/** A server's words must not move the cursor or forge a line. */
export function printable(text: string): string {
  return text.replaceAll(/[^\P{Cc}\n]/gu, "�");
}
