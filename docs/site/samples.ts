// Owns what stands under each sample of the reference: "Run" where it is TypeScript, else what it needs to be run.

/** A sample, as the build lists them in the page. */
export interface ListedSample {
  /** Undefined: it cannot be run in the page. */
  readonly program?: string;
  readonly source: string;
}

/** Beside the page; loaded when somebody runs a sample, and not before. */
const RUNNER = "./run.js";
const FOOT = "run-sample";

type Runner = typeof import("./run.js");

const plain = (text: string) => text.replaceAll(/\s/g, "");

const listed = (): ListedSample[] => JSON.parse(document.getElementById("samples")?.textContent ?? "[]");
const samples = new Map(listed().map((sample) => [plain(sample.source), sample]));

/** Redoc makes a sample anew when another language is chosen. */
export function completeSamples(): void {
  for (const panel of document.querySelectorAll(".panel-request-samples")) {
    const shown = panel.querySelector("[data-testid=source-code]")?.textContent ?? "";
    const sample = samples.get(plain(shown));
    const foot = panel.querySelector<HTMLElement>(`.${FOOT}`);
    if (foot?.dataset.source === sample?.source) continue;
    foot?.remove();
    if (sample) panel.append(footOf(sample));
  }
}

function footOf(sample: ListedSample): HTMLElement {
  const foot = element("div", FOOT, ...(sample.program ? runControls(sample.program) : [needs()]));
  foot.dataset.source = sample.source;
  return foot;
}

function needs(): HTMLElement {
  const command = element("code", "", "npx autoshares-cancel sandbox");
  return element("p", "", "It needs the sandbox on your machine: ", command);
}

function runControls(program: string): HTMLElement[] {
  const button = element("button", "", "Run");
  const output = element("pre", "run-output");
  output.setAttribute("role", "status");
  output.setAttribute("aria-label", "Output");
  button.setAttribute("type", "button");
  button.addEventListener("click", () => void run(program, output));
  const says = element("span", "", "Simulated: it runs in this page, and nothing is sent.");
  return [element("p", "", button, " ", says), output];
}

async function run(program: string, output: HTMLElement): Promise<void> {
  output.textContent = "…\n";
  try {
    const runner: Runner = await import(RUNNER);
    let text = "";
    await runner.run(program, (line) => {
      text += `${line}\n`;
      output.textContent = text;
    });
  } catch (error) {
    output.textContent = `It did not run: ${error instanceof Error ? error.message : error}\n`;
  }
}

function element(tag: string, name: string, ...children: (Node | string)[]): HTMLElement {
  const made = document.createElement(tag);
  if (name) made.className = name;
  made.append(...children);
  return made;
}
