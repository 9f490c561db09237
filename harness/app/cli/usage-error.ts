/** The command was called in a way that cannot be used (exit 2). The message names what is wrong and what is allowed. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
