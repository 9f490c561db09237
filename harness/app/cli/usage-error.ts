/** The command line cannot be used (exit 2). The message says what is wrong and what is allowed. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
