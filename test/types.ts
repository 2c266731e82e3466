// What the tests of types are written with. For the compiler alone: nothing here exists when a program runs.

export type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/** Compiles only if its argument is `true`. */
export declare function holds<T extends true>(): T;
