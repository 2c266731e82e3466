// What the server answers to a DELETE, one cell each, out of the matrix that the client is tested with.
import { BODIES } from "../../../test/client/matrix.js";
import { type Answer, json, NEVER, NO_CONTENT, sized } from "../../../test/client/server.js";

export interface Cell {
  name: string;
  answer: Answer;
  /** What a truthful program makes of it. */
  truth: "failure" | "success";
}

const STATUSES = [409, 401, 500, 429, 503];
const SHAPES = ["empty", "empty, in chunks", "`{message}`", "half a JSON, said to be all", "HTML"];
const LOST = ["reset before the head", "reset in the head"];

function answerOf(name: string, status: number): Answer {
  const body = BODIES.find((found) => found.name === name);
  if (!body) throw new Error(`The matrix has no body "${name}" any more.`);
  return body.answer(status);
}

const failure = (name: string, answer: Answer): Cell => ({ name, answer, truth: "failure" });
const success = (name: string, answer: Answer): Cell => ({ name, answer, truth: "success" });

export const CELLS: readonly Cell[] = [
  ...STATUSES.flatMap((status) =>
    SHAPES.map((shape) => failure(`${status} ${shape}`, answerOf(shape, status))),
  ),
  ...LOST.map((name) => failure(name, answerOf(name, 204))),
  failure("no answer", NEVER),
  success("204", NO_CONTENT),
  success("200 with an object", json(200, {})),
  success("200 empty", sized(200, "", {})),
];
