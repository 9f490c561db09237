import { exitCodes } from '../../engine/verdict/verdict.ts';

/** What `gather` rejects with when the user asked to stop. */
const interruption = 'RunInterrupted';

/** Named errors that say a user, a file or an environment is wrong; every other error is a defect of ours. */
const usageErrors = new Set([
  'UsageError',
  'TargetError',
  'OutputFolderError',
  'UnreadableSession',
  'UnreadableResults',
  'UnknownFormat',
  'PlainHttpRefused',
  'UnusableTrust',
  'ListenError',
  interruption,
]);

/** What to print for an error: its message, never a stack trace. */
export function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return isOwnDefect(error) ? `a defect of the suite itself: ${error.name}: ${error.message}` : error.message;
}

/** Whether an error is nobody's but ours. */
export function isOwnDefect(error: unknown): boolean {
  return !(error instanceof Error && usageErrors.has(error.name));
}

/** The exit code for an error; 130 is what a shell expects behind SIGINT. */
export function exitCodeFor(error: unknown): number {
  if (error instanceof Error && error.name === interruption) return 130;
  return isOwnDefect(error) ? exitCodes.unsound : exitCodes.usage;
}
