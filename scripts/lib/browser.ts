// Finds and starts an installed Chromium, quietly.
import { type Browser, chromium } from "playwright-core";
import { firstThere } from "./files.js";

/** Without the sandbox, which needs rights that containers do not give; the pages are our own. Otherwise: quiet. */
const ARGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const PLACES = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/** How to get one, for a person. */
export const CHROMIUM_HINT =
  "install Chromium or Chrome (Debian: apt-get install chromium), or name its program in CHROMIUM";

export async function findChromium(): Promise<string | undefined> {
  const { CHROMIUM } = process.env;
  return firstThere(CHROMIUM ? [CHROMIUM] : PLACES);
}

export function launchChromium(program: string): Promise<Browser> {
  return chromium.launch({ executablePath: program, args: ARGS });
}
