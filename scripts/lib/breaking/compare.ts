// Compares two specs, operation by operation. Pure.
import { isDeepStrictEqual } from "node:util";
import { eachOperation, type OpenApi } from "../openapi.js";
import { compareAnswers } from "./answer.js";
import { breaks, type Change, harmless, type Pair, type Place, type Specs, shownValue } from "./change.js";
import { compareArguments, compareBodies, compareCredentials, type Located } from "./request.js";

/** Every change that a program can notice; words for people do not count. */
export function compareSpecs(before: OpenApi, after: OpenApi): Change[] {
  const specs = { before, after };
  const [old, now] = [eachOperation(before), eachOperation(after)];
  const partners = old.map((one) => [one, partnerOf(one, now, old)] as const);
  const known = partners.map(([, partner]) => partner);
  return [
    ...compareServers(specs),
    ...partners.flatMap(([one, partner]) =>
      partner ? compareOperations(specs, { before: one, after: partner }) : [removed(one)],
    ),
    ...now.filter((one) => !known.includes(one)).map(added),
  ];
}

/** The operation of the same name; failing that, a new name at the same address. */
function partnerOf(one: Located, now: Located[], old: Located[]): Located | undefined {
  const named = now.find((other) => idOf(other) === idOf(one));
  const taken = (other: Located) => old.some((each) => idOf(each) === idOf(other));
  return named ?? now.find((other) => address(other) === address(one) && !taken(other));
}

const idOf = ({ operation, method, path }: Located): string => operation.operationId ?? `${method} ${path}`;
/** Names of path arguments do not travel; the client's arguments are told where they are compared. */
const address = ({ method, path }: Located): string => `${method} ${path.replaceAll(/\{[^}]*\}/g, "{}")}`;
const shownAddress = ({ method, path }: Located): string => `${method.toUpperCase()} ${path}`;
const placeOf = (one: Located): Place => ({ operation: idOf(one), place: "", direction: "request" });

const removed = (one: Located): Change =>
  breaks(placeOf(one), "operation removed", "The method is gone, and so is its route in mock and sandbox.");
const added = (one: Located): Change => harmless(placeOf(one), `operation added (${shownAddress(one)})`);

function compareOperations(specs: Specs, pair: Pair<Located>): Change[] {
  const at = placeOf(pair.before);
  const operations = { before: pair.before.operation, after: pair.after.operation };
  return [
    ...compareNames(pair, at),
    ...compareArguments(specs, pair, at),
    ...compareBodies(specs, operations, at),
    ...compareCredentials(specs, operations, at),
    ...compareAnswers(specs, operations, at),
    ...compareLimits(specs, pair, at),
  ];
}

function compareNames({ before, after }: Pair<Located>, at: Place): Change[] {
  const changes: Change[] = [];
  if (idOf(before) !== idOf(after))
    changes.push(breaks(at, `operationId is now ${idOf(after)}`, "The client's method has another name."));
  if (address(before) !== address(after))
    changes.push(
      breaks(at, `${shownAddress(before)} → ${shownAddress(after)}`, "Requests to the old address fail."),
    );
  return changes;
}

/** A limit is a fact about the server, which may change it any day; the client waits as it is told. */
function compareLimits(specs: Specs, { before, after }: Pair<Located>, at: Place): Change[] {
  const limit = (spec: OpenApi, { operation }: Located) =>
    spec.components["x-rate-limits"]?.[operation["x-rate-limit"]];
  const [old, now] = [limit(specs.before, before), limit(specs.after, after)];
  if (isDeepStrictEqual(old, now)) return [];
  return [harmless(at, `rate limit ${shownValue(old)} → ${shownValue(now)}`)];
}

/** Callers give their own base URL, so the list is advice. */
function compareServers({ before, after }: Specs): Change[] {
  const at = { operation: "servers", place: "" };
  const urls = (spec: OpenApi) => (spec.servers ?? []).map(({ url }) => url);
  const gone = urls(before).filter((url) => !urls(after).includes(url));
  const come = urls(after).filter((url) => !urls(before).includes(url));
  return [
    ...gone.map((url) => harmless(at, `${url} no longer listed`)),
    ...come.map((url) => harmless(at, `${url} listed`)),
  ];
}
