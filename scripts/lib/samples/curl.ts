// A request as commands for bash, zsh and any other POSIX shell. Without comments: a zsh that they are pasted
// into would run them. Pure.
import type { Sample, SignIn } from "./sample.js";

export function curlSample(sample: Sample): string {
  const { signIn } = sample;
  const lines = command("curl -i", sample, signIn && "Authorization: Bearer $TOKEN");
  return `${signIn ? `${tokenLines(signIn)}\n\n` : ""}${lines}\n`;
}

/** Without another program than those that every system has, so no JSON parser. */
function tokenLines(signIn: SignIn): string {
  const pattern = `.*"${signIn.token}" *: *"\\([^"]*\\)".*`;
  return `TOKEN=$(${command("curl -sS", signIn)} |\n  sed -n 's/${pattern}/\\1/p')`;
}

function command(curl: string, { method, server, path, headers, body }: Sample, bearer?: string): string {
  const given = Object.entries(headers).map(([name, value]) => quoted(`${name}: ${value}`));
  if (bearer) given.push(`"${bearer}"`);
  if (body !== undefined) given.push('"Content-Type: application/json"');
  // As the vendor's samples do: some servers answer 411 to a POST that does not say how long it is.
  else if (method === "POST") given.push('"Content-Length: 0"');
  const data = body === undefined ? [] : [`-d ${quoted(JSON.stringify(body))}`];
  const parts = [...given.map((header) => `-H ${header}`), ...data];
  return [`${curl} -X ${method}`, quoted(server + path), ...parts].join(" \\\n  ");
}

function quoted(text: string): string {
  return `"${text.replaceAll(/["$\\`]/g, "\\$&")}"`;
}
