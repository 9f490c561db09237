import { chain, testRules } from '../testing/chains.ts';
import { integer, sequence, text, tlv } from '../testing/der-writer.ts';
import { nameConstraints, named, subjectAltName, valued } from '../testing/extension-writer.ts';

type Names = readonly Uint8Array[];
/** An intermediate with constraints, and a leaf with alternative names. */
const limited = (permitted: Names, excluded: Names, names: Names) =>
  chain({
    intermediate: { with: [nameConstraints(permitted, excluded)] },
    leaf: { with: [subjectAltName(...names)] },
  });
const permitted = (bases: Names, names: Names) => limited(bases, [], names);
const excluded = (bases: Names, names: Names) => limited([], bases, names);
const san = (index = 0): string => `name-constraints!, leaf: extensions[subjectAltName][${index}]`;
const { dns, email, uri, ip } = named;

const form = (part: string): string => `name-constraints-form, intermediate: extensions[nameConstraints]${part}`;
const v6 = [0x20, 1, 0x0d, 0xb8, ...Array<number>(12).fill(0)];
const ones = Array<number>(16).fill(255);
const bounded = (...bounds: readonly Uint8Array[]) => {
  const base = nameConstraints([]);
  return chain({
    intermediate: { with: [valued(base, sequence(tlv(0xa0, sequence(dns('example.com'), ...bounds))))] },
    leaf: { with: [subjectAltName(dns('example.com'))] },
  });
};

testRules('constraints that are none', {
  'a leading period': [
    permitted([dns('.example.com')], [dns('a.example.com')]),
    form('.permittedSubtrees[0].base'),
    permitted([dns('example.com')], [dns('a.example.com')]),
  ],
  'a wildcard': [
    permitted([dns('*.example.com')], [dns('a.example.com')]),
    [san(), form('.permittedSubtrees[0].base')],
    permitted([dns('example.com')], [dns('a.example.com')]),
  ],
  'an address without a mask': [
    permitted([ip(127, 0, 0, 1)], [ip(127, 0, 0, 1)]),
    [san(), form('.permittedSubtrees[0].base')],
    permitted([ip(127, 0, 0, 1, 255, 255, 255, 255)], [ip(127, 0, 0, 1)]),
  ],
  'an address of version 6 without a mask': [
    excluded([ip(...v6)], [ip(...v6)]),
    [san(), form('.excludedSubtrees[0].base')],
    permitted([ip(...v6, ...ones)], [ip(...v6)]),
  ],
  'a mask with gaps': [
    permitted([ip(192, 0, 2, 0, 255, 0, 255, 0)], [ip(192, 9, 2, 1)]),
    form('.permittedSubtrees[0].base'),
    permitted([ip(192, 9, 2, 0, 255, 255, 255, 0)], [ip(192, 9, 2, 1)]),
  ],
  'an e-mail address with two signs': [
    permitted([email('a@b@example.com')], [email('a@example.com')]),
    [san(), form('.permittedSubtrees[0].base')],
    permitted([email('a@example.com')], [email('a@example.com')]),
  ],
  'a URI for a host': [
    permitted([uri('https://example.com')], [uri('https://example.com')]),
    [san(), form('.permittedSubtrees[0].base')],
    permitted([uri('example.com')], [uri('https://example.com')]),
  ],
  'a maximum': [bounded(integer(0, 0x80), integer(3, 0x81)), [san(), form('.permittedSubtrees[0].base')], bounded()],
  'a minimum': [bounded(integer(1, 0x80)), [san(), form('.permittedSubtrees[0].base')], bounded()],
  'no subtree': [
    chain({ intermediate: { with: [nameConstraints([])] } }),
    form(''),
    chain({ root: { with: [nameConstraints([dns('device.example.com')])] } }),
  ],
  'what is no subtree': [
    chain({ root: { with: [valued(nameConstraints([]), sequence(tlv(0xa0, text(0x82, 'a'))))] } }),
    'critical-extension!, trust anchor: extensions[nameConstraints]',
    chain({}),
  ],
  'constraints in a leaf': [
    chain({ leaf: { with: [nameConstraints([dns('example.com')])] } }),
    'name-constraints-form, leaf: extensions[nameConstraints]',
    chain({ intermediate: { with: [nameConstraints([dns('example.com')])] } }),
  ],
});
