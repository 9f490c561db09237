import type { Seen } from '../../../harness/engine/rule/check.ts';
import type { Evidence } from '../../../harness/engine/evidence/evidence.ts';

/** A finding if a header block of WS-Addressing is missing or repeated, although there has to be exactly one. */
export function* countFinding({ header, at }: Evidence, name: 'Action' | 'RelatesTo'): Iterable<Seen> {
  const blocks = header?.all(`a:${name}`) ?? [];
  if (blocks.length === 1) return;
  yield {
    message: blocks.length === 0 ? `The answer has no ${name}` : `The answer has ${name} ${blocks.length} times`,
    at: blocks[1] ?? header ?? at('body'),
    expected: '1',
    actual: String(blocks.length),
  };
}
