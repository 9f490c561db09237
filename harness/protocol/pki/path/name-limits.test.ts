import { chain, testRules, type Chain } from '../testing/chains.ts';
import { flagged, nameConstraints, named, subjectAltName, valued } from '../testing/extension-writer.ts';
import { mintAuthority, mintLeaf, mintRoot } from '../testing/mint.ts';

type Names = readonly Uint8Array[];
/** An intermediate with constraints, and a leaf with alternative names and a subject. */
const limited = (permitted: Names, excluded: Names, names: Names, subject = 'O=x') =>
  chain({
    intermediate: { with: [nameConstraints(permitted, excluded)] },
    leaf: { subject, with: [subjectAltName(...names)] },
  });
const permitted = (bases: Names, names: Names, subject?: string) => limited(bases, [], names, subject);
const excluded = (bases: Names, names: Names, subject?: string) => limited([], bases, names, subject);
const san = (index = 0): string => `name-constraints!, leaf: extensions[subjectAltName][${index}]`;
const subject = 'name-constraints!, leaf: subject';
const { dns, email, uri, ip, directory, other, registered } = named;

testRules('constraints on host names', {
  permitted: [
    permitted([dns('example.com')], [dns('not-example.com')]),
    san(),
    permitted([dns('example.com')], [dns('example.com'), dns('a.b.EXAMPLE.com')]),
  ],
  excluded: [
    excluded([dns('example.com')], [dns('a.example.com')]),
    san(),
    excluded([dns('example.com')], [dns('not-example.com')]),
  ],
  'the second name': [
    excluded([dns('no.example.com')], [dns('example.com'), dns('no.example.com')]),
    san(1),
    excluded([dns('no.example.com')], [dns('example.com'), dns('yes.example.com')]),
  ],
  'permitted and excluded': [
    limited([dns('example.com')], [dns('example.com')], [dns('example.com')]),
    san(),
    limited([dns('example.com')], [dns('a.example.com')], [dns('b.example.com')]),
  ],
  'all and none': [excluded([dns('')], [dns('a')]), san(), permitted([dns('')], [dns('a')])],
  'a wildcard that reaches what is excluded': [
    excluded([dns('no.example.com')], [dns('*.example.com')]),
    san(),
    excluded([dns('a.no.example.com')], [dns('*.example.com')]),
  ],
  'another kind of name': [
    permitted([dns('example.com'), ip(10, 0, 0, 0, 255, 0, 0, 0)], [dns('example.org')]),
    san(),
    limited([ip(10, 0, 0, 0, 255, 0, 0, 0)], [ip(10, 0, 0, 0, 255, 0, 0, 0)], [dns('example.org')]),
  ],
  'a name that is none': [
    permitted([dns('example.com')], [dns('.example.com'), dns('a.example.com')]),
    'subject-alternative-name, leaf: extensions[subjectAltName][0]',
    permitted([dns('example.com')], [dns('a.example.com')]),
  ],
});

const v6 = (last: number): number[] => [0x20, 1, 0x0d, 0xb8, ...Array<number>(11).fill(0), last];

testRules('constraints on addresses', {
  permitted: [
    permitted([ip(192, 0, 2, 0, 255, 255, 255, 0)], [ip(192, 0, 3, 1)]),
    san(),
    permitted([ip(192, 0, 2, 0, 255, 255, 255, 0)], [ip(192, 0, 2, 1)]),
  ],
  excluded: [
    excluded([ip(192, 0, 2, 0, 255, 255, 255, 0)], [ip(192, 0, 2, 1)]),
    san(),
    excluded([ip(192, 0, 2, 0, 255, 255, 255, 0)], [ip(192, 0, 3, 1)]),
  ],
  'of version 6, permitted': [
    permitted([ip(...v6(0), ...Array<number>(16).fill(255))], [ip(...v6(1))]),
    san(),
    permitted([ip(...v6(1), ...Array<number>(16).fill(255))], [ip(...v6(1))]),
  ],
  'of version 6, excluded': [
    excluded([ip(...v6(1), ...Array<number>(16).fill(255))], [ip(...v6(1))]),
    san(),
    excluded([ip(...v6(0), ...Array<number>(16).fill(255))], [ip(...v6(1))]),
  ],
  'of the other version': [
    permitted([ip(0, 0, 0, 0, 0, 0, 0, 0)], [ip(...v6(1))]),
    san(),
    excluded([ip(0, 0, 0, 0, 0, 0, 0, 0)], [ip(...v6(1))]),
  ],
});

testRules('constraints on e-mail addresses', {
  'a mailbox': [
    permitted([email('me@example.com')], [email('ME@example.com')]),
    san(),
    permitted([email('me@example.com')], [email('me@EXAMPLE.com')]),
  ],
  'a host': [
    permitted([email('example.com')], [email('me@a.example.com')]),
    san(),
    permitted([email('example.com')], [email('me@Example.com')]),
  ],
  'a domain': [
    permitted([email('.example.com')], [email('me@example.com')]),
    san(),
    permitted([email('.example.com')], [email('me@a.example.com')]),
  ],
  'one in the subject': [
    excluded([email('example.com')], [dns('a')], 'E=me@example.com,O=x'),
    subject,
    excluded([email('example.com')], [dns('a')], 'E=me@example.org,O=x'),
  ],
  'one that is none': [
    permitted([email('example.com')], [email('a@b@example.com')]),
    ['subject-alternative-name, leaf: extensions[subjectAltName][0]', san()],
    permitted([email('example.com')], [email('a@example.com')]),
  ],
});

