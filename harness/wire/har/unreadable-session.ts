/** A recording that cannot be judged. The message names the problem and the entry, and quotes no content. */
export class UnreadableSession extends Error {
  override readonly name = 'UnreadableSession';
}
