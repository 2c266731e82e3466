// Owns the check of a plan that comes back from outside: it may have been through JSON, and through somebody's editor. Pure.
import { refuse } from "../client/arguments.js";
import { checkOrderIds, checkSelection, type Selection } from "./options.js";
import { type LeftAlone, PLAN_VERSION, type Plan, type Target } from "./plan.js";

const ANEW = "Make a new one with planCancelAll()";

/** Whether it is a plan. Throws an ArgumentError for one that cannot be applied as it is. */
export function isPlan(given: Plan | Selection, origin: string): given is Plan {
  if (!("targets" in Object(given))) return false;
  const plan = given as Plan;
  const { version, accountIds, where, keep, targets, leftAlone, deletes } = plan;
  if (version !== PLAN_VERSION)
    refuse(`cancelAll: this plan is of another version of autoshares-cancel. ${ANEW}`);
  if (plan.origin !== origin)
    refuse(
      `cancelAll: this plan is of ${typeof plan.origin === "string" ? plan.origin : "no address"}, but the client is of ${origin}`,
    );
  checkSelection("cancelAll", { accountIds, where, keep });
  if (keep === undefined) refuse("cancelAll: this is no plan: `keep` is missing");
  for (const [name, list] of Object.entries({ targets, leftAlone })) checkOrders(plan, name, list);
  // What is taken out of `targets` by hand would be a newcomer, and canceled.
  if (deletes !== targets.length)
    refuse(
      `cancelAll: this plan was changed: it has ${targets.length} \`targets\`, but \`deletes\` is ${deletes}. To leave an order alone, make a new plan that has it in \`keep\``,
    );
  const kept = targets.find(({ orderId }) => keep.includes(orderId));
  if (kept)
    refuse(
      `cancelAll: this plan was changed: order ${kept.orderId} is in \`keep\` and in \`targets\`. ${ANEW}, with \`keep\``,
    );
  return true;
}

function checkOrders({ accountIds }: Plan, name: string, list: readonly (Target | LeftAlone)[]): void {
  if (!Array.isArray(list)) refuse(`cancelAll: this is no plan: \`${name}\` is missing`);
  for (const [index, one] of list.entries()) {
    const where = `cancelAll: the plan, \`${name}\`, entry ${index}:`;
    const { accountId, orderId, order }: Partial<Target> = Object(one);
    checkOrderIds(where, { orderId: [orderId] });
    if (accountId === undefined || !accountIds.includes(accountId))
      refuse(`${where} order ${orderId} is of account ${accountId}, which is not in \`accountIds\`. ${ANEW}`);
    if (order?.Id !== orderId) refuse(`${where} \`order\` is not order ${orderId}. ${ANEW}`);
  }
  if (new Set(list.map(({ accountId, orderId }) => `${accountId}/${orderId}`)).size < list.length)
    refuse(`cancelAll: this plan was changed: an order is in \`${name}\` twice. ${ANEW}`);
}
