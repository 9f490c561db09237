/** A recording that cannot be judged. The message says what is wrong, in which entry, and quotes no content. */
export class UnreadableSession extends Error {
  override readonly name = 'UnreadableSession';
}
