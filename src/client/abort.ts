// Owns listening to abort signals: one listener a signal, because Node prints a warning at the eleventh.

interface Watch {
  readonly callbacks: Set<() => void>;
  end(): void;
}

const watches = new WeakMap<AbortSignal, Watch>();

/** Calls back when the signal is aborted. Returns what calls that off. */
export function onAbort(signal: AbortSignal, callback: () => void): () => void {
  const { callbacks, end } = watches.get(signal) ?? watch(signal);
  callbacks.add(callback);
  return () => {
    if (callbacks.delete(callback) && callbacks.size === 0) end();
  };
}

function watch(signal: AbortSignal): Watch {
  const callbacks = new Set<() => void>();
  const notify = () => {
    for (const callback of [...callbacks]) callback();
  };
  const end = () => {
    signal.removeEventListener("abort", notify);
    watches.delete(signal);
  };
  const watch = { callbacks, end };
  signal.addEventListener("abort", notify);
  watches.set(signal, watch);
  return watch;
}
