// Owns what is refused before anybody asks which operation is meant, whatever carries the request.
import type { HttpRequest, HttpResponse } from "./http.js";
import { messageResponse } from "./undocumented.js";

/** Why a request cannot be read; undefined if it can. */
export function malformedRequest({ headers, body }: HttpRequest): HttpResponse | undefined {
  const { accept, "content-type": type } = headers;
  if (typeof accept === "string" && !isAcceptable(accept))
    return messageResponse(
      406,
      `Accept: ${accept.slice(0, 100)} is not a list of media types. The answers are application/json.`,
    );
  if (body !== "" && isJson(type) && !parses(body)) return MALFORMED;
  return undefined;
}

/** A list of media types, such as those every browser sends; `foo` is none. */
function isAcceptable(accept: string): boolean {
  if (accept === "*/*" || accept === "application/json") return true;
  return accept.split(",").every((one) => /^\s*[\w!#$&^.+*-]+\/[\w!#$&^.+*-]+\s*(;.*)?$/.test(one));
}

export function isJson(type: string | string[] | undefined): boolean {
  return typeof type === "string" && /^application\/(.+\+)?json\b/i.test(type);
}

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

const MALFORMED = messageResponse(
  400,
  "The body is not JSON, though Content-Type says so. The API's operations take no body.",
);
