import type { Seen } from './check.ts';
import type { Evidence } from '../evidence/evidence.ts';

/** Says each Transfer-Encoding that an answer has. */
export function* chunkedFinding({ headers }: Evidence): Iterable<Seen> {
  for (const field of headers('Transfer-Encoding')) {
    yield { message: `Transfer-Encoding is "${field.value}"`, at: field, actual: field.value };
  }
}
