import { defineCheck } from '../../harness/engine/rule/check.ts';
import { framing } from '../../harness/engine/rule/departures.ts';
import { chosenValues } from '../envelope/shared/chosen-values.ts';
import { UnusableEvidence } from '../../harness/engine/evidence/unusable.ts';
import type { HttpResponse } from '../../harness/wire/exchange/exchange.ts';
import { holdsPlaceholder } from '../../harness/wire/redaction/holds-placeholder.ts';

/** The device reads as many bytes as are announced: fewer cut the message, more make it wait. */
export const contentLength = defineCheck({
  id: 'transport/content-length',
  title: 'A Content-Length is given once and is the length of the body in bytes',
  level: 'MUST',
  basis: 'specification',
  requirements: ['TRN-32', 'SYN-39'],
  since: '0.1.0',
  impact: {
    kind: 'breaks',
    says: 'the device reads a truncated message or waits for bytes that never come',
    evidence: {
      by: 'specified',
      source: 'RFC 9112, section 6.3: a recipient reads as many bytes as Content-Length says',
    },
  },
  remedy: 'Send exactly one Content-Length with the number of bytes, not characters, of the body.',
  needs: { each: ['discover', 'get-policies', 'issue', 'renew', 'manage'], filter: 'response' },
  applies: {
    when: 'the answer has a Content-Length and was recorded as it was on the wire, not chunked',
    test: ({ response, headers }) =>
      headers('Content-Length').length > 0 &&
      headers('Transfer-Encoding').length === 0 &&
      (response.framing !== undefined || (headers('Content-Encoding').length === 0 && isHttp1(response))),
  },

  *judge({ exchange, response, headers, at }) {
    const lengths = headers('Content-Length');
    const bytes = response.framing?.bodyBytes ?? storedBytes(response, exchange.index);
    if (lengths.length > 1) {
      yield { message: `The answer has ${lengths.length} Content-Length headers`, at: at('framing', 'Content-Length') };
    }
    for (const { value } of lengths) {
      if (!/^\d+$/.test(value.trim()) || Number(value) !== bytes) {
        yield {
          message: `Content-Length is ${value}, the body has ${bytes} bytes`,
          at: at('framing', 'Content-Length'),
          expected: String(bytes),
          actual: value,
        };
      }
    }
  },

  counterexamples: [
    { name: 'two lengths', ...framing('get-policies', 'two-lengths') },
    { name: 'a length below that of the body', ...framing('issue', 'length-short') },
    {
      name: 'a length in characters',
      on: 'get-policies fault',
      asked: `${chosenValues.mark}2`,
      replace: '</s:Text>',
      by: ` (${chosenValues.mark}2 Zoë-東京)</s:Text>`,
      and: [{ on: 'get-policies fault', asked: `${chosenValues.mark}2`, framing: 'length-in-characters' }],
    },
  ],
});

/** The size of the body as stored. A secret that was replaced in it has another length than its placeholder. */
function storedBytes({ body }: HttpResponse, index: number): number {
  if (!holdsPlaceholder(new TextDecoder().decode(body))) return body.length;
  throw new UnusableEvidence(`a secret was replaced in exchange ${index}, and how long the body was is not recorded`);
}

function isHttp1({ httpVersion }: HttpResponse): boolean {
  return /^http\/1/i.test(httpVersion);
}
