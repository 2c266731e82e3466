// Owns the simulated API: the sandbox in this page, its time and its faults, and the controls for both.
import {
  createSandbox,
  FAULTS,
  type FaultName,
  type OrderTruth,
  PROFILES,
  type ProfileName,
  SITUATIONS,
} from "autoshares-cancel/sandbox/web";
import { createPageClock } from "./clock.js";
import { button, byId, make, option, setText } from "./dom.js";

interface FaultControl {
  label: string;
  operations: readonly string[];
  usual: string;
  faults: readonly FaultName[];
}

const FAILS: readonly FaultName[] = ["503", "401", "403", "429", "html", "lost-before", "never"];

/** What can be switched on, and for which requests. */
const CONTROLS: Readonly<Record<string, FaultControl>> = {
  cancels: {
    label: "Cancels",
    operations: ["cancelOrder", "cancelSyncOrder"],
    usual: "work",
    faults: Object.keys(FAULTS) as FaultName[],
  },
  reads: {
    label: "Reads",
    operations: ["getOrder", "getSyncOrder", "listOrders", "listSyncOrders"],
    usual: "work",
    faults: FAILS,
  },
  signIn: { label: "Sign-in", operations: ["createToken"], usual: "works", faults: FAILS },
};

const LAGS: Readonly<Record<string, string>> = {
  "0": "are up to date",
  "1000": "show orders as they were 1 s ago",
  "1900": "show orders as they were 1.9 s ago",
  "5000": "show orders as they were 5 s ago, longer than cancel() allows for",
};

/** Until it is switched off. */
const ALWAYS = 1e6;

const TIMES = new Intl.DateTimeFormat("en-GB", { timeStyle: "medium", timeZone: "UTC" });

const changes = new Set<() => void>();

/** Is told when something has happened in the simulation, or its time was changed. */
export function onSimulated(listener: () => void): void {
  changes.add(listener);
}

const tell = () => {
  for (const listener of changes) listener();
};

export const clock = createPageClock(tell);
const sandbox = createSandbox({ clock });

export const { appKey, user, password, fetch } = sandbox;

/** An order as it truly is, whatever the client knows of it. */
export const truthOf = (id: number): OrderTruth | undefined => sandbox.order(id);

/** What each order plays, by its number. */
export const situations = new Map(SITUATIONS.map(({ id, name, happens }) => [id, { name, happens }]));

/** Everything as at the start, faults off, time apart. */
export function resetSimulation(): void {
  sandbox.reset();
  for (const select of byId("faults", HTMLFormElement).querySelectorAll("select")) select.selectedIndex = 0;
  applyFaults();
}

function applyFaults(): void {
  const chosen = new FormData(byId("faults", HTMLFormElement));
  const value = (name: string) => String(chosen.get(name) ?? "");
  sandbox.clearScript();
  for (const [name, { operations, faults }] of Object.entries(CONTROLS)) {
    const fault = faults.find((one) => one === value(name));
    if (fault)
      sandbox.script(operations.map((operation) => ({ match: { operation }, fault, times: ALWAYS })));
  }
  // Whoever is signed in would not notice.
  if (value("signIn") !== "") sandbox.endTokens();
  sandbox.setTiming({ readLagMs: Number(value("lag")) });
  sandbox.setSwitches(PROFILES[value("profile") as ProfileName].switches);
  showFaults();
}

function showFaults(): void {
  const on = [...byId("faults", HTMLFormElement).querySelectorAll("select")].filter(
    ({ selectedIndex }) => selectedIndex > 0,
  );
  setText(byId("faults-on", HTMLElement), on.length === 0 ? "none" : `${on.length} on`);
}

function choice(name: string, label: string, options: HTMLOptionElement[]): HTMLElement {
  const id = `fault-${name}`;
  return make(
    "div",
    { class: "field" },
    make("label", { for: id }, label),
    make("select", { id, name }, ...options),
  );
}

function faultChoices(): HTMLElement[] {
  const ofFaults = Object.entries(CONTROLS).map(([name, { label, usual, faults }]) => {
    const options = faults.map((fault) => option(fault, `${fault}: ${FAULTS[fault].says}`));
    return choice(name, label, [option("", usual), ...options]);
  });
  const lags = Object.entries(LAGS).map(([ms, text]) => option(ms, text));
  const profiles = Object.entries(PROFILES).map(([name, { says }]) => option(name, `${name}: ${says}`));
  return [
    ...ofFaults,
    choice("lag", "Reads from a copy", lags),
    choice("profile", "Contradictions in the documentation", profiles),
  ];
}

function showTime(): void {
  const time = clock.now();
  setText(byId("time", HTMLElement), `${TIMES.format(time)}.${Math.floor((time % 1000) / 100)}`);
  const toggle = byId("stop-time", HTMLButtonElement);
  setText(toggle, clock.isStopped() ? "Let time run" : "Stop time");
  byId("simulation", HTMLElement).classList.toggle("stopped", clock.isStopped());
}

/** Shows the controls of time and faults. */
export function startSimulation(): void {
  const steps = [
    ["+0.1 s", 100],
    ["+1 s", 1_000],
    ["+10 s", 10_000],
  ] as const;
  byId("stop-time", HTMLButtonElement).addEventListener("click", () =>
    clock.isStopped() ? clock.run() : clock.stop(),
  );
  byId("steps", HTMLElement).append(
    ...steps.map(([text, ms]) =>
      button([text], { "aria-label": `Step ${text.slice(1)}` }, () => void clock.step(ms)),
    ),
    button(["Next event"], {}, () => void clock.stepToNext()),
  );
  const faults = byId("faults", HTMLFormElement);
  faults.append(...faultChoices());
  faults.addEventListener("change", applyFaults);
  onSimulated(showTime);
  // The clock tells of what happens; in between time goes on as well.
  setInterval(() => clock.isStopped() || tell(), 100);
  showTime();
}
