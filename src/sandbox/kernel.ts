// Owns how the parts of a sandbox are put together, whatever serves it: state, handler, control, fetch.
import { type MovableClock, manualClock, realClock } from "./clock.js";
import { type Control, createControl } from "./control.js";
import { check, defined } from "./control-check.js";
import { DEFAULTS } from "./defaults.js";
import type { DocumentedAnswers } from "./documented.js";
import { createFetch } from "./fetch.js";
import { createHandler, type Handler } from "./handler.js";
import { checkAnswers } from "./operations.js";
import { type ProfileName, type Switches, switchesOf } from "./profiles.js";
import { randomFrom } from "./random.js";
import { createRequestLog } from "./request-log.js";
import type { Spec } from "./spec.js";
import { newState, type Settings } from "./state.js";
import { changeTiming, TIMING, type Timing, type TimingGiven } from "./timing.js";

export interface KernelOptions extends TimingGiven {
  appKey?: string;
  user?: string;
  password?: string;
  /** Sides of the contradictions to play, by name. */
  profile?: ProfileName;
  /** Sides to play, one by one. */
  switches?: Partial<Switches>;
  /** `manual` moves by `advance` alone. */
  clock?: "real" | "manual" | MovableClock;
  /** The same seed and the same requests give the same answers. */
  seed?: number;
  /** `false` lets every request in, however many. */
  limits?: boolean;
  /** Whether tokens are numbered; else nobody can guess them. */
  guessableTokens?: boolean;
  /** How many requests are remembered for `requests()`. */
  remember?: number;
  /** Is given a line per request. */
  log?: (line: string) => void;
}

export interface Kernel {
  handle: Handler;
  control: Control;
  clock: MovableClock;
  /** What a user of the sandbox signs in with, and `fetch` without a socket. */
  access: { appKey: string; user: string; password: string; fetch: typeof globalThis.fetch };
}

/** @param delivered resolves when answers that have left could reach those who wait for them */
export function createKernel(
  spec: Spec,
  answers: DocumentedAnswers,
  options: KernelOptions,
  delivered: () => Promise<void>,
): Kernel {
  checkAnswers(answers);
  const clock = clockOf(options);
  const settings = settingsOf(options, spec);
  const state = newState(settings, clock.now());
  const requests = createRequestLog(options.remember ?? 10_000);
  const chance = randomFrom(options.seed ?? DEFAULTS.seed);
  const documented = new Map([...answers].map(([id, byKey]) => [id, [...byKey.keys()]]));
  const log = options.log && quietly(options.log);
  const handle = createHandler({ spec, answers, state, clock, chance, requests, log });
  const { appKey, user, password } = { ...DEFAULTS, ...options };
  return {
    handle,
    control: createControl({ state, clock, requests, documented, delivered }),
    clock,
    access: { appKey, user, password, fetch: createFetch(handle) },
  };
}

function clockOf({ clock = "real" }: KernelOptions): MovableClock {
  if (clock === "manual") return manualClock();
  return clock === "real" ? realClock() : clock;
}

function settingsOf(options: KernelOptions, spec: Spec): Settings {
  const { appKey, user, password } = { ...DEFAULTS, ...options };
  return {
    appKey,
    users: [
      { name: user, password, secondFactor: false },
      { name: `${user}2fa`, password, secondFactor: true },
    ],
    code: exampleOf(spec, "VerificationCode"),
    pin: exampleOf(spec, "PinCode"),
    guessableTokens: options.guessableTokens ?? true,
    switches: switchesOf(options.profile, options.switches),
    limits: options.limits === false ? {} : spec.limits,
    timing: timingOf(options),
  };
}

/** The second factor that the sandbox accepts is the one that the spec shows. */
function exampleOf(spec: Spec, parameter: string): string {
  const parameters = spec.operations.flatMap((operation) => operation.parameters);
  return String(parameters.find(({ name }) => name === parameter)?.example ?? "");
}

function timingOf({ latency, venueMs, venueReadMs, readLagMs }: KernelOptions): Timing {
  const given = defined({ latency, venueMs, venueReadMs, readLagMs });
  check("TimingChange", given, "options");
  return changeTiming(TIMING, given);
}

/** A log that fails must not change an answer. */
function quietly(log: (line: string) => void): (line: string) => void {
  return (line) => {
    try {
      log(line);
    } catch {
      // Whoever wrote it sees that lines are missing.
    }
  };
}
