// What the server answers to a DELETE, one cell each, out of the matrix that the client is tested with.
import { BODIES } from "../../test/client/matrix.js";
import { type Answer, json, NEVER, NO_CONTENT, sized } from "../../test/client/server.js";

export interface Cell {
  name: string;
  answer: Answer;
  /** What the DELETE did: taken by the API, refused without effect, or nobody knows. */
  effect: "taken" | "refused" | "unknown";
}

const STATUSES = [409, 401, 500, 429, 503];
const SHAPES = ["empty", "empty, in chunks", "`{message}`", "half a JSON, said to be all", "HTML"];
const LOST = ["reset before the head", "reset in the head"];

function answerOf(name: string, status: number): Answer {
  const body = BODIES.find((found) => found.name === name);
  if (!body) throw new Error(`The matrix has no body "${name}" any more.`);
  return body.answer(status);
}

const cell = (name: string, answer: Answer, effect: Cell["effect"]): Cell => ({ name, answer, effect });

export const CELLS: readonly Cell[] = [
  ...STATUSES.flatMap((status) =>
    SHAPES.map((shape) =>
      cell(`${status} ${shape}`, answerOf(shape, status), status < 500 ? "refused" : "unknown"),
    ),
  ),
  ...LOST.map((name) => cell(name, answerOf(name, 204), "unknown")),
  cell("no answer", NEVER, "unknown"),
  cell("204", NO_CONTENT, "taken"),
  cell("200 with an object", json(200, {}), "taken"),
  cell("200 empty", sized(200, "", {}), "taken"),
];
