import { UsageError } from './usage-error.ts';

/** Converts seconds to milliseconds; `from` names the option in the message. Throws `UsageError`. */
export function timeoutOf(word: string, from: string): number {
  const seconds = Number(word);
  if (Number.isFinite(seconds) && seconds >= 1 && seconds <= 600) return seconds * 1000;
  throw new UsageError(`${from}: "${word}" is not allowed; give seconds from 1 to 600`);
}
