// Owns the sandbox for a page, a worker, or any other place without a socket: the same kernel, and the same answers.
import type { Control } from "./control.js";
import { createKernel, type KernelOptions } from "./kernel.js";
import type { OrderChange } from "./order-change.js";
import { PACKAGED_SPEC, packagedResponses } from "./packaged-spec.js";

export type { MovableClock } from "./clock.js";
export type { Control, EventOptions, OrderTruth } from "./control.js";
export { FAULTS, type FaultName } from "./faults.js";
export type { EventName, Status } from "./lifecycle.js";
export type { OrderEvent, PlannedEvent } from "./order.js";
export type { OrderChange } from "./order-change.js";
export { PROFILES, type ProfileName, SWITCHES, type Switches, type SwitchName } from "./profiles.js";
export type { RequestRecord } from "./request-log.js";
export type { Match, ScriptStep } from "./script.js";
export { SITUATIONS, type Situation } from "./situations.js";
export type { Range, Time, Timing, TimingChange } from "./timing.js";
export type { Transfer, TransferState } from "./transfers.js";

export interface PageSandboxOptions extends KernelOptions {
  /** Orders to put there besides those that it opens with, by id. */
  orders?: Readonly<Record<number, OrderChange>>;
}

export interface PageSandbox extends Control {
  readonly appKey: string;
  readonly user: string;
  readonly password: string;
  /** Answers as the API would, whatever the address is that comes before its path. */
  readonly fetch: typeof globalThis.fetch;
  /** Calls off everything that was to happen later. */
  close(): void;
}

/** Starts a sandbox inside of this program. Throws for a profile, a switch, a time or an order that cannot be. */
export function createSandbox({ orders = {}, ...options }: PageSandboxOptions = {}): PageSandbox {
  const { control, access, clock } = createKernel(PACKAGED_SPEC, packagedResponses(), options, delivered);
  for (const [id, given] of Object.entries(orders)) control.putOrder(Number(id), given);
  return { ...control, ...access, close: () => clock.close() };
}

/** Without a socket, whoever waits for an answer has it as soon as it is due. */
const delivered = () => Promise.resolve();

let ofWorker: PageSandbox | undefined;

/** As a Worker: one sandbox for all requests, with everything at its default. */
export default {
  /** Begins with the first request: a Worker has neither time nor chance before that. */
  fetch(request: Request): Promise<Response> {
    ofWorker ??= createSandbox();
    return ofWorker.fetch(request);
  },
};
