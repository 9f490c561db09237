import { UsageError } from './usage-error.ts';

/** Milliseconds of a time that was given in seconds; `from` names where. Throws `UsageError`. */
export function timeoutOf(word: string, from: string): number {
  const seconds = Number(word);
  if (Number.isFinite(seconds) && seconds >= 1 && seconds <= 600) return seconds * 1000;
  throw new UsageError(`${from}: "${word}" is not allowed; give seconds from 1 to 600`);
}
