// Owns the rules of signing in: user, password, second factor. No reason here names a secret.

import { answer, type Context, type Decision, header } from "../decision.js";
import { ANSWER } from "../documented.js";
import { nextToken, type User } from "../state.js";

export function createToken(context: Context): Decision {
  const user = userAsked(context);
  if (!user) return answer(context, "sign-in", "the user name or password is wrong", ANSWER.passwordWrong);
  if (user.secondFactor) return secondFactor(context, user);
  return signedIn(context, user);
}

function userAsked({ call, state }: Context): User | undefined {
  const [name, password] = [header(call, "username"), header(call, "password")];
  return state.settings.users.find((user) => user.name === name && user.password === password);
}

function secondFactor(context: Context, user: User): Decision {
  const { call, state, changes } = context;
  const [code, pin] = [header(call, "verificationcode"), header(call, "pincode")];
  if (code === undefined && pin === undefined) {
    const Token = nextToken(state, true);
    changes.push({ do: "issue-token", token: Token, user: user.name, interim: true });
    return answer(context, "sign-in", "a second factor is wanted", ANSWER.secondFactorWanted, {
      values: { Token },
    });
  }
  const interim = interimToken(context, user);
  if (interim === undefined)
    return answer(context, "sign-in", "the interim token is missing or wrong", ANSWER.interimTokenMissing);
  if (code !== state.settings.code && pin !== state.settings.pin) {
    const wrong = pin === undefined ? ANSWER.codeWrong : ANSWER.pinWrong;
    return answer(context, "sign-in", "the second factor is wrong", wrong);
  }
  changes.push({ do: "end-token", token: interim });
  return signedIn(context, user);
}

function interimToken({ call, state, now }: Context, user: User): string | undefined {
  const name = (header(call, "authorization") ?? "").replace(/^Bearer /, "");
  const token = state.tokens.get(name);
  return token?.interim && token.user === user.name && token.expiresAt > now ? name : undefined;
}

function signedIn(context: Context, user: User): Decision {
  const Token = nextToken(context.state, false);
  context.changes.push({ do: "issue-token", token: Token, user: user.name, interim: false });
  return answer(context, "sign-in", "signed in", ANSWER.token, { values: { Token } });
}
