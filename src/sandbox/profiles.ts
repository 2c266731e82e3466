// Owns the switches: one for each contradiction in the vendor's documentation.

interface Switch {
  /** The sides that can be played; the first is the default. */
  sides: readonly [string, string, ...string[]];
  question: string;
  evidence: string;
}

export const SWITCHES = {
  wrongAppKey: {
    sides: ["401", "403"],
    question: "Status for a missing or wrong app key",
    evidence: "401 on the error-codes page; 403 in the Swagger file and on the syntax page",
  },
  tokenLife: {
    sides: ["60m", "60m-idle", "24h"],
    question: "How long a token lives",
    evidence:
      "60 minutes on the rate-limits page, 60 minutes of inactivity on the SDKs page, 24 hours on the environments and authentication pages",
  },
  success: {
    sides: ["204", "200"],
    question: "Status for a cancel that was accepted",
    evidence: "204 without a body on the page of the operation; 200 with an object in the Swagger file",
  },
  filledOrder: {
    sides: ["409", "422"],
    question: "Status for a cancel of an order that cannot be canceled",
    evidence: "409 on the error-codes page; 422 listed in the Swagger file",
  },
  unknownOrder: {
    sides: ["404", "409"],
    question: "Status for a cancel of an order that does not exist",
    evidence: "404 on the error-codes page; 409 on the mutual-fund page; nothing in the Swagger file",
  },
  foreignAccount: {
    sides: ["401", "403"],
    question: "Status for an account of another user (6304)",
    evidence: "both on the error-codes page; the 401 has the body of an expired token",
  },
  wrongAccount500: {
    sides: ["stays", "passes"],
    question: "Whether the 500 for a user id instead of an account id (7125) stays",
    evidence: "the error-codes page calls it permanent, and also says to retry a 500",
  },
  replayAfter401: {
    sides: ["accepted", "refused"],
    question: "Whether a request that was answered with 401 may be sent again with a new token",
    evidence: 'the error-codes page says "do not retry"; the sample client replays after renewing the token',
  },
  limitsPer: {
    sides: ["account", "token"],
    question: "What the rate limits are counted by",
    evidence: "the rate-limits page names both the trading account and the user's token",
  },
  secondCancel: {
    sides: ["409", "204"],
    question: "Status for a second cancel while the first is pending",
    evidence: "not documented; FIX says not to resend",
  },
  errorBodies: {
    sides: ["documented", "empty"],
    question: "Whether errors have a body",
    evidence:
      'bodies on the error-codes page; "No Content" for 401, 403, 409, 422 and 500 in the Swagger file',
  },
} as const satisfies Record<string, Switch>;

export type SwitchName = keyof typeof SWITCHES;
export type Switches = { [K in SwitchName]: (typeof SWITCHES)[K]["sides"][number] };

const NAMES = Object.keys(SWITCHES) as SwitchName[];

function sides(pick: (name: SwitchName) => string): Switches {
  return Object.fromEntries(NAMES.map((name) => [name, pick(name)])) as Switches;
}

const DEFAULT = sides((name) => SWITCHES[name].sides[0]);

interface Profile {
  says: string;
  switches: Switches;
}

export const PROFILES = {
  default: { says: "the first side of each switch", switches: DEFAULT },
  swagger: {
    says: "what the published Swagger file says, where it differs",
    switches: { ...DEFAULT, wrongAppKey: "403", success: "200", filledOrder: "422", errorBodies: "empty" },
  },
  "other-side": {
    says: "the last side of each switch, to find clients that rely on the default",
    switches: sides((name) => SWITCHES[name].sides.at(-1) ?? ""),
  },
} as const satisfies Record<string, Profile>;

export type ProfileName = keyof typeof PROFILES;

/** The switches of a profile, with some set one by one. */
export function switchesOf(profile: ProfileName = "default", set: Partial<Switches> = {}): Switches {
  if (!Object.hasOwn(PROFILES, profile))
    throw new Error(`There is no profile "${profile}". Profiles: ${Object.keys(PROFILES).join(", ")}.`);
  for (const [name, side] of Object.entries(set)) checkSwitch(name, side);
  return { ...PROFILES[profile].switches, ...set };
}

function checkSwitch(name: string, side: string): void {
  if (!Object.hasOwn(SWITCHES, name))
    throw new Error(`There is no switch "${name}". Switches: ${NAMES.join(", ")}.`);
  const known: readonly string[] = SWITCHES[name as SwitchName].sides;
  if (!known.includes(side))
    throw new Error(`The switch ${name} has no side "${side}": choose ${known.join(" or ")}.`);
}

/** Reads `swagger`, `limitsPer=token`, or several of them joined by commas. */
export function parseProfile(text: string): { profile?: ProfileName; switches: Partial<Switches> } {
  const parts = text
    .split(",")
    .map((part) => part.trim())
    .filter(Boolean);
  const named = parts.filter((part) => !part.includes("="));
  if (named.length > 1) throw new Error(`Only one profile can be played: ${named.join(" or ")}.`);
  const set = Object.fromEntries(parts.filter((part) => part.includes("=")).map((part) => part.split("=")));
  switchesOf(named[0] as ProfileName | undefined, set);
  return { ...(named[0] ? { profile: named[0] as ProfileName } : {}), switches: set };
}

/** Milliseconds that a token lives, and whether its use begins them anew. */
export const TOKEN_LIVES: Record<Switches["tokenLife"], { ms: number; renewedByUse: boolean }> = {
  "60m": { ms: 3_600_000, renewedByUse: false },
  "60m-idle": { ms: 3_600_000, renewedByUse: true },
  "24h": { ms: 86_400_000, renewedByUse: false },
};
