import { defineCheck } from '../../harness/engine/rule/check.ts';
import { header } from '../../harness/engine/rule/departures.ts';
import { faultKinds } from './shared/fault-kinds.ts';

/** Proxies and people take a fault for a web page if its Content-Type says so. */
export const faultContentType = defineCheck({
  id: 'faults/content-type',
  title: 'The Content-Type of a fault is one of XML, as that of a success',
  level: 'SHOULD',
  basis: 'interoperability',
  requirements: ['ROB-11'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whether a device reads a fault of this type, or takes it for a page' },
  remedy: 'Send faults with Content-Type: application/soap+xml; charset=utf-8.',
  needs: { each: faultKinds, filter: 'fault' },

  *judge({ headers, at }) {
    const expected = 'application/soap+xml; charset=utf-8';
    const fields = headers('Content-Type');
    if (fields.length === 0) yield { message: 'The fault has no Content-Type', at: at('headers'), expected };
    for (const field of fields) {
      if (!/^\s*(application|text)\/([\w.-]+\+)?xml\s*(;|$)/i.test(field.value)) {
        yield { message: `Content-Type is "${field.value}"`, at: field, expected, actual: field.value };
      }
    }
  },

  counterexamples: [
    { name: 'the type of a page', ...header('issue fault', 'Content-Type', 'text/html; charset=utf-8') },
    { name: 'no type', ...header('get-policies fault', 'Content-Type') },
  ],
});
