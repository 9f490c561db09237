import { defineSessionTolerance } from './shared/define-session-tolerance.ts';

export const managementLargeMessages = defineSessionTolerance({
  id: 'management/large-messages',
  title: 'A message of 256 KiB is taken',
  level: 'SHOULD',
  basis: 'interoperability',
  requirements: ['SYN-45'],
  since: '0.1.0',
  impact: {
    kind: 'unknown',
    says: 'large values, such as the list of all configuration services, do not reach the server',
  },
  remedy: 'Allow messages of at least 256 KiB.',
  family: 'session-large',
  applies: {
    when: 'the server asks for values',
    test: ({ exchange }) => exchange.request.body.length > 262_144,
  },
  refusals: { 'a server that limits messages to 64 KiB': /\.{65536}/ },
});
