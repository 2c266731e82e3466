// Owns running a script in Redis, by whichever client the user has.

/** What is needed of a client: ioredis, or node-redis from version 4. A cluster's client will do, too. */
export type RedisClient = IoRedis | NodeRedis;

/** The commands by their names at ioredis. */
export interface IoRedis {
  evalsha(sha1: string, numberOfKeys: number, ...keysAndArguments: string[]): Promise<unknown>;
  eval(script: string, numberOfKeys: number, ...keysAndArguments: string[]): Promise<unknown>;
}

/** The commands by their names at node-redis. */
export interface NodeRedis {
  evalSha(sha1: string, options: ScriptOptions): Promise<unknown>;
  eval(script: string, options: ScriptOptions): Promise<unknown>;
}

export interface ScriptOptions {
  keys: string[];
  arguments: string[];
}

/** Runs a script with its keys and arguments. */
export type Run = (keys: string[], args: (string | number)[]) => Promise<unknown>;

/**
 * Sends a script's text until its digest is known, and the digest after that; the text again when the server has
 * forgotten it. At first the text, because a program that quits right after its last answer has no time for a second try.
 */
export function scriptRunner(redis: RedisClient, script: string): Run {
  const send = senderOf(redis);
  let digest: string | undefined;
  let isComputing = false;
  return async (keys, args) => {
    const texts = args.map(String);
    if (!isComputing) {
      isComputing = true;
      void sha1(script).then((computed) => {
        digest = computed;
      });
    }
    if (digest === undefined) return send("eval", script, keys, texts);
    try {
      return await send("evalsha", digest, keys, texts);
    } catch (error) {
      if (!(error instanceof Error && error.message.startsWith("NOSCRIPT"))) throw error;
      return send("eval", script, keys, texts);
    }
  };
}

type Send = (command: "eval" | "evalsha", what: string, keys: string[], args: string[]) => Promise<unknown>;

function senderOf(redis: RedisClient): Send {
  if ("evalSha" in redis)
    return (command, what, keys, args) =>
      redis[command === "eval" ? "eval" : "evalSha"](what, { keys, arguments: args });
  return (command, what, keys, args) => redis[command](what, keys.length, ...keys, ...args);
}

async function sha1(text: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-1", new TextEncoder().encode(text)));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
