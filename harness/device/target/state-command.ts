/** Program and arguments, run without a shell. */
export type StateCommand = readonly [program: string, ...rest: string[]];
