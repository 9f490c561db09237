import { exitCodes } from '../../engine/verdict/verdict.ts';
import { oneLine } from '../../../reports/text/printable.ts';

/** The name of the error with which `gather` rejects when the user asked to stop. */
const interruption = 'RunInterrupted';

/** Errors whose cause is the user, a file or the environment; every other error is an internal error of this tool. */
const usageErrors = new Set([
  'UsageError',
  'TargetError',
  'OutputFolderError',
  'UnreadableSession',
  'UnreadableResults',
  'UnknownFormat',
  'UnusableWaivers',
  'UnusableModule',
  'PlainHttpRefused',
  'UnusableTrust',
  'ListenError',
  interruption,
]);

/** What to print for an error: its message on one line, never a stack trace. The devices of an interruption have a line each. */
export function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return oneLine(String(error));
  if (error.name === interruption) return error.message;
  // One line for each mistake in the file; a line that a name brings along stands out as no line of ours.
  if (error.name === 'TargetError' || error.name === 'UnusableWaivers')
    return error.message.split('\n').map(oneLine).join('\n  ');
  return isOwnDefect(error)
    ? `internal error in this tool, please report it: ${oneLine(`${error.name}: ${error.message}`)}`
    : oneLine(error.message);
}

/** Whether an error is an internal error of this tool. */
export function isOwnDefect(error: unknown): boolean {
  return !(error instanceof Error && usageErrors.has(error.name));
}

/** The exit code for an error; 130 is the usual code after SIGINT. */
export function exitCodeFor(error: unknown): number {
  if (error instanceof Error && error.name === interruption) return 130;
  return isOwnDefect(error) ? exitCodes.unsound : exitCodes.usage;
}
