// Owns the guess at what a misspelled name was meant to be. Pure; imports nothing.

/** The name that was probably meant, if one is near. */
function nearest(given: string, names: readonly string[]): string | undefined {
  const within = (count: number) => names.find((name) => differ(given, name) <= count);
  const begun = given.length > 1 ? names.find((name) => name.startsWith(given)) : undefined;
  return begun ?? within(1) ?? within(2);
}

/** ` Did you mean --port?`, or nothing. */
export function guess(given: string, names: readonly string[]): string {
  const name = nearest(given, names);
  return name === undefined ? "" : ` Did you mean ${name}?`;
}

/** How many letters have to be added, dropped or changed to make one word of the other; 3 means many. */
function differ(one: string, other: string, left = 3): number {
  if (one === other || left === 0) return 0;
  const [first, second] = [one.slice(1), other.slice(1)];
  if (one[0] === other[0]) return differ(first, second, left);
  const rest = (a: string, b: string) => differ(a, b, left - 1);
  return 1 + Math.min(rest(first, other), rest(one, second), rest(first, second));
}
