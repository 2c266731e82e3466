// Owns Ctrl-C for commands that send: the first stops sending, the second ends the process.
const SIGNALS = { SIGINT: 130, SIGTERM: 143 } as const;

/** Aborted at the first Ctrl-C, after `say` has told the person; `end` lets go of the signals. */
export function interruption(say: () => void): { signal: AbortSignal; end(): void } {
  const controller = new AbortController();
  const listeners = Object.entries(SIGNALS).map(([name, status]) => {
    const listener = () => {
      if (controller.signal.aborted) process.exit(status);
      say();
      controller.abort();
    };
    process.on(name, listener);
    return [name, listener] as const;
  });
  return {
    signal: controller.signal,
    end() {
      for (const [name, listener] of listeners) process.off(name, listener);
    },
  };
}
