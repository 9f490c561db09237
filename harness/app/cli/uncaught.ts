/** An error that no code caught. */
export class UncaughtError extends Error {
  override readonly name = 'UncaughtError';

  constructor(cause: unknown) {
    super(cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause), { cause });
  }
}

/** The command waits for something that never comes. */
export class Standstill extends Error {
  override readonly name = 'Standstill';

  constructor() {
    super('nothing is left to wait for, but the command has not ended');
  }
}
