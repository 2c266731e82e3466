// Chance that can be repeated: a draw depends on the seed and its own label alone, so that leaving one mishap out
// changes no other. This is what lets a failing schedule be made smaller.
export class Random {
  /** Labels of all mishaps that happened. */
  readonly happened = new Set<string>();

  constructor(
    readonly seed: number,
    private readonly leftOut: ReadonlySet<string> = new Set(),
  ) {}

  /** From 0 to below 1. */
  draw(label: string): number {
    let hash = 0x811c9dc5 ^ this.seed;
    for (let index = 0; index < label.length; index++)
      hash = Math.imul(hash ^ label.charCodeAt(index), 0x01000193);
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
    return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
  }

  /** Whether a mishap comes to pass. */
  happens(label: string, probability: number): boolean {
    if (this.draw(label) >= probability || this.leftOut.has(label)) return false;
    this.happened.add(label);
    return true;
  }

  /** A whole number, both ends included. */
  between(label: string, from: number, to: number): number {
    return from + Math.floor(this.draw(label) * (to - from + 1));
  }

  pick<T>(label: string, choices: readonly T[]): T {
    return choices[Math.floor(this.draw(label) * choices.length)] as T;
  }

  /** One of the names, as often as their weights say. */
  weighted<Name extends string>(label: string, weights: { readonly [N in Name]?: number }): Name {
    const entries = Object.entries(weights) as [Name, number][];
    let left = this.draw(label) * entries.reduce((sum, [, weight]) => sum + weight, 0);
    return (entries.find(([, weight]) => {
      left -= weight;
      return left < 0;
    }) ?? entries[0])?.[0] as Name;
  }
}
