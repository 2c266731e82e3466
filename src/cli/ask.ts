// Owns the question that a person answers at a terminal before anything is canceled.
import { createInterface } from "node:readline";

/** Asks a person; undefined: there is nobody to ask. */
export type Ask = (question: string) => Promise<string | undefined>;

export const askOnTerminal: Ask = async (question) =>
  process.stdin.isTTY ? answerOn(process.stdin, process.stderr, question) : undefined;

/** The line that is typed. Ctrl-C and Ctrl-D are an empty one. */
export function answerOn(
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
  question: string,
): Promise<string> {
  const terminal = createInterface({ input, output });
  return new Promise((resolve) => {
    let answer: string | undefined;
    terminal.once("close", () => {
      if (answer === undefined) output.write("\n");
      resolve(answer ?? "");
    });
    terminal.question(question, (typed) => {
      answer = typed;
      terminal.close();
    });
  });
}
