import type { Seen } from '../../harness/engine/rule/check.ts';
import { defineCheck } from '../../harness/engine/rule/check.ts';
import { provisioning } from '../../harness/engine/rule/departures.ts';
import type { XmlNode } from '../../harness/protocol/xml/tree.ts';
import { parmsNamed, valueOf, valuePlace } from './shared/parms.ts';

/** Unreserved characters of RFC 2396 section 2.3 and escaped octets. */
const escaped = /^(?:[A-Za-z0-9\-_.!~*'()]|%[0-9A-Fa-f]{2})*/;
/** The same, with the commas between RDNs as MS-MDE2 2.2.9.5 prints them: `Subject=CN%3DTester,O%3DMicrosoft`. */
const escapedSubject = /^(?:[A-Za-z0-9\-_.!~*'(),]|%[0-9A-Fa-f]{2})*/;
/** What an ampersand that was escaped twice leaves before the name (Q11). */
const twice = 'amp;';

/**
 * By what the device finds the certificate for its management sessions (MS-MDE2 2.2.9.5). It ignores criteria other than Subject
 * and Stores, so only a list without either of them fails.
 */
export const searchCriteria = defineCheck({
  id: 'provisioning/search-criteria',
  title: 'SSLCLIENTCERTSEARCHCRITERIA consists of escaped Subject and Stores pairs, joined by &',
  level: 'MUST',
  basis: 'interoperability',
  requirements: ['PROV-18', 'PROV-19'],
  since: '0.1.0',
  impact: {
    kind: 'unknown',
    says: 'whether the device finds its certificate by criteria that it may not be able to take apart',
  },
  remedy: 'Percent-escape the subject and the store, join the pairs by &, and escape that & once as XML does.',
  needs: { each: 'issue' },
  applies: {
    when: 'the document has search criteria',
    test: ({ provisioning: { application } }) => parmsNamed(application, 'SSLCLIENTCERTSEARCHCRITERIA').length > 0,
  },

  *judge({ provisioning: { application } }) {
    for (const criteria of parmsNamed(application, 'SSLCLIENTCERTSEARCHCRITERIA')) {
      const pairs = valueOf(criteria).split('&');
      const defects = pairs.flatMap((pair) => [...wrongPair(pair, valuePlace(criteria))]);
      yield* defects;
      if (defects.length === 0 && !pairs.some(isKnown)) {
        const names = pairs.map((pair) => `"${nameOf(pair)}"`).join(', ');
        yield {
          message: `The search criteria name only ${names}`,
          at: valuePlace(criteria),
          expected: 'Subject or Stores',
        };
      }
    }
  },

  counterexamples: [
    { name: 'an ampersand that was escaped twice', ...provisioning.replace('&amp;Stores', '&amp;amp;Stores') },
    {
      name: 'a subject that was not escaped',
      ...provisioning.replace('value="Subject=CN%3D', 'value="Subject=CN='),
    },
    {
      name: 'a store that was not escaped',
      ...provisioning.replace('Stores=My%5C', 'Stores=My\\'),
    },
    {
      name: 'no criterion that a device knows',
      ...provisioning.set('//parm[@name="SSLCLIENTCERTSEARCHCRITERIA"]/@value', 'Thumbprint=00'),
    },
    {
      name: 'a text without pairs',
      ...provisioning.set('//parm[@name="SSLCLIENTCERTSEARCHCRITERIA"]/@value', 'My%5CUser'),
    },
  ],
});

function* wrongPair(pair: string, at: XmlNode): Generator<Seen> {
  const separator = pair.indexOf('=');
  if (separator === -1) {
    yield { message: `"${pair}" in the search criteria is no pair of name and value`, at };
    return;
  }
  const name = nameOf(pair);
  const value = pair.slice(separator + 1);
  if (name.startsWith(twice)) {
    yield { message: `The search criteria name "${name}"`, at, expected: name.slice(twice.length), actual: name };
  }
  if (!isKnown(pair)) return;
  const [bad] = value.replace(name === 'Subject' ? escapedSubject : escaped, '');
  if (bad !== undefined)
    yield { message: `${name} in the search criteria has an unescaped "${bad}"`, at, actual: value };
}

function nameOf(pair: string): string {
  return pair.slice(0, pair.indexOf('='));
}

function isKnown(pair: string): boolean {
  return ['Subject', 'Stores'].includes(nameOf(pair));
}
