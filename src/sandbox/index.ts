// Exports only: the package's entry `autoshares-cancel/sandbox`. Not exported: the rules, the renderer and
// the server, which may change at any time; tests reach the truth through the methods of a sandbox.
export type { MovableClock } from "./clock.js";
export type { Control, OrderTruth } from "./control.js";
export { FAULTS, type FaultName } from "./faults.js";
export type { EventName, Status } from "./lifecycle.js";
export { type Sandbox, type SandboxOptions, startSandbox } from "./node/start.js";
export type { OrderEvent, PlannedEvent } from "./order.js";
export type { OrderChange } from "./order-change.js";
export {
  PROFILES,
  type ProfileName,
  parseProfile,
  SWITCHES,
  type Switches,
  type SwitchName,
} from "./profiles.js";
export type { RequestRecord } from "./request-log.js";
export type { Match, ScriptStep } from "./script.js";
export { type DeleteOutcome, SITUATIONS, type Situation, type VerdictName } from "./situations.js";
export type { Range, Time, Timing, TimingChange } from "./timing.js";
export type { Transfer, TransferState } from "./transfers.js";
