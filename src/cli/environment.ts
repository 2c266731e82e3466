// Owns the client of a command: address and credentials come from the environment, never from an argument.

import type { Client } from "../client/client.js";
import { createClient } from "../client/client.js";
import { AutoSharesError } from "../client/errors.js";
import type { ClientOptions } from "../client/options.js";
import { guess } from "./nearest.js";
import { UsageStop } from "./stop.js";

/** The variables, by the names that the vendor's own samples use, and what each holds. */
export const VARIABLES = {
  AUTOSHARES_BASE_URL: "Address of the API, such as https://api.autoshares.dev.",
  AUTOSHARES_APP_KEY: "Key of your application.",
  AUTOSHARES_USER: "Name of the user.",
  AUTOSHARES_PASS: "Password of the user.",
  AUTOSHARES_TOKEN: "A token, instead of user and password.",
  AUTOSHARES_VERSION: "Version of the API in paths. Default: that of the spec.",
} as const;

type Variable = keyof typeof VARIABLES;
export type Environment = Readonly<Partial<Record<string, string>>>;

/** A sign-in that was not accepted, said of the variables that it comes from. */
export const CHECK_SIGN_IN = "Check AUTOSHARES_USER and AUTOSHARES_PASS, or AUTOSHARES_TOKEN.";

/** A client for the address and the credentials that the environment names. */
export function clientFrom(environment: Environment, more: Partial<ClientOptions> = {}): Client {
  const variable = (name: Variable) => environment[name]?.trim() || undefined;
  checkSpelling(environment);
  const baseUrl = variable("AUTOSHARES_BASE_URL");
  const appKey = variable("AUTOSHARES_APP_KEY");
  if (baseUrl === undefined || appKey === undefined) throw missing(variable);
  const version = variable("AUTOSHARES_VERSION");
  const options = {
    baseUrl,
    appKey,
    ...signInFrom(variable),
    ...(version !== undefined && { version }),
    ...more,
  };
  try {
    return createClient(options);
  } catch (error) {
    if (error instanceof AutoSharesError) throw new UsageStop(inVariables(error.message), { cause: error });
    throw error;
  }
}

/** A misspelled variable would be ignored, and another one be called missing. */
function checkSpelling(environment: Environment): void {
  const names = Object.keys(VARIABLES);
  for (const name of Object.keys(environment)) {
    if (!name.startsWith("AUTOSHARES_") || names.includes(name)) continue;
    const meant = guess(name, names);
    throw new UsageStop(`${name} is set, and is not known.${meant} Known are ${names.join(", ")}.`);
  }
}

type ReadVariable = (name: Variable) => string | undefined;

function signInFrom(variable: ReadVariable): Pick<ClientOptions, "token" | "credentials"> {
  const token = variable("AUTOSHARES_TOKEN");
  const username = variable("AUTOSHARES_USER");
  const password = variable("AUTOSHARES_PASS");
  if (token !== undefined && (username !== undefined || password !== undefined))
    throw new UsageStop("Set AUTOSHARES_TOKEN, or AUTOSHARES_USER and AUTOSHARES_PASS, not both.");
  if (token !== undefined) return { token };
  if (username !== undefined && password !== undefined) return { credentials: { username, password } };
  if (username !== undefined) throw new UsageStop("Set AUTOSHARES_PASS too: AUTOSHARES_USER alone is set.");
  if (password !== undefined) throw new UsageStop("Set AUTOSHARES_USER too: AUTOSHARES_PASS alone is set.");
  throw missing(variable);
}

/** All at once: told one by one, they would take a run each. */
function missing(variable: ReadVariable): UsageStop {
  const needed = (["AUTOSHARES_BASE_URL", "AUTOSHARES_APP_KEY"] as const).filter((name) => !variable(name));
  const said = needed.map((name) => `Set ${name} in the environment. ${VARIABLES[name]}`);
  const signIn = ["AUTOSHARES_USER", "AUTOSHARES_PASS", "AUTOSHARES_TOKEN"] as const;
  if (!signIn.some((name) => variable(name)))
    said.push(
      "Set AUTOSHARES_USER and AUTOSHARES_PASS to sign in, or AUTOSHARES_TOKEN to a token that you have.",
    );
  return new UsageStop(said.join("\n"));
}

/** What createClient says of its options, said of the variables that they come from. */
const OPTIONS: Readonly<Record<string, Variable>> = {
  "`baseUrl`": "AUTOSHARES_BASE_URL",
  "`appKey`": "AUTOSHARES_APP_KEY",
  "`token`": "AUTOSHARES_TOKEN",
  "`credentials.username`": "AUTOSHARES_USER",
  "`credentials.password`": "AUTOSHARES_PASS",
  "`version`": "AUTOSHARES_VERSION",
};

function inVariables(message: string): string {
  // An option that a command does not have.
  const known = message.replace(", or set allowInsecure: true", "");
  return Object.entries(OPTIONS).reduce(
    (text, [option, variable]) => text.replaceAll(option, variable),
    known,
  );
}
