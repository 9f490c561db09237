/** The description of the target cannot be used. The message says where, what is wrong and what is allowed. */
export class TargetError extends Error {
  override readonly name = 'TargetError';
}