testRules('constraints on URIs', {
  'a host': [
    permitted([uri('example.com')], [uri('https://a.example.com/')]),
    san(),
    permitted([uri('example.com')], [uri('https://me@example.com:8443/a')]),
  ],
  'a domain': [
    excluded([uri('.example.com')], [uri('https://a.example.com')]),
    san(),
    excluded([uri('.example.com')], [uri('https://example.com')]),
  ],
  'a URI without a host': [
    permitted([uri('.example.com')], [uri('urn:uuid:1')]),
    san(),
    permitted([dns('b')], [uri('urn:uuid:1')]),
  ],
  'an address for a host': [
    excluded([uri('example.com')], [uri('https://192.0.2.1/')]),
    san(),
    excluded([uri('example.com')], [uri('https://example.org/')]),
  ],
});

testRules('constraints on directory names', {
  'the subject, permitted': [
    permitted([directory('O=x')], [dns('a')], 'CN=a,O=y'),
    subject,
    permitted([directory('O=X')], [dns('a')], 'CN=a,O=x'),
  ],
  'the subject, excluded': [
    excluded([directory('CN=a,O=x')], [dns('a')], 'CN=b,CN=a,O=x'),
    subject,
    excluded([directory('CN=a,O=x')], [dns('a')], 'O=x'),
  ],
  'an alternative name beside a good subject': [
    permitted([directory('O=x')], [directory('O=y')]),
    san(),
    permitted([directory('O=x')], [directory('CN=a,O=x')]),
  ],
  'the subject beside a good alternative name': [
    permitted([directory('O=x')], [directory('O=x')], 'O=y'),
    subject,
    permitted([directory('O=x')], [directory('O=x')], 'O=x'),
  ],
  'an excluded subject beside a good alternative name': [
    excluded([directory('O=x')], [directory('O=y')]),
    subject,
    excluded([directory('O=x')], [directory('O=y')], 'O=z'),
  ],
  'an empty subject is none': [
    permitted([directory('O=x')], [dns('a')], 'O=y'),
    subject,
    chain({
      intermediate: { with: [nameConstraints([directory('O=x')])] },
      leaf: { subject: '', with: [flagged(subjectAltName(dns('a')), true)] },
    }),
  ],
});

testRules('constraints that nobody can compare', {
  'another name, excluded': [
    excluded([other('1.2.3')], [other('1.2.3')]),
    san(),
    excluded([other('1.2.3')], [dns('a')]),
  ],
  'another name, permitted': [
    permitted([other('1.2.3')], [other('1.2.3')]),
    san(),
    permitted([other('1.2.3')], [other('1.2.4')]),
  ],
  'a registered id': [
    permitted([registered('1.2.3')], [registered('1.2.3')]),
    san(),
    permitted([registered('1.2.3')], [dns('a')]),
  ],
  'names that cannot be read': [
    chain({
      root: { with: [nameConstraints([dns('example.com')])] },
      leaf: { with: [valued(subjectAltName(), Buffer.from('a.example.com'))] },
    }),
    ['extension-value, leaf: extensions[subjectAltName]', 'name-constraints!, leaf: extensions[subjectAltName]'],
    chain({ leaf: { with: [subjectAltName(dns('a.example.com'))] } }),
  ],
});

/** Two authorities below a root, each with permitted subtrees or alternative names of its own. */
const nested = (first: Names, second: Names, name: string) => (): Chain => {
  const root = mintRoot();
  const one = mintAuthority(root, { subject: 'CN=One', with: [nameConstraints(first)] });
  const two = mintAuthority(one, { subject: 'CN=Two', with: [nameConstraints(second)] });
  const leaf = mintLeaf(two, { with: [subjectAltName(dns(name))] });
  return { leaf, intermediates: [one, two], anchors: [root] };
};
const a = dns('a.example.com');
const b = dns('b.example.com');

testRules('constraints of several authorities', {
  'the lower one narrows': [nested([a, b], [b], 'a.example.com'), san(), nested([a, b], [b], 'b.example.com')],
  'the lower one cannot widen': [nested([b], [a, b], 'a.example.com'), san(), nested([b], [a, b], 'b.example.com')],
  'an intermediate keeps to them too': [
    chain({
      root: { with: [nameConstraints([dns('example.com')])] },
      intermediate: { with: [subjectAltName(dns('example.org'))] },
    }),
    'name-constraints!, intermediate: extensions[subjectAltName][0]',
    chain({
      root: { with: [nameConstraints([dns('example.com')])] },
      intermediate: { with: [subjectAltName(dns('ca.example.com'))] },
    }),
  ],
  'an intermediate that issued itself is exempt': [
    chain({
      root: { with: [nameConstraints([dns('example.com')])] },
      intermediate: { with: [subjectAltName(dns('example.org'))] },
    }),
    'name-constraints!, intermediate: extensions[subjectAltName][0]',
    chain({
      root: { with: [nameConstraints([dns('example.com')])] },
      intermediate: { subject: 'CN=Root', with: [subjectAltName(dns('example.org'))] },
    }),
  ],
  'a leaf that issued itself is not': [
    chain({
      root: { with: [nameConstraints([dns('example.com')])] },
      intermediate: { subject: 'CN=x' },
      leaf: { subject: 'CN=x', with: [subjectAltName(dns('example.org'))] },
    }),
    san(),
    chain({
      root: { with: [nameConstraints([dns('example.com')])] },
      intermediate: { subject: 'CN=x' },
      leaf: { subject: 'CN=x', with: [subjectAltName(dns('a.example.com'))] },
    }),
  ],
});
