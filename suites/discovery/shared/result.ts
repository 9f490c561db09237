import type { Condition, NeedsEach, Seen } from '../../../harness/engine/rule/check.ts';
import type { XmlNode } from '../../../harness/protocol/xml/tree.ts';

/** The condition of every check of a field; `discovery/result` judges whether there is a DiscoverResult. */
export const hasResult: Condition<NeedsEach> = {
  when: 'the answer has a DiscoverResult',
  test: ({ payload }) => payload.find('d:DiscoverResult') !== undefined,
};

/** A finding if a field of the DiscoverResult is missing or repeated, although there has to be exactly one. */
export function* countFinding(payload: XmlNode, name: string): Iterable<Seen> {
  for (const result of payload.all('d:DiscoverResult')) {
    const fields = result.all(`d:${name}`);
    if (fields.length === 1) continue;
    yield {
      message:
        fields.length === 0 ? `DiscoverResult has no ${name}` : `DiscoverResult has ${name} ${fields.length} times`,
      at: fields[1] ?? result,
      expected: '1',
      actual: String(fields.length),
      ...(fields.length > 1 && { impact: { kind: 'unknown', says: `which ${name} a device takes` } }),
    };
  }
}

/** Every field of that name which has a value. */
export function valuesOf(payload: XmlNode, name: string): XmlNode[] {
  return payload.all(`d:DiscoverResult/d:${name}`).filter(({ isNil }) => !isNil);
}

/** Value of an xs:decimal, which may be padded; undefined for any other text. */
export function decimalOf(text: string): number | undefined {
  return /^\s*[+-]?(?:\d+(?:\.\d*)?|\.\d+)\s*$/.test(text) ? Number(text) : undefined;
}
