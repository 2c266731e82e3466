// Owns the rules of signing in: user, password, second factor. Pure. No reason here names a secret.
import { answer, type Decision, header, type Scene } from "./decision.js";
import { nextToken, type User } from "./state.js";

export function createToken(scene: Scene): Decision {
  const user = userAsked(scene);
  if (!user) return answer(scene, "sign-in", "the user name or password is wrong", "401 password-wrong");
  if (user.secondFactor) return secondFactor(scene, user);
  return signedIn(scene, user);
}

function userAsked({ ask, state }: Scene): User | undefined {
  const [name, password] = [header(ask, "username"), header(ask, "password")];
  return state.settings.users.find((user) => user.name === name && user.password === password);
}

function secondFactor(scene: Scene, user: User): Decision {
  const { ask, state, changes } = scene;
  const [code, pin] = [header(ask, "verificationcode"), header(ask, "pincode")];
  if (code === undefined && pin === undefined) {
    const Token = nextToken(state, true);
    changes.push({ do: "issue-token", user: user.name, interim: true });
    return answer(scene, "sign-in", "a second factor is wanted", "202 second-factor-wanted", {
      values: { Token },
    });
  }
  const interim = interimToken(scene, user);
  if (interim === undefined)
    return answer(scene, "sign-in", "the interim token is missing or wrong", "401 interim-token-missing");
  if (code !== state.settings.code && pin !== state.settings.pin)
    return answer(
      scene,
      "sign-in",
      "the second factor is wrong",
      pin === undefined ? "401 code-wrong" : "401 pin-wrong",
    );
  changes.push({ do: "end-token", token: interim });
  return signedIn(scene, user);
}

function interimToken({ ask, state, now }: Scene, user: User): string | undefined {
  const name = (header(ask, "authorization") ?? "").replace(/^Bearer /, "");
  const token = state.tokens.get(name);
  return token?.interim && token.user === user.name && token.expiresAt > now ? name : undefined;
}

function signedIn(scene: Scene, user: User): Decision {
  const Token = nextToken(scene.state, false);
  scene.changes.push({ do: "issue-token", user: user.name, interim: false });
  return answer(scene, "sign-in", "signed in", "200 token-issued", { values: { Token } });
}
