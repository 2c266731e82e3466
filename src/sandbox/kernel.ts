// Owns the assembly of a sandbox out of its parts, with or without a server: state, handler, control, fetch.
import { type MovableClock, manualClock, realClock } from "./clock.js";
import { type Control, createControl } from "./control.js";
import { check } from "./control-check.js";
import { DEFAULTS } from "./defaults.js";
import { defined } from "./defined.js";
import type { DocumentedResponses } from "./documented-responses.js";
import { createFetch } from "./fetch.js";
import { createHandler, type Handler } from "./handler.js";
import { checkResponses } from "./operations.js";
import { type ProfileName, type Switches, switchesOf } from "./profiles.js";
import { randomFrom } from "./random.js";
import { createRequestLog } from "./request-log.js";
import type { Spec } from "./spec.js";
import { newState, type Settings } from "./state.js";
import { changeTiming, TIMING, type Timing, type TimingChange } from "./timing.js";

export interface KernelOptions extends TimingChange {
  appKey?: string;
  user?: string;
  password?: string;
  /** Named set of switches. */
  profile?: ProfileName;
  /** Single switches, on top of the profile. */
  switches?: Partial<Switches>;
  /** With `manual`, time passes only by `advance()`. */
  clock?: "real" | "manual" | MovableClock;
  /** The same seed and the same requests give the same answers. */
  seed?: number;
  /** `false` turns the rate limits off. */
  limits?: boolean;
  /** Whether tokens are only numbered; otherwise they cannot be guessed. */
  guessableTokens?: boolean;
  /** Number of requests that `requests()` keeps. */
  remember?: number;
  /** Called with one line per request. */
  log?: (line: string) => void;
}

export interface Kernel {
  handle: Handler;
  control: Control;
  clock: MovableClock;
  /** What to sign in with, and `fetch` without a socket. */
  access: { appKey: string; user: string; password: string; fetch: typeof globalThis.fetch };
}

/** @param delivered resolves when responses that were sent have reached their callers */
export function createKernel(
  spec: Spec,
  responses: DocumentedResponses,
  options: KernelOptions,
  delivered: () => Promise<void>,
): Kernel {
  checkResponses(responses);
  const { appKey, user, password, seed, remember } = { ...DEFAULTS, ...defined(options) };
  const clock = clockOf(options);
  const settings = settingsOf(options, spec);
  const state = newState(settings, clock.now());
  const requests = createRequestLog(remember);
  const chance = randomFrom(seed);
  const documented = new Map([...responses].map(([id, byKey]) => [id, [...byKey.keys()]]));
  const log = options.log && ignoringErrors(options.log);
  const handle = createHandler({ spec, responses, state, clock, chance, requests, log });
  return {
    handle,
    control: createControl({ state, clock, requests, documented, delivered }),
    clock,
    access: { appKey, user, password, fetch: createFetch(handle) },
  };
}

function clockOf({ clock = "real" }: KernelOptions): MovableClock {
  if (clock === "manual") return manualClock();
  if (clock === "real") return realClock();
  return clock;
}

function settingsOf(options: KernelOptions, spec: Spec): Settings {
  const { appKey, user, password, guessableTokens } = { ...DEFAULTS, ...defined(options) };
  return {
    appKey,
    users: [
      { name: user, password, secondFactor: false },
      { name: `${user}2fa`, password, secondFactor: true },
    ],
    code: exampleOf(spec, "VerificationCode"),
    pin: exampleOf(spec, "PinCode"),
    guessableTokens,
    switches: switchesOf(options.profile, options.switches),
    limits: options.limits === false ? {} : spec.limits,
    timing: timingOf(options),
  };
}

/** The sandbox accepts the second factor that the spec has as an example. */
function exampleOf(spec: Spec, name: string): string {
  const parameters = spec.operations.flatMap((operation) => operation.parameters);
  const parameter = parameters.find((one) => one.name === name);
  return String(parameter?.example);
}

function timingOf({ latency, venueMs, venueReadMs, readLagMs }: KernelOptions): Timing {
  const given = defined({ latency, venueMs, venueReadMs, readLagMs });
  check("TimingChange", given, "options");
  return changeTiming(TIMING, given);
}

/** A failing log must not change a response. */
function ignoringErrors(log: (line: string) => void): (line: string) => void {
  return (line) => {
    try {
      log(line);
    } catch {
      // The owner of the log sees that lines are missing.
    }
  };
}
