import type { Seen } from '../../../harness/engine/check.ts';
import type { Evidence } from '../../../harness/engine/evidence.ts';

/** Says that a request was served which had to be refused. How it is refused otherwise, other checks judge. */
export function* acceptanceFinding({ state, at }: Evidence): Iterable<Seen> {
  if (state === 'success') {
    yield { message: 'The server accepted the request', at: at('status'), expected: 'a SOAP fault' };
  }
}
