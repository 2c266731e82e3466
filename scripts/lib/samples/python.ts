// A request as a Python program that needs nothing but Python. Pure.
import { comment } from "./comment.js";
import type { Sample, SignIn, Success } from "./sample.js";

export function pythonSample(sample: Sample): string {
  const { signIn, success } = sample;
  let printed = `status, ${literal(success.says)}`;
  if (success.hasBody) printed = "json.dumps(json.loads(body), indent=2)";
  return `${head(sample)}
${tokenLines(signIn)}${exchange(sample)}${comment("#", success.besides)}print(${printed})
`;
}

function tokenLines(signIn: SignIn | undefined): string {
  if (!signIn) return "";
  return `${exchange(signIn)}token = json.loads(body)[${literal(signIn.token)}]\n\n`;
}

/** urllib raises for every status that is no success, and the body of an error may be empty. */
function head({ server, body }: Sample): string {
  let [parameter, argument] = ["", ""];
  if (body !== undefined) [parameter, argument] = [", data=None", ", data=data"];
  return `import json
from urllib.error import HTTPError
from urllib.request import Request, urlopen

SERVER = ${literal(server)}


def send(method, path, headers${parameter}):
    request = Request(SERVER + path, method=method, headers=headers${argument})
    try:
        with urlopen(request, timeout=30) as answer:
            return answer.status, answer.read()
    except HTTPError as error:
        return error.code, error.read()  # the body may be empty

`;
}

/** Sends, and ends the program unless the status says that it was a success. */
function exchange({ method, path, headers, body, signIn, success }: Sample): string {
  const given = Object.entries(headers).map(([name, value]) => [name, literal(value)]);
  if (signIn) given.push(["Authorization", 'f"Bearer {token}"']);
  if (body !== undefined) given.push(["Content-Type", literal("application/json")]);
  const lines = given.map(([name, value]) => `    ${literal(name)}: ${value},\n`);
  let data = "";
  if (body !== undefined) data = `, json.dumps(${literal(body)}).encode()`;
  return `headers = {
${lines.join("")}}
status, body = send(${literal(method)}, ${literal(path)}, headers${data})
if ${isRefused(success)}:
    raise SystemExit(f"{status} {body.decode() or '(no body)'}")
`;
}

function isRefused({ status, anyOther }: Success): string {
  if (anyOther) return "not 200 <= status < 300";
  return `status != ${status}`;
}

/** JSON is Python, but for the three words. */
function literal(value: unknown): string {
  if (value === null || value === undefined) return "None";
  if (value === true) return "True";
  if (value === false) return "False";
  if (Array.isArray(value)) return `[${value.map(literal).join(", ")}]`;
  if (typeof value !== "object") return JSON.stringify(value);
  return `{${Object.entries(value)
    .map(([name, one]) => `${literal(name)}: ${literal(one)}`)
    .join(", ")}}`;
}
