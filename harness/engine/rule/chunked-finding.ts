import type { Seen } from './check.ts';
import type { Evidence } from '../evidence/evidence.ts';

/** One finding for each Transfer-Encoding of an answer. */
export function* chunkedFinding({ headers }: Evidence): Iterable<Seen> {
  for (const field of headers('Transfer-Encoding')) {
    yield { message: `Transfer-Encoding is "${field.value}"`, at: field, actual: field.value };
  }
}
