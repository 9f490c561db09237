import type { Answering } from '../../../engine/rule/counterexample.ts';
import { UsageError } from '../usage-error.ts';
import { serviceNamed } from './services.ts';

/** How late the answer to a request of this kind comes, in milliseconds. */
export type Delay = (answering: Answering | undefined) => number;

/** An hour. */
const longestMs = 3_600_000;

/** Reads every `<milliseconds>[@<service>]`; what names a service counts before what names none, the last before the first. */
export function delayNamed(words: readonly string[]): Delay {
  const delays = new Map(words.map(readDelay));
  return (answering) => delays.get(answering?.replace(/ fault$/, '') ?? '') ?? delays.get('') ?? 0;
}

/** The service, empty for all requests, and its delay. */
function readDelay(word: string): readonly [string, number] {
  const [, count = '', at, service = ''] = /^([^@]*)(@?)(.*)$/s.exec(word) ?? [];
  if (!/^\d{1,7}$/.test(count) || Number(count) < 1 || Number(count) > longestMs) {
    throw new UsageError(`--delay: "${count}" is no delay; allowed: 1 to ${longestMs} milliseconds`);
  }
  if (at === '') return ['', Number(count)];
  return [serviceNamed(service, `--delay "${word}", after the @`), Number(count)];
}
