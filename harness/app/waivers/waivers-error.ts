/** A waivers file cannot be used. The message has a line for each problem: file, line, column, what is wrong and what is allowed. */
export class UnusableWaivers extends Error {
  override readonly name = 'UnusableWaivers';
}
