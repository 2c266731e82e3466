// Owns the rules of signing in: user, password, second factor. No reason here contains a secret.
import { bearerToken, type Context, type Decision, header, respondWith } from "../decision.js";
import { RESPONSE } from "../documented-responses.js";
import { nextToken, type User } from "../state.js";

export function createToken(context: Context): Decision {
  const user = matchingUser(context);
  if (!user)
    return respondWith(context, "sign-in", "the user name or password is wrong", RESPONSE.passwordWrong);
  if (user.secondFactor) return secondFactor(context, user);
  return signedIn(context, user);
}

function matchingUser({ call, state }: Context): User | undefined {
  const [name, password] = [header(call, "username"), header(call, "password")];
  return state.settings.users.find((user) => user.name === name && user.password === password);
}

function secondFactor(context: Context, user: User): Decision {
  const { call, state, changes } = context;
  const [code, pin] = [header(call, "verificationcode"), header(call, "pincode")];
  if (code === undefined && pin === undefined) {
    const Token = nextToken(state, true);
    changes.push({ do: "issue-token", token: Token, user: user.name, interim: true });
    const values = { Token };
    return respondWith(context, "sign-in", "a second factor is required", RESPONSE.secondFactorWanted, {
      values,
    });
  }
  const token = interimToken(context, user);
  if (token === undefined)
    return respondWith(
      context,
      "sign-in",
      "the interim token is missing or wrong",
      RESPONSE.interimTokenMissing,
    );
  if (code !== state.settings.code && pin !== state.settings.pin) {
    const key = pin === undefined ? RESPONSE.codeWrong : RESPONSE.pinWrong;
    return respondWith(context, "sign-in", "the second factor is wrong", key);
  }
  changes.push({ do: "end-token", token });
  return signedIn(context, user);
}

function interimToken({ call, state, now }: Context, user: User): string | undefined {
  const name = bearerToken(call) ?? "";
  const token = state.tokens.get(name);
  const isValid = token?.interim && token.user === user.name && token.expiresAt > now;
  return isValid ? name : undefined;
}

function signedIn(context: Context, user: User): Decision {
  const Token = nextToken(context.state, false);
  context.changes.push({ do: "issue-token", token: Token, user: user.name, interim: false });
  return respondWith(context, "sign-in", "signed in", RESPONSE.token, { values: { Token } });
}
