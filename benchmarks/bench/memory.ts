// Resident memory of a process, as ps tells it.
import { spawn } from "node:child_process";
import { once } from "node:events";

export async function residentMegabytes(pid: number): Promise<number> {
  const ps = spawn("ps", ["-o", "rss=", "-p", String(pid)]);
  let text = "";
  ps.stdout.setEncoding("utf8").on("data", (more) => (text += more));
  await once(ps, "close");
  return Number(text) / 1024;
}
